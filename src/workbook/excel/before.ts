// Owns what must be put back when our columns go: width and formats of a strip of cells before us, kept in two hidden
// marks beside the others: `before.excel.7` is the strip's place, `before.excel.7.was` tells what stood there.
import type { Area } from '../../sheet/address';
import type { Mark } from '../port';
import type { FormatRecord } from './formats';

export const BEFORE = 'before.excel.';
const WAS = '.was';

/** One column over some rows that we wrote, and what it was like. */
export interface Strip {
  /** The mark's name. */
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
  readonly was: StripBefore;
}

export interface StripBefore {
  /** Width in points; null for the standard width; undefined where we changed none. */
  readonly width?: number | null;
  readonly formats: FormatRecord;
  /** We laid a note or list on these cells, where there was none. */
  readonly validated?: boolean;
}

export function stripsOf(marks: readonly Mark[]): Strip[] {
  return marks.flatMap(({ name, place }) => {
    if (!name.startsWith(BEFORE) || !place) return [];
    const text = marks.find((mark) => mark.name === name + WAS)?.text;
    return { name, ...place, was: parseWas(text ?? null) };
  });
}

function parseWas(text: string | null): StripBefore {
  try {
    const parsed: unknown = JSON.parse(text ?? '');
    if (typeof parsed === 'object' && parsed !== null && 'formats' in parsed) return parsed as StripBefore;
  } catch {
    // Cut or edited by someone: nothing is known of before.
  }
  return { formats: {} };
}

/** The two marks of a strip. */
export function marksOfStrip({ name, sheet, area, was }: Strip): Mark[] {
  return [
    { name, place: { sheet, area }, text: null },
    { name: name + WAS, place: null, text: JSON.stringify(was) },
  ];
}

export function namesOfStrip({ name }: Pick<Strip, 'name'>): string[] {
  return [name, name + WAS];
}

/** The first free name. */
export function freshStripName(taken: Set<string>): string {
  let number = 1;
  while (taken.has(`${BEFORE}${number}`)) number++;
  taken.add(`${BEFORE}${number}`);
  return `${BEFORE}${number}`;
}
