// Owns whether the words around a figure leave it the indicator’s own: plain words, hedges, other years, claims. Vocabulary as data.
import { POLLUTANTS } from './digit-names';
import { YEARS } from './scan';

/** Figures of another year, of the best or the worst, of the rule. */
const NOT_NOW = /上年|去年|往年|历年|最高|最好|最大|最低|最差|基期|国标|标准|限值|全国|全省|单日|个别|开工|在施/;
export const CLAIM_TAIL = /^[,;、。]?(?:已)?(?:达标|合格|完成|达到目标|符合要求|符合|达到要求)?[。.]?$/;

/** By town or school (以乡镇为单位) the lowest is what counts, and the mean says nothing. */
export const EACH_UNIT = /以.{1,10}为单位/;

export function isNotNow(name: string, indicator: string): boolean {
  if (name === '' || indicator.includes(name)) return false;
  if (!EACH_UNIT.test(indicator)) return NOT_NOW.test(name);
  return NOT_NOW.test(name.replace('最低', ''));
}

/** 最低91.2%、最高99%: the two ends of what there is now; either alone is not the figure. */
export function areBothEnds(names: readonly (string | null)[]): boolean {
  return names.length === 2 && names.includes('最低') && names.includes('最高');
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

export function isOfIndicator(name: string | null, indicator: string): boolean {
  if (name === null || indicator.includes(name)) return true;
  if ([...POLLUTANTS.values()].some((pollutant) => name.includes(pollutant))) return true;
  const rest = name.replace(PLAIN_WORDS, '').replace(/[^\u4e00-\u9fffA-Za-z\d]/g, '');
  return rest === '' || (!HEDGED.test(rest) && (indicator === '' || namesIndicator(rest, indicator)));
}

export function isHedgedName(name: string | null, indicator: string): boolean {
  return name !== null && HEDGED.test(name) && !indicator.includes(name);
}

const ASIDE_TAIL = /^[,;、。]?(?:较|比|同比|环比|与|其中)/;

/** Behind the figure: nothing, a claim, a comparison, or what is counted. */
export function isPlainTail(tail: string, indicator: string): boolean {
  const words = tail.replace(/[^\u4e00-\u9fffA-Za-z\d]/g, '');
  if (words === '' || CLAIM_TAIL.test(tail) || UNMET_CLAIM.test(tail)) return true;
  if (HEDGED.test(words) || /[A-Za-z\d]/.test(words.replace(YEARS, ''))) return false;
  return ASIDE_TAIL.test(tail) || words.startsWith('的') || namesIndicator(words, indicator);
}

/** Where the figure stands in words that were not all understood, the words are shown. */
export function isPlain(name: string | null, indicator: string): boolean {
  return name === null || indicator.includes(name) || name.includes(indicator);
}

export function hasStrayLetters(name: string | null, indicator: string): boolean {
  return (
    name !== null &&
    /[A-Za-z]/.test(name) &&
    !indicator.includes(name) &&
    ![...POLLUTANTS.values()].some((pollutant) => name.includes(pollutant))
  );
}

/** A claim of failing beside the figure. */
export const UNMET_CLAIM = /^[,;、。]?(?:未达标|不达标|未达到目标|未达到|未完成|不合格|未达目标)[。.]?$/;
