// Owns noticing tables laid on their side: head words down a column, indicators across. They are refused, not read.
import { targetLook } from './content';
import type { Grid } from './grid';
import type { Refused } from './grid-tables';
import { readHeading } from './heading';

const FARTHEST = 8;

export function findTransposed(grid: Grid): Refused[] {
  const names = new Map<number, number>();
  for (const row of grid.rows) {
    const [column] = grid.columns(row);
    if (column === undefined) continue;
    const { role, or } = readHeading([grid.text(row, column)]);
    const across = grid.columns(row).slice(1);
    if (role === 'indicator' && across.filter((at) => targetLook(grid.text(row, at)) === 'none').length >= 2) {
      names.set(column, row);
    } else if (role === 'target' || or === 'target') {
      const start = names.get(column);
      const targets = across.filter((at) => targetLook(grid.text(row, at)) !== 'none');
      if (start === undefined || row - start > FARTHEST || targets.length < 2) continue;
      return [
        {
          area: { top: start, left: column, bottom: row, right: across[across.length - 1] ?? column },
          reason: 'transposed',
        },
      ];
    }
  }
  return [];
}
