// Owns the words department cells are written with: endings, levels, collectives, roles, labels, tails. Data only; no reading.

/** How a name ends. `not` are common words that merely end alike (`社会` is no 会). Longest first is made by the reader. */
export interface Ending {
  readonly ending: string;
  readonly not?: readonly string[];
}

export const ENDINGS: readonly Ending[] = [
  { ending: '局' },
  { ending: '分局' },
  { ending: '委' },
  { ending: '委员会' },
  { ending: '管委会' },
  { ending: '办', not: ['举办', '承办', '主办', '协办', '督办', '交办', '查办'] },
  { ending: '办公室' },
  { ending: '办事处' },
  { ending: '室', not: ['教室'] },
  { ending: '科', not: ['本科', '学科', '专科'] },
  { ending: '股' },
  { ending: '处', not: ['各处', '到处'] },
  { ending: '厅' },
  { ending: '部', not: ['全部', '内部', '干部', '外部'] },
  { ending: '指挥部' },
  { ending: '中心' },
  { ending: '服务中心' },
  { ending: '站', not: ['网站'] },
  { ending: '所', not: ['场所', '厕所'] },
  { ending: '派出所' },
  { ending: '队' },
  { ending: '大队' },
  { ending: '中队' },
  { ending: '支队' },
  { ending: '会', not: ['社会', '机会'] },
  { ending: '联合会' },
  { ending: '工会' },
  { ending: '妇联' },
  { ending: '残联' },
  { ending: '文联' },
  { ending: '工商联' },
  { ending: '科协' },
  { ending: '政协' },
  { ending: '院', not: ['庭院', '大院', '楼院'] },
  { ending: '医院' },
  { ending: '校' },
  { ending: '学校' },
  { ending: '中小学' },
  { ending: '小学' },
  { ending: '中学' },
  { ending: '大学' },
  { ending: '幼儿园' },
  { ending: '馆' },
  { ending: '社', not: ['公社'] },
  { ending: '厂' },
  { ending: '台', not: ['平台', '舞台'] },
  { ending: '机场' },
  { ending: '海关' },
  { ending: '人大' },
  { ending: '超市' },
  { ending: '商场' },
  { ending: '公司' },
  { ending: '分公司' },
  { ending: '集团' },
  { ending: '企业' },
  { ending: '银行' },
  { ending: '支行' },
  { ending: '电视台' },
  { ending: '融媒体' },
  { ending: '政府' },
  { ending: '人民政府' },
  { ending: '街道' },
  { ending: '镇', not: ['城镇', '市镇'] },
  { ending: '乡', not: ['城乡'] },
  { ending: '村', not: ['农村', '乡村'] },
  { ending: '镇街' },
  { ending: '村居' },
  { ending: '社区' },
  { ending: '居委会' },
  { ending: '开发区' },
  { ending: '高新区' },
  { ending: '园区' },
  { ending: '景区' },
  { ending: '林场' },
  { ending: '单位' },
  { ending: '部门' },
  { ending: '机构' },
  { ending: '科室' },
  { ending: '小组' },
  { ending: '专班' },
];

/** Stand for no organisation by themselves; after a blank or a line break they are the rest of a wrapped name. */
export const FRAGMENTS: readonly string[] = [
  '局', '分局', '委', '委员会', '管委会', '管理委员会', '办', '办公室', '办事处', '室', '科', '股', '处', '厅', '部',
  '中心', '服务中心', '站', '所', '队', '大队', '中队', '支队', '会', '院', '校', '公司', '集团', '银行', '政府', '人民政府',
  '管理局', '管理处', '管理所', '管理中心', '联合会', '指挥部', '理局', '员会', '公室', '事处', '务局', '务中心', '民政府',
]; // prettier-ignore

/** A fragment that is a department too: `宣传科和办公室`. */
export const OFFICE = '办公室';

/** Written before a name: whose it is. */
export const LEVELS: readonly string[] = ['街道', '省', '市', '区', '县', '旗', '州', '镇', '乡'];

/** Begin like a level and are none. `unless`: the same two characters, but a level after all (`市政府`). */
export const NOT_LEVELS: readonly { readonly word: string; readonly unless?: readonly string[] }[] = [
  { word: '市场' },
  { word: '市容' },
  { word: '市监', unless: ['市监狱', '市监察', '市监委'] },
  { word: '市政', unless: ['市政府', '市政协', '市政法', '市政务', '市政数'] },
  { word: '市民', unless: ['市民政', '市民宗', '市民族', '市民委', '市民防'] },
  { word: '区域' },
  { word: '区划' },
  { word: '县城', unless: ['县城管', '县城市', '县城乡', '县城建', '县城投'] },
  { word: '县域' },
  { word: '镇村' },
  { word: '镇街' },
  { word: '镇域' },
  { word: '乡村' },
  { word: '乡镇' },
  { word: '省际' },
  { word: '州际' },
];

/** Kinds of place. A bracket naming only these, behind one of them, is part of the name (`各镇（街道）`). */
export const KINDS_OF_PLACE: readonly string[] = [
  '街道办事处', '人民政府', '街道办', '办事处', '开发区', '高新区', '经开区', '度假区', '风景区', '管委会', '工业园区', '工业园', '园区', '景区', '新区', '功能区',
  '农场', '林场', '牧场', '苏木', '嘎查', '社区', '街道', '乡镇', '镇街', '县区', '区县', '市区', '村居', '居委会', '村委会', '园', '镇', '乡', '街', '办', '县', '市',
  '区', '旗', '村', '居', '场', '盟', '州',
]; // prettier-ignore

/** Kinds of place put together, yet the name of one body: the committee or office that runs a zone. */
export const ZONE_BODY_ENDINGS: readonly string[] = ['区管委会', '园管委会', '区办', '园办', '场办'];

/** A name that holds one of these means more than one unit. */
export const COLLECTIVE_WORDS: readonly string[] = [
  '各',
  '有关',
  '相关',
  '全体',
  '所有',
  '其他',
  '其它',
  '其余',
  '下属',
  '所属',
  '成员单位',
];

/** A name that ends in one of these means a class of units (`区直部门`, `驻区单位`). */
export const COLLECTIVE_ENDINGS: readonly string[] = ['部门', '单位', '企业', '机构', '中小学校', '中小学'];

/** Two kinds of place in one word are many places; what may follow keeps them many (`乡镇卫生院`). */
export const COLLECTIVE_PLACES: readonly string[] = [
  '乡镇街道', '镇乡街道', '街道乡镇', '县市区', '市县区', '区县市', '乡镇', '镇街', '街镇', '镇办', '县区', '区县', '村居', '村社区',
]; // prettier-ignore
export const AFTER_COLLECTIVE_PLACE: readonly string[] = [
  '',
  '人民政府',
  '政府',
  '街道办事处',
  '办事处',
  '卫生院',
  '党委',
  '管委会',
];
export const BEFORE_COLLECTIVE_PLACE: readonly string[] = ['属地', '辖区', '所在', '相应'];

/** Bare words some clerks write for a bureau. Two of them with one blank between are two. */
export const BARE_NAMES: readonly string[] = [
  '公安', '交警', '城管', '住建', '卫健', '教育', '体育', '教体', '文旅', '文广', '农业', '水利', '水务', '交通', '环保', '生态环境', '民政', '财政', '人社', '市监',
  '市场监管', '商务', '发改', '工信', '司法', '审计', '统计', '应急', '消防', '气象', '妇联', '残联', '科协', '文联', '团委', '工会', '供电', '移动', '联通', '电信',
  '铁塔', '邮政', '烟草', '疾控', '宣传', '组织', '爱卫', '创卫', '环卫', '园林', '机关事务', '物业', '执法', '自然资源', '医保', '卫生', '科技', '街道', '社区',
]; // prettier-ignore

/** `lead` always leads; `responsible` leads only where somebody supports; `support` supports. */
export type Duty = 'lead' | 'responsible' | 'support';

/** `open`: may stand inside a name (`卫生监督所`), so it counts only at the end of what is no complete name. */
export interface DutyWord {
  readonly word: string;
  readonly duty: Duty;
  readonly open?: true;
}

export const DUTY_WORDS: readonly DutyWord[] = [
  { word: '牵头', duty: 'lead' },
  { word: '主责', duty: 'lead' },
  { word: '为主', duty: 'lead' },
  { word: '主办', duty: 'lead', open: true },
  { word: '主抓', duty: 'lead', open: true },
  { word: '负责', duty: 'responsible' },
  { word: '责任', duty: 'responsible', open: true },
  { word: '承办', duty: 'responsible', open: true },
  { word: '落实', duty: 'responsible', open: true },
  { word: '实施', duty: 'responsible', open: true },
  { word: '执行', duty: 'responsible', open: true },
  { word: '配合', duty: 'support' },
  { word: '协办', duty: 'support', open: true },
  { word: '协助', duty: 'support' },
  { word: '协同', duty: 'support', open: true },
  { word: '协作', duty: 'support', open: true },
  { word: '指导', duty: 'support', open: true },
  { word: '督导', duty: 'support', open: true },
  { word: '监督', duty: 'support', open: true },
  { word: '参与', duty: 'support', open: true },
  { word: '参加', duty: 'support', open: true },
  { word: '支持', duty: 'support', open: true },
];

/** Before a duty word; says how, not who. */
export const ADVERBS: readonly string[] = [
  '共同', '具体', '分别', '密切', '积极', '统筹', '统一', '全面', '联合', '各自', '主要', '做好', '抓好', '予以', '进行', '直接', '总体', '均', '为', '应', '来',
]; // prettier-ignore

/** What a label calls its people: `牵头` + `单位`. */
export const LABEL_NOUNS: readonly string[] = [
  '单位（部门）',
  '部门（单位）',
  '单位(部门)',
  '部门(单位)',
  '部门单位',
  '部门和单位',
  '单位',
  '部门',
  '科室',
  '处室',
  '股室',
  '机构',
  '主体',
  '方',
];
export const LABEL_QUALIFIERS: readonly string[] = [
  '市级',
  '区级',
  '县级',
  '省级',
  '镇级',
  '主要',
  '第一',
  '共同',
  '具体',
  '总',
  '直接',
  '建议',
];

/** A label for a person or a telephone: what follows is no organisation. */
export const PERSON_LABELS: readonly string[] = [
  '责任人',
  '联系人',
  '负责人',
  '责任领导',
  '分管领导',
  '包保领导',
  '牵头领导',
  '联络员',
  '联系电话',
  '电话',
];

/** From one of these to the end of the phrase is a tail: `按职责分工负责`, `按责对标落实`. */
export const TAIL_STARTS: readonly string[] = [
  '按职责', '按照职责', '按责', '按各自职责', '按照各自职责', '按工作职责', '按照工作职责', '按部门职责', '按照部门职责', '按职能', '按照职能', '依职责', '依据职责',
  '依照职责', '根据职责', '根据各自职责', '结合职责', '按分工', '按照分工', '分工负责', '分工落实', '各负其责', '各司其职', '按属地', '按照属地', '依职能',
]; // prettier-ignore

/** `等…部门` behind a list. */
export const AND_SO_ON_WORDS: readonly string[] = [
  '各',
  '有关',
  '相关',
  '区直',
  '市直',
  '县直',
  '其他',
  '责任',
  '成员',
  '职能',
  '部门',
  '单位',
  '机构',
  '企业',
  '科室',
  '处室',
  '个',
  '家',
];

/** The organisations of the row above. */
export const SAME_AS_ABOVE: readonly string[] = ['同上', '下同', '同前', '同上行', '〃', '″', '"'];
/** Brackets that say nothing about the name before them. */
export const BRACKET_TAILS: readonly string[] = ['下同', '同下', '以下同', '等', '略'];
/** Nobody is named. */
export const NOBODY: readonly string[] = ['无', '暂无', '待定', '未定', '待明确', '待确定', '见附件', '不涉及'];

/** A sentence that begins so speaks of other rows (`以下工作均需各镇、街道落实`). */
export const OTHER_ROWS_STARTS: readonly string[] = [
  '以下',
  '以上',
  '上述',
  '下列',
  '其余',
  '其他',
  '本表',
  '表中',
  '注：',
  '注:',
  '说明：',
  '备注：',
];
export const OTHER_ROWS_TOPICS: readonly string[] = [
  '工作',
  '任务',
  '指标',
  '内容',
  '事项',
  '各项',
  '各条',
  '措施',
  '所有',
  '均',
  '评价',
  '目标',
];

/** Joins two names, or stands inside one. `not`: words that begin alike and are another word, or a place; `notFirst`: only where nothing stands before. */
export interface Connector {
  readonly word: string;
  readonly not?: readonly string[];
  readonly notFirst?: readonly string[];
}

/** The longer first. */
export const CONNECTORS: readonly Connector[] = [
  { word: '以及' },
  { word: '会同' },
  { word: '及其', not: ['及其他', '及其它', '及其余'] },
  {
    word: '和',
    not: ['和平', '和谐', '和顺', '和睦', '和美', '和兴', '和田'],
    // A county; behind a name (`县财政局和县审计局`) the 县 begins the next one.
    notFirst: ['和县'],
  },
  { word: '及' },
  { word: '与' },
];
/** A connector after all (`派出所和平安办`). */
export const CONNECTORS_AFTER_ALL: readonly string[] = ['和平安'];

/** Bodies whose joint office is one office (`区委和区政府办公室`). */
export const GOVERNING_BODIES: readonly string[] = [
  '党委',
  '党工委',
  '工委',
  '区委',
  '市委',
  '县委',
  '镇党委',
  '政府',
  '人民政府',
  '管委会',
  '办事处',
  '街道办事处',
];

/** Departments of a party committee: one name with it, even over a blank (`区委 宣传部`). */
export const PARTY_DEPARTMENTS: readonly string[] = [
  '宣传部', '组织部', '统战部', '政法委', '编办', '网信办', '办公室', '办', '社工部', '社会工作部', '老干部局', '巡察办', '督查室', '督查考核办', '教育工委', '直属机关工委',
  '党校', '文明办', '改革办', '农办',
]; // prettier-ignore

/**
 * A name in which an ending of one group ends a name twice is two or more names run together (`五星街道南大街街道`,
 * `城关镇黄村乡`).
 */
export const REPEATED_ENDINGS: readonly (readonly string[])[] = [
  ['街道办事处', '街道', '镇', '乡'],
  ['社区'], ['局'], ['部'], ['中心'], ['中队'], ['大队'], ['医院'], ['学校'], ['办'], ['所'], ['站'],
]; // prettier-ignore

/** Say what an office does, never where it is: no place's name before a bureau. */
export const NOT_PLACES: readonly string[] = [
  '公共',
  '社会',
  '智慧',
  '农村',
  '联合',
  '中心',
  '专业',
  '基层',
  '机关',
  '直属',
  '企业',
  '学校',
  '高新',
  '经开',
];
