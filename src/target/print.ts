// Owns how a condition is written back in canonical Chinese, for reasons and for tests: what it prints, read.ts reads.
import { formatNumber } from '../text/decimal';
import type { Unit } from '../text/units';
import type { Base, Change, Comparison, Condition } from './target';

/** Full precision, no exponent: a printed target reads back to the same number. */
function number(value: number): string {
  const short = formatNumber(value);
  return Number(short) === value ? short : String(value);
}

/** Shares with no end to their decimals, as they are said. */
const FRACTIONS: ReadonlyMap<number, string> = new Map([
  [66.6666666666667, '三分之二'],
  [33.3333333333333, '三分之一'],
  [16.6666666666667, '六分之一'],
  [83.3333333333333, '六分之五'],
]);

function amount(value: number, unit: Unit | null): string {
  const fraction = unit?.id === '%' ? FRACTIONS.get(value) : undefined;
  if (fraction !== undefined) return fraction;
  return number(value) + (unit?.id ?? '');
}

const MOVES: Readonly<Record<Change['move'], string>> = { up: '提高', down: '下降' };
const COMPARING: Readonly<Record<Comparison['sign'], string>> = {
  '≥': '不低于',
  '≤': '不高于',
  '>': '高于',
  '<': '低于',
  better: '优于',
  notWorse: '达到',
};
const CHANGE_SIGNS: Readonly<Record<Change['sign'], string>> = { '≥': '', '≤': '不超过', '>': '超过', '<': '低于' };

export function printBase(base: Base): string {
  switch (base.kind) {
    case 'previous':
      return '上年';
    case 'year':
      return `${base.year}年`;
    case 'span':
      return base.name;
    case 'baseline':
      return '基期';
    case 'mean':
      return `近${base.years}年平均水平`;
    case 'outside':
      return base.name;
  }
}

function printChange({ move, base, isBaseNamed, sign, amount: size, unit }: Change): string {
  if (base.kind === 'outside') return `${move === 'up' ? '高于' : '低于'}${base.name}${amount(size, unit)}`;
  return `${isBaseNamed ? (base.kind === 'span' ? base.name : `较${printBase(base)}`) : ''}${MOVES[move]}${CHANGE_SIGNS[sign]}${amount(size, unit)}`;
}

/** The condition in canonical Chinese: `≥23%或逐年提高`. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'threshold':
      return `${condition.subject ?? ''}${condition.sign}${amount(condition.value, condition.unit)}${condition.isApproximate ? '左右' : ''}`;
    case 'bare':
      return `${condition.subject ?? ''}${condition.isGarbled ? '?' : ''}${amount(condition.value, condition.unit)}${condition.isApproximate ? '左右' : ''}`;
    case 'range':
      return `${condition.subject ?? ''}${number(condition.low)}~${amount(condition.high, condition.unit)}`;
    case 'comparison':
      return COMPARING[condition.sign] + printBase(condition.base);
    case 'change':
      return printChange(condition);
    case 'rank':
      return `前${condition.within}名`;
    case 'trend':
    case 'softTrend':
    case 'presence':
    case 'grade':
    case 'standard':
    case 'airQuality':
    case 'plan':
    case 'unreadable':
      return condition.words;
    case 'due':
      return condition.terms.map((term) => `到${term.year}年${printCondition(term.condition)}`).join('、');
    case 'any':
      return condition.parts.map(printCondition).join('或');
    case 'all':
      return condition.parts.map(printCondition).join('；');
  }
}
