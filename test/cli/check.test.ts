// Owns `dabiao check` on the two notices' tables: what a clerk gets, row by row, as read against the notices.
import { example, dabiao } from '../support/dabiao';

interface Row {
  readonly seq: string;
  readonly verdict: string;
  readonly reason: string;
  readonly gap: number | null;
  readonly rows: readonly number[];
  readonly departments: readonly { readonly name: string; readonly id: string; readonly collective: boolean }[];
}

interface Checked {
  readonly version: number;
  readonly tables: readonly {
    readonly sheet: string;
    readonly range: string;
    readonly layout: string;
    readonly columns: Record<string, unknown>;
    readonly rows: readonly Row[];
    readonly suggestions: readonly { readonly kind: string; readonly names: readonly string[] }[];
  }[];
  readonly summary: Record<string, number>;
}

function checked(name: string, ...words: string[]): Checked {
  const { code, out, err } = dabiao(['check', example(name), '--json', ...words]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Checked; // the contract's own shape, which the assertions below hold it to
}

/** Verdicts as `id: seqs`, so that one line a verdict can be read against the notice. */
function byVerdict({ tables }: Checked): Record<string, string> {
  const found: Record<string, string[]> = {};
  for (const { rows } of tables) for (const row of rows) (found[row.verdict] ??= []).push(row.seq);
  return Object.fromEntries(Object.entries(found).map(([verdict, seqs]) => [verdict, seqs.join(' ')]));
}

describe('Linzi as published', () => {
  const result = checked('linzi');
  const [table] = result.tables;

  it('is one table of 55 indicators', () => {
    expect(result.tables).toHaveLength(1);
    expect(table).toMatchObject({ sheet: '附件2', range: 'A3:D61', layout: 'grid' });
    expect(table?.columns).toMatchObject({ seq: 'A', indicator: 'B', target: 'C', departments: 'D', actual: null });
    expect(table?.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 55 }, (_, index) => String(index + 1)));
  });

  it('invents nothing: every row is missing or review', () => {
    expect(result.summary).toMatchObject({ indicators: 55, met: 0, unmet: 0, pending: 0 });
  });

  it('puts the department spilled behind the page break back to row 45', () => {
    const row = table?.rows.find(({ seq }) => seq === '45');
    expect(row?.departments.map(({ name }) => name)).toEqual(['区卫生健康局', '区教育和体育局']);
    expect(row?.rows).toEqual([49, 51]);
  });

  it('rejoins the name broken by a line wrap', () => {
    const row = table?.rows.find(({ seq }) => seq === '28');
    expect(row?.departments.map(({ name }) => name)).toContain('区人力资源和社会保障局');
  });

  it('counts 77 pairs of row and department over 18 names', () => {
    const names = table?.rows.flatMap(({ departments }) => departments.map(({ id }) => id)) ?? [];
    const counts = (name: string): number => names.filter((one) => one === name).length;
    expect(names).toHaveLength(77);
    expect(new Set(names).size).toBe(18);
    expect(['区卫生健康局', '区综合行政执法局', '区教育和体育局', '区教育局和体育局'].map(counts)).toEqual([
      28, 14, 6, 6,
    ]);
  });

  it('knows the collective and suggests the two spellings of one bureau', () => {
    const collectives = table?.rows.flatMap(({ departments }) => departments.filter(({ collective }) => collective));
    expect(collectives?.map(({ name }) => name)).toEqual(['区直各部门']);
    expect(table?.suggestions).toEqual([{ kind: 'same-department', names: ['区教育和体育局', '区教育局和体育局'] }]);
  });
});

describe('Linzi with made-up values', () => {
  const result = checked('linzi-filled');
  const rows = result.tables[0]?.rows ?? [];
  const reasonOf = (seq: string): string => rows.find((row) => row.seq === seq)?.reason ?? '';

  it('judges every row as a clerk reads it', () => {
    expect(byVerdict(result)).toEqual({
      met: '1 2 3 5 6 9 11 12 13 14 15 16 17 18 21 24 25 26 27 29 30 32 34 35 36 37 38 39 41 42 43 44 46 50 52 54 55',
      unmet: '4 7 8 10 19 22 23 28 33 40',
      pending: '48 49 51 53',
      missing: '20 45',
      review: '31 47',
    });
  });

  it.each([
    ['4', '38.5%', '不含'],
    ['7', '21.3%', '1.3 个百分点'],
    ['8', '学校', '86%'],
    ['22', '247天', '73 天'],
    ['23', 'PM2.5', 'PM10'],
    ['28', '64.5%', '5.5 个百分点'],
    ['33', '2022年 14.2%', '2021年 13.9%'],
    ['48', '7.31', '2025年'],
  ])('says why of row %s', (seq, ...words) => {
    for (const word of words) expect(reasonOf(seq)).toContain(word);
  });

  it('gives the gap of an unmet threshold, signed, in its unit', () => {
    const gaps = Object.fromEntries(rows.map(({ seq, gap }) => [seq, gap]));
    expect(gaps).toMatchObject({ 4: 0, 7: 1.3, 19: -0.8, 22: -73, 28: -5.5, 33: null });
  });
});

describe('Tianjin', () => {
  it('as published shares one target over rows 49 to 54', () => {
    const result = checked('tianjin');
    expect(result.summary['indicators']).toBe(56);
    expect(result.summary['met']).toBe(0);
    const targets = JSON.stringify(result.tables[0]?.rows.slice(48, 54));
    expect(targets.match(/"raw":"符合所在地区域卫生规划要求"/g)).toHaveLength(6);
  });

  it('with made-up values, for a city', () => {
    expect(byVerdict(checked('tianjin-filled'))).toMatchObject({
      unmet: '6 13 15 16 23 25 33 38 45 50 54 56',
      missing: '37 46 53',
    });
  });

  it('with made-up values, for a county: the remarks decide', () => {
    const result = checked('tianjin-filled', '--profile', 'county');
    const verdicts = Object.fromEntries((result.tables[0]?.rows ?? []).map(({ seq, verdict }) => [seq, verdict]));
    // 14 and 20 are for cities only; 22 has another indicator at 95% for counties; 23 asks 300 days.
    expect(verdicts).toMatchObject({ 14: 'notApplicable', 20: 'notApplicable', 22: 'unmet', 23: 'unmet' });
  });
});
