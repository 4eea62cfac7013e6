// Owns the comparison of two targets: is one weaker, stronger or otherwise different. Must not judge values.
import { printCondition } from '../target/print';
import { leavesOf, mapLeaves } from '../target/read';
import type { Condition, Grade, Threshold } from '../target/target';
import { compare } from '../text/decimal';
import { normalise } from '../text/normalise';
import { convert } from '../text/units';

export type TargetDifference = 'same' | 'weaker' | 'stronger' | 'changed';

type Floor = Extract<Threshold['sign'], '≥' | '>'>;
const isFloor = (sign: Threshold['sign']): sign is Floor => sign === '≥' || sign === '>';
const isStrict = (sign: Threshold['sign']): boolean => sign === '>' || sign === '<';

/** The standard's sign on the clerk's number, for a sign that was lost. */
export const withSignOf = (own: Condition, standard: Condition): Condition => {
  const sign = leavesOf(standard).find((leaf) => leaf.kind === 'threshold')?.sign;
  return mapLeaves(own, (leaf) => (leaf.kind === 'threshold' && sign !== undefined ? { ...leaf, sign } : leaf));
};

/** A bare number up to 1 beside a share in per cent may be that share: not comparable. */
const mayBeFraction = (own: Threshold, standard: Threshold): boolean =>
  own.unit === null && own.value <= 1 && standard.unit?.id === '%' && standard.value > 1;

/** Positive when `own` asks more than `standard`, negative when less, 0 when the same; null when they cannot be compared. */
const compareBounds = (own: Threshold, standard: Threshold): number | null => {
  const value = own.unit === null || standard.unit === null ? own.value : convert(own.value, own.unit, standard.unit);
  const isOneWay = own.sign !== '=' && standard.sign !== '=' && isFloor(own.sign) === isFloor(standard.sign);
  if (value === null || !isOneWay || mayBeFraction(own, standard) || own.subject !== standard.subject) return null;
  const further = compare(value, standard.value) * (isFloor(own.sign) ? 1 : -1);
  return further === 0 ? Number(isStrict(own.sign)) - Number(isStrict(standard.sign)) : further;
};

/** A better grade asks more. */
const compareGrades = (own: Grade, standard: Grade): number | null =>
  own.scale === standard.scale ? standard.level - own.level : null;

/** What a condition asks, however it is worded: 持续提升 and 逐年提高 ask the same. */
const demandOf = (condition: Condition): string => {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return `${condition.kind}(${condition.parts.map(demandOf).join()})`;
    case 'due':
      return condition.terms.map((term) => `${String(term.year)}(${demandOf(term.condition)})`).join();
    case 'trend':
      return `trend ${condition.move} ${String(condition.isStrict)} ${String(condition.steps)}`;
    case 'softTrend':
      return `softTrend ${condition.move} ${String(condition.isFirm)}`;
    default:
      return printCondition(condition);
  }
};

interface Anatomy {
  readonly bound: Threshold | Grade | null;
  /** The other ways to reach the target (`或持续提升`). */
  readonly ways: readonly string[];
}

/** A bound, alone or beside other ways to reach the target; null when it is built otherwise. */
const anatomy = (condition: Condition): Anatomy | null => {
  const parts = condition.kind === 'any' ? condition.parts : [condition];
  if (parts.some(({ kind }) => kind === 'all' || kind === 'due')) return null;
  const bounds = parts.filter((part) => part.kind === 'threshold' || part.kind === 'grade');
  if (bounds.length > 1) return null;
  return { bound: bounds[0] ?? null, ways: parts.filter((part) => part !== bounds[0]).map(demandOf) };
};

const compareAnatomies = (own: Anatomy, standard: Anatomy): number | null => {
  if (own.bound === null || standard.bound === null) return own.bound === standard.bound ? 0 : null;
  if (own.bound.kind === 'threshold' && standard.bound.kind === 'threshold')
    return compareBounds(own.bound, standard.bound);
  return own.bound.kind === 'grade' && standard.bound.kind === 'grade'
    ? compareGrades(own.bound, standard.bound)
    : null;
};

/** What the clerk's target asks against what the standard asks: more ways to reach it make it weaker, a higher bound stronger. */
export const compareTargets = (own: Condition, standard: Condition): TargetDifference => {
  if (demandOf(own) === demandOf(standard)) return 'same';
  const [mine, theirs] = [anatomy(own), anatomy(standard)];
  if (mine === null || theirs === null) return 'changed';
  const bound = compareAnatomies(mine, theirs);
  if (bound === null) return 'changed';
  const isEasier = bound < 0 || mine.ways.some((way) => !theirs.ways.includes(way));
  const isHarder = bound > 0 || theirs.ways.some((way) => !mine.ways.includes(way));
  if (isEasier === isHarder) return isEasier ? 'changed' : 'same';
  return isEasier ? 'weaker' : 'stronger';
};

const SIGN = /[≥≤<>]|不[低高少多大小]于|不[超少]过|以[上下内]|至少|超过|[高低大小多少]于|达到?\d/u;

/** The standard's target has a sign before its number and the clerk's has none that can be read: lost in copying. */
export const isSignLost = (own: string, standard: string): boolean =>
  /^[≥≤<>]/u.test(standard) && /\d/u.test(own) && !SIGN.test(normalise(own));
