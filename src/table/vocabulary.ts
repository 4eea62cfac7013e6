// Owns the head words of indicator tables as data: which wording means which column. Holds no rule about tables.
import type { ColumnRole } from './table';

/** What a column without a role is about; a sheet made of these is refused with that reason. */
export type OtherSubject = 'score' | 'sample' | 'money' | 'person' | 'time' | 'result' | 'nature' | 'text';

export interface HeadWord {
  readonly role: ColumnRole | null;
  /** A second role the wording may have where the first is taken and the cells agree. */
  readonly or?: ColumnRole;
  /** Higher wins where several columns ask for one role. */
  readonly rank: number;
  readonly about?: OtherSubject;
  /** Only as the whole heading; else also as its end (`国家卫生城市` + `评价指标`). */
  readonly whole?: true;
  /** Every organisation in the column leads. */
  readonly lead?: true;
  readonly words: string;
}

/** Add a wording by adding it to a line; the longest ending of a heading wins. Words are in NFKC, lower case, without blanks. */
export const HEAD_WORDS: readonly HeadWord[] = [
  { role: 'seq', rank: 2, words: '序号 编号 项次 指标序号 指标编号 指标编码 指标代码' },
  { role: 'seq', rank: 2, whole: true, words: '№ no no. 序 号 # 代码 行次 行号 serialno serialno. s/n seq' },

  {
    role: 'category',
    rank: 2,
    words: '类别 分类 大类 一级指标 指标类别 指标分类 领域 维度 板块 类型 模块 指标体系 方面 归类 category',
  },
  { role: 'category', rank: 2, whole: true, words: '类 章节 部分 子项 专项' },

  { role: 'indicator', rank: 4, words: '三级指标 四级指标' },
  {
    role: 'indicator',
    rank: 3,
    words:
      '二级指标 指标 指标名称 指标内容 指标项 指标项目 评价指标 考核指标 主要指标 工作指标 具体指标 监测指标 核心指标 指标名 indicator indicators',
  },
  { role: 'indicator', or: 'target', rank: 2, words: '评价内容 考核内容 评估内容 考评内容 创建内容' },
  {
    role: 'indicator',
    rank: 2,
    words: '检查内容 检查项目 监测项目 工作内容 主要内容 主要任务 重点工作 工作事项 考评项目',
  },
  {
    role: 'indicator',
    or: 'category',
    rank: 1,
    words: '项目 考核项目 评价项目 项目名称 工作项目 任务 任务内容 工作任务 重点任务 内容 事项 条目 条款 任务名称 item',
  },
  { role: 'indicator', or: 'category', rank: 1, whole: true, words: '名称 要素 条件' },

  {
    role: 'target',
    rank: 3,
    words:
      '目标值 标准值 指标值 达标值 目标 目标要求 标准要求 目标标准 达标标准 达标要求 合格标准 合格值 考核目标 考核值 预期值 预期目标 目标数 目标数值 控制目标 控制值 目标指标值 标准值要求 目标水平 目标任务值 限值 target targets targetvalue',
  },
  {
    role: 'target',
    or: 'indicator',
    rank: 2,
    words:
      '标准 要求 考核标准 评价标准 评估标准 考评标准 标准或要求 指标要求 任务目标 目标任务 工作目标 年度任务 考核要求 工作要求 任务数 任务指标 指标标准 国家标准 国标 年度目标任务',
  },
  {
    role: null,
    rank: 2,
    about: 'money',
    words: '补助标准 收费标准 支出标准 经费标准 缴费标准 筹资标准 工资标准 发放标准 报销标准',
  },
  {
    role: null,
    rank: 2,
    about: 'sample',
    words:
      '抽样标准 抽查标准 储备标准 配置数量 抽查数量 抽样数量 抽样数 抽查数 样本量 样本数 样本数量 检查数量 检查数 调查人数 调查数量 点位数 点位数量 抽查点位 抽样量 样本要求 抽样要求 抽查要求 抽查比例 抽样比例 问卷数 问卷数量',
  },
  {
    role: null,
    rank: 2,
    about: 'score',
    words:
      '分值 得分 扣分 加分 标准分 满分 基本分 基础分 权重 权数 权值 评分 评分标准 评分细则 评分办法 评分方法 评分要求 计分 计分标准 计分方法 计分办法 记分 赋分 赋分标准 分数 自评分 考核分 考评分 核定分 目标分 扣分标准 扣分原因 加分标准 考核得分 总分 打分 系数 评分依据 评分说明 score weight',
  },

  {
    role: 'departments',
    rank: 3,
    words:
      '责任部门 责任单位 主责单位 主责部门 主要责任单位 落实单位 落实部门 责任科室 责任处室 责任股室 责任主体 负责单位 负责部门 负责科室 承办单位 承办部门 承办科室 实施单位 实施部门 实施主体 主管部门 主管单位 归口单位 归口部门 归口科室 完成单位 执行单位 责任单位或牵头单位 责任分工 部门分工 分工 任务分工 组织单位 department departments responsibledepartment',
  },
  {
    role: 'departments',
    rank: 4,
    lead: true,
    words: '牵头单位 牵头部门 牵头责任单位 牵头责任部门 牵头科室 牵头处室 第一责任单位 牵头主责单位 leaddepartment',
  },
  { role: 'departments', rank: 4, lead: true, whole: true, words: '牵头 主责' },
  { role: 'departments', rank: 2, words: '部门 填报单位 填报部门 报送单位 报送部门 科室 处室 股室' },
  { role: 'departments', rank: 2, whole: true, words: '责任 负责 实施 落实' },
  {
    role: 'support',
    rank: 3,
    words:
      '配合单位 配合部门 配合科室 协办单位 协办部门 协助单位 协助部门 协同单位 协同部门 参与单位 参与部门 支持单位 配合责任单位 配合责任部门 协作单位 supportingdepartment',
  },
  { role: 'support', rank: 3, whole: true, words: '配合 协办 协助 参与 协同' },
  { role: 'departments', or: 'unit', rank: 1, whole: true, words: '单位名称' },

  { role: 'unit', or: 'departments', rank: 2, whole: true, words: '单位 指标单位' },
  { role: 'unit', rank: 3, words: '计量单位 度量单位 数据单位 统计单位 数值单位 单位(计量) unit units' },

  {
    role: 'actual',
    rank: 4,
    words:
      '实际值 现状值 完成值 当前值 自评值 实测值 监测值 检测值 实际完成值 实际完成 完成数 实际数 实现值 达到值 统计值 自查值 填报值 上报值 测评值 现值 本期值 本年值 年度值 实际数值 完成数值 实际数据 完成数据 指标完成值 现状数据 现状数值 当前数据 当前数值 目前值 自评数据 自测值 actual actualvalue',
  },
  {
    role: 'actual',
    rank: 3,
    words:
      '完成情况 指标完成情况 实际完成情况 目标完成情况 现状 现状水平 实际 实际情况 现状情况 当前水平 目前水平 实际水平 达到水平 完成 自查情况 自评情况 实绩 已达到值 落实情况 实际达到 监测结果 检测结果 实测结果 统计结果 监测数据 自查结果 自评结果 调查结果 目前情况 当前情况 任务完成情况',
  },
  { role: 'actual', rank: 2, words: '数值 数据 指标数据 数据值 进展情况 工作进展 目前进展 完成进展 进展 值' },
  {
    role: 'actual',
    rank: 3,
    whole: true,
    words: '当前 目前 本期 今年 本年 本年度 本月 本季度 本季 本期数 本年数 current',
  },

  {
    role: 'actual',
    rank: 4,
    words: '累计 累计完成 累计值 累计数 本月止累计 本年累计 年累计 累计完成数 累计完成值',
  },
  {
    role: 'plan',
    rank: 3,
    words: '规划值 规划目标 规划目标值 计划值 规划要求 规划数 规划指标值 规划标准 规划标准值 plannedvalue',
  },
  { role: 'plan', rank: 2, words: '计划数 计划目标 年度计划 计划' },
  { role: 'numerator', rank: 3, words: '分子 分子数 分子值 numerator' },
  { role: 'denominator', rank: 3, words: '分母 分母数 分母值 denominator' },
  { role: 'remark', rank: 3, words: '备注 适用范围 适用对象 适用地区 附注 备考 remark remarks note notes' },
  { role: 'remark', rank: 2, words: '说明 指标说明 补充说明 有关说明' },
  {
    role: 'source',
    rank: 3,
    words:
      '数据来源 资料来源 来源 数据来源单位 数据来源部门 数据提供单位 数据提供部门 数据出处 数据责任单位 source datasource',
  },

  {
    role: null,
    rank: 2,
    about: 'result',
    words:
      '达标情况 是否达标 判定说明 判定 判定结果 达标与否 结论 评价结果 考核结果 评估结果 达标状态 完成率 达标率 达成率 达成度 实现率 实现程度 完成度 完成程度 完成比例 完成进度 进度 差距 差值 差额 缺口 增幅 增减 增速 变化 变化情况 同比 环比 增长率 整改率 排名 名次 位次 状态 是否完成 完成状态 达标判断 达标判定 评价 自评 评级 等级 红黑榜 榜单 结果',
  },
  {
    role: null,
    rank: 2,
    about: 'money',
    words:
      '预算 预算数 预算金额 金额 经费 资金 投资 支出 拨款 决算数 执行数 执行率 预算执行率 合计金额 单价 总价 预算额 投资额 总投资 资金来源 采购金额',
  },
  {
    role: null,
    rank: 2,
    about: 'person',
    words:
      '责任人 联系人 电话 联系电话 手机 手机号 手机号码 姓名 性别 职务 职称 分管领导 包保领导 牵头领导 责任领导 负责人 联络员 具体责任人 第一责任人 身份证号 年龄 出生年月 民族 学历 联系方式 承办人 经办人 填报人 审核人 学历要求 年龄要求 专业要求 岗位要求 任职要求 资格要求 任职条件 招聘人数 岗位',
  },
  {
    role: null,
    rank: 2,
    about: 'time',
    words:
      '阶段 步骤 工作阶段 实施阶段 时限 完成时限 完成时间 时间 期限 完成期限 日期 时间节点 时间要求 整改时限 进度安排 报送时间 报送周期 频次 周期 整改期限 时间安排 更新时间 完成日期',
  },
  {
    role: null,
    rank: 2,
    about: 'nature',
    words: '属性 指标属性 指标性质 性质 方向 指标方向 指标导向 约束性 指标类型 目标属性 数据类型',
  },
  {
    role: null,
    rank: 2,
    about: 'text',
    words:
      '措施 工作措施 整改措施 主要措施 具体措施 推进措施 佐证材料 支撑材料 证明材料 附件 材料 计算方法 计算公式 公式 评价方法 考核方法 考核方式 考核办法 评估方法 评价方式 统计方法 采集方式 数据采集方式 评价依据 依据 解释 指标解释 定义 指标定义 释义 指标释义 口径 统计口径 指标含义 填报要求 填报说明 存在问题 问题 问题描述 主要问题 原因 未达标原因 原因分析 整改情况 下一步工作 下一步打算 工作打算 点位 地址 检查方法 检查方式 意见',
  },
];

export interface PeriodWord {
  readonly form: RegExp;
  /** Years back from the actual's year; null when it cannot be counted. */
  readonly back: number | null;
}

/** Words for a period other than a year. */
export const PERIOD_WORDS: readonly PeriodWord[] = [
  { form: /(近|前|过去|上)[\d一二两三四五六七八九十]+年(的?(平均值?|均值|年均值?|平均水平|平均数))?/, back: null },
  { form: /(19|20)\d\d年?[-~—–至到](19|20)\d\d年?(的?(平均值?|均值|年均值?|平均水平|平均数))/, back: null },
  { form: /[三五十]年(平均值?|均值|平均水平)/, back: null },
  { form: /上年同期|去年同期|上年度同期/, back: 1 },
  { form: /上年度?末?|去年底?|上一年度?|上年底/, back: 1 },
  { form: /前年/, back: 2 },
  { form: /上期末?|上次|上月|上季度?|往年|历年|历史/, back: null },
  { form: /同期/, back: 1 },
  { form: /基期|基线|基准|基数|期初/, back: null },
];

/** A baseline is history whatever word stands behind it. */
export const BASELINE = /基期|基线|基准|基数|期初/;

/** The place whose figure a reference column states. */
export const REFERENCE =
  /^(与)?(全国|全省|全市|全区|全县|全州|全盟|省|国家|省级|国家级|市级|省内|国内|城市|同类城市|同类地区|周边|全自治区)(平均值?|均值|平均水平|平均数|水平|中位数|均数)/;

/** City and county headings over target columns. */
export const CITY = /设区的?市|地级市|地级及以上|城市|^城区$|^市$|\bcity\b/;
export const COUNTY =
  /县城|县级?(目标值?|标准值?|指标值?|要求|标准|组)|卫生县|县级?$|县级市|县[市区旗]|区县|县域|^旗$|county/;
/** Columns of grades: the first is the one to reach. */
export const GRADE =
  /[一二三四五1-5ⅰⅱⅲiabcd甲乙丙][级类档等星]|等级|基本|基础|提升|奋斗|挑战|底线|引领|优秀|优良|良好|合格|达标|先进|示范|巩固|必达|力争|期望|争取|保底|起步|初级|中级|高级/;
