// The byte scanner against sheets written in every way that XML allows, and against any bytes at all.
import fc from 'fast-check';
import { outlineOf, SheetDataScanner } from '../../../src/workbook/file/sheet-data';
import { shiftFormula } from '../../../src/workbook/file/formula';
import { richText, textElement } from '../../../src/workbook/file/rich-text';
import { attributesOf, encodeAttribute, parseXml, withAttribute, XmlError } from '../../../src/workbook/file/xml';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const gap = fc.constantFrom('', ' ', '\n  ', '<!-- <c r="Z9"> -->', '<?pi <row> ?>');
const quote = fc.constantFrom('"', "'");
const cell = fc.record({
  column: fc.integer({ min: 0, max: 16383 }),
  value: fc.integer({ min: 0, max: 999 }),
  isFormula: fc.boolean(),
  quote,
  gap,
});
const row = fc.record({
  gap,
  quote,
  isHidden: fc.boolean(),
  cells: fc.uniqueArray(cell, { selector: ({ column }) => column, maxLength: 6 }),
});

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

it('finds every cell, however the XML is written', () => {
  const prefix = fc.constantFrom('', 'x:', 'ss1:');
  fc.assert(
    fc.property(prefix, fc.array(row, { maxLength: 8 }), gap, (p, rows, after) => {
      const body = rows.map((one, at) => {
        const cells = one.cells.map(({ column, value, isFormula, quote: q, gap: g }) => {
          const formula = isFormula ? `<${p}f a="x>y">A1&gt;1</${p}f>` : '';
          return `${g}<${p}c r=${q}${letters(column)}${at + 1}${q}  s = ${q}3${q} ph='1'>${g}${formula}<${p}v>${value}</${p}v></${p}c>`;
        });
        const q = one.quote;
        return `${one.gap}<${p}row spans="1:9" r=${q}${at + 1}${q}${one.isHidden ? ' hidden="true"' : ''}>${cells.join('')}${one.gap}</${p}row>`;
      });
      const bytes = encode(
        `<?xml version="1.0"?><${p}worksheet note='a>"b'>${after}<${p}sheetData>${body.join('')}${after}</${p}sheetData>${after}<${p}cols/></${p}worksheet>`,
      );
      const outline = outlineOf(bytes);
      expect([outline.prefix, outline.children.map(({ name }) => name)]).toEqual([p, ['sheetData', 'cols']]);
      const scanner = new SheetDataScanner(bytes, outline.data!);
      const found: unknown[] = [];
      while (scanner.nextRow()) {
        while (scanner.nextCell()) {
          const value = Number(new TextDecoder().decode(bytes.subarray(scanner.valueStart, scanner.valueEnd)));
          found.push([
            scanner.row,
            scanner.rowIsHidden,
            scanner.column,
            scanner.style,
            value,
            scanner.formulaStart >= 0,
          ]);
        }
      }
      const expected = rows.flatMap(({ cells, isHidden }, at) =>
        cells.map(({ column, value, isFormula }) => [at, isHidden, column, 3, value, isFormula]),
      );
      expect(found).toEqual(expected);
    }),
  );
});

it('any bytes: read, or an XmlError', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    '</',
    '"',
    "'",
    '=',
    ' ',
    'c',
    'row',
    'sheetData',
    'worksheet',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    'r="A1"',
    '<v>',
    '</v>',
    '?',
    '!',
    ':',
    '&',
    '中',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const bytes = encode(`<worksheet><sheetData>${pieces.join('')}</sheetData></worksheet>`);
      try {
        const { data } = outlineOf(bytes);
        if (!data) return;
        const scanner = new SheetDataScanner(bytes, data);
        while (scanner.nextRow()) while (scanner.nextCell());
      } catch (error) {
        expect(error).toBeInstanceOf(XmlError);
      }
    }),
    { numRuns: 2000 },
  );
});

it('any text written into a cell is read back', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('_', 'x', '0', '4', '1', '\r', '\n', ' ', '<', '&', '\uD800', '中', '😀') }),
  );
  fc.assert(
    fc.property(text, (value) => {
      const stored = textElement(value, '');
      expect(richText(new TextDecoder().decode(encode(stored)))).toBe(value);
      expect(() => parseXml(stored)).not.toThrow();
    }),
  );
});

it('an attribute set is read back, and all others stay', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const tag = withAttribute(withAttribute('<a b="1" x:c=\'2\'/>', 'd', one), 'b', other);
      expect([...attributesOf(tag)]).toEqual([
        ['b', other],
        ['x:c', '2'],
        ['d', one],
      ]);
      expect(withAttribute(tag, 'd', null)).toBe(`<a b="${encodeAttribute(other)}" x:c='2'/>`);
    }),
  );
});

it.each([
  ['B1*$C$1+SUM(B$1:B1)', 1, 0, 'B2*$C$1+SUM(B$1:B2)'],
  ['A1&"A1"', 2, 1, 'B3&"A1"'],
  ["'A1 表'!B2+LOG10(A1)", 1, 1, "'A1 表'!C3+LOG10(B2)"],
  ['SUM(A:C,$2:3)', 1, 1, 'SUM(B:D,$2:4)'],
  ['表1!A1+MyName1.A1', 1, 0, '表1!A2+MyName1.A1'],
])('%s moved %i down, %i right', (formula, rows, columns, expected) => {
  expect(shiftFormula(formula, rows, columns)).toBe(expected);
});
