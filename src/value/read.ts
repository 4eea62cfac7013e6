// Owns how a cell becomes an actual value: figures with units and doubts, or words. Must not know the target:
// what words or figures mean for a condition is decided in verdict/. Never throws.
import type { Cell } from '../sheet/sheet';
import { formatNumber, tidy } from '../text/decimal';
import { remembered } from '../text/memory';
import { normalise } from '../text/normalise';
import { withArabicNumerals } from '../text/numerals';
import { quantityAt, type QuantityReading } from '../text/quantity';
import { cite, quote, type Sentence } from '../text/sentence';
import { PERCENT, readUnit, unlistedUnit, type Unit } from '../text/units';
import { takeLacking, theFigure } from './several';
import { figureOfClaim, respell } from './spelling';
import type { Amount, ValueReading } from './value';

// ---- number cells --------------------------------------------------------------------------------------------------

interface FormatReading {
  readonly isPercent: boolean;
  /** A unit written as a literal in the format: `0.0"‰"`. */
  readonly unit: Unit | null;
}

const LITERAL = /"([^"]*)"|\\(.)/g;

const readFormat = remembered(
  500,
  (code) => code,
  (code: string): FormatReading => {
    const positive = code.split(';')[0] ?? '';
    const literals = [...positive.matchAll(LITERAL)].map((match) => match[1] ?? match[2] ?? '').join('');
    const rest = positive.replace(LITERAL, '');
    return { isPercent: rest.includes('%'), unit: literals === '' ? null : readUnit(normalise(literals)) };
  },
);

function exact(value: number, unit: Unit | null, text: string): Amount {
  return { name: null, low: value, high: value, isLowOpen: false, isHighOpen: false, unit, text };
}

function readNumber(value: number, cell: Cell): ValueReading {
  const { isPercent, unit } = readFormat(cell.format);
  const shown = isPercent ? tidy(value * 100) : value;
  const amount = exact(shown, isPercent ? PERCENT : unit, formatNumber(shown) + (isPercent ? '%' : (unit?.id ?? '')));
  return { kind: 'amounts', raw: cell.text, text: amount.text, caveats: [], amounts: [amount], claim: null };
}

// ---- no value ------------------------------------------------------------------------------------------------------

const BLANK_MARKS = /^[-—–_/\\.·…、*?。,]*$/;
const NO_VALUE_WORDS =
  /^(?:暂无|暂无数据|无数据|未统计|待填|待填报|待报|待定|待补|待补充|待核实|待核|待查|待确认|待统计|待公布|待反馈|待出|待上报|未报|未报送|未填|未填报|未上报|未反馈|未提供|空|缺|缺失|缺数据|数据缺失|不详|不清楚|未知|N\/?A|NA|n\/?a|null|NULL|none|None|NaN|#N\/A待|TBD|tbd|xx+|XX+|××+|数据待.{0,6}|尚无|尚无数据|尚未统计|尚未出数|还未出数|未监测|未调查|未评估|未测算|未核定)$/;
/** Said instead of a value; the words go into the reason. */
const DEFERRED =
  /同上|同前|^同(?:去年|上年|20\d\d年|期)|见附|详见|附件|附表|附后|正在(?:统计|调查|核算|监测|汇总|收集|测算|评估|采集|整理|核实)|统计中|核实中|汇总中|收集中|调查中|测算中|监测中|未出(?:$|数|结果)|出数|未公布|公布后|尚未公布|另报|后报|后补|补报|年底前?(?:报|提供|统计)|月(?:底|初|中旬|下旬)?(?:出(?!台)|报|公布|提供)|暂缺|暂未(?!开展|建立|出台|制定|实施|落实|达|发生|发现|设|建|配|完成|取得|通过|纳入|组建|成立|推行|启用)|待.{0,8}(?:后|公布|反馈|统计|核实|出(?!台))|由.{1,12}(?:提供|填报|负责)|请.{1,12}(?:提供|填报)/;

// ---- text ----------------------------------------------------------------------------------------------------------

/** Letters with digits in them that are names; each with a stand-in that holds no digit. */
const DIGIT_NAMES: readonly (readonly [RegExp, string])[] = [
  [/PM2\.5|细颗粒物|pm2\.5/g, '\ue001'],
  [/PM10|可吸入颗粒物|pm10/g, '\ue002'],
  [/SO2|二氧化硫|so2/g, '\ue003'],
  [/NO2|二氧化氮|no2/g, '\ue004'],
  [/O3(?:-8h)?|臭氧/g, '\ue005'],
  [/CO(?![A-Za-z])|一氧化碳/g, '\ue006'],
  [/GB\/?T? ?\d[\d.]*(?:-\d{4})?/g, '\ue007'],
];
export const POLLUTANTS: ReadonlyMap<string, string> = new Map([
  ['\ue001', 'PM2.5'],
  ['\ue002', 'PM10'],
  ['\ue003', 'SO2'],
  ['\ue004', 'NO2'],
  ['\ue005', 'O3'],
  ['\ue006', 'CO'],
]);

function hideDigitNames(text: string): string {
  let result = text;
  if (!/[A-Za-z氧颗]/.test(text)) return text;
  for (const [pattern, standIn] of DIGIT_NAMES) result = result.replace(pattern, standIn);
  return result.replace(/\((?=[\ue001-\ue006]\))|(?<=[\ue001-\ue006])\)/g, '');
}

function showDigitNames(text: string): string {
  return text.replace(/[\ue001-\ue006]/g, (sign) => POLLUTANTS.get(sign) ?? '');
}

const BRACKET = /\(([^()]*)\)/g;

interface Unbracketed {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Brackets off: a unit stays as a unit, a name's part goes, the rest are notes. */
function takeBrackets(text: string): Unbracketed {
  if (!text.includes('(')) return { text, notes: [] };
  if (/^\([^()]*\)$/.test(text)) return { text: text.slice(1, -1), notes: [] };
  const notes: string[] = [];
  const bare = text
    .replace(/[dD][bB]\(A\)/g, 'dB')
    .replace(BRACKET, (whole, content: string, at: number, all: string) => {
      // 18.5（1/10万）: the 1 is the unit's.
      if (readUnit(content)) return content.replace(/^1(?=\/)/, '');
      const isInName = /^[\u4e00-\u9fff]/.test(all.slice(at + whole.length)) && !/\d/.test(all.slice(0, at));
      if (!isInName && content !== '') notes.push(content);
      return '';
    });
  return { text: bare, notes };
}

const CHANGE =
  /^(?:(?:同比|年均|累计|较(?:上年|去年|上年同期|去年同期|(20\d{2})年)(?:同期)?|比(?:上年|去年|上年同期|去年同期|(20\d{2})年)(?:同期)?)(?:相比)?,?)?(?:已)?(?:实现)?(增长|增加|提高|提升|上升|上涨|升高|下降|降低|减少|下滑)(?:了|达|达到)?(?=[\d约])/;
const DOWN = new Set(['下降', '降低', '减少', '下滑']);

function readChange(text: string, common: { raw: string; text: string; caveats: Sentence[] }): ValueReading | null {
  const match = CHANGE.exec(text);
  if (match === null) return null;
  const quantity = quantityAt(text, match[0].length);
  if (quantity === null || quantity.value < 0 || quantity.end !== text.length) return null;
  const amount = exact(quantity.value, quantity.unit, text);
  const year = match[1] ?? match[2];
  return {
    ...common,
    kind: 'change',
    move: DOWN.has(match[3] ?? '') ? 'down' : 'up',
    amount,
    year: year === undefined ? null : Number(year),
  };
}

/** 每季度1次 is 1次/季度. */
const PER_PERIOD = /每个?(季度|季|月|周|学期|半年|年|天|日)(\d+(?:\.\d+)?)(次|场|期|节|小时|分钟|学时|课时)/;
/** 7吨/(平方公里·月) */
const PER_BRACKET = /\/\(([^()]{1,10})\)/g;

const FRACTION =
  /^(\d+(?:\.\d+)?)(?:个|所|家|处|名|人|户|座|例|件)?\/(\d+(?:\.\d+)?)(?:个|所|家|处|名|人|户|座|例|件)?$/;

/** 480/500=96% */
const STATED_QUOTIENT = /^(\d+\/\d+)[=≈]\d+(?:\.\d+)?%$/;

const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日)$/;

type Bound = 'exact' | 'about' | 'from' | 'above' | 'upTo' | 'below' | 'near';

const BEFORE: readonly { readonly bound: Bound; readonly pattern: RegExp }[] = [
  { bound: 'near', pattern: /(?:接近|将近|逼近|近|临近)$/ },
  { bound: 'about', pattern: /(?:约为|大约|大概|约|≈|~)$/ },
  { bound: 'from', pattern: /(?:≥|不低于|不少于|不小于|至少|大于等于)$/ },
  { bound: 'upTo', pattern: /(?:≤|不超过|不高于|不大于|不多于|至多|最多|小于等于)$/ },
  { bound: 'above', pattern: /(?:>|超过|高于|大于|多于|超|逾|突破)$/ },
  { bound: 'below', pattern: /(?:<|低于|少于|小于|不足|不到|未达|未达到|不满)$/ },
];
const AFTER: readonly { readonly bound: Bound; readonly pattern: RegExp }[] = [
  { bound: 'about', pattern: /^(?:左右|上下)/ },
  { bound: 'from', pattern: /^(?:及|或)?以上/ },
  { bound: 'upTo', pattern: /^(?:(?:及|或)?以下|以内)/ },
  { bound: 'above', pattern: /^(?:多|余)(?=[^\u4e00-\u9fff]|$)/ },
];
/** What stands before a figure that is no value of now: a comparison, a plan. */
const ASIDE =
  /(?:较|比(?!例|重|率)|同比|环比|高于目标|低于目标|高出|差|距|由|从)[^、,;]*$|(?:提高|提升|上升|增长|增加|上涨|下降|降低|减少|下滑)了?$/;
/** The figure that was come to: 由92%提高到95%. */
const ARRIVED = /(?:到|至|达|达到|为)$/;
const PLANNED = /(?:预计|预期|计划|力争|目标|拟|争取|将|应|要求|预测|估计)[^、,;]*$/;
const RANGE_MARK = /^(?:~|-|—|–|至|到)+/;
/** Around a figure, and no name. */
const NAME_EDGES =
  /^(?:[、,;。:=\s]|和|及|与|其中|已|均|都)+|(?:[、,;。:=\s]|已经|已|(?:提高|提升|上升|增长|增加|下降|降低|减少|降)(?:到|至)|达到|达|实际|完成|实现|目前|现为|(?<![发出实])现|共计|共有|共|合计|总计|为|是|有|均|都|全部|约|近|数值|数据|实测|全年|建成|累计|平均|年度|值)+$/g;
const YEARS = /(?:截至|截止|至|到)?(?:19|20)\d{2}年(?:底|末|度|上半年|下半年|[一二三四]季度|1?\d月(?:底|份)?)?/g;
/** Figures of another year, of the best or the worst, of the rule. */
const NOT_NOW =
  /上年|去年|往年|历年|最高|最好|最大|最低|最差|基期|国标|标准|限值|全国|全省|单日|个别|在建|待建|续建|开工|在施|未建/;
const CLAIM_TAIL = /^[,;、。]?(?:已)?(?:达标|合格|完成|达到目标|符合要求|符合|达到要求)?[。.]?$/;

/** By town or school (以乡镇为单位) the lowest is what counts, and the mean says nothing. */
const EACH_UNIT = /以.{1,10}为单位/;

function isNotNow(name: string, indicator: string): boolean {
  if (name === '' || indicator.includes(name)) return false;
  if (!EACH_UNIT.test(indicator)) return NOT_NOW.test(name);
  return NOT_NOW.test(name.replace('最低', ''));
}

/** 最低91.2%、最高99%: the two ends of what there is now; either alone is not the figure. */
function areBothEnds(names: readonly (string | null)[]): boolean {
  return names.length === 2 && names.includes('最低') && names.includes('最高');
}

interface Found {
  readonly amount: Amount;
  /** The words between the figure before and this one. */
  readonly before: string;
  readonly bound: Bound;
  readonly role: 'value' | 'aside' | 'planned';
}

function boundOf(before: string, after: string): { bound: Bound; length: number } {
  const lead = BEFORE.find(({ pattern }) => pattern.test(before));
  for (const { bound, pattern } of AFTER) {
    const match = pattern.exec(after);
    if (match)
      return {
        bound: lead?.bound === 'above' || lead?.bound === 'below' ? lead.bound : bound,
        length: match[0].length,
      };
  }
  return { bound: lead?.bound ?? 'exact', length: 0 };
}

function withBound(value: number, bound: Bound): Pick<Amount, 'low' | 'high' | 'isLowOpen' | 'isHighOpen'> {
  const open = { isLowOpen: bound === 'above', isHighOpen: bound === 'below' };
  if (bound === 'from' || bound === 'above') return { low: value, high: Infinity, ...open };
  if (bound === 'upTo' || bound === 'below') return { low: -Infinity, high: value, ...open };
  return { low: value, high: value, ...open };
}

function nameOf(segment: string): string | null {
  let name = segment;
  for (const { pattern } of BEFORE) name = name.replace(pattern, '');
  name = name.replace(YEARS, '').replace(NAME_EDGES, '').replace(NAME_EDGES, '');
  return name === '' ? null : showDigitNames(name);
}

/** The next figure at or after `from`: digits that are no year, no part of a Latin word, no part of a longer name. */
function nextQuantity(text: string, from: number): QuantityReading | null {
  for (let index = from; index < text.length;) {
    const code = text.charCodeAt(index);
    const isPoint = code === 46 && /\d/.test(text.charAt(index + 1));
    if ((code < 48 || code > 57) && !isPoint) {
      index += 1;
      continue;
    }
    const quantity = quantityAt(text, isSigned(text, index, from) ? index - 1 : index);
    if (quantity !== null && !isInName(text, quantity)) return quantity;
    index = quantity?.end ?? afterDigits(text, index + 1);
  }
  return null;
}

function afterDigits(text: string, start: number): number {
  let index = start;
  while (/\d/.test(text.charAt(index))) index += 1;
  return index;
}

/** A minus belongs to a number only where nothing but a separator stands before it. */
function isSigned(text: string, index: number, from: number): boolean {
  const sign = text.charAt(index - 1);
  if ((sign !== '-' && sign !== '+') || index - 1 < from) return false;
  return index === 1 || /[、,;:为\u4e00-\u9fff=]/.test(text.charAt(index - 2));
}

function isInName(text: string, quantity: QuantityReading): boolean {
  if (/[A-Za-z]/.test(text.charAt(quantity.start - 1)) || text.charAt(quantity.start - 1) === '第') return true;
  if (quantity.unit?.dimension === 'ratio') return false;
  const rest = text.slice(quantity.end);
  return (
    /^(?:以[上下]|及以上|满|周)*[\u4e00-\u9fff]/.test(rest) &&
    !/^(?:左右|以上|以下|以内|至|到)[^\u4e00-\u9fff]*$/.test(rest) &&
    /\d/.test(rest.replace(YEARS, '')) &&
    !/^(?:至|到)\d/.test(rest)
  );
}

interface Scan {
  readonly found: readonly Found[];
  readonly tail: string;
}

function scan(text: string): Scan {
  const found: Found[] = [];
  let position = 0;
  for (;;) {
    const quantity = nextQuantity(text, position);
    if (quantity === null) break;
    const before = text.slice(position, quantity.start);
    const mark = RANGE_MARK.exec(text.slice(quantity.end));
    const second = mark === null ? null : quantityAt(text, quantity.end + mark[0].length);
    const end = second?.end ?? quantity.end;
    const { bound, length } = boundOf(before, text.slice(end));
    const shape =
      second === null
        ? withBound(quantity.value, bound)
        : {
            low: Math.min(quantity.value, second.value),
            high: Math.max(quantity.value, second.value),
            isLowOpen: false,
            isHighOpen: false,
          };
    const shown = text.slice(quantity.start, end + length);
    const lead =
      second === null
        ? (BEFORE.find((record) => record.bound === bound && record.pattern.test(before))?.pattern.exec(before)?.[0] ??
          '')
        : '';
    found.push({
      before,
      amount: { name: nameOf(before), ...shape, unit: second?.unit ?? quantity.unit, text: lead + shown },
      bound: second === null ? bound : 'exact',
      role: ASIDE.test(before) && !ARRIVED.test(before) ? 'aside' : PLANNED.test(before) ? 'planned' : 'value',
    });
    position = end + length;
  }
  return { found, tail: text.slice(position) };
}

const zh = (text: string, en: string): Sentence => ({ zh: text, en });

function noteOf(note: string): Sentence {
  return zh(`实际值括注：${showDigitNames(note)}`, `note in the value: ${cite(showDigitNames(note))}`);
}

/** Words that may stand before a figure without changing whose it is. */
const PLAIN_WORDS =
  /(?:(?:各|所有|全部|每个)(?:类|级)?(?:学校|中小学|医院|医疗机构|机关|单位|企业|社区|街道|乡镇|镇|村|小区|场所|部门|县区|区县|县|区)|最低|全市|全区|全县|全省|全镇|城区|市区|县城|辖区|建成区|主城区|中心城区|城乡|城市|城镇|农村|乡镇|总体|整体|综合|平均|全域|全部|初步|统计|核算|测算|监测|调查|实测|自评|抽查|检测|评估|测评|第三方|上报|填报|公布|数据|指标|结果|显示|新建|新增|建成|完成|举办|开展|组织|召开|发现|查出|检出|接到|受理|培训|创建|创成|建设|配备|设置|改造|经|据|按|各|每个|所有|县区|区县|均|都|在|我市|我区|我县|本市|本区|本县|上半年|下半年|全年|[一二三四]季度|第|截至|截止|\d{1,2}月(?:份|底)?|今年|本年|本年度|当年|年度|年|月|底|末|止|目前|已|的|为|是|达|到|约|共|其中|人均|每[千万百]人口?|发生|出现|查处|(?:提高|提升|上升|增长|增加|下降|降低|减少)(?:到|至)|每年|每日|每天|每月|:|,|、)/g;
/** What makes words before or behind a figure say something else. */
const HEDGED =
  /[不未没否除曾拟差缺]|无(?![烟害障线])|非(?!住宿|寄宿|农|公)|(?<![平高草])原(?!始|料|水)|有望|承诺|预|争取|任务|力争|以外|之外|目标|应当|要求|尚|理论|估算|推算|模拟/;
const SHARED = 2;

/** The words name the indicator, or some of it: 满意度 in 群众对卫生状况满意率. */
function namesIndicator(words: string, indicator: string): boolean {
  if (words.length <= SHARED) return indicator.includes(words);
  for (let start = 0; start + SHARED <= words.length; start += 1) {
    if (indicator.includes(words.slice(start, start + SHARED))) return true;
  }
  return false;
}

function isOfIndicator(name: string | null, indicator: string): boolean {
  if (name === null || indicator.includes(name)) return true;
  if ([...POLLUTANTS.values()].some((pollutant) => name.includes(pollutant))) return true;
  const rest = name.replace(PLAIN_WORDS, '').replace(/[^\u4e00-\u9fffA-Za-z\d]/g, '');
  return rest === '' || (!HEDGED.test(rest) && (indicator === '' || namesIndicator(rest, indicator)));
}

function isHedgedName(name: string | null, indicator: string): boolean {
  return name !== null && HEDGED.test(name) && !indicator.includes(name);
}

const ASIDE_TAIL = /^[,;、。]?(?:较|比|同比|环比|与|其中)/;

/** Behind the figure: nothing, a claim, a comparison, or what is counted. */
function isPlainTail(tail: string, indicator: string): boolean {
  const words = tail.replace(/[^\u4e00-\u9fffA-Za-z\d]/g, '');
  if (words === '' || CLAIM_TAIL.test(tail) || UNMET_CLAIM.test(tail)) return true;
  if (HEDGED.test(words) || /[A-Za-z\d]/.test(words.replace(YEARS, ''))) return false;
  return ASIDE_TAIL.test(tail) || words.startsWith('的') || namesIndicator(words, indicator);
}

/** Where the figure stands in words that were not all understood, the words are shown. */
function isPlain(name: string | null, indicator: string): boolean {
  return name === null || indicator.includes(name) || name.includes(indicator);
}

/** 520盏: one figure and a measure word that no list has. */
function withUnlistedUnit({ found, tail }: Scan): Scan {
  const [only] = found;
  const unit = only !== undefined && found.length === 1 && only.amount.unit === null ? unlistedUnit(tail) : null;
  if (only === undefined || unit === null) return { found, tail };
  return { found: [{ ...only, amount: { ...only.amount, unit, text: only.amount.text + unit.id } }], tail: '' };
}

function readAmounts(text: string, indicator: string, raw: string, notes: Sentence[]): ValueReading {
  const { text: given, lacking } = EACH_UNIT.test(indicator) ? takeLacking(text) : { text, lacking: [] };
  const own = indicator !== '' && given.startsWith(indicator) ? given.slice(indicator.length) : given;
  const { found, tail } = withUnlistedUnit(scan(own));
  if (/(?:19|20)\d{2}年/.test(text)) notes.push(zh(`实际值注明年份：${raw}`, `the value names a year: ${cite(raw)}`));
  const stated = found.filter(({ role }) => role === 'value');
  const one = theFigure(stated, indicator);
  const values = one === null ? stated : [one];
  const common = { raw, text: showDigitNames(text) };
  const caveats = [...notes];
  const odd = (why: Sentence): ValueReading => ({ ...common, kind: 'odd', why, caveats, isUnclear: true });
  if (values.length === 0) {
    if (found.some(({ role }) => role === 'planned'))
      return odd(
        zh(`${quote(raw)}不是实际值（预计或计划数）`, `${quote(raw)} is a forecast or a plan, not an actual value`),
      );
    return { ...common, kind: 'words', caveats };
  }
  if (EACH_UNIT.test(indicator) && /平均|均值/.test(text)) {
    const why = zh(
      `${quote(raw)}是平均值，看不出各单位是否都达到`,
      `"${raw}" is a mean; it does not tell whether every unit reaches it`,
    );
    return odd(why);
  }
  const [first] = values;
  if (first?.bound === 'near') return { ...common, kind: 'words', caveats };
  if (found.some(({ role }) => role === 'planned') && values.some(({ amount }) => amount.unit === null))
    return odd(unclearValue(raw));
  if (
    /[A-Za-z\d]/.test(tail.replace(YEARS, '')) ||
    values.some(({ amount }) => hasStrayLetters(amount.name, indicator))
  )
    return odd(unclearValue(raw));
  if (
    /^[、,;][^\u4e00-\u9fff]*[-—/?]/.test(tail) ||
    (values.some(({ amount }) => isNotNow(amount.name ?? '', indicator)) &&
      !areBothEnds(values.map(({ amount }) => amount.name)))
  )
    return odd(unclearValue(raw));
  const [only] = values;
  const isMeant =
    one !== null
      ? true
      : values.length === 1
        ? isOfIndicator(only?.amount.name ?? null, indicator)
        : !values.some(({ amount }) => isHedgedName(amount.name, indicator));
  if (!isMeant) return odd(unclearValue(raw));
  if (!isPlainTail(tail, indicator)) return odd(unclearValue(raw));
  if (values.some(({ bound }) => bound === 'about')) caveats.push(zh('实际值为约数', 'the value is approximate'));
  if (
    found.length > values.length ||
    !CLAIM_TAIL.test(tail) ||
    (values.length === 1 && !isPlain(first?.amount.name ?? null, indicator))
  ) {
    caveats.push(zh(`实际值原文：${raw}`, `the value as written: ${cite(raw)}`));
  }
  return {
    ...common,
    kind: 'amounts',
    caveats,
    amounts: values.map(({ amount }) => amount),
    claim: UNMET_CLAIM.test(tail) ? false : null,
    ...(lacking.length > 0 ? { lacking } : {}),
  };
}

function unclearValue(raw: string): Sentence {
  return zh(`实际值${quote(raw)}含义不明`, `what the value ${quote(raw)} says is not clear`);
}

function hasStrayLetters(name: string | null, indicator: string): boolean {
  return (
    name !== null &&
    /[A-Za-z]/.test(name) &&
    !indicator.includes(name) &&
    ![...POLLUTANTS.values()].some((pollutant) => name.includes(pollutant))
  );
}

/** What a bracket may say that takes the figure's word away. */
const DISOWNED = /^(?:目标|计划|预计|预期|规划|待|估|暂定|暂估|拟)/;
/** 目标10%: a figure of its own leaves the one before the bracket alone. */
function disowns(note: string): boolean {
  const words = note.replace(YEARS, '').replace(/^的/, '');
  return (DISOWNED.test(words) || LAST_YEARS.test(note)) && !/\d/.test(words);
}
/** 92%（上年数）: not of the year that is judged. */
const LAST_YEARS =
  /^(?:为|系|是|用|沿用|按)?(?:上年|去年|往年|上一年|前年|前一年)(?:度|末|底|同期)?(?:的)?(?:实际)?(?:数据|数值|数|值|统计|完成值|水平|情况)?$/;

/** A claim of failing beside the figure. */
const UNMET_CLAIM = /^[,;、。]?(?:未达标|不达标|未达到目标|未达到|未完成|不合格|未达目标)[。.]?$/;

const SPACED_DIGITS = /(\d) (?=[\d.])|(?<=\.) (?=\d)/g;
/** A formula that was typed into a cell of texts: its figures are no results. */
const FORMULA_TEXT = /^=.*[-+*/^&(!]/;
const MISPLACED_COMMA = /\d,(?!\d{3}(?!\d))\d/;

/** 有，详见附件3: the answer stands before the reference. */
const ANSWER_WITH_ANNEX = /^(有|是|√|已[\u4e00-\u9fff]{2,8}?)[,;(](?:详?见附|详见|附后|附)[^,;]*$/;

/** Longer than any value; words of that length are for a person. */
const LONGEST = 300;

function readText(raw: string, indicator: string): ValueReading {
  const normal = normalise(raw);
  const caveats: Sentence[] = [];
  const common = { raw, text: normal, caveats };
  if (BLANK_MARKS.test(normal)) return { ...common, kind: 'none', words: '' };
  if (NO_VALUE_WORDS.test(normal)) return { ...common, kind: 'none', words: normal };
  if (normal.length > LONGEST) return { ...common, kind: 'odd', why: tooLong(normal) };
  if (/^#[A-Z]/.test(normal)) return { ...common, kind: 'odd', why: errorCell(normal) };
  if (DATE.test(normal)) return { ...common, kind: 'odd', why: dateCell(raw) };
  if (FORMULA_TEXT.test(normal)) return { ...common, kind: 'odd', why: formulaText(raw) };
  const { text: bare, notes } = takeBrackets(
    hideDigitNames(withArabicNumerals(normal).replace(PER_PERIOD, '$2$3/$1').replace(PER_BRACKET, '/$1')),
  );
  caveats.push(...notes.map(noteOf));
  if (notes.some(disowns)) return { ...common, kind: 'odd', why: unclearValue(raw) };
  const fraction = FRACTION.exec(bare.replace(STATED_QUOTIENT, '$1'));
  if (fraction) return readFraction(fraction, raw, bare, caveats);
  const answer = ANSWER_WITH_ANNEX.exec(normal)?.[1];
  if (answer !== undefined) return { ...common, kind: 'words', text: answer };
  const isDeferred = DEFERRED.test(normal);
  if (isDeferred && !/\d[\d.]*[%‰]/.test(normal)) return { ...common, kind: 'none', words: normal };
  const figure = figureOfClaim(bare, notes);
  if (figure !== null) return readAmounts(figure, normalise(indicator), raw, caveats);
  const { text: respelt, claim } = respell(bare);
  if (!/\d/.test(respelt)) return { ...common, kind: 'words' };
  const change = readChange(bare, { raw, text: showDigitNames(bare), caveats });
  if (change) return change;
  if (MISPLACED_COMMA.test(bare))
    return {
      ...common,
      kind: 'odd',
      why: zh(`实际值${quote(raw)}中的逗号含义不明`, `the comma in ${quote(raw)} is not clear`),
    };
  if (/[±×÷]|\d[^\d]*\?/.test(bare)) return { ...common, kind: 'odd', why: unclearValue(raw) };
  if (respelt !== bare) caveats.push(zh(`实际值原文：${raw}`, `the value as written: ${cite(raw)}`));
  const reading = readAmounts(joinDigits(respelt, caveats), normalise(indicator), raw, caveats);
  return reading.kind === 'amounts' && (claim === false || notes.some((note) => UNMET_CLAIM.test(note)))
    ? { ...reading, claim: false }
    : reading;
}

function joinDigits(text: string, caveats: Sentence[]): string {
  if (!text.includes(' ') || !SPACED_DIGITS.test(text)) return text;
  SPACED_DIGITS.lastIndex = 0;
  const joined = text.replace(SPACED_DIGITS, '$1');
  caveats.push(
    zh(
      `实际值数字间有空格，按${showDigitNames(joined)}读取`,
      `blanks between digits; read as ${cite(showDigitNames(joined))}`,
    ),
  );
  return joined;
}

function readFraction(fraction: RegExpExecArray, raw: string, text: string, caveats: Sentence[]): ValueReading {
  const part = Number(fraction[1]);
  const whole = Number(fraction[2]);
  if (whole === 0) return { kind: 'none', raw, text, caveats, words: raw };
  const share = ratioPercent(part, whole);
  return {
    kind: 'amounts',
    raw,
    text,
    caveats,
    claim: null,
    amounts: [exact(share, PERCENT, `${text}（${formatNumber(share)}%）`)],
  };
}

/** part ÷ whole in per cent, without binary noise. */
export function ratioPercent(part: number, whole: number): number {
  return tidy(Number(((part / whole) * 100).toPrecision(13)));
}

function errorCell(text: string): Sentence {
  return zh(`单元格为错误值 ${text}`, `the cell holds the error ${cite(text)}`);
}

function tooLong(text: string): Sentence {
  return zh(
    `实际值有${text.length}个字，太长，需人工判定`,
    `the actual value has ${text.length} characters, too many to read; it is for a person to judge`,
  );
}

function formulaText(text: string): Sentence {
  return zh(`单元格里是没有计算的公式 ${text}`, `the cell holds the formula ${text} as a text`);
}

function dateCell(text: string): Sentence {
  return zh(`单元格为日期 ${text}，不是数值`, `the cell holds the date ${cite(text)}, not a number`);
}

/**
 * What an actual-value (or history, reference) cell says. `indicator` is the row's name, so that it may stand before
 * the figure in the cell. Total: every cell has a reading.
 */
export function readValue(cell: Cell, indicator = ''): ValueReading {
  const raw = cell.text;
  switch (cell.kind) {
    case 'blank':
      return { kind: 'none', raw: '', text: '', words: '', caveats: [] };
    case 'number':
      return typeof cell.value === 'number' && Number.isFinite(cell.value)
        ? readNumber(cell.value, cell)
        : readText(raw, indicator);
    case 'error':
      return {
        kind: 'odd',
        raw,
        text: raw,
        caveats: [],
        why: errorCell(typeof cell.value === 'string' ? cell.value : raw),
      };
    case 'date':
      return { kind: 'odd', raw, text: raw, caveats: [], why: dateCell(raw) };
    case 'boolean':
      return { kind: 'words', raw, text: cell.value === true ? 'TRUE' : 'FALSE', caveats: [] };
    case 'text':
      return readText(typeof cell.value === 'string' ? cell.value : raw, indicator);
  }
}
