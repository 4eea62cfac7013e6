// The task list of an imported notice, split like a table.
import { readFileSync } from 'node:fs';
import { check } from '../../src/jobs/check';
import { importSheets } from '../../src/jobs/import';
import { split } from '../../src/jobs/split';
import { readTaskLists } from '../../src/jobs/task-lists';
import { readNotice, readPlainText } from '../../src/notice/read';
import { newWorkbook, openFile } from '../../src/workbook/file';
import { CITY } from './round-trip';

const imported = (text: string) => openFile(newWorkbook(importSheets(readNotice(readPlainText(text)))), 'x').snapshot();
const fixture = (name: string): string => readFileSync(`test/fixtures/notices/${name}.txt`, 'utf8');
const booksOf = (text: string) => {
  const snapshot = imported(text);
  return split(check(snapshot, CITY), { taskLists: readTaskLists(snapshot), deadline: '2023年6月30日' });
};

test('every department gets its tasks', () => {
  const books = new Map(booksOf(fixture('jining')).map((book) => [book.department, book]));
  expect(books.get('发展软环境保障局')?.tasks).toBe(12);
  expect(books.get('综合行政执法局')?.tasks).toBe(3);
  expect(books.get('各街道办事处')?.tasks).toBe(10);
  expect(books.get('公安分局')?.tasks).toBe(1);
});

test('who leads and who supports', () => {
  const [lead, support] = booksOf('（一）病媒防制。消杀。（牵头单位：区卫健局；配合单位：区住建局）');
  const row = (book: typeof lead) => book!.sheets[0]!.blocks.at(-1)!.values[0];
  expect(row(lead)).toEqual([
    '1',
    '病媒防制',
    '消杀。',
    '区卫健局、区住建局',
    '区卫健局',
    '区住建局',
    '牵头',
    null,
    null,
  ]);
  expect(row(support)?.[6]).toBe('配合');
});

test('a unit that neither leads nor supports has its part too', () => {
  const books = booksOf('（一）病媒防制。消杀。（区卫健委牵头，区住建局配合，各县区落实）');
  const roles = books.map(
    ({ department, sheets }) => `${department} ${String(sheets[0]!.blocks.at(-1)!.values[0]?.[6])}`,
  );
  expect(roles.sort()).toEqual(['区住建局 配合', '区卫健委 牵头', '各县区 共同'].sort());
});

test('a workbook with an indicator table and a task list gives both to a department', () => {
  const books = booksOf(fixture('linzi'));
  const finance = books.find(({ department }) => department === '区财政局');
  expect(finance?.sheets.map(({ name }) => name)).toEqual(['国家卫生城市数据评价指标部门分工表', '任务清单']);
  expect([finance?.indicators, finance?.tasks]).toEqual([1, 1]);
  for (const { sheets, fileName } of books)
    expect(openFile(newWorkbook(sheets), fileName).snapshot().sheets.length).toBe(sheets.length);
});

test('an indicator table is no task list', () => {
  expect(readTaskLists(openFile(new Uint8Array(readFileSync('examples/linzi.xlsx')), 'x').snapshot())).toEqual([]);
});

test('columns that none of its tasks fills are left out, the list of answers stands at 进展', () => {
  const [book] = booksOf('（一）病媒防制。消杀。（责任单位：区卫健局）');
  const [sheet] = book!.sheets;
  const head = sheet!.blocks.find(({ look }) => look === 'head')!.values[0];
  expect(head).toEqual(['序号', '任务', '要求', '责任单位', '本单位角色', '进展', '进展情况说明']);
  expect(sheet!.validations?.map(({ area, list }) => [head!.at(area.left), list])).toEqual([
    ['进展', ['已完成', '推进中', '未启动']],
  ]);
  expect(sheet!.blocks.at(-1)!.values[0]).toEqual(['1', '病媒防制', '消杀。', '区卫健局', '责任', null, null]);
});
