// Tables in plain text: tabs between cells, a cell a line, and what only looks like one.
import fc from 'fast-check';
import { readNotice, readPlainText } from '../../src/notice/read';
import { effortOf } from '../support/effort';

const tables = (text: string) => readNotice(readPlainText(text)).tables;

test('tabs between the cells, a cell that wraps, a page break', () => {
  const [table] = tables(
    '附件2\n指标表\n序号\t评价指标\t责任部门\n1\t甲\t区卫健局\n区教体局\n2\t乙\t区城管局\n\n3\t丙\t区商务局\n注：以上为准\n正文。',
  );
  expect(table).toEqual({
    titles: ['附件2', '指标表'],
    rows: [
      ['序号', '评价指标', '责任部门'],
      ['1', '甲', '区卫健局\n区教体局'],
      ['2', '乙', '区城管局'],
      ['', '', ''],
      ['3', '丙', '区商务局'],
    ],
    merges: [],
    notes: ['注：以上为准'],
  });
});

test('a cell a line, each behind a tab', () => {
  const [table] = tables('（二）主要指标\n\t\n\t评价指标\n\t目标值\n\n\t1\n\t甲\n\t≥90%\n\n\t2\n\t乙\n\t\n\n三、范围');
  expect(table?.rows).toEqual([
    ['', '评价指标', '目标值'],
    ['1', '甲', '≥90%'],
    ['2', '乙', ''],
  ]);
  expect(table?.titles).toEqual(['（二）主要指标']);
});

test('a cell a line with every blank at the line end lost', () => {
  const [table] = tables(
    '（二）主要指标\n\n评价指标\n目标值\n备注\n\n1\n甲\n≥90%\n\n\n2\n乙\n有\n适用于城市\n\n3\n丙\n\n\n三、范围',
  );
  expect(table?.rows).toEqual([
    ['', '评价指标', '目标值', '备注'],
    ['1', '甲', '≥90%', ''],
    ['2', '乙', '有', '适用于城市'],
    ['3', '丙', '', ''],
  ]);
});

test.each([
  ['a list of names with tabs', '刘某某\t某镇党委副书记、镇长\n赵某某\t某街道主任\n王某某\t某镇镇长\n李某某\t某镇镇长'],
  ['paragraphs that begin with a tab', '\t为巩固创建成果，制定本方案。\n\t一、指导思想\n\t坚持以人民为中心。'],
  ['numbers a line apart', '1\n2\n3\n4'],
])('no table: %s', (_, text) => {
  expect(tables(text)).toEqual([]);
});

test('any lines are read without a throw', () => {
  const piece = fc.constantFrom(
    '\t',
    '\n',
    '序号',
    '评价指标',
    '1',
    '2',
    '（责任单位：',
    '）',
    '：',
    '。',
    '一、',
    '甲局',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 200 }),
      (pieces) => readNotice(readPlainText(pieces.join(''))).tasks.length >= 0,
    ),
  );
});

test.each([
  '\t缩进的正文没有句号',
  '甲\t乙',
  '（责任单位：甲局',
  '1',
  '序号',
  '指标名称',
  '（'.repeat(50),
  '一、指标',
  '责任单位：甲局。',
  '1.甲',
  '甲局：负责',
])('many lines are read quickly: %s', (line) => {
  expect(effortOf(() => readNotice(readPlainText(`${line}\n`.repeat(20_000))))).toBeLessThan(4_000);
});

test('a row that a cell of two paragraphs broke is one again', () => {
  const [table] = tables(
    '序号\t类别\t工作任务\t责任单位\t时限\n1\t市容\t整治背街小巷。\n每日保洁12小时。\t县城管局\t6月底\n2\t\t改造旱厕\t县农业农村局\t9月底\n3\t教育\n4\t控烟\t无烟机关\t县卫健局\t年底\n',
  );
  expect(table?.rows).toEqual([
    ['序号', '类别', '工作任务', '责任单位', '时限'],
    ['1', '市容', '整治背街小巷。\n每日保洁12小时。', '县城管局', '6月底'],
    ['2', '', '改造旱厕', '县农业农村局', '9月底'],
    ['3', '教育', '', '', ''],
    ['4', '控烟', '无烟机关', '县卫健局', '年底'],
  ]);
});
