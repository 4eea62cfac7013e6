import { betterByWords, betterDirection } from '../../src/standard/direction';
import { nationalIndicator, NATIONAL_2021 } from '../../src/standard/national-2021';

describe('the national standard', () => {
  it('has 56 rows in order', () => {
    expect(NATIONAL_2021.map((row) => row.no)).toEqual(Array.from({ length: 56 }, (_, index) => index + 1));
  });

  it.each(NATIONAL_2021.filter((row) => row.better !== null).map((row) => [row.name, row.better] as const))(
    'tells the direction of %s',
    (name, better) => expect(betterDirection(name)).toBe(better),
  );

  it.each([
    ['中小學生近视率', 33],
    ['学校校医或专(兼)职保健教师配备比率', 29],
    ['环境空气质量指数 (AQI) 不超过 100 的天数', 23],
    ['重点行业 and 单位防蝇和防鼠设施合格率', 56],
    ['每千常住人口执业（助理）医师数', 50],
    ['道路装灯率、亮灯率', 11],
    ['婴儿死亡率（‰）', 39],
    ['12.主次干道每日保洁时间', 12],
  ])('finds %s', (name, no) => expect(nationalIndicator(name)?.no).toBe(no));

  it.each(['每千人口床位数', '死亡率', '', '居民健康素养'])('does not find %s', (name) =>
    expect(nationalIndicator(name)).toBeNull(),
  );
});

describe('the better direction', () => {
  it.each([
    ['孕产妇死亡率', 'down'],
    ['死亡病例报告率', 'up'],
    ['投诉办结率', 'up'],
    ['噪声达标率', 'up'],
    ['个人卫生支出占比', 'down'],
    ['公共供水管网漏损率', 'down'],
    ['城镇登记失业率', 'down'],
    ['生产安全事故起数', 'down'],
    ['群众投诉件数', 'down'],
    ['食品抽检不合格率', 'down'],
    ['食品抽检合格率', 'up'],
    ['恩格尔系数', null],
    ['人均日生活用水量', null],
    ['城乡居民收入比', null],
    ['路网密度', null],
    ['蚊虫密度', 'down'],
    ['高血压患者血压控制率', 'up'],
    ['一般公共预算教育支出占比', null],
    ['政府卫生支出占卫生总费用的比重', null],
    ['常住人口城镇化率', null],
    ['事故隐患整改率', 'up'],
    ['PM2.5年均浓度', 'down'],
    ['污染源监控设施数量', null],
    ['满意度调查样本量', null],
    ['建有健身设施的行政村比例', 'up'],
  ] as const)('%s: %s', (name, better) => expect(betterByWords(name)).toBe(better));
});
