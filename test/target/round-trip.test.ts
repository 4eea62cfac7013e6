// Owns the promise that what the printer writes, the reader reads: conditions made by chance, printed, read back.
import fc from 'fast-check';
import { printCondition } from '../../src/target/print';
import { readTarget, type TargetContext } from '../../src/target/read';
import type { Condition, Leaf } from '../../src/target/target';
import { readUnit } from '../../src/text/units';
import { effortOf } from '../support/effort';

const CONTEXT: TargetContext = { indicator: '某项工作', unit: null, remark: null, profile: 'city', targetYear: null };

function read(text: string): Condition | null {
  return readTarget(text, CONTEXT).condition;
}

const unit = fc
  .constantFrom(
    '%',
    '‰',
    '/10万',
    '小时',
    '分钟',
    '平方米',
    '分贝',
    '个',
    '次',
    '名',
    '张',
    '岁',
    '天',
    '万元',
    '次/月',
    '名/千人',
  )
  .map((text) => readUnit(text));
const number = fc.oneof(
  fc.integer({ min: 1, max: 5000 }),
  fc.integer({ min: 1, max: 99_999 }).map((value) => value / 100),
);
const year = fc.integer({ min: 2020, max: 2040 });

const threshold: fc.Arbitrary<Leaf> = fc.record({
  kind: fc.constant('threshold' as const),
  subject: fc.constantFrom(null, '覆盖率', '城区', '农村'),
  sign: fc.constantFrom('≥', '>', '≤', '<', '='),
  value: number,
  unit,
  isApproximate: fc.boolean(),
});
const range: fc.Arbitrary<Leaf> = fc
  .tuple(number, number, unit)
  .filter(([low, high]) => low < high)
  .map(([low, high, of]) => ({ kind: 'range', subject: null, low, high, unit: of }));
const trend: fc.Arbitrary<Leaf> = fc.constantFrom<Leaf>(
  { kind: 'trend', move: 'down', isStrict: true, steps: null, words: '逐年下降' },
  { kind: 'trend', move: 'up', isStrict: true, steps: null, words: '持续提升' },
  { kind: 'trend', move: 'better', isStrict: true, steps: null, words: '持续改善' },
  { kind: 'trend', move: 'up', isStrict: false, steps: null, words: '不下降' },
  { kind: 'trend', move: 'down', isStrict: true, steps: 3, words: '连续3年下降' },
  { kind: 'softTrend', move: 'down', isFirm: false, words: '呈下降趋势' },
);
const base = fc.oneof(
  fc.constant({ kind: 'previous' as const }),
  year.map((value) => ({ kind: 'year' as const, year: value })),
  fc.integer({ min: 2, max: 9 }).map((years) => ({ kind: 'mean' as const, years })),
  fc.constantFrom('全省平均水平', '全国平均水平').map((name) => ({ kind: 'outside' as const, name })),
);
const comparison: fc.Arbitrary<Leaf> = fc.record({
  kind: fc.constant('comparison' as const),
  sign: fc.constantFrom('≥', '>', '≤', '<', 'better'),
  base,
});
const change: fc.Arbitrary<Leaf> = fc
  .record({
    move: fc.constantFrom('up' as const, 'down' as const),
    from: fc.oneof(
      fc.constant({ kind: 'previous' as const }),
      year.map((value) => ({ kind: 'year' as const, year: value })),
    ),
    sign: fc.constantFrom('≥' as const, '≤' as const, '>' as const, '<' as const),
    amount: number,
    of: fc.constantFrom('%', '个百分点', '个'),
  })
  .map(({ move, from, sign, amount, of }) => ({
    kind: 'change',
    move,
    base: from,
    isBaseNamed: true,
    sign,
    amount,
    measure: of === '%' ? 'relative' : of === '个百分点' ? 'points' : 'absolute',
    unit: readUnit(of),
  }));

const leaf = fc.oneof(threshold, range, trend, comparison, change);
const alternatives = fc
  .uniqueArray(leaf, { minLength: 2, maxLength: 3, selector: printCondition })
  .map((parts): Condition => ({ kind: 'any', parts }));
const due = fc
  .uniqueArray(year, { minLength: 1, maxLength: 3 })
  .chain((years) =>
    fc.tuple(fc.constant([...years].sort()), fc.array(threshold, { minLength: years.length, maxLength: years.length })),
  )
  .map(([years, conditions]): Condition => ({
    kind: 'due',
    terms: years.map((value, index) => ({ year: value, condition: { ...conditions[index]!, subject: null } as Leaf })),
  }));

describe('what the printer writes is read back to the same tree', () => {
  it.each([
    ['one condition', leaf],
    ['alternatives', alternatives],
    ['due years', due],
  ] as const)('%s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary as fc.Arbitrary<Condition>, (condition) => {
        expect(read(printCondition(condition))).toEqual(condition);
      }),
      { numRuns: 600 },
    );
  });
});

describe('any text', () => {
  const scrap = fc.constantFrom(
    '≥',
    '≤',
    '>',
    '90',
    '%',
    '0.5',
    '或',
    '且',
    '；',
    '，',
    '（',
    '）',
    '(2025年)',
    '2025年',
    '持续',
    '下降',
    '提升',
    '不',
    '低于',
    '上年',
    '近5年',
    '平均',
    '县',
    '城市',
    '达到',
    'C级',
    '标准',
    '至',
    '到',
    '分别',
    '和',
    '、',
    '无',
    '有',
    '每',
    '10万',
    '/',
    '‰',
    ' ',
    '\n',
    '《',
    '》',
    '"',
    '力争',
    '以上',
    '以内',
    '左右',
  );
  it('has a reading, in a few milliseconds', () => {
    readTarget('≥90%', CONTEXT);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.array(scrap, { maxLength: 30 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const effort = effortOf(() => {
            const reading = readTarget(text, { ...CONTEXT, remark: text, unit: text, indicator: text });
            expect(typeof reading.normal).toBe('string');
          });
          expect(effort).toBeLessThan(150);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    '≥',
    '到2025年',
    '（',
    '分别和',
    '近',
    '1',
    '1,',
    '城区、',
    '不',
    '持续',
    '县',
    '每',
    '达到',
    '上',
    '、',
    '或',
  ])('of ten thousand "%s" is read in time', (piece) => {
    expect(effortOf(() => readTarget(piece.repeat(10_000 / piece.length), CONTEXT))).toBeLessThan(400);
  });
});
