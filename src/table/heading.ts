// Owns reading one heading: its role by the vocabulary, its period, unit, city or county. Must not look at cells below it.
import { isUnit, plain } from './content';
import type { ColumnRole, Profile } from './table';
import {
  BASELINE,
  CITY,
  COUNTY,
  HEAD_WORDS,
  PERIOD_WORDS,
  REFERENCE,
  type HeadWord,
  type OtherSubject,
} from './vocabulary';

export interface Heading {
  /** As it stands, blanks removed, levels joined with `/`. */
  readonly text: string;
  readonly role: ColumnRole | null;
  readonly or: ColumnRole | null;
  readonly rank: number;
  readonly about: OtherSubject | null;
  /** The wording is in the vocabulary (a role, or known to have none). */
  readonly isKnown: boolean;
  readonly period: string | null;
  readonly year: number | null;
  /** Years back from the actual's, for 上年 and its like. */
  readonly back: number | null;
  /** Nothing but a period stands there: `2022年`. */
  readonly isPeriodOnly: boolean;
  /** Nothing but a part of a year: `一季度`, `6月`. */
  readonly isPartOfYear: boolean;
  readonly isBaseline: boolean;
  readonly unit: string | null;
  readonly profile: Profile | null;
  readonly lead: boolean;
  /** 1 for 一级指标 … 0 where no level is named. */
  readonly level: number;
}

export const NO_HEADING: Heading = {
  text: '',
  role: null,
  or: null,
  rank: 0,
  about: null,
  isKnown: false,
  period: null,
  year: null,
  back: null,
  isPeriodOnly: false,
  isPartOfYear: false,
  isBaseline: false,
  unit: null,
  profile: null,
  lead: false,
  level: 0,
};

const LONGEST_HEADING = 36;
const LONGEST_BEFORE_WORD = 14;
const ENDINGS = new Map<string, HeadWord>();
const WHOLES = new Map<string, HeadWord>();
for (const entry of HEAD_WORDS) {
  for (const word of entry.words.split(' ')) (entry.whole ? WHOLES : ENDINGS).set(word, entry);
}

const YEAR = /(?:19|20)\d{2}/;
const YEAR_PHRASE =
  /(截至|截止到?|到|至)?((?:19|20)\d{2})(年度|年)?(\d{1,2}[-~—至]\d{1,2}月份?|\d{1,2}月份?(\d{1,2}日)?|上半年|下半年|[一二三四1-4]季度|前[一二三]季度|全年)?(年?[底末初])?(为止)?/;
const SHORT_YEAR_PHRASE = /^(\d{2})年(度|底|末)?/;
const SUB_YEAR_PHRASE = /^(第?[一二三四1-4]季度|\d{1,2}月份?|上半年|下半年|\d{1,2}[-~—至]\d{1,2}月)/;
const FILLERS = /^(第?["“]?十[三四五六]五["”]?(时期|末|期间|规划)?|我[省市区县]|本[省市区县]|末|底|的|年|度|期末)+/;
const VALUE_WORDS = /^(值|数|数值|数据|情况|水平|实绩|\(.*\))?$/;
const DOING = /^(达到|符合|满足|按照|执行|参照|落实|完成.{3,}|符)/;
/** `是否达到目标` asks; the cells below answer. */
const QUESTION = /^.{0,8}(是否|能否|可否)/;
const ANSWER: HeadWord = { role: null, rank: 2, about: 'result', words: '' };
const DECORATION = /^[*※△▲★☆①-⑨]+|[*※△▲★☆:：]+$/g;

const LAST_ONE = new Set(
  [...ENDINGS.keys(), ...WHOLES.keys(), '年', '度', '底', '末', '期', '均', '月', '止'].map((word) => word.slice(-1)),
);
const LAST_TWO = new Set([...ENDINGS.keys()].map((word) => word.slice(-2)));

/** A cheap look, for passing over data cells: false only where `readHeading` would not know the words either, or hardly. */
export function mayBeHeading(text: string): boolean {
  if (text.length > LONGEST_HEADING) return false;
  const last = text[text.length - 1] ?? '';
  if (/[\u4e00-\u9fff]/.test(last) && !LAST_ONE.has(last)) return false;
  if (/^[\d.,%]+$/.test(text)) return /^(19|20)\d\d$/.test(text);
  const bare = withoutBrackets(plain(text)).replace(DECORATION, '');
  if (/(19|20)\d\d/.test(bare)) return bare.length <= 16;
  return (
    LAST_TWO.has(bare.slice(-2)) ||
    WHOLES.has(bare) ||
    /^(.{0,2}(上年|去年|同期|上期|基期|前年)|近.{1,3}年|.{0,4}平均)/.test(bare)
  );
}

const cache = new Map<string, Heading>();
const CACHE_SIZE = 5000;

/** Reads a heading from its levels, top to bottom: `['完成情况', '2021年']`. */
export function readHeading(levels: readonly string[]): Heading {
  const key = levels.join('\n');
  const known = cache.get(key);
  if (known) return known;
  const heading = parseHeading(levels);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(key, heading);
  return heading;
}

function parseHeading(levels: readonly string[]): Heading {
  const written = levels.map((level) => level.replace(/[\s\u200b-\u200d\u2060]+/g, '')).filter((level) => level !== '');
  const text = written.join('/');
  if (text === '' || text.length > LONGEST_HEADING * 2 || /^列\d+$/.test(text)) return { ...NO_HEADING, text: '' };
  const levelsPlain = written.map((level) => plain(level).replace(DECORATION, ''));
  if (levelsPlain.some((level) => level.length > LONGEST_HEADING)) return { ...NO_HEADING, text };

  const outside = levelsPlain.map(withoutBrackets);
  if (outside.some((level) => /:./.test(level))) return { ...NO_HEADING, text };
  const inside = levelsPlain.flatMap(bracketed);
  const period = findPeriod([...outside].reverse()) ?? findPeriod(inside);
  const rests = outside.map((level) => withoutPeriod(level));
  const isQuestion = rests.some((rest) => QUESTION.test(rest));
  const word = isQuestion ? { entry: ANSWER, isWeak: false } : wordOf(rests, inside);
  const entry = word?.entry ?? null;
  const isReference = rests.some((rest) => REFERENCE.test(rest)) && !isHistoryWord(outside);
  const isPeriodOnly = period !== null && rests.every((rest) => VALUE_WORDS.test(rest));
  return {
    ...NO_HEADING,
    text,
    role: isReference ? 'reference' : (entry?.role ?? null),
    or: isReference ? null : (entry?.or ?? null),
    rank: isReference ? 3 : (entry?.rank ?? 0) - (word?.isWeak ? 0.5 : 0),
    about: entry?.about ?? null,
    isKnown: isReference || entry !== null,
    period: period?.text ?? null,
    year: period?.year ?? null,
    back: period?.back ?? null,
    isPeriodOnly,
    isPartOfYear: period === null && SUB_YEAR_PHRASE.test(outside[0] ?? '') && rests.every((rest) => rest === ''),
    isBaseline: levelsPlain.some((level) => BASELINE.test(level)),
    unit: inside.find((part) => isUnit(part)) ?? inside.map(labelledUnit).find((unit) => unit !== null) ?? null,
    profile: profileOf(outside) ?? profileOf(inside),
    lead: entry?.lead === true || levelsPlain.some((level) => /牵头|主责/.test(level)),
    level: levelOf(levelsPlain),
  };
}

function labelledUnit(part: string): string | null {
  const unit = /^单位[:：]?(.+)$/.exec(part)?.[1];
  return unit && isUnit(unit) ? unit : null;
}

function withoutBrackets(text: string): string {
  return text.replace(/[([〔【][^)\]〕】]*[)\]〕】]?/g, '');
}

function bracketed(text: string): string[] {
  return [...text.matchAll(/[([〔【]([^)\]〕】]+)/g)].map((match) => match[1] ?? '');
}

interface Period {
  readonly text: string;
  readonly year: number | null;
  readonly back: number | null;
}

function findPeriod(parts: readonly string[]): Period | null {
  for (const part of parts) {
    const period = periodOf(part);
    if (period) return period;
  }
  return null;
}

function periodOf(text: string): Period | null {
  const year = YEAR.exec(text)?.[0] ?? shortYear(text);
  for (const { form, back } of PERIOD_WORDS) {
    const word = form.exec(text)?.[0];
    if (word && (year === null || /平均|均值/.test(word))) return { text: word, year: null, back };
  }
  return year ? { text: year, year: Number(year), back: null } : null;
}

function shortYear(text: string): string | null {
  const digits = SHORT_YEAR_PHRASE.exec(text)?.[1];
  return digits ? `20${digits}` : null;
}

function isHistoryWord(parts: readonly string[]): boolean {
  return parts.some((part) => PERIOD_WORDS.some(({ form }) => form.test(part)));
}

function withoutPeriod(text: string): string {
  let rest = text;
  for (const { form } of PERIOD_WORDS) rest = rest.replace(form, '');
  return rest.replace(YEAR_PHRASE, '').replace(SHORT_YEAR_PHRASE, '').replace(SUB_YEAR_PHRASE, '').replace(FILLERS, '');
}

interface Word {
  readonly entry: HeadWord;
  /** Found at the beginning or by a level above, not as the heading's own end. */
  readonly isWeak: boolean;
}

function wordOf(rests: readonly string[], inside: readonly string[]): Word | null {
  const last = rests[rests.length - 1] ?? '';
  const joined = rests.join('');
  const own = WHOLES.get(last) ?? endingOf(joined) ?? listHead(last);
  if (own) return { entry: own, isWeak: false };
  for (const part of inside) {
    const entry = ENDINGS.get(part);
    if (entry && (entry.role === 'numerator' || entry.role === 'denominator')) return { entry, isWeak: false };
  }
  for (const rest of [...rests].reverse()) {
    const entry = WHOLES.get(rest) ?? endingOf(rest);
    if (entry) return { entry, isWeak: false };
  }
  const beginning = beginningOf(joined);
  return beginning ? { entry: beginning, isWeak: true } : null;
}

/** The longest ending that the vocabulary knows: `国家卫生城市评价指标` → `评价指标`. */
function endingOf(text: string): HeadWord | null {
  for (let start = 0; start < text.length; start += 1) {
    const entry = ENDINGS.get(text.slice(start)) ?? (start === 0 ? WHOLES.get(text) : undefined);
    if (!entry) continue;
    const before = text.slice(0, start);
    return before.length > LONGEST_BEFORE_WORD || DOING.test(before) ? null : entry;
  }
  return null;
}

/** `责任单位及责任人`, `目标值/要求`: the first of a list names the column. */
function listHead(text: string): HeadWord | null {
  const first = text.split(/[及和与、/或]/)[0] ?? '';
  return first !== text && first.length > 1 ? endingOf(first) : null;
}

function beginningOf(text: string): HeadWord | null {
  for (let end = text.length - 1; end >= 2; end -= 1) {
    const entry = ENDINGS.get(text.slice(0, end));
    if (entry) return text.length - end <= 6 ? entry : null;
  }
  return null;
}

function profileOf(parts: readonly string[]): Profile | null {
  for (const part of [...parts].reverse()) {
    if (COUNTY.test(part)) return 'county';
    if (CITY.test(part)) return 'city';
  }
  return null;
}

function levelOf(levels: readonly string[]): number {
  for (const level of levels) {
    const match = /([一二三四1-4])级指标/.exec(level)?.[1];
    if (match) return '一二三四'.includes(match) ? '一二三四'.indexOf(match) + 1 : Number(match);
  }
  return 0;
}
