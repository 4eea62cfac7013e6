// Owns what the pane shows, as plain data. Must not change it (controller.ts does) nor draw it.
import type { CheckResult } from '../jobs/check';
import type { Profile } from '../table/table';
import type { Sentence } from '../text/sentence';
import type { Verdict } from '../verdict/judgement';

/** A job under way. */
export interface Work {
  readonly stage: Sentence;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  /** Longer than half a second: a bar and 取消 are shown. */
  readonly isLong: boolean;
}

export interface PaneState {
  readonly profile: Profile;
  /** Rows are judged again when their cells change. */
  readonly isLive: boolean;
  readonly work: Work | null;
  readonly status: Sentence | null;
  readonly alert: Sentence | null;
  readonly result: CheckResult | null;
  /** Verdicts to show; none chosen means all. */
  readonly verdicts: ReadonlySet<Verdict>;
  /** Id of the one department to show; null means all. */
  readonly department: string | null;
}

export const FIRST_STATE: PaneState = {
  profile: 'city',
  isLive: true,
  work: null,
  status: null,
  alert: null,
  result: null,
  verdicts: new Set(),
  department: null,
};
