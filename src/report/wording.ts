// Owns how figures and lists are written in reports. Must not count or judge.
import { formatNumber } from '../text/decimal';
import type { Judgement } from '../verdict/judgement';

/** `87.5%`; `—` when there is no rate. One decimal, rounded down below a full rate: 99.96 % is never written 100.0 %. */
export const rateText = (rate: number | null): string => {
  if (rate === null) return '—';
  const tenths = rate < 1 ? Math.min(999, Math.round(rate * 1000)) : 1000;
  return `${(tenths / 10).toFixed(1)}%`;
};

/** `低 1.5 个百分点`, `高 3 分贝`; '' where no single distance can be named. */
export const gapText = ({ gap, unit }: Judgement): string => {
  if (gap === null || gap === 0) return gap === 0 ? '等于界限值' : '';
  const size = formatNumber(Math.abs(gap));
  return `${gap < 0 ? '低' : '高'} ${size}${unitAfter(unit)}`;
};

/** `A、B、C`, or `—` when there is none. */
export const listText = (names: readonly string[]): string => (names.length === 0 ? '—' : names.join('、'));

/** `18/10万` and `5‰` are written together, words apart. */
const unitAfter = (unit: string | null): string => {
  if (unit === null) return '';
  if (unit === '%') return ' 个百分点';
  return /^[/‰]/u.test(unit) ? unit : ` ${unit}`;
};
