// Owns turning a workbook file into what the grid shows. Must not change the file, nor load the grid: it runs in the worker.
import type {
  IBorderData,
  ICellData,
  IColumnData,
  IObjectArrayPrimitiveType,
  IRowData,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
  Nullable,
} from '@univerjs/presets';
import { areaContains, formatArea } from '../sheet/address';
import type { Cell, Sheet } from '../sheet/sheet';
import {
  readOurRule,
  wrappedHeight,
  type CellAppearance,
  type ConditionalFormat,
  type FileWorkbook,
  type SheetAppearance,
} from '../workbook/file';
import { clerkRules } from './grid-rules';

/** Room below and to the right of what is there, to type in. */
const SPARE_ROWS = 30;
const SPARE_COLUMNS = 8;

const PIXELS_A_POINT = 4 / 3;
/** Of the default font's digits, plus the cell's margins. */
const PIXELS_A_CHARACTER = 7;
const CELL_MARGIN = 5;

/** The grid's own numbers for yes and no, and for what a cell holds. */
const NO = 0;
const YES = 1;
const CELL_TYPES = { text: 1, error: 1, number: 2, date: 2, boolean: 3, blank: 1 } as const;

const RULES_RESOURCE = 'SHEET_CONDITIONAL_FORMATTING_PLUGIN';

/** All that the grid shows of a workbook. The language is the page's matter. */
export type GridModel = Omit<IWorkbookData, 'locale'>;

export function gridModel(workbook: FileWorkbook, name: string): GridModel {
  const { sheets } = workbook.snapshot();
  const styles: Record<string, Nullable<IStyleData>> = {};
  const looks = sheets.map((sheet) => ({ sheet, look: workbook.appearance(sheet.name) }));
  return {
    id: 'workbook',
    name,
    appVersion: '0',
    styles,
    sheetOrder: sheets.map((sheet) => sheet.name),
    sheets: Object.fromEntries(looks.map(({ sheet, look }) => [sheet.name, sheetModel(sheet, look, styles)])),
    resources: rulesResource(looks.map(({ sheet, look }) => [sheet.name, clerkRules(look.conditionalFormats)])),
  };
}

/** None where no sheet has rules: the grid then works without them. */
function rulesResource(rules: readonly (readonly [sheet: string, rules: readonly unknown[]])[]) {
  const isEmpty = rules.every(([, ofSheet]) => ofSheet.length === 0);
  return isEmpty ? [] : [{ name: RULES_RESOURCE, data: JSON.stringify(Object.fromEntries(rules)) }];
}

type Cells = Record<number, Record<number, ICellData>>;

function sheetModel(sheet: Sheet, look: SheetAppearance, styles: IWorkbookData['styles']): Partial<IWorksheetData> {
  const cellData: Cells = {};
  const styleOf = styleNames(look, styles);
  for (let row = 0; row < sheet.rowCount; row += 1) {
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const cell = sheet.cell(row, column);
      if (cell.kind !== 'blank') (cellData[row] ??= {})[column] = cellModel(cell);
    }
  }
  const painted = paintedRows(sheet, look.conditionalFormats);
  for (const { row, column, style } of look.cells) {
    const cell = ((cellData[row] ??= {})[column] ??= {});
    cell.s = styleOf(style, painted(row, column));
  }
  for (const [row, column] of paintedCells(sheet, look.conditionalFormats)) {
    const cell = ((cellData[row] ??= {})[column] ??= {});
    cell.s ??= styleOf(null, painted(row, column));
  }
  return {
    id: sheet.name,
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? NO : YES,
    rowCount: sheet.rowCount + SPARE_ROWS,
    columnCount: sheet.columnCount + SPARE_COLUMNS,
    defaultColumnWidth: pixels(look.defaultWidth),
    defaultRowHeight: Math.round(look.defaultPoints * PIXELS_A_POINT),
    cellData,
    rowData: rowModels(sheet, look),
    columnData: columnModels(look),
    mergeData: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startColumn: left,
      endRow: bottom,
      endColumn: right,
    })),
    freeze: {
      xSplit: look.frozenColumns,
      ySplit: look.frozenRows,
      startRow: look.frozenRows || -1,
      startColumn: look.frozenColumns || -1,
    },
    showGridlines: look.hasGridLines ? YES : NO,
  };
}

/**
 * Of a text that says it is one, the grid asks at every drawing whether it could be a date or a number: a quarter of the
 * time that scrolling takes. Only texts that it would take for numbers need to say so.
 */
function cellModel({ kind, value }: Cell): ICellData {
  if (typeof value === 'string' && !isNumberLike(value)) return { v: value };
  return { v: kind === 'boolean' ? Number(value) : value, t: CELL_TYPES[kind] };
}

function isNumberLike(text: string): boolean {
  return !Number.isNaN(Number(text)) || /^\s*(?:true|false)\s*$/i.test(text);
}

interface Paint {
  readonly fill: string | null;
  readonly font: string | null;
}

/** Our own rules are painted here, cell by cell: the grid would compute a formula for each cell of each rule. */
function paintedRows(
  sheet: Sheet,
  formats: readonly ConditionalFormat[],
): (row: number, column: number) => Paint | null {
  const ours = formats.flatMap((one) => {
    const rule = readOurRule(one.formulas[0] ?? '');
    return rule && one.format ? [{ ...rule, areas: one.areas, paint: one.format }] : [];
  });
  return (row, column) =>
    ours.find(
      (rule) =>
        rule.areas.some((area) => areaContains(area, row, column)) && sheet.cell(row, rule.column).text === rule.equals,
    )?.paint ?? null;
}

function* paintedCells(sheet: Sheet, formats: readonly ConditionalFormat[]): Generator<[number, number]> {
  const ours = formats.filter((one) => readOurRule(one.formulas[0] ?? '')).flatMap((one) => one.areas);
  const areas = new Map(ours.map((area) => [formatArea(area), area]));
  for (const { top, bottom, left, right } of areas.values())
    for (let row = top; row <= Math.min(bottom, sheet.rowCount - 1); row += 1)
      for (let column = left; column <= right; column += 1) yield [row, column];
}

/** One name for each look that occurs, so that cells share it. */
function styleNames(look: SheetAppearance, styles: IWorkbookData['styles']) {
  return (style: number | null, paint: Paint | null): string => {
    const appearance = style === null ? look.plain : (look.styles[style] ?? look.plain);
    const model = styleModel(appearance, paint);
    const key = JSON.stringify(model);
    const name = names.get(key) ?? `s${names.size}`;
    names.set(key, name);
    styles[name] = model;
    return name;
  };
}

/** Over the life of the page: a name means one look for ever, so that two models can be compared by names. */
const names = new Map<string, string>();

const HORIZONTAL: Readonly<Record<string, number>> = { left: 1, center: 2, right: 3, centerContinuous: 2 };
const VERTICAL: Readonly<Record<string, number>> = { top: 1, center: 2, bottom: 3 };
const WRAP = 3;

function styleModel(look: CellAppearance, paint: Paint | null): IStyleData {
  const fill = paint?.fill ?? look.fill;
  const colour = paint?.font ?? look.font.colour;
  return {
    ...(look.font.name && { ff: look.font.name }),
    ...(look.font.size && { fs: look.font.size }),
    ...(look.font.isBold && { bl: YES }),
    ...(look.font.isItalic && { it: YES }),
    ...(look.font.isUnderlined && { ul: { s: YES } }),
    ...(look.font.isStruck && { st: { s: YES } }),
    ...(colour && { cl: { rgb: `#${colour}` } }),
    ...(fill && { bg: { rgb: `#${fill}` } }),
    ...(look.horizontal && HORIZONTAL[look.horizontal] && { ht: HORIZONTAL[look.horizontal] }),
    vt: VERTICAL[look.vertical ?? 'bottom'] ?? VERTICAL['bottom'],
    ...(look.isWrapped && { tb: WRAP }),
    ...(look.numberFormat !== 'General' && { n: { pattern: look.numberFormat } }),
    bd: borders(look, paint),
  } as IStyleData; // the grid's enums are numbers in its own files, and the tables above hold those numbers
}

const BORDERS: Readonly<Record<string, number>> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  double: 7,
  medium: 8,
  thick: 13,
};
const PAINTED_EDGE = { style: 'thin', colour: 'BFBFBF' };

function borders(look: CellAppearance, paint: Paint | null): IBorderData {
  const edge = (name: 'top' | 'left' | 'right' | 'bottom') => {
    const found = look.edges[name] ?? (paint ? PAINTED_EDGE : undefined);
    return found ? { s: BORDERS[found.style] ?? 1, cl: { rgb: `#${found.colour ?? '000000'}` } } : null;
  };
  return { t: edge('top'), l: edge('left'), r: edge('right'), b: edge('bottom') } as IBorderData; // numbers, as above
}

function pixels(characters: number): number {
  return Math.round(characters * PIXELS_A_CHARACTER + CELL_MARGIN);
}

function columnModels(look: SheetAppearance): IObjectArrayPrimitiveType<Partial<IColumnData>> {
  const models: Record<number, Partial<IColumnData>> = {};
  for (const { first, last, width, isHidden } of look.columns) {
    for (let column = first; column <= Math.min(last, first + 255); column += 1) {
      models[column] = {
        w: pixels(width ?? look.defaultWidth),
        hd: isHidden ? YES : NO,
      };
    }
  }
  return models;
}

/** Given heights as they are; rows that a spreadsheet program would fit to their wrapped text are fitted here too. */
function rowModels(sheet: Sheet, look: SheetAppearance): IObjectArrayPrimitiveType<Partial<IRowData>> {
  const models: Record<number, Partial<IRowData>> = {};
  const widths = new Map(look.columns.flatMap(({ first, last, width }) => range(first, last).map((at) => [at, width])));
  for (const { row, column, style } of look.cells) {
    if (!look.styles[style]?.isWrapped) continue;
    const points = wrappedHeight(sheet.cell(row, column).text, widths.get(column) ?? look.defaultWidth);
    const height = Math.round(Math.max(points, look.defaultPoints) * PIXELS_A_POINT);
    models[row] = { h: Math.max(models[row]?.h ?? 0, height) };
  }
  for (const { row, points, isHidden } of look.rows) {
    models[row] = {
      ...models[row],
      ...(points !== null && { h: Math.round(points * PIXELS_A_POINT) }),
      hd: isHidden ? YES : NO,
    };
  }
  return models;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.min(last, first + 255) - first + 1 }, (_, at) => first + at);
}
