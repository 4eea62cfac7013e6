// Sheets as clerks in many cities make them, from health city plans to smoking checks. The expected lines were read through
// by hand against the contract; a change here is a change of behaviour.
import { parseArea } from '../../src/sheet/address';
import { brief, grid, recognise } from './support';

interface Case {
  readonly title: string;
  readonly rows: string;
  readonly merges?: string;
  readonly expected: string;
}

const CASES: readonly Case[] = [
  {
    title: 'one column from the middle of Linzi: a name with 3岁以下 is no target, the spill after a blank line',
    rows: `
序号
评价指标
目标值
责任部门

44
辖区内3岁以下儿童系统管理率
≥90%
区卫生健康局

45
0-6岁儿童眼保健和视力检查率
≥90%
区卫生健康局

区教育和体育局

46
重大慢性病过早死亡率
呈下降趋势
区卫生健康局`,
    expected: `
A1:A21 lines -/- seq=A indicator=A target=A departments=A
6-9 | 44 |  | 辖区内3岁以下儿童系统管理率 | ≥90% | 区卫生健康局 |  |
11-16 | 45 |  | 0-6岁儿童眼保健和视力检查率 | ≥90% | 区卫生健康局~区教育和体育局 |  |
18-21 | 46 |  | 重大慢性病过早死亡率 | 呈下降趋势 | 区卫生健康局 |  |`,
  },
  {
    title: 'one column below titles that read like head words, no heading over the numbers',
    rows: `
附件2
主要指标
评价指标
目标值
责任部门
1
道路装灯率
100%
住建局
2
窨井盖完好率
≥98%
城管局`,
    expected: `
A3:A13 lines -/- seq=A indicator=A target=A departments=A
6-9 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
10-13 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'folded three times over',
    rows: `
序号|指标|目标值|序号|指标|目标值|序号|指标|目标值
1|道路装灯率|100%|3|居民健康素养水平|≥23%|5|绿化率|≥38%
2|窨井盖完好率|≥98%|4|吸烟率|<20%||||`,
    expected: `
A1:C3 grid -/- seq=A indicator=B target=C
2-2 | 1 |  | 道路装灯率 | 100% |  |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  |
D1:F3 grid -/- seq=D indicator=E target=F
2-2 | 3 |  | 居民健康素养水平 | ≥23% |  |  |
3-3 | 4 |  | 吸烟率 | <20% |  |  |
G1:I2 grid -/- seq=G indicator=H target=I
2-2 | 5 |  | 绿化率 | ≥38% |  |  |`,
  },
  {
    title: 'a grid and below it a table with tabs in a cell',
    rows: `
序号|评价指标|目标值
1|道路装灯率|100%
2|窨井盖完好率|≥98%

序号→指标→目标值
1→居民健康素养水平→≥23%
2→15岁以上人群吸烟率→<20%
3→人均体育场地面积→>2.2平方米`,
    expected: `
A1:C3 grid -/- seq=A indicator=B target=C
2-2 | 1 |  | 道路装灯率 | 100% |  |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  |
A5:A8 delimited -/- seq=A indicator=A target=A
6-6 | 1 |  | 居民健康素养水平 | ≥23% |  |  |
7-7 | 2 |  | 15岁以上人群吸烟率 | <20% |  |  |
8-8 | 3 |  | 人均体育场地面积 | >2.2平方米 |  |  |`,
  },
  {
    title: 'seq in the middle',
    rows: `
一级指标|二级指标|序号|指标名称|2022年目标值|2022年实际值|数据来源
健康环境|空气质量|1|环境空气质量优良天数占比|≥85%|84.5%|生态环境局
||2|重度及以上污染天数|持续改善|3天|生态环境局
健康社会|健身活动|3|城市人均体育场地面积|≥1.8平方米|2.1|体育局`,
    expected: `
A1:G4 grid 2022/2022 category=A seq=C indicator=D target=E actual=F source=G
2-2 | 1 | 健康环境 | 环境空气质量优良天数占比 | ≥85% |  |  | 84.5%
3-3 | 2 | 健康环境 | 重度及以上污染天数 | 持续改善 |  |  | 3天
4-4 | 3 | 健康社会 | 城市人均体育场地面积 | ≥1.8平方米 |  |  | 2.1`,
  },
  {
    title: 'civilised city',
    rows: `
测评项目|测评内容|测评标准|责任单位|测评方法
A1 环境卫生|公共场所干净整洁|达到90%以上|城管局|实地考察
|道路平整率|≥95%|住建局|材料审核
A2 公共秩序|行人守法率|≥90%|公安局|实地考察`,
    expected: `
A1:E4 grid -/- category=A indicator=B target=C departments=D
2-2 |  | A1 环境卫生 | 公共场所干净整洁 | 达到90%以上 | 城管局 |  |
3-3 |  | A1 环境卫生 | 道路平整率 | ≥95% | 住建局 |  |
4-4 |  | A2 公共秩序 | 行人守法率 | ≥90% | 公安局 |  |`,
  },
  {
    title: 'monthly report',
    rows: `
指标|单位|年度目标|本月|本月止累计|上年同期|同比
食品安全抽检批次|批次|≥1200|110|640|590|8.5%
农村改厕完成数|户|≥3000|210|1500|1400|7.1%`,
    expected: `
A1:G3 grid -/- indicator=A unit=B target=C actual=E history=F
2-2 |  |  | 食品安全抽检批次 | ≥1200 |  | 批次 | 640
3-3 |  |  | 农村改厕完成数 | ≥3000 |  | 户 | 1500`,
  },
  {
    title: 'smoking',
    rows: `
序号|考核内容|考核标准|分值|考核方法|责任单位
1|无烟党政机关建成率|≥90%|20|查资料|机关事务局
2|室内公共场所禁烟标识张贴率|100%|20|现场|卫健局
3|控烟巡查次数|每季度不少于1次|10|查记录|爱卫办`,
    expected: `
A1:F4 grid -/- seq=A indicator=B target=C departments=F
2-2 | 1 |  | 无烟党政机关建成率 | ≥90% | 机关事务局 |  |
3-3 | 2 |  | 室内公共场所禁烟标识张贴率 | 100% | 卫健局 |  |
4-4 | 3 |  | 控烟巡查次数 | 每季度不少于1次 | 爱卫办 |  |`,
  },
  {
    title: 'total row',
    rows: `
序号|评价指标|目标值|完成值
1|道路装灯率|100%|100%
2|窨井盖完好率|≥98%|99%
汇总|||2`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C actual=D
2-2 | 1 |  | 道路装灯率 | 100% |  |  | 100%
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  | 99%`,
  },
  {
    title: 'target with year in brackets',
    rows: `
指标名称|目标值（2025年）|现状值（2022年）|责任单位（部门）
人均预期寿命|79岁|78.5岁|卫健委
婴儿死亡率|≤5‰|3.1‰|卫健委`,
    expected: `
A1:D3 grid 2022/2025 indicator=A target=B actual=C departments=D
2-2 |  |  | 人均预期寿命 | 79岁 | 卫健委 |  | 78.5岁
3-3 |  |  | 婴儿死亡率 | ≤5‰ | 卫健委 |  | 3.1‰`,
  },
  {
    title: 'blank row after the header, blank column inside',
    rows: `
序号|评价指标||目标值|责任部门

1|道路装灯率||100%|住建局
2|窨井盖完好率||≥98%|城管局`,
    expected: `
A1:E4 grid -/- seq=A indicator=B target=D departments=E
3-3 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
4-4 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: "user's own result column",
    rows: `
序号|评价指标|目标值|完成值|是否达标|备注
1|道路装灯率|100%|100%|是|
2|窨井盖完好率|≥98%|97%|否|更换中`,
    expected: `
A1:F3 grid -/- seq=A indicator=B target=C actual=D remark=F
2-2 | 1 |  | 道路装灯率 | 100% |  |  | 100%
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  | 97%`,
  },
  {
    title: 'ditto marks',
    rows: `
序号|评价指标|目标值|责任部门
1|道路装灯率|≥95%|住建局
2|窨井盖完好率|同上|〃
3|街巷保洁时间|≥12小时|同上`,
    expected: `
A1:D4 grid -/- seq=A indicator=B target=C departments=D
2-2 | 1 |  | 道路装灯率 | ≥95% | 住建局 |  |
3-3 | 2 |  | 窨井盖完好率 | ≥95% | 住建局 |  |
4-4 | 3 |  | 街巷保洁时间 | ≥12小时 | 同上 |  |`,
  },
  {
    title: 'units row and column numbers',
    rows: `
序号|评价指标|目标值|完成值
||（%）|（%）
甲|乙|1|2
1|道路装灯率|95|96
2|窨井盖完好率|98|97`,
    expected: `
A1:D5 grid -/- seq=A indicator=B target=C actual=D
4-4 | 1 |  | 道路装灯率 | 95 |  | % | 96
5-5 | 2 |  | 窨井盖完好率 | 98 |  | % | 97`,
  },
  {
    title: 'sections with own header, seq goes on',
    rows: `
一、市容环境
序号|评价指标|目标值|责任部门
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|城管局
二、健康教育
序号|评价指标|目标值|责任部门
3|居民健康素养水平|≥23%|卫健委
4|15岁以上人群吸烟率|<20%|卫健委`,
    expected: `
A2:D8 grid -/- seq=A indicator=B target=C departments=D
3-3 | 1 | 一、市容环境 | 道路装灯率 | 100% | 住建局 |  |
4-4 | 2 | 一、市容环境 | 窨井盖完好率 | ≥98% | 城管局 |  |
7-7 | 3 | 二、健康教育 | 居民健康素养水平 | ≥23% | 卫健委 |  |
8-8 | 4 | 二、健康教育 | 15岁以上人群吸烟率 | <20% | 卫健委 |  |`,
  },
  {
    title: 'sections with own header, seq restarts',
    rows: `
一、市容环境
序号|评价指标|目标值|责任部门
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|城管局
二、健康教育
序号|评价指标|目标值|责任部门
1|居民健康素养水平|≥23%|卫健委
2|15岁以上人群吸烟率|<20%|卫健委`,
    expected: `
A2:D4 grid -/- seq=A indicator=B target=C departments=D
3-3 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
4-4 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |
A6:D8 grid -/- seq=A indicator=B target=C departments=D
7-7 | 1 |  | 居民健康素养水平 | ≥23% | 卫健委 |  |
8-8 | 2 |  | 15岁以上人群吸烟率 | <20% | 卫健委 |  |`,
  },
  {
    title: 'notes of several lines',
    rows: `
序号|评价指标|目标值
1|道路装灯率|100%
2|窨井盖完好率|≥98%
注：1.本表按年度填报；
2.目标值来自国家标准；
3.数据由各部门提供。`,
    expected: `
A1:C3 grid -/- seq=A indicator=B target=C
2-2 | 1 |  | 道路装灯率 | 100% |  |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  |`,
  },
  {
    title: 'reporting line over the header',
    rows: `
2023年度国家卫生城市指标完成情况表
填报单位：XX市卫健委|||填报日期：2024年1月15日
序号|评价指标|目标值|完成值|上年值
1|道路装灯率|100%|100%|98%
2|居民健康素养水平|持续提升|26%|25%`,
    expected: `
A3:E5 grid 2023/- seq=A indicator=B target=C actual=D history=E
4-4 | 1 |  | 道路装灯率 | 100% |  |  | 100%
5-5 | 2 |  | 居民健康素养水平 | 持续提升 |  |  | 26%`,
  },
  {
    title: 'group 基本信息',
    rows: `
基本信息||目标值|责任分工|
序号|指标||牵头|配合
1|道路装灯率|100%|住建局|城管局
2|窨井盖完好率|≥98%|城管局|水务局`,
    expected: `
A1:E4 grid -/- seq=A indicator=B target=C departments=D support=E
3-3 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
4-4 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'category column without a heading',
    rows: `
|序号|评价指标|目标值|责任部门
市容环境|1|道路装灯率|100%|住建局
|2|窨井盖完好率|≥98%|城管局
健康教育|3|居民健康素养水平|≥23%|卫健委`,
    expected: `
A1:E4 grid -/- category=A seq=B indicator=C target=D departments=E
2-2 | 1 | 市容环境 | 道路装灯率 | 100% | 住建局 |  |
3-3 | 2 | 市容环境 | 窨井盖完好率 | ≥98% | 城管局 |  |
4-4 | 3 | 健康教育 | 居民健康素养水平 | ≥23% | 卫健委 |  |`,
  },
  {
    title: '项目 指标',
    rows: `
序号|项目|指标|责任部门
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|城管局
3|居民健康素养水平|≥23%|卫健委`,
    expected: `
A1:D4 grid -/- seq=A indicator=B target=C departments=D
2-2 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |
4-4 | 3 |  | 居民健康素养水平 | ≥23% | 卫健委 |  |`,
  },
  {
    title: 'three bare years of targets',
    rows: `
指标|2023年|2024年|2025年|责任单位
居民健康素养水平|≥25%|≥27%|≥30%|卫健委
经常参加体育锻炼人数比例|≥37%|≥38%|≥40%|体育局`,
    expected: `
A1:E3 grid -/2023 indicator=A target=B departments=E
2-2 |  |  | 居民健康素养水平 | ≥25% | 卫健委 |  |
3-3 |  |  | 经常参加体育锻炼人数比例 | ≥37% | 体育局 |  |`,
  },
  {
    title: 'note in the middle',
    rows: `
序号|评价指标|目标值
1|道路装灯率|100%
说明：装灯率按长度计算
2|窨井盖完好率|≥98%
3|街巷保洁时间|≥12小时`,
    expected: `
A1:C5 grid -/- seq=A indicator=B target=C
2-2 | 1 |  | 道路装灯率 | 100% |  |  |
4-4 | 2 |  | 窨井盖完好率 | ≥98% |  |  |
5-5 | 3 |  | 街巷保洁时间 | ≥12小时 |  |  |`,
  },
  {
    title: 'blank heading over the target',
    rows: `
序号|评价指标||责任部门
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|城管局
3|街巷保洁时间|≥12小时|城管局`,
    expected: `
A1:D4 grid -/- seq=A indicator=B target=C departments=D
2-2 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |
4-4 | 3 |  | 街巷保洁时间 | ≥12小时 | 城管局 |  |`,
  },
  {
    title: 'one row',
    rows: `
序号|评价指标|目标值|责任部门
1|道路装灯率|100%|住建局`,
    expected: `
A1:D2 grid -/- seq=A indicator=B target=C departments=D
2-2 | 1 |  | 道路装灯率 | 100% | 住建局 |  |`,
  },
  {
    title: 'beside a roster',
    rows: `
序号|评价指标|目标值||姓名|电话
1|道路装灯率|100%||张三|123456
2|窨井盖完好率|≥98%||李四|123457`,
    expected: `
A1:C3 grid -/- seq=A indicator=B target=C
2-2 | 1 |  | 道路装灯率 | 100% |  |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  |`,
  },
  {
    title: 'below a roster',
    rows: `
序号|姓名|职务
1|张三|局长
2|李四|科长

序号|评价指标|目标值
1|道路装灯率|100%
2|窨井盖完好率|≥98%`,
    expected: `
A5:C7 grid -/- seq=A indicator=B target=C
6-6 | 1 |  | 道路装灯率 | 100% |  |  |
7-7 | 2 |  | 窨井盖完好率 | ≥98% |  |  |`,
  },
  {
    title: 'roster below the table',
    rows: `
序号|评价指标|目标值
1|道路装灯率|100%
2|窨井盖完好率|≥98%

序号|姓名|职务
3|张三|局长
4|李四|科长`,
    expected: `
A1:C3 grid -/- seq=A indicator=B target=C
2-2 | 1 |  | 道路装灯率 | 100% |  |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  |`,
  },
  {
    title: '标准 as heading, plain',
    rows: `
项目|标准|实际|差距
道路装灯率|100%|100%|0
窨井盖完好率|≥98%|97%|-1%`,
    expected: `
A1:D3 grid -/- indicator=A target=B actual=C
2-2 |  |  | 道路装灯率 | 100% |  |  | 100%
3-3 |  |  | 窨井盖完好率 | ≥98% |  |  | 97%`,
  },
  {
    title: 'presence targets only',
    rows: `
序号|评价指标|目标值|自评值
1|全面控烟法律法规规定|有|有
2|爱国卫生工作机构|健全|健全`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C actual=D
2-2 | 1 |  | 全面控烟法律法规规定 | 有 |  |  | 有
3-3 | 2 |  | 爱国卫生工作机构 | 健全 |  |  | 健全`,
  },
  {
    title: 'english',
    rows: `
No.|Indicator|Target|Actual|Department|Remarks
1|Road lighting rate|≥95%|96%|Housing bureau|
2|Smoking rate|<20%|21%|Health bureau|`,
    expected: `
A1:F3 grid -/- seq=A indicator=B target=C actual=D departments=E remark=F
2-2 | 1 |  | Road lighting rate | ≥95% | Housing bureau |  | 96%
3-3 | 2 |  | Smoking rate | <20% | Health bureau |  | 21%`,
  },
  {
    title: '单位 column with departments',
    rows: `
序号|指标|目标值|单位
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|城管局`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C departments=D
2-2 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: '单位 both',
    rows: `
序号|指标|单位|目标值|责任单位
1|道路装灯率|%|100|住建局
2|街巷保洁时间|小时|≥12|城管局`,
    expected: `
A1:E3 grid -/- seq=A indicator=B unit=C target=D departments=E
2-2 | 1 |  | 道路装灯率 | 100 | 住建局 | % |
3-3 | 2 |  | 街巷保洁时间 | ≥12 | 城管局 | 小时 |`,
  },
  {
    title: 'quarter columns',
    rows: `
指标|目标值|完成情况||||责任单位
||一季度|二季度|三季度|四季度|
食品抽检合格率|≥98%|97%|98.2%|98.5%||市监局
窨井盖完好率|≥98%|98%|98%|97%||城管局`,
    expected: `
A1:G4 grid -/- indicator=A target=B actual=E departments=G
3-3 |  |  | 食品抽检合格率 | ≥98% | 市监局 |  | 98.5%
4-4 |  |  | 窨井盖完好率 | ≥98% | 城管局 |  | 97%`,
  },
  {
    title: 'years under 目标 and 完成',
    rows: `
指标|2022年||2023年||责任单位
|目标值|完成值|目标值|完成值|
食品抽检合格率|≥97%|97%|≥98%|98.5%|市监局
窨井盖完好率|≥97%|98%|≥98%|97%|城管局`,
    expected: `
A1:F4 grid 2023/2023 indicator=A history=C target=D actual=E departments=F
3-3 |  |  | 食品抽检合格率 | ≥98% | 市监局 |  | 98.5%
4-4 |  |  | 窨井盖完好率 | ≥98% | 城管局 |  | 97%`,
  },
  {
    title: 'grades',
    rows: `
序号|指标|基本标准|提升标准|责任单位
1|道路装灯率|≥95%|100%|住建局
2|窨井盖完好率|≥95%|≥98%|城管局`,
    expected: `
A1:E3 grid -/- seq=A indicator=B target=C departments=E
2-2 | 1 |  | 道路装灯率 | ≥95% | 住建局 |  |
3-3 | 2 |  | 窨井盖完好率 | ≥95% | 城管局 |  |`,
  },
  {
    title: '省 市 目标',
    rows: `
序号|指标|国家目标|省目标|市目标|完成值
1|道路装灯率|≥95%|≥96%|≥98%|97%
2|窨井盖完好率|≥95%|≥98%|≥98%|96%`,
    expected: `
A1:F3 grid -/- seq=A indicator=B target=E actual=F
2-2 | 1 |  | 道路装灯率 | ≥98% |  |  | 97%
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  | 96%`,
  },
  {
    title: 'quarter columns',
    rows: `
指标|目标值|完成情况||||责任单位
||一季度|二季度|三季度|四季度|
食品抽检合格率|≥98%|97%|98.2%|98.5%||市监局
窨井盖完好率|≥98%|98%|98%|97%||城管局`,
    expected: `
A1:G4 grid -/- indicator=A target=B actual=E departments=G
3-3 |  |  | 食品抽检合格率 | ≥98% | 市监局 |  | 98.5%
4-4 |  |  | 窨井盖完好率 | ≥98% | 城管局 |  | 97%`,
  },
  {
    title: 'monthly',
    rows: `
指标|单位|年度目标|本月|本月止累计|上年同期|同比
食品安全抽检批次|批次|≥1200|110|640|590|8.5%
农村改厕完成数|户|≥3000|210|1500|1400|7.1%`,
    expected: `
A1:G3 grid -/- indicator=A unit=B target=C actual=E history=F
2-2 |  |  | 食品安全抽检批次 | ≥1200 |  | 批次 | 640
3-3 |  |  | 农村改厕完成数 | ≥3000 |  | 户 | 1500`,
  },
  {
    title: 'Tianjin as lines, remarks present or not, blank targets',
    rows: `
（二）主要指标

评价指标
目标值
备注

1
国家卫生县或国家卫生乡镇
≥1个


2
全面控烟法律法规规定
有
国家卫生县出台规范性文件

3
每千常住人口医疗卫生机构床位数
符合所在地区域卫生规划要求


4
每千常住人口执业（助理）医师数



5
每万常住人口全科医生数
4(2025年)
`,
    expected: `
A3:A29 lines -/- seq=A indicator=A target=A remark=A
7-9 | 1 |  | 国家卫生县或国家卫生乡镇 | ≥1个 |  |  |
12-15 | 2 |  | 全面控烟法律法规规定 | 有 |  |  |
17-19 | 3 |  | 每千常住人口医疗卫生机构床位数 | 符合所在地区域卫生规划要求 |  |  |
22-23 | 4 |  | 每千常住人口执业（助理）医师数 |  |  |  |
27-29 | 5 |  | 每万常住人口全科医生数 | 4(2025年) |  |  |`,
  },
  {
    title: 'lines w/o blanks and without header',
    rows: `
1
群众对卫生状况满意率
≥90%
区卫生健康局
2
居民健康素养水平
≥23%或持续提升
区卫生健康局
3
中小学生近视率
逐年下降
区教育局`,
    expected: `
A1:A12 lines -/- seq=A indicator=A target=A departments=A
1-4 | 1 |  | 群众对卫生状况满意率 | ≥90% | 区卫生健康局 |  |
5-8 | 2 |  | 居民健康素养水平 | ≥23%或持续提升 | 区卫生健康局 |  |
9-12 | 3 |  | 中小学生近视率 | 逐年下降 | 区教育局 |  |`,
  },
  {
    title: 'lines wrapped names',
    rows: `
序号
评价指标
目标值
责任部门
1
存在职业病目录所列职业病危害因素的企业
职业病危害项目申报率
>90%
区卫生健康局
2
城市生活污水集中收集率
≥75%
或持续提高
区水务局
3
道路装灯率
100%
区住建局`,
    expected: `
A1:A18 lines -/- seq=A indicator=A target=A departments=A
5-9 | 1 |  | 存在职业病目录所列职业病危害因素的企业职业病危害项目申报率 | >90% | 区卫生健康局 |  |
10-14 | 2 |  | 城市生活污水集中收集率 | ≥75%~或持续提高 | 区水务局 |  |
15-18 | 3 |  | 道路装灯率 | 100% | 区住建局 |  |`,
  },
  {
    title: 'lines with actual values',
    rows: `
序号
指标
目标值
实际值
1
道路装灯率
100%
99%
2
窨井盖完好率
≥98%

3
街巷保洁时间
≥12小时
13`,
    expected: `
A1:A16 lines -/- seq=A indicator=A target=A actual=A
5-8 | 1 |  | 道路装灯率 | 100% |  |  | 99%
9-11 | 2 |  | 窨井盖完好率 | ≥98% |  |  |
13-16 | 3 |  | 街巷保洁时间 | ≥12小时 |  |  | 13`,
  },
  {
    title: 'lines with sections',
    rows: `
评价指标
目标值
一、市容环境
1
道路装灯率
100%
2
窨井盖完好率
≥98%
二、健康教育
3
居民健康素养水平
≥23%`,
    expected: `
A1:A13 lines -/- seq=A indicator=A target=A
4-6 | 1 | 一、市容环境 | 道路装灯率 | 100% |  |  |
7-9 | 2 | 一、市容环境 | 窨井盖完好率 | ≥98% |  |  |
11-13 | 3 | 二、健康教育 | 居民健康素养水平 | ≥23% |  |  |`,
  },
  {
    title: 'single spaces',
    rows: `
序号 评价指标 目标值 责任部门
1 群众对卫生状况满意率 ≥90% 区卫生健康局
2 道路装灯率 100% 区住建局 区城管局
3 中小学生近视率 逐年下降 区教育局`,
    expected: `
A1:A4 delimited -/- seq=A indicator=A target=A departments=A
2-2 | 1 |  | 群众对卫生状况满意率 | ≥90% | 区卫生健康局 |  |
3-3 | 2 |  | 道路装灯率 | 100% | 区住建局 区城管局 |  |
4-4 | 3 |  | 中小学生近视率 | 逐年下降 | 区教育局 |  |`,
  },
  {
    title: 'tabs with actual beside',
    rows: `
序号→评价指标→目标值|实际值
1→群众对卫生状况满意率→≥90%|92%
2→道路装灯率→100%|99%
3→中小学生近视率→逐年下降|`,
    expected: `
A1:B4 delimited -/- seq=A indicator=A target=A actual=B
2-2 | 1 |  | 群众对卫生状况满意率 | ≥90% |  |  | 92%
3-3 | 2 |  | 道路装灯率 | 100% |  |  | 99%
4-4 | 3 |  | 中小学生近视率 | 逐年下降 |  |  |`,
  },
  {
    title: 'tabs without header',
    rows: `
1→群众对卫生状况满意率→≥90%→卫健局
2→道路装灯率→100%→住建局
3→中小学生近视率→逐年下降→教育局`,
    expected: `
A1:A3 delimited -/- seq=A indicator=A target=A departments=A
1-1 | 1 |  | 群众对卫生状况满意率 | ≥90% | 卫健局 |  |
2-2 | 2 |  | 道路装灯率 | 100% | 住建局 |  |
3-3 | 3 |  | 中小学生近视率 | 逐年下降 | 教育局 |  |`,
  },
  {
    title: 'headers in tab with blank seq head',
    rows: `
→评价指标→目标值→备注
1→群众对卫生状况满意率→≥90%→
2→道路装灯率→100%→本指标适用于城市
3→中小学生近视率→逐年下降→`,
    expected: `
A1:A4 delimited -/- seq=A indicator=A target=A remark=A
2-2 | 1 |  | 群众对卫生状况满意率 | ≥90% |  |  |
3-3 | 2 |  | 道路装灯率 | 100% |  |  |
4-4 | 3 |  | 中小学生近视率 | 逐年下降 |  |  |`,
  },
  {
    title: 'runs of spaces with spill and blanks',
    rows: `
序号    评价指标      目标值     责任部门
1    群众对卫生状况满意率    ≥ 90%    区卫生健康局 区农业农村局
2    道路装灯率    100%    区住建局

3    0-6岁儿童视力检查率    ≥90%    区卫生健康局

                区教育局`,
    expected: `
A1:A7 delimited -/- seq=A indicator=A target=A departments=A
2-2 | 1 |  | 群众对卫生状况满意率 | ≥ 90% | 区卫生健康局 区农业农村局 |  |
3-3 | 2 |  | 道路装灯率 | 100% | 区住建局 |  |
5-7 | 3 |  | 0-6岁儿童视力检查率 | ≥90% | 区卫生健康局~区教育局 |  |`,
  },
  {
    title: 'full-width blanks',
    rows: `
序号⎵评价指标⎵目标值⎵责任部门
1⎵群众对卫生状况满意率⎵≥90%⎵区卫生健康局
2⎵道路装灯率⎵100%⎵区住建局`,
    expected: `
A1:A3 delimited -/- seq=A indicator=A target=A departments=A
2-2 | 1 |  | 群众对卫生状况满意率 | ≥90% | 区卫生健康局 |  |
3-3 | 2 |  | 道路装灯率 | 100% | 区住建局 |  |`,
  },
  {
    title: 'headerless with actual and departments first',
    rows: `
1|区卫生健康局|群众对卫生状况满意率|≥90%|92%
2|区教体局|中小学生近视率|逐年下降|45.1%
3|区住建局|道路装灯率|100%|99%`,
    expected: `
A1:E3 grid -/- seq=A departments=B indicator=C target=D actual=E
1-1 | 1 |  | 群众对卫生状况满意率 | ≥90% | 区卫生健康局 |  | 92%
2-2 | 2 |  | 中小学生近视率 | 逐年下降 | 区教体局 |  | 45.1%
3-3 | 3 |  | 道路装灯率 | 100% | 区住建局 |  | 99%`,
  },
  {
    title: 'headerless without seq',
    rows: `
群众对卫生状况满意率|≥90%|区卫生健康局
道路装灯率|≥95%|区住建局
窨井盖完好率|≥98%|区城管局`,
    expected: `
A1:C3 grid -/- indicator=A target=B departments=C
1-1 |  |  | 群众对卫生状况满意率 | ≥90% | 区卫生健康局 |  |
2-2 |  |  | 道路装灯率 | ≥95% | 区住建局 |  |
3-3 |  |  | 窨井盖完好率 | ≥98% | 区城管局 |  |`,
  },
  {
    title: 'headerless with category merged',
    rows: `
健康教育|1|居民健康素养水平|≥23%
|2|15岁以上人群吸烟率|<20%
市容环境|3|道路装灯率|≥95%
|4|窨井盖完好率|≥98%`,
    expected: `
A1:D4 grid -/- category=A seq=B indicator=C target=D
1-1 | 1 | 健康教育 | 居民健康素养水平 | ≥23% |  |  |
2-2 | 2 | 健康教育 | 15岁以上人群吸烟率 | <20% |  |  |
3-3 | 3 | 市容环境 | 道路装灯率 | ≥95% |  |  |
4-4 | 4 | 市容环境 | 窨井盖完好率 | ≥98% |  |  |`,
  },
  {
    title: 'plan heading as target',
    rows: `
主要指标|单位|2020年实际值|规划目标值|指标性质
人均预期寿命|岁|78.2|79.5|预期性
婴儿死亡率|‰|3.5|<4|约束性`,
    expected: `
A1:E3 grid 2020/- indicator=A unit=B actual=C target=D
2-2 |  |  | 人均预期寿命 | 79.5 |  | 岁 | 78.2
3-3 |  |  | 婴儿死亡率 | <4 |  | ‰ | 3.5`,
  },
  {
    title: 'plan and target',
    rows: `
序号|指标|目标值|规划值|实际值
1|每千人口床位数|符合所在地区域卫生规划要求|7.4|7.2
2|每千人口护士数|符合所在地区域卫生规划要求|3.8|3.6`,
    expected: `
A1:E3 grid -/- seq=A indicator=B target=C plan=D actual=E
2-2 | 1 |  | 每千人口床位数 | 符合所在地区域卫生规划要求 |  |  | 7.2
3-3 | 2 |  | 每千人口护士数 | 符合所在地区域卫生规划要求 |  |  | 3.6`,
  },
  {
    title: '2020 baseline and 2025 target in one group',
    rows: `
指标名称|指标值||属性
|2020年|2025年|
人均预期寿命（岁）|78.2|79.5|预期性
婴儿死亡率（‰）|3.5|<4|约束性`,
    expected: `
A1:D4 grid -/2025 indicator=A target=C
3-3 |  |  | 人均预期寿命（岁） | 79.5 |  | 岁 |
4-4 |  |  | 婴儿死亡率（‰） | <4 |  | ‰ |`,
  },
  {
    title: 'repeated header after a page with 续表 and page title',
    rows: `
表1 主要指标
序号|评价指标|目标值
1|道路装灯率|100%
2|窨井盖完好率|≥98%
表1 主要指标（续）
序号|评价指标|目标值
3|街巷保洁时间|≥12小时`,
    expected: `
A2:C7 grid -/- seq=A indicator=B target=C
3-3 | 1 |  | 道路装灯率 | 100% |  |  |
4-4 | 2 |  | 窨井盖完好率 | ≥98% |  |  |
7-7 | 3 |  | 街巷保洁时间 | ≥12小时 |  |  |`,
  },
  {
    title: 'spill on second department column',
    rows: `
序号|评价指标|目标值|牵头单位|配合单位
1|道路装灯率|100%|住建局|城管局
||||公安局
2|窨井盖完好率|≥98%|城管局|水务局`,
    expected: `
A1:E4 grid -/- seq=A indicator=B target=C departments=D support=E
2-3 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
4-4 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'rows with a multi-line cell',
    rows: `
序号|评价指标|目标值|责任部门
1|道路装灯率、~亮灯率|100%|住建局~城管局
2|窨井盖完好率|≥98%|城管局`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C departments=D
2-2 | 1 |  | 道路装灯率、~亮灯率 | 100% | 住建局~城管局 |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'actual values on three rows of one merged indicator, by town rows',
    rows: `
序号|评价指标|目标值|完成值
1|无烟党政机关、无烟医疗卫生机构、无烟学校建成比例|≥90%|党政机关95%
|||医疗100%
|||学校88%
2|窨井盖完好率|≥98%|99%`,
    expected: `
A1:D5 grid -/- seq=A indicator=B target=C actual=D
2-4 | 1 |  | 无烟党政机关、无烟医疗卫生机构、无烟学校建成比例 | ≥90% |  |  | 党政机关95%~医疗100%~学校88%
5-5 | 2 |  | 窨井盖完好率 | ≥98% |  |  | 99%`,
  },
  {
    title: 'unnumbered rows at the end',
    rows: `
序号|评价指标|目标值|责任部门
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|城管局
|街巷保洁时间|≥12小时|城管局`,
    expected: `
A1:D4 grid -/- seq=A indicator=B target=C departments=D
2-2 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |
4-4 |  |  | 街巷保洁时间 | ≥12小时 | 城管局 |  |`,
  },
  {
    title: 'duplicated numbers',
    rows: `
序号|评价指标|目标值
1|道路装灯率|100%
1|窨井盖完好率|≥98%
2|街巷保洁时间|≥12小时`,
    expected: `
A1:C4 grid -/- seq=A indicator=B target=C
2-2 | 1 |  | 道路装灯率 | 100% |  |  |
3-3 | 1 |  | 窨井盖完好率 | ≥98% |  |  |
4-4 | 2 |  | 街巷保洁时间 | ≥12小时 |  |  |`,
  },
  {
    title: 'empty template rows',
    rows: `
序号|评价指标|目标值|完成值
1|道路装灯率|100%|99%
2|窨井盖完好率|≥98%|99%
3|||
4|||`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C actual=D
2-2 | 1 |  | 道路装灯率 | 100% |  |  | 99%
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  | 99%`,
  },
  {
    title: 'advocated indicator without target',
    rows: `
序号|评价指标|目标值|完成值
1|道路装灯率|100%|99%
2|健康社区覆盖率||
3|窨井盖完好率|≥98%|99%`,
    expected: `
A1:D4 grid -/- seq=A indicator=B target=C actual=D
2-2 | 1 |  | 道路装灯率 | 100% |  |  | 99%
3-3 | 2 |  | 健康社区覆盖率 |  |  |  |
4-4 | 3 |  | 窨井盖完好率 | ≥98% |  |  | 99%`,
  },
  {
    title: 'first column words, no seq, indicator without anything',
    rows: `
评价指标|目标值|完成值
道路装灯率|100%|99%
健康社区覆盖率||
窨井盖完好率|≥98%|99%`,
    expected: `
A1:C4 grid -/- indicator=A target=B actual=C
2-2 |  |  | 道路装灯率 | 100% |  |  | 99%
3-3 |  |  | 健康社区覆盖率 |  |  |  |
4-4 |  |  | 窨井盖完好率 | ≥98% |  |  | 99%`,
  },
  {
    title: 'seq Chinese',
    rows: `
序号|评价指标|目标值
一|道路装灯率|100%
二|窨井盖完好率|≥98%
三|健康社区覆盖率|
四|街巷保洁时间|≥12小时`,
    expected: `
A1:C5 grid -/- seq=A indicator=B target=C
2-2 | 一 |  | 道路装灯率 | 100% |  |  |
3-3 | 二 |  | 窨井盖完好率 | ≥98% |  |  |
4-4 | 三 |  | 健康社区覆盖率 |  |  |  |
5-5 | 四 |  | 街巷保洁时间 | ≥12小时 |  |  |`,
  },
  {
    title: 'category rows merged with seq empty, notes in first col',
    rows: `
序号|考核指标|指标要求|责任科室
（一）健康教育|||
1|居民健康素养水平|≥23%|健教科
2|无烟单位建成率|≥90%|爱卫办
（二）病媒防制|||
3|防蝇防鼠设施合格率|≥95%|疾控科
备注：以上由各科室填报`,
    merges: 'A2:D2 A5:D5',
    expected: `
A1:D6 grid -/- seq=A indicator=B target=C departments=D
3-3 | 1 | （一）健康教育 | 居民健康素养水平 | ≥23% | 健教科 |  |
4-4 | 2 | （一）健康教育 | 无烟单位建成率 | ≥90% | 爱卫办 |  |
6-6 | 3 | （二）病媒防制 | 防蝇防鼠设施合格率 | ≥95% | 疾控科 |  |`,
  },
  {
    title: 'category names unmarked in the first column (seq)',
    rows: `
序号|评价指标|目标值|责任部门
爱国卫生组织管理|||
1|群众对卫生状况满意率|≥90%|卫健局
健康教育和健康促进|||
2|居民健康素养水平|≥23%|卫健局`,
    expected: `
A1:D5 grid -/- seq=A indicator=B target=C departments=D
3-3 | 1 | 爱国卫生组织管理 | 群众对卫生状况满意率 | ≥90% | 卫健局 |  |
5-5 | 2 | 健康教育和健康促进 | 居民健康素养水平 | ≥23% | 卫健局 |  |`,
  },
  {
    title: 'category names unmarked in the indicator column',
    rows: `
序号|评价指标|目标值|责任部门
|爱国卫生组织管理||
1|群众对卫生状况满意率|≥90%|卫健局
|健康教育和健康促进||
2|居民健康素养水平|≥23%|卫健局`,
    expected: `
A1:D5 grid -/- seq=A indicator=B target=C departments=D
3-3 | 1 | 爱国卫生组织管理 | 群众对卫生状况满意率 | ≥90% | 卫健局 |  |
5-5 | 2 | 健康教育和健康促进 | 居民健康素养水平 | ≥23% | 卫健局 |  |`,
  },
  {
    title: 'no seq, category unmarked',
    rows: `
评价指标|目标值|责任部门
爱国卫生组织管理||
群众对卫生状况满意率|≥90%|卫健局
健康教育和健康促进||
居民健康素养水平|≥23%|卫健局`,
    expected: `
A1:C5 grid -/- indicator=A target=B departments=C
3-3 |  | 爱国卫生组织管理 | 群众对卫生状况满意率 | ≥90% | 卫健局 |  |
5-5 |  | 健康教育和健康促进 | 居民健康素养水平 | ≥23% | 卫健局 |  |`,
  },
  {
    title: 'categories at the very end with subtotal',
    rows: `
类别|评价指标|目标值|得分
市容|道路装灯率|100%|5
|窨井盖完好率|≥98%|5
|小计||10
健教|居民健康素养水平|≥23%|5
合计|||15`,
    expected: `
A1:D5 grid -/- category=A indicator=B target=C
2-2 |  | 市容 | 道路装灯率 | 100% |  |  |
3-3 |  | 市容 | 窨井盖完好率 | ≥98% |  |  |
5-5 |  | 健教 | 居民健康素养水平 | ≥23% |  |  |`,
  },
  {
    title: 'vertical word cells',
    rows: `
类别|序号|评价指标|目标值
市~容|1|道路装灯率|100%
|2|窨井盖完好率|≥98%
健~教|3|居民健康素养水平|≥23%
|4|15岁以上人群吸烟率|<20%`,
    merges: 'A2:A3 A4:A5',
    expected: `
A1:D5 grid -/- category=A seq=B indicator=C target=D
2-2 | 1 | 市~容 | 道路装灯率 | 100% |  |  |
3-3 | 2 | 市~容 | 窨井盖完好率 | ≥98% |  |  |
4-4 | 3 | 健~教 | 居民健康素养水平 | ≥23% |  |  |
5-5 | 4 | 健~教 | 15岁以上人群吸烟率 | <20% |  |  |`,
  },
  {
    title: 'category letters one per line down the side',
    rows: `
类别|评价指标|目标值
市|道路装灯率|100%
容|窨井盖完好率|≥98%
环|街巷保洁时间|≥12小时
境|绿化覆盖率|≥38%`,
    expected: `
A1:C5 grid -/- category=A indicator=B target=C
2-2 |  | 市 | 道路装灯率 | 100% |  |  |
3-3 |  | 容 | 窨井盖完好率 | ≥98% |  |  |
4-4 |  | 环 | 街巷保洁时间 | ≥12小时 |  |  |
5-5 |  | 境 | 绿化覆盖率 | ≥38% |  |  |`,
  },
  {
    title: 'merged department over two indicators with seq',
    rows: `
序号|评价指标|目标值|责任部门
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|
3|街巷保洁时间|≥12小时|城管局`,
    merges: 'D2:D3',
    expected: `
A1:D4 grid -/- seq=A indicator=B target=C departments=D
2-2 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% | 住建局 |  |
4-4 | 3 |  | 街巷保洁时间 | ≥12小时 | 城管局 |  |`,
  },
  {
    title: 'indicator with two targets rows (city/county) merged',
    rows: `
序号|评价指标|目标值|责任部门
1|空气质量优良天数|设区市≥320天|生态环境局
||县≥300天|生态环境局
2|窨井盖完好率|≥98%|城管局`,
    merges: 'A2:A3 B2:B3',
    expected: `
A1:D4 grid -/- seq=A indicator=B target=C departments=D
2-3 | 1 |  | 空气质量优良天数 | 设区市≥320天~县≥300天 | 生态环境局 |  |
4-4 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'merged seq over sub-indicators',
    rows: `
序号|评价指标|目标值|责任部门
1|婴儿死亡率|≤5.6‰|卫健委
|5岁以下儿童死亡率|≤7.8‰|卫健委
2|窨井盖完好率|≥98%|城管局`,
    merges: 'A2:A3',
    expected: `
A1:D4 grid -/- seq=A indicator=B target=C departments=D
2-2 | 1 |  | 婴儿死亡率 | ≤5.6‰ | 卫健委 |  |
3-3 | 1 |  | 5岁以下儿童死亡率 | ≤7.8‰ | 卫健委 |  |
4-4 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'two-line name, target merged, dept merged, no seq merges',
    rows: `
序号|评价指标|目标值|责任部门
1|环境空气质量指数（AQI）|≥320天|生态环境局
|不超过100的天数||
2|窨井盖完好率|≥98%|城管局`,
    merges: 'C2:C3 D2:D3 A2:A3',
    expected: `
A1:D4 grid -/- seq=A indicator=B target=C departments=D
2-3 | 1 |  | 环境空气质量指数（AQI）不超过100的天数 | ≥320天 | 生态环境局 |  |
4-4 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'header with notes row above header row merged partially',
    rows: `
附件1|||
||单位：%|
序号|指标名称|目标值|实际值
1|道路装灯率|100|99
2|窨井盖完好率|98|99`,
    expected: `
A3:D5 grid -/- seq=A indicator=B target=C actual=D
4-4 | 1 |  | 道路装灯率 | 100 |  | % | 99
5-5 | 2 |  | 窨井盖完好率 | 98 |  | % | 99`,
  },
  {
    title: 'headings with 年 in the future and blank columns',
    rows: `
序号|指标|2025年目标|2022年|2023年|2024年|2025年
1|人均预期寿命|79岁|78.1|78.5||
2|居民健康素养水平|30%|25%|26%||`,
    expected: `
A1:G3 grid 2024/2025 seq=A indicator=B target=C history=D,E actual=F
2-2 | 1 |  | 人均预期寿命 | 79岁 |  |  |
3-3 | 2 |  | 居民健康素养水平 | 30% |  |  |`,
  },
  {
    title: 'last year word & this year',
    rows: `
指标|目标|去年|今年|责任单位
窨井盖完好率|≥98%|97%|98.5%|城管局
中小学生近视率|逐年下降|46%|45%|教育局`,
    expected: `
A1:E3 grid -/- indicator=A target=B history=C actual=D departments=E
2-2 |  |  | 窨井盖完好率 | ≥98% | 城管局 |  | 98.5%
3-3 |  |  | 中小学生近视率 | 逐年下降 | 教育局 |  | 45%`,
  },
  {
    title: 'five years and average',
    rows: `
指标|目标值|2018年|2019年|2020年|2021年|2022年|近五年平均|2023年
传染病发病率|不高于近5年平均水平|210|190|150|160|170|176|165`,
    expected: `
A1:I2 grid 2023/- indicator=A target=B history=C,D,E,F,G,H actual=I
2-2 |  |  | 传染病发病率 | 不高于近5年平均水平 |  |  | 165`,
  },
  {
    title: '现状值 with year, 2 columns of targets by year',
    rows: `
指标名称|2022年现状值|2025年目标值|2030年目标值|牵头部门|配合部门
人均预期寿命（岁）|78.5|79.3|80|卫健委|各有关部门
婴儿死亡率（‰）|3.1|≤5|≤5|卫健委|妇联`,
    expected: `
A1:F3 grid 2022/2025 indicator=A actual=B target=C departments=E support=F
2-2 |  |  | 人均预期寿命（岁） | 79.3 | 卫健委 | 岁 | 78.5
3-3 |  |  | 婴儿死亡率（‰） | ≤5 | 卫健委 | ‰ | 3.1`,
  },
  {
    title: '单位 bracket target column number, remark',
    rows: `
序号|主要健康指标|目标值|单位|完成情况|备注（适用范围）
1|孕产妇死亡率|18|1/10万|8.2|
2|婴儿死亡率|5.6|‰|3.1|本指标适用于城市`,
    expected: `
A1:F3 grid -/- seq=A indicator=B target=C unit=D actual=E remark=F
2-2 | 1 |  | 孕产妇死亡率 | 18 |  | 1/10万 | 8.2
3-3 | 2 |  | 婴儿死亡率 | 5.6 |  | ‰ | 3.1`,
  },
  {
    title: 'table with 数据来源 and 责任单位 and 考核频次',
    rows: `
指标名称|考核频次|达标值|填报单位|数据来源
公共场所卫生监督覆盖率|每季度|100%|卫生监督所|监督系统
生活饮用水水质合格率|每月|≥95%|疾控中心|监测报告`,
    expected: `
A1:E3 grid -/- indicator=A target=C departments=D source=E
2-2 |  |  | 公共场所卫生监督覆盖率 | 100% | 卫生监督所 |  |
3-3 |  |  | 生活饮用水水质合格率 | ≥95% | 疾控中心 |  |`,
  },
  {
    title: 'two header rows both with indicator words',
    rows: `
一级指标|二级指标||标准值|得分
|名称|单位||
健康环境|空气优良率|%|≥85|5
健康社会|人均体育面积|平方米|≥2.2|5`,
    expected: `
A1:E4 grid -/- category=A indicator=B unit=C target=D
3-3 |  | 健康环境 | 空气优良率 | ≥85 |  | % |
4-4 |  | 健康社会 | 人均体育面积 | ≥2.2 |  | 平方米 |`,
  },
  {
    title: 'English seq/trailing',
    rows: `
编号|Indicator 指标|Target 目标值|Dept 责任部门
A1|道路装灯率|100%|住建局
A2|窨井盖完好率|≥98%|城管局`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C departments=D
2-2 | A1 |  | 道路装灯率 | 100% | 住建局 |  |
3-3 | A2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'header words with numbering of columns',
    rows: `
①序号|②评价指标|③目标值|④责任部门
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|城管局`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C departments=D
2-2 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'score table with targets (考核标准 numeric)',
    rows: `
序号|考核指标|目标值|分值|自评得分|责任单位
1|道路装灯率|100%|5|5|住建局
2|窨井盖完好率|≥98%|5|4|城管局`,
    expected: `
A1:F3 grid -/- seq=A indicator=B target=C departments=F
2-2 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'target prose mixed',
    rows: `
序号|考核内容|目标要求|责任单位
1|健康教育|居民健康素养水平达到25%以上|卫健局
2|无烟环境|无烟党政机关建成率≥90%|机关局
3|组织机构|爱国卫生组织健全，人员、经费落实|爱卫办
4|病媒防制|达到国家病媒生物密度控制水平标准C级|疾控中心`,
    expected: `
A1:D5 grid -/- seq=A indicator=B target=C departments=D
2-2 | 1 |  | 健康教育 | 居民健康素养水平达到25%以上 | 卫健局 |  |
3-3 | 2 |  | 无烟环境 | 无烟党政机关建成率≥90% | 机关局 |  |
4-4 | 3 |  | 组织机构 | 爱国卫生组织健全，人员、经费落实 | 爱卫办 |  |
5-5 | 4 |  | 病媒防制 | 达到国家病媒生物密度控制水平标准C级 | 疾控中心 |  |`,
  },
  {
    title: '任务 目标',
    rows: `
重点任务|年度目标|完成情况|责任单位
农村改厕|新增3000户|2800户|农业农村局
健康细胞|建成健康社区10个|12个|卫健局
健康教育|讲座不少于50场|60场|疾控中心`,
    expected: `
A1:D4 grid -/- indicator=A target=B actual=C departments=D
2-2 |  |  | 农村改厕 | 新增3000户 | 农业农村局 |  | 2800户
3-3 |  |  | 健康细胞 | 建成健康社区10个 | 卫健局 |  | 12个
4-4 |  |  | 健康教育 | 讲座不少于50场 | 疾控中心 |  | 60场`,
  },
  {
    title: 'county profile words as remark col',
    rows: `
序号|指标|城市目标值|县目标值|备注
1|空气优良天数|≥320天|≥300天|
2|道路机械化清扫率|≥80%|—|县不考核`,
    expected: `
A1:E3 grid -/- seq=A indicator=B target=C remark=E
2-2 | 1 |  | 空气优良天数 | ≥320天 |  |  |
3-3 | 2 |  | 道路机械化清扫率 | ≥80% |  |  |`,
  },
  {
    title: 'vertical blank target ditto true',
    rows: `
序号|指标|目标值
1|每千人口床位数|符合规划要求
2|每千人口医师数|
3|每千人口护士数|
4|婴儿死亡率|≤5.6‰或持续降低
5|5岁以下儿童死亡率|
6|窨井盖完好率|≥98%`,
    expected: `
A1:C7 grid -/- seq=A indicator=B target=C
2-2 | 1 |  | 每千人口床位数 | 符合规划要求 |  |  |
3-3 | 2 |  | 每千人口医师数 | 符合规划要求 |  |  |
4-4 | 3 |  | 每千人口护士数 | 符合规划要求 |  |  |
5-5 | 4 |  | 婴儿死亡率 | ≤5.6‰或持续降低 |  |  |
6-6 | 5 |  | 5岁以下儿童死亡率 | ≤5.6‰或持续降低 |  |  |
7-7 | 6 |  | 窨井盖完好率 | ≥98% |  |  |`,
  },
  {
    title: 'title merged over part of the header',
    rows: `
国家卫生城市主要指标|||
序号|评价指标|目标值|责任部门
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|城管局`,
    merges: 'A1:C1',
    expected: `
A2:D4 grid -/- seq=A indicator=B target=C departments=D
3-3 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
4-4 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'reporting line directly above',
    rows: `
填报单位：卫健委||填报时间：2024年1月|
序号|评价指标|目标值|责任部门
1|道路装灯率|100%|住建局
2|窨井盖完好率|≥98%|城管局`,
    expected: `
A2:D4 grid -/- seq=A indicator=B target=C departments=D
3-3 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
4-4 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'lead and responsible',
    rows: `
序号|评价指标|目标值|牵头单位|责任单位
1|道路装灯率|100%|住建局|城管局、交通局
2|窨井盖完好率|≥98%|城管局|水务局`,
    expected: `
A1:E3 grid -/- seq=A indicator=B target=C departments=D support=E
2-2 | 1 |  | 道路装灯率 | 100% | 住建局 |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% | 城管局 |  |`,
  },
  {
    title: 'report period lines',
    rows: `
XX市2023年度国家卫生城市指标自查表
（统计时间：2023年1月—12月）
序号|评价指标|目标值（到2025年）|自查值|佐证材料
1|人均预期寿命|79岁|78.5岁|年鉴
2|道路装灯率|100%|100%|照片`,
    expected: `
A3:E5 grid 2023/2025 seq=A indicator=B target=C actual=D
4-4 | 1 |  | 人均预期寿命 | 79岁 |  |  | 78.5岁
5-5 | 2 |  | 道路装灯率 | 100% |  |  | 100%`,
  },
  {
    title: 'half-year',
    rows: `
2024年上半年健康XX主要指标完成情况
指标|年度目标|完成值|上年同期
居民健康素养水平|≥30%|31%|29%
门诊次均费用增幅|不高于上年|3%|5%`,
    expected: `
A2:D4 grid 2024/- indicator=A target=B actual=C history=D
3-3 |  |  | 居民健康素养水平 | ≥30% |  |  | 31%
4-4 |  |  | 门诊次均费用增幅 | 不高于上年 |  |  | 3%`,
  },
  {
    title: 'document number only',
    rows: `
临政办字〔2023〕14号
国家卫生城市（2021版）指标
序号|评价指标|目标值|现状
1|道路装灯率|100%|99%
2|窨井盖完好率|≥98%|99%`,
    expected: `
A3:D5 grid -/- seq=A indicator=B target=C actual=D
4-4 | 1 |  | 道路装灯率 | 100% |  |  | 99%
5-5 | 2 |  | 窨井盖完好率 | ≥98% |  |  | 99%`,
  },
  {
    title: 'numbers as dates/empties in seq, total by category',
    rows: `
序号|项目|标准|现状|差距|责任单位|完成时限
1|公厕达标率|100%|95%|5%|环卫处|2024年6月底
2|垃圾无害化处理率|100%|100%|0|环卫处|长期
3|病媒密度|C级|C级|—|疾控中心|2024年9月底`,
    expected: `
A1:G4 grid -/- seq=A indicator=B target=C actual=D departments=F
2-2 | 1 |  | 公厕达标率 | 100% | 环卫处 |  | 95%
3-3 | 2 |  | 垃圾无害化处理率 | 100% | 环卫处 |  | 100%
4-4 | 3 |  | 病媒密度 | C级 | 疾控中心 |  | C级`,
  },
  {
    title: 'notes in the right margin, one row',
    rows: `
序号|评价指标|目标值||请核实
1|道路装灯率|100%||
2|窨井盖完好率|≥98%||这个要改`,
    expected: `
A1:C3 grid -/- seq=A indicator=B target=C
2-2 | 1 |  | 道路装灯率 | 100% |  |  |
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  |`,
  },
  {
    title: 'a legend under the table, one col',
    rows: `
序号|评价指标|目标值|实际值
1|道路装灯率|100%|100%
2|窨井盖完好率|≥98%|99%

绿色|达标
红色|未达标`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C actual=D
2-2 | 1 |  | 道路装灯率 | 100% |  |  | 100%
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  | 99%`,
  },
  {
    title: 'plan: indicators with sub-dash names',
    rows: `
指标|2025年目标|2030年目标
一、健康水平||
1.人均预期寿命（岁）|79.3|80
2.婴儿死亡率（‰）|≤5|≤4.5
二、健康生活||
3.居民健康素养水平（%）|25|30
其中：城市|28|33`,
    expected: `
A1:C7 grid -/2025 indicator=A target=B
3-3 |  | 一、健康水平 | 1.人均预期寿命（岁） | 79.3 |  | 岁 |
4-4 |  | 一、健康水平 | 2.婴儿死亡率（‰） | ≤5 |  | ‰ |
6-6 |  | 二、健康生活 | 3.居民健康素养水平（%） | 25 |  | % |
7-7 |  | 二、健康生活 | 其中：城市 | 28 |  |  |`,
  },
  {
    title: '责任单位 with blank first in run',
    rows: `
类别|指标|目标值|责任单位
市容|道路装灯率|100%|
|窨井盖完好率|≥98%|城管局
|绿化覆盖率|≥38%|`,
    expected: `
A1:D4 grid -/- category=A indicator=B target=C departments=D
2-2 |  | 市容 | 道路装灯率 | 100% |  |  |
3-3 |  | 市容 | 窨井盖完好率 | ≥98% | 城管局 |  |
4-4 |  | 市容 | 绿化覆盖率 | ≥38% |  |  |`,
  },
  {
    title: 'target header 指标 under 项目 group',
    rows: `
项目|内容|指标值|主责单位|协办单位
健康教育|健康讲座|≥12场|健教所|各社区
|健康素养|≥25%|健教所|各社区
控烟|无烟家庭|≥10户|爱卫办|妇联`,
    expected: `
A1:E4 grid -/- category=A indicator=B target=C departments=D support=E
2-2 |  | 健康教育 | 健康讲座 | ≥12场 | 健教所 |  |
3-3 |  | 健康教育 | 健康素养 | ≥25% | 健教所 |  |
4-4 |  | 控烟 | 无烟家庭 | ≥10户 | 爱卫办 |  |`,
  },
  {
    title: '2-line units beneath heading',
    rows: `
指标名称|计量|目标|完成
|单位|值|值
道路装灯率|%|95|96
窨井盖完好率|%|98|99`,
    expected: `
A1:D4 grid -/- indicator=A unit=B target=C actual=D
3-3 |  |  | 道路装灯率 | 95 |  | % | 96
4-4 |  |  | 窨井盖完好率 | 98 |  | % | 99`,
  },
  {
    title: 'percent in name',
    rows: `
指标|基线（2020年）|目标（2025年）|中期（2023年）
经常参加体育锻炼比例（%）|37.2|38.5|38.1
人均体育场地面积（平方米）|2.2|2.6|2.5`,
    expected: `
A1:D3 grid 2023/2025 indicator=A history=B target=C actual=D
2-2 |  |  | 经常参加体育锻炼比例（%） | 38.5 |  | % | 38.1
3-3 |  |  | 人均体育场地面积（平方米） | 2.6 |  | 平方米 | 2.5`,
  },
  {
    title: 'stray totals with seq',
    rows: `
序号|指标|目标值|完成值
1|道路装灯率|100%|100%
2|窨井盖完好率|≥98%|99%
3|合计||`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C actual=D
2-2 | 1 |  | 道路装灯率 | 100% |  |  | 100%
3-3 | 2 |  | 窨井盖完好率 | ≥98% |  |  | 99%`,
  },
];

test.each(CASES)('$title', ({ rows, merges, expected }) => {
  const areas = (merges ?? '').split(' ').flatMap((text) => parseArea(text) ?? []);
  const { tables } = recognise(grid(rows), { merges: areas });
  expect(tables.map(brief).join('\n')).toBe(expected.trim());
});
