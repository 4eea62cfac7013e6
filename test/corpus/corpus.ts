// Owns reading the labelled corpus from its text files. Holds no label and no rule; LABELS.md explains the notation.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DepartmentCells, DepartmentRole } from '../../src/department/department';
import { columnIndex, parseArea, type Area } from '../../src/sheet/address';
import { arraySheet, cellOf } from '../../src/sheet/array-sheet';
import { BLANK_CELL, type Cell, type Sheet } from '../../src/sheet/sheet';
import { COLUMN_ROLES, type ColumnRole, type IndicatorRow, type PeriodCell, type Profile } from '../../src/table/table';
import { VERDICTS, type Verdict } from '../../src/verdict/judgement';

/** Developers may read `open`; `held-out` is kept for measuring. */
export type Part = 'open' | 'held-out';

export interface ExpectedVerdict {
  /** Usually one; two where the spec leaves both open. */
  readonly verdicts: readonly Verdict[];
  /** undefined where the label does not say. */
  readonly gap: number | null | undefined;
  readonly caveat: boolean | undefined;
}

export interface TargetCase extends ExpectedVerdict {
  readonly id: string;
  readonly section: string;
  readonly row: IndicatorRow;
  readonly context: {
    readonly profile: Profile;
    readonly actualYear: number | null;
    readonly targetYear: number | null;
  };
}

export interface ExpectedOrganisation {
  readonly name: string;
  readonly role: DepartmentRole;
  /** undefined where the label does not say. */
  readonly collective: boolean | undefined;
  readonly note: string | null;
}

export interface DepartmentCase {
  readonly id: string;
  readonly section: string;
  /** The rows above (for 下同), then the row that is labelled. */
  readonly cells: readonly DepartmentCells[];
  readonly organisations: readonly ExpectedOrganisation[];
  readonly caveat: boolean;
}

export interface DepartmentTableCase {
  readonly id: string;
  readonly cells: readonly DepartmentCells[];
  readonly claims: readonly {
    readonly kind: 'same' | 'differ' | 'suggest' | 'nosuggest';
    readonly names: readonly [string, string];
  }[];
  /** How many identities there are; null where the label does not say. */
  readonly count: number | null;
}

export interface ExpectedRow extends ExpectedVerdict {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly seq: string | null;
  readonly indicator: string;
  readonly target: string;
  /** undefined where the label does not say. */
  readonly category: string | undefined;
  /** Names of the responsible organisations; undefined where the label does not say. */
  readonly departments: readonly string[] | undefined;
}

export interface ExpectedTable {
  readonly area: Area;
  readonly layout: 'grid' | 'lines' | 'delimited';
  /** Role → 0-based columns; `h2022` for a history column. */
  readonly roles: ReadonlyMap<string, number>;
  /** Columns whose role the label leaves open. */
  readonly anyRole: ReadonlySet<number>;
  readonly year: number | null | undefined;
  readonly rows: readonly ExpectedRow[];
}

export interface SheetCase {
  readonly id: string;
  readonly title: string;
  readonly sheet: Sheet;
  readonly profile: Profile;
  readonly tables: readonly ExpectedTable[];
  readonly refusal: boolean;
}

const ROOT = join(process.cwd(), 'test/corpus');

function filesOf(part: Part, kind: string): { stem: string; lines: string[] }[] {
  const folder = part === 'open' ? join(ROOT, kind) : join(ROOT, 'held-out', kind);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      stem: `${part === 'open' ? 'o' : 'h'}/${file.replace('.txt', '')}`,
      lines: readFileSync(join(folder, file), 'utf8').split('\n'),
    }));
}

// ---------------------------------------------------------------------------------------------------------- cells

const unescape = (text: string): string =>
  text.replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\s', ' ').replaceAll('\\u00a0', '\u00a0');

const NUMBER = /^-?\d+(\.\d+)?$/;

/** One cell in the notation of LABELS.md. */
export function cellFrom(notation: string): Cell {
  const text = unescape(notation);
  if (text === '') return BLANK_CELL;
  if (text.startsWith("'")) return cellOf(text.slice(1));
  if (NUMBER.test(text)) return cellOf(Number(text));
  if (text.startsWith('%') && NUMBER.test(text.slice(1))) {
    const value = Number(text.slice(1));
    return cellOf(value, `${Number((value * 100).toFixed(4))}%`, '0.##%');
  }
  if (text.startsWith('=') && NUMBER.test(text.slice(1))) return { ...cellOf(Number(text.slice(1))), isFormula: true };
  if (text.startsWith('#') && /^#[A-Z/0!?]+$/.test(text)) return { ...cellOf(text), kind: 'error' };
  if (text === 'TRUE' || text === 'FALSE') return cellOf(text === 'TRUE');
  if (text.startsWith('date:')) {
    const [, serial, shown] = text.split(':');
    return { ...cellOf(Number(serial), shown, 'm"月"d"日"'), kind: 'date' };
  }
  if (text.startsWith('fmt:')) {
    const [, value, ...rest] = text.split(':');
    const shown = rest.at(-1) ?? '';
    return cellOf(Number(value), shown, rest.length > 1 ? rest[0] : '0.0');
  }
  return cellOf(text);
}

// ---------------------------------------------------------------------------------------------------------- labels

function readVerdict(notation: string): ExpectedVerdict {
  const [verdicts = '', ...marks] = notation.trim().split(/\s+/);
  const gap = marks.find((mark) => mark === 'null' || NUMBER.test(mark));
  const read = verdicts.split('/').map((name) => {
    const verdict = VERDICTS.find((one) => one === name);
    if (!verdict) throw new Error(`not a verdict: ${notation}`);
    return verdict;
  });
  return {
    verdicts: read,
    gap: gap === undefined ? undefined : gap === 'null' ? null : Number(gap),
    caveat: marks.includes('!') ? true : marks.includes('.') ? false : undefined,
  };
}

function readOptions(text: string): Map<string, string> {
  const pairs = text.split(/\s+/).filter(Boolean);
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

// ---------------------------------------------------------------------------------------------------------- targets

const BLANK_ROW: IndicatorRow = {
  firstRow: 0,
  lastRow: 0,
  seq: null,
  category: null,
  indicator: '',
  target: '',
  departments: '',
  support: null,
  unit: null,
  remark: null,
  actual: null,
  history: [],
  reference: null,
  plan: null,
  numerator: null,
  denominator: null,
  doubts: [],
};

/** As the table's own headings would tell it: the year after the newest history column. */
function yearAfterNewest(options: Map<string, string>): number | null {
  const years = [...options.keys()].flatMap((key) => (/^h\d{4}$/.test(key) ? [Number(key.slice(1))] : []));
  return years.length > 0 ? Math.max(...years) + 1 : null;
}

function historyFrom(options: Map<string, string>, actualYear: number | null): PeriodCell[] {
  const periods: PeriodCell[] = [];
  for (const [key, value] of options) {
    if (!key.startsWith('h')) continue;
    const period = key.slice(1);
    const lastYear = period === '上年' && actualYear !== null ? actualYear - 1 : null;
    periods.push({ period, year: /^\d{4}$/.test(period) ? Number(period) : lastYear, cell: cellFrom(value) });
  }
  return periods.sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
}

function targetCase(id: string, section: string, line: string): TargetCase {
  const [indicator = '', target = '', actual = '', verdict = '', rest = ''] = line
    .split('|')
    .map((part) => part.replace(/^ | $/g, ''));
  const options = readOptions(rest);
  const optional = (key: string): Cell | null => (options.has(key) ? cellFrom(options.get(key) ?? '') : null);
  const actualYear = options.has('y') ? Number(options.get('y')) : yearAfterNewest(options);
  const row: IndicatorRow = {
    ...BLANK_ROW,
    indicator: indicator.trim(),
    target: unescape(target.trim()),
    unit: options.get('unit') ?? null,
    remark: options.get('remark') ?? null,
    actual: actual.trim() === '~' ? null : cellFrom(actual.trim()),
    history: historyFrom(options, actualYear),
    reference: optional('ref'),
    plan: optional('plan'),
    numerator: optional('num'),
    denominator: optional('den'),
  };
  return {
    id,
    section,
    row,
    context: {
      profile: options.get('p') === 'county' ? 'county' : 'city',
      actualYear,
      targetYear: options.has('ty') ? Number(options.get('ty')) : null,
    },
    ...readVerdict(verdict),
  };
}

/** Lines of a file with their section and a running number; comments and blank lines left out. */
function labelled(lines: readonly string[]): { section: string; line: string; number: number }[] {
  let section = '';
  const found: { section: string; line: string; number: number }[] = [];
  for (const line of lines) {
    if (line.startsWith('# ')) section = line.slice(2);
    else if (line.trim() !== '' && !line.startsWith('//')) found.push({ section, line, number: found.length + 1 });
  }
  return found;
}

export function targetCases(part: Part): TargetCase[] {
  return filesOf(part, 'targets').flatMap(({ stem, lines }) =>
    labelled(lines).map(({ section, line, number }) => targetCase(`${stem}-${number}`, section, line)),
  );
}

// ------------------------------------------------------------------------------------------------------ departments

function organisationFrom(notation: string): ExpectedOrganisation {
  const note = /\{(.*)\}/.exec(notation)?.[1] ?? null;
  const bare = notation.replace(/\{.*\}/, '');
  const role = /@(lead|support)/.exec(bare)?.[1];
  return {
    name: bare.replace(/@(lead|support)/, '').replace(/[*?]/g, ''),
    role: role === 'lead' || role === 'support' ? role : 'joint',
    collective: bare.includes('?') ? undefined : bare.includes('*'),
    note,
  };
}

function departmentCase(id: string, section: string, line: string): DepartmentCase {
  const [cell = '', support = '', expected = '', rest = ''] = line.split(' | ');
  const words = rest.split(/\s+/);
  const above = words.find((word) => word.startsWith('above='))?.slice('above='.length);
  const cells: DepartmentCells = {
    departments: unescape(cell.trim()),
    support: support.trim() === '~' ? null : unescape(support.trim()),
    ...(words.includes('lead') && { departmentsLead: true }),
  };
  return {
    id,
    section,
    cells: above === undefined ? [cells] : [{ departments: above, support: null }, cells],
    organisations: expected
      .split(' ; ')
      .map((part) => part.trim())
      .filter(Boolean)
      .map(organisationFrom),
    caveat: words.includes('!'),
  };
}

export function departmentCases(part: Part): DepartmentCase[] {
  return filesOf(part, 'departments')
    .filter(({ stem }) => !stem.includes('tables'))
    .flatMap(({ stem, lines }) =>
      labelled(lines).map(({ section, line, number }) => departmentCase(`${stem}-${number}`, section, line)),
    );
}

export function departmentTableCases(part: Part): DepartmentTableCase[] {
  return filesOf(part, 'departments')
    .filter(({ stem }) => stem.includes('tables'))
    .flatMap(({ stem, lines }) => {
      const found = labelled(lines);
      const titles = [...new Set(found.map(({ section }) => section))];
      return titles.map((title) =>
        departmentTable(
          `${stem}: ${title}`,
          found.filter(({ section }) => section === title).map(({ line }) => line),
        ),
      );
    });
}

function departmentTable(id: string, lines: readonly string[]): DepartmentTableCase {
  const rows = lines.filter((line) => line.startsWith('row '));
  const count = lines.find((line) => line.startsWith('count '));
  return {
    id,
    cells: rows.map((line) => ({ departments: unescape(line.slice('row '.length)), support: null })),
    claims: lines.flatMap((line) => {
      const [, kind, first = '', second = ''] = /^(same|differ|suggest|nosuggest) (.*) [=#] (.*)$/.exec(line) ?? [];
      if (kind === 'same' || kind === 'differ' || kind === 'suggest' || kind === 'nosuggest')
        return [{ kind, names: [first, second] as const }];
      if (/^(?:row|count) /.test(line) || line.trim() === '') return [];
      throw new Error(`not a claim: ${line}`);
    }),
    count: count === undefined ? null : Number(count.slice('count '.length)),
  };
}

// ---------------------------------------------------------------------------------------------------------- sheets

interface LabelledLine {
  readonly cells: readonly string[];
  /** One label for each table of the sheet. */
  readonly labels: readonly string[];
}

function splitLine(line: string): LabelledLine {
  const at = line.indexOf(' => ');
  const content = at < 0 ? line : line.slice(0, at);
  const label = at < 0 ? '' : line.slice(at + ' => '.length);
  return {
    cells: content
      .slice(1)
      .split('|')
      .map((cell) => cell.trim()),
    labels: label.split(' || ').map((one) => one.trim()),
  };
}

const isUp = (cell: string | undefined): boolean => cell === '^';
const isLeft = (cell: string | undefined): boolean => cell === '<';

function mergesOf(grid: readonly (readonly string[])[]): Area[] {
  const merges: Area[] = [];
  grid.forEach((row, top) => {
    row.forEach((cell, left) => {
      if (isUp(cell) || isLeft(cell)) return;
      let right = left;
      while (isLeft(row[right + 1])) right += 1;
      let bottom = top;
      while (isUp(grid[bottom + 1]?.[left])) bottom += 1;
      if (right > left || bottom > top) merges.push({ top, left, bottom, right });
    });
  });
  return merges;
}

/** What a cell says, through merges. */
function shown(grid: readonly (readonly string[])[], row: number, column: number): string {
  const cell = grid[row]?.[column] ?? '';
  if (isUp(cell)) return shown(grid, row - 1, column);
  if (isLeft(cell)) return shown(grid, row, column - 1);
  return cell;
}

function rolesFrom(text: string): { roles: Map<string, number>; anyRole: Set<number> } {
  const roles = new Map<string, number>();
  const anyRole = new Set<number>();
  for (const [letter, role] of text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('='))) {
    const column = columnIndex(letter ?? '');
    if (role === '*') anyRole.add(column);
    else if (role !== undefined && isRole(role)) roles.set(role, column);
    else throw new Error(`not a role: ${text}`);
  }
  return { roles, anyRole };
}

const isRole = (role: string): boolean =>
  (COLUMN_ROLES as readonly string[]).includes(role) || (role.startsWith('h') && role !== 'history');

function expectedTable(line: string, index: number, lines: readonly LabelledLine[]): ExpectedTable {
  const [range = '', columns = '', rest = ''] = line.slice('table:'.length).split(' | ');
  const area = parseArea(range);
  if (!area) throw new Error(`not an area: ${line}`);
  const { roles, anyRole } = rolesFrom(columns);
  const options = readOptions(rest);
  const layout = options.get('layout');
  return {
    area,
    layout: layout === 'lines' || layout === 'delimited' ? layout : 'grid',
    roles,
    anyRole,
    year: options.has('year') ? Number(options.get('year')) : undefined,
    rows: expectedRows(index, lines, roles, area),
  };
}

function expectedRows(
  index: number,
  lines: readonly LabelledLine[],
  roles: ReadonlyMap<string, number>,
  area: Area,
): ExpectedRow[] {
  const grid = lines.map(({ cells }) => cells);
  const rows: ExpectedRow[] = [];
  let category: string | undefined;
  lines.forEach(({ labels, cells }, sheetRow) => {
    const label = labels[index] ?? '';
    if (label === '' || label === '.') return;
    if (label === 'category') {
      const own = cells.slice(area.left, area.right + 1);
      category = own.reduce((longest, cell) => (cell.length > longest.length ? cell : longest), '');
      return;
    }
    const last = rows.at(-1);
    if (label === '+' && last) {
      rows[rows.length - 1] = { ...last, lastRow: sheetRow };
      return;
    }
    rows.push(expectedRow(label, sheetRow, grid, roles, category));
  });
  return rows;
}

function expectedRow(
  label: string,
  sheetRow: number,
  grid: readonly (readonly string[])[],
  roles: ReadonlyMap<string, number>,
  categoryRow: string | undefined,
): ExpectedRow {
  const [verdict = '', ...parts] = label.split(' ; ');
  const said = new Map(parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));
  const at = (role: string): string => {
    const column = roles.get(role);
    return column === undefined ? '' : unescape(shown(grid, sheetRow, column)).replace(/^'/, '');
  };
  const seq = said.get('seq') ?? at('seq');
  const category = said.get('cat') ?? (roles.has('category') ? at('category') : categoryRow);
  return {
    ...readVerdict(verdict),
    firstRow: sheetRow,
    lastRow: sheetRow,
    seq: seq === '' ? null : seq,
    indicator: said.get('ind') ?? at('indicator'),
    target: said.get('tgt') ?? at('target'),
    category: category === '' ? undefined : category,
    departments: said.get('dep')?.split('、'),
  };
}

function sheetCase(stem: string, number: number, block: readonly string[]): SheetCase {
  const [title = '', ...rest] = block;
  const start = rest.indexOf('---');
  const head = rest.slice(0, start);
  const lines = rest
    .slice(start + 1)
    .filter((line) => line.startsWith('|'))
    .map(splitLine);
  const setting = (key: string): string | undefined =>
    head.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2);
  const grid = lines.map(({ cells }) => cells);
  const listObject = parseArea(setting('listObject') ?? '');
  const rows = grid.map((cells) => cells.map((cell) => (isUp(cell) || isLeft(cell) ? BLANK_CELL : cellFrom(cell))));
  return {
    id: `${stem}-${number}`,
    title,
    profile: setting('profile') === 'county' ? 'county' : 'city',
    refusal: head.includes('refusal'),
    sheet: arraySheet(rows, {
      name: 'Sheet1',
      merges: mergesOf(grid),
      tables: listObject ? [{ name: '表1', area: listObject }] : [],
      hiddenRows: (setting('hiddenRows') ?? '')
        .split(',')
        .filter(Boolean)
        .map((row) => Number(row) - 1),
      hiddenColumns: (setting('hiddenCols') ?? '').split(',').filter(Boolean).map(columnIndex),
    }),
    tables: head.filter((line) => line.startsWith('table:')).map((line, index) => expectedTable(line, index, lines)),
  };
}

export function sheetCases(part: Part): SheetCase[] {
  return filesOf(part, 'workbooks').flatMap(({ stem, lines }) =>
    lines
      .join('\n')
      .split(/^=== /m)
      .slice(1)
      .map((block, index) => sheetCase(stem, index + 1, block.trimEnd().split('\n'))),
  );
}

/** The role a column should have, as the product names it. */
export function roleAt(table: ExpectedTable, column: number): { role: ColumnRole | null; period: string | null } {
  for (const [role, at] of table.roles) {
    if (at !== column) continue;
    const known = COLUMN_ROLES.find((one) => one === role);
    return known ? { role: known, period: null } : { role: 'history', period: role.slice(1) };
  }
  return { role: null, period: null };
}
