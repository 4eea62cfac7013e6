// Owns task lists in a workbook (任务 beside 责任单位, as an imported notice has them): reading them, and a department's own sheet of one.
import type { DepartmentCells, DepartmentRole, Organisation, SameDepartmentChoice } from '../department/department';
import { readDepartments } from '../department/identity';
import type { Sheet } from '../sheet/sheet';
import type { LookName } from '../workbook/looks';
import type { Block, CellInput, NewSheet, WorkbookSnapshot } from '../workbook/port';
import { COVER_HEIGHTS, COVER_ROWS, coverBlocks, roleLabel, type CoverOptions } from './cover';
import { ourSheetNames, readChoices } from './marks';

/** Heads of a task list, as `import` writes them; 任务 and 责任单位 must be there. */
export const TASK_HEADINGS = ['序号', '任务', '要求', '责任单位', '牵头', '配合', '时限'] as const;
type TaskHeading = (typeof TASK_HEADINGS)[number];

export interface TaskRow {
  readonly cells: Readonly<Record<TaskHeading, string>>;
  readonly departments: readonly Organisation[];
}

export interface TaskList {
  readonly sheet: string;
  readonly rows: readonly TaskRow[];
}

const HEADER_WITHIN = 10;

/** Every task list on a visible sheet that is not ours. */
export function readTaskLists(snapshot: WorkbookSnapshot): TaskList[] {
  const ours = ourSheetNames(snapshot);
  const visible = snapshot.sheets.filter(({ name, visibility }) => visibility === 'visible' && !ours.has(name));
  return visible.flatMap((sheet) => {
    const rows = readRows(sheet);
    if (rows.length === 0) return [];
    return [{ sheet: sheet.name, rows: withDepartments(rows, readChoices(snapshot)) }];
  });
}

/** 牵头 and 配合 where the list tells them apart; whoever 责任单位 names besides has a part of its own. */
function withDepartments(rows: readonly TaskRow['cells'][], choices: readonly SameDepartmentChoice[]): TaskRow[] {
  const cells = rows.flatMap(({ 责任单位: units, 牵头: lead, 配合: support }): DepartmentCells[] => [
    { departments: lead, support: support || null, departmentsLead: true },
    { departments: units, support: null },
  ]);
  const { rows: readings } = readDepartments(cells, choices);
  return rows.map((row, at) => {
    const told = readings[2 * at]?.organisations ?? [];
    const others = readings[2 * at + 1]?.organisations ?? [];
    const known = new Set(told.map(({ id }) => id));
    return { cells: row, departments: [...told, ...others.filter(({ id }) => !known.has(id))] };
  });
}

function readRows(sheet: Sheet): TaskRow['cells'][] {
  for (let head = 0; head < Math.min(HEADER_WITHIN, sheet.rowCount); head += 1) {
    const columns = new Map<string, number>();
    for (let column = 0; column < sheet.columnCount; column += 1) {
      columns.set(sheet.cell(head, column).text.replace(/\s/g, ''), column);
    }
    if (!columns.has('任务') || !columns.has('责任单位')) continue;
    const cellAt = (row: number, heading: TaskHeading): string => {
      const column = columns.get(heading);
      return column === undefined ? '' : sheet.cell(row, column).text.trim();
    };
    const rows = Array.from({ length: sheet.rowCount - head - 1 }, (_, at) => head + 1 + at);
    return rows
      .filter((row) => cellAt(row, '任务') !== '' && cellAt(row, '责任单位') + cellAt(row, '牵头') !== '')
      .map((row) => ({
        序号: cellAt(row, '序号'),
        任务: cellAt(row, '任务'),
        要求: cellAt(row, '要求'),
        责任单位: cellAt(row, '责任单位'),
        牵头: cellAt(row, '牵头'),
        配合: cellAt(row, '配合'),
        时限: cellAt(row, '时限'),
      }));
  }
  return [];
}

export interface OwnTask {
  readonly task: TaskRow;
  readonly role: DepartmentRole;
}

/** Tasks by department, in the order in which they first stand. */
export function tasksByDepartment({ rows }: TaskList): Map<string, OwnTask[]> {
  const found = new Map<string, OwnTask[]>();
  for (const task of rows) {
    for (const id of new Set(task.departments.map((one) => one.id))) {
      const role = task.departments.find((one) => one.id === id)?.role ?? 'joint';
      const own = found.get(id) ?? [];
      found.set(id, own);
      own.push({ task, role });
    }
  }
  return found;
}

/** Columns of the sheet sent out. What no task of the department fills (牵头, 时限) is left out where it may be. */
const COLUMNS: readonly { heading: string; width: number; look: LookName; isOptional?: true }[] = [
  { heading: '序号', width: 6, look: 'centre' },
  { heading: '任务', width: 26, look: 'text' },
  { heading: '要求', width: 56, look: 'text' },
  { heading: '责任单位', width: 30, look: 'text' },
  { heading: '牵头', width: 16, look: 'text', isOptional: true },
  { heading: '配合', width: 16, look: 'text', isOptional: true },
  { heading: '时限', width: 14, look: 'centre', isOptional: true },
  { heading: '本单位角色', width: 10, look: 'centre' },
  { heading: '进展', width: 12, look: 'input' },
  { heading: '进展情况说明', width: 36, look: 'input' },
];
const PROGRESS = ['已完成', '推进中', '未启动'];
const HEADER_ROW = COVER_ROWS;
const ADVICE = '请填写“进展”和“进展情况说明”；请勿改动任务内容。';

/** The sheet that a department gets: its tasks, with their progress to fill in; the rest locked. */
export function taskSheet(
  name: string,
  department: string,
  tasks: readonly OwnTask[],
  options: CoverOptions = {},
): NewSheet {
  const lines = tasks.map(({ task: { cells, departments }, role }): ReadonlyMap<string, CellInput> => {
    const label = roleLabel(
      role,
      departments.map((one) => one.role),
    );
    return new Map([...TASK_HEADINGS.map((heading) => [heading, cells[heading]] as const), ['本单位角色', label]]);
  });
  const columns = COLUMNS.filter(({ heading, isOptional }) => !isOptional || lines.some((line) => line.get(heading)));
  const head = columns.map(({ heading }) => heading);
  const across = (row: number) => ({ top: row, bottom: row, left: 0, right: head.length - 1 });
  const rows: Block = {
    top: HEADER_ROW + 1,
    left: 0,
    values: lines.map((line) => head.map((heading) => line.get(heading) || null)),
    look: columns.map(({ look }) => look),
  };
  const progress = head.indexOf('进展');
  const last = HEADER_ROW + tasks.length;
  return {
    name,
    blocks: [
      ...coverBlocks({ ...options, title: '任务清单', department, advice: ADVICE }),
      { top: HEADER_ROW, left: 0, values: [head], look: 'head' },
      rows,
    ],
    columnWidths: columns.map(({ width }) => width),
    rowHeights: COVER_HEIGHTS,
    merges: Array.from({ length: COVER_ROWS }, (_, row) => across(row)),
    frozenRows: HEADER_ROW + 1,
    validations: [{ area: { top: HEADER_ROW + 1, bottom: last, left: progress, right: progress }, list: PROGRESS }],
    print: { orientation: 'landscape', titleRows: [HEADER_ROW, HEADER_ROW] },
    isLocked: true,
  };
}
