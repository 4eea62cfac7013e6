// Owns one condition against the facts of a row: which judge answers for which kind. Joins and-or trees, due years.
import { chineseNumber } from '../text/numerals';
import { cite, quote, type Sentence } from '../text/sentence';
import { printCondition } from '../target/print';
import { readTarget } from '../target/read';
import type { Condition, Due, DueTerm, Group, Plan, Rank } from '../target/target';
import { readValue } from '../value/read';
import { answerToWanted, claimOf } from './answers';
import type { Facts } from './facts';
import { allOf, anyOf, outcome, type Outcome } from './outcome';
import { FINDINGS, say } from './reason';
import { judgeChange } from './change';
import { judgeComparison } from './comparison';
import { judgeSoftTrend, judgeTrend } from './series';
import { judgeNumeric, noneAsZero } from './figures';
import { asAsked, notAsAsked, unsure, judgePresence, judgeGrade, judgeStandard } from './words';
import { asksOfAir, judgeAir } from './air';

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
  '目标分项提出，实际值未按项列明，需人工判定',
  'the target is set for several things, the value does not say which; it is for a person to judge',
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
  if (group.kind !== 'all' || actual.kind !== 'amounts' || actual.amounts.length < 2) return null;
  const areNamed = group.parts.every((part) => 'subject' in part && part.subject !== null);
  if (!areNamed || actual.amounts.some(({ name }) => name !== null)) return null;
  if (actual.amounts.length !== group.parts.length) return outcome('review', UNATTRIBUTED);
  const parts = group.parts.map((part, index) =>
    evaluate(part, { ...facts, actual: { ...actual, amounts: actual.amounts.slice(index, index + 1) } }),
  );
  const result = allOf(parts);
  return { ...result, caveats: [...result.caveats, say('按目标的顺序逐项对应', "matched in the target's order")] };
}

/** ≥300天或持续改善: where the name does not tell which way is better, the sign beside it does. */
function withDirection(group: Group, facts: Facts): Facts {
  const sign = facts.better === null ? group.parts.find((part) => part.kind === 'threshold')?.sign : undefined;
  return sign === undefined || sign === '=' ? facts : { ...facts, better: /[≥>]/.test(sign) ? 'up' : 'down' };
}

function judgeGroup(group: Group, facts: Facts): Outcome {
  const inTurn = judgeInTurn(group, facts);
  if (inTurn !== null) return inTurn;
  if (group.kind === 'any') return anyOf(group.parts.map((part) => evaluate(part, withDirection(group, facts))));
  const parts = group.parts.map((part) => evaluate(part, facts));
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
      return asksOfAir(condition.words, facts) ? judgeAir(condition, facts) : judgeGrade(condition, facts);
    case 'standard':
      return asksOfAir(condition.words, facts) ? judgeAir(condition, facts) : judgeStandard(condition, facts);
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
  const none = noneAsZero(facts);
  if (none !== null) {
    const result = judgeOverYears(condition, none.facts);
    return { ...result, caveats: [...result.caveats, none.caveat] };
  }
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
