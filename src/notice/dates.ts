// Owns dates as notices write them: `2023年4月—7月`, `2024 年2 月`, `2023年8月底前`. They stay words; no calendar is needed.

export interface Period {
  /** As written, blanks left out. */
  readonly period: string;
  /** The year and month are filled in from the other end. */
  readonly from: string;
  readonly to: string;
}

const PART = '(?:上旬|中旬|下旬|底|末|初)';
const DATED = `20\\d\\d年(?:\\d{1,2}月)?(?:\\d{1,2}日)?${PART}?|20\\d\\d[./]\\d{1,2}(?:[./]\\d{1,2})?`;
const MONTH = `\\d{1,2}月(?:\\d{1,2}日)?${PART}?`;
const PERIOD = new RegExp(
  `(${DATED}|${MONTH})(?:(?:起|开始)?[—–\\-－~～至到]{1,3}(${DATED}|${MONTH}|\\d{1,2}日|年?[底末]|长期))?`,
);

/** The first period of a title; a single month is its own beginning and end. */
export function findPeriod(text: string): Period | null {
  const match = PERIOD.exec(text.replace(/\s+/g, ''));
  if (!match) return null;
  const [period, first = '', second] = match;
  if (second === undefined) return { period, from: first, to: first };
  return { period, from: first, to: completed(second, first) };
}

/** `7月` behind `2023年4月` is 2023年7月, `年底` is 2023年底, `20日` behind `4月1日` is 4月20日. */
function completed(second: string, first: string): string {
  const year = /^20\d\d年/.exec(first)?.[0] ?? '';
  if (/^20\d\d|长期/.test(second)) return second;
  if (/^年?[底末]/.test(second)) return year === '' ? second : year + second.replace('年', '');
  if (/月/.test(second)) return year + second;
  return year + (/\d{1,2}月/.exec(first)?.[0] ?? '') + second;
}

const BEFORE = '\\s?(?:之|以)?前';
const DAY = `(?:\\d{1,2}\\s?日|${PART})`;
const DEADLINE = new RegExp(
  [
    `20\\d\\d\\s?年\\s?(?:\\d{1,2}\\s?月\\s?${DAY}?|[底末])${BEFORE}`,
    `每(?:月|季度|年|周)(?:\\d{1,2}\\s?月)?(?:\\d{1,2}\\s?日|[底末])${BEFORE}`,
    `\\d{1,2}\\s?月\\s?${DAY}?${BEFORE}`,
    `(?:今|本|当)?年[底末]${BEFORE}`,
  ].join('|'),
  'g',
);

/** Every date by which something is due: `2023年8月底前`. */
export function findDeadlines(text: string): string[] {
  return [...text.matchAll(DEADLINE)].map(([deadline]) => deadline.replace(/\s/g, ''));
}

export function findDeadline(text: string): string | null {
  return findDeadlines(text)[0] ?? null;
}
