// Owns the XML of a whole sheet of ours. Must not know where its part goes or what else is in the workbook.
import { columnLetters, formatArea, formatCell, type Area } from '../../sheet/address';
import { LOOKS, type Look } from '../looks';
import type { Block, CellInput, NewSheet } from '../port';
import { colourRulesXml } from './colour-rules';
import type { Dialect } from './content';
import { textElement } from './rich-text';
import { wrappedHeight } from './row-height';
import type { Styles } from './styles';
import { validationXml } from './validations';
import { quoteSheet } from './workbook-draft';
import { encodeAttribute } from './xml';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export interface NewSheetContext {
  readonly styles: Styles;
  readonly dialect: Dialect;
  /** The relationship of the drawing that holds the chart; null when there is none. */
  readonly drawing: string | null;
  /** The sheet in front when the workbook is opened. */
  readonly isSelected: boolean;
}

interface WrittenCell {
  readonly column: number;
  readonly xml: string;
  /** What its wrapped text needs, in points. */
  readonly height: number;
}

const DEFAULT_WIDTH = 8.43;
const DEFAULT_HEIGHT = 15;

/** The stored width for a width in characters of the default font. */
export function storedWidth(characters: number): number {
  return Math.trunc(((characters * 7 + 5) / 7) * 256) / 256;
}

export function newSheetXml(sheet: NewSheet, context: NewSheetContext): string {
  const { dialect, drawing } = context;
  const rows = rowsOf(sheet, context.styles);
  return [
    `${XML_HEAD}<worksheet xmlns="${dialect.main}" xmlns:r="${dialect.relationships}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${formatArea(extentOf(sheet))}"/>`,
    viewXml(sheet, context.isSelected),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet),
    `<sheetData>${rowsXml(sheet, rows)}</sheetData>`,
    sheet.isLocked === true
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
      : '',
    list(
      'mergeCells',
      (sheet.merges ?? []).map((area) => `<mergeCell ref="${formatArea(area)}"/>`),
    ),
    colourRulesXml(sheet.colours ?? [], context.styles, 0, ''),
    list(
      'dataValidations',
      (sheet.validations ?? []).map((one) => validationXml(one)),
    ),
    linksXml(sheet),
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${sheet.print.orientation}" fitToWidth="1" fitToHeight="0"/>`,
    chartBreak(sheet),
    drawing === null ? '' : `<drawing r:id="${drawing}"/>`,
    '</worksheet>',
  ].join('');
}

/** Rows of the default height on an A4 page that lies on its side. */
const ROWS_A_PAGE = 32;

/** A chart that would be cut by the end of a page starts a page of its own. */
function chartBreak({ chart }: NewSheet): string {
  if (!chart || chart.anchor.bottom < ROWS_A_PAGE) return '';
  const row = chart.anchor.top;
  return `<rowBreaks count="1" manualBreakCount="1"><brk id="${row}" max="16383" man="1"/></rowBreaks>`;
}

/** What `_xlnm.Print_Titles` refers to; null when no rows repeat. */
export function printTitles(sheet: NewSheet): string | null {
  const { titleRows } = sheet.print;
  return titleRows && `${quoteSheet(sheet.name)}!$${titleRows[0] + 1}:$${titleRows[1] + 1}`;
}

function list(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function extentOf(sheet: NewSheet): Area {
  const filled = sheet.blocks.filter(({ values }) => values.some((row) => row.length > 0));
  const bottoms = filled.map(({ top, values }) => top + values.length - 1);
  const rights = filled.map(({ left, values }) => left + Math.max(...values.map((row) => row.length)) - 1);
  return { top: 0, left: 0, bottom: Math.max(0, ...bottoms), right: Math.max(0, ...rights) };
}

function viewXml({ frozenRows }: NewSheet, isSelected: boolean): string {
  const selected = isSelected ? ' tabSelected="1"' : '';
  if (frozenRows === 0) return `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews>`;
  const first = formatCell(frozenRows, 0);
  return (
    `<sheetViews><sheetView${selected} workbookViewId="0">` +
    `<pane ySplit="${frozenRows}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`
  );
}

function columnsXml({ columnWidths, hiddenColumns = [] }: NewSheet): string {
  const count = Math.max(columnWidths.length, ...hiddenColumns.map((column) => column + 1));
  if (count === 0) return '';
  const columns = Array.from({ length: count }, (_, column) => {
    const width = columnWidths[column] ?? DEFAULT_WIDTH;
    const hidden = hiddenColumns.includes(column) ? ' hidden="1"' : '';
    return `<col min="${column + 1}" max="${column + 1}" width="${storedWidth(width)}"${hidden} customWidth="1"/>`;
  });
  return `<cols>${columns.join('')}</cols>`;
}

function rowsOf(sheet: NewSheet, styles: Styles): Map<number, WrittenCell[]> {
  const rows = new Map<number, WrittenCell[]>();
  for (const block of sheet.blocks) {
    block.values.forEach((values, down) => {
      const row = block.top + down;
      const cells = rows.get(row) ?? [];
      rows.set(row, cells);
      values.forEach((value, across) => {
        const column = block.left + across;
        const look: Look = LOOKS[lookAt(block, across)];
        const xml = cellXml(formatCell(row, column), styles.styleOf(look), value);
        const isWrapped = look.wrap === true && typeof value === 'string';
        const height = isWrapped
          ? wrappedHeight(value, sheet.columnWidths[column] ?? DEFAULT_WIDTH, DEFAULT_HEIGHT)
          : 0;
        cells.push({ column, xml, height });
      });
    });
  }
  for (const { row } of sheet.rowHeights ?? []) if (!rows.has(row)) rows.set(row, []);
  return rows;
}

function lookAt({ look }: Block, across: number) {
  return typeof look === 'string' ? look : (look[across] ?? 'text');
}

function cellXml(reference: string, style: number, value: CellInput): string {
  const tag = `<c r="${reference}"${style === 0 ? '' : ` s="${style}"`}`;
  if (value === null || value === '') return `${tag}/>`;
  if (typeof value === 'string') return `${tag} t="inlineStr"><is>${textElement(value, '')}</is></c>`;
  if (typeof value === 'boolean') return `${tag} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${tag}><v>${value}</v></c>`;
}

function rowsXml(sheet: NewSheet, rows: ReadonlyMap<number, WrittenCell[]>): string {
  const heights = new Map((sheet.rowHeights ?? []).map(({ row, points }) => [row, points]));
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const height = heights.get(row);
      const needed = Math.max(...cells.map((cell) => cell.height), 0);
      const fitted = needed > DEFAULT_HEIGHT ? ` ht="${needed}"` : '';
      const format = height === undefined ? fitted : ` ht="${height}" customHeight="1"`;
      const xml = cells.sort((a, b) => a.column - b.column).map((cell) => cell.xml);
      return `<row r="${row + 1}"${format}>${xml.join('')}</row>`;
    })
    .join('');
}

function linksXml({ links = [] }: NewSheet): string {
  if (links.length === 0) return '';
  const items = links.map(({ row, column, toSheet }) => {
    const location = encodeAttribute(`${quoteSheet(toSheet)}!A1`);
    return `<hyperlink ref="${columnLetters(column)}${row + 1}" location="${location}" display="${encodeAttribute(toSheet)}"/>`;
  });
  return `<hyperlinks>${items.join('')}</hyperlinks>`;
}
