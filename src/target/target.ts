// Owns the words for what a target asks: a tree of conditions. Data only; reading stands in read.ts and forms.ts.
import type { Sentence } from '../text/sentence';
import type { Unit } from '../text/units';

export type Sign = '≥' | '>' | '≤' | '<' | '=';
/** `better` is whichever way the indicator improves. */
export type Move = 'up' | 'down' | 'better';

/** What another figure is taken from: the year before, a named year, the mean of the years before, a figure from outside. */
export type Base =
  | { readonly kind: 'previous' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'baseline' }
  /** 年均, 累计: over a span of years that the cell alone can tell. */
  | { readonly kind: 'span'; readonly name: '年均' | '累计' }
  | { readonly kind: 'mean'; readonly years: number }
  | { readonly kind: 'outside'; readonly name: string };

export interface Threshold {
  readonly kind: 'threshold';
  /** What the number is about, where the target names it; null when it is the indicator itself. */
  readonly subject: string | null;
  readonly sign: Sign;
  readonly value: number;
  readonly unit: Unit | null;
  /** 左右: short of it is for a person. */
  readonly isApproximate: boolean;
}

/** A number without a sign, before the indicator's direction gives one. `isGarbled`: there was a sign, now unreadable. */
export interface Bare {
  readonly kind: 'bare';
  readonly subject: string | null;
  readonly value: number;
  readonly unit: Unit | null;
  readonly isApproximate: boolean;
  readonly isGarbled: boolean;
  /** A word leads to it (达到), so that no sign was lost. */
  readonly isLed: boolean;
  /** 达到, 实现: at least, where the indicator's direction is not known. */
  readonly isReached: boolean;
}

/** Both ends included. */
export interface Range {
  readonly kind: 'range';
  readonly subject: string | null;
  readonly low: number;
  readonly high: number;
  readonly unit: Unit | null;
}

export interface DueTerm {
  readonly year: number;
  /** 2023年6月底前; absent where only the year is named. */
  readonly month?: number;
  readonly condition: Condition;
}

/** What counts from which year on; ascending. */
export interface Due {
  readonly kind: 'due';
  readonly terms: readonly DueTerm[];
}

export interface Trend {
  readonly kind: 'trend';
  readonly move: Move;
  /** Equal is no move (逐年下降); otherwise equal is allowed (不下降). */
  readonly isStrict: boolean;
  /** 连续N年; null for the whole series. */
  readonly steps: number | null;
  /** As the target says it; reasons repeat it. */
  readonly words: string;
}

/** 呈下降趋势: the slope and the last point. `isFirm`: 呈逐年下降趋势, every step asked by one reading of the words. */
export interface SoftTrend {
  readonly kind: 'softTrend';
  readonly move: Move;
  readonly isFirm: boolean;
  readonly words: string;
}

/** Against another figure, no amount: 不低于上年, 较上年提高, 不高于近5年平均水平, 低于全国平均. */
export interface Comparison {
  readonly kind: 'comparison';
  /** `better` / `notWorse` (优于, 达到): the indicator's better direction decides. */
  readonly sign: Exclude<Sign, '='> | 'better' | 'notWorse';
  readonly base: Base;
}

/** Against another figure by an amount: 较上年下降5%. */
export interface Change {
  readonly kind: 'change';
  readonly move: 'up' | 'down';
  readonly base: Base;
  /** The target names what it is taken from (较上年); else the year before is meant. */
  readonly isBaseNamed: boolean;
  /** `≥`, `>`: at least; `≤`, `<`: at most (增长不超过3%). */
  readonly sign: Exclude<Sign, '='>;
  readonly amount: number;
  /** `%` relative; 个百分点 a difference of shares; else an absolute difference in its own unit. */
  readonly measure: 'relative' | 'points' | 'absolute';
  readonly unit: Unit | null;
}

export interface Presence {
  readonly kind: 'presence';
  /** 有 / 建立 → true; 无 / 杜绝 / 零发生 → false. */
  readonly isWanted: boolean;
  /** The words, and the verb in them that an answer may repeat (出台); null for 有 / 无. */
  readonly words: string;
  readonly verb: string | null;
  /** 全覆盖 / 全部达标: a share as answer must be the whole. */
  readonly isWhole: boolean;
}

/** `hospital`: 三级甲等 stands above 二级甲等; everywhere else the first is the best. */
export type Scale = 'letter' | 'number' | 'class' | 'word' | 'hospital';

export interface Grade {
  readonly kind: 'grade';
  readonly scale: Scale;
  /** 0 is best. */
  readonly level: number;
  readonly words: string;
}

/** A standard with nothing to measure against: the answer must say whether it is reached. */
export interface Standard {
  readonly kind: 'standard';
  readonly words: string;
}

/** GB 3095-2012, level 2, annual means. */
export interface AirQuality {
  readonly kind: 'airQuality';
  readonly words: string;
}

export interface Plan {
  readonly kind: 'plan';
  readonly words: string;
  /** 控制在规划目标以内 says which side of the plan's value is good; null where the words do not. */
  readonly sign: '≥' | '≤' | null;
}

/** 前三名. */
export interface Rank {
  readonly kind: 'rank';
  readonly within: number;
}

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly words: string;
  readonly why: Sentence;
}

export interface Group {
  readonly kind: 'all' | 'any';
  readonly parts: readonly Condition[];
}

export type Leaf =
  | Threshold
  | Bare
  | Range
  | Trend
  | SoftTrend
  | Comparison
  | Change
  | Presence
  | Grade
  | Standard
  | AirQuality
  | Plan
  | Rank
  | Unreadable;
export type Condition = Leaf | Due | Group;

export interface TargetReading {
  readonly normal: string;
  /** null when the cell is blank. */
  readonly condition: Condition | null;
  /** The indicator is not for the profile; says why. */
  readonly notApplicable: Sentence | null;
  /** No value can reach it (>100% of a share); says why. */
  readonly impossible: Sentence | null;
  /** The indicator that the remark puts in this one's place; null when it stays. */
  readonly insteadOf: string | null;
  readonly caveats: readonly Sentence[];
}
