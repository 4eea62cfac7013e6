// Owns how clerks word a figure: each wording beside the plain one that read.ts knows, and claims that stand before a
// figure. Patterns as data, over normalised text with figures for numerals. Must not know the target.

const FEWER = '(?:下降|降低|减少|下滑)';
const MORE = '(?:提高|提升|上升|增长|增加)';

/** Told in numerals, before they become figures. */
const NUMERALS: readonly (readonly [RegExp, string])[] = [
  [/^半年(?=[一二三四五六七八九十\d]{1,3}次)/g, '每半年'],
  [/([一二三四五六七八九])成半/g, '$1成五'],
  [/([一二三四五六七八九])成多/g, '超过$1成'],
  [/(?:半数以上|过半数?|超过?半数|超过?一半|一半以上)/g, '超过50%'],
  [/(?:不到|不足)(?:一半|半数)/g, '不足50%'],
  [/^(?:约|大约)?一半$/g, '50%'],
  [/十(?:余|几|多)(?=[次个场家所处座户人名期轮])/g, '超过10'],
  [/(\d+)万(\d)千(?!克|瓦|米|余|多)/g, '$1.$2万'],
  [/(\d+)千(?:余|多)(?=[次个人名户册份])/g, '超过$1000'],
];

/** The text with its numerals in the wording that the numerals' reader knows. */
export function respellNumerals(text: string): string {
  return NUMERALS.reduce((now, [pattern, words]) => now.replace(pattern, words), text);
}

/** Same meaning, in words that are read. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(\d)个半小时/g, '$1.5小时'],
  [/(?<![\d一二三四五六七八九十])半个?小时/g, '0.5小时'],
  // 100余万册, 30多个
  [/(\d+(?:\.\d+)?)(?:余|多)(万|亿)?(?=[\u4e00-\u9fff])/g, '超过$1$2'],
  [/(?:没有|没|未能?)(?:达到|达)(?=\d)/g, '不足'],
  [/(?:没有|没|未)(?:低于|少于)(?=\d)/g, '不低于'],
  [/(?:没有|没|未)(?:超过|高于|突破)(?=\d)/g, '不超过'],
  [/(?:控制|稳定|保持|维持)在(?=\d)/g, ''],
  [/最高不超过(?=\d)/g, '不超过'],
  [/(?<!不)(?:满分|总分)\d+分,/g, ''],
  [/(?:已)?提前(?=(?:达到|完成|实现)\d)/g, ''],
  [/(?<!不)(?:仅仅|仅|只有|只|才)(?:有|为|达到|达)?(?=\d)/g, ''],
  [/(?:今年|年初|本年)以?来/g, '今年'],
  [/就(?:搞|办|做|开展)了?(?=\d)/g, ''],
  [/快报数|初报数/g, ''],
  [/最低的?(?=[\u4e00-\u9fff]{1,8}\d)/g, ''],
  [/最高的(?=[\u4e00-\u9fff]{1,8}\d)/g, ''],
  [/^(?:与|较|同|比)(?:上年|去年)(?:同期)?(?:相比)?(?:基本)?持平[,;]/, ''],
  [/[,;](?:在)?(?:全市|全省|全国|全区|全县|同类城市)?(?:排名|排|位列|位居|居)(?:第|前)\d+(?:位|名)?$/, ''],
  // 下降2个百分点至9.1%: what it came to.
  [
    new RegExp(
      `(?:(?:同比|[较比](?:上年|去年)(?:同期)?),?)?(?:${FEWER}|${MORE})了?\\d+(?:\\.\\d+)?个[百千]分点,?(?:达到|达|至|到|为)(?=\\d)`,
      'g',
    ),
    '达到',
  ],
];

/** Behind the figure, why it is so or how good it is; nothing that changes whose it is. */
const EXPLANATION =
  /[,;](?:虽|但|受|因|由于|主要|降幅|增幅|位居|居|稳步|持续|稳中|稳定|逐年|明显|成效|效果|按计划|提前|超额|圆满|顺利|提升|下降|改善)(?:(?!不含|不包括|除|仅|部分|估|约|拟|将|目标值|未含|另)[^\d])*$/;

export function withoutExplanation(text: string): string {
  return text.replace(EXPLANATION, '');
}

/** 已完成年度目标，72%; 超额完成，112%. */
const CLAIM =
  /^已?(?:(?:超额|提前|圆满|全面|按期)?(?:完成|达到|实现)了?(?:年度|全年|既定|规定|上级)?(?:目标|任务|要求|指标)(?:任务|值)?|(?:超额|提前|圆满|按期)完成|达标)[,;](?=.*\d)/;
const CLAIM_OF_FAILURE = /^(?:目前|暂|尚|还)?(?:未达标|不达标|未完成|未达到?目标|不合格)[,;](?:目前|现)?(?=.*\d)/;

export interface Respelt {
  readonly text: string;
  /** false where the cell says that the figure fails. */
  readonly claim: false | null;
}

/** The text in plain wording. Total. */
export function respell(text: string): Respelt {
  const failing = text.replace(CLAIM_OF_FAILURE, '');
  const claim = failing === text ? null : false;
  const plain = failing.replace(CLAIM, '');
  return { text: SPELLINGS.reduce((now, [pattern, words]) => now.replace(pattern, words), plain), claim };
}

/** A claim with its figure in brackets: 全部达标（100%）. */
const CLAIM_ALONE = /^(?:均|都|全部|全|已|已全部)*(?:达标|合格|完成|符合|符合要求|达到要求|覆盖|全覆盖)$/;
const FIGURE_ALONE = /^\d+(?:\.\d+)?[%‰]$/;

/** The figure that stands in the only bracket behind a claim; null when none does. */
export function figureOfClaim(text: string, notes: readonly string[]): string | null {
  const [note, ...others] = notes;
  return note !== undefined && others.length === 0 && CLAIM_ALONE.test(text) && FIGURE_ALONE.test(note) ? note : null;
}
