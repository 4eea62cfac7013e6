// Owns what a re-check changes: the cells of our result columns that read differently now. Must not judge nor touch a host.
import type { CheckResult } from '../jobs/check';
import type { Block, CellInput, FilledCell, Plan, PlanStep } from '../workbook/port';

type WriteStep = Extract<PlanStep, { kind: 'write' }>;

export type Difference =
  | { readonly kind: 'same' }
  /** Our columns would stand elsewhere: rows or columns came or went, and a whole check is due. */
  | { readonly kind: 'layout' }
  /** Only these rows read differently; the plan rewrites their two cells and nothing else. */
  | { readonly kind: 'rows'; readonly rows: number; readonly plan: Plan };

/** Compares what an earlier check wrote with what it would write now. Both must be of the same sheets. */
export function difference(before: CheckResult, after: CheckResult): Difference {
  const old = writeSteps(before);
  const fresh = writeSteps(after);
  if (old.length !== fresh.length) return { kind: 'layout' };
  const steps: PlanStep[] = [];
  const changedRows = new Set<string>();
  for (const [index, step] of fresh.entries()) {
    const was = old[index];
    if (!was || was.sheet !== step.sheet || !isSamePlace(was.block, step.block)) return { kind: 'layout' };
    const cells = changedCells(was.block, step.block);
    for (const { row } of cells) changedRows.add(`${step.sheet}!${row}`);
    if (cells.length > 0) steps.push({ kind: 'fill', sheet: step.sheet, cells });
  }
  if (steps.length === 0) return { kind: 'same' };
  const expectations = after.plan.expectations.filter(({ sheet, row }) => changedRows.has(`${sheet}!${row}`));
  return { kind: 'rows', rows: changedRows.size, plan: { expectations, steps } };
}

/** The part of a result that stands on these sheets, or (`isOn` false) on the others. */
export function partOn(result: CheckResult, sheets: ReadonlySet<string>, isOn = true): CheckResult {
  return {
    ...result,
    tables: result.tables.filter(({ table }) => sheets.has(table.sheet) === isOn),
    refusals: result.refusals.filter(({ sheet }) => sheets.has(sheet) === isOn),
    plan: { expectations: [], steps: writeSteps(result).filter(({ sheet }) => sheets.has(sheet) === isOn) },
  };
}

/** A result in which these sheets are as judged now and the others as they were. */
export function renewed(before: CheckResult, after: CheckResult, sheets: ReadonlySet<string>): CheckResult {
  const others = partOn(before, sheets, false);
  return {
    ...after,
    tables: [...others.tables, ...after.tables],
    refusals: [...others.refusals, ...after.refusals],
    plan: { expectations: [], steps: [...others.plan.steps, ...writeSteps(after)] },
  };
}

function writeSteps({ plan }: CheckResult): WriteStep[] {
  return plan.steps.filter((step): step is WriteStep => step.kind === 'write');
}

function isSamePlace(a: Block, b: Block): boolean {
  return a.top === b.top && a.left === b.left && a.values.length === b.values.length;
}

function changedCells(before: Block, after: Block): FilledCell[] {
  return after.values.flatMap((values, line) =>
    values.flatMap((value: CellInput, column): FilledCell[] =>
      value === before.values[line]?.[column] ? [] : [{ row: after.top + line, column: after.left + column, value }],
    ),
  );
}
