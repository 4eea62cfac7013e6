// Owns the order of departments by 达标率, and red and black lists by stated thresholds. Must not count verdicts.
import type { Sentence } from '../text/sentence';
import type { Breakdown, DepartmentBreakdown } from './breakdown';
import { rateText } from './wording';

export interface RankedDepartment {
  /** 1 is best; equal rates share a rank and the next ranks are left out (1, 2, 2, 4). */
  readonly rank: number;
  readonly department: DepartmentBreakdown;
}

export interface Ranking {
  readonly ranked: readonly RankedDepartment[];
  /** Collectives (`各街道办事处`), and departments none of whose indicators applies. */
  readonly unranked: readonly DepartmentBreakdown[];
  /** How the order was made, fit to be printed under it. */
  readonly method: Sentence;
}

const METHOD: Sentence = {
  zh: '按达标率由高到低排名，达标率相同的名次并列；达标率＝达标÷（指标数－不适用），共同承担的指标在各部门分别计数；“各街道办事处”等统称不参加排名。',
  en: 'Ranked by the rate of met indicators, equal rates sharing a rank; rate = met ÷ (indicators − not applicable); a joint indicator counts for each of its departments; names that mean several units are not ranked.',
};

/** The sign of a's rate less b's, by whole numbers: no two equal fractions differ by rounding. */
const compareRates = (a: DepartmentBreakdown, b: DepartmentBreakdown): number => {
  const applicable = ({ counts }: DepartmentBreakdown): number => counts.indicators - counts.notApplicable;
  return Math.sign(a.counts.met * applicable(b) - b.counts.met * applicable(a));
};

/** Ranks the departments of a breakdown by 达标率, best first, by name among equals. */
export const rankDepartments = ({ departments }: Breakdown): Ranking => {
  const isRankable = ({ collective, counts }: DepartmentBreakdown): boolean => !collective && counts.rate !== null;
  const ordered = departments
    .filter(isRankable)
    .sort((a, b) => -compareRates(a, b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const ranked = ordered.map((department) => ({
    rank: ordered.findIndex((other) => compareRates(other, department) === 0) + 1,
    department,
  }));
  return { ranked, unranked: departments.filter((department) => !isRankable(department)), method: METHOD };
};

/** Rates from 0 to 1: red from `red` up, black below `black`; between them nobody is named. What is only unknown makes nobody black. */
export interface ListThresholds {
  readonly red: number;
  readonly black: number;
}

export interface RedAndBlackList {
  readonly red: readonly RankedDepartment[];
  readonly black: readonly RankedDepartment[];
  /** The thresholds, fit to be printed above the lists. */
  readonly rule: Sentence;
}

/** Red and black lists by thresholds that a person has set; there is no default. Throws a RangeError when `black` is above `red`. */
export const redAndBlackList = ({ ranked }: Ranking, { red, black }: ListThresholds): RedAndBlackList => {
  if (!(black <= red)) throw new RangeError(`black ${String(black)} must not be above red ${String(red)}`);
  const rateOf = ({ department }: RankedDepartment): number => department.counts.rate ?? 0;
  return {
    red: ranked.filter((one) => rateOf(one) >= red),
    black: ranked.filter((one) => rateOf(one) < black && one.department.counts.unmet > 0),
    rule: {
      zh: `达标率 ${rateText(red)} 及以上列入红榜，低于 ${rateText(black)} 且有未达标指标的列入黑榜，其余不列名。`,
      en: `Red: a rate of ${rateText(red)} or more; black: below ${rateText(black)} with an indicator not met; the others are not named.`,
    },
  };
};
