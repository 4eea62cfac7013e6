// Owns the lists of ours (回收情况, 与上次对比): how one is laid out, and how it takes the earlier one's place. Must not know what it says.
import { safeSheetName } from '../department/sheet-name';
import type { Sheet } from '../sheet/sheet';
import type { LookName } from '../workbook/looks';
import type { CellInput, Mark, NewSheet, PlanStep, WorkbookSnapshot } from '../workbook/port';
import { freshMarkName, marksOf } from './marks';

/** The heads of every list; a title and a note stand above. */
export const LIST_HEADER_ROW = 2;
export const LIST_FIRST_ROW = LIST_HEADER_ROW + 1;

export interface ListContent {
  readonly title: string;
  readonly note: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellInput[])[];
  /** One a column, as `widths`. */
  readonly looks: readonly LookName[];
  readonly widths: readonly number[];
}

/** A list as a sheet: title, note and heads stay in view, lying A4 in print. */
export function listSheet(name: string, { title, note, headings, rows, looks, widths }: ListContent): NewSheet {
  const across = (row: number) => ({ top: row, bottom: row, left: 0, right: headings.length - 1 });
  return {
    name,
    blocks: [
      { top: 0, left: 0, values: [[title]], look: 'title' },
      { top: 1, left: 0, values: [[note]], look: 'note' },
      { top: LIST_HEADER_ROW, left: 0, values: [headings], look: 'head' },
      ...(rows.length > 0 ? [{ top: LIST_FIRST_ROW, left: 0, values: rows, look: looks }] : []),
    ],
    columnWidths: widths,
    rowHeights: [
      { row: 0, points: 30 },
      { row: 1, points: 34 },
    ],
    merges: [0, 1].map(across),
    frozenRows: LIST_FIRST_ROW,
    print: { orientation: 'landscape', titleRows: [LIST_HEADER_ROW, LIST_HEADER_ROW] },
  };
}

/** The earlier list of this name; null when there is none. A sheet of the clerk's with the same name is not it. */
export function ownList(snapshot: WorkbookSnapshot, title: string): Sheet | null {
  const name = marksFor(snapshot, title)[0]?.place?.sheet;
  return snapshot.sheets.find((sheet) => sheet.name === name) ?? null;
}

/** The earlier one steps aside, the new one comes whole, then the earlier one goes. */
export function replaceOwnList(
  snapshot: WorkbookSnapshot,
  title: string,
  make: (name: string) => NewSheet,
): PlanStep[] {
  const old = marksFor(snapshot, title);
  const oldNames = old.flatMap(({ place }) => (place ? [place.sheet] : []));
  const taken = new Set(snapshot.sheets.map(({ name }) => name));
  const aside = oldNames.map((from) => {
    const to = safeSheetName(`~${from}`, taken);
    taken.add(to);
    return { from, to };
  });
  for (const name of oldNames) taken.delete(name);
  const name = safeSheetName(title, taken);
  const oldMarks = old.map((mark) => mark.name);
  const takenMarks = new Set(snapshot.marks.map((mark) => mark.name).filter((one) => !oldMarks.includes(one)));
  const place = { sheet: name, area: { top: 0, left: 0, bottom: 0, right: 0 } };
  const mark: Mark = { name: freshMarkName('sheet.list', takenMarks), place, text: null };
  const gone: PlanStep[] = [
    { kind: 'removeSheets', names: aside.map(({ to }) => to) },
    { kind: 'unmark', names: oldMarks },
  ];
  return [
    ...(aside.length > 0 ? [{ kind: 'renameSheets', names: aside } satisfies PlanStep] : []),
    { kind: 'addSheets', sheets: [make(name)] },
    ...(aside.length > 0 ? gone : []),
    { kind: 'mark', marks: [mark] },
  ];
}

/** Ours are told apart by the title in their first cell, which survives a renaming of the sheet. */
function marksFor(snapshot: WorkbookSnapshot, title: string): Mark[] {
  return marksOf(snapshot, 'sheet.list').filter(({ place }) => {
    const sheet = snapshot.sheets.find(({ name }) => name === place?.sheet);
    return sheet?.cell(0, 0).text === title;
  });
}
