// What a file's sheets show, against raw files and files of another program.
import ExcelJS from 'exceljs';
import { openFile } from '../../../src/workbook/file';
import { rawWorkbook, rawParts, zipParts, type RawWorkbook } from '../../support/ooxml';

const read = (book: RawWorkbook) => openFile(rawWorkbook(book), '表.xlsx').snapshot();
const data = (cells: string): RawWorkbook => ({
  sheets: [{ name: '表', xml: `<sheetData><row r="1">${cells}</row></sheetData>` }],
});
const first = (cells: string, more: Partial<RawWorkbook> = {}) =>
  read({ ...data(cells), ...more }).sheets[0]!.cell(0, 0);

describe('text', () => {
  it.each([
    ['shared', '<t>目标值</t>', '目标值'],
    ['kept white space', '<t xml:space="preserve"> a\nb </t>', ' a\nb '],
    ['rich runs', '<r><t>每</t></r><r><rPr><b/></rPr><t>千人</t></r>', '每千人'],
    [
      'phonetic guide left out',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
      '東京',
    ],
    ['entities', '<t>A &amp; B &lt;1 &#x4E2D;&#22269;</t>', 'A & B <1 中国'],
    ['CDATA and comment', '<t><![CDATA[a<b&]]><!-- no -->c</t>', 'a<b&c'],
    ['escapes', '<t>a_x000D_b _x005F_x0041_</t>', 'a\rb _x0041_'],
    ['empty', '<t/>', ''],
    ['greater-than sign in text', '<t>5 > 3</t>', '5 > 3'],
  ])('%s', (_, xml, text) => {
    expect(first('<c r="A1" t="s"><v>0</v></c>', { strings: [xml] }).text).toBe(text);
    expect(first(`<c r="A1" t="inlineStr"><is>${xml}</is></c>`).text).toBe(text);
  });

  it('is blank when the shared string is missing', () => {
    expect(first('<c r="A1" t="s"><v>7</v></c>', { strings: [] }).kind).toBe('blank');
  });
});

describe('values', () => {
  it.each([
    ['number', '<c r="A1"><v>0.30000000000000004</v></c>', 'number', 0.1 + 0.2, '0.3'],
    ['negative number', '<c r="A1"><v>-12.5</v></c>', 'number', -12.5, '-12.5'],
    ['exponent', '<c r="A1"><v>1.5E-3</v></c>', 'number', 0.0015, '0.0015'],
    ['large number', '<c r="A1"><v>123456789012</v></c>', 'number', 123456789012, '1.23457E+11'],
    ['percent', '<c r="A1" s="1"><v>0.365</v></c>', 'number', 0.365, '36.50%'],
    ['Chinese date by number', '<c r="A1" s="2"><v>45293</v></c>', 'date', 45293, '2024年1月2日'],
    ['custom format', '<c r="A1" s="3"><v>2.25</v></c>', 'number', 2.25, '2.3分'],
    ['boolean', '<c r="A1" t="b"><v>1</v></c>', 'boolean', true, 'TRUE'],
    ['error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', 'error', '#DIV/0!', '#DIV/0!'],
    ['text of a formula', '<c r="A1" t="str"><f>B1</f><v>达标</v></c>', 'text', '达标', '达标'],
    ['date of a Strict file', '<c r="A1" s="2" t="d"><v>2024-01-02T00:00:00Z</v></c>', 'date', 45293, '2024年1月2日'],
  ])('%s', (_, xml, kind, value, text) => {
    expect(first(xml)).toMatchObject({ kind, value, text });
  });

  it('a formula without a result is blank and still a formula', () => {
    expect(first('<c r="A1"><f>1+1</f></c>')).toMatchObject({ kind: 'blank', isFormula: true });
    expect(first('<c r="A1" t="str"><f>""</f><v></v></c>')).toMatchObject({ kind: 'blank', isFormula: true });
  });

  it('dates of the 1904 system show the same day', () => {
    const cell = first('<c r="A1" s="2"><v>43831</v></c>', { beforeSheets: '<workbookPr date1904="1"/>' });
    expect(cell).toMatchObject({ kind: 'date', value: 45293, text: '2024年1月2日' });
  });

  it('a format that cannot be read shows the plain number', () => {
    const styles = rawParts(data(''))['xl/styles.xml']!.replace('0.0&quot;分&quot;', '0&quot;');
    expect(first('<c r="A1" s="3"><v>2.5</v></c>', { styles }).text).toBe('2.5');
  });
});

describe('where cells stand', () => {
  it('cells and rows without a reference follow the one before', () => {
    const xml =
      '<sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row></sheetData>';
    const sheet = read({ sheets: [{ name: '表', xml }] }).sheets[0]!;
    expect([sheet.cell(0, 0).value, sheet.cell(0, 3).value, sheet.cell(0, 4).value, sheet.cell(4, 0).value]).toEqual([
      1, 2, 3, 4,
    ]);
    expect([sheet.rowCount, sheet.columnCount]).toEqual([5, 5]);
  });

  it('stray formats do not count', () => {
    const xml =
      '<cols><col min="1" max="16384" width="9" style="4"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="4"/></row><row r="1048576" s="4" customFormat="1"/></sheetData>';
    const sheet = read({ sheets: [{ name: '表', xml }] }).sheets[0]!;
    expect([sheet.rowCount, sheet.columnCount]).toEqual([1, 1]);
  });

  it('what lies under a merge is blank', () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>';
    const sheet = read({ sheets: [{ name: '表', xml }] }).sheets[0]!;
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
    expect([sheet.cell(0, 0).value, sheet.cell(0, 1).kind]).toEqual([1, 'blank']);
  });

  it('elements with a prefix, attributes in single quotes, comments, CDATA between', () => {
    const parts = rawParts(data(''));
    parts['xl/worksheets/sheet1.xml'] =
      `<?xml version="1.0"?><!-- > --><x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:sheetData><!-- <x:row> -->` +
      `<x:row r='2' note="a>b"><x:c r='B2' t='inlineStr'><x:is><x:t><![CDATA[</x:sheetData>]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    const sheet = openFile(zipParts(parts), '表').snapshot().sheets[0]!;
    expect(sheet.cell(1, 1).text).toBe('</x:sheetData>');
  });
});

describe('the workbook', () => {
  it('says what is hidden and protected', () => {
    const snapshot = read({
      beforeSheets: '<workbookProtection lockStructure="1"/><bookViews><workbookView activeTab="1"/></bookViews>',
      sheets: [
        { name: '隐藏', state: 'hidden', xml: '<sheetData/>' },
        {
          name: '数据',
          xml: '<cols><col min="2" max="3" width="0" hidden="1"/></cols><sheetData><row r="1"/><row r="2" hidden="1"/></sheetData><sheetProtection sheet="1"/>',
        },
        {
          name: '深藏',
          state: 'veryHidden',
          xml: '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/><sheetData><row r="2"/></sheetData>',
        },
      ],
    });
    expect(snapshot).toMatchObject({
      activeSheet: '数据',
      isStructureProtected: true,
      isReadOnly: false,
      selection: null,
    });
    expect(snapshot.sheets.map(({ visibility }) => visibility)).toEqual(['hidden', 'visible', 'veryHidden']);
    const [, shown, none] = snapshot.sheets;
    expect([shown!.isProtected, shown!.isRowHidden(1), shown!.isRowHidden(0)]).toEqual([true, true, false]);
    expect([0, 1, 2, 3].map((column) => shown!.isColumnHidden(column))).toEqual([false, true, true, false]);
    expect([none!.isRowHidden(0), none!.isRowHidden(1)]).toEqual([true, false]);
  });

  it('leaves chart sheets out, lists tables, keeps unread sheets empty', () => {
    const book = rawParts({
      sheets: [
        {
          name: '表',
          xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
          relationships: { rId1: ['table', '../tables/table1.xml'] },
        },
        { name: '图', xml: '' },
        { name: '另', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' },
      ],
      parts: { 'xl/tables/table1.xml': '<table displayName="指标表" name="x" ref="A1:D9"/>' },
    });
    book['xl/_rels/workbook.xml.rels'] = book['xl/_rels/workbook.xml.rels']!.replace(
      'relationships/worksheet" Target="worksheets/sheet2',
      'relationships/chartsheet" Target="worksheets/sheet2',
    );
    const snapshot = openFile(zipParts(book), '表').snapshot({ sheets: ['表'] });
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(['表', '另']);
    expect(snapshot.sheets[0]!.tables).toEqual([{ name: '指标表', area: { top: 0, left: 0, bottom: 8, right: 3 } }]);
    expect([snapshot.sheets[0]!.rowCount, snapshot.sheets[1]!.rowCount]).toEqual([1, 0]);
  });

  it('reads our marks: places, texts, places that are gone', () => {
    const { marks } = read({
      sheets: [{ name: "a'b c", xml: '<sheetData/>' }],
      afterSheets:
        `<definedNames><definedName name="_dabiao.result.1" hidden="1">'a''b c'!$G$2:$H$57</definedName>` +
        '<definedName name="_dabiao.choice.1" hidden="1">"=“a”""b|c"</definedName>' +
        '<definedName name="_dabiao.sheet.1" hidden="1">#REF!$A$1</definedName>' +
        '<definedName name="别人的">Sheet1!$A$1</definedName></definedNames>',
    });
    expect(marks).toEqual([
      { name: 'result.1', place: { sheet: "a'b c", area: { top: 1, left: 6, bottom: 56, right: 7 } }, text: null },
      { name: 'choice.1', place: null, text: '=“a”"b|c' },
      { name: 'sheet.1', place: null, text: null },
    ]);
  });

  it('Strict workbooks read the same', () => {
    const parts = rawParts({ ...data('<c r="A1" t="s"><v>0</v></c>'), strings: ['<t>甲</t>'] });
    for (const name of Object.keys(parts)) {
      parts[name] = parts[name]!.replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      ).replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      );
    }
    expect(openFile(zipParts(parts), '表').snapshot().sheets[0]!.cell(0, 0).text).toBe('甲');
  });

  it('a sheet in UTF-16 reads the same', () => {
    const parts = rawParts(data('<c r="A1" t="str"><v>甲</v></c>'));
    const xml = `\uFEFF<?xml version="1.0" encoding="UTF-16"?>${parts['xl/worksheets/sheet1.xml']!}`;
    const utf16 = new Uint8Array(Uint16Array.from(xml, (sign) => sign.charCodeAt(0)).buffer);
    const sheet = openFile(zipParts({ ...parts, 'xl/worksheets/sheet1.xml': utf16 }), '表').snapshot().sheets[0]!;
    expect(sheet.cell(0, 0).text).toBe('甲');
  });
});

it('what ExcelJS writes is read cell for cell', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('指标');
  sheet.addRow(['序号', '评价指标', { richText: [{ text: '目标' }, { text: '值', font: { bold: true } }] }, true]);
  sheet.addRow([1, '=1+1', 0.365, new Date(Date.UTC(2024, 0, 2))]);
  sheet.addRow([null, { formula: 'SUM(A1:A2)', result: 3 }, { error: '#N/A' }]);
  sheet.getCell('C2').numFmt = '0.0%';
  sheet.getCell('D2').numFmt = 'yyyy"年"m"月"';
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const shown = openFile(bytes, '表').snapshot().sheets[0]!;
  const texts = [0, 1, 2].map((row) => [0, 1, 2, 3].map((column) => shown.cell(row, column).text));
  expect(texts).toEqual([
    ['序号', '评价指标', '目标值', 'TRUE'],
    ['1', '=1+1', '36.5%', '2024年1月'],
    ['', '3', '#N/A', ''],
  ]);
});
