// Owns a whole sheet of ours in Excel, as operations that may go in separate requests. Must not know what it is about.
import { formatCell } from '../../sheet/address';
import { LOOKS, type Look, type LookName } from '../looks';
import type { Block, NewSheet, StackedBarChart, Validation } from '../port';
import { enteredAsText, entered } from './cells';
import { coloursSize, layColours } from './colours';
import { layLooks, widthInPoints } from './formats';
import { blockOperations, type Operation } from './operations';
import { linkTo } from './places';
import { rangeOf } from './read';

/** Margins of the printed page, in points. */
const MARGINS = { left: 36, right: 36, top: 43.2, bottom: 43.2, header: 21.6, footer: 21.6 };

/** Added, filled, formatted; protected last. `mark` names it ours from the first moment on. */
export function newSheetOperations(sheet: NewSheet, mark: (added: Excel.Worksheet) => void): Operation[] {
  const at = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(sheet.name);
  const colours = sheet.colours ?? [];
  const looks = sheet.blocks.length * 3000 + sheet.columnWidths.length * 400;
  const extras =
    coloursSize(colours, false) + (sheet.validations?.length ?? 0) * 900 + (sheet.links?.length ?? 0) * 500;
  return [
    {
      size: 1500 + looks,
      run: (context) => {
        const added = context.workbook.worksheets.add(sheet.name);
        mark(added);
        layColumns(added, sheet);
        // A link brings a look and a text of its own; both are then replaced.
        for (const { row, column, toSheet } of sheet.links ?? []) {
          added.getCell(row, column).hyperlink = { documentReference: linkTo(toSheet), screenTip: toSheet };
        }
        for (const block of sheet.blocks) layBlock(added, block);
      },
    },
    ...sheet.blocks.flatMap((block) => {
      const enter = (value: Parameters<typeof entered>[0], column: number) =>
        isText(lookAt(block, column)) ? enteredAsText(value) : entered(value);
      return blockOperations(at, block, enter);
    }),
    {
      size: 2500 + extras + (sheet.chart ? 4000 : 0),
      run: (context) => finishSheet(at(context), sheet),
    },
  ];
}

function lookAt({ look }: Block, across: number): LookName {
  return typeof look === 'string' ? look : (look[across] ?? 'text');
}

function isText(look: LookName): boolean {
  const { numberFormat }: Look = LOOKS[look];
  return numberFormat === '@';
}

function layColumns(added: Excel.Worksheet, { columnWidths, hiddenColumns = [] }: NewSheet): void {
  columnWidths.forEach((width, column) => {
    added.getCell(0, column).getEntireColumn().format.columnWidth = widthInPoints(width);
  });
  for (const column of hiddenColumns) added.getCell(0, column).getEntireColumn().columnHidden = true;
}

function layBlock(added: Excel.Worksheet, block: Block): void {
  const width = Math.max(0, ...block.values.map((row) => row.length));
  if (width === 0) return;
  const area = {
    top: block.top,
    left: block.left,
    bottom: block.top + block.values.length - 1,
    right: block.left + width - 1,
  };
  layLooks(
    added,
    area,
    Array.from({ length: width }, (_, across) => LOOKS[lookAt(block, across)]),
  );
}

function finishSheet(added: Excel.Worksheet, sheet: NewSheet): void {
  for (const block of sheet.blocks) {
    if (block.values.length > 1)
      added.getRange(`${block.top + 1}:${block.top + block.values.length}`).format.autofitRows();
  }
  for (const { row, points } of sheet.rowHeights ?? [])
    added.getRange(`${row + 1}:${row + 1}`).format.rowHeight = points;
  for (const area of sheet.merges ?? []) rangeOf(added, area).merge(false);
  if (sheet.frozenRows > 0) added.freezePanes.freezeRows(sheet.frozenRows);
  layColours(added, sheet.colours ?? [], 0, false);
  for (const validation of sheet.validations ?? []) layValidation(rangeOf(added, validation.area), validation);
  if (sheet.chart) layChart(added, sheet.chart);
  layPage(added, sheet);
  if (sheet.isLocked) added.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
}

/** Excel's own limits: a list of 255 characters, a title of 32, a note of 255. */
export function layValidation(range: Excel.Range, { list: choices, promptTitle, prompt }: Validation): void {
  const source = choices?.join(',') ?? '';
  const isList = source !== '' && source.length <= 255 && choices?.every((choice) => !choice.includes(',')) === true;
  if (isList) range.dataValidation.rule = { list: { inCellDropDown: true, source } };
  if (prompt === undefined) return;
  range.dataValidation.prompt = {
    showPrompt: true,
    title: (promptTitle ?? '').slice(0, 32),
    message: prompt.slice(0, 255),
  };
}

function layPage(added: Excel.Worksheet, { print }: NewSheet): void {
  const page = added.pageLayout;
  page.orientation =
    print.orientation === 'landscape' ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  page.paperSize = Excel.PaperType.a4;
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.leftMargin = MARGINS.left;
  page.rightMargin = MARGINS.right;
  page.topMargin = MARGINS.top;
  page.bottomMargin = MARGINS.bottom;
  page.headerMargin = MARGINS.header;
  page.footerMargin = MARGINS.footer;
  if (print.titleRows) page.setPrintTitleRows(`$${print.titleRows[0] + 1}:$${print.titleRows[1] + 1}`);
}

function layChart(added: Excel.Worksheet, { title, categories, series, anchor }: StackedBarChart): void {
  const [first] = series;
  if (!first) return;
  const chart = added.charts.add(Excel.ChartType.barStacked, rangeOf(added, first.values), Excel.ChartSeriesBy.columns);
  series.forEach(({ name, values, colour }, index) => {
    const one = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
    one.name = name;
    one.setValues(rangeOf(added, values));
    one.setXAxisValues(rangeOf(added, categories));
    one.format.fill.setSolidColor(`#${colour}`);
    one.gapWidth = 60;
  });
  chart.title.text = title;
  chart.legend.position = Excel.ChartLegendPosition.bottom;
  chart.axes.categoryAxis.reversePlotOrder = true;
  chart.setPosition(formatCell(anchor.top, anchor.left), formatCell(anchor.bottom, anchor.right));
}
