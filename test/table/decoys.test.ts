// Sheets that hold no indicator table: none may be claimed. Written from what lies in a clerk's folder beside the real ones.
import { parseArea } from '../../src/sheet/address';
import { grid, recognise } from './support';

interface Decoy {
  readonly title: string;
  readonly rows: string;
  readonly merges?: string;
  /** A word of the reason that the pane shows; none for sheets that do not look like one at all. */
  readonly why?: string;
}

const DECOYS: readonly Decoy[] = [
  {
    title: 'roster of a leading group',
    rows: `
序号|姓名|性别|职务|单位|联系电话|备注
1|蔡某|男|区长|区政府|13800000000|组长
2|崔某|女|副区长|区政府|13800000001|副组长
3|刘某|男|局长|区卫生健康局|13800000002|`,
  },
  {
    title: 'contact list by department',
    rows: `
责任单位|联络员|联系电话|负责指标
区卫生健康局|张三|0533-1234567|28
区教育和体育局|李四|0533-7654321|12`,
  },
  {
    title: 'budget',
    rows: `
序号|项目名称|预算数（万元）|执行数（万元）|执行率|备注
1|病媒生物防制|120|98.5|82.1%|
2|健康教育宣传|60|60|100%|
3|合计|180|158.5|88.1%|`,
  },
  {
    title: 'budget with a yearly target of money',
    rows: `
项目|年度预算|资金来源|支出标准
垃圾清运|350万元|区财政|120元/吨
公厕维护|80万元|区财政|3000元/座
绿化养护|260万元|街道|8元/平方米`,
  },
  {
    title: 'score sheet of points only',
    why: '分值',
    rows: `
序号|考核指标|分值|得分|扣分原因
1|爱国卫生组织管理|10|9|档案不全
2|健康教育和健康促进|15|15|
3|市容环境卫生|25|23|占道经营`,
  },
  {
    title: 'score sheet with scoring rules',
    why: '分值',
    rows: `
序号|考核内容|评分标准|分值
1|健康教育|未开展的扣5分，开展不足2次的扣2分|10
2|控烟工作|发现1人吸烟扣1分，扣完为止|10
3|环境卫生|每发现一处卫生死角扣0.5分|20`,
  },
  {
    title: 'score sheet whose 考核标准 are prose',
    why: '分值',
    rows: `
项目|考核内容|考核标准|标准分|自评分|考核分
组织领导|领导重视|主要领导亲自部署，分管领导具体负责，有会议记录|5|5|5
|机构健全|成立领导小组，明确专兼职人员，职责清楚|5|5|4
环境卫生|日常保洁|路面干净整洁，无垃圾杂物，无卫生死角|10|9|8`,
  },
  {
    title: 'weights',
    rows: `
一级指标|二级指标|权重
健康环境|空气质量|0.12
健康环境|水质|0.10
健康社会|健身设施|0.08
健康服务|心理健康管理|0.15`,
  },
  {
    title: 'sample sizes by kind of place',
    rows: `
序号|点位类型|小城市|中等城市|大城市
1|主次干道|6|8|10
2|背街小巷|6|8|10
3|农贸市场|4|6|8
4|社区卫生服务中心|2|3|4`,
  },
  {
    title: 'sample sizes with signs',
    rows: `
附表 现场评估抽样要求
序号|检查项目|抽样数量
1|农贸市场|≥4个
2|建筑工地|≥3个
3|社区|不少于6个`,
  },
  {
    title: 'survey sample',
    rows: `
调查对象|样本量|抽样方法
城区居民|≥400人|多阶段随机抽样
从业人员|≥100人|整群抽样
学生|≥200人|整群抽样`,
  },
  {
    title: 'red and black list',
    rows: `
序号|单位|整改率|榜单
1|辛店街道|95%|红榜
2|闻韶街道|92%|红榜
3|金山镇|78%|黑榜`,
  },
  {
    title: 'rules of the red and black list',
    rows: `
类别|标准|名单
红榜|整改率≥90%|辛店街道、闻韶街道
黑榜|整改率<85%|金山镇`,
  },
  {
    title: 'task list without targets',
    why: '没有目标值',
    rows: `
序号|工作任务|责任单位|配合单位|完成时限
1|完善长效工作机制建设|党政办公室|各街道办事处|2023年6月底前
2|开展群众满意率调查|发展软环境保障局|各街道办事处|2023年12月底前
3|开展病媒生物防制专项整治|市场监督管理局|各街道办事处|长期坚持`,
  },
  {
    title: 'task list with demands in prose',
    rows: `
序号|任务|工作要求|责任单位|时限
1|卫生死角清除|对城区主次干道、背街小巷、城中村等场所进行专项整治，做到全面彻底|综合行政执法局|6月底
2|重点场所整治|实行卫生监督量化分级管理，加强小浴室、小美容美发店管理|卫生健康局|8月底
3|大气污染治理|加大对烟囱排黑烟、秸秆露天焚烧的治理力度|生态环境分局|12月底`,
  },
  {
    title: 'indicators with departments only',
    why: '没有目标值',
    rows: `
序号|评价指标|责任部门
1|群众对卫生状况满意率|区卫生健康局
2|道路装灯率|区住建局
3|窨井盖完好率|区城管局`,
  },
  {
    title: 'statistics by year without targets',
    why: '没有目标值',
    rows: `
指标|单位|2021年|2022年|2023年
常住人口|万人|62.1|62.4|62.8
医疗机构床位数|张|4200|4350|4410
孕产妇死亡率|1/10万|8.1|7.9|7.6`,
  },
  {
    title: 'transposed',
    why: '转置',
    rows: `
评价指标|群众满意率|健康素养水平|道路装灯率
目标值|≥90%|≥23%|100%
完成值|92%|25%|100%
责任部门|卫健局|卫健局|住建局`,
  },
  {
    title: 'transposed below a title, with numbers',
    why: '转置',
    rows: `
2023年主要指标完成情况
序号|1|2|3
指标名称|人均预期寿命|婴儿死亡率|孕产妇死亡率
单位|岁|‰|1/10万
目标值|78.3|5.6|18
实际值|78.9|3.1|8.2`,
  },
  {
    title: 'problem ledger',
    rows: `
序号|发现日期|点位|问题描述|责任单位|整改时限|整改情况|是否销号
1|2024-03-01|南大街|垃圾桶破损|环卫站|2024-03-05|已更换|是
2|2024-03-02|北关市场|占道经营|城管中队|2024-03-04|整改中|否`,
  },
  {
    title: 'monthly ranking of towns',
    rows: `
排名|镇街|得分|上月排名|变化
1|辛店街道|96.5|2|上升
2|闻韶街道|95.1|1|下降
3|金山镇|88.0|3|持平`,
  },
  {
    title: 'towns with their tasks done',
    rows: `
乡镇|任务数|完成数|完成率
朱台镇|120|118|98.3%
凤凰镇|150|150|100%
敬仲镇|90|71|78.9%`,
  },
  {
    title: 'stock of materials',
    rows: `
物资名称|规格|单位|储备标准|现有库存
含氯消毒剂|500g|瓶|≥500|620
喷雾器|16L|台|≥20|18
防护服|L|套|≥100|130`,
  },
  {
    title: 'timetable of phases',
    rows: `
阶段|时间|主要内容
自查达标阶段|2023年4月—7月|动员部署，综合整治
省级考核阶段|2023年8月—2024年3月|申报准备，考核验收
国家考核阶段|2024年4月—12月|迎接国家评审`,
  },
  {
    title: 'key-and-value form',
    rows: `
单位名称|区卫生健康局
联系人|张三
联系电话|0533-1234567
填报日期|2024年1月5日
分管领导|李四`,
  },
  {
    title: 'duty roster',
    rows: `
日期|带班领导|值班人员|电话
5月1日|张局长|李四|2345678
5月2日|王主任|赵五|2345679`,
  },
  {
    title: 'prose in one column',
    rows: `
一、工作目标
到2025年，食品生产经营风险分级管理率≥90%，居民健康素养水平持续提升。
二、工作任务
（一）加强组织领导。成立领导小组，定期召开会议。
（二）开展专项整治。对背街小巷进行清理。
三、保障措施
责任单位：区爱卫办`,
  },
  {
    title: 'numbered prose in one column',
    rows: `
1
加强组织领导
成立领导小组
2
开展专项整治
清理卫生死角
3
强化督导考核
每月通报一次`,
  },
  {
    title: 'member units with duties, tabs in a cell',
    rows: `
序号→单位→职责→联络员
1→区卫生健康局→牵头抓总→张三
2→区教育局→学校卫生→李四
3→区城管局→市容环境→王五`,
  },
  {
    title: 'pivot of counts',
    rows: `
部门|指标数|达标|未达标|缺数据|达标率
区卫生健康局|28|20|5|3|71.4%
区教育和体育局|12|10|1|1|83.3%
合计|55|44|7|4|80.0%`,
  },
  {
    title: 'questionnaire results',
    rows: `
题目|很满意|满意|一般|不满意
您对本区环境卫生是否满意|120|200|50|10
您对农贸市场是否满意|90|180|80|30`,
  },
  {
    title: 'inventory of files',
    rows: `
卷号|题名|日期|页数|备注
1|关于成立领导小组的通知|2023-02-01|3|
2|国家卫生城市标准要求|2023-03-01|56|
3|会议纪要|2023-04-01|8|`,
  },
  {
    title: 'weights and points of a town assessment',
    rows: `
考核指标|权重（%）|考核单位|备注
环境卫生整治|30|城管局|
农村改厕|20|农业农村局|
健康教育|50|卫健局|`,
  },
  {
    title: 'targets by town, no indicator',
    rows: `
镇街|满意率目标|满意率完成值
辛店街道|≥90%|92%
闻韶街道|≥90%|88%`,
  },
  {
    title: 'thresholds of praise and blame',
    rows: `
序号|考核指标|红榜标准|黑榜标准
1|整改率|≥90%|<85%`,
  },
  {
    title: 'phases with shares to finish',
    rows: `
阶段|时间|目标
第一阶段|2023年6月底前|完成50%以上
第二阶段|2023年12月底前|完成90%以上`,
  },
  { title: 'a header and nothing below', why: '空', rows: '序号|评价指标|目标值|责任部门' },
  { title: 'nothing at all', rows: '' },
  { title: 'one title', rows: '国家卫生城市数据评价指标目标值' },
];

describe.each(DECOYS)('$title', ({ rows, merges, why }) => {
  const areas = (merges ?? '').split(' ').flatMap((text) => parseArea(text) ?? []);
  const { tables, refusals } = recognise(grid(rows), { merges: areas });

  test('claims nothing', () => {
    expect(tables.map((table) => table.columns.map(({ heading, role }) => `${heading}:${role}`))).toEqual([]);
    if (why !== undefined) expect(refusals.map((refusal) => refusal.why.zh).join()).toContain(why);
  });

  test('claims nothing for a county, or with a note around it', () => {
    const lines = ['说明：本表仅供参考', '', ...rows.replace(/^\n/, '').split('\n'), '', '制表：区爱卫办'];
    expect(recognise(grid(lines.join('\n')), {}, { profile: 'county' }).tables).toEqual([]);
  });
});
