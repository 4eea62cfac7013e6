// 问题台账, through the file host: what is not met, and what people wrote into an earlier one.
import { LEDGER_HEAD } from '../../src/report/ledger';
import { departmentSheets } from '../../src/jobs/departments';
import { ledger } from '../../src/jobs/ledger';
import { peoplesOwn } from '../../src/jobs/peoples-own';
import type { FileWorkbook } from '../../src/workbook/file';
import { checkFile, openExample } from './round-trip';

const FIRST = 3;
const column = (heading: (typeof LEDGER_HEAD)[number]): number => LEDGER_HEAD.indexOf(heading);
const run = (file: FileWorkbook) => {
  const made = ledger(file.snapshot(), checkFile(file));
  file.apply(made.plan);
  return made;
};
const sheetOf = (file: FileWorkbook, name = '问题台账') => file.snapshot().sheets.find((sheet) => sheet.name === name)!;
const fill = (file: FileWorkbook, sheet: string, row: number, at: number, value: string): void =>
  file.apply({ expectations: [], steps: [{ kind: 'fill', sheet, cells: [{ row, column: at, value }] }] });
const textsOf = (file: FileWorkbook, heading: (typeof LEDGER_HEAD)[number]): string[] => {
  const sheet = sheetOf(file);
  return Array.from({ length: sheet.rowCount - FIRST }, (_, at) => sheet.cell(FIRST + at, column(heading)).text);
};

test('one row for each indicator that is not met, and none for what is unknown', () => {
  const file = openExample('linzi-filled');
  const unmet = checkFile(file)
    .tables.flatMap(({ rows }) => rows)
    .filter(({ judgement }) => judgement.verdict === 'unmet');
  expect(run(file)).toMatchObject({ sheet: '问题台账', problems: unmet.length, kept: 0 });
  expect(textsOf(file, '指标')).toEqual(unmet.map(({ row }) => row.indicator));
});

test('what people wrote goes along; what is met by now stays below with how it stands, until people take it out', () => {
  const file = openExample('linzi-filled');
  const { problems } = run(file);
  const [first = '', second = ''] = textsOf(file, '指标');
  fill(file, '问题台账', FIRST, column('整改措施'), '入户核查');
  fill(file, '问题台账', FIRST + 1, column('责任人'), '李四');
  fill(file, '问题台账', FIRST + 1, LEDGER_HEAD.length, '自加一栏');
  fill(file, '问题台账', FIRST + problems, column('备注'), '手写的一行');
  // The first one is reached.
  const { table, rows } = checkFile(file).tables[0]!;
  const source = rows.find(({ row }) => row.indicator === first)!.row;
  const actual = table.columns.find(({ role }) => role === 'actual')!.column;
  fill(file, table.sheet, source.firstRow, actual, '39%');
  expect(run(file)).toMatchObject({ problems: problems - 1, kept: 2 });
  expect(textsOf(file, '指标')[0]).toBe(second);
  expect(textsOf(file, '责任人')[0]).toBe('李四');
  expect(sheetOf(file).cell(FIRST, LEDGER_HEAD.length).text).toBe('自加一栏');
  expect(textsOf(file, '指标').slice(problems - 1)).toEqual([first, '']);
  expect(textsOf(file, '整改措施')[problems - 1]).toBe('入户核查');
  expect(textsOf(file, '判定说明')[problems - 1]).toMatch(/^本次检查：达标。/);
  expect(textsOf(file, '是否销号')[problems - 1]).toBe('否');
  expect(textsOf(file, '备注')[problems]).toBe('手写的一行');
});

test('department sheets made anew leave it, and clearing asks first', () => {
  const file = openExample('linzi-filled');
  run(file);
  file.apply(departmentSheets(file.snapshot(), checkFile(file), new Date(0)).plan);
  file.apply(departmentSheets(file.snapshot(), checkFile(file), new Date(0)).plan);
  expect(sheetOf(file)).toBeDefined();
  expect(peoplesOwn(file.snapshot())?.zh).toContain('“问题台账”表');
});
