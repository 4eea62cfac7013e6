// Owns what differs between two states of the grid, in portions small enough to be drawn between two frames.
// Must not load the grid: it runs in the worker.
import type { ICellData, IStyleData, IWorksheetData, Nullable } from '@univerjs/presets';
import type { GridModel } from './grid-model';

/** Rows of one sheet that are to be shown otherwise. */
export interface GridChange {
  readonly sheet: string;
  /** By row and column; null empties a cell. */
  readonly cells: Readonly<Record<number, Readonly<Record<number, ICellData | null>>>>;
  /** In pixels, by row and by column. */
  readonly heights: Readonly<Record<number, number>>;
  readonly widths: Readonly<Record<number, number>>;
  /** What the names of styles in `cells` mean. */
  readonly styles: Readonly<Record<string, IStyleData>>;
}

/** Cells drawn at a time. */
const ROWS_A_CHANGE = 1000;

/** The same sheets in the same order with the same merges and panes: what differs can be shown as changes. */
export function hasSameFrame(before: GridModel, after: GridModel): boolean {
  return JSON.stringify(frame(before)) === JSON.stringify(frame(after));
}

function frame({ sheetOrder, sheets }: GridModel) {
  return sheetOrder.map((id) => {
    const { hidden, mergeData, freeze, rowData, columnData } = sheets[id] ?? {};
    return [id, hidden, mergeData, freeze, hiddenOf(rowData), hiddenOf(columnData)];
  });
}

function hiddenOf(data: Readonly<Record<number, { hd?: unknown }>> = {}): string[] {
  return Object.entries(data).flatMap(([index, one]) => (one.hd ? [index] : []));
}

/** Both models must have the same frame. */
export function* gridChanges(before: GridModel, after: GridModel): Generator<GridChange> {
  for (const sheet of after.sheetOrder) {
    yield* sheetChanges(sheet, before.sheets[sheet] ?? {}, after.sheets[sheet] ?? {}, after.styles);
  }
}

type SheetModel = Partial<IWorksheetData>;

function* sheetChanges(
  sheet: string,
  before: SheetModel,
  after: SheetModel,
  styles: GridModel['styles'],
): Generator<GridChange> {
  const cells = changedCells(before.cellData ?? {}, after.cellData ?? {});
  const heights = changedSizes(sizes(before.rowData, 'h'), sizes(after.rowData, 'h'), after.defaultRowHeight ?? 0);
  const widths = changedSizes(
    sizes(before.columnData, 'w'),
    sizes(after.columnData, 'w'),
    after.defaultColumnWidth ?? 0,
  );
  const rows = [...new Set([...Object.keys(cells), ...Object.keys(heights)])].map(Number).sort((a, b) => a - b);
  if (rows.length === 0 && Object.keys(widths).length > 0) rows.push(0);
  for (let start = 0; start < rows.length; start += ROWS_A_CHANGE) {
    const portion = rows.slice(start, start + ROWS_A_CHANGE);
    const shown = pick(cells, portion);
    yield {
      sheet,
      cells: shown,
      heights: pick(heights, portion),
      widths: start === 0 ? widths : {},
      styles: stylesOf(shown, styles),
    };
  }
}

function pick<Value>(all: Readonly<Record<number, Value>>, rows: readonly number[]): Record<number, Value> {
  const picked: Record<number, Value> = {};
  for (const row of rows) {
    const value = all[row];
    if (value !== undefined) picked[row] = value;
  }
  return picked;
}

function stylesOf(cells: GridChange['cells'], styles: GridModel['styles']): Record<string, IStyleData> {
  const used: Record<string, IStyleData> = {};
  for (const row of Object.values(cells)) {
    for (const cell of Object.values(row)) {
      const style = typeof cell?.s === 'string' ? styles[cell.s] : null;
      if (typeof cell?.s === 'string' && style) used[cell.s] = style;
    }
  }
  return used;
}

type Cells = Readonly<Record<number, Readonly<Record<number, ICellData>>>>;

function changedCells(before: Cells, after: Cells): Record<number, Record<number, ICellData | null>> {
  const changed: Record<number, Record<number, ICellData | null>> = {};
  for (const row of Object.keys({ ...before, ...after }).map(Number)) {
    const was = before[row] ?? {};
    const is = after[row] ?? {};
    for (const column of Object.keys({ ...was, ...is }).map(Number)) {
      if (!isSameCell(was[column], is[column])) (changed[row] ??= {})[column] = is[column] ?? null;
    }
  }
  return changed;
}

/** Styles are compared by name: the model gives each look one name for good. */
function isSameCell(a: Nullable<ICellData>, b: Nullable<ICellData>): boolean {
  return a?.v === b?.v && a?.t === b?.t && a?.s === b?.s;
}

type Sizes = Readonly<Record<number, number | undefined>>;

function sizes<Name extends 'h' | 'w'>(
  data: Readonly<Record<number, { [N in Name]?: number }>> = {},
  name: Name,
): Sizes {
  return Object.fromEntries(Object.entries(data).map(([index, one]) => [index, one[name]]));
}

function changedSizes(before: Sizes, after: Sizes, usual: number): Record<number, number> {
  const changed: Record<number, number> = {};
  for (const index of Object.keys({ ...before, ...after }).map(Number)) {
    if (before[index] !== after[index]) changed[index] = after[index] ?? usual;
  }
  return changed;
}
