// Owns the other figure that a value is held against: the year before, a named year, a mean, another area. Judges nothing.
import { impossibility } from '../standard/limits';
import { mean, tidy } from '../text/decimal';
import { cite, quote } from '../text/sentence';
import { PERCENT, type Unit } from '../text/units';
import type { Base } from '../target/target';
import type { Amount, ValueReading } from '../value/value';
import { inUnit, type Facts, type Period } from './facts';
import { outcome, type Outcome } from './outcome';
import { say } from './reason';
import { inEnglish, exactOf, unclear } from './told';

export interface Reference {
  readonly value: number;
  readonly label: string;
  readonly unit: Unit | null;
}

function missing(label: string, what = '数据'): Outcome {
  return outcome(
    'missing',
    say(`缺${label}${what}，不能比较`, `${inEnglish(label)} is missing, nothing to compare with`),
  );
}

function fromReading(label: string, reading: ValueReading): Reference | Outcome {
  if (reading.kind === 'none') return missing(label);
  const amount = exactOf(reading);
  return amount === null ? unclear(label, reading) : { value: amount.low, label, unit: amount.unit };
}

function previousOf(facts: Facts): Period | null {
  const periods = facts.history().filter(({ mean: stated }) => stated === null);
  const { actualYear } = facts;
  const exact = periods.find(({ year, isPrevious }) => (actualYear === null ? isPrevious : year === actualYear - 1));
  if (exact) return exact;
  const last = periods[periods.length - 1] ?? null;
  // Where the actual's year is not known, the newest column is the year before.
  return last !== null && (actualYear === null || last.year === null) ? last : null;
}

function meanReference(years: number, facts: Facts, words: string): Reference | Outcome {
  const stated = facts
    .history()
    .find(({ mean: average }) => average !== null && (average.years === null || average.years === years));
  if (stated && stated.reading.kind !== 'none') return fromReading(stated.label, stated.reading);
  if (
    facts.reference !== null &&
    facts.referenceName !== null &&
    /平均|均值/.test(facts.referenceName) &&
    facts.referenceName.includes('年')
  ) {
    if (facts.reference.kind !== 'none') return fromReading(facts.referenceName, facts.reference);
  }
  const periods = facts.history().filter(({ mean: average }) => average === null);
  const { actualYear } = facts;
  const isDated = actualYear !== null && periods.every(({ year }) => year !== null);
  const wanted = isDated ? datedPeriods(periods, actualYear, years) : periods.slice(-years);
  const blank = wanted.filter((period) => !isPeriod(period) || period.reading.kind === 'none');
  if (wanted.length < years || blank.length > 0) return lacking(wanted, years, words);
  return meanOf(wanted.filter(isPeriod), years, facts);
}

function isPeriod(period: Period | number): period is Period {
  return typeof period !== 'number';
}

/** For each of the years before: its period, or the year that has none. */
function datedPeriods(periods: readonly Period[], actualYear: number, years: number): readonly (Period | number)[] {
  const wanted = Array.from({ length: years }, (_, index) => actualYear - years + index);
  return wanted.map((year) => periods.find((period) => period.year === year) ?? year);
}

function lacking(wanted: readonly (Period | number)[], years: number, words: string): Outcome {
  const lost = wanted.filter((period) => !isPeriod(period) || period.reading.kind === 'none');
  const names = lost.map((period) => (isPeriod(period) ? period.label : `${period}年`));
  const isPart = names.length > 0 && names.length < years;
  return outcome(
    'missing',
    say(
      `缺${isPart ? names.join('、') : `近${years}年`}数据，是否${words}不能判定`,
      `${isPart ? names.map(inEnglish).join(', ') : `the last ${years} years`} missing, so whether ${quote(words)} holds cannot be told`,
    ),
  );
}

function meanOf(periods: readonly Period[], years: number, facts: Facts): Reference | Outcome {
  const actualUnit = exactOf(facts.actual)?.unit ?? null;
  const units = periods.map(({ reading }) => exactOf(reading)?.unit ?? null);
  const unit = facts.unit ?? actualUnit ?? units.find((one) => one !== null) ?? null;
  const values: number[] = [];
  for (const { label, reading } of periods) {
    const amount = exactOf(reading);
    if (amount === null) return unclear(label, reading);
    const value = inUnit(amount.low, amount.unit, unit, facts.population);
    if (value === null)
      return outcome('review', say(`${label}的单位与其他年份不同`, `${inEnglish(label)} is in another unit`));
    const why = impossibility(facts.indicator, value, unit?.id ?? null);
    if (why)
      return outcome(
        'review',
        say(
          `数据异常：${label} ${amount.text}，${why.zh}`,
          `impossible value: ${inEnglish(label)} ${cite(amount.text)}, ${why.en}`,
        ),
      );
    values.push(value);
  }
  return { value: mean(values), label: `近${years}年平均值`, unit };
}

const REGIONS = ['全国', '全省', '全市', '全区', '全县', '东部', '中部', '西部', '同类'];
const REGION_ALIASES: ReadonlyMap<string, string> = new Map([
  ['国家', '全国'],
  ['省', '全省'],
  ['市', '全市'],
]);

function regionOf(name: string): string | null {
  const known = REGIONS.find((region) => name.includes(region));
  if (known) return known;
  for (const [short, region] of REGION_ALIASES) if (name.includes(short)) return region;
  return null;
}

function outsideReference(name: string, facts: Facts): Reference | Outcome {
  if (facts.reference === null)
    return outcome('review', say(`表中没有${name}，需人工判定`, `the table does not state ${quote(name)}`));
  const region = facts.referenceName === null ? null : regionOf(facts.referenceName);
  const isOwnMean = region === null && /\d年.{0,4}(?:平均|均值)|历年/.test(facts.referenceName ?? '');
  if (isOwnMean || (region !== null && regionOf(name) !== null && region !== regionOf(name))) {
    return outcome(
      'review',
      say(
        `表中只有${facts.referenceName ?? ''}，没有${name}`,
        `the table states ${quote(facts.referenceName ?? '')}, not ${quote(name)}`,
      ),
    );
  }
  return fromReading(name, facts.reference);
}

export function referenceOf(base: Base, facts: Facts, words: string): Reference | Outcome {
  switch (base.kind) {
    case 'previous': {
      const period = previousOf(facts);
      if (period === null)
        return outcome('missing', say(`是否${words}需上年值`, `whether ${quote(words)} holds needs last year's value`));
      return fromReading(period.label === '上年' ? '上年' : period.label, period.reading);
    }
    case 'year': {
      const period = facts.history().find(({ year }) => year === base.year);
      return period ? fromReading(period.label, period.reading) : missing(`${base.year}年`);
    }
    case 'span':
      return outcome(
        'review',
        say(
          `${base.name}变化需按起止年份计算，需人工判定`,
          `a change over several years (${quote(base.name)}) is for a person to compute`,
        ),
      );
    case 'baseline': {
      const period = facts.history().find(({ label }) => /基期|基准|基线/.test(label));
      return period ? fromReading(period.label, period.reading) : missing('基期', '值');
    }
    case 'mean':
      return meanReference(base.years, facts, words);
    case 'outside':
      return outsideReference(base.name, facts);
  }
}

/** Actual and reference in one unit; fractions without a unit beside per cents are shares. */
export function aligned(
  actual: Amount,
  reference: Reference,
  facts: Facts,
): { readonly actual: Amount; readonly value: number; readonly unit: Unit | null } | Outcome {
  const unit = actual.unit ?? reference.unit ?? facts.unit;
  const value = inUnit(reference.value, reference.unit, unit, facts.population);
  if (value === null) {
    return outcome(
      'review',
      say(
        `实际值的单位为${actual.unit?.id ?? ''}，${reference.label}的单位为${reference.unit?.id ?? ''}，不能比较`,
        `the actual is in ${cite(actual.unit?.id ?? '')}, ${inEnglish(reference.label)} in ${cite(reference.unit?.id ?? '')}: not comparable`,
      ),
    );
  }
  const isBareFraction = (amount: number, own: Unit | null): boolean =>
    own === null && unit?.id === '%' && Math.abs(amount) <= 1 && amount !== 0;
  const actualIsFraction = isBareFraction(actual.low, actual.unit) && Math.abs(value) > 1;
  const referenceIsFraction = isBareFraction(reference.value, reference.unit) && Math.abs(actual.low) > 1;
  const scaled = actualIsFraction
    ? { ...actual, low: tidy(actual.low * 100), high: tidy(actual.high * 100), unit: PERCENT }
    : { ...actual, unit };
  return { actual: scaled, value: referenceIsFraction ? tidy(value * 100) : value, unit };
}
