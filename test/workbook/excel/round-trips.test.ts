// How many requests a check and department sheets cost, whatever the number of rows; and that 100,000 rows pass in pieces.
import type { Browser } from 'playwright-core';
import type { CellValue } from '../../excel-host/cells';
import { dump, workbookFromRows, WorkbookModel } from '../../excel-host';
import type { Plan } from '../../../src/workbook/port';
import { launchBrowser } from '../../support/browser';
import { runCheck, runDepartments } from '../contract';
import { remoteHost, resultOf, type RemoteHost } from './remote';

jest.setTimeout(120_000);

const MEGABYTE = 1024 * 1024;

let browser: Browser;
let host: RemoteHost;
beforeAll(async () => {
  browser = await launchBrowser();
  host = await remoteHost(browser, { workbook: new WorkbookModel() });
});
afterAll(() => browser.close());

const INDICATORS = ['建成区绿化覆盖率', '生活垃圾无害化处理率', '居民健康素养水平', '每千常住人口执业（助理）医师数'];
const HEAD = ['序号', '评价指标', '目标值', '责任部门', '实际值'];

function rows(count: number, departments: number): (readonly CellValue[])[] {
  const body = Array.from({ length: count }, (_, index) => [
    index + 1,
    `${INDICATORS[index % INDICATORS.length]}（第${index + 1}项）`,
    '≥95%',
    `第${(index % departments) + 1}管理局、第${((index * 7 + 3) % departments) + 1}管理局`,
    index % 3 === 0 ? 0.96 : `${90 + (index % 10)}%`,
  ]);
  return [HEAD, ...body];
}

async function open(count: number, departments: number): Promise<WorkbookModel> {
  const workbook = workbookFromRows({ 指标: rows(count, departments) });
  host.excel.open(workbook);
  await host.call('restart');
  return workbook;
}

test.each([60, 10_000])('a check of %d rows takes 4 requests, again as many', async (count) => {
  const workbook = await open(count, 20);
  await runCheck(host, 'active');
  expect(host.excel.requests.map(({ error }) => error)).toEqual([null, null, null, null]);
  expect(workbook.sheet('指标').cell(1, 5).value).toBe('达标');
  host.excel.requests.length = 0;
  await runCheck(host, 'active');
  expect(host.excel.requests.map(({ error }) => error)).toEqual([null, null, null, null]);
});

test('sheets of 60 departments from 60 rows take 5 requests, and 6 when old ones are replaced', async () => {
  const workbook = await open(60, 60);
  expect(await runDepartments(host)).toBe(60);
  expect(host.excel.requests).toHaveLength(5);
  host.excel.requests.length = 0;
  await runDepartments(host);
  // One more: shares shown as 0.0% are read as Excel shows them.
  expect(host.excel.requests).toHaveLength(6);
  expect(workbook.sheets).toHaveLength(62);
});

test('sheets of 60 departments from 10,000 rows take no more than 8 requests, none of which could have gone with the next', async () => {
  const workbook = await open(10_000, 60);
  expect(await runDepartments(host)).toBe(60);
  const writes = host.excel.requests.slice(4).map(({ requestBytes }) => requestBytes);
  expect(4 + writes.length).toBeLessThanOrEqual(8);
  // Sizes are estimates on the safe side: what would pass 3.5 MB by them is no less than 3 MB.
  for (const [index, bytes] of writes.slice(1).entries()) expect(bytes + writes[index]!).toBeGreaterThan(3_000_000);
  expect(Math.max(...writes)).toBeLessThan(5_000_000);
  expect(workbook.sheets).toHaveLength(62);
});

function bigPlan(count: number): Plan {
  const area = { top: 0, left: 5, bottom: count, right: 6 };
  const rows = Array.from({ length: count }, (_, index) => index + 1);
  const reason = '实际值为 96%，不低于目标值 95%，达到要求；按最近一个完整年度的数据判定，单位一致。';
  const values = [
    ['达标情况', '判定说明'],
    ...rows.map((row) => [row % 3 === 0 ? '未达标' : '达标', `${row}：${reason}`]),
  ];
  return {
    expectations: rows.map((row) => ({ sheet: '指标', row, column: 2, text: '≥95%' })),
    steps: [
      { kind: 'write', sheet: '指标', block: { top: 0, left: 5, values, look: 'result' }, widths: [12, 46] },
      { kind: 'mark', marks: [{ name: 'result.1', place: { sheet: '指标', area }, text: null }] },
    ],
  };
}

test('100,000 rows are read and written in pieces under 5 MB, with progress', async () => {
  const workbook = await open(100_000, 60);
  await host.call('stages');
  resultOf(await host.call('readOnly'));
  resultOf(await host.call('apply', bigPlan(100_000)));
  const { requests } = host.excel;
  expect(requests.every(({ error }) => error === null)).toBe(true);
  expect(Math.max(...requests.map(({ requestBytes }) => requestBytes))).toBeLessThan(5 * MEGABYTE);
  expect(Math.max(...requests.map(({ responseBytes }) => responseBytes))).toBeLessThan(5 * MEGABYTE);
  const stages = await host.call('stages');
  expect(stages.filter((stage) => stage.startsWith('Reading')).length).toBeGreaterThan(3);
  expect(stages.filter((stage) => stage.startsWith('Writing')).length).toBeGreaterThan(3);
  expect(workbook.sheet('指标').cell(100_000, 6).value).toMatch(/^100000：/);
});

test('cancelled between two pieces, everything is as before', async () => {
  const workbook = await open(50_000, 60);
  const before = JSON.stringify(dump(workbook));
  resultOf(await host.call('readOnly'));
  const outcome = await host.call('apply', bigPlan(50_000), 'second');
  expect(outcome).toMatchObject({ ok: false, code: 'cancelled' });
  expect(JSON.stringify(dump(workbook)) === before).toBe(true);
});
