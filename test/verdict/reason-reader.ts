// Owns reading a reason back with the row's own cells beside it, as a person would. Uses nothing of src/: an independent reader.

export interface Figure {
  readonly value: number;
  readonly unit: string;
}

export interface Told {
  readonly verdict: string | null;
  /** What follows `实际`; null where the sentence has none. */
  readonly actual: string | null;
  /** Signed distances that the sentence names, in its order. */
  readonly distances: readonly number[];
  /** What the sentence says wrongly of its own numbers. */
  readonly faults: readonly string[];
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;

// ---- verdict words -------------------------------------------------------------------------------------------------

/** The first that a sentence has, its quotations left out, is its verdict. */
const CHINESE: readonly (readonly [string, RegExp])[] = [
  ['notApplicable', /^备注注明本指标只考核|^目标值只对/],
  ['pending', /年到期，尚未到期/],
  ['missing', /^未填实际值|暂无数据|需上年值|(?:^|；)缺[^，；]+|应有\d+项|不足\d+年|^无实际值|需至少/],
  [
    'review',
    /需人工判定|请核对|需逐个核对|不能(?:与|比较|确定|判定)|无法|含义不明|未能识别|未注明|不是实际值|^单元格为|既可能|看不出|有的达到|结论不同|表中只有|目标未写|不是单一数值|的单位与其他年份不同|数据异常/,
  ],
  ['met', /，但/],
  [
    'unmet',
    /(?:低于|高于|不等于|未达到|不符合|界限值相等，)目标|未达[≥≤<>到]|有一项未|超过二级标准限值|未做到|，未(?!超过期限)[^，；]+$|未[^，；]+；|晚于期限/,
  ],
  [
    'met',
    /(?:达到|符合)目标|均(?:达到|符合)|未超过期限|，[^，；]*(?:[升降减增]|提高|增长|改善|好转|优化|改进|回落|反弹|扩大|缩短)[^，；]*$/,
  ],
];

const ENGLISH: readonly (readonly [string, RegExp])[] = [
  ['notApplicable', /is for (?:cities|counties) only/],
  ['pending', /not yet due/],
  [
    'missing',
    /no actual value|no data yet|needs last year's value|is missing|are missing|missing, so|are needed, only|too few years|no value$/,
  ],
  [
    'review',
    /for a person to|please check|not comparable|cannot be|is not clear|not understood|does not say|is a forecast|the cell holds|may or may not|does not tell|and some do not|must be checked|the cell says it does not|does not state|is one figure|different answers|needs each|not clear what|the target is empty|is not a single number|add them up|below 1 and have no unit|in different units|different years|is in another unit|the value in|so there is no relative change|impossible value|the table states/,
  ],
  ['met', /, but /],
  [
    'unmet',
    /(?:below|above|equals the limit of|differs from) the target|[Nn]ot as the target|does not (?:reach|meet)|not (?:rising|falling|improving|kept)|is over the|later than due|is not reached/,
  ],
  [
    'met',
    /reaches the target|within the|as the target .*asks|meets the target|rising|falling|improving|kept from|done in/,
  ],
];

const withoutQuotes = (text: string): string => text.replace(/“[^”]*”/g, '“”');

function verdictBy(table: readonly (readonly [string, RegExp])[], sentence: string): string | null {
  return table.find(([, words]) => words.test(withoutQuotes(sentence)))?.[0] ?? null;
}

export function englishVerdict(sentence: string): string | null {
  const said = /^Actual (?:“[^”]*”|[^:]*?): (.*)$/.exec(sentence);
  return verdictBy(ENGLISH, said?.[1] ?? sentence);
}

// ---- figures -------------------------------------------------------------------------------------------------------

/** Written otherwise, the same unit; and how many of the base one of it is. */
const UNITS: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:%|百分比)$/, '%', 1],
  [/^‰$/, '%', 0.1],
  [/^(?:例)?\/10万(?:人)?$/, '%', 0.001],
  [/^\/万(?:人)?$/, '%', 0.01],
  [/^(?:小时|h|个小时)$/i, '分钟', 60],
  [/^(?:分钟|min)$/i, '分钟', 1],
  [/^(?:平方米|m2|㎡|m²)$/, '平方米', 1],
  [/^万平方米$/, '平方米', 10_000],
  [/^公顷$/, '平方米', 10_000],
  [/^(?:毫克\/立方米|mg\/m3|mg\/m³)$/, '微克/立方米', 1000],
  [/^(?:微克\/立方米|[μu]g\/m[3³])$/, '微克/立方米', 1],
  [/^(?:天|日)$/, '天', 1],
  [/^(?:千克|公斤|kg)$/i, '千克', 1],
  [/^(?:克|g)$/, '千克', 0.001],
  [/^(?:公里|km|千米)$/, '米', 1000],
  [/^(?:米|m)$/, '米', 1],
  [/^万元$/, '元', 10_000],
  [/^亿元$/, '元', 100_000_000],
  [/^元$/, '元', 1],
];

function base({ value, unit }: Figure): Figure {
  const known = UNITS.find(([words]) => words.test(unit));
  return known === undefined ? { value, unit: '' } : { value: value * known[2], unit: known[1] };
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(a), Math.abs(b)) + 5e-5;

/** The figure in the other's unit, where both are known and of one kind; as it stands otherwise. */
function inUnitOf(figure: Figure, other: Figure): number {
  const [own, wanted] = [base(figure), base(other)];
  if (own.unit === '' || own.unit !== wanted.unit) return figure.value;
  return other.value === 0
    ? own.value / (base({ ...other, value: 1 }).value || 1)
    : own.value / (wanted.value / other.value);
}

const FIGURE = new RegExp(
  String.raw`(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.])\.\d+|${NUMBER})\s*(万(?!平方米|元)|亿(?!元))?\s*(‰|%|(?:例)?/(?:10)?万(?:人)?|毫克/立方米|微克/立方米|mg/m[3³]|[μu]g/m[3³]|万?平方米|m2|m²|㎡|公顷|小时|分钟|h\b|min|[^\s\d，、；。（）()]{0,1})`,
  'gi',
);

/** Every figure that a cell's text may mean, a quotient in per cent among them. */
export function figuresIn(text: string): readonly Figure[] {
  const plain = text.normalize('NFKC').replaceAll('，', '、');
  const found = [...plain.matchAll(FIGURE)].map((match): Figure => {
    const times = match[2] === '万' ? 10_000 : match[2] === '亿' ? 100_000_000 : 1;
    return { value: Number((match[1] ?? '').replaceAll(',', '')) * times, unit: match[3] ?? '' };
  });
  const quotients = [...plain.matchAll(/(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)/g)].map((match): Figure => ({
    value: (100 * Number(match[1])) / Number(match[2]),
    unit: '%',
  }));
  // 下降2.1% of a growth rate is below zero, 增长12% of a rate of decline too.
  const against = /^(?:下降|降低|减少|下滑|增长|增加|上升|提高)/.test(plain)
    ? found.map(({ value, unit }) => ({ value: -value, unit }))
    : [];
  const none = /^(?:无|零|未|没有|全年无)/.test(plain) ? [{ value: 0, unit: '' }] : [];
  return [...found, ...against, ...quotients, ...none];
}

/** 0.95 without a unit may be 95%. */
function asShare({ value, unit }: Figure): readonly Figure[] {
  return unit === '' && Math.abs(value) <= 1 ? [{ value: value * 100, unit: '%' }] : [];
}

// ---- clauses -------------------------------------------------------------------------------------------------------

const HOLDS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '≥': (value, limit) => value >= limit || near(value, limit),
  '>': (value, limit) => value > limit && !near(value, limit),
  '≤': (value, limit) => value <= limit || near(value, limit),
  '<': (value, limit) => value < limit && !near(value, limit),
  '=': near,
  不低于: (value, limit) => value >= limit || near(value, limit),
  高于: (value, limit) => value > limit && !near(value, limit),
  不高于: (value, limit) => value <= limit || near(value, limit),
  低于: (value, limit) => value < limit && !near(value, limit),
};
const CONTRARY: Readonly<Record<string, string>> = { 低于: '不低于', 高于: '不高于', 不低于: '低于', 不高于: '高于' };

const BOUNDED = /[≥≤<>]|以上|以下|以内|不足|不到|超过|低于|高于|多|余|不超|至少|未达/;

interface Clauses {
  readonly distances: number[];
  readonly faults: string[];
}

const LIMIT = new RegExp(
  String.raw`(未达到|达到|符合|低于|高于|与|不等于)目标 ([^≥>≤<=，；“” ]*)([≥>≤<=])(${NUMBER})([^\s，；]*)( 的界限值相等，目标不含本数)?(?:，(差|超) (${NUMBER}) ?([^，；]*))?`,
  'g',
);

/** 低于目标 ≥90%，差 1.5 个百分点. */
function readLimits(
  finding: string,
  figures: readonly Figure[],
  isBounded: boolean,
  { distances, faults }: Clauses,
): void {
  for (const match of finding.matchAll(LIMIT)) {
    const [all, word = '', , sign = '', number = '', unit = '', isEqual, how, size, sizeUnit = ''] = match;
    const limit: Figure = { value: Number(number), unit: unit.replace('左右', '') };
    const holds = HOLDS[sign] ?? (() => false);
    const isGood = word === '达到' || word === '符合';
    if (word === '达到' && !/[≥>]/.test(sign)) faults.push(`达到 with ${sign}`);
    if (word === '符合' && /[≥>]/.test(sign)) faults.push(`符合 with ${sign}`);
    if (word === '低于' && (how !== '差' || sign === '≤' || sign === '<')) faults.push(`低于 without 差: ${all}`);
    if (word === '高于' && (how !== '超' || sign === '≥' || sign === '>')) faults.push(`高于 without 超: ${all}`);
    if (size !== undefined && limit.unit === '%' && sizeUnit !== '个百分点')
      faults.push(`shares differ by ${sizeUnit}`);
    if (size !== undefined && limit.unit !== '%' && sizeUnit !== limit.unit.replace(/~.*/, ''))
      faults.push(`distance in ${sizeUnit}, target in ${limit.unit}`);
    const signed = size === undefined ? 0 : (word === '低于' ? -1 : 1) * Number(size);
    if (!isGood && (size !== undefined || isEqual !== undefined)) distances.push(signed);
    if (word === '与' && isEqual === undefined) continue;
    const agrees = (figure: Figure): boolean => {
      const value = inUnitOf(figure, limit);
      if (isGood) return holds(value, limit.value) || (isBounded && near(value, limit.value));
      if (isEqual !== undefined) return near(value, limit.value);
      if (size !== undefined) return near(value - limit.value, signed);
      return !holds(value, limit.value) || isBounded;
    };
    const readable = [...figures, ...figures.flatMap(asShare)];
    if (figures.length > 0 && !readable.some(agrees)) faults.push(`no figure of the cell agrees with: ${all}`);
  }
}

const SPAN = new RegExp(
  String.raw`(符合|低于|高于)目标 ([^≥>≤<=，；“”\d]*)(${NUMBER})~(${NUMBER})([^\s，；]*)(?:，(差|超) (${NUMBER}) ?([^，；]*))?`,
  'g',
);

function readSpans(finding: string, figures: readonly Figure[], { distances, faults }: Clauses): void {
  for (const [all, word = '', , low = '', high = '', unit = '', how, size] of finding.matchAll(SPAN)) {
    const ends = [low, high].map((end): Figure => ({ value: Number(end), unit }));
    const [from = { value: 0, unit }, to = { value: 0, unit }] = ends;
    const signed = (word === '低于' ? -1 : 1) * Number(size ?? 0);
    if (word !== '符合') distances.push(signed);
    if ((word === '低于' && how !== '差') || (word === '高于' && how !== '超'))
      faults.push(`${word} with ${how ?? ''}`);
    const agrees = (figure: Figure): boolean => {
      const value = inUnitOf(figure, to);
      if (word === '符合') return value >= from.value && value <= to.value;
      return near(value - (word === '低于' ? from.value : to.value), signed);
    };
    if (figures.length > 0 && !figures.some(agrees)) faults.push(`no figure of the cell agrees with: ${all}`);
  }
}

const COMPARED = new RegExp(
  String.raw`(?:^|[，；但])(不低于|高于|不高于|低于)([^，；目]+?) (${NUMBER})([^，；]*)(?:，(差|超) (${NUMBER}) ?[^，；]*)?，(不)?符合目标(?:“(不低于|高于|不高于|低于)?)?`,
  'g',
);

/** 低于上年 86%，差 0.5 个百分点，不符合目标“不低于上年”. */
function readComparisons(finding: string, figures: readonly Figure[], { distances, faults }: Clauses): void {
  for (const [all, word = '', , number = '', unit = '', how, size, not, asked] of finding.matchAll(COMPARED)) {
    const other: Figure = { value: Number(number), unit };
    const signed = (how === '差' ? -1 : 1) * Number(size ?? 0);
    if (not !== undefined) distances.push(signed);
    if (not !== undefined && asked !== undefined && CONTRARY[word] !== asked) faults.push(`${word} against ${asked}`);
    const agrees = (figure: Figure): boolean => {
      const value = inUnitOf(figure, other);
      return (HOLDS[word]?.(value, other.value) ?? false) && (size === undefined || near(value - other.value, signed));
    };
    const readable = [...figures, ...figures.flatMap(asShare)];
    if (figures.length > 0 && !readable.some(agrees)) faults.push(`no figure of the cell agrees with: ${all}`);
  }
}

const WAYS = { down: /降|减|缩|回落|少/, up: /升|提高|增|长|扩大|涨/ } as const;

function wayOf(words: string): 1 | -1 | 0 {
  const plain = words.replace('增长率', '');
  const way = WAYS.down.test(plain) ? -1 : WAYS.up.test(plain) ? 1 : 0;
  return /^(?:不(?!断)|未|零增|无)|不(?:得)?(?:下降|降低|减少|上升|增加|提高|增长|反弹)/.test(plain)
    ? way === 1
      ? -1
      : way === -1
        ? 1
        : 0
    : way;
}

const SERIES = new RegExp(
  String.raw`((?:[^，；、]+ ${NUMBER}[^，；、]*、)+本期 (${NUMBER})[^，；、]*)，([^，；]+)`,
  'g',
);

/** 2021年 54.1%、2022年 52.6%、本期 51.2%，逐年下降. */
function readSeries(finding: string, { faults }: Clauses): void {
  for (const [, told = '', , words = ''] of finding.matchAll(SERIES)) {
    if (/不足\d+年|总体趋势/.test(words)) continue;
    const values = told.split('、').map((point) => Number(new RegExp(String.raw` (${NUMBER})`).exec(point)?.[1]));
    const isNegated = /^未/.test(words);
    const way = wayOf(words.replace(/^未(?:做到)?/, ''));
    const isLoose = /^(?:未做到)?(?:不(?!断)|零|无)/.test(words);
    const isSoft = /趋势|总体|整体|总的/.test(words);
    const [first = 0] = values;
    const last = values[values.length - 1] ?? 0;
    const steps = isSoft ? [last - first] : values.slice(1).map((value, index) => value - (values[index] ?? 0));
    const span = Number(/连续(\d+)年/.exec(words)?.[1] ?? steps.length);
    const every = steps
      .slice(-span)
      .every((step) => (way === 0 ? step !== 0 : isLoose ? step * way >= 0 : step * way > 0));
    if (!isNegated && !every) faults.push(`not so: ${told}，${words}`);
    if (isNegated && !isSoft && every) faults.push(`is so: ${told}，${words}`);
  }
}

const STEP = new RegExp(
  String.raw`(?:^|[，；])([^，；、]+?) (${NUMBER})([^，；]*?)较([^，；]+?) (${NUMBER})([^，；]*?)(上升|下降|持平)，未([^，；]+)`,
  'g',
);

/** 2022年 52.6%较2021年 51.1%上升，未逐年下降. */
function readSteps(finding: string, { faults }: Clauses): void {
  for (const [all, , now = '', , , then = '', , how = '', words = ''] of finding.matchAll(STEP)) {
    const moved = Math.sign(Number(now) - Number(then));
    if (moved !== { 上升: 1, 下降: -1, 持平: 0 }[how]) faults.push(`not so: ${all}`);
    const way = wayOf(words.replace(/^做到/, ''));
    if (way !== 0 && moved === way) faults.push(`is so: ${all}`);
  }
}

const MOVED = new RegExp(
  String.raw`(?:^|[，；])([^，；]+?) (${NUMBER})([^，；]*)，(?:(提高|下降|增加|减少|高|低) (${NUMBER}) ?([^，；]*)|持平)，(符合|未达到)目标 ([^，；]*?)(提高|下降|高于|低于)([^，；\d]*?)(${NUMBER})([^，；\d]*)$`,
  'g',
);

/** 2022年 200，下降 5%，符合目标 较上年下降5%. */
function readChanges(finding: string, figures: readonly Figure[], { faults }: Clauses): void {
  for (const match of finding.matchAll(MOVED)) {
    const [
      all,
      ,
      then = '',
      unit = '',
      verb = '',
      size = '0',
      sizeUnit = '',
      verdict,
      ,
      way,
      sign = '',
      amount = '',
      askedUnit,
    ] = match;
    const from: Figure = { value: Number(then), unit };
    const signed = (/下降|减少|低/.test(verb) ? -1 : 1) * Number(size);
    const isRelative = sizeUnit === '%' || (verb === '' && askedUnit === '%');
    const agrees = (figure: Figure): boolean => {
      const by = inUnitOf(figure, from) - from.value;
      return near(isRelative ? (100 * by) / Math.abs(from.value) : by, signed);
    };
    if (figures.length > 0 && !figures.some(agrees)) faults.push(`no figure of the cell agrees with: ${all}`);
    const asked = (way === '下降' || way === '低于' ? -1 : 1) * signed;
    const isMet = /不超过/.test(sign)
      ? asked <= Number(amount)
      : /超过/.test(sign)
        ? asked > Number(amount)
        : asked >= Number(amount);
    if (askedUnit === sizeUnit && isMet !== (verdict === '符合')) faults.push(`not so: ${all}`);
  }
}

// ---- the sentence --------------------------------------------------------------------------------------------------

const ACTUAL = '实际 ';

/** The actual as told, and what follows; the cell's own commas do not end it. */
function cut(reason: string, cell: string): readonly [string | null, string] {
  if (!reason.startsWith(ACTUAL)) return [null, reason];
  const said = reason.slice(ACTUAL.length);
  const own = cell.replace(/\s+/g, ' ').trim();
  const start = own !== '' && said.startsWith(own) ? own.length : 0;
  const end = said.indexOf('，', start);
  return end < 0 ? [said, ''] : [said.slice(0, end), said.slice(end + 1)];
}

/** Shares that a reason names in words. */
const FRACTIONS: readonly (readonly [string, number])[] = [
  ['三分之二', 200 / 3],
  ['三分之一', 100 / 3],
  ['六分之一', 100 / 6],
  ['六分之五', 500 / 6],
];

const inFigures = (text: string): string =>
  FRACTIONS.reduce((now, [words, value]) => now.replaceAll(words, `${value.toFixed(6)}%`), text);

/** The Chinese reason of a row whose actual cell says `cell`. */
export function readReason(reason: string, cell: string): Told {
  const [actual, words] = cut(reason, cell);
  const finding = inFigures(words);
  const clauses: Clauses = { distances: [], faults: [] };
  const part = /其中[^，]* ([^，]+)，/.exec(finding)?.[1];
  const perYear = /^合 ([^，]+)，/.exec(finding)?.[1] ?? '';
  const figures = actual === null ? [] : [...figuresIn(part ?? actual), ...figuresIn(perYear)];
  readLimits(finding, figures, actual !== null && BOUNDED.test(actual), clauses);
  readSpans(finding, figures, clauses);
  readComparisons(finding, figures, clauses);
  readSeries(finding, clauses);
  readSteps(finding, clauses);
  readChanges(finding, figures, clauses);
  return { verdict: verdictBy(CHINESE, finding), actual, ...clauses };
}

// ---- grammar -------------------------------------------------------------------------------------------------------

const LONGEST = { zh: 160, en: 420 } as const;
const PAIRS = ['“”', '（）', '《》', '()'] as const;

function unbalanced(text: string): readonly string[] {
  return PAIRS.filter(([open = '', close = '']) => text.split(open).length !== text.split(close).length).map(
    (pair) => `${pair} not closed`,
  );
}

/** What no sentence may have outside the cells' own words. */
const WRONG: readonly (readonly [string, RegExp])[] = [
  ['a value of the program', /undefined|NaN|null|Infinity|\[object|\de[+-]\d/],
  ['double punctuation', /^[，；：、。,;:]|[，；：、。]{2}|[，；：] |，$|[,;:]{2}| [,;:]/],
  ['a doubled unit', /%%|‰‰|%‰|(小时|分钟|平方米|个百分点|分贝) ?\1/],
  ['a doubled blank', / {2}/],
  ['a blank at an end', /^\s|\s$/],
  ['a stop or a comma at its end', /[，；：、。,;:.]$/],
  ['two sentences', /。|[a-z]\. [A-Z]/],
  ['words that do not go together', /未不|未总体|不不|达到达到|符合符合|目标目标|是否是否/],
];
const HALF_WIDTH_COMMA = /\p{Script=Han}[,;]\p{Script=Han}/u;
const CHINESE_LETTER = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

function wrongIn(text: string): readonly string[] {
  return WRONG.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

export function chineseFaults(reason: string, cell: string): readonly string[] {
  const finding = withoutQuotes(cut(reason, cell)[1]);
  return [
    ...wrongIn(finding),
    ...unbalanced(finding),
    ...(HALF_WIDTH_COMMA.test(finding) ? ['a half-width comma in Chinese'] : []),
    ...(/^\s|\s$|undefined|NaN/.test(reason) ? ['a bad end'] : []),
    ...(finding.length > LONGEST.zh ? ['too long'] : []),
  ];
}

export function englishFaults(sentence: string): readonly string[] {
  const own = withoutQuotes(sentence);
  return [
    ...wrongIn(own.replace(/[:,;] /g, ' ')),
    ...unbalanced(own),
    ...(CHINESE_LETTER.test(own.replace('“”', '')) ? ['Chinese outside quotation marks'] : []),
    ...(/(?<![\d.])1 percentage points/.test(own) ? ['1 … points'] : []),
    ...(own.length > LONGEST.en ? ['too long'] : []),
  ];
}

/** Every number of a sentence, in order of size. */
export function numbersIn(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number).sort();
}
