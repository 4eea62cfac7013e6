// Owns rows whose target joins several conditions, is due by a year, or asks for a deadline or a rank. Labelled from the contract.
import { judge } from './support';
import { describeRows } from './rows';

describeRows({
  'either or': `
    met | 居民健康素养水平 | ≥23%或持续提升 | 23% | h=2022:25%
    met | 居民健康素养水平 | ≥23%或持续提升 | 22.9% | h=2022:22.4%
    unmet | 居民健康素养水平 | ≥23%或持续提升 | 21% | h=2022:22%
    missing | 居民健康素养水平 | ≥23%或持续提升 | 21%
    met | 居民健康素养水平 | ≥23%或持续提升 | 24%
  `,
  'all of them': `
    met | 群众满意率 | ≥90%且逐年提高 | 92% | h=2022:91%
    unmet | 群众满意率 | ≥90%且逐年提高 | 92% | h=2022:93%
    unmet | 群众满意率 | ≥90%且逐年提高 | 89% | h=2022:88%
    unmet | 群众满意率 | ≥90%且逐年提高 | 89%
    missing | 群众满意率 | ≥90%且逐年提高 | 92%
    met | 卫生厕所普及率 | 城区≥90%，农村≥80% | 城区92%、农村81%
    unmet | 卫生厕所普及率 | 城区≥90%，农村≥80% | 城区92%、农村79%
    unmet | 卫生厕所普及率 | 城区≥90%，农村≥80% | 城区89%、农村81%
    unmet | 卫生厕所普及率 | 城区≥90%，农村≥80% | 75%
    review | 卫生厕所普及率 | 城区≥90%，农村≥80% | 85%
  `,
  'due by a year': `
    pending | 居民健康素养水平 | 到2025年达到30% | 25% | year=2024
    met | 居民健康素养水平 | 到2025年达到30% | 30% | year=2024
    unmet | 居民健康素养水平 | 到2025年达到30% | 25% | year=2025
    unmet | 居民健康素养水平 | 到2025年达到30% | 25% | year=2026
    review | 居民健康素养水平 | 到2025年达到30% | 25% | year=null
    met | 居民健康素养水平 | 到2025年达到30% | 31% | year=null
    review | 居民健康素养水平 | 到2023年底和2030年分别不低于24%和30% | 23% | year=null
    review | 居民健康素养水平 | 到2023年底和2030年分别不低于24%和30% | 25% | year=null
    met | 居民健康素养水平 | 到2023年底和2030年分别不低于24%和30% | 31% | year=null
    met | 居民健康素养水平 | 到2023年底和2030年分别不低于24%和30% | 25% | year=2029
    unmet | 居民健康素养水平 | 到2023年底和2030年分别不低于24%和30% | 25% | year=2030
    missing | 居民健康素养水平 | 到2025年达到30% | 待统计 | year=2024
    pending | 控烟立法 | 2025年底前出台条例 | 未出台 | year=2023
    unmet | 控烟立法 | 2022年底前出台条例 | 未出台 | year=2023
  `,
  'done in time': `
    met | 控烟立法 | 2022年底前出台条例 | 2021年5月出台 | year=2023
    met | 控烟立法 | 2022年底前出台条例 | 2022年12月出台 | year=2023
    unmet | 控烟立法 | 2022年底前出台条例 | 2023年3月出台 | year=2023
    met | 控烟立法 | 2022年底前出台条例 | 2022年12月出台 | year=null
    review | 控烟立法 | 2022年底前出台条例 | 已出台 | year=2023
    met | 控烟立法 | 2022年底前出台条例 | 已出台 | year=2022
    review | 控烟立法 | 2022年底前出台条例 | 2024年出台 | year=2023
    met | 控烟立法 | 2022年6月底前出台条例 | 2022年6月出台 | year=2023
    met | 控烟立法 | 2022年6月底前出台条例 | 2021年出台 | year=2023
    unmet | 控烟立法 | 2022年6月底前出台条例 | 2022年7月出台 | year=2023
    unmet | 控烟立法 | 2022年6月底前出台条例 | 2023年1月出台 | year=2023
    review | 控烟立法 | 2022年6月底前出台条例 | 2022年出台 | year=2023
    met | 控烟立法 | 2022年12月底前出台条例 | 2022年出台 | year=2023
  `,
  'a place among others': `
    met | 城市环境排名 | 前三名 | 第2名
    met | 城市环境排名 | 前三名 | 第3名
    unmet | 城市环境排名 | 前三名 | 第4名
    met | 城市环境排名 | 前三名 | 第一名
    unmet | 城市环境排名 | 前三名 | 第五名
    met | 城市环境排名 | 前10名 | 第十名
    unmet | 城市环境排名 | 前10名 | 第十一名
    unmet | 城市环境排名 | 前10名 | 第一百名
    met | 城市环境排名 | 前三名 | 3
    unmet | 城市环境排名 | 前三名 | 4
    met | 城市环境排名 | 前三名 | 2名
    review | 城市环境测评 | 前三名 | 3
    review | 城市环境排名 | 前三名 | 前列
    unmet | 城市环境排名 | 前10名 | 第一百二十名
    met | 城市环境排名 | 前三名 | 并列第二
    review | 城市环境排名 | 前三名 | 第一梯队
    unmet | 城市环境排名 | 前三名 | 第一批第五名
    review | 城市环境排名 | 前三名 | 第5名，去年第2名
    review | 城市环境排名 | 前三名 | 倒数第2名
    review | 城市环境排名 | 前三名 | 争取第2名
    review | 城市环境排名 | 前三名 | 预计第2名
    review | 城市环境排名 | 前三名 | 上年第2名
    met | 城市环境排名 | 前三名 | 全省第2名
    missing | 城市环境排名 | 前三名 | 待公布
  `,
});

describe('the gap of joined conditions', () => {
  it.each([
    ['≥23%或持续提升', '21%', -2],
    ['持续提升或≥23%', '21%', -2],
    ['≥23%或持续提升', '24%', null],
    ['≥90%且逐年提高', '20%', -70],
    ['逐年提高且≥90%', '20%', -70],
    ['≥90%且≥80%', '70%', -20],
  ] as const)('%s, %s: %p', (target, actual, gap) => {
    const judgement = judge({ name: '居民健康素养水平', target, actual, history: { 2022: '22%' } });
    expect([judgement.gap, judgement.gap === null || judgement.unit === '%']).toEqual([gap, true]);
  });
});

describe('what the sentence has to tell', () => {
  const literacy = { name: '居民健康素养水平' };
  it.each([
    [
      'a threshold that is missed beside what is not known',
      { target: '≥23%或持续提升', actual: '21%', ...literacy },
      ['未达≥23%；是否持续提升需上年值'],
    ],
    [
      'a threshold that is missed beside what makes up for it',
      { target: '≥23%或持续提升', actual: '22.9%', history: { 2022: '22.4%' }, ...literacy },
      ['未达≥23%，但', '22.4%'],
    ],
    [
      'both that fail',
      { target: '≥23%或持续提升', actual: '21%', history: { 2022: '22%' }, ...literacy },
      ['差 2 个百分点', '下降'],
    ],
    [
      'only the part that fails',
      { target: '≥90%且逐年提高', actual: '92%', history: { 2022: '93%' } },
      ['93%', '下降'],
    ],
    [
      'when it is due',
      { target: '到2025年达到30%', actual: '25%', year: 2024, ...literacy },
      ['差 5 个百分点', '2025年到期', '尚未到期'],
    ],
    [
      'when it was done',
      { target: '2022年底前出台条例', actual: '2023年3月出台', year: 2023, name: '控烟立法' },
      ['2023年3月', '2022年'],
    ],
    [
      'what the parts lack',
      { target: '达到C级', actual: '鼠C级、蚊C级', name: '建成区鼠、蚊、蝇、蟑螂的密度' },
      ['4', '2'],
    ],
  ] as const)('%s', (_name, row, parts) => {
    const { reason } = judge(row);
    for (const part of parts) expect(reason.zh).toContain(part);
  });

  it('a part that holds is not told among those that fail', () => {
    const { reason } = judge({ target: '≥90%且逐年提高', actual: '92%', history: { 2022: '93%' } });
    expect(reason.zh).not.toContain('达到目标 ≥90%');
  });
});

describe('caveats of the parts are kept', () => {
  it.each([
    ['≥90%且≥85%', 0.95, 2023, '0.95'],
    ['≥97%或≥90%', 0.95, 2023, '0.95'],
    ['到2023年底和2030年分别不低于24%和30%', '25%', 2024, '2030'],
    ['到2025年达到30%', '31%', null, '请注明数据年份'],
    ['到2025年达到90%', 0.95, 2024, '0.95'],
  ] as const)('%s, %s (%s)', (target, actual, year, words) => {
    const { caveats } = judge({ name: '居民健康素养水平', target, actual, year, unit: '%' });
    expect(caveats.map(({ zh }) => zh).join()).toContain(words);
  });

  it('a later due year is told once it is later only', () => {
    const row = { name: '居民健康素养水平', target: '到2023年底和2030年分别不低于24%和30%', actual: '31%' };
    expect(judge({ ...row, year: 2031 }).caveats).toEqual([]);
  });
});
