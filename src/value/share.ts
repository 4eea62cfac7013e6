// Owns shares told in a sentence: how many of how many. Patterns as data; a pattern yields the whole and the part, never a
// guess: units must agree, and the indicator must be a share.

export interface Share {
  readonly part: number;
  readonly whole: number;
  /** `N of M` is said; else two counts stand beside each other, and that one is of the other is for a person to confirm. */
  readonly isSaid: boolean;
}

const N = String.raw`(\d+(?:\.\d+)?)(万)?`;
/** A count's measure word, perhaps none. */
const U = '(个|家|所|处|座|户|人|名|件|份|批次|批|项|例|起|次|台|辆|间|条|栋|只)?';
const DONE =
  '(?:已?(?:全部)?(?:达标|合格|完成|建成|达到标准|符合要求|通过验收|覆盖|整改|办结|改造|创建成功)|有[^,;未不无没]{2,8}|完成[^,;未不无没\\d]{2,10})';
const UNDONE = '(?:未|没有|没|不)(?:达标|合格|完成|建成|达到标准|符合要求|通过|覆盖|整改|办结|改造)';

interface Wording {
  readonly pattern: RegExp;
  /** The part told is what is lacking. */
  readonly isRest: boolean;
}

/** 48个社区中45个达标; 62所学校中尚有4所未建成. */
const WORDINGS: readonly Wording[] = [
  { pattern: new RegExp(`^${N}${U}[^\\d,;]{0,8}(?:中|,|里)(?:有|已有|的)?${N}${U}${DONE}$`), isRest: false },
  { pattern: new RegExp(`^${N}${U}[^\\d,;]{0,8}(?:中|,|里)(?:有|尚有|仍有|还有)?${N}${U}${UNDONE}$`), isRest: true },
  { pattern: new RegExp(`^每${N}${U}[^\\d,;]{0,6}中(?:有)?${N}${U}$`), isRest: false },
];

/** 应种1236人，实种1221人: both of one verb. */
const DUE = new RegExp(`^应(.{1,4}?)${N}${U},(?:实际?|已)\\1${N}${U}$`);

/** 受理120件，办结118件: all there was, then what the indicator counts. */
const TAKEN = new RegExp(
  `^(?:共)?(?:抽检|抽查|检测|检查|受理|接到|接诉|在管|管理|水样|样品|在职|活产|发现|排查|应检|摸排|登记)[^\\d,;]{0,4}${N}${U},(?:其中)?(?:参加)?([^\\d,;]{2,6})${N}${U}$`,
);

const SHARE_NAME = /(?:率|比例|占比|比重)$/;
const FAILING = /^(?:不|未)/;

function amount(digits: string | undefined, scale: string | undefined): number {
  return Number(digits) * (scale === '万' ? 10_000 : 1);
}

function checked(part: number, whole: number, units: readonly (string | undefined)[], isSaid: boolean): Share | null {
  const named = units.filter((unit) => unit !== undefined);
  const isOneUnit = new Set(named).size <= 1;
  return isOneUnit && whole > 0 && part >= 0 && part <= whole ? { part, whole, isSaid } : null;
}

/** The share that the whole text tells of the indicator; null when it tells none. `text` has figures for numerals. */
export function shareIn(text: string, indicator: string): Share | null {
  const name = indicator.replace(/\([^()]*\)$/, '');
  if (!SHARE_NAME.test(name) || text.length > 60) return null;
  for (const { pattern, isRest } of WORDINGS) {
    const [, whole, wholeScale, wholeUnit, part, partScale, partUnit] = pattern.exec(text) ?? [];
    if (whole === undefined || part === undefined) continue;
    const [all, some] = [amount(whole, wholeScale), amount(part, partScale)];
    return checked(isRest ? all - some : some, all, [wholeUnit, partUnit], true);
  }
  const due = DUE.exec(text);
  if (due) return checked(amount(due[5], due[6]), amount(due[2], due[3]), [due[4], due[7]], false);
  return takenIn(text, name);
}

function takenIn(text: string, name: string): Share | null {
  const [, whole, wholeScale, wholeUnit, verb = '', part, partScale, partUnit] = TAKEN.exec(text) ?? [];
  if (whole === undefined || part === undefined) return null;
  const isRest = FAILING.test(verb) && name.includes(verb.slice(1));
  if (!isRest && (FAILING.test(verb) || !name.includes(verb))) return null;
  const [all, some] = [amount(whole, wholeScale), amount(part, partScale)];
  return checked(isRest ? all - some : some, all, [wholeUnit, partUnit], false);
}
