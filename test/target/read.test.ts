// Owns what a target text asks, written back in canonical form, and what stands beside it: notes, whose target it is, when it is due.
// Labelled from the contract, section 3; verdicts on such targets stand in test/verdict.
import { printCondition } from '../../src/target/print';
import { readTarget, type TargetContext } from '../../src/target/read';
import type { TargetReading } from '../../src/target/target';

const CONTEXT: TargetContext = {
  indicator: '群众对卫生状况满意率',
  unit: null,
  remark: null,
  profile: 'city',
  targetYear: null,
};

const read = (text: string, context: Partial<TargetContext> = {}): TargetReading =>
  readTarget(text, { ...CONTEXT, ...context });

function printed({ condition, notApplicable, impossible }: TargetReading): string {
  if (notApplicable !== null) return 'not applicable';
  if (impossible !== null) return 'impossible';
  if (condition === null) return 'blank';
  return condition.kind === 'unreadable' ? 'unreadable' : printCondition(condition);
}

/** As `printed`, a part that is not understood told as such. */
function printedParts(reading: TargetReading): string {
  const { condition } = reading;
  if (condition?.kind !== 'all' && condition?.kind !== 'any') return printed(reading);
  return condition.parts
    .map((part) => (part.kind === 'unreadable' ? 'unreadable' : printCondition(part)))
    .join(condition.kind === 'all' ? '；' : '或');
}

it.each([
  // brackets: notes, years, units, ends
  ['≥90%（含农村）', '≥90%'],
  ['（≥90%）', 'unreadable'],
  ['≥90%（）', '≥90%'],
  ['90%以上（不含90%）', '>90%'],
  ['大于90%（含）', '≥90%'],
  ['90%以下（不含）', '<90%'],
  ['小于90%（含90%）', '≤90%'],
  ['≥90（%）', '≥90%'],
  ['≥90%（2025年）', '到2025年≥90%'],
  ['≥90%（到2025年底）', '到2025年≥90%'],
  ['≥90%（“十四五”末）', '到2025年≥90%'],
  ['到2025年达到90%', '到2025年≥90%'],
  ['2025年底前达到90%以上', '到2025年≥90%'],
  ['≥90%，2025年底前', '到2025年≥90%'],
  ['2022年≥85%，2025年≥90%', '到2022年≥85%、到2025年≥90%'],
  ['2025年≥90%，2022年≥85%', '到2022年≥85%、到2025年≥90%'],
  ['到2023年底和2030年分别不低于24%和30%', '到2023年≥24%、到2030年≥30%'],
  ['“十五五”末达到90%', '到2030年≥90%'],
  ['≥90%(2022:85%)', '≥90%'],
  // joined
  ['≥23%或持续提升', '≥23%或持续提升'],
  ['≥90%且≤95%', '≥90%；≤95%'],
  ['≥90%，同时≤95%', '≥90%；≤95%'],
  ['≥90%；≤95%', '≥90%；≤95%'],
  ['城区≥90%，农村≥80%', '城区≥90%；农村≥80%'],
  ['城区≥90%农村≥80%', '城区≥90%；农村≥80%'],
  ['城区、农村分别达到90%以上、80%以上', '城区≥90%；农村≥80%'],
  ['城区和农村分别不低于90%和80%', '城区≥90%；农村≥80%'],
  ['≥60 ≥40 ≥18', 'unreadable'],
  ['≥60\n≥40\n≥18', 'unreadable'],
  ['平原≥60、丘陵≥40、山区≥18', '平原≥60；丘陵≥40；山区≥18'],
  ['≥90%，力争95%', '≥90%'],
  ['1. ≥90%', '≥90%'],
  ['（1）≥90%', '≥90%'],
  ['≥90%。', '≥90%'],
  ['目标值：≥90%', '≥90%'],
  // spellings
  ['大于等于90%', '≥90%'],
  ['大于或等于90%', '≥90%'],
  ['小于或等于20%', '≤20%'],
  ['90%或以上', '≥90%'],
  ['90%及以上', '≥90%'],
  ['过半', '>50%'],
  ['半数以上', '≥50%'],
  ['不少于半小时', '≥0.5小时'],
  ['三分之二以上', '≥三分之二'],
  // not read
  ['', 'blank'],
  ['—', 'blank'],
  ['/', 'blank'],
  ['……', 'blank'],
  ['1:3', 'unreadable'],
  ['78.3岁±1', 'unreadable'],
  ['每个乡镇1个', '每个乡镇≥1个'],
  ['>100%', 'impossible'],
  ['≥101%', 'impossible'],
  ['≥100%', '≥100%'],
  ['<100%', '<100%'],
  ['≤120%', '≤120%'],
  ['>100%或持续提升', '>100%或持续提升'],
] as const)('%j asks %s', (text, condition) => expect(printed(read(text))).toBe(condition));

it('reads no text longer than any target', () => {
  expect(printed(read(`≥90%${'（好）'.repeat(120)}`))).toBe('unreadable');
});

describe('forms, to their ends', () => {
  it.each([
    // ranges go upwards, in one unit
    ['90%~85%', 'unreadable'],
    ['85%~85%', 'unreadable'],
    ['16小时~18分钟', 'unreadable'],
    ['16~18小时', '16~18小时'],
    ['≥16~18小时', 'unreadable'],
    ['控制在16~18小时以内', '16~18小时'],
    // signs that agree, signs that do not
    ['≥90%以上', '≥90%'],
    ['≥90%以下', 'unreadable'],
    ['超过90%以上', '>90%'],
    ['不超过90%以上', 'unreadable'],
    ['?90%以上', '≥90%'],
    ['约90%', '≥90%左右'],
    ['90%上下', '≥90%左右'],
    // what may not stand before a number
    ['不低于90%的1.2倍', 'unreadable'],
    ['≥90%≤95%', '≥90%；≤95%'],
    ['除农村外≥90%', '除农村外≥90%'],
    ['近90%', 'unreadable'],
    // counts of things
    ['建成2个国家卫生乡镇', '建成≥2个'],
    ['每年至少4次面对面随访', '≥4次/年'],
    ['至少1名全科医生', '≥1名'],
    ['每季度不少于1次巡查', '≥1次/季'],
    ['至少1名不合格人员', 'unreadable'],
    ['每个县至少有1所', '每个县≥1所'],
    // changes
    ['下降3%以上', '下降3%'],
    ['降幅超过3%', '下降超过3%'],
    ['下降不超过3%', '下降不超过3%'],
    ['下降3%左右', 'unreadable'],
    ['下降到3%', '≤3%'],
    ['较上年下降', '低于上年'],
    ['较上年改善', '优于上年'],
    ['同比提高2个百分点', '较上年提高2个百分点'],
    ['月均下降3%', 'unreadable'],
    // comparisons
    ['低于全国平均水平', '低于全国平均水平'],
    ['全省平均水平以上', '不低于全省平均水平'],
    ['全省平均水平以下', '不高于全省平均水平'],
    ['上年', 'unreadable'],
    ['不低于上年', '不低于上年'],
    ['低于全国平均水平2个百分点', '低于全国平均水平2个百分点'],
    // none, and no growth
    ['零', '零'],
    ['零增长', '零增长'],
    ['负增长', '负增长'],
    ['0起', '0起'],
    ['近3年无', '近3年无'],
    ['建成“15分钟”健身圈', '建成“15分钟”健身圈'],
    ['建成15分钟健身圈', 'unreadable'],
    // grades
    ['达到部颁二级以上标准', '达到部颁2级以上标准'],
    ['优于A级', 'unreadable'],
    ['优于B级', '优于B级'],
    ['不合格', 'unreadable'],
    // plans
    ['符合规划要求', '符合规划要求'],
    ['控制在规划目标以内', '控制在规划目标以内'],
    // a list with one thing left over
    ['≥90%；再接再厉', '≥90%；unreadable'],
    ['≥90%或再接再厉', '≥90%或unreadable'],
    ['到2025年，≥90%', '到2025年≥90%'],
    ['2025年≥90%，2025年≤95%', '到2025年≥90%；到2025年≤95%'],
    // impossible
    ['<0%', 'impossible'],
    ['≤0%', '≤0%'],
    ['≥0%', '≥0%'],
    ['≤-1%', 'impossible'],
  ] as const)('%s asks %s', (text, condition) => {
    expect(printedParts(read(text))).toBe(condition);
  });
});

describe('a number without a sign', () => {
  it.each([
    ['90%', '群众满意率', '≥90%'],
    ['20%', '15岁以上人群吸烟率', '≤20%'],
    ['100%', '恩格尔系数', '≥100%'],
    ['30%', '恩格尔系数', 'unreadable'],
    ['达到30', '恩格尔系数', '≥30'],
    ['每月1次', '某项活动', '≥1次/月'],
    ['5次/年', '某项活动', '≥5次/年'],
    ['5次', '某项活动', 'unreadable'],
    ['吸烟率20%', '某项工作', '吸烟率≤20%'],
    ['?90%', '群众满意率', '≥90%'],
    ['》80%', '群众满意率', '≥80%'],
    ['?20%', '15岁以上人群吸烟率', '<20%'],
    ['25%或持续降低', '某项工作', '≤25%或持续降低'],
    ['25%或持续提升', '某项工作', '≥25%或持续提升'],
    ['18/10万或持续降低', '孕产妇死亡率', '≤18/10万或持续降低'],
    ['25%或不低于上年', '某项工作', '≥25%或不低于上年'],
    ['25%或不高于上年', '某项工作', '≤25%或不高于上年'],
  ] as const)('%s of %s asks %s', (text, indicator, condition) => {
    expect(printed(read(text, { indicator }))).toBe(condition);
  });

  it.each([
    ['?90%', true],
    ['25%或持续降低', true],
    ['≤25%或持续降低', false],
    ['降到25%或持续降低', false],
    ['90%', false],
  ] as const)('%s has a caveat that its sign is not sure: %p', (text, expected) => {
    expect(read(text).caveats.some(({ zh }) => zh.includes('比较符号'))).toBe(expected);
  });
});

describe('city and county', () => {
  it.each([
    ['设区市≥90%，县≥85%', '≥90%', '≥85%'],
    ['城市≥90%；县≥85%', '≥90%', '≥85%'],
    ['≥90%（县≥85%）', '≥90%', '≥85%'],
    ['≥90%（城市），≥85%（县）', '≥90%', '≥85%'],
    ['≥90%（适用于城市）', '≥90%', 'not applicable'],
    ['≥85%（仅适用于县）', 'not applicable', '≥85%'],
    ['县≥85%', 'not applicable', '≥85%'],
    ['≥90%', '≥90%', '≥90%'],
    ['县域医共体覆盖率≥90%', '县域医共体覆盖率≥90%', '县域医共体覆盖率≥90%'],
  ] as const)('%s: %s, %s', (text, city, county) => {
    expect(printed(read(text, { profile: 'city' }))).toBe(city);
    expect(printed(read(text, { profile: 'county' }))).toBe(county);
  });

  it.each([
    ['县目标值为≥300天或持续改善', '≥90%', '≥300天或持续改善', null],
    ['本指标适用于城市', '≥90%', 'not applicable', null],
    ['仅考核城市', '≥90%', 'not applicable', null],
    ['县不考核', '≥90%', 'not applicable', null],
    ['仅适用于县', 'not applicable', '≥90%', null],
    ['城市不考核', 'not applicable', '≥90%', null],
    ['城市目标值为≥95%', '≥95%', '≥90%', null],
    ['城市生活污水处理率，目标值为95%', '≥90%', '≥95%', '城市生活污水处理率'],
    ['县采用城市生活污水处理率指标，目标值为95%', '≥90%', '≥95%', '城市生活污水处理率'],
    ['数据来自统计年鉴', '≥90%', '≥90%', null],
  ] as const)('remark %s: %s, %s', (remark, city, county, insteadOf) => {
    expect(printed(read('≥90%', { remark, profile: 'city' }))).toBe(city);
    const reading = read('≥90%', { remark, profile: 'county' });
    expect([printed(reading), reading.insteadOf]).toEqual([county, insteadOf]);
  });

  it('a remark that gives the target is a caveat', () => {
    const caveats = (remark: string, profile: 'city' | 'county'): string =>
      read('≥90%', { remark, profile })
        .caveats.map(({ zh }) => zh)
        .join();
    expect(caveats('县目标值为≥300天', 'county')).toContain('≥300天');
    expect(caveats('城市生活污水处理率，目标值为95%', 'county')).toContain('城市生活污水处理率');
    expect(caveats('县目标值为≥300天', 'city')).toBe('');
  });
});

describe('what brackets leave behind', () => {
  it.each([
    ['≥90%（含农村）', ['目标值括注：含农村']],
    ['≥90%(2022:85%)', ['目标值括注：2022:85%']],
    ['≥90%（2025年）', []],
    ['≥90（%）', []],
    ['专（兼）职人员≥2名', []],
    ['≥90%（含农村）或持续提升（逐年）', ['目标值括注：含农村', '目标值括注：逐年']],
    ['≥90%', []],
  ] as const)('%s: %j', (text, caveats) => expect(read(text).caveats.map(({ zh }) => zh)).toEqual(caveats));
});

describe('when it is due', () => {
  it.each([
    ['≥90%', '群众满意率', null, '≥90%'],
    ['≥90%', '群众满意率', 2025, '到2025年≥90%'],
    ['≥90%', '到2030年群众满意率', null, '到2030年≥90%'],
    ['≥90%', '到2030年群众满意率', 2025, '到2030年≥90%'],
    ['≥90%', '群众满意率（2030年目标）', 2025, '到2030年≥90%'],
    ['≥90%（2027年）', '到2030年群众满意率', 2025, '到2027年≥90%'],
    ['1:3', '群众满意率', 2025, 'unreadable'],
  ] as const)('%s of %s in a column of %p: %s', (text, indicator, targetYear, condition) => {
    expect(printed(read(text, { indicator, targetYear }))).toBe(condition);
  });

  it.each([
    ['2022年6月底前出台条例', 2022, 6],
    ['2022年底前出台条例', 2022, undefined],
  ] as const)('%s: %d, month %p', (text, year, month) => {
    const { condition } = read(text);
    if (condition?.kind !== 'due') throw new Error(`read as ${condition?.kind}`);
    expect(condition.terms.map((term) => [term.year, term.month])).toEqual([[year, month]]);
  });
});
