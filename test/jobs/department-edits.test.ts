// What people type into department sheets, through the file host: found, kept on a list, asked about before it is cleared.
import { unzipSync } from 'fflate';
import { clear } from '../../src/jobs/clear';
import { departmentSheets } from '../../src/jobs/departments';
import { peoplesOwn } from '../../src/jobs/peoples-own';
import type { FileWorkbook } from '../../src/workbook/file';
import { checkFile, openExample } from './round-trip';

const NOW = new Date(2024, 0, 5, 9, 30);
const DEPARTMENT = '区商务局';

const run = (file: FileWorkbook) => {
  const made = departmentSheets(file.snapshot(), checkFile(file), NOW);
  file.apply(made.plan);
  return made;
};
const sheetOf = (file: FileWorkbook, name: string) => file.snapshot().sheets.find((sheet) => sheet.name === name)!;
const fill = (file: FileWorkbook, sheet: string, row: number, column: number, value: string): void =>
  file.apply({ expectations: [], steps: [{ kind: 'fill', sheet, cells: [{ row, column, value }] }] });
const linesOf = (file: FileWorkbook): string[] => {
  const sheet = sheetOf(file, '分表改动');
  return Array.from({ length: sheet.rowCount - 3 }, (_, at) =>
    [0, 1, 4, 5, 6, 7].map((column) => sheet.cell(at + 3, column).text).join('|'),
  );
};

test('nothing typed, or only the clerk’s own table changed: nothing is listed', () => {
  const file = openExample('linzi-filled');
  run(file);
  expect(run(file).edits).toEqual([]);
  const source = checkFile(file).tables[0]!.table;
  const actual = source.columns.find(({ role }) => role === 'actual')!.column;
  fill(file, source.sheet, source.firstDataRow, actual, '12%');
  expect(run(file).edits).toEqual([]);
  expect(file.snapshot().sheets.map(({ name }) => name)).not.toContain('分表改动');
  expect(peoplesOwn(file.snapshot())).toBeNull();
});

test('a value, a remark and a column of one’s own are kept, once, with the opinions on them', () => {
  const file = openExample('linzi-filled');
  run(file);
  const row = 4;
  const before = sheetOf(file, DEPARTMENT).cell(row, 3).text;
  fill(file, DEPARTMENT, row, 3, '95.5%');
  fill(file, DEPARTMENT, row, 8, '商务局电话更正');
  fill(file, DEPARTMENT, row, 9, '张三');
  expect(peoplesOwn(file.snapshot())?.zh).toContain(`“${DEPARTMENT}”D5：95.5%`);
  const { edits } = run(file);
  expect(edits.map(({ heading }) => heading)).toEqual(['实际值', '备注', 'J列']);
  expect(sheetOf(file, DEPARTMENT).cell(row, 3).text).toBe(before);
  expect(linesOf(file)).toEqual([
    `${DEPARTMENT}|D5|实际值|95.5%|${before}|`,
    expect.stringMatching(new RegExp(`^${DEPARTMENT}\\|I5\\|备注\\|商务局电话更正\\|`)),
    `${DEPARTMENT}|J5|J列|张三|（空）|`,
  ]);
  fill(file, '分表改动', 3, 7, '已填原表');
  fill(file, DEPARTMENT, row, 3, '96%');
  run(file);
  expect(linesOf(file).map((line) => line.split('|')[3])).toEqual(['95.5%', '商务局电话更正', '张三', '96%']);
  expect(linesOf(file)[0]).toMatch(/已填原表$/);
});

test('a row put in by hand is kept by its name and its value', () => {
  const file = openExample('linzi-filled');
  run(file);
  const { rowCount } = sheetOf(file, DEPARTMENT);
  fill(file, DEPARTMENT, rowCount, 1, '新增的一项');
  fill(file, DEPARTMENT, rowCount, 3, '3个');
  expect(run(file).edits.map(({ indicator, heading, text }) => [indicator, heading, text])).toEqual([
    ['新增的一项', '评价指标', '新增的一项'],
    ['新增的一项', '实际值', '3个'],
  ]);
});

test('a value that has been carried into the clerk’s own table is no loss', () => {
  const file = openExample('linzi-filled');
  run(file);
  const { table, rows } = checkFile(file).tables[0]!;
  const own = rows.find(({ departments }) => departments.some(({ id }) => id === DEPARTMENT))!.row;
  const actual = table.columns.find(({ role }) => role === 'actual')!.column;
  fill(file, DEPARTMENT, 4, 3, '95.5%');
  fill(file, table.sheet, own.firstRow, actual, '95.5%');
  expect(run(file).edits).toEqual([]);
});

test('clearing still gives back the workbook as it was', () => {
  const file = openExample('linzi-filled');
  const before = file.save();
  run(file);
  fill(file, DEPARTMENT, 4, 3, '95.5%');
  run(file);
  file.apply(clear(file.snapshot()));
  expect(file.snapshot().marks).toEqual([]);
  expect(unzipSync(file.save())).toEqual(unzipSync(before));
});
