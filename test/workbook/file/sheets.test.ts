// Sheets of ours: made, found by other programs, replaced, removed; sheets of the clerk's stay.
import ExcelJS from 'exceljs';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newWorkbook, openFile } from '../../../src/workbook/file';
import type { StackedBarChart } from '../../../src/workbook/port';
import { rawWorkbook, unzipParts, type RawWorkbook } from '../../support/ooxml';
import { applied, newSheet, plan, RULES, sheetMark } from './plans';

const CHART: StackedBarChart = {
  title: '各部门达标情况',
  categories: { top: 1, left: 0, bottom: 2, right: 0 },
  series: [{ name: '达标', values: { top: 1, left: 1, bottom: 2, right: 1 }, colour: '548235' }],
  anchor: { top: 5, left: 0, bottom: 15, right: 3 },
};
const FULL = newSheet('部门 汇总', {
  chart: CHART,
  links: [{ row: 1, column: 0, toSheet: "区'教育局" }],
  merges: [{ top: 4, left: 0, bottom: 4, right: 1 }],
  hiddenColumns: [3],
  rowHeights: [{ row: 0, points: 30 }],
  colours: [{ area: { top: 1, left: 0, bottom: 2, right: 1 }, keyColumn: 1, rules: RULES }],
  validations: [
    { area: { top: 1, left: 1, bottom: 2, right: 1 }, list: ['是', '否"'], promptTitle: '填报', prompt: '说明' },
  ],
  isLocked: true,
});
const book = (more: Partial<RawWorkbook> = {}): RawWorkbook => ({
  sheets: [{ name: '表', xml: '<sheetData/>' }],
  ...more,
});
const add = plan(
  { kind: 'addSheets', sheets: [FULL, newSheet("区'教育局")] },
  sheetMark('部门 汇总'),
  sheetMark("区'教育局", 2),
);
const remove = plan(
  { kind: 'removeSheets', names: ['部门 汇总', "区'教育局"] },
  { kind: 'unmark', names: ['sheet.1', 'sheet.2'] },
);

it('sheets made and removed leave every part as it was', () => {
  const original = rawWorkbook(
    book({ afterSheets: '<definedNames><definedName name="甲" localSheetId="0">表!$A$1</definedName></definedNames>' }),
  );
  const made = applied(original, add);
  expect(Object.keys(unzipParts(made)).sort()).toEqual(
    [
      ...Object.keys(unzipParts(original)),
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet3.xml',
      'xl/drawings/drawing1.xml',
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/charts/chart1.xml',
    ].sort(),
  );
  expect(unzipParts(applied(made, remove))).toEqual(unzipParts(original));
});

it('replacing: new ones first, the old ones go, the marks follow', () => {
  const made = applied(rawWorkbook(book()), add);
  const again = applied(
    made,
    plan(
      { kind: 'renameSheets', names: [{ from: '部门 汇总', to: '~部门 汇总' }] },
      { kind: 'addSheets', sheets: [FULL] },
      { kind: 'removeSheets', names: ['~部门 汇总'] },
      { kind: 'unmark', names: ['sheet.1'] },
      sheetMark('部门 汇总'),
    ),
  );
  const { sheets, marks } = openFile(again, '表').snapshot();
  expect(sheets.map(({ name }) => name)).toEqual(['表', "区'教育局", '部门 汇总']);
  expect(marks.map(({ name, place }) => [name, place?.sheet])).toEqual([
    ['sheet.2', "区'教育局"],
    ['sheet.1', '部门 汇总'],
  ]);
  const parts = unzipParts(again);
  expect(Object.keys(parts).filter((name) => name.includes('charts/'))).toHaveLength(1);
  expect(parts['xl/workbook.xml']).not.toContain('#REF!');
});

it('names of other sheets keep their sheet when one in front of it goes', () => {
  const original = rawWorkbook({
    sheets: [
      { name: '旧', xml: '<sheetData/>' },
      { name: '表', xml: '<sheetData/>' },
    ],
    beforeSheets: '<bookViews><workbookView activeTab="1"/></bookViews>',
    afterSheets:
      '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">表!$A$1</definedName><definedName name="指">旧!$A$1</definedName></definedNames>',
  });
  const workbook = unzipParts(applied(original, plan(sheetMark('旧')), plan({ kind: 'removeSheets', names: ['旧'] })))[
    'xl/workbook.xml'
  ]!;
  expect(workbook).toContain('<workbookView activeTab="0"/>');
  expect(workbook).toContain('<definedName name="_xlnm.Print_Area" localSheetId="0">表!$A$1</definedName>');
  expect(workbook).toContain('<definedName name="指">#REF!$A$1</definedName>');
});

it('formulas, links and charts follow a new name', () => {
  const original = rawWorkbook({
    sheets: [
      { name: '甲', xml: '<sheetData/>' },
      {
        name: '表',
        xml: '<sheetData><row r="1"><c r="A1"><f>甲!B1+\'甲\'!C1+乙甲!A1&amp;"甲!"</f></c></row></sheetData>',
      },
    ],
  });
  const xml = unzipParts(applied(original, plan({ kind: 'renameSheets', names: [{ from: '甲', to: '丙 丁' }] })))[
    'xl/worksheets/sheet2.xml'
  ]!;
  expect(xml).toContain(`<f>'丙 丁'!B1+'丙 丁'!C1+乙甲!A1&amp;`);
});

describe('refusals', () => {
  it.each([
    ['name-taken', plan({ kind: 'addSheets', sheets: [newSheet('表')] })],
    ['unsupported', plan({ kind: 'addSheets', sheets: [newSheet('a/b')] })],
    ['unsupported', plan({ kind: 'addSheets', sheets: [newSheet('一'.repeat(32))] })],
    ['unsupported', plan({ kind: 'removeSheets', names: ['表'] })],
    ['missing-sheet', plan({ kind: 'removeSheets', names: ['无'] })],
    [
      'name-taken',
      plan(
        { kind: 'addSheets', sheets: [newSheet('乙')] },
        { kind: 'renameSheets', names: [{ from: '乙', to: '表' }] },
      ),
    ],
  ])('%s', (code, refused) => {
    expect(() => applied(rawWorkbook(book()), refused)).toThrow(expect.objectContaining({ code }));
  });

  it('structure-protected', () => {
    const bytes = rawWorkbook(book({ beforeSheets: '<workbookProtection lockStructure="1"/>' }));
    expect(() => applied(bytes, add)).toThrow(expect.objectContaining({ code: 'structure-protected' }));
  });
});

describe('a workbook from nothing', () => {
  const bytes = newWorkbook([FULL, newSheet("区'教育局")], [{ name: 'row.1', place: null, text: '甲' }]);

  it('the same input gives the same bytes', () => {
    expect(newWorkbook([FULL, newSheet("区'教育局")], [{ name: 'row.1', place: null, text: '甲' }])).toEqual(bytes);
  });

  it('is read back by us', () => {
    const { sheets, marks, activeSheet } = openFile(bytes, '表').snapshot();
    expect([activeSheet, sheets[0]!.isProtected, sheets[0]!.isColumnHidden(3)]).toEqual(['部门 汇总', true, true]);
    expect(sheets[0]!.cell(2, 0)).toMatchObject({ kind: 'text', text: '=cmd|x', format: '@', isFormula: false });
    expect(marks).toEqual([{ name: 'row.1', place: null, text: '甲' }]);
  });

  it('is read by ExcelJS with all that we said', async () => {
    const other = new ExcelJS.Workbook();
    await other.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = other.getWorksheet('部门 汇总')!;
    expect(sheet.getCell('A3').value).toBe('=cmd|x');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(sheet.getRow(1).height).toBe(30);
    expect(sheet.getColumn(4).hidden).toBe(true);
    expect(sheet.getCell('A2').numFmt).toBe('@');
    expect(sheet.getCell('B2').dataValidation).toMatchObject({ type: 'list', formulae: ['"是,否"""'], prompt: '说明' });
  });

  it('is read by excelize', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'dabiao-')), 'new.xlsx');
    writeFileSync(file, bytes);
    const script = `require('excelize-wasm').init('node_modules/excelize-wasm/excelize.wasm.gz').then((excelize) => {
      const book = excelize.OpenReader(new Uint8Array(require('fs').readFileSync(${JSON.stringify(file)})));
      const read = [book.GetSheetList().list, book.GetCellValue('部门 汇总', 'A3').value, book.GetCellHyperLink('部门 汇总', 'A2')];
      process.stdout.write(JSON.stringify(read), () => process.exit());
    })`;
    const read: unknown = JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
    const link = expect.objectContaining({ location: "'区''教育局'!A1" }) as unknown;
    expect(read).toEqual([['部门 汇总', "区'教育局"], '=cmd|x', link]);
  });
});
