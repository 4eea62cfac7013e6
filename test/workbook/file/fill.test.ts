// Values that a person accepted, into cells of the clerk's own.
import { openFile } from '../../../src/workbook/file';
import { rawParts, rawWorkbook, unzipParts, zipParts } from '../../support/ooxml';
import type { FilledCell } from '../../../src/workbook/port';
import { applied, checkPlan, clearPlan, plan } from './plans';

const fill = (row: number, column: number, value: string | number | boolean | null) =>
  plan({ kind: 'fill', sheet: '表', cells: [{ row, column, value }] });
const sheet = (xml: string) => rawWorkbook({ sheets: [{ name: '表', xml }] });
const sheetXml = (bytes: Uint8Array) => unzipParts(bytes)['xl/worksheets/sheet1.xml']!;

it.each([
  ['a number keeps the format', '<c r="A1" s="1"><v>1</v></c>', 0.5, '<c r="A1" s="1"><v>0.5</v></c>'],
  [
    'a text in place of a shared string',
    '<c r="A1" s="4" t="s"><v>0</v></c>',
    '-5元',
    '<c r="A1" s="4" t="inlineStr"><is><t>-5元</t></is></c>',
  ],
  [
    'a text with line and edge spaces',
    '<c r="A1"/>',
    ' a\nb',
    '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a\nb</t></is></c>',
  ],
  ['a boolean', '<c r="A1"/>', true, '<c r="A1" t="b"><v>1</v></c>'],
  ['nothing', '<c r="A1" s="1" t="str"><v>x</v></c>', null, '<c r="A1" s="1"/>'],
  [
    'a control character',
    '<c r="A1"/>',
    'a\u0001_x0041_',
    '<c r="A1" t="inlineStr"><is><t>a_x0001__x005F_x0041_</t></is></c>',
  ],
])('%s', (_, before, value, after) => {
  const bytes = sheet(`<sheetData><row r="1">${before}</row></sheetData>`);
  const filled = applied(bytes, fill(0, 0, value));
  expect(sheetXml(filled)).toContain(`<row r="1">${after}</row>`);
  expect(openFile(filled, '表').snapshot().sheets[0]!.cell(0, 0).value).toBe(value);
});

it('a cell of a new row stands in its place, and the extent grows', () => {
  const bytes = sheet(
    '<dimension ref="A1:A9"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="9"/></sheetData>',
  );
  expect(sheetXml(applied(bytes, fill(4, 2, 7)))).toContain(
    '<dimension ref="A1:C9"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="5"><c r="C5"><v>7</v></c></row><row r="9"/>',
  );
});

describe('formulas', () => {
  it('that depend on the value are worked out on opening', () => {
    const bytes = rawWorkbook({
      sheets: [
        {
          name: '表',
          xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row></sheetData>',
        },
      ],
      afterSheets: '<calcPr calcId="1"/>',
    });
    expect(unzipParts(applied(bytes, fill(0, 0, 5)))['xl/workbook.xml']).toContain(
      '<calcPr calcId="1" fullCalcOnLoad="1"/>',
    );
  });

  it('that do not depend on it leave calculation alone', () => {
    const bytes = sheet(
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>Z9*2&amp;"A1"</f><v>2</v></c></row></sheetData>',
    );
    expect(unzipParts(applied(bytes, fill(0, 0, 5)))['xl/workbook.xml']).not.toContain('calcPr');
  });

  it('that gives way takes the calculation chain with it', () => {
    const parts = rawParts({
      sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>' }],
      parts: { 'xl/calcChain.xml': '<calcChain/>' },
      overrides: { 'xl/calcChain.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml' },
    });
    const rels = 'xl/_rels/workbook.xml.rels';
    parts[rels] = parts[rels]!.replace(
      '</Relationships>',
      '<Relationship Id="rId99" Type="http://x/calcChain" Target="calcChain.xml"/></Relationships>',
    );
    const after = unzipParts(applied(zipParts(parts), fill(0, 0, 5)));
    expect(after['xl/worksheets/sheet1.xml']).toContain('<c r="A1"><v>5</v></c>');
    expect(after['xl/calcChain.xml']).toBeUndefined();
    expect(after[rels]).not.toContain('calcChain');
    expect(after['[Content_Types].xml']).not.toContain('calcChain');
  });

  it('of several cells are not broken up', () => {
    const bytes = sheet(
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B1">C1:D1</f><v>2</v></c><c r="B1"><v>2</v></c></row></sheetData>',
    );
    expect(() => applied(bytes, fill(0, 0, 5))).toThrow(expect.objectContaining({ code: 'unsupported' }));
    expect(() => applied(bytes, fill(0, 1, 5))).toThrow(expect.objectContaining({ code: 'unsupported' }));
  });

  it('shared from this cell go on in the others', () => {
    const bytes = sheet(
      '<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1+SUM(B$1:B1)&amp;"B1"</f><v>2</v></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>3</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>4</v></c></row></sheetData>',
    );
    const xml = sheetXml(applied(bytes, fill(0, 0, 5)));
    expect(xml).toContain('<c r="A1"><v>5</v></c>');
    expect(xml).toContain('<c r="A2"><f>B2*$C$1+SUM(B$1:B2)&amp;"B1"</f><v>3</v></c>');
    expect(xml).toContain('<c r="A3"><f>B3*$C$1+SUM(B$1:B3)&amp;"B1"</f><v>4</v></c>');
  });
});

describe('what a person typed', () => {
  const typed = (cell: FilledCell) => plan({ kind: 'fill', sheet: '表', cells: [cell] });
  const percent = typed({ row: 0, column: 0, value: 0.39, numberFormat: '0%' });
  const lookOf = (bytes: Uint8Array) => {
    const { cells, styles } = openFile(bytes, '表').appearance('表');
    return styles[cells.find(({ row, column }) => row === 0 && column === 0)!.style]!;
  };
  const textOf = (bytes: Uint8Array) => openFile(bytes, '表').snapshot().sheets[0]!.cell(0, 0).text;

  it('a percentage into a General cell: it is shown so, font and border stay', () => {
    const bytes = applied(sheet('<sheetData><row r="1"><c r="A1" s="4"><v>1</v></c></row></sheetData>'), percent);
    expect(textOf(bytes)).toBe('39%');
    expect(lookOf(bytes)).toMatchObject({
      numberFormat: '0%',
      font: { name: '黑体', isBold: true },
      edges: { left: { style: 'thin' } },
    });
    expect(applied(bytes, percent)).toEqual(bytes);
  });

  it('a percentage into a row that has a style and no cell yet', () => {
    const bytes = applied(sheet('<sheetData><row r="1" s="4" customFormat="1"/></sheetData>'), percent);
    expect(textOf(bytes)).toBe('39%');
    expect(lookOf(bytes)).toMatchObject({ font: { name: '黑体' } });
  });

  it.each([
    ['a number', 5, '<c r="A1" s="1"><f>2+3&lt;9</f><v>5</v></c>'],
    ['a text', '是', '<c r="A1" s="1" t="str"><f>2+3&lt;9</f><v>是</v></c>'],
    ['a truth value', true, '<c r="A1" s="1" t="b"><f>2+3&lt;9</f><v>1</v></c>'],
    ['nothing', null, '<c r="A1" s="1"><f>2+3&lt;9</f></c>'],
  ])('a formula over an old value, with %s for its result', (_, value, cell) => {
    const original = sheet('<sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row></sheetData>');
    expect(sheetXml(applied(original, typed({ row: 0, column: 0, value, formula: '2+3<9' })))).toContain(
      `<row r="1">${cell}</row>`,
    );
  });

  it('a value or a formula over a formula: the calculation chain goes', () => {
    const parts = rawParts({
      sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1" s="1"><f>1+1</f><v>2</v></c></row></sheetData>' }],
      parts: { 'xl/calcChain.xml': '<calcChain/>' },
      overrides: { 'xl/calcChain.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml' },
    });
    const rels = 'xl/_rels/workbook.xml.rels';
    parts[rels] = parts[rels]!.replace(
      '</Relationships>',
      '<Relationship Id="rId99" Type="http://x/calcChain" Target="calcChain.xml"/></Relationships>',
    );
    for (const [more, cell] of [
      [{}, '<c r="A1" s="1"><v>7</v></c>'],
      [{ formula: '3+4' }, '<c r="A1" s="1"><f>3+4</f><v>7</v></c>'],
    ] as const) {
      const after = unzipParts(applied(zipParts(parts), typed({ row: 0, column: 0, value: 7, ...more })));
      expect(after['xl/worksheets/sheet1.xml']).toContain(cell);
      expect(after['xl/calcChain.xml']).toBeUndefined();
    }
  });

  it('stays, with its format, when our work is taken out', () => {
    const area = { top: 0, left: 2, bottom: 2, right: 3 };
    const formula = typed({ row: 1, column: 0, value: 3, formula: '1+2' });
    const original = sheet('<sheetData><row r="1"><c r="A1" s="4"><v>1</v></c></row></sheetData>');
    const cleared = applied(original, checkPlan('表', area), percent, formula, clearPlan('表', area));
    expect(textOf(cleared)).toBe('39%');
    expect(lookOf(cleared).font.name).toBe('黑体');
    expect(sheetXml(cleared)).toContain('<c r="A2"><f>1+2</f><v>3</v></c>');
    expect(sheetXml(cleared)).not.toContain('r="C1"');
  });
});

it('a protected sheet takes values only where cells are unlocked', () => {
  const bytes = sheet(
    '<sheetData><row r="1"><c r="A1" s="5"/><c r="B1"/></row></sheetData><sheetProtection sheet="1"/>',
  );
  expect(sheetXml(applied(bytes, fill(0, 0, 5)))).toContain('<c r="A1" s="5"><v>5</v></c>');
  expect(() => applied(bytes, fill(0, 1, 5))).toThrow(expect.objectContaining({ code: 'protected' }));
});
