// Owns tables that stand in cells of a grid: from a header (or, without one, from what the cells hold) to indicators.
// Must not know other layouts.
import { areasOverlap, type Area } from '../sheet/address';
import { confidenceOf, whyNotATable, type RefusalReason } from './claim';
import { assignRoles, readColumn, type ColumnContext, type Columns } from './columns';
import { isNote, isSectionHeading, plain, sequenceNumber } from './content';
import { indexFrom, type Grid } from './grid';
import { findHeaderSeeds, readHeader, type Header, type HeaderSeed } from './header';
import { findHeaderless } from './headerless';
import { NO_HEADING, type Heading } from './heading';
import { readRows, type Frame } from './rows';
import type { IndicatorTable, RecogniseOptions } from './table';
import { reportYear, titlesAbove, unitLine } from './titles';

const SAMPLE_ROWS = 400;

export interface Found {
  readonly table: IndicatorTable;
  /** Header and titles included. */
  readonly covers: Area;
}

export interface Refused {
  readonly area: Area;
  readonly reason: RefusalReason;
}

/** Tables of a grid: those under a header first, then blocks that read as one without. */
export function findGridTables(
  grid: Grid,
  sheet: string,
  options: RecogniseOptions,
): { found: Found[]; refused: Refused[] } {
  const seeds = findHeaderSeeds(grid);
  const found: Found[] = [];
  const refused: Refused[] = [];
  const keep = (outcome: Found | Refused): void => {
    if ('reason' in outcome) refused.push(outcome);
    else found.push(outcome);
  };
  for (const seed of seeds.filter(({ isCandidate }) => isCandidate)) {
    const place: Area = { top: seed.row, bottom: seed.row, left: seed.left, right: seed.right };
    if (found.some(({ covers }) => areasOverlap(covers, place))) continue;
    keep(readTable(grid, sheet, readHeader(grid, seed), seeds, found, options));
  }
  const taken = [...found.map(({ covers }) => covers), ...refused.map(({ area }) => area)];
  for (const header of findHeaderless(grid, taken)) {
    const outcome = readTable(grid, sheet, header, seeds, found, options);
    if ('table' in outcome) found.push(outcome);
  }
  return { found, refused };
}

function readTable(
  grid: Grid,
  sheet: string,
  header: Header,
  seeds: readonly HeaderSeed[],
  found: readonly Found[],
  options: RecogniseOptions,
): Found | Refused {
  const { limit, repeated } = boundsBelow(grid, header, seeds);
  const sample = sampleRows(grid, header, limit, repeated);
  const { left, right } = widened(grid, header, sample);
  const titles = titlesAbove(grid, header.top, left, right, lastRowAbove(found, header.top, left, right));
  const year = reportYear(titles);
  const columns = columnsOf(grid, header, left, right, sample, {
    profile: options.profile,
    reportYear: year,
    roles: options.roles ?? new Map(),
    isPlan: isPlan(header, titles),
  });
  const reason = whyNotATable(columns, titles, hasChosenRoles(options));
  const headerArea: Area = { top: header.top, bottom: header.bottom, left, right };
  if (reason) return { area: headerArea, reason };

  const actualYear = yearOfActual(columns, year);
  const frame: Frame = {
    left,
    right,
    first: header.bottom + 1,
    limit,
    repeated,
    actualYear,
    unit: columns.target?.heading.unit ?? unitLine(titles),
    section: repeated.size > 0 ? sectionTitle(titles) : null,
  };
  const rows = readRows(grid, columns, frame);
  const last = rows[rows.length - 1];
  const first = rows[0];
  if (!last || !first) return { area: headerArea, reason: 'task' };
  const area: Area = { top: header.top, left, bottom: last.lastRow, right };
  const table: IndicatorTable = {
    sheet,
    area,
    firstDataRow: first.firstRow,
    confidence: confidenceOf(columns, header.headings.size > 0, rows.length),
    layout: 'grid',
    columns: columns.readings,
    rows,
    titles,
    actualYear,
    targetYear: columns.target?.heading.year ?? null,
  };
  return { table, covers: area };
}

/** Where each section repeats the header, the first section's name stands above the first header. */
function sectionTitle(titles: readonly string[]): string | null {
  const last = titles[titles.length - 1] ?? '';
  return isSectionHeading(last) ? last : null;
}

function hasChosenRoles(options: RecogniseOptions): boolean {
  const chosen = new Set(options.roles?.values());
  return chosen.has('indicator') && chosen.has('target');
}

function isPlan(header: Header, titles: readonly string[]): boolean {
  const hasNature = [...header.headings.values()].some((heading) => heading.about === 'nature' || heading.isBaseline);
  return hasNature || titles.some((title) => /规划|目标/.test(title));
}

function lastRowAbove(found: readonly Found[], top: number, left: number, right: number): number {
  return found.reduce(
    (last, { covers }) =>
      covers.bottom < top && covers.left <= right && covers.right >= left ? Math.max(last, covers.bottom) : last,
    -1,
  );
}

/** Where the table must end at the latest, and where its own header is repeated on the way. */
function boundsBelow(
  grid: Grid,
  header: Header,
  seeds: readonly HeaderSeed[],
): { limit: number; repeated: Set<number> } {
  const repeated = new Set<number>();
  for (const seed of seeds) {
    if (seed.row <= header.bottom || seed.right < header.left || seed.left > header.right) continue;
    if (repeated.has(seed.row)) continue;
    const next = readHeader(grid, seed);
    if (isSameHeader(header, next) && goesOnBelow(grid, header, next)) {
      for (let row = next.top; row <= next.bottom; row += 1) repeated.add(row);
      continue;
    }
    if (isSameHeader(header, next) || standsAlone(seed, next)) return { limit: next.top, repeated };
  }
  return { limit: Number.POSITIVE_INFINITY, repeated };
}

function standsAlone(seed: HeaderSeed, header: Header): boolean {
  const headings = [...header.headings.values()];
  const known = headings.filter(({ isKnown }) => isKnown).length;
  if (seed.isCandidate) return headings.some(({ role }) => role === 'indicator') || known >= 3;
  return known >= 2 && known * 2 > headings.length;
}

function isSameHeader(a: Header, b: Header): boolean {
  let same = 0;
  for (const [column, heading] of b.headings) {
    const first = a.headings.get(column) ?? NO_HEADING;
    if (plain(first.text) === plain(heading.text)) same += 1;
    else if (isOtherColumn(first, heading)) return false;
  }
  return same >= 2 && same * 4 >= a.headings.size * 3;
}

/** `2023年` above, `责任部门` below: another table, however much else is the same. */
function isOtherColumn(a: Heading, b: Heading): boolean {
  const isSure = (heading: Heading): boolean => heading.role !== null || heading.isPeriodOnly;
  return isSure(a) && isSure(b) && (a.role !== b.role || a.period !== b.period);
}

/** The same header again is a page break when the numbers go on, or when no title stands above it. */
function goesOnBelow(grid: Grid, header: Header, next: Header): boolean {
  const column = sequenceColumn(header);
  const above = nearestNumber(grid, column, next.top - 1, header.bottom, -1);
  const below = nearestNumber(grid, column, next.bottom + 1, next.bottom + 12, 1);
  if (above !== null && below !== null) return below > above;
  const title = [next.top - 1, next.top - 2]
    .map((row) =>
      grid
        .columns(row)
        .filter((at) => at >= header.left && at <= header.right)
        .map((at) => grid.text(row, at)),
    )
    .find((texts) => texts.length > 0);
  return !(title && title.length === 1 && /表|附件|情况|指标/.test(title[0] ?? ''));
}

function sequenceColumn(header: Header): number {
  for (const [column, heading] of header.headings) if (heading.role === 'seq') return column;
  return header.headings.has(header.left) ? header.left - 1 : header.left;
}

function nearestNumber(grid: Grid, column: number, from: number, to: number, step: 1 | -1): number | null {
  if (column < 0) return null;
  for (let row = from, seen = 0; (step > 0 ? row <= to : row > to) && seen < 12; row += step, seen += 1) {
    const number = sequenceNumber(grid.text(row, column));
    if (number !== null) return number;
  }
  return null;
}

/** Rows that tell what the columns hold: down to a note, a long gap or another header. */
function sampleRows(grid: Grid, header: Header, limit: number, repeated: ReadonlySet<number>): number[] {
  const sample: number[] = [];
  let last = header.bottom;
  for (const row of rowsFrom(grid, header.bottom + 1)) {
    if (row >= limit || row - last > 4 || sample.length >= SAMPLE_ROWS) break;
    const columns = grid.columns(row).filter((column) => column >= header.left - 1 && column <= header.right);
    if (columns.length === 0 || repeated.has(row)) continue;
    if (columns.length <= 4 && isNote(grid.text(row, columns[0] ?? 0))) {
      if (sample.length > 0) break;
      continue;
    }
    last = row;
    sample.push(row);
  }
  return sample;
}

function rowsFrom(grid: Grid, first: number): readonly number[] {
  const index = indexFrom(grid, first);
  return grid.rows.slice(index, index + SAMPLE_ROWS * 2);
}

/** Columns beside the header without words of their own belong to it when most rows hold something there. */
function widened(grid: Grid, header: Header, sample: readonly number[]): { left: number; right: number } {
  const whole = sample.filter(
    (row) => grid.columns(row).filter((at) => at >= header.left && at <= header.right).length > 1,
  );
  const isFull = (column: number): boolean => {
    if (column < 0 || whole.length === 0) return false;
    const held = whole.filter((row) => grid.shown(row, column) !== '' && grid.anchor(row, column).column === column);
    return held.length * 2 >= whole.length;
  };
  let { left, right } = header;
  while (right - header.right < 3 && isFull(right + 1) && grid.shown(header.bottom, right + 1) === '') right += 1;
  while (header.left - left < 2 && isFull(left - 1) && grid.shown(header.bottom, left - 1) === '') left -= 1;
  return { left, right };
}

function columnsOf(
  grid: Grid,
  header: Header,
  left: number,
  right: number,
  sample: readonly number[],
  context: ColumnContext,
): Columns {
  const columns = [];
  for (let column = left; column <= right; column += 1) {
    columns.push(readColumn(grid, column, header.headings.get(column) ?? NO_HEADING, sample));
  }
  return assignRoles(columns, context);
}

/** The header's year, else the report's period, else the year after the newest history column. */
function yearOfActual(columns: Columns, reported: number | null): number | null {
  const own = columns.actual?.heading.year ?? null;
  if (own !== null) return own;
  if (reported !== null) return reported;
  const years = columns.history.map(({ year }) => year).filter((year) => year !== null);
  return years.length > 0 ? Math.max(...years) + 1 : null;
}
