// Owns the question whether a formula could depend on given cells: answers yes when in doubt. Must not calculate.
import { areasOverlap, columnIndex, type Area } from '../../sheet/address';

/** Functions whose references are made while calculating. */
const INDIRECT = /\b(?:INDIRECT|OFFSET|INDEX|CELL)\s*\(/i;
const REFERENCE =
  /\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?|\$?([A-Z]{1,3}):\$?([A-Z]{1,3})|\$?(\d{1,7}):\$?(\d{1,7})/gi;
const STRING = /"[^"]*"/g;

/** `reach`: how far down and right a shared formula is repeated. */
export interface FormulaReach {
  readonly formula: string;
  readonly rows: number;
  readonly columns: number;
}

function referencesOf({ formula, rows, columns }: FormulaReach): Area[] {
  const areas: Area[] = [];
  for (const match of formula.replace(STRING, '').matchAll(REFERENCE)) {
    const [, left, top, right = left, bottom = top, firstColumn, lastColumn, firstRow, lastRow] = match;
    const area =
      left !== undefined
        ? {
            top: Number(top) - 1,
            left: columnIndex(left),
            bottom: Number(bottom) - 1,
            right: columnIndex(right ?? left),
          }
        : firstColumn !== undefined
          ? { top: 0, left: columnIndex(firstColumn), bottom: Infinity, right: columnIndex(lastColumn ?? firstColumn) }
          : { top: Number(firstRow) - 1, left: 0, bottom: Number(lastRow) - 1, right: Infinity };
    areas.push({ ...area, bottom: area.bottom + rows, right: area.right + columns });
  }
  return areas;
}

export interface ValueChange {
  readonly areas: readonly Area[];
  /** Sheets that were made anew. */
  readonly sheets: readonly string[];
}

/** Of an area only the cells are looked at: the same cells of another sheet count too. */
export function couldDepend({ areas, sheets }: ValueChange, formulas: Iterable<FormulaReach>): boolean {
  for (const reach of formulas) {
    const { formula } = reach;
    if (INDIRECT.test(formula) || formula.includes('[') || sheets.some((sheet) => formula.includes(sheet))) return true;
    if (areas.length > 0 && referencesOf(reach).some((area) => areas.some((other) => areasOverlap(area, other))))
      return true;
  }
  return false;
}
