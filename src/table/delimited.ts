// Owns tables with a whole row in one cell: tabs, runs of blanks or (under a header of head words) single blanks between
// the fields. Unfolds them into a grid.
import { isOrganisations, isSequence, targetLook, trimmed } from './content';
import type { Grid } from './grid';
import { readHeading } from './heading';
import { textCell, unfoldedSheet, type Unfolded, type UnfoldedRow } from './unfolded';

type Delimiter = 'tab' | 'run' | 'blank';

interface Stack {
  readonly column: number;
  readonly rows: readonly number[];
  readonly delimiter: Delimiter;
}

const FEWEST_LINES = 3;
const TITLE_ROWS = 6;
const RUN_OF_BLANKS = /[ \u00a0]{2,}|\u3000+/;

export function unfoldDelimited(grid: Grid, name: string, isFree: (row: number) => boolean): Unfolded[] {
  return stacks(grid, isFree).map((stack) => unfold(grid, name, stack, isFree));
}

function unfold(
  grid: Grid,
  name: string,
  { column, rows, delimiter }: Stack,
  isFree: (row: number) => boolean,
): Unfolded {
  const raw = (row: number): string => grid.cell(row, column).text;
  const header = rows.map((row) => split(raw(row), delimiter)).find(isHeader) ?? null;
  const width = header?.length ?? Math.max(...rows.map((row) => split(raw(row), delimiter).length));
  const start = rows[0] ?? 0;
  let first = start;
  while (first > 0 && start - first < TITLE_ROWS && isFree(first - 1)) first -= 1;
  const unfolded: UnfoldedRow[] = [];
  for (let row = first; row <= (rows[rows.length - 1] ?? 0); row += 1) {
    const cells = aligned(split(raw(row), delimiter), header, width, delimiter).map(textCell);
    while (cells.length < width) cells.push(textCell(''));
    for (const at of grid.columns(row)) if (at > column) cells[width + at - column - 1] = grid.cell(row, at);
    unfolded.push({ cells: Array.from(cells, (cell) => cell ?? textCell('')), source: { first: row, last: row } });
  }
  return {
    layout: 'delimited',
    sheet: unfoldedSheet(name, unfolded),
    sources: unfolded.map(({ source }) => source),
    columnOf: (at) => (at < width ? column : column + at - width + 1),
  };
}

/** Columns whose cells mostly hold several fields, with the rows from the first such cell to the last filled one. */
function stacks(grid: Grid, isFree: (row: number) => boolean): Stack[] {
  const byColumn = new Map<number, number[]>();
  for (const row of grid.rows) {
    if (!isFree(row)) continue;
    for (const column of grid.columns(row)) {
      const rows = byColumn.get(column) ?? [];
      byColumn.set(column, rows);
      rows.push(row);
    }
  }
  return [...byColumn].flatMap(([column, rows]): Stack[] => {
    const raw = (row: number): string => grid.cell(row, column).text;
    const isSplit = (row: number): boolean => raw(row).includes('\t') || RUN_OF_BLANKS.test(trimmed(raw(row)));
    const several = rows.filter(isSplit);
    if (several.length >= FEWEST_LINES && several.length * 2 >= rows.length) {
      const tabs = several.filter((row) => raw(row).includes('\t')).length;
      const delimiter: Delimiter = tabs * 2 >= several.length ? 'tab' : 'run';
      return [{ column, rows: rows.filter((row) => row >= (several[0] ?? 0)), delimiter }];
    }
    const head = rows.findIndex((row) => isHeader(split(raw(row), 'blank')) && split(raw(row), 'blank').length > 2);
    return head < 0 ? [] : [{ column, rows: rows.slice(head), delimiter: 'blank' }];
  });
}

function split(text: string, delimiter: Delimiter): string[] {
  if (delimiter === 'tab')
    return text
      .replace(/[\r\n]+$/, '')
      .split('\t')
      .map(trimmed);
  if (delimiter === 'blank') return joinSigns(trimmed(text).split(/\s+/));
  const [first = '', ...others] = trimmed(text).split(RUN_OF_BLANKS).map(trimmed);
  return [...splitNumber(first), ...others];
}

/** `1 群众满意率`: the number in front is a field of its own even after one blank. */
function splitNumber(field: string): string[] {
  const match = /^([^\s]{1,6})\s+(\S.*)$/.exec(field);
  return match?.[1] && match[2] && isSequence(match[1]) ? [match[1], match[2]] : [field];
}

/** `≥` `90%` are one field. */
function joinSigns(fields: readonly string[]): string[] {
  const joined: string[] = [];
  for (const field of fields) {
    const last = joined[joined.length - 1];
    if (last !== undefined && /^[≥≤><＞＜]=?$/.test(last)) joined[joined.length - 1] = last + field;
    else joined.push(field);
  }
  return joined;
}

function isHeader(fields: readonly string[]): boolean {
  const headings = fields.map((field) => readHeading([field]));
  const known = headings.filter((heading) => heading.isKnown || heading.isPeriodOnly);
  return (
    known.length >= 2 &&
    known.length * 2 > fields.length &&
    known.some((heading) => heading.role === 'target' || heading.role === 'indicator')
  );
}

/**
 * Blanks cannot show an empty field, so a line with fewer or more fields than the header is laid out by what they hold:
 * the number in front, the target where the header has it, what is too many with the last field.
 */
function aligned(
  fields: readonly string[],
  header: readonly string[] | null,
  width: number,
  delimiter: Delimiter,
): string[] {
  if (delimiter === 'tab' && fields.length > 1) return [...fields];
  if (fields.length === width || fields.join('') === '') return [...fields];
  const roles = (header ?? []).map((field) => readHeading([field]).role);
  const departments = roles.indexOf('departments');
  const isSpill = fields.every((field) => isOrganisations(field));
  if (isSpill) return [...Array<string>(departments < 0 ? width - 1 : departments).fill(''), fields.join(' ')];
  if (fields.length === 1) return [...fields];

  const target = roles.indexOf('target');
  const name = isSequence(fields[0] ?? '') ? 1 : 0;
  const found = fields.findIndex((field, index) => index > name && targetLook(field) !== 'none');
  if (target > 0 && found > 0 && found !== target && roles[target - 1] === 'indicator') {
    const words = fields.slice(name, found).join('');
    const before = target === 2 ? [name === 1 ? (fields[0] ?? '') : '', words] : [words];
    return fitted([...before, ...fields.slice(found)], width);
  }
  const isUnnumbered = roles[0] === 'seq' && !isSequence(fields[0] ?? '');
  return fitted(isUnnumbered ? ['', ...fields] : fields, width);
}

function fitted(fields: readonly string[], width: number): string[] {
  return fields.length <= width ? [...fields] : [...fields.slice(0, width - 1), fields.slice(width - 1).join(' ')];
}
