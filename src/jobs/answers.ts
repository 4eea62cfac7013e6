// Owns comparing the answers that come back: which say the same, which are doubtful. Must not decide between two that differ.
import type { JudgedRow } from '../report/judged';
import type { Cell } from '../sheet/sheet';
import { impossibility } from '../standard/limits';
import type { IndicatorTable, Profile } from '../table/table';
import { compare, tidy } from '../text/decimal';
import { normalise } from '../text/normalise';
import type { Sentence } from '../text/sentence';
import { convert, readUnit, type Unit } from '../text/units';
import { nationalIndicator } from '../standard/national-2021';
import { defaultUnit, leavesOf, readTarget } from '../target/read';
import { readValue } from '../value/read';
import type { Amount, ValueReading } from '../value/value';
import { judgeRow } from '../verdict/judge';
import type { Judgement } from '../verdict/judgement';

/** The master's row that answers are for. */
export interface Question {
  readonly table: IndicatorTable;
  readonly row: JudgedRow;
  readonly profile: Profile;
}

/** Blank, `—`, `待报`, `12月出数`: nothing to fill in. */
export function isAnswer(cell: Cell, { row }: Question): boolean {
  return readValue(cell, row.row.indicator).kind !== 'none';
}

/** How the row would be judged with this cell as its value. */
function judged(cell: Cell | null, { table, row, profile }: Question): Judgement {
  return judgeRow(
    { ...row.row, actual: cell },
    { profile, actualYear: table.actualYear, targetYear: table.targetYear },
  );
}

/** Equal after units and writing are evened out: `95%`, `0.95`, `９５％`; `有` and `已出台` where either is the answer. */
export function saySame(one: Cell, other: Cell, question: Question): boolean {
  const { indicator } = question.row.row;
  const [a, b] = [readValue(one, indicator), readValue(other, indicator)];
  if (normalise(one.text) === normalise(other.text)) return true;
  if (a.kind === 'amounts' && b.kind === 'amounts') return sameFigures(a.amounts, b.amounts, targetUnit(question));
  if (a.kind === 'amounts' || b.kind === 'amounts') return false;
  const [first, second] = [judged(one, question).verdict, judged(other, question).verdict];
  return first === second && (first === 'met' || first === 'unmet');
}

/** The unit that the target is in; where it names none, the table's or the standard's for this indicator. */
function targetUnit({ table, row: { row }, profile }: Question): Unit | null {
  const { indicator, unit, remark } = row;
  const target = readTarget(row.target, { indicator, unit, remark, profile, targetYear: table.targetYear });
  for (const leaf of target.condition ? leavesOf(target.condition) : []) {
    if ((leaf.kind === 'threshold' || leaf.kind === 'bare' || leaf.kind === 'range') && leaf.unit) return leaf.unit;
  }
  return defaultUnit(indicator, unit) ?? readUnit(normalise(nationalIndicator(indicator)?.unit ?? ''));
}

function sameFigures(a: readonly Amount[], b: readonly Amount[], unit: Unit | null): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      if (!other || (one.name !== null && other.name !== null && one.name !== other.name)) return false;
      return (
        compare(inUnit(one.low, one, unit), inUnit(other.low, other, unit)) === 0 &&
        compare(inUnit(one.high, one, unit), inUnit(other.high, other, unit)) === 0
      );
    })
  );
}

/** A figure in the target's unit. Without a unit, a share up to 1 is a ratio, as it is in judging. */
function inUnit(value: number, { unit }: Amount, target: Unit | null): number {
  if (!target) return value;
  if (unit) return convert(value, unit, target) ?? value;
  return target.id === '%' && Math.abs(value) <= 1 ? tidy(value * 100) : value;
}

const TENFOLD = 10;

/** Why a person should look at this value; null when nothing is odd. `last` is the year before's. */
export function doubtAbout(cell: Cell, last: Cell | null, question: Question): Sentence | null {
  const { indicator } = question.row.row;
  const reading = readValue(cell, indicator);
  if (reading.kind === 'odd') return reading.why;
  return (
    unitDoubt(reading, question) ??
    rangeDoubt(reading, question) ??
    jumpDoubt(reading, last, question) ??
    reviewDoubt(cell, question)
  );
}

function unitDoubt(reading: ValueReading, question: Question): Sentence | null {
  const target = targetUnit(question);
  if (reading.kind !== 'amounts' || !target) return null;
  const other = reading.amounts.find(({ low, unit }) => unit !== null && convert(low, unit, target) === null)?.unit;
  if (!other) return null;
  return {
    zh: `单位“${other.id}”与目标单位“${target.id}”不一致`,
    en: `its unit ${other.id} is not the target's ${target.id}`,
  };
}

function rangeDoubt(reading: ValueReading, question: Question): Sentence | null {
  if (reading.kind !== 'amounts') return null;
  const target = targetUnit(question);
  for (const amount of reading.amounts) {
    const why = impossibility(
      question.row.row.indicator,
      inUnit(amount.low, amount, target),
      target?.id ?? amount.unit?.id ?? null,
    );
    if (why) return { zh: `数据异常：${why.zh}`, en: `impossible: ${why.en}` };
  }
  return null;
}

function jumpDoubt(reading: ValueReading, last: Cell | null, question: Question): Sentence | null {
  const before = last ? readValue(last, question.row.row.indicator) : null;
  if (reading.kind !== 'amounts' || before?.kind !== 'amounts') return null;
  const target = targetUnit(question);
  const [now, then] = [reading, before].map(({ amounts: [amount] }) =>
    amount ? Math.abs(inUnit(amount.low, amount, target)) : 0,
  );
  if (!now || !then || (now < then * TENFOLD && then < now * TENFOLD)) return null;
  return {
    zh: `与上年值 ${last?.text ?? ''} 相差十倍以上，请核对小数点和单位`,
    en: `ten times last year's ${last?.text ?? ''} or a tenth of it; check the decimal point and the unit`,
  };
}

/** Later than any year by which a target is due. */
const LATE = 9999;

/** The value itself is what leaves the row to a person: with none the row would not be, nor is it for want of the year. */
function reviewDoubt(cell: Cell, question: Question): Sentence | null {
  const judgement = judged(cell, question);
  if (judgement.verdict !== 'review' || judged(null, question).verdict === 'review') return null;
  const { table } = question;
  const due = { ...question, table: { ...table, actualYear: table.actualYear ?? LATE } };
  return judged(cell, due).verdict === 'review' ? judgement.reason : null;
}
