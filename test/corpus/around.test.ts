// Owns one property over the whole corpus: what stands around a table does not change how it is read.
import { arraySheet, type ArrayCell } from '../../src/sheet/array-sheet';
import type { Sheet } from '../../src/sheet/sheet';
import { recogniseTables } from '../../src/table/recognise';
import { sheetCases, type SheetCase } from './corpus';

type Rows = readonly (readonly ArrayCell[])[];

const NOTES_ABOVE: Rows = [['内部资料，注意保管'], [], ['联系电话：0533-7220000'], []];
const NOTES_BELOW: Rows = [[], [], ['注：本表数据由各责任部门提供。'], ['填表人：', '', '审核人：']];
const ROSTER_BELOW: Rows = [
  [],
  [],
  ['姓名', '单位', '电话'],
  ['张伟', '区卫生健康局', '7220001'],
  ['李娜', '区综合行政执法局', '7220002'],
  ['王强', '区教育和体育局', '7220003'],
];

interface Surroundings {
  readonly above: Rows;
  readonly left: number;
  readonly below: Rows;
}

const AROUND: readonly (readonly [string, Surroundings])[] = [
  ['blank rows above', { above: [[], []], left: 0, below: [] }],
  ['a blank column to the left', { above: [], left: 1, below: [] }],
  ['blank rows and columns', { above: [[], [], []], left: 2, below: [[]] }],
  ['notes above', { above: NOTES_ABOVE, left: 0, below: [] }],
  ['notes below', { above: [], left: 0, below: NOTES_BELOW }],
  ['a roster below', { above: [], left: 0, below: ROSTER_BELOW }],
];

function surrounded(sheet: Sheet, { above, left, below }: Surroundings): Sheet {
  const own = Array.from({ length: sheet.rowCount }, (_, row) => [
    ...Array.from({ length: left }, () => null),
    ...Array.from({ length: sheet.columnCount }, (_, column) => sheet.cell(row, column)),
  ]);
  const merges = sheet.merges.map((merge) => ({
    top: merge.top + above.length,
    bottom: merge.bottom + above.length,
    left: merge.left + left,
    right: merge.right + left,
  }));
  return arraySheet([...above, ...own, ...below], { merges });
}

/** Everything that was read, as text, with the table moved back to where it stood. */
function readAs(sheet: Sheet, { profile }: SheetCase, down: number, right: number): string[] {
  return recogniseTables(sheet, { profile }).tables.map((table) =>
    JSON.stringify({
      layout: table.layout,
      area: [table.area.top - down, table.area.bottom - down, table.area.left - right, table.area.right - right],
      columns: table.columns
        .filter(({ role }) => role)
        .map(({ column, role, period }) => [column - right, role, period]),
      rows: table.rows.map((row) => ({
        ...row,
        firstRow: row.firstRow - down,
        lastRow: row.lastRow - down,
        doubts: row.doubts.length,
      })),
    }),
  );
}

describe.each(AROUND)('with %s', (_, surroundings) => {
  // A sheet without its hidden rows and Excel tables first, since those do not move along here.
  const cases = [...sheetCases('open'), ...sheetCases('held-out')];

  test.each(cases.map((one) => [one.id, one] as const))('%s reads the same', (_id, one) => {
    const alone = surrounded(one.sheet, { above: [], left: 0, below: [] });
    const among = surrounded(one.sheet, surroundings);
    expect(readAs(among, one, surroundings.above.length, surroundings.left)).toEqual(readAs(alone, one, 0, 0));
  });
});
