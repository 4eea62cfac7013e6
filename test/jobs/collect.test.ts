// Out to the bureaus and back: the Linzi table split, filled in by clerks in many ways, collected, checked again.
import ExcelJS from 'exceljs';
import { collect } from '../../src/jobs/collect';
import type { CollectResult } from '../../src/jobs/collection';
import type { Sheet } from '../../src/sheet/sheet';
import { openFile, type FileWorkbook } from '../../src/workbook/file';
import { booksOf, checkFile, CITY, Clerk, emptied, openExample, truthOf, type Truth } from './round-trip';

const SATISFACTION = '群众对卫生状况满意率';
const FULL_WIDTH = (text: string): string =>
  text.replace(/[0-9.%]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
/** As Excel stores what was typed: 93.2% becomes 0.932 shown as a percentage. */
const asNumber = (text: string): ExcelJS.CellValue => (/^[\d.]+$/.test(text) ? Number(text) : text);

interface Outcome {
  readonly result: CollectResult;
  readonly master: FileWorkbook;
}

let truth: Truth;
let outcome: Outcome;

beforeAll(async () => {
  truth = truthOf(openExample('linzi-filled'));
  const master = await emptied('linzi-filled');
  const books = booksOf(master);
  const open = (department: string): Promise<Clerk> => Clerk.open(books.get(department)!);
  const returned = [];

  // 1 Every value as text, the file renamed so that nothing in its name says whose it is.
  const health = await open('区卫生健康局');
  health.fillAll(truth);
  // 2 Whole rows sorted by name, the hidden column with them.
  const sorted = health.values().sort((a, b) => String(a[2]).localeCompare(String(b[2])));
  health.rewrite(sorted);
  returned.push(await health.send('新建 Microsoft Excel 工作表 (2).xlsx'));

  // 3 Values in full width, rows sorted while the hidden column stayed behind.
  const city = await open('区综合行政执法局');
  city.fillAll(truth, FULL_WIDTH);
  const marks = city.values().map((row) => row[1]);
  city.rewrite(
    city
      .values()
      .sort((a, b) => String(b[2]).localeCompare(String(a[2])))
      .map((row, at) => row.map((value, column) => (column === 1 ? marks[at]! : value))),
  );
  returned.push(await city.send('执法局报送.xlsx'));

  // 4 Numbers as Excel types them, percentages as formatted ratios; two rows inserted, one with a figure of its own.
  const education = await open('区教育和体育局');
  education.fillAll(truth, asNumber);
  education.put('建有全民健身场地设施的社区比例', '2023年完成值', 1, '0.00%');
  education.sheet.insertRow(8, []);
  education.sheet.insertRow(9, ['', '', '其中：城区健身步道长度', '', '', '', '12公里']);
  returned.push(await education.send('区教育和体育局.xlsx'));

  // 5 Rows that the bureau has nothing to say about are deleted.
  const ecology = await open('临淄生态环境分局');
  ecology.fillAll(truth);
  ecology.sheet.spliceRows(ecology.rows().get('医疗废物无害化处置率')!, 1);
  returned.push(await ecology.send('生态分局回复.xlsx'));

  // 6 The value's column moved before the target.
  const sports = await open('区教育局和体育局');
  sports.fillAll(truth);
  const from = sports.column('2023年完成值');
  const target = sports.column('目标值');
  for (let row = Clerk.headRow; row <= sports.sheet.rowCount; row += 1) {
    const values = Array.from({ length: sports.sheet.columnCount }, (_, at) => sports.sheet.getCell(row, at + 1).value);
    const [moved] = values.splice(from - 1, 1);
    values.splice(target - 1, 0, moved!);
    values.forEach((value, at) => (sports.sheet.getCell(row, at + 1).value = value));
  }
  returned.push(await sports.send('教体局.xlsx'));

  // 7 Copied by hand into a workbook of their own, without any mark.
  const farming = await open('区农业农村局');
  const own = new ExcelJS.Workbook();
  const page = own.addWorksheet('Sheet1');
  page.addRow(['报送表']);
  page.addRow(['序号', '评价指标', '目标值', '完成值']);
  // 8 A joint row answered differently by two bureaus (93.2% by the others).
  page.addRow([1, SATISFACTION, '≥90%', '88%']);
  void farming;
  const farmingBytes = new Uint8Array(await own.xlsx.writeBuffer());
  returned.push({ fileName: '区农业农村局.xlsx', snapshot: openFile(farmingBytes, '区农业农村局.xlsx').snapshot() });

  // 9 Planted oddities: another unit, an impossible share.
  const market = await open('区市场监督管理局');
  market.put('食品生产经营风险分级管理率', '2023年完成值', '95.6天');
  market.put('重点行业 and 单位防蝇和防鼠设施合格率', '2023年完成值', '97.1%');
  returned.push(await market.send('市场局.xlsx'));

  // 10 No figure yet, the reason beside it; and one that came back with nothing in it.
  const commerce = await open('区商务局');
  commerce.put('主城区回收网点覆盖率', '2023年完成值', '待核实');
  commerce.put('主城区回收网点覆盖率', '情况说明', '12月出数');
  returned.push(await commerce.send('区商务局.xlsx'));
  returned.push(await (await open('区财政局')).send('区财政局.xlsx'));

  const result = collect(master.snapshot(), returned, CITY);
  master.apply(result.plan);
  outcome = { result, master: openFile(master.save(), 'linzi.xlsx') };
}, 60_000);

const indicators = (rows: readonly { readonly indicator: string }[]): string[] =>
  rows.map(({ indicator }) => indicator);
const VALUE = '2023年完成值';
/** What the clerks above left out, got wrong or contradict each other in. */
const PLANTED = {
  conflict: SATISFACTION,
  notReturned: '15 岁以上人群吸烟率',
  placeholder: '主城区回收网点覆盖率',
  deletedRow: '医疗废物无害化处置率',
  wrongUnit: '食品生产经营风险分级管理率',
  blank: '0-6 岁儿童眼保健和视力检查率',
} as const;

test('every value is in its row, all but what was planted', () => {
  const found = truthOf(outcome.master);
  const different: string[] = [];
  for (const [indicator, values] of truth) {
    for (const [heading, text] of values) {
      const written = found.get(indicator)?.get(heading) ?? '';
      if (written.normalize('NFKC') !== text.normalize('NFKC'))
        different.push(`${indicator} ${heading}: ${text} → ${written}`);
    }
  }
  const yearsBesideTheMean = '甲、乙类法定传染病报告发病率';
  expect(different).toEqual([
    `${PLANTED.conflict} ${VALUE}: 93.2% → `,
    `${PLANTED.notReturned} ${VALUE}: 21.3% → `,
    `${PLANTED.placeholder} ${VALUE}: 待核实 → `,
    `${PLANTED.deletedRow} ${VALUE}: 100% → `,
    `${PLANTED.wrongUnit} ${VALUE}: 95.6% → 95.6天`,
    `${yearsBesideTheMean} 2021年: 181.5/10万 → `,
    `${yearsBesideTheMean} 2022年: 158.3/10万 → `,
  ]);
});

test('a joint row answered differently stays empty and is listed with both answers', () => {
  expect(indicators(outcome.result.conflicts)).toEqual([PLANTED.conflict]);
  const [conflict] = outcome.result.conflicts;
  expect(conflict?.answers.map(({ department, value }) => `${department} ${value}`)).toEqual([
    '区卫生健康局 93.2%',
    '区综合行政执法局 ９３．２％',
    '区农业农村局 88%',
  ]);
});

test('suspicious values are filled in and listed', () => {
  const { suspicious } = outcome.result;
  expect(suspicious.map(({ indicator, answer, isFilled }) => `${indicator} ${answer.value} ${isFilled}`)).toEqual([
    '学校眼保健操普及率 达标 true',
    `${PLANTED.wrongUnit} 95.6天 true`,
    '严重精神障碍患者规范管理率 105% true',
  ]);
  expect(suspicious[1]?.why.zh).toBe('单位“天”与目标单位“%”不一致');
  expect(suspicious[2]?.why.zh).toContain('数据异常');
});

test('rows without a match, open rows and missing returns are listed', () => {
  const { unmatched, missing, open, unread } = outcome.result;
  expect(unmatched.map(({ department, indicator, value }) => `${department} ${indicator} ${value}`)).toEqual([
    '区教育和体育局 其中：城区健身步道长度 12公里',
  ]);
  expect(missing.map(({ department, kind }) => `${department} ${kind}`).sort()).toEqual(
    [
      ...['区直各部门', '区机关事务服务中心', '区住房和城乡建设局', '区大数据局', '临淄公安分局', '区交通运输局'],
      ...['区委编办', '区人力资源和社会保障局', '区民政局'],
    ]
      .map((name) => `${name} none`)
      .concat('区财政局 blank')
      .sort(),
  );
  expect(open.map(({ indicator, words }) => `${indicator} ${words.join()}`)).toEqual([
    `${PLANTED.placeholder} 待核实,12月出数`,
    `${PLANTED.deletedRow} 交回的表中没有这一行`,
    `${PLANTED.blank} `,
  ]);
  expect(unread).toEqual([]);
});

test('matches weaker than a mark are shown', () => {
  const { looseMatches } = outcome.result;
  const shown = (file: string) => looseMatches.filter((one) => one.file === file);
  expect(shown('执法局报送.xlsx').length).toBe(13);
  expect(shown('区农业农村局.xlsx').map(({ why }) => why.zh)).toEqual(['没有行标记，按指标名称对应']);
  expect(looseMatches.length).toBe(14);
});

test('every value has its source', () => {
  const { filled } = outcome.result;
  expect(
    filled.every(
      ({ sources }) => sources.length > 0 && sources.every(({ file, cell }) => file !== '' && /^[A-Z]+\d+$/.test(cell)),
    ),
  ).toBe(true);
  const noise = filled.find(({ indicator }) => indicator === '区域环境噪声控制平均值');
  expect(noise?.sources.map(({ department }) => department)).toEqual(['区综合行政执法局', '临淄生态环境分局']);
});

test('checking the collected master gives the planted verdicts', () => {
  const verdicts = (file: FileWorkbook): Map<string, string> =>
    new Map(checkFile(file).tables[0]!.rows.map(({ row, judgement }) => [row.indicator, judgement.verdict]));
  const [wanted, found] = [verdicts(openExample('linzi-filled')), verdicts(outcome.master)];
  const different = [...wanted].filter(([indicator, verdict]) => found.get(indicator) !== verdict);
  expect(different.map(([indicator, verdict]) => `${indicator}: ${verdict} → ${found.get(indicator)}`)).toEqual([
    `${PLANTED.conflict}: met → missing`,
    `${PLANTED.notReturned}: unmet → missing`,
    `${PLANTED.deletedRow}: met → missing`,
    `${PLANTED.wrongUnit}: met → review`,
  ]);
});

test('the sheet 回收情况 lists what is left to decide before what is done', () => {
  const sheet = outcome.master.snapshot().sheets.find(({ name }) => name === '回收情况')!;
  const kinds = Array.from({ length: sheet.rowCount - 3 }, (_, at) => sheet.cell(at + 3, 0).text);
  expect([...new Set(kinds)]).toEqual([
    '冲突',
    '可疑数值',
    '未能对应',
    '请核对对应',
    '未填报',
    '未回收',
    '交回空表',
    '已汇总',
  ]);
  const texts = kinds.map((_, at) => [0, 2, 4, 5].map((column) => sheet.cell(at + 3, column).text).join(' '));
  expect(texts.filter((text) => text.startsWith('请核对对应'))).toEqual([
    expect.stringMatching(/^请核对对应 13 项指标，名称相同 序号 \d+(?:、\d+){12} 执法局报送\.xlsx$/),
    `请核对对应 ${SATISFACTION} ${SATISFACTION} 区农业农村局.xlsx`,
  ]);
  expect(kinds.filter((kind) => kind === '已汇总').length).toBe(outcome.result.filled.length);
  expect(sheet.cell(1, 0).text).toMatch(
    /^应报 18 个单位，已报 8 个，未回收 9 个单位，交回空表 1 个单位，已汇总 \d+ 个数值，冲突 1 处/,
  );
  const conflict = [3, 4, 5].map((column) => sheet.cell(3, column).text);
  expect(conflict[1]).toBe('区卫生健康局：93.2%\n区综合行政执法局：９３．２％\n区农业农村局：88%');
});

test('a table without columns gets them; collecting again changes nothing and makes no second sheet', async () => {
  const file = openExample('linzi');
  const clerk = await Clerk.open(booksOf(file).get('区商务局')!);
  clerk.put(PLANTED.placeholder, '实际值', '98%');
  const returned = [await clerk.send('区商务局.xlsx')];
  const first = collect(file.snapshot(), returned, CITY);
  file.apply(first.plan);
  const [table] = checkFile(file).tables;
  const judged = table!.rows.find(({ row }) => row.indicator === PLANTED.placeholder);
  expect(judged?.judgement.actual?.raw).toBe('98%');
  expect(judged?.judgement.verdict).toBe('unmet');
  const again = collect(file.snapshot(), returned, CITY);
  expect(again.filled).toEqual([]);
  expect(again.conflicts).toEqual([]);
  file.apply(again.plan);
  expect(file.snapshot().sheets.map(({ name }) => name)).toEqual(['附件2', '回收情况']);
});

test('a master renumbered meanwhile: rows are found by their names, and it is said', async () => {
  const file = openExample('linzi');
  const clerk = await Clerk.open(booksOf(file).get('区商务局')!);
  clerk.put(PLANTED.placeholder, '实际值', '100%');
  const row = checkFile(file).tables[0]!.rows.find((one) => one.row.indicator === PLANTED.placeholder)!.row.firstRow;
  file.apply({ expectations: [], steps: [{ kind: 'fill', sheet: '附件2', cells: [{ row, column: 0, value: 99 }] }] });
  const { filled, looseMatches } = collect(file.snapshot(), [await clerk.send('x.xlsx')], CITY);
  expect(filled.map(({ seq, value }) => `${seq} ${value}`)).toEqual(['99 100%']);
  expect(looseMatches.map(({ why }) => why.zh)).toEqual(['总表中已没有这个行标记，按指标名称对应']);
});

test('what a person wrote under 处理意见 is kept when collecting again', async () => {
  const file = openExample('linzi');
  const clerk = await Clerk.open(booksOf(file).get('区商务局')!);
  clerk.put(PLANTED.placeholder, '实际值', '120%');
  const returned = [await clerk.send('区商务局.xlsx')];
  file.apply(collect(file.snapshot(), returned, CITY).plan);
  const suspicious = (): Sheet => file.snapshot().sheets.find(({ name }) => name === '回收情况')!;
  expect(suspicious().cell(3, 0).text).toBe('可疑数值');
  file.apply({
    expectations: [],
    steps: [{ kind: 'fill', sheet: '回收情况', cells: [{ row: 3, column: 7, value: '已电话核实' }] }],
  });
  file.apply(collect(file.snapshot(), [], CITY).plan);
  const sheet = suspicious();
  const lines = Array.from(
    { length: sheet.rowCount },
    (_, row) => `${sheet.cell(row, 0).text} ${sheet.cell(row, 7).text}`,
  );
  expect(lines).toContain('已不再列出 已电话核实');
});
