// 与上次对比: the sheet, through the file host.
import { changes } from '../../src/jobs/changes';
import { check, type CheckResult } from '../../src/jobs/check';
import { clear } from '../../src/jobs/clear';
import { departmentSheets } from '../../src/jobs/departments';
import { arraySheet } from '../../src/sheet/array-sheet';
import { checkFile, CITY, openExample } from './round-trip';

const HEAD = ['序号', '评价指标', '目标值', '责任部门', '实际值'];
const month = (values: readonly string[]): CheckResult => {
  const names = ['窨井盖完好率', '道路机械化清扫率', '建成区绿化覆盖率', '城市生活垃圾无害化处理率'];
  const rows = names.map((name, at) => [at + 1, name, at === 3 ? '100%' : '≥80%', '区城管局', values[at] ?? null]);
  const sheet = arraySheet([HEAD, ...rows], { name: '表' });
  return check(
    { sheets: [sheet], activeSheet: '表', selection: null, marks: [], isStructureProtected: false, isReadOnly: false },
    CITY,
  );
};

test('what was lost comes first; what stayed as it was is only counted', () => {
  const file = openExample('linzi');
  const { plan, comparison } = changes(
    file.snapshot(),
    month(['85%', '70%', '75%', '100%']),
    month(['79%', '82%', '76%', '100%']),
    '11月.xlsx',
  );
  file.apply(plan);
  const sheet = file.snapshot().sheets.find(({ name }) => name === '与上次对比')!;
  const rows = Array.from({ length: sheet.rowCount - 3 }, (_, at) =>
    [0, 2, 4, 6].map((column) => sheet.cell(at + 3, column).text).join(' '),
  );
  expect(rows).toEqual([
    '由达标转未达标 窨井盖完好率 85% 79%',
    '仍未达标 建成区绿化覆盖率 75% 76%',
    '新达标 道路机械化清扫率 70% 82%',
  ]);
  expect(sheet.cell(1, 0).text).toContain('11月.xlsx');
  expect(sheet.cell(1, 0).text).toContain('持续达标 1 项');
  expect(comparison.counts.stillMet).toBe(1);
});

test('made again it takes the place of the earlier one; department sheets leave it, clearing takes it', () => {
  const file = openExample('linzi-filled');
  for (let run = 0; run < 2; run += 1) file.apply(changes(file.snapshot(), month([]), checkFile(file), 'x').plan);
  file.apply(departmentSheets(file.snapshot(), checkFile(file), new Date(0)).plan);
  file.apply(departmentSheets(file.snapshot(), checkFile(file), new Date(0)).plan);
  const names = file.snapshot().sheets.map(({ name }) => name);
  expect(names.filter((name) => name.includes('与上次对比'))).toEqual(['与上次对比']);
  file.apply(clear(file.snapshot()));
  expect(file.snapshot().sheets.length).toBe(1);
});
