// Owns the functions for cells: what Excel passes becomes a row, and the row is judged as in a table.
import { reason, target, verdict } from '../../src/functions/judge-cells';

describe('=DABIAO.VERDICT', () => {
  test.each<[target: unknown, actual: unknown, indicator: unknown, history: unknown, verdict: string]>([
    ['≥90%', '93.2%', undefined, undefined, '达标'],
    ['≥90%', 0.885, '群众对卫生状况满意率', undefined, '未达标'],
    ['≥90%', '', undefined, undefined, '缺数据'],
    ['≥90%', null, undefined, undefined, '缺数据'],
    [3.9, 3.62, undefined, undefined, '需人工判定'],
    [0.2, 0.3, '15 岁以上人群吸烟率', undefined, '未达标'],
    ['≥23%或持续提升', '22.9%', '居民健康素养水平', [['21.5%', '22.4%']], '达标'],
    ['≥23%或持续提升', '22.9%', '居民健康素养水平', [['21.5%'], ['23.1%']], '未达标'],
    ['≥23%或持续提升', '21%', '居民健康素养水平', undefined, '缺数据'],
    ['逐年下降', '13.9%', '中小学生肥胖率', [[''], ['14.2%'], ['']], '达标'],
    [
      '不高于近5年平均水平',
      '172.9/10万',
      '甲、乙类法定传染病报告发病率',
      [['180', '190', '185', '181', '176']],
      '达标',
    ],
    ['有', true, '全面控烟法律法规规定', undefined, '达标'],
    ['', '', '', undefined, '需人工判定'],
  ])('target %p, actual %p, %p, history %p: %s', (wanted, actual, indicator, history, expected) => {
    expect(verdict(wanted, actual, indicator, history)).toBe(expected);
  });
});

test('=DABIAO.REASON says why, with the numbers', () => {
  expect(reason('≥90%', '88.5%')).toBe('实际 88.5%，低于目标 ≥90%，差 1.5 个百分点');
});

describe('=DABIAO.TARGET', () => {
  test.each([
    ['≥ 23%或持续提升', '居民健康素养水平', '≥23%或持续提升'],
    ['25%或持续降低', '个人卫生支出占卫生总费用的比重', '≤25%或持续降低'],
    ['控制在25%以内', '个人卫生支出占卫生总费用的比重', '≤25%'],
    ['百分之九十及以上', '', '≥90%'],
    ['', '', '无目标值'],
    ['100%', '道路装灯率', '≥100%'],
    ['符合所在地实际', '', '目标“符合所在地实际”未能识别'],
  ])('%s of %s is understood as %s', (text, indicator, expected) => {
    expect(target(text, indicator)).toBe(expected);
  });
});
