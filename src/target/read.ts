// Owns how a target cell becomes a tree of conditions: profile, years, brackets, 或 / 且, then one form a clause.
// Must not see any value. Never throws; what is not understood is an `unreadable` leaf that names the words.
import { betterDirection } from '../standard/direction';
import { impossibility } from '../standard/limits';
import { nationalIndicator, type Better } from '../standard/national-2021';
import { remembered } from '../text/memory';
import { normalise } from '../text/normalise';
import { withArabicNumerals } from '../text/numerals';
import { cite, quote, type Sentence } from '../text/sentence';
import { readUnit, type Unit } from '../text/units';
import { EACH_PLACE, readClause } from './forms';
import { printCondition } from './print';
import type { Bare, Condition, DueTerm, Group, Leaf, Sign, TargetReading, Unreadable } from './target';

export interface TargetContext {
  readonly indicator: string;
  /** The unit column's text; null when there is none. */
  readonly unit: string | null;
  readonly remark: string | null;
  readonly profile: 'city' | 'county';
  /** The year in the target column's heading; null when there is none. */
  readonly targetYear: number | null;
}

type Profile = TargetContext['profile'];

const NOT_UNDERSTOOD = (words: string): Sentence => ({
  zh: `目标${quote(words)}未能识别`,
  en: `the target ${quote(words)} was not understood`,
});

function unreadable(words: string, why: Sentence = NOT_UNDERSTOOD(words)): Unreadable {
  return { kind: 'unreadable', words, why };
}

// ---- brackets ------------------------------------------------------------------------------------------------------

interface Clause {
  readonly text: string;
  readonly due: number | null;
  readonly profile: Profile | null;
  readonly unit: Unit | null;
  readonly isInclusive: boolean | null;
  readonly notes: readonly string[];
  /** A condition for the other profile, written inside a bracket: ≥90%（县≥85%）. */
  readonly other: { readonly profile: Profile; readonly text: string } | null;
}

const PROFILE_WORDS: readonly { readonly profile: Profile; readonly pattern: RegExp }[] = [
  {
    profile: 'county',
    pattern: /^(?:国家卫生县城?|县级市|县城|县级|县域|县市|县区|县|乡村县)(?:目标值?|标准|指标)?(?:为|:)?/,
  },
  {
    profile: 'city',
    pattern:
      /^(?:设区市|设区的市|设市城市|地级市|地级以上城市|地级及以上城市|国家卫生城市|城市|地市|市级|市|直辖市)(?:目标值?|标准|指标)?(?:为|:)?/,
  },
];
/** After a profile's name: what shows that a condition follows and the name is not part of a longer one (县域医共体…). */
const CONDITION_HEAD = /^(?:[≥≤<>=?]|\d|不|达|至少|超过|高于|低于|少于|控制|逐年|持续|有$|无$|应|需)/;

const DUE_YEAR =
  /^(?:到|至|截至|截止)?(20\d{2})(?:年|\.)?(?:底|末|年底|年末|1?\d月底?)?(?:前|之前|以前)?(?:目标值?|完成|达到|规划值?|规划目标|达标|实现|为止)?$/;
const PLAN_PERIOD: ReadonlyMap<string, number> = new Map([
  ['十三五', 2020],
  ['十四五', 2025],
  ['十五五', 2030],
]);
const DUE_PERIOD = /^(?:到|至)?["“]?(十[三四五]五)["”]?(?:规划)?(?:期?末|末期|期间|时期)?(?:目标值?)?$/;
const INCLUSIVE = /^(?:含|包含|包括)(?:本数|本级|该数)?[\d.%‰]*$/;
const EXCLUSIVE = /^不(?:含|包含|包括)(?:本数|本级|该数)?[\d.%‰]*$/;

function dueOf(text: string): number | null {
  const year = DUE_YEAR.exec(text)?.[1];
  if (year !== undefined) return Number(year);
  return PLAN_PERIOD.get(DUE_PERIOD.exec(text)?.[1] ?? '') ?? null;
}

function profileOf(text: string): { profile: Profile; rest: string } | null {
  for (const { profile, pattern } of PROFILE_WORDS) {
    const match = pattern.exec(text);
    if (match) return { profile, rest: text.slice(match[0].length) };
  }
  return null;
}

function readBracket(content: string): Partial<Clause> {
  const due = dueOf(content);
  if (due !== null) return { due };
  const profile = profileOf(content.replace(/^(?:仅)?(?:适用于?|限|指)/, ''));
  if (profile?.rest === '') return { profile: profile.profile };
  if (profile && CONDITION_HEAD.test(profile.rest)) return { other: { profile: profile.profile, text: profile.rest } };
  const unit = readUnit(content);
  if (unit) return { unit };
  if (INCLUSIVE.test(content)) return { isInclusive: true, notes: [content] };
  return EXCLUSIVE.test(content) ? { isInclusive: false, notes: [content] } : { notes: [content] };
}

const BRACKET = /\(([^()]*)\)/g;

function takeBrackets(text: string): Clause {
  let clause: Clause = { text, due: null, profile: null, unit: null, isInclusive: null, notes: [], other: null };
  if (!text.includes('(')) return clause;
  const bare = text.replace(BRACKET, (whole, content: string, at: number) => {
    if (content === '') return '';
    const follows = text.slice(at + whole.length);
    // Inside a name (专(兼)职, 执业(助理)医师) a bracket says nothing about the target.
    if (/^[\u4e00-\u9fff]/.test(follows) && /[\u4e00-\u9fff]$/.test(text.slice(0, at)) && readBracketIsNote(content))
      return '';
    const reading = readBracket(content);
    clause = { ...clause, ...reading, notes: [...clause.notes, ...(reading.notes ?? [])] };
    return '';
  });
  return { ...clause, text: bare };
}

function readBracketIsNote(content: string): boolean {
  const { notes, isInclusive } = readBracket(content);
  return notes !== undefined && isInclusive === undefined;
}

// ---- splitting -----------------------------------------------------------------------------------------------------

/** Pieces between separators that stand outside brackets and quotation marks. */
function splitOutside(text: string, separators: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if ('(《“[{'.includes(sign)) depth += 1;
    else if (')》”]}'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    separators.lastIndex = index;
    const match = separators.exec(text);
    if (match === null) continue;
    pieces.push(text.slice(start, index));
    index += match[0].length - 1;
    start = index + 1;
  }
  pieces.push(text.slice(start));
  return pieces;
}

const FIRM_AND = /[;。]|,?同时(?=.)|,?且|,?并且|,?并(?=[\d≥≤<>逐持稳不较达])/y;
const WEAK_AND = /[,、]|和(?=[^,、]*[\d≥≤])|及(?=[^,、以其]*[\d≥≤])/y;
const OR = /,?(?:或者|或)(?!以上|以下|更高|更低|等于|优于(?:$|[,;]))/y;

const DUE_PREFIX =
  /^(?:力争|争取|确保|计划|预计)?(?:到|至|截至|截止|自|从)?(?:(20\d{2})年|["“]?(十[三四五]五)["”]?(?:规划)?)(?:底|末|期末|末期|年底|年末|期间|时期|内|(1?\d)月(?:底|末)?|度|全年)?(?:前|之前|以前|起|开始|以后)?(?:目标值?|规划目标)?[,:为]?(?:力争|争取|确保|实现|应|要|需|须)?/;

interface DuePrefix {
  readonly year: number;
  readonly month: number | null;
  readonly rest: string;
}

function duePrefix(text: string): DuePrefix | null {
  const match = DUE_PREFIX.exec(text);
  if (match === null) return null;
  const year = match[1] === undefined ? PLAN_PERIOD.get(match[2] ?? '') : Number(match[1]);
  const month = match[3] === undefined ? null : Number(match[3]);
  return year === undefined ? null : { year, month, rest: text.slice(match[0].length) };
}

// ---- clauses -------------------------------------------------------------------------------------------------------

interface Notes {
  readonly notes: string[];
}

function withUnit(leaf: Leaf, unit: Unit | null): Leaf {
  if (unit === null || !('unit' in leaf) || leaf.unit !== null) return leaf;
  return { ...leaf, unit };
}

const STRICTER: ReadonlyMap<Sign, Sign> = new Map([
  ['≥', '>'],
  ['≤', '<'],
]);
const LOOSER: ReadonlyMap<Sign, Sign> = new Map([
  ['>', '≥'],
  ['<', '≤'],
]);

function withEnd(leaf: Leaf, isInclusive: boolean | null): Leaf {
  if (isInclusive === null || leaf.kind !== 'threshold') return leaf;
  return { ...leaf, sign: (isInclusive ? LOOSER : STRICTER).get(leaf.sign) ?? leaf.sign };
}

function all(parts: readonly Condition[]): Condition {
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: 'all', parts };
}

/** Several signs in one clause, each with its own thing: 城区≥90%农村≥80% (a line break lost). */
const BEFORE_SIGN = /(?<=[\d%‰万天名人个岁米贝时钟次下上内])(?=[^\d≥≤<>%‰]{0,12}[≥≤<>])/;

function readWords(words: string): Condition | null {
  const whole = readClause(words);
  if (whole !== null) return 'kind' in whole ? whole : all(whole);
  const pieces = words.split(BEFORE_SIGN);
  if (pieces.length < 2) return null;
  const parts = pieces.map((piece) => readClause(piece));
  const leaves = parts.flatMap((part) => (part === null ? [] : 'kind' in part ? [part] : part));
  return parts.includes(null) ? null : all(leaves);
}

/** Names with digits in them (PM2.5, GB 3095-2012): no amounts. A stand-in each while the clause is read. */
const DIGIT_NAME =
  /PM2\.5|PM10|SO2|NO2|O3|(?:GB|HJ|CJJ?|WS|DB\d{0,4}|JGJ)(?:\/[A-Z]{1,2})? ?\d[\d.]{0,9}(?:[-—]\d{4})?/g;
const STAND_INS = 0xe100;

function hideNames(text: string): { readonly text: string; readonly names: readonly string[] } {
  if (!/[A-Z]/.test(text)) return { text, names: [] };
  const names: string[] = [];
  const hidden = text.replace(DIGIT_NAME, (name) => String.fromCharCode(STAND_INS + names.push(name) - 1));
  return { text: hidden, names };
}

function showIn(text: string, names: readonly string[]): string {
  return text.replace(/[\ue100-\ue1ff]/g, (sign) => names[sign.charCodeAt(0) - STAND_INS] ?? sign);
}

function showNames(leaf: Leaf, names: readonly string[]): Leaf {
  if (names.length === 0) return leaf;
  if ('subject' in leaf && leaf.subject !== null) return { ...leaf, subject: showIn(leaf.subject, names) };
  return 'words' in leaf ? { ...leaf, words: showIn(leaf.words, names) } : leaf;
}

/** One clause: years, profile and notes off, then its form. */
function readPiece(text: string, log: Notes): Condition | null {
  const clause = takeBrackets(text);
  const prefix = duePrefix(clause.text);
  const words = (prefix?.rest ?? clause.text).replace(/^[:,]|[。;,.]+$/g, '');
  if (words === '') return null;
  const hidden = hideNames(words);
  const read = readWords(hidden.text);
  if (read === null) return null;
  log.notes.push(...clause.notes.filter((note) => !/^\d{1,2}$/.test(note)));
  const finished = mapLeaves(read, (leaf) =>
    withEnd(withUnit(showNames(leaf, hidden.names), clause.unit), clause.isInclusive),
  );
  const year = clause.due ?? prefix?.year ?? null;
  if (year === null) return finished;
  const month = clause.due === null ? (prefix?.month ?? null) : null;
  return { kind: 'due', terms: [{ year, ...(month === null ? {} : { month }), condition: finished }] };
}

export function mapLeaves(condition: Condition, change: (leaf: Leaf) => Condition): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { kind: condition.kind, parts: condition.parts.map((part) => mapLeaves(part, change)) };
    case 'due':
      return {
        kind: 'due',
        terms: condition.terms.map((term) => ({ ...term, condition: mapLeaves(term.condition, change) })),
      };
    default:
      return change(condition);
  }
}

export function leavesOf(condition: Condition): readonly Leaf[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(leavesOf);
    case 'due':
      return condition.terms.flatMap((term) => leavesOf(term.condition));
    default:
      return [condition];
  }
}

/** A goal beyond the goal: 力争15/10万. */
const STRETCH = /^(?:并)?(?:力争|争取)/;

type Reader = (text: string, log: Notes) => Condition | null;

/** A separator's pieces, each read; pieces that only begin a sentence (到2025年, 以县为单位) join the next. */
function readJoined(text: string, separators: RegExp, kind: Group['kind'], next: Reader, log: Notes): Condition | null {
  const pieces = splitOutside(text, separators).filter((piece) => piece !== '');
  if (pieces.length < 2) return next(pieces[0] ?? text, log);
  const own: Notes = { notes: [] };
  const parts: Condition[] = [];
  let held = '';
  for (const piece of pieces) {
    if (STRETCH.test(piece) && parts.length > 0 && kind === 'all') {
      own.notes.push(piece);
      continue;
    }
    const joined = held + piece;
    const part = next(joined, own);
    if (part === null) held = `${joined}、`;
    else {
      parts.push(part);
      held = '';
    }
  }
  const isFirm = kind === 'any' || separators !== WEAK_AND;
  const whole = held === '' && parts.length > 0 ? null : next(text, log);
  if (held !== '' && parts.length > 0 && whole === null && isFirm) parts.push(unreadable(held.replace(/、$/, '')));
  else if (held !== '' || parts.length === 0) return whole;
  log.notes.push(...own.notes);
  return joinParts(kind, parts, pieces.length);
}

function joinParts(kind: Group['kind'], parts: readonly Condition[], pieces: number): Condition {
  const due = parts.flatMap((part) => (part.kind === 'due' ? part.terms : []));
  if (parts.length > 1 && kind === 'all' && due.length === parts.length && hasOwnYears(due)) return dueList(due);
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return pieces > 1 ? { kind, parts } : all(parts);
}

function hasOwnYears(terms: readonly DueTerm[]): boolean {
  return new Set(terms.map((term) => term.year)).size === terms.length;
}

function dueList(terms: readonly DueTerm[]): Condition {
  return { kind: 'due', terms: [...terms].sort((a, b) => a.year - b.year) };
}

const readWeak: Reader = (text, log) => readJoined(text, WEAK_AND, 'all', readPiece, log);
const readTight: Reader = (text, log) => readJoined(text, /,?(?:并且|且)/y, 'all', readWeakOrWhole, log);
const readAlternatives: Reader = (text, log) => readJoined(text, OR, 'any', readTight, log);
const readSentence: Reader = (text, log) =>
  readJoined(text, text.includes('或') ? /[;。]|,?同时(?=.)/y : FIRM_AND, 'all', readAlternatives, log);

/** Whole first: a list of names with one condition (鼠、蚊、蝇密度达到C级) is one clause. */
function readWeakOrWhole(text: string, log: Notes): Condition | null {
  const trial: Notes = { notes: [] };
  const whole = readPiece(text, trial);
  const isListOfSigns = hasSeveral(SIGN, text) || hasSeveral(/20\d{2}年/g, text);
  if (whole !== null && !isListOfSigns && !isUncertainWhole(text, whole)) {
    log.notes.push(...trial.notes);
    return whole;
  }
  return readWeak(text, log) ?? whole;
}

/** A sign, or the words for one: 主干道16小时以上、街巷12小时以上. */
const SIGN =
  /[≥≤<>]|\d[^\d,、;岁]{0,6}(?:以上|以下|以内)|(?:不低于|不少于|不小于|不高于|不超过|不大于|至少|达到)(?=\d)/g;

function hasSeveral(pattern: RegExp, text: string): boolean {
  return (text.match(pattern) ?? []).length > 1;
}

/** A figure with its unit before a comma, inside what was read as a subject: a clause of its own. */
const FIGURE_AND_MORE = /\d[%‰]|\d[^\d,、和及以岁]{0,6}[,、]/;

function isUncertainWhole(text: string, whole: Condition): boolean {
  if (!/[,、和及]/.test(text)) return false;
  return leavesOf(whole).some(
    (leaf) => 'subject' in leaf && leaf.subject !== null && FIGURE_AND_MORE.test(leaf.subject),
  );
}

// ---- 分别 ----------------------------------------------------------------------------------------------------------

const RESPECTIVELY = /^(.{1,60}?)(?:,)?分别(.{1,80})$/;
const EACH_SUFFIX = /(?:及?以上|及?以下|以内)$/;

/** 到2023年底和2030年分别不低于24%和30%; 城区、农村分别达到90%以上、80%以上: lead and suffix hold for those without their own. */
function readRespectively(text: string, log: Notes): Condition | null {
  const match = RESPECTIVELY.exec(text);
  if (match === null) return null;
  const [, before = '', after = ''] = match;
  const lead = /^[^\d]{0,6}/.exec(after)?.[0] ?? '';
  const suffix = EACH_SUFFIX.exec(after)?.[0] ?? '';
  const amounts = after
    .replace(/及(?=以[上下])/g, '')
    .slice(lead.length)
    .split(/[、,和及与]/);
  const years = [...before.matchAll(/(20\d{2})年/g)].map((found) => Number(found[1]));
  const conditions = amounts.map((amount) => {
    const own = amount.replace(lead, '').replace(/^及/, '');
    return readPiece(lead + own + (EACH_SUFFIX.test(own) ? '' : suffix), log);
  });
  if (conditions.includes(null) || amounts.length < 2) return null;
  const read = conditions.flatMap((condition) => (condition === null ? [] : [condition]));
  if (years.length === read.length)
    return dueList(read.map((condition, index) => ({ year: years[index] ?? 0, condition })));
  const subjects = before.split(/[、,和及与]/);
  if (years.length > 0 || subjects.length !== read.length) return null;
  return all(
    read.map((condition, index) =>
      mapLeaves(condition, (leaf) => ('subject' in leaf ? { ...leaf, subject: subjects[index] ?? null } : leaf)),
    ),
  );
}

// ---- profile -------------------------------------------------------------------------------------------------------

interface Choice {
  readonly text: string;
  readonly notApplicable: Sentence | null;
}

const OTHER: Readonly<Record<Profile, Profile>> = { city: 'county', county: 'city' };
const PROFILE_NAMES: Readonly<Record<Profile, Sentence>> = {
  city: { zh: '城市', en: 'cities' },
  county: { zh: '县', en: 'counties' },
};

interface Tagged {
  readonly profile: Profile | null;
  readonly text: string;
}

function tagPiece(piece: string): readonly Tagged[] {
  const clause = takeBrackets(piece);
  const stripped = piece.replace(BRACKET, (whole, content: string) => {
    const reading = readBracket(content);
    return reading.profile !== undefined || reading.other !== undefined ? '' : whole;
  });
  if (clause.other) {
    return [
      { profile: OTHER[clause.other.profile], text: stripped },
      { profile: clause.other.profile, text: clause.other.text },
    ];
  }
  if (clause.profile) return [{ profile: clause.profile, text: stripped }];
  const named = profileOf(stripped);
  return [
    named && CONDITION_HEAD.test(named.rest)
      ? { profile: named.profile, text: named.rest }
      : { profile: null, text: piece },
  ];
}

/** Keeps the part that is for the profile. Only where the text names a county, or a bracket names either. */
function chooseProfile(text: string, profile: Profile): Choice {
  const keep: Choice = { text, notApplicable: null };
  if (!/[县市]/.test(text)) return keep;
  const tagged = splitOutside(text, /[;,、。]/y)
    .filter((piece) => piece !== '')
    .flatMap(tagPiece);
  const isChoice =
    tagged.some((piece) => piece.profile === 'county') ||
    (tagged.length === 1 && tagged[0]?.profile != null && text.includes('('));
  if (!isChoice) return keep;
  const first = tagged.findIndex((piece) => piece.profile !== null);
  const chosen = tagged.filter(
    (piece, index) =>
      piece.profile === profile || (piece.profile === null && (index < first || follows(tagged, index, profile))),
  );
  if (!chosen.some((piece) => piece.profile === profile)) {
    const other = PROFILE_NAMES[OTHER[profile]];
    return { text, notApplicable: { zh: `目标值只对${other.zh}提出`, en: `the target is for ${other.en} only` } };
  }
  return { text: chosen.map((piece) => piece.text).join(';'), notApplicable: null };
}

/** An untagged piece belongs to the tagged one before it. */
function follows(tagged: readonly Tagged[], index: number, profile: Profile): boolean {
  for (let before = index - 1; before >= 0; before -= 1) {
    const tag = tagged[before]?.profile ?? null;
    if (tag !== null) return tag === profile;
  }
  return true;
}

// ---- remark --------------------------------------------------------------------------------------------------------

interface RemarkReading {
  readonly notApplicable: Sentence | null;
  readonly target: string | null;
  readonly indicator: string | null;
  readonly note: string | null;
}

const CITY_ONLY =
  /(?:仅|只|限)(?:对|由|在)?(?:设区的?|地级)?(?:国家卫生)?(?:城市|市)级?(?:考核|评价|适用|要求|评估|参评|实施)|(?:适用于|限于?|考核|针对)(?:于)?(?:设区)?(?:的)?(?:地级)?(?:国家卫生)?(?:城市|设区市|市)(?:$|[,。;)])|县(?:级|城)?(?:不考核|不适用|不作要求|不要求|不纳入)|不适用于(?:国家卫生)?县|(?:城市|设区市)(?:考核)?指标$/;
const COUNTY_ONLY =
  /(?:仅|只|限)(?:对|由|在)?(?:国家卫生)?县(?:城|级)?(?:考核|评价|适用|要求|评估|参评|实施)|(?:仅|只)?(?:适用于|限于?|考核)(?:国家卫生)?县(?:城|级)?(?:$|[,。;)])|(?:城市|设区市)(?:不考核|不适用|不作要求)|不适用于(?:设区市|城市)/;
const INSTEAD =
  /县(?:级|城)?(?:采用|使用|以|按|改用|执行|考核)([^,;。为]{3,24}?)(?:指标|代替|替代|考核)?,?(?:的)?(?:其)?(?:目标值?|标准|指标值)(?:为|是|:)?([^,;。]+)/;
const FIGURE = '(?:[≥≤<>=]|\\d|不低于|不高于|不少于|不超过|达到)[^,;。)]{0,20}';
const RATE_NAME = '[^,;。:()≥≤<>=\\d]{2,24}?(?:率|比例|占比|比重|数|面积|水平|密度|指数|量|度)';
/** 县：城市生活污水处理率95%: a name and its figure, whatever joins the county to it. */
const COUNTY_NAMES = new RegExp(
  `(?:^|[,;。])(?:国家卫生)?县(?:级|城)?(?:(?:采用|使用|改用|执行|考核|评价|指标|为|是|以|按|:){1,4})(${RATE_NAME})(?:指标)?,?\\(?(?:目标值?|标准值?|指标值|要求)?(?:为|是|:)?(${FIGURE})`,
);
/** 城市生活污水处理率，目标值为95%: the whole remark, of counties though it does not say so. */
const OTHER_NAME = new RegExp(`^(${RATE_NAME}),?\\(?目标值?(?:为|是|:)?(${FIGURE})\\)?[。;]?$`);
const COUNTY_TARGET =
  /(?:^|[,;。:])(?:国家卫生)?县(?:级|城)?(?:的)?(?:目标值?|指标值|标准值?|要求)?(?:为|是|:|按|应)?((?:[≥≤<>=]|\d|不低于|不高于|不少于|不超过|达到)[^,;。]*)/;
const CITY_TARGET =
  /(?:^|[,;。:])(?:国家卫生城市|设区市|城市)(?:的)?(?:目标值?|指标值|标准值?|要求)?(?:为|是|:|按|应)?((?:[≥≤<>=]|\d|不低于|不高于|不少于|不超过|达到)[^,;。]*)/;
const COUNTY_NOTE = /国家卫生县/;

const NO_REMARK: RemarkReading = { notApplicable: null, target: null, indicator: null, note: null };

function readRemark(remark: string | null, profile: Profile): RemarkReading {
  const text = remark === null ? '' : normalise(remark);
  if (!/[县市]|目标/.test(text)) return NO_REMARK;
  if (profile === 'county') {
    const instead = INSTEAD.exec(text) ?? COUNTY_NAMES.exec(text) ?? OTHER_NAME.exec(text);
    if (instead) return { ...NO_REMARK, indicator: instead[1] ?? null, target: instead[2] ?? null };
    const target = COUNTY_TARGET.exec(text);
    if (target) return { ...NO_REMARK, target: target[1] ?? null };
    if (CITY_ONLY.test(text))
      return {
        ...NO_REMARK,
        notApplicable: { zh: '备注注明本指标只考核城市', en: 'the remark says that this indicator is for cities only' },
      };
    return COUNTY_NOTE.test(text) ? { ...NO_REMARK, note: text } : NO_REMARK;
  }
  const target = CITY_TARGET.exec(text);
  if (target) return { ...NO_REMARK, target: target[1] ?? null };
  if (COUNTY_ONLY.test(text))
    return {
      ...NO_REMARK,
      notApplicable: { zh: '备注注明本指标只考核县', en: 'the remark says that this indicator is for counties only' },
    };
  return NO_REMARK;
}

// ---- signs ---------------------------------------------------------------------------------------------------------

interface Resolution {
  readonly indicator: string;
  /** Of the unit column or the name, for a number that states none. */
  readonly unit: Unit | null;
  readonly sibling: Better | null;
  readonly isAlternative: boolean;
}

function nationalSign(indicator: string): Sign | null {
  const sign = /^[≥≤<>]/.exec(nationalIndicator(indicator)?.city ?? '')?.[0];
  return sign === '≥' || sign === '≤' || sign === '<' || sign === '>' ? sign : null;
}

function signOf(better: Better): Sign {
  return better === 'up' ? '≥' : '≤';
}

const SHOWN_NUMBER = (bare: Bare): string => printCondition({ ...bare, isGarbled: false });

function resolveBare(bare: Bare, how: Resolution, caveats: Sentence[]): Leaf {
  const isDamaged = bare.isGarbled || how.isAlternative;
  const sign = isDamaged ? lostSign(how) : bareSign({ ...bare, unit: bare.unit ?? how.unit }, how.indicator);
  const shown = SHOWN_NUMBER(bare);
  if (sign === null) {
    return unreadable(shown, {
      zh: `目标 ${shown} 未写比较符号，从指标名称看不出越高越好还是越低越好`,
      en: `the target ${cite(shown)} has no sign, and the indicator's name does not tell which way is better`,
    });
  }
  const { subject, value, unit, isApproximate } = bare;
  const threshold = { kind: 'threshold', subject, sign, value, unit, isApproximate } as const;
  if (bare.isGarbled || (how.isAlternative && !bare.isLed)) {
    const asRead = printCondition(threshold);
    caveats.push({
      zh: `目标值的比较符号${bare.isGarbled ? '不清' : '缺失'}，按${asRead}判定`,
      en: `the target's sign is ${bare.isGarbled ? 'garbled' : 'lost'}; read as ${cite(asRead)}`,
    });
  }
  return threshold;
}

function lostSign({ indicator, sibling }: Resolution): Sign | null {
  if (sibling !== null) return signOf(sibling);
  const better = betterDirection(indicator);
  return nationalSign(indicator) ?? (better === null ? null : signOf(better));
}

const OFTEN = /^count:(?:time|event-held|issue)\/(?:week|month|quarter|term|half-year|day)$/;

/** Without a direction: the whole of a share can only be a least, and what is to be reached is one. */
function bareSign({ subject, value, unit, isReached }: Bare, indicator: string): Sign | null {
  if (unit?.id === '%' && value === 100) return '≥';
  const better = (subject === null ? null : betterDirection(subject)) ?? betterDirection(indicator);
  if (better !== null) return signOf(better);
  // 每月1次: how often something is to be done.
  if (unit !== null && (OFTEN.test(unit.dimension) || unit.id === '次/年')) return '≥';
  return isReached ? '≥' : null;
}

/** The direction that a trend beside a number gives it: 25%或持续降低. */
function siblingMove(parts: readonly Condition[]): Better | null {
  for (const part of parts) {
    if (part.kind === 'trend' || part.kind === 'softTrend') return part.move === 'better' ? null : part.move;
    if (part.kind === 'comparison')
      return part.sign === '>' || part.sign === '≥' ? 'up' : part.sign === '<' || part.sign === '≤' ? 'down' : null;
    if (part.kind === 'change') return part.move;
  }
  return null;
}

function resolve(condition: Condition, how: Resolution, caveats: Sentence[]): Condition {
  switch (condition.kind) {
    case 'any':
      return {
        kind: 'any',
        parts: condition.parts.map((part) =>
          resolve(
            part,
            { ...how, sibling: siblingMove(condition.parts), isAlternative: hasTrend(condition.parts) },
            caveats,
          ),
        ),
      };
    case 'all':
      return { kind: 'all', parts: condition.parts.map((part) => resolve(part, how, caveats)) };
    case 'due':
      return {
        kind: 'due',
        terms: condition.terms.map((term) => ({ ...term, condition: resolve(term.condition, how, caveats) })),
      };
    case 'bare':
      return resolveBare(condition, how, caveats);
    default:
      return condition;
  }
}

function hasTrend(parts: readonly Condition[]): boolean {
  return parts.some((part) => part.kind === 'trend' || part.kind === 'softTrend' || part.kind === 'comparison');
}

/** Several signs of one direction with nothing to tell them apart: ≥60 ≥40 ≥18. */
function hasNamelessRepeats(condition: Condition, text: string): boolean {
  if (condition.kind !== 'all' || /[且并]|同时/.test(text)) return false;
  const nameless = condition.parts.filter((part) => 'subject' in part && part.subject === null);
  if (nameless.length > 1 && nameless.some(({ kind }) => kind === 'bare')) return true;
  const seen = new Set<string>();
  return condition.parts.some((part) => {
    if (part.kind !== 'threshold' && part.kind !== 'bare') return false;
    const side = part.kind === 'bare' ? '·' : part.sign.replace('>', '≥').replace('<', '≤');
    const key = `${part.subject ?? ''}${side}`;
    if (part.subject !== null && !seen.has(key)) {
      seen.add(key);
      return false;
    }
    const isRepeat = seen.has(key);
    seen.add(key);
    return isRepeat;
  });
}

// ---- the whole -----------------------------------------------------------------------------------------------------

function impossibleTarget(indicator: string, condition: Condition, column: string | null): Sentence | null {
  if (condition.kind === 'any' || condition.kind === 'due') return null;
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind !== 'threshold') continue;
    const beyond = leaf.sign === '>' ? 1e-9 : leaf.sign === '<' ? -1e-9 : 0;
    if (leaf.sign === '≤' && leaf.value >= 0) continue;
    if (leaf.sign === '<' && leaf.value > 0) continue;
    const unitId = (leaf.unit ?? defaultUnit(indicator, column))?.id ?? null;
    const why = impossibility(indicator, leaf.value + beyond, unitId);
    if (why) {
      const shown = printCondition(leaf);
      return {
        zh: `目标 ${shown} 无法达到（${why.zh}），请核对目标值`,
        en: `no value can reach the target ${cite(shown)} (${why.en}); please check it`,
      };
    }
  }
  return null;
}

const LIST_MARK = /^(?:\(?\d{1,2}\)|\d{1,2}[、.](?=[^\d]))/;

/** Spellings inside a target that would trip the splitting; each with its plain form. */
const PLAIN_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // 设区市≥80%县≥70%: a line for each, the break lost.
  [
    /(?<=[\d%‰天日岁人名个次张]|以[上下内])(?=(?:国家卫生城市|国家卫生县|设区的?市|设市城市|地级市|县级市|县城|县域|县级|县|城市|市级|市)(?:目标值?|标准|指标)?(?:为|:)?[≥≤<>])/g,
    ';',
  ],
  [/[dD][bB]\(A\)/g, 'dB'],
  [/\/\(([^()]{1,10})\)/g, '/$1'],
  // ≥90%，2025年底前: the year without its bracket.
  [/(?<=[\d%‰上下内])[,、;](?:到)?(20\d{2})年(底|末)?(?:前|达到|完成|实现)?$/g, '($1年$2)'],
  [/^(?:在)?20\d{2}年?[-—–~至到]{1,2}(20\d{2})年(?:期间|内)?,?(?=累计|共|新增|新建)/g, '到$1年'],
  [/(?<=^|[≥≤<>]|不超过|不少于|不低于|不高于|控制在|至少)半个?小时/g, '0.5小时'],
  [/大于或?等于|高于或等于/g, '≥'],
  [/小于或?等于|低于或等于/g, '≤'],
  [/达到或(?:者)?(?:优于|超过|高于)/g, '不低于'],
  [/[或及]其?(以[上下])/g, '$1'],
  [/\((不?含[^()]{0,6})\)(以[上下])/g, '$2($1)'],
  [/(\d)[或及]以/g, '$1以'],
  [
    /(较|与|同|比)(上年|去年|上年同期|去年同期)(?:相比)?持平(?:或|或者)(?:略有|有所|稳步)?(?:下降|降低|减少|略降)/g,
    '不高于$2',
  ],
  [
    /(较|与|同|比)(上年|去年|上年同期|去年同期)(?:相比)?持平(?:或|或者)(?:略有|有所|稳步)?(?:上升|提高|提升|增长|增加|略升)/g,
    '不低于$2',
  ],
  [/(?<!基本)(?:较|与|同|比)(上年|去年|上年同期|去年同期|20\d{2}年)(?:相比)?(?:保持)?持平$/g, '达到$1水平'],
  [/^(?:同比|(?:较|与|比)(?:上年|去年)(?:同期)?(?:相比)?)不(?:上升|增加|增长|提高)$/g, '不高于上年'],
  [/^(?:同比|(?:较|与|比)(?:上年|去年)(?:同期)?(?:相比)?)不(?:下降|减少|降低)$/g, '不低于上年'],
  [/^(?:超过|超)半数?$|^(?:达到|实现)?过半数?$/g, '>50%'],
  [/^半数(以上)$/g, '≥50%'],
  [/平均每年/g, '年均'],
  [/以(20\d{2})年为(?:基数|基期|基准|基线|基础),?/g, '较$1年'],
  [/翻一番|翻番/g, '提高100%'],
  [/翻两番|翻2番/g, '提高300%'],
  [/(?:保持)?持平(?:或|或者)(?:略有|有所|稳步)?(?:下降|降低|减少|略降)|(?:下降|降低|减少)或(?:保持)?持平/g, '不上升'],
  [
    /(?:保持)?持平(?:或|或者)(?:略有|有所|稳步)?(?:上升|提高|提升|增长|增加|略升)|(?:上升|提高|提升|增长|增加)或(?:保持)?持平/g,
    '不下降',
  ],
];

/** Most targets have none of these spellings: one look for all of them. */
const ANY_SPELLING = new RegExp(PLAIN_SPELLINGS.map(([{ source }]) => `(?:${source})`).join('|'));

function respelt(text: string): string {
  if (!ANY_SPELLING.test(text)) return text;
  return PLAIN_SPELLINGS.reduce((now, [pattern, replacement]) => now.replace(pattern, replacement), text);
}

function plain(normal: string): string {
  return respelt(withArabicNumerals(normal))
    .replace(LIST_MARK, '')
    .replace(/[。;,.]+$/, '')
    .replace(/^目标值?[:为]/, '');
}

/** Longer than any target; a text pasted by mistake is not worth reading. */
const LONGEST = 300;
/** With a part for each profile. */
const LONGEST_CELL = 2 * LONGEST;

function eachPlace(text: string): Sentence {
  return {
    zh: `目标${quote(text)}按每个单位提出，表中只有一个数值，需逐个核对`,
    en: `the target ${quote(text)} is for each place, the table has one figure; each must be checked`,
  };
}

function readCondition(text: string, log: Notes): Condition {
  if (text.length > LONGEST) return unreadable(`${text.slice(0, 40)}…`);
  const condition = readRespectively(text, log) ?? readSentence(text, log);
  if (condition === null) return EACH_PLACE.test(text) ? unreadable(text, eachPlace(text)) : unreadable(text);
  if (hasNamelessRepeats(condition, text)) {
    return unreadable(text, {
      zh: `目标${quote(text)}有多个数值，未注明各指什么`,
      en: `the target ${quote(text)} has several numbers and does not say what each is for`,
    });
  }
  return condition;
}

const YEAR_IN_NAME = /^(?:到|至)?(20\d{2})年(?:底|末)?(?:前)?,?/;
/** 居民健康素养水平（2025年目标） */
const YEAR_BEHIND_NAME = /\((?:到|至)?(20\d{2})(?:年(?:底|末)?(?:前|之前)?)?(?:目标值?|规划值?)?\)$/;

function withDueYear(condition: Condition, indicator: string, targetYear: number | null): Condition {
  if (condition.kind === 'due' || condition.kind === 'unreadable') return condition;
  const name = normalise(indicator);
  const inName = (YEAR_IN_NAME.exec(name) ?? YEAR_BEHIND_NAME.exec(name))?.[1];
  const year = inName === undefined ? targetYear : Number(inName);
  return year === null ? condition : { kind: 'due', terms: [{ year, condition }] };
}

function noteCaveat(note: string): Sentence {
  return { zh: `目标值括注：${note}`, en: `note in the target: ${cite(note)}` };
}

/** Unit of an indicator whose target and unit column are silent: the name's own bracket. */
const UNIT_IN_NAME = /\(([^()]{1,10})\)$/;

/** The unit that holds where a number has none: the unit column's, the name's bracket, null. */
export function defaultUnit(indicator: string, unit: string | null): Unit | null {
  const column = unit === null ? null : readUnit(normalise(unit).replace(/^单位:/, ''));
  if (column) return column;
  const inName = UNIT_IN_NAME.exec(normalise(indicator))?.[1];
  return inName === undefined ? null : readUnit(inName.replace(/^单位:/, ''));
}

/** What the words of a target and its remark say, whatever the indicator: signs that were lost stay bare. */
interface Wording {
  readonly normal: string;
  /** null when the cell is blank. */
  readonly condition: Condition | null;
  readonly hasBare: boolean;
  readonly remark: RemarkReading;
  readonly notApplicable: Sentence | null;
  /** Of the remark, and of the brackets in the target. */
  readonly remarks: readonly Sentence[];
  readonly notes: readonly Sentence[];
}

function tooLong(normal: string): Wording {
  const condition = unreadable(`${normal.slice(0, 40)}…`);
  return { normal, condition, hasBare: false, remark: NO_REMARK, notApplicable: null, remarks: [], notes: [] };
}

function readWording(raw: string, remarkText: string | null, profile: Profile): Wording {
  const normal = normalise(raw);
  if (normal.length > LONGEST_CELL) return tooLong(normal);
  const remark = readRemark(remarkText, profile);
  const choice = chooseProfile(plain(normal), profile);
  const text = remark.target === null ? choice.text : plain(remark.target);
  if (/^[-—–/\\.·、…]*$/.test(text)) {
    const { notApplicable } = remark;
    return { normal, condition: null, hasBare: false, remark, notApplicable, remarks: [], notes: [] };
  }
  const remarks: Sentence[] = [];
  if (remark.target !== null) remarks.push(remarkCaveat(remark, profile));
  if (remark.note !== null) remarks.push({ zh: `备注：${remark.note}`, en: `remark: ${cite(remark.note)}` });
  const log: Notes = { notes: [] };
  const condition = readCondition(text, log);
  return {
    normal,
    condition,
    hasBare: leavesOf(condition).some(({ kind }) => kind === 'bare'),
    remark,
    notApplicable: remark.notApplicable ?? (remark.target === null ? choice.notApplicable : null),
    remarks,
    notes: log.notes.map(noteCaveat),
  };
}

/** 分别降至3.0‰、5.0‰和6.0‰以下, of 新生儿、婴儿和5岁以下儿童死亡率: the things stand in the indicator's name. */
function withListedNames(raw: string, indicator: string): string {
  if (!/^\s*分别|[、，,；;]/.test(raw)) return raw;
  const text = normalise(raw);
  const isBareList = BARE_LIST.test(text);
  if (!isBareList && !text.startsWith('分别')) return raw;
  const names = normalise(indicator).split(/[、,和及与]/);
  const figures = text.match(/\d+(?:\.\d+)?/g) ?? [];
  if (names.length < 2 || names.length !== figures.length) return raw;
  return `${names.join('、')}${isBareList ? '分别' : ''}${text}`;
}

/** 100%、≥98% */
const BARE_LIST = /^[≥≤<>]?\d+(?:\.\d+)?[%‰]?(?:[、,;][≥≤<>]?\d+(?:\.\d+)?[%‰]?)+$/;

/** A table repeats its targets under many names. */
const wordingOf = remembered(
  500,
  (raw: string, remark: string | null, profile: Profile) => `${profile}\u0000${raw}\u0000${remark ?? ''}`,
  readWording,
);

/** What a target cell asks of the indicator, for the profile. Total: every string has a reading. */
export function readTarget(raw: string, context: TargetContext): TargetReading {
  const listed = withListedNames(raw, context.indicator);
  const wording = wordingOf(listed, context.remark, context.profile);
  const { condition: words, hasBare, remark, notApplicable, remarks, notes } = wording;
  const normal = listed === raw ? wording.normal : normalise(raw);
  if (words === null) {
    return { normal, condition: null, notApplicable, impossible: null, insteadOf: null, caveats: [] };
  }
  const indicator = remark.indicator ?? context.indicator;
  const dated = withDueYear(words, indicator, context.targetYear);
  const signs: Sentence[] = [];
  const condition = hasBare
    ? resolve(
        dated,
        { indicator, unit: defaultUnit(indicator, context.unit), sibling: null, isAlternative: false },
        signs,
      )
    : dated;
  return {
    normal,
    condition,
    notApplicable,
    impossible: impossibleTarget(indicator, condition, context.unit),
    insteadOf: remark.indicator,
    caveats: [...remarks, ...signs, ...notes],
  };
}

function remarkCaveat(remark: RemarkReading, profile: Profile): Sentence {
  const who = PROFILE_NAMES[profile];
  const target = remark.target ?? '';
  if (remark.indicator !== null) {
    return {
      zh: `按备注，${who.zh}采用${remark.indicator}，目标值为${target}`,
      en: `by the remark, ${who.en} are judged by ${quote(remark.indicator)}, target ${cite(target)}`,
    };
  }
  return { zh: `按备注，${who.zh}目标值为${target}`, en: `by the remark, the target for ${who.en} is ${cite(target)}` };
}
