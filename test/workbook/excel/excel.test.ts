import type { Browser } from 'playwright-core';
import { workbookFromRows } from '../../excel-host';
import { dump } from '../../excel-host/dump';
import { launchBrowser } from '../../support/browser';
import type { Plan } from '../../../src/workbook/port';
import { remoteHost, resultOf, type RemoteHost } from './remote';

jest.setTimeout(60_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const TABLE = [
  ['序号', '评价指标', '目标值', '实际值'],
  [1, '建成区绿地率', '≥35%', '36%'],
  [2, '生活垃圾无害化处理率', '100%', '99%'],
];

let host: RemoteHost;
afterEach(() => host?.excel.close());

function checkPlan(): Plan {
  return {
    expectations: [{ sheet: '指标', row: 1, column: 1, text: '建成区绿地率' }],
    steps: [
      {
        kind: 'write',
        sheet: '指标',
        block: {
          top: 0,
          left: 4,
          values: [
            ['达标情况', '判定说明'],
            ['达标', '实际值 36% 不低于 35%'],
            ['未达标', '=1+1'],
          ],
          look: 'result',
        },
        widths: [12, 46],
      },
      {
        kind: 'colour',
        sheet: '指标',
        colours: [
          {
            area: { top: 1, left: 0, bottom: 2, right: 5 },
            keyColumn: 4,
            rules: [{ equals: '达标', fill: 'E2F0D9', font: '1E5B1E' }],
          },
        ],
      },
      {
        kind: 'mark',
        marks: [
          { name: 'result.1', place: { sheet: '指标', area: { top: 0, left: 4, bottom: 2, right: 5 } }, text: null },
        ],
      },
    ],
  };
}

test('reads, writes, writes again, and takes it all back', async () => {
  const workbook = workbookFromRows({ 指标: TABLE, 其他: [] });
  const before = dump(workbook);
  host = await remoteHost(browser, { workbook });
  const snapshot = await host.read({ sheets: 'active' });
  expect(snapshot.sheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['指标', 3],
    ['其他', 0],
  ]);
  console.log(host.excel.requests);
  await host.apply(checkPlan());
  console.log(
    host.excel.requests.map(({ actions, names, requestBytes, error }) => [actions, names.join(), requestBytes, error]),
  );
  const once = dump(workbook);
  console.log(JSON.stringify(once, null, 1).slice(0, 6000));
  await host.read({ sheets: 'active' });
  await host.apply(checkPlan());
  expect(dump(workbook)).toEqual(once);
  await host.read({ sheets: 'all' });
  await host.apply({
    expectations: [],
    steps: [
      { kind: 'colour', sheet: '指标', colours: [] },
      { kind: 'erase', sheet: '指标', area: { top: 0, left: 4, bottom: 2, right: 5 } },
      { kind: 'unmark', names: ['result.1'] },
    ],
  });
  expect(dump(workbook)).toEqual(before);
  void resultOf;
});
