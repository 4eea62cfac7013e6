// Owns short forms for reading recognised tables in tests.
import { columnLetters, formatArea } from '../../src/sheet/address';
import { arraySheet, type ArrayCell, type ArraySheetOptions } from '../../src/sheet/array-sheet';
import { recogniseTables } from '../../src/table/recognise';
import type { IndicatorTable, RecogniseOptions, Recognition } from '../../src/table/table';

export type Rows = readonly (readonly ArrayCell[])[];

export function recognise(
  rows: Rows,
  sheet: ArraySheetOptions = {},
  options: Partial<RecogniseOptions> = {},
): Recognition {
  return recogniseTables(arraySheet(rows, sheet), { profile: 'city', ...options });
}

/** Role → letters; several columns of a role are joined with a comma. */
export function roles(table: IndicatorTable): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { role, column } of table.columns) {
    if (role === null) continue;
    const letters = columnLetters(column);
    found[role] = found[role] === undefined ? letters : `${found[role]},${letters}`;
  }
  return found;
}

/** `1-based first-last` of every row. */
export function spans(table: IndicatorTable): string[] {
  return table.rows.map((row) => `${row.firstRow + 1}-${row.lastRow + 1}`);
}

/** Fields by `|`, `~` for a line break inside a cell, `→` for a tab, `␣` and `⎵` for blanks, digits alone are numbers. */
export function grid(text: string): Rows {
  return text
    .replace(/^\n|\n *$/g, '')
    .split('\n')
    .map((line) =>
      line.split('|').map((field) => {
        const value = field.trim().replace(/~/g, '\n').replace(/→/g, '\t').replace(/␣/g, ' ').replace(/⎵/g, '\u3000');
        return /^\d{1,6}(\.\d+)?$/.test(value) ? Number(value) : value;
      }),
    );
}

/** A table in a few lines: place and columns, then `rows | seq | category | indicator | target | departments | unit | actual`. */
export function brief(table: IndicatorTable): string {
  const columns = Object.entries(roles(table)).map(([role, letters]) => `${role}=${letters}`);
  const years = `${table.actualYear ?? '-'}/${table.targetYear ?? '-'}`;
  const head = [formatArea(table.area), table.layout, years, ...columns].join(' ');
  const rows = table.rows.map((row, index) => {
    const { seq, category, indicator, target, departments, unit, actual } = row;
    const fields = [spans(table)[index], seq, category, indicator, target, departments, unit, actual?.text];
    return fields
      .map((field) => (field ?? '').replace(/\n/g, '~'))
      .join(' | ')
      .trim();
  });
  return [head, ...rows].join('\n');
}
