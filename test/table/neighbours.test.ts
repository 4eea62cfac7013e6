// Sheets where something stands beside, above or below the table that once misled: rosters, banners, fill-in lines, rows put in
// by hand, columns of answers, several target columns. The expected lines were read against the contract.
import { parseArea } from '../../src/sheet/address';
import type { Profile } from '../../src/table/table';
import { brief, grid, recognise } from './support';

interface Case {
  readonly title: string;
  readonly profile?: Profile;
  readonly merges?: string;
  readonly rows: string;
  /** Tables as `brief` prints them, then the reasons of refusals. */
  readonly expected: string;
}

const CASES: readonly Case[] = [
  {
    title: 'a blank header over the numbers, category rows and 合计 in the same column',
    rows: `
|评价指标|目标值|责任部门|完成值
（一）市容环境||||
1|自来水普及率|≥95%|区水务局|96%
2|卫生厕所普及率|≥85%|区卫健局|84%
（二）生态环境||||
3|垃圾处理率|≥95%|区城管局|96%
合计||||`,
    expected: `
A1:E6 grid -/- seq=A indicator=B target=C departments=D actual=E
3-3 | 1 | （一）市容环境 | 自来水普及率 | ≥95% | 区水务局 |  | 96%
4-4 | 2 | （一）市容环境 | 卫生厕所普及率 | ≥85% | 区卫健局 |  | 84%
6-6 | 3 | （二）生态环境 | 垃圾处理率 | ≥95% | 区城管局 |  | 96%`,
  },
  {
    title: 'a blank header over the numbers, category rows that name a department, counts in the row of 合计',
    rows: `
|评价指标|目标值|责任部门|完成值
（一）市容环境|||区城管局|
1|自来水普及率|≥95%|区水务局|96%
（二）生态环境|||区环境局|
2|垃圾处理率|≥95%|区城管局|96%
合计|2项||2个部门|`,
    expected: `
A1:E5 grid -/- seq=A indicator=B target=C departments=D actual=E
3-3 | 1 | （一）市容环境 | 自来水普及率 | ≥95% | 区水务局 |  | 96%
5-5 | 2 | （二）生态环境 | 垃圾处理率 | ≥95% | 区城管局 |  | 96%`,
  },
  {
    title: 'a blank header over the numbers, unmarked category rows, counts beside 小计 and 总计',
    rows: `
|评价指标|目标值|责任部门|完成值
市容环境||||
1|自来水普及率|≥95%|区水务局|96%
小计|1|||
生态环境||||
2|垃圾处理率|≥95%|区城管局|96%
小计|1|||
总计|2|||`,
    expected: `
A1:E6 grid -/- seq=A indicator=B target=C departments=D actual=E
3-3 | 1 | 市容环境 | 自来水普及率 | ≥95% | 区水务局 |  | 96%
6-6 | 2 | 生态环境 | 垃圾处理率 | ≥95% | 区城管局 |  | 96%`,
  },
  {
    title: 'a blank header over categories: words that stand in rows of indicators are no numbers',
    rows: `
|评价指标|目标值|完成值
市容环境|自来水普及率|≥95%|96%
生态环境|垃圾处理率|≥95%|96%
合计|||`,
    expected: `
A1:D3 grid -/- category=A indicator=B target=C actual=D
2-2 |  | 市容环境 | 自来水普及率 | ≥95% |  |  | 96%
3-3 |  | 生态环境 | 垃圾处理率 | ≥95% |  |  | 96%`,
  },
  {
    title: 'a fill-in line whose labels end in a colon',
    rows: `
附件：某市健康城市指标表
填报单位：||填报时间：|
序号|指标|目标值|完成值
1|自来水普及率|≥95%|96%
2|卫生厕所普及率|≥85%|84%`,
    expected: `
A3:D5 grid -/- seq=A indicator=B target=C actual=D
4-4 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
5-5 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: 'a fill-in line of three labels',
    rows: `
单位（盖章）：||填报日期：|联系电话：
序号|指标|目标值|完成值
1|自来水普及率|≥95%|96%
2|卫生厕所普及率|≥85%|84%`,
    expected: `
A2:D4 grid -/- seq=A indicator=B target=C actual=D
3-3 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
4-4 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: '是否达到目标 beside the target',
    rows: `
序号|指标|2025年目标|是否达到目标|完成情况
1|自来水普及率|≥95%|是|96%
2|卫生厕所普及率|≥85%|否|84%`,
    expected: `
A1:E3 grid -/2025 seq=A indicator=B target=C actual=E
2-2 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: '能否达到目标 before the target',
    rows: `
序号|指标|能否达到目标|2025年目标|2024年
1|自来水普及率|能|≥95%|96%
2|卫生厕所普及率|否|≥85%|84%`,
    expected: `
A1:E3 grid 2024/2025 seq=A indicator=B target=D actual=E
2-2 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: '县（市、区） is the county column',
    profile: 'county',
    rows: `
序号|指标|设区的市（地、州）|县（市、区）|实际值
1|自来水普及率|≥95%|≥90%|91%
2|卫生厕所普及率|≥90%|≥85%|84%`,
    expected: `
A1:E3 grid -/- seq=A indicator=B target=D actual=E
2-2 | 1 |  | 自来水普及率 | ≥90% |  |  | 91%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: '设区的市 is the city column, right of the county’s',
    rows: `
序号|指标|县（市、区）|设区的市|实际值
1|自来水普及率|≥95%|≥98%|91%
2|卫生厕所普及率|≥90%|≥95%|84%`,
    expected: `
A1:E3 grid -/- seq=A indicator=B target=D actual=E
2-2 | 1 |  | 自来水普及率 | ≥98% |  |  | 91%
3-3 | 2 |  | 卫生厕所普及率 | ≥95% |  |  | 84%`,
  },
  {
    title: 'a roster at the left, banners above',
    rows: `
人员名单||||重点指标||||
姓名|职务|电话||序号|指标|目标值|实际值
张三|主任|13800000000||1|自来水普及率|≥95%|96%
李四|科员|13800000001||2|卫生厕所普及率|≥85%|84%
王五|科员|13800000002||3|垃圾收运率|100%|99%`,
    expected: `
E2:H5 grid -/- seq=E indicator=F target=G actual=H
3-3 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
4-4 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%
5-5 | 3 |  | 垃圾收运率 | 100% |  |  | 99%`,
  },
  {
    title: 'a numbered roster at the left',
    rows: `
序号|姓名|单位|电话||指标|目标值|实际值
1|张三|区卫健局|13800000000||自来水普及率|≥95%|96%
2|李四|区城管局|13800000001||卫生厕所普及率|≥85%|84%
3|王五|区住建局|13800000002||垃圾收运率|100%|99%`,
    expected: `
F1:H4 grid -/- indicator=F target=G actual=H
2-2 |  |  | 自来水普及率 | ≥95% |  |  | 96%
3-3 |  |  | 卫生厕所普及率 | ≥85% |  |  | 84%
4-4 |  |  | 垃圾收运率 | 100% |  |  | 99%`,
  },
  {
    title: 'departments first, their spills below',
    rows: `
责任单位|序号|指标|目标值
区卫生健康局|1|无烟学校建成比例|≥90%
区教育和体育局|||
区水利局|2|自来水普及率|≥95%
区住房和城乡建设局|3|道路装灯率|100%

区综合行政执法局|||
区城管局|4|公厕达标率|≥95%`,
    expected: `
A1:D8 grid -/- departments=A seq=B indicator=C target=D
2-3 | 1 |  | 无烟学校建成比例 | ≥90% | 区卫生健康局~区教育和体育局 |  |
4-4 | 2 |  | 自来水普及率 | ≥95% | 区水利局 |  |
5-7 | 3 |  | 道路装灯率 | 100% | 区住房和城乡建设局~区综合行政执法局 |  |
8-8 | 4 |  | 公厕达标率 | ≥95% | 区城管局 |  |`,
  },
  {
    title: 'one column, a roster below',
    rows: `
序号
评价指标
目标值
责任部门
1
自来水普及率
≥95%
区水利局
2
卫生厕所普及率
≥85%
区卫生健康局
3
垃圾收运率
100%
区城管局

联系人名单
姓名
电话
张三
13800000000
李四
13800000001`,
    expected: `
A1:A16 lines -/- seq=A indicator=A target=A departments=A
5-8 | 1 |  | 自来水普及率 | ≥95% | 区水利局 |  |
9-12 | 2 |  | 卫生厕所普及率 | ≥85% | 区卫生健康局 |  |
13-16 | 3 |  | 垃圾收运率 | 100% | 区城管局 |  |`,
  },
  {
    title: 'places down, indicators across, targets in the last row',
    rows: `
单位|自来水普及率|卫生厕所普及率|垃圾收运率
东街道|96%|84%|100%
西街道|95%|88%|99%
南街道|92%|90%|98%
目标值|≥95%|≥85%|100%`,
    expected: `
表格行列倒置（指标横排），请转置后再检查：复制后用“选择性粘贴—转置”`,
  },
  {
    title: 'a row put in behind a blank line, the numbers go on',
    rows: `
序号|指标|目标值|实际值|责任部门
1|自来水普及率|≥95%|96%|水利局
2|卫生厕所普及率|≥85%|84%|卫健局

|垃圾收运率||100%|城管局
4|道路装灯率|≥98%|99%|住建局
5|公厕达标率|≥95%|96%|城管局`,
    expected: `
A1:E7 grid -/- seq=A indicator=B target=C actual=D departments=E
2-2 | 1 |  | 自来水普及率 | ≥95% | 水利局 |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% | 卫健局 |  | 84%
5-5 |  |  | 垃圾收运率 |  | 城管局 |  | 100%
6-6 | 4 |  | 道路装灯率 | ≥98% | 住建局 |  | 99%
7-7 | 5 |  | 公厕达标率 | ≥95% | 城管局 |  | 96%`,
  },
  {
    title: 'targets of three years, bare years are values',
    rows: `
序号|指标|2023年目标|2024年目标|2025年目标|2024年|2023年
1|健康素养水平|≥25%|≥28%|≥30%|26.2%|25%
2|吸烟率|≤23%|≤22%|≤20%|23%|24%`,
    expected: `
A1:G3 grid 2024/2024 seq=A indicator=B target=D actual=F history=G
2-2 | 1 |  | 健康素养水平 | ≥28% |  |  | 26.2%
3-3 | 2 |  | 吸烟率 | ≤22% |  |  | 23%`,
  },
  {
    title: 'two tables side by side, banners above',
    rows: `
城市指标||||| 农村指标|||
序号|指标|目标值|完成值||序号|指标|目标值|完成值
1|无害化率|100%|100%||1|卫厕率|≥85%|84%
2|清扫率|≥80%|79%||2|自来水|≥95%|96%`,
    expected: `
A2:D4 grid -/- seq=A indicator=B target=C actual=D
3-3 | 1 |  | 无害化率 | 100% |  |  | 100%
4-4 | 2 |  | 清扫率 | ≥80% |  |  | 79%
F2:I4 grid -/- seq=F indicator=G target=H actual=I
3-3 | 1 |  | 卫厕率 | ≥85% |  |  | 84%
4-4 | 2 |  | 自来水 | ≥95% |  |  | 96%`,
  },
  {
    title: 'grades: the first',
    rows: `
序号|指标|一级标准|二级标准|实际值
1|自来水普及率|≥90%|≥95%|96%
2|卫生厕所普及率|≥80%|≥85%|84%`,
    expected: `
A1:E3 grid -/- seq=A indicator=B target=C actual=E
2-2 | 1 |  | 自来水普及率 | ≥90% |  |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥80% |  |  | 84%`,
  },
  {
    title: 'no profile fits: the stricter',
    rows: `
序号|指标|平原地区|山区|实际值
1|自来水普及率|≥90%|≥95%|96%
2|卫生厕所普及率|≥80%|≥85%|84%`,
    expected: `
A1:E3 grid -/- seq=A indicator=B target=D actual=E
2-2 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: 'an unmerged target over two kinds of place',
    rows: `
序号|指标|目标值||实际值
||山区|平原|
1|自来水普及率|≥90%|≥95%|96%
2|卫生厕所普及率|≥80%|≥85%|84%`,
    expected: `
A1:E4 grid -/- seq=A indicator=B target=D actual=E
3-3 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
4-4 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: 'a second header with other columns',
    rows: `
序号|指标|目标值|实际值
1|自来水普及率|≥95%|96%
2|卫生厕所普及率|≥85%|84%
序号|指标|单位|目标值|2023年|2024年
3|道路装灯率|%|≥98|97|99
4|公厕密度|座|≥3|2|3`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C actual=D
2-2 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%
A4:F6 grid 2024/- seq=A indicator=B unit=C target=D history=E actual=F
5-5 | 3 |  | 道路装灯率 | ≥98 |  | % | 99
6-6 | 4 |  | 公厕密度 | ≥3 |  | 座 | 3`,
  },
  {
    title: 'a roster two blank columns away, merged banners',
    merges: 'A1:D1 G1:J1',
    rows: `
爱卫办工作人员名单||||||2024年重点指标完成情况|||
序号|姓名|单位|电话|||序号|指标名称|目标值|实际值
1|张三|区卫健局|13800000000|||1|自来水普及率|≥95%|96%
2|李四|区城管局|13800000001|||2|卫生厕所普及率|≥85%|84%
3|王五|区住建局|13800000002||||||`,
    expected: `
G2:J4 grid 2024/- seq=G indicator=H target=I actual=J
3-3 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
4-4 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: 'a duty list at the left',
    rows: `
值班表||||重点指标|||
日期|值班人|||序号|评价指标|目标值|责任部门
5月1日|张三|||1|自来水普及率|≥95%|水利局
5月2日|李四|||2|卫生厕所普及率|≥85%|卫健局`,
    expected: `
E2:H4 grid -/- seq=E indicator=F target=G departments=H
3-3 | 1 |  | 自来水普及率 | ≥95% | 水利局 |  |
4-4 | 2 |  | 卫生厕所普及率 | ≥85% | 卫健局 |  |`,
  },
  {
    title: 'a roster at the right',
    rows: `
重点指标|||||人员名单||
序号|指标|目标值|实际值||科室|姓名|电话
1|自来水普及率|≥95%|96%||办公室|张三|13800000000
2|卫生厕所普及率|≥85%|84%||业务科|李四|13800000001`,
    expected: `
A2:D4 grid -/- seq=A indicator=B target=C actual=D
3-3 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
4-4 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: 'a roster that begins a row higher',
    rows: `
工作专班||||
姓名|职务|||
张三|主任||序号|评价指标|目标值|完成情况
李四|科员||1|自来水普及率|≥95%|96%
王五|科员||2|卫生厕所普及率|≥85%|84%
赵六|科员||3|垃圾收运率|100%|99%`,
    expected: `
D3:G6 grid -/- seq=D indicator=E target=F actual=G
4-4 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
5-5 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%
6-6 | 3 |  | 垃圾收运率 | 100% |  |  | 99%`,
  },
  {
    title: 'a roster beside a header of two rows',
    merges: 'A2:A3 B2:B3 D2:D3 E2:E3 F2:F3 G2:H2',
    rows: `
联络员名单|||重点指标表||||
姓名|电话||序号|指标|目标值|完成情况|
||||||2023年|2024年
张三|13800000000||1|自来水普及率|≥95%|93%|96%
李四|13800000001||2|卫生厕所普及率|≥85%|83%|84%`,
    expected: `
D2:H5 grid 2024/- seq=D indicator=E target=F history=G actual=H
4-4 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
5-5 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: '国家目标 answered by 是 and 否',
    rows: `
指标|国家目标|2025年目标|责任部门
自来水普及率|是|≥95%|水利局
卫生厕所普及率|否|≥85%|卫健局
中小学生近视率|是|逐年下降|教体局`,
    expected: `
A1:D4 grid -/2025 indicator=A target=C departments=D
2-2 |  |  | 自来水普及率 | ≥95% | 水利局 |  |
3-3 |  |  | 卫生厕所普及率 | ≥85% | 卫健局 |  |
4-4 |  |  | 中小学生近视率 | 逐年下降 | 教体局 |  |`,
  },
  {
    title: 'city and county, two years each',
    merges: 'C1:D1 E1:F1',
    rows: `
序号|指标|设区市||县||实际值
||2023年|2025年|2023年|2025年|
1|自来水普及率|≥96%|≥98%|≥93%|≥95%|96%
2|卫生厕所普及率|≥86%|≥90%|≥80%|≥83%|84%`,
    expected: `
A1:G4 grid -/2023 seq=A indicator=B target=C actual=G
3-3 | 1 |  | 自来水普及率 | ≥96% |  |  | 96%
4-4 | 2 |  | 卫生厕所普及率 | ≥86% |  |  | 84%`,
  },
  {
    title: '市级 and 县（市、区） targets',
    profile: 'county',
    rows: `
指标|市级目标|县（市、区）目标|完成
自来水普及率|≥98%|≥95%|96%
卫生厕所普及率|≥90%|≥80%|84%`,
    expected: `
A1:D3 grid -/- indicator=A target=C actual=D
2-2 |  |  | 自来水普及率 | ≥95% |  |  | 96%
3-3 |  |  | 卫生厕所普及率 | ≥80% |  |  | 84%`,
  },
  {
    title: 'half a year and the whole year, each with target and value',
    merges: 'C1:D1 E1:F1',
    rows: `
任务|单位|上半年||全年||责任单位
||目标|完成|目标|完成|
新建公厕|座|10|8|20|8|城管局
改造旱厕|座|50|55|100|55|农业农村局`,
    expected: `
A1:G4 grid -/- indicator=A unit=B target=E actual=F departments=G
3-3 |  |  | 新建公厕 | 20 | 城管局 | 座 | 8
4-4 |  |  | 改造旱厕 | 100 | 农业农村局 | 座 | 55`,
  },
  {
    title: 'a price list',
    rows: `
品名|规格|单价（元）|数量
灭鼠药|500g|12|≥100
粘鼠板|张|3|≥200`,
    expected: ``,
  },
  {
    title: 'a list of vacancies',
    rows: `
岗位|人数|学历要求|年龄要求
医师|≥2名|本科及以上|35岁以下
护士|≥3名|大专及以上|30岁以下`,
    expected: `
有目标值，但没有指标名称列`,
  },
  {
    title: 'a list of documents',
    rows: `
序号|文件名称|文号|要求
1|关于控烟的通知|〔2023〕5号|每年不少于1次
2|关于灭鼠的通知|〔2023〕6号|覆盖率达到95%以上`,
    expected: `
有任务或指标名称，但没有目标值列，无法判定是否达标`,
  },
  {
    title: 'an agenda',
    rows: `
时间|议程|时长
9:00|领导讲话|≤15分钟
9:15|汇报|≤30分钟`,
    expected: ``,
  },
  {
    title: 'a performance table whose first row ends in 指标',
    rows: `
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训场次|≥12次|15次|10|10
|质量指标|合格率|≥95%|96%|10|10
效益指标|社会效益|知晓率|≥80%|85%|30|30`,
    expected: `
A1:G4 grid -/- category=A indicator=C target=D actual=E
2-2 |  | 产出指标 | 培训场次 | ≥12次 |  |  | 15次
3-3 |  | 产出指标 | 合格率 | ≥95% |  |  | 96%
4-4 |  | 效益指标 | 知晓率 | ≥80% |  |  | 85%`,
  },
  {
    title: 'a matrix with the targets on top',
    rows: `
|自来水普及率|卫生厕所普及率|垃圾收运率
目标|≥95%|≥85%|100%
东镇|96%|84%|100%
西镇|95%|88%|99%`,
    expected: `
表格行列倒置（指标横排），请转置后再检查：复制后用“选择性粘贴—转置”`,
  },
  {
    title: 'a numbered matrix below a title',
    merges: 'A1:E1',
    rows: `
各镇指标完成情况
序号|单位|自来水普及率|卫生厕所普及率|垃圾收运率
1|东镇|96%|84%|100%
2|西镇|95%|88%|99%
|目标值|≥95%|≥85%|100%`,
    expected: `
表格行列倒置（指标横排），请转置后再检查：复制后用“选择性粘贴—转置”`,
  },
  {
    title: 'a row put in with value and department, no number, no target',
    rows: `
序号|指标|目标值|实际值|责任部门
1|自来水普及率|≥95%|96%|水利局
|新增公厕密度||3.1|城管局
2|卫生厕所普及率|≥85%|84%|卫健局`,
    expected: `
A1:E4 grid -/- seq=A indicator=B target=C actual=D departments=E
2-2 | 1 |  | 自来水普及率 | ≥95% | 水利局 |  | 96%
3-3 |  |  | 新增公厕密度 |  | 城管局 |  | 3.1
4-4 | 2 |  | 卫生厕所普及率 | ≥85% | 卫健局 |  | 84%`,
  },
  {
    title: 'a name in three paragraphs, a department in the second',
    rows: `
序号|指标|目标值|实际值|责任部门
1|无烟党政机关、|≥90%|96%|卫健局
|无烟医疗卫生机构、|||教体局
|无烟学校建成比例|||
2|卫生厕所普及率|≥85%|84%|卫健局`,
    expected: `
A1:E5 grid -/- seq=A indicator=B target=C actual=D departments=E
2-4 | 1 |  | 无烟党政机关、无烟医疗卫生机构、无烟学校建成比例 | ≥90% | 卫健局~教体局 |  | 96%
5-5 | 2 |  | 卫生厕所普及率 | ≥85% | 卫健局 |  | 84%`,
  },
  {
    title: 'signatures directly below',
    rows: `
序号|指标|目标值|实际值
1|自来水普及率|≥95%|96%
2|卫生厕所普及率|≥85%|84%
主要负责人签字：||填报人：李四|`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C actual=D
2-2 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: 'a target group of figure and unit',
    merges: 'C1:D1',
    rows: `
序号|指标|目标||实际值
||数值|单位|
1|公厕密度|≥3|座/平方公里|2.8
2|绿地率|≥38|%|39`,
    expected: `
A1:E4 grid -/- seq=A indicator=B target=C unit=D actual=E
3-3 | 1 |  | 公厕密度 | ≥3 |  | 座/平方公里 | 2.8
4-4 | 2 |  | 绿地率 | ≥38 |  | % | 39`,
  },
  {
    title: 'last year’s target is none',
    rows: `
序号|指标|上年目标|本年目标|本年完成
1|接种率|≥85%|≥90%|88%
2|近视率|≤52%|≤50%|51%`,
    expected: `
A1:E3 grid -/- seq=A indicator=B target=D actual=E
2-2 | 1 |  | 接种率 | ≥90% |  |  | 88%
3-3 | 2 |  | 近视率 | ≤50% |  |  | 51%`,
  },
  {
    title: '达到2025年目标 is no value',
    rows: `
序号|评价指标|2025年目标|达到2025年目标|2023年|2024年
1|自来水普及率|≥95%|是|94%|96%
2|卫生厕所普及率|≥85%|否|83%|84%`,
    expected: `
A1:F3 grid 2024/2025 seq=A indicator=B target=C history=E actual=F
2-2 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: 'a longer roster at the left',
    merges: 'A1:C1 E1:J1',
    rows: `
工作专班人员||||2024年爱国卫生重点指标||||||
姓名|职务|联系电话||序号|指标名称|目标值|2023年|2024年|责任单位
张三|组长|0533-123||1|自来水普及率|≥95%|94%|96%|水利局
李四|副组长|0533-124||2|近视率|逐年下降|51%|50%|教育局
王五|成员|0533-125||||||||
赵六|成员|0533-126||||||||`,
    expected: `
E2:J4 grid 2024/- seq=E indicator=F target=G history=H actual=I departments=J
3-3 | 1 |  | 自来水普及率 | ≥95% | 水利局 |  | 96%
4-4 | 2 |  | 近视率 | 逐年下降 | 教育局 |  | 50%`,
  },
  {
    title: 'a fill-in line below the title',
    rows: `
某区健康城市指标填报表||||
填报单位：|||填报日期：|
序号|指标|目标值|2022年|2023年
1|自来水普及率|≥95%|94%|96%
2|近视率|逐年下降|51%|50%`,
    expected: `
A3:E5 grid 2023/- seq=A indicator=B target=C history=D actual=E
4-4 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
5-5 | 2 |  | 近视率 | 逐年下降 |  |  | 50%`,
  },
  {
    title: 'profile columns with lists in brackets',
    profile: 'county',
    merges: 'C1:D1',
    rows: `
序号|指标|目标值||2022年|2023年
||设区的市（地区、自治州）|县（市、旗）||
1|自来水普及率|≥98%|≥95%|94%|96%
2|近视率|逐年下降|逐年下降|51%|50%`,
    expected: `
A1:F4 grid 2023/- seq=A indicator=B target=D history=E actual=F
3-3 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
4-4 | 2 |  | 近视率 | 逐年下降 |  |  | 50%`,
  },
  {
    title: 'years below targets and values',
    merges: 'A1:A2 B1:B2 C1:E1 F1:G1',
    rows: `
序号|指标|目标值|||完成值|
||2023年|2024年|2025年|2023年|2024年
1|健康素养水平|≥25%|≥28%|≥30%|26.1%|27%
2|吸烟率|≤23%|≤22%|≤20%|22.8%|23%`,
    expected: `
A1:G4 grid 2024/2024 seq=A indicator=B target=D history=F actual=G
3-3 | 1 |  | 健康素养水平 | ≥28% |  |  | 27%
4-4 | 2 |  | 吸烟率 | ≤22% |  |  | 23%`,
  },
  {
    title: 'target and value below each year',
    merges: 'C1:D1 E1:F1 G1:H1',
    rows: `
序号|指标|2022年||2023年||2024年|
||目标|实际|目标|实际|目标|实际
1|健康素养水平|≥25%|26%|≥28%|28.4%|≥30%|29%
2|吸烟率|≤23%|22.8%|≤22%|22.1%|≤20%|21%`,
    expected: `
A1:H4 grid 2024/2024 seq=A indicator=B history=D,F target=G actual=H
3-3 | 1 |  | 健康素养水平 | ≥30% |  |  | 29%
4-4 | 2 |  | 吸烟率 | ≤20% |  |  | 21%`,
  },
  {
    title: 'the newest year is still to be filled in: its column is the actual one',
    rows: `
序号|指标|2024年目标|2024年|2025年目标|2025年
1|健康素养水平|≥28%|28.1%|≥30%|
2|吸烟率|≤22%|22.5%|≤20%|`,
    expected: `
A1:F3 grid 2025/2024 seq=A indicator=B target=C history=D actual=F
2-2 | 1 |  | 健康素养水平 | ≥28% |  |  |
3-3 | 2 |  | 吸烟率 | ≤22% |  |  |`,
  },
  {
    title: '国家 省 市: the stricter',
    rows: `
序号|指标|国家标准|省标准|市标准|实际值
1|自来水普及率|≥90%|≥95%|≥93%|94%
2|吸烟率|≤25%|≤22%|≤23%|22.5%`,
    expected: `
A1:F3 grid -/- seq=A indicator=B target=D actual=F
2-2 | 1 |  | 自来水普及率 | ≥95% |  |  | 94%
3-3 | 2 |  | 吸烟率 | ≤22% |  |  | 22.5%`,
  },
  {
    title: 'ceilings: the lower is the stricter',
    rows: `
序号|指标|山区目标|平原目标|实际值
1|吸烟率|≤25%|≤22%|22.5%
2|近视率|≤52%|≤50%|51%`,
    expected: `
A1:E3 grid -/- seq=A indicator=B target=D actual=E
2-2 | 1 |  | 吸烟率 | ≤22% |  |  | 22.5%
3-3 | 2 |  | 近视率 | ≤50% |  |  | 51%`,
  },
  {
    title: 'side by side with other head words',
    merges: 'A1:D1 F1:I1',
    rows: `
一、城区指标|||||二、镇村指标|||
序号|评价指标|目标值|现状值||序号|考核指标|标准值|现状值
1|绿地率|≥38%|39%||1|卫厕普及率|≥85%|84%
2|清扫率|≥80%|79%||2|自来水普及率|≥95%|96%
3|公厕密度|≥3座|3.2|||||`,
    expected: `
A2:D5 grid -/- seq=A indicator=B target=C actual=D
3-3 | 1 |  | 绿地率 | ≥38% |  |  | 39%
4-4 | 2 |  | 清扫率 | ≥80% |  |  | 79%
5-5 | 3 |  | 公厕密度 | ≥3座 |  |  | 3.2
F2:I4 grid -/- seq=F indicator=G target=H actual=I
3-3 | 1 |  | 卫厕普及率 | ≥85% |  |  | 84%
4-4 | 2 |  | 自来水普及率 | ≥95% |  |  | 96%`,
  },
  {
    title: 'a second header, one column different',
    rows: `
序号|指标|目标值|2023年|2024年
1|绿地率|≥38%|38%|39%
2|清扫率|≥80%|78%|79%
序号|指标|目标值|责任部门|2024年
3|卫厕普及率|≥85%|农业农村局|84%
4|自来水普及率|≥95%|水利局|96%`,
    expected: `
A1:E3 grid 2024/- seq=A indicator=B target=C history=D actual=E
2-2 | 1 |  | 绿地率 | ≥38% |  |  | 39%
3-3 | 2 |  | 清扫率 | ≥80% |  |  | 79%
A4:E6 grid 2024/- seq=A indicator=B target=C departments=D actual=E
5-5 | 3 |  | 卫厕普及率 | ≥85% | 农业农村局 |  | 84%
6-6 | 4 |  | 自来水普及率 | ≥95% | 水利局 |  | 96%`,
  },
  {
    title: 'a last row without number and target behind a blank line',
    rows: `
序号|指标|目标值|实际值
1|自来水普及率|≥95%|96%
2|卫生厕所普及率|≥85%|84%

|垃圾收运率||100%`,
    expected: `
A1:D5 grid -/- seq=A indicator=B target=C actual=D
2-2 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%
5-5 |  |  | 垃圾收运率 |  |  |  | 100%`,
  },
  {
    title: 'a last row without number behind a blank line',
    rows: `
序号|指标|目标值|实际值|责任部门
1|自来水普及率|≥95%|96%|水利局
2|卫生厕所普及率|≥85%|84%|卫健局

|垃圾收运率|100%|100%|城管局`,
    expected: `
A1:E5 grid -/- seq=A indicator=B target=C actual=D departments=E
2-2 | 1 |  | 自来水普及率 | ≥95% | 水利局 |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% | 卫健局 |  | 84%
5-5 |  |  | 垃圾收运率 | 100% | 城管局 |  | 100%`,
  },
  {
    title: 'name and department only behind a blank line',
    rows: `
序号|指标|目标值|实际值|责任部门
1|自来水普及率|≥95%|96%|水利局
2|卫生厕所普及率|≥85%|84%|卫健局

|公共厕所密度|||城管局
3|垃圾收运率|100%|100%|城管局
4|接种率|≥90%|96%|卫健局`,
    expected: `
A1:E7 grid -/- seq=A indicator=B target=C actual=D departments=E
2-2 | 1 |  | 自来水普及率 | ≥95% | 水利局 |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% | 卫健局 |  | 84%
5-5 |  |  | 公共厕所密度 |  | 城管局 |  |
6-6 | 3 |  | 垃圾收运率 | 100% | 城管局 |  | 100%
7-7 | 4 |  | 接种率 | ≥90% | 卫健局 |  | 96%`,
  },
  {
    title: 'a contact list behind a blank line',
    rows: `
序号|指标|目标值|实际值|责任部门
1|自来水普及率|≥95%|96%|水利局
2|卫生厕所普及率|≥85%|84%|卫健局

|联系人|张三|138|办公室`,
    expected: `
A1:E3 grid -/- seq=A indicator=B target=C actual=D departments=E
2-2 | 1 |  | 自来水普及率 | ≥95% | 水利局 |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% | 卫健局 |  | 84%`,
  },
  {
    title: 'earlier years behind a blank line',
    rows: `
序号|指标|目标值|实际值
1|自来水普及率|≥95%|96%
2|卫生厕所普及率|≥85%|84%

|附：历年数据||
|2022年|94%|
|2023年|95%|`,
    expected: `
A1:D3 grid -/- seq=A indicator=B target=C actual=D
2-2 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: 'sections in a leftmost column of departments',
    rows: `
责任单位|序号|指标|目标值
一、健康环境|||
水利局|1|自来水普及率|≥95%
城管局|2|清扫率|≥80%
二、健康社会|||
教育局|3|近视率|逐年下降
卫健局|||`,
    expected: `
A1:D7 grid -/- departments=A seq=B indicator=C target=D
3-3 | 1 | 一、健康环境 | 自来水普及率 | ≥95% | 水利局 |  |
4-4 | 2 | 一、健康环境 | 清扫率 | ≥80% | 城管局 |  |
6-7 | 3 | 二、健康社会 | 近视率 | 逐年下降 | 教育局~卫健局 |  |`,
  },
  {
    title: '2025年目标完成 answered by 是 and 否',
    rows: `
序号|评价指标|2025年目标|2025年目标完成|2023年|2024年
1|自来水普及率|≥95%|是|94%|96%
2|卫生厕所普及率|≥85%|否|83%|84%`,
    expected: `
A1:F3 grid 2024/2025 seq=A indicator=B target=C history=E actual=F
2-2 | 1 |  | 自来水普及率 | ≥95% |  |  | 96%
3-3 | 2 |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: 'a row put in with a department only',
    rows: `
序号|指标|目标值|实际值|责任部门
1|自来水普及率|≥95%|96%|水利局
|公共厕所密度|||城管局
2|卫生厕所普及率|≥85%|84%|卫健局`,
    expected: `
A1:E4 grid -/- seq=A indicator=B target=C actual=D departments=E
2-2 | 1 |  | 自来水普及率 | ≥95% | 水利局 |  | 96%
3-3 |  |  | 公共厕所密度 |  | 城管局 |  |
4-4 | 2 |  | 卫生厕所普及率 | ≥85% | 卫健局 |  | 84%`,
  },
  {
    title: 'one column, a roster of several columns below',
    rows: `
序号
指标
目标值
1
自来水普及率
≥95%
2
卫生厕所普及率
≥85%
3
垃圾收运率
100%

姓名|单位|电话
张三|卫健局|13800000000
李四|城管局|13800000001
王五|住建局|13800000002`,
    expected: `
A1:A12 lines -/- seq=A indicator=A target=A
4-6 | 1 |  | 自来水普及率 | ≥95% |  |  |
7-9 | 2 |  | 卫生厕所普及率 | ≥85% |  |  |
10-12 | 3 |  | 垃圾收运率 | 100% |  |  |`,
  },
  {
    title: 'one column without numbers, a sentence below',
    rows: `
评价指标
目标值
责任部门

自来水普及率
≥95%
水利局

卫生厕所普及率
≥85%
卫健局

请各单位于6月底前报送。`,
    expected: `
A1:A11 lines -/- indicator=A target=A departments=A
5-7 |  |  | 自来水普及率 | ≥95% | 水利局 |  |
9-11 |  |  | 卫生厕所普及率 | ≥85% | 卫健局 |  |`,
  },
  {
    title: 'one column, notes above the header',
    rows: `
说明：本表由各责任单位填写。
数据截至2023年12月。

评价指标
目标值
2023年

自来水普及率
≥95%
96%

卫生厕所普及率
≥85%
84%`,
    expected: `
A4:A14 lines 2023/- indicator=A target=A actual=A
8-10 |  |  | 自来水普及率 | ≥95% |  |  | 96%
12-14 |  |  | 卫生厕所普及率 | ≥85% |  |  | 84%`,
  },
  {
    title: 'one column without header, notes above',
    rows: `
2024年重点指标
请各单位认真落实。
各单位：
现将有关指标印发。
1
自来水普及率
≥95%
水利局
2
卫生厕所普及率
≥85%
卫健局
3
垃圾收运率
100%
城管局`,
    expected: `
A5:A16 lines -/- seq=A indicator=A target=A departments=A
5-8 | 1 |  | 自来水普及率 | ≥95% | 水利局 |  |
9-12 | 2 |  | 卫生厕所普及率 | ≥85% | 卫健局 |  |
13-16 | 3 |  | 垃圾收运率 | 100% | 城管局 |  |`,
  },
  {
    title: 'one column with values and gaps, an annex below',
    rows: `
序号
评价指标
目标值
实际值
责任部门
1
自来水普及率
≥95%
96%
水利局

2
近视率
≤50%

教体局

3
公厕达标率
≥95%
90%
城管局

附：联系人
张三`,
    expected: `
A1:A22 lines -/- seq=A indicator=A target=A actual=A departments=A
6-10 | 1 |  | 自来水普及率 | ≥95% | 水利局 |  | 96%
12-16 | 2 |  | 近视率 | ≤50% | 教体局 |  |
18-22 | 3 |  | 公厕达标率 | ≥95% | 城管局 |  | 90%`,
  },
  {
    title: 'a section that names its bureau is no line of signatures',
    merges: 'A2:D2 A5:D5',
    rows: `
序号|指标|目标值|责任单位
（一）环境卫生（牵头单位：城管局）
1|清扫率|≥80%|城管局
2|保洁时间|≥16小时|城管局
（二）健康教育
3|素养水平|≥23%|卫健局`,
    expected: `
A1:D6 grid -/- seq=A indicator=B target=C departments=D
3-3 | 1 | （一）环境卫生（牵头单位：城管局） | 清扫率 | ≥80% | 城管局 |  |
4-4 | 2 | （一）环境卫生（牵头单位：城管局） | 保洁时间 | ≥16小时 | 城管局 |  |
6-6 | 3 | （二）健康教育 | 素养水平 | ≥23% | 卫健局 |  |`,
  },
  {
    title: 'one column without header, a telephone number above',
    rows: `
内部资料，注意保管

联系电话：0533-7220000

1
医疗废物处置率
100%

2
夜间达标率
≥75％

3
婴儿死亡率
≤5.6‰或持续降低

4
全面控烟法律法规规定
有

5
噪声平均值
≤55分贝`,
    expected: `
A5:A23 lines -/- seq=A indicator=A target=A
5-7 | 1 |  | 医疗废物处置率 | 100% |  |  |
9-11 | 2 |  | 夜间达标率 | ≥75％ |  |  |
13-15 | 3 |  | 婴儿死亡率 | ≤5.6‰或持续降低 |  |  |
17-19 | 4 |  | 全面控烟法律法规规定 | 有 |  |  |
21-23 | 5 |  | 噪声平均值 | ≤55分贝 |  |  |`,
  },
];

test.each(CASES)('$title', ({ rows, merges, profile, expected }) => {
  const areas = (merges ?? '').split(' ').flatMap((text) => parseArea(text) ?? []);
  const { tables, refusals } = recognise(grid(rows), { merges: areas }, { profile: profile ?? 'city' });
  expect([...tables.map(brief), ...refusals.map(({ why }) => why.zh)].join('\n')).toBe(expected.trim());
});

describe('targets in words', () => {
  const HEADER = ['序号', '评价指标', '目标值', '责任部门', '2021年', '2022年', '2023年完成值', '备注'];
  const WORDS = '下降5% 连续两年下降 降至35以下 有效控制 逐步改善 达到上级要求 明显好转 切实加强'.split(' ');
  const VALUES = ['12.5', '11.9', '11.2'];
  const claimed = (
    words: readonly string[],
    { header = HEADER, values = VALUES, title = '', rows = 40 } = {},
  ): readonly string[] => {
    const body = Array.from({ length: rows }, (_, at) => [
      at + 1,
      `第${at + 1}类疾病发病率`,
      words[at % words.length] ?? '',
      '区卫健局',
      ...values,
      '',
    ]);
    const { tables, refusals } = recognise([[title], header, ...body]);
    return [...tables.map((table) => brief(table).split('\n')[0] ?? ''), ...refusals.map(({ why }) => why.zh)];
  };
  const TABLE = (rows: number): string[] => [
    `A2:H${rows + 2} grid 2023/- seq=A indicator=B target=C departments=D history=E,F actual=G remark=H`,
  ];
  const PROSE = ['目标一列多为文字说明，没有可以判定的目标值'];
  const years = [...HEADER.slice(0, 6), '2023年', '备注'];

  test('评价指标 and 目标值 over them, numbers beside them: the table', () => {
    expect(claimed(WORDS)).toEqual(TABLE(40));
    expect(claimed(['有效控制', '明显好转', '切实加强'])).toEqual(TABLE(40));
    expect(claimed(['有效控制', '明显好转', '切实加强'], { rows: 3 })).toEqual(TABLE(3));
  });

  test('no year becomes the target, though the title speaks of targets', () => {
    expect(claimed(['有效控制', '明显好转'], { header: years, title: '评价指标目标完成情况' })).toEqual(TABLE(40));
  });

  test('answers beside them serve as well', () => {
    expect(claimed(['有效控制', '明显好转'], { values: ['否', '是', '达标'] })).toEqual(TABLE(40));
  });

  test.each<[string, Parameters<typeof claimed>]>([
    ['nothing beside them', [['有效控制', '明显好转'], { values: ['', '', ''] }]],
    ['prose beside them', [['有效控制', '明显好转'], { values: ['已整治', '已清理', '继续推进'] }]],
    ['sentences for targets', [['对城区主次干道、背街小巷、城中村等场所进行专项整治，做到全面彻底']]],
    [
      'tasks for indicators',
      [['有效控制', '明显好转'], { header: HEADER.map((word) => (word === '评价指标' ? '工作任务' : word)) }],
    ],
    [
      'a vague heading',
      [['有效控制', '明显好转'], { header: HEADER.map((word) => (word === '目标值' ? '工作要求' : word)) }],
    ],
  ])('still none: %s', (_, args) => {
    expect(claimed(...args)).toEqual(PROSE);
  });

  test('still none: points beside them', () => {
    const header = [...HEADER.slice(0, 4), '分值', '得分', '完成值', '备注'];
    expect(claimed(['有效控制', '明显好转'], { header })[0]).toContain('分值');
  });
});
