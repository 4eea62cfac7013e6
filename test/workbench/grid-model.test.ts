// Owns what of a workbook's looks reaches the grid: formats, merges, sizes, fills, fonts, borders, rules, frozen panes, sheets.
import ExcelJS from 'exceljs';
import { check } from '../../src/jobs/check';
import { gridModel, type GridModel } from '../../src/workbench/grid-model';
import { openFile } from '../../src/workbook/file';

async function modelOf(arrange: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<GridModel> {
  const book = new ExcelJS.Workbook();
  arrange(book.addWorksheet('表'), book);
  return gridModel(openFile(new Uint8Array(await book.xlsx.writeBuffer()), 'a.xlsx'), 'a.xlsx');
}

function styleOf(model: GridModel, row: number, column: number): unknown {
  const name = model.sheets['表']?.cellData?.[row]?.[column]?.s;
  return typeof name === 'string' ? model.styles[name] : null;
}

const thin = { style: 'thin', color: { argb: 'FF112233' } } as const;

test.each<{ what: string; style: Partial<ExcelJS.Style>; shown: object }>([
  { what: 'a number format', style: { numFmt: '0.0%' }, shown: { n: { pattern: '0.0%' } } },
  {
    what: 'a fill',
    style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEE00' } } },
    shown: { bg: { rgb: '#FFEE00' } },
  },
  {
    what: 'a font',
    style: {
      font: {
        name: '黑体',
        size: 18,
        bold: true,
        italic: true,
        underline: true,
        strike: true,
        color: { argb: 'FF990000' },
      },
    },
    shown: { ff: '黑体', fs: 18, bl: 1, it: 1, ul: { s: 1 }, st: { s: 1 }, cl: { rgb: '#990000' } },
  },
  {
    what: 'borders',
    style: { border: { top: thin, bottom: { style: 'double', color: { argb: 'FF000000' } } } },
    shown: { bd: { t: { s: 1, cl: { rgb: '#112233' } }, b: { s: 7, cl: { rgb: '#000000' } }, l: null } },
  },
  {
    what: 'an alignment',
    style: { alignment: { horizontal: 'center', vertical: 'top', wrapText: true } },
    shown: { ht: 2, vt: 1, tb: 3 },
  },
])('$what is shown', async ({ style, shown }) => {
  const model = await modelOf((sheet) => {
    sheet.getCell('B2').value = 0.5;
    sheet.getCell('B2').style = style;
  });
  expect(model.sheets['表']?.cellData?.[1]?.[1]).toMatchObject({ v: 0.5, t: 2 });
  expect(styleOf(model, 1, 1)).toMatchObject(shown);
});

test('merges, widths, heights, hidden lines, frozen panes and several sheets are shown', async () => {
  const model = await modelOf((sheet, book) => {
    sheet.addRow(['标题', '', '']);
    sheet.mergeCells('A1:C1');
    sheet.getColumn(2).width = 30;
    sheet.getColumn(3).hidden = true;
    sheet.getRow(1).height = 36;
    sheet.getRow(2).hidden = true;
    sheet.getCell('A2').value = 1;
    sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: 1 }];
    book.addWorksheet('藏', { state: 'hidden' });
  });
  expect(model.sheetOrder).toEqual(['表', '藏']);
  expect(model.sheets['藏']?.hidden).toBe(1);
  expect(model.sheets['表']).toMatchObject({
    mergeData: [{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 2 }],
    columnData: { 1: { w: 215 }, 2: { hd: 1 } },
    rowData: { 0: { h: 48 }, 1: { hd: 1 } },
    freeze: { xSplit: 2, ySplit: 1, startRow: 1, startColumn: 2 },
  });
});

test('a rule of the clerk is given to the grid, ours are painted', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRow(['序号', '评价指标', '目标值', '2023年完成值']);
  sheet.addRow([1, '建成区绿地率', '≥38%', 0.3]);
  sheet.addConditionalFormatting({
    ref: 'D2:D9',
    rules: [
      {
        type: 'cellIs',
        operator: 'lessThan',
        formulae: [1],
        priority: 1,
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FF00FF00' } } },
      },
    ],
  });
  const file = openFile(new Uint8Array(await book.xlsx.writeBuffer()), 'a.xlsx');
  file.apply(check(file.snapshot(), { profile: 'city' }).plan);
  const model = gridModel(file, 'a.xlsx');
  const rules: unknown = JSON.parse(model.resources?.[0]?.data ?? '');
  expect(rules).toMatchObject({
    表: [
      {
        ranges: [{ startRow: 1, endRow: 8, startColumn: 3, endColumn: 3 }],
        rule: { subType: 'number', operator: 'lessThan', value: 1, style: { bg: { rgb: '#00FF00' } } },
      },
    ],
  });
  expect(styleOf(model, 1, 1)).toMatchObject({ bg: { rgb: '#F8CBCB' } });
});

test.each([
  { value: '建成区绿地率', t: undefined },
  { value: '007', t: 1 },
  { value: 'TRUE', t: 1 },
  { value: true, t: 3 },
  { value: 12.5, t: 2 },
])('$value says what it is only where the grid would take it for something else', async ({ value, t }) => {
  const model = await modelOf((sheet) => {
    sheet.getCell('A1').value = value;
  });
  expect(model.sheets['表']?.cellData?.[0]?.[0]?.t).toBe(t);
});
