// The two published tables, as a clerk gets them into a sheet.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatArea } from '../../src/sheet/address';
import { arraySheet } from '../../src/sheet/array-sheet';
import { recogniseTables } from '../../src/table/recognise';
import { LINZI_ROWS } from './fixtures/linzi';
import { TIANJIN_MERGES, TIANJIN_ROWS } from './fixtures/tianjin';
import { roles } from './support';

describe('Linzi', () => {
  const { tables, refusals } = recogniseTables(arraySheet(LINZI_ROWS), { profile: 'city' });
  const [table] = tables;

  test('is one table with four columns', () => {
    expect(tables).toHaveLength(1);
    expect(refusals).toEqual([]);
    expect(formatArea(table!.area)).toBe('A5:D63');
    expect(roles(table!)).toEqual({ seq: 'A', indicator: 'B', target: 'C', departments: 'D' });
    expect(table!.titles).toEqual(['附件 2', '国家卫生城市数据评价指标部门分工表']);
    expect(table!.confidence).toBeGreaterThan(0.9);
  });

  test('has 55 indicators in order', () => {
    expect(table!.rows.map((row) => row.seq)).toEqual(Array.from({ length: 55 }, (_, index) => String(index + 1)));
    expect(table!.rows.every((row) => row.indicator !== '' && row.target !== '')).toBe(true);
  });

  test('the spill after the page break belongs to row 45', () => {
    const row = table!.rows[44]!;
    expect(row.indicator).toBe('0-6 岁儿童眼保健和视力检查率');
    expect(row.departments).toBe('区卫生健康局\n区教育和体育局');
    expect([row.firstRow + 1, row.lastRow + 1]).toEqual([51, 53]);
    expect(row.doubts).toHaveLength(1);
    expect(table!.rows[45]!.indicator).toBe('重大慢性病过早死亡率');
  });
});

describe('Tianjin', () => {
  const { tables } = recogniseTables(arraySheet(TIANJIN_ROWS, { merges: TIANJIN_MERGES }), { profile: 'city' });
  const [table] = tables;

  test('is one table; the blank heading stands over the numbers', () => {
    expect(tables).toHaveLength(1);
    expect(formatArea(table!.area)).toBe('A2:D58');
    expect(roles(table!)).toEqual({ seq: 'A', indicator: 'B', target: 'C', remark: 'D' });
    expect(table!.rows).toHaveLength(56);
  });

  test('the merged target stands in each of rows 49 to 54', () => {
    expect(table!.rows.slice(48, 54).map((row) => row.target)).toEqual(Array(6).fill('符合所在地区域卫生规划要求'));
    expect(table!.rows[54]!.target).toBe('达到国家病媒生物密度控制水平标准C级要求');
  });

  test('a no-break space is a blank remark', () => {
    expect(table!.rows[1]!.remark).toBeNull();
    expect(table!.rows[13]!.remark).toBe('本指标适用于城市');
  });
});

describe('Tianjin’s notice pasted as plain text, a line a cell', () => {
  const lines = readFileSync(join(__dirname, '../fixtures/notices/tianjin.txt'), 'utf8').split(/\r?\n/);

  test.each([
    ['with its blank lines', lines],
    ['without blank lines', lines.filter((line) => line.trim() !== '')],
  ])('%s is one table of 56 indicators', (_, pasted) => {
    const { tables } = recogniseTables(arraySheet(pasted.map((line) => [line])), { profile: 'city' });
    expect(tables.map(({ rows, layout }) => [rows.length, layout])).toEqual([[56, 'lines']]);
    const rows = tables[0]!.rows;
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_row, index) => String(index + 1)));
    expect(rows[22]!.indicator).toBe('环境空气质量指数（AQI）不超过100的天数');
    expect(rows[42]!.indicator).toBe('以街道（乡、镇）为单位适龄儿童免疫规划疫苗接种率');
    expect([rows[55]!.target, rows[55]!.remark]).toEqual(['≥95%', null]);
  });
});
