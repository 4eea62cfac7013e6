// Marking a clerk's sheet and taking it back: what changes, what stays byte for byte.
import { openFile } from '../../../src/workbook/file';
import type { Area } from '../../../src/sheet/address';
import { rawWorkbook, unzipParts, zipParts, type RawSheet, type RawWorkbook } from '../../support/ooxml';
import { applied, checkPlan, clearPlan, plan } from './plans';

const AREA: Area = { top: 0, left: 2, bottom: 2, right: 3 };
const ROWS =
  '<row r="1" spans="1:2"><c r="A1" t="str"><v>指标</v></c></row><row r="2" spans="1:2"><c r="A2"><v>1</v></c></row>';
const book = (sheet: Partial<RawSheet>, more: Partial<RawWorkbook> = {}): RawWorkbook => ({
  sheets: [{ name: '表', xml: `<dimension ref="A1:B2"/><sheetData>${ROWS}</sheetData>`, ...sheet }],
  ...more,
});

/** Sheets of all the shapes that programs write. */
const SHAPES: readonly (readonly [string, RawWorkbook])[] = [
  ['plain', book({})],
  ['empty sheet', book({ xml: '<sheetData/>' })],
  ['no dimension, no spans', book({ xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' })],
  [
    'spans of several kinds',
    book({
      xml: '<dimension ref="A1:F3"/><sheetData><row r="1" spans="1:2"/><row r="2" spans="1:6"><c r="F2"><v>1</v></c></row><row r="3" spans="1:2" ht="30" customHeight="1"/></sheetData>',
    }),
  ],
  [
    'widths that reach over ours',
    book({
      xml: `<cols><col min="1" max="16384" width="9.5" style="4" customWidth="1"/></cols><sheetData>${ROWS}</sheetData>`,
    }),
  ],
  [
    'widths beside ours',
    book({
      xml: `<cols><col min="1" max="2" width="9.5" customWidth="1"/><col min="4" max="4" width="3" hidden="1" customWidth="1"/></cols><sheetData>${ROWS}</sheetData>`,
    }),
  ],
  [
    'cells formatted before us',
    book({
      xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1" s="4"/><c r="D1" s="4"/><c r="E1" s="1"/></row><row r="2"><c r="C2"/></row></sheetData>',
    }),
  ],
  [
    'rows with a style',
    book({
      xml: '<sheetData><row r="1" s="4" customFormat="1"><c r="A1" s="4"><v>1</v></c></row><row r="2" s="4" customFormat="1"/></sheetData>',
    }),
  ],
  [
    'white space between elements',
    book({ xml: `\n  <sheetData>\n    <row r="1">\n      <c r="A1"><v>1</v></c>\n    </row>\n  </sheetData>\n` }),
  ],
  [
    'rows far below',
    book({
      xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="900"><c r="B900"><v>1</v></c></row></sheetData>',
    }),
  ],
  [
    'names and calculation',
    book(
      {},
      { afterSheets: '<definedNames><definedName name="a">表!$A$1</definedName></definedNames><calcPr calcId="1"/>' },
    ),
  ],
  [
    'formula over our columns',
    book(
      { xml: `<sheetData>${ROWS}<row r="9"><c r="A9"><f>COUNTIF(C:C,"达标")</f><v>0</v></c></row></sheetData>` },
      { afterSheets: '<calcPr calcId="191029"/>' },
    ),
  ],
  [
    'no calcPr, formula over our columns',
    book({ xml: `<sheetData>${ROWS}<row r="9"><c r="A9"><f>SUM(A1:D2)</f><v>0</v></c></row></sheetData>` }),
  ],
  [
    'conditional formats of theirs',
    book({
      xml: `<sheetData>${ROWS}</sheetData><conditionalFormatting sqref="A1:D3"><cfRule type="expression" priority="1"><formula>$A1&gt;1</formula><extLst><ext uri="x"/></extLst></cfRule></conditionalFormatting><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>`,
    }),
  ],
];

describe.each(SHAPES)('%s', (_, raw) => {
  const original = rawWorkbook(raw);
  const checked = applied(original, checkPlan('表', AREA));

  it('shows what was written, as text', () => {
    const sheet = openFile(checked, '表').snapshot().sheets[0]!;
    expect(sheet.cell(0, 2).text).toBe('达标情况');
    expect(sheet.cell(2, 3)).toMatchObject({ kind: 'text', text: '实际 2，=1+1 & <“达标”>', isFormula: false });
  });

  it('a second check changes no byte', () => {
    expect(applied(checked, checkPlan('表', AREA))).toEqual(checked);
  });

  it('clearing gives back every part', () => {
    expect(unzipParts(applied(checked, clearPlan('表', AREA)))).toEqual(unzipParts(original));
  });

  it('clearing without saving in between gives back every part', () => {
    expect(unzipParts(applied(original, checkPlan('表', AREA), clearPlan('表', AREA)))).toEqual(unzipParts(original));
  });
});

it('nothing applied: the very bytes that were opened', () => {
  const bytes = rawWorkbook(book({}));
  expect(openFile(bytes, '表').save()).toBe(bytes);
});

it('parts that no step touches are copied as they were packed', () => {
  const bytes = rawWorkbook(
    book({}, { parts: { 'xl/media/图片1.bin': '\u0001\u0002', 'customXml/item1.xml': '<a />' } }),
  );
  const before = unzipParts(bytes);
  const after = unzipParts(applied(bytes, checkPlan('表', AREA)));
  for (const name of [
    'xl/media/图片1.bin',
    'customXml/item1.xml',
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
  ]) {
    expect(after[name]).toBe(before[name]);
  }
});

it('a cell keeps the format it had, a new one gets the look', () => {
  const raw = book({ xml: '<sheetData><row r="1"><c r="C1" s="4"/></row></sheetData>' });
  const xml = unzipParts(applied(rawWorkbook(raw), checkPlan('表', AREA)))['xl/worksheets/sheet1.xml']!;
  expect(xml).toContain('<c r="C1" s="4" t="inlineStr">');
  expect(xml).toContain('<c r="D1" s="6" t="inlineStr">');
});

it('the table grew: the old area is erased, the new one is written and can be taken back', () => {
  const original = rawWorkbook(book({}));
  const larger = { ...AREA, bottom: 5 };
  const grown = applied(
    original,
    checkPlan('表', AREA),
    plan({ kind: 'erase', sheet: '表', area: AREA }, ...checkPlan('表', larger).steps),
  );
  expect(applied(grown, checkPlan('表', larger))).toEqual(grown);
  expect(unzipParts(applied(grown, clearPlan('表', larger)))).toEqual(unzipParts(original));
});

it('two tables in one sheet are taken back one after the other', () => {
  const original = rawWorkbook(book({}));
  const other = { top: 10, left: 7, bottom: 12, right: 8 };
  const both = applied(original, checkPlan('表', AREA), plan(checkPlan('表', other).steps[0]!));
  const back = applied(both, plan({ kind: 'erase', sheet: '表', area: other }), clearPlan('表', AREA));
  expect(unzipParts(back)).toEqual(unzipParts(original));
});

it('a row whose height no person set grows with a long reason and shrinks back; a height of the clerk stays', () => {
  const original = rawWorkbook(
    book({
      xml: '<sheetFormatPr defaultRowHeight="14"/><sheetData><row r="1"/><row r="2" ht="20"/><row r="3" ht="5" customHeight="1"/></sheetData>',
    }),
  );
  const long = '实际值低于目标值，差五个百分点。'.repeat(6);
  const write = plan(
    {
      kind: 'write',
      sheet: '表',
      block: { top: 0, left: 2, values: [[long], [long], [long], [long]], look: 'result' },
      widths: [46],
    },
    { kind: 'mark', marks: [{ name: 'result.1', place: { sheet: '表', area: AREA }, text: null }] },
  );
  const written = applied(original, write);
  const xml = unzipParts(written)['xl/worksheets/sheet1.xml']!;
  expect(xml.match(/<row [^>]*>/g)).toEqual([
    '<row r="1" ht="73">',
    '<row r="2" ht="73">',
    '<row r="3" ht="5" customHeight="1">',
    '<row r="4" ht="73">',
  ]);
  expect(applied(written, write)).toEqual(written);
  const area = { top: 0, left: 2, bottom: 3, right: 2 };
  expect(unzipParts(applied(written, clearPlan('表', area)))['xl/worksheets/sheet1.xml']).toContain(
    '<sheetData><row r="2" ht="20"/><row r="3" ht="5" customHeight="1"/></sheetData>',
  );
});

describe('colour rules', () => {
  const theirs =
    '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="7"><formula>A1=1</formula><extLst><ext uri="u"><x/></ext></extLst></cfRule></conditionalFormatting>';
  const xml = `<sheetData>${ROWS}</sheetData>${theirs}<dataValidations count="0"/><extLst><ext uri="y"><conditionalFormatting/></ext></extLst>`;
  const after = unzipParts(applied(rawWorkbook(book({ xml })), checkPlan('表', AREA)))['xl/worksheets/sheet1.xml']!;

  it('stand after theirs, not inside an extension, and rank below theirs', () => {
    const at = after.indexOf('N("dabiao")=0');
    expect(after).toContain(`${theirs}<conditionalFormatting sqref="A2:D3">`);
    expect(at).toBeLessThan(after.indexOf('<dataValidations'));
    expect(after).toContain('priority="8"><formula>AND($C2="达标",N("dabiao")=0)</formula>');
  });

  it('copies that a person made of ours go too, theirs in the same element stay', () => {
    const mixed = xml.replace(
      '</cfRule></conditionalFormatting>',
      '</cfRule><cfRule type="expression" dxfId="0" priority="9"><formula>AND($C2="达标", N("dabiao") = 0)</formula></cfRule></conditionalFormatting>',
    );
    const cleared = unzipParts(
      applied(rawWorkbook(book({ xml: mixed })), plan({ kind: 'colour', sheet: '表', colours: [] })),
    );
    expect(cleared['xl/worksheets/sheet1.xml']).toContain(theirs);
    expect(cleared['xl/worksheets/sheet1.xml']).not.toContain('dabiao');
  });
});

describe('another program saved the checked file', () => {
  it('styles renumbered: our cells still go, theirs stay, nothing breaks', () => {
    const raw = book({ xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1" s="4"/></row></sheetData>' });
    const parts = unzipParts(applied(rawWorkbook(raw), checkPlan('表', AREA)));
    const styles = parts['xl/styles.xml']!.replace(/(<cellXfs[^>]*>)(<xf[^>]*\/>)/, '$1$2$2');
    const sheet = parts['xl/worksheets/sheet1.xml']!.replace(
      / s="(\d)"/g,
      (_, style: string) => ` s="${Number(style) + 1}"`,
    );
    const resaved = { ...parts, 'xl/styles.xml': styles, 'xl/worksheets/sheet1.xml': sheet };
    const cleared = unzipParts(applied(zipParts(resaved), clearPlan('表', AREA)));
    expect(cleared['xl/worksheets/sheet1.xml']).toContain(
      '<row r="1"><c r="A1"><v>1</v></c><c r="C1" s="5"/></row></sheetData>',
    );
    expect(cleared['xl/workbook.xml']).not.toContain('dabiao');
  });

  it('a style of ours that a person used elsewhere stays', () => {
    const parts = unzipParts(applied(rawWorkbook(book({})), checkPlan('表', AREA)));
    const sheet = parts['xl/worksheets/sheet1.xml']!.replace('<c r="A2">', '<c r="A2" s="6">');
    const cleared = unzipParts(
      applied(zipParts({ ...parts, 'xl/worksheets/sheet1.xml': sheet }), clearPlan('表', AREA)),
    );
    expect(cleared['xl/styles.xml']).toContain('<cellXfs count="7">');
    expect(cleared['xl/worksheets/sheet1.xml']).toContain('<c r="A2" s="6"><v>1</v></c>');
  });
});

describe('refusals leave everything as it was', () => {
  it.each([
    ['protected', book({ xml: `<sheetData>${ROWS}</sheetData><sheetProtection sheet="1"/>` }), checkPlan('表', AREA)],
    ['missing-sheet', book({}), checkPlan('没有', AREA)],
    [
      'changed',
      book({}),
      { ...checkPlan('表', AREA), expectations: [{ sheet: '表', row: 0, column: 0, text: '指标值' }] },
    ],
  ])('%s', (code, raw, refused) => {
    const bytes = rawWorkbook(raw);
    const workbook = openFile(bytes, '表');
    expect(() => workbook.apply(refused)).toThrow(expect.objectContaining({ code }));
    expect(workbook.save()).toBe(bytes);
  });

  it('a later step that fails takes the earlier ones with it', () => {
    const workbook = openFile(rawWorkbook(book({})), '表');
    const steps = [...checkPlan('表', AREA).steps, { kind: 'erase', sheet: '没有', area: AREA } as const];
    expect(() => workbook.apply(plan(...steps))).toThrow();
    expect(workbook.snapshot().marks).toEqual([]);
    expect(workbook.snapshot().sheets[0]!.cell(0, 2).kind).toBe('blank');
  });
});
