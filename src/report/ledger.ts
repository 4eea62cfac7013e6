// Owns the rows of a 问题台账: one for each indicator not met. Must not lay them out, nor list what is merely unknown.
import type { DepartmentRole, Organisation } from '../department/department';
import type { JudgedRow, JudgedTable } from './judged';
import { gapText, listText } from './wording';

export interface LedgerRow {
  /** From 1. */
  readonly number: number;
  readonly judged: JudgedRow;
  readonly sheet: string;
  readonly indicator: string;
  readonly target: string;
  readonly actual: string;
  readonly gap: string;
  /** 牵头 departments, or all responsible ones where nobody leads. */
  readonly lead: readonly string[];
  /** The others: joint beside a lead, and supporting ones. */
  readonly support: readonly string[];
  readonly reason: string;
  /** Several departments share the row: it needs coordination. */
  readonly isShared: boolean;
}

const idsOf = (departments: readonly Organisation[], isWanted: (role: DepartmentRole) => boolean): string[] => [
  ...new Set(departments.filter(({ role }) => isWanted(role)).map(({ id }) => id)),
];

/** The departments of a row as a ledger has them: who answers for it, and who helps. */
export const responsibilities = (
  departments: readonly Organisation[],
): { lead: readonly string[]; support: readonly string[] } => {
  const leads = idsOf(departments, (role) => role === 'lead');
  const lead = leads.length > 0 ? leads : idsOf(departments, (role) => role === 'joint');
  return { lead, support: idsOf(departments, () => true).filter((id) => !lead.includes(id)) };
};

/** One row for each indicator that is not met, in the order of the source. 缺数据, 需人工判定 and 未到期 are no problems found. */
export const ledgerRows = (tables: readonly JudgedTable[]): LedgerRow[] =>
  tables
    .flatMap(({ table, rows }) => rows.map((judged) => ({ judged, sheet: table.sheet })))
    .filter(({ judged }) => judged.judgement.verdict === 'unmet')
    .map(({ judged, sheet }, index) => {
      const { row, judgement, departments } = judged;
      const { lead, support } = responsibilities(departments);
      return {
        number: index + 1,
        judged,
        sheet,
        indicator: row.indicator,
        target: judgement.target.normal,
        actual: judgement.actual?.raw ?? '',
        gap: gapText(judgement),
        lead,
        support,
        reason: judgement.reason.zh,
        isShared: lead.length + support.length > 1,
      };
    });

/** Heads of the printed ledger; those after 判定说明 are for people to fill in. */
export const LEDGER_HEAD = ['序号', '指标', '目标值', '实际值', '差距', '责任单位（牵头）', '配合单位', '判定说明', '整改措施', '责任人', '整改时限', '整改情况', '是否销号', '销号日期', '备注'] as const; // prettier-ignore

/** A ledger row under `LEDGER_HEAD`; `deadline` as it should stand in 整改时限, '' leaves it to be filled in. */
export const ledgerCells = (row: LedgerRow, deadline = ''): (string | number)[] => [
  row.number,
  row.indicator,
  row.target,
  row.actual,
  row.gap,
  listText(row.lead),
  listText(row.support),
  row.reason,
  '',
  '',
  deadline,
  '',
  '否',
  '',
  row.isShared ? '涉及多个部门，需协调推进' : '',
];
