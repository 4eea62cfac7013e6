// Owns how good the built pane is: accessible, small, quick, and nothing cut off, in every theme and both languages.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { ExcelOptions, ExcelStandIn } from '../excel-host';
import { workbookFromRows } from '../excel-host';
import { launchBrowser } from '../support/browser';
import { axeFindings, cutOff } from './looks';
import { DIST, openPane, PANE_SIZE } from './open-pane';

jest.setTimeout(120_000);

/** Where pictures of the pane are put, to be looked at: `PICTURES=folder npx jest test/browser/pane-quality`. */
const PICTURES = process.env['PICTURES'];

/**
 * The smallest pane of the same toolchain (React 18, Fluent v9: provider, light theme, one button; webpack 5, swc), gzip.
 * Measured by `scripts/bench/pane.mjs`, as is what takes time.
 */
const SMALLEST_PANE = 64_035;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const NAMES = {
  zh: { check: '检查达标', results: '检查结果', unmet: /^未达标 \d+$/ },
  en: { check: 'Check compliance', results: 'Results', unmet: /^Not met \d+$/ },
} as const;

async function checked(options: Partial<ExcelOptions>, language: 'zh' | 'en'): Promise<ExcelStandIn> {
  const excel = await openPane('linzi-filled.xlsx', browser, { ...options, page: `taskpane.html?lang=${language}` });
  await excel.frame.getByRole('button', { name: NAMES[language].check, exact: true }).click();
  await excel.frame.getByRole('region', { name: NAMES[language].results }).waitFor();
  await excel.frame.getByRole('button', { name: NAMES[language].unmet }).click();
  await excel.frame.getByRole('region', { name: NAMES[language].results }).getByRole('listitem').first().click();
  await excel.frame.waitForTimeout(300);
  return excel;
}

const SIZES = { small: PANE_SIZE, large: { width: 500, height: 900 } } as const;
const cases = (['light', 'dark', 'contrast'] as const).flatMap((theme) =>
  (['zh', 'en'] as const).flatMap((language) =>
    (['small', 'large'] as const).map((size) => ({ theme, language, size })),
  ),
);

test.each(cases)(
  '$theme, $language, $size: axe finds nothing and nothing is cut off',
  async ({ theme, language, size }) => {
    const excel = await checked({ theme, size: SIZES[size], locale: language === 'zh' ? 'zh-CN' : 'en-US' }, language);
    try {
      if (PICTURES) await excel.page.screenshot({ path: path.join(PICTURES, `pane-${theme}-${language}-${size}.png`) });
      expect(await axeFindings(excel.frame)).toEqual([]);
      expect(await cutOff(excel.frame)).toEqual([]);
    } finally {
      await excel.close();
    }
  },
);

test('the first script is at most 1.3 times the smallest Fluent pane', () => {
  const page = readFileSync(path.join(DIST, 'taskpane.html'), 'utf8');
  const scripts = readdirSync(DIST).filter((file) => file.endsWith('.js') && page.includes(file));
  const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(DIST, file))).length, 0);
  expect(scripts).toContainEqual(expect.stringMatching(/^taskpane\./));
  expect(bytes).toBeLessThanOrEqual(1.3 * SMALLEST_PANE);
});

/** A reader of the milliseconds that the page's thread has worked: what else the machine does is not counted. */
async function threadTimeOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
}

test('10,000 rows: the list stays short and every step is quick', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => [
    index + 1,
    `第${index + 1}项指标达标率`,
    '≥90%',
    `部门${index % 40}局`,
    index % 3 ? '95%' : '80%',
  ]);
  const workbook = workbookFromRows({ 指标: [['序号', '评价指标', '目标值', '责任部门', '实际值'], ...rows] });
  const excel = await openPane('linzi.xlsx', browser, { workbook });
  try {
    const { frame } = excel;
    await frame.getByRole('button', { name: '检查达标', exact: true }).click();
    await frame
      .getByRole('status')
      .filter({ hasText: /^已检查 10000 项/ })
      .waitFor({ timeout: 60_000 });
    const items = frame.getByRole('region', { name: '检查结果' }).getByRole('listitem');
    expect(await items.count()).toBe(100);
    const filter = frame.getByRole('button', { name: /^未达标 3334$/ });
    const worked = await threadTimeOf(excel.page);
    const start = await worked();
    await filter.click();
    await frame.getByRole('button', { name: '再显示 100 项（还有 3234 项）' }).click();
    expect(await items.count()).toBe(200);
    expect((await worked()) - start).toBeLessThan(600);
  } finally {
    await excel.close();
  }
});
