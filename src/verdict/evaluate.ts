// Owns one condition against the facts of a row: which judge answers for which kind. Joins and-or trees, due years.
import { withStandardNames } from '../standard/standard-numbers';
import { chineseNumber } from '../text/numerals';
import { cite, quote, type Sentence } from '../text/sentence';
import { convert, PERCENT, readUnit, type Unit } from '../text/units';
import { EACH_PLACE, GRADES } from '../target/forms';
import { printCondition } from '../target/print';
import { readTarget } from '../target/read';
import type {
  AirQuality,
  Condition,
  Due,
  DueTerm,
  Grade,
  Group,
  Plan,
  Presence,
  Range,
  Rank,
  Standard,
  Threshold,
} from '../target/target';
import { readValue } from '../value/read';
import { namesOtherRate } from '../value/several';
import type { Amount, Amounts, ValueReading } from '../value/value';
import {
  answerToAbsence,
  answerToWanted,
  claimAbout,
  claimOf,
  gradesOf,
  isDealing,
  isNone,
  type GradeAnswer,
} from './answers';
import type { Facts } from './facts';
import { judgeOne, judgeSeveral, goalUnit, type Goal } from './numbers';
import { allOf, anyOf, outcome, type Outcome } from './outcome';
import { FINDINGS, join, say } from './reason';
import { judgeChange, judgeComparison, judgeSoftTrend, judgeTrend } from './series';

// ---- figures -------------------------------------------------------------------------------------------------------

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
function partsOf(facts: Facts): { readonly isComposite: boolean; readonly expected: number } {
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

function differentUnits(amount: Amount, unit: Unit | null): Outcome {
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
  if (MEAN.test(value.text)) return true;
  return amounts.some(({ name, unit }) => name === null && (unit ?? goalUnit(goal))?.dimension.startsWith('count:'));
}

const MEAN = /平均|均值/;

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

const APPROXIMATE = say('目标为约数，需人工判定', 'the target is approximate, so it is for a person to say');

function judgeNumeric(condition: Threshold | Range, facts: Facts): Outcome {
  const actual = asGrowth(facts);
  const goal = goalOf(condition, facts);
  const result =
    actual.kind === 'amounts' ? judgeFigures(actual, goal, condition.subject, facts) : judgeWordy(goal, facts);
  const isSoftened = condition.kind === 'threshold' && condition.isApproximate && result.state === 'unmet';
  return isSoftened
    ? outcome('review', join([result.finding, APPROXIMATE], '，'), { caveats: result.caveats })
    : result;
}

function judgeWordy(goal: Goal, facts: Facts): Outcome {
  const { actual } = facts;
  const shown = goal.kind === 'limit' ? goal.limit.shown : goal.span.shown;
  const { text } = actual;
  if (actual.kind === 'words' && isNone(text) && facts.better === 'down' && COUNTS_BAD.test(facts.indicator)) {
    const zero: Amount = {
      name: null,
      low: 0,
      high: 0,
      isLowOpen: false,
      isHighOpen: false,
      unit: goalUnit(goal),
      text: '0',
    };
    const result = judgeOne(zero, goal, facts) ?? differentUnits(zero, goalUnit(goal));
    return {
      ...result,
      caveats: [...result.caveats, say(`实际值${quote(text)}按0读取`, `${quote(text)} is read as 0`)],
    };
  }
  return judgeClaim(shown, facts);
}

/** A claim in place of a figure: failing is believed, reaching needs the number. */
function judgeClaim(shown: string, facts: Facts): Outcome {
  const { actual } = facts;
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

// ---- words ---------------------------------------------------------------------------------------------------------

function asAsked(words: string): Outcome {
  return outcome('met', say(`符合目标${quote(words)}`, `as the target ${quote(words)} asks`));
}

function notAsAsked(words: string): Outcome {
  return outcome('unmet', say(`不符合目标${quote(words)}`, `not as the target ${quote(words)} asks`), {
    brief: say(`不符合${quote(words)}`, `not ${quote(words)}`),
  });
}

function unsure(words: string): Outcome {
  return outcome(
    'review',
    say(
      `是否符合目标${quote(words)}需人工判定`,
      `whether it is as the target ${quote(words)} asks is for a person to say`,
    ),
  );
}

/** 基本消除, 基本达到全覆盖: how much is enough is not said. */
/** 1部（修订中） */
const DOUBTING_NOTE = /[(（][^()（）]*(?:中|起草|草案|征求意见|报批|拟|未|正在|废止|失效)[)）]/;
const LOOSE = /基本|大体|大致/;

function judgePresence(asked: Presence, facts: Facts): Outcome {
  const result = judgeAnswer(asked, facts);
  const isDoubted = result.state === 'met' && DOUBTING_NOTE.test(facts.actual.raw);
  return isDoubted || (result.state === 'unmet' && LOOSE.test(asked.words)) ? unsure(asked.words) : result;
}

function judgeAnswer(asked: Presence, facts: Facts): Outcome {
  const { actual } = facts;
  if (actual.kind === 'amounts') return judgeCounted(asked, actual, facts);
  if (actual.kind !== 'words') return unsure(asked.words);
  const answer = asked.isWanted
    ? answerToWanted(actual.text, asked, facts.indicator + asked.words)
    : answerToAbsence(actual.text, asked, facts.indicator + asked.words);
  if (answer === 'yes') return asAsked(asked.words);
  if (answer === 'no') return notAsAsked(asked.words);
  return claimOf(actual.text) === false && actual.text !== '×' ? notAsAsked(asked.words) : unsure(asked.words);
}

/** 无重大投诉 against 5起: how many of them were grave is not said. */
const DEGREE = /重大|较大|特大|恶性|严重|群体性|重复|越级/;

function judgeCounted(asked: Presence, value: Amounts, facts: Facts): Outcome {
  const [amount] = value.amounts;
  const byWords = asked.isWanted
    ? answerToWanted(value.text, asked, facts.indicator + asked.words)
    : answerToAbsence(value.text, asked, facts.indicator + asked.words);
  if (amount === undefined || value.amounts.length > 1 || amount.low !== amount.high) return answered(byWords, asked);
  const degree = DEGREE.exec(asked.words)?.[0];
  if (!asked.isWanted && degree !== undefined && amount.low > 0 && !(facts.indicator + value.text).includes(degree))
    return unsure(asked.words);
  if (!asked.isWanted && byWords === 'partly') return unsure(asked.words);
  if (!asked.isWanted && byWords === 'yes' && asked.verb !== null) return asAsked(asked.words);
  // 已取缔3处: how many are done, not how many are left.
  if (!asked.isWanted && asked.verb !== null && value.text.includes(asked.verb)) return unsure(asked.words);
  if (!asked.isWanted)
    return amount.low === 0
      ? asAsked(asked.words)
      : amount.low > 0 && amount.unit?.dimension !== 'ratio'
        ? notAsAsked(asked.words)
        : unsure(asked.words);
  if (asked.isWhole) return judgeWhole(amount, asked);
  if (amount.low === 0 && amount.unit?.dimension.startsWith('count:')) return notAsAsked(asked.words);
  if (value.amounts.some(({ unit }) => unit?.dimension === 'ratio')) return unsure(asked.words);
  const isPlainNumber = amount.unit === null && amount.text === value.text;
  if (isPlainNumber && asked.verb !== null && isDealing(asked.verb)) return unsure(asked.words);
  if (isPlainNumber)
    return amount.low === 1 ? asAsked(asked.words) : amount.low === 0 ? notAsAsked(asked.words) : unsure(asked.words);
  if (amount.unit?.dimension.startsWith('count:') && asked.verb === null && byWords === null) {
    return amount.low > 0 ? asAsked(asked.words) : notAsAsked(asked.words);
  }
  return answered(byWords, asked);
}

function answered(answer: ReturnType<typeof answerToAbsence>, asked: Presence): Outcome {
  return answer === 'yes' ? asAsked(asked.words) : answer === 'no' ? notAsAsked(asked.words) : unsure(asked.words);
}

/** 全覆盖: a share must be the whole. */
/** 应签尽签: how many should be is not said, so a share of all decides only when it is the whole. */
const WHOLE_OF_SOME = /应.{1,4}尽/;

function judgeWhole(amount: Amount, asked: Presence): Outcome {
  if (amount.unit?.id !== '%')
    return amount.unit === null && amount.low === 1 ? asAsked(asked.words) : unsure(asked.words);
  if (amount.low >= 100) return asAsked(asked.words);
  return WHOLE_OF_SOME.test(asked.words) ? unsure(asked.words) : notAsAsked(asked.words);
}

/** 鼠、蚊、蝇密度均达到C级: one that falls short fails. */
const ASKS_EACH = /均|都|分别|、/;

function judgeGrade(asked: Grade, facts: Facts): Outcome {
  const { actual } = facts;
  const grades =
    actual.kind === 'words' || actual.kind === 'amounts'
      ? gradesOf(actual.text, asked.scale, facts.indicator + asked.words)
      : [];
  if (grades === null) return unsure(asked.words);
  if (grades.length === 0) return judgeStandard(asked, facts);
  const failing = grades.filter(({ level }) => level > asked.level);
  const { isComposite, expected } = partsOf(facts);
  const asksEach = isComposite || ASKS_EACH.test(asked.words);
  if (failing.length > 0 && (grades.length === 1 || asksEach || failing.length === grades.length))
    return badGrade(failing, asked.words);
  if (failing.length > 0) return unsure(asked.words);
  const parts = facts.national?.parts.length ?? 0;
  if (grades.length > 1 && isComposite && grades.length < Math.max(expected, parts)) {
    return outcome(
      'missing',
      say(
        `应有${expected}项等级，只有${grades.length}项`,
        `${expected} grades are needed, only ${grades.length} are given`,
      ),
    );
  }
  return asAsked(asked.words);
}

function badGrade(failing: readonly GradeAnswer[], words: string): Outcome {
  const [worst] = [...failing].sort((a, b) => b.level - a.level);
  const part = worst?.name ? worst.name + worst.words : null;
  const named = part === null ? say('', '') : say(`其中${part}，`, `of these ${cite(part)}: `);
  const finding = say(`${named.zh}未达到目标${quote(words)}`, `${named.en}does not reach the target ${quote(words)}`);
  return outcome('unmet', finding, { brief: say(`未达到${quote(words)}`, `${quote(words)} is not reached`) });
}

function judgeStandard(asked: Standard | Grade | AirQuality | Plan, facts: Facts): Outcome {
  const { actual } = facts;
  const known = facts.indicator + withStandardNames(asked.words);
  const claim = actual.kind === 'words' ? claimAbout(withStandardNames(actual.text), asked.words, known) : null;
  if (claim !== null) return claim ? asAsked(asked.words) : notAsAsked(asked.words);
  return unsure(asked.words);
}

// ---- air -----------------------------------------------------------------------------------------------------------

/** Annual means of GB 3095-2012, level 2, in 微克/立方米. */
const AIR_LIMITS: ReadonlyMap<string, number> = new Map([
  ['SO2', 60],
  ['NO2', 40],
  ['PM10', 70],
  ['PM2.5', 35],
]);
const CONCENTRATION = readUnit('微克/立方米');

/** No town's air has an annual mean below it, in 微克/立方米: such a figure is in another unit. */
const LEAST_IN_AIR = 1;

/** The unit column's, where it is one of concentrations. */
function concentrationOf({ unit }: Facts): Unit | null {
  return unit !== null && unit.dimension === CONCENTRATION?.dimension ? unit : null;
}

function judgeAir(asked: AirQuality, facts: Facts): Outcome {
  const { actual } = facts;
  if (actual.kind !== 'amounts') return judgeGradeOfAir(asked, facts);
  const values = new Map(
    actual.amounts.flatMap((amount) => (amount.name === null ? [] : [[pollutantOf(amount.name), amount] as const])),
  );
  const over: Sentence[] = [];
  const lost: string[] = [];
  for (const [name, limit] of AIR_LIMITS) {
    const amount = values.get(name);
    if (amount === undefined) {
      lost.push(name);
      continue;
    }
    const shown = `${name}限值 ${limit}微克/立方米`;
    const goal: Goal = { kind: 'limit', limit: { sign: '≤', value: limit, unit: CONCENTRATION, shown } };
    const unit = amount.unit ?? concentrationOf(facts);
    if (unit === null && amount.low < LEAST_IN_AIR)
      return outcome(
        'review',
        say(
          `${name} ${amount.text}未带单位，可能是毫克/立方米，需人工判定`,
          `${name} ${amount.text} has no unit and may be in mg/m³`,
        ),
      );
    const result = judgeOne({ ...amount, unit }, goal, facts);
    if (result === null) return differentUnits(amount, CONCENTRATION);
    if (result.state === 'review') return result;
    if (result.state === 'unmet') {
      over.push(
        say(
          `${name} ${amount.text}超过二级标准限值 ${limit}微克/立方米`,
          `${name} ${cite(amount.text)} is over the second-level limit of ${limit} µg/m³`,
        ),
      );
    }
  }
  if (over.length > 0) return outcome('unmet', join(over, '、'));
  if (lost.length === AIR_LIMITS.size) return unsure(asked.words);
  if (lost.length > 0)
    return outcome('missing', say(`缺${lost.join('、')}年均值`, `annual means of ${lost.join(', ')} are missing`));
  return outcome(
    'met',
    say(
      `SO2、NO2、PM10、PM2.5均符合目标${quote(asked.words)}`,
      `SO2, NO2, PM10 and PM2.5 are within the limits of ${quote(asked.words)}`,
    ),
  );
}

function pollutantOf(name: string): string {
  return [...AIR_LIMITS.keys()].find((key) => name.includes(key)) ?? name;
}

function judgeGradeOfAir(asked: AirQuality, facts: Facts): Outcome {
  return judgeGrade({ kind: 'grade', scale: 'number', level: 1, words: asked.words }, facts);
}

// ---- plan, rank ----------------------------------------------------------------------------------------------------

/** 520 in the plan's column, where the target says that it is a limit. */
function withSign(sign: '≥' | '≤', text: string): string {
  return /^\s*\d/.test(text) ? sign + text.trim() : text;
}

function judgePlan(asked: Plan, facts: Facts): Outcome {
  const { plan, actual } = facts;
  if (plan === null || actual.kind !== 'amounts') return judgeStandard(asked, facts);
  if (readValue(plan).kind === 'none')
    return outcome('missing', say('缺规划值，不能比较', 'the plan value is missing'));
  const context = {
    indicator: facts.indicator,
    unit: facts.unit?.id ?? null,
    remark: null,
    profile: 'city',
    targetYear: null,
  } as const;
  const { condition } = readTarget(asked.sign === null ? plan.text : withSign(asked.sign, plan.text), context);
  if (condition === null || condition.kind === 'plan') return unsure(asked.words);
  return evaluate(condition, facts);
}

/** 第十一名, 并列第二; 第一梯队 and 第一批 are no places. */
const ORDINAL = /第(\d{1,4}|[零一二三四五六七八九十百千]{1,7})(?:名|位|(?![\u4e00-\u9fff\d]))/g;

/** 倒数第2名, 争取第2名, 上年第2名. */
const NOT_OUR_PLACE =
  /倒数|末位|[不未没拟曾原将应若]|预计|预期|预测|计划|目标|争取|力争|有望|可能|接近|上年|去年|往年|上次|上季|上月/;

function judgeRank(asked: Rank, facts: Facts): Outcome {
  const words = printCondition(asked);
  const { actual } = facts;
  const [ordinal, ...others] = [...actual.text.matchAll(ORDINAL)];
  if (NOT_OUR_PLACE.test(actual.text)) return unsure(words);
  const plain = /排名|位次|名次/.test(facts.indicator) ? /^(\d{1,4})(?:名|位)?$/.exec(actual.text) : null;
  const rank = chineseNumber((ordinal ?? plain)?.[1] ?? '');
  // 第2名, where last year it was 第5名: which of them counts is for a person.
  if (rank === null || others.length > 0 || actual.kind === 'odd') return unsure(words);
  return rank <= asked.within ? asAsked(words) : notAsAsked(words);
}

// ---- trees ---------------------------------------------------------------------------------------------------------

function laterCaveat(later: Due['terms']): readonly Outcome['finding'][] {
  return later.map(({ year, condition }) =>
    say(`${year}年目标：${printCondition(condition)}`, `target for ${year}: ${cite(printCondition(condition))}`),
  );
}

const YEAR_UNKNOWN = say('请注明数据年份', "please state the data's year");

const DATED =
  /(?:截至|截止|已?于|至|到)?((?:19|20)\d{2})年(?:(1?\d)月(?:\d{1,2}日|份)?)?(?:底|末|初|中旬|上旬|下旬)?(?:前|之前)?/;

function inWords(year: number, month: number | undefined): Sentence {
  return month === undefined ? say(`${year}年`, `${year}`) : say(`${year}年${month}月`, `${year}-${month}`);
}

/** 2022年底前建成 against 2023年建成: when it was done is held against when it was due. null: no such question. */
function judgeDeadline({ year, month, condition }: DueTerm, facts: Facts): Outcome | null {
  const { text, kind } = facts.actual;
  if (condition.kind !== 'presence' || !condition.isWanted || condition.verb === null || kind === 'none') return null;
  const due = inWords(year, month);
  const undated = say(`未注明完成时间是否在${due.zh}前，需人工判定`, `it is not said whether it was done by ${due.en}`);
  const date = DATED.exec(text);
  if (date === null) {
    const isLate = facts.actualYear !== null && facts.actualYear > year;
    return isLate && evaluate(condition, facts).state === 'met' ? outcome('review', undated) : null;
  }
  const rest = text.replace(date[0], '');
  const isDone = answerToWanted(rest, condition, facts.indicator + condition.words) === 'yes';
  if (!isDone || /\d{4}年/.test(rest)) return null;
  const doneYear = Number(date[1]);
  const doneMonth = date[2] === undefined ? undefined : Number(date[2]);
  const done = inWords(doneYear, doneMonth);
  if (facts.actualYear !== null && doneYear > facts.actualYear) return outcome('review', undated);
  if (doneYear === year && month !== undefined && doneMonth === undefined && month < 12)
    return outcome('review', undated);
  if (doneYear < year || (doneYear === year && (doneMonth ?? 0) <= (month ?? 12)))
    return outcome('met', say(`${done.zh}完成，未超过期限${due.zh}`, `done in ${done.en}, due by ${due.en}`));
  return outcome('unmet', say(`${done.zh}完成，晚于期限${due.zh}`, `done in ${done.en}, later than due (${due.en})`));
}

function judgeDue(due: Due, facts: Facts): Outcome {
  const { actualYear } = facts;
  const [only, ...others] = due.terms;
  const deadline = only === undefined || others.length > 0 ? null : judgeDeadline(only, facts);
  if (deadline !== null) return deadline;
  if (actualYear === null) return judgeUndated(due, facts);
  const counting = due.terms.filter(({ year }) => year <= actualYear);
  const later = due.terms.filter(({ year }) => year > actualYear);
  const term = counting[counting.length - 1];
  if (term) {
    const result = evaluate(term.condition, facts);
    return { ...result, caveats: [...result.caveats, ...laterCaveat(later)] };
  }
  const [next, ...rest] = later;
  if (next === undefined) return outcome('review', say('目标未写内容', 'the target is empty'));
  const result = evaluate(next.condition, facts);
  const caveats = [...result.caveats, ...laterCaveat(rest)];
  if (result.state !== 'unmet') return { ...result, caveats };
  const brief = say(`${result.brief.zh}（${next.year}年到期）`, `${result.brief.en} (due in ${next.year})`);
  return { ...result, state: 'pending', finding: FINDINGS.notYetDue(next.year, result.finding), brief, caveats };
}

/** The year of the value is not known: it matters only where the verdict hangs on it. */
function judgeUndated(due: Due, facts: Facts): Outcome {
  const results = due.terms.map((term) => evaluate(term.condition, facts));
  const [first] = results;
  if (first === undefined) return outcome('review', say('目标未写内容', 'the target is empty'));
  const states = new Set(results.map(({ state }) => state));
  const caveats = [...first.caveats, YEAR_UNKNOWN];
  const settled = states.size === 1 && !states.has('unmet') ? results[results.length - 1] : undefined;
  if (settled) return { ...settled, caveats };
  const failing = results.find(({ state }) => state === 'unmet') ?? first;
  const finding = say(
    `${failing.finding.zh}，因数据年份不明，是否到期需人工判定`,
    `${failing.finding.en}; the data's year is not known, so whether it is due is for a person to say`,
  );
  return outcome('review', finding, { caveats });
}

/** Parts that are about different things, judged on one figure that names none of them. */
function isUnattributed(group: Group, facts: Facts): boolean {
  const { actual } = facts;
  if (group.kind !== 'all' || actual.kind !== 'amounts' || actual.amounts.length > 1) return false;
  const parts = group.parts.flatMap((part) => (part.kind === 'threshold' || part.kind === 'range' ? [part] : []));
  const subjects = new Set(parts.map(({ subject }) => subject));
  const goals = new Set(parts.map((part) => printCondition({ ...part, subject: null })));
  return parts.length === group.parts.length && subjects.size > 1 && goals.size > 1;
}

const UNATTRIBUTED = say(
  '目标分项提出，实际值未分项，需人工判定',
  'the target is set for several things, the value is one figure',
);

/** What one figure cannot tell of a named thing is open; that it fails everywhere is plain. */
function judgeUnattributed(group: Group, parts: readonly Outcome[]): Outcome {
  const failsAll = parts.every(({ state }) => state === 'unmet');
  const own = group.parts.findIndex((part) => 'subject' in part && part.subject === null);
  const whole = parts[own];
  return failsAll ? allOf(parts) : whole?.state === 'unmet' ? whole : outcome('review', UNATTRIBUTED);
}

/** 100%、92%、68% against 分别100%、90%、70%: as many figures as things, none named, so one for each in turn. */
function judgeInTurn(group: Group, facts: Facts): Outcome | null {
  const { actual } = facts;
  if (group.kind !== 'all' || actual.kind !== 'amounts' || actual.amounts.length !== group.parts.length) return null;
  const areNamed = group.parts.every((part) => 'subject' in part && part.subject !== null);
  if (!areNamed || actual.amounts.length < 2 || actual.amounts.some(({ name }) => name !== null)) return null;
  const parts = group.parts.map((part, index) =>
    evaluate(part, { ...facts, actual: { ...actual, amounts: actual.amounts.slice(index, index + 1) } }),
  );
  const result = allOf(parts);
  return { ...result, caveats: [...result.caveats, say('按目标的顺序逐项对应', "matched in the target's order")] };
}

function judgeGroup(group: Group, facts: Facts): Outcome {
  const inTurn = judgeInTurn(group, facts);
  if (inTurn !== null) return inTurn;
  const parts = group.parts.map((part) => evaluate(part, facts));
  if (group.kind === 'any') return anyOf(parts);
  return isUnattributed(group, facts) ? judgeUnattributed(group, parts) : allOf(parts);
}

/** One condition (or a tree) against the facts. Never throws. */
export function evaluate(condition: Condition, facts: Facts): Outcome {
  switch (condition.kind) {
    case 'threshold':
    case 'range':
      return judgeNumeric(condition, facts);
    case 'trend':
    case 'softTrend':
    case 'comparison':
    case 'change':
      return judgeOverYears(condition, facts);
    case 'presence':
      return judgePresence(condition, facts);
    case 'grade':
      return judgeGrade(condition, facts);
    case 'standard':
      return judgeStandard(condition, facts);
    case 'airQuality':
      return judgeAir(condition, facts);
    case 'plan':
      return judgePlan(condition, facts);
    case 'rank':
      return judgeRank(condition, facts);
    case 'due':
      return judgeDue(condition, facts);
    case 'any':
    case 'all':
      return judgeGroup(condition, facts);
    case 'bare':
      return unsure(printCondition(condition));
    case 'unreadable':
      return outcome('review', condition.why);
  }
}

function judgeOverYears(
  condition: Extract<Condition, { kind: 'trend' | 'softTrend' | 'comparison' | 'change' }>,
  facts: Facts,
): Outcome {
  const words = printCondition(condition);
  if (facts.actual.kind === 'words') {
    if (claimOf(facts.actual.text) === false) return outcome('unmet', FINDINGS.failed(words));
    return outcome(
      'review',
      say(
        `不是数值，是否${words}需人工判定`,
        `the value is not a number; whether ${quote(words)} holds is for a person to say`,
      ),
    );
  }
  switch (condition.kind) {
    case 'trend':
      return judgeTrend(condition, facts, words);
    case 'softTrend':
      return judgeSoftTrend(condition, facts, words);
    case 'comparison':
      return judgeComparison(condition, facts, words);
    case 'change':
      return judgeChange(condition, facts, words);
  }
}
