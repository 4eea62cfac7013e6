// Owns figures against a limit: units, bounds, both readings of 0.95, several figures in a cell. Reads no text.
import { impossibility, ceiling } from '../standard/limits';
import { compare, difference, formatNumber, tidy } from '../text/decimal';
import { cite, type Sentence } from '../text/sentence';
import { PERCENT, type Unit } from '../text/units';
import type { Sign } from '../target/target';
import type { Amount } from '../value/value';
import { inUnit, type Facts } from './facts';
import { outcome, type Outcome } from './outcome';
import { distanceText, FINDINGS, join, say } from './reason';

/** A limit to hold figures against; `shown` is how a reason writes it. */
export interface Limit {
  readonly sign: Sign;
  readonly value: number;
  readonly unit: Unit | null;
  readonly shown: string;
}

/** Ends included. */
export interface Span {
  readonly low: number;
  readonly high: number;
  readonly unit: Unit | null;
  readonly shown: string;
}

export type Goal = { readonly kind: 'limit'; readonly limit: Limit } | { readonly kind: 'span'; readonly span: Span };

export function goalUnit(goal: Goal): Unit | null {
  return goal.kind === 'limit' ? goal.limit.unit : goal.span.unit;
}

function goalShown(goal: Goal): string {
  return goal.kind === 'limit' ? goal.limit.shown : goal.span.shown;
}

function passes(value: number, sign: Sign, limit: number): boolean {
  const order = compare(value, limit);
  switch (sign) {
    case '≥':
      return order >= 0;
    case '>':
      return order > 0;
    case '≤':
      return order <= 0;
    case '<':
      return order < 0;
    case '=':
      return order === 0;
  }
}

/** true: every number it may be passes; false: none does; null: some do. */
function spanPasses(amount: Amount, sign: Sign, limit: number): boolean | null {
  const { low, high, isLowOpen, isHighOpen } = amount;
  if (low === high) return passes(low, sign, limit);
  const above = (value: number, isOpen: boolean): boolean => {
    const order = compare(value, limit);
    return sign === '≥' ? order >= 0 : order > 0 || (order === 0 && isOpen);
  };
  const below = (value: number, isOpen: boolean): boolean => {
    const order = compare(value, limit);
    return sign === '≤' ? order <= 0 : order < 0 || (order === 0 && isOpen);
  };
  if (sign === '≥' || sign === '>') {
    if (above(low, isLowOpen)) return true;
    const order = compare(high, limit);
    const none = sign === '≥' ? order < 0 || (order === 0 && isHighOpen) : order <= 0;
    return none ? false : null;
  }
  if (sign === '≤' || sign === '<') {
    if (below(high, isHighOpen)) return true;
    const order = compare(low, limit);
    const none = sign === '≤' ? order > 0 || (order === 0 && isLowOpen) : order >= 0;
    return none ? false : null;
  }
  return compare(low, limit) > 0 || compare(high, limit) < 0 ? false : null;
}

function meetsGoal(amount: Amount, goal: Goal): boolean | null {
  if (goal.kind === 'limit') return spanPasses(amount, goal.limit.sign, goal.limit.value);
  const { low, high } = goal.span;
  const above = spanPasses(amount, '≥', low);
  const below = spanPasses(amount, '≤', high);
  if (above === false || below === false) return false;
  return above === true && below === true ? true : null;
}

/** Signed distance to the limit, or to the nearer end. */
function gapOf(value: number, goal: Goal): number {
  if (goal.kind === 'limit') return difference(value, goal.limit.value);
  return difference(value, compare(value, goal.span.low) < 0 ? goal.span.low : goal.span.high);
}

function findingOf(amount: Amount, goal: Goal, state: boolean | null): Outcome['finding'] {
  const shown = goalShown(goal);
  if (state === null)
    return say(`既可能达到也可能未达到目标 ${shown}`, `may or may not reach the target ${cite(shown)}`);
  if (state)
    return goal.kind === 'limit' && goal.limit.sign.match(/[≥>]/) ? FINDINGS.reached(shown) : FINDINGS.within(shown);
  if (amount.low !== amount.high) return FINDINGS.failed(shown);
  const gap = gapOf(amount.low, goal);
  if (gap === 0) return FINDINGS.onStrictEnd(shown);
  if (goal.kind === 'limit' && goal.limit.sign === '=') return FINDINGS.notEqual(shown);
  const distance = distanceText(gap, goalUnit(goal));
  return gap < 0 ? FINDINGS.below(shown, distance) : FINDINGS.above(shown, distance);
}

export function judgeAmount(amount: Amount, goal: Goal): Outcome {
  const result = meetsGoal(amount, goal);
  const finding = findingOf(amount, goal, result);
  if (result === null)
    return outcome('review', finding, {
      brief: say(`是否达到${goalShown(goal)}不能确定`, `whether ${cite(goalShown(goal))} is reached cannot be told`),
    });
  if (result) return outcome('met', finding);
  const gap = amount.low === amount.high ? gapOf(amount.low, goal) : null;
  return outcome('unmet', finding, { brief: FINDINGS.shortOf(goalShown(goal)), gap, unit: goalUnit(goal) });
}

/** The amount in the goal's unit; null when the dimensions differ. */
export function toUnit(amount: Amount, unit: Unit | null, facts: Facts): Amount | null {
  const own = amount.unit;
  const low = inUnit(amount.low, own, unit, facts.population);
  const high = inUnit(amount.high, own, unit, facts.population);
  if (low === null || high === null) return null;
  return { ...amount, low, high: Math.min(high, ceilingFor(amount, unit, facts)), unit: unit ?? own };
}

/** `90%以上` of a share ends at 100%. */
function ceilingFor(amount: Amount, unit: Unit | null, facts: Facts): number {
  return Number.isFinite(amount.high)
    ? Infinity
    : Math.max(ceiling(facts.indicator, (unit ?? amount.unit)?.id ?? null), amount.low);
}

/** A bare figure up to 1 against a target in per cent above 1 %: perhaps a share typed as a fraction. */
export function isTwoFaced(amount: Amount, unit: Unit | null, size: number): boolean {
  if (amount.unit !== null || unit?.id !== '%' || Math.abs(size) <= 1) return false;
  const { low, high } = amount;
  return low === high && low !== 0 && Math.abs(low) <= 1;
}

export function asShare(amount: Amount): Amount {
  const value = tidy(amount.low * 100);
  return { ...amount, low: value, high: value, unit: PERCENT, text: `${formatNumber(value)}%` };
}

function goalSize(goal: Goal): number {
  return goal.kind === 'limit' ? goal.limit.value : goal.span.high;
}

/** 城区 98、乡镇 95: places and parts are known by coming together. */
function partsAreNamed(facts: Facts, amount: Amount): boolean {
  const { actual } = facts;
  return actual.kind === 'amounts' && actual.amounts.length > 1 && actual.amounts.includes(amount);
}

/** 实检48 against a share: a number of something else. */
function isOfSomethingElse({ unit, name }: Amount, asked: Unit | null, facts: Facts): boolean {
  return (
    unit === null &&
    name !== null &&
    asked?.dimension === 'ratio' &&
    !facts.indicator.includes(name) &&
    !/率|比例|占比|比重/.test(name)
  );
}

export function judgeOne(amount: Amount, goal: Goal, facts: Facts): Outcome | null {
  const unit = goalUnit(goal);
  if (isOfSomethingElse(amount, unit, facts) && partsAreNamed(facts, amount) === false)
    return outcome('review', say('含义不明，需人工判定', 'it is not clear what it says'));
  if (isTwoFaced(amount, unit, goalSize(goal))) return judgeBothWays(amount, goal);
  const converted = toUnit(amount, unit, facts);
  return converted === null ? judgePerPeriod(amount, goal) : judgeAmount(converted, goal);
}

const PERIODS = /\/(?:week|month|quarter|term|half-year|day|population)$/;

const TIMES_A_YEAR: ReadonlyMap<string, number> = new Map([
  ['/week', 52],
  ['/month', 12],
  ['/quarter', 4],
  ['/half-year', 2],
]);

/** 每季度1次 against 每年不少于4次; null where the target is not of a year. */
function perYear(amount: Amount, unit: Unit | null): Amount | null {
  const period = PERIODS.exec(amount.unit?.dimension ?? '')?.[0] ?? '';
  const times = TIMES_A_YEAR.get(period);
  if (times === undefined || unit === null || amount.unit === null) return null;
  if (!unit.id.endsWith('/年') || amount.unit.dimension !== unit.dimension + period) return null;
  return { ...amount, low: tidy(amount.low * times), high: tidy(amount.high * times), unit };
}

function withYearly(result: Outcome, yearly: Amount): Outcome {
  const shown = formatNumber(yearly.low) + (yearly.unit?.id ?? '');
  return { ...result, finding: join([say(`合 ${shown}`, `that is ${cite(shown)}`), result.finding], '，', ', ') };
}

/** 3次 against 每周3次: by the week, unless it is so much more that it may well be the year's. */
function judgePerPeriod(amount: Amount, goal: Goal): Outcome | null {
  const unit = goalUnit(goal);
  const yearly = perYear(amount, unit);
  if (yearly !== null) return withYearly(judgeAmount(yearly, goal), yearly);
  if (amount.unit === null || unit === null || amount.unit.dimension !== unit.dimension.replace(PERIODS, ''))
    return null;
  const result = judgeAmount(amount, goal);
  const caveat = say(
    `实际值单位只写${amount.unit.id}，按${unit.id}读取`,
    `the value says only ${cite(amount.unit.id)}; read as ${cite(unit.id)}`,
  );
  const mayBeYearly = result.state === 'met' && amount.low > goalSize(goal) * 2;
  if (!mayBeYearly) return { ...result, caveats: [caveat] };
  const { id } = amount.unit;
  return outcome(
    'review',
    say(
      `单位只写${id}，目标按${unit.id}提出，可能是全年数，需人工判定`,
      `the unit is only ${cite(id)}, the target is in ${cite(unit.id)}; it may be the year's count and is for a person to judge`,
    ),
  );
}

function judgeBothWays(amount: Amount, goal: Goal): Outcome {
  const share = asShare(amount);
  const asRatio = judgeAmount(share, goal);
  const asTyped = judgeAmount({ ...amount, unit: PERCENT }, goal);
  if (asRatio.state === asTyped.state) return asRatio;
  const typed = formatNumber(amount.low);
  const caveat = say(
    `实际值 ${typed} 未带单位，按${share.text}判定（若为${typed}%，结论不同）`,
    `the value ${typed} has no unit and is read as ${share.text}; as ${typed}% the verdict would differ`,
  );
  return { ...asRatio, caveats: [caveat] };
}

/** Why one of the figures cannot be; null when all can. */
export function impossibleAmount(amounts: readonly Amount[], unit: Unit | null, facts: Facts): Outcome | null {
  for (const amount of amounts) {
    const own = (amount.unit ?? unit)?.id ?? (/天数/.test(facts.indicator) ? '天' : null);
    for (const value of [amount.low, amount.high]) {
      const why = Number.isFinite(value) ? impossibility(facts.indicator, value, own) : null;
      if (why)
        return outcome('review', say(`数据异常：${why.zh}，请核对`, `impossible value: ${why.en}; please check`));
    }
  }
  return null;
}

function severity(result: Outcome, amount: Amount): number {
  return result.gap === null ? (amount.low === amount.high ? 0 : Infinity) : Math.abs(result.gap);
}

/** The worst of several failing parts, with its name. */
function worst(parts: readonly { readonly amount: Amount; readonly result: Outcome }[], everyPart: boolean): Outcome {
  const failing = parts.filter(({ result }) => result.state === 'unmet');
  const [first] = [...failing].sort((a, b) => severity(b.result, b.amount) - severity(a.result, a.amount));
  if (first === undefined) return outcome('unmet', say('有一项未达到目标', 'one part does not reach the target'));
  const { amount, result } = first;
  const isNamed = everyPart && amount.name !== null;
  const named = say(
    `其中${amount.name ?? ''} ${amount.text}，${result.finding.zh}`,
    `of these ${amount.name === null ? '' : `${cite(amount.name)} `}${cite(amount.text)}: ${result.finding.en}`,
  );
  return { ...result, finding: named, gap: isNamed ? result.gap : null };
}

/** 新建15座，改建8座: counts of one thing may be meant to be added up. */
function sumDiffers(amounts: readonly Amount[], goal: Goal, facts: Facts, states: ReadonlySet<string>): boolean {
  const [first] = amounts;
  const isCounted = amounts.every(({ unit, low, high }) => {
    return unit !== null && /^count:[a-z-]+$/.test(unit.dimension) && unit.id === first?.unit?.id && low === high;
  });
  if (first === undefined || !isCounted) return false;
  const sum = amounts.reduce((total, { low }) => tidy(total + low), 0);
  const whole = judgeOne({ ...first, low: sum, high: sum }, goal, facts);
  return whole !== null && !states.has(whole.state);
}

/** 党政机关、医疗卫生机构100%: one figure for two. */
function namesIn({ name }: Amount): number {
  return name === null ? 1 : name.split(/[、及和与]/).length;
}

function everyPartMet(goal: Goal): Sentence {
  const shown = goalShown(goal);
  return goal.kind === 'limit' && /[≥>]/.test(goal.limit.sign)
    ? say(`各项均达到目标 ${shown}`, `every part reaches the target ${cite(shown)}`)
    : say(`各项均符合目标 ${shown}`, `every part is within the target ${cite(shown)}`);
}

/** Several figures in a cell. `everyPart`: each must pass (composite rows); else they must agree. `expected`: how many parts there are. */
export function judgeSeveral(
  amounts: readonly Amount[],
  goal: Goal,
  facts: Facts,
  everyPart: boolean,
  expected: number,
): Outcome {
  const parts = amounts.flatMap((amount) => {
    const result = judgeOne(amount, goal, facts);
    return result === null ? [] : [{ amount, result }];
  });
  const caveats = parts.flatMap(({ result }) => result.caveats);
  const states = new Set(parts.map(({ result }) => result.state));
  const shown = goalShown(goal);
  if (!everyPart && states.size === 1 && sumDiffers(amounts, goal, facts, states))
    return outcome(
      'review',
      say(
        `有多个数值，分别比较与合计后比较目标 ${shown} 结论不同`,
        `several figures: one by one and added up they come to different answers for the target ${cite(shown)}`,
      ),
      { caveats },
    );
  if (states.has('unmet') && (everyPart || states.size === 1)) return { ...worst(parts, everyPart), caveats };
  if (states.size === 1 && states.has('met')) {
    const told = parts.reduce((all, { amount }) => all + namesIn(amount), 0);
    if (everyPart && told < expected) {
      return outcome(
        'missing',
        say(`应有${expected}项数据，只有${told}项`, `${expected} parts are needed, only ${told} are given`),
        { caveats },
      );
    }
    return outcome('met', everyPartMet(goal), { caveats });
  }
  return outcome(
    'review',
    say(
      `有多个数值，有的达到、有的未达到目标 ${shown}`,
      `several figures, of which some reach the target ${cite(shown)} and some do not`,
    ),
    { caveats },
  );
}
