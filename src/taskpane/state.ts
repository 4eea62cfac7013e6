// Owns what the pane shows, as plain data. Must not change it (controller.ts does) nor draw it.
import type { CheckResult } from '../jobs/check';
import type { Area } from '../sheet/address';
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

/** One line of a list of findings. */
export interface Finding {
  readonly name: string;
  /** What tells the row apart: `本表 4 · 标准 5`. */
  readonly label: Sentence;
  readonly sentence: Sentence;
  /** Its cells; null for what stands nowhere in the workbook. */
  readonly place: { readonly sheet: string; readonly area: Area } | null;
}

export interface FindingGroup {
  readonly title: Sentence;
  readonly findings: readonly Finding[];
}

/** What stands in the middle of the pane instead of the report, until it is closed or something is checked. */
export type Detail =
  | {
      readonly kind: 'findings';
      readonly title: Sentence;
      readonly summary: Sentence;
      readonly groups: readonly FindingGroup[];
    }
  /** Asks for a notice: a file or its text. */
  | { readonly kind: 'import' }
  /** Asks who signs the letters, and the deadline. */
  | { readonly kind: 'notices' };

/** Asked before something of a person's would be lost. */
export interface Question {
  readonly sentence: Sentence;
  /** Of the button that goes on. */
  readonly label: Sentence;
}

export interface PaneState {
  readonly profile: Profile;
  /** Rows are judged again when their cells change. */
  readonly isLive: boolean;
  readonly work: Work | null;
  readonly status: Sentence | null;
  readonly alert: Sentence | null;
  readonly question: Question | null;
  readonly detail: Detail | null;
  /** The further actions are shown. */
  readonly isMoreOpen: boolean;
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
  question: null,
  detail: null,
  isMoreOpen: false,
  result: null,
  verdicts: new Set(),
  department: null,
};
