// Owns a table laid out in other than a grid, unfolded into one, and the way back to the rows and the column it came from.
import type { Area } from '../sheet/address';
import { BLANK_CELL, type Cell, type Sheet } from '../sheet/sheet';
import type { Found } from './grid-tables';
import type { IndicatorTable } from './table';

/** First and last sheet row that an unfolded row came from. */
export interface Source {
  readonly first: number;
  readonly last: number;
}

export interface Unfolded {
  readonly layout: 'lines' | 'delimited';
  readonly sheet: Sheet;
  readonly sources: readonly Source[];
  /** The sheet column that an unfolded column came from. */
  readonly columnOf: (column: number) => number;
}

export interface UnfoldedRow {
  readonly cells: readonly Cell[];
  readonly source: Source;
}

export function unfoldedSheet(name: string, rows: readonly UnfoldedRow[]): Sheet {
  return {
    name,
    visibility: 'visible',
    isProtected: false,
    rowCount: rows.length,
    columnCount: rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0),
    cell: (row, column) => rows[row]?.cells[column] ?? BLANK_CELL,
    merges: [],
    tables: [],
    isRowHidden: () => false,
    isColumnHidden: () => false,
  };
}

export function textCell(text: string): Cell {
  return text === '' ? BLANK_CELL : { kind: 'text', value: text, text, format: 'General', isFormula: false };
}

/** The table with its own rows and columns of the sheet again. */
export function foldBack(table: IndicatorTable, unfolded: Unfolded): Found {
  const first = (row: number): number => unfolded.sources[row]?.first ?? row;
  const last = (row: number): number => unfolded.sources[row]?.last ?? row;
  const columns = table.columns.map((reading) => ({ ...reading, column: unfolded.columnOf(reading.column) }));
  const area: Area = {
    top: first(table.area.top),
    bottom: last(table.area.bottom),
    left: Math.min(...columns.map(({ column }) => column)),
    right: Math.max(...columns.map(({ column }) => column)),
  };
  const rows = table.rows.map((row) => ({ ...row, firstRow: first(row.firstRow), lastRow: last(row.lastRow) }));
  return {
    table: { ...table, area, columns, rows, layout: unfolded.layout, firstDataRow: first(table.firstDataRow) },
    covers: area,
  };
}
