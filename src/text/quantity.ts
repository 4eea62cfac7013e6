// Owns a number with its unit inside a normalised text. Must not know whether it is a target or a value.
import { tidy } from './decimal';
import { unitAt, type Unit } from './units';

export interface Quantity {
  readonly value: number;
  readonly unit: Unit | null;
}

export interface QuantityReading extends Quantity {
  readonly start: number;
  readonly end: number;
}

const NUMBER = /[+-]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d*)?|(?<![\w.])\.\d+/y;
const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** Two readings of one character after a number: 万 counts unless it begins a unit (万元, 万平方米). */
function multiplierAt(text: string, position: number): number {
  const factor = MULTIPLIERS.get(text.charAt(position));
  return factor === undefined || unitAt(text, position) !== null || text.startsWith('分之', position + 1) ? 1 : factor;
}

const YEAR = /(?:19|20)\d{2}(?:年|[-~—至到](?:19|20)\d{2}年)/y;

/** A calendar year (`2025年`, `2021-2025年`) starts here: never an amount. */
export function isYearAt(text: string, start: number): boolean {
  YEAR.lastIndex = start;
  return YEAR.test(text);
}

/** The quantity that starts exactly at `start`; null when no number does, or a calendar year. */
export function quantityAt(text: string, start: number): QuantityReading | null {
  if (isYearAt(text, start)) return null;
  NUMBER.lastIndex = start;
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const number = Number(match[0].replaceAll(',', ''));
  if (!Number.isFinite(number)) return null;
  let end = start + match[0].length;
  const multiplier = multiplierAt(text, end);
  if (multiplier > 1) end += 1;
  if (text.charAt(end) === ' ' && unitAt(text, end + 1) !== null) end += 1;
  const unit = unitAt(text, end);
  return {
    value: multiplier > 1 ? tidy(number * multiplier) : number,
    unit: unit?.unit ?? null,
    start,
    end: end + (unit?.length ?? 0),
  };
}
