// What collecting may fill in, what it must leave to a person, answer by answer.
import { collect } from '../../src/jobs/collect';
import type { CollectResult } from '../../src/jobs/collection';
import { arraySheet, cellOf, type ArrayCell } from '../../src/sheet/array-sheet';
import type { Sheet } from '../../src/sheet/sheet';
import type { Profile } from '../../src/table/table';
import type { WorkbookSnapshot } from '../../src/workbook/port';

const CITY: { readonly profile: Profile } = { profile: 'city' };
const HEAD = ['序号', '评价指标', '目标值', '责任部门', '实际值', '上年值'];
const snapshot = (sheet: Sheet): WorkbookSnapshot => ({
  sheets: [sheet],
  activeSheet: sheet.name,
  selection: null,
  marks: [],
  isStructureProtected: false,
  isReadOnly: false,
});
const book = (rows: readonly (readonly ArrayCell[])[]): WorkbookSnapshot =>
  snapshot(arraySheet([HEAD, ...rows], { name: '附件2' }));
const ROWS = [
  [1, '群众对卫生状况满意率', '≥90%', '区卫健局、区教体局'],
  [2, '15岁以上人群吸烟率', '＜20%', '区卫健局'],
  [3, '婴儿死亡率', '≤5.6‰', '区卫健局'],
  [4, '主次干道每日保洁时间', '≥16小时', '区城管局'],
  [5, '全面控烟法律法规规定', '有', '区卫健局、区教体局'],
] as const;
/** The table with these actual values (and last year's), by 序号. */
const withValues = (
  values: Readonly<Record<number, ArrayCell>>,
  last: Readonly<Record<number, ArrayCell>> = {},
): WorkbookSnapshot => book(ROWS.map((row) => [...row, values[row[0]] ?? null, last[row[0]] ?? null]));

interface Case {
  readonly name: string;
  readonly master?: Readonly<Record<number, ArrayCell>>;
  readonly last?: Readonly<Record<number, ArrayCell>>;
  /** What each bureau sends back. */
  readonly answers: Readonly<Record<string, Readonly<Record<number, ArrayCell>>>>;
  readonly filled?: readonly string[];
  readonly conflicts?: readonly string[];
  readonly suspicious?: readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'one answer', answers: { 区卫健局: { 2: '19%' } }, filled: ['2 19%'] },
  {
    name: 'equal answers in four writings',
    answers: {
      区卫健局: { 1: '95%' },
      区教体局: { 1: '９５．０％' },
      'a 区卫健局': { 1: 0.95 },
      'b 区教体局': { 1: cellOf(0.95, '95%', '0%') },
    },
    filled: ['1 95%'],
  },
  {
    name: 'answers that differ',
    answers: { 区卫健局: { 1: '95%' }, 区教体局: { 1: '94%' } },
    conflicts: ['1 null: 95%、94%'],
  },
  {
    name: 'two files of one bureau that differ',
    answers: { 区卫健局: { 2: '19%' }, '区卫健局（更正）': { 2: '18%' } },
    conflicts: ['2 null: 19%、18%'],
  },
  {
    name: 'a placeholder is no answer',
    answers: { 区卫健局: { 1: '待报' }, 区教体局: { 1: '94%' } },
    filled: ['1 94%'],
  },
  {
    name: 'units of one dimension',
    answers: { 区城管局: { 4: '960分钟' }, 'a 区城管局': { 4: '16小时' } },
    filled: ['4 960分钟'],
  },
  { name: 'words that mean the same', answers: { 区卫健局: { 5: '有' }, 区教体局: { 5: '已出台' } }, filled: ['5 有'] },
  {
    name: 'words that contradict',
    answers: { 区卫健局: { 5: '有' }, 区教体局: { 5: '无' } },
    conflicts: ['5 null: 有、无'],
  },
  { name: 'the master already says so', master: { 2: 0.19 }, answers: { 区卫健局: { 2: '19%' } } },
  {
    name: 'the master says something else',
    master: { 2: '21%' },
    answers: { 区卫健局: { 2: '19%' } },
    conflicts: ['2 21%: 19%'],
  },
  { name: 'a dash stands in the master', master: { 2: '——' }, answers: { 区卫健局: { 2: '19%' } }, filled: ['2 19%'] },
  {
    name: 'words stand in the master',
    master: { 2: '12月出数' },
    answers: { 区卫健局: { 2: '19%' } },
    conflicts: ['2 12月出数: 19%'],
  },
  {
    name: 'a formula stands in the master',
    master: { 2: { ...cellOf(0.21, '21%', '0%'), isFormula: true } },
    answers: { 区卫健局: { 2: '19%' } },
    conflicts: ['2 21%: 19%'],
  },
  {
    name: 'another unit',
    answers: { 区城管局: { 4: '16天' } },
    filled: ['4 16天'],
    suspicious: ['4 单位“天”与目标单位“小时”不一致'],
  },
  {
    name: 'impossible',
    answers: { 区卫健局: { 1: '120%' } },
    filled: ['1 120%'],
    suspicious: ['1 数据异常：占比不会超过100%'],
  },
  {
    name: 'ten times last year',
    last: { 3: '3.2‰' },
    answers: { 区卫健局: { 3: '32‰' } },
    filled: ['3 32‰'],
    suspicious: ['3 与上年值 3.2‰ 相差十倍以上，请核对小数点和单位'],
  },
  {
    name: 'a tenth of last year',
    last: { 2: '19%' },
    answers: { 区卫健局: { 2: '1.8%' } },
    filled: ['2 1.8%'],
    suspicious: ['2 与上年值 19% 相差十倍以上，请核对小数点和单位'],
  },
  {
    name: 'last year in another unit is no jump',
    last: { 3: '0.32%' },
    answers: { 区卫健局: { 3: '3.1‰' } },
    filled: ['3 3.1‰'],
  },
  {
    name: 'a claim without a figure',
    answers: { 区卫健局: { 2: '达标' } },
    filled: ['2 达标'],
    suspicious: [expect.stringMatching(/^2 /) as string],
  },
  {
    name: 'a date where a number belongs',
    answers: {
      区城管局: { 4: { kind: 'date', value: 45000, text: '3月16日', format: 'm"月"d"日"', isFormula: false } },
    },
    suspicious: [expect.stringContaining('日期') as string],
  },
  {
    name: 'an error',
    answers: {
      区城管局: { 4: { kind: 'error', value: '#DIV/0!', text: '#DIV/0!', format: 'General', isFormula: true } },
    },
    suspicious: [expect.stringContaining('#DIV/0!') as string],
  },
  {
    name: 'an untidy text stays text',
    answers: { 区城管局: { 4: '=1+1' } },
    filled: ['4 =1+1'],
    suspicious: ['4 单元格里是没有计算的公式 =1+1'],
  },
];

const run = ({ master = {}, last = {}, answers }: Case): CollectResult =>
  collect(
    withValues(master, last),
    Object.entries(answers).map(([name, values]) => ({ fileName: `${name}.xlsx`, snapshot: withValues(values) })),
    CITY,
  );

test.each(CASES)('$name', (one) => {
  const { filled, conflicts, suspicious } = run(one);
  expect(filled.map(({ seq, value }) => `${seq} ${value}`)).toEqual(one.filled ?? []);
  expect(
    conflicts.map(
      ({ seq, standing, answers }) => `${seq} ${standing}: ${answers.map(({ value }) => value).join('、')}`,
    ),
  ).toEqual(one.conflicts ?? []);
  expect(suspicious.map(({ seq, why }) => `${seq} ${why.zh}`)).toEqual(one.suspicious ?? []);
});

test.each(CASES)('only empty cells of the value columns are filled: $name', (one) => {
  const { plan } = run(one);
  const cells = plan.steps.flatMap((step) => (step.kind === 'fill' ? step.cells : []));
  const master = withValues(one.master ?? {}, one.last ?? {}).sheets[0]!;
  for (const { row, column } of cells) {
    expect(master.cell(row, column).text).toMatch(/^—*$/);
    expect(['实际值', '上年值']).toContain(HEAD[column]);
  }
});

test('last year comes along where the master has none', () => {
  const trend = (actual: string | null, last: string | null): WorkbookSnapshot =>
    book([
      [1, '中小学生近视率', '逐年下降', '区教体局', actual, last],
      [2, '人均公园绿地面积', '≥9平方米', '区城管局', null, null],
      [3, '窨井盖完好率', '≥98%', '区城管局', null, null],
    ]);
  const { filled } = collect(trend(null, null), [{ fileName: '区教体局.xlsx', snapshot: trend('52%', '53%') }], CITY);
  expect(filled.map(({ column, value }) => `${column} ${value}`)).toEqual(['实际值 52%', '上年值 53%']);
});

test('a file without a table is named, nothing else happens', () => {
  const { unread, plan, missing } = collect(
    withValues({}),
    [
      {
        fileName: '通讯录.xlsx',
        snapshot: snapshot(
          arraySheet([
            ['姓名', '电话'],
            ['张三', '1'],
          ]),
        ),
      },
    ],
    CITY,
  );
  expect(unread).toEqual(['通讯录.xlsx']);
  expect(plan.steps.some(({ kind }) => kind === 'fill')).toBe(false);
  expect(missing.map(({ department, kind }) => `${department} ${kind}`)).toEqual([
    '区卫健局 none',
    '区教体局 none',
    '区城管局 none',
  ]);
});

test('a renamed indicator without a mark is shown with its nearest, not filled in', () => {
  const sent = book([
    [1, '群众对卫生工作满意率', '≥90%', '区卫健局', '95%', null],
    [2, '某某新指标数量', '≥9个', '区卫健局', '3个', null],
    [3, '窨井盖完好率', '≥98%', '区城管局', null, null],
  ]);
  const { filled, unmatched } = collect(withValues({}), [{ fileName: '区卫健局.xlsx', snapshot: sent }], CITY);
  expect(filled).toEqual([]);
  expect(unmatched.map(({ why }) => why.zh)).toEqual([
    '总表中没有同名指标，可能是“群众对卫生状况满意率”',
    '总表中没有这项指标',
  ]);
});

const NURSES = '每千常住人口注册护士数';
const due = (value: ArrayCell): WorkbookSnapshot =>
  book([
    ...ROWS.slice(0, 2).map((row) => [...row, null, null]),
    [6, NURSES, '3.97（2025年）', '区卫健局', value, null],
  ]);

test.each([
  [3.2, []],
  ['3.2张', [NURSES]],
])('that nobody knows whether a target is due yet is no doubt about %s', (value, doubtful) => {
  const { suspicious } = collect(due(null), [{ fileName: '区卫健局.xlsx', snapshot: due(value) }], CITY);
  expect(suspicious.map(({ indicator }) => indicator)).toEqual(doubtful);
});

test('a formula that was never worked out is asked for again', () => {
  const formula: ArrayCell = { kind: 'blank', value: null, text: '', format: 'General', isFormula: true };
  const sent = withValues({ 2: formula, 3: '3‰' });
  const { open, filled } = collect(withValues({}), [{ fileName: '区卫健局.xlsx', snapshot: sent }], CITY);
  expect(filled.map(({ seq }) => seq)).toEqual(['3']);
  expect(open.find(({ seq }) => seq === '2')?.words).toEqual([
    '单元格是没有算出结果的公式，请用 Excel 打开保存后重新报送',
  ]);
});

test('sheets of two bureaus in one workbook are two returns', () => {
  const sheetOf = (department: string, value: ArrayCell, row: readonly ArrayCell[]): Sheet =>
    arraySheet(
      [
        ['序号', `行标记|${department}`, '评价指标', '目标值', '实际值'],
        [row[0]!, null, row[1]!, row[2]!, value],
      ],
      {
        name: department,
      },
    );
  const first = sheetOf('区卫健局', '19%', ROWS[1]);
  const both = {
    ...snapshot(first),
    sheets: [first, sheetOf('区城管局', '17小时', ROWS[3]), sheetOf('区教体局', null, ROWS[0])],
  };
  const { filled, missing } = collect(withValues({}), [{ fileName: '汇总.xlsx', snapshot: both }], CITY);
  expect(filled.map(({ value, sources }) => `${sources[0]?.department} ${value}`)).toEqual([
    '区卫健局 19%',
    '区城管局 17小时',
  ]);
  expect(missing.map(({ department, kind }) => `${department} ${kind}`)).toEqual(['区教体局 blank']);
});
