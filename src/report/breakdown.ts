// Owns the rows and counts of each department. Must not lay them out.
import type { DepartmentRole } from '../department/department';
import type { JudgedRow, JudgedTable } from './judged';
import { countVerdicts, metRate, type Summary } from './summary';

/** Counts with the 达标率 (0 to 1, null when nothing applies; the rule stands at `metRate`). */
export type DepartmentCounts = Summary & { readonly rate: number | null };

export interface DepartmentRow {
  readonly judged: JudgedRow;
  readonly sheet: string;
  readonly role: DepartmentRole;
  /** What this row calls the department, where that is not its identity. */
  readonly writtenAs: string;
  /** The other departments of the row, in the order of the row. */
  readonly others: readonly string[];
}

export interface DepartmentBreakdown {
  readonly id: string;
  /** For people: the identity itself. */
  readonly name: string;
  readonly collective: boolean;
  /** In the order of the source. */
  readonly rows: readonly DepartmentRow[];
  readonly counts: DepartmentCounts;
}

export interface Breakdown {
  /** Worst first: more 未达标, then the lower 达标率, then by name. */
  readonly departments: readonly DepartmentBreakdown[];
  /** Every indicator once, those without a department too. */
  readonly total: DepartmentCounts;
  /** Rows that name no department. */
  readonly unassigned: readonly JudgedRow[];
}

const ROLE_ORDER: readonly DepartmentRole[] = ['lead', 'joint', 'support'];

const counted = (rows: readonly JudgedRow[]): DepartmentCounts => {
  const summary = countVerdicts(rows);
  return { ...summary, rate: metRate(summary) };
};

/** One row of each department of a judged row; a department named twice in it takes the stronger role. */
const departmentRows = (
  judged: JudgedRow,
  sheet: string,
): (DepartmentRow & { readonly id: string; readonly collective: boolean })[] => {
  const ids = [...new Set(judged.departments.map(({ id }) => id))];
  return ids.map((id) => {
    const same = judged.departments.filter((organisation) => organisation.id === id);
    const roles = same.map(({ role }) => role);
    return {
      id,
      judged,
      sheet,
      role: ROLE_ORDER.find((role) => roles.includes(role)) ?? 'joint',
      writtenAs: same.map(({ name }) => name).join('、'),
      others: ids.filter((other) => other !== id),
      collective: same.some(({ collective }) => collective),
    };
  });
};

/** Orders departments worst first: more 未达标, then the lower 达标率 (none counts as best), then by name. */
export const worstFirst = (a: DepartmentBreakdown, b: DepartmentBreakdown): number =>
  b.counts.unmet - a.counts.unmet ||
  (a.counts.rate ?? 2) - (b.counts.rate ?? 2) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Breaks judged tables down by department identity; a joint row stands with each of its departments. */
export const breakdownByDepartment = (tables: readonly JudgedTable[]): Breakdown => {
  const byId = new Map<string, { rows: DepartmentRow[]; collective: boolean }>();
  for (const { table, rows } of tables)
    for (const judged of rows)
      for (const { id, collective, ...row } of departmentRows(judged, table.sheet)) {
        const department = byId.get(id) ?? { rows: [], collective: false };
        department.rows.push(row);
        byId.set(id, { rows: department.rows, collective: department.collective || collective });
      }
  const departments = [...byId].map(([id, { rows, collective }]): DepartmentBreakdown => {
    return { id, name: id, collective, rows, counts: counted(rows.map(({ judged }) => judged)) };
  });
  const all = tables.flatMap(({ rows }) => rows);
  return {
    departments: departments.sort(worstFirst),
    total: counted(all),
    unassigned: all.filter(({ departments: named }) => named.length === 0),
  };
};
