// Owns the words for a recognised indicator table: roles, columns, rows. Data only; how it is found stands in recognise.ts.
import type { Area } from '../sheet/address';
import type { Cell } from '../sheet/sheet';
import type { Sentence } from '../text/sentence';

export const COLUMN_ROLES = [
  'seq',
  'category',
  'indicator',
  'target',
  'departments',
  'support',
  'unit',
  'actual',
  'history',
  'reference',
  'plan',
  'numerator',
  'denominator',
  'remark',
  'source',
  'result',
  'reason',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** City (`设区市`, 国家卫生城市) or county (国家卫生县): which targets and indicators hold. */
export type Profile = 'city' | 'county';

export interface ColumnReading {
  /** 0-based sheet column. */
  readonly column: number;
  /** Head words from top to bottom, blanks inside removed; '' when there are none. */
  readonly heading: string;
  readonly role: ColumnRole | null;
  /** The year or word of a period in the heading (`2022`, `上年`, `近5年平均`); null when none. */
  readonly period: string | null;
  /** Why the column has this role, for the pane. */
  readonly why: Sentence;
}

/** A value of an earlier (or averaged) period. */
export interface PeriodCell {
  /** As in the heading: `2022`, `上年`, `近5年平均`. */
  readonly period: string;
  /** The calendar year where it is known (`上年` counts back from the actual's year). */
  readonly year: number | null;
  readonly cell: Cell;
}

/** One indicator. Several sheet rows may make it; their texts are joined with `\n`, a name cut by a line wrap without a break. */
export interface IndicatorRow {
  /** First and last sheet row, 0-based. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly seq: string | null;
  readonly category: string | null;
  readonly indicator: string;
  /** As shown; '' when blank. A target merged over several indicators stands in each. */
  readonly target: string;
  /** As shown; '' when blank. */
  readonly departments: string;
  /** The 配合 column's text; null when the table has none. */
  readonly support: string | null;
  readonly unit: string | null;
  readonly remark: string | null;
  /** null when the table has no such column. */
  readonly actual: Cell | null;
  /** Oldest first. */
  readonly history: readonly PeriodCell[];
  readonly reference: Cell | null;
  /** Heading of the reference column (`全省平均`): whose figure it is. */
  readonly referenceHeading?: string | null;
  readonly plan: Cell | null;
  readonly numerator: Cell | null;
  readonly denominator: Cell | null;
  /** What the recogniser doubts about this row (a ditto filled in, a spill joined). */
  readonly doubts: readonly Sentence[];
}

export interface IndicatorTable {
  readonly sheet: string;
  /** From the header's first row to the last indicator's last row, over all columns of the table (ours excluded). */
  readonly area: Area;
  /** First row of indicators, 0-based; equals area.top when there is no header. */
  readonly firstDataRow: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** `lines`: everything in one column, a cell a line; `delimited`: a row in one cell, tabs or blanks between. */
  readonly layout: 'grid' | 'lines' | 'delimited';
  readonly columns: readonly ColumnReading[];
  readonly rows: readonly IndicatorRow[];
  /** Title lines above the header, top to bottom. */
  readonly titles: readonly string[];
  /** The year of the actual values: the header's, else the report period's in the titles, else the year after the newest history column, else null. */
  readonly actualYear: number | null;
  /** The year in the chosen target column's heading (`2025年目标`), else null. */
  readonly targetYear: number | null;
}

/** Why a sheet that looks like one was not claimed (transposed, scores only …), for the pane. */
export interface Refusal {
  readonly sheet: string;
  readonly why: Sentence;
}

export interface Recognition {
  readonly tables: readonly IndicatorTable[];
  readonly refusals: readonly Refusal[];
}

export interface RecogniseOptions {
  readonly profile: Profile;
  /** Only this part of the sheet. */
  readonly selection?: Area;
  /** A person's own choice, by 0-based column; wins over what was recognised. */
  readonly roles?: ReadonlyMap<number, ColumnRole | null>;
  /** Our own result columns from an earlier run: never part of a table, and free to be reused. */
  readonly ours?: readonly Area[];
}
