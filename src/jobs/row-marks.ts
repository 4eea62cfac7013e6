// Owns the hidden marks in a workbook sent out: which row of the master a row is, which department it was for. Must not match by text.
import type { JudgedTable } from '../report/judged';
import { nameKey } from '../standard/national-2021';

/** Heading of the hidden column, followed by whom the workbook was made for. */
const COLUMN_HEADING = '行标记';

/** One mark for each row, in order: sheet, number and name in the master; equal ones are counted. */
export function rowMarks(tables: readonly JudgedTable[]): ReadonlyMap<JudgedTable, readonly string[]> {
  const times = new Map<string, number>();
  const markOf = (sheet: string, seq: string | null, indicator: string): string => {
    const mark = ['#', sheet, seq ?? '', nameKey(indicator)].join('|').slice(0, 200);
    const count = (times.get(mark) ?? 0) + 1;
    times.set(mark, count);
    return count === 1 ? mark : `${mark}|${count}`;
  };
  return new Map(
    tables.map((table) => [table, table.rows.map(({ row }) => markOf(table.table.sheet, row.seq, row.indicator))]),
  );
}

export function markHeading(department: string): string {
  return `${COLUMN_HEADING}|${department}`;
}

/** The department of a mark column's heading; null when the text is none. */
export function departmentOfHeading(text: string): string | null {
  return text.startsWith(`${COLUMN_HEADING}|`) ? text.slice(COLUMN_HEADING.length + 1) : null;
}
