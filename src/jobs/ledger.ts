// Owns the sheet 问题台账: what is not met, followed until people strike it off. Must not judge, nor lose what people wrote into an earlier one.
import type { JudgedTable } from '../report/judged';
import { LEDGER_HEAD, ledgerCells, ledgerRows, responsibilities } from '../report/ledger';
import { listText } from '../report/wording';
import type { Sheet } from '../sheet/sheet';
import { nameKey } from '../standard/national-2021';
import { VERDICT_LABELS } from '../verdict/judgement';
import { VERDICT_COLOURS, type LookName } from '../workbook/looks';
import type { CellInput, NewSheet, Plan, WorkbookSnapshot } from '../workbook/port';
import type { CheckResult } from './check';
import { LIST_FIRST_ROW, LIST_HEADER_ROW, listSheet, ownList, replaceOwnList } from './own-lists';

export const LEDGER_SHEET = '问题台账';

export interface Ledger {
  /** Adds the sheet 问题台账, in place of an earlier one. */
  readonly plan: Plan;
  /** Its name. */
  readonly sheet: string;
  /** Rows that are not met now. */
  readonly problems: number;
  /** Rows of the earlier ledger that are no longer among them; they stay until people take them out. */
  readonly kept: number;
}

export function ledger(snapshot: WorkbookSnapshot, { tables }: CheckResult): Ledger {
  const earlier = readEarlier(ownList(snapshot, LEDGER_SHEET));
  const { open, kept } = followed(tables, earlier);
  let sheet = LEDGER_SHEET;
  const steps = replaceOwnList(snapshot, LEDGER_SHEET, (name) => {
    sheet = name;
    return ledgerSheet(name, open, kept, earlier.head);
  });
  return { plan: { expectations: [], steps }, sheet, problems: open.length, kept: kept.length };
}

const INDICATOR = LEDGER_HEAD.indexOf('指标');
const LEAD = LEDGER_HEAD.indexOf('责任单位（牵头）');
const REASON = LEDGER_HEAD.indexOf('判定说明');
const STRUCK_OFF = LEDGER_HEAD.indexOf('是否销号');
/** From here on people write. */
const PEOPLES = REASON + 1;

type Line = readonly CellInput[];

interface Earlier {
  /** With the columns that people added. */
  readonly head: readonly string[];
  readonly lines: readonly Line[];
}

function readEarlier(sheet: Sheet | null): Earlier {
  const lineAt = (row: number): string[] =>
    Array.from({ length: Math.max(LEDGER_HEAD.length, sheet?.columnCount ?? 0) }, (_, column) =>
      (sheet?.cell(row, column).text ?? '').trim(),
    );
  const rows = Array.from(
    { length: Math.max(0, (sheet?.rowCount ?? 0) - LIST_FIRST_ROW) },
    (_, at) => LIST_FIRST_ROW + at,
  );
  const added = sheet ? lineAt(LIST_HEADER_ROW).slice(LEDGER_HEAD.length) : [];
  return {
    head: [...LEDGER_HEAD, ...added],
    lines: rows.map(lineAt).filter((line) => line.some((text) => text !== '')),
  };
}

/** One indicator of the same departments; the same again is told apart by its order. */
function keysOf(lines: readonly Line[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const key = `${nameKey(String(line[INDICATOR] ?? ''))} ${String(line[LEAD] ?? '')}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${key} ${String(count)}`;
  });
}

/** What people wrote goes on at its indicator; earlier rows that are no longer a problem stand below, with how they stand now. */
function followed(tables: readonly JudgedTable[], earlier: Earlier): { open: Line[]; kept: Line[] } {
  const fresh = ledgerRows(tables).map((row): Line => ledgerCells(row));
  const old = new Map(keysOf(earlier.lines).map((key, at) => [key, earlier.lines[at] ?? []]));
  const open = keysOf(fresh).map((key, at): Line => {
    const line = fresh[at] ?? [];
    const before = old.get(key);
    old.delete(key);
    return before ? [...line.slice(0, PEOPLES), ...before.slice(PEOPLES)] : line;
  });
  const now = standing(tables);
  const kept = [...old.values()].map((line, at): Line => {
    const said = now(line);
    return said === null ? line : [open.length + at + 1, ...line.slice(1, REASON), said, ...line.slice(PEOPLES)];
  });
  return { open, kept };
}

/** How the indicator of an earlier row is judged now; null for a line that is none of ours. */
function standing(tables: readonly JudgedTable[]): (line: Line) => string | null {
  const rows = tables.flatMap((table) => table.rows);
  const said = new Map(
    rows.map(({ row, judgement, departments }) => [
      `${nameKey(row.indicator)} ${listText(responsibilities(departments).lead)}`,
      `本次检查：${VERDICT_LABELS[judgement.verdict].zh}。${judgement.reason.zh}`,
    ]),
  );
  return (line) => {
    const indicator = String(line[INDICATOR] ?? '');
    if (indicator === '') return null;
    return said.get(`${nameKey(indicator)} ${String(line[LEAD] ?? '')}`) ?? '本次检查的表中没有这一项。';
  };
}

const WIDTHS = [6, 32, 18, 16, 14, 24, 20, 40, 26, 12, 16, 26, 10, 14, 24];
const LOOKS: readonly LookName[] = [
  ...(['centre', 'text', 'centre', 'centre', 'centre', 'text', 'text', 'text'] as const),
  ...LEDGER_HEAD.slice(PEOPLES).map(() => 'input' as const),
];
const NOTE =
  '只列未达标；缺数据、需人工判定不列入。浅黄色各栏由人填写，重新生成时原样保留；已达标的仍留在下面，由人决定是否销号。';

function ledgerSheet(name: string, open: readonly Line[], kept: readonly Line[], head: readonly string[]): NewSheet {
  const rows = [...open, ...kept].map((line) => head.map((_, column) => line[column] ?? null));
  const right = LEDGER_HEAD.length - 1;
  const last = LIST_FIRST_ROW + rows.length - 1;
  const looks = head.map((_, column): LookName => LOOKS[column] ?? 'input');
  const struckOff = { top: LIST_FIRST_ROW, bottom: last, left: STRUCK_OFF, right: STRUCK_OFF };
  return {
    ...listSheet(name, {
      title: LEDGER_SHEET,
      note: NOTE,
      headings: head,
      rows,
      looks,
      widths: head.map((_, column) => WIDTHS[column] ?? 16),
    }),
    ...(rows.length > 0 && {
      validations: [{ area: struckOff, list: ['是', '否'] }],
      colours: [
        {
          area: { top: LIST_FIRST_ROW, bottom: last, left: 0, right },
          keyColumn: STRUCK_OFF,
          rules: [{ equals: '是', ...VERDICT_COLOURS.met }],
        },
      ],
    }),
  };
}
