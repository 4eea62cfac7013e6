// Owns finding headers: the rows and columns where head words of an indicator table stand, one to several rows high.
// Must not decide whether it is a table at all: that needs the cells below.
import { isSequence, isUnit, plain, targetLook } from './content';
import type { Grid } from './grid';
import { mayBeHeading, NO_HEADING, readHeading, type Heading } from './heading';

/** A stretch of one row that reads like head words. */
export interface HeaderSeed {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  /** Names an indicator or a target; else it only ends the table above. */
  readonly isCandidate: boolean;
}

export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** By column; columns without words have none. */
  readonly headings: ReadonlyMap<number, Heading>;
}

interface Piece {
  readonly left: number;
  readonly right: number;
  readonly heading: Heading;
  readonly text: string;
  readonly isData: boolean;
}

const MOST_HEADER_ROWS = 4;
const ROWS_TO_LOOK_DOWN = 5;

/** Every place that reads like a header's first full row, of whatever table, top to bottom, left to right. */
export function findHeaderSeeds(grid: Grid): HeaderSeed[] {
  return grid.rows.flatMap((row) => {
    const segments = segmentsOfRow(grid, row);
    const isBanner = segments.some(isOneRole) && segmentsOfRow(grid, row + 1).filter(stands).length > 1;
    if (isBanner) return [];
    return segments.map((segment) => ({
      row,
      left: segment[0]?.left ?? 0,
      right: segment[segment.length - 1]?.right ?? 0,
      isCandidate: segment.some((piece) => can(piece, 'indicator') || can(piece, 'target')),
    }));
  });
}

/** `城市指标` and `农村指标` over two tables side by side name the tables. */
function isOneRole(segment: readonly Piece[]): boolean {
  return new Set(segment.map((piece) => piece.heading.role)).size === 1;
}

function segmentsOfRow(grid: Grid, row: number): Piece[][] {
  const columns = grid.columns(row);
  const hopes = columns.filter((column) => mayBeHeading(grid.text(row, column)));
  if (hopes.length < 2) return [];
  const pieces = columns.map((column): Piece => {
    const text = grid.text(row, column);
    const right = grid.merge(row, column)?.right ?? column;
    const heading = hopes.includes(column) && !isLabel(text) ? readHeading([text]) : NO_HEADING;
    return { left: column, right, heading, text, isData: isDataCell(text, heading) };
  });
  const gap: Gap = {
    isEmpty: (left, right) => isEmptyBelow(grid, row, left, right),
    isOtherHeader: (left, right) => isEmptyBelow(grid, row, left, left) && hangsOver(grid, row, left + 1, right),
  };
  return segments(pieces, gap).filter(
    (segment) => isHeaderLike(segment) && (stands(segment) || !isBesideData(segment, pieces)),
  );
}

/** `产出指标` `数量指标` beside `≥12次` are names of a row, not head words. */
function isBesideData(segment: readonly Piece[], pieces: readonly Piece[]): boolean {
  const left = segment[0]?.left ?? 0;
  const right = segment[segment.length - 1]?.right ?? 0;
  return pieces.some((piece) => piece.isData && (piece.left === right + 1 || piece.right === left - 1));
}

/** `填报单位：` is to be filled in, no head word. */
const isLabel = (text: string): boolean => /[:：][\s_＿]*$/.test(text);

/** A number, or words that can only stand below a header. */
function isDataCell(text: string, heading: Heading): boolean {
  if (heading.isKnown || heading.isPeriodOnly) return false;
  // A year alone makes no figure: `2023年目标是否分解` is a heading that nobody listed.
  const look = targetLook(text.replace(/(?:19|20)\d{2}年/, ''));
  return look === 'sign' || look === 'number' || look === 'quantity' || isSequence(text);
}

const can = (piece: Piece, role: 'indicator' | 'target'): boolean =>
  piece.heading.role === role || piece.heading.or === role;

function stands(segment: readonly Piece[]): boolean {
  return segment.some((piece) => can(piece, 'indicator')) && segment.some((piece) => can(piece, 'target'));
}

/** What stands below and above the columns without words between two head words. */
interface Gap {
  readonly isEmpty: (left: number, right: number) => boolean;
  /** A blank column, then head words that reach down from a row above: the taller header of the table beside. */
  readonly isOtherHeader: (left: number, right: number) => boolean;
}

/** Tables side by side: a gap or a data cell between two that stand alone, or the same head words once more. */
function segments(pieces: readonly Piece[], { isEmpty, isOtherHeader }: Gap): Piece[][] {
  const found: Piece[][] = [];
  let current: Piece[] = [];
  const close = (): void => {
    if (current.length > 0) found.push(current);
    current = [];
  };
  pieces.forEach((piece, index) => {
    if (piece.isData) {
      close();
      return;
    }
    const previous = current[current.length - 1];
    const hasRoom = previous !== undefined && piece.left > previous.right + 1;
    const isGap = hasRoom && isEmpty(previous.right + 1, piece.left - 1);
    const isBesideTaller = hasRoom && isOtherHeader(previous.right + 1, piece.left - 1);
    const startsAgain =
      (piece.heading.role === 'seq' || piece.heading.role === 'indicator') &&
      current.some((earlier) => plain(earlier.text) === plain(piece.text)) &&
      stands(current);
    const rest = pieces.slice(index);
    const isApart = stands(current) ? !belongsBeyondGap(current, rest) : isOther(current, rest) && stands(rest);
    if (startsAgain || isBesideTaller || (isGap && isApart)) close();
    current.push(piece);
  });
  close();
  return found;
}

/** Head words of another kind of table, a roster's or a budget's: no mere number and group before a blank column. */
function isOther(segment: readonly Piece[], rest: readonly Piece[]): boolean {
  if (segment.some((piece) => can(piece, 'indicator') || can(piece, 'target'))) return false;
  const own = segment.filter(({ heading }) => heading.role !== 'seq' && heading.role !== 'category');
  return own.length > 1 && (rest[0]?.heading.role === 'seq' || own.some(({ heading }) => heading.about !== null));
}

/** A column between two tables holds nothing; one under an unmerged group of headings does. */
function isEmptyBelow(grid: Grid, row: number, left: number, right: number): boolean {
  for (let below = row + 1; below <= row + ROWS_TO_LOOK_DOWN; below += 1) {
    if (grid.columns(below).some((column) => column >= left && column <= right)) return false;
  }
  return true;
}

function hangsOver(grid: Grid, row: number, left: number, right: number): boolean {
  for (let column = left; column <= right; column += 1) if ((grid.merge(row, column)?.top ?? row) < row) return true;
  return false;
}

/** Beyond a blank column only a column that the table still lacks belongs to it. */
function belongsBeyondGap(segment: readonly Piece[], rest: readonly Piece[]): boolean {
  const next = rest[0];
  if (!next || stands(rest) || rest.some((piece) => plain(piece.text) === '姓名')) return false;
  const { role, isPeriodOnly } = next.heading;
  if (role === null || role === 'seq' || role === 'indicator') return isPeriodOnly;
  return !segment.some((piece) => piece.heading.role === role);
}

function isHeaderLike(segment: readonly Piece[]): boolean {
  const known = segment.filter((piece) => piece.heading.isKnown || piece.heading.isPeriodOnly);
  return known.length >= 2 && known.length * 5 >= segment.length * 2;
}

/** The whole header around a seed: group rows above, sub-headings below, headings joined by column. */
export function readHeader(grid: Grid, seed: HeaderSeed): Header {
  const bottom = lastHeaderRow(grid, seed);
  const top = firstHeaderRow(grid, seed);
  let { left, right } = seed;
  for (let row = top; row <= bottom; row += 1) {
    for (const column of grid.columns(row)) {
      const end = grid.merge(row, column)?.right ?? column;
      if (column === right + 1 && row !== seed.row && row > top) right = Math.max(right, end);
      else if (column <= right && end > right && column >= left) right = end;
      else if (end === left - 1 && row > top) left = column;
    }
  }
  const rows = [];
  for (let row = top; row <= bottom; row += 1) if (!isColumnNumbering(grid, row, left)) rows.push(row);
  const headings = new Map<number, Heading>();
  for (let column = left; column <= right; column += 1) {
    const heading = readHeading(levelsOf(grid, rows, bottom, left, column));
    if (heading.text !== '') headings.set(column, heading);
  }
  return { top, bottom, left, right, headings };
}

/** Words over a column from top to bottom; a merge counts once; an unmerged group reaches right until the next words. */
function levelsOf(grid: Grid, rows: readonly number[], bottom: number, left: number, column: number): string[] {
  const levels: string[] = [];
  let last = '';
  for (const row of rows) {
    const merge = grid.merge(row, column);
    const anchor = merge ? `${merge.top}:${merge.left}` : `${row}:${column}`;
    const text = grid.shown(row, column) || groupFromLeft(grid, row, bottom, left, column);
    if (text !== '' && anchor !== last) levels.push(text);
    last = anchor;
  }
  return levels;
}

function groupFromLeft(grid: Grid, row: number, bottom: number, left: number, column: number): string {
  const hasSub = (at: number): boolean => {
    for (let below = row + 1; below <= bottom; below += 1) if (grid.text(below, at) !== '') return true;
    return false;
  };
  if (row === bottom || grid.merge(row, column) || !hasSub(column)) return '';
  const sub = readHeading([grid.text(row + 1, column)]);
  const isOwnHeading = sub.isKnown && !sub.isPeriodOnly && !sub.profile;
  for (let at = column - 1; at >= left; at -= 1) {
    const text = grid.text(row, at);
    if (text !== '') {
      const isGroup = hasSub(at) && !grid.merge(row, at) && (!isOwnHeading || readHeading([text]).isPeriodOnly);
      return isGroup ? text : '';
    }
    if (grid.merge(row, at) || !hasSub(at)) return '';
  }
  return '';
}

function lastHeaderRow(grid: Grid, seed: HeaderSeed): number {
  let bottom = seed.row;
  let mergedTo = seed.row;
  for (let column = seed.left; column <= seed.right; column += 1) {
    const merge = grid.merge(seed.row, column);
    if (merge && merge.bottom < seed.row + MOST_HEADER_ROWS) mergedTo = Math.max(mergedTo, merge.bottom);
  }
  for (let row = seed.row + 1; row < seed.row + MOST_HEADER_ROWS; row += 1) {
    if (row > mergedTo && !isSubHeaderRow(grid, row, seed)) break;
    bottom = row;
  }
  return bottom;
}

function isSubHeaderRow(grid: Grid, row: number, seed: HeaderSeed): boolean {
  const columns = grid.columns(row).filter((column) => column >= seed.left && column <= seed.right);
  if (columns.length === 0) return false;
  if (isColumnNumbering(grid, row, seed.left)) return true;
  const [only, ...others] = columns;
  if (only !== undefined && others.length === 0 && readHeading([grid.shown(seed.row, only)]).role !== 'target') {
    if (!readHeading([grid.text(row, only)]).isPeriodOnly) return false;
  }
  return columns.every((column) => isSubHeading(grid, row, column, seed));
}

function isSubHeading(grid: Grid, row: number, column: number, seed: HeaderSeed): boolean {
  const text = grid.text(row, column);
  if (text.length > 24) return false;
  const heading = readHeading([text]);
  if (heading.isPeriodOnly || heading.isPartOfYear) return true;
  const above = readHeading([grid.shown(seed.row, column)]);
  if (above.role === 'seq' || (above.role === 'indicator' && !heading.isKnown)) return false;
  if (heading.isKnown || heading.profile !== null) return plain(text) !== plain(grid.shown(seed.row, column));
  const bare = plain(text).replace(/^\(|\)$/g, '');
  if (isUnit(bare) && /^[（(]/.test(text)) return true;
  const group = grid.merge(seed.row, column);
  const isUnderGroup = group === null ? isUnmergedGroup(grid, row, column, seed) : group.right > group.left;
  return isUnderGroup && text.length <= 8 && (targetLook(text) === 'none' || heading.period !== null);
}

/** `目标值` with a blank head cell at its right, words below both and nowhere else in the row. */
function isUnmergedGroup(grid: Grid, row: number, column: number, seed: HeaderSeed): boolean {
  const blank = (at: number): boolean => grid.shown(seed.row, at) === '';
  const first = blank(column) ? column - 1 : column;
  return (
    readHeading([grid.shown(seed.row, first)]).role === 'target' &&
    first + 1 <= seed.right &&
    blank(first + 1) &&
    grid.columns(row).every((at) => at === first || at === first + 1) &&
    grid.columns(row).length === 2
  );
}

/** Statistical tables number their columns below the header: `甲 乙 1 2 3`, `1 2 3 4`. */
function isColumnNumbering(grid: Grid, row: number, left: number): boolean {
  const texts = grid
    .columns(row)
    .filter((column) => column >= left)
    .map((column) => plain(grid.text(row, column)));
  if (texts.length < 3) return false;
  const numbers = texts
    .filter((text) => !/^[甲乙丙丁a-d栏次]+$/.test(text))
    .map((text) => Number(text.replace(/[()]/g, '')));
  return (
    numbers.length >= 2 &&
    numbers.every((number, index) => number === (numbers[0] ?? 0) + index) &&
    (numbers[0] ?? 9) <= 4
  );
}

function firstHeaderRow(grid: Grid, seed: HeaderSeed): number {
  let top = seed.row;
  while (top > 0 && seed.row - top < MOST_HEADER_ROWS - 1 && isGroupRow(grid, top - 1, seed)) top -= 1;
  return top;
}

/** A row of group words over parts of the header; a title across all of it is none. */
function isGroupRow(grid: Grid, row: number, seed: HeaderSeed): boolean {
  const columns = grid.columns(row);
  if (columns.length === 0 || columns.some((column) => column < seed.left || column > seed.right)) return false;
  const isTitle = columns.length === 1 && (columns[0] === seed.left || grid.text(row, columns[0] ?? 0).length > 12);
  if (isTitle || columns.some((column) => isLabel(grid.text(row, column)))) return false;
  return columns.every((column) => {
    const merge = grid.merge(row, column);
    const isAcross = (merge?.right ?? column) - (merge?.left ?? column) >= seed.right - seed.left;
    const heading = readHeading([grid.text(row, column)]);
    const isGroup = merge !== null && (merge.right > merge.left || merge.bottom > row) && merge.right <= seed.right;
    return (
      !isAcross && heading.text !== '' && (isGroup || columns.length > 1) && (heading.isKnown || heading.isPeriodOnly)
    );
  });
}
