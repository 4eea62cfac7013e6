// Owns the words for a verdict on one row. Data only; judging stands in judge.ts.
import type { Sentence } from '../text/sentence';

export const VERDICTS = ['met', 'unmet', 'pending', 'missing', 'review', 'notApplicable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_LABELS: Readonly<Record<Verdict, Sentence>> = {
  met: { zh: '达标', en: 'Met' },
  unmet: { zh: '未达标', en: 'Not met' },
  pending: { zh: '未到期', en: 'Not yet due' },
  missing: { zh: '缺数据', en: 'Data missing' },
  review: { zh: '需人工判定', en: 'Needs review' },
  notApplicable: { zh: '不适用', en: 'Not applicable' },
};

export interface Judgement {
  readonly verdict: Verdict;
  /** One sentence with the numbers, fit for a report. */
  readonly reason: Sentence;
  /** Signed distance to the target in the target's unit; null where no single distance can be named. */
  readonly gap: number | null;
  /** Unit of the gap and of the target's number; null when it has none. */
  readonly unit: string | null;
  readonly caveats: readonly Sentence[];
  readonly target: { readonly raw: string; readonly normal: string };
  /** null when there is none. `value` in `unit`; several or wordy values have no number. */
  readonly actual: { readonly raw: string; readonly value: number | null; readonly unit: string | null } | null;
}
