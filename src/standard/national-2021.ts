// Owns the 56 data indicators of the national standard, 2021 edition, as data. Never overrules a clerk's sheet:
// it restores damaged signs, adds caveats, and is what an audit compares with.
import { normalise } from '../text/normalise';

export const EDITION = {
  year: 2021,
  /** The document that issued it. */
  title: '《国家卫生城市和国家卫生县标准（2021版）》（全爱卫发〔2021〕6号）',
} as const;

export type Better = 'up' | 'down';

/**
 * How far a definition can be trusted: `standard` follows from the standard's own words, `public` from public pages,
 * `unconfirmed` is professional habit, `inferred` ours. All but the first should be checked against the official handbook.
 */
export type DefinitionSource = 'standard' | 'public' | 'unconfirmed' | 'inferred';

export interface NationalIndicator {
  readonly no: number;
  readonly name: string;
  readonly category: string;
  /** Target for a city, in normalised spelling. */
  readonly city: string;
  /** Target for a county; null when counties are not judged by this indicator. */
  readonly county: string | null;
  /** The indicator that a county is judged by instead; null when it is the same. */
  readonly countyIndicator: string | null;
  /** The county rule is inferred (the published table is silent). */
  readonly countyIsInferred: boolean;
  readonly unit: string;
  /** Which way is better; null for yes or no. */
  readonly better: Better | null;
  /** The things that must each reach the target; empty for a single value. */
  readonly parts: readonly string[];
  /** Years of values that the national form asks for. */
  readonly formYears: number;
  /** The form asks for the local plan's value too. */
  readonly formPlan: boolean;
  readonly definition: string;
  readonly definitionSource: DefinitionSource;
}

export const CATEGORIES = [
  '爱国卫生组织管理',
  '健康教育和健康促进',
  '市容环境卫生',
  '生态环境',
  '重点场所卫生',
  '食品和生活饮用水安全',
  '疾病防控与医疗卫生服务',
] as const;

type Extras = Partial<
  Pick<NationalIndicator, 'county' | 'countyIndicator' | 'countyIsInferred' | 'parts' | 'formYears' | 'formPlan'>
>;

function indicator(
  no: number,
  name: string,
  category: number,
  city: string,
  unit: string,
  better: Better | null,
  definition: string,
  definitionSource: DefinitionSource,
  extras: Extras = {},
): NationalIndicator {
  const common = {
    county: city,
    countyIndicator: null,
    countyIsInferred: false,
    parts: [],
    formYears: 1,
    formPlan: false,
  };
  const place = { no, name, category: CATEGORIES[category] ?? '' };
  return { ...place, city, unit, better, definition, definitionSource, ...common, ...extras };
}

export const NATIONAL_2021: readonly NationalIndicator[] = [
  indicator(
    1,
    '国家卫生县或国家卫生乡镇',
    0,
    '≥1个',
    '个',
    'up',
    '辖区内已命名的国家卫生县数（城市）或国家卫生乡镇数（县）',
    'inferred',
  ),
  indicator(2, '群众对卫生状况满意率', 0, '≥90%', '%', 'up', '满意（含基本满意）问卷数÷有效问卷数×100%', 'unconfirmed'),
  indicator(
    3,
    '居民健康素养水平',
    1,
    '≥23%或持续提升',
    '%',
    'up',
    '具备基本健康素养的人数÷监测人群总人数×100%',
    'public',
    { formYears: 3 },
  ),
  indicator(
    4,
    '建有全民健身场地设施的社区比例',
    1,
    '100%',
    '%',
    'up',
    '有全民健身场地设施的社区数÷社区总数×100%',
    'unconfirmed',
  ),
  indicator(
    5,
    '经常参加体育锻炼人数的比例',
    1,
    '>38.5%',
    '%',
    'up',
    '经常锻炼（每周不少于3次、每次不少于30分钟）的人数÷调查人数×100%',
    'unconfirmed',
  ),
  indicator(6, '人均体育场地面积', 1, '>2.2平方米', '平方米', 'up', '体育场地面积÷常住人口', 'unconfirmed'),
  indicator(
    7,
    '每千人口社会体育指导员数',
    1,
    '≥2.16名',
    '名/千人',
    'up',
    '社会体育指导员数÷人口数×1000',
    'unconfirmed',
  ),
  indicator(
    8,
    '15岁以上人群吸烟率',
    1,
    '<20%',
    '%',
    'down',
    '15岁以上现在吸烟人数÷15岁以上调查人数×100%',
    'unconfirmed',
  ),
  indicator(
    9,
    '无烟党政机关、无烟医疗卫生机构、无烟学校建成比例',
    1,
    '≥90%',
    '%',
    'up',
    '建成无烟单位数÷应建单位数×100%，三类单位分别计算',
    'unconfirmed',
    { parts: ['无烟党政机关', '无烟医疗卫生机构', '无烟学校'] },
  ),
  indicator(10, '全面控烟法律法规规定', 1, '有', '有/无', null, '现行的全面控烟法律、法规、规章或规定', 'standard'),
  indicator(11, '道路装灯率', 2, '100%', '%', 'up', '已装灯道路长度÷道路总长度×100%', 'unconfirmed'),
  indicator(12, '主次干道每日保洁时间', 2, '≥16小时', '小时', 'up', '每日保洁小时数', 'standard'),
  indicator(13, '街巷路面每日保洁时间', 2, '≥12小时', '小时', 'up', '每日保洁小时数', 'standard'),
  indicator(14, '道路机械化清扫率', 2, '≥80%', '%', 'up', '机械化清扫面积÷道路清扫面积×100%', 'unconfirmed', {
    county: null,
  }),
  indicator(15, '城市管理信息化覆盖率', 2, '≥90%', '%', 'up', '信息化管理覆盖面积÷建成区面积×100%', 'unconfirmed', {
    county: null,
    countyIsInferred: true,
  }),
  indicator(16, '建成区绿化覆盖率', 2, '≥38%', '%', 'up', '植被垂直投影面积÷建成区面积×100%', 'public'),
  indicator(17, '人均公园绿地面积', 2, '≥9平方米', '平方米', 'up', '公园绿地面积÷城区人口', 'public'),
  indicator(18, '城市生活垃圾回收利用率', 2, '>35%', '%', 'up', '回收利用量÷生活垃圾产生总量×100%', 'unconfirmed'),
  indicator(19, '城市生活垃圾无害化处理率', 2, '100%', '%', 'up', '无害化处理量÷生活垃圾总量×100%', 'public'),
  indicator(20, '窨井盖完好率', 2, '≥98%', '%', 'up', '完好窨井盖数÷窨井盖总数×100%', 'unconfirmed', { county: null }),
  indicator(21, '主城区回收网点覆盖率', 2, '100%', '%', 'up', '有回收网点的社区（网格）数÷总数×100%', 'unconfirmed', {
    county: null,
    countyIsInferred: true,
  }),
  indicator(
    22,
    '城市生活污水集中收集率',
    2,
    '≥75%或持续提高',
    '%',
    'up',
    '收集的生活污水污染物量÷产生的污染物量×100%',
    'unconfirmed',
    { county: '95%', countyIndicator: '城市生活污水处理率', formYears: 3 },
  ),
  indicator(
    23,
    '环境空气质量指数（AQI）不超过100的天数',
    3,
    '≥320天或持续改善',
    '天',
    'up',
    '一年中AQI不超过100的天数',
    'standard',
    { county: '≥300天或持续改善', formYears: 3 },
  ),
  indicator(
    24,
    '环境空气主要污染物年均值',
    3,
    '达到国家《环境空气质量标准》二级标准',
    '微克/立方米',
    'down',
    '各项污染物年均浓度，对照GB 3095-2012二级标准',
    'standard',
    { parts: ['SO2', 'NO2', 'PM10', 'PM2.5'] },
  ),
  indicator(
    25,
    '区域环境噪声控制平均值',
    3,
    '≤55分贝',
    '分贝',
    'down',
    '区域环境噪声（昼间等效声级）的算术平均值',
    'unconfirmed',
  ),
  indicator(26, '声功能区环境质量夜间达标率', 3, '≥75%', '%', 'up', '夜间达标点次÷监测点次×100%', 'unconfirmed'),
  indicator(27, '集中式饮用水水源地水质达标率', 3, '100%', '%', 'up', '水质达标的水源地数÷水源地总数×100%', 'public'),
  indicator(28, '医疗废物无害化处置率', 3, '100%', '%', 'up', '医疗废物无害化处置量÷产生量×100%', 'unconfirmed'),
  indicator(
    29,
    '学校校医或专（兼）职保健教师配备比率',
    4,
    '>70%',
    '%',
    'up',
    '按要求配备的学校数÷学校总数×100%',
    'unconfirmed',
  ),
  indicator(30, '中小学体育与健康课程开课率', 4, '100%', '%', 'up', '开课学校数÷学校总数×100%', 'unconfirmed'),
  indicator(
    31,
    '中小学生每天校内体育活动时间',
    4,
    '≥1小时',
    '小时',
    'up',
    '每个上学日的校内体育活动小时数',
    'standard',
  ),
  indicator(32, '学校眼保健操普及率', 4, '100%', '%', 'up', '开展眼保健操的学校数÷学校总数×100%', 'unconfirmed'),
  indicator(33, '中小学生近视率', 4, '逐年下降', '%', 'down', '近视学生数÷受检学生数×100%，逐年比较', 'unconfirmed', {
    formYears: 3,
  }),
  indicator(34, '中小学生肥胖率', 4, '逐年下降', '%', 'down', '肥胖学生数÷受检学生数×100%，逐年比较', 'unconfirmed', {
    formYears: 3,
  }),
  indicator(
    35,
    '存在职业病目录所列职业病危害因素的企业职业病危害项目申报率',
    4,
    '>90%',
    '%',
    'up',
    '已申报企业数÷应申报企业数×100%',
    'unconfirmed',
  ),
  indicator(
    36,
    '食品生产经营风险分级管理率',
    5,
    '≥90%',
    '%',
    'up',
    '实行风险分级管理的单位数÷应实行单位数×100%',
    'unconfirmed',
  ),
  indicator(
    37,
    '个人卫生支出占卫生总费用的比重',
    6,
    '≤25%或持续降低',
    '%',
    'down',
    '个人现金卫生支出÷卫生总费用×100%',
    'unconfirmed',
    { formYears: 3 },
  ),
  indicator(
    38,
    '甲、乙类法定传染病报告发病率',
    6,
    '不高于近5年平均水平',
    '/10万',
    'down',
    '报告发病数÷人口数×10万，与近5年平均值比较',
    'unconfirmed',
    { formYears: 5 },
  ),
  indicator(39, '婴儿死亡率', 6, '≤5.6‰或持续降低', '‰', 'down', '一年内未满周岁死亡数÷当年活产数×1000', 'public', {
    formYears: 3,
  }),
  indicator(
    40,
    '5岁以下儿童死亡率',
    6,
    '≤7.8‰或持续降低',
    '‰',
    'down',
    '一年内未满5岁死亡数÷当年活产数×1000',
    'public',
    { formYears: 3 },
  ),
  indicator(
    41,
    '孕产妇死亡率',
    6,
    '≤18/10万或持续降低',
    '/10万',
    'down',
    '当年孕产妇死亡数÷当年活产数×10万',
    'unconfirmed',
    { formYears: 3 },
  ),
  indicator(42, '人均预期寿命', 6, '≥78.3岁或逐年提高', '岁', 'up', '出生时的预期寿命（寿命表法）', 'public', {
    formYears: 3,
  }),
  indicator(
    43,
    '以街道（乡、镇）为单位适龄儿童免疫规划疫苗接种率',
    6,
    '≥90%',
    '%',
    'up',
    '接种人数÷应种人数×100%，按街道（乡、镇）分别计算',
    'unconfirmed',
  ),
  indicator(
    44,
    '居住满3个月以上的适龄儿童建卡、建证率',
    6,
    '≥95%',
    '%',
    'up',
    '建卡（证）人数÷应建人数×100%',
    'unconfirmed',
  ),
  indicator(
    45,
    '辖区内3岁以下儿童系统管理率',
    6,
    '≥90%',
    '%',
    'up',
    '接受系统管理的3岁以下儿童数÷3岁以下儿童总数×100%',
    'unconfirmed',
  ),
  indicator(
    46,
    '0-6岁儿童眼保健和视力检查率',
    6,
    '≥90%',
    '%',
    'up',
    '接受检查的0-6岁儿童数÷辖区0-6岁儿童总数×100%',
    'unconfirmed',
  ),
  indicator(
    47,
    '重大慢性病过早死亡率',
    6,
    '呈下降趋势',
    '%',
    'down',
    '30至70岁之间死于四类慢性病的概率（寿命表法）',
    'unconfirmed',
    { formYears: 3 },
  ),
  indicator(48, '严重精神障碍患者规范管理率', 6, '≥85%', '%', 'up', '规范管理人数÷登记在册人数×100%', 'unconfirmed'),
  indicator(
    49,
    '每千常住人口医疗卫生机构床位数',
    6,
    '符合所在地区域卫生规划要求',
    '张/千人',
    'up',
    '床位数÷常住人口×1000',
    'unconfirmed',
    { formPlan: true },
  ),
  indicator(
    50,
    '每千常住人口执业（助理）医师数',
    6,
    '符合所在地区域卫生规划要求',
    '人/千人',
    'up',
    '人数÷常住人口×1000',
    'unconfirmed',
    { formPlan: true },
  ),
  indicator(
    51,
    '每千常住人口注册护士数',
    6,
    '符合所在地区域卫生规划要求',
    '人/千人',
    'up',
    '人数÷常住人口×1000',
    'unconfirmed',
    { formPlan: true },
  ),
  indicator(
    52,
    '每千常住人口公共卫生人员数',
    6,
    '符合所在地区域卫生规划要求',
    '人/千人',
    'up',
    '人数÷常住人口×1000',
    'unconfirmed',
    { formPlan: true },
  ),
  indicator(
    53,
    '每千常住人口药师（药士）数',
    6,
    '符合所在地区域卫生规划要求',
    '人/千人',
    'up',
    '人数÷常住人口×1000',
    'unconfirmed',
    { formPlan: true },
  ),
  indicator(
    54,
    '每万常住人口全科医生数',
    6,
    '符合所在地区域卫生规划要求',
    '人/万人',
    'up',
    '人数÷常住人口×10000',
    'unconfirmed',
    { formPlan: true },
  ),
  indicator(
    55,
    '建成区鼠、蚊、蝇、蟑螂的密度',
    6,
    '达到国家病媒生物密度控制水平标准C级要求',
    '级',
    'down',
    '按GB/T 27770至27773-2011评定的鼠、蚊、蝇、蟑螂密度等级',
    'standard',
    { parts: ['鼠', '蚊', '蝇', '蟑螂'] },
  ),
  indicator(
    56,
    '重点行业和单位防蝇和防鼠设施合格率',
    6,
    '≥95%',
    '%',
    'up',
    '合格单位数÷检查单位数×100%，防蝇、防鼠分别计算',
    'unconfirmed',
    { parts: ['防蝇', '防鼠'] },
  ),
];

/** Letters that a copy changes without changing the meaning. */
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['學', '学'],
  ['數', '数'],
  ['區', '区'],
  ['醫', '医'],
  ['衛', '卫'],
  ['與', '与'],
  ['體', '体'],
  ['鎮', '镇'],
  ['鄉', '乡'],
]);

const VARIANT = new RegExp(`[${[...VARIANTS.keys()].join('')}]`, 'g');

/** A name with brackets, punctuation, blanks, leading numbers and variant letters out of the way. */
export function nameKey(name: string): string {
  return normalise(name)
    .replace(/^\d{1,3}[.、)]/, '')
    .replace(VARIANT, (letter) => VARIANTS.get(letter) ?? letter)
    .replace(/and/g, '和')
    .replace(/[^0-9A-Za-z\u3400-\u9fff]/g, '');
}

const BRACKETS = /\([^()]*\)/g;

function shortKey(name: string): string {
  return nameKey(normalise(name).replace(BRACKETS, ''));
}

const BY_KEY = new Map(NATIONAL_2021.map((row) => [nameKey(row.name), row]));
/** The same name without what stands in brackets: 专（兼）职 as 专职, 执业（助理）医师 as 执业医师. */
const BY_SHORT_KEY = new Map(NATIONAL_2021.map((row) => [shortKey(row.name), row]));
/** Spellings of published tables that are neither. */
const OTHER_NAMES: ReadonlyMap<string, number> = new Map([
  ['道路装灯率亮灯率', 11],
  ['道路亮灯率装灯率', 11],
  ['群众对卫生状况满意度', 2],
  ['区域环境噪声平均值', 25],
]);

/** The standard's row of that name; null when there is none. Brackets, blanks, 学/學 and a qualifier in brackets do not matter. */
export function nationalIndicator(name: string): NationalIndicator | null {
  const key = nameKey(name);
  const other = OTHER_NAMES.get(key);
  if (other !== undefined) return NATIONAL_2021[other - 1] ?? null;
  const short = normalise(name).includes('(') ? shortKey(name) : key;
  return BY_KEY.get(key) ?? BY_SHORT_KEY.get(key) ?? BY_KEY.get(short) ?? BY_SHORT_KEY.get(short) ?? null;
}
