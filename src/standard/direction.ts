// Owns which way an indicator is better, told from the last meaningful word of its name. Vocabulary as data.
// Never guesses: a name without a known word has no direction.
import { normalise } from '../text/normalise';
import { nationalIndicator, type Better } from './national-2021';

/** `null`: a word that is known to settle nothing, and hides a shorter one inside it (路网密度 is not a 密度). */
const WORDS: readonly { readonly better: Better | null; readonly words: string }[] = [
  {
    better: 'up',
    words:
      '达标 达标率 处理率 处置率 报告率 办结率 办结 知晓率 知晓度 筛查率 筛查 整改率 整改 覆盖率 覆盖面 覆盖 合格率 合格 普及率 普及 完好率 完好 满意率 满意度 满意 认可度 好评率 ' +
      '接种率 管理率 建成率 建成比例 建成 建有 配备率 配备比率 配备比例 配备 配置率 开课率 申报率 绿化率 绿化覆盖率 绿地率 绿地面积 绿地 回收率 回收利用率 利用率 收集率 清扫率 装灯率 亮灯率 ' +
      '参与率 参与度 参加率 参加 参保率 建档率 建卡率 建证率 建卡 建证 签约率 检查率 检测率 检验率 监测率 治愈率 存活率 生存率 控制率 保障率 保洁率 保洁时间 保洁 活动时间 锻炼时间 睡眠时间 锻炼人数 锻炼 ' +
      '信息化率 机械化率 硬化率 净化率 美化率 无害化率 无害化 资源化率 资源化 分类率 集中率 规范率 规范化率 执行率 完成率 落实率 到位率 响应率 及时率 公开率 受理率 答复率 回复率 回访率 化解率 解决率 ' +
      '入学率 巩固率 升学率 入园率 就业率 登记率 注册率 持证率 培训率 供水率 普查率 体检率 随访率 合规率 优良率 优良天数 优良 优质率 改造率 修复率 使用率 拥有率 拥有量 拥有 保有量 ' +
      '预期寿命 期望寿命 寿命 健康素养水平 健康素养 素养水平 素养 幸福感 获得感 安全感 体育场地面积 场地面积 床位数 床位 医师数 医生数 护士数 药师数 药士数 指导员数 指导员 人员数 公共卫生人员数 ' +
      '医师 护士 药师 全科医生 社会工作者 志愿者 网格员 卫生县 卫生乡镇 卫生镇 卫生村 不超过100的天数 达标天数 清洁天数 好于二级天数 森林覆盖率 碳汇 复种率 提升率 提高率 改善率 增长幅度 下降率 降低率 减少率 削减率 减排率 降幅 ' +
      '下降幅度 降低幅度 清零率 发现率 识别率 早诊率 早诊早治率 转诊率 救治率 抢救成功率 成功率 纳入率 联网率 接入率 通达率 通车率 通水率 自来水普及率 卫生厕所 电子化率 上线率 网办率 兑现率 履约率 ' +
      '培训次数 检查次数 巡查次数 演练次数 活动次数 监测次数 消杀次数 检查频次 巡查频次 保洁频次 消毒频次 抽检批次 托位数 托位 学位 厕位 停车位 发明专利 就诊率 母乳喂养率 配餐率 示范 安全率 正确率 准确率 完整率 一致率 ' +
      '检查覆盖 无烟 参与 达到 开展 设置 建立 净增 增绿 消除率 销号率 收缴率 查处率 结案率 破案率 整治率 治理率 清运率 清洁率 密闭率 分拣率 应急 保护率 还田率 绿道长度 健身步道 步道 持有率 持证上岗率 体质合格率 体质达标率 服务率 产前检查率 ' +
      '访视率 产检率 献血率 隔离率 日清率 日产日清率 收运率 清除率 消除比例 尽检率 尽种率 尽收率 尽治率 消毒率 通过率 优秀率 挂牌率 公示率 亮证率 签订率 张贴率 设置率 落地率 入网率 安装率 加装率 更新率 取缔率 归集率 归档率 录入率 上传率 审核率 抽检率 送检率 投放准确率 气化率 集中供热率 供热率 入户率 供给率 达成率 满足率 复训率 年检率 检定率 取得率 转运率 清掏率 出勤率 服药率 面访率 干预率 阻断率 早检率 孕检率 服用率 复查率 追踪率 管治率 核查率 流调率 溯源率 认知率 认同率 支持率 关注率 达产率 建有率 开展率 实施率 实现率 创成率 命名率 占有率 免疫率 注射率 免疫覆盖率 首针及时率 合格供水 水质合格率 集中供水率 节能率 循环率 再生率 减量率 还绿率 透水率 消纳率 巡查率 巡检率 养护率 维护率 保养率 处罚率 曝光率 受检率 应答率 接通率 接诉率 反馈率 采纳率 兑付率 ' +
      '受教育年限 监督检查 卫生检查 督导检查 专项检查 培训 演练 宣传活动 科普活动 讲座 消杀 巡查 义诊 ' +
      '住院分娩率 系统管理 规范管理 健康管理 建设率 创建率 完工率 开工率 竣工率 投产率 合作率 支付率 报销比例 报销率 供应率 自给率 直饮水 推广率 应用率 采用率 送达率 有效率 转化率 录取率 ' +
      '上报率 报送率 填报率 抽查率 抽样率 排查率 摸排率 清理率 拆除率 修缮率 更换率 维修率 抢修率 检修率 复核率 核实率 审批率 验收率 认证率 认定率 评估率 考核率 督办率 督查率 督导率 通报率 公布率 宣传率 走访率 探访率 慰问率 建立率 签收率 ' +
      '移交率 移送率 立案率 执结率 调解率 调处率 办理率 接听率 到场率 出警率 配送率 装备率 铺设率 纳管率 截污率 分流率 收纳率 消杀率 灭杀率 防制率 布放率 投放率 封堵率 封闭率 围挡率 补植率 复垦率 检疫率 防疫率 采样率 采集率 送样率 复检率 复诊率 ' +
      '补助率 资助率 结算率 参评率 参检率 到检率 亮照率 佩戴率 穿戴率 留样率 索证率 索票率 晨检率 午检率 通风率 明示率 标识率 设立率 制定率 编制率 出台率 修订率 印发率 ' +
      '良好率 良好 建册率 建册 治疗率 戒烟率 戒烟 刷牙率 洗手率 首诊率 下转率 知情率 依从率 缓解率 康复率 治愈好转率 保存率 成活率 毕业率 开足率 开出率 亮灶率 明厨亮灶 可办率 即办率 即办 压缩率 压减率 ' +
      '清洗率 机扫率 冲洗率 洒水率 喷淋率 泊位 车位 加装 改厕率 改厕 卫生户 清洁户 文明户 志愿服务 文明指数 满意指数 幸福指数 安全感指数 公厕密度 设置密度 III类水体 II类水体 III类断面 优于III类 好于III类 ' +
      '黑臭水体消除 黑臭水体治理 蔬菜摄入量 水果摄入量 蔬果摄入量 饮水量达标 不吸烟 控制吸烟 禁止吸烟 垃圾分类 无烟环境 无烟单位 无烟家庭 回访 惠及人数 受益人数 受益率 覆盖人数 覆盖人口 服务人次 服务人数 ' +
      '签约 签约人数 筛查人数 接种人数 体检人数 培训人数 献血人次 献血人数 注册人数 参保人数 就业人数 参训率 到岗率 到课率 到位资金 资金到位率 配套率 标准化率 规范化建设率 达优率 获评率 命中率 抢通率 修复比例 复绿率 ' +
      '绿化面积 公园面积 绿化 造林面积 保护面积 湿地保护 湿地率 自然岸线保有率 岸线保有率 保有 生态质量指数 水质指数优良 绿色出行比例 绿色出行 公交分担率 分担率 正点率 准点率 准点 兜底率 救助率 救助 帮扶率 帮扶 保险覆盖 受教育程度 识字率 ' +
      '巡诊 巡诊率 会诊率 上门服务率 上门率 陪护率 托育率 入托率 人均期望 健康预期 AED配置数 急救培训 心肺复苏 应急演练 持卡率 发放率 使用正确率 申领率 领取率 挂网率 采购率 备案率 备货率 储备率 储备',
  },
  {
    better: 'down',
    words:
      '死亡率 病死率 致死率 死亡人数 死亡数 死亡 发病率 发病数 发病人数 患病率 罹患率 感染率 感染数 发生率 发生数 吸烟率 饮酒率 近视率 肥胖率 超重率 超重肥胖率 漏损率 贫血率 失业率 密度 噪声 噪音 ' +
      '支出占比 个人卫生支出 事故率 事故 事故起数 投诉率 投诉量 投诉 超标率 超标 超标天数 不合格率 不达标率 未达标率 不满意率 不满意度 残疾率 流失率 辍学率 空置率 出生缺陷率 出生缺陷 早产率 低体重率 低体重 ' +
      '生长迟缓率 消瘦率 龋患率 龋齿率 患龋率 不良率 缺陷率 差错率 违法率 违规率 违法 违规 犯罪率 犯罪 发案率 案件数 案件 火灾 伤亡率 伤亡 复发率 返贫率 耐药率 能耗 排放量 排放强度 排放 浓度 污染物 污染天数 重污染天数 污染 ' +
      '黑臭 劣V类 积压 逾期率 逾期 信访量 信访 上访 差评率 剖宫产率 误报率 漏报率 迟报率 瞒报率 阳性率 蚊虫 鼠患 致残率 伤害率 溺水 中毒 暴发 聚集性疫情 疫情 失能率 抑郁 自杀率 传播率 母婴传播率 引产率 流产率 人工流产率 ' +
      '响应时间 反应时间 等待时间 候诊时间 到达时间 办理时间 办理时限 办结时限 平均住院日 住院日 药占比 耗材占比 二手烟暴露率 暴露率 贫困发生率 破损率 缺失率 损坏率 故障率 停水 停电 内涝 积水点 扬尘 降尘量 异味 ' +
      '返工率 退货率 脱贫人口返贫 空气质量综合指数 负债率 欠薪 违约率 拥堵指数 拥堵 事件数 隐患 舆情 抗菌药物使用率 抗菌药物使用强度 抗生素使用率 使用强度 新生儿死亡 蚊蝇 虫媒 ' +
      '迟缓率 异常率 不正率 早死概率 死亡概率 死亡风险 食盐摄入量 盐摄入量 食用油摄入量 油摄入量 添加糖摄入量 糖摄入量 吸烟 饮酒 酗酒 侵害率 路径指数 布雷图指数 停落指数 叮咬指数 诱卵器指数 孳生地 孳生率 捕获率 粘捕率 ' +
      '黑臭水体 劣V类水体 劣V类断面 劣五类 大班额 撂荒率 焚烧 露天焚烧 旱厕 露天粪坑 违章率 违章 违建 欠费率 拖欠 闯红灯率 烟头数 烟头 跑动次数 办件时长 排队时间 候车时间 通勤时间 延误率 延误 误诊率 漏诊率 漏检率 ' +
      '再入院率 非计划再入院率 并发症 并发症率 压疮 院感 院内感染 不良反应 不良事件 负担率 自付比例 自付率 自付 个人负担比例 次均费用 均次费用 门诊费用 住院费用 药品费用 医药费用 费用负担 空巢率 肇事肇祸 肇事 纠纷 侵权 处方不合格 ' +
      '病残率 残疾发生 伤残率 坠楼 触电 道路交通伤害 伤害 溺亡 万车死亡 食源性疾病 职业病 尘肺 新发病例 新增病例 报告病例 确诊病例 例数超标 新生儿破伤风 脱漏率 退保率 脱保 断缴 弃管 失管 脱管 脱管率 失访率 失访 ' +
      '噪音投诉 油烟 臭气 异味投诉 垃圾堆 卫生死角 死角 裸土 乱堆乱放 乱停乱放 乱扔 小广告 流动摊 占道经营 溢满 渗漏 漏点 爆管 断头 坑洼 病害率 路面病害 塌陷 二噁英 废水排放 碳排放 碳强度 能耗强度 水耗 单耗 能源消耗 水资源消耗 消耗强度',
  },
  {
    better: null,
    words:
      '路网密度 线网密度 管网密度 站点密度 绿道密度 人口密度 用水量 收入比 恩格尔系数 增长率 增速 增幅 变化率 出生率 离婚率 城镇化率 抚养比 性别比 换手率 ' +
      '政府卫生支出 财政卫生支出 教育支出 科技支出 研发支出 财政支出 公共预算支出 卫生健康支出 医疗卫生支出 环保支出 产生量 使用量 施用量 用电量 病床使用率 床位使用率 检出率 报告数 报告例数 上报数 ' +
      '举报率 举报数 举报 就诊人次 投诉渠道 举报渠道 应急响应时间 空气质量指数 人均住房面积 事故报告 投诉受理 污染治理 排放达标 浓度达标 摄入量 费用 医疗费用 控费 缴费 消耗量 消耗 上转率 生师比 师生比 报告病例数 ' +
      '油烟治理 纠纷调解 违建拆除 伤害干预 伤害预防 职业病防治 戒毒',
  },
];

const BETTER_BY_WORD: ReadonlyMap<string, Better | null> = new Map(
  WORDS.flatMap(({ better, words }) => words.split(' ').map((word) => [word, better] as const)),
);

/** How long the words are that end in a letter, longest first: a name is read from its end. */
const LENGTHS_BY_LAST: ReadonlyMap<string, readonly number[]> = lengthsByLast([...BETTER_BY_WORD.keys()]);

function lengthsByLast(words: readonly string[]): Map<string, number[]> {
  const lengths = new Map<string, number[]>();
  for (const { length, last } of words.map((word) => ({ length: word.length, last: word.slice(-1) })))
    lengths.set(
      last,
      [...new Set([...(lengths.get(last) ?? []), length])].sort((a, b) => b - a),
    );
  return lengths;
}

/** The longest known word that ends at `end`; null when none does. */
function wordBefore(text: string, end: number): string | null {
  for (const length of LENGTHS_BY_LAST.get(text.charAt(end - 1)) ?? []) {
    const word = length > end ? '' : text.slice(end - length, end);
    if (BETTER_BY_WORD.has(word)) return word;
  }
  return null;
}

/** 支出 … 占 … 比重: a share of spending; only what people pay themselves is known to be better low. */
const SPENDING_SHARE = /支出.{0,12}占.{0,12}(?:比重|比例|比|比率|%)$/;
const OWN_SPENDING = /(?:个人|自付|现金|自费|患者)[^政财]{0,6}支出/;
/** What the public purse spends: more may well be better. */
const PUBLIC_SPENDING = /(?:政府|财政|公共|教育|科技|研发|环保|体育|文化|投入|社会保障)[^个自]{0,10}支出/;

function isBorneByPeople(name: string): boolean {
  return OWN_SPENDING.test(name) || (name.endsWith('支出占比') && !PUBLIC_SPENDING.test(name));
}

/** What may follow the word without changing what is measured. */
const NEUTRAL =
  /^(?:的|数量|人数|件数|起数|总数|次数|天数|面积|情况|程度|年均值|平均值|均值|年均|控制|水平|指数|值|总量|量|率|比例|比率|比重|占比|比|个数|宗数|例数|户数|家数|处数|数|指标|规模|时间|时长|工作|等|年度|发生|建设|目标|总体|事件|宗|起|件|例|天|人|、|和|及|,)*$/;
/** A share of those that do or have a good thing: 建有健身设施的社区比例. */
const DOING = new Set([
  '建有',
  '参加',
  '配备',
  '建成',
  '锻炼',
  '覆盖',
  '拥有',
  '普及',
  '合格',
  '达标',
  '满意',
  '建卡',
  '建证',
  '无烟',
  '参与',
  '达到',
  '开展',
  '设置',
  '建立',
  '优良',
  '良好',
]);
const SHARE_AT_END = /^[^不未无]{0,20}(?:比例|占比|比重|比率)$/;
/** 每万人拥有公厕数: how much of a good thing people have. */
const OWNED = /(?:每[千万百]人口?|每[千万百]名[^,、]{1,8}|人均)拥有[^,、]{2,12}(?:数|数量|面积|量|张数|人数)$/;
const TRAILING_BRACKET = /\([^()]*\)$/;

function isSettledBy(word: string, tail: string): boolean {
  return NEUTRAL.test(tail) || (DOING.has(word) && SHARE_AT_END.test(tail));
}

/** The direction that the name's last meaningful word tells, without the national standard; null when none does. */
export function betterByWords(name: string): Better | null {
  let text = normalise(name).replace(TRAILING_BRACKET, '');
  if (SPENDING_SHARE.test(text)) return isBorneByPeople(text) ? 'down' : null;
  text = text.replace(/\([^()]*\)/g, '');
  if (OWNED.test(text)) return 'up';
  for (let end = text.length; end > 0; end -= 1) {
    const word = wordBefore(text, end);
    if (word !== null) return isSettledBy(word, text.slice(end)) ? (BETTER_BY_WORD.get(word) ?? null) : null;
  }
  return null;
}

/** Which way the indicator is better: its last meaningful word, else the national standard's row of that name; null when neither tells. */
export function betterDirection(name: string): Better | null {
  return betterByWords(name) ?? nationalIndicator(name)?.better ?? null;
}
