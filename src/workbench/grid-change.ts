// Owns what differs between two states of the grid, in portions small enough to be drawn between two frames.
// Must not load the grid: it runs in the worker.
import type { ICellData, IStyleData, IWorksheetData, Nullable } from '@univerjs/presets';
import type { GridModel } from './grid-model';

/** Rows of one sheet that are to be shown otherwise. */
export interface GridChange {
  readonly sheet: string;
  /** By row and column; null empties a cell. */
  readonly cells: Readonly<Record<number, Readonly<Record<number, ICellData | null>>>>;
  /** Rows and columns that the grid must have at least. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** In pixels, by row and by column. */
  readonly heights: Readonly<Record<number, number>>;
  readonly widths: Readonly<Record<number, number>>;
  /** What the names of styles in `cells` mean. */
  readonly styles: Readonly<Record<string, IStyleData>>;
}

/** Cells drawn at a time. */
const ROWS_A_CHANGE = 500;

/** Sheets that came and went; the others stay as they are, with where a person has scrolled to. */
export interface SheetsChange {
  readonly removed: readonly string[];
  /** By where they stand afterwards, from left to right. */
  readonly added: readonly { readonly index: number; readonly sheet: SheetModel }[];
  readonly styles: Readonly<Record<string, Nullable<IStyleData>>>;
}

/** null when no sheet came or went; `other` when the sheets that stay have another order, or none stays. */
export function sheetChanges(before: GridModel, after: GridModel): SheetsChange | null | 'other' {
  const stays = new Set(staying(before, after));
  const removed = before.sheetOrder.filter((sheet) => !stays.has(sheet));
  const isSameOrder = String(staying(before, after)) === String(staying(after, before));
  if (stays.size === 0 || !isSameOrder) return 'other';
  const added = after.sheetOrder.flatMap((sheet, index) =>
    stays.has(sheet) ? [] : [{ index, sheet: after.sheets[sheet] ?? {} }],
  );
  if (removed.length === 0 && added.length === 0) return null;
  const styles = Object.assign({}, ...added.map(({ sheet }) => stylesOf(sheet.cellData ?? {}, after.styles)));
  return { removed, added, styles };
}

/** Sheets of `model` that the other has too, with the same merges, panes and hidden lines: these are changed in place. */
function staying(model: GridModel, other: GridModel): string[] {
  return model.sheetOrder.filter(
    (sheet) => other.sheets[sheet] && JSON.stringify(frame(model, sheet)) === JSON.stringify(frame(other, sheet)),
  );
}

function frame({ sheets }: GridModel, sheet: string) {
  const { hidden, mergeData, freeze, rowData, columnData } = sheets[sheet] ?? {};
  return [hidden, mergeData, freeze, hiddenOf(rowData), hiddenOf(columnData)];
}

function hiddenOf(data: Readonly<Record<number, { hd?: unknown }>> = {}): string[] {
  return Object.entries(data).flatMap(([index, one]) => (one.hd ? [index] : []));
}

/** What differs on sheets that stay. */
export function* gridChanges(before: GridModel, after: GridModel): Generator<GridChange> {
  for (const sheet of staying(after, before)) {
    yield* changesOn(sheet, before.sheets[sheet] ?? {}, after.sheets[sheet] ?? {}, after.styles);
  }
}

/** All cells that hold something else, on any sheet. */
export function changedCells(before: GridModel, after: GridModel): { sheet: string; row: number; column: number }[] {
  return [...new Set([...before.sheetOrder, ...after.sheetOrder])].flatMap((sheet) => {
    const changed = differentCells(before.sheets[sheet]?.cellData ?? {}, after.sheets[sheet]?.cellData ?? {});
    return Object.entries(changed).flatMap(([row, line]) =>
      Object.keys(line).map((column) => ({ sheet, row: Number(row), column: Number(column) })),
    );
  });
}

type SheetModel = Partial<IWorksheetData>;

function* changesOn(
  sheet: string,
  before: SheetModel,
  after: SheetModel,
  styles: GridModel['styles'],
): Generator<GridChange> {
  const cells = differentCells(before.cellData ?? {}, after.cellData ?? {});
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
      rowCount: after.rowCount ?? 0,
      columnCount: after.columnCount ?? 0,
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

function differentCells(before: Cells, after: Cells): Record<number, Record<number, ICellData | null>> {
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
