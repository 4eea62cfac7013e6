// Owns what becomes of a notice in a workbook: a sheet a table, 任务清单, 进度安排. Must not read files nor judge.
import { safeSheetName } from '../department/sheet-name';
import type { Notice, NoticePhase, NoticeTable, NoticeTask } from '../notice/notice';
import type { Area } from '../sheet/address';
import type { LookName } from '../workbook/looks';
import type { Block, CellInput, NewSheet, Plan, WorkbookSnapshot } from '../workbook/port';
import { TASK_HEADINGS } from './task-lists';

export const TASK_SHEET = '任务清单';
export const SCHEDULE_SHEET = '进度安排';
export const SCHEDULE_HEADINGS = ['序号', '阶段', '时间', '开始', '结束', '工作内容'] as const;

const TASK_WIDTHS = [6, 28, 70, 36, 20, 20, 16];
const SCHEDULE_WIDTHS = [6, 24, 22, 14, 14, 80];
/** In characters: a column is as wide as its longest line, within these. */
const NARROWEST = 6;
const WIDEST = 48;

export interface ImportedNotice {
  /** Adds the sheets behind the workbook's own, under names that nobody has. From then on they are the person's. */
  readonly plan: Plan;
  /** Names of the new sheets, in order; none when the notice holds nothing of the kind. */
  readonly sheets: readonly string[];
}

/** A notice into a workbook that is open. Lists without a line are left out: they would only be in the way there. */
export function importNotice(snapshot: WorkbookSnapshot, notice: Notice): ImportedNotice {
  const taken = snapshot.sheets.map(({ name }) => name);
  const counts = [...notice.tables.map(() => 1), notice.tasks.length, notice.phases.length];
  const sheets = importSheets(notice, taken).filter((_, index) => counts[index] !== 0);
  const steps = sheets.length > 0 ? [{ kind: 'addSheets' as const, sheets }] : [];
  return { plan: { expectations: [], steps }, sheets: sheets.map(({ name }) => name) };
}

/** The sheets of a notice. `taken` are sheet names already in the workbook they go to. */
export function importSheets(notice: Notice, taken: readonly string[] = []): NewSheet[] {
  const names = new Set([...taken, TASK_SHEET, SCHEDULE_SHEET]);
  const nameFor = (wanted: string): string => {
    const name = safeSheetName(wanted, names);
    names.add(name);
    return name;
  };
  const ours = new Set(taken);
  return [
    ...notice.tables.map((table, index) => tableSheet(table, nameFor(nameOf(table, index)))),
    taskSheet(notice.tasks, safeSheetName(TASK_SHEET, ours)),
    scheduleSheet(notice.phases, safeSheetName(SCHEDULE_SHEET, ours)),
  ];
}

/** The table's own title without its number, else its label (`附件2`), else a number. */
function nameOf({ titles }: NoticeTable, index: number): string {
  const title = titles
    .at(-1)
    ?.replace(/^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)+/, '')
    .replace(/\s+/g, '');
  return title || `表${index + 1}`;
}

/** Title lines over the whole width, the table as it stands, its notes below. */
function tableSheet({ titles, rows, merges, notes }: NoticeTable, name: string): NewSheet {
  const width = rows[0]?.length ?? 1;
  const top = titles.length;
  const notesTop = top + rows.length;
  const headRows = Math.min(rows.length, headHeight(merges));
  const across = (row: number): Area => ({ top: row, left: 0, bottom: row, right: width - 1 });
  const lines = [...titles.map((_, row) => across(row)), ...notes.map((_, row) => across(notesTop + row))];
  return {
    name,
    blocks: [
      ...titles.map((title, row): Block => ({
        top: row,
        left: 0,
        values: [[title]],
        look: row === top - 1 ? 'title' : 'note',
      })),
      ...tableBlocks(rows, top, headRows),
      ...notes.map((note, row): Block => ({ top: notesTop + row, left: 0, values: [[note]], look: 'note' })),
    ],
    columnWidths: Array.from({ length: width }, (_, column) => widthOf(rows, column)),
    merges: [
      ...(width > 1 ? lines : []),
      ...merges.map((merge) => ({ ...merge, top: merge.top + top, bottom: merge.bottom + top })),
    ],
    frozenRows: top + headRows,
    print: { orientation: 'portrait', titleRows: [top, top + headRows - 1] },
  };
}

/** How many rows the head has: as many as the tallest merge that begins in the first row. */
function headHeight(merges: readonly Area[]): number {
  return Math.min(3, Math.max(1, ...merges.filter(({ top }) => top === 0).map(({ bottom }) => bottom + 1)));
}

function tableBlocks(rows: NoticeTable['rows'], top: number, headRows: number): Block[] {
  const head = rows.slice(0, headRows);
  const body = rows.slice(headRows);
  const looks = (head[0] ?? []).map((_, column): LookName => (isNumbered(body, column) ? 'count' : 'text'));
  const valueOf = (cell: string, column: number): CellInput =>
    looks[column] === 'count' && cell !== '' ? Number(cell) : cellInput(cell);
  return [
    { top, left: 0, values: head.map((row) => row.map(cellInput)), look: 'head' as const },
    { top: top + headRows, left: 0, values: body.map((row) => row.map(valueOf)), look: looks },
  ].filter(({ values }) => values.length > 0);
}

/** Excel holds at most so many characters in a cell. */
const LONGEST_CELL = 32_767;
const CUT = '……（过长，后略，请见通知原文）';

function cellInput(text: string): CellInput {
  if (text.length > LONGEST_CELL) return text.slice(0, LONGEST_CELL - CUT.length) + CUT;
  return text === '' ? null : text;
}

/** 序号 becomes numbers: every cell of the column is a small whole number or blank. All else stays the text that it is. */
function isNumbered(body: NoticeTable['rows'], column: number): boolean {
  const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  return column === 0 && cells.length > 0 && cells.every((cell) => /^[1-9]\d{0,3}$/.test(cell));
}

function widthOf(rows: NoticeTable['rows'], column: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, ...(row[column] ?? '').split('\n').map(charactersOf)), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

/** A Chinese character is as wide as two digits. */
const charactersOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? 2 : 1), 0);

function taskSheet(tasks: readonly NoticeTask[], name: string): NewSheet {
  const rows = tasks.map(({ seq, task, requirement, units, lead, support, deadline }) => [
    seq,
    task,
    requirement,
    units,
    lead,
    support,
    deadline,
  ]);
  return listSheet(name, TASK_HEADINGS, TASK_WIDTHS, rows);
}

function scheduleSheet(phases: readonly NoticePhase[], name: string): NewSheet {
  const rows = phases.map((phase, index) => [index + 1, phase.name, phase.period, phase.from, phase.to, phase.text]);
  return listSheet(name, SCHEDULE_HEADINGS, SCHEDULE_WIDTHS, rows);
}

function listSheet(
  name: string,
  headings: readonly string[],
  widths: readonly number[],
  rows: readonly CellInput[][],
): NewSheet {
  const looks = headings.map((_, column): LookName => (column === 0 ? 'count' : 'text'));
  const values = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cellInput(cell) : cell)));
  const head: Block = { top: 0, left: 0, values: [headings], look: 'head' };
  return {
    name,
    blocks: values.length > 0 ? [head, { top: 1, left: 0, values, look: looks }] : [head],
    columnWidths: widths,
    frozenRows: 1,
    print: { orientation: 'landscape', titleRows: [0, 0] },
  };
}
