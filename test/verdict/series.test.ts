// Owns rows whose target looks at other years or other places: which column counts, in which order, by how much.
// Labelled from the contract.
import { judge, type Case } from './support';

const RATE = { name: '中小学生近视率', unit: '%' };
const CASES = { name: '登革热病例数', unit: '例' };
const BEDS = { name: '每千人口床位数' };

type Row = readonly [verdict: string, row: Case, gap?: number | null];

const GROUPS: Readonly<Record<string, readonly Row[]>> = {
  'the order of years, not of columns': [
    [
      'met',
      {
        target: '逐年下降',
        actual: '50%',
        history: [
          ['2022', '51%'],
          ['2021', '52%'],
          ['2020', '53%'],
        ],
        ...RATE,
      },
    ],
    [
      'unmet',
      {
        target: '逐年下降',
        actual: '50%',
        history: [
          ['2022', '52%'],
          ['2021', '51%'],
        ],
        ...RATE,
      },
    ],
    [
      'unmet',
      {
        target: '逐年下降',
        actual: '50%',
        history: [
          ['2022', '49%'],
          ['2021', '52%'],
        ],
        ...RATE,
      },
    ],
    [
      'met',
      {
        target: '不低于上年',
        actual: '25%',
        history: [
          ['2022', '24%'],
          ['2021', '30%'],
        ],
      },
    ],
  ],
  'only what lies before the actual': [
    [
      'met',
      {
        target: '逐年下降',
        actual: '50%',
        history: [
          ['2022', '52%'],
          ['2023', '60%'],
          ['2024', '49%'],
        ],
        ...RATE,
      },
    ],
    [
      'unmet',
      {
        target: '逐年下降',
        actual: '50%',
        history: [
          ['2022', '49%'],
          ['2023', '60%'],
        ],
        ...RATE,
      },
    ],
    [
      'missing',
      {
        target: '逐年下降',
        actual: '50%',
        history: [
          ['2023', '60%'],
          ['2024', '49%'],
        ],
        ...RATE,
      },
    ],
  ],
  'last year': [
    ['unmet', { target: '不低于上年', actual: '25%', history: { 2021: '10%', 2022: '30%' } }],
    ['met', { target: '不低于上年', actual: '25%', history: { 2021: '30%', 2022: '25%' } }],
    ['missing', { target: '不低于上年', actual: '25%', history: { 2020: '30%', 2021: '10%' } }],
    ['missing', { target: '不低于上年', actual: '25%', history: { 2021: '10%', 2022: null } }],
    ['missing', { target: '不低于上年', actual: '25%' }],
    ['met', { target: '不低于上年', actual: '25%', history: { 上年: '24%' } }],
    ['met', { target: '不低于上年', actual: '25%', history: { 上年: '24%' }, year: null }],
    ['unmet', { target: '不低于上年', actual: '25%', history: { 2021: '10%', 2022: '30%' }, year: null }],
    ['unmet', { target: '高于上年', actual: '25%', history: { 2022: '25%' } }, null],
    ['met', { target: '不高于上年', actual: '25%', history: { 2022: '25%' }, ...RATE }],
    ['unmet', { target: '不高于上年', actual: '26%', history: { 2022: '25%' }, ...RATE }, null],
    ['unmet', { target: '低于上年', actual: '25%', history: { 2022: '25%' }, ...RATE }, null],
    ['met', { target: '低于上年', actual: '24%', history: { 2022: '25%' }, ...RATE }],
    ['met', { target: '不低于上年', actual: '40分钟', history: { 2022: '0.5小时' }, name: '每天体育活动时间' }],
    ['review', { target: '不低于上年', actual: '40分钟', history: { 2022: '3个' }, name: '每天体育活动时间' }],
    ['met', { target: '不低于上年', actual: '95%', history: { 2022: 0.93 } }],
    ['met', { target: '不低于上年', actual: 0.95, history: { 2022: '93%' } }],
  ],
  'by an amount': [
    ['met', { target: '较上年下降5%', actual: 95, history: { 2022: 100 }, ...CASES }],
    ['unmet', { target: '较上年下降5%', actual: 96, history: { 2022: 100 }, ...CASES }, null],
    ['unmet', { target: '较上年下降5%', actual: 110, history: { 2022: 100 }, ...CASES }],
    ['review', { target: '较上年下降5%', actual: 5, history: { 2022: 0 }, ...CASES }],
    ['met', { target: '同比提高2个百分点', actual: '52%', history: { 2022: '50%' } }],
    ['unmet', { target: '同比提高2个百分点', actual: '51.9%', history: { 2022: '50%' } }],
    ['met', { target: '比2020年降低10%', actual: 90, history: { 2020: 100, 2022: 80 }, ...CASES }],
    ['unmet', { target: '比2020年降低10%', actual: 91, history: { 2020: 100, 2022: 200 }, ...CASES }],
    ['missing', { target: '比2020年降低10%', actual: 90, history: { 2022: 200 }, ...CASES }],
    ['met', { target: '较上年增加10个', actual: '100个', history: { 2022: '90个' }, name: '母婴室数量' }],
    ['unmet', { target: '较上年增加10个', actual: '99个', history: { 2022: '90个' }, name: '母婴室数量' }],
    ['missing', { target: '较上年下降5%', actual: 95, ...CASES }],
  ],
  'the change itself': [
    ['met', { target: '较上年下降3%以上', actual: '下降3.1%', ...CASES }],
    ['met', { target: '较上年下降3%以上', actual: '下降3%', ...CASES }],
    ['unmet', { target: '较上年下降3%以上', actual: '下降2%', ...CASES }],
    ['unmet', { target: '较上年下降3%以上', actual: '上升3.1%', ...CASES }],
    ['review', { target: '较上年下降3%以上', actual: '下降3.1个百分点', ...CASES }],
    ['review', { target: '较上年下降3%以上', actual: '较2020年下降3.1%', ...CASES }],
    ['met', { target: '较上年下降3%以上', actual: '较2022年下降3.1%', ...CASES }],
    ['met', { target: '比2020年下降3%以上', actual: '较2020年下降3.1%', ...CASES }],
    ['review', { target: '较上年下降3%以上', actual: '年均下降3.1%', ...CASES }],
    ['review', { target: '较上年下降3%以上', actual: '累计下降3.1%', ...CASES }],
    ['review', { target: '不高于上年', actual: '累计下降3.1%', ...CASES }],
    ['met', { target: '年均下降3%以上', actual: '年均下降3.1%', ...CASES }],
    ['unmet', { target: '累计下降3%以上', actual: '累计下降2.9%', ...CASES }],
    ['review', { target: '比2020年下降3%以上', actual: '较2021年下降3.1%', ...CASES }],
    ['met', { target: '同比提高2个百分点', actual: '提高2个百分点' }],
    ['unmet', { target: '同比提高2个百分点', actual: '提高1.5个百分点' }],
    ['met', { target: '不低于上年', actual: '提高1个百分点' }],
    ['unmet', { target: '不低于上年', actual: '下降1个百分点' }],
    ['met', { target: '不高于上年', actual: '下降1%', ...CASES }],
    ['unmet', { target: '不高于上年', actual: '上升1%', ...CASES }],
    ['review', { target: '不低于近3年平均水平', actual: '提高1个百分点' }],
    ['review', { target: '≥90%', actual: '提高3个百分点' }],
  ],
  'the mean of years': [
    ['unmet', { target: '不高于近3年平均水平', actual: 12, history: { 2020: 9, 2021: 10, 2022: 11 }, ...CASES }, 2],
    ['met', { target: '不高于近3年平均水平', actual: 10, history: { 2020: 9, 2021: 10, 2022: 11 }, ...CASES }],
    ['met', { target: '不高于近3年平均水平', actual: 10, history: { 2019: 0, 2020: 9, 2021: 10, 2022: 11 }, ...CASES }],
    ['missing', { target: '不高于近3年平均水平', actual: 10, history: { 2021: 10, 2022: 11 }, ...CASES }],
    ['missing', { target: '不高于近3年平均水平', actual: 10, history: { 2020: 9, 2021: null, 2022: 11 }, ...CASES }],
    ['missing', { target: '不高于近3年平均水平', actual: 10, history: { 2019: 9, 2021: 10, 2022: 11 }, ...CASES }],
    ['met', { target: '不高于近5年平均水平', actual: 10, history: { 近5年平均: 10.5 }, ...CASES }],
    ['unmet', { target: '不高于近5年平均水平', actual: 11, history: { 近5年平均: 10.5 }, ...CASES }, 0.5],
    ['missing', { target: '不高于近5年平均水平', actual: 10, history: { 近3年平均: 10.5 }, ...CASES }],
    ['missing', { target: '不高于近5年平均水平', actual: 10, history: { 近5年平均: null }, ...CASES }],
    ['met', { target: '逐年下降', actual: '50%', history: { 近3年平均: '30%', 2022: '51%' }, ...RATE }],
  ],
  'an average of a larger place': [
    ['unmet', { target: '不低于全省平均水平', actual: '88%', reference: '90%', referenceName: '全省平均' }, -2],
    ['met', { target: '不低于全省平均水平', actual: '90%', reference: '90%', referenceName: '全省平均' }],
    ['unmet', { target: '低于全国平均', actual: '50%', reference: '50%', referenceName: '全国平均', ...RATE }, 0],
    ['missing', { target: '不低于全省平均水平', actual: '88%', reference: '', referenceName: '全省平均' }],
    ['review', { target: '不低于全省平均水平', actual: '88%' }],
    ['review', { target: '不低于全省平均水平', actual: '95%', reference: '90%', referenceName: '全国平均' }],
    ['met', { target: '不低于全省平均水平', actual: '95%', reference: '90%', referenceName: '省平均' }],
    ['met', { target: '不低于全省平均水平', actual: '95%', reference: '90%' }],
  ],
  'a figure in the series that is no single figure': [
    ['review', { target: '逐年下降', actual: '50%', history: { 2022: '51%以上' }, ...RATE }],
    ['review', { target: '逐年下降', actual: '50%', history: { 2022: '城区51%、农村52%' }, ...RATE }],
    ['review', { target: '逐年下降', actual: '不足50%', history: { 2022: '51%' }, ...RATE }],
    ['review', { target: '不低于上年', actual: '95%', history: { 2022: '90%以上' } }],
    ['review', { target: '不高于近3年平均水平', actual: 10, history: { 2020: 9, 2021: '约定', 2022: 11 }, ...CASES }],
    ['review', { target: '不高于近3年平均水平', actual: 10, history: { 2020: 9, 2021: '3%', 2022: 11 }, ...CASES }],
    ['missing', { target: '逐年下降', actual: '50%', history: { 2021: '待统计', 2022: '待统计' }, ...RATE }],
    ['met', { target: '逐年下降', actual: '50%', history: { 2021: '待统计', 2022: '51%' }, ...RATE }],
  ],
  'so many years running': [
    ['met', { target: '连续三年下降', actual: '50%', history: { 2020: '53%', 2021: '52%', 2022: '51%' }, ...RATE }],
    [
      'met',
      {
        target: '连续三年下降',
        actual: '50%',
        history: { 2019: '40%', 2020: '53%', 2021: '52%', 2022: '51%' },
        ...RATE,
      },
    ],
    ['unmet', { target: '连续三年下降', actual: '50%', history: { 2020: '53%', 2021: '52%', 2022: '52%' }, ...RATE }],
    ['missing', { target: '连续三年下降', actual: '50%', history: { 2021: '52%', 2022: '51%' }, ...RATE }],
    ['unmet', { target: '连续三年下降', actual: '52%', history: { 2021: '52%', 2022: '51%' }, ...RATE }],
  ],
  'a mean in the column of references, or of columns without a year': [
    ['met', { target: '不高于近5年平均水平', actual: 10, reference: 10.5, referenceName: '近5年平均值', ...CASES }],
    [
      'unmet',
      { target: '不高于近5年平均水平', actual: 11, reference: 10.5, referenceName: '近5年平均值', ...CASES },
      0.5,
    ],
    ['missing', { target: '不高于近5年平均水平', actual: 11, reference: '', referenceName: '近5年平均值', ...CASES }],
    ['missing', { target: '不高于近5年平均水平', actual: 10, reference: 10.5, referenceName: '全省平均', ...CASES }],
    ['met', { target: '不高于近2年平均水平', actual: 10, history: { 前年: 9, 上年: 11 }, year: null, ...CASES }],
    ['unmet', { target: '不高于近2年平均水平', actual: 11, history: { 前年: 9, 上年: 11 }, year: null, ...CASES }, 1],
  ],
  'least squares over the years, not over the columns': [
    ['met', { target: '呈下降趋势', actual: '49%', history: { 2015: '50%', 2021: '40%', 2022: '45%' }, ...RATE }],
    ['unmet', { target: '总体上升', actual: '51%', history: { 2015: '50%', 2021: '60%', 2022: '40%' } }],
  ],
  'no more than, more than': [
    ['met', { target: '较上年增长不超过5%', actual: 105, history: { 2022: 100 }, ...CASES }],
    ['unmet', { target: '较上年增长不超过5%', actual: 106, history: { 2022: 100 }, ...CASES }],
    ['met', { target: '较上年增长超过5%', actual: 106, history: { 2022: 100 }, name: '健身人数' }],
    ['unmet', { target: '较上年增长超过5%', actual: 105, history: { 2022: 100 }, name: '健身人数' }],
    ['met', { target: '高于全省平均2个百分点', actual: '92%', reference: '90%', referenceName: '全省平均' }],
    ['unmet', { target: '高于全省平均2个百分点', actual: '91.9%', reference: '90%', referenceName: '全省平均' }],
    ['met', { target: '较基期下降10%', actual: 90, history: { 基期: 100, 2022: 50 }, ...CASES }],
    ['unmet', { target: '较基期下降10%', actual: 91, history: { 基期: 100, 2022: 200 }, ...CASES }],
    ['missing', { target: '较基期下降10%', actual: 90, history: { 2022: 200 }, ...CASES }],
    ['review', { target: '同比提高2个百分点', actual: '5个', history: { 2022: '3个' }, name: '母婴室数量' }],
    ['met', { name: '单位GDP能耗降低率', target: '下降3%', actual: '3.2%' }],
    ['unmet', { name: '单位GDP能耗降低率', target: '下降3%', actual: '2.8%' }, -0.2],
    ['unmet', { name: '工业增加值增速', target: '增长5%', actual: '4%' }, -1],
    ['met', { name: '工业增加值增速', target: '增长5%', actual: '6%' }],
    ['review', { name: '工业增加值增速', target: '下降5%', actual: '6%' }],
  ],
  trends: [
    ['unmet', { target: '逐年提高', actual: '53%', history: { 2021: '52%', 2022: '53%' } }, null],
    ['met', { target: '不下降', actual: '53%', history: { 2021: '53%', 2022: '53%' } }],
    ['unmet', { target: '不下降', actual: '53%', history: { 2021: '54%', 2022: '53%' } }],
    ['met', { target: '持续改善', actual: '50%', history: { 2022: '51%' }, ...RATE }],
    ['unmet', { target: '持续改善', actual: '52%', history: { 2022: '51%' }, ...RATE }],
    ['review', { target: '持续改善', actual: '28%', history: { 2022: '27%' }, name: '恩格尔系数' }],
    ['met', { target: '总体上升', actual: '60%', history: { 2020: '50%', 2021: '57%', 2022: '55%' } }],
    ['unmet', { target: '总体上升', actual: '50%', history: { 2020: '50%', 2021: '40%', 2022: '60%' } }],
    ['unmet', { target: '呈下降趋势', actual: '49%', history: { 2020: '50%', 2021: '10%', 2022: '60%' }, ...RATE }],
    ['met', { target: '呈下降趋势', actual: '48%', history: { 2020: '50%', 2021: '51%', 2022: '49%' }, ...RATE }],
    ['unmet', { target: '呈下降趋势', actual: '50%', history: { 2022: '50%' }, ...RATE }],
    ['review', { target: '逐年下降', actual: '50%', history: { 2022: '3个' }, ...RATE }],
    ['review', { target: '逐年提高', actual: '95%', history: { 2022: '120%' }, name: '疫苗接种率' }],
    ['met', { target: '逐年提高', actual: '53%', history: { 2021: 0.51, 2022: '52%' } }],
    ['unmet', { target: '逐年提高', actual: '53%', history: { 2021: 0.54, 2022: '52%' } }],
    ['met', { target: '逐年提高', actual: 6.5, history: { 2021: 0.9, 2022: 6.2 }, ...BEDS }],
    ['review', { target: '逐年下降', actual: '50%', history: { 2022: '约定' }, ...RATE }],
  ],
};

describe.each(Object.entries(GROUPS))('%s', (_, rows) => {
  it.each(
    rows.map(
      ([verdict, row, gap]) =>
        [
          `${row.target} | ${String(row.actual)} | ${JSON.stringify(row.history ?? row.reference)}`,
          verdict,
          row,
          gap,
        ] as const,
    ),
  )('%s is %s', (_name, verdict, row, gap) => {
    const judgement = judge(row);
    expect(judgement.verdict).toBe(verdict);
    if (gap !== undefined) expect(judgement.gap).toBe(gap);
  });
});

describe('what the sentence has to tell', () => {
  it.each([
    [
      'a blank year is named',
      { target: '逐年下降', actual: '49%', history: { 2020: '53%', 2021: null, 2022: '51%' }, ...RATE },
      ['2021年'],
    ],
    [
      'the step that goes wrong',
      { target: '逐年下降', actual: '50%', history: { 2021: '51%', 2022: '52%' }, ...RATE },
      ['2022年 52%', '2021年 51%', '上升'],
    ],
    [
      'a step that stands still',
      { target: '逐年下降', actual: '51%', history: { 2021: '52%', 2022: '51%' }, ...RATE },
      ['本期 51%', '2022年 51%', '持平'],
    ],
    [
      'a fall where a rise is asked',
      { target: '逐年提高', actual: '50%', history: { 2022: '51%' } },
      ['本期 50%', '2022年 51%', '下降'],
    ],
    [
      'all the years of a trend that holds',
      { target: '逐年下降', actual: '50%', history: { 2021: '52%', 2022: '51%' }, ...RATE },
      ['2021年 52%', '2022年 51%', '本期 50%'],
    ],
    [
      "a years' column that is missing",
      { target: '比2020年降低10%', actual: 90, history: { 2022: 200 }, ...CASES },
      ['2020年'],
    ],
    [
      'the years that a mean lacks',
      { target: '不高于近3年平均水平', actual: 10, history: { 2020: 9, 2022: 11 }, ...CASES },
      ['2021年'],
    ],
    [
      'the mean and the distance',
      { target: '不高于近3年平均水平', actual: 12, history: { 2020: 9, 2021: 10, 2022: 11 }, ...CASES },
      ['高于', '10', '超 2'],
    ],
    [
      "the other place's figure",
      { target: '不低于全省平均水平', actual: '88%', reference: '90%', referenceName: '全省平均' },
      ['低于', '90%', '差 2 个百分点'],
    ],
    [
      'how far it moved',
      { target: '较上年下降5%', actual: 96, history: { 2022: 100 }, ...CASES },
      ['100', '下降 4%', '未达到'],
    ],
    [
      'that it moved the other way',
      { target: '较上年下降5%', actual: 110, history: { 2022: 100 }, ...CASES },
      ['提高 10%'],
    ],
    ['that it did not move', { target: '较上年下降5%', actual: 100, history: { 2022: 100 }, ...CASES }, ['持平']],
    [
      'points as points',
      { target: '同比提高2个百分点', actual: '53%', history: { 2022: '50%' } },
      ['提高 3 个百分点', '符合'],
    ],
    [
      'the units that do not fit',
      { target: '不低于上年', actual: '40分钟', history: { 2022: '3个' }, name: '每天体育活动时间' },
      ['分钟', '个'],
    ],
  ] as const)('%s', (_name, row, parts) => {
    const { reason } = judge(row);
    for (const part of parts) expect(reason.zh).toContain(part);
  });
});

it('a year without a column is a caveat', () => {
  const { verdict, caveats } = judge({
    target: '逐年下降',
    actual: '50%',
    history: { 2020: '53%', 2022: '51%' },
    ...RATE,
  });
  expect([verdict, caveats.map(({ zh }) => zh).join()]).toEqual(['met', expect.stringContaining('2021')]);
});

// Found by fuzzing: a year's figure of 5e-324 made it "提高 Infinity%".
it.each([
  [0, '2022年为0，无法计算幅度'],
  [-5e-324, '2022年太接近0，无法计算幅度'],
])('no percentage is told of a change from %d', (before, words) => {
  const { verdict, reason } = judge({ target: '较上年下降3%', actual: 0.5, history: { 2022: before } });
  expect([verdict, reason.zh]).toEqual(['review', expect.stringContaining(words)]);
});
