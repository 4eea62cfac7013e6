// Owns addresses as Excel writes them, and our marks as defined names. Must not call Excel.
import { columnIndex, formatArea, parseArea, type Area } from '../../sheet/address';
import type { Mark } from '../port';

export const MARK_PREFIX = '_dabiao.';
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** `'Sheet'!A1`, where a link in the workbook leads. */
export function linkTo(sheet: string): string {
  return `${quoteSheet(sheet)}!A1`;
}

/** `='Sheet'!$A$1:$B$2`. */
export function placeFormula(sheet: string, area: Area): string {
  return `=${quoteSheet(sheet)}!${formatArea(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}

const PLACE = /^=(?:'((?:[^']|'')+)'|([^'!#]+))!(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)$/i;
const TEXT = /^="(.*)"$/s;

/** A defined name as a mark; null for a name that is not ours. A place whose sheet is gone reads as null. */
export function markOfName(name: string, formula: string): Mark | null {
  if (!name.startsWith(MARK_PREFIX)) return null;
  const own = name.slice(MARK_PREFIX.length);
  const text = TEXT.exec(formula);
  if (text) return { name: own, place: null, text: (text[1] ?? '').replaceAll('""', '"') };
  const match = PLACE.exec(formula);
  const area = match && parseArea(match[3] ?? '');
  if (!area) return { name: own, place: null, text: null };
  return { name: own, place: { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? '', area }, text: null };
}

export function formulaOfMark({ place, text }: Mark): string {
  return place ? placeFormula(place.sheet, place.area) : `="${(text ?? '').replaceAll('"', '""')}"`;
}

/** Areas of an address such as `Sheet1!A1:B2,Sheet1!D:D`; whole rows and columns reach to the sheet's end. */
export function areasOfAddress(address: string): Area[] {
  return address.split(',').flatMap((part) => {
    const local = part.slice(part.lastIndexOf('!') + 1).replaceAll('$', '');
    const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(local);
    if (columns) {
      return { top: 0, bottom: LAST_ROW, left: columnIndex(columns[1] ?? ''), right: columnIndex(columns[2] ?? '') };
    }
    const rows = /^(\d{1,7}):(\d{1,7})$/.exec(local);
    if (rows) return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: LAST_COLUMN };
    return parseArea(local) ?? [];
  });
}

/** The parts of `area` that no `hole` covers, for holes as wide as the area: stretches of rows. */
export function rowsOutside(area: Area, holes: readonly Area[]): Area[] {
  let rest = [area];
  for (const hole of holes) {
    rest = rest.flatMap((part) => {
      if (hole.bottom < part.top || hole.top > part.bottom) return part;
      const above = hole.top > part.top ? [{ ...part, bottom: hole.top - 1 }] : [];
      const below = hole.bottom < part.bottom ? [{ ...part, top: hole.bottom + 1 }] : [];
      return [...above, ...below];
    });
  }
  return rest;
}

export function intersection(a: Area, b: Area): Area | null {
  const both = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return both.top > both.bottom || both.left > both.right ? null : both;
}
