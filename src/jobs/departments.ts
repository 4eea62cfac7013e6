// Owns the plan for 部门汇总 and one sheet a department. Must not count (report does) nor touch a host.
import type { DepartmentRole } from '../department/department';
import { safeSheetName } from '../department/sheet-name';
import { breakdownByDepartment, type DepartmentBreakdown, type DepartmentCounts } from '../report/breakdown';
import { formatArea, type Area } from '../sheet/address';
import type { Profile } from '../table/table';
import { VERDICT_LABELS, type Verdict } from '../verdict/judgement';
import { VERDICT_CHART_COLOURS, type LookName } from '../workbook/looks';
import type {
  Block,
  CellInput,
  Mark,
  NewSheet,
  Plan,
  PlanStep,
  StackedBarChart,
  WorkbookSnapshot,
} from '../workbook/port';
import type { CheckResult } from './check';
import { COLOUR_RULES } from './marking';
import { departmentEdits, editSteps, writtenMarks, type DepartmentEdit, type WrittenLine } from './department-edits';
import { departmentSheetMarks, freshMarkName, marksOf } from './marks';

export const SUMMARY_SHEET = '部门汇总';

const ROLE_LABELS: Readonly<Record<DepartmentRole, string>> = { lead: '牵头', joint: '共同', support: '配合' };
const PROFILE_LABELS: Readonly<Record<Profile, string>> = { city: '国家卫生城市', county: '国家卫生县' };

/** Below a table, where the printed page is as wide as the sheet. */
const CHART_ROWS_PER_BAR = 1.2;
const CHART_ROWS_LEAST = 12;

export interface DepartmentSheets {
  /** The check's own marks, then the sheets: whole new ones first, the old ones of ours go last. */
  readonly plan: Plan;
  /** How many department sheets it makes. */
  readonly departments: number;
  /** What people wrote into the old ones; the plan keeps it on a list of its own. */
  readonly edits: readonly DepartmentEdit[];
}

/** `now` is shown in the sheets, in the clerk's own time zone. */
export function departmentSheets(snapshot: WorkbookSnapshot, result: CheckResult, now: Date): DepartmentSheets {
  const { departments, total } = breakdownByDepartment(result.tables);
  const old = departmentSheetMarks(snapshot).flatMap(({ place }) => (place ? [place.sheet] : []));
  const taken = new Set(snapshot.sheets.map(({ name }) => name).filter((name) => !old.includes(name)));
  const summaryName = takeName(SUMMARY_SHEET, taken);
  const named = departments.map((department) => ({ department, sheet: takeName(department.name, taken) }));
  const origin = originText(result, now);
  const sheets = [
    summarySheet(summaryName, named, total, origin),
    ...named.map(({ department, sheet }) => departmentSheet(sheet, department, origin)),
  ];
  const lines = departments.flatMap(({ rows }) => rows.map(writtenLine));
  const edits = departmentEdits(snapshot, lines);
  const plan = {
    expectations: result.plan.expectations,
    steps: [...result.plan.steps, ...editSteps(snapshot, edits), ...replaceSheets(snapshot, old, sheets, lines)],
  };
  return { plan, departments: named.length, edits };
}

function writtenLine(row: DepartmentBreakdown['rows'][number]): WrittenLine {
  return Object.fromEntries(departmentRow(row).map((cell, column) => [DEPARTMENT_HEAD[column] ?? '', cell]));
}

function takeName(wish: string, taken: Set<string>): string {
  const name = safeSheetName(wish, taken);
  taken.add(name);
  return name;
}

/**
 * The old sheets step aside under other names, the new ones come whole, then the old ones go. Links inside a sheet name
 * their target, so the new sheets must have their final names from the start.
 */
function replaceSheets(
  snapshot: WorkbookSnapshot,
  old: readonly string[],
  sheets: readonly NewSheet[],
  lines: readonly WrittenLine[],
): PlanStep[] {
  const taken = new Set([...snapshot.sheets, ...sheets].map(({ name }) => name));
  const aside = old.map((from) => ({ from, to: takeName(`~${from}`, taken) }));
  const oldMarks = [...departmentSheetMarks(snapshot), ...marksOf(snapshot, 'written')].map(({ name }) => name);
  const takenMarks = new Set(snapshot.marks.map(({ name }) => name).filter((name) => !oldMarks.includes(name)));
  const marks = sheets.map(({ name }): Mark => {
    const area: Area = { top: 0, left: 0, bottom: 0, right: 0 };
    return { name: freshMarkName('sheet', takenMarks), place: { sheet: name, area }, text: null };
  });
  return [
    ...(aside.length > 0 ? [{ kind: 'renameSheets', names: aside } satisfies PlanStep] : []),
    { kind: 'addSheets', sheets },
    ...(aside.length > 0 ? [{ kind: 'removeSheets', names: aside.map(({ to }) => to) } satisfies PlanStep] : []),
    ...(oldMarks.length > 0 ? [{ kind: 'unmark', names: oldMarks } satisfies PlanStep] : []),
    { kind: 'mark', marks: [...marks, ...writtenMarks(lines, takenMarks)] },
  ];
}

function originText(result: CheckResult, now: Date): string {
  const tables = result.tables.map(({ table }) => `${table.sheet}（${formatArea(table.area)}）`).join('、');
  return `来源：${tables}　生成时间：${timeText(now)}　适用范围：${PROFILE_LABELS[result.profile]}`;
}

function timeText(time: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

function percentText(rate: number | null): string {
  return rate === null ? '—' : `${(rate * 100).toFixed(1)}%`;
}

const COUNTED: readonly Verdict[] = ['met', 'unmet', 'pending', 'missing', 'review'];

/** 不适用 stands in the table only where there is one; else it is a column of zeros. */
function countedVerdicts(counts: DepartmentCounts): readonly Verdict[] {
  return counts.notApplicable > 0 ? [...COUNTED, 'notApplicable'] : COUNTED;
}

function summarySheet(
  name: string,
  departments: readonly { readonly department: DepartmentBreakdown; readonly sheet: string }[],
  total: DepartmentCounts,
  origin: string,
): NewSheet {
  const verdicts = countedVerdicts(total);
  const head = ['责任部门', '指标数', ...verdicts.map((verdict) => VERDICT_LABELS[verdict].zh), '达标率'];
  const cells = (label: string, counts: DepartmentCounts): CellInput[] => [
    label,
    counts.indicators,
    ...verdicts.map((verdict) => counts[verdict]),
    counts.rate,
  ];
  const last = head.length - 1;
  const firstRow = 3;
  const bottom = firstRow + departments.length - 1;
  const looks = (first: LookName, count: LookName, rate: LookName) =>
    head.map((_, at) => (at === 0 ? first : at === last ? rate : count));
  const rule = '达标率＝达标÷（指标数－不适用）；共同承担的指标在各部门分别计数，合计中每项指标只计一次。';
  return {
    name,
    blocks: [
      { top: 0, left: 0, values: [[SUMMARY_SHEET]], look: 'title' },
      { top: 1, left: 0, values: [[`${origin}\n${rule}`]], look: 'note' },
      { top: 2, left: 0, values: [head], look: 'head' },
      {
        top: firstRow,
        left: 0,
        values: departments.map(({ department }) => cells(department.name, department.counts)),
        look: looks('link', 'count', 'percent'),
      },
      { top: bottom + 1, left: 0, values: [cells('合计', total)], look: looks('total', 'total', 'totalPercent') },
    ],
    columnWidths: [30, 10, ...verdicts.map(() => 12), 10],
    rowHeights: [
      { row: 0, points: 30 },
      { row: 1, points: 34 },
      { row: 2, points: 24 },
    ],
    merges: [0, 1].map((row) => ({ top: row, bottom: row, left: 0, right: last })),
    frozenRows: 3,
    links: departments.map(({ sheet }, index) => ({ row: firstRow + index, column: 0, toSheet: sheet })),
    ...(departments.length > 0 && { chart: summaryChart(firstRow, bottom, verdicts, last) }),
    // Upright, so that the table and its chart fit one page.
    print: { orientation: 'portrait', titleRows: [2, 2] },
  };
}

function summaryChart(top: number, bottom: number, verdicts: readonly Verdict[], right: number): StackedBarChart {
  const height = Math.max(CHART_ROWS_LEAST, Math.ceil((bottom - top + 1) * CHART_ROWS_PER_BAR) + 4);
  return {
    title: '各部门指标达标情况（项）',
    categories: { top, bottom, left: 0, right: 0 },
    series: verdicts.map((verdict, index) => ({
      name: VERDICT_LABELS[verdict].zh,
      values: { top, bottom, left: 2 + index, right: 2 + index },
      colour: VERDICT_CHART_COLOURS[verdict],
    })),
    anchor: { top: bottom + 3, bottom: bottom + 3 + height, left: 0, right },
  };
}

const DEPARTMENT_HEAD = ['序号', '评价指标', '目标值', '实际值', '达标情况', '判定说明', '角色', '协同部门', '备注'];
const DEPARTMENT_LOOKS: readonly LookName[] = [
  'centre',
  'text',
  'centre',
  'centre',
  'centre',
  'text',
  'centre',
  'text',
  'text',
];
const DEPARTMENT_WIDTHS = [6, 32, 20, 16, 12, 42, 8, 24, 26];
const RESULT_COLUMN = 4;

function departmentSheet(name: string, department: DepartmentBreakdown, origin: string): NewSheet {
  const last = DEPARTMENT_HEAD.length - 1;
  const firstRow = 4;
  const rows = department.rows.map(departmentRow);
  const bottom = firstRow + rows.length - 1;
  const block = (top: number, values: readonly (readonly CellInput[])[], look: Block['look']): Block => ({
    top,
    left: 0,
    values,
    look,
  });
  return {
    name,
    blocks: [
      block(0, [[`${department.name} 指标达标情况`]], 'title'),
      block(1, [[origin]], 'note'),
      block(2, [[countsText(department.counts)]], 'note'),
      block(3, [DEPARTMENT_HEAD], 'head'),
      block(firstRow, rows, DEPARTMENT_LOOKS),
    ],
    columnWidths: DEPARTMENT_WIDTHS,
    rowHeights: [{ row: 0, points: 30 }],
    merges: [0, 1, 2].map((row) => ({ top: row, bottom: row, left: 0, right: last })),
    frozenRows: 4,
    colours: [{ area: { top: firstRow, bottom, left: 0, right: last }, keyColumn: RESULT_COLUMN, rules: COLOUR_RULES }],
    print: { orientation: 'landscape', titleRows: [3, 3] },
  };
}

function countsText(counts: DepartmentCounts): string {
  const parts = countedVerdicts(counts).map((verdict) => `${VERDICT_LABELS[verdict].zh} ${counts[verdict]}`);
  return `共 ${counts.indicators} 项指标：${parts.join('，')}；达标率 ${percentText(counts.rate)}`;
}

function departmentRow({
  judged: { row, judgement, caveats },
  role,
  others,
}: DepartmentBreakdown['rows'][number]): CellInput[] {
  const remarks = [row.remark, ...caveats.map(({ zh }) => zh)].filter((text) => text?.trim());
  return [
    row.seq,
    row.indicator,
    row.target,
    row.actual?.text ?? null,
    VERDICT_LABELS[judgement.verdict].zh,
    judgement.reason.zh,
    ROLE_LABELS[role],
    others.join('、'),
    remarks.join('\n'),
  ];
}
