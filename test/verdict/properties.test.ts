// Owns what must hold for every row: no crash, no verdict out of nothing, better never turns worse, reasons that say
// what the verdict says.
import fc from 'fast-check';
import { difference } from '../../src/text/decimal';
import { convert, readUnit } from '../../src/text/units';
import { judge, type Case } from './support';

const RUNS = { numRuns: 1500 };
const scrap = fc.constantFrom(
  '95',
  '90',
  '0.9',
  '%',
  '‰',
  '约',
  '以上',
  '不足',
  '未',
  '达标',
  '有',
  '无',
  '√',
  '×',
  '、',
  '，',
  '（',
  '）',
  '2023年',
  '上年',
  '城区',
  '提高',
  '下降',
  '到',
  'C级',
  '二级',
  'PM2.5',
  '/',
  '48',
  '正在',
  '已',
  '个',
  ' ',
  '预计',
  '-',
  '~',
);
const text = fc.oneof(
  fc.string(),
  fc.array(scrap, { maxLength: 8 }).map((parts) => parts.join('')),
);
const TARGETS = [
  '≥90%',
  '≤5.6‰',
  '100%',
  '>38.5%',
  '85%～90%',
  '≥23%或持续提升',
  '逐年下降',
  '呈下降趋势',
  '较上年下降5%',
  '不低于上年',
  '不高于近5年平均水平',
  '不低于全省平均水平',
  '有',
  '无',
  '建立',
  '达到国家病媒生物密度控制水平标准C级要求',
  '达到国家《环境空气质量标准》二级标准',
  '符合所在地区域卫生规划要求',
  '7.74(2025年)',
  '设区市≥90%，县≥85%',
  '?90%',
  '全覆盖',
  '前三名',
];
const NAMES = [
  '群众对卫生状况满意率',
  '婴儿死亡率',
  '环境空气主要污染物年均值',
  '建成区鼠、蚊、蝇、蟑螂的密度',
  '全面控烟法律法规规定',
  '重大食品安全事故',
];

describe('any row', () => {
  it('has a verdict, a reason and no crash', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.oneof(fc.constantFrom(...TARGETS), text),
        text,
        text,
        text,
        (name, target, actual, before, other) => {
          const judgement = judge({
            name,
            target,
            actual,
            history: { 2022: before },
            reference: other,
            plan: other,
            remark: before,
            unit: other,
            profile: actual.length % 2 ? 'city' : 'county',
          });
          expect(judgement.reason.zh.length).toBeGreaterThan(2);
          expect(judgement.reason.en.length).toBeGreaterThan(2);
          expect(Number.isNaN(judgement.gap)).toBe(false);
        },
      ),
      RUNS,
    );
  });

  it.each(TARGETS)('is not decided by nothing: %s', (target) => {
    for (const actual of ['', '—', '待核实', '见附件', '12月出数', '暂无']) {
      expect(['missing', 'review']).toContain(judge({ target, actual, history: { 2022: '91%' } }).verdict);
    }
  });
});

const RANK = { unmet: 0, pending: 1, missing: 2, review: 2, met: 3, notApplicable: 2 } as const;

describe('a better value is never judged worse', () => {
  const share = fc.integer({ min: 101, max: 10_000 }).map((value) => value / 100);
  it.each([
    ['≥90%', 1, '群众对卫生状况满意率'],
    ['>38.5%', 1, '群众对卫生状况满意率'],
    ['90%', 1, '群众对卫生状况满意率'],
    ['≥23%或持续提升', 1, '居民健康素养水平'],
    ['不低于上年', 1, '居民健康素养水平'],
    ['较上年提高2个百分点', 1, '居民健康素养水平'],
    ['到2025年达到90%', 1, '群众对卫生状况满意率'],
    ['≤25%或持续降低', -1, '个人卫生支出占卫生总费用的比重'],
    ['<20%', -1, '15岁以上人群吸烟率'],
    ['逐年下降', -1, '中小学生近视率'],
    ['较上年下降5%', -1, '中小学生近视率'],
    ['25%', -1, '15岁以上人群吸烟率'],
  ] as const)('%s', (target, sense, name) => {
    fc.assert(
      fc.property(share, share, share, (a, b, before) => {
        const [worse, better] = sense * (a - b) > 0 ? [b, a] : [a, b];
        const row = (actual: number): Case => ({
          name,
          target,
          actual: `${actual}%`,
          history: { 2022: `${before}%` },
          unit: '%',
        });
        expect(RANK[judge(row(better)).verdict]).toBeGreaterThanOrEqual(RANK[judge(row(worse)).verdict]);
      }),
      RUNS,
    );
  });
});

describe('units', () => {
  it.each([
    ['%', '‰'],
    ['%', '/10万'],
    ['‰', '/万'],
    ['小时', '分钟'],
    ['毫克/立方米', '微克/立方米'],
    ['万元', '亿元'],
    ['公顷', '平方米'],
    ['名/千人', '名/万人'],
  ])('%s and %s convert there and back', (from, to) => {
    const [a, b] = [readUnit(from)!, readUnit(to)!];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 1000),
        (value) => {
          expect(convert(convert(value, a, b)!, b, a)).toBeCloseTo(value, 9);
        },
      ),
    );
  });
});

describe('a reason read again', () => {
  const value = fc.integer({ min: 101, max: 10_000 }).map((hundredths) => hundredths / 100);
  it('has the numbers, the direction and the verdict of a threshold', () => {
    fc.assert(
      fc.property(value, value, fc.constantFrom('≥', '>', '≤', '<'), (actual, limit, sign) => {
        const name = sign === '≥' || sign === '>' ? '群众对卫生状况满意率' : '15岁以上人群吸烟率';
        const { reason, verdict, gap } = judge({ name, target: `${sign}${limit}%`, actual: `${actual}%` });
        if (limit >= 100 && sign === '>') return;
        const told =
          /^实际 ([\d.]+)%，(达到|符合|低于|高于|与)目标 ([≥>≤<])([\d.]+)%(?:，(差|超) ([\d.]+) 个百分点| 的界限值相等，目标不含本数)?$/.exec(
            reason.zh,
          );
        expect(told).not.toBeNull();
        const [, a = '', word = '', s, l = '', , distance] = told!;
        expect([Number(a), s, Number(l)]).toEqual([actual, sign, limit]);
        expect(word === '达到' || word === '符合').toBe(verdict === 'met');
        if (verdict === 'unmet') expect(Math.abs(gap!)).toBe(distance === undefined ? 0 : Number(distance));
        if (word === '低于') expect(difference(actual, limit)).toBe(gap);
      }),
      RUNS,
    );
  });
});
