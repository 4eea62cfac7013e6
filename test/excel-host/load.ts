// Owns filling the stand-in's workbook from arrays or an .xlsx file, and writing it back to one. Must not know the protocol.
import ExcelJS from 'exceljs';
import { parseArea, type Area } from '../../src/sheet/address';
import { ERROR_TEXTS, styleOf, type Border, type CellValue, type Style } from './cells';
import type { SheetModel } from './model';
import { freshId, WorkbookModel } from './model';

export type RowValues = readonly (CellValue | null | undefined)[];

/** One sheet a name; cells exactly as given (text stays text). */
export function workbookFromRows(sheets: Readonly<Record<string, readonly RowValues[]>>): WorkbookModel {
  const workbook = new WorkbookModel(Object.keys(sheets));
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.sheet(name);
    rows.forEach((values, row) =>
      values.forEach((value, column) => {
        if (value !== null && value !== undefined && value !== '') sheet.set(row, column, { value });
      }),
    );
  }
  return workbook;
}

/** From the bytes of an .xlsx: values as computed, formulas, formats, merges, widths, names, protection. */
export async function workbookFromXlsx(bytes: Uint8Array): Promise<WorkbookModel> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(Buffer.from(bytes).buffer as ArrayBuffer);
  const workbook = new WorkbookModel(file.worksheets.map(({ name }) => name));
  for (const worksheet of file.worksheets) readSheet(worksheet, workbook.sheet(worksheet.name));
  const active = file.worksheets[(file.views as ExcelJS.WorkbookView[] | null)?.[0]?.activeTab ?? 0];
  if (active) workbook.active = workbook.sheet(active.name);
  const defined = (file.definedNames as unknown as { model: { name: string; ranges: string[] }[] }).model;
  for (const { name, ranges } of defined) {
    const item = { name, visible: true, comment: '', place: null, formula: '' };
    const [range] = ranges;
    if (!range || name.startsWith('_xlnm')) continue;
    workbook.setName(item, `=${range}`);
    workbook.names.push(item);
  }
  return workbook;
}

function readSheet(from: ExcelJS.Worksheet, sheet: SheetModel): void {
  const states = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;
  sheet.visibility = states[from.state];
  sheet.isProtected =
    (from as unknown as { sheetProtection?: { sheet?: boolean } | null }).sheetProtection?.sheet === true;
  for (const merge of (from.model as unknown as { merges?: string[] }).merges ?? []) {
    const area = parseArea(merge);
    if (area) sheet.merges.push(area);
  }
  from.columns?.forEach((column, index) => {
    if (column.width !== undefined) sheet.columnWidths.set(index, (column.width * 7 + 5) * 0.75);
    if (column.hidden) sheet.hiddenColumns.add(index);
  });
  from.eachRow({ includeEmpty: false }, (line, rowNumber) => {
    const row = rowNumber - 1;
    if (line.height) sheet.rowHeights.set(row, line.height);
    if (line.hidden) sheet.hiddenRows.add(row);
    line.eachCell({ includeEmpty: true }, (cell, columnNumber) => {
      const covered = sheet.isCovered(row, columnNumber - 1);
      const style = readStyle(cell);
      const { value, formula } = covered ? { value: '', formula: null } : readValue(cell);
      sheet.set(row, columnNumber - 1, { value, formula, style });
    });
  });
  // ExcelJS answers null for a sheet without views, whatever its typings say.
  const view = (from.views as ExcelJS.Worksheet['views'] | null)?.[0];
  if (view?.state === 'frozen') [sheet.frozenRows, sheet.frozenColumns] = [view.ySplit ?? 0, view.xSplit ?? 0];
  for (const table of from.getTables() as unknown as { table: { name: string; tableRef: string } }[]) {
    const area = parseArea(table.table.tableRef);
    if (area) sheet.tables.push({ id: freshId(), name: table.table.name, area });
  }
}

function readValue(cell: ExcelJS.Cell): { value: CellValue; formula: string | null } {
  const plain = (value: ExcelJS.CellValue): CellValue => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (value instanceof Date) return value.getTime() / 86_400_000 + 25569;
    if ('richText' in value) return value.richText.map(({ text }) => text).join('');
    if ('error' in value) return ERROR_TEXTS.find((text) => text === value.error) ?? '#N/A';
    if ('hyperlink' in value) return plain(value.text);
    if ('result' in value) return plain(value.result);
    return '';
  };
  const { value } = cell;
  return { value: plain(value), formula: cell.formula ? `=${cell.formula}` : null };
}

const SIDES: readonly Border[] = ['top', 'bottom', 'left', 'right'];

function readStyle(cell: ExcelJS.Cell): Style {
  const { font, fill, alignment, border, protection } = cell;
  const solid = fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb?.slice(2) : undefined;
  const title = (word: string | undefined, otherwise: string) =>
    word ? (word[0] ?? '').toUpperCase() + word.slice(1) : otherwise;
  const vertical: string | undefined = alignment?.vertical === 'middle' ? 'center' : alignment?.vertical;
  return styleOf({
    numberFormat: cell.numFmt ?? 'General',
    wrap: alignment?.wrapText ?? false,
    horizontal: title(alignment?.horizontal, 'General'),
    vertical: title(vertical, 'Bottom'),
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    underline: font?.underline ? 'Single' : 'None',
    size: font?.size ?? 11,
    fontName: font?.name ?? '宋体',
    colour: font?.color?.argb ? `#${font.color.argb.slice(2)}` : '#000000',
    fill: solid ? `#${solid}` : '',
    locked: protection?.locked ?? true,
    borders: Object.fromEntries(
      SIDES.flatMap((side) =>
        border?.[side]?.style ? [[side, `#${border[side]?.color?.argb?.slice(2) ?? '000000'}`]] : [],
      ),
    ),
  });
}

/** The cells, merges, sheets and names as an .xlsx: enough for the file host to read what was written. */
export async function workbookToXlsx(workbook: WorkbookModel): Promise<Uint8Array> {
  const file = new ExcelJS.Workbook();
  for (const sheet of workbook.sheets) {
    const target = file.addWorksheet(sheet.name);
    const used: Area | null = sheet.usedArea(false);
    for (let row = used?.top ?? 0; used && row <= used.bottom; row++) {
      for (let column = used.left; column <= used.right; column++) {
        const { value, style } = sheet.cell(row, column);
        const cell = target.getCell(row + 1, column + 1);
        if (value !== '') cell.value = value;
        if (style.numberFormat !== 'General') cell.numFmt = style.numberFormat;
      }
    }
    for (const merge of sheet.merges)
      target.mergeCells(merge.top + 1, merge.left + 1, merge.bottom + 1, merge.right + 1);
  }
  return new Uint8Array(await file.xlsx.writeBuffer());
}
