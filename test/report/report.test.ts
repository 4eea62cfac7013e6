import { breakdownByDepartment } from '../../src/report/breakdown';
import { LEDGER_HEAD, ledgerCells, ledgerRows } from '../../src/report/ledger';
import { rankDepartments, redAndBlackList } from '../../src/report/ranking';
import { metRate, summarise } from '../../src/report/summary';
import { gapText, rateText } from '../../src/report/wording';
import { judgedRow, judgedTable, TOWN, type RowSketch } from './support';

const town = [judgedTable(TOWN)];

test('the summary counts every indicator of every table once', () => {
  expect(summarise(town)).toEqual({
    indicators: 8,
    met: 2,
    unmet: 2,
    pending: 1,
    missing: 1,
    review: 1,
    notApplicable: 1,
  });
  expect(summarise([...town, judgedTable([{ indicator: '甲', verdict: 'met' }])])).toMatchObject({
    indicators: 9,
    met: 3,
  });
  expect(summarise([])).toMatchObject({ indicators: 0, met: 0 });
});

test('达标率 leaves 不适用 out and nothing else; it is null when nothing applies', () => {
  expect(metRate(summarise(town))).toBeCloseTo(2 / 7);
  expect(metRate(summarise([judgedTable([{ indicator: '甲', verdict: 'notApplicable' }])]))).toBeNull();
  expect(metRate(summarise([]))).toBeNull();
});

describe('breakdown by department', () => {
  const breakdown = breakdownByDepartment(town);
  const of = (name: string) => breakdown.departments.find((department) => department.name === name);

  test('worst first: more 未达标, then the lower rate, then by name', () => {
    expect(breakdown.departments.map(({ name, counts }) => [name, counts.unmet, counts.rate])).toEqual([
      ['区城管局', 2, 0],
      ['区卫健局', 1, 1 / 3],
      ['区教体局', 0, 0],
      ['区直各部门', 0, 0],
      ['区住建局', 0, null],
    ]);
  });

  test('counts add up, and the total counts a joint row once', () => {
    expect(of('区卫健局')?.counts).toEqual({
      indicators: 3,
      met: 1,
      unmet: 1,
      pending: 1,
      missing: 0,
      review: 0,
      notApplicable: 0,
      rate: 1 / 3,
    });
    expect(breakdown.total).toEqual({ ...summarise(town), rate: 2 / 7 });
  });

  test('rows keep the order of the source, with the role and the other departments', () => {
    expect(
      of('区卫健局')?.rows.map(({ judged, role, others, sheet }) => [judged.row.indicator, role, others, sheet]),
    ).toEqual([
      ['群众对卫生状况满意率', 'lead', ['区城管局'], '附件2'],
      ['居民健康素养水平', 'joint', [], '附件2'],
      ['每万常住人口全科医生数', 'joint', ['区教体局'], '附件2'],
    ]);
  });

  test('a department goes by its identity, and the row says how it is written there', () => {
    expect(of('区教体局')?.rows.map(({ writtenAs }) => writtenAs)).toEqual(['区教体局', '区教育和体育局']);
  });

  test('one department named twice in a row has one row, in the stronger role', () => {
    const twice = breakdownByDepartment([
      judgedTable([
        {
          indicator: '甲',
          verdict: 'met',
          departments: '区教育局和体育局',
          support: '区教体局',
          ids: { 区教育局和体育局: '区教体局' },
        },
      ]),
    ]);
    expect(twice.departments).toHaveLength(1);
    expect(twice.departments[0]).toMatchObject({
      name: '区教体局',
      counts: { indicators: 1 },
      rows: [{ role: 'lead', others: [] }],
    });
  });

  test('a collective is marked; rows without a department are listed apart', () => {
    expect(breakdown.departments.filter(({ collective }) => collective).map(({ name }) => name)).toEqual([
      '区直各部门',
    ]);
    expect(breakdown.unassigned.map(({ row }) => row.indicator)).toEqual(['人均公园绿地面积']);
  });
});

describe('ranking', () => {
  const rows = (name: string, met: number, unmet: number): RowSketch[] => [
    ...Array.from({ length: met }, (): RowSketch => ({ indicator: '甲', verdict: 'met', departments: name })),
    ...Array.from({ length: unmet }, (): RowSketch => ({ indicator: '乙', verdict: 'unmet', departments: name })),
  ];
  const ranking = rankDepartments(
    breakdownByDepartment([
      judgedTable([
        ...rows('甲局', 9, 1),
        ...rows('乙局', 1, 2),
        ...rows('丙局', 2, 4),
        ...rows('丁局', 17, 3),
        ...rows('戊局', 0, 1),
        ...rows('各街道', 1, 0),
        { indicator: '丙', verdict: 'notApplicable', departments: '己局' },
      ]),
    ]),
  );

  test('best first, equal rates share a rank, the next rank is left out', () => {
    expect(ranking.ranked.map(({ rank, department }) => [rank, department.name])).toEqual([
      [1, '甲局'],
      [2, '丁局'],
      [3, '丙局'],
      [3, '乙局'],
      [5, '戊局'],
    ]);
  });

  test('collectives and departments without an indicator that applies are not ranked, and the method says so', () => {
    expect(ranking.unranked.map(({ name }) => name)).toEqual(['各街道', '己局']);
    expect(ranking.method.zh).toContain('不参加排名');
    expect(ranking.method.zh).toContain('达标率＝达标÷（指标数－不适用）');
  });

  test('red and black lists follow the thresholds exactly and state them', () => {
    const { red, black, rule } = redAndBlackList(ranking, { red: 0.9, black: 0.85 });
    expect(red.map(({ department }) => department.name)).toEqual(['甲局']);
    expect(black.map(({ department }) => department.name)).toEqual(['丙局', '乙局', '戊局']);
    expect(rule.zh).toBe('达标率 90.0% 及以上列入红榜，低于 85.0% 且有未达标指标的列入黑榜，其余不列名。');
    expect(() => redAndBlackList(ranking, { red: 0.8, black: 0.9 })).toThrow(RangeError);
  });
});

describe('ledger', () => {
  const rows = ledgerRows(town);

  test('only what is not met, in order, numbered', () => {
    expect(
      rows.map(({ number, indicator, target, actual, gap, lead, support, isShared }) => [
        number,
        indicator,
        target,
        actual,
        gap,
        lead,
        support,
        isShared,
      ]),
    ).toEqual([
      [1, '群众对卫生状况满意率', '≥90%', '88.5%', '低 1.5 个百分点', ['区卫健局'], ['区城管局'], true],
      [2, '街巷路面每日保洁时间', '≥12小时', '10', '低 2 小时', ['区城管局'], [], false],
    ]);
  });

  test('printed under its heads, what people fill in left blank', () => {
    const [first] = rows;
    const cells = ledgerCells(first!, '2024年6月30日');
    expect(cells).toHaveLength(LEDGER_HEAD.length);
    expect(Object.fromEntries(LEDGER_HEAD.map((head, index) => [head, cells[index]]))).toMatchObject({
      序号: 1,
      '责任单位（牵头）': '区卫健局',
      配合单位: '区城管局',
      判定说明: '实际 88.5%，低于目标 ≥90%，差 1.5 个百分点',
      整改时限: '2024年6月30日',
      整改措施: '',
      是否销号: '否',
      备注: '涉及多个部门，需协调推进',
    });
  });
});

test.each([
  [-1.5, '%', '低 1.5 个百分点'],
  [3, '分贝', '高 3 分贝'],
  [3.7, '/10万', '高 3.7/10万'],
  [0.4, '‰', '高 0.4‰'],
  [-0.30000000000000004, null, '低 0.3'],
  [0, '%', '等于界限值'],
  [null, '%', ''],
])('gap %p %p is written %j', (gap, unit, wanted) => {
  expect(gapText({ ...judgedRow({ indicator: '甲', verdict: 'unmet' }).judgement, gap, unit })).toBe(wanted);
});

test.each([
  [1, '100.0%'],
  [0.9996, '99.9%'],
  [2 / 3, '66.7%'],
  [0, '0.0%'],
  [null, '—'],
])('rate %p is written %j', (rate, wanted) => {
  expect(rateText(rate)).toBe(wanted);
});
