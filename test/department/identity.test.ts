import type { DepartmentsReading, SameDepartmentChoice } from '../../src/department/department';
import { readDepartments } from '../../src/department/identity';
import { effortOf } from '../support/effort';
import { LINZI_CELLS } from './linzi';

const read = (cells: readonly string[], choices?: readonly SameDepartmentChoice[]): DepartmentsReading =>
  readDepartments(
    cells.map((departments) => ({ departments, support: null })),
    choices,
  );
const ids = ({ rows }: DepartmentsReading): string[][] =>
  rows.map(({ organisations }) => organisations.map(({ id }) => id));
const counts = (reading: DepartmentsReading): Map<string, number> => {
  const found = new Map<string, number>();
  for (const id of ids(reading).flat()) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
};
const suggested = ({ suggestions }: DepartmentsReading): (readonly string[])[] => suggestions.map(({ names }) => names);

describe('the Linzi notice', () => {
  const reading = read(LINZI_CELLS);

  test('77 pairs over 18 names, one of them a collective', () => {
    const found = counts(reading);
    expect([...found.values()].reduce((sum, rows) => sum + rows, 0)).toBe(77);
    expect(found.size).toBe(18);
    expect(Object.fromEntries(found)).toEqual({
      区卫生健康局: 28,
      区综合行政执法局: 14,
      区教育和体育局: 6,
      区教育局和体育局: 6,
      临淄生态环境分局: 6,
      临淄公安分局: 3,
      区交通运输局: 2,
      区市场监督管理局: 2,
      区农业农村局: 1,
      区机关事务服务中心: 1,
      区住房和城乡建设局: 1,
      区大数据局: 1,
      区商务局: 1,
      区委编办: 1,
      区财政局: 1,
      区人力资源和社会保障局: 1,
      区民政局: 1,
      区直各部门: 1,
    });
    const collectives = reading.rows.flatMap(({ organisations }) =>
      organisations.filter(({ collective }) => collective),
    );
    expect(collectives.map(({ name }) => name)).toEqual(['区直各部门']);
  });

  test('the two writings of the education bureau are suggested, and nothing else', () => {
    expect(suggested(reading)).toEqual([['区教育和体育局', '区教育局和体育局']]);
    expect(reading.suggestions[0]?.why.zh).toBe(
      '“区教育局和体育局”与“区教育和体育局”只差“局”“和”的写法，可能是同一个部门',
    );
  });

  test('accepted, they are one with 12 rows; the names stay as written', () => {
    const merged = read(LINZI_CELLS, [{ names: ['区教育和体育局', '区教育局和体育局'], same: true }]);
    const found = counts(merged);
    expect([found.size, found.get('区教育和体育局'), found.get('区教育局和体育局')]).toEqual([17, 12, undefined]);
    expect(merged.rows[28]?.organisations[0]).toMatchObject({ name: '区教育局和体育局', id: '区教育和体育局' });
    expect(merged.suggestions).toEqual([]);
  });

  test('rejected, they stay two and are not suggested again', () => {
    const apart = read(LINZI_CELLS, [{ names: ['区教育局和体育局', '区教育和体育局'], same: false }]);
    expect(counts(apart).size).toBe(18);
    expect(apart.suggestions).toEqual([]);
  });
});

describe('identity without asking', () => {
  test.each<[string, string[], string[][]]>([
    [
      'a leading level goes when the bare name stands',
      ['街道城管中队', '城管中队、派出所'],
      [['城管中队'], ['城管中队', '派出所']],
    ],
    ['a level stays when it does not', ['区卫健局', '区教体局'], [['区卫健局'], ['区教体局']]],
    ['区, and the bare name', ['区卫生健康局', '卫生健康局'], [['卫生健康局'], ['卫生健康局']]],
    ['the place’s own name with a level', ['临淄区卫生健康局', '卫生健康局'], [['卫生健康局'], ['卫生健康局']]],
    ['the place’s name before a level that stands', ['临淄区财政局', '区财政局'], [['区财政局'], ['区财政局']]],
    ['the place’s own name before a branch', ['临淄公安分局', '公安分局'], [['公安分局'], ['公安分局']]],
    [
      'the place known from another name',
      ['南关街道办事处', '南关派出所', '派出所'],
      [['南关街道办事处'], ['派出所'], ['派出所']],
    ],
    ['市场 is no level', ['市场监督管理局', '场监督管理局'], [['市场监督管理局'], ['场监督管理局']]],
    [
      '市容 and 市政 are none',
      ['市容管理局、市政管理处', '容管理局、政管理处'],
      [
        ['市容管理局', '市政管理处'],
        ['容管理局', '政管理处'],
      ],
    ],
    [
      'two owners of one bare name stay apart',
      ['市卫健委', '区卫健委', '卫健委'],
      [['市卫健委'], ['区卫健委'], ['卫健委']],
    ],
    [
      'two places’ offices stay apart',
      ['辛店街道办事处', '雪宫街道办事处', '街道办事处'],
      [['辛店街道办事处'], ['雪宫街道办事处'], ['街道办事处']],
    ],
    [
      'blanks, width and brackets',
      ['党委（管委会）办公室', '党委(管委会)办公室'],
      [['党委（管委会）办公室'], ['党委（管委会）办公室']],
    ],
    ['a trade before a name is no place', ['综合行政执法局', '执法局'], [['综合行政执法局'], ['执法局']]],
    ['交警 belongs to no place', ['公安交警大队', '交警大队'], [['公安交警大队'], ['交警大队']]],
  ])('%s', (_, cells, wanted) => {
    expect(ids(read(cells))).toEqual(wanted);
  });

  test('区教育局和体育局 beside 区教育和体育局 stays one, as do others the table does not know', () => {
    expect(ids(read(['区园林局和水务局', '区园林和水务局']))).toEqual([['区园林局和水务局'], ['区园林和水务局']]);
    expect(ids(read(['区园林局和水务局']))).toEqual([['区园林局', '水务局']]);
  });

  test('同上 takes the row above with its identity', () => {
    expect(ids(read(['街道城管中队', '同上', '城管中队']))).toEqual([['城管中队'], ['城管中队'], ['城管中队']]);
  });
});

describe('suggestions', () => {
  test.each<[string, string]>([
    ['区卫生健康局', '区卫健局'],
    ['市发展和改革委员会', '市发改委'],
    ['区教育和体育局', '区教体局'],
    ['区人力资源和社会保障局', '区人社局'],
    ['区住房和城乡建设局', '区住建局'],
    ['区文化和旅游局', '区文旅局'],
    ['区市场监督管理局', '区市监局'],
    ['区市场监督管理局', '区市场监管局'],
    ['街道市场监督管理所', '街道市监所'],
    ['区文化和旅游局', '区文化旅游局'],
    ['区工业和信息化局', '区工信局'],
    ['区委机构编制委员会办公室', '区委编办'],
    ['区爱国卫生运动委员会办公室', '区爱卫办'],
    ['县自然资源和规划局', '县自规局'],
    ['县农业农村局', '县农业局'],
    ['市城市管理局', '市城管局'],
    ['区妇女联合会', '区妇联'],
    ['辛店街道办事处', '辛店街道'],
    ['各镇人民政府', '各镇政府'],
    ['区卫生健康局', '卫健局'],
    ['区疾病预防控制中心', '区疾控中心'],
  ])('%s = %s is suggested, the fuller first, and not applied', (full, short) => {
    const reading = read([short, full]);
    expect(suggested(reading)).toEqual([[full, short]]);
    expect(reading.suggestions[0]?.why.zh).toContain(`“${short}”`);
    expect(new Set(ids(reading).flat()).size).toBe(2);
    expect(new Set(ids(read([short, full], [{ names: [full, short], same: true }])).flat())).toEqual(new Set([full]));
  });

  test.each([
    [['市卫健委', '区卫健委']],
    [['区教育局', '区体育局']],
    [['区卫生健康局', '区教育和体育局']],
    [['辛店街道', '雪宫街道']],
    [['各街道', '各社区']],
    [['区公安局', '区公安局交警大队']],
    [['区综合行政执法局', '区城市管理局']],
  ])('%j are not alike', (cells) => {
    expect(suggested(read(cells))).toEqual([]);
  });

  test('three writings are one suggestion; a rejected pair leaves the other', () => {
    const cells = ['区教育和体育局', '区教育局和体育局', '区教体局'];
    expect(suggested(read(cells))).toEqual([['区教育和体育局', '区教体局', '区教育局和体育局']]);
    expect(suggested(read(cells, [{ names: ['区教育和体育局', '区教体局'], same: false }]))).toEqual([
      ['区教育和体育局', '区教育局和体育局'],
    ]);
  });

  test('the first of the choice’s names that stands is the id, wherever it stands', () => {
    expect(
      ids(read(['区卫健局', '区卫生健康局'], [{ names: ['区卫健委', '区卫健局', '区卫生健康局'], same: true }])),
    ).toEqual([['区卫健局'], ['区卫健局']]);
  });

  test('a choice about names that stand no more changes nothing', () => {
    expect(ids(read(['区财政局'], [{ names: ['区卫健局', '区卫生健康局'], same: true }]))).toEqual([['区财政局']]);
  });
});

test('100,000 rows in linear time', () => {
  const cells = Array.from(
    { length: 100_000 },
    (_, index) => `区卫生健康局 第${String(index % 500)}中学、区教育和体育局`,
  );
  expect(effortOf(() => expect(read(cells).rows).toHaveLength(100_000))).toBeLessThan(20_000);
});

describe('choices touch the names they hold, and no others', () => {
  const cells = ['区卫健局', '区卫生健康局', '区教体局', '区教育和体育局'];

  test('a rejected pair is not suggested, another one is', () => {
    const reading = read(cells, [{ names: ['区卫健局', '区卫生健康局'], same: false }]);
    expect(suggested(reading).map((names) => [...names].sort())).toEqual([['区教体局', '区教育和体育局']]);
  });

  test('a rejection across pairs hides neither', () => {
    const reading = read(cells, [{ names: ['区卫健局', '区教体局'], same: false }]);
    expect(suggested(reading)).toHaveLength(2);
  });

  test('the first standing name of an accepted choice is the id', () => {
    const reading = read(cells, [{ names: ['卫健委', '区卫生健康局', '区卫健局'], same: true }]);
    expect(ids(reading)).toEqual([['区卫生健康局'], ['区卫生健康局'], ['区教体局'], ['区教育和体育局']]);
  });

  test.each([
    [['市卫健局', '区卫生健康局'], 0],
    [['区卫健局', '区卫生健康局'], 1],
    [['卫健局', '区卫生健康局'], 1],
  ] as const)('bureaus of different levels are not suggested as one: %j', (names, count) => {
    expect(suggested(read(names))).toHaveLength(count);
  });

  test.each([
    [
      ['街道城管中队', '城管中队'],
      ['城管中队', '城管中队'],
    ],
    [
      ['市城管中队', '区城管中队', '城管中队'],
      ['市城管中队', '区城管中队', '城管中队'],
    ],
    [
      ['区卫健局', '市卫健局'],
      ['区卫健局', '市卫健局'],
    ],
    [
      ['市场监督管理局', '区市场监督管理局'],
      ['市场监督管理局', '市场监督管理局'],
    ],
  ] as const)('%j are %j', (names, expected) => expect(ids(read(names)).flat()).toEqual(expected));
});
