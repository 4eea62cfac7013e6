// Owns the sentences a verdict is given in: templates, Chinese first. Decides nothing; caveats never enter here.
import { formatNumber } from '../text/decimal';
import { cite, type Sentence } from '../text/sentence';
import type { Unit } from '../text/units';

export function say(zh: string, en: string): Sentence {
  return { zh, en };
}

export function join(sentences: readonly Sentence[], zh = '；', en = '; '): Sentence {
  return { zh: sentences.map((one) => one.zh).join(zh), en: sentences.map((one) => one.en).join(en) };
}

export function amountText(value: number, unit: Unit | null): string {
  return formatNumber(value) + (unit?.id ?? '');
}

/** A distance: between two shares in per cent it is told in 个百分点. */
export function distanceText(value: number, unit: Unit | null): Sentence {
  const size = formatNumber(Math.abs(value));
  if (unit?.id === '%') return pointsText(size);
  const shown = unit === null ? size : /^[/‰]/.test(unit.id) ? size + unit.id : `${size} ${unit.id}`;
  return say(shown, cite(shown));
}

export function pointsText(size: string): Sentence {
  return say(`${size} 个百分点`, `${size} percentage ${size === '1' ? 'point' : 'points'}`);
}

export const FINDINGS = {
  reached: (target: string) => say(`达到目标 ${target}`, `reaches the target ${cite(target)}`),
  within: (target: string) => say(`符合目标 ${target}`, `within the target ${cite(target)}`),
  below: (target: string, distance: Sentence) =>
    say(`低于目标 ${target}，差 ${distance.zh}`, `below the target ${cite(target)} by ${distance.en}`),
  above: (target: string, distance: Sentence) =>
    say(`高于目标 ${target}，超 ${distance.zh}`, `above the target ${cite(target)} by ${distance.en}`),
  onStrictEnd: (target: string) =>
    say(
      `与目标 ${target} 的界限值相等，目标不含本数`,
      `equals the limit of the target ${cite(target)}, which is not included`,
    ),
  notEqual: (target: string) => say(`不等于目标 ${target}`, `differs from the target ${cite(target)}`),
  failed: (target: string) => say(`未达到目标 ${target}`, `does not reach the target ${cite(target)}`),
  shortOf: (target: string) => say(`未达${target}`, `${cite(target)} is not reached`),
  notYetDue: (year: number, finding: Sentence) =>
    say(`${finding.zh}，${year}年到期，尚未到期`, `${finding.en}; due in ${year}, not yet due`),
} as const;
