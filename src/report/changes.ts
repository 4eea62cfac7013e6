// Owns what changed between an earlier check and a later one, row by row. Must not judge anew.
import { nameKey } from '../standard/national-2021';
import { difference } from '../text/decimal';
import { normalise } from '../text/normalise';
import type { Sentence } from '../text/sentence';
import { VERDICT_LABELS, type Verdict } from '../verdict/judgement';
import type { JudgedRow, JudgedTable } from './judged';

/** What became of an indicator's verdict. `noLongerKnown`: met or not met before, now 缺数据, 需人工判定 or the like. */
export type ChangeKind =
  | 'newlyMet'
  | 'newlyLost'
  | 'newlyFailing'
  | 'stillFailing'
  | 'stillMet'
  | 'noLongerKnown'
  | 'stillUnknown'
  | 'appeared'
  | 'disappeared';

export interface IndicatorChange {
  readonly kind: ChangeKind;
  readonly indicator: string;
  /** null when the row appeared. */
  readonly before: JudgedRow | null;
  /** null when the row disappeared. */
  readonly after: JudgedRow | null;
  /** The value moved; false when either month has no value. */
  readonly isMoved: boolean;
  /** Later less earlier value, in their common unit; null when they are not two numbers of one unit. */
  readonly difference: number | null;
  /** The target text changed too: the verdicts are not comparable without a look. */
  readonly isTargetChanged: boolean;
  readonly sentence: Sentence;
}

export interface MonthComparison {
  /** Rows of the later check in order, then those that disappeared. */
  readonly changes: readonly IndicatorChange[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
}

interface Keyed {
  readonly key: string;
  readonly judged: JudgedRow;
}

/** Rows by indicator text; the same text again is told apart by its order. */
const keyed = (tables: readonly JudgedTable[]): Keyed[] => {
  const seen = new Map<string, number>();
  return tables
    .flatMap(({ rows }) => rows)
    .map((judged) => {
      const name = nameKey(judged.row.indicator);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return { key: `${name} ${String(count)}`, judged };
    });
};

type Known = 'met' | 'unmet' | 'unknown';
const knownOf = (verdict: Verdict): Known => (verdict === 'met' || verdict === 'unmet' ? verdict : 'unknown');
const KINDS: Readonly<Record<Known, Readonly<Record<Known, ChangeKind>>>> = {
  met: { met: 'stillMet', unmet: 'newlyLost', unknown: 'noLongerKnown' },
  unmet: { met: 'newlyMet', unmet: 'stillFailing', unknown: 'noLongerKnown' },
  unknown: { met: 'newlyMet', unmet: 'newlyFailing', unknown: 'stillUnknown' },
};

const valueText = ({ judgement }: JudgedRow): string => judgement.actual?.raw ?? '空';

const movement = (before: JudgedRow, after: JudgedRow): { isMoved: boolean; difference: number | null } => {
  const [old, now] = [before.judgement.actual, after.judgement.actual];
  if (old === null || now === null) return { isMoved: false, difference: null };
  const areNumbers = old.value !== null && now.value !== null && old.unit === now.unit;
  const moved = areNumbers && old.value !== null && now.value !== null ? difference(now.value, old.value) : null;
  return { isMoved: moved === null ? normalise(old.raw) !== normalise(now.raw) : moved !== 0, difference: moved };
};

const compareRows = (before: JudgedRow, after: JudgedRow): IndicatorChange => {
  const [old, now] = [before.judgement, after.judgement];
  const labels = [VERDICT_LABELS[old.verdict], VERDICT_LABELS[now.verdict]] as const;
  const values = [valueText(before), valueText(after)] as const;
  const isSame = old.verdict === now.verdict;
  const { isMoved, difference: moved } = movement(before, after);
  // `９７．２％` and `97.2%` are one value.
  const isSameValue = values[0] === values[1] || (old.actual !== null && now.actual !== null && !isMoved);
  const isTargetChanged = old.target.normal !== now.target.normal;
  const zh = [
    isSame ? `仍为${labels[1].zh}` : `由${labels[0].zh}变为${labels[1].zh}`,
    isSameValue ? `实际值 ${values[1]} 未变` : `实际值 ${values[0]} → ${values[1]}`,
    ...(isTargetChanged ? [`目标由 ${old.target.normal} 改为 ${now.target.normal}`] : []),
  ];
  const en = [
    isSame ? `still ${labels[1].en.toLowerCase()}` : `${labels[0].en.toLowerCase()} → ${labels[1].en.toLowerCase()}`,
    isSameValue ? `value ${values[1]} unchanged` : `value ${values[0]} → ${values[1]}`,
    ...(isTargetChanged ? [`target changed from ${old.target.normal} to ${now.target.normal}`] : []),
  ];
  return {
    kind: KINDS[knownOf(old.verdict)][knownOf(now.verdict)],
    indicator: after.row.indicator,
    before,
    after,
    isMoved,
    difference: moved,
    isTargetChanged,
    sentence: { zh: zh.join('，'), en: en.join(', ') },
  };
};

const alone = (kind: 'appeared' | 'disappeared', judged: JudgedRow): IndicatorChange => ({
  kind,
  indicator: judged.row.indicator,
  before: kind === 'disappeared' ? judged : null,
  after: kind === 'appeared' ? judged : null,
  isMoved: false,
  difference: null,
  isTargetChanged: false,
  sentence:
    kind === 'appeared'
      ? {
          zh: `上次没有这项指标，本次${VERDICT_LABELS[judged.judgement.verdict].zh}`,
          en: `not in the earlier workbook; now ${VERDICT_LABELS[judged.judgement.verdict].en.toLowerCase()}`,
        }
      : {
          zh: `本次没有这项指标，上次${VERDICT_LABELS[judged.judgement.verdict].zh}`,
          en: `no longer in the workbook; was ${VERDICT_LABELS[judged.judgement.verdict].en.toLowerCase()}`,
        },
});

const NO_CHANGES: Readonly<Record<ChangeKind, number>> = {
  newlyMet: 0,
  newlyLost: 0,
  newlyFailing: 0,
  stillFailing: 0,
  stillMet: 0,
  noLongerKnown: 0,
  stillUnknown: 0,
  appeared: 0,
  disappeared: 0,
};

/**
 * Compares two checks of one programme. Rows are matched by the indicator's text (width, blanks, brackets and 學/学 aside),
 * so renumbered or moved rows are found again and a renamed one disappears and appears.
 */
export const compareMonths = (before: readonly JudgedTable[], after: readonly JudgedTable[]): MonthComparison => {
  const earlier = new Map(keyed(before).map(({ key, judged }) => [key, judged]));
  const later = keyed(after);
  const changes = later.map(({ key, judged }) => {
    const old = earlier.get(key);
    earlier.delete(key);
    return old === undefined ? alone('appeared', judged) : compareRows(old, judged);
  });
  const gone = [...earlier.values()].map((judged) => alone('disappeared', judged));
  const all = [...changes, ...gone];
  const counts = { ...NO_CHANGES };
  for (const { kind } of all) counts[kind] += 1;
  return { changes: all, counts };
};
