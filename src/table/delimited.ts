// Owns tables with a whole row in one cell, tabs or runs of blanks between the fields. Unfolds them into a grid.
import type { Grid } from './grid';
import { isOrganisations, isSequence, plain, targetLook, trimmed } from './content';
import { readHeading } from './heading';
import { textCell, unfoldedSheet, type Unfolded, type UnfoldedRow } from './unfolded';

const FEWEST_LINES = 3;
const RUN_OF_BLANKS = /[ \u00a0]{2,}|\u3000+/;

export function unfoldDelimited(grid: Grid, name: string, isFree: (row: number) => boolean): Unfolded[] {
  const found: Unfolded[] = [];
  for (const [column, rows] of delimitedColumns(grid, isFree)) {
    const first = rows[0] ?? 0;
    const last = rows[rows.length - 1] ?? 0;
    const raw = (row: number): string => String(grid.cell(row, column).text);
    const byTab = rows.filter((row) => trimmed(raw(row)).includes('\t')).length * 2 >= rows.length;
    const header = rows.map((row) => split(raw(row), byTab)).find(isHeader);
    const width = header?.length ?? Math.max(...rows.map((row) => split(raw(row), byTab).length));
    const unfolded: UnfoldedRow[] = [];
    for (let row = Math.max(0, first - 6); row <= last; row += 1) {
      const fields = aligned(split(raw(row), byTab), width, byTab);
      const beside = grid.columns(row).filter((at) => at > column);
      const cells = fields.map(textCell);
      for (const at of beside) cells[width + at - column - 1] = grid.cell(row, at);
      unfolded.push({ cells: Array.from(cells, (cell) => cell ?? textCell('')), source: { first: row, last: row } });
    }
    found.push({
      layout: 'delimited',
      sheet: unfoldedSheet(name, unfolded),
      sources: unfolded.map(({ source }) => source),
      columnOf: (at) => (at < width ? column : column + at - width + 1),
    });
  }
  return found;
}

/** Columns whose cells mostly hold several fields. */
function delimitedColumns(grid: Grid, isFree: (row: number) => boolean): Map<number, number[]> {
  const rowsByColumn = new Map<number, number[]>();
  const filled = new Map<number, number>();
  for (const row of grid.rows) {
    if (!isFree(row)) continue;
    for (const column of grid.columns(row)) {
      filled.set(column, (filled.get(column) ?? 0) + 1);
      const text = grid.cell(row, column).text;
      if (!text.includes('\t') && !RUN_OF_BLANKS.test(trimmed(text))) continue;
      const rows = rowsByColumn.get(column) ?? [];
      rowsByColumn.set(column, rows);
      rows.push(row);
    }
  }
  for (const [column, rows] of rowsByColumn) {
    if (rows.length < FEWEST_LINES || rows.length * 2 < (filled.get(column) ?? 0)) rowsByColumn.delete(column);
  }
  return rowsByColumn;
}

function split(text: string, byTab: boolean): string[] {
  if (byTab)
    return text
      .replace(/[\r\n]+$/, '')
      .split('\t')
      .map(trimmed);
  const fields = trimmed(text).split(RUN_OF_BLANKS).map(trimmed);
  return fields.flatMap((field, index) => (index === 0 ? splitNumber(field) : [field]));
}

/** `1 群众满意率`: the number in front is a field of its own even after one blank. */
function splitNumber(field: string): string[] {
  const match = /^([^\s]{1,6})\s+(\S.*)$/.exec(field);
  return match?.[1] && match[2] && isSequence(match[1]) ? [match[1], match[2]] : [field];
}

function isHeader(fields: readonly string[]): boolean {
  const headings = fields.map((field) => readHeading([field]));
  return (
    headings.filter((heading) => heading.isKnown || heading.isPeriodOnly).length >= 2 &&
    headings.some((heading) => heading.role === 'target' || heading.role === 'indicator')
  );
}

/**
 * Blanks cannot show an empty field: a line with fewer or more fields than the header is laid out by what they hold, the
 * first number as seq, the first target as target; what is too many stays with the last field.
 */
function aligned(fields: readonly string[], width: number, byTab: boolean): string[] {
  if (byTab || fields.length === width || fields.length <= 1) return [...fields];
  if (fields.length > width) return [...fields.slice(0, width - 1), fields.slice(width - 1).join(' ')];
  const [first = ''] = fields;
  if (isSequence(first)) return [...fields];
  return plain(fields.join('')) !== '' &&
    fields.every((field) => isOrganisations(field)) &&
    targetLook(first) === 'none'
    ? [...Array<string>(width - 1).fill(''), fields.join(' ')]
    : ['', ...fields];
}
