// Owns what words in an actual-value cell mean for a condition: an answer (有 / 无), a claim (达标 / 未达标), grades.
// Vocabulary as data; decides no verdict.
import { DOING_VERBS, ENDING_VERBS, GRADES, type GradeWord } from '../target/forms';
import type { Presence, Scale } from '../target/target';
import { denialIn, happened, hasCounted, isDoneOften, leadingClause, withoutLesser, withoutPast } from './clauses';

/** `partly`: begun, planned, or only in part; null: the words do not say. */
export type Answer = 'yes' | 'no' | 'partly' | null;

const PARTLY =
  /[?？]|有望|承诺|正在|部分|(?<!未)拟|计划(?!生育|免疫)|筹备|推进中|制定中|修订中|建设中|办理中|编制中|实施中|进行中|基本|草案|征求意见|起草|准备|尚在|即将|初步|逐步|预计|将于|将在|待|争取|力争|陆续|大部分|多数|个别|少数|审核中|报批|送审|试点/;
const NO =
  /^(?:否|无|×|✗|✘|x|X|N|n|NO|No|no|FALSE|false|0|没有|没|零)$|^(?:未|尚未|暂未|从未|并未|仍未|还未|没有|没|无|尚无|暂无)(?!全部|完全|全面|法|从|需|关|异常|明确|完善|知|名|发现|出现|一)[\u4e00-\u9fff]{1,12}$|^不(?:具备|存在|是|符合|达标|合格|满足)/;
/** Not so much as it seems: 有法规无细则, 不完善, 不适用. */
const MIXED =
  /有.+[无未缺]|.[,、;].*[无未缺没]|不适用|不涉及|不完善|不健全|不全|不齐|未全部|未完全|未全面|初审|初稿|预审|评审|讨论稿|送审稿|征求意见|草案|试行稿|论证|调研|立项|(?:建成|建设|完工|竣工|投用|启用)[^,;、]{0,6}(?:\d{1,2}|首)期/;
const YES_WORDS = new Set([
  '有',
  '是',
  '√',
  '✓',
  '✔',
  '☑',
  'v',
  'V',
  'Y',
  'y',
  'YES',
  'Yes',
  'yes',
  'TRUE',
  'true',
  '1',
  '对',
  '具备',
  '具有',
  '有的',
  '均有',
  '都有',
  '全有',
  '已有',
  '现有',
  '1:有',
  '1有',
  '有(1)',
]);
/** Done, whatever was asked. */
const DONE =
  /^(?:已|均已|全部|全面|都已|已经)+(?:完成|落实|实现|到位|有|建立|出台|全覆盖|覆盖)|^(?:完成|落实到位|全覆盖|全面覆盖|已全覆盖)$/;
const HAVE = /^(?:有|具备|具有|建有|设有|现有|配有|拥有)(?!关|待|所|效|限|序|害|点|些|望|意|可能|计划)/;
const TITLE = /《[^《》]{2,60}》/;
const TITLES = /《[^《》]{2,60}》(?:\([^()]*\))?/g;

// ---- plain words -----------------------------------------------------------------------------------------------------

const DATES =
  /(?:截至|截止|自|从|于)?(?:19|20)\d{2}(?:年(?:度|底|末)?(?:\d{1,2}月)?(?:份|底|\d{1,2}日)?|[-./]\d{1,2}(?:[-./]\d{1,2})?)?(?:起|以来)?/g;
/** Around an answer, what leaves its meaning as it is. Everything else must be the indicator's or the target's own. */
const PLAIN = wordsPattern(
  '已经 已 均已 均 都 全部 全面 全 总体 综合 整体 稳定 稳步 目前 现已 现有 现行 现 为 是 有 达到或优于 或优于 优于 达到 达 符合 满足 及以上 以上 评定为 评定 评为 评级 评价 认定为 认定 被 获评 获 ' +
    '级别 等级 级 等次 类别 控制水平 水平 国家级 国家 国标 省级 市级 区级 县级 省 市 区 县 标准 要求 规定 规范 规划 限值 指标 目标 相关 有关 相应 现行 本 我 该 各 其 的 了 由 经 据 按 第三方 专家组 专家 评估 考核 鉴定 ' +
    '检测 监测 验收 复核 抽检 抽查 检查 调查 测评 自评 结果 结论 显示 表明 合格 达标 密度 防制 水质 公厕 断面 年均值 年均 均值 平均 鼠类 鼠 蚊虫 蚊 苍蝇 蝇类 蝇 蟑螂 蜚蠊 城区 市区 建成区 主城区 中心城区 ' +
    '全市 全区 全县 全省 全域 全镇 辖区 城乡 城镇 农村 医院 单位 均值 等 及 和 与 并 且 以及 同时 年度 年 月 日 起 于 自 在 ' +
    '出台 印发 下发 颁布 发布 公布 制定 制订 施行 实施 执行 修订 修正 修编 编制 通过 批准 批复 实行 推行 落实 完成 到位 生效 有效 建立 健全 建立健全 建成 建有 设立 设有 成立 组建 配备 配齐 开展 纳入 覆盖 具备 具有 ' +
    '人大常委会 人大 常委会 人民政府 市政府 政府办公室 政府办 政府令 政府 办公室 令 号 文件 文 法规 规章 条例 办法 制度 方案 机制 体系 意见 通知 细则 预案 依据 地方性 地方 专门 专项 专职 专人 明确 正式 正常 运行 常态化 定期 每年 按时 按要求 按规定 ' +
    '机构 人员 队伍 场所 设施 设备 台账 记录 档案 组织 网络 平台 领导小组 委员会 活动 工作 项目 责任 专栏 规范性 投入使用 投用 启用 使用',
);

/** One pattern of many words, the longest first. */
function wordsPattern(words: string): RegExp {
  const all = [...new Set(words.split(' '))].sort((a, b) => b.length - a.length);
  return new RegExp(`(?:${all.join('|')})`, 'g');
}

/** Nothing but plain words, dates, and words of `known` (the indicator and the target) in two letters or more. */
function isPlain(text: string, known: string): boolean {
  if (text.includes('?')) return false;
  return text
    .replace(/(?:第)?\d{1,4}号|[\d一二三四五六七八九]{1,2}项/g, '')
    .replace(DATES, '')
    .split(/[^\u4e00-\u9fffA-Za-z\d]+/)
    .every((piece) => piece === '' || (piece.length > 1 && known.includes(piece)) || isPlainPiece(piece, known));
}

function isPlainPiece(piece: string, known: string): boolean {
  const rest = piece.replace(PLAIN, '、').split('、');
  return rest.every((word) => word === '' || (word.length > 1 && known.includes(word)));
}

/** What takes the plain meaning from words that are not all known. */
const DOUBTFUL =
  /[不未无没非除拟待差缺欠近约可能将应须需]|接近|基本|部分|力争|争取|计划|预计|正在|申报|申请|筹|试|初步|原|曾|理论|估|草案|意见稿|废止|失效|终止|取消|停止|参照|参考|局部|个别|少数|多数|逐步|推进|推动|谋划|研究|酝酿|起草|报批|审议|列入|准备|打算|希望|目标|暂|停/;
/** What is set up or done, told by its last word: 建立门前三包责任制. */
const OBJECT =
  /(?:制度|机制|体系|机构|队伍|组织|方案|预案|办法|规定|条例|文件|法规|规章|规范|标准|工作|活动|委员会|领导小组|平台|中心|系统|网络|台账|档案|责任制|行动|服务|培训|宣传|检查|监测|管理|教育|设施|设备|场所|站点|专栏|考核|评估|演练|规划|目录|清单|名录|联席会议|会议|协议|基地|小组|专班|专班|人员|专家|医院|学校|社区|公园|公厕|厕所|坡道|卫生间|通道|步道)$/;

/** 1次; 设在疾控中心. */
const COUNTED_OBJECT =
  /[1-9]\d{0,5}(?:余|多)?(?:次|场|期|轮|批|批次|个|项|部|处|家|所|名|人|支|套|辆|户|条|公里|米|平方米|亩|块|张)$/;
/** 有规划 is not yet 有健身步道. */
const ON_PAPER = /规划|计划|方案|设计|意见|通知/;
const ASKS_PAPER = /规划|计划|方案|意见|文件|通知|[法规]|条例|制度|机制|预案|政策|体系|工作|评估/;
const WHERE = /^[,;、。](?:设在|设于|位于|由|依托|挂靠)[\u4e00-\u9fff]{2,20}$/;

/** Means of the work: 建立了工作台账 is no answer about a 联席会议制度. */
const MEANS = /台账|档案|记录|微信群|工作群|网站|专栏|领导小组|专班/g;

/** 无障碍, 无烟: without a bad thing. */
const GOOD_WITHOUT = /无障碍|无烟|无害化?/g;

function isPlainObject(whole: string, known: string): boolean {
  if ([...whole.matchAll(MEANS)].some(([means]) => !known.includes(means))) return false;
  const text = whole.replace(/\(([^()]*)\)/g, (all, note: string) => (DOUBTFUL.test(note) ? all : ''));
  if (ON_PAPER.test(text) && !ASKS_PAPER.test(known)) return false;
  const uncounted = text.replace(COUNTED_OBJECT, '');
  if (uncounted === '' || isPlain(uncounted, known)) return true;
  if (WHERE.test(text)) return !DOUBTFUL.test(text);
  const words = text.replace(/^[了过一个套支项]+/, '');
  const doubted = DOUBTFUL.test(words.replace(GOOD_WITHOUT, ''));
  return /^[\u4e00-\u9fff“”"、]{2,24}$/.test(words) && OBJECT.test(words) && !doubted;
}

// ---- verbs -------------------------------------------------------------------------------------------------------------
const CLAIMED_DONE =
  /^(?:已|均已|都已|全部|全面|已经|均|现已|每年|定期|正常|常态化|按时|按要求|持续|长期|\d{1,2}月份?|于?20\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?起?(?:已|正式)?|各(?:社区|街道|乡镇|镇|村|学校|医院|单位|部门|县区|区县|县|区|级))+/;

/** Verbs that answer one another. */
const VERB_CLASSES: readonly string[] = [
  '出台 印发 下发 颁布 发布 公布 制定 制订 施行 实施 编制 修订 修编 形成',
  '建立 建立健全 健全 完善 建成 设立 成立 设置 组建 构建 建设 建有 设有',
  '开展 实施 推行 实行 落实 执行 组织 推广 运行 启动 举办 推进 推动',
  '配备 配置 配齐 设置 安装 设有 具备',
  '消除 清除 取缔 拆除 关闭 关停 停用 淘汰 根除 消灭 取消',
  '清理 整治 治理 清除 拆除 取缔 关闭 消除',
  '禁止 禁养 禁售 禁放 禁燃 禁烟 停止 取缔',
  '纳入 列入',
  '覆盖 普及 实现',
  '通过 获得 取得 获评 命名 创建 创成 验收',
  '公开 公示 公布',
];
const CLASS_OF = new Map<string, Set<string>>();
for (const words of VERB_CLASSES) {
  for (const verb of words.split(' ')) {
    const set = CLASS_OF.get(verb) ?? new Set<string>([verb]);
    for (const other of words.split(' ')) set.add(other);
    CLASS_OF.set(verb, set);
  }
}
/** Verbs whose object is a paper: its title is the answer. */
const PAPER = CLASS_OF.get('出台') ?? new Set<string>();
const VERBS = [...DOING_VERBS, ...ENDING_VERBS].sort((a, b) => b.length - a.length);
/** What is there once it is done. */
const HAD = new Set(
  '出台 印发 下发 颁布 发布 公布 制定 制订 施行 实施 建立 建立健全 建成 建有 设立 成立 设置 组建 配备 配置 配齐 安装 完成 落实 开展 实行 执行 取得 获得 全面 编制 形成 纳入 列入 覆盖'.split(
    ' ',
  ),
);
const ADVERBIAL = new Set([
  '全面',
  '定期',
  '依法',
  '积极',
  '按时',
  '及时',
  '按规定',
  '按要求',
  '有序',
  '常态化',
  '常态',
  '严格',
  '统一',
  '每年开展',
  '集中',
]);

function verbOf(text: string): string | null {
  const words = text.replace(CLAIMED_DONE, '');
  return VERBS.find((verb) => words.startsWith(verb)) ?? null;
}

function answersVerb(verb: string, asked: string): boolean {
  return verb === asked || (CLASS_OF.get(asked)?.has(verb) ?? false) || ADVERBIAL.has(asked);
}

/** What the words answer to a presence target (有, 建立, 全面推行); a yes only where every word is plain or of `known`. */
export function answerToWanted(text: string, asked: Presence, known: string): Answer {
  const answer = answerToVerb(text, asked, known);
  return answer === 'yes' && !answersEvery(text, asked.words) ? 'partly' : answer;
}

/** 整治 with 有: the trouble or the work? */
const DEALING = new Set(['清理', '整治', '治理', '改造']);
/** Work on a trouble that need not end it. */
export function isDealing(verb: string): boolean {
  return DEALING.has(verb);
}

const THERE = new Set(['有', '1', '是', '存在', '现有', '均有', '都有', '有的']);

/** Done with all that was asked. */
const ALL_DONE = /^(?:已|均已|全部|全面|都已|已经|均)*(?:完成|落实到位|到位|达标|符合|达到)/;
const JOINS = /(,?并且|,?并|,?且|,?同时|和|及|与|、|,|;)/;
const FIRM_JOINS = /并|且|同时/;

/** The verbs of 建立并实施; behind 并 stands a verb, whether or not it is known. */
function verbsAsked(words: string): readonly string[] {
  const pieces = words.split(JOINS);
  return pieces.flatMap((piece, index) => {
    if (index % 2 === 1 || piece === '') return [];
    const verb = verbOf(piece);
    if (verb !== null) return [verb];
    return index > 0 && FIRM_JOINS.test(pieces[index - 1] ?? '') ? [piece.slice(0, 2)] : [];
  });
}

/** 已建立 answers one half of 建立并实施. */
function answersEvery(text: string, words: string): boolean {
  const asked = verbsAsked(words);
  if (asked.length < 2 || YES_WORDS.has(text) || ALL_DONE.test(text)) return true;
  return asked.every(
    (verb) =>
      text.includes(verb) ||
      [...(CLASS_OF.get(verb) ?? [])].some((other) => !asked.includes(other) && text.includes(other)),
  );
}

/** Said behind an answer, and no part of it: 运行良好, 从未间断. */
const GOES_WELL =
  /[,;](?:目前|现)?(?:(?:运行|执行|实施|落实|开展|推进|效果|情况)(?:情况)?(?:较好|良好|正常|顺利|有效|到位|平稳)|从未间断|未间断|不间断|常态化?开展|常态化?运行)$/;
const CLAUSE = /[,;。]/;
const UNDONE_CLAUSE = /^(?:但|不过|目前)*(?:尚|仍|还|暂)?(?:未|没有|没)(?:能)?([\u4e00-\u9fff]{2,})$/;

/** 尚未出台，计划2024年出台; 已建立，但未有效运行: one of the clauses says that what was asked is not done. */
function saysUndone(text: string, asked: Presence): boolean {
  const clauses = text.split(CLAUSE);
  return clauses.length > 1 && clauses.some((clause) => asked.words.includes(UNDONE_CLAUSE.exec(clause)?.[1] ?? '？'));
}

const DONE_AT_END =
  /^([\u4e00-\u9fff、]{1,20}?)(?:均|都|全部)?已(?:经)?(?:全部|全面)?([\u4e00-\u9fff]{2,4}?)(?:投运|投用|并?投入使用|并?运行)?$/;
const LEVELS = /^(?:省|市|县|区|镇|乡|村|街道|社区|[、及和]|[二三四]?级)+$/;

/** 市、镇、村三级均已建立; 餐厨垃圾处理厂已建成投运: the thing itself, or all levels of it. */
function saysItIsDone(text: string, verb: string, known: string): boolean {
  const [, thing = '', done = ''] = DONE_AT_END.exec(text) ?? [];
  if (thing === '' || !answersVerb(done, verb) || DOUBTFUL.test(thing.replace(/无害|无障碍|无烟/g, ''))) return false;
  return LEVELS.test(thing) || known.includes(thing.slice(0, 4));
}

/** 没搞, 未开展, 目前没有: of what was asked, or of nothing in particular. */
function isDenialOf(denial: string, { verb, words }: Presence): boolean {
  const denied = denial
    .replace(/^(?:尚|暂|从|并|仍|还)?(?:未|没有|没|无)(?:能)?/, '')
    .replace(/(?:过|成|起来|到位)$/, '');
  if (denied === '' || /^(?:搞|办|做|有)$/.test(denied) || words.includes(denied)) return true;
  return verb !== null && answersVerb(verbOf(denied) ?? '', verb);
}

function answerToVerb(whole: string, asked: Presence, known: string): Answer {
  const text = whole.replace(GOES_WELL, '');
  if (saysUndone(text, asked)) return 'no';
  const now = withoutPast(text);
  if (now !== text) return answerToVerb(now, asked, known) === 'no' ? 'no' : null;
  if (NO.test(denialIn(text)) && isDenialOf(denialIn(text), asked)) return 'no';
  if (asked.verb !== null && hasCounted(text, asked.verb)) return 'yes';
  if (asked.verb !== null && (isDoneOften(text, asked.verb) || saysItIsDone(text, asked.verb, known))) return 'yes';
  const { first, isUntouched } = leadingClause(text);
  if (isUntouched && answerToVerb(first, asked, known) === 'yes') return 'yes';
  if (asked.verb !== null && DEALING.has(asked.verb) && THERE.has(text)) return null;
  if (YES_WORDS.has(text)) return 'yes';
  if (MIXED.test(text)) return 'partly';
  if (PARTLY.test(text) && !TITLE.test(text)) return 'partly';
  if (NO.test(text)) return 'no';
  if (text.replace(/^(?:已经|已|均|全部|全面|实现|做到)+/, '') === asked.words) return 'yes';
  const untitled = text.replace(TITLES, '');
  if (/正在|草案|征求意见|起草|修订中|拟|未|没有|尚|报批|送审|计划于/.test(untitled)) return 'partly';
  if (TITLE.test(text)) {
    if (!isPlain(untitled, known)) return null;
    return asked.verb === null || PAPER.has(asked.verb) ? 'yes' : answerByVerb(text, asked, known);
  }
  const done = DONE.exec(text) ?? (asked.verb === null ? HAVE.exec(text) : null);
  if (done) return isPlainObject(text.slice(done[0].length), known) ? 'yes' : null;
  return answerByVerb(text, asked, known);
}

function answerByVerb(text: string, asked: Presence, known: string): Answer {
  const verb = verbOf(text);
  if (verb === null) {
    const had = HAVE.exec(text);
    return had && isPlainObject(text.slice(had[0].length), known) ? 'yes' : null;
  }
  if (!isPlainObject(text.replace(TITLES, '').replace(CLAIMED_DONE, '').slice(verb.length), known)) return null;
  if (asked.verb === null)
    return HAD.has(verb) && (CLAIMED_DONE.test(text) || text.includes('了') || verb === '建有') ? 'yes' : null;
  return answersVerb(verb, asked.verb) ? 'yes' : null;
}

const ABSENT =
  /^(?:零|0|否|FALSE|false|N|NO|no|全年无|均无|无发生|零发生|零报告|零新增)$|^(?:(?:全年|本年|本年度|年内|今年|当年|至今|20\d{2}年|均|全市|全区|全县|辖区内?|(?:近|过去|连续)[一二三四五六七八九十\d]{1,2}年(?:来|内)?|(?:现场|日常|专项|多次|经)*(?:检查|巡查|抽查|排查|暗访|核查|监测)(?:中|时)?)+(?=[未无没零0]))?(?:无|没有|未发生|未发现|未出现|未检出|未接到|未查出|不存在|不曾发生|从未发生|没有发生|没有发现|无发生|暂未发生|至今未发生|未有|零|0)([起例件次个宗人处]?)([\u4e00-\u9fff]*)$/;
/** What there may be none of without naming the thing asked. */
const ANY_THING =
  /^(?:发生|发现|出现|新增|重大|较大|特大|一般|相关|此类|类似|安全|食品|生产|责任|死亡|伤亡|暴发|聚集性|突发|公共卫生|甲类|事故|事件|病例|案例|案件|情况|疫情|投诉|报告|现象|问题|记录|中毒|感染|者|人员|的|等)*$/;
/** 无重大投诉 against 0起: of the lesser ones nothing is said. */
const NARROWER = /重大|较大|特大|恶性|严重|群体性|聚集性|责任|死亡|伤亡|甲类/;
const CLEARED = /^(?:已|均已|全部|全面|动态)*(?:清零|归零|消除|销号|杜绝|根除)$/;
const PRESENT = /^(?:仍|还|尚|均|依然|依旧)?(?:有(?!效|所|力|序|关|望|待|限|害|毒|机)|发生|存在|出现|发现|查出|检出)/;
/** 有 may be the rule that forbids. */
const RULE = /规定|制度|法规|条例|办法|措施|标识|标志/;
const SAID_DONE = /^(?:√|✓|✔|☑|是|TRUE|true|(?:已|均已|已全部|全部)?(?:达标|符合要求|符合|完成|落实|落实到位|执行))$/;
const UNDONE = /^(?:尚|仍|还|均)?(?:未|没有|没)(?:能)?/;

/** What the words answer to a verb that ends or forbids (禁止, 取缔): done, not done, or the thing is there. */
/** 已取缔3处: how many are done, and not how many are left. */
const SOME = /[1-9]\d{0,5}(?:余|多)?(?:处|家|起|个|户|座|例|件|间|宗)$/;

function answerToEnding(text: string, asked: Presence, known: string): Answer | undefined {
  if (asked.verb === null) return /^(?:√|✓|✔|☑)$/.test(text) ? 'yes' : text === '×' ? null : undefined;
  if (SAID_DONE.test(text)) return 'yes';
  if (/^(?:否|×|FALSE|false|N|NO|no)$/.test(text)) return null;
  if (text.replace(/^(?:均|都)?已/, '') === asked.words) return 'yes';
  if (REMAINS.test(text)) return 'no';
  if (CLEARED_SINCE.test(text)) return 'yes';
  const undone = UNDONE.exec(text)?.[0] ?? '';
  if (undone !== '' && answersVerb(verbOf(text.slice(undone.length)) ?? '', asked.verb)) return 'no';
  if (PARTLY.test(text)) return 'partly';
  if (text.startsWith('有') && RULE.test(known)) return null;
  if (verbOf(text) === null) return undefined;
  return SOME.test(text) && !/全部|全面|均|所有/.test(text) ? 'partly' : answerByVerb(text, asked, known);
}

const MERE_KIND = /(?:行为|现象|情况|问题|事件|等)+$/;
/** 剩余2处 */
const REMAINS =
  /^(?:目前|现)?(?:仍|还|尚)?(?:剩余?|余|遗留|有)[1-9]\d*(?:处|个|条|家|起|户|座|例|件|间)(?:[正待未][\u4e00-\u9fff]{1,6})?$/;
/** 发现3处，已全部清零 */
const CLEARED_SINCE =
  /[,;](?:现)?(?:均|都)?已(?:经)?(?:全部|全面|均)?(?:清零|消除|取缔|拆除|关闭|清理|整治|治理|销号)(?:完毕|到位|完成)?$/;
/** 偶有发生 where there may be none at all. */
const STRICTLY_NONE = /杜绝|不得|严禁|禁止|零|^无|没有/;
const HAPPENS = /^(?:偶有|偶尔|时有|仍有|个别[\u4e00-\u9fff]{0,6}(?:仍|还|尚|依然)?)(?:发生|存在|出现|发现|有)$/;

/** 未杜绝, 尚未清零. */
const NOT_ENDED =
  /^(?:尚|仍|还|暂)?(?:未|没有|没)(?:能|有效|完全|彻底|全部|全面)?(?:杜绝|避免|禁止|清零|归零|消除|根除)/;

/** What the words answer to an absence target (无, 零报告, 杜绝, 取缔): `yes`, there is none. */
export function answerToAbsence(whole: string, presence: Presence, asked: string): Answer {
  const text = withoutPast(whole);
  if (presence.verb !== null && CLEARED_SINCE.test(text)) return 'yes';
  if (happened(text)) return 'no';
  const grave = withoutLesser(text);
  if (grave !== text && NARROWER.test(asked)) return answerToAbsence(grave, presence, asked);
  const ending = answerToEnding(text, presence, asked);
  if (ending !== undefined) return ending;
  if (CLEARED.test(text)) return 'yes';
  if (NOT_ENDED.test(text)) return 'no';
  if (STRICTLY_NONE.test(presence.words) && HAPPENS.test(text)) return 'no';
  if (/^(?:无|没有)(?:数据|统计|资料|此项|记录|法|从|关)/.test(text)) return null;
  if (REMAINS.test(text)) return 'no';
  if (PARTLY.test(text)) return 'partly';
  const absent = ABSENT.exec(text.replace(/(?<=未发生|没发生)过$/, ''));
  const thing = absent?.[2] ?? '';
  const narrower = NARROWER.exec(thing)?.[0];
  if (narrower !== undefined && !asked.includes(narrower)) return null;
  if (absent)
    return ANY_THING.test(thing.replace(/及以上/g, '')) || asked.includes(thing.replace(MERE_KIND, '')) ? 'yes' : null;
  return PRESENT.test(text) && !/少量|个别|轻微|偶|少许|疑似/.test(text) ? 'no' : null;
}

const GOOD =
  /^(?:已|均已|均|全部|全|基本上|都|稳定|已全部|已全面|全面)*(?:达标|达到|符合|合格|完成|满足|达到标准|达到要求|达到目标|符合要求|符合标准|符合规定|达标准|优于标准|达到或优于.{0,20}|达标排放|(?:达到|符合|满足|优于).{1,30}(?:标准|要求|规定|规划|水平|目标|级|类))$/;
const BAD =
  /^(?:尚|暂|仍|还|均|目前|部分)?(?:未达标|不达标|未达到|没达到|没能达到|达不到|不符合|未符合|不合格|未合格|没有达标|没达标|没有达到|未达标准|未完全达标|不满足|未满足|未能达标|未能达到)|^(?:×|✗|✘)$|^(?:已|均)?超标$|^(?:离|距|距离)?(?:目标)?(?:还|尚|仍|就)(?:差|欠)[\d一二三四五六七八九两](?:(?!左右|可能)[^,;。])*$/;

/** A claim without a figure: true 达标, false 未达标, null neither. */
export function claimOf(text: string): boolean | null {
  if (/^(?:√|✓|✔|☑)$/.test(text)) return true;
  if (BAD.test(text)) return /^部分/.test(text) ? null : false;
  return GOOD.test(text) && !/基本|部分|正在|[不未]/.test(text) ? true : null;
}

/** A level of some ladder is named: a mere 合格 is of another one. */
const NAMED_LEVEL = /[A-Z]{1,5}级|[甲乙丙]等|[一二三四五][级类星]|[甲乙丙]级|[一二三]甲|优[秀良]?|良[好级]?/;

/** 一级A of the discharge standard: met by its own name only. */
const SUBLEVEL = /[一二三]级[A-C]/;

/** 检测报告编号2023-0456，结论：符合 → 符合: what the last clause comes to, where no other says the contrary. */
function conclusionOf(text: string): string {
  const clauses = text.split(CLAUSE);
  const last = (clauses.at(-1) ?? text).replace(
    /^(?:检测|监测|检验|评估|检查)?(?:结论|结果)(?:为|:)|^(?:各|全部|所有)(?:项)?(?:指标|项目)(?:均|都)?|^经?(?:检测|监测|检验)/,
    '',
  );
  const others = clauses.slice(0, -1).join(',');
  if (claimOf(last) === false) return last;
  return /超标|不合格|不符合|未达|除|中$|改造|正在|拟|计划|预计|曾|原|上年|去年/.test(others) ? text : last;
}

/** A claim about a named grade or standard: reached only where every word is plain or of `known`. */
export function claimAbout(whole: string, asked: string, known: string): boolean | null {
  const text = conclusionOf(whole);
  const level = SUBLEVEL.exec(asked)?.[0];
  const stated = SUBLEVEL.exec(text)?.[0];
  if (level !== undefined && stated?.slice(0, 2) === level.slice(0, 2))
    return isPlain(text.replace(stated, ''), known) ? stated <= level : null;
  const claim = claimOf(text);
  if (claim !== true) return claim;
  if (/合格/.test(text) && NAMED_LEVEL.test(asked)) return null;
  return isPlain(text, known) ? true : null;
}

/** `无` in place of a figure: none of the bad thing. */
export function isNone(text: string, indicator: string): boolean {
  const thing = /^(?:全年|本年|今年)?(?:无|未发生|没有)([\u4e00-\u9fff]{2,10})$/.exec(text)?.[1];
  if (thing !== undefined && indicator.includes(thing)) return true;
  return /^(?:无|没有|未发生|零|零发生|无发生|全年无|零报告)(?:死亡|病例|事故|发生|投诉|案件|事件)?$/.test(text);
}

export interface GradeAnswer {
  readonly name: string | null;
  readonly level: number;
  readonly words: string;
}

const GRADE_TOKEN =
  /[一二三]级[甲乙丙]等|[一二三][甲乙丙](?!级)|(?<![0-9A-Za-z])(?:[A-E]级?|劣V类|(?:III|II|IV|I|V)[级类])(?![A-Za-z0-9])|(?<![第十\d])[一二三四五1-5][级类]|不合格|不及格|优秀|优良|良好|合格|及格|优|良|差/g;

/** Around a grade, what takes the plain meaning away. */
const HEDGED =
  /[不未没无非劣除低超约曾]|接近|基本|部分|力争|争取|拟|以下|预计|计划|目标|差于|个别|局部|左右|可能|初步|正在|待|原为|上年|去年|应|需|高于|时段|多数|大多|有望|向/;
const BELOW = /^(?:不符合|未达到|未达|未能达到|达不到|没有达到|不达|未符合|低于|劣于|差于)(?:国家|标准)?/;

function gradeOf(token: string): GradeWord | undefined {
  return GRADES.get(/^[A-E]$/.test(token) ? `${token}级` : token);
}

/**
 * Grades of one scale that the words state, each with the name before it; [] when none, null when they are not plain.
 * `未达二级` is a grade below the second.
 */
export function gradesOf(whole: string, scale: Scale, known: string): readonly GradeAnswer[] | null {
  const clauses = whole.split(CLAUSE);
  const missed = clauses.flatMap((clause) => missedGrade(clause, scale) ?? []);
  if (clauses.length === 1 || missed.length === 0) return gradesIn(whole, scale, known);
  const rest = clauses.filter((clause) => missedGrade(clause, scale) === null).join(',');
  const grades = gradesIn(rest, scale, known);
  return grades === null || grades.length === 0 ? null : [...grades, ...missed];
}

/** 蚊未达到C级, 未达到A级: somewhere below it. */
const MISSED =
  /^(?:但|其中)?([\u4e00-\u9fff]{0,6}?)(?:尚|还|仍)?未(?:能)?(?:达到|达|符合)([A-E]级?|[一二三四]级)(?:标准|要求|水平)?$/;

function missedGrade(clause: string, scale: Scale): GradeAnswer | null {
  const [words = '', name = '', token = ''] = MISSED.exec(clause) ?? [];
  const grade = gradeOf(token);
  return grade?.scale === scale
    ? {
        name: name === '' ? null : name,
        level: grade.level + 0.5,
        words: clause.slice(name === '' ? 0 : words.indexOf('未')),
      }
    : null;
}

function gradesIn(text: string, scale: Scale, known: string): readonly GradeAnswer[] | null {
  const tokens = [...text.matchAll(GRADE_TOKEN)].filter((match) => gradeOf(match[0])?.scale === scale);
  const [only] = tokens;
  if (only === undefined) return [];
  if (tokens.length === 1 && BELOW.test(text)) {
    return [{ name: null, level: (gradeOf(only[0])?.level ?? 0) + 0.5, words: text }];
  }
  if (HEDGED.test(text.replace(/达到或优于|不合格|不及格|劣V类/g, ''))) return null;
  const around = text.replace(GRADE_TOKEN, '、');
  if (!isPlain(around, known) && (tokens.length === 1 || DOUBTFUL.test(around))) return null;
  let position = 0;
  return tokens.map((match) => {
    const before = text.slice(position, match.index).replace(/^[、,;。]+/, '');
    const name = before.replace(
      /(?:密度|达到|达|为|是|均|都|评定|级别|等级|控制水平|国家|标准|:|综合|总体|或优于|符合|要求)+/g,
      '',
    );
    position = match.index + match[0].length;
    return { name: name === '' ? null : name, level: gradeOf(match[0])?.level ?? 0, words: match[0] };
  });
}
