// Owns how a verdict looks in the pane: its sign and its colour in charts. Words stand beside both, always.
import type { Verdict } from '../verdict/judgement';

export interface VerdictLook {
  /** For bars, where the words stand beside them (`#RRGGBB`); at least 3 : 1 on white and on black. */
  readonly bar: string;
  /** An outline in a box of 12 × 12, so that no verdict is told by colour alone. */
  readonly sign: string;
}

export const VERDICT_LOOKS: Readonly<Record<Verdict, VerdictLook>> = {
  met: { bar: '#2e8540', sign: 'M2 6.5 4.8 9.3 10 3' },
  unmet: { bar: '#cf3a3a', sign: 'M3 3 9 9M9 3 3 9' },
  missing: { bar: '#b77900', sign: 'M3.5 4.2C3.5 1.3 8.5 1.3 8.5 4.2 8.5 6 6 6 6 7.8M6 10v.2' },
  review: { bar: '#8a5cb8', sign: 'M6 2v5M6 9.6v.4' },
  pending: { bar: '#7a7f85', sign: 'M6 1.2a4.8 4.8 0 1 0 .01 0M6 3.6V6.2l1.8 1' },
  notApplicable: { bar: '#8f8f8f', sign: 'M2.5 6h7' },
};

/** Order of counts, filters and bars: what needs work first. */
export const VERDICT_ORDER: readonly Verdict[] = ['unmet', 'missing', 'review', 'met', 'pending', 'notApplicable'];
