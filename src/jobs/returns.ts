// Owns reading a returned workbook: whom it is from, and which row of the master each of its rows answers. Must not compare values.
import type { JudgedRow, JudgedTable } from '../report/judged';
import { formatCell, type Area } from '../sheet/address';
import type { Cell, Sheet } from '../sheet/sheet';
import { nameKey } from '../standard/national-2021';
import { recogniseTables } from '../table/recognise';
import type { ColumnRole, IndicatorRow, IndicatorTable, Profile } from '../table/table';
import type { Sentence } from '../text/sentence';
import type { WorkbookSnapshot } from '../workbook/port';
import { ACTUAL_HEADING, type FillColumn } from './filling';
import { markedAreas, ourSheetNames } from './marks';
import { departmentOfHeading, rowMarks } from './row-marks';

export interface ReturnedWorkbook {
  readonly fileName: string;
  readonly snapshot: WorkbookSnapshot;
}

/** One row of the master. */
export interface MasterRow {
  readonly table: JudgedTable;
  readonly row: JudgedRow;
  /** The row's index in its table. */
  readonly index: number;
  readonly mark: string;
}

/** One row of a returned sheet, whoever made the sheet. */
interface ReturnedRow {
  /** 0-based. */
  readonly row: number;
  readonly seq: string | null;
  readonly indicator: string;
  /** What stands in the actual value's column. */
  readonly value: Cell | null;
  /** Single earlier years, oldest first. */
  readonly earlier: readonly Cell[];
  /** What a bureau wrote beside its value (情况说明). */
  readonly explanation: string;
  /** What it holds for one of the master's columns; null when it has no such column. */
  readonly read: (column: FillColumn) => FilledIn | null;
}

export interface FilledIn {
  readonly cell: Cell;
  /** A1. */
  readonly address: string;
}

/** A returned row and the master's row that it answers. */
export interface MatchedRow extends ReturnedRow {
  readonly master: MasterRow;
  readonly sheet: string;
  /** By what it was matched, where not by its mark and name alike: for a person to look at. */
  readonly note: Sentence | null;
}

export interface UnmatchedRow {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  readonly seq: string | null;
  readonly indicator: string;
  /** As shown. */
  readonly value: string;
  readonly why: Sentence;
}

export interface Return {
  readonly fileName: string;
  /** null when nothing in it says whose it is. */
  readonly department: string | null;
  readonly matched: readonly MatchedRow[];
  readonly unmatched: readonly UnmatchedRow[];
  /** Nothing in it was recognised as a table. */
  readonly isUnread: boolean;
}

export class MasterIndex {
  readonly rows: readonly MasterRow[];
  private readonly byMark = new Map<string, MasterRow>();
  private readonly byName = new Map<string, MasterRow[]>();

  constructor(private readonly tables: readonly JudgedTable[]) {
    const marks = rowMarks(tables);
    this.rows = tables.flatMap((table) =>
      table.rows.map((row, index): MasterRow => ({ table, row, index, mark: marks.get(table)?.[index] ?? '' })),
    );
    for (const row of this.rows) {
      this.byMark.set(row.mark, row);
      const name = nameKey(row.row.row.indicator);
      this.byName.set(name, [...(this.byName.get(name) ?? []), row]);
    }
  }

  /** Headings that the master's tables have for a role. */
  headings(role: ColumnRole): Set<string> {
    const columns = [...this.tables].flatMap(({ table }) => table.columns.filter((column) => column.role === role));
    return new Set(columns.map(({ heading }) => heading).filter((heading) => heading !== ''));
  }

  /** The row of this mark and name. Where both disagree the name wins, because sorting may leave a hidden column behind. */
  find(
    mark: string | null,
    { seq, indicator }: Pick<ReturnedRow, 'seq' | 'indicator'>,
  ): { row: MasterRow | null; note: Sentence | null } {
    const marked = mark === null ? undefined : this.byMark.get(mark);
    const named = this.byName.get(nameKey(indicator)) ?? [];
    if (marked && (named.includes(marked) || indicator === ''))
      return { row: marked, note: indicator === '' ? NAMELESS : null };
    if (marked && named.length === 0) return this.renamed(marked, indicator);
    const one = named.length === 1 ? named[0] : named.find(({ row }) => row.row.seq === seq);
    if (one) return { row: one, note: marked ? MARK_DIFFERS : mark !== null ? MARK_UNKNOWN : BY_NAME };
    if (named.length > 1) return { row: null, note: SEVERAL };
    return { row: null, note: indicator === '' ? NO_NAME : this.nearest(indicator) };
  }

  private renamed(marked: MasterRow, indicator: string): { row: MasterRow | null; note: Sentence | null } {
    const name = marked.row.row.indicator;
    if (likeness(nameKey(name), nameKey(indicator)) < ALIKE) {
      return {
        row: null,
        note: { zh: `行标记为“${name}”，指标名称却完全不同`, en: `its mark says "${name}", its name something else` },
      };
    }
    return {
      row: marked,
      note: { zh: `指标名称有改动，按行标记对应“${name}”`, en: `renamed; matched by its mark to "${name}"` },
    };
  }

  private nearest(indicator: string): Sentence {
    const key = nameKey(indicator);
    const scored = this.rows.map(({ row }) => ({
      name: row.row.indicator,
      score: likeness(key, nameKey(row.row.indicator)),
    }));
    const best = scored.reduce((top, one) => (one.score > top.score ? one : top), { name: '', score: 0 });
    if (best.score < ALIKE) return { zh: '总表中没有这项指标', en: 'the master has no such indicator' };
    return { zh: `总表中没有同名指标，可能是“${best.name}”`, en: `no indicator of that name; perhaps "${best.name}"` };
  }
}

const ALIKE = 0.5;
const BY_NAME: Sentence = { zh: '没有行标记，按指标名称对应', en: 'without a mark; matched by its name' };
const MARK_UNKNOWN: Sentence = {
  zh: '总表中已没有这个行标记，按指标名称对应',
  en: 'its mark is no longer in the master; matched by its name',
};
const MARK_DIFFERS: Sentence = {
  zh: '行标记与指标名称不符，按指标名称对应',
  en: 'mark and name disagree; matched by its name',
};
const NAMELESS: Sentence = { zh: '指标名称为空，按行标记对应', en: 'without a name; matched by its mark' };
const NO_NAME: Sentence = { zh: '没有行标记，也没有指标名称', en: 'neither a mark nor a name' };
const SEVERAL: Sentence = {
  zh: '总表中有多项同名指标，无法确定是哪一项',
  en: 'several indicators of that name in the master',
};

/** Share of neighbouring pairs of characters that two names have in common, 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const [left, right] = [pairs(a), pairs(b)];
  const rest = [...right];
  const common = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return left.length + right.length === 0 ? 0 : (2 * common.length) / (left.length + right.length);
}

/**
 * Reads every visible sheet: one return for each department whose sheets it holds, because bureaus paste theirs into one
 * workbook. `departments` are the master's, to know one in a file's name.
 */
export function readReturns(
  file: ReturnedWorkbook,
  master: MasterIndex,
  departments: readonly string[],
  profile: Profile,
): Return[] {
  const ours = ourSheetNames(file.snapshot);
  const sheets = file.snapshot.sheets
    .filter(({ name, visibility }) => visibility === 'visible' && !ours.has(name))
    .map((sheet) => readSheet(sheet, markedAreas(file.snapshot, 'result', sheet.name), master, profile));
  const isUnread = sheets.every(({ rows }) => rows === 0);
  const first = sheets.find(({ department }) => department !== null)?.department ?? null;
  const writers = new Set(sheets.map(({ department }) => department ?? first));
  return [...(writers.size === 0 ? [null] : writers)].map((written): Return => {
    const own = sheets.filter(({ department }) => (department ?? first) === written);
    const matched = own.flatMap((sheet) => sheet.matched);
    return {
      fileName: file.fileName,
      department: written ?? departmentOf(file.fileName, departments, matched),
      matched,
      unmatched: own.flatMap((sheet) => sheet.unmatched),
      isUnread,
    };
  });
}

interface SheetReturn {
  /** As the sheet itself says. */
  readonly department: string | null;
  readonly matched: readonly MatchedRow[];
  readonly unmatched: readonly UnmatchedRow[];
  /** How many rows were read at all. */
  readonly rows: number;
}

function readSheet(sheet: Sheet, ours: readonly Area[], master: MasterIndex, profile: Profile): SheetReturn {
  const hidden = hiddenMarks(sheet);
  const recognised = recogniseTables(sheet, { profile, ours }).tables.flatMap((table) =>
    table.rows.map((row) => recognisedRow(sheet, table, row)),
  );
  const rows = hidden.head ? sentRows(sheet, hidden.head, recognised, master) : recognised;
  const matched: MatchedRow[] = [];
  const unmatched: UnmatchedRow[] = [];
  for (const row of rows) {
    const found = master.find(hidden.marks.get(row.row) ?? null, row);
    if (found.row) matched.push({ ...row, master: found.row, sheet: sheet.name, note: found.note });
    else if (row.value && row.value.kind !== 'blank') unmatched.push(unmatchedRow(sheet, row, found.note));
  }
  return { department: hidden.department, matched, unmatched, rows: rows.length };
}

function unmatchedRow(sheet: Sheet, { row, seq, indicator, value }: ReturnedRow, why: Sentence | null): UnmatchedRow {
  return { sheet: sheet.name, row: row + 1, seq, indicator, value: value?.text ?? '', why: why ?? SEVERAL };
}

/** A row of a table that was recognised as in any workbook. */
function recognisedRow(sheet: Sheet, table: IndicatorTable, row: IndicatorRow): ReturnedRow {
  const explanation = table.columns.find(({ heading }) => heading === EXPLANATION_HEADING);
  return {
    row: row.firstRow,
    seq: row.seq,
    indicator: row.indicator,
    value: row.actual ?? row.numerator,
    earlier: row.history
      .filter(({ period, cell }) => !/平均|均值/.test(period) && cell.kind !== 'blank')
      .map(({ cell }) => cell),
    explanation: explanation ? sheet.cell(row.firstRow, explanation.column).text.trim() : '',
    read: (column) => readRecognised(table, row, column),
  };
}

function readRecognised(table: IndicatorTable, row: IndicatorRow, { role, heading }: FillColumn): FilledIn | null {
  if (role !== 'history') {
    const column = table.columns.find((one) => one.role === role);
    const cell = row[role];
    return column && cell ? { cell, address: formatCell(row.firstRow, column.column) } : null;
  }
  const entry = row.history.find(
    ({ period, year }) =>
      (period !== '' && heading.includes(period)) || (year !== null && heading.startsWith(String(year))),
  );
  const column = table.columns.find((one) => one.role === 'history' && one.period === entry?.period);
  return entry && column ? { cell: entry.cell, address: formatCell(row.firstRow, column.column) } : null;
}

/**
 * The rows of a sheet that we sent out, by its own heads: every row below them counts, also those that a clerk put in or
 * cut off from the table. A head that the clerk rewrote is read as in any workbook.
 */
function sentRows(sheet: Sheet, head: number, recognised: readonly ReturnedRow[], master: MasterIndex): ReturnedRow[] {
  const columns = new Map<string, number>();
  for (let column = 0; column < sheet.columnCount; column += 1) {
    const text = sheet.cell(head, column).text.trim();
    if (text !== '' && !columns.has(text)) columns.set(text, column);
  }
  const first = (headings: Iterable<string>): number | null =>
    [...headings].map((heading) => columns.get(heading)).find((column) => column !== undefined) ?? null;
  const indicator = first([...master.headings('indicator'), '评价指标']);
  const actual = first([...master.headings('actual'), ACTUAL_HEADING]);
  if (indicator === null) return [...recognised];
  const seq = first([...master.headings('seq'), '序号']);
  const textAt = (row: number, column: number | null): string =>
    column === null ? '' : sheet.cell(row, column).text.trim();
  const byRow = new Map(recognised.map((row) => [row.row, row]));
  const rows: ReturnedRow[] = [];
  for (let row = head + 1; row < sheet.rowCount; row += 1) {
    const other = byRow.get(row);
    const value = actual === null ? (other?.value ?? null) : sheet.cell(row, actual);
    const name = textAt(row, indicator);
    if (name === '' && (value === null || value.kind === 'blank')) continue;
    rows.push({
      row,
      seq: textAt(row, seq) || null,
      indicator: name,
      value,
      earlier: other?.earlier ?? [],
      explanation: textAt(row, columns.get(EXPLANATION_HEADING) ?? null),
      read: (column) => {
        const at = columns.get(column.heading);
        return at === undefined
          ? (other?.read(column) ?? null)
          : { cell: sheet.cell(row, at), address: formatCell(row, at) };
      },
    });
  }
  return rows;
}

interface HiddenMarks {
  /** By 0-based sheet row. */
  readonly marks: ReadonlyMap<number, string>;
  /** The row of heads with the mark column's; null in a sheet that we did not send. */
  readonly head: number | null;
  readonly department: string | null;
}

const COVER = /填报单位\s?[：:]\s?([^\s：:]{2,60})/;

function hiddenMarks(sheet: Sheet): HiddenMarks {
  const marks = new Map<number, string>();
  let marked: string | null = null;
  let cover: string | null = null;
  let head: number | null = null;
  for (let row = 0; row < sheet.rowCount; row += 1) {
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const { kind, text } = sheet.cell(row, column);
      if (kind !== 'text') continue;
      if (text.startsWith('#|')) marks.set(row, text);
      const department = departmentOfHeading(text);
      if (department !== null) {
        marked ??= department;
        head ??= row;
      }
      cover ??= COVER.exec(text)?.[1] ?? null;
    }
  }
  return { marks, head, department: marked ?? cover };
}

/** Where no mark and no cover says it: the file's name, else the one department that all its rows have in common. */
function departmentOf(fileName: string, departments: readonly string[], matched: readonly MatchedRow[]): string | null {
  const named = departments.filter((name) => fileName.includes(name)).sort((a, b) => b.length - a.length)[0];
  if (named !== undefined) return named;
  const [first, ...rest] = matched.map(({ master }) => master.row.departments.map(({ id }) => id));
  const common = (first ?? []).filter((id) => rest.every((ids) => ids.includes(id)));
  return common.length === 1 ? (common[0] ?? null) : null;
}

/** Heading of the column in which a bureau says why there is no figure yet. */
export const EXPLANATION_HEADING = '情况说明';
