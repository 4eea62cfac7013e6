// Wordings by which notices name a task's unit, and what only looks like one.
import { readNotice, readPlainText } from '../../src/notice/read';

interface Case {
  readonly name: string;
  readonly text: string;
  /** task | units | lead | support | deadline */
  readonly tasks: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'bracket behind the text',
    text: '（一）加强宣传。广泛动员。（责任单位：区委宣传部）',
    tasks: ['加强宣传|区委宣传部|||'],
  },
  {
    name: 'half-width bracket and colon',
    text: '1.加强宣传。广泛动员。(责任单位:区委宣传部、区融媒体中心)',
    tasks: ['加强宣传|区委宣传部、区融媒体中心|||'],
  },
  {
    name: 'one bracket of each kind',
    text: '（四）落实责任。扎实推进。（责任单位：区有关部门单位按职责分\n\n工负责)',
    tasks: ['落实责任|区有关部门单位按职责分工负责|||'],
  },
  {
    name: 'brackets inside',
    text: '1. 整治。清理。〔责任单位：建设和交通局（含交通）、执法局，各街道办事处〕',
    tasks: ['整治|建设和交通局（含交通）、执法局，各街道办事处|||'],
  },
  {
    name: 'line break inside the bracket',
    text: '（一）清理死角。全面排查。（责任单位：区城管局、\n区卫健局，\n各街道办事处）\n（二）下一项。',
    tasks: ['清理死角|区城管局、区卫健局，各街道办事处|||'],
  },
  {
    name: 'full stop inside the bracket',
    text: '（一）建立体系。定期开会。（责任单位：区爱卫办。以下工作均需各镇、街道落实）',
    tasks: ['建立体系|区爱卫办。以下工作均需各镇、街道落实|||'],
  },
  {
    name: 'a paragraph of its own',
    text: '（一）提升行动。持续完善。\n责任单位：街道城管中队、物业办。\n（二）下一行动。改进。\n责任单位：爱卫办。',
    tasks: ['提升行动|街道城管中队、物业办|||', '下一行动|爱卫办|||'],
  },
  {
    name: 'at the end of the paragraph without brackets',
    text: '（一）提升行动。持续完善。责任单位：城管中队。',
    tasks: ['提升行动|城管中队|||'],
  },
  {
    name: 'lead and support',
    text: '（一）病媒防制。消杀。（牵头单位：区卫健局；配合单位：区住建局、各街道）',
    tasks: ['病媒防制|区卫健局、区住建局、各街道|区卫健局|区住建局、各街道|'],
  },
  {
    name: 'lead, support and deadline as paragraphs',
    text: '1.病媒防制。消杀。\n牵头单位：区卫健局\n配合单位：区住建局\n完成时限：2023年6月底前',
    tasks: ['病媒防制|区卫健局、区住建局|区卫健局|区住建局|2023年6月底前'],
  },
  {
    name: 'deadline in a bracket of its own',
    text: '1.厕所改造。改造10座。（责任单位：区城管局）（完成时限：2023年9月）',
    tasks: ['厕所改造|区城管局|||2023年9月'],
  },
  {
    name: 'deadline in the sentence',
    text: '1.厕所改造。2023年8月底前完成。（责任单位：区城管局）',
    tasks: ['厕所改造|区城管局|||2023年8月底前'],
  },
  {
    name: 'roles in a closing bracket',
    text: '（一）健康教育。普及知识。（区卫生健康局牵头，区教育和体育局、各镇街配合）',
    tasks: ['健康教育|区卫生健康局、区教育和体育局、各镇街|区卫生健康局|区教育和体育局、各镇街|'],
  },
  {
    name: 'one role in a closing bracket',
    text: '（一）健康教育。普及知识。（区卫生健康局、区教育和体育局按职责分工负责）',
    tasks: ['健康教育|区卫生健康局、区教育和体育局|||'],
  },
  {
    name: 'person beside the unit',
    text: '1.厕所改造。改造。（责任单位：区城管局；责任人：张三）',
    tasks: ['厕所改造|区城管局|||'],
  },
  {
    name: 'two tasks in one paragraph',
    text: '1.清扫主干道（责任单位：区城管局）；清理小广告（责任单位：各街道）。',
    tasks: ['清扫主干道|区城管局|||', '清理小广告|各街道|||'],
  },
  {
    name: 'one unit line under several items',
    text: '（一）整治行动。\n1.清扫。\n2.清运。\n责任单位：区城管局。',
    tasks: ['整治行动|区城管局|||'],
  },
  {
    name: 'body in paragraphs of their own',
    text: '（一）整治行动\n全面清理卫生死角，做到日产日清。\n（责任单位：区城管局）',
    tasks: ['整治行动|区城管局|||'],
  },
  {
    name: 'duty list',
    text: '六、职责分工\n社发局（爱卫办）：承担日常工作。\n党委（管委会）办公室：负责协调。',
    tasks: ['职责分工|社发局（爱卫办）|||', '职责分工|党委（管委会）办公室|||'],
  },
  {
    name: 'duty without a colon in its section',
    text: '六、职责分工\n各部门、各单位负责组织本系统工作。',
    tasks: ['职责分工|各部门、各单位|||'],
  },
  {
    name: 'numbered duties with a full stop',
    text: '三、部门职责\n（一）区教育局。负责学校健康教育。\n（二）区商务局。指导农贸市场建设。',
    tasks: ['部门职责|区教育局|||', '部门职责|区商务局|||'],
  },
  {
    name: 'unit as a heading, duty below',
    text: '三、部门职责\n（一）区教育局\n负责学校健康教育。\n（二）区商务局\n指导农贸市场建设。',
    tasks: ['部门职责|区教育局|||', '部门职责|区商务局|||'],
  },
  {
    name: 'working groups',
    text: '一、爱国卫生组织管理组：社发局牵头\n二、市容环境卫生组：城环局牵头，规建局配合',
    tasks: ['爱国卫生组织管理组|社发局|社发局||', '市容环境卫生组|城环局、规建局|城环局|规建局|'],
  },
  {
    name: 'lead, support and the rest in one bracket',
    text: '5、开展病媒生物防制。统一消杀。（市卫生健康委牵头，市住建局、市城管局等部门配合，各县区落实）',
    tasks: ['开展病媒生物防制|各县区|市卫生健康委|市住建局、市城管局|'],
  },
  {
    name: 'working groups with members and duties',
    text: '（一）综合协调组\n牵头单位：区卫健局\n成员单位：区委办、区政府办\n工作职责：负责统筹协调。\n（二）市容环境组\n牵头单位：区城管局\n工作职责：负责整治。',
    tasks: ['综合协调组|区卫健局、区委办、区政府办|区卫健局|区委办、区政府办|', '市容环境组|区城管局|区城管局||'],
  },
  {
    name: 'a task table beside running text; a table of contacts is none',
    text: '附件1\n任务分解表\n序号\t重点任务\t工作要求\t牵头单位\t配合单位\t完成时限\n1\t创卫宣传\t每月2次\t市委宣传部\t市卫健委\t长期\n\n附件2\n联络员名单\n单位\t姓名\t电话\n市卫健委\t张三\t123\n市城管局\t李四\t456',
    tasks: ['创卫宣传|市委宣传部、市卫健委|市委宣传部|市卫健委|长期'],
  },
  {
    name: 'the unit before its text, behind an item that has its own',
    text: '（一）病媒防制。密度监测。（责任单位：县卫健局）\n责任单位：县教育局。开设健康教育课。',
    tasks: ['病媒防制|县卫健局|||', '开设健康教育课|县教育局|||'],
  },
  {
    name: 'three depths of numbers, brackets of three kinds',
    text: '1.清理死角。全面清理。\n（1）清理垃圾。（责任单位：县城管局）\n①清除小广告；[责任单位：城关镇]\n2.规范市场。【牵头单位：县市监局；配合单位：县商务局；完成时限：2024年10月底前】',
    tasks: [
      '清理垃圾|县城管局|||',
      '清除小广告|城关镇|||',
      '规范市场|县市监局、县商务局|县市监局|县商务局|2024年10月底前',
    ],
  },
  {
    name: 'bookmark left by a converter',
    text: '[bookmark: _GoBack]1. 完善机制。推进。（责任单位：党政办公室）',
    tasks: ['完善机制|党政办公室|||'],
  },
];
const NO_TASKS = [
  '组  长：爱卫会常务副主任',
  '副组长：崔 赞 区政府党组成员、副区长、区卫健局党组书记',
  '成  员：社发局（爱卫办）、商务局、市场监管局、属地派出所分管负责同志。',
  '联系人：某某某\n电  话：0561—0000000\n电子邮箱：1@example.com',
  '附件：保税区巩固国家卫生区建设成果工作指导组',
  '各镇人民政府、街道办事处，各开发区管委会，区政府各部门：',
  '（一）加强领导。责任到人，专人负责。',
  '明确责任单位（人员）、工作标准和时限要求。曝光工作不落实的责任单位。',
  '加强“四小”（小浴室、小旅店）场所整治（以下简称整治）。',
  '办公室设在区卫健局，责任单位：',
  '王  婧  创建办主任\n晓  峰  物业办主任',
];

const line = (text: string): string[] =>
  readNotice(readPlainText(text)).tasks.map(({ task, units, lead, support, deadline }) =>
    [task, units, lead, support, deadline].join('|'),
  );

test.each(CASES)('$name', ({ text, tasks }) => {
  expect(line(text)).toEqual(tasks);
});

test.each(NO_TASKS)('no task: %s', (text) => {
  expect(line(text)).toEqual([]);
});

test('the requirement keeps every word of the item but its unit and its title', () => {
  const [task] = readNotice(
    readPlainText('（一）整治行动\n全面清理。\n1.清扫。\n做到日产日清。（责任单位：区城管局）\n'),
  ).tasks;
  expect(task?.requirement).toContain('做到日产日清');
});

test('the text below a line of units belongs to their item, up to the next one', () => {
  const { tasks } = readNotice(
    readPlainText(
      '（一）健康教育行动\n牵头单位：县教育局\n开设健康教育课。\n1.每学期不少于6课时。\n（二）控烟行动\n牵头单位：县卫健局\n（三）其他\n各单位抓好落实。',
    ),
  );
  expect(tasks.map(({ task, requirement }) => `${task}|${requirement}`)).toEqual([
    '健康教育行动|开设健康教育课。\n每学期不少于6课时。',
    '控烟行动|',
  ]);
});
