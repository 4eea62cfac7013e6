// Owns the texts of a report: its regions, rows, tables and departments, in both languages. Must not decide when one is shown.
import type { Summary } from '../report/summary';
import type { ColumnRole } from '../table/table';
import type { Sentence } from '../text/sentence';

export const TEXTS = {
  noRole: { zh: '（不使用）', en: '(not used)' },
  filters: { zh: '按结论筛选', en: 'Filter by verdict' },
  live: { zh: '随改随判', en: 'Live' },
  jump: { zh: '转到', en: 'Go to' },
  results: { zh: '检查结果', en: 'Results' },
  recognised: { zh: '识别结果', en: 'Recognised tables' },
  departments: { zh: '部门', en: 'Departments' },
  merge: { zh: '合并', en: 'Merge' },
  keepApart: { zh: '不合并', en: 'Keep apart' },
  sameDepartment: { zh: '可能是同一部门', en: 'These may be one department' },
  target: { zh: '目标值', en: 'Target' },
  actual: { zh: '实际值', en: 'Actual' },
  responsible: { zh: '责任部门', en: 'Departments' },
  place: { zh: '位置', en: 'Cells' },
  notice: { zh: '提示', en: 'Note' },
  blank: { zh: '（空）', en: '(blank)' },
  noDepartments: { zh: '表中没有责任部门。', en: 'The table names no departments.' },
  nothingFiltered: { zh: '没有符合筛选条件的指标。', en: 'No indicator matches the filter.' },
  allDepartments: { zh: '显示全部部门', en: 'Show all departments' },
} as const satisfies Record<string, Sentence>;

export const ROLE_LABELS: Readonly<Record<ColumnRole, Sentence>> = {
  seq: { zh: '序号', en: 'Number' },
  category: { zh: '类别', en: 'Category' },
  indicator: { zh: '评价指标', en: 'Indicator' },
  target: { zh: '目标值', en: 'Target' },
  departments: { zh: '责任部门', en: 'Responsible departments' },
  support: { zh: '配合部门', en: 'Supporting departments' },
  unit: { zh: '计量单位', en: 'Unit' },
  actual: { zh: '实际值', en: 'Actual value' },
  history: { zh: '往年值', en: 'Earlier value' },
  reference: { zh: '参照值', en: 'Reference value' },
  plan: { zh: '规划值', en: 'Planned value' },
  numerator: { zh: '分子', en: 'Numerator' },
  denominator: { zh: '分母', en: 'Denominator' },
  remark: { zh: '备注', en: 'Remark' },
  source: { zh: '数据来源', en: 'Data source' },
  result: { zh: '达标情况', en: 'Verdict' },
  reason: { zh: '判定说明', en: 'Reason' },
};

export function verdictOf(verdict: Sentence, count: number): Sentence {
  return { zh: `${verdict.zh} ${count}`, en: `${verdict.en} ${count}` };
}

export function departmentLine({ indicators, met, unmet, missing, review }: Summary): Sentence {
  const open = missing + review;
  return {
    zh: `${indicators} 项 · 达标 ${met} · 未达标 ${unmet} · 缺数据或待判 ${open}`,
    en: `${indicators} in all · ${met} met · ${unmet} not met · ${open} open`,
  };
}

export function tableLine(rows: number, confidence: number): Sentence {
  const percent = Math.round(confidence * 100);
  return { zh: `${rows} 项指标 · 识别把握 ${percent}%`, en: `${rows} indicators · ${percent}% sure` };
}

export function columnUse(letters: string, heading: string): Sentence {
  return {
    zh: heading ? `${letters} 列“${heading}”的用途` : `${letters} 列的用途`,
    en: heading ? `Use of column ${letters}, ${heading}` : `Use of column ${letters}`,
  };
}

export function showMore(count: number, rest: number): Sentence {
  return { zh: `再显示 ${count} 项（还有 ${rest} 项）`, en: `Show ${count} more (${rest} left)` };
}

export function shareOfVerdicts(parts: readonly Sentence[]): Sentence {
  return {
    zh: `各结论占比：${parts.map(({ zh }) => zh).join('，')}`,
    en: `Share of verdicts: ${parts.map(({ en }) => en).join(', ')}`,
  };
}
