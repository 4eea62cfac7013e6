// Owns the words for a notice: its lines and tables as read, and what is found in them. Data only.
import type { Area } from '../sheet/address';
import type { Sentence } from '../text/sentence';

/** One line of running text. */
export interface NoticeLine {
  readonly kind: 'line';
  readonly text: string;
  /** Depth of a heading or of an automatically numbered item, 1 the highest; null for plain text. */
  readonly level: number | null;
}

/** A table as it stands: every row as long as the widest; cells under a merge other than its first are ''. */
export interface NoticeGrid {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
  /** 0-based within `rows`. */
  readonly merges: readonly Area[];
}

export type NoticePart = NoticeLine | NoticeGrid;

export interface NoticeTable {
  /** Label and title lines above it, top to bottom: `附件 2`, `国家卫生城市数据评价指标部门分工表`. */
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly Area[];
  /** `注：…` lines below it. */
  readonly notes: readonly string[];
}

/** One task that names its unit. */
export interface NoticeTask {
  readonly seq: number;
  readonly task: string;
  readonly requirement: string;
  /** 责任单位 as written. */
  readonly units: string;
  /** 牵头 / 配合 where the notice tells them apart; '' otherwise. */
  readonly lead: string;
  readonly support: string;
  /** `2023年8月底前`; '' when none is written. */
  readonly deadline: string;
}

/** A phase with its dates, or a single date by which something is due (then `from` is ''). */
export interface NoticePhase {
  readonly name: string;
  /** As written: `2023年4月—7月`. */
  readonly period: string;
  /** `2023年4月`; '' when not written. The year is filled in from the other end. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export interface Notice {
  readonly title: string;
  readonly tables: readonly NoticeTable[];
  readonly tasks: readonly NoticeTask[];
  readonly phases: readonly NoticePhase[];
  /** What a person should know about how it was read. */
  readonly remarks: readonly Sentence[];
}

/** Why a file cannot be read as a notice, and what to do. */
export class NoticeError extends Error {
  constructor(
    readonly sentence: Sentence,
    options?: ErrorOptions,
  ) {
    super(sentence.zh, options);
    this.name = 'NoticeError';
  }
}
