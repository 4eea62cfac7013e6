// Owns A1 addresses and rectangular areas. Rows and columns are 0-based everywhere in the product; only text is 1-based.

/** A rectangle of cells, 0-based, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A` → 0, `AA` → 26. Letters only; anything else answers -1. */
export function columnIndex(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return -1;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export function formatCell(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** `A2:F59`; one cell is written as one cell. */
export function formatArea(area: Area): string {
  const first = formatCell(area.top, area.left);
  const last = formatCell(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

const AREA = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;

/** Reads `B3`, `$B$3:$D$9`; null when the text is not an area. */
export function parseArea(text: string): Area | null {
  const match = AREA.exec(text.trim());
  if (!match) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return {
    top: Math.min(Number(top), Number(bottom)) - 1,
    bottom: Math.max(Number(top), Number(bottom)) - 1,
    left: Math.min(columnIndex(left), columnIndex(right)),
    right: Math.max(columnIndex(left), columnIndex(right)),
  };
}

export function areaContains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

export function areasOverlap(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
