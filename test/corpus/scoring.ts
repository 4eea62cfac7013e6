// Owns the comparison of the product's answers with the corpus's labels. Holds no label and no rule of the product.
import { readDepartments } from '../../src/department/identity';
import type { DepartmentsReading, Organisation } from '../../src/department/department';
import { columnLetters, formatArea } from '../../src/sheet/address';
import { recogniseTables } from '../../src/table/recognise';
import type { IndicatorRow, IndicatorTable } from '../../src/table/table';
import { judgeRow } from '../../src/verdict/judge';
import type { Judgement } from '../../src/verdict/judgement';
import {
  departmentCases,
  departmentTableCases,
  roleAt,
  sheetCases,
  targetCases,
  type DepartmentCase,
  type DepartmentTableCase,
  type ExpectedRow,
  type ExpectedTable,
  type ExpectedVerdict,
  type Part,
  type SheetCase,
  type TargetCase,
} from './corpus';

/** What is measured; each counts its questions and the wrong answers. */
export const MEASURES = [
  'recognition recall',
  'recognition precision',
  'column roles',
  'row alignment',
  'row categories',
  'verdicts (cells)',
  'verdicts (sheets)',
  'gaps',
  'caveats',
  'departments (cells)',
  'departments (tables)',
  'departments (sheets)',
  'decoys left alone',
  'refusals explained',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface Failure {
  readonly id: string;
  readonly measure: Measure;
  readonly section: string;
  readonly input: string;
  readonly expected: string;
  readonly got: string;
}

export interface Score {
  readonly asked: ReadonlyMap<Measure, number>;
  readonly failures: readonly Failure[];
  readonly falseMet: readonly Failure[];
  readonly falseUnmet: readonly Failure[];
}

/** Collects answers; one a score. */
class Tally {
  readonly asked = new Map<Measure, number>();
  readonly failures: Failure[] = [];
  readonly falseMet: Failure[] = [];
  readonly falseUnmet: Failure[] = [];

  ask(measure: Measure, isRight: boolean, failure: () => Omit<Failure, 'measure'>): void {
    this.asked.set(measure, (this.asked.get(measure) ?? 0) + 1);
    if (!isRight) this.failures.push({ ...failure(), measure });
  }

  verdict(
    measure: Measure,
    label: ExpectedVerdict,
    got: Judgement | null,
    about: Pick<Failure, 'id' | 'section' | 'input'>,
  ) {
    const verdict = got?.verdict ?? 'not judged';
    const answer = `${verdict} · ${got?.reason.zh ?? ''}`;
    const expected = label.verdicts.join('/');
    const isRight = got !== null && label.verdicts.includes(got.verdict);
    this.ask(measure, isRight, () => ({ ...about, expected, got: answer }));
    const wrong = { ...about, measure, expected, got: answer };
    if (!isRight && verdict === 'met') this.falseMet.push(wrong);
    if (!isRight && verdict === 'unmet') this.falseUnmet.push(wrong);
    if (!isRight || got === null) return;
    if (label.gap !== undefined) {
      this.ask('gaps', sameGap(label.gap, got.gap), () => ({
        ...about,
        expected: `gap ${label.gap ?? 'null'}`,
        got: `gap ${got.gap ?? 'null'} · ${got.reason.zh}`,
      }));
    }
    if (label.caveat !== undefined) {
      const caveats = got.caveats.map(({ zh }) => zh).join(' / ');
      this.ask('caveats', label.caveat === got.caveats.length > 0, () => ({
        ...about,
        expected: label.caveat ? 'a caveat' : 'no caveat',
        got: `caveats: ${caveats}`,
      }));
    }
  }
}

const sameGap = (expected: number | null, got: number | null): boolean =>
  expected === null || got === null ? expected === got : Math.abs(expected - got) < 1e-6;

/** Asks the product every question of one part of the corpus. */
export function score(part: Part): Score {
  const tally = new Tally();
  for (const [, ask] of questions(part)) ask(tally);
  return tally;
}

/** The same questions, one section (of a file of cells) or one sheet at a time. */
export function scoreSections(part: Part): (readonly [string, () => Score])[] {
  const sections = new Map<string, Ask[]>();
  for (const [section, ask] of questions(part)) sections.set(section, [...(sections.get(section) ?? []), ask]);
  return [...sections].map(([section, asks]) => {
    const ask = (): Score => {
      const tally = new Tally();
      for (const one of asks) one(tally);
      return tally;
    };
    return [section, ask] as const;
  });
}

type Ask = (tally: Tally) => void;

function questions(part: Part): (readonly [string, Ask])[] {
  const file = (id: string): string => id.replace(/-\d+$/, '');
  const inSection = ({ id, section }: { id: string; section: string }): string => `${file(id)} ${section}`;
  return [
    ...targetCases(part).map((one) => [inSection(one), (tally: Tally) => scoreTarget(one, tally)] as const),
    ...departmentCases(part).map((one) => [inSection(one), (tally: Tally) => scoreDepartments(one, tally)] as const),
    ...departmentTableCases(part).map((one) => [one.id, (tally: Tally) => scoreDepartmentTable(one, tally)] as const),
    ...sheetCases(part).map((one) => [`${one.id} ${one.title}`, (tally: Tally) => scoreSheet(one, tally)] as const),
  ];
}

// ---------------------------------------------------------------------------------------------------------- targets

function scoreTarget(one: TargetCase, tally: Tally): void {
  const input = describeRow(one.row, one.context);
  tally.verdict('verdicts (cells)', one, judgeRow(one.row, one.context), { id: one.id, section: one.section, input });
}

function describeRow(
  row: IndicatorRow,
  context: { profile: string; actualYear: number | null; targetYear: number | null },
): string {
  const history = row.history.map(({ period, cell }) => `${period}=${cell.text}`).join(' ');
  const others = { ref: row.reference, plan: row.plan, num: row.numerator, den: row.denominator };
  const said = Object.entries(others).flatMap(([key, cell]) => (cell ? [`${key}=${cell.text}`] : []));
  const parts = [
    `${row.indicator} | ${row.target} | ${row.actual ? row.actual.text : '(no column)'}`,
    context.profile === 'county' ? 'county' : '',
    context.actualYear ? `year ${context.actualYear}` : '',
    context.targetYear ? `target year ${context.targetYear}` : '',
    row.unit ? `unit ${row.unit}` : '',
    row.remark ? `remark ${row.remark}` : '',
    history,
    ...said,
  ];
  return parts.filter(Boolean).join(' ; ');
}

// ------------------------------------------------------------------------------------------------------ departments

const describeOrganisation = (one: {
  name: string;
  role: string;
  collective: boolean | undefined;
  note: string | null;
}) => `${one.name}@${one.role}${one.collective ? '*' : ''}${one.note === null ? '' : `{${one.note}}`}`;

const withoutBlanks = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

function scoreDepartments(one: DepartmentCase, tally: Tally): void {
  const reading = readDepartments(one.cells).rows.at(-1);
  const got = reading?.organisations ?? [];
  const isRight =
    got.length === one.organisations.length &&
    one.organisations.every((expected, index) => {
      const organisation = got[index];
      return (
        organisation !== undefined &&
        withoutBlanks(organisation.name) === withoutBlanks(expected.name) &&
        organisation.role === expected.role &&
        (expected.collective === undefined || organisation.collective === expected.collective) &&
        withoutBlanks(organisation.note ?? '') === withoutBlanks(expected.note ?? '')
      );
    }) &&
    (!one.caveat || (reading?.caveats.length ?? 0) > 0);
  const cell = one.cells.at(-1);
  tally.ask('departments (cells)', isRight, () => ({
    id: one.id,
    section: one.section,
    input: `${cell?.departments ?? ''}${cell?.support == null ? '' : ` | 配合: ${cell.support}`}`,
    expected: one.organisations.map(describeOrganisation).join(' ; ') + (one.caveat ? ' !' : ''),
    got: got.map(describeOrganisation).join(' ; ') + (reading?.caveats.length ? ' !' : ''),
  }));
}

function scoreDepartmentTable(one: DepartmentTableCase, tally: Tally): void {
  const reading = readDepartments(one.cells);
  const all = reading.rows.flatMap(({ organisations }) => organisations);
  const input = one.cells.map(({ departments }) => departments).join(' ⏎ ');
  const report = (expected: string) => ({
    id: one.id,
    section: '',
    input,
    expected,
    got: `${all.map(({ name, id }) => (name === id ? name : `${name}→${id}`)).join(' ; ')} · suggested ${reading.suggestions
      .map(({ names }) => names.join(' = '))
      .join(' ; ')}`,
  });
  for (const claim of one.claims) {
    tally.ask('departments (tables)', holds(claim.kind, claim.names, all, reading), () =>
      report(`${claim.kind} ${claim.names.join(' , ')}`),
    );
  }
  if (one.count !== null) {
    const count = new Set(all.map(({ id }) => id)).size;
    tally.ask('departments (tables)', count === one.count, () => report(`${one.count} identities`));
  }
}

function holds(
  kind: DepartmentTableCase['claims'][number]['kind'],
  [first, second]: readonly [string, string],
  all: readonly Organisation[],
  reading: DepartmentsReading,
): boolean {
  const idsOf = (name: string) => new Set(all.filter((one) => one.name === name).map(({ id }) => id));
  const [a] = idsOf(first);
  const [b] = idsOf(second);
  const isSuggested = reading.suggestions.some(({ names }) => names.includes(first) && names.includes(second));
  switch (kind) {
    case 'same':
      return a !== undefined && a === b;
    case 'differ':
      return a !== undefined && b !== undefined && a !== b;
    case 'suggest':
      return isSuggested;
    case 'nosuggest':
      return !isSuggested;
  }
}

// ---------------------------------------------------------------------------------------------------------- sheets

function scoreSheet(one: SheetCase, tally: Tally): void {
  const { tables, refusals } = recogniseTables(one.sheet, { profile: one.profile });
  const about = { id: one.id, section: one.title, input: one.title };
  if (one.tables.length === 0) {
    const claimed = tables.map(({ area }) => formatArea(area)).join(', ');
    tally.ask('decoys left alone', tables.length === 0, () => ({ ...about, expected: 'no table', got: claimed }));
    if (one.refusal) {
      tally.ask('refusals explained', refusals.length > 0, () => ({ ...about, expected: 'a refusal', got: 'none' }));
    }
    return;
  }
  for (const table of tables) {
    const isExpected = one.tables.some((expected) => isSameTable(expected, table));
    tally.ask('recognition precision', isExpected, () => ({
      ...about,
      expected: one.tables.map(({ area }) => formatArea(area)).join(', '),
      got: `${formatArea(table.area)} ${table.layout}`,
    }));
  }
  for (const expected of one.tables) {
    const table = tables.find((candidate) => isSameTable(expected, candidate));
    tally.ask('recognition recall', table !== undefined, () => ({
      ...about,
      expected: `${formatArea(expected.area)} ${expected.layout}`,
      got: tables.map(({ area, layout }) => `${formatArea(area)} ${layout}`).join(', ') || 'nothing',
    }));
    scoreTable(one, expected, table ?? tables.find((candidate) => overlaps(expected, candidate)), tally);
  }
}

const isSameTable = (expected: ExpectedTable, got: IndicatorTable): boolean =>
  formatArea(expected.area) === formatArea(got.area) && expected.layout === got.layout;

const overlaps = ({ area }: ExpectedTable, got: IndicatorTable): boolean =>
  area.top <= got.area.bottom &&
  got.area.top <= area.bottom &&
  area.left <= got.area.right &&
  got.area.left <= area.right;

function scoreTable(one: SheetCase, expected: ExpectedTable, got: IndicatorTable | undefined, tally: Tally): void {
  const about = { id: one.id, section: one.title };
  scoreColumns(about, expected, got, tally);
  if (expected.year !== undefined) {
    tally.ask('column roles', got?.actualYear === expected.year, () => ({
      ...about,
      input: 'year of the actual values',
      expected: String(expected.year),
      got: String(got?.actualYear),
    }));
  }
  const departments = readDepartments(got?.rows ?? []).rows;
  for (const row of expected.rows) {
    const at = got?.rows.findIndex(({ firstRow }) => firstRow === row.firstRow) ?? -1;
    scoreRow(about, one, row, got?.rows[at], got, tally);
    const names = departments[at]?.organisations.map(({ name }) => name) ?? [];
    if (row.departments === undefined) continue;
    const isRight = names.map(withoutBlanks).join() === row.departments.map(withoutBlanks).join();
    tally.ask('departments (sheets)', isRight, () => ({
      ...about,
      input: `row ${row.firstRow + 1} ${row.indicator}`,
      expected: row.departments?.join(' ; ') ?? '',
      got: names.join(' ; '),
    }));
  }
  const extra = (got?.rows ?? []).filter(({ firstRow }) => !expected.rows.some((row) => row.firstRow === firstRow));
  for (const row of extra) {
    tally.ask('row alignment', false, () => ({
      ...about,
      input: `row ${row.firstRow + 1}`,
      expected: 'not an indicator',
      got: `${row.indicator} | ${row.target}`,
    }));
  }
}

function scoreColumns(
  about: { id: string; section: string },
  expected: ExpectedTable,
  got: IndicatorTable | undefined,
  tally: Tally,
): void {
  if (expected.layout !== 'grid') return;
  for (let column = expected.area.left; column <= expected.area.right; column += 1) {
    if (expected.anyRole.has(column)) continue;
    const want = roleAt(expected, column);
    const reading = got?.columns.find((candidate) => candidate.column === column);
    const role = reading?.role ?? null;
    const isRight = role === want.role && (want.period === null || reading?.period?.includes(want.period) === true);
    tally.ask('column roles', got !== undefined && isRight, () => ({
      ...about,
      input: `column ${columnLetters(column)} ${reading?.heading ?? ''}`,
      expected: `${want.role ?? 'none'} ${want.period ?? ''}`,
      got: `${role ?? 'none'} ${reading?.period ?? ''}`,
    }));
  }
}

const CATEGORY_NUMBER = /^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?/;
const bareCategory = (text: string | null): string => withoutBlanks(text ?? '').replace(CATEGORY_NUMBER, '');

function scoreRow(
  about: { id: string; section: string },
  one: SheetCase,
  expected: ExpectedRow,
  got: IndicatorRow | undefined,
  table: IndicatorTable | undefined,
  tally: Tally,
): void {
  const isAligned =
    got !== undefined &&
    got.lastRow === expected.lastRow &&
    (got.seq ?? '') === (expected.seq ?? '') &&
    withoutBlanks(got.indicator) === withoutBlanks(expected.indicator) &&
    withoutBlanks(got.target) === withoutBlanks(expected.target);
  const describe = (row: {
    firstRow: number;
    lastRow: number;
    seq: string | null;
    indicator: string;
    target: string;
  }) => `[${row.firstRow + 1}, ${row.lastRow + 1}] ${row.seq ?? '·'} ${row.indicator} | ${row.target}`;
  const input = `row ${expected.firstRow + 1}`;
  tally.ask('row alignment', isAligned, () => ({
    ...about,
    input,
    expected: describe(expected),
    got: got ? describe(got) : 'no row',
  }));
  if (expected.category !== undefined) {
    tally.ask('row categories', bareCategory(got?.category ?? null) === bareCategory(expected.category), () => ({
      ...about,
      input: `${input} ${expected.indicator}`,
      expected: expected.category ?? '',
      got: got?.category ?? 'none',
    }));
  }
  const context = {
    profile: one.profile,
    actualYear: table?.actualYear ?? null,
    targetYear: table?.targetYear ?? null,
  };
  const judgement = got ? judgeRow(got, context) : null;
  const said = got ? describeRow(got, context) : `${expected.indicator} | ${expected.target}`;
  tally.verdict('verdicts (sheets)', expected, judgement, { ...about, input: `${input} ${said}` });
}
