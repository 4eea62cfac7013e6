// HTML as it really comes: Word's, a government site's, broken, hostile.
import fc from 'fast-check';
import { readHtml } from '../../src/notice/html';
import type { NoticeGrid } from '../../src/notice/notice';
import { effortOf } from '../support/effort';

const grids = (html: string): NoticeGrid[] => readHtml(html).flatMap((part) => (part.kind === 'table' ? [part] : []));
const lines = (html: string): string[] =>
  readHtml(html).flatMap((part) => (part.kind === 'line' ? [part.text.trim()] : []));

test('blocks, breaks and entities become lines', () => {
  const html =
    '<!DOCTYPE html><html><head><title>x</title><style>p{a>b}</style></head><body><p>一、总则&nbsp;&ge;90%&#65285;</p><div>甲<br>乙</div><script>if (a<b) "</p>"</script>丙</body></html>';
  expect(lines(html)).toEqual(['一、总则 ≥90%％', '甲', '乙', '丙']);
});

test('what a tracked change took out is not read', () => {
  expect(lines('<p>目标<del>80%</del><ins>90%</ins></p>')).toEqual(['目标90%']);
});

test('merges both ways', () => {
  const html =
    '<table><tr><th rowspan=2>序号</th><th colspan="2">完成情况</th></tr><tr><td>2021年</td><td>2022年</td></tr><tr><td>1</td><td colspan=2 rowspan=9>a<p>b</p></td></tr><tr><td>2</td></tr></table>';
  expect(grids(html)).toEqual([
    {
      kind: 'table',
      rows: [
        ['序号', '完成情况', ''],
        ['', '2021年', '2022年'],
        ['1', 'a\nb', ''],
        ['2', '', ''],
      ],
      merges: [
        { top: 0, left: 0, bottom: 1, right: 0 },
        { top: 0, left: 1, bottom: 0, right: 2 },
        { top: 2, left: 1, bottom: 3, right: 2 },
      ],
    },
  ]);
});

test('missing end tags and rows without tr', () => {
  expect(grids('<table><td>a<td>b<tr><td>c<td>d')[0]?.rows).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('a table that only lays out the page is running text, in its order', () => {
  const parts = readHtml(
    '<table><tr><td><p>标题</p><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><p>注：x</p></td></tr></table>',
  );
  expect(parts.map((part) => (part.kind === 'line' ? part.text : part.rows))).toEqual([
    '标题',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
    '注：x',
  ]);
});

test('a table inside a cell comes behind the table that holds it', () => {
  const [outer, inner] = grids(
    '<table><tr><td>x</td><td>y<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></td></tr><tr><td>z</td><td></td></tr></table>',
  );
  expect(outer?.rows).toEqual([
    ['x', 'y'],
    ['z', ''],
  ]);
  expect(inner?.rows).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
});

test('the caption stands above its table', () => {
  expect(
    lines('<table><caption>附表</caption><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>'),
  ).toEqual(['附表']);
});

test('spans beyond reason are cut', () => {
  const [grid] = grids(
    '<table><tr><td rowspan=99999 colspan=99999>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
  );
  expect(grid?.rows.length).toBe(2);
  expect(grid?.rows[0]?.length).toBeLessThanOrEqual(256);
});

test.each([
  '<',
  '<p',
  '<!--',
  '<table><tr><td',
  '</table></td>',
  '&#99999999;&#x0;&bogus;',
  '<td>a</td>',
  '<a href="x>y',
])('never throws: %s', (html) => {
  expect(() => readHtml(html)).not.toThrow();
});

test('any text is read without a throw', () => {
  const piece = fc.constantFrom(
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
    '<td>',
    '<td rowspan=2>',
    '</td>',
    '<p>',
    '<br>',
    '甲',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '&lt;',
    '"',
    '<del>',
    '</del>',
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => Array.isArray(readHtml(pieces.join('')))));
});

test('long pages are read in time that grows with their length', () => {
  const row = '<tr><td>1</td><td>指标</td><td>≥90%</td></tr>';
  const effort = effortOf(() => {
    expect(grids(`<table>${row.repeat(20_000)}</table>`)[0]?.rows.length).toBe(20_000);
    readHtml('<p><b '.repeat(50_000));
    readHtml('<script>'.repeat(50_000));
    readHtml('<td><table>'.repeat(5_000));
  });
  expect(effort).toBeLessThan(8_000);
});

test('a line break that Word put between two characters is none; elsewhere it is a blank', () => {
  const text = '<p class=MsoNormal>（责任单位：区住\r\n建局，街道\n  办事处）</p>';
  expect(lines(text)).toEqual(['（责任单位：区住建局，街道办事处）']);
  expect(lines('<td>区卫健局\n区教体局</td>')).toEqual(['区卫健局 区教体局']);
});
