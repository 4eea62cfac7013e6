// Owns an actual value's figures against a limit or a range of a row: which figures count, for whom, in whose unit, and
// words in place of a figure. The arithmetic stands in numbers.ts; reads no target text.
import { cite, quote, type Sentence } from '../text/sentence';
import { convert, PERCENT, type Unit } from '../text/units';
import { EACH_PLACE, GRADES } from '../target/forms';
import { printCondition } from '../target/print';
import type { Range, Threshold } from '../target/target';
import { namesOtherRate } from '../value/several';
import type { Amount, Amounts, ValueReading } from '../value/value';
import { claimOf, isNone } from './answers';
import type { Facts } from './facts';
import { judgeOne, judgeSeveral, goalUnit, type Goal } from './numbers';
import { outcome, type Outcome } from './outcome';
import { FINDINGS, join, say } from './reason';

function withDefaultUnit(unit: Unit | null, facts: Facts): Unit | null {
  return unit ?? facts.unit;
}

function goalOf(condition: Threshold | Range, facts: Facts): Goal {
  const unit = withDefaultUnit(condition.unit, facts);
  const shown = printCondition({ ...condition, unit });
  return condition.kind === 'threshold'
    ? { kind: 'limit', limit: { sign: condition.sign, value: condition.value, unit, shown } }
    : { kind: 'span', span: { low: condition.low, high: condition.high, unit, shown } };
}

/** Names listed in an indicator: 道路装灯率、亮灯率. The standard's parts where it has the row. */
export function partsOf(facts: Facts): { readonly isComposite: boolean; readonly expected: number } {
  const { national, indicator } = facts;
  if (national !== null && national.parts.length > 0) return { isComposite: true, expected: national.parts.length };
  const bare = indicator.replace(/\([^()]*\)/g, '');
  const isPerUnit = /以[^,、]{1,10}为单位|均达|分别/.test(bare) || /以.{1,10}为单位/.test(indicator);
  const listed = bare.split('、');
  const rates = listed.filter((name) => /[率比数度]$/.test(name)).length;
  const isMerelyNamed = /甲、乙类|甲乙类/.test(bare);
  if (listed.length > 1 && !isMerelyNamed)
    return { isComposite: true, expected: rates === listed.length ? listed.length : 2 };
  const joined = /率[和及与].{1,20}率|[和及与].{1,12}(?:比例|率)$/.test(bare) && /率[和及与]/.test(bare);
  return { isComposite: isPerUnit || joined, expected: joined ? 2 : 1 };
}

/** Those that the target names, where both do; those that can be compared, where some cannot. */
function relevant(
  amounts: readonly Amount[],
  subject: string | null,
  unit: Unit | null,
  facts: Facts,
): readonly Amount[] {
  const named =
    subject === null
      ? []
      : amounts.filter(({ name }) => name !== null && (name.includes(subject) || subject.includes(name)));
  const pool = named.length > 0 ? named : amounts;
  if (unit === null) return pool;
  const comparable = pool.filter(
    (amount) => amount.unit === null || convert(1, amount.unit, unit, facts.population) !== null,
  );
  const united = comparable.filter((amount) => amount.unit !== null);
  return united.length > 0 && comparable.length < pool.length ? united : comparable.length > 0 ? comparable : pool;
}

/** 传染病报告率100%、突发公共卫生事件报告率94%, of 传染病和突发公共卫生事件报告率: each is a part that the name lists. */
function areNamedParts(amounts: readonly Amount[], { indicator }: Facts): boolean {
  const names = amounts.map(({ name }) => name?.replace(/.{0,2}(?:率|比例|占比)$/, '') ?? '');
  const isListed = names.every((name) => name.length > 1 && indicator.includes(name));
  return isListed && new Set(names).size === names.length && /[、和及与]/.test(indicator);
}

export function differentUnits(amount: Amount, unit: Unit | null): Outcome {
  const own = amount.unit?.id ?? '';
  const asked = unit?.id ?? '';
  return outcome(
    'review',
    say(
      `实际值单位为${own}，目标单位为${asked}，不能比较`,
      `the value is in ${cite(own)}, the target in ${cite(asked)}: not comparable`,
    ),
  );
}

/** A share in per cent by its name, whatever the unit column says not. */
function isShareLike({ indicator, national }: Facts): boolean {
  return national?.unit === '%' || /(?:率|比例|占比|比重|比率|满意度)$/.test(indicator.replace(/\([^()]*\)$/, ''));
}

/** 90 against 92%: a target without a unit, read in the value's. */
function inheritUnit(goal: Goal, amounts: readonly Amount[], facts: Facts): Goal | Outcome {
  const size = goal.kind === 'limit' ? goal.limit.value : goal.span.high;
  if (goalUnit(goal) !== null) return goal;
  const isFraction = size !== 0 && Math.abs(size) <= 1;
  if (isFraction && isShareLike(facts) && amounts.some((amount) => Math.abs(amount.low) > 1)) {
    return outcome(
      'review',
      say(
        `目标 ${size} 未带单位，无法与实际值比较`,
        `the target ${size} has no unit and cannot be compared with the value`,
      ),
    );
  }
  const unit = amounts.find((amount) => amount.unit !== null)?.unit ?? (isPercentByName(size, facts) ? PERCENT : null);
  if (unit === null) return goal;
  if (unit.id === '%' && facts.population !== null) {
    const [heads, inEnglish] = facts.population === 1000 ? ['每千人口', 'a thousand'] : ['每万人口', 'ten thousand'];
    return outcome(
      'review',
      say(
        `实际值单位为%，目标按${heads}提出，不能比较`,
        `the value is in %, the target is for ${inEnglish} people: not comparable`,
      ),
    );
  }
  if (unit.id === '%' && Math.abs(size) <= 1 && size !== 0) {
    return outcome(
      'review',
      say(
        `目标 ${size} 未带单位，无法与百分数比较`,
        `the target ${size} has no unit and cannot be compared with a percentage`,
      ),
    );
  }
  return goal.kind === 'limit'
    ? { kind: 'limit', limit: { ...goal.limit, unit, shown: goal.limit.shown + unit.id } }
    : { kind: 'span', span: { ...goal.span, unit, shown: goal.span.shown + unit.id } };
}

/** 覆盖率 80: nobody wrote the sign, and a share that is better high is told in per cent. */
function isPercentByName(size: number, facts: Facts): boolean {
  const { national, better } = facts;
  return size > 1 && size <= 100 && (national === null ? better === 'up' && isShareLike(facts) : national.unit === '%');
}

/** 各乡镇至少1个 against 12个, or a mean: what is told of all says nothing of each. */
function isToldOfAll(value: Amounts, amounts: readonly Amount[], goal: Goal): boolean {
  if (MEAN.test(value.text) || OF_ALL.test(value.text)) return true;
  return amounts.some(({ name, unit }) => name === null && (unit ?? goalUnit(goal))?.dimension.startsWith('count:'));
}

const MEAN = /平均|均值/;
const OF_ALL = /^全[市区县镇](?:为|达|达到|总体|整体)?\d/;

const TOTAL_FOR_RATE = say(
  '像是总数，目标按人口平均提出，请核对换算',
  'it looks like a total, the target is for so many people; please check and convert it',
);

/** 全市床位共5200张 against ≥6张 of every thousand people. */
const TIMES_TOO_MANY = 20;

function isTotalForRate(amounts: readonly Amount[], goal: Goal, facts: Facts): boolean {
  const size = goal.kind === 'limit' ? goal.limit.value : goal.span.high;
  if (facts.population === null || size <= 0) return false;
  return amounts.some(({ low, unit }) => {
    return (
      low > size * TIMES_TOO_MANY &&
      unit !== null &&
      unit.dimension.startsWith('count:') &&
      !unit.dimension.includes('/')
    );
  });
}

/** 0所 against 每县至少1所: all together are fewer than one place needs. */
function isTooFewForOne(amounts: readonly Amount[], goal: Goal): boolean {
  const [amount] = amounts;
  return goal.kind === 'limit' && /[≥>]/.test(goal.limit.sign) && amounts.length === 1 && amount?.low === 0;
}

/** 南街待报: what the others reach is not yet all. */
function withoutParts(result: Outcome, lacking: readonly string[]): Outcome {
  if (result.state !== 'met') return result;
  return outcome(
    'missing',
    say(`缺${lacking.join('、')}数据`, `${lacking.map(quote).join(', ')} ${lacking.length > 1 ? 'are' : 'is'} missing`),
  );
}

function judgeFigures(value: Amounts, original: Goal, subject: string | null, facts: Facts): Outcome {
  const goal = inheritUnit(original, value.amounts, facts);
  if ('state' in goal) return goal;
  const lacking = value.lacking ?? [];
  if (lacking.length > 0)
    return withoutParts(judgeFigures({ ...value, lacking: [] }, original, subject, facts), lacking);
  const amounts = relevant(value.amounts, subject, goalUnit(goal), facts);
  const [first] = amounts;
  if (first === undefined) return outcome('missing', say('无实际值', 'no value'));
  const known = subject === null ? [facts.indicator] : [facts.indicator, subject];
  if (amounts.some((amount) => known.every((name) => namesOtherRate(amount, name))))
    return outcome('review', say('写的是另一项指标的数值，请核对', 'the figure is of another indicator; please check'));
  if (isTotalForRate(amounts, goal, facts)) return outcome('review', TOTAL_FOR_RATE);
  const asksEachPlace = subject !== null && EACH_PLACE.test(subject);
  if (asksEachPlace && isToldOfAll(value, amounts, goal) && !isTooFewForOne(amounts, goal))
    return outcome(
      'review',
      say(
        `目标${subject.startsWith('以') ? '' : '按'}${subject}提出，实际值未分单位，需逐个核对`,
        `the target is for each place, the value is one figure for all; each must be checked`,
      ),
    );
  if (amounts.length > 1 && amounts.every(({ name }) => name !== null && GRADES.has(name)))
    return outcome(
      'review',
      say('按等次分列，是整体的一部分，需相加后人工判定', 'shares by grade are parts of one whole; add them up'),
    );
  if (amounts.length > 1) {
    const { isComposite, expected } = partsOf(facts);
    const different = amounts.find((amount) => judgeOne(amount, goal, facts) === null);
    return different
      ? differentUnits(different, goalUnit(goal))
      : judgeSeveral(amounts, goal, facts, isComposite || asksEachPlace || areNamedParts(amounts, facts), expected);
  }
  return judgeOne(first, goal, facts) ?? differentUnits(first, goalUnit(goal));
}

/** Deaths and events: none of them is 0. */
const COUNTS_BAD = /死亡|病例|发病|事故|事件|投诉|案件|疫情|暴发|中毒|感染|伤亡|火灾|起数|例数|违法|违规|超标|污染/;

/** 医疗费用增幅 with 增长9.2%: the figure itself; with 下降2.1% it is below zero. */
const GROWTH_NAMES: readonly { readonly move: 'up' | 'down'; readonly name: RegExp }[] = [
  { move: 'up', name: /(?:增幅|增长率|增速|增长幅度|增长速度|涨幅|升幅|提高率|提升率)$/ },
  { move: 'down', name: /(?:下降率|降低率|减少率|降幅|下降幅度|降低幅度)$/ },
];

function asGrowth({ actual, indicator }: Facts): ValueReading {
  if (actual.kind !== 'change' || actual.year !== null) return actual;
  const name = indicator.replace(/\([^()]*\)$/, '');
  const growth = GROWTH_NAMES.find((record) => record.name.test(name));
  if (growth === undefined) return actual;
  const { raw, text, caveats, amount } = actual;
  const signed = growth.move === actual.move ? amount : { ...amount, low: -amount.low, high: -amount.high };
  return { kind: 'amounts', raw, text, caveats, amounts: [signed], claim: null };
}

const ONLY_ADDED = say(
  '写的是新增数，目标按总数提出，请核对',
  'the figure is what was added, the target is for the whole; please check',
);

/** 今年新增2个 against ≥5个 of all. */
function isOnlyAdded(actual: ValueReading, { indicator }: Facts, { subject }: Threshold | Range): boolean {
  if (actual.kind !== 'amounts' || !/新增/.test(actual.text)) return false;
  const isCount = actual.amounts.every(({ unit }) => unit?.dimension.startsWith('count:') === true);
  return isCount && !/新增|新建|新改|净增|增加|年度|当年/.test(indicator + (subject ?? ''));
}

const APPROXIMATE = say('目标为约数，需人工判定', 'the target is approximate, so it is for a person to say');

export function judgeNumeric(condition: Threshold | Range, facts: Facts): Outcome {
  const actual = asGrowth(facts);
  const goal = goalOf(condition, facts);
  const result =
    actual.kind === 'amounts' ? judgeFigures(actual, goal, condition.subject, facts) : judgeWordy(goal, facts);
  if (result.state === 'unmet' && isOnlyAdded(actual, facts, condition)) return outcome('review', ONLY_ADDED);
  const isSoftened = condition.kind === 'threshold' && condition.isApproximate && result.state === 'unmet';
  return isSoftened
    ? outcome('review', join([result.finding, APPROXIMATE], '，'), { caveats: result.caveats })
    : result;
}

function judgeWordy(goal: Goal, facts: Facts): Outcome {
  const none = noneAsZero(facts);
  if (none === null) return judgeClaim(goal.kind === 'limit' ? goal.limit.shown : goal.span.shown, facts);
  const zero = { ...exactly(0), unit: goalUnit(goal) };
  const result = judgeOne(zero, goal, none.facts) ?? differentUnits(zero, goalUnit(goal));
  return { ...result, caveats: [...result.caveats, none.caveat] };
}

function exactly(value: number): Amount {
  const text = String(value);
  return { name: null, low: value, high: value, isLowOpen: false, isHighOpen: false, unit: null, text };
}

/** 无 for a death rate or a count of events, as the figure 0; null where it is no such answer. */
export function noneAsZero(facts: Facts): { readonly facts: Facts; readonly caveat: Sentence } | null {
  const { actual, better, indicator } = facts;
  if (actual.kind !== 'words' || !isNone(actual.text, indicator) || better !== 'down' || !COUNTS_BAD.test(indicator))
    return null;
  const { raw, text, caveats } = actual;
  return {
    facts: { ...facts, actual: { kind: 'amounts', raw, text, caveats, amounts: [exactly(0)], claim: null } },
    caveat: say(`实际值${quote(text)}按0读取`, `${quote(text)} is read as 0`),
  };
}

/** Why there is no figure, in so many words. */
const NO_FIGURE_YET =
  /(?:尚未|还没|还未|没来得及|未及时|暂时?)(?:统计|反馈|汇总|出版|公布|导出|核算|测算|上报|完成统计)|导不出|^等.{1,8}(?:公布|反馈|通知)|^见.{0,10}(?:报告|年鉴|附表)|未(?:开展|进行|组织)(?:监测|调查|评估|统计|测算)|(?:部门|单位|机构)未反馈|^(?:与|和|同)(?:往年|上年|去年)(?:一样|相同)$/;

/** A claim in place of a figure: failing is believed, reaching needs the number. */
function judgeClaim(shown: string, facts: Facts): Outcome {
  const { actual } = facts;
  if (actual.kind === 'words' && NO_FIGURE_YET.test(actual.text))
    return outcome('missing', say('暂无数据', 'no data yet'));
  const claim = claimOf(actual.text);
  if (actual.kind === 'words' && claim === false)
    return outcome('unmet', FINDINGS.failed(shown), { brief: FINDINGS.shortOf(shown) });
  if (actual.kind === 'change')
    return outcome(
      'review',
      say(`是变化幅度，不能与目标 ${shown} 比较`, `the value is a change and cannot be compared with ${cite(shown)}`),
    );
  return outcome(
    'review',
    say(`不是数值，不能与目标 ${shown} 比较`, `the value is not a number and cannot be compared with ${cite(shown)}`),
  );
}
