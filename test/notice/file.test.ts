// Notice files as they come: what is read, and what is refused with one sentence of advice.
import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, type FileChild } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { decodeText, readNoticeFile } from '../../src/notice/file';
import { NoticeError } from '../../src/notice/notice';
import { readWord97 } from '../../src/notice/word97';

const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A .docx from the XML of its body. */
function docx(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(RELS),
    'word/document.xml': strToU8(document),
    ...more,
  });
}
const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const read = (bytes: Uint8Array, name = '通知.docx') => readNoticeFile({ name, bytes });
const packed = async (children: FileChild[]): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
const cell = (text: string, spans = {}): TableCell =>
  new TableCell({ children: text.split('\n').map((line) => new Paragraph(line)), ...spans });

test('merged cells both ways, paragraphs in a cell, a table in a cell', async () => {
  const inner = new Table({
    rows: [
      new TableRow({ children: [cell('内1'), cell('内2')] }),
      new TableRow({ children: [cell('内3'), cell('内4')] }),
    ],
  });
  const notice = await read(
    await packed([
      new Paragraph('附件 1'),
      new Paragraph('指标表'),
      new Table({
        rows: [
          new TableRow({
            children: [
              cell('序号', { rowSpan: 2 }),
              cell('评价指标', { rowSpan: 2 }),
              cell('完成情况', { columnSpan: 2 }),
            ],
          }),
          new TableRow({ children: [cell('2021年'), cell('2022年')] }),
          new TableRow({ children: [cell('1'), cell('甲\n第二段'), cell('—', { columnSpan: 2 })] }),
          new TableRow({
            children: [cell('2'), new TableCell({ children: [new Paragraph('乙'), inner] }), cell(''), cell('007')],
          }),
        ],
      }),
    ]),
  );
  expect(notice.tables).toEqual([
    {
      titles: ['附件 1', '指标表'],
      rows: [
        ['序号', '评价指标', '完成情况', ''],
        ['', '', '2021年', '2022年'],
        ['1', '甲\n第二段', '—', ''],
        ['2', '乙', '', '007'],
      ],
      merges: [
        { top: 0, left: 0, bottom: 1, right: 0 },
        { top: 0, left: 1, bottom: 1, right: 1 },
        { top: 0, left: 2, bottom: 0, right: 3 },
        { top: 2, left: 2, bottom: 2, right: 3 },
      ],
      notes: [],
    },
    {
      titles: [],
      rows: [
        ['内1', '内2'],
        ['内3', '内4'],
      ],
      merges: [],
      notes: [],
    },
  ]);
});

test('a task table with 牵头 and 配合 under one head, merged both ways, its heads again on the next page', async () => {
  const row = (...cells: TableCell[]): TableRow => new TableRow({ children: cells });
  const heads = (): TableRow[] => [
    row(
      ...['序号', '类别', '工作任务'].map((text) => cell(text, { rowSpan: 2 })),
      cell('责任单位', { columnSpan: 2 }),
      cell('完成时限', { rowSpan: 2 }),
    ),
    row(cell('牵头单位'), cell('配合单位')),
  ];
  const notice = await read(
    await packed([
      new Table({
        rows: [
          ...heads(),
          row(
            cell('1'),
            cell('市容', { rowSpan: 2 }),
            cell('整治背街小巷'),
            cell('县城管局'),
            cell('各乡镇'),
            cell('6月底前'),
          ),
          row(cell('2'), cell('改造旱厕'), cell('县农业农村局', { rowSpan: 2 }), cell('—'), cell('长期')),
          row(cell('3'), cell('教育'), cell('健康素养监测'), cell('县卫健局'), cell('')),
          ...heads(),
          row(cell('4'), cell('控烟'), cell('无烟机关'), cell('县卫健局'), cell('/'), cell('年底前')),
        ],
      }),
    ]),
  );
  expect(notice.tables.map(({ rows }) => rows.length)).toEqual([8]);
  expect(
    notice.tasks.map(({ task, units, lead, support, deadline }) => [task, units, lead, support, deadline].join('|')),
  ).toEqual([
    '整治背街小巷|县城管局、各乡镇|县城管局|各乡镇|6月底前',
    '改造旱厕|县农业农村局|县农业农村局||长期',
    '健康素养监测|县农业农村局、县卫健局|县农业农村局|县卫健局|',
    '无烟机关|县卫健局|县卫健局||年底前',
  ]);
});

test('tracked changes are read as accepted', async () => {
  const change = 'w:id="1" w:author="a" w:date="2023-01-01T00:00:00Z"';
  const body =
    `<w:p><w:r><w:t>（一）整治。清理</w:t></w:r><w:del ${change}><w:r><w:delText>旧楼</w:delText></w:r></w:del>` +
    `<w:ins ${change}><w:r><w:t>死角</w:t></w:r></w:ins><w:moveFrom ${change}><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo ${change}><w:r><w:t>移来</w:t></w:r></w:moveTo>` +
    '<w:r><w:t>。（责任单位：区城管局）</w:t></w:r></w:p>';
  const { tasks } = await read(docx(body));
  expect(tasks).toMatchObject([{ task: '整治', requirement: '清理死角移来。', units: '区城管局' }]);
});

test('a table row that a tracked change deleted is gone', async () => {
  const row = (texts: string[], deleted = false): string =>
    `<w:tr>${deleted ? '<w:trPr><w:del w:id="2" w:author="a" w:date="2023-01-01T00:00:00Z"/></w:trPr>' : ''}${texts.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`;
  const { tables } = await read(
    docx(`<w:tbl>${row(['序号', '指标'])}${row(['1', '删'], true)}${row(['2', '留'])}</w:tbl>`),
  );
  expect(tables[0]?.rows).toEqual([
    ['序号', '指标'],
    ['2', '留'],
  ]);
});

test('automatic numbering makes items', async () => {
  const numbering = strToU8(
    '<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
  );
  const rels = strToU8(
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
  );
  const item = (text: string): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const body = `${item('清扫。每日两次。')}${paragraph('（责任单位：区城管局）')}${item('消杀。每月一次。')}${paragraph('（责任单位：区卫健局）')}`;
  const { tasks } = await read(docx(body, { 'word/numbering.xml': numbering, 'word/_rels/document.xml.rels': rels }));
  expect(tasks.map(({ task, units }) => `${task}|${units}`)).toEqual(['清扫|区城管局', '消杀|区卫健局']);
});

test('a file of some hundred pages', async () => {
  const text = '持续完善辖区道路、照明设施、窨井盖、果皮箱及其他背街小巷等道路附属设施，达到标准要求。'.repeat(8);
  const pages = Array.from({ length: 1500 }, (_, at) =>
    paragraph(`${at + 1}. 任务${at + 1}。${text}（责任单位：区城管局、各街道）`),
  ).join('');
  const started = process.cpuUsage();
  const { tasks } = await read(docx(pages));
  expect(tasks.length).toBe(1500);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(10_000);
}, 30_000);

test('pictures and macros are left where they are', async () => {
  const bytes = docx(paragraph('一、整治。清理。（责任单位：区城管局）'), {
    'word/vbaProject.bin': new Uint8Array(2000),
    'word/media/image1.png': new Uint8Array(1000),
  });
  const notice = await read(bytes, '通知.docm');
  expect(notice.tasks.length).toBe(1);
  expect(notice.remarks.map(({ zh }) => zh)).toEqual([expect.stringContaining('宏没有运行')]);
});

test('nothing found is said, not an error', async () => {
  const notice = await read(new TextEncoder().encode('今天天气晴朗。'), 'a.txt');
  expect(notice.remarks.map(({ zh }) => zh)).toEqual([expect.stringContaining('没有找到')]);
});

const gb = Uint8Array.from([0xd4, 0xf0, 0xc8, 0xce, 0xb5, 0xa5, 0xce, 0xbb]);
test.each([
  ['UTF-8', new TextEncoder().encode('责任单位')],
  ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('责任单位')])],
  ['GB 18030', gb],
  ['UTF-16 LE', Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Buffer.from('责任单位', 'utf16le'))])],
])('text in %s', (_, bytes) => {
  expect(decodeText(bytes)).toBe('责任单位');
});

test('a damaged character or a cut end makes UTF-8 no other encoding, nor much ASCII GB 18030 UTF-8', () => {
  const text = '责任单位：区城管局、区卫健局。'.repeat(20);
  const bytes = new TextEncoder().encode(text);
  expect(decodeText(bytes.slice(0, -1))).toContain('责任单位：区城管局');
  expect(decodeText(Uint8Array.from([...bytes, 0xff]))).toContain('责任单位：区城管局');
  const page = Uint8Array.from([...new TextEncoder().encode(`<style>${'p{margin:0}'.repeat(500)}</style>`), ...gb]);
  expect(decodeText(page)).toContain('责任单位');
});

test('HTML is known by what it holds', async () => {
  const html = '<table><tr><td>序号</td><td>指标</td></tr><tr><td>1</td><td>甲</td></tr></table>';
  expect((await read(new TextEncoder().encode(html), 'a.txt')).tables.length).toBe(1);
});

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const compound = (word: string): Uint8Array =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    ...new Uint8Array(600),
    ...new Uint8Array(Buffer.from(word, 'utf16le')),
    ...new Uint8Array(600),
  ]);
const bomb = (): Uint8Array => {
  const bytes = docx(paragraph('x'), { 'word/styles.xml': new Uint8Array(120_000_000) });
  expect(bytes.length).toBeLessThan(1_000_000);
  return bytes;
};
/** A central directory that says 10 bytes of a part that has many more. */
const lyingBomb = (): Uint8Array => {
  const bytes = docx('x'.repeat(5_000_000));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000)
      view.setUint32(at + 24, 10, true);
  }
  return bytes;
};
test.each([
  ['.wps', 'a.wps', () => compound('WordDocument'), '另存为'],
  ['.pdf', 'a.pdf', () => bytesOf('%PDF-1.7 …'), 'PDF'],
  ['.pdf under another name', 'a.docx', () => bytesOf('%PDF-1.7 …'), 'PDF'],
  ['.rtf', 'a.doc', () => bytesOf('{\\rtf1 x}'), 'RTF'],
  ['an encrypted .docx', 'a.docx', () => compound('EncryptedPackage'), '密码'],
  ['an old workbook', 'a.xls', () => compound('Workbook'), '不是 Word'],
  ['.doc where no reader is at hand', 'a.doc', () => compound('WordDocument'), '另存为'],
  ['a workbook', 'a.xlsx', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), '不是 Word'],
  ['a cut .docx', 'a.docx', () => docx(paragraph('x')).slice(0, 300), '损坏'],
  ['a .docx with broken XML', 'a.docx', () => docx('<w:p><w:r>'), '损坏'],
  [
    'a .docx that declares entities',
    'a.docx',
    () =>
      zipSync({ ...unzipSync(docx('')), 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document/>') }),
    '损坏',
  ],
  ['a bomb', 'a.docx', bomb, '过大'],
  ['a bomb that lies about its size', 'a.docx', lyingBomb, '损坏'],
  ['a picture', 'a.txt', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), '不是 Word'],
  ['an empty file', 'a.txt', () => new Uint8Array(0), '没有文字'],
])('%s is refused in one sentence', async (_, name, make, words) => {
  const failure = await read(make(), name).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(NoticeError);
  expect(failure instanceof NoticeError && failure.sentence.zh).toContain(words);
});

test('a real .doc, its table and its tasks', async () => {
  const bytes = new Uint8Array(readFileSync('test/fixtures/notices/tasks.doc'));
  const notice = await readNoticeFile({ name: 'tasks.doc', bytes }, readWord97);
  expect(notice.tables).toEqual([
    {
      titles: ['附件1', '任务分解表'],
      rows: [
        ['序号', '重点任务', '工作要求', '牵头单位', '完成时限'],
        ['1', '创卫宣传', '每月不少于2次', '市委宣传部', '长期'],
        ['2', '旱厕改造', '消除城区旱厕', '市城管局', '2024年6月'],
      ],
      merges: [],
      notes: [],
    },
  ]);
  expect(notice.tasks.map(({ task, units }) => `${task}|${units}`)).toEqual([
    '整治行动|区城管局、各街道',
    '健康教育|区卫健局',
    '创卫宣传|市委宣传部',
    '旱厕改造|市城管局',
  ]);
});

test('a .doc through the reader that the command line brings', async () => {
  const text = readFileSync('test/fixtures/notices/jining.txt', 'utf8');
  const notice = await readNoticeFile({ name: 'a.doc', bytes: compound('WordDocument') }, () => Promise.resolve(text));
  expect(notice.tasks.length).toBe(13);
  expect(notice.remarks.map(({ zh }) => zh)).toEqual([expect.stringContaining('.doc')]);
});
