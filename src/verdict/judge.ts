// Owns the verdict on one row: what comes before the tree (not applicable, impossible, no target, no value), the tree,
// and the sentence. Pure; never throws; never changes the row.
import { leavesOf, readTarget } from '../target/read';
import { printCondition } from '../target/print';
import type { Condition, TargetReading } from '../target/target';
import { cite, quote, type Sentence } from '../text/sentence';
import { PERCENT, type Unit } from '../text/units';
import type { ValueReading } from '../value/value';
import { evaluate } from './evaluate';
import { gatherFacts, type Facts, type JudgeContext, type JudgeRow } from './facts';
import type { Judgement, Verdict } from './judgement';
import { asShare, impossibleAmount, isTwoFaced } from './numbers';
import { outcome, type Outcome } from './outcome';
import { amountText, say } from './reason';

export type { JudgeContext, JudgeRow } from './facts';

interface Finding {
  readonly verdict: Verdict;
  readonly reason: Sentence;
  readonly gap?: number | null;
  readonly unit?: Unit | null;
  readonly caveats?: readonly Sentence[];
}

function size(condition: Condition | null): { readonly unit: Unit | null; readonly value: number } | null {
  for (const leaf of condition === null ? [] : leavesOf(condition)) {
    if (leaf.kind === 'threshold' || leaf.kind === 'bare') return { unit: leaf.unit, value: leaf.value };
    if (leaf.kind === 'range') return { unit: leaf.unit, value: leaf.high };
  }
  return null;
}

interface Shown {
  /** For the reason: `实际 88.5%`. */
  readonly text: string;
  readonly value: number | null;
  readonly unit: string | null;
  /** The unit the target is in. */
  readonly asked: Unit | null;
}

/** The actual as it was read, in the unit it was read in. */
function showActual(actual: ValueReading, condition: Condition | null, facts: Facts): Shown {
  const [amount] = actual.kind === 'amounts' && actual.amounts.length === 1 ? actual.amounts : [];
  const limit = size(condition);
  const asked = limit?.unit ?? facts.unit;
  if (amount === undefined) return { text: actual.raw.replace(/\s+/g, ' ').trim(), value: null, unit: null, asked };
  const unit = amount.unit ?? asked;
  const text = amount.unit === null && unit !== null && /\d$/.test(amount.text) ? amount.text + unit.id : amount.text;
  if (amount.low !== amount.high) return { text, value: null, unit: unit?.id ?? null, asked };
  if (limit !== null && isTwoFaced(amount, asked, limit.value)) {
    const share = asShare(amount);
    return { text: amountText(share.low, PERCENT), value: share.low, unit: '%', asked };
  }
  return { text, value: amount.low, unit: unit?.id ?? null, asked };
}

function noValue(actual: ValueReading, condition: Condition): Finding {
  const words = actual.kind === 'none' && actual.words !== '' ? actual.words : null;
  const zh = words === null ? '未填实际值' : `实际值为${quote(words)}，暂无数据`;
  const en = words === null ? 'no actual value' : `the actual value is ${quote(words)}, no data yet`;
  if (condition.kind === 'unreadable')
    return { verdict: 'missing', reason: say(`${zh}；${condition.why.zh}`, `${en}; ${condition.why.en}`) };
  const target = printCondition(condition);
  return { verdict: 'missing', reason: say(`${zh}，目标 ${target}`, `${en}; the target is ${cite(target)}`) };
}

function findVerdict(reading: TargetReading, facts: Facts, shown: Shown): Finding {
  const { condition, notApplicable, impossible } = reading;
  if (notApplicable) return { verdict: 'notApplicable', reason: notApplicable };
  if (condition === null)
    return { verdict: 'review', reason: say('无目标值，需人工判定', 'no target; for a person to judge') };
  const { actual } = facts;
  if (actual.kind === 'amounts') {
    const odd = impossibleAmount(actual.amounts, shown.asked, facts);
    if (odd) return { verdict: odd.state, reason: withActual(shown.text, odd.finding) };
  }
  if (impossible) return { verdict: 'review', reason: impossible };
  if (actual.kind === 'none') return noValue(actual, condition);
  const known = asWords(facts, condition);
  if (known.actual.kind === 'odd') return { verdict: 'review', reason: known.actual.why };
  const result = heedClaim(evaluate(condition, known), actual);
  const hasGap = result.state === 'unmet' || result.state === 'pending';
  return {
    verdict: result.state,
    reason: withActual(shown.text, result.finding),
    gap: hasGap ? result.gap : null,
    unit: result.unit ?? (hasGap ? null : shown.asked),
    caveats: result.caveats,
  };
}

const IN_WORDS: ReadonlySet<Condition['kind']> = new Set(['presence', 'grade', 'standard']);

/** 有3部条例: the figure is not plain, the answer to 有 is. */
function asWords(facts: Facts, condition: Condition): Facts {
  const { actual } = facts;
  const asked = condition.kind === 'due' ? condition.terms.map((term) => term.condition) : [condition];
  if (actual.kind !== 'odd' || actual.isUnclear !== true || asked.some(({ kind }) => !IN_WORDS.has(kind))) return facts;
  return { ...facts, actual: { kind: 'words', raw: actual.raw, text: actual.text, caveats: actual.caveats } };
}

/** A figure that passes, in a cell that says it fails: for a person. */
function heedClaim(result: Outcome, actual: ValueReading): Outcome {
  if (result.state !== 'met' || actual.kind !== 'amounts' || actual.claim !== false) return result;
  return outcome(
    'review',
    say('数值达到目标，但注明未达标，请核对', 'the figure reaches the target, yet the cell says it does not'),
  );
}

function withActual(text: string, finding: Sentence): Sentence {
  return say(`实际 ${text}，${finding.zh}`, `Actual ${cite(text)}: ${finding.en}`);
}

function actualOf({ actual }: Facts, { value, unit }: Shown): Judgement['actual'] {
  return actual.kind === 'none' && actual.words === '' ? null : { raw: actual.raw, value, unit };
}

/** What the national standard knows of the row that the clerk should hear of. */
function standardCaveats(facts: Facts, context: JudgeContext, reading: TargetReading): readonly Sentence[] {
  if (context.profile !== 'county') return [];
  const { national } = facts;
  if (national === null || national.county !== null || reading.notApplicable) return [];
  return [say('国家标准中县级不考核此项', 'the national standard does not judge counties by this indicator')];
}

function unique(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.length < 2 ? sentences : [...new Map(sentences.map((sentence) => [sentence.zh, sentence])).values()];
}

/** The verdict on one row, with its reason, gap and caveats. Total: any row has one. */
export function judgeRow(row: JudgeRow, context: JudgeContext): Judgement {
  const { profile, targetYear } = context;
  const { indicator, unit, remark } = row;
  const isBlank = row.target.trim() === '';
  const planText = isBlank && row.plan !== null ? row.plan.text : '';
  const reading = readTarget(isBlank ? planText : row.target, { indicator, unit, remark, profile, targetYear });
  const facts = gatherFacts(row, context, reading.insteadOf ?? indicator);
  const shown = showActual(facts.actual, reading.condition, facts);
  const finding = findVerdict(reading, facts, shown);
  const isValued = facts.actual.kind !== 'none';
  const caveats = unique([
    ...reading.caveats,
    ...(isValued ? facts.actual.caveats : []),
    ...(finding.caveats ?? []),
    ...standardCaveats(facts, context, reading),
  ]);
  return {
    verdict: finding.verdict,
    reason: finding.reason,
    gap: finding.gap ?? null,
    unit: finding.unit?.id ?? null,
    caveats,
    target: { raw: row.target, normal: isBlank ? '' : reading.normal },
    actual: actualOf(facts, shown),
  };
}
