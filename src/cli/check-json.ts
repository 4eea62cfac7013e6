// Owns the JSON of `check`: a contract that other programs read. Must not judge or print.
import type { CheckResult } from '../jobs/check';
import type { JudgedRow, JudgedTable } from '../report/judged';
import { summarise } from '../report/summary';
import { columnLetters, formatArea } from '../sheet/address';
import { COLUMN_ROLES, type ColumnReading, type ColumnRole } from '../table/table';

const VERSION = 1;

export function checkJson(file: string, result: CheckResult) {
  return {
    version: VERSION,
    file,
    profile: result.profile,
    tables: result.tables.map(tableJson),
    summary: summarise(result.tables),
  };
}

function tableJson({ table, rows, suggestions }: JudgedTable) {
  return {
    sheet: table.sheet,
    range: formatArea(table.area),
    confidence: Number(table.confidence.toFixed(2)),
    columns: columnsJson(table.columns),
    layout: table.layout,
    rows: rows.map(rowJson),
    suggestions: suggestions.map(({ kind, names }) => ({ kind, names })),
  };
}

function columnsJson(columns: readonly ColumnReading[]) {
  const letters: Partial<Record<ColumnRole, string | null>> = {};
  for (const role of COLUMN_ROLES) {
    const found = columns.find((column) => column.role === role);
    letters[role] = found ? columnLetters(found.column) : null;
  }
  const history = columns
    .filter((column) => column.role === 'history')
    .map(({ period, heading, column }) => ({ period: period ?? heading, column: columnLetters(column) }));
  return { ...letters, history };
}

function rowJson({ row, judgement, departments, caveats }: JudgedRow) {
  return {
    rows: [row.firstRow + 1, row.lastRow + 1],
    seq: row.seq,
    category: row.category,
    indicator: row.indicator,
    target: judgement.target,
    departments: departments.map(({ name, id, role, collective, note }) => ({ name, id, role, collective, note })),
    actual: judgement.actual,
    verdict: judgement.verdict,
    reason: judgement.reason.zh,
    gap: judgement.gap,
    caveats: caveats.map((caveat) => caveat.zh),
  };
}
