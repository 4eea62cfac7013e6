// Owns the recogniser's view of a sheet: which cells hold something, texts without stray blanks, merges looked through.
// Our own result columns and everything outside a selection read as blank. Must not know what a column means.
import { areaContains, type Area } from '../sheet/address';
import { BLANK_CELL, type Cell, type Sheet } from '../sheet/sheet';
import { trimmed } from './content';

export interface Grid {
  /** Rows that hold something, ascending. */
  readonly rows: readonly number[];
  /** Columns of a row that hold something, ascending; a merge counts at its first cell. */
  columns(row: number): readonly number[];
  cell(row: number, column: number): Cell;
  /** As shown, without blanks at the ends; '' for blank. */
  text(row: number, column: number): string;
  merge(row: number, column: number): Area | null;
  /** The cell that shows at this place: the first cell of its merge, or itself. */
  anchor(row: number, column: number): { readonly row: number; readonly column: number };
  /** The text that shows at this place, through merges. */
  shown(row: number, column: number): string;
}

/** Wider sheets hold no indicator table there; longer gaps hold no continuation. They keep a stray cell in XFD1048576 cheap. */
const WIDEST = 512;
const LONGEST_GAP = 20000;
const NONE: readonly number[] = [];

/** What a row holds: a cell is asked for its text many times, and a host makes it anew each time. */
interface Line {
  readonly columns: readonly number[];
  /** Beside the columns, one text each. */
  readonly texts: readonly string[];
}

/** Shown text; a value that its format hides (`;;;`) still stands. */
function textOf(cell: Cell): string {
  if (cell.kind === 'blank') return '';
  const shown = trimmed(cell.text);
  return shown === '' && typeof cell.value === 'number' ? String(cell.value) : shown;
}

export function readGrid(sheet: Sheet, ours: readonly Area[] = [], selection?: Area): Grid {
  const top = Math.max(0, selection?.top ?? 0);
  const left = Math.max(0, selection?.left ?? 0);
  const bottom = Math.min(sheet.rowCount - 1, selection?.bottom ?? sheet.rowCount - 1);
  const right = Math.min(sheet.columnCount - 1, selection?.right ?? sheet.columnCount - 1, left + WIDEST - 1);

  const isOutside = (row: number, column: number): boolean =>
    row < top ||
    row > bottom ||
    column < left ||
    column > right ||
    ours.some((area) => areaContains(area, row, column));
  const cell = (row: number, column: number): Cell => (isOutside(row, column) ? BLANK_CELL : sheet.cell(row, column));

  const rows: number[] = [];
  const lines = new Map<number, Line>();
  for (let row = top, lastFilled = top; row <= bottom && row - lastFilled <= LONGEST_GAP; row += 1) {
    const columns: number[] = [];
    const texts: string[] = [];
    for (let column = left; column <= right; column += 1) {
      const shown = textOf(cell(row, column));
      if (shown === '') continue;
      columns.push(column);
      texts.push(shown);
    }
    if (columns.length === 0) continue;
    rows.push(row);
    lines.set(row, { columns, texts });
    lastFilled = row;
  }
  const text = (row: number, column: number): string => {
    const line = lines.get(row);
    return line?.texts[line.columns.indexOf(column)] ?? '';
  };

  const merges = indexMerges(sheet.merges, { top, left, bottom: rows[rows.length - 1] ?? top, right });
  const merge = (row: number, column: number): Area | null => merges.get(row)?.get(column) ?? null;
  const anchor = (row: number, column: number): { row: number; column: number } => {
    const area = merge(row, column);
    return area ? { row: area.top, column: area.left } : { row, column };
  };
  return {
    rows,
    columns: (row) => lines.get(row)?.columns ?? NONE,
    cell,
    text,
    merge,
    anchor,
    shown: (row, column) => {
      const first = anchor(row, column);
      return text(first.row, first.column);
    },
  };
}

/** Merges by row and column, cut to what was read. */
function indexMerges(merges: readonly Area[], bounds: Area): ReadonlyMap<number, ReadonlyMap<number, Area>> {
  const index = new Map<number, Map<number, Area>>();
  for (const merge of merges) {
    if (merge.top < bounds.top || merge.left < bounds.left) continue;
    const bottom = Math.min(merge.bottom, bounds.bottom);
    const right = Math.min(merge.right, bounds.right);
    for (let row = merge.top; row <= bottom; row += 1) {
      const byColumn = index.get(row) ?? new Map<number, Area>();
      index.set(row, byColumn);
      for (let column = merge.left; column <= right; column += 1) byColumn.set(column, merge);
    }
  }
  return index;
}

/** Where in `grid.rows` the rows from `row` on begin. */
export function indexFrom(grid: Grid, row: number): number {
  let low = 0;
  let high = grid.rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((grid.rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
