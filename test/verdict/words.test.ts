// Owns rows answered in words, by a count or by a grade where words are asked. Labelled from the contract.
import { judge } from './support';
import { describeRows } from './rows';

describeRows({
  'something wanted, answered by a number': `
    met | 全面控烟法律法规规定 | 有 | 1
    unmet | 全面控烟法律法规规定 | 有 | 0
    review | 全面控烟法律法规规定 | 有 | 2
    review | 全面控烟法律法规规定 | 有 | 95%
    met | 全面控烟法律法规规定 | 有 | 3部
    met | 健康教育网络 | 全覆盖 | 100%
    unmet | 健康教育网络 | 全覆盖 | 99%
    met | 健康教育网络 | 全覆盖 | 1
    review | 健康教育网络 | 全覆盖 | 2
    review | 健康教育网络 | 全覆盖 | 30个
    review | 卫生死角 | 整治 | 1
  `,
  'nothing wanted, answered by a number': `
    met | 重大食品安全事故 | 无 | 0
    unmet | 重大食品安全事故 | 无 | 3
    met | 重大食品安全事故 | 无 | 0起
    unmet | 重大食品安全事故 | 无 | 3起
    met | 群众投诉 | 无重大投诉 | 0起
    review | 群众投诉 | 无重大投诉 | 5起
    unmet | 群众投诉 | 无重大投诉 | 重大投诉5起
    review | 旱厕 | 基本消除 | 3处
  `,
  'done, in part, not at all': `
    met | 爱国卫生组织 | 建立 | 已建立
    met | 爱国卫生组织 | 建立 | √
    met | 爱国卫生组织 | 建立 | TRUE
    unmet | 爱国卫生组织 | 建立 | FALSE
    unmet | 爱国卫生组织 | 建立 | ×
    unmet | 爱国卫生组织 | 建立 | 未建立
    review | 爱国卫生组织 | 建立 | 正在建立
    review | 爱国卫生组织 | 建立 | 部分建立
    met | 爱国卫生组织 | 建立 | 已成立
    met | 垃圾分类 | 建立并实施 | 已建立并实施
    review | 垃圾分类 | 建立并实施 | 已建立
    review | 垃圾分类 | 建立并实施 | 已实施
    met | 垃圾分类 | 建立并实施 | 已全部完成
    unmet | 爱国卫生组织 | 建立 | 不符合
  `,
  'none of it': `
    met | 甲类传染病暴发 | 无 | 未发生
    met | 甲类传染病暴发 | 无 | 零报告
    met | 甲类传染病暴发 | 无 | 全年未发生
    unmet | 甲类传染病暴发 | 无 | 有
    unmet | 甲类传染病暴发 | 无 | 发生1起
    met | 旱厕 | 动态清零 | 已清零
    met | 违规养殖 | 禁止 | √
    unmet | 违规养殖 | 禁止 | 未禁止
    met | 违规养殖 | 禁止 | 已禁止
    review | 违规养殖 | 禁止 | 正在取缔
    met/missing/review | 甲类传染病暴发 | 无 | 无数据
  `,
  'a claim in place of a figure': `
    review | 群众满意率 | ≥90% | 达标
    review | 群众满意率 | ≥90% | √
    unmet | 群众满意率 | ≥90% | 未达标
    unmet | 群众满意率 | ≥90% | ×
    unmet | 群众满意率 | 逐年提高 | 未达标
    review | 群众满意率 | 逐年提高 | 已提高
    met | 婴儿死亡率 | ≤5.6‰ | 无
    met | 食品安全事故 | ≤2起 | 未发生
    review | 群众满意率 | ≥90% | 95%（未达标）
    unmet | 群众满意率 | ≥90% | 88%（未达标）
  `,
  grades: `
    met | 建成区鼠、蚊、蝇、蟑螂的密度 | 达到C级 | 鼠A级、蚊B级、蝇C级、蟑螂C级
    unmet | 建成区鼠、蚊、蝇、蟑螂的密度 | 达到C级 | 鼠C级、蚊C级、蝇C级、蟑螂D级
    missing | 建成区鼠、蚊、蝇、蟑螂的密度 | 达到C级 | 鼠C级、蚊C级
    unmet | 建成区鼠、蚊、蝇、蟑螂的密度 | 达到C级 | 鼠C级、蚊D级
    met | 鼠密度控制水平 | 达到C级 | B
    unmet | 鼠密度控制水平 | 达到C级 | D
    unmet | 鼠密度控制水平 | 达到C级 | 低于C级
    review | 鼠密度控制水平 | 达到C级 | 95%
    met | 鼠密度控制水平 | 达到C级 | 达标
    unmet | 鼠密度控制水平 | 达到C级 | 未达到
  `,
  air: `
    met | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 35、PM10 70、SO2 60、NO2 40
    unmet | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 36、PM10 70、SO2 60、NO2 40
    unmet | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 35、PM10 71
    unmet | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 35、PM10 70、SO2 61、NO2 40
    unmet | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 35、PM10 70、SO2 60、NO2 41
    missing | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 35、PM10 70、SO2 60
    met | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5均值35、PM10均值70、SO2均值60、NO2均值40
    met | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | 达标
  `,
  'air in another unit': `
    unmet | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 0.045、PM10 0.065、SO2 0.009、NO2 0.028 | unit=毫克/立方米
    met | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 0.033、PM10 0.065、SO2 0.009、NO2 0.028 | unit=毫克/立方米
    met | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 33、PM10 65、SO2 9、NO2 28 | unit=微克/立方米
    review | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 0.045、PM10 0.065、SO2 0.009、NO2 0.028
    unmet | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 0.045毫克/立方米、PM10 0.065毫克/立方米、SO2 0.009毫克/立方米、NO2 0.028毫克/立方米
    review | 环境空气主要污染物年均值 | 达到国家《环境空气质量标准》二级标准 | PM2.5 33%、PM10 65、SO2 9、NO2 28
  `,
  'a plan': `
    met | 每千人口床位数 | 符合所在地区域卫生规划要求 | 6.5 | plan=6.2
    unmet | 每千人口床位数 | 符合所在地区域卫生规划要求 | 6.1 | plan=6.2
    missing | 每千人口床位数 | 符合所在地区域卫生规划要求 | 6.1 | plan=待填
    review | 每千人口床位数 | 符合所在地区域卫生规划要求 | 6.1
    met | 每千人口床位数 | 符合所在地区域卫生规划要求 | 符合
    met | 每千人口床位数 | 符合所在地区域卫生规划要求 | 符合 | plan=6.2
    review | 每千人口床位数 | 符合所在地区域卫生规划要求 | 6.5 | plan=符合区域卫生规划要求
    review | 每千人口床位数 | 符合所在地区域卫生规划要求 | 6.5 | plan=详情另说
  `,
});

it.each([
  [{ name: '建成区鼠、蚊、蝇、蟑螂的密度', target: '达到C级', actual: '鼠D级、蚊E级、蝇C级、蟑螂D级' }, '蚊E级'],
  [{ name: '建成区鼠、蚊、蝇、蟑螂的密度', target: '达到C级', actual: '鼠C级、蚊C级、蝇C级、蟑螂D级' }, '蟑螂D级'],
  [
    {
      name: '环境空气主要污染物年均值',
      target: '达到国家《环境空气质量标准》二级标准',
      actual: 'PM2.5 36、PM10 70、SO2 60、NO2 41',
    },
    'NO2',
  ],
] as const)('%j names what fails', (row, part) => expect(judge(row).reason.zh).toContain(part));
