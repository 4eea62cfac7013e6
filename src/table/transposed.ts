// Owns noticing tables laid on their side: head words down a column, indicators across. They are refused, not read.
import { endsLikeIndicator, isFigure, targetLook } from './content';
import type { Grid } from './grid';
import type { Refused } from './grid-tables';
import { mayBeHeading, readHeading } from './heading';

const FARTHEST = 8;
const FARTHEST_NAMES = 60;

export function findTransposed(grid: Grid): Refused[] {
  const names = new Map<number, number>();
  const across = (row: number): readonly number[] => grid.columns(row).slice(1);
  for (const row of grid.rows) {
    const [column] = grid.columns(row);
    if (column === undefined) continue;
    const text = grid.text(row, column);
    if (!mayBeHeading(text)) continue;
    const { role, or } = readHeading([text]);
    const count = (isTarget: boolean): number =>
      across(row).filter((at) => (targetLook(grid.text(row, at)) !== 'none') === isTarget).length;
    if (role === 'indicator' && count(false) >= 2) {
      names.set(column, row);
    } else if (role === 'target' || or === 'target') {
      if (count(true) < 2) continue;
      const named = names.get(column);
      const start = named !== undefined && row - named <= FARTHEST ? named : rowOfNames(grid, row, across(row));
      if (start === null) continue;
      const right = Math.max(...across(row));
      return [{ area: { top: start, left: column, bottom: row, right }, reason: 'transposed' }];
    }
  }
  return [];
}

/** A matrix of places down and indicators across: the nearest row above that has words over most of the targets. */
function rowOfNames(grid: Grid, row: number, columns: readonly number[]): number | null {
  for (let above = row - 1; above >= Math.max(0, row - FARTHEST_NAMES); above -= 1) {
    const names = columns.filter((column) => isName(grid.shown(above, column)));
    if (names.length >= 2 && names.length * 2 > columns.length) return above;
  }
  return null;
}

const isName = (text: string): boolean =>
  /[\p{L}]{2}/u.test(text) && !isFigure(text) && targetLook(text) === 'none' && endsLikeIndicator(text);
