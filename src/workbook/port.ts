// Owns the port between jobs and hosts: what is read (snapshot) and what is to be done (plan). Plain data; no host here.
import type { Area } from '../sheet/address';
import type { Sheet } from '../sheet/sheet';
import type { Sentence } from '../text/sentence';
import type { LookName } from './looks';

/**
 * A mark of ours: a hidden defined name beginning with `_dabiao.`. Every spreadsheet program keeps names through a save,
 * moves their references when rows and columns move, and shows hidden ones to nobody.
 */
export interface Mark {
  /** Without the `_dabiao.` prefix: `result.1`, `sheet.3`, `choice.2`, `row.17`. */
  readonly name: string;
  /** Either a place or a text of at most 250 characters. A place whose sheet is gone reads as null. */
  readonly place: { readonly sheet: string; readonly area: Area } | null;
  readonly text: string | null;
}

export interface WorkbookSnapshot {
  /** In tab order, chart sheets left out. */
  readonly sheets: readonly Sheet[];
  readonly activeSheet: string | null;
  /** The person's selection on the active sheet, where the host knows one. */
  readonly selection: Area | null;
  readonly marks: readonly Mark[];
  readonly isStructureProtected: boolean;
  readonly isReadOnly: boolean;
}

/** Text is always written as text, never as a formula, date or number. */
export type CellInput = string | number | boolean | null;

export interface Block {
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly CellInput[])[];
  /** One look for all, or one for each column of the block. */
  readonly look: LookName | readonly LookName[];
}

/** One rule: rows of `area` whose cell in `keyColumn` (absolute) reads `equals` get these colours and a thin border. */
export interface ColourRule {
  readonly equals: string;
  readonly fill: string;
  readonly font: string;
}

export interface RowColours {
  readonly area: Area;
  readonly keyColumn: number;
  readonly rules: readonly ColourRule[];
}

export interface SheetLink {
  readonly row: number;
  readonly column: number;
  /** Name of the sheet it leads to (its A1). */
  readonly toSheet: string;
}

/** A list to choose from, or a bound on numbers; with a note shown when the cell is chosen. */
export interface Validation {
  readonly area: Area;
  readonly list?: readonly string[];
  readonly promptTitle?: string;
  readonly prompt?: string;
}

/** A native stacked bar chart: one bar a category, one series a colour. */
export interface StackedBarChart {
  readonly title: string;
  readonly categories: Area;
  readonly series: readonly { readonly name: string; readonly values: Area; readonly colour: string }[];
  /** The cells it covers. */
  readonly anchor: Area;
}

export interface PrintSetup {
  readonly orientation: 'portrait' | 'landscape';
  /** A4, one page wide, as many high as needed; these rows repeat on each page (0-based, inclusive). */
  readonly titleRows: readonly [number, number] | null;
}

/** A whole sheet of ours. */
export interface NewSheet {
  readonly name: string;
  readonly blocks: readonly Block[];
  /** In characters, from column A. */
  readonly columnWidths: readonly number[];
  readonly rowHeights?: readonly { readonly row: number; readonly points: number }[];
  readonly hiddenColumns?: readonly number[];
  readonly merges?: readonly Area[];
  /** Rows above stay in view; 0 for none. */
  readonly frozenRows: number;
  readonly colours?: readonly RowColours[];
  readonly links?: readonly SheetLink[];
  readonly validations?: readonly Validation[];
  readonly chart?: StackedBarChart;
  readonly print: PrintSetup;
  /** Locked without a password; cells with an `unlocked` look stay editable. */
  readonly isLocked?: boolean;
}

export interface FilledCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellInput;
  /** Only what a person typed: `93%` is a number and the format it asks for; without it the cell's own format stays. */
  readonly numberFormat?: string;
  /** Only what a person typed, without `=`; `value` is then its result. */
  readonly formula?: string;
}

export type PlanStep =
  /** Cells in the clerk's sheet. Only cells that are empty or ours; existing formats of a cell stay. */
  | {
      readonly kind: 'write';
      readonly sheet: string;
      readonly block: Block;
      readonly widths?: readonly (number | null)[];
      /** Notes and lists on cells written here; they go when the cells are erased. */
      readonly validations?: readonly Validation[];
    }
  /** Values that a person typed or accepted, into cells of the clerk's own; the cells' formats stay. */
  | { readonly kind: 'fill'; readonly sheet: string; readonly cells: readonly FilledCell[] }
  /** Empties cells that we wrote and puts back widths and formats as they were before us. */
  | { readonly kind: 'erase'; readonly sheet: string; readonly area: Area }
  /** Lays our colour rules over an area; all earlier rules of ours on that sheet are replaced. */
  | { readonly kind: 'colour'; readonly sheet: string; readonly colours: readonly RowColours[] }
  | { readonly kind: 'addSheets'; readonly sheets: readonly NewSheet[] }
  /** Only sheets that carry our mark. */
  | { readonly kind: 'removeSheets'; readonly names: readonly string[] }
  | { readonly kind: 'renameSheets'; readonly names: readonly { readonly from: string; readonly to: string }[] }
  | { readonly kind: 'mark'; readonly marks: readonly Mark[] }
  | { readonly kind: 'unmark'; readonly names: readonly string[] };

/** A cell that must still read so before anything is written. */
export interface Expectation {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What to do, in order. A host does all of it or leaves the workbook as it was. */
export interface Plan {
  readonly expectations: readonly Expectation[];
  readonly steps: readonly PlanStep[];
}

/** `done` of `total`, in whatever unit the stage counts. */
export interface Progress {
  readonly stage: Sentence;
  readonly done: number;
  readonly total: number;
}

export interface RunOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface ReadOptions extends RunOptions {
  /** Which sheets' cells are read; `active` is the quick check. Names and marks are always read. */
  readonly sheets: 'active' | 'visible' | 'all' | readonly string[];
}

export interface SheetChange {
  readonly sheet: string;
  readonly area: Area;
}

/** The four things a spreadsheet program is asked. Every method rejects with a `HostError` and nothing else. */
export interface WorkbookHost {
  read(options: ReadOptions): Promise<WorkbookSnapshot>;
  apply(plan: Plan, options?: RunOptions): Promise<void>;
  select(sheet: string, area: Area): Promise<void>;
  /** Answers a function that stops observing. Changes that we make ourselves are not reported. */
  observe(listener: (change: SheetChange) => void): Promise<() => Promise<void>>;
}

export type HostErrorCode =
  | 'changed'
  | 'protected'
  | 'structure-protected'
  | 'read-only'
  | 'editing-cell'
  | 'too-large'
  | 'missing-sheet'
  | 'name-taken'
  | 'unsupported'
  | 'bad-file'
  | 'cancelled'
  | 'busy'
  | 'connection'
  | 'unknown';

/** What went wrong and what to do, in one sentence. Never holds a stack or a path of ours. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    readonly sentence: Sentence,
    options?: ErrorOptions,
  ) {
    super(sentence.zh, options);
    this.name = 'HostError';
  }
}
