// Owns the workbooks sent out, one a department: its rows, what it has to fill in, the rest locked. Must not write files nor judge.
import type { DepartmentRole } from '../department/department';
import { safeFileName, safeSheetName } from '../department/sheet-name';
import { breakdownByDepartment } from '../report/breakdown';
import type { JudgedRow, JudgedTable } from '../report/judged';
import type { Cell } from '../sheet/sheet';
import { tidy } from '../text/decimal';
import type { ColumnRole } from '../table/table';
import type { LookName } from '../workbook/looks';
import type { Block, CellInput, NewSheet, Validation } from '../workbook/port';
import type { CheckResult } from './check';
import { COVER_HEIGHTS, COVER_ROWS, coverBlocks, roleLabel, type CoverOptions } from './cover';
import { GUIDANCE_HEADING, tableFilling, type FillColumn, type RowFilling, type TableFilling } from './filling';
import { validationFor } from './prepare';
import { markHeading, rowMarks } from './row-marks';
import { taskSheet, tasksByDepartment, type OwnTask, type TaskList } from './task-lists';
import { EXPLANATION_HEADING } from './returns';

export interface SplitOptions extends CoverOptions {
  /** Member units of a collective (`各街道办事处`), by its name; each gets the collective's rows in a workbook of its own. */
  readonly members?: ReadonlyMap<string, readonly string[]>;
  /** Year of the values, for tables that do not name one. */
  readonly year?: number;
  /** Task lists of the same workbook; each department gets its tasks on a sheet of their own. */
  readonly taskLists?: readonly TaskList[];
}

export interface DepartmentWorkbook {
  readonly department: string;
  /** `<department>.xlsx`, safe on Windows. */
  readonly fileName: string;
  readonly sheets: readonly NewSheet[];
  /** How many indicators it holds. */
  readonly indicators: number;
  /** How many tasks. */
  readonly tasks: number;
}

/** One workbook for each department of a check (and of the task lists), those with most left to do first. */
export function split(result: CheckResult, options: SplitOptions = {}): DepartmentWorkbook[] {
  const members = options.members ?? new Map<string, readonly string[]>();
  const marks = rowMarks(result.tables);
  const fillings = new Map(result.tables.map((table) => [table, tableFilling(table, result.profile, options.year)]));
  const rowsOf = shares(result.tables, members);
  const tasksOf = taskShares(options.taskLists ?? [], members);
  const taken = new Set<string>();
  return [...new Set([...rowsOf.keys(), ...tasksOf.keys()])].map((department) => {
    const rows = rowsOf.get(department) ?? [];
    const tasks = tasksOf.get(department) ?? [];
    const sheetNames = new Set<string>();
    const nameFor = (wish: string): string => takeName(wish, sheetNames, safeSheetName);
    const tables = result.tables.flatMap((table) => {
      const own = rows.filter((share) => share.table === table);
      const filling = fillings.get(table);
      if (own.length === 0 || !filling) return [];
      const content = { department, table, filling, marks: marks.get(table) ?? [], rows: own, options };
      return [departmentSheet(nameFor(table.table.sheet), content)];
    });
    const lists = tasks.map(({ list, own }) => taskSheet(nameFor(list), department, own, options));
    return {
      department,
      fileName: `${takeName(department, taken, safeFileName)}.xlsx`,
      sheets: [...tables, ...lists],
      indicators: rows.length,
      tasks: tasks.reduce((sum, { own }) => sum + own.length, 0),
    };
  });
}

function takeName(
  wish: string,
  taken: Set<string>,
  safe: (wish: string, taken: ReadonlySet<string>) => string,
): string {
  const name = safe(wish, taken);
  taken.add(name);
  return name;
}

interface TaskShare {
  /** The list's sheet. */
  readonly list: string;
  readonly own: readonly OwnTask[];
}

function taskShares(
  lists: readonly TaskList[],
  members: ReadonlyMap<string, readonly string[]>,
): Map<string, TaskShare[]> {
  const found = new Map<string, TaskShare[]>();
  for (const list of lists) {
    const byUnit = new Map<string, OwnTask[]>();
    for (const [department, tasks] of tasksByDepartment(list)) {
      for (const unit of unitsOf(department, members)) {
        const known = new Set((byUnit.get(unit) ?? []).map(({ task }) => task));
        byUnit.set(unit, [...(byUnit.get(unit) ?? []), ...tasks.filter(({ task }) => !known.has(task))]);
      }
    }
    for (const [unit, own] of byUnit) found.set(unit, [...(found.get(unit) ?? []), { list: list.sheet, own }]);
  }
  return found;
}

/** A row that a department has a part in. */
interface Share {
  readonly table: JudgedTable;
  /** The row's index in the table. */
  readonly index: number;
  readonly row: JudgedRow;
  readonly role: DepartmentRole;
}

/** Rows by unit: a collective whose members are known is each of them. */
function shares(tables: readonly JudgedTable[], members: ReadonlyMap<string, readonly string[]>): Map<string, Share[]> {
  const places = new Map(
    tables.flatMap((table) => table.rows.map((row, index) => [row, { table, index, row }] as const)),
  );
  const found = new Map<string, Share[]>();
  for (const { id, rows } of breakdownByDepartment(tables).departments) {
    const own = rows.flatMap(({ judged, role }): Share[] => {
      const place = places.get(judged);
      return place ? [{ ...place, role }] : [];
    });
    for (const unit of unitsOf(id, members)) {
      const known = found.get(unit) ?? [];
      const fresh = own.filter((share) => !known.some(({ row }) => row === share.row));
      found.set(unit, [...known, ...fresh]);
    }
  }
  const order = new Map([...places.keys()].map((row, at) => [row, at]));
  return new Map(
    [...found].map(([unit, rows]) => [unit, rows.sort((a, b) => (order.get(a.row) ?? 0) - (order.get(b.row) ?? 0))]),
  );
}

/** The units that get a department's rows: the members of a collective where they are known, else itself. */
export function unitsOf(department: string, members: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const units = members.get(department) ?? [];
  return units.length > 0 ? units : [department];
}

interface SheetContent {
  readonly department: string;
  readonly table: JudgedTable;
  readonly filling: TableFilling;
  /** Marks of all rows of the table. */
  readonly marks: readonly string[];
  readonly rows: readonly Share[];
  readonly options: SplitOptions;
}

/** One column of the sheet sent out. */
interface Column {
  readonly heading: string;
  readonly width: number;
  readonly value: (share: Share) => CellInput;
  readonly look: (share: Share) => LookName;
  readonly isHidden?: boolean;
  readonly fill?: FillColumn;
}

const HEADER_ROW = COVER_ROWS;
const FIRST_ROW = HEADER_ROW + 1;
const ADVICE = '请只填写浅黄色单元格；请勿改动指标名称，不要另建表格；没有数据的请在“情况说明”写明原因和出数时间。';

function departmentSheet(name: string, content: SheetContent): NewSheet {
  const { department, table, rows, options } = content;
  const columns = columnsOf(content);
  const last = columns.length - 1;
  const across = (row: number) => ({ top: row, bottom: row, left: 0, right: last });
  const title = table.table.titles.at(-1) ?? table.table.sheet;
  return {
    name,
    blocks: [
      ...coverBlocks({ ...options, title, department, advice: ADVICE }),
      { top: HEADER_ROW, left: 0, values: [columns.map(({ heading }) => heading)], look: 'head' },
      ...rows.map((share, at): Block => ({
        top: FIRST_ROW + at,
        left: 0,
        values: [columns.map((column) => column.value(share))],
        look: columns.map((column) => column.look(share)),
      })),
    ],
    columnWidths: columns.map(({ width }) => width),
    rowHeights: COVER_HEIGHTS,
    hiddenColumns: columns.flatMap(({ isHidden }, at) => (isHidden ? [at] : [])),
    merges: Array.from({ length: COVER_ROWS }, (_, row) => across(row)),
    frozenRows: FIRST_ROW,
    validations: rows.flatMap((share, at) => validations(columns, content, share, FIRST_ROW + at)),
    print: { orientation: 'landscape', titleRows: [HEADER_ROW, HEADER_ROW] },
    isLocked: true,
  };
}

/** Wide enough that a mark, hidden as it is, makes no row higher. */
const MARK_WIDTH = 120;

/** The table's own columns that a bureau needs to see, then what it fills in. The mark stands among them, so that sorting takes it along. */
function columnsOf({ department, table, filling, marks, rows }: SheetContent): Column[] {
  const headingFor = (role: ColumnRole, fallback: string): string =>
    table.table.columns.find((column) => column.role === role)?.heading || fallback;
  const has = (role: ColumnRole): boolean => table.table.columns.some((column) => column.role === role);
  const shown = (
    heading: string,
    width: number,
    value: (share: Share) => CellInput,
    look: LookName = 'text',
  ): Column => ({ heading, width, value, look: () => look });
  const needed = filling.columns.filter(({ heading }) =>
    rows.some(({ index }) => filling.rows[index]?.headings.has(heading)),
  );
  return [
    shown(headingFor('seq', '序号'), 6, ({ row }) => seqInput(row.row.seq), 'centre'),
    { ...shown(markHeading(department), MARK_WIDTH, ({ index }) => marks[index] ?? null), isHidden: true },
    ...(has('category') ? [shown(headingFor('category', '类别'), 14, ({ row }) => row.row.category)] : []),
    shown(headingFor('indicator', '评价指标'), 34, ({ row }) => row.row.indicator),
    shown(headingFor('target', '目标值'), 20, ({ row }) => row.row.target, 'centre'),
    ...(has('unit') ? [shown(headingFor('unit', '计量单位'), 10, ({ row }) => row.row.unit, 'centre')] : []),
    shown(headingFor('departments', '责任部门'), 26, ({ row }) => row.row.departments),
    ...(has('support') ? [shown(headingFor('support', '配合单位'), 20, ({ row }) => row.row.support)] : []),
    shown(
      '本单位角色',
      10,
      ({ role, row }) =>
        roleLabel(
          role,
          row.departments.map((one) => one.role),
        ),
      'centre',
    ),
    ...(has('remark') ? [shown(headingFor('remark', '备注'), 24, ({ row }) => row.row.remark)] : []),
    ...needed.map((fill) => fillColumn(fill, filling)),
    shown(GUIDANCE_HEADING, 36, ({ index }) => filling.rows[index]?.guidance ?? null),
    shown(EXPLANATION_HEADING, 24, () => null, 'input'),
  ];
}

const seqInput = (seq: string | null): CellInput => (seq !== null && /^[1-9]\d{0,8}$/.test(seq) ? Number(seq) : seq);

/** What already stands in the master is shown, so that a bureau sees it and corrects it in the open. */
function fillColumn(fill: FillColumn, filling: TableFilling): Column {
  const isNeeded = ({ index }: Share): boolean => filling.rows[index]?.headings.has(fill.heading) ?? false;
  return {
    heading: fill.heading,
    width: 16,
    value: ({ row }) => cellInput(masterCell(row, fill)),
    look: (share) => (isNeeded(share) ? 'input' : 'text'),
    fill,
  };
}

function masterCell({ row }: JudgedRow, { role, heading }: FillColumn): Cell | null {
  if (role === 'history')
    return (
      row.history.find(
        ({ period, year }) => heading.includes(period) || (year !== null && heading.includes(String(year))),
      )?.cell ?? null
    );
  return row[role];
}

/** A percentage is written as people read it (`92.3%`): a bare 0.923 would be read anew. */
export function cellInput(cell: Cell | null): CellInput {
  if (!cell || cell.kind === 'blank' || cell.kind === 'error') return null;
  if (typeof cell.value !== 'number') return cell.value;
  if (cell.kind === 'date') return cell.text;
  return cell.format.includes('%') ? `${tidy(cell.value * 100)}%` : cell.value;
}

function validations(
  columns: readonly Column[],
  { filling }: SheetContent,
  { index, row }: Share,
  sheetRow: number,
): Validation[] {
  const own: RowFilling | undefined = filling.rows[index];
  return columns.flatMap(({ fill }, column) => {
    if (!own || fill?.role !== 'actual' || !own.headings.has(fill.heading)) return [];
    return [validationFor(row.row.indicator, own, { top: sheetRow, bottom: sheetRow, left: column, right: column })];
  });
}
