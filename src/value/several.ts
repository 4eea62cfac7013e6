// Owns which of several figures in a cell is the value: a total beside its parts, the indicator's own rate beside counts.
// Reads no text; what it cannot settle it leaves as it is.
import { tidy } from '../text/decimal';
import type { Amount } from './value';

export interface Figure {
  readonly amount: Amount;
  /** The words between the figure before and this one. */
  readonly before: string;
}

const TOTAL = /(?:共计|合计|总计|全年共|累计共|总共|共)[\u4e00-\u9fff]{0,6}$/;

function isExact({ amount }: Figure): boolean {
  return amount.low === amount.high;
}

function isCounted({ amount: { unit } }: Figure): boolean {
  return unit === null || !['ratio', 'point'].includes(unit.dimension);
}

/** 上半年3次，下半年2次，全年共5次: the one that is the sum of the others. 共8个，其中城区5个: the one whose parts follow. */
function totalOf<T extends Figure>(figures: readonly T[]): T | null {
  if (!figures.every(isExact) || !figures.every(isCounted)) return null;
  const unit = figures[0]?.amount.unit?.id;
  if (figures.some(({ amount }) => amount.unit?.id !== unit)) return null;
  const total = figures.find(({ before }) => TOTAL.test(before));
  if (total === undefined) return null;
  const others = figures.filter((figure) => figure !== total);
  const sum = others.reduce((all, { amount }) => tidy(all + amount.low), 0);
  if (sum === total.amount.low) return total;
  const arePartsOfIt = total === figures[0] && /其中/.test(others[0]?.before ?? '') && sum < total.amount.low;
  return arePartsOfIt ? total : null;
}

/** 抽检1256批次，合格率98.57%: among counts, the rate that the indicator names. */
function ownRateOf<T extends Figure>(figures: readonly T[], indicator: string): T | null {
  const rates = figures.filter(({ amount }) => amount.unit?.dimension === 'ratio');
  const [rate] = rates;
  const name = rate?.amount.name ?? '';
  const isNamed = name.length > 2 && /[率例重]$/.test(name) && indicator.endsWith(name);
  return rate !== undefined && rates.length === 1 && isNamed ? rate : null;
}

const PER_HEAD = /每(?:[千万百]|十万)/;

/** 共有公厕126座，每万人3.6座, of an indicator for every ten thousand. */
function perHeadOf<T extends Figure>(figures: readonly T[], indicator: string): T | null {
  const heads = PER_HEAD.exec(indicator)?.[0];
  const told = heads === undefined ? [] : figures.filter(({ before }) => before.includes(heads));
  return told.length === 1 ? (told[0] ?? null) : null;
}

/** 未达到95%，为93%: a bound and, within it, the figure. */
function figureWithin<T extends Figure>(figures: readonly T[]): T | null {
  const exact = figures.filter(isExact);
  const [figure] = exact;
  if (figure === undefined || exact.length !== 1 || figures.length !== 2) return null;
  const { low, unit, name } = figure.amount;
  return figures.every(
    ({ amount }) => amount.low <= low && low <= amount.high && amount.unit?.id === unit?.id && name === amount.name,
  )
    ? figure
    : null;
}

/** The figure that counts where the others only explain it; null when several count. */
export function theFigure<T extends Figure>(figures: readonly T[], indicator: string): T | null {
  if (figures.length < 2) return null;
  return perHeadOf(figures, indicator) ?? totalOf(figures) ?? ownRateOf(figures, indicator) ?? figureWithin(figures);
}

const LACKING =
  /[、,;]([\u4e00-\u9fff]{1,8}?)(?:待报|待统计|待填|未报|未上报|未统计|暂无|暂无数据|暂缺|缺|无数据)(?=$|[、,;])/g;

/** 东街96%、南街待报: the parts that have no figure yet, and the text without them. */
export function takeLacking(text: string): { readonly text: string; readonly lacking: readonly string[] } {
  const lacking = [...text.matchAll(LACKING)].flatMap((match) => match[1] ?? []);
  return { text: lacking.length === 0 ? text : text.replace(LACKING, ''), lacking };
}

/** Names of shares; what stands before says whose. */
const RATE = /(?:率|比例|比重|占比)$/;
const WHOSE =
  /^(?:全?[市区县省镇乡村]|[本我该][市区县镇]|城[市区镇乡]|中心城区|建成区|主城区|农村|乡镇|居民|群众|市民|公众|生活|综合|总体|全部|整体|平均|年度|当年|第?[一二三四五六七八九十\d]*剂次?|第?[一二三]针|抽样|抽查|抽检|调查|测评|监测|实际|自评|其|的|、|:|共|其中)*$/;
const SHORTEST_OWN = 3;

function sharesWord(name: string, indicator: string): boolean {
  for (let start = 0; start + 2 <= name.length; start += 1)
    if (indicator.includes(name.slice(start, start + 2))) return true;
  return false;
}

/** The figure is named after another share than the indicator's: 污水管网覆盖率 is not 城市污水处理率. */
export function namesOtherRate({ name }: Amount, indicator: string): boolean {
  const own = name?.split(',').at(-1) ?? '';
  if (indicator === '' || !RATE.test(own) || indicator.includes(own) || own.includes(indicator)) return false;
  for (let start = 1; start + SHORTEST_OWN <= own.length; start += 1) {
    const whose = own.slice(0, start);
    if (indicator.includes(own.slice(start))) return !WHOSE.test(whose) && !sharesWord(whose, indicator);
  }
  return true;
}
