// Owns light tests of what a single cell holds: a target, a department, a number in a list, a unit, a note below a table.
// Hints for recognition only: what a target means is read elsewhere, and nothing here judges.

const BLANKS = /[\s\u200b-\u200d\u2060]+/g;

const BLANK = /[\s\u200b-\u200d\u2060]/;

/** Without blanks at the ends; no-break and zero-width ones are blanks too. Linear, whatever stands inside. */
export function trimmed(text: string): string {
  if (isPlainEnd(text.charCodeAt(0)) && isPlainEnd(text.charCodeAt(text.length - 1))) return text;
  let start = 0;
  let end = text.length;
  while (start < end && BLANK.test(text[start] ?? '')) start += 1;
  while (end > start && BLANK.test(text[end - 1] ?? '')) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Certainly no blank: printable ASCII or a Chinese character. */
function isPlainEnd(code: number): boolean {
  return (code > 0x20 && code < 0x7f) || (code >= 0x3400 && code <= 0x9fff);
}

/** For comparing: NFKC (`％` → `%`, `（` → `(`), no blanks or line breaks inside, lower case. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(BLANKS, '').toLowerCase();
}

/**
 * How much a cell reads like a target. `sign`: a comparator, a trend, a standard to reach. `quantity`: a number with a unit.
 * `number`: a bare number. `presence`: 有, 无, a verb of doing. `none`: nothing of the kind, or a deadline or a scoring rule.
 */
export type TargetLook = 'sign' | 'quantity' | 'number' | 'presence' | 'none';

const LONGEST_TARGET = 90;
const NUMBER = /^[+-]?[\d,]*\.?\d+$/;
const NOT_A_TARGET = [
  /[扣得加计减记赋][0-9.]+分(?![贝钟])/,
  /每.{0,20}[扣得加减].{0,6}分/,
  /^[0-9.]+分$/,
  /^[0-9.,]+(万|亿)?元$/,
  /^[^%‰≥≤><]*\d{1,2}月(\d{1,2}[日号]|底|末|份|上旬|中旬|下旬)?(之?前|以前|底前|完成|前完成)?$/,
  /^(到|于)?\d{4}年(度|底|末|\d{1,2}月)?(\d{1,2}[日号])?(底|末|之?前|底前|内)?(完成)?$/,
  /^\d{4}[-./]\d{1,2}([-./]\d{1,2})?$/,
  /^(长期|常年|全年|每年|每月|每季度|即日起|持续推进|长期坚持)$/,
];
const FIGURE = String.raw`(?:\d|百分之|[一二两三四五六七八九十]成|[一二两三四五六七八九十]+[个次处项名座])`;
const SIGNS = [
  /[≥≤><≧≦﹥﹤〉〈》《≮≯?][=]?[\d百]/,
  /[>≥].{0,8}\d/,
  /\d\D{0,8}(以上|以下|以内|及以上|及以下|之间|左右)/,
  new RegExp(
    `(不低于|不少于|不高于|不超过|不超出|不大于|不小于|不足|不满|至少|最少|最多|高于|低于|大于|小于|超过|超|多于|少于|达到|达|控制在|保持在|稳定在|维持在|提高到|提升到|提高至|提升至|降至|降到|下降到|降低到|降低至|力争)[^。]{0,14}${FIGURE}`,
  ),
  /(高于|低于|超过|达到|优于|降低|好于).{0,10}(平均|上年|去年|同期|基期|往年)/,
  /(逐年|持续|稳步|稳定|不断|逐步|明显|有所|大幅|总体|呈|进一步|保持)+(下降|提高|提升|降低|改善|上升|增长|减少|向好|增加|下降趋势)/,
  /不(降低|下降|增加|上升|反弹|减少)$/,
  /(较|比|同比|与).{0,8}(下降|提高|增长|降低|减少|增加|提升|持平|改善)/,
  /(达到|达|符合|满足|优于|执行).{0,40}(标准|要求|规定|水平|级|类|规划|限值)$/,
  /^(国家)?[a-dⅰ-ⅴ一二三四优][级类]?(及以上|标准|要求|以上)+/,
  /零(发生|报告|增长|容忍|新增|事故|死亡)|动态清零|^0[起例人次件宗]|杜绝/,
];
const QUANTITIES = [
  /^(约|力争)?\d[\d,.]*(%|‰|\/|个|名|人|次|处|所|座|张|篇|户|天|日|年|岁|小时|h|分钟|min|平方米|㎡|m2|分贝|db|吨|千克|公斤|公里|km|米|升|l|毫克|微克|μg|mg|只|家|条|件|例|起|级|项|期|场|辆|台|套|成|倍|床|万|亿)/,
  /^\d[\d.]*(%|‰)?[-~—至到]+\d[\d.]*(%|‰|小时|天|个|次|分贝)/,
  /^百分之|^[一二两三四五六七八九十]成|^[一二两三四五六七八九十百千]+[个次处项名座所家天人]$/,
  /^[\d.]+\(.{0,16}\)$/,
];
const PRESENCE =
  /^(有|无|是|否|达标|合格|优|良|优良|全覆盖|全部|(已|均|全面|全部)?(建立|开展|健全|完善|出台|制定|落实|推行|设立|成立|实现|实施|推进|配备|建成|完成|消除|普及|取缔|禁止|开设|公布|配齐|达标|覆盖|纳入|印发)(?!(率|情况|进度|时间|时限|比例|数)).{0,12})$/;

/** A name that holds a number (`15岁以上人群吸烟率`) is no target; with a comparator it may be. */
const NAME = /[\p{L}]{2}(率|数|比例|比重|面积|密度|时间|天数)(\([^()]{0,12}\))?$/u;
const COMPARATOR = /[≥≤><≧≦]|不低于|不少于|不高于|不超过|达到|控制在|不足|至少/;

export function targetLook(text: string): TargetLook {
  if (text.length > LONGEST_TARGET * 2) return 'none';
  const bare = plain(text);
  if (bare === '' || bare.length > LONGEST_TARGET) return 'none';
  if (NUMBER.test(bare)) return /^\d{8,}$/.test(bare) ? 'none' : 'number';
  if (NOT_A_TARGET.some((form) => form.test(bare))) return 'none';
  if (NAME.test(bare) && !COMPARATOR.test(bare)) return 'none';
  if (SIGNS.some((form) => form.test(bare))) return 'sign';
  if (QUANTITIES.some((form) => form.test(bare)) && bare.length <= 30) return 'quantity';
  return PRESENCE.test(bare) ? 'presence' : 'none';
}

/** A target cell that goes on from the line above: `或持续提升`, `，县≥85%`. */
export function isTargetTail(text: string): boolean {
  return /^[或且并及、,;:)]|^同时|^其中/.test(plain(text));
}

const SEQUENCE = [
  /^[([]?第?\d{1,4}([.-]\d{1,3}){0,3}[项条)\]]?[.、:]?$/,
  /^[([]?[一二三四五六七八九十百]{1,4}[)\]]?[.、]?$/,
  /^[a-z]\d{0,3}([.-]\d{1,3})?[.、]?$/,
  /^[ivx]{1,5}[.、]?$/,
];

/** `1` `1.1` `(1)` `一` `A1` `①` (which NFKC makes `1`). */
export function isSequence(text: string): boolean {
  if (text === '' || text.length > 12) return false;
  const bare = plain(text);
  return SEQUENCE.some((form) => form.test(bare));
}

/** The whole number a sequence cell stands for; null for `1.1`, `一`, `A1`. */
export function sequenceNumber(text: string): number | null {
  const match = /^[([]?第?(\d{1,5})[项条)\]]?[.、:]?$/.exec(plain(text));
  return match?.[1] ? Number(match[1]) : null;
}

const ORGANISATION =
  /(局|委|办|室|科|股|部|部门|中心|站|所|队|会|院|校|公司|集团|大队|支队|中队|分局|政府|街道|镇|乡|社区|医院|银行|单位|委员会|办公室|办事处|管委会|爱卫办|团委|妇联|协会|社|园区|开发区|处)(\(.{0,20}\))?(负责|牵头|配合|等)?$/;
const NOT_AN_ORGANISATION = /(率|比例|数|水平|全部|机会|社会|场所|覆盖|卫生[城乡镇县区市]+|示范[城乡镇县区市]+)$/;

/** A list of organisations: most of its parts end like the name of one. */
export function isOrganisations(text: string): boolean {
  if (text === '' || text.length > 300) return false;
  const parts = text
    .normalize('NFKC')
    .split(/[、,，;；/\s:：]+/)
    .filter((part) => part !== '');
  const named = parts.filter((part) => ORGANISATION.test(part) && !NOT_AN_ORGANISATION.test(part));
  return parts.length > 0 && named.length * 2 > parts.length - 1 && named.length > 0;
}

const UNIT =
  /^(%|‰|百分比|百分点|个百分点|万分之一|(1|每)?\/?(10|十)?万(分之一)?|[个名人次处所座张篇户天日年岁吨米升只家条件例起级项期场辆台套倍床份元片间]|万[元人吨]|亿元|万?人次|小时|分钟|平方米|万?平方米?|㎡|m2|m\^?2|公里|km|千克|公斤|分贝|db(\(a\))?|h|min|毫克\/立方米|微克\/立方米|(μ|u)g\/m3|mg\/m3|mg\/l|有\/无|是\/否|(个|名|人|张|床|例|次|升|千克|平方米|元|辆|台|岁|l|m2|㎡)\/.{1,6}|1\/10万|每.{1,4}万.{0,2})$/;

export function isUnit(text: string): boolean {
  if (text === '' || text.length > 16) return false;
  return UNIT.test(plain(text));
}

/** A number as a person types one: `88.5`, `92%`, `45/48`, `约95%`. */
export function isFigure(text: string): boolean {
  return /^约?[+-]?\d[\d,.]*\s*([%‰]|\/\d|[^\d\s]{1,6}$|$)/.test(text.normalize('NFKC').trim());
}

const NOTE =
  /^(注|备注|附注|说明|填表说明|填报说明|指标说明|表注|注释)(\d{0,2}[:：.、]|$)|^[※*＊]|^注[:：\d一二]|^(数据来源|资料来源)[:：]/;
const SIGNATURE =
  /^(填报人|填表人|审核人|负责人|制表人?|复核人?|审核|签发人?|联系人|联系电话|联系方式|填报单位|填报部门|填表单位|报送单位|单位负责人|分管领导|主要领导|填报日期|填报时间|填表日期|填表时间|制表日期|报送日期|报送时间|日期|电话|单位盖章|单位公章|\(?盖章\)?|\(?公章\)?|签字|签章)(\(.{0,10}\))?[:_]/;
const SIGNED = /\((盖章|公章|签字|签章|单位盖章|加盖公章)\)|^\d{4}年\d{1,2}月\d{1,2}日$/;

/** A line below a table: a note, a signature, a date. */
export function isNote(text: string): boolean {
  const bare = plain(text.slice(0, 60));
  return NOTE.test(bare) || SIGNATURE.test(bare) || SIGNED.test(bare);
}

/** `第3页`, `- 12 -`, `—3—`, `3/12`, `续表`, `附件2（续）`: what a page break leaves behind. */
export function isPageFurniture(text: string): boolean {
  return /^(第?\d{1,3}页(共\d{1,3}页)?|第\d{1,3}页[,，/]?共\d{1,3}页|[-—–_]{1,2}\d{1,3}[-—–_]{1,2}|\(?(续表|接上表|续上表|转下页|接下页|上接.{0,6}|下转.{0,6})\d{0,2}\)?|.{0,12}\(续\))$/.test(
    plain(text),
  );
}

/** A row that adds up others. */
export function isSubtotal(text: string): boolean {
  if (text === '' || text.length > 24) return false;
  return /^[(（]?(小计|合计|总计|共计|累计|总分|汇总|平均|平均值|合计数|总数|本类小计|分类小计|.{1,8}(小计|合计))[)）]?[:：]?$/.test(
    plain(text),
  );
}

/** `一、…` `（一）…` `第一部分` `【…】`: a numbered or bracketed heading across the table. */
export function isSectionHeading(text: string): boolean {
  return /^([一二三四五六七八九十]{1,3}[、.,，:]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十\d]{1,3}[部章节类篇大]|【|[ivx]{1,4}[、.]|[①-⑩])/.test(
    plain(text),
  );
}

/** The last word of an indicator's name: a fragment that lacks one was broken by a line wrap. 质量 is of something, and no measure. */
export function endsLikeIndicator(text: string): boolean {
  return /(率|数|比例|比重|水平|时间|面积|密度|天数|值|寿命|指数|浓度|比率|占比|人数|(?<!质)量|度|个数|次数|覆盖|规定|情况|支出|收入|系数|长度|级别|等级|机制|制度|工作|建设)(\([^()]{0,20}\))?$/.test(
    plain(text),
  );
}

/** More opening than closing brackets or quotation marks: the text goes on. */
export function isOpenEnded(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if ('（(《〈“〔['.includes(character)) depth += 1;
    else if ('）)》〉”〕]'.includes(character)) depth -= 1;
  }
  return depth > 0 || /[、，,和及与或的]$/.test(text);
}

const CJK = /[\u3400-\u9fff\uff00-\uffef（）、，。]/;

/** A name cut by a line wrap is whole again; other words keep a blank between them. */
export function joinName(parts: readonly string[]): string {
  return parts.reduce((name, part) => {
    if (name === '') return part;
    const isCut = CJK.test(name[name.length - 1] ?? '') || CJK.test(part[0] ?? '');
    return isCut ? name + part : `${name} ${part}`;
  }, '');
}
