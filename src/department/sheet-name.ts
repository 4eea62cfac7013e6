// Owns names that Excel and Windows accept for a sheet or a file made for a department. Must not make either.

/** Excel's limit on a sheet's name, in UTF-16 units. */
const LONGEST_SHEET_NAME = 31;
/** Leaves room for a folder on Windows' 260-character paths. */
const LONGEST_FILE_NAME = 100;

/** At most `length` UTF-16 units, never half a surrogate pair. */
const cut = (text: string, length: number): string => {
  if (text.length <= length) return text;
  return text.slice(0, isHighSurrogate(text.charCodeAt(length - 1)) ? length - 1 : length);
};
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/** The name, or with ` (2)`, ` (3)` … so that nobody has it yet, case ignored; never longer than `longest`. */
const untaken = (name: string, taken: ReadonlySet<string>, longest: number): string => {
  const folded = new Set([...taken].map((other) => other.toLowerCase()));
  let candidate = cut(name, longest);
  for (let count = 2; folded.has(candidate.toLowerCase()); count += 1) {
    const suffix = ` (${String(count)})`;
    candidate = cut(name, longest - suffix.length).trimEnd() + suffix;
  }
  return candidate;
};

/**
 * A sheet name Excel takes: at most 31 characters, none of `[ ] : * ? / \`, no `'` at either end, not `History`, not taken.
 * @param taken names of all sheets, whosesoever
 */
export const safeSheetName = (name: string, taken: ReadonlySet<string>): string => {
  const plain = withoutControls(name)
    .replace(/[[\]:*?/\\]/gu, ' ')
    .replace(/\s+/gu, ' ');
  const trimmed = cut(withoutQuotes(plain.trim()), LONGEST_SHEET_NAME);
  const named = withoutQuotes(trimmed) || '部门';
  return untaken(named.toLowerCase() === 'history' ? `${named}_` : named, taken, LONGEST_SHEET_NAME);
};
const withoutQuotes = (text: string): string => text.replace(/^['\s]+/u, '').replace(/['\s]+$/u, '');
// eslint-disable-next-line no-control-regex -- the very characters that may not stand in a name
const withoutControls = (text: string): string => text.replace(/[\u0000-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, ' ');

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/**
 * A file name (without extension) that Windows, macOS and Linux take and that is not taken.
 * @param taken names already given, without extension
 */
export const safeFileName = (name: string, taken: ReadonlySet<string> = new Set()): string => {
  const plain = withoutControls(name)
    .replace(/[<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ');
  const trimmed =
    cut(plain.trim(), LONGEST_FILE_NAME)
      .replace(/[. ]+$/u, '')
      .replace(/^[. ]+/u, '') || '部门';
  return untaken(RESERVED.test(trimmed) ? `${trimmed}_` : trimmed, taken, LONGEST_FILE_NAME);
};
