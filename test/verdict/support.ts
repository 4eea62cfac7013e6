// Owns the short way of writing a row for judging, for tests only.
import { cellOf, type ArrayCell } from '../../src/sheet/array-sheet';
import { BLANK_CELL, type Cell } from '../../src/sheet/sheet';
import type { Judgement } from '../../src/verdict/judgement';
import { judgeRow } from '../../src/verdict/judge';

export interface Case {
  readonly name?: string;
  readonly target: string;
  readonly actual?: ArrayCell;
  /** Period → value, oldest first; as pairs where the columns stand in another order (keys that are numbers sort themselves). */
  readonly history?: Readonly<Record<string, ArrayCell>> | readonly (readonly [string, ArrayCell])[];
  readonly unit?: string;
  readonly remark?: string;
  readonly reference?: ArrayCell;
  readonly referenceName?: string;
  readonly plan?: ArrayCell;
  readonly numerator?: ArrayCell;
  readonly denominator?: ArrayCell;
  readonly profile?: 'city' | 'county';
  readonly year?: number | null;
  readonly targetYear?: number | null;
}

export function cell(value: ArrayCell): Cell {
  if (value === null || value === undefined || value === '') return BLANK_CELL;
  return typeof value === 'object' ? value : cellOf(value);
}

/** A number cell shown through a percent format. */
export function percent(value: number): Cell {
  return { kind: 'number', value, text: `${Number((value * 100).toFixed(4))}%`, format: '0.0%', isFormula: false };
}

const isPairs = (history: NonNullable<Case['history']>): history is readonly (readonly [string, ArrayCell])[] =>
  Array.isArray(history);

export function judge(row: Case): Judgement {
  const optional = (value: ArrayCell): Cell | null => (value === undefined ? null : cell(value));
  const { history = [] } = row;
  const periods = isPairs(history) ? history : Object.entries(history);
  return judgeRow(
    {
      indicator: row.name ?? '群众对卫生状况满意率',
      target: row.target,
      unit: row.unit ?? null,
      remark: row.remark ?? null,
      actual: optional(row.actual),
      history: periods.map(([period, value]) => ({
        period,
        year: /^\d{4}$/.test(period) ? Number(period) : null,
        cell: cell(value),
      })),
      reference: optional(row.reference),
      plan: optional(row.plan),
      numerator: optional(row.numerator),
      denominator: optional(row.denominator),
      ...(row.referenceName === undefined ? {} : { referenceHeading: row.referenceName }),
    },
    {
      profile: row.profile ?? 'city',
      actualYear: row.year === undefined ? 2023 : row.year,
      targetYear: row.targetYear ?? null,
    },
  );
}
