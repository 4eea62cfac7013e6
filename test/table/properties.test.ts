// What must hold for every sheet: surroundings do not change a table, nothing throws, cost grows with the cells.
import fc from 'fast-check';
import { arraySheet } from '../../src/sheet/array-sheet';
import { recogniseTables } from '../../src/table/recognise';
import type { IndicatorTable } from '../../src/table/table';
import { effortOf } from '../support/effort';
import { LINZI_ROWS } from './fixtures/linzi';
import { grid, recognise, roles, type Rows } from './support';

const TABLE = grid(`
序号|类别|评价指标|目标值|2022年|2023年|责任部门
1|市容环境|道路装灯率|100%|98%|99%|区住建局
2||窨井盖完好率|≥98%|97%|99%|区城管局、区水务局
3|健康教育|居民健康素养水平|≥23%或持续提升|24%|26%|区卫健局
4||15岁以上人群吸烟率|<20%|21%|20.5%|区卫健局`);

const NOTES = ['国家卫生城市工作', '附件3', '请各单位于每月5日前报送', '（此件公开发布）', '联系人：张三', '区爱卫办'];

function essence(table: IndicatorTable, down: number, right: number): unknown {
  return {
    area: [table.area.top - down, table.area.left - right, table.area.bottom - down, table.area.right - right],
    columns: table.columns.map(({ column, role, period }) => [column - right, role, period]),
    rows: table.rows.map((row) => [
      row.firstRow - down,
      row.lastRow - down,
      row.seq,
      row.category,
      row.indicator,
      row.target,
    ]),
  };
}

const shifted = (rows: Rows, down: number, right: number): Rows => [
  ...Array<string[]>(down).fill([]),
  ...rows.map((row) => [...Array<string>(right).fill(''), ...row]),
];

test('empty rows and columns before a table move it and change nothing else', () => {
  const [plain] = recognise(TABLE).tables;
  fc.assert(
    fc.property(fc.nat(40), fc.nat(12), (down, right) => {
      const { tables } = recognise(shifted(TABLE, down, right));
      expect(tables.map((table) => essence(table, down, right))).toEqual([essence(plain!, 0, 0)]);
    }),
    { numRuns: 40 },
  );
});

test('unrelated notes above, below and beside a table change nothing', () => {
  const [plain] = recognise(TABLE).tables;
  const note = fc.constantFrom(...NOTES);
  fc.assert(
    fc.property(
      fc.array(note, { maxLength: 3 }),
      fc.array(note, { maxLength: 4 }),
      fc.option(note),
      (above, below, beside) => {
        const body = TABLE.map((row, index) => (index === 2 && beside !== null ? [...row, '', '', beside] : row));
        const rows: Rows = [
          ...above.map((text) => [text]),
          ...(above.length > 0 ? [[]] : []),
          ...body,
          [],
          ...below.map((text) => [text]),
        ];
        const down = above.length + (above.length > 0 ? 1 : 0);
        const { tables } = recognise(rows);
        expect(tables.map((table) => essence(table, down, 0))).toEqual([essence(plain!, 0, 0)]);
      },
    ),
    { numRuns: 80 },
  );
});

test('rows left out of Linzi leave the others as they are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 6, max: 44 }), { maxLength: 10 }), (without) => {
      const rows = LINZI_ROWS.filter((_, index) => !without.includes(index));
      const { tables } = recognise(rows);
      const expected = LINZI_ROWS.filter((row, index) => !without.includes(index) && /^\d+$/.test(row[0] ?? '')).map(
        (row) => row[1],
      );
      expect(tables).toHaveLength(1);
      expect(tables[0]!.rows.map((row) => row.indicator)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

const WORDS = [
  '序号',
  '评价指标',
  '目标值',
  '责任部门',
  '2023年',
  '完成情况',
  '单位',
  '备注',
  '≥90%',
  '逐年下降',
  '100%',
  '区卫健局',
  '道路装灯率',
  '一、市容环境',
  '小计',
  '注：见附件',
  '',
  '',
  '',
  '1',
  '2',
  '3',
  '\t',
  '  ',
  '（',
  '5'.repeat(50),
  '\u00a0',
  '类别',
  '有',
];

test('no sheet makes it throw, whatever stands where and is merged', () => {
  const cell = fc.oneof(
    fc.constantFrom(...WORDS),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.double(),
    fc.boolean(),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 });
  const merge = fc
    .tuple(fc.nat(12), fc.nat(7), fc.nat(4), fc.nat(4))
    .map(([top, left, high, wide]) => ({ top, left, bottom: top + high, right: left + wide }));
  fc.assert(
    fc.property(rows, fc.array(merge, { maxLength: 4 }), fc.boolean(), (cells, merges, isCity) => {
      const { tables } = recogniseTables(arraySheet(cells, { merges }), { profile: isCity ? 'city' : 'county' });
      for (const table of tables) {
        expect(table.rows.length).toBeGreaterThan(0);
        for (const row of table.rows) {
          expect(row.firstRow).toBeGreaterThanOrEqual(table.area.top);
          expect(row.lastRow).toBeLessThanOrEqual(table.area.bottom);
          expect(row.lastRow).toBeGreaterThanOrEqual(row.firstRow);
        }
      }
    }),
    { numRuns: 600 },
  );
});

test('a stray cell in the last corner of the sheet costs little', () => {
  const small = arraySheet(TABLE);
  const effort = effortOf(() => {
    const { tables } = recogniseTables({ ...small, rowCount: 1048576, columnCount: 16384 }, { profile: 'city' });
    expect(tables).toHaveLength(1);
  });
  expect(effort).toBeLessThan(5000);
});

test('cost grows with the cells: ten times the rows take no more than thirty times as long', () => {
  const table = (count: number): Rows => [
    ['序号', '评价指标', '目标值', '责任部门'],
    ...Array.from({ length: count }, (_, index) => [
      index + 1,
      `道路装灯率${index}`,
      `≥${index % 100}%`,
      '区住建局 区城管局',
    ]),
  ];
  const effort = (count: number): number => {
    const sheet = arraySheet(table(count));
    return effortOf(() => expect(recogniseTables(sheet, { profile: 'city' }).tables[0]!.rows).toHaveLength(count));
  };
  effort(1000);
  expect(effort(20000)).toBeLessThan(30 * Math.max(effort(2000), 20));
});

describe('what the caller says', () => {
  test('our own columns read as blank and are not part of the table', () => {
    const rows = TABLE.map((row, index) => [
      ...row,
      index === 0 ? '达标情况' : '达标',
      index === 0 ? '判定说明' : '实际 99%',
    ]);
    const ours = [{ top: 0, left: 7, bottom: 4, right: 8 }];
    const [table] = recognise(rows, {}, { ours }).tables;
    expect(table!.area.right).toBe(6);
    expect(roles(table!)).toEqual(roles(recognise(TABLE).tables[0]!));
  });

  test('a selection leaves out the rest', () => {
    const rows = [...TABLE, [], ...TABLE];
    const { tables } = recognise(rows, {}, { selection: { top: 6, left: 0, bottom: 10, right: 6 } });
    expect(tables.map(({ area }) => area.top)).toEqual([6]);
  });

  test('a chosen role wins', () => {
    const [table] = recognise(
      TABLE,
      {},
      {
        roles: new Map([
          [4, 'actual'],
          [5, null],
        ]),
      },
    ).tables;
    expect(table!.rows[0]!.actual!.text).toBe('98%');
    expect(table!.columns[4]!.why.zh).toBe('由您指定');
  });

  test('chosen roles claim what would be refused', () => {
    const rows = grid('任务|要求|单位\n清扫道路|做到路面干净整洁|城管局\n修剪绿化|草坪无杂草|园林局');
    expect(recognise(rows).tables).toEqual([]);
    const { tables } = recognise(
      rows,
      {},
      {
        roles: new Map([
          [0, 'indicator'],
          [1, 'target'],
        ]),
      },
    );
    expect(tables[0]!.rows.map((row) => row.target)).toEqual(['做到路面干净整洁', '草坪无杂草']);
  });
});
