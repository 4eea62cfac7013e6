// Owns the measure of the workbench against its own grid, bare: `node --import ./scripts/run-typescript.mjs scripts/bench/workbench.mjs` after `npm run build`.
// Prints ratios of medians; both pages run in turn, so that a machine that drifts drifts for both.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../../test/support/browser.ts';
import { build, median } from './measure.mjs';
import { writeBenchTable } from './table.mjs';

const require = createRequire(import.meta.url);
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const workbench = require('../../webpack.workbench.config.js');

const RUNS = Number(process.env.BENCH_RUNS ?? 3);
/** The first paints of a browser that has just started differ most. */
const PAINTS = 3 * RUNS;
const ROWS = Number(process.env.BENCH_ROWS ?? 10_000);
const SMALL = 'examples/linzi-filled.xlsx';
const FEW_ROWS = 60;
const WHEELS = 30;

const folder = mkdtempSync(join(tmpdir(), 'dabiao-workbench-'));

/** The bare page, with the workbench's own toolchain. */
async function buildBare() {
  const config = workbench({}, {});
  const page = new HtmlWebpackPlugin({
    templateContent: '<body style="margin:0"><div id="grid" style="height:100vh">',
  });
  const plugins = [...config.plugins.filter((plugin) => plugin instanceof MiniCssExtractPlugin), page];
  const entry = { bare: './scripts/bench/bare-grid.js' };
  await build({ ...config, entry, plugins, cache: false, output: { ...config.output, path: folder } });
}

async function serveBare() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const bytes = await readFile(join(folder, pathname === '/' ? 'index.html' : pathname)).catch(() => null);
    const type = pathname.endsWith('.css') ? 'text/css' : pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(bytes ? 200 : 404, { 'content-type': `${type}; charset=utf-8` }).end(bytes);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, address: `http://localhost:${server.address().port}/` };
}

async function serveWorkbench() {
  const server = spawn(process.execPath, ['scripts/start.mjs', SMALL], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const text of server.stdout) {
    const address = /http:\/\/localhost:\d+\//.exec(String(text))?.[0];
    if (address) return { server, address };
  }
  throw new Error('npm start ended without an address; run it by itself to see why.');
}

/** In the page: when the grid first shows cells. */
function watchPage() {
  const look = () => {
    const canvas = document.querySelector('#grid canvas[id^=univer-sheet-main]');
    const pixels = canvas?.width > 0 ? canvas.getContext('2d').getImageData(0, 0, canvas.width, 400).data : [];
    if (pixels.some((part, at) => at % 4 === 3 && part > 0)) window.firstPaint = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function openPage(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, locale: 'zh-CN' });
  await page.addInitScript(watchPage);
  await page.goto(address);
  await page.waitForFunction(() => window.firstPaint);
  return page;
}

/** The longest task of the page's thread meanwhile: what it worked, and what a person would have waited here. */
async function longest(page, work) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ['toplevel'] });
  await work();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const threadOf = ({ pid, tid }) => `${pid}/${tid}`;
  const named = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const main = new Set(named.map(threadOf));
  const tasks = traceEvents.filter((one) => one.name.endsWith('RunTask') && one.dur && main.has(threadOf(one)));
  const most = (field) => Math.max(0, ...tasks.map((task) => (task[field] ?? 0) / 1000));
  return { worked: most('tdur'), waited: most('dur') };
}

async function scroll(page) {
  await page.waitForTimeout(2000);
  return longest(page, async () => {
    await page.mouse.move(500, 500);
    for (let step = 0; step < WHEELS; step += 1) {
      await page.mouse.wheel(0, 800);
      await page.waitForTimeout(50);
    }
    await page.waitForTimeout(500);
  });
}

async function firstPaint(browser, address) {
  const page = await openPage(browser, address);
  const time = await page.evaluate(() => window.firstPaint);
  await page.close();
  return time;
}

async function bareScroll(browser, address) {
  const page = await openPage(browser, `${address}?rows=${ROWS}`);
  const scrolled = await scroll(page);
  await page.close();
  return scrolled;
}

async function checkLarge(browser, address, input) {
  const page = await openPage(browser, address);
  const pane = page.frameLocator('#pane');
  await page.locator('#file').setInputFiles(input);
  await page.getByText('table.xlsx').waitFor();
  await pane.getByRole('button', { name: '检查达标' }).waitFor();
  await page.waitForTimeout(2000);
  const start = Date.now();
  const checked = await longest(page, async () => {
    await pane.getByRole('button', { name: '检查达标' }).click();
    await pane.getByText('已检查').waitFor({ timeout: 120_000 });
  });
  const seconds = (Date.now() - start) / 1000;
  const scrolled = await scroll(page);
  await page.close();
  return { seconds, checked, scrolled };
}

await buildBare();
const input = join(folder, 'table.xlsx');
await writeBenchTable(input, ROWS);
const [bare, ours] = [await serveBare(), await serveWorkbench()];
const browser = await launchBrowser();
try {
  const paints = [];
  const large = [];
  for (let run = 0; run < PAINTS; run += 1) {
    paints.push([
      await firstPaint(browser, `${bare.address}?rows=${FEW_ROWS}`),
      await firstPaint(browser, ours.address),
    ]);
  }
  for (let run = 0; run < RUNS; run += 1) {
    large.push([await bareScroll(browser, bare.address), await checkLarge(browser, ours.address, input)]);
  }
  const [paint, barePaint] = [1, 0].map((at) => median(paints.map((one) => one[at])));
  console.log(
    `first paint: ${paint.toFixed(0)} ms, ${(paint / barePaint).toFixed(2)} of bare (${barePaint.toFixed(0)} ms)`,
  );
  const say = (what, tasks) => {
    const [worked, waited] = ['worked', 'waited'].map((field) => median(tasks.map((task) => task[field])).toFixed(0));
    console.log(`${ROWS} rows, longest task, ${what}: ${worked} ms of work (${waited} ms passed on this machine)`);
  };
  say(
    'scrolling the bare grid',
    large.map(([bareGrid]) => bareGrid),
  );
  say(
    'check',
    large.map(([, { checked }]) => checked),
  );
  say(
    'scrolling after the check',
    large.map(([, { scrolled }]) => scrolled),
  );
  console.log(`${ROWS} rows, check: ${median(large.map(([, { seconds }]) => seconds)).toFixed(1)} s`);
} finally {
  await browser.close();
  bare.server.close();
  ours.server.kill('SIGINT');
  rmSync(folder, { recursive: true, force: true });
}
