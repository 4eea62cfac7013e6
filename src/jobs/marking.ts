// Owns the plan that marks a clerk's sheet: where 达标情况 and 判定说明 go, and the colour rules. Must not judge.
import type { JudgedTable } from '../report/judged';
import { areasOverlap, type Area } from '../sheet/address';
import type { Sheet } from '../sheet/sheet';
import { displayWidth } from '../text/width';
import { VERDICT_LABELS, VERDICTS } from '../verdict/judgement';
import { VERDICT_COLOURS } from '../workbook/looks';
import type {
  Block,
  CellInput,
  ColourRule,
  Expectation,
  Mark,
  Plan,
  PlanStep,
  RowColours,
  WorkbookSnapshot,
} from '../workbook/port';
import { freshMarkName, marksOf, resultMarkFor } from './marks';

export const RESULT_HEADING = '达标情况';
export const REASON_HEADING = '判定说明';

/** In characters: the longest verdict; and the longest reason on one line as far as that stays readable. */
const RESULT_WIDTH = 12;
const REASON_WIDTHS = { least: 24, most: 64 };

export const COLOUR_RULES: readonly ColourRule[] = VERDICTS.map((verdict) => ({
  equals: VERDICT_LABELS[verdict].zh,
  ...VERDICT_COLOURS[verdict],
}));

/** Where the two result columns of one table go: from its header row (where there is one) to its last row. */
interface ResultPlace {
  readonly table: JudgedTable;
  readonly sheet: Sheet;
  readonly mark: Mark;
  readonly area: Area;
}

/** Marks all tables. Result columns of an earlier run are found by their mark, reused where the table still is, else erased. */
export function markingPlan(snapshot: WorkbookSnapshot, tables: readonly JudgedTable[], guarded: boolean): Plan {
  const places = placeResults(snapshot, tables);
  const checkedSheets = new Set(tables.map(({ table }) => table.sheet));
  const stale = marksOf(snapshot, 'result').filter(
    (mark) => mark.place && checkedSheets.has(mark.place.sheet) && !places.some((one) => covers(one, mark)),
  );
  const gone = stale.filter((mark) => !places.some((one) => one.mark.name === mark.name));
  const steps: PlanStep[] = [
    ...stale.flatMap(({ place }): PlanStep[] => (place ? [{ kind: 'erase', ...place }] : [])),
    ...places.map((place): PlanStep => writeStep(place)),
    ...[...checkedSheets].map((sheet): PlanStep => ({ kind: 'colour', sheet, colours: colours(sheet, places) })),
  ];
  if (gone.length > 0) steps.push({ kind: 'unmark', names: gone.map(({ name }) => name) });
  if (places.length > 0) steps.push({ kind: 'mark', marks: places.map(({ mark }) => mark) });
  return { expectations: guarded ? places.flatMap(({ table, sheet }) => expectations(table, sheet)) : [], steps };
}

function covers({ area, mark }: ResultPlace, old: Mark): boolean {
  const was = old.place?.area;
  return mark.name === old.name && was !== undefined && JSON.stringify(was) === JSON.stringify(area);
}

function placeResults(snapshot: WorkbookSnapshot, tables: readonly JudgedTable[]): ResultPlace[] {
  const taken = new Set(snapshot.marks.map((mark) => mark.name));
  const places: ResultPlace[] = [];
  for (const table of tables) {
    const sheet = snapshot.sheets.find((one) => one.name === table.table.sheet);
    if (!sheet) continue;
    const rows = resultRows(table, sheet);
    const old = resultMarkFor(snapshot, sheet.name, table.table.area);
    const ours = marksOf(snapshot, 'result').flatMap(({ place }) => (place?.sheet === sheet.name ? [place.area] : []));
    const others = places.filter((one) => one.mark.place?.sheet === sheet.name).map((one) => one.area);
    const left = old?.place ? old.place.area.left : firstFreePair(sheet, table.table.area, rows, ours, others);
    const area: Area = { ...rows, left, right: left + 1 };
    const name = old?.name ?? freshMarkName('result', taken);
    places.push({ table, sheet, area, mark: { name, place: { sheet: sheet.name, area }, text: null } });
  }
  return places;
}

/** The head words stand in the last header row; a table with none gets them above its first row if that is free. */
function resultRows({ table }: JudgedTable, sheet: Sheet): { top: number; bottom: number } {
  const { area, firstDataRow } = table;
  if (firstDataRow > area.top) return { top: firstDataRow - 1, bottom: area.bottom };
  const above = area.top - 1;
  const isFree = above >= 0 && [1, 2].every((step) => sheet.cell(above, area.right + step).kind === 'blank');
  return { top: isFree ? above : area.top, bottom: area.bottom };
}

/** Left column of the first two neighbouring columns that are empty over the table's whole height, ours counting as empty. */
function firstFreePair(
  sheet: Sheet,
  area: Area,
  rows: { top: number; bottom: number },
  ours: readonly Area[],
  others: readonly Area[],
): number {
  const height = { top: Math.min(area.top, rows.top), bottom: Math.max(area.bottom, rows.bottom) };
  const isFree = (column: number): boolean => {
    const strip: Area = { ...height, left: column, right: column };
    if ([...sheet.merges, ...others, ...sheet.tables.map((one) => one.area)].some((one) => areasOverlap(one, strip))) {
      return false;
    }
    if (sheet.isColumnHidden(column)) return false;
    for (let row = height.top; row <= height.bottom; row += 1) {
      const isOurs = ours.some((one) => areasOverlap(one, { ...strip, top: row, bottom: row }));
      if (!isOurs && sheet.cell(row, column).kind !== 'blank') return false;
    }
    return true;
  };
  let left = area.right + 1;
  while (!(isFree(left) && isFree(left + 1))) left += 1;
  return left;
}

function writeStep({ table, area }: ResultPlace): PlanStep {
  const values: CellInput[][] = Array.from({ length: area.bottom - area.top + 1 }, () => [null, null]);
  if (table.table.firstDataRow > area.top) values[0] = [RESULT_HEADING, REASON_HEADING];
  for (const { row, judgement } of table.rows) {
    values[row.firstRow - area.top] = [VERDICT_LABELS[judgement.verdict].zh, judgement.reason.zh];
  }
  const block: Block = { top: area.top, left: area.left, values, look: 'result' };
  return { kind: 'write', sheet: table.table.sheet, block, widths: [RESULT_WIDTH, reasonWidth(table)] };
}

function reasonWidth({ rows }: JudgedTable): number {
  const longest = rows.reduce((most, { judgement }) => Math.max(most, displayWidth(judgement.reason.zh)), 0);
  return Math.min(Math.max(longest + 2, REASON_WIDTHS.least), REASON_WIDTHS.most);
}

function colours(sheet: string, places: readonly ResultPlace[]): RowColours[] {
  return places
    .filter(({ table }) => table.table.sheet === sheet)
    .map(({ table: { table }, area }) => ({
      area: { top: table.firstDataRow, bottom: area.bottom, left: table.area.left, right: area.right },
      keyColumn: area.left,
      rules: COLOUR_RULES,
    }));
}

const GUARDED_ROLES: ReadonlySet<string | null> = new Set(['indicator', 'target', 'actual']);

/** Every line's indicator, target and actual value must still read as they did. */
function expectations({ table, rows }: JudgedTable, sheet: Sheet): Expectation[] {
  const columns = table.columns.filter((column) => GUARDED_ROLES.has(column.role));
  return rows.flatMap(({ row: { firstRow, lastRow } }) =>
    Array.from({ length: lastRow - firstRow + 1 }, (_, line) => firstRow + line).flatMap((row) =>
      columns.map(({ column }) => ({ sheet: sheet.name, row, column, text: sheet.cell(row, column).text })),
    ),
  );
}
