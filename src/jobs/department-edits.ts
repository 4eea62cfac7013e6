// Owns what people wrote into department sheets, which every run makes anew: finding it, and keeping it on the list 分表改动.
// Must not carry it into the clerk's table: whether it is right is for a person.
import { columnLetters, formatCell } from '../sheet/address';
import type { Sheet } from '../sheet/sheet';
import { nameKey } from '../standard/national-2021';
import type { Sentence } from '../text/sentence';
import type { LookName } from '../workbook/looks';
import type { CellInput, Mark, NewSheet, PlanStep, WorkbookSnapshot } from '../workbook/port';
import { departmentSheetMarks, freshMarkName, marksOf } from './marks';
import { LIST_FIRST_ROW, listSheet, ownList, replaceOwnList } from './own-lists';

export const EDITS_SHEET = '分表改动';

/** Something in a department sheet that we did not write. */
export interface DepartmentEdit {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  readonly seq: string;
  readonly indicator: string;
  readonly heading: string;
  readonly text: string;
  /** What a new run writes there, from the clerk's table as it is now; '' for nothing. */
  readonly source: string;
}

/** One line of a department sheet as we write it, by its heads. */
export type WrittenLine = Readonly<Record<string, CellInput>>;

const SEQ = '序号';
const INDICATOR = '评价指标';
/** The columns of a department sheet in which people write. */
const WATCHED = ['实际值', '备注'] as const;

// ------------------------------------------------------------------------------------------------ what we wrote

/** Few enough to keep in marks, enough that a typed value is hardly ever taken for ours (1 in a million). */
const DIGEST_LENGTH = 5;
const DIGESTS_A_MARK = 50;

const plain = (value: CellInput | undefined): string => String(value ?? '').replace(/\s+/g, '');

/** FNV-1a, shortened. */
function digest(indicator: string, heading: string, text: string): string {
  let hash = 0x811c9dc5;
  for (const character of `${nameKey(indicator)}\n${heading}\n${plain(text)}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return (hash % 36 ** DIGEST_LENGTH).toString(36).padStart(DIGEST_LENGTH, '0');
}

function digestsOf(line: WrittenLine): string[] {
  const indicator = plain(line[INDICATOR]);
  const texts = WATCHED.filter((heading) => plain(line[heading]) !== '');
  return [
    digest(indicator, INDICATOR, ''),
    ...texts.map((heading) => digest(indicator, heading, plain(line[heading]))),
  ];
}

/** Remembers in the workbook what a run wrote: digests, not texts, in whatever order rows are sorted. */
export function writtenMarks(lines: readonly WrittenLine[], taken: Set<string>): Mark[] {
  const digests = [...new Set(lines.flatMap(digestsOf))];
  return Array.from({ length: Math.ceil(digests.length / DIGESTS_A_MARK) }, (_, at): Mark => {
    const part = digests.slice(at * DIGESTS_A_MARK, (at + 1) * DIGESTS_A_MARK);
    return { name: freshMarkName('written', taken), place: null, text: part.join('') };
  });
}

function readWritten(snapshot: WorkbookSnapshot): Set<string> | null {
  const marks = marksOf(snapshot, 'written');
  if (marks.length === 0) return null;
  const pieces = marks.flatMap(({ text }) => text?.match(new RegExp(`.{${String(DIGEST_LENGTH)}}`, 'g')) ?? []);
  return new Set(pieces);
}

// ------------------------------------------------------------------------------------------------ what people wrote

/**
 * `lines` are what a run would write now: a value that already stands in the clerk's table is no loss. Without them, and
 * where nothing was remembered, nothing can be said and nothing is.
 */
export function departmentEdits(snapshot: WorkbookSnapshot, lines: readonly WrittenLine[] = []): DepartmentEdit[] {
  const written = readWritten(snapshot);
  if (!written && lines.length === 0) return [];
  const known = new Set([...(written ?? []), ...lines.flatMap(digestsOf)]);
  const sources = new Map(lines.map((line) => [nameKey(plain(line[INDICATOR])), line]));
  const names = new Set(departmentSheetMarks(snapshot).flatMap(({ place }) => (place ? [place.sheet] : [])));
  const sheets = snapshot.sheets.filter(({ name }) => names.has(name));
  return sheets.flatMap((sheet) => editsOf(sheet, known, sources));
}

const HEADER_WITHIN = 10;

function editsOf(
  sheet: Sheet,
  known: ReadonlySet<string>,
  sources: ReadonlyMap<string, WrittenLine>,
): DepartmentEdit[] {
  const head = headOf(sheet);
  if (!head) return [];
  const textAt = (row: number, column: number | undefined): string =>
    column === undefined ? '' : sheet.cell(row, column).text.trim();
  const edits: DepartmentEdit[] = [];
  for (let row = head.row + 1; row < sheet.rowCount; row += 1) {
    const indicator = textAt(row, head.columns.get(INDICATOR));
    const source = sources.get(nameKey(indicator));
    const note = (column: number, heading: string): void => {
      const text = textAt(row, column);
      if (text === '') return;
      const now = String(source?.[heading] ?? '');
      edits.push({
        sheet: sheet.name,
        cell: formatCell(row, column),
        seq: textAt(row, head.columns.get(SEQ)),
        indicator,
        heading,
        text,
        source: now,
      });
    };
    const own = head.columns.get(INDICATOR);
    if (own !== undefined && indicator !== '' && !known.has(digest(indicator, INDICATOR, ''))) note(own, INDICATOR);
    for (const heading of WATCHED) {
      const column = head.columns.get(heading);
      if (column !== undefined && !known.has(digest(indicator, heading, textAt(row, column)))) note(column, heading);
    }
    for (let column = head.right + 1; column < sheet.columnCount; column += 1) {
      note(column, textAt(head.row, column) || `${columnLetters(column)}列`);
    }
  }
  return edits;
}

interface Head {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
  /** Last column of ours. */
  readonly right: number;
}

function headOf(sheet: Sheet): Head | null {
  for (let row = 0; row < Math.min(HEADER_WITHIN, sheet.rowCount); row += 1) {
    const columns = new Map<string, number>();
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const text = sheet.cell(row, column).text.trim();
      if (text !== '' && !columns.has(text)) columns.set(text, column);
    }
    const right = columns.get('备注');
    if (columns.has(INDICATOR) && columns.has('实际值') && right !== undefined) return { row, columns, right };
  }
  return null;
}

/** What a person should know, where something was found; null otherwise. */
export function editsSentence(edits: readonly DepartmentEdit[]): Sentence | null {
  const [first] = edits;
  if (!first) return null;
  const { sheet, cell, text } = first;
  return {
    zh: `部门分表里有 ${edits.length} 处手工填写（如“${sheet}”${cell}：${text}）不在原表中，没有丢弃，已列入“${EDITS_SHEET}”表；数请填到原表。`,
    en: `What was typed into department sheets (${edits.length}, such as “${sheet}” ${cell}: ${text}) is not in your table; it is kept on the sheet ${EDITS_SHEET}. Put values into your table.`,
  };
}

// ------------------------------------------------------------------------------------------------ the list

const HEADINGS = ['部门表', '单元格', '序号', '评价指标', '栏目', '分表中填写', '原表现有', '处理意见'];
const WIDTHS = [24, 8, 6, 36, 12, 28, 28, 20];
const LOOKS: readonly LookName[] = [
  ...(['text', 'centre', 'centre', 'text', 'centre', 'text', 'text', 'input'] as const),
];
const NOTE =
  '这些内容是在部门分表里手工填写的。部门分表每次重新生成，内容以原表为准；请核对后填到原表，处理情况写在最后一栏。';

/** Puts the edits on the list, below those that stand there already. No step when there are none. */
export function editSteps(snapshot: WorkbookSnapshot, edits: readonly DepartmentEdit[]): PlanStep[] {
  if (edits.length === 0) return [];
  const earlier = readEarlier(ownList(snapshot, EDITS_SHEET));
  const fresh = edits.map(({ sheet, cell, seq, indicator, heading, text, source }) => [
    ...[sheet, cell, seq, indicator, heading, text],
    source === '' ? '（空）' : source,
    null,
  ]);
  return replaceOwnList(snapshot, EDITS_SHEET, (name) => editsSheet(name, [...earlier, ...fresh]));
}

function readEarlier(sheet: Sheet | null): CellInput[][] {
  const rows = Array.from({ length: Math.max(0, (sheet?.rowCount ?? 0) - LIST_FIRST_ROW) }, (_, at) =>
    HEADINGS.map((_, column) => sheet?.cell(LIST_FIRST_ROW + at, column).text ?? ''),
  );
  return rows.filter((line) => line.some((text) => text !== ''));
}

function editsSheet(name: string, rows: readonly CellInput[][]): NewSheet {
  return listSheet(name, { title: EDITS_SHEET, note: NOTE, headings: HEADINGS, rows, looks: LOOKS, widths: WIDTHS });
}
