// Owns a sheet held in plain arrays: for tables that come from a notice, and for tests. Must not read files.
import type { Area } from './address';
import { BLANK_CELL, type Cell, type Sheet, type SheetTable, type SheetVisibility } from './sheet';

export type ArrayCell = string | number | boolean | null | undefined | Cell;

export interface ArraySheetOptions {
  readonly name?: string;
  readonly visibility?: SheetVisibility;
  readonly isProtected?: boolean;
  readonly merges?: readonly Area[];
  readonly tables?: readonly SheetTable[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

/** A cell from a plain value, shown as it stands; `text` and `format` may say how a number is shown. */
export function cellOf(value: string | number | boolean | null, text?: string, format = 'General'): Cell {
  if (value === null || value === '') return BLANK_CELL;
  const kind = typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
  const shown = text ?? (typeof value === 'boolean' ? String(value).toUpperCase() : String(value));
  return { kind, value, text: shown, format, isFormula: false };
}

function isCell(value: ArrayCell): value is Cell {
  return typeof value === 'object' && value !== null;
}

/** Rows of values (row 0 is sheet row 1) as a sheet. */
export function arraySheet(rows: readonly (readonly ArrayCell[])[], options: ArraySheetOptions = {}): Sheet {
  const cells = rows.map((row) => row.map((value) => (isCell(value) ? value : cellOf(value ?? null))));
  const hiddenRows = new Set(options.hiddenRows);
  const hiddenColumns = new Set(options.hiddenColumns);
  const columnCount = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  return {
    name: options.name ?? 'Sheet1',
    visibility: options.visibility ?? 'visible',
    isProtected: options.isProtected ?? false,
    rowCount: cells.length,
    columnCount,
    cell: (row, column) => cells[row]?.[column] ?? BLANK_CELL,
    merges: options.merges ?? [],
    tables: options.tables ?? [],
    isRowHidden: (row) => hiddenRows.has(row),
    isColumnHidden: (column) => hiddenColumns.has(column),
  };
}
