// Owns rows that a blind examiner found judged wrongly, and their siblings: forbidding verbs, moves held back, two verbs
// of which one is answered, the county's own indicator, deadlines. One line a row, see rows.ts.
import { describeRows } from './rows';

describeRows({
  'forbidding, holding back, two verbs, counties': `
    unmet | 城市生活污水集中收集率 | ≥75%或持续提高 | 80% | profile=county | remark=城市生活污水处理率，目标值为95%
    unmet | 城市生活污水集中收集率 | ≥75%或持续提高 | 80% | profile=county | remark=县：城市生活污水处理率95%
    unmet | 城市生活污水集中收集率 | ≥75%或持续提高 | 80% | profile=county | remark=县级为城市生活污水处理率，目标值为95%
    unmet | 城市生活污水集中收集率 | ≥75%或持续提高 | 80% | profile=county | remark=县为城市生活污水处理率，目标值为95%
    unmet | 城市生活污水集中收集率 | ≥75%或持续提高 | 80% | profile=county | remark=县：城市生活污水处理率，目标值≥95%
    unmet | 城市生活污水集中收集率 | ≥75%或持续提高 | 80% | profile=county | remark=县评价城市生活污水处理率（95%）
    unmet | 城市生活污水集中收集率 | ≥75%或持续提高 | 80% | profile=county | remark=县考核指标为城市生活污水处理率，目标值为95%
    unmet | 城市生活污水集中收集率 | ≥75%或持续提高 | 80% | profile=county | remark=县采用城市生活污水处理率，目标值为95%
    met | 城市生活污水集中收集率 | ≥75%或持续提高 | 80% | profile=city | remark=县：城市生活污水处理率95%
    met | 城市生活污水集中收集率 | ≥75% | 80% | profile=county | remark=2022年城市生活污水集中收集率70%
    met | 城市生活污水集中收集率 | ≥75% | 80% | profile=county | remark=全县城市生活污水处理率为98%
    review | 肥胖率 | 控制增长 | 15% | h=2021:14%;2022:14.5%
    review | 近视率 | 控制上升 | 53% | h=2021:52%;2022:52.5%
    review | 肥胖率 | 遏制上升势头 | 53% | h=2021:52%;2022:52.5%
    review | 发病率 | 防止上升 | 53% | h=2021:52%;2022:52.5%
    review | 发病率 | 扭转上升趋势 | 53% | h=2021:52%;2022:52.5%
    review | 发病率 | 减缓上升趋势 | 53% | h=2021:52%;2022:52.5%
    review | 签约率 | 避免下降 | 71% | h=2021:70%;2022:70.5%
    review | 肥胖率 | 增幅下降 | 15% | h=2021:14%;2022:14.5%
    review | 肥胖率 | 增速持续下降 | 15% | h=2021:14%;2022:14.5%
    met | 肥胖率 | 持续下降 | 14% | h=2021:15%;2022:14.5%
    unmet | 散养家禽 | 禁止 | 有
    met | 散养家禽 | 禁止 | 无
    met | 散养家禽 | 禁止 | 已禁止
    unmet | 散养家禽 | 取缔 | 有
    unmet | 旱厕 | 消除 | 有
    unmet | 旱厕 | 消除 | 3座
    met | 旱厕 | 消除 | 无
    met | 旱厕 | 消除 | 0座
    met | 旱厕 | 消除 | 已消除
    unmet | 黑臭水体 | 消除 | 2条
    unmet/review | 卫生死角 | 清除 | 有
    unmet/review | 卫生死角 | 整治 | 有
    review | 卫生死角 | 整治 | 3处
    unmet | 散养家禽 | 禁止散养 | 有
    met | 散养家禽 | 禁止散养 | 无
    unmet | 烟草广告 | 禁止发布 | 有
    unmet | 烟草广告 | 禁止发布烟草广告 | 1
    met | 烟草广告 | 禁止发布烟草广告 | 0
    unmet | 烟草广告 | 全面禁止 | 有
    unmet | 违法建筑 | 全部拆除 | 有
    met | 违法建筑 | 全部拆除 | 无
    met | 违法建筑 | 全部拆除 | 已全部拆除
    review | 黑臭水体 | 基本消除 | 有
    review | 黑臭水体 | 基本消除 | 1
    met | 黑臭水体 | 基本消除 | 已消除
    unmet | 散养家禽 | 严禁 | 有
    unmet | 土葬 | 取消 | 有
    unmet | 小锅炉 | 全部关停 | 仍有
    notApplicable | 农村改厕率 | ≥80% | 85% | profile=city | remark=仅县考核
    met | 农村改厕率 | ≥80% | 85% | profile=county | remark=仅县考核
    notApplicable | 农村改厕率 | ≥80% | 85% | profile=city | remark=只县级评价
    notApplicable | 道路机械化清扫率 | ≥80% | 70% | profile=county | remark=仅城市考核
    unmet | 道路机械化清扫率 | ≥80% | 70% | profile=city | remark=仅城市考核
    notApplicable | 道路机械化清扫率 | ≥80% | 70% | profile=county | remark=仅设区市评价
    review | 健康影响评价制度 | 建立并实施 | 已建立
    met | 健康影响评价制度 | 建立并实施 | 已建立并实施
    review | 平台 | 建成并运行 | 已建成
    review | 平台 | 建成并投入使用 | 已建成
    review | 制度 | 制定并落实 | 已制定
    review | 规划 | 编制并发布 | 已编制
    review | 机构 | 成立、挂牌 | 已成立
    met | 平台 | 建成并运行 | 已建成并运行
    unmet | 平台 | 建成并运行 | 未建成
    met | 平台 | 建成并运行 | 是
    met | 健康体检制度 | 建立健全 | 已建立健全
  `,
  'years in the name, parts of a whole, deadlines': `
    pending | 适龄儿童免疫规划疫苗接种率（2025年） | 90% | 88%
    pending | 居民健康素养水平(到2025年) | ≥30% | 29%
    pending | 居民健康素养水平（2025年目标） | ≥30% | 29%
    pending | 居民健康素养水平（2025） | ≥30% | 29%
    met | 居民健康素养水平（2025年目标） | ≥30% | 31%
    unmet | 居民健康素养水平（2025年目标） | ≥30% | 29% | year=2025
    unmet | 居民健康素养水平（2020年版问卷） | ≥30% | 29%
    unmet | 居民健康素养水平（较2025年基数） | ≥30% | 29%
    review | 优良率 | ≥80% | 优30%、良45%
    review | 优良率 | ≥80% | 优45%、良40%
    review | 优良率 | ≥80% | 优秀45%，良好40%
    met | 学生体质合格率 | ≥92% | 小学95%、初中93%、高中92.5%
    review | 体检率 | ≥80% | 85%(2025年目标)
    review | 体检率 | ≥80% | 85%（计划）
    review | 体检率 | ≥80% | 85%（2025年规划值）
    unmet | 体检率 | ≥70% | 65.2%（目标70%）
    unmet | 体检率 | ≥70% | 65%（计划年底达到70%）
    met | 体检率 | ≥70% | 72%（目标70%）
    unmet | 垃圾分类 | 2023年6月底前完成 | 2023年12月完成
    met | 垃圾分类 | 2023年6月底前完成 | 2023年5月完成
    unmet | 垃圾站 | 2022年底前建成 | 2023年建成
    met | 垃圾站 | 2022年底前建成 | 2022年建成
    met | 垃圾站 | 2022年底前建成 | 2021年10月建成
    review | 垃圾分类 | 2023年6月底前完成 | 2023年完成
    review/met | 垃圾分类 | 2023年6月底前完成 | 已完成
    met | 城市食品安全投诉 | 无重大投诉 | 0起
    review | 群众投诉件数 | 0起 | 无重大投诉
    review | 食品安全事故 | 0 | 无较大事故
    met | 重大食品安全事故 | 0起 | 无重大食品安全事故
    met | 孕产妇死亡 | 0 | 无死亡
    review | 安全生产事故 | 零发生 | 无死亡事故
    review | 城市食品安全投诉 | 无重大投诉 | 5起
    unmet | 城市食品安全重大投诉 | 无重大投诉 | 5起
    met | 群众参与率 | 三分之二以上 | 70%
    unmet | 群众参与率 | 三分之二以上 | 60%
    missing/review | 体检率 | ≥90% | 92%（上年数）
    missing/review | 体检率 | ≥90% | 92%（去年数据）
    review | 垃圾分类 | 基本达到全覆盖 | 95%
    pending/review | 垃圾站 | 2023—2025年累计新增30座 | 12座 | year=null
    met | 人口自然增长率 | ≥-2‰ | -1.5‰
    unmet | 人口自然增长率 | ≥-2‰ | -2.5‰
    met | 人口自然增长率 | ≥-0.5% | -0.3%
    met | 同比变化 | ≤-3% | -4%
    unmet | 医疗费用增幅 | ≤10% | 增长11.2%
    met | 医疗费用增长幅度 | ≤10% | 增长9.2%
    met | 财政投入增长率 | ≥5% | 增长6%
    met | 投诉量下降率 | ≥10% | 下降12%
    unmet | 投诉量下降率 | ≥10% | 增长12%
    met | 主干道保洁时间 | 主干道16小时以上、街巷12小时以上 | 主干道18小时、街巷12小时
    unmet | 学校占比 | 不低于90%，其中农村学校不低于85% | 92%，其中农村学校80%
    met | 食品安全事故 | 零发生 | √
    unmet | 群体性事件 | 未出现 | 出现
    met | 达到时间 | ≤半小时 | 25分钟
    met | 电话 | 开通 | 已开通
    unmet | 电话 | 开通 | 未开通
    met | 门诊 | 挂牌 | √
  `,
});
