// Owns fuzzing of the whole check on mutated cells: it never throws, and nothing is met on a value that is not there.
// FUZZ_RUNS=20000 npx jest test/corpus/fuzz for a long run.
import fc from 'fast-check';
import { arraySheet, cellOf, type ArrayCell } from '../../src/sheet/array-sheet';
import { BLANK_CELL, type Cell, type Sheet } from '../../src/sheet/sheet';
import { readDepartments } from '../../src/department/identity';
import { recogniseTables } from '../../src/table/recognise';
import { judgeRow } from '../../src/verdict/judge';
import { VERDICTS } from '../../src/verdict/judgement';
import { sheetCases, targetCases } from './corpus';

const RUNS = { numRuns: Number(process.env.FUZZ_RUNS ?? 300) };

const TARGETS = targetCases('open');
const SHEETS = sheetCases('open');

/** What stands in a cell when there is no value (§4). */
const NO_VALUE = [
  '',
  ' ',
  '—',
  '-',
  '/',
  '暂无',
  '未统计',
  '待填',
  '待报',
  'N/A',
  '待核实',
  '？',
  '同上年',
  '见附件',
  '正在统计',
  '未出数',
  '12月出数',
  '0/0',
];

/** Pieces that the readers look for, in any order: far likelier to find a hole than random characters. */
const PIECES = [
  '≥',
  '≤',
  '>',
  '＜',
  '》',
  '?',
  '%',
  '‰',
  '/10万',
  '90',
  '0.95',
  '-3',
  '1,200',
  '百分之九十',
  '九成',
  '小时',
  '分钟',
  '天',
  '平方米',
  '或',
  '且',
  '；',
  '、',
  '，',
  '（',
  '）',
  '(',
  ')',
  '2025年',
  '到2025年达到',
  '逐年下降',
  '持续改善',
  '呈下降趋势',
  '较上年',
  '提高',
  '下降5%',
  '近5年平均水平',
  '全省平均',
  '不低于',
  '以上',
  '以内',
  '左右',
  '有',
  '无',
  '零发生',
  '已建立',
  '未',
  '二级标准',
  'C级',
  '设区市',
  '县',
  'PM2.5',
  '约',
  '达标',
  '见附件',
  ' ',
  '\n',
  '\t',
  '\u00a0',
  '\u200b',
  '㎡',
  '𠮷',
  '~',
  '-',
  '～',
  '×',
  '√',
  '《',
  '》条例',
  '#DIV/0!',
  '均',
  '和',
  '区卫生健康局',
  '牵头',
  '下同',
];

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  { weight: 4, arbitrary: pieces },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  anyText.map((text) => cellOf(text)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => cellOf(value)),
  fc.boolean().map((value) => cellOf(value)),
  fc.constantFrom('#DIV/0!', '#REF!').map((error): Cell => ({ ...cellOf(error), kind: 'error' })),
  fc.integer({ min: 1, max: 60000 }).map((serial): Cell => ({ ...cellOf(serial, '3-5', 'm-d'), kind: 'date' })),
  fc.constant(BLANK_CELL),
);

test('a row of any cells gets a verdict and a reason, and nothing is thrown', () => {
  const anyRow = fc.record({
    base: fc.constantFrom(...TARGETS),
    indicator: anyText,
    target: anyText,
    actual: anyCell,
    past: anyCell,
    remark: anyText,
  });
  fc.assert(
    fc.property(anyRow, fc.boolean(), ({ base, indicator, target, actual, past, remark }, keepsTarget) => {
      const row = {
        ...base.row,
        remark,
        actual,
        history: [{ period: '上年', year: null, cell: past }],
        ...(keepsTarget ? {} : { indicator, target }),
      };
      const judgement = judgeRow(row, base.context);
      expect(VERDICTS).toContain(judgement.verdict);
      expect(judgement.reason.zh).not.toBe('');
      expect(judgement.reason.zh).not.toMatch(/NaN|undefined|null|Infinity/);
    }),
    RUNS,
  );
});

test.each(NO_VALUE)('no target of the corpus is met or unmet by %j', (word) => {
  const judged = TARGETS.map(({ id, row, context }) => {
    const bare = { ...row, actual: cellOf(word), numerator: null, denominator: null };
    return `${id} ${judgeRow(bare, context).verdict}`;
  });
  expect(judged.filter((one) => / (un)?met$/.test(one))).toEqual([]);
});

test('no target however mangled is met by a value that is not there', () => {
  const mangled = fc.tuple(fc.constantFrom(...TARGETS), pieces, fc.constantFrom(...NO_VALUE));
  fc.assert(
    fc.property(mangled, ([{ row, context }, extra, word]) => {
      const bare = { ...row, target: row.target + extra, actual: cellOf(word), numerator: null, denominator: null };
      expect(judgeRow(bare, context).verdict).not.toBe('met');
    }),
    RUNS,
  );
});

/** The sheet with some cells changed; a sheet may grow by it. */
function mutated(sheet: Sheet, changes: readonly { row: number; column: number; cell: Cell }[]): Sheet {
  const rows: ArrayCell[][] = Array.from({ length: sheet.rowCount + 2 }, (_, row) =>
    Array.from({ length: sheet.columnCount + 1 }, (_, column) => sheet.cell(row, column)),
  );
  for (const { row, column, cell } of changes) {
    const line = rows[row % rows.length];
    if (line) line[column % line.length] = cell;
  }
  return arraySheet(rows, { merges: sheet.merges });
}

test('a check of mutated sheets throws nothing and keeps every row inside its table', () => {
  const change = fc.record({ row: fc.nat(40), column: fc.nat(12), cell: anyCell });
  const anySheet = fc.tuple(fc.constantFrom(...SHEETS), fc.array(change, { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(anySheet, ([{ sheet, profile }, changes]) => {
      for (const table of recogniseTables(mutated(sheet, changes), { profile }).tables) {
        readDepartments(table.rows);
        for (const row of table.rows) {
          expect(row.firstRow).toBeGreaterThanOrEqual(table.firstDataRow);
          expect(row.lastRow).toBeLessThanOrEqual(table.area.bottom);
          expect(VERDICTS).toContain(
            judgeRow(row, { profile, actualYear: table.actualYear, targetYear: table.targetYear }).verdict,
          );
        }
      }
    }),
    RUNS,
  );
});

test('a sheet whose value columns are emptied has nothing met and nothing unmet', () => {
  for (const { id, sheet, profile, tables } of SHEETS) {
    const columns = tables.flatMap(({ roles }) =>
      ['actual', 'numerator', 'denominator'].flatMap((role) => roles.get(role) ?? []),
    );
    if (tables.some(({ layout }) => layout !== 'grid')) continue;
    const changes = tables.flatMap(({ rows }) =>
      rows.flatMap(({ firstRow }) => columns.map((column) => ({ row: firstRow, column, cell: BLANK_CELL }))),
    );
    const { tables: found } = recogniseTables(mutated(sheet, changes), { profile });
    const verdicts = found.flatMap((table) =>
      table.rows.map(
        (row) => judgeRow(row, { profile, actualYear: table.actualYear, targetYear: table.targetYear }).verdict,
      ),
    );
    expect([id, verdicts.filter((verdict) => verdict === 'met' || verdict === 'unmet')]).toEqual([id, []]);
  }
});

type Grid = readonly (readonly Cell[])[];

function gridOf(sheet: Sheet): Grid {
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) => sheet.cell(row, column)),
  );
}

const asText = (cell: Cell): Cell => (cell.kind === 'number' ? cellOf(` ${cell.text}`) : cell);

/** What happens to tables on their way between offices; `at` and `to` are any numbers. */
const ACCIDENTS: Readonly<Record<string, (grid: Grid, at: number, to: number) => Grid>> = {
  'columns change places': (grid, at, to) =>
    grid.map((row) => {
      const [one, other] = [at % row.length, to % row.length];
      return row.map((cell, index) => row[index === one ? other : index === other ? one : index] ?? cell);
    }),
  'a column is moved to the end': (grid, at) =>
    grid.map((row) => [...row.filter((_, index) => index !== at % row.length), row[at % row.length] ?? BLANK_CELL]),
  'a column is lost': (grid, at) => grid.map((row) => row.filter((_, index) => index !== at % row.length)),
  'a row is lost': (grid, at) => grid.filter((_, index) => index !== at % grid.length),
  'a row is told twice': (grid, at) => grid.flatMap((row, index) => (index === at % grid.length ? [row, row] : [row])),
  'a row is empty': (grid, at) => [...grid.slice(0, at % grid.length), [], ...grid.slice(at % grid.length)],
  'a note stands in between': (grid, at) => [
    ...grid.slice(0, at % grid.length),
    [cellOf('注：本页数据截至12月底，达标率≥90%')],
    ...grid.slice(at % grid.length),
  ],
  'numbers are texts': (grid) => grid.map((row) => row.map(asText)),
  'a column has errors': (grid, at) =>
    grid.map((row) =>
      row.map((cell, index) => (index === at % row.length ? { ...cellOf('#REF!'), kind: 'error' } : cell)),
    ),
};

const accident = fc.tuple(fc.constantFrom(...Object.keys(ACCIDENTS)), fc.nat(60), fc.nat(60));
const anyMerge = fc
  .tuple(fc.nat(30), fc.nat(10), fc.nat(5), fc.nat(4))
  .map(([top, left, high, wide]) => ({ top, left, bottom: top + high, right: left + wide }));

test('sheets with columns moved, rows lost, notes let in, cells merged: nothing is thrown, nothing met without a value', () => {
  const anySheet = fc.tuple(
    fc.constantFrom(...SHEETS),
    fc.array(accident, { minLength: 1, maxLength: 4 }),
    fc.array(anyMerge, { maxLength: 2 }),
  );
  fc.assert(
    fc.property(anySheet, ([{ sheet, profile }, accidents, merges]) => {
      const rows = accidents.reduce<Grid>((grid, [name, at, to]) => {
        const change = ACCIDENTS[name];
        return change === undefined || grid.length === 0 ? grid : change(grid, at, to);
      }, gridOf(sheet));
      for (const table of recogniseTables(arraySheet(rows, { merges: [...sheet.merges, ...merges] }), { profile })
        .tables) {
        readDepartments(table.rows);
        for (const row of table.rows) {
          const { actualYear, targetYear } = table;
          const { verdict } = judgeRow(row, { profile, actualYear, targetYear });
          const isThere = [row.actual, row.numerator].some(
            (cell) => cell !== null && !['blank', 'error'].includes(cell.kind),
          );
          if (verdict === 'met') expect([row.indicator, isThere]).toEqual([row.indicator, true]);
        }
      }
    }),
    RUNS,
  );
});
