import fc from 'fast-check';
import type { DepartmentReading, Organisation } from '../../src/department/department';
import { splitDepartments } from '../../src/department/split';
import { effortOf } from '../support/effort';
import { CLERKS_CELLS, RULE_CELLS, type LabelledCell } from './cells';

const ROLE = { lead: 'L:', joint: '', support: 'S:' } as const;
const written = ({ name, role, collective, note }: Organisation): string =>
  `${ROLE[role]}${name}${note === null ? '' : `{${note}}`}${collective ? '*' : ''}`;
const split = ({ cell, support, departmentsLead }: LabelledCell): DepartmentReading =>
  splitDepartments({ departments: cell, support: support ?? null, ...(departmentsLead ? { departmentsLead } : {}) });

describe.each([
  ['the phrases of the rules', RULE_CELLS],
  ['cells as clerks write them', CLERKS_CELLS],
])('splitDepartments: %s', (_, cells) => {
  test.each(
    cells.map((one) => [[one.cell, one.support].filter((text) => text !== undefined).join(' ‖ '), one] as const),
  )('%j', (_name, labelled) => {
    const reading = split(labelled);
    expect(reading.organisations.map(written)).toEqual(labelled.wanted);
    expect(reading.caveats).toHaveLength(labelled.caveats ?? 0);
  });
});

describe('splitDepartments: brackets that are not in pairs, blanks, numbers', () => {
  test.each([
    ['党政办公室（宣传、区财政局', ['党政办公室{宣传}', '区财政局']],
    ['党政办公室〔宣传、区财政局', ['党政办公室{宣传}', '区财政局']],
    ['区卫健局）、区财政局', ['区卫健局', '区财政局']],
    ['区卫健局（疾控）（妇幼）', ['区卫健局{疾控；妇幼}']],
    ['区卫健局（）', ['区卫健局']],
    ['（区卫健局、区财政局）', ['区卫健局', '区财政局']],
    ['（区卫健局）、（区财政局）', ['区卫健局', '区财政局']],
    ['1.区卫健局 2.区财政局', ['区卫健局', '区财政局']],
    ['1、区卫健局；2、区财政局', ['区卫健局', '区财政局']],
    ['区卫健局 \u200b区财政局', ['区卫健局', '区财政局']],
    ['区卫健局、、；区财政局', ['区卫健局', '区财政局']],
    ['牵头单位：区卫健局；配合单位：区财政局、区教体局', ['L:区卫健局', 'S:区财政局', 'S:区教体局']],
    ['配合单位：区财政局\n牵头单位：区卫健局', ['S:区财政局', 'L:区卫健局']],
  ] as const)('%j', (cell, wanted) => {
    expect(split({ cell, wanted: [] }).organisations.map(written)).toEqual(wanted);
  });

  test('who leads by the column’s heading does not lead from the other column', () => {
    const reading = split({ cell: '区卫健局、区财政局', support: '区教体局', departmentsLead: true, wanted: [] });
    expect(reading.organisations.map(written)).toEqual(['L:区卫健局', 'L:区财政局', 'S:区教体局']);
  });
});

describe('splitDepartments: the row above', () => {
  const above = splitDepartments({ departments: '区卫健局牵头，区教体局配合', support: null });
  test('a column that says the same takes that column only', () => {
    const reading = splitDepartments({ departments: '区财政局', support: '同上' }, above);
    expect(reading.organisations.map(written)).toEqual(['L:区财政局', 'S:区教体局']);
    const other = splitDepartments({ departments: '同上', support: '区财政局' }, above);
    expect(other.organisations.map(written)).toEqual(['L:区卫健局', 'S:区财政局']);
  });

  test('a first row that says the same has nobody to name', () => {
    const reading = splitDepartments({ departments: '同上', support: null });
    expect([reading.organisations, reading.caveats.length]).toEqual([[], 1]);
  });

  test.each(['同上', '下同', '〃', ' 同上 '])('%j takes its organisations, with a caveat', (cell) => {
    const reading = splitDepartments({ departments: cell, support: null }, above);
    expect(reading.organisations.map(written)).toEqual(['L:区卫健局', 'S:区教体局']);
    expect(reading.caveats[0]?.zh).toBe('责任部门按“同上”取自上一行：区卫健局、区教体局');
  });
  test('in each of two columns takes that column’s', () => {
    const both = splitDepartments({ departments: '区卫健局', support: '区教体局' });
    const reading = splitDepartments({ departments: '同上', support: '同上' }, both);
    expect(reading.organisations.map(written)).toEqual(['L:区卫健局', 'S:区教体局']);
  });
  test('同上 and one more', () => {
    expect(
      splitDepartments({ departments: '同上、区民政局', support: null }, above).organisations.map(({ name }) => name),
    ).toEqual(['区卫健局', '区教体局', '区民政局']);
  });
  test('nothing above: nobody, and the caveat says so', () => {
    const reading = splitDepartments({ departments: '同上', support: null });
    expect(reading.organisations).toEqual([]);
    expect(reading.caveats[0]?.zh).toContain('上一行没有部门');
  });
});

const cellText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...[...RULE_CELLS, ...CLERKS_CELLS].map(({ cell }) => cell)) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...'区市县局委办中心和及与、，；：:（）()【】 \n\t牵头负责配合等部门各镇街同上1234.①以下工作均需'), { maxLength: 40 }).map((chars) => chars.join('')) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
); // prettier-ignore

describe('splitDepartments: properties', () => {
  const wordCells = [...RULE_CELLS, ...CLERKS_CELLS].filter(({ cell }) => /^[\p{Script=Han}、，；（）]+$/u.test(cell));

  test('never throws on any text', () => {
    fc.assert(
      fc.property(cellText, fc.option(cellText), (departments, support) => {
        const reading = splitDepartments({ departments, support });
        expect(reading.organisations.every(({ name, id }) => name !== '' && id === name)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('white space around separators and at the ends changes nothing', () => {
    const blanks = fc.constantFrom('', ' ', '  ', '\n', '　', '\u00a0', ' \t');
    fc.assert(
      fc.property(fc.constantFrom(...wordCells), fc.array(blanks, { minLength: 12, maxLength: 12 }), (one, spaces) => {
        let next = 0;
        const space = (): string => spaces[next++ % spaces.length]!;
        const spaced = space() + one.cell.replace(/[、，；]/gu, (separator) => space() + separator + space()) + space();
        expect(split({ ...one, cell: spaced }).organisations).toEqual(split(one).organisations);
      }),
    );
  });

  test('a line wrap anywhere inside a single-name cell is mended or leaves complete names', () => {
    const name = '区住房和城乡建设局';
    for (let at = 2; at < name.length; at += 1)
      expect(
        splitDepartments({ departments: `${name.slice(0, at)} ${name.slice(at)}`, support: null }).organisations.map(
          (one) => one.name,
        ),
      ).toEqual([name]);
  });

  test('nothing is lost: every Chinese character is in a name, a note, a caveat, or a word of duty', () => {
    const DUTY =
      /为主|牵头|主责|主办|负责|责任|落实|实施|配合|协办|协助|指导|督导|参与|单位|部门|科室|等|个|相关|由|为|抓总|组织|具体|共同|均|下同|同上|按.*?(?:$|。)|分工|或|本项工作|一|二|会同|以|为主|以及|及其|和|及|与|好/gu;
    for (const one of [...RULE_CELLS, ...CLERKS_CELLS]) {
      const { organisations, caveats } = split(one);
      const kept =
        organisations.map(({ name, note }) => name + (note ?? '')).join('') + caveats.map(({ zh }) => zh).join('');
      const lost = [...`${one.cell}${one.support ?? ''}`.replace(DUTY, '')].filter(
        (char) => /\p{Script=Han}/u.test(char) && !kept.includes(char),
      );
      expect({ cell: one.cell, lost }).toEqual({ cell: one.cell, lost: [] });
    }
  });

  test.each([
    '区卫健局、',
    '和',
    '（',
    '责任单位：',
    '区 ',
    '局\n',
    '等部门',
    '按职责',
    '以下工作',
    '主要',
    '共同牵头',
    '1.',
    'a',
    '（责任单位：',
  ])('linear time: 40,000 characters of %j', (unit) => {
    const departments = unit.repeat(Math.ceil(40_000 / unit.length));
    expect(effortOf(() => splitDepartments({ departments, support: null }))).toBeLessThan(1500);
  });
});
