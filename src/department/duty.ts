// Owns words of duty: `牵头单位：`, `…负责`, `（配合）`, tails such as `按职责分工负责`. Finds and takes off; decides no role.
import { endsAsName, longestFirst } from './name';
import {
  ADVERBS,
  AND_SO_ON_WORDS,
  DUTY_WORDS,
  LABEL_NOUNS,
  LABEL_QUALIFIERS,
  PERSON_LABELS,
  TAIL_STARTS,
} from './vocabulary';
import type { Duty } from './vocabulary';

const anyOf = (words: readonly string[]): string =>
  longestFirst([...new Set(words)])
    .map((word) => word.replace(/[()]/gu, '\\$&'))
    .join('|');
const duties = anyOf(DUTY_WORDS.map(({ word }) => word));
const dutyOf = new Map(DUTY_WORDS.map(({ word, duty }) => [word, duty]));
const firstDuty = (text: string): Duty | null => {
  const found = new RegExp(duties, 'u').exec(text);
  return found === null ? null : (dutyOf.get(found[0]) ?? null);
};

const labelWords = `(?:${anyOf(LABEL_QUALIFIERS)}){0,2}(?:${duties}){1,2}`;
const nouns = anyOf(LABEL_NOUNS);
const withColon = new RegExp(`(?:(?:${labelWords})(?:${nouns})?|${anyOf(PERSON_LABELS)})\\s*[:：]`, 'uy');
const withDash = new RegExp(`^${labelWords}(?:${nouns})?\\s*[-–—]+`, 'u');
const withoutColon = new RegExp(`^${labelWords}(?:${nouns})(?:为|是)?`, 'u');
const personLabel = new RegExp(`^(?:${anyOf(PERSON_LABELS)})\\s*[:：]`, 'u');

/** Length of a label with its colon that stands at `index`; 0 when none does. */
export const labelLength = (text: string, index: number): number => {
  withColon.lastIndex = index;
  return withColon.exec(text)?.[0].length ?? 0;
};

export interface Label {
  readonly duty: Duty | null;
  readonly isPerson: boolean;
  /** A colon or a dash says that it is one. */
  readonly isMarked: boolean;
  /** What stands behind the label. */
  readonly rest: string;
}

/** The label a text begins with: `牵头单位：区卫健局`, `责任部门区卫健局`; null when it begins with none. */
export const readLabel = (text: string): Label | null => {
  const length = labelLength(text, 0) || (withDash.exec(text)?.[0].length ?? 0);
  if (length > 0) {
    const isPerson = personLabel.test(text);
    return {
      duty: isPerson ? null : firstDuty(text.slice(0, length)),
      isPerson,
      isMarked: true,
      rest: text.slice(length).trim(),
    };
  }
  const found = withoutColon.exec(text)?.[0];
  return found === undefined
    ? null
    : { duty: firstDuty(found), isPerson: false, isMarked: false, rest: text.slice(found.length).trim() };
};

const onlyDutyWords = new RegExp(
  `^(?:${anyOf(['以上', '抓总', '工作', ...LABEL_QUALIFIERS, ...ADVERBS, ...LABEL_NOUNS, ...DUTY_WORDS.map(({ word }) => word)])}){1,6}$`,
  'u',
);
/** A text of nothing but duty words (`共同牵头`, `配合单位`): the first one's duty; else null. */
export const loneDuty = (text: string): Duty | null => (onlyDutyWords.test(text) ? firstDuty(text) : null);

export interface Phrase {
  /** '' when the text is duty words only. */
  readonly name: string;
  readonly duty: Duty | null;
  /** What the duty is about (`负责宣传`): '' when nothing is said. */
  readonly object: string;
}

const tailStarts = new RegExp(anyOf(TAIL_STARTS), 'u');
const closedDuty = new RegExp(anyOf(DUTY_WORDS.filter(({ open }) => open !== true).map(({ word }) => word)), 'u');
const openDutyAtEnd = new RegExp(
  `(?:${anyOf(DUTY_WORDS.filter(({ open }) => open === true).map(({ word }) => word))}){1,2}(?:工作)?$`,
  'u',
);
const adverbsAtEnd = new RegExp(`(?:${anyOf(ADVERBS)}){1,3}$`, 'u');
const wordsAtStart = new RegExp(
  `^(?:${anyOf([...ADVERBS, ...DUTY_WORDS.map(({ word }) => word), '抓总', '组织', '工作', '好'])}){0,4}`,
  'u',
);
const andSoOnRest = new RegExp(`^(?:\\d|[一二三四五六七八九十]|${anyOf(AND_SO_ON_WORDS)}){0,6}$`, 'u');

/** `物业办等部门` → `物业办`. */
const withoutAndSoOn = (name: string): string => {
  const at = name.lastIndexOf('等');
  return at >= 0 && andSoOnRest.test(name.slice(at + 1)) ? name.slice(0, at) : name;
};
const nameBefore = (text: string): string =>
  withoutAndSoOn(
    text
      .replace(/^[由以]/u, '')
      .replace(adverbsAtEnd, '')
      .trim(),
  );

/** Takes the duty words and tails off a text outside brackets: `区卫健局牵头负责` → 区卫健局, lead. */
export const readPhrase = (text: string): Phrase => {
  const tail = tailStarts.exec(text);
  if (tail !== null) {
    const rest = readPhrase(text.slice(0, tail.index).trim());
    return { ...rest, duty: rest.duty ?? firstDuty(text.slice(tail.index)) };
  }
  const closed = closedDuty.exec(text);
  if (closed !== null) {
    const object = text.slice(closed.index + closed[0].length);
    return {
      name: nameBefore(text.slice(0, closed.index)),
      duty: dutyOf.get(closed[0]) ?? null,
      object: object.replace(wordsAtStart, '').trim(),
    };
  }
  const open = endsAsName(text) ? null : openDutyAtEnd.exec(text);
  if (open !== null) return { name: nameBefore(text.slice(0, open.index)), duty: firstDuty(open[0]), object: '' };
  return { name: withoutAndSoOn(text.trim()), duty: null, object: '' };
};
