// Owns tables pasted as plain text, everything in one column and a cell a line. Unfolds them into a grid.
import type { Cell } from '../sheet/sheet';
import {
  endsLikeIndicator,
  isFigure,
  isNote,
  isOrganisations,
  isSectionHeading,
  isSequence,
  isTargetTail,
  joinName,
  sequenceNumber,
  targetLook,
} from './content';
import type { Grid } from './grid';
import { readHeading, type Heading } from './heading';
import { textCell, unfoldedSheet, type Unfolded, type UnfoldedRow } from './unfolded';

interface Line {
  readonly row: number;
  readonly text: string;
  readonly cell: Cell;
}

/** Lines of one indicator, without its number. */
interface Entry {
  readonly number: Line | null;
  readonly lines: readonly Line[];
  readonly section: Line | null;
}

const FEWEST_LINES = 5;
/** Numbers that begin further down are a list only where several follow. */
const MOST_LINES_ABOVE = 2;
const FEWEST_ENTRIES = 3;
const FIELDS_WITHOUT_HEADER = ['', '', '', ''];

export function unfoldLines(grid: Grid, name: string, isFree: (row: number) => boolean): Unfolded[] {
  const found: Unfolded[] = [];
  for (const [column, lines] of lonelyColumns(grid, isFree)) {
    const starts = headerStarts(lines);
    const blocks = starts.length > 0 ? starts : [{ from: 0, to: 0 }];
    blocks.forEach(({ from, to }, index) => {
      const above = lines.slice(index === 0 ? 0 : from, from);
      const header = lines.slice(from, to);
      const rows = unfold(above, header, lines.slice(to, blocks[index + 1]?.from ?? lines.length));
      if (rows === null) return;
      found.push({
        layout: 'lines',
        sheet: unfoldedSheet(name, rows),
        sources: rows.map(({ source }) => source),
        columnOf: () => column,
      });
    });
  }
  return found;
}

/** Columns whose lines mostly stand alone in their row. */
function lonelyColumns(grid: Grid, isFree: (row: number) => boolean): Map<number, Line[]> {
  const byColumn = new Map<number, Line[]>();
  const hasCompany = (line: Line): boolean => grid.columns(line.row).length > 1;
  for (const row of grid.rows) {
    if (!isFree(row)) continue;
    const columns = grid.columns(row);
    for (const column of columns) {
      const lines = byColumn.get(column) ?? [];
      byColumn.set(column, lines);
      lines.push({ row, text: grid.text(row, column), cell: grid.cell(row, column) });
    }
  }
  const isLonely = (lines: readonly Line[]): boolean =>
    lines.length >= FEWEST_LINES && lines.filter(hasCompany).length * 4 <= lines.length;
  const lonely = new Map<number, Line[]>();
  for (const [column, lines] of byColumn) {
    const alone = lines.filter((line) => !hasCompany(line)).map(({ row }) => row);
    const [first = 0, last = first] = [alone[0], alone[alone.length - 1]];
    const inner = lines.filter(({ row }) => row >= first && row <= last);
    const kept = [lines, inner].find(isLonely);
    if (kept) lonely.set(column, kept);
  }
  return lonely;
}

/** Runs of head words that hold an indicator's and a target's, one word a line. */
function headerStarts(lines: readonly Line[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = 0;
  const close = (to: number): void => {
    const headings = lines.slice(from, to).map(({ text }) => readHeading([text]));
    const roles = headings.map(({ role }) => role);
    if (!roles.includes('indicator') || !roles.includes('target')) return;
    runs.push({ from: from + titleLines(headings), to });
  };
  lines.forEach(({ text }, index) => {
    const heading = readHeading([text]);
    const isHead = (heading.isKnown || heading.isPeriodOnly) && text.length <= 16;
    if (isHead && !isSectionHeading(text) && !/[。；，]/.test(text)) return;
    close(index);
    from = index + 1;
  });
  close(lines.length);
  return runs;
}

/** Titles that read like head words (`主要指标`) stand before the number's or before the last indicator's heading. */
function titleLines(headings: readonly Heading[]): number {
  const sequence = headings.findIndex(({ role }) => role === 'seq');
  if (sequence >= 0) return sequence;
  let titles = 0;
  for (const [index, { role, level }] of headings.entries()) {
    const isNamedLater = headings.slice(index + 1).some((heading) => heading.role === 'indicator');
    if (role !== null && !(role === 'indicator' && level === 0 && isNamedLater)) break;
    titles += 1;
  }
  return titles;
}

function unfold(above: readonly Line[], header: readonly Line[], body: readonly Line[]): UnfoldedRow[] | null {
  const first = header.length > 0 ? 0 : body.findIndex(({ text }) => sequenceNumber(text) === 1);
  const end = body.findIndex(({ text }, index) => index > first && (isNote(text) || isOtherHeader(body, index)));
  const lines = end < 0 ? body : body.slice(0, end);
  const words = header.map(({ text }) => text);
  const namesSequence = words.some((word) => readHeading([word]).role === 'seq');
  const numbered = words.length === 0 || namesSequence ? words : ['', ...words];
  const entries = numberedEntries(lines, numbered.length === 0 ? FIELDS_WITHOUT_HEADER : numbered);
  const isNumbered = entries.length > 0;
  const fields = (
    words.length === 0 ? FIELDS_WITHOUT_HEADER : isNumbered && !namesSequence ? ['', ...words] : words
  ).slice();
  const own = isNumbered ? entries : unnumberedEntries(lines, fields);
  if (own.length < 2 && header.length === 0) return null;
  if (own.length === 0) return null;

  const rows: UnfoldedRow[] = above
    .slice(-4)
    .map((line) => ({ cells: [line.cell], source: { first: line.row, last: line.row } }));
  const [firstHead] = header;
  if (firstHead) {
    rows.push({
      cells: fields.map(textCell),
      source: { first: firstHead.row, last: header[header.length - 1]?.row ?? firstHead.row },
    });
  }
  const inOrder = isByPlace(own, fields);
  for (const entry of own) {
    if (entry.section)
      rows.push({ cells: [entry.section.cell], source: { first: entry.section.row, last: entry.section.row } });
    rows.push(unfoldedRow(entry, fields, inOrder, isNumbered));
  }
  return rows;
}

/** Head words of another kind of table, one below the other: `姓名` `电话`. */
function isOtherHeader(lines: readonly Line[], index: number): boolean {
  const subjects = lines.slice(index, index + 2).map(({ text }) => readHeading([text]).about);
  return subjects.length === 2 && subjects.every((about) => about === 'person' || about === 'money');
}

/** The last entry ends where its fields are full, or at a blank line behind its target, unless organisations follow. */
function withoutTail(number: Line | null, lines: readonly Line[], fields: readonly string[]): readonly Line[] {
  const start = (number ?? lines[0])?.row ?? 0;
  const target = lines.findIndex(({ text }, index) => index > 0 && targetLook(text) !== 'none');
  const places = fields.length - (number ? 1 : 0);
  const end = lines.findIndex((line, index) => {
    if (target < 0 || index <= target || isOrganisations(line.text) || isTargetTail(line.text)) return false;
    if (isSectionHeading(line.text)) return true;
    const isBeyond = line.row - start >= fields.length;
    return isBeyond && (index >= places || line.row > (lines[index - 1]?.row ?? 0) + 1);
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/** Entries that begin with 1, 2, 3 …; a number that can only be a value does not begin one. */
function numberedEntries(lines: readonly Line[], fields: readonly string[]): Entry[] {
  const starts: number[] = [];
  let expected: number | null = null;
  lines.forEach(({ text }, index) => {
    const number = sequenceNumber(text);
    if (number === null || (expected === null ? index > MOST_LINES_ABOVE && number !== 1 : number !== expected)) return;
    const next = lines[index + 1];
    const last = starts[starts.length - 1];
    if (!next || !isName(next.text) || (last !== undefined && index - last < 2)) return;
    starts.push(index);
    expected = number + 1;
  });
  const isLate = (starts[0] ?? 0) > MOST_LINES_ABOVE;
  if (starts.length === 0 || (isLate && starts.length < FEWEST_ENTRIES)) return [];
  return starts.map((start, index) => {
    const own = lines.slice(start + 1, starts[index + 1] ?? lines.length);
    const before = lines[start - 1];
    const tail = own[own.length - 1];
    const isLast = index === starts.length - 1;
    const hasTail = !isLast && tail !== undefined && isSectionHeading(tail.text);
    return {
      number: lines[start] ?? null,
      lines: hasTail ? own.slice(0, -1) : isLast ? withoutTail(lines[start] ?? null, own, fields) : own,
      section: before && isSectionHeading(before.text) ? before : null,
    };
  });
}

function isName(text: string): boolean {
  const look = targetLook(text);
  const isOther = look === 'sign' || look === 'quantity' || isOrganisations(text);
  return /[\p{L}]{2}/u.test(text) && (endsLikeIndicator(text) || !isOther);
}

/** Without numbers: groups between blank rows, else as many lines as the header has words. */
function unnumberedEntries(lines: readonly Line[], fields: readonly string[]): Entry[] {
  const entry = (own: readonly Line[]): Entry => ({ number: null, lines: own, section: null });
  const groups: Line[][] = [];
  lines.forEach((line, index) => {
    const isNew = index === 0 || line.row > (lines[index - 1]?.row ?? 0) + 1;
    if (isNew) groups.push([]);
    groups[groups.length - 1]?.push(line);
  });
  const hasTarget = (group: readonly Line[]): boolean => group.some(({ text }) => targetLook(text) !== 'none');
  while (groups.length > 2 && !hasTarget(groups[groups.length - 1] ?? [])) groups.pop();
  if (groups.length > 1 && groups.every((group) => group.length > 1 && group.length <= fields.length + 1))
    return groups.map(entry);
  const width = fields.length;
  if (width < 2 || lines.length % width !== 0) return [];
  const place = fields.findIndex((field) => readHeading([field]).role === 'target');
  const entries: Entry[] = [];
  for (let start = 0; start < lines.length; start += width) entries.push(entry(lines.slice(start, start + width)));
  const readable = entries.filter(({ lines: own }) => targetLook(own[place]?.text ?? '') !== 'none');
  return readable.length * 5 >= entries.length * 4 ? entries : [];
}

const rolesOf = (fields: readonly string[]): readonly (string | null)[] =>
  fields.map((field) => readHeading([field]).role);

/** Blank lines stand for blank fields: in most entries each line stands as far below the number as its field says. */
function isByPlace(entries: readonly Entry[], fields: readonly string[]): boolean {
  const place = rolesOf(fields).indexOf('target');
  if (place < 0) return false;
  const fitting = entries.filter(({ number, lines }) => {
    const start = (number ?? lines[0])?.row ?? 0;
    const isInside = lines.every((line) => line.row - start < fields.length);
    const target = lines.find((line) => line.row - start === place);
    return isInside && (target === undefined || targetLook(target.text) !== 'none');
  });
  return fitting.length * 5 >= entries.length * 4;
}

function unfoldedRow(entry: Entry, fields: readonly string[], inOrder: boolean, isNumbered: boolean): UnfoldedRow {
  const { number, lines } = entry;
  const first = (number ?? lines[0])?.row ?? 0;
  const last = (lines[lines.length - 1] ?? number)?.row ?? first;
  const cells: Cell[] = fields.map(() => textCell(''));
  if (number) cells[0] = number.cell;
  const offset = isNumbered ? 1 : 0;
  const isInside = lines.every((line) => line.row - first < fields.length);
  if (inOrder && isInside) {
    for (const line of lines) cells[line.row - first] = line.cell;
  } else if (lines.length === fields.length - offset && fields.some((field) => field !== '')) {
    lines.forEach((line, index) => (cells[index + offset] = line.cell));
  } else {
    placeByContent(lines, fields, offset, cells);
  }
  return { cells, source: { first, last } };
}

/** Name up to the target, the target with what goes on from it, then each line where its kind belongs. */
function placeByContent(lines: readonly Line[], fields: readonly string[], offset: number, cells: Cell[]): void {
  const roles = rolesOf(fields);
  const nameAt = Math.max(roles.indexOf('indicator'), offset);
  const targetAt = roles.indexOf('target') >= 0 ? roles.indexOf('target') : nameAt + 1;
  const put = (at: number, line: Line): void => {
    const before = cells[at]?.text ?? '';
    const joined = at === nameAt ? joinName([before, line.text]) : `${before}\n${line.text}`;
    cells[at] = before === '' ? line.cell : textCell(joined);
  };
  const found = lines.findIndex(
    (line, index) => index > 0 && targetLook(line.text) !== 'none' && !isOrganisations(line.text),
  );
  lines.forEach((line, index) => {
    const isTail = found >= 0 && index === found + 1 && isTargetTail(line.text);
    if (index === found || isTail) put(targetAt, line);
    else if (index === 0 || (found >= 0 && index < found && !isOrganisations(line.text))) put(nameAt, line);
    else put(placeOf(line.text, roles, fields.length, targetAt), line);
  });
}

function placeOf(text: string, roles: readonly (string | null)[], width: number, targetAt: number): number {
  const of = (role: string): number => roles.indexOf(role);
  if (isOrganisations(text) && of('departments') >= 0) return of('departments');
  if (isFigure(text) && of('actual') >= 0) return of('actual');
  if (!isSequence(text) && of('remark') >= 0) return of('remark');
  return of('departments') >= 0 ? of('departments') : Math.min(width - 1, targetAt + 1);
}
