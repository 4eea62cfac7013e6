// Owns what crosses the border for one cell: a value and its format read as a cell, and text written so that it stays text.
import { format as formatNumber, isDateFormat } from 'numfmt';
import { BLANK_CELL, type Cell } from '../../sheet/sheet';
import type { CellInput } from '../port';

export type RawValue = string | number | boolean;

const ERRORS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#BUSY!',
  '#UNKNOWN!',
  '#EXTERNAL!',
  '#PYTHON!',
]);

const dates = new Map<string, boolean>();

function showsDate(format: string): boolean {
  const known = dates.get(format);
  if (known !== undefined) return known;
  let isDate = false;
  try {
    isDate = isDateFormat(format.replaceAll('上午/下午', 'AM/PM'));
  } catch {
    // A format that only Excel can read: not a date as far as we know.
  }
  dates.set(format, isDate);
  return isDate;
}

/** Whether only Excel knows what the person sees: a number in a format of its own. */
export function needsText(value: RawValue, format: string): boolean {
  return typeof value === 'number' && format !== 'General' && format !== '@';
}

/** `text` is what Excel shows, where it was asked for. */
export function cellOf(value: RawValue, format: string, text: string | undefined, isFormula: boolean): Cell {
  if (value === '') return isFormula ? { ...BLANK_CELL, format, isFormula } : BLANK_CELL;
  if (typeof value === 'boolean')
    return { kind: 'boolean', value, text: String(value).toUpperCase(), format, isFormula };
  if (typeof value === 'number') {
    const kind = showsDate(format) ? 'date' : 'number';
    return { kind, value, text: text ?? formatNumber('General', value), format, isFormula };
  }
  const isError = ERRORS.has(value) && format !== '@';
  return { kind: isError ? 'error' : 'text', value, text: value, format, isFormula };
}

/**
 * What to set so that the cell holds exactly this: Excel turns text that begins with = + - into a formula and text that
 * looks like a number or date into one; an apostrophe before it prevents both and is not part of the value. Text that
 * begins with a Chinese character is never turned into anything.
 */
export function entered(value: CellInput): RawValue {
  if (value === null) return '';
  if (typeof value !== 'string' || value === '' || /^[\u4e00-\u9fff]/.test(value)) return value;
  return `'${value}`;
}

/** The same for cells whose format is Text: only what could become a formula, or begins with an apostrophe, is escaped. */
export function enteredAsText(value: CellInput): RawValue {
  if (value === null) return '';
  return typeof value === 'string' && /^[=+\-@'\t\r]/.test(value) ? `'${value}` : value;
}

/** Puts back what `formulas` and `values` gave: a text that looks like a formula but was none stays text. */
export function enteredAgain(formula: RawValue, value: RawValue): RawValue {
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return isFormula ? formula : entered(value);
}
