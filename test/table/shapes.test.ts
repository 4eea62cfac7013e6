// Every shape that layout.md numbers, several variants each. Labels were written from the contract before the code was run.
import { formatArea, parseArea } from '../../src/sheet/address';
import { grid, recognise, roles, spans } from './support';

interface Expected {
  readonly range: string;
  readonly roles: Record<string, string>;
  readonly names: readonly string[];
  readonly targets?: readonly string[];
  readonly departments?: readonly string[];
  readonly categories?: readonly (string | null)[];
  readonly spans?: readonly string[];
  readonly layout?: string;
}
interface Case {
  readonly title: string;
  readonly rows: string;
  readonly merges?: string;
  readonly profile?: 'city' | 'county';
  readonly tables: readonly Expected[];
}

const CASES: readonly Case[] = [
  {
    title: '1 plain: titles, unit line, note below',
    rows: `
附件2
XX市国家卫生城市主要指标
单位：%
序号|评价指标|目标值|责任部门
1|群众对卫生状况满意率|≥90%|市卫生健康委
2|道路装灯率|100%|市城管局
3|中小学生近视率|逐年下降|市教育局
注：以上指标按年度报送。`,
    tables: [
      {
        range: 'A4:D7',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['群众对卫生状况满意率', '道路装灯率', '中小学生近视率'],
        spans: ['5-5', '6-6', '7-7'],
      },
    ],
  },
  {
    title: '1 plain: begins at D6, department before target, signature below',
    rows: `





|||编号|指标名称|牵头部门|目标要求|完成情况|备注
|||1|人均公园绿地面积|市园林局|≥9平方米|10.2|
|||2|建成区绿化覆盖率|市园林局|≥38％|39.5%|
|||3|全面控烟法律法规规定|市卫健委|有|已出台|
|||填报人：张三||审核人：李四||填报日期：2024年1月5日`,
    tables: [
      {
        range: 'D6:I9',
        roles: { seq: 'D', indicator: 'E', departments: 'F', target: 'G', actual: 'H', remark: 'I' },
        names: ['人均公园绿地面积', '建成区绿化覆盖率', '全面控烟法律法规规定'],
      },
    ],
  },
  {
    title: '1 plain: no seq, head words with blanks and line breaks inside',
    rows: `
主 要 指 标|目 标~值|责任~单位
居民健康素养水平|≥23%或持续提升|卫健局
孕产妇死亡率|≤18/10万或持续降低|卫健局
区域环境噪声控制平均值|≤55分贝|生态环境局`,
    tables: [
      {
        range: 'A1:C4',
        roles: { indicator: 'A', target: 'B', departments: 'C' },
        names: ['居民健康素养水平', '孕产妇死亡率', '区域环境噪声控制平均值'],
      },
    ],
  },
  {
    title: '1 plain: plain numbers under a heading with the unit',
    rows: `
序号|指标|目标值(%)|2023年完成值(%)|责任单位
1|城市生活垃圾无害化处理率|100|100|城管局
2|窨井盖完好率|98|97.5|城管局
3|道路机械化清扫率|80|82|城管局`,
    tables: [
      {
        range: 'A1:E4',
        roles: { seq: 'A', indicator: 'B', target: 'C', actual: 'D', departments: 'E' },
        names: ['城市生活垃圾无害化处理率', '窨井盖完好率', '道路机械化清扫率'],
        targets: ['100', '98', '80'],
      },
    ],
  },
  {
    title: '2 two-row header, merged group of years',
    rows: `
序号|评价指标|目标值|完成情况|||责任部门
|||2021年|2022年|2023年|
1|婴儿死亡率|≤5.6‰或持续降低|3.2|3.0|2.8|卫健委
2|5岁以下儿童死亡率|≤7.8‰或持续降低|5.2|5.0|4.8|卫健委`,
    merges: 'A1:A2 B1:B2 C1:C2 D1:F1 G1:G2',
    tables: [
      {
        range: 'A1:G4',
        roles: { seq: 'A', indicator: 'B', target: 'C', history: 'D,E', actual: 'F', departments: 'G' },
        names: ['婴儿死亡率', '5岁以下儿童死亡率'],
        spans: ['3-3', '4-4'],
      },
    ],
  },
  {
    title: '2 two-row header without any merge, years as numbers',
    rows: `
序号|评价指标|目标值|完成情况|||责任部门
|||2021|2022|2023|
1|婴儿死亡率|≤5.6‰或持续降低|3.2|3.0|2.8|卫健委
2|5岁以下儿童死亡率|≤7.8‰或持续降低|5.2|5.0|4.8|卫健委`,
    tables: [
      {
        range: 'A1:G4',
        roles: { seq: 'A', indicator: 'B', target: 'C', history: 'D,E', actual: 'F', departments: 'G' },
        names: ['婴儿死亡率', '5岁以下儿童死亡率'],
      },
    ],
  },
  {
    title: '2 city and county under 目标值: city',
    rows: `
序号|指标名称|目标值||责任单位||备注
||设区市|县|牵头|配合|
1|道路机械化清扫率|≥80%|≥70%|城管局|交通局|
2|窨井盖完好率|≥98%|≥95%|城管局|住建局、水务局|`,
    merges: 'A1:A2 B1:B2 C1:D1 E1:F1 G1:G2',
    tables: [
      {
        range: 'A1:G4',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'E', support: 'F', remark: 'G' },
        names: ['道路机械化清扫率', '窨井盖完好率'],
        targets: ['≥80%', '≥98%'],
      },
    ],
  },
  {
    title: '2 city and county under 目标值: county',
    profile: 'county',
    rows: `
序号|指标名称|目标值||责任单位
||城市|县城|
1|道路机械化清扫率|≥80%|≥70%|城管局
2|窨井盖完好率|≥98%|≥95%|城管局`,
    merges: 'A1:A2 B1:B2 C1:D1 E1:E2',
    tables: [
      {
        range: 'A1:E4',
        roles: { seq: 'A', indicator: 'B', target: 'D', departments: 'E' },
        names: ['道路机械化清扫率', '窨井盖完好率'],
        targets: ['≥70%', '≥95%'],
      },
    ],
  },
  {
    title: '2 three-row header',
    rows: `
序号|指标|任务目标|||完成情况|||
||国家标准|||历年||本年|
||城市|县||2021年|2022年|2023年|
1|食品生产经营风险分级管理率|≥90%|≥85%||88%|90%|93%|
2|医疗废物无害化处置率|100%|100%||100%|100%|100%|`,
    merges: 'A1:A3 B1:B3 C1:E1 F1:H1 C2:D2 F2:G2',
    tables: [
      {
        range: 'A1:H5',
        roles: { seq: 'A', indicator: 'B', target: 'C', history: 'F,G', actual: 'H' },
        names: ['食品生产经营风险分级管理率', '医疗废物无害化处置率'],
      },
    ],
  },
  {
    title: '2 three levels of indicators, the deepest is the indicator',
    rows: `
一级指标|二级指标|三级指标|目标值|责任部门
健康环境|空气|环境空气质量优良天数比例|≥85%|生态环境局
||重污染天数|≤3天|生态环境局
|水|集中式饮用水水源地水质达标率|100%|生态环境局
健康社会|体育|人均体育场地面积|>2.2平方米|体育局`,
    merges: 'A2:A4 B2:B3',
    tables: [
      {
        range: 'A1:E5',
        roles: { category: 'A', indicator: 'C', target: 'D', departments: 'E' },
        names: ['环境空气质量优良天数比例', '重污染天数', '集中式饮用水水源地水质达标率', '人均体育场地面积'],
        categories: ['健康环境', '健康环境', '健康环境', '健康社会'],
      },
    ],
  },
  {
    title: '3 pasted from Word: departments in three paragraphs, others merged down',
    rows: `
序号|评价指标|目标值|责任部门
1|群众对卫生状况满意率|≥90%|区卫生健康局
|||区农业农村局
|||区综合行政执法局
2|道路装灯率|100%|区住建局
3|学校眼保健操普及率|100%|区教育局
|||区卫生健康局`,
    merges: 'A2:A4 B2:B4 C2:C4 A6:A7 B6:B7 C6:C7',
    tables: [
      {
        range: 'A1:D7',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['群众对卫生状况满意率', '道路装灯率', '学校眼保健操普及率'],
        departments: ['区卫生健康局\n区农业农村局\n区综合行政执法局', '区住建局', '区教育局\n区卫生健康局'],
        spans: ['2-4', '5-5', '6-7'],
      },
    ],
  },
  {
    title: '3 pasted from Word: others left blank under the first',
    rows: `
序号|评价指标|目标值|责任部门
1|群众对卫生状况满意率|≥90%|区卫生健康局
|||区农业农村局
2|存在职业病目录所列职业病危害因素的|>90％|区卫生健康局
|企业职业病危害项目申报率||
3|城市生活污水集中收集率|≥75%|区水务局
||或持续提高|`,
    tables: [
      {
        range: 'A1:D7',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: [
          '群众对卫生状况满意率',
          '存在职业病目录所列职业病危害因素的企业职业病危害项目申报率',
          '城市生活污水集中收集率',
        ],
        targets: ['≥90%', '>90％', '≥75%\n或持续提高'],
        spans: ['2-3', '4-5', '6-7'],
      },
    ],
  },
  {
    title: '3 pasted from Word: the target has three paragraphs, name and number merged',
    rows: `
序号|评价指标|目标值|责任部门
1|人均公共绿地面积|≥60|园林局
||≥40|
||≥18|
2|窨井盖完好率|≥98%|城管局`,
    merges: 'A2:A4 B2:B4 D2:D4',
    tables: [
      {
        range: 'A1:D5',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['人均公共绿地面积', '窨井盖完好率'],
        targets: ['≥60\n≥40\n≥18', '≥98%'],
        spans: ['2-4', '5-5'],
      },
    ],
  },
  {
    title: '3 no seq column: the name in two paragraphs, everything else merged',
    rows: `
评价指标|目标值|责任部门|完成值
环境空气质量指数|≥320天|生态环境局|330
（AQI）不超过100的天数|||
窨井盖完好率|≥98%|城管局|99%`,
    merges: 'B2:B3 C2:C3 D2:D3',
    tables: [
      {
        range: 'A1:D4',
        roles: { indicator: 'A', target: 'B', departments: 'C', actual: 'D' },
        names: ['环境空气质量指数（AQI）不超过100的天数', '窨井盖完好率'],
        spans: ['2-3', '4-4'],
      },
    ],
  },
  {
    title: '4 page break: header repeated, blank rows, page number',
    rows: `
序号|评价指标|目标值|责任部门
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|城管局
||— 3 —|

序号|评价指标|目标值|责任部门
3|主次干道每日保洁时间|≥16小时|城管局
4|街巷路面每日保洁时间|≥12小时|城管局

|||执法局`,
    tables: [
      {
        range: 'A1:D10',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['道路装灯率', '窨井盖完好率', '主次干道每日保洁时间', '街巷路面每日保洁时间'],
        departments: ['住建局', '城管局', '城管局', '城管局\n执法局'],
        spans: ['2-2', '3-3', '7-7', '8-10'],
      },
    ],
  },
  {
    title: '4 page break: name and department broken by the page, no blank row',
    rows: `
序号|评价指标|目标值|责任部门
1|重点行业和单位防蝇和防鼠设|≥95%|区卫生健康局
|施合格率||区市场监督管理局
2|窨井盖完好率|≥98%|城管局`,
    tables: [
      {
        range: 'A1:D4',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['重点行业和单位防蝇和防鼠设施合格率', '窨井盖完好率'],
        departments: ['区卫生健康局\n区市场监督管理局', '城管局'],
        spans: ['2-3', '4-4'],
      },
    ],
  },
  {
    title: '5 vertical merges that mean the same: target and department',
    rows: `
序号|评价指标|目标值|责任部门|完成值
1|每千常住人口医疗卫生机构床位数|符合所在地区域卫生规划要求|卫健委|7.2
2|每千常住人口执业（助理）医师数|||3.1
3|每千常住人口注册护士数|||3.6
4|窨井盖完好率|≥98%|城管局|99%`,
    merges: 'C2:C4 D2:D4',
    tables: [
      {
        range: 'A1:E5',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D', actual: 'E' },
        names: [
          '每千常住人口医疗卫生机构床位数',
          '每千常住人口执业（助理）医师数',
          '每千常住人口注册护士数',
          '窨井盖完好率',
        ],
        targets: [...Array<string>(3).fill('符合所在地区域卫生规划要求'), '≥98%'],
        departments: ['卫健委', '卫健委', '卫健委', '城管局'],
      },
    ],
  },
  {
    title: '5 vertical merges without a seq column',
    rows: `
类别|评价指标|目标值|责任部门
医疗资源|每千常住人口床位数|符合规划要求|卫健委
|每千常住人口医师数||
|每千常住人口护士数||
市容|窨井盖完好率|≥98%|城管局`,
    merges: 'A2:A4 C2:C4 D2:D4',
    tables: [
      {
        range: 'A1:D5',
        roles: { category: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['每千常住人口床位数', '每千常住人口医师数', '每千常住人口护士数', '窨井盖完好率'],
        targets: ['符合规划要求', '符合规划要求', '符合规划要求', '≥98%'],
        categories: ['医疗资源', '医疗资源', '医疗资源', '市容'],
      },
    ],
  },
  {
    title: '5 blanks mean the same where the column does so consistently',
    rows: `
类别|评价指标|目标值|责任部门
健康教育|居民健康素养水平|≥23%|卫健委
|人均体育场地面积|>2.2平方米|
|15岁以上人群吸烟率|<20%|
市容环境|道路装灯率|100%|城管局
|窨井盖完好率|≥98%|
|街巷保洁时间|≥12小时|
生态|水源地水质达标率|100%|生态环境局`,
    tables: [
      {
        range: 'A1:D8',
        roles: { category: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: [
          '居民健康素养水平',
          '人均体育场地面积',
          '15岁以上人群吸烟率',
          '道路装灯率',
          '窨井盖完好率',
          '街巷保洁时间',
          '水源地水质达标率',
        ],
        categories: ['健康教育', '健康教育', '健康教育', '市容环境', '市容环境', '市容环境', '生态'],
        departments: ['卫健委', '卫健委', '卫健委', '城管局', '城管局', '城管局', '生态环境局'],
      },
    ],
  },
  {
    title: '5 a single blank stays blank in a column that writes repeats out',
    rows: `
序号|评价指标|目标值|责任部门
1|居民健康素养水平|≥23%|卫健委
2|15岁以上人群吸烟率|<20%|卫健委
3|健康社区建设||卫健委
4|窨井盖完好率|≥98%|
5|道路装灯率|100%|城管局`,
    tables: [
      {
        range: 'A1:D6',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['居民健康素养水平', '15岁以上人群吸烟率', '健康社区建设', '窨井盖完好率', '道路装灯率'],
        targets: ['≥23%', '<20%', '', '≥98%', '100%'],
        departments: ['卫健委', '卫健委', '卫健委', '', '城管局'],
      },
    ],
  },
  {
    title: '6 category rows across, subtotal, spacer',
    rows: `
序号|评价指标|目标值|完成值|责任部门
一、爱国卫生组织管理||||
1|群众对卫生状况满意率|≥90%|92%|卫健委
小计|||1|
||||
二、健康教育和健康促进||||
2|居民健康素养水平|≥23%|25%|卫健委
3|人均体育场地面积|>2.2平方米|2.5|体育局
合计|||3|`,
    merges: 'A2:E2 A6:E6',
    tables: [
      {
        range: 'A1:E8',
        roles: { seq: 'A', indicator: 'B', target: 'C', actual: 'D', departments: 'E' },
        names: ['群众对卫生状况满意率', '居民健康素养水平', '人均体育场地面积'],
        categories: ['一、爱国卫生组织管理', '二、健康教育和健康促进', '二、健康教育和健康促进'],
        spans: ['3-3', '7-7', '8-8'],
      },
    ],
  },
  {
    title: '6 category rows unmerged, in the first column and in the indicator column',
    rows: `
序号|评价指标|目标值|责任部门
一|爱国卫生组织管理||
1|群众对卫生状况满意率|≥90%|卫健委
二|市容环境卫生||
2|道路装灯率|100%|住建局
3|窨井盖完好率|≥98%|城管局
|（三）生态环境||
4|区域环境噪声控制平均值|≤55分贝|生态环境局`,
    tables: [
      {
        range: 'A1:D8',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['群众对卫生状况满意率', '道路装灯率', '窨井盖完好率', '区域环境噪声控制平均值'],
        categories: ['爱国卫生组织管理', '市容环境卫生', '市容环境卫生', '（三）生态环境'],
      },
    ],
  },
  {
    title: '6 numbered 1, 1.1, 1.2',
    rows: `
序号|指标|目标值|现状值
1|健康水平||
1.1|人均预期寿命|≥78.3岁|78.9
1.2|婴儿死亡率|≤5.6‰|3.1
2|健康环境||
2.1|空气质量优良天数比例|≥85%|86%`,
    tables: [
      {
        range: 'A1:D6',
        roles: { seq: 'A', indicator: 'B', target: 'C', actual: 'D' },
        names: ['人均预期寿命', '婴儿死亡率', '空气质量优良天数比例'],
        categories: ['健康水平', '健康水平', '健康环境'],
      },
    ],
  },
  {
    title: '7 no header',
    rows: `
1|群众对卫生状况满意率|≥90%|区卫生健康局
2|居民健康素养水平|≥23%或持续提升|区卫生健康局
3|道路装灯率|100%|区住房和城乡建设局
4|中小学生近视率|逐年下降|区教育局`,
    tables: [
      {
        range: 'A1:D4',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['群众对卫生状况满意率', '居民健康素养水平', '道路装灯率', '中小学生近视率'],
      },
    ],
  },
  {
    title: '7 no header, a title above, a quantity first',
    rows: `
国家卫生城市指标
1|道路装灯率|100%|住建局
2|群众对卫生状况满意率|≥90%|卫健局
3|窨井盖完好率|≥98%|城管局`,
    tables: [
      {
        range: 'A2:D4',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['道路装灯率', '群众对卫生状况满意率', '窨井盖完好率'],
      },
    ],
  },
  {
    title: '7 header of unknown words',
    rows: `
号数|什么事|要到多少|谁来办
1|道路装灯率|≥95%|住建局
2|群众对卫生状况满意率|≥90%|卫健局
3|窨井盖完好率|≥98%|城管局`,
    tables: [
      {
        range: 'A1:D4',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['道路装灯率', '群众对卫生状况满意率', '窨井盖完好率'],
      },
    ],
  },
  {
    title: '8 stacked, each with its header and title',
    rows: `
表1 市容环境指标
序号|评价指标|目标值|责任部门
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|城管局

表2 健康教育指标
序号|评价指标|目标值|责任部门
1|居民健康素养水平|≥23%|卫健委
2|15岁以上人群吸烟率|<20%|卫健委`,
    tables: [
      {
        range: 'A2:D4',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['道路装灯率', '窨井盖完好率'],
      },
      {
        range: 'A7:D9',
        roles: { seq: 'A', indicator: 'B', target: 'C', departments: 'D' },
        names: ['居民健康素养水平', '15岁以上人群吸烟率'],
      },
    ],
  },
  {
    title: '8 stacked without a gap, different headers',
    rows: `
指标|目标值|责任部门
道路装灯率|100%|住建局
窨井盖完好率|≥98%|城管局
序号|指标名称|标准值|实际值
1|居民健康素养水平|≥23%|25%
2|15岁以上人群吸烟率|<20%|21%`,
    tables: [
      {
        range: 'A1:C3',
        roles: { indicator: 'A', target: 'B', departments: 'C' },
        names: ['道路装灯率', '窨井盖完好率'],
      },
      {
        range: 'A4:D6',
        roles: { seq: 'A', indicator: 'B', target: 'C', actual: 'D' },
        names: ['居民健康素养水平', '15岁以上人群吸烟率'],
      },
    ],
  },
  {
    title: '8 side by side with a blank column between',
    rows: `
序号|评价指标|目标值||序号|评价指标|目标值
1|道路装灯率|100%||3|居民健康素养水平|≥23%
2|窨井盖完好率|≥98%||4|15岁以上人群吸烟率|<20%
||||5|人均体育场地面积|>2.2平方米`,
    tables: [
      { range: 'A1:C3', roles: { seq: 'A', indicator: 'B', target: 'C' }, names: ['道路装灯率', '窨井盖完好率'] },
      {
        range: 'E1:G4',
        roles: { seq: 'E', indicator: 'F', target: 'G' },
        names: ['居民健康素养水平', '15岁以上人群吸烟率', '人均体育场地面积'],
      },
    ],
  },
  {
    title: '8 side by side without a gap (folded in two)',
    rows: `
序号|评价指标|目标值|序号|评价指标|目标值
1|道路装灯率|100%|3|居民健康素养水平|≥23%
2|窨井盖完好率|≥98%|4|15岁以上人群吸烟率|<20%`,
    tables: [
      { range: 'A1:C3', roles: { seq: 'A', indicator: 'B', target: 'C' }, names: ['道路装灯率', '窨井盖完好率'] },
      {
        range: 'D1:F3',
        roles: { seq: 'D', indicator: 'E', target: 'F' },
        names: ['居民健康素养水平', '15岁以上人群吸烟率'],
      },
    ],
  },
  {
    title: '8 side by side, starting in different rows',
    rows: `
序号|指标|目标值||||
1|道路装灯率|100%||||
2|窨井盖完好率|≥98%||指标名称|标准值|完成值
3|街巷保洁时间|≥12小时||人均预期寿命|≥78.3岁|78.8
||||婴儿死亡率|≤5.6‰|3`,
    tables: [
      {
        range: 'A1:C4',
        roles: { seq: 'A', indicator: 'B', target: 'C' },
        names: ['道路装灯率', '窨井盖完好率', '街巷保洁时间'],
      },
      { range: 'E3:G5', roles: { indicator: 'E', target: 'F', actual: 'G' }, names: ['人均预期寿命', '婴儿死亡率'] },
    ],
  },
  {
    title: '9 one column, blank line between items',
    rows: `
主要指标
序号
评价指标
目标值

1
国家卫生县或国家卫生乡镇
≥1个

2
群众对卫生状况满意率
≥90%

3
居民健康素养水平
≥23%或持续提升`,
    tables: [
      {
        range: 'A2:A16',
        roles: { seq: 'A', indicator: 'A', target: 'A' },
        names: ['国家卫生县或国家卫生乡镇', '群众对卫生状况满意率', '居民健康素养水平'],
        spans: ['6-8', '10-12', '14-16'],
        layout: 'lines',
      },
    ],
  },
  {
    title: '9 one column, no blank lines, departments and a note',
    rows: `
序号
评价指标
目标值
责任部门
1
群众对卫生状况满意率
≥90%
区卫生健康局
2
道路装灯率
100%
区住建局
区执法局
3
人均体育场地面积
>2.2平方米
区教体局
注：按年报送`,
    tables: [
      {
        range: 'A1:A17',
        roles: { seq: 'A', indicator: 'A', target: 'A', departments: 'A' },
        names: ['群众对卫生状况满意率', '道路装灯率', '人均体育场地面积'],
        departments: ['区卫生健康局', '区住建局\n区执法局', '区教体局'],
        spans: ['5-8', '9-13', '14-17'],
        layout: 'lines',
      },
    ],
  },
  {
    title: '9 one column, no numbers',
    rows: `
评价指标
目标值
责任部门
群众对卫生状况满意率
≥90%
区卫生健康局
道路装灯率
100%
区住建局
人均体育场地面积
>2.2平方米
区教体局`,
    tables: [
      {
        range: 'A1:A12',
        roles: { indicator: 'A', target: 'A', departments: 'A' },
        names: ['群众对卫生状况满意率', '道路装灯率', '人均体育场地面积'],
        spans: ['4-6', '7-9', '10-12'],
        layout: 'lines',
      },
    ],
  },
  {
    title: '9 tabs in a cell',
    rows: `
附件2
序号→评价指标→目标值→责任部门
1→群众对卫生状况满意率→≥ 90%→区卫生健康局 区农业农村局
2→道路装灯率→100%→区住建局

3→0-6岁儿童视力检查率→≥90%→区卫生健康局

→→→区教育局`,
    tables: [
      {
        range: 'A2:A8',
        roles: { seq: 'A', indicator: 'A', target: 'A', departments: 'A' },
        names: ['群众对卫生状况满意率', '道路装灯率', '0-6岁儿童视力检查率'],
        departments: ['区卫生健康局 区农业农村局', '区住建局', '区卫生健康局\n区教育局'],
        spans: ['3-3', '4-4', '6-8'],
        layout: 'delimited',
      },
    ],
  },
  {
    title: '9 runs of blanks in a cell',
    rows: `
序号␣␣␣评价指标␣␣␣目标值␣␣␣责任部门
1␣␣␣群众对卫生状况满意率␣␣␣≥ 90%␣␣区卫生健康局
2␣␣␣道路装灯率␣␣␣100%␣␣␣␣区住建局␣␣区执法局
3␣␣中小学生近视率␣␣␣逐年下降␣␣␣区教育局`,
    tables: [
      {
        range: 'A1:A4',
        roles: { seq: 'A', indicator: 'A', target: 'A', departments: 'A' },
        names: ['群众对卫生状况满意率', '道路装灯率', '中小学生近视率'],
        targets: ['≥ 90%', '100%', '逐年下降'],
        layout: 'delimited',
      },
    ],
  },
  {
    title: 'plan with a baseline year, a target year and the kind of indicator',
    rows: `
“十四五”卫生健康发展主要指标
领域|主要指标|单位|2020年基期|2023年|2025年目标|属性
健康水平|人均预期寿命|岁|78.2|78.9|79.5|预期性
|婴儿死亡率|‰|3.5|3.1|<4|约束性
医疗服务|每千人口床位数|张|6.5|6.9|7.4|预期性`,
    merges: 'A3:A4',
    tables: [
      {
        range: 'A2:G5',
        roles: { category: 'A', indicator: 'B', unit: 'C', history: 'D', actual: 'E', target: 'F' },
        names: ['人均预期寿命', '婴儿死亡率', '每千人口床位数'],
        targets: ['79.5', '<4', '7.4'],
      },
    ],
  },
  {
    title: 'plan whose target is a bare year',
    rows: `
“十四五”卫生健康规划主要指标
序号|指标|2020年|2025年|属性
1|人均预期寿命（岁）|78.2|79.5|预期性
2|婴儿死亡率（‰）|3.5|<4|约束性
3|孕产妇死亡率（1/10万）|9|<10|约束性`,
    tables: [
      {
        range: 'A2:E5',
        roles: { seq: 'A', indicator: 'B', actual: 'C', target: 'D' },
        names: ['人均预期寿命（岁）', '婴儿死亡率（‰）', '孕产妇死亡率（1/10万）'],
      },
    ],
  },
  {
    title: 'reference, own average, last year, numerator and denominator',
    rows: `
序号|考核指标|标准值|分子|分母|上年值|近5年平均|全省平均|数据来源
1|传染病报告发病率|不高于近5年平均水平|120|50|210|230|250|疾控中心
2|孕产妇死亡率|低于全省平均|1|2|8.1|9.2|10.3|妇幼保健院`,
    tables: [
      {
        range: 'A1:I3',
        roles: {
          seq: 'A',
          indicator: 'B',
          target: 'C',
          numerator: 'D',
          denominator: 'E',
          history: 'F,G',
          reference: 'H',
          source: 'I',
        },
        names: ['传染病报告发病率', '孕产妇死亡率'],
      },
    ],
  },
  {
    title: 'three target years: the one due',
    rows: `
指标|2022年目标|2023年目标|2025年目标|2023年完成值|牵头责任单位
居民健康素养水平|≥25%|≥27%|≥30%|26.8%|卫健委
经常参加体育锻炼人数比例|≥37%|≥38%|≥40%|38.2%|体育局`,
    tables: [
      {
        range: 'A1:F3',
        roles: { indicator: 'A', target: 'C', actual: 'E', departments: 'F' },
        names: ['居民健康素养水平', '经常参加体育锻炼人数比例'],
      },
    ],
  },
  {
    title: 'units in a column of their own, 项目 as the indicator',
    rows: `
项次|项目|计量单位|目标值|实测值|落实单位
1|主次干道每日保洁时间|小时|16|17|环卫中心
2|道路机械化清扫率|%|80|85|环卫中心
3|人均公园绿地面积|平方米|9|8.5|园林中心`,
    tables: [
      {
        range: 'A1:F4',
        roles: { seq: 'A', indicator: 'B', unit: 'C', target: 'D', actual: 'E', departments: 'F' },
        names: ['主次干道每日保洁时间', '道路机械化清扫率', '人均公园绿地面积'],
      },
    ],
  },
  {
    title: '项目 as the category beside 考核内容 and 考核标准 with scores',
    rows: `
项目|考核内容|考核标准|分值|责任单位
控烟工作|无烟机关建成比例|≥90%|10|机关事务局
|15岁以上人群吸烟率|<20%|10|卫健委
病媒防制|防蝇和防鼠设施合格率|≥95%|20|市场监管局`,
    merges: 'A2:A3',
    tables: [
      {
        range: 'A1:E4',
        roles: { category: 'A', indicator: 'B', target: 'C', departments: 'E' },
        names: ['无烟机关建成比例', '15岁以上人群吸烟率', '防蝇和防鼠设施合格率'],
      },
    ],
  },
];

describe.each(CASES)('$title', ({ rows, merges, profile, tables }) => {
  const areas = (merges ?? '').split(' ').flatMap((text) => parseArea(text) ?? []);
  const recognition = recognise(grid(rows), { merges: areas }, { profile: profile ?? 'city' });

  test('tables, columns, rows', () => {
    expect(recognition.tables.map((table) => formatArea(table.area))).toEqual(tables.map(({ range }) => range));
    recognition.tables.forEach((table, index) => {
      const expected = tables[index]!;
      expect(roles(table)).toEqual(expected.roles);
      expect(table.rows.map((row) => row.indicator)).toEqual(expected.names);
      if (expected.targets) expect(table.rows.map((row) => row.target)).toEqual(expected.targets);
      if (expected.departments) expect(table.rows.map((row) => row.departments)).toEqual(expected.departments);
      if (expected.categories) expect(table.rows.map((row) => row.category)).toEqual(expected.categories);
      if (expected.spans) expect(spans(table)).toEqual(expected.spans);
      expect(table.layout).toBe(expected.layout ?? 'grid');
      expect(table.columns.every((column) => column.why.zh !== '' && column.why.en !== '')).toBe(true);
    });
  });
});
