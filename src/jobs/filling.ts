// Owns what a person has to fill in for each row, by what its target asks: columns, choices, guidance. Must not judge nor lay out a sheet.
import type { JudgedRow, JudgedTable } from '../report/judged';
import { nationalIndicator, type NationalIndicator } from '../standard/national-2021';
import { leavesOf, readTarget } from '../target/read';
import type { Base, Grade, Leaf } from '../target/target';
import type { ColumnReading, IndicatorTable, Profile } from '../table/table';

export type FillRole = 'actual' | 'numerator' | 'denominator' | 'history' | 'plan' | 'reference';

/** One column to fill in: the table's own, or (`existing` null) one still to be added. */
export interface FillColumn {
  readonly role: FillRole;
  readonly heading: string;
  /** 0-based sheet column; null when the table has none. */
  readonly existing: number | null;
}

export interface RowFilling {
  /** Headings of the columns that this row needs. */
  readonly headings: ReadonlySet<string>;
  /** The answers to choose from; null where a value is typed. */
  readonly choices: readonly string[] | null;
  /** Unit, definition, and what else to mind. */
  readonly guidance: string;
}

export interface TableFilling {
  readonly columns: readonly FillColumn[];
  /** One for each row of the table, in order. */
  readonly rows: readonly RowFilling[];
}

export const ACTUAL_HEADING = '实际值';
export const GUIDANCE_HEADING = '填报说明';

/**
 * A trend is asked over this many earlier years, as the national form does (three values with this year's).
 * One value fewer can be judged too.
 */
const TREND_YEARS = 2;

/** `year` of the values, where the table does not say; years are then named, else counted back (上年值, 前年值). */
export function tableFilling({ table, rows }: JudgedTable, profile: Profile, year?: number): TableFilling {
  const context: Context = { table, profile, year: table.actualYear ?? year ?? null };
  const wanted = rows.map((row) => rowNeeds(row, context));
  const columns = orderedColumns(wanted.flatMap(({ columns: own }) => own));
  const filled = rows.map((row, index): RowFilling => {
    const { columns: own = [], leaves = [] } = wanted[index] ?? {};
    const headings = new Set(own.map(({ heading }) => heading));
    const national = nationalIndicator(row.row.indicator);
    return { headings, choices: choicesOf(leaves, national), guidance: guidanceOf(row, leaves, national, own) };
  });
  return { columns, rows: filled };
}

interface Context {
  readonly table: IndicatorTable;
  readonly profile: Profile;
  readonly year: number | null;
}

interface RowNeeds {
  readonly columns: readonly FillColumn[];
  readonly leaves: readonly Leaf[];
}

/** An indicator that is not for the profile needs nothing. */
function rowNeeds({ row }: JudgedRow, context: Context): RowNeeds {
  const { indicator, unit, remark } = row;
  const target = readTarget(row.target, {
    indicator,
    unit,
    remark,
    profile: context.profile,
    targetYear: context.table.targetYear,
  });
  if (target.notApplicable) return { columns: [], leaves: [] };
  const leaves = target.condition ? leavesOf(target.condition) : [];
  return { columns: [...ownValue(context), ...leaves.flatMap((leaf) => columnsFor(leaf, context))], leaves };
}

/** The actual value's column; a table of numerators and denominators is filled in as it is. */
function ownValue({ table }: Context): FillColumn[] {
  const actual = columnOf(table, 'actual');
  const [numerator, denominator] = [columnOf(table, 'numerator'), columnOf(table, 'denominator')];
  if (!actual && numerator && denominator)
    return [existing('numerator', numerator), existing('denominator', denominator)];
  return [actual ? existing('actual', actual) : { role: 'actual', heading: ACTUAL_HEADING, existing: null }];
}

const columnOf = (table: IndicatorTable, role: ColumnReading['role']): ColumnReading | undefined =>
  table.columns.find((column) => column.role === role);
const existing = (role: FillRole, { heading, column }: ColumnReading): FillColumn => ({
  role,
  heading: heading || ACTUAL_HEADING,
  existing: column,
});

function columnsFor(leaf: Leaf, context: Context): FillColumn[] {
  switch (leaf.kind) {
    case 'trend':
      return yearsBack(Math.max(leaf.steps ?? TREND_YEARS, TREND_YEARS), context);
    case 'softTrend':
      return yearsBack(TREND_YEARS, context);
    case 'comparison':
    case 'change':
      return columnsForBase(leaf.base, context);
    case 'plan':
      return [withExisting('plan', '规划值', context, (column) => column.role === 'plan')];
    default:
      return [];
  }
}

const BASELINE = /基期|基线|基准|基数|期初/;

function columnsForBase(base: Base, context: Context): FillColumn[] {
  switch (base.kind) {
    case 'previous':
      return yearsBack(1, context);
    case 'year':
      return [yearColumn(base.year, context)];
    case 'baseline':
      return [
        withExisting(
          'history',
          '基期值',
          context,
          ({ role, period }) => role === 'history' && BASELINE.test(period ?? ''),
        ),
      ];
    case 'mean':
      return meanColumns(base.years, context);
    case 'outside': {
      const heading = base.name.replace(/水平$/, '');
      return [withExisting('reference', heading, context, (column) => column.role === 'reference')];
    }
    case 'span':
      return [];
  }
}

/** The last `count` years before the values', newest first; years that cannot be named end at 前年. */
function yearsBack(count: number, context: Context): FillColumn[] {
  const { year } = context;
  if (year !== null) return Array.from({ length: count }, (_, back) => yearColumn(year - back - 1, context));
  const words = [
    { heading: '上年值', form: /上年|去年|上期|上一年|同期/ },
    { heading: '前年值', form: /前年/ },
  ];
  return words
    .slice(0, count)
    .map(({ heading, form }) =>
      withExisting(
        'history',
        heading,
        context,
        (column) => column.role === 'history' && form.test(column.period ?? ''),
      ),
    );
}

function yearColumn(year: number, context: Context): FillColumn {
  const isLast = context.year === year + 1;
  return withExisting('history', `${year}年`, context, ({ role, period }) => {
    const named = period ?? '';
    return role === 'history' && (named.startsWith(String(year)) || (isLast && /上年|去年|同期/.test(named)));
  });
}

/** A column of the mean where there is one or the years cannot be named; else the years themselves, as the national form asks. */
function meanColumns(years: number, context: Context): FillColumn[] {
  const isMean = ({ role, period }: ColumnReading): boolean => role === 'history' && /平均|均值/.test(period ?? '');
  if (context.year === null || context.table.columns.some(isMean))
    return [withExisting('history', `近${years}年平均`, context, isMean)];
  return yearsBack(years, context);
}

function withExisting(
  role: FillRole,
  heading: string,
  { table }: Context,
  isSame: (column: ColumnReading) => boolean,
): FillColumn {
  const column = table.columns.find(isSame);
  return column ? existing(role, column) : { role, heading, existing: null };
}

const ROLE_ORDER: readonly FillRole[] = ['numerator', 'denominator', 'actual', 'history', 'plan', 'reference'];

/** Each once: the table's own in its order, then the new ones: the value, years from the newest back, means, plan, reference. */
function orderedColumns(columns: readonly FillColumn[]): FillColumn[] {
  const unique = [...new Map(columns.map((column) => [column.heading, column])).values()];
  const own = unique.filter((column) => column.existing !== null).sort((a, b) => (a.existing ?? 0) - (b.existing ?? 0));
  const added = unique.filter((column) => column.existing === null);
  return [
    ...own,
    ...added.sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) || byPeriod(a.heading, b.heading)),
  ];
}

/** 2022年 before 2021年 before 近5年平均; 上年值 before 前年值. */
function byPeriod(a: string, b: string): number {
  const rank = (heading: string): number =>
    /^20\d\d/.test(heading) ? -Number(heading.slice(0, 4)) : heading === '上年值' ? -2 : heading === '前年值' ? -1 : 1;
  return rank(a) - rank(b);
}

const GRADE_CHOICES: Readonly<Record<Grade['scale'], readonly string[]>> = {
  letter: ['A级', 'B级', 'C级', 'D级'],
  number: ['一级', '二级', '三级', '四级'],
  class: ['Ⅰ类', 'Ⅱ类', 'Ⅲ类', 'Ⅳ类', 'Ⅴ类', '劣Ⅴ类'],
  word: ['优', '良', '合格', '不合格'],
  hospital: ['三级甲等', '三级乙等', '二级甲等', '二级乙等', '一级甲等'],
};

/** Only where the whole target is one question; several parts are answered in words. */
function choicesOf(leaves: readonly Leaf[], national: NationalIndicator | null): readonly string[] | null {
  const [leaf] = leaves;
  if (leaves.length !== 1 || !leaf || (national?.parts.length ?? 0) > 0) return null;
  if (leaf.kind === 'grade') return GRADE_CHOICES[leaf.scale];
  if (leaf.kind === 'standard') return ['达到', '未达到'];
  if (leaf.kind !== 'presence' || leaf.isWhole) return null;
  return leaf.verb === null ? ['有', '无'] : [`已${leaf.verb}`, `未${leaf.verb}`];
}

function guidanceOf(
  { row }: JudgedRow,
  leaves: readonly Leaf[],
  national: NationalIndicator | null,
  columns: readonly FillColumn[],
): string {
  const unit = row.unit ?? unitOf(leaves) ?? national?.unit ?? null;
  const others = columns
    .filter(({ role }) => role === 'history' || role === 'plan' || role === 'reference')
    .map(({ heading }) => heading);
  const isPerPlace = /以.{1,12}为单位/.test(row.indicator);
  const lines = [
    unit === null ? '' : `单位：${unit}`,
    national && national.parts.length > 0 ? `请分项填写：${national.parts.map((part) => `${part}…`).join('、')}` : '',
    isPerPlace ? '请逐个填写，或填最低值' : '',
    others.length > 0 ? `请同时填写：${[...new Set(others)].join('、')}` : '',
    national
      ? `口径：${national.definition}${national.definitionSource === 'standard' ? '' : '（供参考，以标准指导手册为准）'}`
      : '',
  ];
  return lines.filter((line) => line !== '').join('；');
}

function unitOf(leaves: readonly Leaf[]): string | null {
  for (const leaf of leaves) {
    if ((leaf.kind === 'threshold' || leaf.kind === 'bare' || leaf.kind === 'range') && leaf.unit) return leaf.unit.id;
  }
  return null;
}
