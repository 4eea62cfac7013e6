// The workbooks sent out: whose rows, what is open to fill in, what is locked, what carries the rows back.
import type ExcelJS from 'exceljs';
import { check } from '../../src/jobs/check';
import { split } from '../../src/jobs/split';
import { newWorkbook } from '../../src/workbook/file';
import { arraySheet } from '../../src/sheet/array-sheet';
import { recogniseTables } from '../../src/table/recognise';
import { openFile } from '../../src/workbook/file';
import { booksOf, checkFile, CITY, Clerk, openExample } from './round-trip';

/** Counted by hand in the notice's table. */
const LINZI_COUNTS = {
  区卫生健康局: 28, 区综合行政执法局: 14, 区教育和体育局: 6, 区教育局和体育局: 6, 临淄生态环境分局: 6, 临淄公安分局: 3, 区交通运输局: 2, 区市场监督管理局: 2,
  区农业农村局: 1, 区机关事务服务中心: 1, 区住房和城乡建设局: 1, 区大数据局: 1, 区商务局: 1, 区委编办: 1, 区财政局: 1, 区人力资源和社会保障局: 1, 区民政局: 1, 区直各部门: 1,
}; // prettier-ignore

const books = booksOf(openExample('linzi'), { deadline: '2023年12月25日', returnTo: '区爱卫办' });

test('a workbook for each department, with all its rows', () => {
  expect(Object.fromEntries([...books].map(([name, { indicators }]) => [name, indicators]))).toEqual(LINZI_COUNTS);
  expect([...books.values()].map(({ department, fileName }) => fileName === `${department}.xlsx`)).not.toContain(false);
});

test('every workbook sent out is recognised again, with all its rows and its value column', () => {
  for (const { sheets, department, indicators } of books.values()) {
    const [sheet] = openFile(newWorkbook(sheets), department).snapshot().sheets;
    const rows = recogniseTables(sheet!, CITY).tables.flatMap((table) => table.rows);
    expect({ department, rows: rows.length, fillable: rows.every(({ actual }) => actual !== null) }).toEqual({
      department,
      rows: indicators,
      fillable: true,
    });
  }
});

test('the head words are the source’s own; only what a row needs is open', async () => {
  const clerk = await Clerk.open(books.get('区卫生健康局')!);
  const head = (clerk.sheet.getRow(Clerk.headRow).values as string[]).slice(1);
  expect(head).toEqual([
    '序号',
    '行标记|区卫生健康局',
    '评价指标',
    '目标值',
    '责任部门',
    '本单位角色',
    '实际值',
    '上年值',
    '前年值',
    '近5年平均',
    '填报说明',
    '情况说明',
  ]);
  const open = (indicator: string): string[] =>
    ['实际值', '上年值', '前年值', '近5年平均', '评价指标', '目标值'].filter((heading) =>
      clerk.isInput(indicator, heading),
    );
  expect(open('群众对卫生状况满意率')).toEqual(['实际值']);
  expect(open('居民健康素养水平')).toEqual(['实际值', '上年值', '前年值']);
  expect(open('甲、乙类法定传染病报告发病率')).toEqual(['实际值', '近5年平均']);
});

test('who answers for a row alone is told so, nobody is joint with nobody', async () => {
  const clerk = await Clerk.open(books.get('区卫生健康局')!);
  const role = (indicator: string): string =>
    clerk.sheet.getCell(clerk.rows().get(indicator)!, clerk.column('本单位角色')).text;
  expect(['居民健康素养水平', '群众对卫生状况满意率'].map(role)).toEqual(['责任', '共同']);
});

test('locked without a password, the mark column hidden between the others', async () => {
  const { sheet } = await Clerk.open(books.get('区商务局')!);
  const protection = (sheet.model as unknown as { sheetProtection: Record<string, unknown> | null }).sheetProtection;
  expect(protection).toMatchObject({ sheet: true });
  expect(protection).not.toHaveProperty('hashValue');
  expect(sheet.getColumn(2).hidden).toBe(true);
  expect(sheet.getColumn(1).hidden || sheet.getColumn(3).hidden).toBe(false);
});

test('the cover names the unit, the deadline and where to send it', async () => {
  const { sheet } = await Clerk.open(books.get('区商务局')!);
  expect(sheet.getCell('A2').text).toBe('填报单位：区商务局　　报送截止：2023年12月25日　　报送至：区爱卫办');
  expect(sheet.getCell('A3').text).toMatch(/^联系人：.*联系电话：/);
  expect(sheet.getCell('A3').protection.locked).toBe(false);
});

test('an answer of a few is chosen from a list, the rest carries its unit and definition', async () => {
  const clerk = await Clerk.open(books.get('区卫生健康局')!);
  const cell = (indicator: string): ExcelJS.Cell =>
    clerk.sheet.getCell(clerk.rows().get(indicator)!, clerk.column('实际值'));
  expect(cell('全面控烟法律法规规定').dataValidation.formulae).toEqual(['"有,无"']);
  expect(cell('居民健康素养水平').dataValidation.prompt).toContain('单位：%');
});

test('the years are named where the year is known', () => {
  const [book] = split(checkFile(openExample('linzi')), { year: 2023 }).filter(
    ({ department }) => department === '区卫生健康局',
  );
  const head = book!.sheets[0]!.blocks.find(({ look }) => look === 'head')!.values[0];
  expect(head).toEqual(expect.arrayContaining(['实际值', '2022年', '2021年', '2020年', '2019年', '2018年']));
  expect(head).not.toContain('上年值');
});

test('a collective goes to every member that is named', () => {
  const members = new Map([['区直各部门', ['区卫生健康局', '区档案馆', '区统计局']]]);
  const found = booksOf(openExample('linzi'), { members });
  expect(found.has('区直各部门')).toBe(false);
  expect(found.get('区档案馆')?.indicators).toBe(1);
  expect(found.get('区卫生健康局')?.indicators).toBe(29);
});

test('values that stand in the master go along; percentages as people read them', async () => {
  const clerk = await Clerk.open(booksOf(openExample('linzi-filled')).get('区商务局')!);
  expect(clerk.sheet.getCell(clerk.rows().get('主城区回收网点覆盖率')!, clerk.column('2023年完成值')).text).toBe(
    '待核实',
  );
  const health = await Clerk.open(booksOf(openExample('linzi-filled')).get('区卫生健康局')!);
  expect(health.sheet.getCell(health.rows().get('群众对卫生状况满意率')!, health.column('2023年完成值')).value).toBe(
    '93.2%',
  );
});

test('names that Windows refuses are made safe and stay apart', () => {
  const rows = [
    ['序号', '评价指标', '目标值', '责任部门'],
    [1, '窨井盖完好率', '≥98%', '区住建局（城建/市政）'],
    [2, '道路机械化清扫率', '≥80%', 'CON局'],
    [3, '建成区绿化覆盖率', '≥38%', '区住建局*'],
  ];
  const sheet = arraySheet(rows, { name: '表' });
  const snapshot = {
    sheets: [sheet],
    activeSheet: null,
    selection: null,
    marks: [],
    isStructureProtected: false,
    isReadOnly: false,
  };
  const names = split(check(snapshot, CITY)).map(({ fileName }) => fileName);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(names.filter((name) => /[<>:"/\\|?*]/.test(name))).toEqual([]);
});
