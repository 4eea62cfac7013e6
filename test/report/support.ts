// Owns short forms for judged tables in tests of reports.
import type { Organisation } from '../../src/department/department';
import { splitDepartments } from '../../src/department/split';
import type { JudgedRow, JudgedTable } from '../../src/report/judged';
import { BLANK_CELL } from '../../src/sheet/sheet';
import type { IndicatorRow } from '../../src/table/table';
import type { Verdict } from '../../src/verdict/judgement';

export interface RowSketch {
  readonly indicator: string;
  readonly verdict: Verdict;
  readonly departments?: string;
  readonly support?: string;
  readonly target?: string;
  readonly actual?: string;
  readonly value?: number;
  readonly unit?: string;
  readonly gap?: number;
  readonly reason?: string;
  readonly category?: string;
  readonly seq?: string;
  /** Name → identity, where they differ. */
  readonly ids?: Readonly<Record<string, string>>;
}

const organisations = ({ departments = '', support, ids = {} }: RowSketch): Organisation[] =>
  splitDepartments({ departments, support: support ?? null }).organisations.map((one) => ({
    ...one,
    id: ids[one.name] ?? one.name,
  }));

export const judgedRow = (sketch: RowSketch, index = 0): JudgedRow => {
  const {
    indicator,
    verdict,
    target = '≥90%',
    actual,
    value = null,
    unit = '%',
    gap = null,
    reason = '',
    category = null,
  } = sketch;
  const row: IndicatorRow = {
    firstRow: index + 1,
    lastRow: index + 1,
    seq: sketch.seq ?? String(index + 1),
    category,
    indicator,
    target,
    departments: sketch.departments ?? '',
    support: sketch.support ?? null,
    unit: null,
    remark: null,
    actual: BLANK_CELL,
    history: [],
    reference: null,
    plan: null,
    numerator: null,
    denominator: null,
    doubts: [],
  };
  const judgement = {
    verdict,
    reason: { zh: reason, en: reason },
    gap,
    unit,
    caveats: [],
    target: { raw: target, normal: target },
    actual: actual === undefined ? null : { raw: actual, value, unit },
  };
  return { row, judgement, departments: organisations(sketch), caveats: [] };
};

export const judgedTable = (sketches: readonly RowSketch[], sheet = '附件2'): JudgedTable => ({
  table: {
    sheet,
    area: { top: 0, left: 0, bottom: sketches.length, right: 4 },
    firstDataRow: 1,
    confidence: 1,
    layout: 'grid',
    columns: [],
    rows: sketches.map((sketch, index) => judgedRow(sketch, index).row),
    titles: [],
    actualYear: null,
    targetYear: null,
  },
  rows: sketches.map(judgedRow),
  suggestions: [],
});

/** A small town: two bureaus, one of them written two ways, a collective, a row without a department. */
export const TOWN: readonly RowSketch[] = [
  { indicator: '群众对卫生状况满意率', verdict: 'unmet', departments: '区卫健局（牵头）、区城管局', actual: '88.5%', value: 88.5, gap: -1.5, reason: '实际 88.5%，低于目标 ≥90%，差 1.5 个百分点' },
  { indicator: '居民健康素养水平', verdict: 'met', departments: '区卫健局', target: '≥23%', actual: '28%', value: 28 },
  { indicator: '街巷路面每日保洁时间', verdict: 'unmet', departments: '区城管局', target: '≥12小时', actual: '10', value: 10, unit: '小时', gap: -2, reason: '实际 10 小时，低于目标 ≥12小时，差 2 小时' },
  { indicator: '15岁以上人群吸烟率', verdict: 'missing', departments: '区直各部门', target: '<20%' },
  { indicator: '中小学生近视率', verdict: 'review', departments: '区教体局', target: '逐年下降', actual: '50%', value: 50 },
  { indicator: '每万常住人口全科医生数', verdict: 'pending', departments: '区卫健局、区教育和体育局', target: '4(2025年)', actual: '3.5', value: 3.5, unit: '人', ids: { 区教育和体育局: '区教体局' } },
  { indicator: '窨井盖完好率', verdict: 'notApplicable', departments: '区住建局' },
  { indicator: '人均公园绿地面积', verdict: 'met', target: '≥9平方米', actual: '10', value: 10, unit: '平方米' },
]; // prettier-ignore
