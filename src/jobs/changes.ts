// Owns the sheet 与上次对比: what changed since an earlier check of the same table. Must not compare (report does) nor open files.
import { compareMonths, type ChangeKind, type IndicatorChange, type MonthComparison } from '../report/changes';
import type { JudgedRow } from '../report/judged';
import { VERDICT_COLOURS, type LookName } from '../workbook/looks';
import type { CellInput, NewSheet, Plan, WorkbookSnapshot } from '../workbook/port';
import { VERDICT_LABELS } from '../verdict/judgement';
import type { CheckResult } from './check';
import { LIST_FIRST_ROW, LIST_HEADER_ROW, listSheet, replaceOwnList } from './own-lists';

export const CHANGES_SHEET = '与上次对比';

export interface Changes {
  readonly comparison: MonthComparison;
  /** Adds the sheet 与上次对比, in place of an earlier one. */
  readonly plan: Plan;
}

/** Compares a check with an earlier one; `earlierName` is what the person calls the earlier workbook. */
export function changes(
  snapshot: WorkbookSnapshot,
  earlier: CheckResult,
  now: CheckResult,
  earlierName: string,
): Changes {
  const comparison = compareMonths(earlier.tables, now.tables);
  const steps = replaceOwnList(snapshot, CHANGES_SHEET, (name) => changesSheet(name, comparison, earlierName));
  return { comparison, plan: { expectations: [], steps } };
}

/** In the order in which a person wants to read them. What stayed met is only counted, unless its value moved. */
const KINDS: readonly { readonly kind: ChangeKind; readonly label: string; readonly isMet: boolean | null }[] = [
  { kind: 'newlyLost', label: '由达标转未达标', isMet: false },
  { kind: 'newlyFailing', label: '新出现未达标', isMet: false },
  { kind: 'stillFailing', label: '仍未达标', isMet: false },
  { kind: 'noLongerKnown', label: '本次无法判定', isMet: null },
  { kind: 'newlyMet', label: '新达标', isMet: true },
  { kind: 'stillMet', label: '持续达标', isMet: true },
  { kind: 'stillUnknown', label: '仍无法判定', isMet: null },
  { kind: 'appeared', label: '新增指标', isMet: null },
  { kind: 'disappeared', label: '本次没有', isMet: null },
];

const HEADINGS = ['变化', '序号', '评价指标', '目标值', '上次', '上次情况', '本次', '本次情况', '责任部门', '说明'];
const WIDTHS = [14, 6, 34, 20, 16, 12, 16, 12, 28, 50];
const LOOKS: readonly LookName[] = [
  ...(['centre', 'centre', 'text', 'centre', 'centre'] as const),
  ...(['centre', 'centre', 'centre', 'text', 'text'] as const),
];

function changesSheet(name: string, { changes: all, counts }: MonthComparison, earlierName: string): NewSheet {
  const rows = KINDS.flatMap(({ kind, label }) =>
    all.filter((change) => change.kind === kind && isWorthALine(change)).map((change) => line(label, change)),
  );
  const counted = KINDS.filter(({ kind }) => counts[kind] > 0).map(({ kind, label }) => `${label} ${counts[kind]} 项`);
  const last = LIST_HEADER_ROW + Math.max(1, rows.length);
  return {
    ...listSheet(name, {
      title: CHANGES_SHEET,
      note: `对比：${earlierName}\u3000${counted.join('，')}`,
      headings: HEADINGS,
      rows,
      looks: LOOKS,
      widths: WIDTHS,
    }),
    colours: [
      {
        area: { top: LIST_FIRST_ROW, bottom: last, left: 0, right: HEADINGS.length - 1 },
        keyColumn: 0,
        rules: KINDS.flatMap(({ label, isMet }) =>
          isMet === null ? [] : [{ equals: label, ...VERDICT_COLOURS[isMet ? 'met' : 'unmet'] }],
        ),
      },
    ],
  };
}

const isWorthALine = ({ kind, isMoved, isTargetChanged }: IndicatorChange): boolean =>
  kind !== 'stillMet' || isMoved || isTargetChanged;

function line(label: string, { before, after, indicator, sentence }: IndicatorChange): CellInput[] {
  const row = after ?? before;
  const said = (judged: JudgedRow | null): CellInput[] =>
    judged ? [judged.judgement.actual?.raw ?? null, VERDICT_LABELS[judged.judgement.verdict].zh] : [null, null];
  const departments = row?.departments.map(({ id }) => id).join('、') ?? null;
  return [
    label,
    row?.row.seq ?? null,
    indicator,
    row?.row.target ?? null,
    ...said(before),
    ...said(after),
    departments,
    sentence.zh,
  ];
}
