// Owns what every host shows of a sheet: cells as value and as shown text, merges, hidden rows. Read only; knows no host.
import type { Area } from './address';

/** `date` is a number whose format shows a date or time; `error` holds the error's text (`#DIV/0!`) as its value. */
export type CellKind = 'blank' | 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface Cell {
  readonly kind: CellKind;
  /** What is stored: a formula's computed value; a date's serial number; null when blank. */
  readonly value: string | number | boolean | null;
  /** What the person sees: the value through its number format. '' when blank. */
  readonly text: string;
  /** The number format code, `General` when none. */
  readonly format: string;
  readonly isFormula: boolean;
}

export const BLANK_CELL: Cell = { kind: 'blank', value: null, text: '', format: 'General', isFormula: false };

export type SheetVisibility = 'visible' | 'hidden' | 'veryHidden';

export interface SheetTable {
  readonly name: string;
  readonly area: Area;
}

/** One worksheet. All indexes 0-based. */
export interface Sheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly isProtected: boolean;
  /** Rows and columns from A1 to the last cell that holds something (stray formats do not count). */
  readonly rowCount: number;
  readonly columnCount: number;
  /** `BLANK_CELL` for anything empty or outside. Cells under a merge other than its first are blank. */
  cell(row: number, column: number): Cell;
  readonly merges: readonly Area[];
  readonly tables: readonly SheetTable[];
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
}
