// Owns how a cell's text is made comparable: one width, one kind of sign, no stray blanks. For reading only:
// nothing here is ever written back to a clerk's sheet. Must not know what a text means.

/** Needs no work: printable ASCII without blanks or comparators in pairs, plain Chinese, the signs and units met most. */
const PLAIN = /^[\u4e00-\u9fff0-9A-Za-z%‰≥≤.、/()]*$/;

/** Entities that survive a copy out of a web page. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&ge;', '≥'],
  ['&le;', '≤'],
  ['&gt;', '>'],
  ['&lt;', '<'],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
]);

/** What NFKC would turn into a wrong number: each pattern with what it becomes before NFKC. */
const BEFORE_NFKC: readonly (readonly [RegExp, string])[] = [
  [/(\d)½/g, '$1.5'],
  [/½/g, '0.5'],
  [/(\d)¼/g, '$1.25'],
  [/¼/g, '0.25'],
  [/(\d)¾/g, '$1.75'],
  [/¾/g, '0.75'],
  // The symbol font's ≥ and ≤ become a raised three and a pound sign in a copy; no one can be sure, so: a garbled sign.
  [/(^|[^A-Za-zａ-ｚ\d⁻])[³£](?=\s*\d)/g, '$1?'],
  [/(\d)([⁰¹²³⁴-⁹]+)/g, '$1^$2'],
  [/[①-⑳]/g, ';'],
  [/…+|⋯+/g, '…'],
];

/** Comparators in the spellings people type; applied in order, blanks inside allowed. */
const COMPARATORS: readonly (readonly [RegExp, string])[] = [
  [/≧|⩾|≥\s?=|≮|>\s?=|=\s?>/g, '≥'],
  [/≦|⩽|≤\s?=|≯|<\s?=|=\s?</g, '≤'],
  [/[〉›](?=\s*[\d.])/g, '>'],
  [/[〈‹](?=\s*[\d.])/g, '<'],
  [/[〉›]\s?=/g, '≥'],
  [/[〈‹]\s?=/g, '≤'],
];

const BLANKS = /[\s\u00a0\u00ad\u180e\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\u3000\ufeff]+/g;
/** A blank stays only where it parts two runs of Latin letters or digits (`PM2.5 33`, `8 6%`, `GB 3095`). */
const NEEDLESS_BLANK = /(?<![A-Za-z0-9.]) | (?![A-Za-z0-9.])/g;
const PROTECTED = /…/g;

/**
 * The text as the readers see it: NFKC, comparators as single signs, blanks dropped except between Latin letters or
 * digits. Total: any string in, a string out.
 */
export function normalise(text: string): string {
  if (PLAIN.test(text)) return text;
  let result = text.replace(/&[a-z]{2,4};/g, (entity) => ENTITIES.get(entity) ?? entity);
  for (const [pattern, replacement] of BEFORE_NFKC) result = result.replace(pattern, replacement);
  result = result
    .replace(PROTECTED, '\ue000')
    .normalize('NFKC')
    .replace(/\ue000/g, '…');
  result = result.replace(BLANKS, ' ').trim();
  for (const [pattern, replacement] of COMPARATORS) result = result.replace(pattern, replacement);
  return result
    .replace(/[〔［【[]/g, '(')
    .replace(/[〕］】\]]/g, ')')
    .replace(/[〜∼]/g, '~')
    .replace(NEEDLESS_BLANK, '')
    .trim();
}
