// Owns joining lines into paragraphs: what a page break or a line wrap has cut belongs together again. Must not judge what a paragraph says.
import type { NoticePart, NoticeTable } from './notice';
import { tableAt } from './text-tables';
import { CLOSING, findLabels, OPENING, readNumbering } from './words';

export interface Paragraph {
  /** Without its number. */
  readonly text: string;
  /** Depth of its number or heading, 1 the highest; null for plain text. */
  readonly level: number | null;
}

export interface NoticeBody {
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly NoticeTable[];
}

interface Line {
  readonly text: string;
  readonly level: number | null;
}

/** A line that goes on after this many characters without a stop was cut, not ended. */
const FULL_LINE = 40;
/** A list of units in brackets is never longer. */
const LONGEST_LIST = 300;
const LONGEST_TITLE = 50;
const MOST_TITLES = 3;

/** Tables with the lines about them, and everything else as paragraphs. */
export function readBody(parts: readonly NoticePart[]): NoticeBody {
  const tables: {
    titles: readonly string[];
    rows: NoticeTable['rows'];
    merges: NoticeTable['merges'];
    notes: string[];
  }[] = [];
  const stretches: Line[][] = [[]];
  for (const part of withTextTables(parts)) {
    const lines = stretches.at(-1) ?? [];
    if (part.kind === 'table') {
      tables.push({ titles: titlesAbove(lines), rows: part.rows, merges: part.merges, notes: [] });
      stretches.push([]);
      continue;
    }
    const line = tidyLine(part);
    if (line.text === '') continue;
    const table = tables.at(-1);
    if (table && lines.length === 0 && /^(?:注|说明|备注)\s?[：:]/.test(line.text)) table.notes.push(line.text);
    else lines.push(line);
  }
  return { paragraphs: stretches.flatMap(joinLines), tables };
}

/** The parts with every table that stands in plain lines found. */
function withTextTables(parts: readonly NoticePart[]): NoticePart[] {
  const texts = parts.map((part) => (part.kind === 'line' ? part.text : '\u0000'));
  const found: NoticePart[] = [];
  for (let at = 0; at < parts.length;) {
    const part = parts[at];
    const table = part?.kind === 'line' ? tableAt(texts, at) : null;
    if (table?.grid) found.push(table.grid);
    else found.push(...parts.slice(at, table?.end ?? at + 1));
    at = table?.end ?? at + 1;
  }
  return found;
}

function tidyLine({ text, level }: Line): Line {
  return {
    text: text
      .replace(/\[bookmark:[^\]]{0,80}\]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
    level,
  };
}

/** The short lines right above a table, up to its label `附件 2`. */
function titlesAbove(lines: readonly Line[]): string[] {
  const titles: string[] = [];
  for (let at = lines.length - 1; at >= 0 && titles.length < MOST_TITLES; at -= 1) {
    const text = lines[at]?.text ?? '';
    if (text.length > LONGEST_TITLE || /[。；！？|]|，$/.test(text)) break;
    titles.unshift(text);
    if (/^附\s?[件表]/.test(text) || readNumbering(text)) break;
  }
  return titles;
}

function joinLines(lines: readonly Line[]): Paragraph[] {
  const paragraphs: { readonly pieces: string[]; readonly level: number | null }[] = [];
  /** The end of the paragraph at hand: enough to tell whether it goes on. */
  let tail = '';
  for (const line of lines) {
    const numbering = readNumbering(line.text);
    const level = numbering?.level ?? line.level;
    const open = paragraphs.at(-1);
    if (open && level === null && goesOn(tail, open.pieces.at(-1) ?? '', line.text)) {
      open.pieces.push(joint(tail, line.text) + line.text);
      tail = (tail + line.text).slice(-LONGEST_LIST);
    } else {
      const text = line.text.slice(numbering?.length ?? 0);
      paragraphs.push({ pieces: [text], level });
      tail = text.slice(-LONGEST_LIST);
    }
  }
  return paragraphs.map(({ pieces, level }) => ({ text: pieces.join(''), level }));
}

function goesOn(tail: string, lastLine: string, next: string): boolean {
  if (hasOpenUnits(tail)) return true;
  if (findLabels(next)[0]?.start === 0) return false;
  if (/[，、,（(〔《“]$/.test(tail)) return true;
  return lastLine.length >= FULL_LINE && !/[。；：！？;:!?…）)〕\]】”"》]$/.test(tail);
}

/** `（责任单位：区卫生健康局、` whose bracket is not closed yet. */
function hasOpenUnits(tail: string): boolean {
  const label = findLabels(tail).at(-1);
  if (!label) return false;
  if (!OPENING.includes(tail[label.start - 1] ?? ' ')) return false;
  let depth = 1;
  for (const character of tail.slice(label.end)) {
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}

/** Chinese needs no blank between two lines; two Latin words do. */
function joint(tail: string, next: string): string {
  return /[A-Za-z0-9]$/.test(tail) && /^[A-Za-z0-9]/.test(next) ? ' ' : '';
}
