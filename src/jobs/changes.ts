// Owns the sheet 与上次对比: what changed since an earlier check of the same table. Must not compare (report does) nor open files.
import { compareMonths, type ChangeKind, type IndicatorChange, type MonthComparison } from '../report/changes';
import type { JudgedRow } from '../report/judged';
import { VERDICT_COLOURS, type LookName } from '../workbook/looks';
import type { CellInput, NewSheet, Plan, WorkbookSnapshot } from '../workbook/port';
import { VERDICT_LABELS } from '../verdict/judgement';
import type { CheckResult } from './check';
import { replaceOwnList } from './own-lists';

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
const HEADER_ROW = 2;

function changesSheet(name: string, { changes: all, counts }: MonthComparison, earlierName: string): NewSheet {
  const rows = KINDS.flatMap(({ kind, label }) =>
    all.filter((change) => change.kind === kind && isWorthALine(change)).map((change) => line(label, change)),
  );
  const across = (row: number) => ({ top: row, bottom: row, left: 0, right: HEADINGS.length - 1 });
  const counted = KINDS.filter(({ kind }) => counts[kind] > 0).map(({ kind, label }) => `${label} ${counts[kind]} 项`);
  const last = HEADER_ROW + Math.max(1, rows.length);
  return {
    name,
    blocks: [
      { top: 0, left: 0, values: [[CHANGES_SHEET]], look: 'title' },
      { top: 1, left: 0, values: [[`对比：${earlierName}\u3000${counted.join('，')}`]], look: 'note' },
      { top: HEADER_ROW, left: 0, values: [HEADINGS], look: 'head' },
      ...(rows.length > 0 ? [{ top: HEADER_ROW + 1, left: 0, values: rows, look: LOOKS }] : []),
    ],
    columnWidths: WIDTHS,
    rowHeights: [
      { row: 0, points: 30 },
      { row: 1, points: 34 },
    ],
    merges: [0, 1].map(across),
    frozenRows: HEADER_ROW + 1,
    colours: [
      {
        area: { top: HEADER_ROW + 1, bottom: last, left: 0, right: HEADINGS.length - 1 },
        keyColumn: 0,
        rules: KINDS.flatMap(({ label, isMet }) =>
          isMet === null ? [] : [{ equals: label, ...VERDICT_COLOURS[isMet ? 'met' : 'unmet'] }],
        ),
      },
    ],
    print: { orientation: 'landscape', titleRows: [HEADER_ROW, HEADER_ROW] },
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
