// What a sheet looks like, as the grid is told.
import { openFile } from '../../../src/workbook/file';
import { rawParts, rawWorkbook, zipParts } from '../../support/ooxml';
import { applied, checkPlan } from './plans';

const XML =
  '<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" state="frozen"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultColWidth="9.5" defaultRowHeight="14.25"/><cols><col min="2" max="3" width="30" customWidth="1"/><col min="4" max="4" width="0" hidden="1"/></cols>' +
  '<sheetData><row r="1" ht="30"><c r="A1" s="4"><v>1</v></c><c r="B1" s="1"/></row><row r="2" hidden="1"/><row r="90000" s="4" customFormat="1"><c r="A90000" s="4"/></row></sheetData>';

it('sizes, panes, fonts, edges; stray formats left out', () => {
  const look = openFile(rawWorkbook({ sheets: [{ name: '表', xml: XML }] }), '表').appearance('表');
  expect(look).toMatchObject({
    frozenRows: 2,
    frozenColumns: 1,
    hasGridLines: false,
    defaultWidth: 9.5,
    defaultPoints: 14.25,
  });
  expect(look.columns).toEqual([
    { first: 1, last: 2, width: 30, isHidden: false },
    { first: 3, last: 3, width: 0, isHidden: true },
  ]);
  expect(look.rows).toEqual([
    { row: 0, points: 30, isHidden: false },
    { row: 1, points: null, isHidden: true },
  ]);
  expect(look.cells.map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [0, 1],
  ]);
  expect(look.plain.font).toMatchObject({ name: '宋体', size: 12, isBold: false });
  const [bold, percent] = look.cells.map(({ style }) => look.styles[style]!);
  expect(bold).toMatchObject({
    font: { name: '黑体', isBold: true },
    edges: { left: { style: 'thin', colour: null } },
    fill: null,
  });
  expect(percent!.numberFormat).toBe('0.00%');
});

it.each([
  ['rgb="FF336699"', '336699'],
  ['theme="0"', 'FFFFFF'],
  ['theme="1"', '000000'],
  ['theme="4" tint="0.7999816888943144"', 'DDEBF7'],
  ['theme="0" tint="-0.14999847407452621"', 'D9D9D9'],
  ['theme="4" tint="-0.249977111117893"', '2E75B6'],
  ['indexed="10"', 'FF0000'],
  ['indexed="64"', null],
  ['auto="1"', null],
])('a fill of %s is %s', (colour, expected) => {
  const parts = rawParts({
    sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1" s="6"><v>1</v></c></row></sheetData>' }],
  });
  parts['xl/styles.xml'] = parts['xl/styles.xml']!.replace(
    '</fills>',
    `<fill><patternFill patternType="solid"><fgColor ${colour}/></patternFill></fill></fills>`,
  ).replace('</cellXfs>', '<xf numFmtId="0" fontId="0" fillId="2" borderId="0"/></cellXfs>');
  const look = openFile(zipParts(parts), '表').appearance('表');
  const shown = look.styles[0]!.fill;
  if (expected === null || shown === null) expect(shown).toBe(expected);
  else
    for (const at of [0, 2, 4])
      expect(Math.abs(parseInt(shown.slice(at, at + 2), 16) - parseInt(expected.slice(at, at + 2), 16))).toBeLessThan(
        3,
      );
});

it('our colour rules, with their colours', () => {
  const area = { top: 0, left: 2, bottom: 2, right: 3 };
  const bytes = applied(rawWorkbook({ sheets: [{ name: '表', xml: XML }] }), checkPlan('表', area));
  expect(openFile(bytes, '表').appearance('表').conditionalFormats[0]).toMatchObject({
    areas: [{ top: 1, left: 0, bottom: 2, right: 3 }],
    type: 'expression',
    formulas: ['AND($C2="达标",N("dabiao")=0)'],
    format: { fill: 'E2F0D9', font: '1E5B1E' },
  });
});

it('no such sheet', () => {
  const workbook = openFile(rawWorkbook({ sheets: [{ name: '表', xml: XML }] }), '表');
  expect(() => workbook.appearance('无')).toThrow(expect.objectContaining({ code: 'missing-sheet' }));
});
