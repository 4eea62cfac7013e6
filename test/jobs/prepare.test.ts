// 准备填报列: what is added for which targets, where, and that nothing of the clerk's is touched.
import { check } from '../../src/jobs/check';
import { clear } from '../../src/jobs/clear';
import { prepare } from '../../src/jobs/prepare';
import { arraySheet, type ArrayCell } from '../../src/sheet/array-sheet';
import type { WorkbookSnapshot } from '../../src/workbook/port';
import { openFile } from '../../src/workbook/file';
import { CITY, checkFile, openExample } from './round-trip';

const snapshotOf = (rows: readonly (readonly ArrayCell[])[]): WorkbookSnapshot => ({
  sheets: [arraySheet(rows, { name: '表' })],
  activeSheet: '表',
  selection: null,
  marks: [],
  isStructureProtected: false,
  isReadOnly: false,
});
const HEAD = ['序号', '评价指标', '目标值', '责任部门'];
const PLAIN = [
  [1, '窨井盖完好率', '≥98%', '区住建局'],
  [2, '道路机械化清扫率', '≥80%', '区城管局'],
];
const headings = (rows: readonly (readonly ArrayCell[])[], year?: number): readonly string[] => {
  const snapshot = snapshotOf(rows);
  return prepare(snapshot, check(snapshot, CITY), year === undefined ? {} : { year }).added.flatMap(
    (one) => one.headings,
  );
};

test.each<readonly [string, string, string, readonly string[]]>([
  ['a threshold', '人均公园绿地面积', '≥9平方米', []],
  ['threshold or trend', '居民健康素养水平', '≥23%或持续提升', ['上年值', '前年值']],
  ['a trend', '中小学生近视率', '逐年下降', ['上年值', '前年值']],
  ['against last year', '投诉件数', '不高于上年', ['上年值']],
  ['own history', '甲、乙类法定传染病报告发病率', '不高于近5年平均水平', ['近5年平均']],
  ['a plan', '每千常住人口注册护士数', '符合所在地区域卫生规划要求', ['规划值']],
  ['an outside figure', '人均预期寿命', '不低于全省平均水平', ['全省平均']],
])('%s', (_, indicator, target, expected) => {
  expect(headings([HEAD, ...PLAIN, [3, indicator, target, '区卫健局']])).toEqual(['实际值', ...expected, '填报说明']);
});

test('years are named where the year is known, five of them for the own-history row', () => {
  const rows = [HEAD, ...PLAIN, [3, '甲、乙类法定传染病报告发病率', '不高于近5年平均水平', '区卫健局']];
  expect(headings(rows, 2023)).toEqual(['实际值', '2022年', '2021年', '2020年', '2019年', '2018年', '填报说明']);
});

test('columns that are there already are not added again', () => {
  const rows = [
    [...HEAD, '完成值', '2022年', '2021年'],
    ...PLAIN.map((row) => [...row, null, null, null]),
    [3, '中小学生近视率', '逐年下降', '区卫健局', null, null, null],
  ];
  expect(headings(rows)).toEqual([]);
});

test('it is added right of the table, beside what stands there, and run twice it adds nothing more', () => {
  const file = openExample('linzi');
  const first = prepare(file.snapshot(), checkFile(file));
  file.apply(first.plan);
  const [table] = checkFile(file).tables;
  expect(table?.table.columns.map(({ heading, role }) => `${heading} ${role}`).slice(4)).toEqual([
    '实际值 actual',
    '上年值 history',
    '前年值 history',
    '近5年平均 history',
    '填报说明 null',
  ]);
  expect(new Set(table?.rows.map(({ judgement }) => judgement.verdict))).toEqual(new Set(['missing']));
  expect(prepare(file.snapshot(), checkFile(file)).plan.steps).toEqual([]);
});

test('after a check: the result columns make room and come back beside the new ones', () => {
  const file = openExample('linzi');
  file.apply(checkFile(file).plan);
  file.apply(prepare(file.snapshot(), checkFile(file)).plan);
  file.apply(checkFile(file).plan);
  const sheet = file.snapshot().sheets[0]!;
  const head = Array.from({ length: sheet.columnCount }, (_, at) => sheet.cell(2, at).text);
  expect(head).toEqual([
    '序号',
    '评价指标',
    '目标值',
    '责任部门',
    '实际值',
    '上年值',
    '前年值',
    '近5年平均',
    '填报说明',
    '达标情况',
    '判定说明',
  ]);
});

test('a user’s own column is never written over', () => {
  const rows = [[...HEAD, null, '我的备注'], ...PLAIN.map((row, at) => [...row, null, `备注${at}`])];
  const snapshot = snapshotOf(rows);
  const sheet = snapshot.sheets[0]!;
  const { plan } = prepare(snapshot, check(snapshot, CITY));
  for (const step of plan.steps) {
    if (step.kind !== 'write') continue;
    step.block.values.forEach((values, row) =>
      values.forEach((_, column) =>
        expect(sheet.cell(step.block.top + row, step.block.left + column).kind).toBe('blank'),
      ),
    );
  }
});

test('clearing takes the columns away again', () => {
  const file = openExample('linzi');
  const before = file.snapshot().sheets[0]!;
  file.apply(prepare(file.snapshot(), checkFile(file)).plan);
  file.apply(clear(file.snapshot()));
  const after = openFile(file.save(), 'x').snapshot();
  expect(after.sheets[0]!.columnCount).toBe(before.columnCount);
  expect(after.marks).toEqual([]);
});
