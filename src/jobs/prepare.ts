// Owns 准备填报列: the plan that adds the columns a table still needs to be filled in. Must not overwrite anything of the clerk's.
import type { JudgedTable } from '../report/judged';
import { areasOverlap, type Area } from '../sheet/address';
import type { Sheet } from '../sheet/sheet';
import type { Sentence } from '../text/sentence';
import type { LookName } from '../workbook/looks';
import type { Block, CellInput, Mark, Plan, PlanStep, Validation, WorkbookSnapshot } from '../workbook/port';
import type { CheckResult } from './check';
import { GUIDANCE_HEADING, tableFilling, type FillColumn, type TableFilling } from './filling';
import { freshMarkName, markedAreas, marksOf } from './marks';

export interface PrepareOptions {
  /** Year of the values, for tables that do not name one: earlier years are then named (2022年) instead of counted (上年值). */
  readonly year?: number;
}

export interface Preparation {
  /** Adds the columns. Result columns of an earlier check on these sheets go, so that the next check finds its place beside them. */
  readonly plan: Plan;
  /** What was added, table by table. */
  readonly added: readonly { readonly sheet: string; readonly headings: readonly string[] }[];
  /** Tables that could not be given columns. */
  readonly remarks: readonly Sentence[];
}

/** Columns for every table of a check that lacks them; running it twice adds nothing more. */
export function prepare(snapshot: WorkbookSnapshot, result: CheckResult, options: PrepareOptions = {}): Preparation {
  const additions = result.tables.map((table) => {
    const filling = tableFilling(table, result.profile, options.year);
    return { table, filling, columns: filling.columns.filter((column) => column.existing === null) };
  });
  return addColumns(
    snapshot,
    additions.filter(({ columns }) => columns.length > 0),
  );
}

/** Columns to add to one table, with what is already known to go into them. */
export interface Addition {
  readonly table: JudgedTable;
  readonly filling: TableFilling;
  readonly columns: readonly FillColumn[];
  /** By the row's index in the table and the column's heading. */
  readonly values?: (row: number, heading: string) => CellInput;
}

/** The plan for all additions: their cells, notes and marks. */
export function addColumns(snapshot: WorkbookSnapshot, additions: readonly Addition[]): Preparation {
  const taken = new Set(snapshot.marks.map(({ name }) => name));
  const added: { sheet: string; headings: string[] }[] = [];
  const remarks: Sentence[] = [];
  const steps: PlanStep[] = [];
  const marks: Mark[] = [];
  for (const addition of additions) {
    const { table } = addition.table;
    const sheet = snapshot.sheets.find(({ name }) => name === table.sheet);
    if (!sheet) continue;
    const headings = headingsOf(addition);
    const others = marks.flatMap(({ place }) => (place?.sheet === sheet.name ? [place.area] : []));
    const area = placeFor(addition.table, sheet, headings.length, markedAreas(snapshot, 'result', sheet.name), others);
    if (!area) {
      remarks.push(noHeader(sheet.name));
      continue;
    }
    steps.push(...writeSteps(addition, headings, area, sheet));
    marks.push(...marksFor(sheet.name, area, headings, taken));
    added.push({ sheet: sheet.name, headings });
  }
  if (marks.length > 0) steps.unshift(...withoutResults(snapshot, new Set(added.map(({ sheet }) => sheet))));
  if (marks.length > 0) steps.push({ kind: 'mark', marks });
  return { plan: { expectations: [], steps }, added, remarks };
}

/** The guidance is ours alone; what stands in a column to fill in becomes a person's, column by column. */
function marksFor(sheet: string, area: Area, headings: readonly string[], taken: Set<string>): Mark[] {
  return headings.map((heading, step): Mark => {
    const column = area.left + step;
    const name = freshMarkName(heading === GUIDANCE_HEADING ? 'guide' : 'fill', taken);
    return { name, place: { sheet, area: { ...area, left: column, right: column } }, text: null };
  });
}

const noHeader = (sheet: string): Sentence => ({
  zh: `“${sheet}”的表没有表头，且上方没有空行，无法添加填报列；请先插入一行表头再试。`,
  en: `The table on "${sheet}" has no header and no free row above; insert a header row first.`,
});

function headingsOf({ table, columns }: Addition): string[] {
  const hasGuidance = table.table.columns.some(({ heading }) => heading === GUIDANCE_HEADING);
  return [...columns.map(({ heading }) => heading), ...(hasGuidance ? [] : [GUIDANCE_HEADING])];
}

/** Result columns stand right of the table, where the new columns belong; the next check lays them again. */
function withoutResults(snapshot: WorkbookSnapshot, sheets: ReadonlySet<string>): PlanStep[] {
  const results = marksOf(snapshot, 'result').filter(({ place }) => place !== null && sheets.has(place.sheet));
  if (results.length === 0) return [];
  return [
    ...[...sheets].map((sheet): PlanStep => ({ kind: 'colour', sheet, colours: [] })),
    ...results.flatMap(({ place }): PlanStep[] => (place ? [{ kind: 'erase', ...place }] : [])),
    { kind: 'unmark', names: results.map(({ name }) => name) },
  ];
}

/** From the last header row to the last row, in the first neighbouring columns that are free over that height; null without a header. */
function placeFor(
  { table }: JudgedTable,
  sheet: Sheet,
  count: number,
  results: readonly Area[],
  others: readonly Area[],
): Area | null {
  const { area, firstDataRow } = table;
  const top = firstDataRow - 1;
  if (top < 0) return null;
  const height = { top: Math.min(top, area.top), bottom: area.bottom };
  const isFree = (column: number): boolean => {
    const strip: Area = { ...height, left: column, right: column };
    const blocked = [...sheet.merges, ...others, ...sheet.tables.map((one) => one.area)];
    if (sheet.isColumnHidden(column) || blocked.some((one) => areasOverlap(one, strip))) return false;
    for (let row = height.top; row <= height.bottom; row += 1) {
      const isOurs = results.some((one) => areasOverlap(one, { ...strip, top: row, bottom: row }));
      if (!isOurs && sheet.cell(row, column).kind !== 'blank') return false;
    }
    return true;
  };
  let left = area.right + 1;
  while (!Array.from({ length: count }, (_, step) => left + step).every(isFree)) left += 1;
  return { top, bottom: area.bottom, left, right: left + count - 1 };
}

const INPUT_WIDTH = 14;
const GUIDANCE_WIDTH = 40;

function writeSteps(addition: Addition, headings: readonly string[], area: Area, sheet: Sheet): PlanStep[] {
  const { table, filling } = addition;
  const widths = headings.map((heading) => (heading === GUIDANCE_HEADING ? GUIDANCE_WIDTH : INPUT_WIDTH));
  const write = (
    block: Block,
    more: { widths?: readonly number[]; validations?: readonly Validation[] } = {},
  ): PlanStep => ({
    kind: 'write',
    sheet: sheet.name,
    block,
    ...more,
  });
  const steps = [write({ top: area.top, left: area.left, values: [headings], look: 'head' }, { widths })];
  headings.forEach((heading, step) => {
    for (const run of runs(addition, heading)) {
      const look: LookName = heading === GUIDANCE_HEADING ? 'text' : 'input';
      steps.push(write({ top: run.top, left: area.left + step, values: run.values.map((value) => [value]), look }));
    }
  });
  const validations = headings.flatMap((heading, step) => validationsOf(table, filling, heading, area.left + step));
  const [first] = steps;
  if (first?.kind === 'write' && validations.length > 0) steps[0] = { ...first, validations };
  return steps;
}

/** Stretches of sheet rows that take this column, so that the cells of other rows stay as they are. */
function runs(addition: Addition, heading: string): { top: number; values: CellInput[] }[] {
  const found: { top: number; values: CellInput[] }[] = [];
  addition.table.rows.forEach(({ row }, index) => {
    const filling = addition.filling.rows[index];
    const isGuidance = heading === GUIDANCE_HEADING;
    if (!filling || !(isGuidance ? filling.headings.size > 0 : filling.headings.has(heading))) return;
    const value = isGuidance ? filling.guidance || null : (addition.values?.(index, heading) ?? null);
    const last = found.at(-1);
    if (last && last.top + last.values.length === row.firstRow) last.values.push(value);
    else found.push({ top: row.firstRow, values: [value] });
  });
  return found;
}

const LONGEST_TITLE = 32;
const LONGEST_PROMPT = 255;

/** A list to choose from and the guidance, on the cells of the actual value. */
function validationsOf(table: JudgedTable, filling: TableFilling, heading: string, column: number): Validation[] {
  const isActual = filling.columns.some((one) => one.role === 'actual' && one.heading === heading);
  if (!isActual) return [];
  return table.rows.flatMap(({ row }, index) => {
    const own = filling.rows[index];
    if (!own?.headings.has(heading)) return [];
    return [
      validationFor(row.indicator, own, { top: row.firstRow, bottom: row.firstRow, left: column, right: column }),
    ];
  });
}

/** The note shown beside a cell to fill in, with its list where the answer is one of a few. */
export function validationFor(
  indicator: string,
  { choices, guidance }: TableFilling['rows'][number],
  area: Area,
): Validation {
  return {
    area,
    ...(choices && { list: choices }),
    ...(guidance !== '' && {
      promptTitle: indicator.replace(/\s+/g, ' ').slice(0, LONGEST_TITLE),
      prompt: guidance.slice(0, LONGEST_PROMPT),
    }),
  };
}
