// Owns a value against another figure (不低于上年, 低于全国平均), and a move that the cell states itself. Knows no amounts of change.
import type { Better } from '../standard/national-2021';
import { quote, type Sentence } from '../text/sentence';
import { printBase } from '../target/print';
import type { Base, Comparison } from '../target/target';
import type { ChangeValue } from '../value/value';
import type { Facts } from './facts';
import { judgeAmount, type Goal } from './numbers';
import { outcome, type Outcome } from './outcome';
import { distanceText, say } from './reason';
import { inEnglish, figureText, unclear, isOutcome, NO_DIRECTION } from './told';
import { referenceOf, aligned } from './reference';

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
export function isSameBase(base: Base, value: ChangeValue, { actualYear }: Facts): boolean {
  const lastYear = actualYear === null ? null : actualYear - 1;
  if (base.kind === 'span') return value.year === null && saysSpan(value.raw, base.name);
  if (OVER_YEARS.test(value.raw)) return false;
  if (base.kind === 'previous') return value.year === null || value.year === lastYear;
  return isBaseTaken(base, value) || (base.kind === 'year' && (value.year ?? lastYear) === base.year);
}

export function withBaseCaveat(result: Outcome, base: Base, value: ChangeValue): Outcome {
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
