// Owns the pane's further actions, without a screen: each on a real workbook file, what it writes, shows and says.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import * as jobs from '../../src/taskpane/jobs';
import { PaneController } from '../../src/taskpane/controller';
import {
  askForLetters,
  auditTables,
  compareWith,
  importNotice,
  makeLedger,
  writeLetters,
} from '../../src/taskpane/more-jobs';
import { MESSAGES } from '../../src/taskpane/messages';
import { MORE } from '../../src/taskpane/more-messages';
import type { OutgoingFile, PaneEnvironment } from '../../src/taskpane/environment';
import type { Detail } from '../../src/taskpane/state';
import { fileHost, newWorkbook, openFile, type FileWorkbook } from '../../src/workbook/file';
import type { NewSheet } from '../../src/workbook/port';

const ROOT = path.join(__dirname, '../..');
const fileOf = (name: string, as = path.basename(name)): File =>
  new File([Uint8Array.from(readFileSync(path.join(ROOT, name)))], as);

interface Bench {
  readonly controller: PaneController;
  readonly workbook: FileWorkbook;
  readonly delivered: OutgoingFile[];
  readonly selected: string[];
  readonly names: () => string[];
  readonly fill: (sheet: string, row: number, column: number, value: string) => void;
}

const exampleBytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(ROOT, 'examples', `${name}.xlsx`)));
const blankSheet = (name: string): NewSheet => ({
  name,
  blocks: [],
  columnWidths: [],
  frozenRows: 0,
  print: { orientation: 'portrait', titleRows: null },
});

function bench(file: string | Uint8Array = 'linzi-filled', delivery: PaneEnvironment['delivery'] = 'download'): Bench {
  const workbook = openFile(typeof file === 'string' ? exampleBytes(file) : file, 'x.xlsx');
  const delivered: OutgoingFile[] = [];
  const selected: string[] = [];
  const environment: PaneEnvironment = {
    host: { ...fileHost(workbook), select: async (sheet) => void selected.push(sheet) },
    displayLanguage: 'zh-CN',
    surroundings: () => ({ isDark: false, background: '#ffffff', text: '#000000' }),
    delivery,
    deliver: async (outgoing) => void delivered.push(outgoing),
  };
  return {
    controller: new PaneController(environment, () => Promise.resolve(jobs)),
    workbook,
    delivered,
    selected,
    names: () => workbook.snapshot().sheets.map(({ name }) => name),
    fill: (sheet, row, column, value) =>
      workbook.apply({ expectations: [], steps: [{ kind: 'fill', sheet, cells: [{ row, column, value }] }] }),
  };
}

const perform = ({ controller }: Bench, job: Parameters<PaneController['perform']>[1]): Promise<void> =>
  controller.perform(MORE.auditing, job);

function findingsOf({ controller }: Bench): Extract<Detail, { kind: 'findings' }> {
  const { detail } = controller.getState();
  if (detail?.kind !== 'findings') throw new Error('no findings are shown');
  return detail;
}

describe('与国家标准比对', () => {
  test('the clerk’s number stands beside the standard’s, each finding knows its cells, and nothing is written', async () => {
    const one = bench();
    const before = one.workbook.save();
    const source = one.workbook.snapshot().sheets[0]!;
    // 居民健康素养水平 weaker, and a sign lost.
    const rowOf = (text: string): number =>
      Array.from({ length: source.rowCount }, (_, row) => row).find((row) => source.cell(row, 1).text.includes(text))!;
    one.fill(source.name, rowOf('居民健康素养水平'), 2, '≥20%或持续提升');
    one.fill(source.name, rowOf('吸烟率'), 2, '20%');
    await perform(one, auditTables);
    const { groups, summary } = findingsOf(one);
    expect(summary.zh).toMatch(/^表中 55 项指标，.*不一致 \d+ 处$/);
    const titles = groups.map(({ title }) => title.zh);
    expect(titles.slice(0, 2)).toEqual(['目标比标准宽松 1 项', '符号在复制时丢失 1 项']);
    const [weaker] = groups[0]!.findings;
    expect(weaker).toMatchObject({
      name: '居民健康素养水平',
      label: { zh: '本表 2 · 标准 3', en: 'table 2 · standard 3' },
    });
    expect(weaker!.place).toMatchObject({
      sheet: source.name,
      area: { top: rowOf('居民健康素养水平'), bottom: rowOf('居民健康素养水平') },
    });
    const missing = groups.find(({ title }) => title.zh.startsWith('表中缺少'))!.findings[0]!;
    expect(missing).toMatchObject({ place: null, label: { zh: expect.stringMatching(/^标准 \d+$/) } });
    expect(one.workbook.snapshot().marks).toEqual([]);
    expect(unzipSync(before)['xl/workbook.xml']).toEqual(unzipSync(one.workbook.save())['xl/workbook.xml']);
  });

  test('a check puts the results back in its place; the other profile closes what was compared', async () => {
    const one = bench();
    await perform(one, auditTables);
    await one.controller.check();
    expect(one.controller.getState().detail).toBeNull();
    await perform(one, auditTables);
    await one.controller.setProfile('county');
    expect(one.controller.getState().detail).toBeNull();
  });
});

describe('与上次对比', () => {
  test('what was lost comes first, each goes to its cells, and the sheet is there', async () => {
    const one = bench();
    const { table, rows } = jobs.check(one.workbook.snapshot(), { profile: 'city' }).tables[0]!;
    const met = rows.find(({ judgement }) => judgement.verdict === 'met' && /^≥\s?90%$/.test(judgement.target.normal))!;
    one.fill(table.sheet, met.row.firstRow, table.columns.find(({ role }) => role === 'actual')!.column, '12%');
    await perform(one, compareWith(fileOf('examples/linzi-filled.xlsx', '上月.xlsx')));
    const { groups } = findingsOf(one);
    expect(groups[0]!.title.zh).toBe('由达标转未达标 1 项');
    expect(groups[0]!.findings[0]).toMatchObject({
      name: met.row.indicator,
      place: { area: { top: met.row.firstRow } },
      sentence: { zh: expect.stringContaining('12%') },
    });
    expect(groups.map(({ title }) => title.zh.split(' ')[0])).toContain('仍未达标');
    expect(one.names()).toContain('与上次对比');
    expect(one.controller.getState().status?.zh).toContain('上月.xlsx');
  });

  test('a workbook without a table, and a file that is none: told by name, nothing written', async () => {
    const one = bench();
    const names = one.names();
    await perform(one, compareWith(new File(['x'], '坏的.xlsx')));
    expect(one.controller.getState().alert?.zh).toContain('坏的.xlsx');
    expect(one.names()).toEqual(names);
  });
});

describe('导入通知', () => {
  test('new sheets behind the clerk’s own, none of them ours, lists of the same name left alone', async () => {
    const one = bench();
    const before = one.names();
    await perform(one, importNotice(fileOf('test/fixtures/notices/linzi.txt')));
    const added = one.names().slice(before.length);
    expect(one.names().slice(0, before.length)).toEqual(before);
    expect(added).toContain('任务清单');
    expect(one.selected).toEqual([added[0]]);
    expect(one.workbook.snapshot().marks).toEqual([]);
    expect(one.controller.getState().status?.zh).toMatch(/^已导入：表格 \d+ 张，任务 [1-9]\d* 项/);
    await perform(one, importNotice(fileOf('test/fixtures/notices/linzi.txt')));
    expect(one.names().slice(0, before.length + added.length)).toEqual([...before, ...added]);
    expect(one.names()).toContain('任务清单 (2)');
  });

  test('a pasted table keeps its merges; lists without a line are left out', async () => {
    const one = bench();
    const before = one.names().length;
    const html =
      '<table><tr><td>序号</td><td>评价指标</td><td>目标值</td></tr><tr><td>1</td><td rowspan="2">绿化覆盖率</td><td>≥38%</td></tr><tr><td>2</td><td>≥40%</td></tr></table>';
    await perform(one, importNotice(new File([html], '粘贴.html')));
    const [sheet] = one.workbook.snapshot().sheets.slice(before);
    expect(one.names().length).toBe(before + 1);
    expect(sheet!.merges).toContainEqual({ top: 1, bottom: 2, left: 1, right: 1 });
  });

  test.each([
    ['通知.pdf', '%PDF-1.7', 'PDF 不能导入'],
    ['通知.wps', '\u00d0\u00cf', '.wps'],
    ['空.txt', '', '没有文字'],
    ['闲话.txt', '今天天气很好', '没有找到表格'],
  ])('%s is refused with advice, and nothing is written', async (name, text, advice) => {
    const one = bench();
    const before = one.names();
    await perform(one, importNotice(new File([text], name)));
    expect(one.controller.getState().alert?.zh).toContain(advice);
    expect(one.names()).toEqual(before);
  });

  test('its task list goes out to the departments like a table', async () => {
    const one = bench('linzi', 'window');
    await perform(one, importNotice(fileOf('test/fixtures/notices/jining.txt')));
    await one.controller.exportDepartments();
    const sent = one.delivered.find(({ name }) => name === '党政办公室.xlsx')!;
    const names = openFile(sent.bytes, sent.name)
      .snapshot()
      .sheets.map(({ name }) => name);
    expect(names).toContain('任务清单');
  });
});

test('a workbook that holds a task list alone: the pane says how the tasks go out, and they do', async () => {
  const one = bench(newWorkbook([blankSheet('空表')]), 'window');
  await perform(one, importNotice(fileOf('test/fixtures/notices/jining.txt')));
  await one.controller.buildDepartmentSheets();
  expect(one.controller.getState().alert).toBe(MESSAGES.tasksOnly);
  await one.controller.exportDepartments();
  expect(one.delivered.map(({ name }) => name)).toContain('党政办公室.xlsx');
});

describe('整改通知单', () => {
  test('one archive: a letter to each department with failures, and the circular', async () => {
    const one = bench();
    await perform(one, askForLetters);
    expect(one.controller.getState().detail).toEqual({ kind: 'notices' });
    await perform(one, writeLetters('某区爱卫办', '2024年6月30日'));
    expect(one.delivered.map(({ name }) => name)).toEqual(['整改文书.zip']);
    const letters = unzipSync(one.delivered[0]!.bytes);
    const names = Object.keys(letters);
    expect(names.at(-1)).toContain('情况通报');
    expect(names.length).toBeGreaterThan(3);
    expect(one.controller.getState()).toMatchObject({
      detail: null,
      status: { zh: `已生成整改通知单 ${names.length - 1} 份、情况通报 1 份，请在下载的 zip 里查看。` },
    });
    const text = Buffer.from(unzipSync(letters[names[0]!]!)['word/document.xml']!).toString();
    expect(text).toContain('某区爱卫办');
  });

  test('desktop Excel: one sentence says where it can be done', async () => {
    const one = bench('linzi-filled', 'window');
    await perform(one, askForLetters);
    expect(one.controller.getState()).toMatchObject({ alert: MORE.noDownloads, detail: null });
    expect(one.delivered).toEqual([]);
  });
});

describe('问题台账', () => {
  test('the sheet is made and shown; a table that names no value has none', async () => {
    const one = bench();
    await perform(one, makeLedger);
    expect(one.names()).toContain('问题台账');
    expect(one.selected).toEqual(['问题台账']);
    const empty = bench('linzi');
    await perform(empty, makeLedger);
    expect(empty.controller.getState().status).toBe(MORE.nothingMet);
    expect(empty.names()).not.toContain('问题台账');
  });
});

describe('what people typed into department sheets', () => {
  const SHEET = '区商务局';

  test('made again: it is kept on a list, and the pane says so', async () => {
    const one = bench();
    await one.controller.buildDepartmentSheets();
    expect(one.controller.getState().alert).toBeNull();
    one.fill(SHEET, 4, 3, '95.5%');
    await one.controller.buildDepartmentSheets();
    expect(one.controller.getState().alert?.zh).toContain('95.5%');
    expect(one.names()).toContain('分表改动');
  });

  test('cleared: asked first, and only a yes clears', async () => {
    const one = bench();
    await one.controller.buildDepartmentSheets();
    one.fill(SHEET, 4, 3, '95.5%');
    await one.controller.clear();
    expect(one.controller.getState()).toMatchObject({
      question: { sentence: { zh: expect.stringContaining('95.5%') } },
    });
    await one.controller.answer(false);
    expect(one.controller.getState().question).toBeNull();
    expect(one.names()).toContain(SHEET);
    await one.controller.clear();
    await one.controller.answer(true);
    expect(one.controller.getState().question).toBeNull();
    expect(one.names()).not.toContain(SHEET);
    expect(one.workbook.snapshot().marks).toEqual([]);
  });
});
