// Owns the expansion of rows with rowspan and colspan into a plain grid with merges. Must not know HTML.
import type { Area } from '../sheet/address';
import type { NoticeGrid } from './notice';

export interface SpanCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** More columns than any printed table has: a span beyond it is a mistake or an attack. */
const MOST_COLUMNS = 256;

/** Lays cells as a browser does: each goes to the first free place of its row; a span is cut at the last row. */
export function expandGrid(rows: readonly (readonly SpanCell[])[]): NoticeGrid {
  const grid: string[][] = rows.map(() => []);
  const merges: Area[] = [];
  /** For each column, the last row that a cell from above still covers. */
  const coveredTo: number[] = [];
  rows.forEach((cells, top) => {
    let column = 0;
    for (const cell of cells) {
      while ((coveredTo[column] ?? -1) >= top) column += 1;
      if (column >= MOST_COLUMNS) break;
      const bottom = Math.min(top + Math.max(1, cell.rowSpan), rows.length) - 1;
      const right = Math.min(column + Math.max(1, cell.columnSpan), MOST_COLUMNS) - 1;
      (grid[top] ??= [])[column] = cell.text;
      for (let covered = column; covered <= right; covered += 1) coveredTo[covered] = bottom;
      if (bottom > top || right > column) merges.push({ top, left: column, bottom, right });
      column = right + 1;
    }
  });
  const width = coveredTo.length;
  return { kind: 'table', rows: grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')), merges };
}
