// Owns the check of a workbook: recognise, judge, and the plan that marks the clerk's sheets. Must not touch a host.
import { readDepartments } from '../department/identity';
import type { DepartmentsReading } from '../department/department';
import type { JudgedRow, JudgedTable } from '../report/judged';
import type { Area } from '../sheet/address';
import type { Sheet } from '../sheet/sheet';
import type { Sentence } from '../text/sentence';
import { recogniseTables } from '../table/recognise';
import type { ColumnRole, IndicatorTable, Profile, Refusal } from '../table/table';
import { judgeRow } from '../verdict/judge';
import type { Plan, WorkbookSnapshot } from '../workbook/port';
import { markedAreas, ourSheetNames, readChoices, resultMarkFor } from './marks';
import { markingPlan, REASON_HEADING, RESULT_HEADING } from './marking';

export interface CheckOptions {
  readonly profile: Profile;
  /** Only these sheets, hidden ones too; without it every visible sheet that is not ours. */
  readonly sheets?: readonly string[];
  /** Only this part of the one sheet named. */
  readonly selection?: Area;
  /** A person's own column roles, by sheet and 0-based column. */
  readonly roles?: ReadonlyMap<string, ReadonlyMap<number, ColumnRole | null>>;
  /** The plan names the cells that must still read as they did (a live workbook; a file cannot change meanwhile). */
  readonly guarded?: boolean;
}

export interface CheckResult {
  readonly profile: Profile;
  readonly tables: readonly JudgedTable[];
  readonly refusals: readonly Refusal[];
  /** Marks the sheets; running it twice leaves what running it once does. */
  readonly plan: Plan;
}

/** Recognises and judges every indicator table. Departments are one organisation across the whole workbook. */
export function check(snapshot: WorkbookSnapshot, options: CheckOptions): CheckResult {
  const recognitions = sheetsToCheck(snapshot, options.sheets).map((sheet) => recognise(snapshot, sheet, options));
  const tables = recognitions.flatMap((recognition) =>
    recognition.tables.map((table) => withOurColumns(snapshot, table)),
  );
  const judged = judgeTables(tables, snapshot, options.profile);
  return {
    profile: options.profile,
    tables: judged,
    refusals: recognitions.flatMap((recognition) => recognition.refusals),
    plan: markingPlan(snapshot, judged, options.guarded ?? false),
  };
}

function sheetsToCheck(snapshot: WorkbookSnapshot, named: readonly string[] | undefined): Sheet[] {
  const ours = ourSheetNames(snapshot);
  if (named) return snapshot.sheets.filter((sheet) => named.includes(sheet.name) && !ours.has(sheet.name));
  return snapshot.sheets.filter((sheet) => sheet.visibility === 'visible' && !ours.has(sheet.name));
}

function recognise(snapshot: WorkbookSnapshot, sheet: Sheet, { profile, selection, roles }: CheckOptions) {
  const sheetRoles = roles?.get(sheet.name);
  return recogniseTables(sheet, {
    profile,
    ours: markedAreas(snapshot, 'result', sheet.name),
    ...(selection && { selection }),
    ...(sheetRoles && { roles: sheetRoles }),
  });
}

/** The recogniser never sees what we wrote; where our marks stand beside a table, its columns say so. */
function withOurColumns(snapshot: WorkbookSnapshot, table: IndicatorTable): IndicatorTable {
  const left = resultMarkFor(snapshot, table.sheet, table.area)?.place?.area.left;
  if (left === undefined) return table;
  const ours = (column: number, role: ColumnRole, heading: string) => ({
    column,
    role,
    heading,
    period: null,
    why: OURS,
  });
  const written = [ours(left, 'result', RESULT_HEADING), ours(left + 1, 'reason', REASON_HEADING)];
  return { ...table, columns: [...table.columns, ...written] };
}

const OURS: Sentence = { zh: '本工具写入的列', en: 'written by this tool' };

function judgeTables(tables: readonly IndicatorTable[], snapshot: WorkbookSnapshot, profile: Profile): JudgedTable[] {
  const cells = tables.flatMap((table) => departmentCells(table));
  const departments = readDepartments(cells, readChoices(snapshot));
  let next = 0;
  return tables.map((table) => {
    const rows = departments.rows.slice(next, (next += table.rows.length));
    return judgeTable(table, { rows, suggestions: departments.suggestions }, profile);
  });
}

function departmentCells(table: IndicatorTable) {
  const heading = table.columns.find((column) => column.role === 'departments')?.heading ?? '';
  const departmentsLead = /牵头|主责/.test(heading);
  return table.rows.map(({ departments, support }) => ({ departments, support, departmentsLead }));
}

function judgeTable(table: IndicatorTable, departments: DepartmentsReading, profile: Profile): JudgedTable {
  const context = { profile, actualYear: table.actualYear, targetYear: table.targetYear };
  const rows = table.rows.map((row, index): JudgedRow => {
    const judgement = judgeRow(row, context);
    const reading = departments.rows[index];
    return {
      row,
      judgement,
      departments: reading?.organisations ?? [],
      caveats: [...row.doubts, ...judgement.caveats, ...(reading?.caveats ?? [])],
    };
  });
  const names = new Set(rows.flatMap((row) => row.departments.map((organisation) => organisation.name)));
  const suggestions = departments.suggestions.filter((one) => one.names.every((name) => names.has(name)));
  return { table, rows, suggestions };
}
