// Owns finding tables in plain lines: tabs between the cells, or a cell a line. Must not guess cells apart where nothing stands between them.
import type { NoticeGrid } from './notice';
import { isHeadWord } from './words';

/** Lines that belong together: a table, or (`grid` null) a list with tabs that is none. `end` is the first line behind them. */
export interface TextTable {
  readonly grid: NoticeGrid | null;
  readonly end: number;
}

const MOST_COLUMNS = 30;

const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === '';

/** The table that begins at this line; null when none does. */
export function tableAt(lines: readonly string[], start: number): TextTable | null {
  return cellLinesAt(lines, start) ?? tabbedAt(lines, start) ?? numberedLinesAt(lines, start);
}

const tabbedCells = (line: string): string[] => line.split('\t').map((cell) => cell.trim());
const isTabbed = (line: string): boolean => line.trim().includes('\t') || /^\t+\S/.test(line);

/** A row a line, tabs between the cells. A blank line inside is a page break and stays; a line without tabs goes on the last cell. */
function tabbedAt(lines: readonly string[], start: number): TextTable | null {
  if (!(lines[start] ?? '').trim().includes('\t')) return null;
  const rows: string[][] = [];
  let end = start;
  while (end < lines.length) {
    const next = nextTabbed(lines, end);
    if (next === null) break;
    for (const between of lines.slice(end, next)) {
      if (isBlank(between)) rows.push([]);
      else appendToLastCell(rows, between.trim());
    }
    rows.push(tabbedCells(lines[next] ?? ''));
    end = next + 1;
  }
  const width = Math.max(...rows.map(filledWidth));
  const whole = withBrokenCells(rows, width);
  const headWords = (rows[0] ?? []).filter(isHeadWord).length;
  const isTable = headWords > 1 ? whole.length > 1 : width > 2 && whole.length > 2;
  return { grid: isTable && width <= MOST_COLUMNS ? gridOf(whole, width) : null, end };
}

/** A cell of two paragraphs breaks its row in two: halves that make exactly one row, the second with no number of its own, are one. */
function withBrokenCells(rows: readonly (readonly string[])[], width: number): (readonly string[])[] {
  const whole: (readonly string[])[] = [];
  for (const row of rows) {
    const last = whole.at(-1) ?? [];
    const [first = '', ...rest] = row;
    const isHalf = last.length > 0 && last.length < width && last.length + filledWidth(row) - 1 === width;
    if (isHalf && first !== '' && !/^\d/.test(first))
      whole[whole.length - 1] = [...last.slice(0, -1), `${last.at(-1) ?? ''}\n${first}`, ...rest];
    else whole.push(row);
  }
  return whole;
}

/** Cells up to the last that holds something: converters put a tab behind the last cell too. */
const filledWidth = (row: readonly string[]): number => row.map((cell) => cell !== '').lastIndexOf(true) + 1;

/** The next tabbed line, over one blank line or up to two lines that a cell wraps into; null when the table ends here. */
function nextTabbed(lines: readonly string[], from: number): number | null {
  for (let at = from; at < from + 3; at += 1) {
    const line = lines[at];
    if (line === undefined) return null;
    if (isTabbed(line)) return at;
    if (/[。！？：:]\s*$/.test(line) || line.trim().length > 40) return null;
  }
  return null;
}

function appendToLastCell(rows: readonly string[][], text: string): void {
  const row = rows.filter((cells) => cells.length > 0).at(-1);
  if (row) row[row.length - 1] = [row.at(-1) ?? '', text].filter((part) => part !== '').join('\n');
}

/** A cell a line, each behind a tab, records apart by an empty line. An empty cell is a line with nothing but its tab. */
function cellLinesAt(lines: readonly string[], start: number): TextTable | null {
  if (!(lines[start] ?? '').startsWith('\t')) return null;
  const rows: string[][] = [];
  let row: string[] = [];
  let end = start;
  for (; end < lines.length && row.length <= MOST_COLUMNS; end += 1) {
    const line = lines[end] ?? '';
    if (line.startsWith('\t') && !line.trim().includes('\t')) row.push(line.trim());
    else if (line.trim() === '' && !line.startsWith('\t')) {
      if (row.length > 0) rows.push(row);
      row = [];
      if ((rows[0]?.length ?? 2) < 2) return null;
    } else break;
  }
  if (row.length > 0) rows.push(row);
  const width = rows[0]?.length ?? 0;
  const regular = rows.filter((cells) => cells.length === width).length;
  if (width < 2 || width > MOST_COLUMNS || rows.length < 2 || regular < rows.length * 0.8) return null;
  return { grid: gridOf(rows, width), end };
}

const numberOf = (line: string | undefined): number => (/^\d{1,4}$/.test((line ?? '').trim()) ? Number(line) : -1);

/** A cell a line with nothing before it: head words, then `1`, its cells, `2`, its cells, … */
function numberedLinesAt(lines: readonly string[], start: number): TextTable | null {
  const head = headLinesAt(lines, start);
  if (!head || numberOf(lines[head.end]) !== 1) return null;
  const rows: string[][] = [];
  let at = head.end;
  while (numberOf(lines[at]) === rows.length + 1) {
    const record = recordAt(lines, at, rows.length + 2, head.width);
    rows.push(record.cells);
    at = record.end;
  }
  return rows.length > 2 ? { grid: gridOf([head.cells, ...rows], head.width), end: at } : null;
}

/** At least two head words, one a line; without 序号 among them an unnamed column stands before. */
function headLinesAt(lines: readonly string[], start: number): { cells: string[]; width: number; end: number } | null {
  const words: string[] = [];
  let at = start;
  for (; at < lines.length && words.length < MOST_COLUMNS; at += 1) {
    const word = (lines[at] ?? '').trim();
    if (word === '' && words.length > 0) continue;
    if (!isHeadWord(word)) break;
    words.push(word);
  }
  if (words.length < 2) return null;
  const cells = /^(?:序号|编号|项次|№)$/.test(words[0]?.replace(/\s/g, '') ?? '') ? words : ['', ...words];
  return { cells, width: cells.length, end: at };
}

/** From one number to the next; the last record ends at a full row followed by a blank line. */
function recordAt(
  lines: readonly string[],
  start: number,
  nextNumber: number,
  width: number,
): { cells: string[]; end: number } {
  const limit = Math.min(lines.length, start + width * 4);
  let end = start + 1;
  while (end < limit && numberOf(lines[end]) !== nextNumber) end += 1;
  if (end === limit) {
    end = start + 1;
    while (end < limit && end - start < width && !isBlank(lines[end])) end += 1;
  }
  const all = lines.slice(start, end).map((line) => line.trim());
  const filled = all.filter((line) => line !== '');
  const cells = all.length === width || filled.length > width ? all : filled;
  return { cells, end };
}

/** Rows as wide as the table. What a row has too much of goes into its last cell, a line each. */
function gridOf(rows: readonly (readonly string[])[], width: number): NoticeGrid {
  const even = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, at) => row[at] ?? '');
    if (row.length > width)
      cells[width - 1] = row
        .slice(width - 1)
        .filter((cell) => cell !== '')
        .join('\n');
    return cells;
  });
  return { kind: 'table', rows: even, merges: [] };
}
