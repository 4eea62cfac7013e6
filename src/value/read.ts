// Owns how a cell becomes an actual value: figures with units and doubts, or words. Must not know the target:
// what words or figures mean for a condition is decided in verdict/. Never throws.
import type { Cell } from '../sheet/sheet';
import { formatNumber, tidy } from '../text/decimal';
import { remembered } from '../text/memory';
import { normalise } from '../text/normalise';
import { withArabicNumerals } from '../text/numerals';
import { quantityAt } from '../text/quantity';
import { cite, quote, type Sentence } from '../text/sentence';
import { PERCENT, readUnit, type Unit } from '../text/units';
import { hideDigitNames, showDigitNames } from './digit-names';
import { scan, YEARS, withUnlistedUnit, type Found } from './scan';
import {
  CLAIM_TAIL,
  EACH_UNIT,
  UNMET_CLAIM,
  areBothEnds,
  hasStrayLetters,
  isHedgedName,
  isNotNow,
  isOfIndicator,
  isPlain,
  isPlainTail,
} from './whose';
import { takeLacking, theFigure } from './several';
import { shareIn, type Share } from './share';
import { figureOfClaim, respell, respellNumerals, withoutExplanation } from './spelling';
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

/** 达标率45/48 */
const SHARE_BEFORE = /^[\u4e00-\u9fff]{1,8}(?:率|比例|占比)(?:为|是|达|:)?(?=\d)/;

/** 480/500=96% */
const STATED_QUOTIENT = /^(\d+\/\d+)[=≈]\d+(?:\.\d+)?%$/;

const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日)$/;

const zh = (text: string, en: string): Sentence => ({ zh: text, en });

function noteOf(note: string): Sentence {
  return zh(`实际值括注：${showDigitNames(note)}`, `note in the value: ${cite(showDigitNames(note))}`);
}

interface Reading {
  /** Of several figures, the others explain this one. */
  readonly isExplained: boolean;
  /** How many parts are named without a figure. */
  readonly lacking: number;
}

/** The words around the figures leave it open whether they are the indicator's figures of now. */
function isUnclear(values: readonly Found[], how: Reading, tail: string, indicator: string): boolean {
  const names = values.map(({ amount }) => amount.name);
  if (/[A-Za-z\d]/.test(tail.replace(YEARS, '')) || /^[、,;][^\u4e00-\u9fff]*[-—/?]/.test(tail)) return true;
  if (names.some((name) => hasStrayLetters(name, indicator)) || !isPlainTail(tail, indicator)) return true;
  if (names.some((name) => isNotNow(name ?? '', indicator)) && !areBothEnds(names)) return true;
  if (how.isExplained) return false;
  return names.length + how.lacking === 1
    ? !isOfIndicator(names[0] ?? null, indicator)
    : names.some((name) => isHedgedName(name, indicator));
}

function readAmounts(text: string, indicator: string, raw: string, notes: Sentence[]): ValueReading {
  const { text: given, lacking } = EACH_UNIT.test(indicator) ? takeLacking(text) : { text, lacking: [] };
  const own = indicator !== '' && given.startsWith(indicator) ? given.slice(indicator.length) : given;
  const { found, tail } = withUnlistedUnit(scan(own));
  if (/(?:19|20)\d{2}年/.test(text)) notes.push(zh(`实际值注明年份：${raw}`, `the value names a year: ${cite(raw)}`));
  const stated = found.filter(({ role }) => role === 'value');
  const one = theFigure(stated, indicator);
  const values = one === null ? stated : [one];
  const [first] = values;
  const arePlanned = found.some(({ role }) => role === 'planned');
  const common = { raw, text: showDigitNames(text) };
  const caveats = [...notes];
  const odd = (why: Sentence): ValueReading => ({ ...common, kind: 'odd', why, caveats, isUnclear: true });
  if (first === undefined) return arePlanned ? odd(forecast(raw)) : { ...common, kind: 'words', caveats };
  if (EACH_UNIT.test(indicator) && /平均|均值/.test(text)) return odd(meanOfUnits(raw));
  if (first.bound === 'near') return { ...common, kind: 'words', caveats };
  if (arePlanned && values.some(({ amount }) => amount.unit === null)) return odd(unclearValue(raw));
  if (isUnclear(values, { isExplained: one !== null, lacking: lacking.length }, tail, indicator))
    return odd(unclearValue(raw));
  if (values.some(({ bound }) => bound === 'about')) caveats.push(zh('实际值为约数', 'the value is approximate'));
  const hasMore = found.length > values.length || !CLAIM_TAIL.test(tail);
  if (hasMore || (values.length === 1 && !isPlain(first.amount.name, indicator))) caveats.push(asWritten(raw));
  return {
    ...common,
    kind: 'amounts',
    caveats,
    amounts: values.map(({ amount }) => amount),
    claim: UNMET_CLAIM.test(tail) ? false : null,
    ...(lacking.length > 0 ? { lacking } : {}),
  };
}

function asWritten(raw: string): Sentence {
  return zh(`实际值原文：${raw}`, `the value as written: ${cite(raw)}`);
}

function forecast(raw: string): Sentence {
  return zh(`${quote(raw)}不是实际值（预计或计划数）`, `${quote(raw)} is a forecast or a plan, not an actual value`);
}

function meanOfUnits(raw: string): Sentence {
  return zh(
    `${quote(raw)}是平均值，看不出各单位是否都达到`,
    `${quote(raw)} is a mean; it does not tell whether every unit reaches it`,
  );
}

function unclearValue(raw: string): Sentence {
  return zh(`实际值${quote(raw)}含义不明`, `what the value ${quote(raw)} says is not clear`);
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

const SPACED_DIGITS = /(\d) (?=[\d.])|(?<=\.) (?=\d)/g;
/** A formula that was typed into a cell of texts: its figures are no results. */
const FORMULA_TEXT = /^=.*[-+*/^&(!]/;
const MISPLACED_COMMA = /\d,(?!\d{3}(?!\d))\d/;

/** 去年95%，今年尚未统计 */
const ONLY_LAST_YEAR = /^(?:去年|上年)[^,;]*[,;](?:今年|本年)[^,;\d]*(?:尚未|未|待|没)[^,;]*$/;
/** 完成计划的105%, of a 完成率. */
const OF_COMPLETION = /完成率|执行率|完成进度/;
const COMPLETED = /^完成了?(?:年度|全年)?(?:计划|任务|目标)(?:任务|数|量)?的(?=\d)/;

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
    hideDigitNames(
      withArabicNumerals(respellNumerals(normal)).replace(PER_PERIOD, '$2$3/$1').replace(PER_BRACKET, '/$1'),
    ),
  );
  caveats.push(...notes.map(noteOf));
  if (notes.some(disowns)) return { ...common, kind: 'odd', why: unclearValue(raw) };
  const fraction = FRACTION.exec(bare.replace(STATED_QUOTIENT, '$1').replace(SHARE_BEFORE, ''));
  if (fraction) return readFraction(fraction, raw, bare, caveats);
  if (ONLY_LAST_YEAR.test(normal)) return { ...common, kind: 'none', words: normal };
  const answer = ANSWER_WITH_ANNEX.exec(normal)?.[1];
  if (answer !== undefined) return { ...common, kind: 'words', text: answer };
  const isDeferred = DEFERRED.test(normal);
  if (isDeferred && !/\d[\d.]*[%‰]/.test(normal)) return { ...common, kind: 'none', words: normal };
  const figure = figureOfClaim(bare, notes);
  if (figure !== null) return readAmounts(figure, normalise(indicator), raw, caveats);
  const share = shareIn(bare, normalise(indicator));
  if (share !== null) return readShare(share, raw, bare, caveats);
  const own = OF_COMPLETION.test(indicator) ? bare.replace(COMPLETED, '') : bare;
  const { text: respelt, claim } = respell(withoutExplanation(own));
  if (!/\d/.test(respelt)) return { ...common, kind: 'words' };
  const change = readChange(withoutExplanation(bare), { raw, text: showDigitNames(bare), caveats });
  if (change) return change;
  if (MISPLACED_COMMA.test(bare))
    return {
      ...common,
      kind: 'odd',
      why: zh(`实际值${quote(raw)}中的逗号含义不明`, `the comma in ${quote(raw)} is not clear`),
    };
  if (/[±×÷]|\d[^\d]*\?/.test(bare)) return { ...common, kind: 'odd', why: unclearValue(raw) };
  if (respelt !== bare) caveats.push(asWritten(raw));
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

function twoCounts(raw: string, quotient: string, share: string): Sentence {
  return zh(
    `${quote(raw)}是两个数量，如按${quotient}计算为${share}%，请核对后填写比例`,
    `${quote(raw)} is two counts; ${quotient} would be ${share}%; please check and fill in the share`,
  );
}

/** 48个社区中45个达标, with the quotient said. */
function readShare({ part, whole, isSaid }: Share, raw: string, text: string, caveats: Sentence[]): ValueReading {
  const share = ratioPercent(part, whole);
  if (!isSaid) return { kind: 'odd', raw, text, caveats, why: twoCounts(raw, `${part}/${whole}`, formatNumber(share)) };
  const shown = `${part}/${whole}（${formatNumber(share)}%）`;
  caveats.push(zh(`实际值按${shown}计算：${raw}`, `the value is computed as ${cite(shown)}: ${cite(raw)}`));
  return { kind: 'amounts', raw, text, caveats, claim: null, amounts: [exact(share, PERCENT, shown)] };
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
