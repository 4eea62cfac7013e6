import fc from 'fast-check';
import { audit, type Audit } from '../../src/jobs/audit';
import type { JudgedTable } from '../../src/report/judged';
import { arraySheet } from '../../src/sheet/array-sheet';
import { NATIONAL_2021 } from '../../src/standard/national-2021';
import { recogniseTables } from '../../src/table/recognise';
import type { Profile } from '../../src/table/table';
import { judgedTable, type RowSketch } from '../report/support';
import { LINZI_ROWS } from '../table/fixtures/linzi';
import { TIANJIN_MERGES, TIANJIN_ROWS } from '../table/fixtures/tianjin';

const { judgement } = judgedTable([{ indicator: '甲', verdict: 'missing' }]).rows[0]!;
const read = (sheet: Parameters<typeof recogniseTables>[0], profile: Profile = 'city'): JudgedTable[] =>
  recogniseTables(sheet, { profile }).tables.map((table) => ({
    table,
    rows: table.rows.map((row) => ({ row, judgement, departments: [], caveats: [] })),
    suggestions: [],
  }));
const linzi = read(arraySheet(LINZI_ROWS));
const tianjin = (profile: Profile) => read(arraySheet(TIANJIN_ROWS, { merges: TIANJIN_MERGES }), profile);

/** `kind no/own seq`. */
const brief = ({ findings }: Audit): string[] =>
  findings.map(({ kind, standard, own }) => `${kind} ${standard?.no ?? '—'}/${own?.seq ?? '—'}`);

describe('the Linzi table as published', () => {
  const result = audit(linzi, { profile: 'city' });

  test('one row missing, one renamed, four spelt otherwise, six plan values; nothing else', () => {
    expect(brief(result)).toEqual([
      'renamed 11/10',
      'spelling 31/30',
      'spelling 33/32',
      'spelling 34/33',
      'plan-value 49/48',
      'plan-value 50/49',
      'plan-value 51/50',
      'plan-value 52/51',
      'plan-value 53/52',
      'plan-value 54/53',
      'spelling 56/55',
      'missing 1/—',
    ]);
    expect(result.summary).toMatchObject({ standard: 56, own: 55, matched: 55, isOtherProgramme: false });
  });

  test('sentences with the clerk’s words beside the standard’s', () => {
    const said = (kind: string, no: number) =>
      result.findings.find((one) => one.kind === kind && one.standard?.no === no);
    expect(said('missing', 1)?.sentence.zh).toBe('国家标准第1项“国家卫生县或国家卫生乡镇”（目标 ≥1个）在表中没有');
    expect(said('renamed', 11)?.sentence.zh).toBe(
      '国家标准第11项“道路装灯率”在表中名称为“道路装灯率、亮灯率”，请核对是否为同一指标',
    );
    expect(said('spelling', 33)?.sentence.zh).toBe(
      '国家标准第33项“中小学生近视率”在表中写作“中小學生近视率”，用字不同',
    );
    expect(said('plan-value', 49)?.sentence.zh).toBe(
      '第49项“每千常住人口医疗卫生机构床位数”国家标准为“符合所在地区域卫生规划要求”，表中为“7.74(2025年)”，请与当地规划核对',
    );
    expect(said('renamed', 11)?.own).toMatchObject({ seq: '10', indicator: '道路装灯率、亮灯率', rows: [15, 15] });
  });
});

describe('the Tianjin table as published', () => {
  test('for a city: no difference', () => {
    const result = audit(tianjin('city'), { profile: 'city' });
    expect(result.findings).toEqual([]);
    expect(result.summary.sentence.zh).toBe(
      '表中 56 项指标，与《国家卫生城市和国家卫生县标准（2021版）》（全爱卫发〔2021〕6号）的 56 项对应 56 项，没有不一致',
    );
  });

  test('for a county: the remarks are followed; two rows do not say that counties are exempt', () => {
    const result = audit(tianjin('county'), { profile: 'county' });
    expect(brief(result)).toEqual(['not-for-profile —/15', 'not-for-profile —/21']);
    expect(result.summary).toMatchObject({ standard: 52, own: 56, matched: 52 });
  });
});

describe('one row changed in an otherwise complete table', () => {
  const whole = (change: (row: RowSketch, no: number) => RowSketch | null, profile: Profile = 'city'): Audit => {
    const rows = NATIONAL_2021.flatMap(({ no, name, city, county, countyIndicator }) => {
      if (profile === 'county' && county === null) return [];
      const plain: RowSketch = {
        indicator: profile === 'county' ? (countyIndicator ?? name) : name,
        target: (profile === 'county' ? county : null) ?? city,
        verdict: 'missing',
        seq: String(no),
      };
      return change(plain, no) ?? [];
    });
    return audit([judgedTable(rows)], { profile });
  };

  test.each<Profile>(['city', 'county'])('the standard itself has no findings: %s', (profile) => {
    expect(brief(whole((row) => row, profile))).toEqual([]);
  });

  test.each<[number, string, string]>([
    [2, '≥85%', 'target-weaker'],
    [2, '≥95%', 'target-stronger'],
    [2, '>90%', 'target-stronger'],
    [2, '90%', 'sign-lost'],
    [2, '?90%', 'sign-lost'],
    [2, '90%以上', 'same'],
    [2, '不低于90%', 'same'],
    [2, '85%', 'target-weaker'],
    [2, '≤90%', 'target-changed'],
    [2, '持续提升', 'target-changed'],
    [2, '', 'target-missing'],
    [2, '≥0.9', 'target-changed'],
    [3, '≥23%', 'target-stronger'],
    [3, '≥23%或逐年提高', 'same'],
    [3, '23%或持续提升', 'sign-lost'],
    [3, '≥25%或持续提升', 'target-stronger'],
    [3, '≥20%或持续提升', 'target-weaker'],
    [3, '≥25%', 'target-stronger'],
    [3, '≥20%', 'target-changed'],
    [2, '≥90%或持续提升', 'target-weaker'],
    [5, '≥38.5%', 'target-weaker'],
    [5, '38.5%', 'sign-lost'],
    [8, '<15%', 'target-stronger'],
    [8, '≤20%', 'target-weaker'],
    [8, '20%', 'sign-lost'],
    [11, '≥100%', 'same'],
    [11, '≥95%', 'target-weaker'],
    [12, '≥16h', 'same'],
    [19, '100%', 'same'],
    [24, '达到国家《环境空气质量标准》一级标准', 'target-changed'],
    [33, '不上升', 'target-changed'],
    [39, '≤0.56%或持续降低', 'same'],
    [39, '≤5.0‰或持续降低', 'target-stronger'],
    [41, '≤18/10万或持续降低', 'same'],
    [41, '≤20/10万或持续降低', 'target-weaker'],
    [49, '符合所在地区域卫生规划要求', 'same'],
    [49, '≥7.5张', 'plan-value'],
    [55, '达到国家病媒生物密度控制水平标准B级要求', 'target-stronger'],
  ])('No. %i with the target %j: %s', (no, target, kind) => {
    const result = whole((row, at) => (at === no ? { ...row, target } : row));
    expect(brief(result)).toEqual(kind === 'same' ? [] : [`${kind} ${no}/${no}`]);
    const [finding] = result.findings;
    if (finding !== undefined && target !== '') expect(finding.sentence.zh).toContain(`“${target}”`);
  });

  test.each<[number, string, string[]]>([
    [22, '城市污水集中收集率', ['renamed 22/22']],
    [42, '居民人均预期寿命', ['renamed 42/42']],
    [36, '食品生产经营单位风险分级管理率', ['renamed 36/36']],
    [29, '学校校医或专职保健教师配备比率', ['renamed 29/29']],
    [23, '环境空气质量指数(AQI) 不超过100的天数', []],
    [38, '甲乙类法定传染病报告发病率', []],
    [2, '2.群众对卫生状况满意率', []],
    [33, '中小学生龋齿率', ['extra —/33', 'missing 33/—']],
    [39, '公交分担率', ['extra —/39', 'missing 39/—']],
    [39, '5岁以下儿童死亡率', ['target-stronger 40/39', 'repeated —/40', 'missing 39/—']],
  ])('No. %i called %j', (no, indicator, wanted) => {
    const result = whole((row, at) => (at === no ? { ...row, indicator } : row));
    expect(brief(result)).toEqual(wanted);
  });

  test('a row missing, for a county by the county’s name and target', () => {
    expect(whole((row, no) => (no === 22 ? null : row)).findings[0]?.sentence.zh).toContain(
      '“城市生活污水集中收集率”（目标 ≥75%或持续提高）',
    );
    expect(whole((row, no) => (no === 22 ? null : row), 'county').findings[0]?.sentence.zh).toContain(
      '“城市生活污水处理率”（目标 95%）',
    );
  });

  test('a county row with the city’s target', () => {
    const result = whole((row, no) => (no === 23 ? { ...row, target: '≥320天或持续改善' } : row), 'county');
    expect(brief(result)).toEqual(['target-stronger 23/23']);
  });
});

test('another programme’s table is said to be one', () => {
  const rows: RowSketch[] = ['万人全科医生数', '健康学校比例', '公交分担率', '垃圾分类覆盖率', '人均预期寿命'].map(
    (indicator) => ({ indicator, verdict: 'missing' }),
  );
  const { summary } = audit([judgedTable(rows)], { profile: 'city' });
  expect(summary.isOtherProgramme).toBe(true);
  expect(summary.sentence.zh).toContain('可能不是这一标准的指标表');
});

test('never throws, and every row of the standard is matched or missing', () => {
  const name = fc.oneof(
    fc.constantFrom(...NATIONAL_2021.map((row) => row.name)),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ indicator: name, target: fc.string({ maxLength: 12 }) }), { maxLength: 8 }),
      (rows) => {
        const { findings, summary } = audit(
          [judgedTable(rows.map((row): RowSketch => ({ ...row, verdict: 'missing' })))],
          { profile: 'city' },
        );
        expect(summary.matched + findings.filter(({ kind }) => kind === 'missing').length).toBe(56);
      },
    ),
    { numRuns: 50 },
  );
});
