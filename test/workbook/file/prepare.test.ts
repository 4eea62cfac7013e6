// Columns to fill in on a clerk's sheet: empty cells that are seen, notes and lists, and all of it taken back.
import { readFileSync } from 'node:fs';
import { check } from '../../../src/jobs/check';
import { clear } from '../../../src/jobs/clear';
import { prepare } from '../../../src/jobs/prepare';
import { openFile, type FileWorkbook } from '../../../src/workbook/file';
import type { Area } from '../../../src/sheet/address';
import type { Plan, Validation } from '../../../src/workbook/port';
import { rawWorkbook, unzipParts } from '../../support/ooxml';
import { applied, checkPlan, plan } from './plans';

const INPUTS: Area = { top: 0, left: 2, bottom: 2, right: 2 };
const GUIDE: Area = { top: 0, left: 3, bottom: 2, right: 3 };
const LIST: Validation = {
  area: { ...INPUTS, top: 1, bottom: 1 },
  list: ['是', '否'],
  promptTitle: '甲',
  prompt: '选',
};
const NOTE: Validation = { area: { ...INPUTS, top: 2 }, prompt: '填“百分数”' };

const preparePlan: Plan = plan(
  {
    kind: 'write',
    sheet: '表',
    block: { top: 0, left: 2, values: [['实际值', '填报说明']], look: 'head' },
    widths: [14, 40],
    validations: [LIST, NOTE],
  },
  { kind: 'write', sheet: '表', block: { top: 1, left: 2, values: [[null], [null]], look: 'input' } },
  { kind: 'write', sheet: '表', block: { top: 1, left: 3, values: [['百分数'], [null]], look: 'text' } },
  {
    kind: 'mark',
    marks: [
      { name: 'fill.1', place: { sheet: '表', area: INPUTS }, text: null },
      { name: 'guide.1', place: { sheet: '表', area: GUIDE }, text: null },
    ],
  },
);
const takenBack = plan(
  { kind: 'erase', sheet: '表', area: GUIDE },
  { kind: 'erase', sheet: '表', area: INPUTS },
  { kind: 'unmark', names: ['fill.1', 'guide.1'] },
);
const book = (xml: string): Uint8Array => rawWorkbook({ sheets: [{ name: '表', xml }] });
const sheetXml = (bytes: Uint8Array): string => unzipParts(bytes)['xl/worksheets/sheet1.xml']!;
const fillAt = (workbook: FileWorkbook, row: number, column: number): string | null => {
  const { cells, styles } = workbook.appearance('表');
  return styles[cells.find((cell) => cell.row === row && cell.column === column)?.style ?? -1]?.fill ?? null;
};

const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>';
const THEIRS =
  '<dataValidations count="1" disablePrompts="0"><dataValidation type="whole" sqref="A1:A9"><formula1>1</formula1></dataValidation></dataValidations>';

describe.each([
  ['no cells', `<sheetData>${ROWS}</sheetData>`],
  ['no rows', '<sheetData/>'],
  [
    'styled and plain cells',
    '<sheetData><row r="2"><c r="C2" s="1"/><c r="D2"/></row><row r="3"><c r="C3" s="0"/><c r="D3" s="3"/></row></sheetData>',
  ],
  ['styled rows', '<sheetData><row r="2" s="4" customFormat="1"/></sheetData>'],
  ['styled columns', `<cols><col min="1" max="16384" width="9.5" style="4"/></cols><sheetData>${ROWS}</sheetData>`],
  ['validations', `<sheetData>${ROWS}</sheetData>${THEIRS}<pageMargins left="1"/>`],
  [
    'validations that do not say how many',
    `<sheetData>${ROWS}</sheetData>${THEIRS.replace(/ count="1"/, '')}<hyperlinks/>`,
  ],
])('a sheet with %s', (_, xml) => {
  const original = book(xml);
  const prepared = applied(original, preparePlan);

  it('gets yellow cells to fill in', () => {
    const workbook = openFile(prepared, '表');
    expect([1, 2].map((row) => fillAt(workbook, row, 2))).toEqual(['FFF9E5', 'FFF9E5']);
    expect(fillAt(workbook, 0, 2)).toBe('E7EEF7');
  });

  it('is the same after a second run', () => {
    expect(applied(prepared, preparePlan)).toEqual(prepared);
  });

  it('is as it was when all is taken back', () => {
    expect(unzipParts(applied(prepared, takenBack))).toEqual(unzipParts(original));
  });

  it('is as it was when a check came between', () => {
    const area = { ...INPUTS, left: 4, right: 5 };
    const checked = applied(prepared, checkPlan('表', area));
    const cleared = plan(
      { kind: 'colour', sheet: '表', colours: [] },
      { kind: 'erase', sheet: '表', area },
      ...takenBack.steps,
      { kind: 'unmark', names: ['result.1'] },
    );
    expect(unzipParts(applied(checked, cleared))).toEqual(unzipParts(original));
  });
});

it('columns where the results of a check stood look like columns to fill in', () => {
  const original = book(`<sheetData>${ROWS}</sheetData>`);
  const area = { ...INPUTS, right: 3 };
  const erased = plan({ kind: 'erase', sheet: '表', area }, ...preparePlan.steps);
  const workbook = openFile(applied(original, checkPlan('表', area), erased), '表');
  expect([1, 2].map((row) => fillAt(workbook, row, 2))).toEqual(['FFF9E5', 'FFF9E5']);
});

it('a number format of the clerk stays under our fill', () => {
  const workbook = openFile(
    applied(book('<sheetData><row r="2"><c r="C2" s="3"/></row></sheetData>'), preparePlan),
    '',
  );
  const { cells, styles } = workbook.appearance('表');
  const { style } = cells.find(({ row, column }) => row === 1 && column === 2)!;
  expect(styles[style]).toMatchObject({ numberFormat: '0.0"分"', fill: 'FFF9E5', isWrapped: true });
});

describe('lists and notes', () => {
  const ours =
    '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="达标" promptTitle="甲" prompt="选" sqref="C2"><formula1>"是,否"</formula1></dataValidation>' +
    '<dataValidation allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="达标" prompt="填“百分数”" sqref="C3"/>';

  it('stand in an element of their own, after the colour rules and before the page', () => {
    const xml = sheetXml(
      applied(
        book(`<sheetData>${ROWS}</sheetData><pageMargins left="1"/>`),
        checkPlan('表', { ...INPUTS, left: 4, right: 5 }),
        preparePlan,
      ),
    );
    expect(xml).toContain(`</conditionalFormatting><dataValidations count="2">${ours}</dataValidations><pageMargins`);
  });

  it('stand beside those of the clerk, which stay', () => {
    const xml = sheetXml(applied(book(`<sheetData>${ROWS}</sheetData>${THEIRS}`), preparePlan));
    expect(xml).toContain(
      THEIRS.replace('count="1"', 'count="3"').replace('</dataValidations>', `${ours}</dataValidations>`),
    );
  });

  it.each([
    ['', `${THEIRS.replace('A1:A9', 'A1 C1:C2')}`],
    [
      'of the newer kind',
      '<extLst><ext uri="x"><x14:dataValidations><x14:dataValidation><xm:sqref>C2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
    ],
  ])('are not laid where the clerk has one %s', (_, theirs) => {
    const xml = sheetXml(applied(book(`<sheetData>${ROWS}</sheetData>${theirs}`), preparePlan));
    expect(xml).not.toContain('sqref="C2"');
    expect(xml).toContain('sqref="C3"');
  });

  it('go only from the area that is erased', () => {
    const bytes = applied(book(`<sheetData>${ROWS}</sheetData>`), preparePlan);
    const xml = sheetXml(applied(bytes, plan({ kind: 'erase', sheet: '表', area: { ...INPUTS, bottom: 1 } })));
    expect(xml).toContain('<dataValidations count="1"><dataValidation allowBlank="1"');
  });
});

it.each(['linzi', 'tianjin', 'linzi-filled'])('%s: prepared, checked, prepared again, cleared', (name) => {
  const original = new Uint8Array(readFileSync(`examples/${name}.xlsx`));
  const workbook = openFile(original, name);
  const run = (job: (snapshot: ReturnType<FileWorkbook['snapshot']>) => Plan): Uint8Array => {
    workbook.apply(job(workbook.snapshot()));
    return workbook.save();
  };
  const prepared = (): Uint8Array => run((snapshot) => prepare(snapshot, check(snapshot, { profile: 'city' })).plan);
  const first = prepared();
  expect(prepared()).toEqual(first);
  run((snapshot) => check(snapshot, { profile: 'city' }).plan);
  run(clear);
  expect(unzipParts(workbook.save())).toEqual(unzipParts(original));
});
