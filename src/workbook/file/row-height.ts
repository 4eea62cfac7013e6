// Owns how high a row must be for wrapped text: an estimate, since no program measures fonts for us in a file.
// Excel fits rows when they are edited, not when a file is opened.

const PADDING = 3;
/** Excel's own limit. */
const HIGHEST = 409;

/** Width in characters of the default font's digits: a Chinese character counts for two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x2e7f || '“”‘’…—≥≤×°‰·'.includes(sign) ? 2 : 1.05;
  return width;
}

/** Points for `text` wrapped in a column `width` characters wide, where one line takes `line` points. */
export function wrappedHeight(text: string, width: number, line = 15): number {
  const lines = text.split('\n').reduce((count, part) => {
    return count + Math.max(1, Math.ceil(displayWidth(part) / Math.max(1, width - 1)));
  }, 0);
  return Math.min(HIGHEST, lines <= 1 ? line : lines * line + PADDING);
}
