// Owns what stands beside a verdict: the sentence with its numbers, the value as it was read, caveats said once.
// Labelled from the contract; only the parts are held to that a report cannot do without.
import { judge, percent } from './support';

const DOWN = '15岁以上人群吸烟率';

it.each([
  [{ target: '≥90%', actual: '88.5%' }, '实际 88.5%，低于目标 ≥90%，差 1.5 个百分点'],
  [{ target: '≥90%', actual: 88.5 }, '实际 88.5%，低于目标 ≥90%，差 1.5 个百分点'],
  [{ target: '≥90%', actual: percent(0.885) }, '实际 88.5%，低于目标 ≥90%，差 1.5 个百分点'],
  [{ target: '≥90%', actual: '95%' }, '实际 95%，达到目标 ≥90%'],
  [{ target: '≤20%', actual: '18%', name: DOWN }, '实际 18%，符合目标 ≤20%'],
  [{ target: '≤20%', actual: '21%', name: DOWN }, '实际 21%，高于目标 ≤20%，超 1 个百分点'],
  [{ target: '85%～90%', actual: '86%' }, '实际 86%，符合目标 85~90%'],
  [{ target: '85%～90%', actual: '80%' }, '实际 80%，低于目标 85~90%，差 5 个百分点'],
  [{ target: '85%～90%', actual: '92%' }, '实际 92%，高于目标 85~90%，超 2 个百分点'],
  [{ target: '≤5.6‰', actual: '6‰', name: '婴儿死亡率' }, '实际 6‰，高于目标 ≤5.6‰，超 0.4‰'],
  [{ target: '≥10条', actual: '8条', name: '健康步道' }, '实际 8条，低于目标 ≥10条，差 2 条'],
] as const)('%j: %s', (row, sentence) => expect(judge(row).reason.zh).toBe(sentence));

it.each([
  ['a limit that is not included', { target: '>38.5%', actual: '38.5%' }, ['38.5%', '不含本数']],
  ['a bound that may or may not do', { target: '≥90%', actual: '80%以上' }, ['80%以上', '既可能', '≥90%']],
  ['a bound that cannot do', { target: '≥90%', actual: '不足80%' }, ['不足80%', '未达到', '≥90%']],
  ['nothing filled in', { target: '≥90%', actual: '' }, ['未填实际值', '≥90%']],
  ['words instead of a value', { target: '≥90%', actual: '12月出数' }, ['12月出数', '≥90%']],
  ['neither target nor value', { target: '', actual: '' }, ['无目标值']],
  ['a target that cannot be read, without a value', { target: '按上级要求', actual: '' }, ['未填实际值', '按上级要求']],
  ['units that do not fit', { target: '≥90%', actual: '90个' }, ['个', '%', '不能比较']],
  ['a change in place of a value', { target: '≥90%', actual: '提高3个百分点' }, ['变化', '≥90%']],
  ['words in place of a value', { target: '≥90%', actual: '达标' }, ['不是数值', '≥90%']],
  ['a failing claim', { target: '≥90%', actual: '未达标' }, ['未达到目标 ≥90%']],
  ['a value that cannot be', { target: '≥90%', actual: '120%', name: '疫苗接种率' }, ['数据异常']],
  ['what the cell holds', { target: '≥90%', actual: '预计95%' }, ['预计95%']],
] as const)('the sentence tells %s', (_, row, parts) => {
  const { reason } = judge(row);
  for (const part of parts) expect(reason.zh).toContain(part);
  expect(reason.en).not.toMatch(/undefined|null|NaN/);
});

it.each([
  [{ target: '≥90%', actual: '88.5%' }, { raw: '88.5%', value: 88.5, unit: '%' }, '%'],
  [{ target: '≥90%', actual: 88.5 }, { raw: '88.5', value: 88.5, unit: '%' }, '%'],
  [{ target: '≥90%', actual: 0.885 }, { raw: '0.885', value: 88.5, unit: '%' }, '%'],
  [{ target: '85%～90%', actual: 0.8 }, { raw: '0.8', value: 80, unit: '%' }, '%'],
  [{ target: '≥90%', actual: '90%以上' }, { raw: '90%以上', value: null, unit: '%' }, '%'],
  [{ target: '≥90%', actual: '城区98%、乡镇95%' }, { raw: '城区98%、乡镇95%', value: null, unit: null }, '%'],
  [
    { target: '≥1小时', actual: '65分钟', name: '每天体育活动时间' },
    { raw: '65分钟', value: 65, unit: '分钟' },
    '小时',
  ],
  [{ target: '≥90%', actual: '见附件' }, { raw: '见附件', value: null, unit: null }, null],
  [{ target: '≥90%', actual: '' }, null, null],
  [{ target: '有', actual: '有', name: '控烟法规' }, { raw: '有', value: null, unit: null }, null],
  [{ target: '≥3部', actual: 4, name: '控烟法规' }, { raw: '4', value: 4, unit: '部' }, '部'],
] as const)('%j is read as %j in the unit %j', (row, actual, unit) => {
  const judgement = judge(row);
  expect(judgement.actual).toEqual(actual);
  if (unit !== null) expect(judgement.unit).toBe(unit);
});

it('the target is told as written and as read', () => {
  expect(judge({ target: '≥ 90％', actual: '95%' }).target).toEqual({ raw: '≥ 90％', normal: '≥90%' });
  expect(judge({ target: '', actual: '95%' }).target).toEqual({ raw: '', normal: '' });
});

it('a blank target takes the plan', () => {
  const row = { name: '每千人口床位数', target: ' ', actual: 6.5 };
  expect(judge({ ...row, plan: 6.2 }).verdict).toBe('met');
  expect(judge({ ...row, plan: 7.2 })).toMatchObject({ verdict: 'unmet', gap: -0.7 });
  expect(judge(row).verdict).toBe('review');
});

it('a gap stands only beside a value that falls short', () => {
  const verdicts = [
    judge({ target: '≥90%', actual: '95%' }),
    judge({ target: '≥90%', actual: '城区98%、乡镇85%' }),
    judge({ target: '≥90%', actual: '' }),
  ];
  expect(verdicts.map(({ gap }) => gap)).toEqual([null, null, null]);
  expect(judge({ target: '到2025年达到90%', actual: '88%', year: 2024 })).toMatchObject({
    verdict: 'pending',
    gap: -2,
  });
});

it('a caveat is said once, and none is said of a value that is not there', () => {
  const said = judge({ target: '≥90%或≥95%', actual: '约97%' }).caveats.map(({ zh }) => zh);
  expect(said).toEqual(['实际值为约数']);
  expect(judge({ target: '≥90%', actual: '见附件（3份）' }).caveats).toEqual([]);
});

it('counties are told where the standard does not judge them', () => {
  const told = (name: string, profile: 'city' | 'county'): boolean =>
    judge({ name, target: '≥90%', actual: '99%', profile }).caveats.some(({ zh }) => zh.includes('县级不考核'));
  expect(told('窨井盖完好率', 'county')).toBe(true);
  expect(told('窨井盖完好率', 'city')).toBe(false);
  expect(told('群众对卫生状况满意率', 'county')).toBe(false);
});
