// Out to the bureaus and back: the Linzi table split, filled in by clerks in many ways, collected, checked again.
import ExcelJS from 'exceljs';
import { collect, type CollectResult } from '../../src/jobs/collect';
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

test('every value is in its row', () => {
  const found = truthOf(outcome.master);
  const left: string[] = [];
  for (const [indicator, values] of truth) {
    for (const [heading, text] of values) {
      const written = found.get(indicator)?.get(heading) ?? '';
      if (written.normalize('NFKC') !== text.normalize('NFKC'))
        left.push(`${indicator} ${heading}: ${text} → ${written}`);
    }
  }
  expect(left).toMatchInlineSnapshot(`
   [
     "群众对卫生状况满意率 2023年完成值: 93.2% → ",
     "15 岁以上人群吸烟率 2023年完成值: 21.3% → ",
     "主城区回收网点覆盖率 2023年完成值: 待核实 → ",
     "医疗废物无害化处置率 2023年完成值: 100% → ",
     "食品生产经营风险分级管理率 2023年完成值: 95.6% → 95.6天",
     "甲、乙类法定传染病报告发病率 2021年: 181.5/10万 → ",
     "甲、乙类法定传染病报告发病率 2022年: 158.3/10万 → ",
   ]
  `);
});

test('a joint row answered differently stays empty and is listed with both answers', () => {
  expect(indicators(outcome.result.conflicts)).toEqual([SATISFACTION]);
  const [conflict] = outcome.result.conflicts;
  expect(conflict?.answers.map(({ department, value }) => `${department} ${value}`)).toEqual([
    '区卫生健康局 93.2%',
    '区综合行政执法局 ９３．２％',
    '区农业农村局 88%',
  ]);
});

test('oddities, rows without a match, missing returns are listed', () => {
  const { suspicious, unmatched, missing, open, unread, looseMatches } = outcome.result;
  expect({
    suspicious: suspicious.map(({ indicator, answer, why }) => `${indicator} ${answer.value} ${why.zh}`),
    unmatched: unmatched.map(
      ({ department, indicator, value, why }) => `${department} ${indicator} ${value} ${why.zh}`,
    ),
    missing: missing.map(({ department, kind }) => `${department} ${kind}`),
    open: open.map(({ indicator, words }) => `${indicator} ${words.join()}`),
    unread,
    loose: looseMatches.map(({ file, indicator, why }) => `${file} ${indicator} ${why.zh}`),
  }).toMatchInlineSnapshot(`
   {
     "loose": [
       "执法局报送.xlsx 道路装灯率、亮灯率 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 道路机械化清扫率 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 街巷路面每日保洁时间 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 群众对卫生状况满意率 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 窨井盖完好率 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 建成区绿化覆盖率 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 声功能区环境质量夜间达标率 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 城市管理信息化覆盖率 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 城市生活污水集中收集率 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 城市生活垃圾回收利用率 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 区域环境噪声控制平均值 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 人均公园绿地面积 行标记与指标名称不符，按指标名称对应",
       "执法局报送.xlsx 主次干道每日保洁时间 行标记与指标名称不符，按指标名称对应",
       "区农业农村局.xlsx 群众对卫生状况满意率 没有行标记，按指标名称对应",
     ],
     "missing": [
       "区直各部门 none",
       "区机关事务服务中心 none",
       "区住房和城乡建设局 none",
       "区大数据局 none",
       "临淄公安分局 none",
       "区交通运输局 none",
       "区委编办 none",
       "区财政局 blank",
       "区人力资源和社会保障局 none",
       "区民政局 none",
     ],
     "open": [
       "主城区回收网点覆盖率 待核实,12月出数",
       "医疗废物无害化处置率 交回的表中没有这一行",
       "0-6 岁儿童眼保健和视力检查率 ",
     ],
     "suspicious": [
       "学校眼保健操普及率 达标 实际 达标，实际值不是数值，不能与目标 ≥100% 比较",
       "食品生产经营风险分级管理率 95.6天 单位“天”与目标单位“%”不一致",
       "严重精神障碍患者规范管理率 105% 数据异常：占比不会超过100%",
     ],
     "unmatched": [
       "区教育和体育局 其中：城区健身步道长度 12公里 总表中没有这项指标",
     ],
     "unread": [],
   }
  `);
});

test('checking the collected master gives the planted verdicts', () => {
  const verdicts = (file: FileWorkbook): Map<string, string> =>
    new Map(checkFile(file).tables[0]!.rows.map(({ row, judgement }) => [row.indicator, judgement.verdict]));
  const [wanted, found] = [verdicts(openExample('linzi-filled')), verdicts(outcome.master)];
  const different = [...wanted]
    .filter(([indicator, verdict]) => found.get(indicator) !== verdict)
    .map(([indicator, verdict]) => `${indicator}: ${verdict} → ${found.get(indicator)}`);
  expect(different).toMatchInlineSnapshot(`
   [
     "群众对卫生状况满意率: met → missing",
     "15 岁以上人群吸烟率: unmet → missing",
     "医疗废物无害化处置率: met → missing",
     "食品生产经营风险分级管理率: met → review",
   ]
  `);
});
