// Owns the joined result of a check: table, judgement and departments row by row. Data only.
import type { Organisation, SameDepartmentSuggestion } from '../department/department';
import type { IndicatorRow, IndicatorTable } from '../table/table';
import type { Sentence } from '../text/sentence';
import type { Judgement } from '../verdict/judgement';

export interface JudgedRow {
  readonly row: IndicatorRow;
  readonly judgement: Judgement;
  readonly departments: readonly Organisation[];
  /** All that a person should know beside the verdict: of the row, of the judgement, of its departments. */
  readonly caveats: readonly Sentence[];
}

export interface JudgedTable {
  readonly table: IndicatorTable;
  readonly rows: readonly JudgedRow[];
  readonly suggestions: readonly SameDepartmentSuggestion[];
}
