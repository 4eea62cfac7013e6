// Owns years: the series of a row, trends over it, the year before, means of earlier years. Reads no text.
import { impossibility } from '../standard/limits';
import type { Better } from '../standard/national-2021';
import { compare, difference, formatNumber, mean, tidy } from '../text/decimal';
import type { Sentence } from '../text/sentence';
import { PERCENT, type Unit } from '../text/units';
import { printBase } from '../target/print';
import type { Base, Change, Comparison, SoftTrend, Trend } from '../target/target';
import type { Amount, ChangeValue, ValueReading } from '../value/value';
import { inUnit, type Facts, type Period } from './facts';
import { judgeAmount, type Goal } from './numbers';
import { outcome, type Outcome } from './outcome';
import { amountText, distanceText, say } from './reason';

interface Point {
  readonly label: string;
  readonly year: number | null;
  readonly value: number;
}

interface Series {
  readonly points: readonly Point[];
  readonly unit: Unit | null;
  readonly caveats: readonly Sentence[];
}

function exactOf(reading: ValueReading): Amount | null {
  if (reading.kind !== 'amounts' || reading.amounts.length !== 1) return null;
  const [amount] = reading.amounts;
  return amount && amount.low === amount.high ? amount : null;
}

interface Slot {
  readonly label: string;
  readonly year: number | null;
  readonly amount: Amount;
}

function unclear(label: string, reading: ValueReading): Outcome {
  const why =
    reading.kind === 'odd'
      ? reading.why
      : say(`“${reading.raw}”不是单一数值`, `"${reading.raw}" is not a single number`);
  return outcome(
    'review',
    say(`${label}${label === '' ? '' : '：'}${why.zh}`, `${label}${label === '' ? '' : ': '}${why.en}`),
  );
}

/** The slots of the series; an Outcome when it cannot be formed. */
function slotsOf(facts: Facts, need: string): readonly Slot[] | Outcome {
  const actual = exactOf(facts.actual);
  if (actual === null) return unclear('', facts.actual);
  const periods = facts.history.filter(({ mean: stated }) => stated === null);
  const first = periods.findIndex(({ reading }) => reading.kind !== 'none');
  const needed = say(`是否${need}需上年值`, `whether it is "${need}" needs last year's value`);
  if (first < 0) return outcome('missing', needed);
  const inside = periods.slice(first);
  const blank = inside.find(({ reading }) => reading.kind === 'none');
  if (blank)
    return outcome(
      'missing',
      say(
        `缺${blank.label}数据，是否${need}不能判定`,
        `${blank.label} is missing; whether it is "${need}" cannot be told`,
      ),
    );
  const slots: Slot[] = [];
  for (const { label, year, reading } of inside) {
    const amount = exactOf(reading);
    if (amount === null) return unclear(label, reading);
    slots.push({ label, year, amount });
  }
  return [...slots, { label: '本期', year: facts.actualYear, amount: actual }];
}

function seriesUnit(slots: readonly Slot[], facts: Facts): Unit | null {
  const last = slots[slots.length - 1]?.amount.unit ?? null;
  return facts.unit ?? last ?? slots.find(({ amount }) => amount.unit !== null)?.amount.unit ?? null;
}

function pointsIn(
  slots: readonly Slot[],
  unit: Unit | null,
  facts: Facts,
  fractionsAreShares: boolean,
): readonly Point[] | Outcome {
  const points: Point[] = [];
  for (const { label, year, amount } of slots) {
    const isFraction = fractionsAreShares && amount.unit === null && Math.abs(amount.low) <= 1;
    const value = isFraction ? tidy(amount.low * 100) : inUnit(amount.low, amount.unit, unit, facts.population);
    if (value === null) {
      return outcome(
        'review',
        say(
          `${label}的单位为${amount.unit?.id ?? ''}，与${unit?.id ?? ''}不能比较`,
          `${label} is in ${amount.unit?.id ?? ''}, which cannot be compared with ${unit?.id ?? ''}`,
        ),
      );
    }
    const why = impossibility(facts.indicator, value, unit?.id ?? null);
    if (why)
      return outcome(
        'review',
        say(`数据异常：${label} ${amount.text}，${why.zh}`, `impossible value: ${label} ${amount.text}, ${why.en}`),
      );
    points.push({ label, year, value });
  }
  return points;
}

/** Some figures are shares in per cent and some fractions without a unit: which is which is not sure. */
function mixesScales(slots: readonly Slot[], unit: Unit | null): boolean {
  if (unit?.id !== '%') return false;
  const bare = slots.filter(({ amount }) => amount.unit === null && Math.abs(amount.low) <= 1 && amount.low !== 0);
  return bare.length > 0 && slots.some(({ amount }) => amount.unit !== null || Math.abs(amount.low) > 1);
}

function isOutcome(value: object): value is Outcome {
  return 'state' in value;
}

function overSeries(facts: Facts, need: string, judge: (series: Series) => Outcome): Outcome {
  const slots = slotsOf(facts, need);
  if (isOutcome(slots)) return slots;
  const unit = seriesUnit(slots, facts);
  const isMixed = mixesScales(slots, unit);
  const points = pointsIn(slots, unit, facts, isMixed);
  if (isOutcome(points)) return points;
  const result = judge({ points, unit, caveats: [] });
  if (!isMixed) return result;
  const other = pointsIn(slots, unit, facts, false);
  if (!isOutcome(other) && judge({ points: other, unit, caveats: [] }).state === result.state) return result;
  return {
    ...result,
    caveats: [
      ...result.caveats,
      say('各年数值有的未带单位，小于1的按比例读取', 'some figures have no unit; those below 1 are read as fractions'),
    ],
  };
}

function told(points: readonly Point[], unit: Unit | null): string {
  return points.map(({ label, value }) => `${label} ${amountText(value, unit)}`).join('、');
}

type Direction = 'up' | 'down';

function directionOf(move: Trend['move'], better: Better | null): Direction | null {
  return move === 'better' ? better : move;
}

const MOVE_NAMES = {
  up: { strict: '逐年提高', loose: '不下降', soft: '呈上升趋势', verb: '提高', en: 'rising' },
  down: { strict: '逐年下降', loose: '不上升', soft: '呈下降趋势', verb: '下降', en: 'falling' },
  better: { strict: '持续改善', loose: '不反弹', soft: '呈改善趋势', verb: '改善', en: 'improving' },
} as const;

const NO_DIRECTION = outcome(
  'review',
  say('从指标名称看不出越高越好还是越低越好', "the indicator's name does not tell which way is better"),
);

function gapYears(points: readonly Point[]): readonly Sentence[] {
  const missing: number[] = [];
  points.forEach(({ year }, index) => {
    const before = points[index - 1]?.year ?? null;
    if (year === null || before === null) return;
    for (let lost = before + 1; lost < year && missing.length < 10; lost += 1) missing.push(lost);
  });
  return missing.length === 0
    ? []
    : [
        say(
          `表中没有${missing.join('、')}年数据，按现有年份判定`,
          `the table has no figures for ${missing.join(', ')}; judged by the years there are`,
        ),
      ];
}

/** The words of the target for a trend, as the reason repeats them. */
export function judgeTrend(trend: Trend, facts: Facts, words: string): Outcome {
  const direction = directionOf(trend.move, facts.better);
  if (direction === null) return NO_DIRECTION;
  return overSeries(facts, words, ({ points, unit }) => {
    const shown = told(points, unit);
    const broken = brokenStep(points, direction, trend.isStrict, trend.steps);
    if (broken === 'short') {
      return outcome(
        'missing',
        say(
          `${shown}，不足${trend.steps ?? 2}年，是否${words}不能判定`,
          `${shown}: too few years to tell whether it is "${words}"`,
        ),
      );
    }
    const caveats = gapYears(points);
    if (broken === null)
      return outcome('met', say(`${shown}，${words}`, `${shown}: ${words} (${MOVE_NAMES[trend.move].en})`), {
        caveats,
      });
    const [from, to] = broken;
    const order = compare(to.value, from.value);
    const how = order === 0 ? '持平' : order > 0 ? '上升' : '下降';
    const step = `${to.label} ${amountText(to.value, unit)}较${from.label} ${amountText(from.value, unit)}${how}`;
    return outcome('unmet', say(`${step}，未${words}`, `${shown}: not ${MOVE_NAMES[trend.move].en} at ${to.label}`), {
      brief: say(`未${words}`, `not ${words}`),
      caveats,
    });
  });
}

function brokenStep(
  points: readonly Point[],
  direction: Direction,
  isStrict: boolean,
  steps: number | null,
): readonly [Point, Point] | null | 'short' {
  const start = steps === null ? 1 : Math.max(1, points.length - steps);
  for (let index = start; index < points.length; index += 1) {
    const from = points[index - 1];
    const to = points[index];
    if (from === undefined || to === undefined) continue;
    const order = compare(to.value, from.value) * (direction === 'up' ? 1 : -1);
    if (isStrict ? order <= 0 : order < 0) return [from, to];
  }
  return steps !== null && points.length - 1 < steps ? 'short' : null;
}

/** Least squares over the years, or over the places where years are not known. */
function slopeOf(points: readonly Point[]): number {
  const xs = points.map(({ year }, index) => (points.every((point) => point.year !== null) ? (year ?? 0) : index));
  const centre = xs.reduce((sum, x) => sum + x, 0) / xs.length;
  const middle = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  const slope = points.reduce((sum, { value }, index) => sum + ((xs[index] ?? 0) - centre) * (value - middle), 0);
  return tidy(Number(slope.toPrecision(12)));
}

export function judgeSoftTrend(trend: SoftTrend, facts: Facts, words: string): Outcome {
  const direction = directionOf(trend.move, facts.better);
  if (direction === null) return NO_DIRECTION;
  return overSeries(facts, words, ({ points, unit }) => {
    const sign = direction === 'up' ? 1 : -1;
    const first = points[0];
    const last = points[points.length - 1];
    const shown = told(points, unit);
    const isMet =
      first !== undefined &&
      last !== undefined &&
      slopeOf(points) * sign > 0 &&
      compare(last.value, first.value) * sign > 0;
    const caveats = gapYears(points);
    if (isMet && trend.isFirm && brokenStep(points, direction, true, null) !== null) {
      return outcome(
        'review',
        say(`${shown}，总体趋势符合，但不是逐年如此`, `${shown}: the trend holds, but not in every year`),
        { caveats },
      );
    }
    if (isMet) return outcome('met', say(`${shown}，${words}`, `${shown}: ${words}`), { caveats });
    return outcome('unmet', say(`${shown}，未${words}`, `${shown}: not ${MOVE_NAMES[trend.move].en}`), {
      brief: say(`未${words}`, `not ${words}`),
      caveats,
    });
  });
}

// ---- against another figure ----------------------------------------------------------------------------------------

interface Reference {
  readonly value: number;
  readonly label: string;
  readonly unit: Unit | null;
}

function missing(label: string): Outcome {
  return outcome('missing', say(`缺${label}，不能比较`, `${label} is missing, nothing to compare with`));
}

function fromReading(label: string, reading: ValueReading): Reference | Outcome {
  if (reading.kind === 'none') return missing(`${label}数据`);
  const amount = exactOf(reading);
  return amount === null ? unclear(label, reading) : { value: amount.low, label, unit: amount.unit };
}

function previousOf(facts: Facts): Period | null {
  const periods = facts.history.filter(({ mean: stated }) => stated === null);
  const { actualYear } = facts;
  const exact = periods.find(({ year, isPrevious }) => (actualYear === null ? isPrevious : year === actualYear - 1));
  if (exact) return exact;
  const last = periods[periods.length - 1] ?? null;
  // Where the actual's year is not known, the newest column is the year before.
  return last !== null && (actualYear === null || last.year === null) ? last : null;
}

function meanReference(years: number, facts: Facts, words: string): Reference | Outcome {
  const stated = facts.history.find(
    ({ mean: average }) => average !== null && (average.years === null || average.years === years),
  );
  if (stated && stated.reading.kind !== 'none') return fromReading(stated.label, stated.reading);
  if (
    facts.reference !== null &&
    facts.referenceName !== null &&
    /平均|均值/.test(facts.referenceName) &&
    facts.referenceName.includes('年')
  ) {
    if (facts.reference.kind !== 'none') return fromReading(facts.referenceName, facts.reference);
  }
  const periods = facts.history.filter(({ mean: average }) => average === null);
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
  const what = names.length > 0 && names.length < years ? `${names.join('、')}数据` : `近${years}年数据`;
  return outcome('missing', say(`缺${what}，是否${words}不能判定`, `${what} is missing; "${words}" cannot be judged`));
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
    if (value === null) return outcome('review', say(`${label}的单位与其他年份不同`, `${label} is in another unit`));
    const why = impossibility(facts.indicator, value, unit?.id ?? null);
    if (why)
      return outcome(
        'review',
        say(`数据异常：${label} ${amount.text}，${why.zh}`, `impossible value: ${label} ${amount.text}, ${why.en}`),
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
    return outcome('review', say(`表中没有${name}，需人工判定`, `the table does not state the ${name}`));
  const region = facts.referenceName === null ? null : regionOf(facts.referenceName);
  const isOwnMean = region === null && /\d年.{0,4}(?:平均|均值)|历年/.test(facts.referenceName ?? '');
  if (isOwnMean || (region !== null && regionOf(name) !== null && region !== regionOf(name))) {
    return outcome(
      'review',
      say(
        `表中只有${facts.referenceName ?? ''}，没有${name}`,
        `the table states ${facts.referenceName ?? ''}, not the ${name}`,
      ),
    );
  }
  return fromReading(name, facts.reference);
}

function referenceOf(base: Base, facts: Facts, words: string): Reference | Outcome {
  switch (base.kind) {
    case 'previous': {
      const period = previousOf(facts);
      if (period === null)
        return outcome('missing', say(`是否${words}需上年值`, `whether it is "${words}" needs last year's value`));
      return fromReading(period.label === '上年' ? '上年' : period.label, period.reading);
    }
    case 'year': {
      const period = facts.history.find(({ year }) => year === base.year);
      return period ? fromReading(period.label, period.reading) : missing(`${base.year}年数据`);
    }
    case 'span':
      return outcome(
        'review',
        say(
          `${base.name}变化需按起止年份计算，需人工判定`,
          `a change over several years (${base.name}) is for a person to compute`,
        ),
      );
    case 'baseline': {
      const period = facts.history.find(({ label }) => /基期|基准|基线/.test(label));
      return period ? fromReading(period.label, period.reading) : missing('基期值');
    }
    case 'mean':
      return meanReference(base.years, facts, words);
    case 'outside':
      return outsideReference(base.name, facts);
  }
}

/** Actual and reference in one unit; fractions without a unit beside per cents are shares. */
function aligned(
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
        `the actual is in ${actual.unit?.id ?? ''}, the ${reference.label} in ${reference.unit?.id ?? ''}: not comparable`,
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

function signOf(comparison: Comparison, better: Better | null): '≥' | '>' | '≤' | '<' | null {
  const { sign } = comparison;
  if (sign !== 'better' && sign !== 'notWorse') return sign;
  if (better === null) return null;
  return sign === 'better' ? (better === 'up' ? '>' : '<') : better === 'up' ? '≥' : '≤';
}

const SIGN_WORDS = { '≥': '不低于', '>': '高于', '≤': '不高于', '<': '低于' } as const;

const CONTRARY = { '≥': '低于', '>': '不高于', '≤': '高于', '<': '不低于' } as const;

/** 高于2022年 5例，超 1 例: the other figure takes the target's place in the sentence. */
function comparedTo(result: Outcome, sign: keyof typeof CONTRARY, other: string): Outcome {
  if (result.state !== 'unmet') return result;
  const distance = result.gap === null || result.gap === 0 ? null : distanceText(result.gap, result.unit);
  const how = (result.gap ?? 0) < 0 ? '差' : '超';
  const zh = `${CONTRARY[sign]}${other}${distance === null ? '' : `，${how} ${distance.zh}`}`;
  return { ...result, finding: say(zh, `is not ${sign} ${other}${distance === null ? '' : ` (by ${distance.en})`}`) };
}

export function judgeComparison(comparison: Comparison, facts: Facts, words: string): Outcome {
  const sign = signOf(comparison, facts.better);
  if (sign === null) return NO_DIRECTION;
  const { base } = comparison;
  if (facts.actual.kind === 'change') return judgeStatedMove(facts.actual, base, sign, facts, words);
  if (facts.actual.kind !== 'amounts' || facts.actual.amounts.length !== 1) return unclear('', facts.actual);
  const [amount] = facts.actual.amounts;
  if (amount === undefined) return unclear('', facts.actual);
  const reference = referenceOf(base, facts, words);
  if (isOutcome(reference)) return reference;
  const both = aligned(amount, reference, facts);
  if (isOutcome(both)) return both;
  const shown = `${SIGN_WORDS[sign]}${reference.label} ${amountText(both.value, both.unit)}`;
  const goal: Goal = { kind: 'limit', limit: { sign, value: both.value, unit: both.unit, shown } };
  const result = comparedTo(
    judgeAmount(both.actual, goal),
    sign,
    `${reference.label} ${amountText(both.value, both.unit)}`,
  );
  const hasGap = base.kind === 'mean' || base.kind === 'outside';
  return { ...result, gap: hasGap ? result.gap : null };
}

/** 年均下降6%, 累计下降6%: from no single year. */
const OVER_YEARS = /年均|累计/;

/** The change is told from what the target is: for a value of 2023, last year is 2022. */
function isSameBase(base: Base, value: ChangeValue, { actualYear }: Facts): boolean {
  const lastYear = actualYear === null ? null : actualYear - 1;
  if (base.kind === 'span') return value.year === null && (base.name === '年均' || value.raw.includes(base.name));
  if (OVER_YEARS.test(value.raw)) return false;
  if (base.kind === 'previous') return value.year === null || value.year === lastYear;
  return base.kind === 'year' && (value.year ?? lastYear) === base.year;
}

/** The actual says how it moved: 较上年提高 against 提高2个百分点. */
function judgeStatedMove(
  value: ChangeValue,
  base: Base,
  sign: '≥' | '>' | '≤' | '<',
  facts: Facts,
  words: string,
): Outcome {
  if (!isSameBase(base, value, facts))
    return outcome(
      'review',
      say(
        `实际值“${value.raw}”是变化幅度，与${printBase(base)}不能比较`,
        `"${value.raw}" is a change and cannot be compared with ${base.kind}`,
      ),
    );
  const moved = value.amount.low === 0 ? 0 : value.move === 'up' ? 1 : -1;
  const wanted = sign === '≥' || sign === '>' ? 1 : -1;
  const isMet = moved === wanted || (moved === 0 && (sign === '≥' || sign === '≤'));
  return isMet
    ? outcome('met', say(`符合目标 ${words}`, `meets the target ${words}`))
    : outcome('unmet', say(`不符合目标 ${words}`, `does not meet the target ${words}`));
}

// ---- by an amount --------------------------------------------------------------------------------------------------

/** The indicator itself is a change: 能耗降低率, 工业增加值增速. */
const IS_CHANGE = /(下降率|降低率|减少率|降幅|下降幅度|下降|降低|减少)$|(增长率|增速|增幅|提高幅度|增长|提升率)$/;

function changeFinding(change: Change, moved: number, unit: string, words: string): Outcome {
  const isMet = passesChange(change, moved);
  const isUp = moved < 0 !== (change.move === 'up');
  const verb = change.base.kind === 'outside' ? (isUp ? '高' : '低') : isUp ? '提高' : '下降';
  const shown =
    moved === 0
      ? '持平'
      : `${verb} ${formatNumber(Math.abs(moved))}${/^[\u4e00-\u9fff]/.test(unit) ? ` ${unit}` : unit}`;
  const en = moved === 0 ? 'unchanged' : `${isUp ? 'up' : 'down'} ${formatNumber(Math.abs(moved))}${unit}`;
  return isMet
    ? outcome('met', say(`${shown}，符合目标 ${words}`, `${en}: meets the target ${words}`))
    : outcome('unmet', say(`${shown}，未达到目标 ${words}`, `${en}: does not meet the target ${words}`));
}

/** `moved` is counted in the direction the target asks for. */
function passesChange({ sign, amount }: Change, moved: number): boolean {
  const order = compare(moved, amount);
  return sign === '≥' ? order >= 0 : sign === '>' ? order > 0 : sign === '≤' ? order <= 0 : order < 0;
}

export function judgeChange(change: Change, facts: Facts, words: string): Outcome {
  const { actual } = facts;
  if (actual.kind === 'change') return judgeStatedChange(change, actual, facts, words);
  const amount = exactOf(actual);
  if (amount === null) return unclear('', actual);
  const kind = IS_CHANGE.exec(facts.indicator);
  if (kind && change.measure !== 'absolute' && (!change.isBaseNamed || change.base.kind === 'span')) {
    const isDown = kind[1] !== undefined;
    if (isDown !== (change.move === 'down')) return unclear('', actual);
    const result = changeFinding(change, amount.low, change.unit?.id ?? '', words);
    // The indicator is the change: the target is a threshold on it.
    return result.state === 'unmet'
      ? { ...result, gap: difference(amount.low, change.amount), unit: change.unit }
      : result;
  }
  const reference = referenceOf(change.base, facts, words);
  if (isOutcome(reference)) return reference;
  const both = aligned(amount, reference, facts);
  return isOutcome(both)
    ? both
    : judgeMoved(change, both.actual.low, both.value, both.unit, facts, words, reference.label);
}

function judgeMoved(
  change: Change,
  now: number,
  then: number,
  unit: Unit | null,
  facts: Facts,
  words: string,
  label: string,
): Outcome {
  const sense = change.move === 'up' ? 1 : -1;
  const by = difference(now, then) * sense;
  const from = say(`${label} ${amountText(then, unit)}，`, `${label} ${amountText(then, unit)}: `);
  const told = (result: Outcome): Outcome => ({
    ...result,
    finding: say(from.zh + result.finding.zh, from.en + result.finding.en),
  });
  switch (change.measure) {
    case 'relative':
      if (then === 0) return outcome('review', say(`${label}为0，无法计算幅度`, `${label} is 0: no relative change`));
      return told(changeFinding(change, tidy(Number(((by / Math.abs(then)) * 100).toPrecision(12))), '%', words));
    case 'points': {
      if (unit !== null && unit.id !== '%')
        return outcome(
          'review',
          say(`目标为百分点，实际值单位为${unit.id}`, `the target is in percentage points, the value in ${unit.id}`),
        );
      // Two bare fractions: 0.93 against 0.90 are three points.
      const areFractions = unit === null && Math.abs(now) <= 1 && Math.abs(then) <= 1;
      if (areFractions)
        return outcome(
          'review',
          say('两年数值均小于1且未带单位，无法确定是否为比例', 'both figures are below 1 and have no unit'),
        );
      return told(changeFinding(change, by, '个百分点', words));
    }
    case 'absolute': {
      const amount = inUnit(change.amount, change.unit, unit, facts.population);
      if (amount === null)
        return outcome(
          'review',
          say(
            `目标单位为${change.unit?.id ?? ''}，实际值单位为${unit?.id ?? ''}，不能比较`,
            `target in ${change.unit?.id ?? ''}, value in ${unit?.id ?? ''}`,
          ),
        );
      return told(changeFinding({ ...change, amount }, by, (unit ?? change.unit)?.id ?? '', words));
    }
  }
}

function measureOf(amount: Amount): Change['measure'] {
  return amount.unit?.dimension === 'point' ? 'points' : amount.unit?.id === '%' ? 'relative' : 'absolute';
}

function judgeStatedChange(change: Change, value: ChangeValue, facts: Facts, words: string): Outcome {
  if (!isSameBase(change.base, value, facts))
    return outcome(
      'review',
      say(
        `“${value.raw}”与目标 ${words} 的比较年份不同`,
        `"${value.raw}" and the target ${words} compare with different years`,
      ),
    );
  const sense = value.move === change.move ? 1 : -1;
  const isDifferentMeasure = measureOf(value.amount) !== change.measure;
  if (isDifferentMeasure && sense === 1 && value.amount.unit !== null) {
    return outcome(
      'review',
      say(
        `实际值单位为${value.amount.unit.id}，目标单位为${change.unit?.id ?? '无'}，不能比较`,
        `the value is in ${value.amount.unit.id}, the target in ${change.unit?.id ?? 'none'}`,
      ),
    );
  }
  const moved = inUnit(value.amount.low, value.amount.unit, isDifferentMeasure ? null : change.unit, facts.population);
  if (moved === null)
    return outcome('review', say(`实际值与目标单位不同，不能比较`, 'the value and the target are in different units'));
  return changeFinding(change, moved * sense, change.unit?.id ?? '', words);
}
