// Owns Chinese numerals: 百分之九十, 九成五, 两次, 二〇二五年. Rewrites them as figures; leaves names (十四五, 一人一档) alone.
import { tidy } from './decimal';

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...[...'〇一二三四五六七八九'].map((sign, value) => [sign, value] as const),
  ['零', 0],
  ['两', 2],
  ['兩', 2],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/** `一百二十` → 120, `九十五点五` → 95.5, `二〇二五` → 2025; null when it is no number. */
export function chineseNumber(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const [whole = '', fraction, ...more] = text.split('点');
  if (whole === '' || more.length > 0) return null;
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let isPlain = true;
  let digits = '';
  for (const sign of whole) {
    const value = DIGITS.get(sign);
    const scale = SCALES.get(sign);
    if (value !== undefined) {
      digit = value;
      digits += value;
    } else if (scale === undefined) return null;
    else {
      isPlain = false;
      if (scale >= 10_000) {
        total = (total + section + (digit ?? 0) || 1) * scale;
        section = 0;
      } else section += (digit ?? 1) * scale;
      digit = null;
    }
  }
  const integer = isPlain ? Number(digits) : total + section + (digit ?? 0);
  if (fraction === undefined) return integer;
  const places = [...fraction].map((sign) => DIGITS.get(sign));
  return places.length === 0 || places.includes(undefined) ? null : Number(`${integer}.${places.join('')}`);
}

const NUMERAL = '[〇零一二两三四五六七八九十百千点]';
/** Nouns that a numeral before them counts. */
const COUNTED =
  '(?:个|次|名|人|所|处|家|座|张|篇|户|起|例|项|条|件|宗|天|日|年|小时|分钟|元|万元|亿元|岁|期|场|批|支|台|辆|部|米|公里|吨|平方米|分贝|级以上|位|学时|课时|节|盏|门|本|册|份|棵|株|套|轮|%|‰)';

const SHARE_UNITS: ReadonlyMap<string, string> = new Map([
  ['百', '%'],
  ['千', '‰'],
  ['万', '/万'],
  ['十万', '/10万'],
]);

const YEAR = /[一二][〇零一二三四五六七八九]{3}(?=年)/g;
const SHARE = new RegExp(`(十万|万|${NUMERAL}{1,6})分之(${NUMERAL}{1,9}|\\d{1,9}(?:\\.\\d{1,9})?)`, 'g');
const TENTHS = /([一二三四五六七八九十])成([一二三四五六七八九])?(?=以|及|左|之|的|$|[,;、。)或且并])/g;
const COUNT = new RegExp(
  `(?:(?<![第初年周百千十万〇零一二两三四五六七八九])|(?<=每[年周]|半年))(${NUMERAL}{1,8})(?=${COUNTED}(?![一二两三]))`,
  'g',
);
/** 每10万17.2, 每十万人不超过18例: a rate told the other way round. */
const PER_LAKH = /每(?:10|十)万(?:人口|人|活产)?([不低高少超于过大小≥≤<>]{0,4})(\d+(?:\.\d+)?)(?:例|人|名)?(?![\d.])/g;
const ANY = /[〇零一二两三四五六七八九十]/;

/** The text with numerals that stand for amounts written as figures. */
export function withArabicNumerals(text: string): string {
  if (!ANY.test(text) && !text.includes('每10万') && !text.includes('分之') && !text.includes('百分百')) return text;
  return text
    .replace(/百分之?百/g, '100%')
    .replace(PER_LAKH, '$1$2/10万')
    .replace(YEAR, (year) => String(chineseNumber(year) ?? year))
    .replace(SHARE, (whole, of: string, part: string) => {
      const amount = chineseNumber(part);
      const unit = SHARE_UNITS.get(of);
      if (amount === null) return whole;
      if (unit !== undefined) return `${amount}${unit}`;
      const base = chineseNumber(of);
      return base === null || base === 0 ? whole : `${tidy((amount / base) * 100)}%`;
    })
    .replace(TENTHS, (_, tens: string, ones: string | undefined) => {
      return `${(chineseNumber(tens) ?? 0) * 10 + (ones === undefined ? 0 : (chineseNumber(ones) ?? 0))}%`;
    })
    .replace(COUNT, (whole, numeral: string) => String(chineseNumber(numeral) ?? whole));
}
