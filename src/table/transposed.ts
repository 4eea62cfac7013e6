// Owns noticing tables laid on their side: head words down a column, indicators across. They are refused, not read.
import { targetLook } from './content';
import type { Grid } from './grid';
import type { Refused } from './grid-tables';
import { mayBeHeading, readHeading } from './heading';

const FARTHEST = 8;

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
      const start = names.get(column);
      if (start === undefined || row - start > FARTHEST || count(true) < 2) continue;
      const right = Math.max(...across(row));
      return [{ area: { top: start, left: column, bottom: row, right }, reason: 'transposed' }];
    }
  }
  return [];
}
