// Owns years: the series of a row, trends over it, the year before, means of earlier years. Reads no text.
import { impossibility } from '../standard/limits';
import type { Better } from '../standard/national-2021';
import { compare, difference, formatNumber, mean, tidy } from '../text/decimal';
import { cite, quote, type Sentence } from '../text/sentence';
import { PERCENT, type Unit } from '../text/units';
import { printBase } from '../target/print';
import type { Base, Change, Comparison, SoftTrend, Trend } from '../target/target';
import type { Amount, ChangeValue, ValueReading } from '../value/value';
import { inUnit, type Facts, type Period } from './facts';
import { judgeAmount, type Goal } from './numbers';
import { outcome, type Outcome } from './outcome';
import { amountText, distanceText, join, pointsText, say } from './reason';

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

const LABELS: ReadonlyMap<string, string> = new Map([
  ['本期', 'this period'],
  ['上年', 'last year'],
  ['去年', 'last year'],
  ['上年同期', 'the same period last year'],
  ['去年同期', 'the same period last year'],
]);

/** A period's or a figure's name; the table's own words in quotes. */
function inEnglish(label: string): string {
  const known = LABELS.get(label);
  if (known !== undefined) return known;
  const year = /^(\d{4})年$/.exec(label)?.[1];
  if (year !== undefined) return year;
  const years = /^近(\d+)年平均(?:值|水平)$/.exec(label)?.[1];
  return years === undefined ? cite(label) : `the mean of the last ${years} years`;
}

function figureText(label: string, value: number, unit: Unit | null): Sentence {
  const amount = amountText(value, unit);
  return say(`${label} ${amount}`, `${cite(amount)} (${inEnglish(label)})`);
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
  const isActual = label === '';
  const why =
    reading.kind === 'odd'
      ? reading.why
      : isActual
        ? say('不是单一数值，需人工判定', 'not a single number, so it is for a person to say')
        : say(`${quote(reading.raw)}不是单一数值`, `${quote(reading.raw)} is not a single number`);
  return outcome('review', isActual ? why : say(`${label}：${why.zh}`, `${inEnglish(label)}: ${why.en}`));
}

/** The years of a series: those before the first figure, and those from it on. */
function periodsOf(facts: Facts): { readonly before: readonly Period[]; readonly inside: readonly Period[] } {
  const periods = facts.history().filter(({ mean: stated }) => stated === null);
  const first = periods.findIndex(({ reading }) => reading.kind !== 'none');
  const from = first < 0 ? periods.length : first;
  return { before: periods.slice(0, from), inside: periods.slice(from) };
}

/** The slots of the series; an Outcome when it cannot be formed. */
function slotsOf(facts: Facts, need: string): readonly Slot[] | Outcome {
  const actual = exactOf(facts.actual);
  if (actual === null) return unclear('', facts.actual);
  const { inside } = periodsOf(facts);
  const needed = say(`是否${need}需上年值`, `whether ${quote(need)} holds needs last year's value`);
  if (inside.length === 0) return outcome('missing', needed);
  const blank = inside.find(({ reading }) => reading.kind === 'none');
  if (blank)
    return outcome(
      'missing',
      say(
        `缺${blank.label}数据，是否${need}不能判定`,
        `${inEnglish(blank.label)} is missing, so whether ${quote(need)} holds cannot be told`,
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
          `${inEnglish(label)} is in ${cite(amount.unit?.id ?? '')}, which cannot be compared with ${cite(unit?.id ?? '')}`,
        ),
      );
    }
    const why = impossibility(facts.indicator, value, unit?.id ?? null);
    if (why)
      return outcome(
        'review',
        say(
          `数据异常：${label} ${amount.text}，${why.zh}`,
          `impossible value: ${inEnglish(label)} ${cite(amount.text)}, ${why.en}`,
        ),
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

/** Years before the first figure have a column and no value: the series is shorter than the table promises. */
function blankBeginning(facts: Facts): readonly Sentence[] {
  const { before, inside } = periodsOf(facts);
  if (before.length === 0 || inside.length === 0) return [];
  const names = before.map(({ label }) => label);
  return [
    say(
      `${names.join('、')}无数据，只按其后各年判定`,
      `${names.map(inEnglish).join(', ')}: no value, so only the years after are judged`,
    ),
  ];
}

function overSeries(facts: Facts, need: string, judge: (series: Series) => Outcome): Outcome {
  const slots = slotsOf(facts, need);
  if (isOutcome(slots)) return slots;
  const unit = seriesUnit(slots, facts);
  const isMixed = mixesScales(slots, unit);
  const points = pointsIn(slots, unit, facts, isMixed);
  if (isOutcome(points)) return points;
  const judged = judge({ points, unit, caveats: [] });
  const result = { ...judged, caveats: [...judged.caveats, ...blankBeginning(facts)] };
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

function told(points: readonly Point[], unit: Unit | null): Sentence {
  return join(
    points.map(({ label, value }) => figureText(label, value, unit)),
    '、',
    ', ',
  );
}

type Direction = 'up' | 'down';

function directionOf(move: Trend['move'], better: Better | null): Direction | null {
  return move === 'better' ? better : move;
}

const MOVES_IN_ENGLISH = {
  up: { strict: 'rising', loose: 'kept from falling' },
  down: { strict: 'falling', loose: 'kept from rising' },
  better: { strict: 'improving', loose: 'kept from worsening' },
} as const;

function trendInEnglish({ move, isStrict, steps }: Trend): string {
  if (!isStrict) return MOVES_IN_ENGLISH[move].loose;
  return `${MOVES_IN_ENGLISH[move].strict} ${steps === null ? 'every year' : `${steps} years running`}`;
}

/** 未逐年下降, but not 未不下降. */
function notDone(words: string): string {
  return /^(?:不|未|无|没|零|总体|总的|整体|稳中|保持|努力|实现|较|与|在|年)/.test(words)
    ? `未做到${words}`
    : `未${words}`;
}

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
          `the table has no figures for ${missing.join(', ')}, so it is judged by the years there are`,
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
          `${shown.zh}，不足${trend.steps ?? 2}年，是否${words}不能判定`,
          `${shown.en}: too few years to tell whether ${quote(words)} holds`,
        ),
      );
    }
    const caveats = gapYears(points);
    if (broken === null)
      return outcome('met', say(`${shown.zh}，${words}`, `${shown.en}: ${trendInEnglish(trend)}`), { caveats });
    const [from, to] = broken;
    const order = compare(to.value, from.value);
    const how = order === 0 ? say('持平', 'equal to') : order > 0 ? say('上升', 'up from') : say('下降', 'down from');
    const [now, then] = [figureText(to.label, to.value, unit), figureText(from.label, from.value, unit)];
    const brief = say(notDone(words), `not ${trendInEnglish(trend)}`);
    const step = say(`${now.zh}较${then.zh}${how.zh}`, `${now.en}, ${how.en} ${then.en}`);
    return outcome('unmet', join([step, brief], '，', ': '), { brief, caveats });
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
        say(
          `${shown.zh}，总体趋势符合，但不是逐年如此，需人工判定`,
          `${shown.en}: the trend holds, but not in every year, so it is for a person to say`,
        ),
        { caveats },
      );
    }
    const how = `${MOVES_IN_ENGLISH[trend.move].strict} overall`;
    if (isMet) return outcome('met', say(`${shown.zh}，${words}`, `${shown.en}: ${how}`), { caveats });
    const brief = say(notDone(words), `not ${how}`);
    return outcome('unmet', join([shown, brief], '，', ': '), { brief, caveats });
  });
}

// ---- against another figure ----------------------------------------------------------------------------------------

interface Reference {
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

function referenceOf(base: Base, facts: Facts, words: string): Reference | Outcome {
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

function signOf(comparison: Comparison, better: Better | null): '≥' | '>' | '≤' | '<' | null {
  const { sign } = comparison;
  if (sign !== 'better' && sign !== 'notWorse') return sign;
  if (better === null) return null;
  return sign === 'better' ? (better === 'up' ? '>' : '<') : better === 'up' ? '≥' : '≤';
}

const SIGN_WORDS = {
  '≥': say('不低于', 'not below'),
  '>': say('高于', 'above'),
  '≤': say('不高于', 'not above'),
  '<': say('低于', 'below'),
} as const;
const CONTRARY = { '≥': SIGN_WORDS['<'], '>': SIGN_WORDS['≤'], '≤': SIGN_WORDS['>'], '<': SIGN_WORDS['≥'] } as const;

/** 高于2022年 5例，超 1 例: the other figure takes the target's place in the sentence. */
function comparedTo(result: Outcome, sign: keyof typeof CONTRARY, other: Sentence, words: string): Outcome {
  if (result.state !== 'met' && result.state !== 'unmet') return result;
  const how = (result.state === 'met' ? SIGN_WORDS : CONTRARY)[sign];
  const brief = say(how.zh + other.zh, `${how.en} ${other.en}`);
  if (result.state === 'met')
    return { ...result, brief, finding: say(`${brief.zh}，符合目标`, `${brief.en}, as the target asks`) };
  const distance = result.gap === null || result.gap === 0 ? null : distanceText(result.gap, result.unit);
  const by =
    distance === null
      ? say('', '')
      : say(`，${(result.gap ?? 0) < 0 ? '差' : '超'} ${distance.zh}`, ` by ${distance.en}`);
  const finding = say(
    `${brief.zh}${by.zh}，不符合目标${quote(words)}`,
    `${brief.en}${by.en}, not as the target ${quote(words)} asks`,
  );
  return { ...result, brief, finding };
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
  const other = figureText(reference.label, both.value, both.unit);
  const shown = SIGN_WORDS[sign].zh + other.zh;
  const goal: Goal = { kind: 'limit', limit: { sign, value: both.value, unit: both.unit, shown } };
  const result = comparedTo(judgeAmount(both.actual, goal), sign, other, words);
  const hasGap = base.kind === 'mean' || base.kind === 'outside';
  return { ...result, gap: hasGap ? result.gap : null };
}

/** 年均下降6%, 累计下降6%: from no single year. */
const OVER_YEARS = /年均|累计/;

/** 年均 is taken for granted where nothing else is said; 较上年下降3.1% is of one year. */
function saysSpan(words: string, name: string): boolean {
  return words.includes(name) || (name === '年均' && !/上年|去年|同比|环比|累计/.test(words));
}

/** 降低8.2% beside 比2020年降低10%: the answer to what was asked, though it does not say since when. */
const LAST_YEAR = /上年|去年|同比|环比|同期/;

function isBaseTaken(base: Base, value: ChangeValue): boolean {
  const isElsewhen = base.kind === 'year' || base.kind === 'baseline';
  return isElsewhen && value.year === null && !LAST_YEAR.test(value.raw) && !OVER_YEARS.test(value.raw);
}

/** The change is told from what the target is: for a value of 2023, last year is 2022. */
function isSameBase(base: Base, value: ChangeValue, { actualYear }: Facts): boolean {
  const lastYear = actualYear === null ? null : actualYear - 1;
  if (base.kind === 'span') return value.year === null && saysSpan(value.raw, base.name);
  if (OVER_YEARS.test(value.raw)) return false;
  if (base.kind === 'previous') return value.year === null || value.year === lastYear;
  return isBaseTaken(base, value) || (base.kind === 'year' && (value.year ?? lastYear) === base.year);
}

function withBaseCaveat(result: Outcome, base: Base, value: ChangeValue): Outcome {
  if (!isBaseTaken(base, value)) return result;
  const caveat = say(
    `实际值未注明与哪一年比较，按${printBase(base)}读取`,
    `the value does not say which year it compares with; read as ${inEnglish(printBase(base))}`,
  );
  return { ...result, caveats: [...result.caveats, caveat] };
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
        `是变化幅度，不能与${printBase(base)}比较`,
        `the value is a change and cannot be compared with ${inEnglish(printBase(base))}`,
      ),
    );
  const moved = value.amount.low === 0 ? 0 : value.move === 'up' ? 1 : -1;
  const wanted = sign === '≥' || sign === '>' ? 1 : -1;
  const isMet = moved === wanted || (moved === 0 && (sign === '≥' || sign === '≤'));
  const result = isMet
    ? outcome('met', say(`符合目标 ${words}`, `meets the target ${quote(words)}`))
    : outcome('unmet', say(`不符合目标 ${words}`, `does not meet the target ${quote(words)}`));
  return withBaseCaveat(result, base, value);
}

// ---- by an amount --------------------------------------------------------------------------------------------------

/** The indicator itself is a change: 能耗降低率, 工业增加值增速. */
const IS_CHANGE = /(下降率|降低率|减少率|降幅|下降幅度|下降|降低|减少)$|(增长率|增速|增幅|提高幅度|增长|提升率)$/;

function changeOutcome(change: Change, moved: number, words: string): Outcome {
  return passesChange(change, moved)
    ? outcome('met', say(`符合目标 ${words}`, `meets the target ${cite(words)}`))
    : outcome('unmet', say(`未达到目标 ${words}`, `does not meet the target ${cite(words)}`));
}

const CHANGE_VERBS = {
  outside: { up: '高', down: '低' },
  counted: { up: '增加', down: '减少' },
  measured: { up: '提高', down: '下降' },
} as const;

/** `提高 2 个百分点`; `moved` is counted in the direction the target asks for. */
function movedText({ move, base }: Change, moved: number, unit: Unit | null): Sentence {
  if (moved === 0) return say('持平', 'unchanged');
  const way = moved < 0 !== (move === 'up') ? 'up' : 'down';
  const size = formatNumber(Math.abs(moved));
  const isCounted = unit?.dimension.startsWith('count:') === true;
  const verb = CHANGE_VERBS[base.kind === 'outside' ? 'outside' : isCounted ? 'counted' : 'measured'][way];
  const distance =
    unit?.dimension === 'point'
      ? pointsText(size)
      : unit?.id === '%'
        ? say(`${size}%`, `${size}%`)
        : distanceText(moved, unit);
  return say(`${verb} ${distance.zh}`, `${way} ${distance.en}`);
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
    const result = changeOutcome(change, amount.low, words);
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
  const told = (asked: Change, moved: number, of: Unit | null): Outcome => {
    const { finding, ...result } = changeOutcome(asked, moved, words);
    const shown = [figureText(label, then, unit), movedText(asked, moved, of), finding];
    return { ...result, finding: join(shown, '，', ': ') };
  };
  switch (change.measure) {
    case 'relative':
      if (then === 0)
        return outcome(
          'review',
          say(`${label}为0，无法计算幅度`, `${inEnglish(label)} is 0, so there is no relative change`),
        );
      return told(change, tidy(Number(((by / Math.abs(then)) * 100).toPrecision(12))), PERCENT);
    case 'points': {
      if (unit !== null && unit.id !== '%')
        return outcome(
          'review',
          say(
            `目标为百分点，实际值单位为${unit.id}，不能比较`,
            `the target is in percentage points, the value in ${cite(unit.id)}`,
          ),
        );
      // Two bare fractions: 0.93 against 0.90 are three points.
      const areFractions = unit === null && Math.abs(now) <= 1 && Math.abs(then) <= 1;
      if (areFractions)
        return outcome(
          'review',
          say('两年数值均小于1且未带单位，无法确定是否为比例', 'both figures are below 1 and have no unit'),
        );
      return told(change, by, change.unit);
    }
    case 'absolute': {
      const amount = inUnit(change.amount, change.unit, unit, facts.population);
      if (amount === null)
        return outcome(
          'review',
          say(
            `目标单位为${change.unit?.id ?? ''}，实际值单位为${unit?.id ?? ''}，不能比较`,
            `the target is in ${cite(change.unit?.id ?? '')}, the value in ${cite(unit?.id ?? '')}`,
          ),
        );
      return told({ ...change, amount }, by, unit ?? change.unit);
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
        `与目标 ${words} 的比较年份不同，不能比较`,
        `the value and the target ${cite(words)} compare with different years`,
      ),
    );
  const sense = value.move === change.move ? 1 : -1;
  const isDifferentMeasure = measureOf(value.amount) !== change.measure;
  if (isDifferentMeasure && sense === 1 && value.amount.unit !== null) {
    return outcome(
      'review',
      say(
        `实际值单位为${value.amount.unit.id}，目标单位为${change.unit?.id ?? '无'}，不能比较`,
        `the value is in ${cite(value.amount.unit.id)}, the target in ${cite(change.unit?.id ?? 'none')}: not comparable`,
      ),
    );
  }
  const moved = inUnit(value.amount.low, value.amount.unit, isDifferentMeasure ? null : change.unit, facts.population);
  if (moved === null)
    return outcome('review', say(`实际值与目标单位不同，不能比较`, 'the value and the target are in different units'));
  return withBaseCaveat(changeOutcome(change, moved * sense, words), change.base, value);
}
