import { launchBrowser } from '../support/browser';
import type { Browser } from 'playwright-core';
import { startExcel, workbookFromRows, type ExcelStandIn } from './index';

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><link rel="icon" href="data:,"><script src="/office/office.js"></script></head><body></body></html>`;

let browser: Browser;
let excel: ExcelStandIn;
beforeAll(async () => {
  browser = await launchBrowser();
  const workbook = workbookFromRows({
    指标: [
      ['序号', '指标'],
      [1, '覆盖率'],
      ['=1', '007'],
    ],
    其他: [],
  });
  excel = await startExcel({ browser, workbook, files: { 'page.html': PAGE }, page: 'page.html', doesNotWait: true });
}, 30_000);
afterAll(async () => {
  await excel.close();
  await browser.close();
});

/** Runs in the page under the real office.js; answers a value or the error's code. */
function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T | string> {
  return excel.frame.evaluate(`(async () => {
    await Office.onReady();
    try { return await Excel.run(${batch.toString()}); } catch (error) { return error.code ?? String(error); }
  })()`);
}

test('office.js finds an Excel and reads a range', async () => {
  const answer = await run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/protection/protected');
    const range = context.workbook.worksheets
      .getActiveWorksheet()
      .getUsedRange()
      .load('address,values,text,numberFormat');
    await context.sync();
    return {
      names: sheets.items.map((one) => [one.name, one.protection.protected]),
      address: range.address,
      values: range.values,
    };
  });
  expect(answer).toEqual({
    names: [
      ['指标', false],
      ['其他', false],
    ],
    address: '指标!A1:B3',
    values: [
      ['序号', '指标'],
      [1, '覆盖率'],
      ['=1', '007'],
    ],
  });
  expect(excel.requests).toHaveLength(1);
});
