import { compareMonths, type ChangeKind } from '../../src/report/changes';
import { judgedTable, type RowSketch } from './support';

const compare = (before: readonly RowSketch[], after: readonly RowSketch[]) =>
  compareMonths([judgedTable(before)], [judgedTable(after)]);
const row = (verdict: RowSketch['verdict'], value?: number, more: Partial<RowSketch> = {}): RowSketch => ({
  indicator: '群众对卫生状况满意率',
  verdict,
  ...(value === undefined ? {} : { actual: `${value}%`, value }),
  ...more,
});

test.each<[RowSketch['verdict'], RowSketch['verdict'], ChangeKind]>([
  ['unmet', 'met', 'newlyMet'],
  ['missing', 'met', 'newlyMet'],
  ['met', 'unmet', 'newlyLost'],
  ['missing', 'unmet', 'newlyFailing'],
  ['pending', 'unmet', 'newlyFailing'],
  ['unmet', 'unmet', 'stillFailing'],
  ['met', 'met', 'stillMet'],
  ['met', 'missing', 'noLongerKnown'],
  ['unmet', 'review', 'noLongerKnown'],
  ['missing', 'review', 'stillUnknown'],
  ['notApplicable', 'notApplicable', 'stillUnknown'],
])('%s → %s is %s', (before, after, kind) => {
  const { changes, counts } = compare([row(before)], [row(after)]);
  expect(changes.map((change) => change.kind)).toEqual([kind]);
  expect(counts[kind]).toBe(1);
});

test('rows are found again after renumbering, with other blanks, brackets and letters', () => {
  const before: RowSketch[] = [
    { indicator: '学校校医或专（兼）职保健教师配备比率', verdict: 'unmet', seq: '28' },
    { indicator: '中小學生近视率', verdict: 'unmet', seq: '32' },
  ];
  const after: RowSketch[] = [
    { indicator: '中小学生 近视率', verdict: 'met', seq: '1' },
    { indicator: '学校校医或专(兼)职保健教师配备比率', verdict: 'met', seq: '2' },
  ];
  expect(compare(before, after).counts).toMatchObject({ newlyMet: 2, appeared: 0, disappeared: 0 });
});

test('values that moved, with the difference in their unit', () => {
  const [change] = compare([row('unmet', 88.6)], [row('unmet', 89.9)]).changes;
  expect(change).toMatchObject({ kind: 'stillFailing', isMoved: true, difference: 1.3 });
  expect(change?.sentence.zh).toBe('仍为未达标，实际值 88.6% → 89.9%');
});

test('a value that stands still, a value that came, words, and another unit', () => {
  expect(compare([row('unmet', 88)], [row('unmet', 88)]).changes[0]).toMatchObject({ isMoved: false, difference: 0 });
  expect(compare([row('missing')], [row('met', 91)]).changes[0]).toMatchObject({ isMoved: false, difference: null });
  expect(
    compare([row('review', undefined, { actual: '正在推进' })], [row('met', undefined, { actual: '达标' })]).changes[0],
  ).toMatchObject({ isMoved: true, difference: null });
  expect(compare([row('met', 5, { unit: '‰' })], [row('met', 5)]).changes[0]).toMatchObject({ difference: null });
});

test('a changed target is said', () => {
  const [change] = compare([row('met', 91)], [row('unmet', 91, { target: '≥95%' })]).changes;
  expect(change?.isTargetChanged).toBe(true);
  expect(change?.sentence.zh).toBe('由达标变为未达标，实际值 91% 未变，目标由 ≥90% 改为 ≥95%');
});

test('rows that appeared and disappeared; a renamed row does both', () => {
  const { changes, counts } = compare(
    [row('met'), { indicator: '甲', verdict: 'unmet' }],
    [row('met'), { indicator: '乙', verdict: 'met' }],
  );
  expect(changes.map(({ kind, indicator }) => [kind, indicator])).toEqual([
    ['stillMet', '群众对卫生状况满意率'],
    ['appeared', '乙'],
    ['disappeared', '甲'],
  ]);
  expect(counts).toMatchObject({ stillMet: 1, appeared: 1, disappeared: 1 });
});

test('the same indicator text twice is told apart by order', () => {
  const { changes } = compare([row('met', 95), row('unmet', 80)], [row('met', 96), row('met', 90)]);
  expect(changes.map(({ kind, difference }) => [kind, difference])).toEqual([
    ['stillMet', 1],
    ['newlyMet', 10],
  ]);
});

test.each([
  [{ actual: '９７．２％', value: 97.2 }, { actual: '97.2%', value: 97.2 }, false],
  [{ actual: '装灯率１００％' }, { actual: '装灯率100%' }, false],
  [{ actual: '装灯率100%' }, { actual: '装灯率99%' }, true],
])('%j to %j moved: %s', (before, after, isMoved) => {
  const [change] = compare([row('unmet', undefined, before)], [row('unmet', undefined, after)]).changes;
  expect(change?.isMoved).toBe(isMoved);
  expect(change?.sentence.zh.includes('未变')).toBe(!isMoved);
});
