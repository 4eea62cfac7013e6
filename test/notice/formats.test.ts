// The five real notices as .docx, .html and GB 18030 text: the same tasks, phases and tables whatever the file.
import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { readNoticeFile } from '../../src/notice/file';
import type { Notice } from '../../src/notice/notice';
import { readNotice, readPlainText } from '../../src/notice/read';

const NAMES = ['linzi', 'jining', 'xiangshan', 'tianjin', 'nanguan'];
const text = (name: string): string => readFileSync(`test/fixtures/notices/${name}.txt`, 'utf8');
const fromText = (name: string): Notice => readNotice(readPlainText(text(name)));

/** Running text and tables in their order, as somebody would have typed them into Word. */
function piecesOf(name: string): (string | readonly (readonly string[])[])[] {
  const [table] = fromText(name).tables;
  const lines = text(name).split('\n');
  if (!table) return lines;
  const first = lines.findIndex(
    (line) => line.replace(/\s/g, '') === (name === 'linzi' ? '序号评价指标目标值责任部门' : '（二）主要指标'),
  );
  const last = lines.map((line) => line.includes('防蝇和防鼠设施合格率')).lastIndexOf(true);
  const filled = table.rows.filter((row) => row.some((cell) => cell !== ''));
  const end = name === 'linzi' ? last + 1 : last + 4;
  return [...lines.slice(0, name === 'linzi' ? first : first + 1), filled, ...lines.slice(end)];
}

const asDocx = async (name: string): Promise<Uint8Array> => {
  const children = piecesOf(name).map((piece) =>
    typeof piece === 'string'
      ? new Paragraph(piece.replace(/\t/g, '  '))
      : new Table({
          rows: piece.map(
            (row) =>
              new TableRow({
                children: row.map(
                  (cell) => new TableCell({ children: cell.split('\n').map((line) => new Paragraph(line)) }),
                ),
              }),
          ),
        }),
  );
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
};

const escaped = (line: string): string => line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const asHtml = (name: string): Uint8Array => {
  const body = piecesOf(name).map((piece) =>
    typeof piece === 'string'
      ? `<p style="text-indent:2em">${escaped(piece)}</p>`
      : `<table>${piece.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`,
  );
  return new TextEncoder().encode(
    `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body.join('\n')}</body></html>`,
  );
};

const FORMATS: readonly { readonly format: string; readonly make: (name: string) => Promise<Uint8Array> }[] = [
  { format: 'docx', make: asDocx },
  { format: 'html', make: (name) => Promise.resolve(asHtml(name)) },
];

describe.each(FORMATS)('as .$format', ({ format, make }) => {
  test.each(NAMES)('%s', async (name) => {
    const wanted = fromText(name);
    const found = await readNoticeFile({ name: `${name}.${format}`, bytes: await make(name) });
    expect(found.tasks).toEqual(wanted.tasks);
    expect(found.phases).toEqual(wanted.phases);
    const cells = ({ tables }: Notice): readonly (readonly string[])[] =>
      tables.flatMap(({ rows }) => rows.filter((row) => row.some((cell) => cell !== '')));
    expect(cells(found)).toEqual(cells(wanted));
    expect(found.tables.map(({ titles }) => titles)).toEqual(wanted.tables.map(({ titles }) => titles));
  });
});
