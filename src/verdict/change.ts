// Owns changes by an amount: 较上年下降5%, 提高2个百分点. A stated change is taken as it is.
import { compare, difference, formatNumber, tidy } from '../text/decimal';
import { cite, type Sentence } from '../text/sentence';
import { PERCENT, type Unit } from '../text/units';
import type { Change } from '../target/target';
import type { Amount, ChangeValue } from '../value/value';
import { inUnit, type Facts } from './facts';
import { outcome, type Outcome } from './outcome';
import { distanceText, join, pointsText, say } from './reason';
import { isSameBase, withBaseCaveat } from './comparison';
import { inEnglish, figureText, exactOf, unclear, isOutcome } from './told';
import { referenceOf, aligned } from './reference';

/** The indicator itself is a change: 能耗降低率, 工业增加值增速. */
const IS_CHANGE = /(下降率|降低率|减少率|降幅|下降幅度|下降|降低|减少)$|(增长率|增速|增幅|提高幅度|增长|提升率)$/;

function changeOutcome(change: Change, moved: number, words: string): Outcome {
  return passesChange(change, moved)
    ? outcome('met', say(`符合目标 ${words}`, `meets the target ${cite(words)}`))
    : outcome('unmet', say(`未达到目标 ${words}`, `does not meet the target ${cite(words)}`));
}

const CHANGE_VERBS = {
  outside: { up: '高', down: '低' },
  counted: { up: '增加', down: '减少' },
  measured: { up: '提高', down: '下降' },
} as const;

/** `提高 2 个百分点`; `moved` is counted in the direction the target asks for. */
function movedText({ move, base }: Change, moved: number, unit: Unit | null): Sentence {
  if (moved === 0) return say('持平', 'unchanged');
  const way = moved < 0 !== (move === 'up') ? 'up' : 'down';
  const size = formatNumber(Math.abs(moved));
  const isCounted = unit?.dimension.startsWith('count:') === true;
  const verb = CHANGE_VERBS[base.kind === 'outside' ? 'outside' : isCounted ? 'counted' : 'measured'][way];
  const distance =
    unit?.dimension === 'point'
      ? pointsText(size)
      : unit?.id === '%'
        ? say(`${size}%`, `${size}%`)
        : distanceText(moved, unit);
  return say(`${verb} ${distance.zh}`, `${way} ${distance.en}`);
}

/** `moved` is counted in the direction the target asks for. */
function passesChange({ sign, amount }: Change, moved: number): boolean {
  const order = compare(moved, amount);
  return sign === '≥' ? order >= 0 : sign === '>' ? order > 0 : sign === '≤' ? order <= 0 : order < 0;
}

export function judgeChange(change: Change, facts: Facts, words: string): Outcome {
  const { actual } = facts;
  if (actual.kind === 'change') return judgeStatedChange(change, actual, facts, words);
  const amount = exactOf(actual);
  if (amount === null) return unclear('', actual);
  const kind = IS_CHANGE.exec(facts.indicator);
  if (kind && change.measure !== 'absolute' && (!change.isBaseNamed || change.base.kind === 'span')) {
    const isDown = kind[1] !== undefined;
    if (isDown !== (change.move === 'down')) return unclear('', actual);
    const result = changeOutcome(change, amount.low, words);
    // The indicator is the change: the target is a threshold on it.
    return result.state === 'unmet'
      ? { ...result, gap: difference(amount.low, change.amount), unit: change.unit }
      : result;
  }
  const reference = referenceOf(change.base, facts, words);
  if (isOutcome(reference)) return reference;
  const both = aligned(amount, reference, facts);
  return isOutcome(both)
    ? both
    : judgeMoved(change, both.actual.low, both.value, both.unit, facts, words, reference.label);
}

function judgeMoved(
  change: Change,
  now: number,
  then: number,
  unit: Unit | null,
  facts: Facts,
  words: string,
  label: string,
): Outcome {
  const sense = change.move === 'up' ? 1 : -1;
  const by = difference(now, then) * sense;
  const told = (asked: Change, moved: number, of: Unit | null): Outcome => {
    const { finding, ...result } = changeOutcome(asked, moved, words);
    const shown = [figureText(label, then, unit), movedText(asked, moved, of), finding];
    return { ...result, finding: join(shown, '，', ': ') };
  };
  switch (change.measure) {
    case 'relative': {
      const percent = (by / Math.abs(then)) * 100;
      return Number.isFinite(percent)
        ? told(change, tidy(Number(percent.toPrecision(12))), PERCENT)
        : noShareOf(then, label);
    }
    case 'points': {
      if (unit !== null && unit.id !== '%')
        return outcome(
          'review',
          say(
            `目标为百分点，实际值单位为${unit.id}，不能比较`,
            `the target is in percentage points, the value in ${cite(unit.id)}`,
          ),
        );
      // Two bare fractions: 0.93 against 0.90 are three points.
      const areFractions = unit === null && Math.abs(now) <= 1 && Math.abs(then) <= 1;
      if (areFractions)
        return outcome(
          'review',
          say('两年数值均小于1且未带单位，无法确定是否为比例', 'both figures are below 1 and have no unit'),
        );
      return told(change, by, change.unit);
    }
    case 'absolute': {
      const amount = inUnit(change.amount, change.unit, unit, facts.population);
      if (amount === null)
        return outcome(
          'review',
          say(
            `目标单位为${change.unit?.id ?? ''}，实际值单位为${unit?.id ?? ''}，不能比较`,
            `the target is in ${cite(change.unit?.id ?? '')}, the value in ${cite(unit?.id ?? '')}`,
          ),
        );
      return told({ ...change, amount }, by, unit ?? change.unit);
    }
  }
}

/** A change from nothing, or from next to nothing, has no percentage. */
function noShareOf(then: number, label: string): Outcome {
  const [zh, en] = then === 0 ? ['为0', 'is 0'] : ['太接近0', 'is too near 0'];
  return outcome(
    'review',
    say(`${label}${zh}，无法计算幅度`, `${inEnglish(label)} ${en}, so there is no relative change`),
  );
}

function measureOf(amount: Amount): Change['measure'] {
  return amount.unit?.dimension === 'point' ? 'points' : amount.unit?.id === '%' ? 'relative' : 'absolute';
}

function judgeStatedChange(change: Change, value: ChangeValue, facts: Facts, words: string): Outcome {
  if (!isSameBase(change.base, value, facts))
    return outcome(
      'review',
      say(
        `与目标 ${words} 的比较年份不同，不能比较`,
        `the value and the target ${cite(words)} compare with different years`,
      ),
    );
  const sense = value.move === change.move ? 1 : -1;
  const isDifferentMeasure = measureOf(value.amount) !== change.measure;
  if (isDifferentMeasure && sense === 1 && value.amount.unit !== null) {
    return outcome(
      'review',
      say(
        `实际值单位为${value.amount.unit.id}，目标单位为${change.unit?.id ?? '无'}，不能比较`,
        `the value is in ${cite(value.amount.unit.id)}, the target in ${cite(change.unit?.id ?? 'none')}: not comparable`,
      ),
    );
  }
  const moved = inUnit(value.amount.low, value.amount.unit, isDifferentMeasure ? null : change.unit, facts.population);
  if (moved === null)
    return outcome('review', say(`实际值与目标单位不同，不能比较`, 'the value and the target are in different units'));
  return withBaseCaveat(changeOutcome(change, moved * sense, words), change.base, value);
}
