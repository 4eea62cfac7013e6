import { compare, difference, formatNumber } from '../../src/text/decimal';
import { normalise } from '../../src/text/normalise';
import { withArabicNumerals } from '../../src/text/numerals';
import { readUnit } from '../../src/text/units';

it.each([
  ['≥ 90%', '≥90%'],
  ['＞＝９０％', '≥90%'],
  ['=>90%', '≥90%'],
  ['〉80%', '>80%'],
  ['近 5 年', '近5年'],
  ['区人力资源和社会保障 局', '区人力资源和社会保障局'],
  ['PM2.5 33', 'PM2.5 33'],
  ['8 6%', '8 6%'],
  ['≥\u200b90\u00a0%', '≥90%'],
  ['³90%', '?90%'],
  ['1½小时', '1.5小时'],
])('normalises %s to %s', (text, normal) => expect(normalise(text)).toBe(normal));

it.each([
  ['百分之九十', '90%'],
  ['九成五以上', '95%以上'],
  ['千分之五', '5‰'],
  ['十万分之十八', '18/10万'],
  ['至少两次', '至少2次'],
  ['近五年平均', '近5年平均'],
  ['二〇二五年', '2025年'],
  ['十四五末', '十四五末'],
  ['一人一档', '一人一档'],
  ['二级标准', '二级标准'],
  ['建成区', '建成区'],
])('writes %s as %s', (text, figures) => expect(withArabicNumerals(text)).toBe(figures));

it.each([
  ['1/10万', 'ratio'],
  ['/十万', 'ratio'],
  ['每10万', 'ratio'],
  ['dB(A)', 'sound'],
  ['㎡', 'area'],
  ['m2', 'area'],
  ['名/千人', 'count:person/population'],
  ['次/年', 'count:time'],
])('knows the unit %s', (text, dimension) => expect(readUnit(text)?.dimension).toBe(dimension));

it('compares as typed, not as stored', () => {
  expect(compare(0.1 + 0.2, 0.3)).toBe(0);
  expect(difference(90.3, 90)).toBe(0.3);
  expect(formatNumber(1.2000000000000002)).toBe('1.2');
});
