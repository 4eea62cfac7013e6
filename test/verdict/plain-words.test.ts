// Owns the words that once made a wrong verdict, each by the row that showed it.
import { judge, type Case } from './support';

const NOT_DECIDED: readonly Case[] = [
  { target: '≥90%', actual: '应检50，实检48' },
  { target: '≥90%', actual: 'O.95' },
  { target: '≥90%', actual: '上年95%' },
  { target: '≥90%', actual: '最高95%' },
  { target: '≥90%', actual: '有望达95%' },
  { target: '≥90%', actual: '95%为目标' },
  { target: '≥90%', actual: '95%，未达标' },
  { target: '≥90%', actual: '预计年底达95%' },
  { target: '≥90%', actual: '±2%' },
  { target: '≥90%', actual: '附件3' },
  { target: '高于全省平均水平2个百分点', actual: '3%' },
  { target: '每个乡镇至少1所', actual: '5所', name: '卫生院' },
  { target: '符合GB5749-2022要求', actual: '3000', name: '水质' },
  { target: '3年内达到90%', actual: '86%' },
  { target: '较基期下降10%', actual: 90, history: { 2022: 100 }, name: '单位GDP能耗' },
  { target: '完成年度计划', actual: '完成95%', name: '改厕任务' },
  { target: '有', actual: '有法规无细则', name: '全面控烟法律法规规定' },
  { target: '有', actual: '《条例（征求意见稿）》', name: '全面控烟法律法规规定' },
  {
    target: '达到国家病媒生物密度控制水平标准C级要求',
    actual: '除蚊外均达到C级',
    name: '建成区鼠、蚊、蝇、蟑螂的密度',
  },
  { target: '达到国家《环境空气质量标准》二级标准', actual: '接近二级', name: '环境空气主要污染物年均值' },
];

it.each(NOT_DECIDED.map((row) => [`${row.target} | ${String(row.actual)}`, row] as const))(
  '%s is not decided',
  (_, row) => {
    expect(['review', 'missing']).toContain(judge(row).verdict);
  },
);

it.each([
  ['由92%提高到95%', 95],
  ['2023年95%', 95],
  ['95%，较上年提高2个百分点', 95],
  ['群众对卫生状况满意率达95.1%', 95.1],
  ['百分之九十五', 95],
  ['.95', 95],
] as const)('%s is read as %p', (actual, value) => {
  const judgement = judge({ target: '≥90%', actual });
  expect([judgement.verdict, judgement.actual?.value]).toEqual(['met', value]);
});

it('takes the rate that the indicator names, and not another', () => {
  const actual = '已接种480人，接种率96%';
  expect(judge({ name: '疫苗接种率', target: '≥90%', actual })).toMatchObject({
    verdict: 'met',
    actual: { value: 96 },
  });
  expect(judge({ name: '群众满意率', target: '≥90%', actual }).verdict).toBe('review');
});

it('repeats the words of the target where last year is missing', () => {
  const { reason } = judge({ name: '居民健康素养水平', target: '≥23%或持续提升', actual: '21%' });
  expect(reason.zh).toBe('实际 21%，未达≥23%；是否持续提升需上年值');
});

it('never reads a bare 0 as at least 0', () => {
  expect(judge({ name: '某某达标率', target: '0起', actual: '2起' }).verdict).toBe('unmet');
});
