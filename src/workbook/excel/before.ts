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

const FILE_RECORD = /^before\.file\.(.+)\.(\d+)$/;

/**
 * Widths in points that columns had before the file host wrote into them: its records keep the file's own column
 * definitions, by letters. null is the standard width. A column that several sheets' records name differently is left out.
 */
export function widthsBeforeFile(marks: readonly Mark[]): ReadonlyMap<string, number | null> {
  const widths = new Map<string, number | null>();
  const unclear = new Set<string>();
  for (const columns of fileRecords(marks)) {
    for (const [letters, xml] of Object.entries(columns)) {
      const width = /\swidth="([\d.]+)"/.exec(xml)?.[1];
      // The file counts the cell's padding in: seven pixels a character, three quarters of a point a pixel.
      const points = width === undefined ? null : Number(width) * 7 * 0.75;
      if (widths.has(letters) && widths.get(letters) !== points) unclear.add(letters);
      widths.set(letters, points);
    }
  }
  for (const letters of unclear) widths.delete(letters);
  return widths;
}

function fileRecords(marks: readonly Mark[]): Record<string, string>[] {
  const pieces = new Map<string, string[]>();
  for (const { name, text } of marks) {
    const [, key, number] = FILE_RECORD.exec(name) ?? [];
    if (key === undefined) continue;
    const found = pieces.get(key) ?? [];
    found[Number(number)] = text ?? '';
    pieces.set(key, found);
  }
  return [...pieces.values()].flatMap((texts) => {
    try {
      const { columns }: { columns?: Record<string, string> } = JSON.parse(texts.join('')) as object;
      return columns ? [columns] : [];
    } catch {
      return [];
    }
  });
}
