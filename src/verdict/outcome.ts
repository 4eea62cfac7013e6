// Owns the result of judging one condition and the three-valued joining of several. Knows no values, no targets.
import type { Sentence } from '../text/sentence';
import type { Unit } from '../text/units';
import { join } from './reason';
import type { Verdict } from './judgement';

export type State = Exclude<Verdict, 'notApplicable'>;

export interface Outcome {
  readonly state: State;
  /** What was found, to stand after `实际 …，`. */
  readonly finding: Sentence;
  /** Short, for a sentence that goes on: 未达≥23%. */
  readonly brief: Sentence;
  readonly gap: number | null;
  readonly unit: Unit | null;
  readonly caveats: readonly Sentence[];
}

export function outcome(state: State, finding: Sentence, more: Partial<Outcome> = {}): Outcome {
  const { brief = finding, gap = null, unit = null, caveats = [] } = more;
  return { state, finding, brief, gap, unit, caveats };
}

const isUnknown = ({ state }: Outcome): boolean => state === 'missing' || state === 'review';

function has(parts: readonly Outcome[], state: State): boolean {
  return parts.some((part) => part.state === state);
}

function unknownState(parts: readonly Outcome[]): State {
  return has(parts, 'missing') ? 'missing' : 'review';
}

/** OR: true if any is true; else unknown if any is unknown (missing wins); pending ranks between. */
export function anyOf(parts: readonly Outcome[]): Outcome {
  const met = parts.find((part) => part.state === 'met');
  if (met) return met.gap === null ? despite(parts.filter(isMissedMeasure), met) : met;
  if (parts.some(isUnknown)) return { ...outcome(unknownState(parts), briefs(parts)), caveats: caveatsOf(parts) };
  const measured = parts.find((part) => part.gap !== null);
  const state = has(parts, 'pending') ? 'pending' : 'unmet';
  return {
    ...outcome(state, join(parts.map((part) => part.finding))),
    gap: measured?.gap ?? null,
    unit: measured?.unit ?? null,
    brief: briefs(parts),
    caveats: caveatsOf(parts),
  };
}

const isMissedMeasure = ({ state, gap }: Outcome): boolean => state === 'unmet' && gap !== null;

/** 未达≥23%，但 …逐年提高: a threshold that is missed is told beside what makes up for it. */
function despite(missed: readonly Outcome[], met: Outcome): Outcome {
  if (missed.length === 0) return met;
  const { zh, en } = briefs(missed);
  return { ...met, finding: { zh: `${zh}，但${met.finding.zh}`, en: `${en}, but ${met.finding.en}` } };
}

/** AND: false if any is false; else unknown if any is unknown; pending ranks between. */
export function allOf(parts: readonly Outcome[]): Outcome {
  const failing = parts.filter((part) => part.state === 'unmet');
  const unknown = parts.filter(isUnknown);
  const pending = parts.filter((part) => part.state === 'pending');
  if (failing.length > 0) return together('unmet', failing, parts);
  if (unknown.length > 0) return { ...outcome(unknownState(unknown), briefs(unknown)), caveats: caveatsOf(parts) };
  return pending.length > 0 ? together('pending', pending, parts) : together('met', parts, parts);
}

function together(state: State, shown: readonly Outcome[], parts: readonly Outcome[]): Outcome {
  const measured = shown.find((part) => part.gap !== null);
  return {
    state,
    finding: join(shown.map((part) => part.finding)),
    brief: briefs(shown),
    gap: measured?.gap ?? null,
    unit: measured?.unit ?? null,
    caveats: caveatsOf(parts),
  };
}

function briefs(parts: readonly Outcome[]): Sentence {
  return join(parts.map((part) => part.brief));
}

function caveatsOf(parts: readonly Outcome[]): readonly Sentence[] {
  return parts.flatMap((part) => part.caveats);
}
