// Owns the series of a row over its years, and trends over it. Reads no text.
import { impossibility } from '../standard/limits';
import type { Better } from '../standard/national-2021';
import { compare, tidy } from '../text/decimal';
import { cite, quote, type Sentence } from '../text/sentence';
import type { Unit } from '../text/units';
import type { SoftTrend, Trend } from '../target/target';
import type { Amount } from '../value/value';
import { inUnit, type Facts, type Period } from './facts';
import { outcome, type Outcome } from './outcome';
import { join, say } from './reason';
import { inEnglish, figureText, exactOf, unclear, isOutcome, NO_DIRECTION } from './told';

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

interface Slot {
  readonly label: string;
  readonly year: number | null;
  readonly amount: Amount;
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
