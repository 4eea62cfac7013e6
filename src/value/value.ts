// Owns the words for what an actual-value cell says. Data only; reading stands in read.ts.
import type { Sentence } from '../text/sentence';
import type { Unit } from '../text/units';

/** One figure; `low` and `high` differ where the cell gives only a bound (90%以上) or a range. */
export interface Amount {
  /** What the cell says the figure is of (城区, 学校); null when it does not. */
  readonly name: string | null;
  readonly low: number;
  readonly high: number;
  readonly isLowOpen: boolean;
  readonly isHighOpen: boolean;
  readonly unit: Unit | null;
  /** As written in the cell, for reasons. */
  readonly text: string;
}

interface Common {
  /** As shown in the cell. */
  readonly raw: string;
  /** Normalised, figures for numerals. */
  readonly text: string;
  readonly caveats: readonly Sentence[];
}

/** Nothing there; `words` are kept for the reason (见附件), '' when blank. */
export interface NoValue extends Common {
  readonly kind: 'none';
  readonly words: string;
}

/** At least one figure. */
export interface Amounts extends Common {
  readonly kind: 'amounts';
  readonly amounts: readonly Amount[];
  /** What the cell says beside the figure: 88%（未达标）. null when nothing. */
  readonly claim: boolean | null;
  /** Parts that are named without a figure: 南街待报. */
  readonly lacking?: readonly string[];
}

/** The change itself: 下降3.1%. */
export interface ChangeValue extends Common {
  readonly kind: 'change';
  readonly move: 'up' | 'down';
  readonly amount: Amount;
  /** Year it is taken from where named; null: the year before, or not said. */
  readonly year: number | null;
}

/** Words without a figure: an answer, a claim, a grade; what they mean depends on what is asked. */
export interface Words extends Common {
  readonly kind: 'words';
}

/** Something that cannot be a value here (an error, a date); `why` says what the cell holds. */
export interface Odd extends Common {
  readonly kind: 'odd';
  readonly why: Sentence;
  /** A text whose figure is not understood; its words may still answer 有 / 无. */
  readonly isUnclear?: boolean;
}

export type ValueReading = NoValue | Amounts | ChangeValue | Words | Odd;
