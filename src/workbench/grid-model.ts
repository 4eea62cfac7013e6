// Owns turning a workbook file into what the grid shows. Must not change the file.
import {
  BooleanNumber,
  CellValueType,
  LocaleType,
  type ICellData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/presets';
import type { Sheet } from '../sheet/sheet';
import type { FileWorkbook } from '../workbook/file';

/** Room below and to the right of what is there, to type in. */
const SPARE_ROWS = 30;
const SPARE_COLUMNS = 8;

export function gridModel(workbook: FileWorkbook, name: string): IWorkbookData {
  const { sheets } = workbook.snapshot();
  return {
    id: 'workbook',
    name,
    appVersion: '0',
    locale: LocaleType.ZH_CN,
    styles: {},
    sheetOrder: sheets.map((sheet) => sheet.name),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, sheetModel(sheet)])),
  };
}

function sheetModel(sheet: Sheet): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (let row = 0; row < sheet.rowCount; row += 1) {
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const { kind, value, format } = sheet.cell(row, column);
      if (kind === 'blank') continue;
      const t =
        kind === 'text' || kind === 'error'
          ? CellValueType.STRING
          : kind === 'boolean'
            ? CellValueType.BOOLEAN
            : CellValueType.NUMBER;
      (cellData[row] ??= {})[column] = { v: value, t, s: format === 'General' ? null : { n: { pattern: format } } };
    }
  }
  return {
    id: sheet.name,
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: sheet.rowCount + SPARE_ROWS,
    columnCount: sheet.columnCount + SPARE_COLUMNS,
    cellData,
    mergeData: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startColumn: left,
      endRow: bottom,
      endColumn: right,
    })),
  };
}
