// Owns how a period and its figure are told, and when a reading is one figure. Decides no verdict on them.
import { cite, quote, type Sentence } from '../text/sentence';
import type { Unit } from '../text/units';
import type { Amount, ValueReading } from '../value/value';
import { outcome, type Outcome } from './outcome';
import { amountText, say } from './reason';

const LABELS: ReadonlyMap<string, string> = new Map([
  ['本期', 'this period'],
  ['上年', 'last year'],
  ['去年', 'last year'],
  ['上年同期', 'the same period last year'],
  ['去年同期', 'the same period last year'],
]);

/** A period's or a figure's name; the table's own words in quotes. */
export function inEnglish(label: string): string {
  const known = LABELS.get(label);
  if (known !== undefined) return known;
  const year = /^(\d{4})年$/.exec(label)?.[1];
  if (year !== undefined) return year;
  const years = /^近(\d+)年平均(?:值|水平)$/.exec(label)?.[1];
  return years === undefined ? cite(label) : `the mean of the last ${years} years`;
}

export function figureText(label: string, value: number, unit: Unit | null): Sentence {
  const amount = amountText(value, unit);
  return say(`${label} ${amount}`, `${cite(amount)} (${inEnglish(label)})`);
}

export function exactOf(reading: ValueReading): Amount | null {
  if (reading.kind !== 'amounts' || reading.amounts.length !== 1) return null;
  const [amount] = reading.amounts;
  return amount && amount.low === amount.high ? amount : null;
}

export function unclear(label: string, reading: ValueReading): Outcome {
  const isActual = label === '';
  const why =
    reading.kind === 'odd'
      ? reading.why
      : isActual
        ? say('不是单一数值，需人工判定', 'not a single number, so it is for a person to say')
        : say(`${quote(reading.raw)}不是单一数值`, `${quote(reading.raw)} is not a single number`);
  return outcome('review', isActual ? why : say(`${label}：${why.zh}`, `${inEnglish(label)}: ${why.en}`));
}

export function isOutcome(value: object): value is Outcome {
  return 'state' in value;
}

export const NO_DIRECTION = outcome(
  'review',
  say('从指标名称看不出越高越好还是越低越好', "the indicator's name does not tell which way is better"),
);
