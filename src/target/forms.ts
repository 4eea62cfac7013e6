// Owns the forms a single condition is written in: a table of records, each with a name, an example and a reader of
// one clause. Must not know other clauses, the indicator, or the profile: those stand in read.ts.
import { isYearAt, quantityAt, type Quantity, type QuantityReading } from '../text/quantity';
import { readUnit, unlistedUnit } from '../text/units';
import type { Base, Comparison, Leaf, Move, Scale, Sign } from './target';

export interface Form {
  readonly name: string;
  readonly example: string;
  /** Reads a whole clause (normalised, figures for numerals, brackets taken out); null when it is not this form. */
  readonly read: (clause: string) => Leaf | readonly Leaf[] | null;
}

/** What a wording before a number says. `reach`, `neutral`: it is reached or kept, the direction is the indicator's. */
type Lead = Sign | 'reach' | 'neutral' | 'garbled';

const LEADS: readonly { readonly lead: Lead; readonly words: string }[] = [
  {
    lead: '≥',
    words:
      '≥ 不低于 不下于 不少于 不小于 不下于 不得低于 不得少于 不应低于 不应少于 不得小于 不应小于 不能低于 不能少于 大于等于 大于或等于 至少达到 至少 最少 最低 力争达到 提高到 提高至 提升到 提升至 增加到 增加至 增长到 增至 升至 上升到 上升至 扩大到 延长到',
  },
  {
    lead: '≤',
    words:
      '≤ 不超过 不超 不高于 不大于 不多于 不得超过 不得高于 不得大于 不得多于 不应超过 不应高于 不应大于 不能超过 不能高于 小于等于 小于或等于 最多 至多 最高 控制在 控制到 限制在 降至 降到 降低到 降低至 下降到 下降至 减少到 减少至 减至 压减到 压减至 缩短到 缩短至 压缩到 压缩至',
  },
  { lead: '>', words: '> 超过 高于 大于 多于 突破 超 逾' },
  { lead: '<', words: '< 低于 少于 小于 不满 未满 不足 不到' },
  { lead: '=', words: '= 等于' },
  { lead: 'reach', words: '达到 达 实现 完成 覆盖' },
  { lead: 'neutral', words: '保持在 维持在 稳定在 保持 稳定 为 是 : 目标值为 目标为 在' },
  { lead: 'garbled', words: '? 》 《 □ � ¿ >_ <_' },
];

const SUFFIXES: readonly { readonly sign: Sign | 'approximate'; readonly words: string }[] = [
  { sign: '≥', words: '以上 及以上 或以上 及其以上 之上 或更高 以上水平' },
  { sign: '≤', words: '以下 及以下 或以下 以内 之内 之下 或更低 内' },
  { sign: 'approximate', words: '左右 上下' },
];

interface Wording<T> {
  readonly text: string;
  readonly means: T;
}

function wordings<T>(records: readonly { readonly words: string; readonly means: T }[]): readonly Wording<T>[] {
  const all = records.flatMap(({ words, means }) => words.split(' ').map((text) => ({ text, means })));
  return all.sort((a, b) => b.text.length - a.text.length);
}

const LEAD_WORDINGS = wordings(LEADS.map(({ lead, words }) => ({ words, means: lead })));
const SUFFIX_WORDINGS = wordings(SUFFIXES.map(({ sign, words }) => ({ words, means: sign })));
/** May stand after a condition without changing it. */
const TAIL =
  /^(?:的?(?:要求|标准|水平|目标值?|比例|比率|规定)|达标|合格|覆盖|全覆盖|完成|办结|到位|完好|建成|配备|处理|处置|落实|及时|普及|安全|满意|之间|间|的?(?:区域|时间|点位|人数|人口)?)$/;
/** `100%的社区建有健身设施`: whom the share is of. */
const SHARE_OF = /^的[^不未无没\d≥≤<>=]{1,24}$/;
/** What is counted, and nothing that is said of it. */
const COUNTED_THING =
  /^(?:(?![不未无没])[\u4e00-\u9fff]){2,10}?(?:随访|评估|检查|体检|培训|演练|宣传|活动|讲座|监测|消毒|消杀|巡查|督导|会议|医生|医师|护士|教师|人员|专员|辅导员|督导员|指导员|医院|机构|中心|站|室|设施|场所|公园|公厕|课程|服务)$|^(?:随访|评估|检查|体检|培训|演练|宣传|活动|讲座|监测|消毒|消杀|巡查|督导|会议)$/;
const THING = /^[^不未无没\d≥≤<>=,、]{2,16}$/;
/** The lead may be parted from its number by these. */
const FILLER = /^(?:到|至|了|在|为|有|:)?/;

interface Measured {
  readonly subject: string | null;
  readonly lead: Lead | null;
  readonly quantity: QuantityReading;
  readonly suffix: Sign | 'approximate' | null;
  readonly tail: string;
  readonly second: QuantityReading | null;
}

/** Where amounts start in a clause: digits that are no year and no part of a name (PM2.5, GB3095, 0-6岁, 15分钟). */
function amountStarts(clause: string): number[] {
  const starts: number[] = [];
  for (let index = 0; index < clause.length;) {
    const code = clause.charCodeAt(index);
    if (code < 48 || code > 57) {
      index += 1;
      continue;
    }
    const end = endOfNumber(clause, index);
    const isSigned = /[≥≤<>=]-$/.test(clause.slice(Math.max(0, index - 2), index));
    if (!isYearAt(clause, index) && !/[A-Za-z]$/.test(clause.slice(Math.max(0, index - 1), index)))
      starts.push(isSigned ? index - 1 : index);
    index = end;
  }
  return starts;
}

function endOfNumber(clause: string, start: number): number {
  let end = start;
  while (end < clause.length && /[\d.,]/.test(clause.charAt(end))) end += 1;
  return end;
}

const RANGE_MARK = /^(?:~|-|—|–|至|到)+/;

function suffixAt(clause: string, position: number): { sign: Sign | 'approximate'; length: number } | null {
  const found = SUFFIX_WORDINGS.find(({ text }) => clause.startsWith(text, position));
  return found ? { sign: found.means, length: found.text.length } : null;
}

function isSign(lead: Lead): lead is Sign {
  return lead.length === 1;
}

function leadBefore(clause: string, position: number): { lead: Lead; start: number } | null {
  for (const trim of [0, 1]) {
    const end = position - trim;
    if (trim === 1 && !FILLER.exec(clause.slice(end, position))?.[0]) break;
    const found = LEAD_WORDINGS.find(({ text }) => clause.endsWith(text, end) && end - text.length >= 0);
    if (found === undefined) continue;
    const start = end - found.text.length;
    // 至少完成12个: the sign stands before the verb.
    const outer = found.means === 'reach' ? leadBefore(clause, start) : null;
    return outer !== null && outer.lead !== 'neutral' ? outer : { lead: found.means, start };
  }
  const verb = DOING.exec(clause.slice(0, position))?.[0];
  const outer = verb === undefined ? null : leadBefore(clause, position - verb.length);
  return outer !== null && isSign(outer.lead) ? outer : null;
}

/** A clause as `subject · lead · number unit · suffix · tail`, or a range; null when it holds no amount or more than that. */
function measure(clause: string): Measured | null {
  const starts = amountStarts(clause);
  for (const start of starts) {
    const quantity = quantityAt(clause, start);
    if (quantity === null) continue;
    const mark = RANGE_MARK.exec(clause.slice(quantity.end));
    const second = mark === null ? null : quantityAt(clause, quantity.end + mark[0].length);
    const end = second?.end ?? quantity.end;
    const suffix = suffixAt(clause, end);
    const tail = clause.slice(end + (suffix?.length ?? 0));
    // A later amount means that this one belongs to a name (5岁以下儿童, 15分钟健身圈).
    if (amountStarts(tail).length > 0) {
      if (!isNameLike(quantity, clause)) return null;
      continue;
    }
    const lead = leadBefore(clause, start);
    const subject = clause.slice(0, lead?.start ?? start);
    return {
      subject: subject === '' ? null : subject,
      lead: lead?.lead ?? null,
      quantity,
      suffix: suffix?.sign ?? null,
      tail,
      second,
    };
  }
  return null;
}

const NAME_DIMENSIONS = new Set(['year', 'month', 'time', 'day', 'length', 'week', 'grade']);

/** 5岁以下儿童, 15分钟健身圈, 0-6岁儿童: a number that names whom or what. */
function isNameLike({ unit, end }: QuantityReading, clause: string): boolean {
  const after = clause.slice(end);
  if (unit === null) return /^(?:-|~|至|到)\d/.test(after) || /^[\u4e00-\u9fff]/.test(after);
  return NAME_DIMENSIONS.has(unit.dimension) && /^[\u4e00-\u9fff(-~]/.test(after) && !/^(?:内|之内|前|后)/.test(after);
}

const HAS_SIGN = /[≥≤<>=]/;
/** Subjects that change what the number means; their own forms read them, or no form does. */
const MOVING =
  /(?:下降|降低|减少|减低|提高|提升|上升|增长|增加|缩短|压减|削减|降幅|增幅|涨幅|升幅|较|(?<![占分配])比|同比|环比|除|倍|翻|不|未|非|近|≈|第|前|年均)$|\d年?内|力争|平均水平|上年|去年|同期|基期|基础上|高于|低于|优于|[×*+＋]|每\d|每(?!天|日|周|月|季|年|半|千|万|百|人|平方|公里|户均|学期|学年)/;
/** 每个县: whom it is asked of, and no rate by the head. */
function isMoving(subject: string): boolean {
  return MOVING.test(EACH_PLACE.test(subject) ? subject.replace(/^每[个所家座]?/, '') : subject);
}

const DOING =
  /(?:新建|建成|完成|创建|开展|举办|组织|培训|改造|新增|打造|设立|建设|配备|设置|召开|建立|完善|引进|培育|命名|创成|实施)$/;

function combine(lead: Lead | null, suffix: Measured['suffix']): Lead | null {
  if (suffix === null || suffix === 'approximate') return lead ?? 'neutral';
  if (lead === null || lead === 'neutral' || lead === 'reach') return suffix;
  if (lead === 'garbled') return 'garbled';
  const isUp = (sign: Sign): boolean => sign === '≥' || sign === '>';
  return lead !== '=' && isUp(lead) === isUp(suffix) ? lead : null;
}

/** The number itself, with the shape that lead and suffix give it; null when the words around it are not understood. */
function readMeasured(clause: string): Leaf | readonly Leaf[] | null {
  const found = measure(clause);
  if (found === null) return null;
  const { lead, suffix, second } = found;
  const own = found.quantity.unit === null && !TAIL.test(found.tail) ? unlistedUnit(found.tail) : null;
  const quantity = own === null ? found.quantity : { ...found.quantity, unit: own };
  if (quantity.unit?.dimension === 'grade' && AS_GRADE.test(found.subject ?? '')) return null;
  const tail = own === null ? found.tail : '';
  const isThing = isThingDone(found.subject, quantity, tail) || isThingCounted(found, quantity, tail);
  if (!TAIL.test(tail) && !isShareOf(quantity, tail) && !isThing) return null;
  const trend = TREND_BEFORE.exec(found.subject ?? '');
  const isAbout = /(?:大约|约|≈)$/.test(found.subject ?? '');
  const subject = subjectOf(found.subject?.replace(/(?:大约|约|≈)$/, '') ?? null, trend?.[0].length ?? 0);
  if (subject !== null && (HAS_SIGN.test(subject) || isMoving(subject))) return null;
  const number =
    second === null
      ? readSingle(
          withoutPeriod(subject),
          combine(lead, suffix),
          perPeriod(quantity, subject),
          isAbout || suffix === 'approximate',
          lead !== null,
        )
      : readRange(subject, found, second);
  if (number === null || trend === null) return number;
  const move = moveOf(trend[2] ?? '') ?? (/降|减|缩/.test(clause) ? 'down' : 'up');
  return [{ kind: 'trend', move, isStrict: true, steps: null, words: STRICT_WORDS[move] }, number];
}

/** 达到部颁二级以上标准: a rung of a ladder, no count. */
const AS_GRADE = /达到|符合/;

function isShareOf({ unit }: Quantity, tail: string): boolean {
  return unit?.dimension === 'ratio' && SHARE_OF.test(tail);
}

/** 建成2个国家卫生县: what is counted stands behind the number. */
function isThingDone(subject: string | null, { unit }: Quantity, tail: string): boolean {
  return subject !== null && DOING.test(subject) && (unit?.dimension.startsWith('count:') ?? false) && THING.test(tail);
}

/** 每年至少4次面对面随访: a sign before the count, and what is counted behind it. */
function isThingCounted({ lead }: Measured, { unit }: Quantity, tail: string): boolean {
  return lead !== null && isSign(lead) && (unit?.dimension.startsWith('count:') ?? false) && COUNTED_THING.test(tail);
}

function subjectOf(words: string | null, cut: number): string | null {
  if (words === null) return null;
  const subject = words
    .slice(0, words.length - cut)
    .replace(/(?:应|需|要|须|(?<!人)均|都|力争|确保|平均|一般|分别|总体|原则上|按|全年|年度|[:,])+$/, '')
    .replace(/^[,、;:]+|,/g, '');
  return subject === '' ? null : subject;
}

function readSingle(
  subject: string | null,
  sign: Lead | null,
  quantity: Quantity,
  isApproximate: boolean,
  isLed: boolean,
): Leaf | null {
  if (sign === null) return null;
  const { value, unit } = quantity;
  if ((sign === 'neutral' || sign === 'reach') && subject !== null && DOING.test(subject)) {
    return { kind: 'threshold', subject, sign: '≥', value, unit, isApproximate };
  }
  if (value === 0 && sign !== 'garbled' && sign.length > 1 && subject === null && unit?.dimension !== 'ratio') {
    return presence(`0${unit?.id ?? ''}`, false, null);
  }
  if (sign === 'neutral' || sign === 'garbled' || sign === 'reach') {
    return {
      kind: 'bare',
      subject,
      value,
      unit,
      isApproximate,
      isGarbled: sign === 'garbled',
      isLed,
      isReached: sign === 'reach',
    };
  }
  return { kind: 'threshold', subject, sign, value, unit, isApproximate };
}

/** 每周不少于3次: the period belongs to the unit. What is told by the day or the year carries on as itself. */
const PERIOD = /每(个?季度|季|个?月|周|星期|半年|天|日|年|个?学期|学年)$/;
const PER_PERIOD: ReadonlyMap<string, string> = new Map([
  ['季度', '季'],
  ['个季度', '季'],
  ['季', '季'],
  ['个月', '月'],
  ['月', '月'],
  ['周', '周'],
  ['星期', '周'],
  ['半年', '半年'],
  ['天', '天'],
  ['日', '天'],
  ['年', '年'],
  ['学年', '年'],
  ['学期', '学期'],
  ['个学期', '学期'],
]);

function withoutPeriod(subject: string | null): string | null {
  const rest = subject?.replace(PERIOD, '') ?? '';
  return rest === '' ? null : rest;
}

function perPeriod(quantity: Quantity, subject: string | null): Quantity {
  const period = PER_PERIOD.get(PERIOD.exec(subject ?? '')?.[1] ?? '');
  const { value, unit } = quantity;
  return period === undefined || unit === null ? quantity : { value, unit: readUnit(`${unit.id}/${period}`) ?? unit };
}

const RANGE_LEADS = new Set<Lead | null>([null, 'neutral', 'reach', '≤']);

function readRange(subject: string | null, found: Measured, second: QuantityReading): Leaf | null {
  const { quantity: first, lead, suffix } = found;
  if (!RANGE_LEADS.has(lead) || (suffix !== null && suffix !== '≤')) return null;
  const unit = second.unit ?? first.unit;
  if (first.unit !== null && unit !== null && first.unit.id !== unit.id) return null;
  const low = first.value;
  const high = Math.abs(second.value);
  return low < high ? { kind: 'range', subject, low, high, unit } : null;
}

const MOVES: readonly { readonly move: Move; readonly words: readonly string[] }[] = [
  { move: 'down', words: ['下降', '降低', '减少', '下滑', '减低', '缩短', '压减', '递减', '递降', '回落', '降'] },
  {
    move: 'up',
    words: ['提高', '提升', '上升', '增长', '增加', '升高', '上涨', '扩大', '延长', '递增', '增强', '增多', '升'],
  },
  { move: 'better', words: ['改善', '好转', '优化', '向好', '改进'] },
];
const STRICT_WORDS: Readonly<Record<Move, string>> = { up: '逐年提高', down: '逐年下降', better: '持续改善' };
const MOVE_WORDS =
  '下降|降低|减少|下滑|减低|缩短|压减|递减|递降|回落|提高|提升|上升|增长|增加|升高|上涨|扩大|延长|递增|增强|增多|改善|好转|优化|向好|改进';
const STEADY =
  '逐年|逐步|持续|不断|稳步|连年|年年|每年|有所|明显|显著|大幅|进一步|连续|逐渐|有效|继续|稳定|平稳|实现|保持';

function moveOf(words: string): Move | null {
  return MOVES.find((record) => record.words.includes(words))?.move ?? null;
}

/** `逐年提高到90%以上`: a trend and a threshold. */
const TREND_BEFORE = new RegExp(`(逐年|逐步|持续|不断|稳步|逐渐)(${MOVE_WORDS})?(?:并)?$`);
const TREND = new RegExp(`^([^\\d≥≤<>=]{0,24}?)(?:(?:${STEADY})+(?:(\\d+)年)?)?(?:地|的|实现|保持)?(${MOVE_WORDS})$`);
const SOFT = new RegExp(
  `^[^\\d≥≤<>=]{0,24}?(?:呈|总体|整体|趋于|保持|呈现|维持|稳中有|逐年|持续|稳步|不断|逐步|明显|的)*(${MOVE_WORDS}|升|降)(?:的)?(趋势|态势|势头|)$`,
);
const SOFT_LEAD = /呈|总体|整体|趋于|趋势|态势|势头|稳中有/;
const STILL = new RegExp(
  `^[^\\d≥≤<>=]{0,24}?(?:不|不得|不再|没有|未|无|只升不|只降不|只减不|只增不|零)(${MOVE_WORDS}|反弹|恶化|变差|升|降|增|减)$`,
);
const STILL_MOVES: ReadonlyMap<string, Move> = new Map([
  ['反弹', 'better'],
  ['恶化', 'better'],
  ['变差', 'better'],
  ['降', 'up'],
  ['减', 'up'],
  ['升', 'down'],
  ['增', 'down'],
]);

/** 不下降 asks for not going down: the move allowed is the other one. */
function opposite(word: string): Move | null {
  const known = STILL_MOVES.get(word);
  if (known) return known;
  const move = moveOf(word);
  return move === 'down' ? 'up' : move === 'up' ? 'down' : move;
}

/** 控制增长, 遏制上升势头: a move held back; what is left of it is for a person. */
const HELD_BACK = /控制|遏制|遏止|抑制|防止|防范|严防|严控|减缓|延缓|放缓|减慢|扭转|避免|阻止|制止|限制|杜绝|减轻|克服/;
/** 增幅下降: about the growth, not the figure. */
const OF_GROWTH =
  /(?:增幅|增速|涨幅|升幅|降幅|增长率|增长幅度|增长速度|增长|上升|幅度|速度)(?:有所|明显|逐年|持续|稳步|不断|逐步|总体|呈|整体)*$/;

function isOfOtherMove(before: string): boolean {
  return HELD_BACK.test(before) || OF_GROWTH.test(before);
}

const DECORATION = /(?:的?(?:要求|目标|水平|情况))$/;

function readTrend(clause: string): Leaf | null {
  const match = TREND.exec(clause);
  if (match === null || SOFT_LEAD.test(clause) || NAMES_BASE.test(clause)) return null;
  if (/[不未无没]$/.test(match[1] ?? '') || isOfOtherMove(match[1] ?? '')) return null;
  const move = moveOf(match[3] ?? '');
  return move === null
    ? null
    : { kind: 'trend', move, isStrict: true, steps: match[2] === undefined ? null : Number(match[2]), words: clause };
}

function readSoftTrend(clause: string): Leaf | null {
  const match = SOFT.exec(clause);
  if (match === null || !SOFT_LEAD.test(clause) || /[不未无没]/.test(clause) || NAMES_BASE.test(clause)) return null;
  const word = match[1] ?? '';
  if (isOfOtherMove(clause.slice(0, clause.lastIndexOf(word)))) return null;
  const move = moveOf(word);
  return move === null ? null : { kind: 'softTrend', move, isFirm: /逐年|每年|连年/.test(clause), words: clause };
}

function readStill(clause: string): Leaf | null {
  const match = STILL.exec(clause);
  if (match === null || NAMES_BASE.test(clause) || HELD_BACK.test(clause)) return null;
  const move = opposite(match[1] ?? '');
  return move === null ? null : { kind: 'trend', move, isStrict: false, steps: null, words: clause };
}

const PREVIOUS = '上年同期|去年同期|上[一1]年度|上[一1]年|上年度|上年|去年|前[一1]年|同期|上期';
const BASE = `(?:(${PREVIOUS})|((?:19|20)\\d{2})年(?:底|末|度)?|(基期|基准年|基线|十[二三四五]五末?))(?:的)?(?:水平|值|同期|实际值|实际|数|数值)?`;
const NAMES_BASE = new RegExp(`(?:较|比|与|同|于|过|在)(?:${PREVIOUS}|(?:19|20)\\d{2}年|基|十)|同比|环比`);
const CHANGE = new RegExp(
  `^([^\\d≥≤<>=]{0,24}?)(?:(?:应|要|须)?(?:较|比|与|同|在)${BASE}(?:相比|比|基础上|的基础上)?,?|(同比|每年|年均|累计)|)(?:有所|明显|显著|至少|再|持续|稳步)?(?:实现)?` +
    `(${MOVE_WORDS}|降幅|增幅|增速|升幅)(?:率|幅度|比例)?(?:了|达到|达|在|为)?(.*)$`,
);
const AMOUNT_LEADS: readonly Wording<Comparison['sign']>[] = wordings([
  { means: '≥' as const, words: '≥ 不低于 不少于 不小于 至少 达到 达' },
  { means: '≤' as const, words: '≤ 不超过 不高于 不大于 控制在 最多' },
  { means: '>' as const, words: '> 超过 高于 大于' },
  { means: '<' as const, words: '< 低于 小于' },
]);

const PLAN_ENDS: ReadonlyMap<string, number> = new Map([
  ['十二五', 2015],
  ['十三五', 2020],
  ['十四五', 2025],
  ['十五五', 2030],
]);

/** From the last two groups of BASE. */
function baseOf(year: string | undefined, name: string | undefined): Base {
  if (year !== undefined) return { kind: 'year', year: Number(year) };
  if (name === undefined) return { kind: 'previous' };
  const end = PLAN_ENDS.get(name.slice(0, 3));
  return end === undefined ? { kind: 'baseline' } : { kind: 'year', year: end };
}

function changeMove(word: string): 'up' | 'down' | null {
  const move = moveOf(word) ?? (word === '降幅' ? 'down' : 'up');
  return move === 'better' ? null : move;
}

/** 较上年下降5%, 同比提高2个百分点, 下降3%以上, 较上年提高. */
function readChange(clause: string): Leaf | null {
  const match = CHANGE.exec(clause);
  if (match === null) return null;
  const [, subject = '', previous, year, name, short, word = '', rest = ''] = match;
  if (
    OF_GROWTH.test(subject) ||
    /[不未无没]$|较|与|比(?!例|重|率)|环比/.test(subject) ||
    /(?:平均|月均|到|至)/.test(subject + rest.slice(0, 1))
  )
    return null;
  const isBaseNamed = (previous ?? year ?? name ?? short) !== undefined;
  const base: Base = short === '年均' || short === '累计' ? { kind: 'span', name: short } : baseOf(year, name);
  if (rest === '') return isBaseNamed && short !== '每年' && base.kind !== 'span' ? readPlainChange(word, base) : null;
  const move = changeMove(word);
  if (move === null) return null;
  const lead = AMOUNT_LEADS.find(({ text }) => rest.startsWith(text));
  const amount = quantityAt(rest, lead?.text.length ?? 0);
  if (amount === null || amount.value < 0) return null;
  const suffix = suffixAt(rest, amount.end);
  if (rest.length !== amount.end + (suffix?.length ?? 0) || suffix?.sign === 'approximate') return null;
  const sign = combine(signOf(lead?.means), suffix?.sign ?? null);
  if (sign === null || sign === 'garbled' || sign === '=' || sign === 'reach') return null;
  const measure = amount.unit?.dimension === 'point' ? 'points' : amount.unit?.id === '%' ? 'relative' : 'absolute';
  return {
    kind: 'change',
    move,
    base,
    isBaseNamed,
    sign: sign === 'neutral' ? '≥' : sign,
    amount: amount.value,
    measure,
    unit: amount.unit,
  };
}

function signOf(means: Comparison['sign'] | undefined): Lead | null {
  return means === undefined || means === 'better' || means === 'notWorse' ? null : means;
}

function readPlainChange(word: string, base: Base): Leaf | null {
  const move = moveOf(word);
  if (move === null) return null;
  return { kind: 'comparison', sign: move === 'up' ? '>' : move === 'down' ? '<' : 'better', base };
}

/** Words that compare with another figure; `notWorse` (达到, nothing) leaves the direction to the indicator. */
const COMPARING = wordings<Comparison['sign']>([
  { means: '≥', words: '≥ 不低于 不少于 不小于 不得低于 不应低于 大于等于 高于或等于' },
  { means: '≤', words: '≤ 不高于 不超过 不大于 不得高于 不得超过 不应高于 不应超过 控制在 小于等于 低于或等于' },
  { means: '>', words: '> 高于 超过 大于' },
  { means: '<', words: '< 低于 小于 少于' },
  { means: 'better', words: '优于 好于' },
  { means: 'notWorse', words: '达到或优于 优于或等于 不劣于 不差于 达到 保持' },
]);

const PREVIOUS_BASE = new RegExp(`^${BASE}$`);
const MEAN_BASE =
  /^(?:近|前|过去|最近|上|此前)(\d{1,2})年(?:来|间|内)?(?:的)?(?:年)?(?:平均|均值|平均水平|平均值|年均值|年均水平|平均数)(?:以下|以上|以内)?$/;
const OUTSIDE_BASE =
  /^((?:同期)?(?:全国|全省|全市|全区|全县|全州|全自治区|本省|本市|省级|市级|国家|省|市|州|自治区|省内|市内|东部地区|中部地区|西部地区|同类城市|同类地区|周边地区|全球|世界)(?:同期|城市|农村|同类|当年|平均|城镇|居民)*(?:平均水平|平均值|平均数|平均|均值|中位数|同期水平|总体水平))(?:以下|以上|以内)?$/;

function readComparison(clause: string): Leaf | null {
  for (let start = 0; start <= Math.min(24, clause.length); start += 1) {
    const word = COMPARING.find(({ text }) => clause.startsWith(text, start));
    const rest = clause.slice(start + (word?.text.length ?? 0)).replace(/的$/, '');
    const base = comparedBase(rest);
    if (base === null) {
      if (word !== undefined) return null;
      continue;
    }
    // 上年 alone names no comparison; a mean or an outside figure does.
    if (word === undefined && (base.kind === 'previous' || base.kind === 'year' || start > 0)) return null;
    const suffix = rest.endsWith('以下') || rest.endsWith('以内') ? '≤' : rest.endsWith('以上') ? '≥' : null;
    return { kind: 'comparison', sign: compareSign(word?.means ?? 'notWorse', suffix), base };
  }
  return null;
}

const MARGIN =
  /^(高于|超过|高出|低于)((?:全国|全省|全市|全区|全县|全州|省|市|国家|东部地区|中部地区|西部地区|同类城市)(?:同期)?(?:平均水平|平均值|平均|均值))(\d+(?:\.\d+)?(?:个百分点|个千分点))(?:以上)?$/;

/** 高于全省平均水平2个百分点. */
function readMargin(clause: string): Leaf | null {
  const [, word, name, size] = MARGIN.exec(clause) ?? [];
  const amount = size === undefined ? null : quantityAt(size, 0);
  if (name === undefined || amount === null) return null;
  return {
    kind: 'change',
    move: word === '低于' ? 'down' : 'up',
    base: { kind: 'outside', name },
    isBaseNamed: true,
    sign: '≥',
    amount: amount.value,
    measure: 'points',
    unit: amount.unit,
  };
}

function compareSign(sign: Comparison['sign'], suffix: '≤' | '≥' | null): Comparison['sign'] {
  return sign === 'notWorse' && suffix !== null ? suffix : sign;
}

function comparedBase(text: string): Base | null {
  const previous = PREVIOUS_BASE.exec(text);
  if (previous) return baseOf(previous[2], previous[3]);
  const mean = MEAN_BASE.exec(text);
  if (mean) return { kind: 'mean', years: Number(mean[1]) };
  const outside = OUTSIDE_BASE.exec(text);
  return outside ? { kind: 'outside', name: outside[1] ?? text } : null;
}

export interface GradeWord {
  readonly scale: Scale;
  readonly level: number;
}

/** Grades from best to worst; 0 is best. */
export const GRADES: ReadonlyMap<string, GradeWord> = new Map<string, GradeWord>([
  ...['A级', 'B级', 'C级', 'D级', 'E级'].map((word, level) => [word, { scale: 'letter', level }] as const),
  ...['一级', '二级', '三级', '四级', '五级'].map((word, level) => [word, { scale: 'number', level }] as const),
  ...['1级', '2级', '3级', '4级', '5级'].map((word, level) => [word, { scale: 'number', level }] as const),
  ...['I级', 'II级', 'III级', 'IV级', 'V级'].map((word, level) => [word, { scale: 'number', level }] as const),
  ...['I类', 'II类', 'III类', 'IV类', 'V类', '劣V类'].map((word, level) => [word, { scale: 'class', level }] as const),
  ...['一类', '二类', '三类', '四类', '五类'].map((word, level) => [word, { scale: 'class', level }] as const),
  ...['1类', '2类', '3类', '4类', '5类'].map((word, level) => [word, { scale: 'class', level }] as const),
  ...['三级甲等', '三级乙等', '三级丙等', '二级甲等', '二级乙等', '二级丙等', '一级甲等', '一级乙等', '一级丙等'].map(
    (word, level) => [word, { scale: 'hospital', level }] as const,
  ),
  ...['三甲', '三乙', '三丙', '二甲', '二乙', '二丙', '一甲', '一乙', '一丙'].map(
    (word, level) => [word, { scale: 'hospital', level }] as const,
  ),
  ['优秀', { scale: 'word', level: 0 }],
  ['优', { scale: 'word', level: 0 }],
  ['良好', { scale: 'word', level: 1 }],
  ['良', { scale: 'word', level: 1 }],
  ['优良', { scale: 'word', level: 1 }],
  ['中等', { scale: 'word', level: 2 }],
  ['合格', { scale: 'word', level: 3 }],
  ['及格', { scale: 'word', level: 3 }],
  ['不合格', { scale: 'word', level: 4 }],
  ['不及格', { scale: 'word', level: 4 }],
  ['差', { scale: 'word', level: 4 }],
]);

const GRADE =
  /^(?:.{0,40}?(?:达到或优于|达到|符合|不低于|优于或等于|保持在|保持|控制在|为|执行|满足|[^A-Za-z\d]))?(?:国家|部颁|部|省级|省颁|行业)?(?:标准)?([一二三]级[甲乙丙]等|[一二三][甲乙丙](?!级)|[A-E]级|[一二三四五1-5]级|(?:III|II|IV|I|V)[级类]|[一二三四五1-5]类|优秀|优良|优|良好|良|合格)(?:级|医院|标准|要求|水平|限值|水质|等级|档次|及以上|或以上|以上|以内|或优于|等次)*$/;
/** Where a higher number is the better grade, or the ladder is another: not read. */
const OTHER_LADDER = /医院|等保|安全等级|保护等级|应急响应|响应|资质|防护|星级|A级景区|震级|残疾|等次为|甲级/;

/** Air quality asks four pollutants at once; other second levels are read as a grade. */
const AIR_QUALITY = /环境空气质量标准.*二级|空气.{0,12}(?:国家)?二级标准/;

function readGrade(clause: string): Leaf | null {
  if (AIR_QUALITY.test(clause)) return { kind: 'airQuality', words: clause };
  const match = GRADE.exec(clause);
  const grade = match === null ? undefined : GRADES.get(match[1] ?? '');
  if (grade === undefined || (grade.scale !== 'hospital' && OTHER_LADDER.test(clause)) || /[不未无]合格$/.test(clause))
    return null;
  const isStrict = clause.includes('优于') && !/达到或优于|优于或等于|或优于/.test(clause);
  if (isStrict && grade.level === 0) return null;
  return { kind: 'grade', scale: grade.scale, level: grade.level - (isStrict ? 1 : 0), words: clause };
}

const PLAN =
  /^(?:符合|达到|完成|满足|不低于|落实|按照?|执行)(?:.{0,20}(?:规划|计划).{0,8}(?:要求|目标值?|值|标准|指标|数|任务)|.{0,20}规划)$/;
const PLAN_LIMIT =
  /^(?:不超过|不高于|不突破)(?:规划|计划)(?:的)?(?:要求|目标值?|值|指标|数|规模)?$|^控制在(?:规划|计划)(?:的)?(?:目标值?|值|指标|数|规模|范围)?(?:以内|之内|内)$/;
const STANDARD =
  /^(?:.{0,24}?)(?:达到|符合|满足|执行|达|合乎|遵守|按照?).{0,60}?(?:标准|要求|规定|规范|限值|条件|目标|指标|规程|导则|技术要求|有关政策)》?(?:及以上|以上)?$|^(?:全部|均|稳定|达到)?(?:达标|达标排放|符合要求|符合规定|符合标准|达到要求|达到标准|国家标准|符合)$|^《[^》]{2,40}》(?:要求|标准|规定)?$/;

function readStandard(clause: string): Leaf | null {
  if (/[不未]/.test(clause.slice(0, 1))) return null;
  if (PLAN_LIMIT.test(clause)) return { kind: 'plan', words: clause, sign: '≤' };
  if (PLAN.test(clause)) return { kind: 'plan', words: clause, sign: /不低于|不少于/.test(clause) ? '≥' : null };
  return STANDARD.test(clause) ? { kind: 'standard', words: clause } : null;
}

const RANK =
  /^(?:.{0,16}?)(?:进入|排名|位居|位列|保持|居|列)?(?:在)?(?:全国|全省|全市|全区|同类城市|省内|市内)?(?:排名)?前(\d+|[一二三四五六七八九十]{1,2})(?:名|位|强)?(?:以内)?$/;

function readRank(clause: string): Leaf | null {
  const match = RANK.exec(clause);
  if (match === null) return null;
  const words = match[1] ?? '';
  const within = /^\d+$/.test(words) ? Number(words) : '零一二三四五六七八九十'.indexOf(words);
  return within > 0 ? { kind: 'rank', within } : null;
}

/** Verbs of doing: a target that begins with one is reached when it is done. */
export const DOING_VERBS: readonly string[] = (
  '建立健全 建立 建成 建有 建设 开展 出台 制定 制订 印发 下发 颁布 发布 公布 施行 实施 推行 推广 实行 执行 落实 贯彻 完成 设立 设置 设有 成立 组建 配备 配置 配齐 具备 具有 组织 举办 召开 纳入 列入 公开 公示 编制 编写 ' +
  '健全 完善 加强 强化 规范 普及 通过 取得 获得 获评 创建 创成 签订 签署 明确 清理 改造 治理 整治 更新 启用 启动 投入使用 运行 运营 接入 联网 上线 覆盖 保障 保证 提供 定期 每年开展 形成 ' +
  '构建 打造 培育 推进 推动 深化 巩固 做好 履行 遵守 坚持 严格 全面 依法 积极 按时 及时 按规定 按要求 有序 常态化 常态 基本 划定 划分 设定 安装 张贴 粘贴 悬挂 备案 登记 建档 签约 评估 检查 监测 宣传 培训 演练 调查 统计 报告 上报 报送 ' +
  '采取 采用 使用 应用 引入 引进 出具 支持 鼓励 倡导 引导 参加 参与 加入 承办 承担 有序 统筹 统一 集中 分类 密闭 封闭 硬化 绿化 亮化 净化 美化 修订 修编 审批 批复 验收 命名 授予 入选 申报 申请 争取 拥有 存在 确定 确立 确保 实现 达成 开通 布设 挂牌 揭牌 投入运行 投运 免费 动工 开工 竣工'
).split(' ');
/** Verbs that forbid a thing or end it: there is none of it once they are done. */
export const ENDING_VERBS: readonly string[] =
  '禁止 禁养 禁售 禁放 禁燃 禁烟 取缔 消除 清除 拆除 取消 关停 关闭 停止 停用 淘汰 根除 消灭'.split(' ');
const VERBS_LONGEST_FIRST = [...DOING_VERBS].sort((a, b) => b.length - a.length);
/** Verbs of a quantity: without a number they ask nothing that an answer could settle. */
const ADVERBS =
  /^(?:已|全面|积极|定期|依法|按要求|按规定|及时|严格|全部|每年|每月|每季度|每半年|均|应|要|须|需|有效|常态化|持续|深入|广泛|扎实|有序|基本|是否|建有并|100%)+/;

/** 各乡镇至少1个, 每所学校, 以街道为单位: asked of every one of many places. */
export const EACH_PLACE =
  /^(?:每[个所家座]?|各)(?:行政|自然|中小|建制|县级|乡级)?(?:乡|镇|村|街道|社区|县|区|市|学?校|医院|机关|单位|企业|机构|小区|园区)|^以.{1,10}为单位/;

/** Who is to do it. */
const ACTORS =
  /^(?:各|每个|所有|全市|全区|全县|全省|全部|城乡|辖区|行政村|村|社区|街道|乡镇|乡|镇|县|市|区|学校|中小学校?|医院|机关|单位|企业|医疗机构|医疗卫生机构|公共场所|室内|居|和|及|、|级)+(?=\S)/;

const HAVE = new Set(['有', '是', '具有', '具备', '√', '存在', '有规定', '有制度', '已有', '有方案']);
const NONE =
  /^(?:无|没有|未发生|不发生|不得有|不得发生|不得出现|不得存在|杜绝|严禁|零|0|不出现|不存在|未发现|未出现|避免|确保不发生|坚决杜绝|全年无|不得)(?:起|例|件|次|个|宗|人|处|发生|报告|出现|事故|投诉|上访|案件|死亡|新增|感染|检出|超标|违规|暴发|流行|伤亡|差错|容忍|事件|疫情|存在|.{0,30})$/;
const CLEARED = /^(?:.{0,16}?)(?:动态清零|全面清零|清零|动态消零|归零)$/;
const WHOLE =
  /^(?:.{0,16}?)(?:全覆盖|全面覆盖|全部覆盖|全部|全部达标|全部完成|全部合格|全面达标|全面完成|全员覆盖|日产日清|应.尽.|应.{1,4}尽.{1,4})$/;
const ZERO_MOVE = /^零?(?:增长|新增)$/;

function presence(words: string, isWanted: boolean, verb: string | null, isWhole = false): Leaf {
  return { kind: 'presence', isWanted, words, verb, isWhole };
}

/** How long back, and where, there may be none. */
const WITHIN = /^(?:(?:近|申报前)\d{1,2}年(?:来|内)?|\d{1,2}年内|[本当]年度?|年内|辖区内?)(?=无|没有|未|不|零|杜绝)/;

function readPresence(clause: string): Leaf | null {
  const within = WITHIN.exec(clause)?.[0];
  if (within !== undefined) return inWhole(clause, readPresence(clause.slice(within.length)));
  if (clause === '零' || clause === '否') return presence(clause, false, null);
  if (HAVE.has(clause)) return presence(clause, true, null);
  if (CLEARED.test(clause)) return presence(clause, false, '清零');
  if (/\d/.test(clause.replace(/^0(?=[^\d.])|^100%|[“"]\d+分钟[^“”"]{0,6}[”"]/, '')) && !/^《/.test(clause))
    return null;
  if (NONE.test(clause) && !ZERO_MOVE.test(clause)) return presence(clause, false, null);
  if (WHOLE.test(clause)) return presence(clause, true, '覆盖', true);
  return readDoing(clause);
}

function inWhole(clause: string, leaf: Leaf | null): Leaf | null {
  return leaf?.kind === 'presence' ? { ...leaf, words: clause } : leaf;
}

function readDoing(clause: string): Leaf | null {
  const start = clause.replace(ACTORS, '').replace(ADVERBS, '');
  const words = start === '' ? clause : start;
  if (/^有(?!效|序|关|所|利|限|害|毒|机)/.test(words)) return presence(clause, true, null);
  const ending = ENDING_VERBS.find((candidate) => words.startsWith(candidate));
  if (ending !== undefined) return presence(clause, false, ending);
  const verb = VERBS_LONGEST_FIRST.find((candidate) => words.startsWith(candidate));
  return verb === undefined ? null : presence(clause, true, verb);
}

/** `零增长` for a growth rate is a threshold; for anything else, no increase. */
function readNoGrowth(clause: string): Leaf | null {
  if (/^零增长$/.test(clause)) return { kind: 'trend', move: 'down', isStrict: false, steps: null, words: clause };
  if (/^负增长$/.test(clause)) return { kind: 'trend', move: 'down', isStrict: true, steps: null, words: clause };
  return /^正增长$/.test(clause) ? { kind: 'trend', move: 'up', isStrict: true, steps: null, words: clause } : null;
}

/** The forms, tried from top to bottom. */
export const FORMS: readonly Form[] = [
  { name: 'change', example: '较上年下降5%', read: readChange },
  { name: 'threshold', example: '不低于90%', read: readMeasured },
  { name: 'noGrowth', example: '零增长', read: readNoGrowth },
  { name: 'comparison', example: '不高于近5年平均水平', read: readComparison },
  { name: 'margin', example: '高于全省平均水平2个百分点', read: readMargin },
  { name: 'still', example: '不下降', read: readStill },
  { name: 'trend', example: '逐年下降', read: readTrend },
  { name: 'softTrend', example: '呈下降趋势', read: readSoftTrend },
  { name: 'rank', example: '全省前三', read: readRank },
  { name: 'grade', example: '达到国家病媒生物密度控制水平标准C级要求', read: readGrade },
  { name: 'standard', example: '符合所在地区域卫生规划要求', read: readStandard },
  { name: 'presence', example: '已出台', read: readPresence },
];

/** The first form that reads the clause; null when none does. */
export function readClause(clause: string): Leaf | readonly Leaf[] | null {
  const trimmed = clause.replace(DECORATION, '');
  for (const form of FORMS) {
    const leaf = form.read(clause) ?? (trimmed === '' || trimmed === clause ? null : form.read(trimmed));
    if (leaf !== null) return leaf;
  }
  return null;
}
