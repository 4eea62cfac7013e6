// Owns what must be put back when our work is taken out again: kept in text marks of the file, beside the other marks.
// If another program saved the file in between, what no longer fits is left alone.
import type { StyleList } from './styles';
import type { WorkbookDraft } from './workbook-draft';

/** Marks of this kind are not shown to jobs here; another host shows them as marks to be taken out with the rest. */
export const BEFORE = 'before.file.';
/** A text in a defined name holds at most 255 characters. */
const PIECE = 200;

/** Length and opening of a list before the first item of ours, and a checksum of that item. */
export interface ListBefore {
  readonly count: number;
  /** The opening tag, the whole list if it was empty, null if there was none. */
  readonly shape: string | null;
  readonly first: number;
}

export interface BookBefore {
  readonly styles: Partial<Record<StyleList, ListBefore>>;
  /** What cells with a style of ours had before us, by the style's index; only of cells that were there. */
  readonly origins?: Readonly<Record<string, number>>;
  /** The calculation settings, when we changed them. */
  readonly calculation?: string | null;
}

/** Rows `first` to `last` said this before us: the columns they span and, unless a person set their height, the height after a `|`. */
export type RowRun = readonly [first: number, last: number, before: string];

export interface SheetBefore {
  readonly dimension: string | null;
  /** What we wrote, a column each. */
  readonly areas: readonly string[];
  /** By the letters of columns that we wrote into: the definitions that stood there. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly RowRun[];
}

/** A record that is not of this shape (another version's, or tampered with) is as good as none. */
export function readSheetBefore(book: WorkbookDraft, key: string): SheetBefore | null {
  const found = readBefore(book, key);
  if (!isRecord(found)) return null;
  const { areas, columns, rows, dimension } = found;
  const isWhole =
    Array.isArray(areas) &&
    Array.isArray(rows) &&
    isRecord(columns) &&
    (dimension === null || typeof dimension === 'string');
  return isWhole ? (found as unknown as SheetBefore) : null; // its lists were looked at; their items are ours or harmless
}

export function readBookBefore(book: WorkbookDraft): BookBefore | null {
  const found = readBefore(book, 'book');
  return isRecord(found) && isRecord(found['styles']) ? (found as unknown as BookBefore) : null; // as above
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readBefore(book: WorkbookDraft, key: string): unknown {
  const start = `${BEFORE}${key}.`;
  const pieces = book.marks().filter((mark) => mark.name.startsWith(start));
  if (pieces.length === 0) return null;
  const numbered = pieces.map((mark) => ({ index: Number(mark.name.slice(start.length)), text: mark.text ?? '' }));
  const text = numbered.sort((a, b) => a.index - b.index).map((piece) => piece.text);
  try {
    return JSON.parse(text.join(''));
  } catch {
    return null;
  }
}

/** Sets the record, or takes it out when `value` is null. */
export function writeBefore(book: WorkbookDraft, key: string, value: object | null): void {
  const start = `${BEFORE}${key}.`;
  const text = value === null ? '' : JSON.stringify(value);
  const count = Math.ceil(text.length / PIECE);
  for (const mark of book.marks()) {
    if (mark.name.startsWith(start) && Number(mark.name.slice(start.length)) > count) book.removeMark(mark.name);
  }
  for (let index = 0; index < count; index++) {
    book.setMark({ name: `${start}${index + 1}`, place: null, text: text.slice(index * PIECE, (index + 1) * PIECE) });
  }
}

export function removeAllBefore(book: WorkbookDraft): void {
  for (const mark of book.marks()) if (mark.name.startsWith(BEFORE)) book.removeMark(mark.name);
}

/** A short checksum of a text, to see whether it is still the same. */
export function checksum(text: string): number {
  let sum = 5381;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 33) ^ text.charCodeAt(at)) >>> 0;
  return sum;
}
