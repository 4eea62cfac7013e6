// Owns words in an actual value against what is asked in words: presence, grades, standards. What the words mean stands
// in answers.ts.
import { withStandardNames } from '../standard/standard-numbers';
import { cite, quote } from '../text/sentence';
import type { AirQuality, Grade, Plan, Presence, Standard } from '../target/target';
import type { Amount, Amounts } from '../value/value';
import { answerToAbsence, answerToWanted, claimAbout, claimOf, gradesOf, isDealing, type GradeAnswer } from './answers';
import { areCountsOnly } from './clauses';
import type { Facts } from './facts';
import { outcome, type Outcome } from './outcome';
import { say } from './reason';
import { partsOf } from './figures';

export function asAsked(words: string): Outcome {
  return outcome('met', say(`符合目标${quote(words)}`, `as the target ${quote(words)} asks`));
}

export function notAsAsked(words: string): Outcome {
  return outcome('unmet', say(`不符合目标${quote(words)}`, `not as the target ${quote(words)} asks`), {
    brief: say(`不符合${quote(words)}`, `not ${quote(words)}`),
  });
}

export function unsure(words: string): Outcome {
  return outcome(
    'review',
    say(
      `是否符合目标${quote(words)}需人工判定`,
      `whether it is as the target ${quote(words)} asks is for a person to say`,
    ),
  );
}

/** 1部（修订中） */
const DOUBTING_NOTE = /[(（][^()（）]*(?:中|起草|草案|征求意见|报批|拟|未|正在|废止|失效)[)）]/;
/** 基本消除, 基本达到全覆盖: how much is enough is not said. */
const LOOSE = /基本|大体|大致/;

export function judgePresence(asked: Presence, facts: Facts): Outcome {
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
  if (asked.isWanted && asked.verb === null && areCountsOnly(value.text)) return asAsked(asked.words);
  if (amount === undefined || value.amounts.length > 1 || amount.low !== amount.high) return answered(byWords, asked);
  const degree = DEGREE.exec(asked.words)?.[0];
  if (!asked.isWanted && degree !== undefined && amount.low > 0 && !(facts.indicator + value.text).includes(degree))
    return unsure(asked.words);
  if (!asked.isWanted && byWords === 'partly') return unsure(asked.words);
  if (!asked.isWanted && byWords === 'yes') return asAsked(asked.words);
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

/** 应签尽签: how many should be is not said, so a share of all decides only when it is the whole. */
const WHOLE_OF_SOME = /应.{1,4}尽/;

/** 全覆盖: a share must be the whole. */
function judgeWhole(amount: Amount, asked: Presence): Outcome {
  if (amount.unit?.id !== '%')
    return amount.unit === null && amount.low === 1 ? asAsked(asked.words) : unsure(asked.words);
  if (amount.low >= 100) return asAsked(asked.words);
  return WHOLE_OF_SOME.test(asked.words) ? unsure(asked.words) : notAsAsked(asked.words);
}

/** 鼠、蚊、蝇密度均达到C级: one that falls short fails. */
const ASKS_EACH = /均|都|分别|、/;

export function judgeGrade(asked: Grade, facts: Facts): Outcome {
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

export function judgeStandard(asked: Standard | Grade | AirQuality | Plan, facts: Facts): Outcome {
  const { actual } = facts;
  const known = facts.indicator + withStandardNames(asked.words);
  const claim = actual.kind === 'words' ? claimAbout(withStandardNames(actual.text), asked.words, known) : null;
  if (claim !== null) return claim ? asAsked(asked.words) : notAsAsked(asked.words);
  return unsure(asked.words);
}
