// Owns the measure of the pane against the smallest Fluent v9 + React page of the same toolchain, both in the tests' Excel:
// `node --import ./scripts/run-typescript.mjs scripts/bench/pane.mjs` after `npm run build`. No test reads what takes time;
// the smallest page's size stands in test/browser/pane-quality.test.ts.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { startExcel, workbookFromXlsx } from '../../test/excel-host/index.ts';
import { launchBrowser } from '../../test/support/browser.ts';
import { build, median } from './measure.mjs';

const require = createRequire(import.meta.url);
const pages = require('../../webpack.config.js')();

const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const EXAMPLE = 'examples/linzi-filled.xlsx';
const ROOT = path.resolve('.');
const OFFICE_JS = /<script[^>]*office\.js[^>]*><\/script>/.exec(readFileSync('dist/taskpane.html', 'utf8'))[0];

const folder = mkdtempSync(path.join(tmpdir(), 'smallest-pane-'));

async function buildSmallest() {
  const entry = path.join(folder, 'pane.tsx');
  writeFileSync(
    entry,
    `import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
const button = <FluentProvider theme={webLightTheme}><Button>检查</Button></FluentProvider>;
// As any pane that must know its Excel first, its language and theme.
Office.onReady(() => createRoot(document.getElementById('root')!).render(button));`,
  );
  await build({
    mode: 'production',
    context: ROOT,
    entry,
    output: { path: folder, filename: 'pane.js' },
    resolve: { ...pages.resolve, modules: [path.join(ROOT, 'node_modules')] },
    module: pages.module,
    performance: { hints: false },
  });
  return readFileSync(path.join(folder, 'pane.js'));
}

async function open(browser, options) {
  const workbook = await workbookFromXlsx(readFileSync(EXAMPLE));
  return startExcel({ workbook, browser, size: { width: 350, height: 378 }, ...options });
}

/** From the page's start to its first content, as the page measures it. */
async function firstPaint(browser, options) {
  const excel = await open(browser, options);
  await excel.frame.getByRole('button').first().waitFor();
  const time = await excel.frame.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  await excel.close();
  return time;
}

/** From a value being typed to its row's new verdict in the sheet. */
async function rejudged(browser, options) {
  const excel = await open(browser, options);
  const { frame, workbook } = excel;
  await frame.getByRole('button', { name: '检查达标', exact: true }).click();
  await frame.getByRole('region', { name: '检查结果' }).waitFor();
  const sheet = workbook.sheets[0];
  const rows = Array.from({ length: 80 }, (_, row) => row);
  const columns = Array.from({ length: 20 }, (_, column) => column);
  const isThere = (row, word) => columns.find((column) => sheet.cell(row, column).value === word);
  const head = rows.find((row) => isThere(row, '达标情况') !== undefined);
  const row = rows.find((one) => isThere(one, '群众对卫生状况满意率') !== undefined);
  const [value, verdict] = ['2023年完成值', '达标情况'].map((word) => isThere(head, word));
  const start = performance.now();
  sheet.type(row, value, '50%');
  while (sheet.cell(row, verdict).value !== '未达标') await frame.waitForTimeout(5);
  const time = performance.now() - start;
  await excel.close();
  return time;
}

const script = await buildSmallest();
console.log(`smallest pane: ${script.length} bytes, ${gzipSync(script).length} gzip`);
const smallest = {
  page: 'smallest.html',
  files: {
    'smallest.html': `<!doctype html><meta charset="utf-8">${OFFICE_JS}<div id="root"></div><script src="pane.js"></script>`,
    'pane.js': script,
  },
};
const pane = { addinDir: path.join(ROOT, 'dist') };
const browser = await launchBrowser();
try {
  const paints = [];
  const edits = [];
  for (let run = 0; run < RUNS; run += 1) {
    paints.push([await firstPaint(browser, smallest), await firstPaint(browser, pane)]);
    edits.push(await rejudged(browser, pane));
  }
  const [bare, ours] = [0, 1].map((at) => median(paints.map((one) => one[at])));
  console.log(
    `first paint: ${ours.toFixed(0)} ms, ${(ours / bare).toFixed(2)} of the smallest pane (${bare.toFixed(0)} ms)`,
  );
  console.log(`a value typed turns its row in ${median(edits).toFixed(0)} ms`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
