// Owns what is known of one row when it is judged: actual, series, references, units. Reads cells once; decides nothing.
import { betterDirection } from '../standard/direction';
import { nationalIndicator, type Better, type NationalIndicator } from '../standard/national-2021';
import type { Cell } from '../sheet/sheet';
import { tidy } from '../text/decimal';
import { remembered } from '../text/memory';
import { normalise } from '../text/normalise';
import { cite } from '../text/sentence';
import { withArabicNumerals } from '../text/numerals';
import { convert, PERCENT, type Unit } from '../text/units';
import { defaultUnit } from '../target/read';
import type { IndicatorRow, Profile } from '../table/table';
import { ratioPercent, readValue } from '../value/read';
import type { Amount, ValueReading } from '../value/value';

/** What judging needs of a row; an IndicatorRow is one. */
export type JudgeRow = Pick<
  IndicatorRow,
  | 'indicator'
  | 'target'
  | 'unit'
  | 'remark'
  | 'actual'
  | 'history'
  | 'reference'
  | 'referenceHeading'
  | 'plan'
  | 'numerator'
  | 'denominator'
>;

export interface JudgeContext {
  readonly profile: Profile;
  /** The year of the actual values; null when the table does not tell. */
  readonly actualYear: number | null;
  /** The year in the target column's heading; null when none. */
  readonly targetYear: number | null;
}

export interface Period {
  readonly label: string;
  readonly year: number | null;
  /** `mean`: the column states an average, of so many years (null: not said). */
  readonly mean: { readonly years: number | null } | null;
  readonly isPrevious: boolean;
  readonly reading: ValueReading;
}

export interface Facts {
  readonly indicator: string;
  readonly national: NationalIndicator | null;
  readonly better: Better | null;
  /** Unit that holds where neither target nor value has one. */
  readonly unit: Unit | null;
  /** 每千 → 1000, 每万 → 10000; null otherwise. */
  readonly population: number | null;
  readonly actual: ValueReading;
  readonly actualYear: number | null;
  /** Oldest first, only those before the actual; read when first asked for, as most targets ask for none. */
  readonly history: () => readonly Period[];
  readonly reference: ValueReading | null;
  readonly referenceName: string | null;
  readonly plan: Cell | null;
}

const PREVIOUS = /^(?:上年|去年|上一年|上年度|前一年|上年同期|去年同期|同期|上期)/;
const MEAN = /平均|均值/;

/** What a heading says of its period; every row of a table has the same. */
const periodOf = remembered(
  500,
  (period: string) => period,
  (period): Pick<Period, 'label' | 'mean' | 'isPrevious'> => {
    const label = withArabicNumerals(normalise(period));
    return {
      label: /^\d{4}$/.test(label) ? `${label}年` : label,
      mean: MEAN.test(label) ? { years: Number(/(\d{1,2})年/.exec(label)?.[1] ?? 0) || null } : null,
      isPrevious: PREVIOUS.test(label),
    };
  },
);

function readPeriod(period: string, year: number | null, cell: Cell, context: JudgeContext, indicator: string): Period {
  const { label, mean, isPrevious } = periodOf(period);
  const known = year ?? (isPrevious && context.actualYear !== null ? context.actualYear - 1 : null);
  return { label, year: mean ? null : known, mean, isPrevious, reading: readValue(cell, indicator) };
}

/** Periods by year; those without one keep their place. */
function inOrder(periods: readonly Period[]): readonly Period[] {
  if (periods.length < 2 || periods.some(({ year, mean }) => year === null && mean === null)) return periods;
  return [...periods].sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
}

function populationOf(indicator: string): number | null {
  const match = /每(千|万)|(千|万)人(?:口)?(?:拥有|均|医|床|卫生)/.exec(indicator);
  if (match === null) return null;
  return (match[1] ?? match[2]) === '千' ? 1000 : 10_000;
}

function single(reading: ValueReading): Amount | null {
  if (reading.kind !== 'amounts' || reading.amounts.length !== 1) return null;
  const [amount] = reading.amounts;
  return amount && amount.low === amount.high ? amount : null;
}

/** Four decimals; of a rate that is all decimals, six figures. */
function shownQuotient(value: number): number {
  return tidy(Number(Math.abs(value) < 1 ? value.toPrecision(6) : value.toFixed(4)));
}

/** Numerator over denominator, where the actual cell is empty. */
function quotient(row: JudgeRow, population: number | null): ValueReading | null {
  if (row.numerator === null || row.denominator === null) return null;
  const part = single(readValue(row.numerator));
  const whole = single(readValue(row.denominator));
  if (part === null || whole === null || whole.low === 0) return null;
  const raw = `${row.numerator.text}/${row.denominator.text}`;
  const isShare = population === null;
  const value = isShare ? ratioPercent(part.low, whole.low) : tidy((part.low / whole.low) * population);
  const amount: Amount = {
    name: null,
    low: value,
    high: value,
    isLowOpen: false,
    isHighOpen: false,
    unit: isShare ? PERCENT : null,
    text: `${shownQuotient(value)}${isShare ? '%' : ''}`,
  };
  return {
    kind: 'amounts',
    claim: null,
    raw,
    text: raw,
    caveats: [{ zh: `实际值由分子分母计算：${raw}`, en: `the actual is computed: ${cite(raw)}` }],
    amounts: [amount],
  };
}

interface IndicatorFacts {
  readonly indicator: string;
  readonly national: NationalIndicator | null;
  readonly better: Better | null;
  readonly unit: Unit | null;
  readonly population: number | null;
}

/** What the name and the unit column tell; a table of many periods repeats its names. */
const indicatorFacts = remembered(
  500,
  (indicator: string, unit: string | null) => (unit === null ? indicator : `${indicator}\u0000${unit}`),
  (indicator, unit): IndicatorFacts => {
    const name = normalise(indicator);
    const about = { national: nationalIndicator(indicator), better: betterDirection(indicator) };
    return { indicator: name, ...about, unit: defaultUnit(indicator, unit), population: populationOf(name) };
  },
);

function periodsBefore({ history }: JudgeRow, context: JudgeContext, indicator: string): readonly Period[] {
  const periods = history.map(({ period, year, cell }) => readPeriod(period, year, cell, context, indicator));
  return inOrder(periods).filter(
    ({ year }) => year === null || context.actualYear === null || year < context.actualYear,
  );
}

const NOTHING: ValueReading = { kind: 'none', raw: '', text: '', words: '', caveats: [] };

export function gatherFacts(row: JudgeRow, context: JudgeContext, indicator: string): Facts {
  const { indicator: name, national, better, unit, population } = indicatorFacts(indicator, row.unit);
  const actual = row.actual === null ? NOTHING : readValue(row.actual, indicator);
  let history: readonly Period[] | null = null;
  return {
    indicator: name,
    national,
    better,
    unit,
    population,
    actual: actual.kind === 'none' ? (quotient(row, population) ?? actual) : actual,
    actualYear: context.actualYear,
    history: () => (history ??= periodsBefore(row, context, indicator)),
    reference: row.reference === null ? null : readValue(row.reference, indicator),
    referenceName: row.referenceHeading == null ? null : normalise(row.referenceHeading),
    plan: row.plan,
  };
}

/** The amount's number in `unit`; null when the two are of different dimensions. A number without a unit takes it. */
export function inUnit(value: number, from: Unit | null, unit: Unit | null, population: number | null): number | null {
  if (from === null || unit === null) return value;
  return Number.isFinite(value)
    ? convert(value, from, unit, population)
    : convert(1, from, unit, population) === null
      ? null
      : value;
}
