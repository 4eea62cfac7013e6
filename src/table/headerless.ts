// Owns finding blocks that read as a table without a header that is known: a column of signs (`≥90%`) beside names.
import { areaContains, type Area } from '../sheet/address';
import { isNote, targetLook } from './content';
import type { Grid } from './grid';
import type { Header } from './header';
import { readHeading } from './heading';

const FEWEST_SIGNS = 2;
const LONGEST_GAP = 3;

interface Block {
  readonly rows: number[];
  readonly signs: Map<number, number[]>;
}

/** A header for each block: the words directly above its first target, or none at all. */
export function findHeaderless(grid: Grid, taken: readonly Area[]): Header[] {
  return blocks(grid, taken).flatMap((block) => {
    const header = headerOf(grid, block);
    return header && !taken.some((area) => isNear(area, header)) ? [header] : [];
  });
}

/** A header that was refused stands over these rows. */
function isNear(area: Area, header: Header): boolean {
  return area.left <= header.right && area.right >= header.left && Math.abs(area.bottom - header.bottom) <= LONGEST_GAP;
}

function blocks(grid: Grid, taken: readonly Area[]): Block[] {
  const found: Block[] = [];
  const byRow = areasByRow(taken);
  let block: Block | null = null;
  for (const row of grid.rows) {
    const columns = grid
      .columns(row)
      .filter((column) => !byRow.get(row)?.some((area) => areaContains(area, row, column)));
    if (columns.length < 2) continue;
    const last: number = block?.rows[block.rows.length - 1] ?? -1;
    if (block === null || row - last > LONGEST_GAP) {
      block = { rows: [], signs: new Map() };
      found.push(block);
    }
    block.rows.push(row);
    for (const column of columns) {
      if (targetLook(grid.text(row, column)) !== 'sign') continue;
      const rows = block.signs.get(column) ?? [];
      block.signs.set(column, rows);
      rows.push(row);
    }
  }
  return found;
}

function areasByRow(areas: readonly Area[]): ReadonlyMap<number, readonly Area[]> {
  const byRow = new Map<number, Area[]>();
  for (const area of areas) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const there = byRow.get(row) ?? [];
      byRow.set(row, there);
      there.push(area);
    }
  }
  return byRow;
}

function headerOf(grid: Grid, block: Block): Header | null {
  const [best] = [...block.signs].sort((a, b) => b[1].length - a[1].length);
  if (!best || best[1].length < FEWEST_SIGNS) return null;
  const [target, rows] = best;
  const first = firstRow(grid, block, target, rows[0] ?? 0);
  const body = block.rows.filter((row) => row >= first);
  const { left, right } = extent(grid, body, target);
  const above = block.rows[block.rows.indexOf(first) - 1];
  const isHeader = above === first - 1 && isWords(grid, above, left, right, target);
  const headings = new Map<number, ReturnType<typeof readHeading>>();
  if (isHeader) {
    for (let column = left; column <= right; column += 1) {
      const heading = readHeading([grid.shown(above, column)]);
      if (heading.text !== '') headings.set(column, heading);
    }
  }
  return { top: isHeader ? above : first, bottom: first - 1, left, right, headings };
}

/** Rows above the first sign belong when they hold a target of another kind. */
function firstRow(grid: Grid, block: Block, target: number, sign: number): number {
  let first = sign;
  for (let index = block.rows.indexOf(sign) - 1; index >= 0; index -= 1) {
    const row = block.rows[index] ?? 0;
    if (row !== first - 1 || targetLook(grid.text(row, target)) === 'none') break;
    first = row;
  }
  return first;
}

function extent(grid: Grid, rows: readonly number[], target: number): { left: number; right: number } {
  const isFull = (column: number): boolean =>
    column >= 0 && rows.filter((row) => grid.shown(row, column) !== '').length * 10 >= rows.length * 3;
  let left = target;
  let right = target;
  while (isFull(left - 1)) left -= 1;
  while (isFull(right + 1)) right += 1;
  return { left, right };
}

function isWords(grid: Grid, row: number, left: number, right: number, target: number): boolean {
  const columns = grid.columns(row).filter((column) => column >= left && column <= right);
  const isShort = columns.every((column) => grid.text(row, column).length <= 20 && !isNote(grid.text(row, column)));
  return columns.length >= 2 && isShort && columns.includes(target) && targetLook(grid.text(row, target)) === 'none';
}
