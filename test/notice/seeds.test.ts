// Five real notices: every task with its unit, counted by hand, and the two indicator tables cell by cell.
import { readFileSync } from 'node:fs';
import { readNotice, readPlainText } from '../../src/notice/read';
import { LINZI_HEAD, LINZI_NOTE, LINZI_ROWS, LINZI_TITLES } from '../../scripts/examples/linzi.mjs';
import { TIANJIN_HEAD, TIANJIN_ROWS } from '../../scripts/examples/tianjin.mjs';

const read = (name: string) => readNotice(readPlainText(readFileSync(`test/fixtures/notices/${name}.txt`, 'utf8')));

/** Counted by hand in the notice. */
const BY_HAND = [
  { name: 'linzi', tasks: 9, phases: 0, dueDates: 0, tables: 1 },
  { name: 'jining', tasks: 13, phases: 4, dueDates: 0, tables: 0 },
  { name: 'xiangshan', tasks: 0, phases: 3, dueDates: 2, tables: 0 },
  { name: 'tianjin', tasks: 26, phases: 0, dueDates: 0, tables: 1 },
  { name: 'nanguan', tasks: 11, phases: 3, dueDates: 0, tables: 0 },
];

test.each(BY_HAND)('$name: $tasks tasks', ({ name, tasks, phases, dueDates, tables }) => {
  const notice = read(name);
  const due = notice.phases.filter((phase) => phase.name === '时间节点');
  expect({
    tasks: notice.tasks.length,
    phases: notice.phases.length - due.length,
    dueDates: due.length,
    tables: notice.tables.length,
  }).toEqual({ tasks, phases, dueDates, tables });
});

test('the score over all five notices', () => {
  const found = BY_HAND.map(({ name }) => read(name).tasks.length);
  const wanted = BY_HAND.map(({ tasks }) => tasks);
  console.log(`tasks found: ${BY_HAND.map(({ name }, at) => `${name} ${found[at]}/${wanted[at]}`).join(', ')}`);
  expect(found).toEqual(wanted);
});

test('units of every task, as written', () => {
  expect(read('linzi').tasks.map(({ units }) => units)).toEqual([
    '区爱卫办，各镇人民政府、街道办事处。以下工作均需各镇、街道落实，不再一一列出',
    '区有关部门单位按职责分工负责',
    '区有关部门单位按职责分工负责',
    '区有关部门单位按职责分工负责',
    '区有关部门单位按职责分工负责',
    '区委组织部、区爱卫办',
    '区有关部门单位按职责分工负责',
    '区财政局、区爱卫办',
    '区委宣传部、区委网信办、区爱卫办',
  ]);
  expect(read('jining').tasks.map(({ units }) => units)).toEqual([
    '党政办公室、发展软环境保障局，各街道办事处，区国卫工作领导小组成员单位',
    '发展软环境保障局，各街道办事处',
    '发展软环境保障局',
    '发展软环境保障局',
    '区国卫办、城乡建设和交通局（含交通）、综合行政执法局，各街道办事处',
    '发展软环境保障局、市场监督管理局，各街道办事处',
    '发展软环境保障局、综合行政执法局、党政办公室（宣传）、公安分局，各街道办事处',
    '发展软环境保障局、市场监督管理局',
    '发展软环境保障局，各街道办事处',
    '综合行政执法局、发展软环境保障局（城乡统筹发展）、生态环境分局，各街道办事处',
    '发展软环境保障局，各街道办事处',
    '发展软环境保障局、党政办公室（宣传）、市场监督管理局，各街道办事处',
    '发展软环境保障局，各街道办事处',
  ]);
  const duties =
    '社发局（爱卫办） 党委（管委会）办公室 商务局 金融局 科技创新局 发展和改革局 财政局 人社局 城环局 规建局 市场监管局 文教局 政务服务办 群团部 属地派出所 各部门、各单位 各社区 驻区中央企业和大型国有企业';
  const groups = '社发局 社发局 城环局 城环局 市场监管局 社发局 社发局 社发局';
  expect(read('tianjin').tasks.map(({ units }) => units)).toEqual(`${duties} ${groups}`.split(' '));
  expect(
    read('tianjin')
      .tasks.slice(-8)
      .map(({ lead }) => lead),
  ).toEqual(groups.split(' '));
  expect(read('nanguan').tasks.map(({ units }) => units)).toEqual([
    '街道城管中队、物业办、环保站、环卫站、派出所等部门及各社区',
    '街道爱卫办、党政办、效能办等部门及各社区按责对标落实',
    '街道爱卫办、宣传办、关工委、城管中队、市监所、文明办等部门及各社区按责对标落实',
    '街道城管中队、环卫站、物业办、市场监督管理所、环保站、土地所、派出所等部门及各社区按责对标落实',
    '街道环保站、市场监督管理所、派出所、城管中队、爱卫办、社区医院等部门及各社区按责对标落实',
    '街道爱卫办、市场监督管理所、物业办、文明办等部门及各社区按责对标落实',
    '街道市场监督管理所、爱卫办、城管中队、物业办、文明办等部门及各社区按责对标落实',
    '街道市场监督管理所、城管中队、文明办、环卫站、环保站等部门及各社区按责对标落实',
    '街道爱卫办、市场监督管理所、社区医院等部门及各社区按责对标落实',
    '街道环卫站、环保站、物业办、文明办、社区医院、爱卫办等部门及各社区按责对标落实',
    '街道文明办、爱卫办、城管中队、环保站、市场监督管理所、物业办等部门及各社区按责对标落实',
  ]);
});

test('a sentence cut by a page break is one again', () => {
  const [first] = read('linzi').tasks;
  expect(first?.requirement).toContain('负责组织协调、检查督导、指导考评国家卫生城市创建成果巩固提升工作');
});

const bare = (rows: readonly (readonly string[])[], width: number): string[][] =>
  rows.map((row) => Array.from({ length: width }, (_, at) => (row[at] ?? '').trim()));

test('the table of linzi is the example cell by cell, page breaks too', () => {
  const [table] = read('linzi').tables;
  expect(table?.titles).toEqual(LINZI_TITLES);
  expect(table?.notes).toEqual([LINZI_NOTE]);
  expect(table?.rows).toEqual(bare([LINZI_HEAD, ...LINZI_ROWS], 4));
});

test('the table of tianjin is the example cell by cell', () => {
  const [table] = read('tianjin').tables;
  expect(table?.titles).toEqual(['（二）主要指标']);
  expect(table?.rows).toEqual(bare([TIANJIN_HEAD, ...TIANJIN_ROWS], 4));
});

test('phases keep their dates', () => {
  const dates = (name: string) => read(name).phases.map((phase) => `${phase.name} ${phase.from}→${phase.to}`);
  expect(dates('xiangshan')).toEqual([
    '自查达标阶段 2023年4月→2023年7月',
    '省级考核阶段 2023年8月→2024年3月',
    '时间节点 →2023年8月底',
    '国家考核阶段 2024年4月→2024年12月',
    '时间节点 →2023年7月10日',
  ]);
  expect(dates('nanguan')).toEqual([
    '重点整改阶段 2024年2月→2024年2月',
    '全面达标阶段 2024年3月→2024年3月',
    '巩固提升阶段 2024年4月→2024年底',
  ]);
});
