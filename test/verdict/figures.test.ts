// Owns figures at and around their limits: open and closed bounds, both readings of a fraction, several figures, units.
// Labelled from the contract; each row stands for a comparison that no other test would miss.
import { judge, type Case } from './support';

const DOWN = '15岁以上人群吸烟率';
const LAMPS = '道路装灯率、亮灯率';
const BY_TOWN = '卫生厕所普及率（以乡镇为单位）';

type Row = readonly [verdict: string, row: Case, gap?: number | null];

const GROUPS: Readonly<Record<string, readonly Row[]>> = {
  'a bound against a floor': [
    ['met', { target: '≥90%', actual: '90%以上' }],
    ['met', { target: '≥90%', actual: '超过90%' }],
    ['met', { target: '>90%', actual: '超过90%' }],
    ['met', { target: '>90%', actual: '95%以上' }],
    ['review', { target: '>90%', actual: '90%以上' }, null],
    ['review', { target: '>90%', actual: '超过85%' }],
    ['review', { target: '≥90%', actual: '80%以上' }],
    ['review', { target: '≥90%', actual: '90%以下' }],
    ['review', { target: '≥90%', actual: '88%-92%' }],
    ['met', { target: '≥90%', actual: '90%-92%' }],
    ['review', { target: '>90%', actual: '90%-92%' }],
    ['unmet', { target: '>90%', actual: '88%-90%' }, null],
    ['unmet', { target: '≥90%', actual: '不足90%' }, null],
    ['unmet', { target: '>90%', actual: '90%以下' }, null],
    ['unmet', { target: '≥90%', actual: '85%以下' }, null],
  ],
  'a bound against a ceiling': [
    ['met', { name: DOWN, target: '≤20%', actual: '20%以下' }],
    ['met', { name: DOWN, target: '≤20%', actual: '不足20%' }],
    ['met', { name: DOWN, target: '<20%', actual: '不足20%' }],
    ['met', { name: DOWN, target: '<20%', actual: '15%-18%' }],
    ['met', { name: DOWN, target: '≤20%', actual: '18%-20%' }],
    ['review', { name: DOWN, target: '<20%', actual: '20%以下' }],
    ['review', { name: DOWN, target: '<20%', actual: '18%-20%' }],
    ['review', { name: DOWN, target: '≤20%', actual: '20%以上' }],
    ['review', { name: DOWN, target: '≤20%', actual: '15%以上' }],
    ['unmet', { name: DOWN, target: '≤20%', actual: '超过20%' }, null],
    ['unmet', { name: DOWN, target: '<20%', actual: '20%以上' }, null],
    ['unmet', { name: DOWN, target: '<20%', actual: '20%-22%' }, null],
    ['unmet', { name: DOWN, target: '≤20%', actual: '21%-22%' }, null],
  ],
  'a bound against a range': [
    ['met', { target: '85%～90%', actual: '85%-90%' }],
    ['met', { target: '85%～90%', actual: '86%-88%' }],
    ['review', { target: '85%～90%', actual: '84%-86%' }],
    ['review', { target: '85%～90%', actual: '88%-92%' }],
    ['review', { target: '85%～90%', actual: '80%-95%' }],
    ['unmet', { target: '85%～90%', actual: '80%-84%' }, null],
    ['unmet', { target: '85%～90%', actual: '超过90%' }, null],
    ['unmet', { target: '85%～90%', actual: '不足85%' }, null],
    ['unmet', { target: '85%～90%', actual: '80%' }, -5],
    ['unmet', { target: '85%～90%', actual: '92%' }, 2],
  ],
  'a fraction without a unit': [
    ['met', { target: '≥90%', actual: 0.95 }],
    ['met', { target: '≥90%', actual: 1 }],
    ['unmet', { target: '≥90%', actual: 0.5 }, -40],
    ['unmet', { target: '≥90%', actual: 0 }, -90],
    ['met', { name: DOWN, target: '≤5%', actual: 0.03 }],
    ['unmet', { name: DOWN, target: '≤5%', actual: 0.08 }, 3],
    ['met', { name: DOWN, target: '≤5%', actual: 0 }],
    ['met', { target: '≥0.5%', actual: 0.95 }],
    ['unmet', { target: '≥1%', actual: 0.95 }, -0.05],
    ['unmet', { name: '婴儿死亡率', target: '≤0.5‰', actual: 0.95 }, 0.45],
  ],
  'several figures': [
    ['unmet', { name: LAMPS, target: '≥95%', actual: '装灯率90%、亮灯率80%' }, -15],
    ['unmet', { name: LAMPS, target: '≥95%', actual: '装灯率80%、亮灯率90%' }, -15],
    ['unmet', { name: LAMPS, target: '≥95%', actual: '装灯率99%、亮灯率80%' }, -15],
    ['met', { name: LAMPS, target: '≥95%', actual: '装灯率99%、亮灯率95%' }],
    ['unmet', { name: BY_TOWN, target: '≥85%', actual: '甲镇80%、乙镇70%、丙镇90%' }, -15],
    ['review', { target: '≥90%', actual: '城区98%、乡镇85%' }],
    ['unmet', { target: '≥90%', actual: '城区80%、乡镇85%' }, null],
    ['review', { name: '公厕建设', target: '≥10座', actual: '新建5座、改建8座' }],
    ['met', { name: '公厕建设', target: '≥10座', actual: '新建15座、改建12座' }],
    ['unmet', { name: '公厕建设', target: '≥20座', actual: '新建5座、改建8座' }, null],
  ],
  units: [
    ['review', { target: '≥90%', actual: '90个' }],
    ['met', { name: '健康步道', target: '≥10', actual: '12条' }],
    ['unmet', { name: '健康步道', target: '≥10', actual: '8条' }, -2],
    ['met', { name: '健康步道', target: '10-15', actual: '12条' }],
    ['unmet', { name: '健康步道', target: '10-15', actual: '16条' }, 1],
    ['met', { name: '健康步道', target: '≥10条', actual: 12 }],
    ['met', { name: '病媒生物消杀', target: '每周3次', actual: '3次' }],
    ['unmet', { name: '病媒生物消杀', target: '每周不少于3次', actual: '2次' }, -1],
    ['review', { name: '病媒生物消杀', target: '每周不少于3次', actual: '150次' }],
    ['review', { name: '病媒生物消杀', target: '每周不少于3次', actual: '3个' }],
  ],
  'for each place': [
    ['review', { name: '健身广场', target: '各乡镇至少1个', actual: '12个' }],
    ['review', { name: '健身广场', target: '各乡镇至少1个', actual: 12 }],
    ['review', { name: '健身广场', target: '每个乡镇至少1个', actual: '12个' }],
    ['met', { name: '健身广场', target: '各乡镇至少1个', actual: '各乡镇均有2个' }],
    ['met', { name: '健身广场', target: '至少10个', actual: '12个' }],
    ['met', { name: '卫生厕所普及率', target: '各乡镇≥90%', actual: '92%' }],
  ],
  'computed from its parts': [
    ['met', { target: '≥90%', actual: '', numerator: 45, denominator: 48 }],
    ['unmet', { target: '≥95%', actual: '', numerator: 45, denominator: 48 }, -1.25],
    ['missing', { target: '≥90%', actual: '', numerator: 45 }],
    ['missing', { target: '≥90%', actual: '', numerator: 45, denominator: 0 }],
    ['missing', { target: '≥90%', actual: '', numerator: '40、5', denominator: 48 }],
    ['missing', { target: '≥90%', actual: '', numerator: '40以上', denominator: 48 }],
    ['met', { target: '≥90%', actual: '95%', numerator: 40, denominator: 48 }],
    ['unmet', { name: '每千人口床位数', target: '≥7.5', actual: '', numerator: 700, denominator: 100_000 }, -0.5],
    ['met', { name: '每万人口全科医生数', target: '≥3', actual: '', numerator: 300, denominator: 1_000_000 }],
    ['unmet', { name: '每万人口全科医生数', target: '≥4', actual: '', numerator: 300, denominator: 1_000_000 }, -1],
  ],
};

describe.each(Object.entries(GROUPS))('%s', (_, rows) => {
  it.each(
    rows.map(
      ([verdict, row, gap]) => [`${row.name ?? ''} ${row.target} | ${String(row.actual)}`, verdict, row, gap] as const,
    ),
  )('%s is %s', (_name, verdict, row, gap) => {
    const judgement = judge(row);
    expect(judgement.verdict).toBe(verdict);
    if (gap !== undefined) expect(judgement.gap).toBe(gap);
  });
});

it.each([
  [{ target: '≥90%', actual: 0.95 }, true],
  [{ target: '≥90%', actual: 0.5 }, false],
  [{ target: '≥0.5%', actual: 0.95 }, false],
  [{ name: DOWN, target: '≤5%', actual: 0.08 }, true],
  [{ name: DOWN, target: '≤5%', actual: 0.03 }, false],
  [{ name: '病媒生物消杀', target: '每周3次', actual: '3次' }, true],
  [{ target: '≥90%', actual: '', numerator: 45, denominator: 48 }, true],
  [{ target: '≥90%', actual: '45/48' }, false],
] as const)('%j has a caveat: %p', (row, expected) => expect(judge(row).caveats.length > 0).toBe(expected));

it.each([
  [{ name: LAMPS, target: '≥95%', actual: '装灯率90%、亮灯率80%' }, '亮灯率 80%'],
  [{ name: LAMPS, target: '≥95%', actual: '装灯率80%、亮灯率90%' }, '装灯率 80%'],
  [{ name: BY_TOWN, target: '≥85%', actual: '甲镇80%、乙镇70%、丙镇90%' }, '乙镇 70%'],
] as const)('%j names the worst part', (row, part) => expect(judge(row).reason.zh).toContain(part));
