// Owns the count of verdicts over judged rows, and the rate made of it. Must not judge or format.
import type { Verdict } from '../verdict/judgement';
import type { JudgedRow, JudgedTable } from './judged';

/** 指标数, and how many of each verdict; they add up. */
export type Summary = { readonly indicators: number } & Readonly<Record<Verdict, number>>;

/** Counts the verdicts of rows; each row is one indicator. */
export const countVerdicts = (rows: readonly JudgedRow[]): Summary => {
  const counts = { indicators: rows.length, met: 0, unmet: 0, pending: 0, missing: 0, review: 0, notApplicable: 0 };
  for (const { judgement } of rows) counts[judgement.verdict] += 1;
  return counts;
};

/** The indicators of all tables together, each counted once. */
export const summarise = (tables: readonly JudgedTable[]): Summary => countVerdicts(tables.flatMap(({ rows }) => rows));

/**
 * 达标率 = 达标 ÷ (指标数 − 不适用), 0 to 1; null when nothing applies. 未到期, 缺数据 and 需人工判定 stay in the denominator: what is
 * not known to be met is not counted as met.
 */
export const metRate = ({ indicators, met, notApplicable }: Summary): number | null =>
  indicators > notApplicable ? met / (indicators - notApplicable) : null;
