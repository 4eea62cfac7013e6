// Owns what the functions for cells answer: arguments of Excel become a row, the row is judged like any other. Holds no rule.
import { BLANK_CELL, type Cell } from '../sheet/sheet';
import { printCondition } from '../target/print';
import { readTarget } from '../target/read';
import type { PeriodCell } from '../table/table';
import { judgeRow } from '../verdict/judge';
import { VERDICT_LABELS, type Judgement } from '../verdict/judgement';

/** A cell alone knows no programme and no year; the city's standard is the product's default. */
const CONTEXT = { profile: 'city', actualYear: null, targetYear: null } as const;

/** 达标, 未达标 … */
export function verdict(target: unknown, actual: unknown, indicator?: unknown, history?: unknown): string {
  return VERDICT_LABELS[judge(target, actual, indicator, history).verdict].zh;
}

/** The Chinese sentence with the numbers. */
export function reason(target: unknown, actual: unknown, indicator?: unknown, history?: unknown): string {
  return judge(target, actual, indicator, history).reason.zh;
}

/** The target as understood, in canonical Chinese; for one that is not, the sentence that says so. */
export function target(text: unknown, indicator?: unknown): string {
  const { profile, targetYear } = CONTEXT;
  const context = { indicator: shown(indicator), unit: null, remark: null, profile, targetYear };
  const { condition, notApplicable } = readTarget(shown(text), context);
  if (notApplicable) return notApplicable.zh;
  if (condition === null) return '无目标值';
  return condition.kind === 'unreadable' ? condition.why.zh : printCondition(condition);
}

function judge(target: unknown, actual: unknown, indicator: unknown, history: unknown): Judgement {
  const row = {
    indicator: shown(indicator),
    target: shown(target),
    unit: null,
    remark: null,
    actual: cellOf(actual),
    history: periods(history),
    reference: null,
    plan: null,
    numerator: null,
    denominator: null,
  };
  return judgeRow(row, CONTEXT);
}

/** A row or a column of cells, oldest first; the last is the year before the actual value. Blank cells at its ends are room. */
function periods(history: unknown): PeriodCell[] {
  const cells = (Array.isArray(history) ? history.flat() : []).map(cellOf);
  const filled = cells.flatMap(({ kind }, index) => (kind === 'blank' ? [] : [index]));
  const given = cells.slice(filled[0] ?? cells.length, (filled.at(-1) ?? 0) + 1);
  return given.map((cell, index) => {
    const back = given.length - index;
    return { period: back === 1 ? '上年' : `前${back}年`, year: null, cell };
  });
}

/** Excel gives a function a cell's value without its number format; an argument left out or a blank cell of a range is empty. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'number')
    return { kind: 'number', value, text: String(value), format: 'General', isFormula: false };
  if (typeof value === 'boolean') {
    return { kind: 'boolean', value, text: String(value).toUpperCase(), format: 'General', isFormula: false };
  }
  if (typeof value !== 'string' || value === '') return BLANK_CELL;
  return { kind: 'text', value, text: value, format: 'General', isFormula: false };
}

function shown(value: unknown): string {
  return cellOf(value).text;
}
