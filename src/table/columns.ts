// Owns what each column of a table is: head words weighed against what the cells hold, conflicts settled, one target chosen.
// Must not read rows into indicators, and must not decide whether the table is claimed.
import type { Sentence } from '../text/sentence';
import {
  isFigure,
  isOrganisations,
  isSectionHeading,
  isSequence,
  isSubtotal,
  isUnit,
  plain,
  sequenceNumber,
  targetLook,
} from './content';
import type { Grid } from './grid';
import type { Heading } from './heading';
import type { ColumnReading, ColumnRole, Profile } from './table';
import { GRADE } from './vocabulary';

/** What the cells of one column hold, counted over a sample of its rows. */
export interface ColumnContent {
  readonly filled: number;
  readonly sign: number;
  readonly quantity: number;
  readonly number: number;
  readonly presence: number;
  readonly sequence: number;
  /** Neighbouring sequence numbers that count up by one. */
  readonly steps: number;
  readonly organisations: number;
  readonly unit: number;
  readonly figure: number;
  /** Words of two letters or more that are none of the above. */
  readonly words: number;
  readonly distinct: number;
}

export interface Column {
  readonly column: number;
  readonly heading: Heading;
  readonly content: ColumnContent;
  /** Texts of the sampled rows, '' where blank; the same rows for every column. */
  readonly samples: readonly string[];
}

export interface HistoryColumn {
  readonly column: number;
  readonly period: string;
  readonly year: number | null;
  readonly back: number | null;
}

export interface Columns {
  readonly readings: readonly ColumnReading[];
  readonly byRole: ReadonlyMap<ColumnRole, number>;
  /** Indicator columns above the deepest, left to right; they name the row where the deepest is blank. */
  readonly outerIndicators: readonly number[];
  readonly history: readonly HistoryColumn[];
  readonly target: Column | null;
  readonly actual: Column | null;
  readonly columns: readonly Column[];
}

export interface ColumnContext {
  readonly profile: Profile;
  /** A year that the titles name as the period of the report. */
  readonly reportYear: number | null;
  readonly roles: ReadonlyMap<number, ColumnRole | null>;
  /** A title or a column says that targets are planned (规划, 约束性): a bare year may be the target. */
  readonly isPlan: boolean;
}

export const EMPTY_CONTENT: ColumnContent = {
  filled: 0,
  sign: 0,
  quantity: 0,
  number: 0,
  presence: 0,
  sequence: 0,
  steps: 0,
  organisations: 0,
  unit: 0,
  figure: 0,
  words: 0,
  distinct: 0,
};

export function readColumn(grid: Grid, column: number, heading: Heading, rows: readonly number[]): Column {
  const samples = rows.map((row) => grid.text(row, column));
  return { column, heading, content: contentOf(samples.filter((text) => text !== '')), samples };
}

function contentOf(texts: readonly string[]): ColumnContent {
  const count = { ...EMPTY_CONTENT, filled: texts.length };
  const tally = count as { -readonly [Key in keyof ColumnContent]: number };
  let last: number | null = null;
  for (const text of texts) {
    const look = targetLook(text);
    if (look !== 'none') tally[look] += 1;
    if (isSequence(text)) tally.sequence += 1;
    const number = sequenceNumber(text);
    if (number !== null && last !== null && number === last + 1) tally.steps += 1;
    if (number !== null) last = number;
    if (isOrganisations(text)) tally.organisations += 1;
    if (isUnit(text)) tally.unit += 1;
    if (isFigure(text)) tally.figure += 1;
    else if (look === 'none' && !isUnit(text) && /[\p{L}]{2}/u.test(text)) tally.words += 1;
  }
  tally.distinct = new Set(texts.map(plain)).size;
  return count;
}

const share = (part: number, content: ColumnContent): number => (content.filled === 0 ? 0 : part / content.filled);
export const readableShare = (content: ColumnContent): number =>
  share(content.sign + content.quantity + content.number + content.presence, content);
export const signShare = (content: ColumnContent): number => share(content.sign, content);

interface Assignment {
  readonly role: ColumnRole | null;
  readonly why: Sentence;
}

const byHeading = (column: Column): Sentence => ({
  zh: `表头为“${column.heading.text}”`,
  en: `The heading reads “${column.heading.text}”`,
});
const because = (zh: string, en: string): Sentence => ({ zh, en });

/** Settles every column's role, one role after the other; what is settled is not asked again. */
class Settlement {
  private readonly assigned = new Map<number, Assignment>();

  constructor(readonly columns: readonly Column[]) {}

  give(column: Column | null, role: ColumnRole | null, why: Sentence): void {
    if (column && !this.assigned.has(column.column)) this.assigned.set(column.column, { role, why });
  }

  free(): Column[] {
    return this.columns.filter((column) => !this.assigned.has(column.column));
  }

  taken(role: ColumnRole): Column | null {
    return this.columns.find((column) => this.assigned.get(column.column)?.role === role) ?? null;
  }

  of(column: Column): Assignment | null {
    return this.assigned.get(column.column) ?? null;
  }
}

export function assignRoles(columns: readonly Column[], context: ColumnContext): Columns {
  const settlement = new Settlement(columns);
  for (const column of columns) {
    const chosen = context.roles.get(column.column);
    if (chosen !== undefined) settlement.give(column, chosen, because('由您指定', 'You chose this role'));
  }
  settleSequence(settlement);
  settleTarget(settlement, context);
  const outerIndicators = settleIndicator(settlement);
  settleCategory(settlement);
  settleDepartments(settlement);
  const history = settleValues(settlement, context);
  settleSimple(settlement);
  settleByContent(settlement);
  return result(settlement, outerIndicators, history);
}

function result(
  settlement: Settlement,
  outerIndicators: readonly number[],
  history: readonly HistoryColumn[],
): Columns {
  const byRole = new Map<ColumnRole, number>();
  const readings = settlement.columns.map((column): ColumnReading => {
    const { role, why } = settlement.of(column) ?? { role: null, why: noRole(column) };
    if (role !== null && !byRole.has(role)) byRole.set(role, column.column);
    return { column: column.column, heading: column.heading.text, role, period: column.heading.period, why };
  });
  return {
    readings,
    byRole,
    outerIndicators,
    history,
    target: settlement.taken('target'),
    actual: settlement.taken('actual'),
    columns: settlement.columns,
  };
}

function noRole(column: Column): Sentence {
  if (column.heading.text === '')
    return because('没有表头，内容也看不出用途', 'No heading, and the cells do not tell its use');
  if (column.heading.about !== null)
    return because(`“${column.heading.text}”不参与判定`, `“${column.heading.text}” takes no part in judging`);
  return because(`未识别表头“${column.heading.text}”`, `The heading “${column.heading.text}” is not known`);
}

const isSequenceLike = ({ content }: Column): boolean => share(content.sequence, content) >= 0.6;

/** The column without what stands in for a number: subtotals, and rows that name a category (alone in the row, or marked so). */
function numberingOf(column: Column, columns: readonly Column[]): Column {
  const numbering = column.samples.filter((text, row) => {
    if (text === '' || isSubtotal(text)) return false;
    if (isSequence(text)) return true;
    return !isSectionHeading(text) && columns.some((other) => other !== column && other.samples[row] !== '');
  });
  return numbering.length === column.content.filled ? column : { ...column, content: contentOf(numbering) };
}

function settleSequence(settlement: Settlement): void {
  if (settlement.taken('seq')) return;
  const free = settlement.free();
  const named = free.find((column) => column.heading.role === 'seq');
  if (named) return settlement.give(named, 'seq', byHeading(named));
  const unnamed = free.filter(
    (column) => column.content.filled > 0 && !column.heading.isKnown && !column.heading.isPeriodOnly,
  );
  const sequence = unnamed.find((column) => {
    const numbering = numberingOf(column, settlement.columns);
    return isSequenceLike(numbering) && isCounting(numbering, column === free.find(isFilled));
  });
  if (sequence) settlement.give(sequence, 'seq', because('内容是连续编号', 'The cells count up'));
}

const isFilled = (column: Column): boolean => column.content.filled > 0;

/** The first column counts when it counts anywhere, another one only when it counts in most rows. */
function isCounting({ heading, content }: Column, isFirst: boolean): boolean {
  const { filled, steps, number } = content;
  if (isFirst && heading.text === '') return steps > 0 || filled <= 2 || number < filled;
  return steps * 2 >= filled && steps > 0;
}

const isReadable = (column: Column): boolean => readableShare(column.content) >= 0.5;

interface TargetKind {
  readonly pick: (free: readonly Column[], context: ColumnContext) => readonly Column[];
  readonly why: (column: Column) => Sentence;
}

/** From the surest to the least sure; the first kind that finds a column decides. */
const TARGET_KINDS: readonly TargetKind[] = [
  {
    pick: (free, context) =>
      withoutBaseYears(
        highest(withoutAnswers(free.filter((column) => column.heading.role === 'target' && isReadable(column)))),
        context,
      ),
    why: byHeading,
  },
  {
    pick: (free) =>
      free.some((column) => column.heading.role === 'indicator' && column.heading.or === null)
        ? free.filter((column) => column.heading.or === 'target' && signShare(column.content) >= 0.4)
        : [],
    why: (column) =>
      because(`“${column.heading.text}”的内容是目标值`, `The cells under “${column.heading.text}” read as targets`),
  },
  {
    pick: (free) =>
      free.filter(
        (column) =>
          column.heading.role === 'plan' &&
          isReadable(column) &&
          (column.heading.text.includes('目标') || signShare(column.content) >= 0.3),
      ),
    why: (column) =>
      because(
        `没有目标值列，以“${column.heading.text}”为目标`,
        `No target column; “${column.heading.text}” serves as target`,
      ),
  },
  {
    pick: (free) => {
      const asTargets = free.filter(
        (column) => column.heading.role === 'indicator' && signShare(column.content) >= 0.4,
      );
      return asTargets.length === 1 && free.some((column) => isNaming(column) && column !== asTargets[0])
        ? asTargets
        : [];
    },
    why: (column) =>
      because(`“${column.heading.text}”的内容是目标值`, `The cells under “${column.heading.text}” read as targets`),
  },
  {
    pick: plannedYear,
    why: (column) => because(`“${column.heading.text}”是规划的目标年`, `“${column.heading.text}” is the planned year`),
  },
  {
    pick: (free) => {
      const signed = free.filter((column) => !column.heading.isKnown && signShare(column.content) >= 0.6);
      return signed.every((column) => column.heading.text !== '') ? signed : signed.slice(0, 1);
    },
    why: () => because('内容多为“≥90%”一类的目标', 'Most cells read as targets, such as “≥90%”'),
  },
  { pick: (free) => highest(free.filter((column) => column.heading.role === 'target')), why: byHeading },
];

/** `指标值` over 2020年 and 2025年 in a plan: only the last year is aimed at. */
function withoutBaseYears(candidates: readonly Column[], context: ColumnContext): readonly Column[] {
  const isValueWord = (column: Column): boolean =>
    column.heading.year !== null && !column.heading.text.includes('目标');
  if (!context.isPlan || candidates.length < 2 || !candidates.every(isValueWord)) return candidates;
  const newest = Math.max(...candidates.map(yearOf));
  return candidates.filter((column) => yearOf(column) === newest);
}

/** `是否达到目标`: beside a column of figures one of 是 and 否 only answers. */
function withoutAnswers(candidates: readonly Column[]): readonly Column[] {
  const measured = candidates.filter((column) => !isAnswers(column));
  return measured.length > 0 ? measured : candidates;
}

const ANSWERS = /^(是|否|能|不能|对|√|×|✓|✗|(已|未|不|基本|全部)?(完成|达标|达到|达成|实现|合格|通过)|y|n|yes|no)$/;

/** One of 是 and 否, or a word for it. */
export const isAnswer = (text: string): boolean => ANSWERS.test(plain(text));

function isAnswers({ samples }: Column): boolean {
  const filled = samples.filter((text) => text !== '');
  return filled.length > 0 && filled.every(isAnswer);
}

function highest(columns: readonly Column[]): Column[] {
  const rank = Math.max(...columns.map((column) => column.heading.rank));
  return columns.filter((column) => column.heading.rank === rank);
}

/** A bare year as the target: its cells carry signs, or the table is a plan with an earlier year beside it. */
function plannedYear(free: readonly Column[], context: ColumnContext): Column[] {
  const years = free.filter(
    (column) => column.heading.isPeriodOnly && column.heading.year !== null && isReadable(column),
  );
  const newest = years.reduce<Column | null>((best, column) => (yearOf(column) > yearOf(best) ? column : best), null);
  if (!newest) return [];
  const signed = years.filter((column) => signShare(column.content) >= 0.5);
  if (signed.length > 1) return signed;
  const hasEarlier = free.some((column) => column !== newest && column.heading.period !== null);
  const hasTarget = free.some(({ heading, content }) => heading.text.endsWith('目标值') && content.filled > 0);
  const isPlanned = context.isPlan && hasEarlier && !hasTarget && context.reportYear !== newest.heading.year;
  return isPlanned || signShare(newest.content) >= 0.3 ? [newest] : [];
}

const yearOf = (column: Column | null): number => column?.heading.year ?? -1;

function settleTarget(settlement: Settlement, context: ColumnContext): void {
  if (settlement.taken('target')) return;
  const free = settlement
    .free()
    .filter(({ heading }) => !heading.isBaseline && heading.back === null && heading.role !== 'reference');
  for (const kind of TARGET_KINDS) {
    const candidates = kind.pick(free, context);
    if (candidates.length === 0) continue;
    const { column, why } = chooseTarget(candidates, free, context);
    settlement.give(column, 'target', why ?? kind.why(column));
    for (const other of free) {
      if (other === column || (other.heading.role !== 'target' && !candidates.includes(other))) continue;
      if (other.heading.or === 'indicator' && !isReadable(other)) continue;
      settlement.give(
        other,
        null,
        because(
          `本次按“${column.heading.text}”判定，不用这一列`,
          `Judged by “${column.heading.text}”, not by this column`,
        ),
      );
    }
    return;
  }
}

/** Several target columns: by city or county, else by year, else the first grade, else the stricter. */
function chooseTarget(
  candidates: readonly Column[],
  all: readonly Column[],
  context: ColumnContext,
): { readonly column: Column; readonly why: Sentence | null } {
  const [first, ...others] = candidates;
  if (!first) throw new RangeError('No candidate for the target column');
  if (others.length === 0) return { column: first, why: null };
  const isCity = context.profile === 'city';
  const zhProfile = isCity ? '国家卫生城市' : '国家卫生县';
  const fitting = candidates.filter((column) => column.heading.profile === context.profile);
  const open = candidates.filter((column) => column.heading.profile === null);
  if (fitting.length > 0) {
    const column = byYear(fitting, withoutColumns(all, candidates), context) ?? fitting[0] ?? first;
    return {
      column,
      why: because(
        `适用范围为${zhProfile}，取“${column.heading.text}”`,
        `The profile is ${context.profile}: “${column.heading.text}” is taken`,
      ),
    };
  }
  if (open.length === 0) {
    const column = strictest(candidates) ?? first;
    return {
      column,
      why: because(
        `没有${zhProfile}的目标列，取较严的“${column.heading.text}”`,
        `No target column for the profile ${context.profile}; the stricter “${column.heading.text}” is taken`,
      ),
    };
  }
  const dated = byYear(open, withoutColumns(all, candidates), context);
  if (dated) {
    return {
      column: dated,
      why: because(
        `有多个年度目标，取“${dated.heading.text}”`,
        `Targets of several years: “${dated.heading.text}” is taken`,
      ),
    };
  }
  const isGraded = open.some((column) => GRADE.test(plain(column.heading.text)));
  const column = (isGraded ? null : strictest(open)) ?? open[0] ?? first;
  return {
    column,
    why: isGraded
      ? because(
          `有多个等级的目标列，取第一个“${column.heading.text}”`,
          `Target columns of several grades: the first, “${column.heading.text}”, is taken`,
        )
      : because(
          `有多个目标列，取较严的“${column.heading.text}”`,
          `Several target columns: the stricter, “${column.heading.text}”, is taken`,
        ),
  };
}

const withoutColumns = (all: readonly Column[], some: readonly Column[]): Column[] =>
  all.filter((column) => !some.includes(column));

/** The year due by the report's year: the newest not after it, else the earliest. */
function byYear(candidates: readonly Column[], others: readonly Column[], context: ColumnContext): Column | null {
  const dated = candidates.filter((column) => column.heading.year !== null).sort((a, b) => yearOf(a) - yearOf(b));
  if (dated.length < 2 || yearOf(dated[0] ?? null) === yearOf(dated[dated.length - 1] ?? null)) return null;
  const valueYears = others
    .filter((column) => column.heading.role !== 'target')
    .filter((column) => column.heading.year !== null && !column.heading.isBaseline)
    .filter((column) => column.content.filled > 0)
    .map(yearOf);
  const reported = context.reportYear ?? (valueYears.length > 0 ? Math.max(...valueYears) : null);
  const due = reported === null ? [] : dated.filter((column) => yearOf(column) <= reported);
  return due[due.length - 1] ?? dated[0] ?? null;
}

/** The column whose numbers are harder to reach in most rows. */
function strictest(candidates: readonly Column[]): Column | null {
  let best: Column | null = null;
  for (const column of candidates) {
    if (best === null || harderRows(column, best) > harderRows(best, column)) best = column;
  }
  return best;
}

function harderRows(column: Column, than: Column): number {
  let rows = 0;
  column.samples.forEach((text, index) => {
    const mine = firstNumber(text);
    const theirs = firstNumber(than.samples[index] ?? '');
    if (mine === null || theirs === null) return;
    const isCeiling = /[≤<]|不高于|不超过|以内|以下|低于|控制在/.test(plain(text));
    if (isCeiling ? mine < theirs : mine > theirs) rows += 1;
  });
  return rows;
}

function firstNumber(text: string): number | null {
  const digits = /\d+(\.\d+)?/.exec(plain(text).replace(/,/g, ''))?.[0];
  return digits === undefined ? null : Number(digits);
}

/** The deepest indicator column gets the role; the ones above it name a category, or a row where the deepest is blank. */
function settleIndicator(settlement: Settlement): number[] {
  const candidates = settlement.free().filter((column) => column.heading.role === 'indicator');
  if (!settlement.taken('indicator')) {
    const deepest = deepestOf(candidates);
    if (deepest) settlement.give(deepest, 'indicator', byHeading(deepest));
    else giveFallbackIndicator(settlement);
  }
  const indicator = settlement.taken('indicator');
  if (!indicator) return [];
  const outer = candidates.filter((column) => column.column < indicator.column && column.content.words > 0);
  return outer.map((column) => column.column);
}

function deepestOf(candidates: readonly Column[]): Column | null {
  const worded = candidates.filter((column) => share(column.content.words, column.content) >= 0.3);
  const pool = worded.length > 0 ? worded : candidates;
  const best = highest(pool);
  const fullest = Math.max(...best.map((column) => column.content.filled));
  const full = best.filter(
    (column) => column.content.filled * 3 >= fullest && column.content.organisations * 2 <= column.content.filled,
  );
  return full[full.length - 1] ?? best[0] ?? null;
}

/** Words that differ from row to row and are no organisations. */
function isNaming({ content }: Column): boolean {
  const isWords = share(content.words, content) >= 0.5 && content.organisations * 2 < content.filled;
  return isWords && content.distinct * 2 >= content.filled;
}

/** Without an indicator heading: 一级指标, an unused 目标任务, else the column of words nearest before the target. */
function giveFallbackIndicator(settlement: Settlement): void {
  const free = settlement.free();
  const target = settlement.taken('target');
  const named = free.filter((column) => column.heading.level > 0 || column.heading.or === 'indicator');
  const byName = named.filter(isNaming).pop();
  if (byName) return settlement.give(byName, 'indicator', byHeading(byName));
  const unknown = free.filter((column) => !column.heading.isKnown && !column.heading.isPeriodOnly && isNaming(column));
  const before = unknown.filter((column) => target !== null && column.column < target.column);
  const chosen = before[before.length - 1] ?? unknown[0] ?? null;
  settlement.give(
    chosen,
    'indicator',
    because('内容是各不相同的指标名称', 'The cells hold names that differ from row to row'),
  );
}

function settleCategory(settlement: Settlement): void {
  const indicator = settlement.taken('indicator');
  if (!indicator) return;
  const free = settlement.free().filter((column) => column.content.filled > 0);
  const named = free.find((column) => column.heading.role === 'category');
  const outer = free.find(
    (column) => column.heading.role === 'indicator' && column.column < indicator.column && column.content.words > 0,
  );
  const unheaded = free.find(
    (column) =>
      column.heading.text === '' &&
      column.column < indicator.column &&
      share(column.content.words, column.content) >= 0.8 &&
      !isMostly(column, 'organisations'),
  );
  const category = settlement.taken('category') ?? named ?? outer;
  if (category) settlement.give(category, 'category', byHeading(category));
  else
    settlement.give(
      unheaded ?? null,
      'category',
      because('没有表头，内容是指标的类别', 'No heading; the cells name groups'),
    );
}

function settleDepartments(settlement: Settlement): void {
  const isNamed = (column: Column, role: ColumnRole): boolean => column.heading.role === role;
  const isEmptyOrNames = (column: Column): boolean =>
    column.content.filled === 0 || column.content.organisations > 0 || column.content.words > 0;
  const free = settlement.free();
  const unit = free.find((column) => column.heading.or === 'departments' && isMostly(column, 'organisations'));
  const named = free.filter((column) => isNamed(column, 'departments') && isEmptyOrNames(column));
  const lead = highest(named)[0] ?? null;
  if (!settlement.taken('departments')) {
    if (lead) settlement.give(lead, 'departments', byHeading(lead));
    else
      settlement.give(unit ?? null, 'departments', because('内容是单位名称', 'The cells hold names of organisations'));
  }
  if (settlement.taken('support')) return;
  const support = free.find((column) => isNamed(column, 'support') && isEmptyOrNames(column));
  if (support) return settlement.give(support, 'support', byHeading(support));
  const beside = lead?.heading.lead ? named.find((column) => column !== lead && column.heading.rank >= 3) : undefined;
  settlement.give(
    beside ?? null,
    'support',
    because('牵头单位之外的责任单位', 'Responsible besides those in the lead'),
  );
}

function isMostly(column: Column, kind: 'organisations' | 'unit' | 'figure' | 'words'): boolean {
  return share(column.content[kind], column.content) > 0.5;
}

/** Actual, history, plan and reference columns. */
function settleValues(settlement: Settlement, context: ColumnContext): HistoryColumn[] {
  for (const role of ['reference', 'plan', 'numerator', 'denominator'] as const) {
    const column = settlement.free().find((one) => one.heading.role === role);
    if (column && !settlement.taken(role)) settlement.give(column, role, byHeading(column));
  }
  const isValue = (column: Column): boolean =>
    column.heading.role === 'actual' ||
    column.heading.isPeriodOnly ||
    column.heading.isBaseline ||
    (column.heading.period !== null && !column.heading.isKnown && mayHoldValues(column));
  const mayBeValues = settlement.free().filter(isValue);
  const hasFigures = mayBeValues.some((column) => column.content.figure > 0);
  const values = mayBeValues.filter((column) => !hasFigures || column.heading.isPeriodOnly || !isAnswers(column));
  const past = values.filter(
    (column) => column.heading.period !== null && (column.heading.year === null || column.heading.isBaseline),
  );
  const dated = values.filter((column) => column.heading.year !== null && !past.includes(column));
  const undated = values.filter((column) => column.heading.period === null);
  const actual = settlement.taken('actual') ?? pickActual(undated, dated, settlement.taken('target'), context);
  if (actual) settlement.give(actual, 'actual', whyActual(actual, dated));

  const history = [...past, ...dated.filter((column) => column !== actual)].filter((column) =>
    isHistory(column, actual),
  );
  for (const column of history)
    settlement.give(
      column,
      'history',
      because(`“${column.heading.text}”是往期数据`, `“${column.heading.text}” is an earlier period`),
    );
  const chosen = settlement.columns.filter((column) => settlement.of(column)?.role === 'history');
  return chosen.map(historyColumn).sort(oldestFirst);
}

/** Under unknown head words with a year: never about a target (`达到2025年目标`), and figures where anything stands. */
function mayHoldValues({ heading, content }: Column): boolean {
  return !heading.text.includes('目标') && (content.filled === 0 || content.figure > 0);
}

function isHistory(column: Column, actual: Column | null): boolean {
  const { year, isBaseline } = column.heading;
  if (year === null || isBaseline) return true;
  return actual === null || actual.heading.year === null || year < actual.heading.year;
}

function historyColumn(column: Column): HistoryColumn {
  const { period, year, back, text } = column.heading;
  return { column: column.column, period: period ?? text, year, back };
}

/** Words for averages first, then the years; 上年 after all years. */
function oldestFirst(a: HistoryColumn, b: HistoryColumn): number {
  const order = (one: HistoryColumn): number => one.year ?? (one.back === null ? 0 : 9999 - one.back);
  return order(a) - order(b);
}

function pickActual(
  undated: readonly Column[],
  dated: readonly Column[],
  target: Column | null,
  context: ColumnContext,
): Column | null {
  const open = bestValue(besideTarget(undated, target));
  const newest = newestYear(dated, target, context);
  const isWordy = open !== null && open.content.filled > 0 && share(open.content.figure, open.content) < 0.3;
  return open && !(isWordy && newest && share(newest.content.figure, newest.content) >= 0.5) ? open : newest;
}

/** Where groups (`上半年` `全年`) each hold a target and a value, the value of the target's own group. */
function besideTarget(columns: readonly Column[], target: Column | null): readonly Column[] {
  const groupOf = ({ heading }: Column): string | null =>
    heading.text.includes('/') ? (heading.text.split('/')[0] ?? '') : null;
  const group = target === null ? null : groupOf(target);
  const own = group === null ? [] : columns.filter((column) => groupOf(column) === group);
  return own.length > 0 ? own : columns;
}

/** Of several value columns the surest wording; of the parts of one group (一季度 二季度) the last that is filled. */
function bestValue(columns: readonly Column[]): Column | null {
  if (columns.length < 2) return columns[0] ?? null;
  const groups = new Set(columns.map((column) => column.heading.text.split('/')[0]));
  const filled = columns.filter((column) => column.content.filled > 0);
  const isOneGroup = groups.size === 1 && columns.every((column) => column.heading.text.includes('/'));
  if (isOneGroup) return filled[filled.length - 1] ?? columns[0] ?? null;
  const best = highest(columns);
  return best.find((column) => isMostly(column, 'figure')) ?? best[0] ?? null;
}

function newestYear(dated: readonly Column[], target: Column | null, context: ColumnContext): Column | null {
  const hasValues = dated.some((column) => column.content.figure > 0);
  const eligible = dated.filter((column) => {
    const isTargetYear =
      column.heading.isPeriodOnly &&
      column.heading.year === (target?.heading.year ?? null) &&
      column.content.figure === 0 &&
      hasValues;
    const isFuture = context.reportYear !== null && yearOf(column) > context.reportYear && column.content.filled === 0;
    return !isTargetYear && !isFuture;
  });
  return eligible.reduce<Column | null>((best, column) => (yearOf(column) >= yearOf(best) ? column : best), null);
}

function whyActual(actual: Column, dated: readonly Column[]): Sentence {
  if (actual.heading.year === null || dated.length < 2) return byHeading(actual);
  return because(
    `各年度数据中最新的一年：“${actual.heading.text}”`,
    `The newest of the years: “${actual.heading.text}”`,
  );
}

function settleSimple(settlement: Settlement): void {
  for (const role of ['unit', 'remark', 'source'] as const) {
    if (settlement.taken(role)) continue;
    const asking = settlement.free().filter((column) => column.heading.role === role);
    const column = asking.length > 0 ? highest(asking)[0] : undefined;
    if (column) settlement.give(column, role, byHeading(column));
  }
}

/** Columns without words over them, by what they hold. */
function settleByContent(settlement: Settlement): void {
  if (settlement.columns.every((column) => column.heading.text === '')) settleUnheadedValues(settlement);
  for (const column of settlement.free()) {
    if (column.heading.isKnown || column.heading.isPeriodOnly || column.content.filled === 0) continue;
    if (!settlement.taken('departments') && share(column.content.organisations, column.content) >= 0.6) {
      settlement.give(column, 'departments', because('内容是单位名称', 'The cells hold names of organisations'));
    } else if (
      column.heading.text === '' &&
      !settlement.taken('unit') &&
      share(column.content.unit, column.content) >= 0.8
    ) {
      settlement.give(column, 'unit', because('内容是计量单位', 'The cells hold units'));
    }
  }
}

/** Without any header, the only column of figures beside the target is the actual one. */
function settleUnheadedValues(settlement: Settlement): void {
  const figures = settlement.free().filter((column) => share(column.content.figure, column.content) >= 0.6);
  const [only, ...others] = figures;
  if (!only || others.length > 0 || settlement.taken('actual')) return;
  settlement.give(only, 'actual', because('没有表头，唯一的数值列', 'No heading; the only column of figures'));
}
