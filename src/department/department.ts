// Owns the words for responsible departments. Data only; splitting stands in split.ts, identity in identity.ts.
import type { Sentence } from '../text/sentence';

/** 牵头 / 共同 / 配合. */
export type DepartmentRole = 'lead' | 'joint' | 'support';

export interface Organisation {
  /** What the row says. */
  readonly name: string;
  /** The identity: equal for two names of one organisation. */
  readonly id: string;
  readonly role: DepartmentRole;
  /** `各街道办事处`, `区直各部门`: more than one unit behind one name. */
  readonly collective: boolean;
  /** From brackets behind the name (`含交通`); null when none. */
  readonly note: string | null;
}

/** The raw cells of one row. */
export interface DepartmentCells {
  /** The 责任 / 牵头 column's text. */
  readonly departments: string;
  /** The 配合 column's text; null when the table has none. */
  readonly support: string | null;
  /** The 责任 column's heading says 牵头 or 主责: every one there leads. */
  readonly departmentsLead?: boolean;
}

export interface DepartmentReading {
  readonly organisations: readonly Organisation[];
  readonly caveats: readonly Sentence[];
}

/** Names that may be one organisation; the person decides. */
export interface SameDepartmentSuggestion {
  readonly kind: 'same-department';
  readonly names: readonly string[];
  readonly why: Sentence;
}

/** A person's decision on a suggestion, remembered in the workbook. */
export interface SameDepartmentChoice {
  readonly names: readonly string[];
  readonly same: boolean;
}

export interface DepartmentsReading {
  /** One for each row given, in order. */
  readonly rows: readonly DepartmentReading[];
  /** Those not decided yet. */
  readonly suggestions: readonly SameDepartmentSuggestion[];
}
