// Owns the spreadsheet grid (Univer): shows a model, reports what a person types, selects. Must not know files or jobs.
import {
  CellValueType,
  LocaleType,
  mergeWorksheetSnapshotWithDefault,
  type ICellData,
  type Nullable,
  type Worksheet,
} from '@univerjs/presets';
import type { Area } from '../sheet/address';
import type { Language } from '../text/sentence';
import type { FilledCell } from '../workbook/port';
import type { GridChange, SheetsChange } from './grid-change';
import type { GridModel } from './grid-model';
import { startUniver } from './univer';

export interface GridEdit {
  readonly sheet: string;
  readonly area: Area;
  readonly cells: readonly FilledCell[];
}

export interface Grid {
  /** Shows a workbook from its beginning. */
  show(model: GridModel): void;
  /** Puts sheets in and takes sheets out; the others stay as they are, and so does what can be undone in them. */
  changeSheets(change: SheetsChange): void;
  /** Takes rows that are to be shown otherwise, a portion of them; the view stays where it is. */
  change(change: GridChange): void;
  /** Draws what has changed: once, since each drawing takes as long as a portion. */
  redraw(): void;
  select(sheet: string, area: Area): void;
  activeSheet(): string | null;
  selection(): Area | null;
}

const WRITE_CELLS = 'sheet.mutation.set-range-values';
const SET_HEIGHTS = 'sheet.mutation.set-worksheet-row-height';
const SET_WIDTHS = 'sheet.mutation.set-worksheet-col-width';
const SET_ROW_COUNT = 'sheet.mutation.set-worksheet-row-count';
const SET_COLUMN_COUNT = 'sheet.mutation.set-worksheet-column-count';
const INSERT_SHEET = 'sheet.mutation.insert-sheet';
const REMOVE_SHEET = 'sheet.mutation.remove-sheet';

/**
 * What would change the sheet in a way that a file edit cannot follow yet (rows and columns moved, formats, sheets):
 * refused, so that nothing is shown that a save would not keep.
 */
const REFUSED_COMMANDS =
  /^sheet\.command\.(insert|delete|remove|move-(?!selection)|add-worksheet-merge|set-(style|range-(bold|italic|underline|stroke|font|text|wrap))|set-worksheet-(name|order|hide)|auto-fill|append|toggle-merge|copy-worksheet)/;

export interface GridListener {
  onEdit(edit: GridEdit): void;
  /** A person tried what only a spreadsheet program can do to the file. */
  onRefused(): void;
}

export function mountGrid(container: HTMLElement, language: Language, listener: GridListener): Grid {
  const locale = language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US;
  let { univer, univerAPI } = startUniver(container, locale, { hasRules: false });
  let isOurs = false;
  let hasRules = false;
  let hasFormulas = false;
  /** By sheet: what `redraw` has to tell the grid. */
  const undrawn = new Map<string, Sizes>();
  listen();

  function listen(): void {
    univerAPI.addEvent(univerAPI.Event.BeforeCommandExecute, (event) => {
      if (isOurs || !REFUSED_COMMANDS.test(event.id)) return;
      event.cancel = true;
      listener.onRefused();
    });
    univerAPI.addEvent(univerAPI.Event.SheetValueChanged, ({ effectedRanges }) => {
      if (isOurs) return;
      for (const range of effectedRanges) {
        const { startRow, endRow, startColumn, endColumn } = range.getRange();
        const area: Area = { top: startRow, left: startColumn, bottom: endRow, right: endColumn };
        const formats = range.getNumberFormats();
        const cells = range
          .getCellDatas()
          .flatMap((row, down) =>
            row.map((cell, across) => typedCell(startRow + down, startColumn + across, cell, formats[down]?.[across])),
          );
        hasFormulas ||= cells.some(({ formula }) => formula !== undefined);
        listener.onEdit({ sheet: range.getSheetName(), area, cells });
      }
    });
  }

  function quietly(work: () => void): void {
    isOurs = true;
    try {
      work();
    } finally {
      isOurs = false;
    }
  }

  function drawSheet(place: object, worksheet: Worksheet, { rowCount, columnCount, heights, widths }: Sizes): void {
    if (rowCount > worksheet.getRowCount()) univerAPI.syncExecuteCommand(SET_ROW_COUNT, { ...place, rowCount });
    if (columnCount > worksheet.getColumnCount()) {
      univerAPI.syncExecuteCommand(SET_COLUMN_COUNT, { ...place, columnCount });
    }
    const columns = Object.keys(widths).map(Number);
    if (columns.length > 0) {
      const ranges = [{ startRow: 0, endRow: 0, startColumn: Math.min(...columns), endColumn: Math.max(...columns) }];
      univerAPI.syncExecuteCommand(SET_WIDTHS, { ...place, ranges, colWidth: widths });
    }
    const rows = Object.keys(heights).map(Number);
    const [first, last] = [rows[0], rows.at(-1)];
    if (first !== undefined && last !== undefined) {
      const ranges = [{ startRow: first, endRow: last, startColumn: 0, endColumn: 0 }];
      univerAPI.syncExecuteCommand(SET_HEIGHTS, { ...place, ranges, rowHeight: heights });
    }
    univerAPI.syncExecuteCommand(WRITE_CELLS, { ...place, cellValue: {} });
  }

  /** The formula bar looks again when it is told of the chosen cell, and drops what is being typed: only when it changed. */
  function chosenOf(worksheet: Worksheet, cells: GridChange['cells']): GridChange['cells'] {
    const chosen = univerAPI.getActiveWorkbook()?.getActiveSheet().getActiveCell();
    if (chosen?.getSheetId() !== worksheet.getSheetId()) return {};
    const [row, column] = [chosen.getRow(), chosen.getColumn()];
    const cell = cells[row]?.[column];
    return cell === undefined ? {} : { [row]: { [column]: cell } };
  }

  /** Begun anew: the library takes no rules that come after its first workbook. */
  function restartWithRules(): void {
    hasRules = true;
    univer.dispose();
    ({ univer, univerAPI } = startUniver(container, locale, { hasRules }));
    listen();
  }

  return {
    show(model) {
      hasFormulas = false;
      undrawn.clear();
      const active = univerAPI.getActiveWorkbook()?.getActiveSheet().getSheetName();
      if (!hasRules && model.resources?.length) restartWithRules();
      const before = univerAPI.getActiveWorkbook();
      quietly(() => {
        if (before) univerAPI.disposeUnit(before.getId());
        univerAPI.createWorkbook({ ...model, locale });
      });
      const still = active ? univerAPI.getActiveWorkbook()?.getSheetByName(active) : null;
      still?.activate();
    },
    changeSheets({ removed, added, styles }) {
      const book = univerAPI.getActiveWorkbook();
      const workbook = book?.getWorkbook();
      if (!book || !workbook) return;
      const unitId = workbook.getUnitId();
      const active = book.getActiveSheet().getSheetName();
      quietly(() => {
        if (removed.includes(active)) {
          book
            .getSheets()
            .find((one) => !one.isSheetHidden() && !removed.includes(one.getSheetName()))
            ?.activate();
        }
        removed.forEach((subUnitId) => univerAPI.syncExecuteCommand(REMOVE_SHEET, { unitId, subUnitId }));
        workbook.addStyles(styles);
        for (const { index, sheet } of added) {
          const whole = mergeWorksheetSnapshotWithDefault(sheet);
          univerAPI.syncExecuteCommand(INSERT_SHEET, { unitId, index, sheet: whole });
        }
        // The grid goes to each sheet that it is given.
        book.getSheetByName(active)?.activate();
      });
    },
    change({ sheet, cells, heights, widths, styles, rowCount, columnCount }) {
      const workbook = univerAPI.getActiveWorkbook()?.getWorkbook();
      const worksheet = workbook?.getSheetBySheetId(sheet);
      if (!workbook || !worksheet) return;
      workbook.addStyles(styles);
      const place = { unitId: workbook.getUnitId(), subUnitId: sheet };
      const heard = hasRules || hasFormulas ? cells : chosenOf(worksheet, cells);
      const cellValue = valuesToTell(worksheet, heard);
      if (Object.keys(cellValue).length > 0) {
        quietly(() => univerAPI.syncExecuteCommand(WRITE_CELLS, { ...place, cellValue }));
      }
      putCells(worksheet, cells);
      const before = undrawn.get(sheet);
      undrawn.set(sheet, {
        rowCount,
        columnCount,
        heights: Object.assign(before?.heights ?? {}, heights),
        widths: Object.assign(before?.widths ?? {}, widths),
      });
    },
    redraw() {
      const workbook = univerAPI.getActiveWorkbook()?.getWorkbook();
      const unitId = workbook?.getUnitId();
      for (const [subUnitId, sizes] of undrawn) {
        const worksheet = workbook?.getSheetBySheetId(subUnitId);
        if (worksheet) quietly(() => drawSheet({ unitId, subUnitId }, worksheet, sizes));
      }
      undrawn.clear();
    },
    select(sheet, area) {
      const found = univerAPI.getActiveWorkbook()?.getSheetByName(sheet);
      if (!found) return;
      found.activate();
      const range = found.getRange(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
      range.activate();
      found.scrollToCell(Math.max(area.top - 3, 0), 0);
    },
    activeSheet: () => univerAPI.getActiveWorkbook()?.getActiveSheet()?.getSheetName() ?? null,
    selection() {
      const range = univerAPI.getActiveWorkbook()?.getActiveSheet()?.getActiveRange()?.getRange();
      if (!range) return null;
      return { top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn };
    },
  };
}

type Sizes = Pick<GridChange, 'rowCount' | 'columnCount' | 'heights' | 'widths'>;
type Cells = Record<number, Record<number, ICellData>>;

/** Cells with another value: rules of the clerk's own and formulas typed here must hear of them. */
function valuesToTell(worksheet: Worksheet, cells: GridChange['cells']): Cells {
  const matrix = worksheet.getCellMatrix();
  const told: Cells = {};
  for (const [row, line] of entries(cells)) {
    for (const [column, cell] of entries(line)) {
      const { v = null, t = null } = cell ?? {};
      if (v !== (matrix.getValue(row, column)?.v ?? null)) (told[row] ??= {})[column] = { v, t };
    }
  }
  return told;
}

/**
 * Puts cells in place as they are. The grid's own way merges a style into the one before, cell by cell: a colour would
 * never go again, and ten thousand rows would take seconds.
 */
function putCells(worksheet: Worksheet, cells: GridChange['cells']): void {
  const matrix = worksheet.getCellMatrix();
  for (const [row, line] of entries(cells)) {
    for (const [column, cell] of entries(line)) {
      const { v = null, t = null, s = null } = cell ?? {};
      matrix.setValue(row, column, { ...matrix.getValue(row, column), v, t, s });
    }
  }
}

function entries<Value>(record: Readonly<Record<number, Value>>): [number, Value][] {
  return Object.entries(record).map(([index, value]) => [Number(index), value]);
}

/** A formula goes with its result; a number with its format, since `93%` is 0.93 and a format. */
function typedCell(row: number, column: number, cell: Nullable<ICellData>, format: string | undefined): FilledCell {
  const value = cell?.v ?? null;
  const isFormatted = typeof value === 'number' && format !== undefined && format !== '' && format !== 'General';
  return {
    row,
    column,
    value: cell?.t === CellValueType.BOOLEAN ? Boolean(value) : value,
    ...(isFormatted && { numberFormat: format }),
    ...(cell?.f && { formula: cell.f.replace(/^=/, '') }),
  };
}
