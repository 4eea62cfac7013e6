// Files that are not what they say: one clear sentence, nothing else.
import { openFile, newWorkbook } from '../../../src/workbook/file';
import { Package } from '../../../src/workbook/file/package';
import { HostError } from '../../../src/workbook/port';
import { rawParts, rawWorkbook, zipParts } from '../../support/ooxml';
import { newSheet, plan, applied } from './plans';

const good = rawWorkbook({
  sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }],
});
const compound = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (let at = 0; at < stream.length; at++) bytes[1024 + 2 * at] = stream.charCodeAt(at);
  return bytes;
};
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const without = (name: string): Uint8Array => {
  const parts = rawParts({ sheets: [{ name: '表', xml: '<sheetData/>' }] });
  return zipParts(Object.fromEntries(Object.entries(parts).filter(([part]) => part !== name)));
};
const changed = (name: string, content: string): Uint8Array =>
  zipParts({ ...rawParts({ sheets: [{ name: '表', xml: '<sheetData/>' }] }), [name]: content });
const flipped = (at: number): Uint8Array => good.map((byte, index) => (index === at ? byte ^ 0xff : byte));

/** Opens, reads everything, marks the sheet, saves. */
function handle(bytes: Uint8Array): void {
  const workbook = openFile(bytes, '年报.xlsx');
  for (const sheet of workbook.snapshot().sheets) for (let row = 0; row < sheet.rowCount; row++) sheet.cell(row, 0);
  workbook.apply(plan({ kind: 'mark', marks: [{ name: 'choice.1', place: null, text: 'x' }] }));
  workbook.save();
}

it.each([
  ['empty', new Uint8Array(), '是空文件'],
  ['text', text('序号,指标'), '不是 Excel 工作簿'],
  ['web page', text('<html><table>'), '不是 Excel 工作簿'],
  ['.xls', compound('Workbook'), '旧版 Excel'],
  ['encrypted', compound('EncryptedPackage'), '打开密码'],
  ['half', good.subarray(0, good.length / 2), '不完整'],
  ['a few bytes short', good.subarray(0, good.length - 30), '不完整'],
  ['only the start', good.subarray(0, 10), '不完整'],
  ['a zip of other things', zipParts({ 'a.txt': 'x' }), '不是 Excel 工作簿'],
  ['no workbook', without('xl/workbook.xml'), '不是 Excel 工作簿'],
  [
    'a document',
    changed(
      '[Content_Types].xml',
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '不是 Excel 工作簿',
  ],
  [
    '.xlsb',
    changed(
      '[Content_Types].xml',
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
    ),
    '二进制工作簿',
  ],
  ['broken workbook part', changed('xl/workbook.xml', '<workbook><sheets>'), 'xl/workbook.xml'],
  [
    'broken sheet',
    changed('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</c></row></sheetData>'),
    'xl/worksheets/sheet1.xml',
  ],
  [
    'entities of its own',
    changed('xl/worksheets/sheet1.xml', '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'),
    'xl/worksheets/sheet1.xml',
  ],
])('%s', (_, bytes, words) => {
  expect(() => handle(bytes)).toThrow(HostError);
  expect(() => handle(bytes)).toThrow(words);
  expect(() => handle(bytes)).toThrow('年报.xlsx');
});

it('a byte changed anywhere: read all the same, or one of our sentences', () => {
  for (let at = 0; at < good.length; at += 3) {
    try {
      handle(flipped(at));
    } catch (error) {
      expect(error).toBeInstanceOf(HostError);
    }
  }
});

it('cut anywhere: one of our sentences', () => {
  for (let length = 0; length < good.length; length += 7)
    expect(() => handle(good.subarray(0, length))).toThrow(HostError);
});

describe('bombs', () => {
  /** The directory claims the part has this size. */
  function claiming(size: number): Uint8Array {
    const bytes = rawWorkbook({ sheets: [{ name: '表', xml: `<sheetData/>${' '.repeat(5_000_000)}` }] });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 4_000_000)
        view.setUint32(at + 24, size, true);
    }
    return bytes;
  }

  it('that say how large they are', () => {
    expect(() => handle(claiming(0xfffffff0))).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  it('that say they are small', () => {
    expect(() => handle(claiming(1000))).toThrow(expect.objectContaining({ code: 'bad-file' }));
  });
});

it('parts that are too large together, each counted once and as it now is', () => {
  const parts = { 'a.xml': 'a'.repeat(400), 'b.xml': 'b'.repeat(400), 'c.xml': 'c'.repeat(400) };
  const opened = Package.open(zipParts(parts), '年报.xlsx', 1000);
  for (const name of ['a.xml', 'b.xml', 'a.xml']) opened.bytes(name);
  const copy = opened.copy();
  expect(() => copy.bytes('c.xml')).toThrow(expect.objectContaining({ code: 'too-large' }));
  expect(() => opened.bytes('c.xml')).toThrow('“年报.xlsx”展开后太大（读到其中的 c.xml 时超出上限）');
  copy.set('a.xml', 'short');
  expect(copy.bytes('c.xml')).toHaveLength(400);
});

it('many thousands of styles are read and added to', () => {
  const parts = rawParts({
    sheets: [{ name: '表', xml: '<sheetData><row r="1"><c r="A1" s="40000"><v>0.5</v></c></row></sheetData>' }],
  });
  const xf = '<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0"><alignment horizontal="center"/></xf>';
  parts['xl/styles.xml'] = parts['xl/styles.xml']!.replace('</cellXfs>', `${xf.repeat(60000)}</cellXfs>`);
  const bytes = zipParts(parts);
  expect(openFile(bytes, '表').snapshot().sheets[0]!.cell(0, 0).text).toBe('50%');
  const marked = applied(
    bytes,
    plan({ kind: 'write', sheet: '表', block: { top: 0, left: 1, values: [['达标']], look: 'result' } }),
  );
  expect(openFile(marked, '表').snapshot().sheets[0]!.cell(0, 1).text).toBe('达标');
});

it('a workbook of ours is no bad input', () => {
  expect(() => handle(newWorkbook([newSheet('甲')]))).not.toThrow();
});
