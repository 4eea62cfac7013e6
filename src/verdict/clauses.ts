// Owns how an answer in several clauses is taken apart: clauses of other years, reasons before a denial, what follows an
// answer without touching it. Patterns as data; decides no answer.

const CLAUSE = /[,;。]/;
const OF_THEN = /^(?:上年|去年|往年|以前|此前|原先|原有|原|曾)/;

/** 往年有，今年没有 → 今年没有: the clauses of other years go where one of now is left. */
export function withoutPast(text: string): string {
  const clauses = text.split(CLAUSE).filter((clause) => clause !== '');
  const now = clauses.filter((clause) => !OF_THEN.test(clause));
  return now.length > 0 && now.length < clauses.length ? now.join(',') : text;
}

const BEFORE_DENIAL =
  /^(?:因[\u4e00-\u9fff]{1,12}?|由于[\u4e00-\u9fff]{1,12}?|今年|本年度?|至今|目前|现在?|均|都)+(?=(?:未|没|无(?!一)))/;

/** 因疫情未开展 → 未开展; 推迟到明年，今年未开展 → 未开展. */
export function denialIn(text: string): string {
  const last = text.split(CLAUSE).at(-1) ?? text;
  return last.replace(BEFORE_DENIAL, '');
}

/** May follow an answer: 无一遗漏, 从未间断 take nothing from it. */
const FIRM = /无烟|无害化?|无障碍|无一遗漏|无遗漏|从未间断|未间断|不间断|不留死角|每年不少于|不少于|不低于/g;
const DOUBTED =
  /[不未没无非拟待差缺欠近约可能将应须需]|正在|计划|预计|基本|部分|个别|多数|试点|草案|废止|撤销|取消|停止|暂停|拆除|终止|失效|原|曾|逐步|推进|争取|力争|筹|准备|仅|只/;

/** The first clause, and whether what follows leaves it as it is. */
export function leadingClause(text: string): { readonly first: string; readonly isUntouched: boolean } {
  const [first = '', ...rest] = text.split(CLAUSE);
  return { first, isUntouched: rest.length > 0 && !DOUBTED.test(rest.join(',').replace(FIRM, '')) };
}

/** What can be done many times; 建成一期 is a part. */
const OFTEN: ReadonlySet<string> = new Set(['开展', '组织', '举办', '召开', '实施', '推行', '落实', '实行']);

/** 每月开展2次, 全年开展6轮: done, and how often. */
export function isDoneOften(text: string, verb: string): boolean {
  if (!OFTEN.has(verb)) return false;
  const done = new RegExp(`${verb}了?(?:[\\u4e00-\\u9fff]{0,6})[1-9]\\d*(?:次|场|期|轮|批|批次)(?:$|[,;。])`);
  return done.test(text) && !DOUBTED.test(text.replace(FIRM, ''));
}

/** 已配备专职2名、兼职3名 */
export function hasCounted(text: string, verb: string): boolean {
  return new RegExp(
    `^(?:已|现|共)?${verb}了?(?:(?![不未无没拟])[\\u4e00-\\u9fff]{0,6}[1-9]\\d*(?:名|人|个|台|辆|套|处|家|座)[、,和]?){2,}$`,
  ).test(text);
}

/** 3条，共12公里: there are some. */
export function areCountsOnly(text: string): boolean {
  return /^[1-9]\d*(?:条|处|个|座|所|家|支|台|辆|名|人|块)(?:,(?:共|总长|合计|全长)?[1-9]\d*(?:\.\d+)?(?:公里|千米|米|平方米|个|处|张|人))*$/.test(
    text,
  );
}

/** 发生1起 in a clause of now, and not of the lesser kind. */
export function happened(text: string): boolean {
  return withoutPast(text)
    .split(CLAUSE)
    .some((clause) => /(?:发生|发现|出现|查出)了?[1-9]\d*(?:起|例|件|次|处|宗)$/.test(clause) && !LESSER.test(clause));
}

const LESSER = /一般|轻微|较小|小型|疑似/;

/** 未发生重大事故，发生一般事故1起: the clauses that are not of the lesser kind. */
export function withoutLesser(text: string): string {
  const clauses = text.split(CLAUSE);
  const grave = clauses.filter((clause) => !LESSER.test(clause) || /^(?:未|无|没有)/.test(clause));
  return grave.length > 0 ? grave.join(',') : text;
}
