// What becomes of a notice in a workbook, read back through the file host.
import { readFileSync } from 'node:fs';
import { importSheets } from '../../src/jobs/import';
import { readNoticeFile } from '../../src/notice/file';
import { readNotice, readPlainText } from '../../src/notice/read';
import type { Sheet } from '../../src/sheet/sheet';
import { newWorkbook, openFile } from '../../src/workbook/file';
import { checkFile, openExample } from './round-trip';

const sheetsOf = (text: string): readonly Sheet[] =>
  openFile(newWorkbook(importSheets(readNotice(readPlainText(text)))), 'x').snapshot().sheets;
const rowsOf = (sheet: Sheet): string[][] =>
  Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) => sheet.cell(row, column).text),
  );
const fixture = (name: string): string => readFileSync(`test/fixtures/notices/${name}.txt`, 'utf8');

test.each([
  ['linzi', 'linzi', ['国家卫生城市数据评价指标部门分工表', '任务清单', '进度安排']],
  ['tianjin', 'tianjin', ['主要指标', '任务清单', '进度安排']],
])('the imported table of %s is judged as the example is', (notice, example, names) => {
  const file = openFile(newWorkbook(importSheets(readNotice(readPlainText(fixture(notice))))), 'x');
  expect(file.snapshot().sheets.map(({ name }) => name)).toEqual(names);
  const rows = (one: typeof file) =>
    checkFile(one).tables.flatMap(({ rows: all }) =>
      all.map(({ row, judgement, departments }) => [
        row.seq,
        row.indicator,
        row.target,
        departments.map(({ id }) => id).join('、'),
        judgement.verdict,
      ]),
    );
  const found = checkFile(file).tables;
  expect(found.length).toBe(1);
  if (notice === 'linzi') expect(rows(file)).toEqual(rows(openExample(example)));
  // In the notice's text nothing says that one target covers 49 to 54.
  else expect(rows(file).filter(([, , target]) => target !== '').length).toBe(51);
});

test('task list and schedule', () => {
  const [tasks, schedule] = sheetsOf(
    '一、任务\n（一）病媒防制。消杀。（牵头单位：区卫健局；配合单位：区住建局；完成时限：2023年6月底前）\n二、进度安排\n（一）动员阶段（2023年4月—5月）。开会。',
  );
  expect(rowsOf(tasks!)).toEqual([
    ['序号', '任务', '要求', '责任单位', '牵头', '配合', '时限'],
    ['1', '病媒防制', '消杀。', '区卫健局、区住建局', '区卫健局', '区住建局', '2023年6月底前'],
  ]);
  expect(rowsOf(schedule!)).toEqual([
    ['序号', '阶段', '时间', '开始', '结束', '工作内容'],
    ['1', '动员阶段', '2023年4月—5月', '2023年4月', '2023年5月', '开会。'],
  ]);
});

test('merges stand where they stood, codes stay text, titles go over the table', async () => {
  const html =
    '<p>附件1</p><p>指标表</p><table><tr><td rowspan=2>序号</td><td rowspan=2>评价指标</td><td colspan=2>完成情况</td></tr><tr><td>2021年</td><td>2022年</td></tr><tr><td>1</td><td>甲</td><td>1-2</td><td>007</td></tr></table><p>注：说明</p>';
  const notice = await readNoticeFile({ name: 'a.html', bytes: new TextEncoder().encode(html) });
  const [sheet] = openFile(newWorkbook(importSheets(notice)), 'x').snapshot().sheets;
  expect(sheet!.name).toBe('指标表');
  expect(rowsOf(sheet!)).toEqual([
    ['附件1', '', '', ''],
    ['指标表', '', '', ''],
    ['序号', '评价指标', '完成情况', ''],
    ['', '', '2021年', '2022年'],
    ['1', '甲', '1-2', '007'],
    ['注：说明', '', '', ''],
  ]);
  expect(sheet!.merges).toEqual(
    expect.arrayContaining([
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 2, bottom: 2, right: 3 },
    ]),
  );
  expect(sheet!.cell(4, 0).kind).toBe('number');
  expect(sheet!.cell(4, 3)).toMatchObject({ kind: 'text', value: '007' });
});

test('names of sheets stay apart, from each other and from those that are there', () => {
  const table = '序号\t任务清单\t指标\n1\ta\tb\n2\tc\td\n\n';
  const notice = readNotice(readPlainText(`任务清单\n${table}正文一。\n任务清单\n${table}`));
  const names = importSheets(notice, ['进度安排']).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('任务清单');
  expect(names).not.toContain('进度安排');
});

test('text that looks like a formula stays text; a text too long for a cell says so', () => {
  const [tasks] = sheetsOf(`1.=HYPERLINK("x")。${'长'.repeat(40_000)}。（责任单位：区城管局）`);
  expect(tasks!.cell(1, 1)).toMatchObject({ kind: 'text', isFormula: false });
  expect(tasks!.cell(1, 2).text.length).toBeLessThanOrEqual(32_767);
  expect(tasks!.cell(1, 2).text).toMatch(/请见通知原文）$/);
});
