// Owns what an indicator can possibly be: a share ends at 100 %, a year at 366 days, a count at zero.
// Judges nothing; a value beyond the limits is for a person to look at.
import type { Sentence } from '../text/sentence';

/** Changes and differences may be negative. */
const SIGNED =
  /增长|增加|增速|增幅|同比|环比|涨|变化|变动|降幅|下降|降低|减少|提高|提升|净|温度|气温|差|盈余|收益|利润|得分增减/;
/** Percentages that are no share of a whole, or are counted against a plan. */
const OVER_WHOLE =
  /完成|征收|收缴|增长|增加|增速|增幅|提高|提升|上升|下降|降低|变化|同比|环比|周转|床位使用|病床使用|床位利用|负荷|毛入|入学率|产销|收益|回报|利润|抚养比|负债|性别比|指数|系数|执行率|达产|超额|自给|拨备|倍|收入比|产出|兑现|清偿|偿债|价格|相当于|占.{0,6}年/;
const DAYS_OF_YEAR = /天数|(?:天|日)\/年/;
const OF_A_DAY = /每日|每天|日均|一日|全天/;

const SHARE: Sentence = { zh: '占比不会超过100%', en: 'a share cannot exceed 100%' };
const YEAR: Sentence = { zh: '一年不超过366天', en: 'a year has no more than 366 days' };
const DAY: Sentence = { zh: '一天不超过24小时', en: 'a day has no more than 24 hours' };
const NEGATIVE: Sentence = { zh: '不应为负数', en: 'it cannot be negative' };

interface Limit {
  readonly high: number;
  readonly why: Sentence;
  readonly holdsFor: (indicator: string) => boolean;
}

const ofShares = (high: number): Limit => ({ high, why: SHARE, holdsFor: (indicator) => !OVER_WHOLE.test(indicator) });
const ofDays = (high: number): Limit => ({ high, why: DAY, holdsFor: (indicator) => OF_A_DAY.test(indicator) });

/** By a unit's canonical spelling: the most that some indicators can be in it. */
const LIMITS: ReadonlyMap<string | null, Limit> = new Map([
  ['%', ofShares(100)],
  ['‰', ofShares(1000)],
  ['/万', ofShares(10_000)],
  ['/10万', ofShares(100_000)],
  ['天', { high: 366, why: YEAR, holdsFor: (indicator) => DAYS_OF_YEAR.test(indicator) }],
  ['小时', ofDays(24)],
  ['分钟', ofDays(1440)],
]);

/** Why `value` (unit by its canonical spelling, null for none) is impossible for the indicator; null when it is possible. */
export function impossibility(indicator: string, value: number, unit: string | null): Sentence | null {
  if (value < 0) return SIGNED.test(indicator) ? null : NEGATIVE;
  const limit = LIMITS.get(unit);
  return limit !== undefined && value > limit.high && limit.holdsFor(indicator) ? limit.why : null;
}

/** The most that an indicator can be, for a value that says only `90%以上`; Infinity when there is no limit. */
export function ceiling(indicator: string, unit: string | null): number {
  const limit = LIMITS.get(unit);
  return limit?.holdsFor(indicator) ? limit.high : Infinity;
}
