// Owns the spreadsheet grid (Univer): shows a model, reports what a person types, selects. Must not know files or jobs.
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingEnUS from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionalFormattingZhCN from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnUS from '@univerjs/preset-sheets-core/locales/en-US';
import coreZhCN from '@univerjs/preset-sheets-core/locales/zh-CN';
import {
  CellValueType,
  createUniver,
  LocaleType,
  mergeLocales,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IWorkbookData,
  type Nullable,
} from '@univerjs/presets';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import type { Area } from '../sheet/address';
import type { Language } from '../text/sentence';
import type { FilledCell } from '../workbook/port';

export interface GridEdit {
  readonly sheet: string;
  readonly area: Area;
  readonly cells: readonly FilledCell[];
}

export interface Grid {
  /** Shows a workbook. Where only cells differ from what is shown, the view stays where it is. */
  show(model: IWorkbookData): void;
  select(sheet: string, area: Area): void;
  activeSheet(): string | null;
  selection(): Area | null;
}

const WRITE_CELLS = 'sheet.mutation.set-range-values';

/**
 * What would change the sheet in a way that a file edit cannot follow yet (rows and columns moved, formats, sheets):
 * refused, so that nothing is shown that a save would not keep.
 */
const REFUSED_COMMANDS =
  /^sheet\.command\.(insert|delete|remove|move|add-worksheet-merge|set-(style|range-(bold|italic|underline|stroke|font|text|wrap))|set-worksheet-(name|order|hide)|auto-fill|append|toggle-merge|copy-worksheet)/;

/** Cells at a time, so that a large change never holds the page for long. */
const ROWS_A_STEP = 1000;

export interface GridListener {
  onEdit(edit: GridEdit): void;
  /** A person tried what only a spreadsheet program can do to the file. */
  onRefused(): void;
}

export function mountGrid(container: HTMLElement, language: Language, listener: GridListener): Grid {
  const { univerAPI } = createUniver({
    locale: language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(coreZhCN, conditionalFormattingZhCN),
      [LocaleType.EN_US]: mergeLocales(coreEnUS, conditionalFormattingEnUS),
    },
    presets: [
      UniverSheetsCorePreset({
        container,
        header: true,
        toolbar: false,
        contextMenu: false,
        formulaBar: true,
        disableAutoFocus: true,
        // The file holds every formula's value; computing all of them again would hold a large workbook for seconds.
        formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
      }),
      UniverSheetsConditionalFormattingPreset(),
    ],
  });
  let shown: IWorkbookData | null = null;
  let isOurs = false;

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
      listener.onEdit({ sheet: range.getSheetName(), area, cells });
    }
  });

  function quietly(work: () => void): void {
    isOurs = true;
    try {
      work();
    } finally {
      isOurs = false;
    }
  }

  return {
    show(model) {
      const before = shown;
      shown = model;
      if (before && hasSameFrame(before, model)) {
        quietly(() => model.sheetOrder.forEach((id) => updateCells(before, model, id)));
        return;
      }
      const active = univerAPI.getActiveWorkbook()?.getActiveSheet()?.getSheetName();
      quietly(() => {
        if (before) univerAPI.disposeUnit(before.id);
        univerAPI.createWorkbook(model);
      });
      const still = active ? univerAPI.getActiveWorkbook()?.getSheetByName(active) : null;
      still?.activate();
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

  function updateCells(before: IWorkbookData, model: IWorkbookData, id: string): void {
    const changed = changedCells(before.sheets[id]?.cellData ?? {}, model.sheets[id]?.cellData ?? {}, model.styles);
    const rows = Object.keys(changed).map(Number);
    for (let start = 0; start < rows.length; start += ROWS_A_STEP) {
      const cellValue = Object.fromEntries(
        rows.slice(start, start + ROWS_A_STEP).map((row) => [row, changed[row] ?? {}]),
      );
      univerAPI.syncExecuteCommand(WRITE_CELLS, { unitId: model.id, subUnitId: id, cellValue });
    }
  }
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

/** The same sheets in the same order with the same shape: only cells can differ. */
function hasSameFrame(before: IWorkbookData, after: IWorkbookData): boolean {
  return JSON.stringify(frame(before)) === JSON.stringify(frame(after));
}

function frame({ sheetOrder, sheets }: IWorkbookData) {
  return sheetOrder.map((id) => {
    const sheet = sheets[id];
    return [id, sheet?.name, sheet?.mergeData, sheet?.columnData, sheet?.rowData, sheet?.freeze];
  });
}

type Cells = IObjectMatrixPrimitiveType<ICellData>;

/** Styles are given whole: names that the grid has not met yet would mean nothing to it. */
function changedCells(
  before: Cells,
  after: Cells,
  styles: IWorkbookData['styles'],
): IObjectMatrixPrimitiveType<Nullable<ICellData>> {
  const changed: IObjectMatrixPrimitiveType<Nullable<ICellData>> = {};
  for (const row of Object.keys({ ...before, ...after }).map(Number)) {
    const was = before[row] ?? {};
    const is = after[row] ?? {};
    for (const column of Object.keys({ ...was, ...is }).map(Number)) {
      const now = is[column];
      if (isSameCell(was[column], now)) continue;
      // A cell that is gone must lose its value and its style, which a missing entry would leave standing.
      (changed[row] ??= {})[column] = now
        ? { ...now, v: now.v ?? null, s: typeof now.s === 'string' ? (styles[now.s] ?? null) : (now.s ?? null) }
        : { v: null, s: null };
    }
  }
  return changed;
}

function isSameCell(a: Nullable<ICellData>, b: Nullable<ICellData>): boolean {
  return a?.v === b?.v && a?.f === b?.f && a?.t === b?.t && JSON.stringify(a?.s) === JSON.stringify(b?.s);
}
