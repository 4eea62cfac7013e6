// Owns the words for what came of a collection: what was filled, what is left to a person. Shapes only.
import type { Sentence } from '../text/sentence';
import type { CellInput, Plan } from '../workbook/port';

/** The master's cell that answers are for. */
export interface Place {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  readonly seq: string | null;
  readonly indicator: string;
  /** Heading of the column: `实际值`, `上年值`. */
  readonly column: string;
}

export interface Answer {
  readonly department: string | null;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  /** As shown. */
  readonly value: string;
}

export interface FilledValue extends Place {
  readonly value: CellInput;
  /** Everyone who said so. */
  readonly sources: readonly Answer[];
}

/** Answers that differ, among themselves or from what stands in the master; the master's cell stays as it is. */
export interface Conflict extends Place {
  /** What stands in the master; null when it is blank. */
  readonly standing: string | null;
  readonly answers: readonly Answer[];
}

/** Filled in (where nothing else speaks against it) and still to be looked at. */
export interface SuspiciousValue extends Place {
  readonly answer: Answer;
  readonly why: Sentence;
  readonly isFilled: boolean;
}

export interface UnmatchedAnswer {
  readonly department: string | null;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly seq: string | null;
  readonly indicator: string;
  readonly value: string;
  readonly why: Sentence;
}

/** A row matched by something weaker than its mark. */
export interface LooseMatch extends Omit<Place, 'column'> {
  readonly file: string;
  readonly returned: string;
  readonly why: Sentence;
}

/** Nobody gave the actual value; `words` are what was written instead. */
export interface OpenValue extends Place {
  readonly departments: readonly string[];
  readonly words: readonly string[];
}

export interface MissingReturn {
  readonly department: string;
  /** `none`: no workbook came back; `blank`: it came back with nothing filled in. */
  readonly kind: 'none' | 'blank';
  readonly indicators: number;
}

export interface Collection {
  readonly filled: readonly FilledValue[];
  readonly conflicts: readonly Conflict[];
  readonly suspicious: readonly SuspiciousValue[];
  readonly unmatched: readonly UnmatchedAnswer[];
  readonly looseMatches: readonly LooseMatch[];
  readonly open: readonly OpenValue[];
  readonly missing: readonly MissingReturn[];
  /** How many departments have indicators in the master. */
  readonly departments: number;
  /** Files in which no table was recognised. */
  readonly unread: readonly string[];
}

export interface CollectResult extends Collection {
  /** Fills the master and lists what is left to decide on the sheet 回收情况. */
  readonly plan: Plan;
}
