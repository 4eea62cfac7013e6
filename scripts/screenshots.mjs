// Owns the pictures of the documents, taken from the running workbench into docs/images: npm run screenshots.
// Must not arrange what a person could not arrange by hand.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser, provideChineseFont } from '../test/support/browser';

const FOLDER = join('docs', 'images');
const DESK = { viewport: { width: 1440, height: 860 } };
/** The pane alone is small, so it is taken at twice its size. */
const PANE = { viewport: { width: 1100, height: 800 }, deviceScaleFactor: 2 };
/** Grids draw after the page says it is done. */
const GRID_DRAWN = 2000;

async function startWorkbench() {
  const server = spawn(process.execPath, [join('scripts', 'start.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const text of server.stdout) {
    const address = /http:\/\/localhost:\d+\//.exec(String(text))?.[0];
    if (address) return { server, address };
  }
  throw new Error('npm start ended without an address; run it by itself to see why.');
}

/** The filled Linzi example, checked, with only what needs a person's eye in the list. */
async function openChecked(browser, address, { look, language, check, done, filters }) {
  const context = await browser.newContext({ ...look, bypassCSP: true });
  await provideChineseFont(context);
  const page = await context.newPage();
  await page.goto(`${address}?lang=${language}`);
  const pane = page.frameLocator('#pane');
  await pane.getByRole('button', { name: check }).click();
  await pane.getByRole('status').getByText(done).waitFor();
  for (const filter of filters) await pane.getByRole('button', { name: filter }).click();
  return { page, pane };
}

const CHINESE = {
  language: 'zh-CN',
  check: '检查达标',
  done: '已检查',
  filters: [/^未达标 ?\d/, /^缺数据 ?\d/, /^需人工判定 ?\d/],
};
const ENGLISH = {
  language: 'en',
  check: 'Check compliance',
  done: 'Checked',
  filters: [/^Not met ?\d/, /^Data missing ?\d/, /^Needs review ?\d/],
};

/** To 70 %: the columns of results are seen beside the clerk's own. */
async function zoomOut(page) {
  const smaller = page.locator('#grid [role=track]').locator('xpath=preceding::button[1]');
  for (let step = 0; step < 3; step += 1) await smaller.click();
}

async function takePage(page, name) {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(GRID_DRAWN);
  await page.screenshot({ path: join(FOLDER, name) });
}

async function takePane(page, name) {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(GRID_DRAWN);
  await page.locator('#pane').screenshot({ path: join(FOLDER, name) });
}

async function takeWorkbench(browser, address) {
  const { page, pane } = await openChecked(browser, address, { look: DESK, ...CHINESE });
  await zoomOut(page);
  await pane.getByRole('button', { name: /^31\. / }).click();
  await takePage(page, 'workbench.png');
  await pane.getByRole('button', { name: '生成部门分表' }).click();
  await pane.getByRole('status').getByText('部门分表').waitFor();
  await page.getByRole('tab', { name: '部门汇总' }).click();
  await pane.getByRole('link', { name: '部门' }).click();
  await takePage(page, 'departments.png');
  await page.context().close();
}

async function takeRoles(browser, address) {
  const { page, pane } = await openChecked(browser, address, { look: PANE, ...CHINESE });
  await pane.getByRole('link', { name: '识别结果' }).click();
  await takePane(page, 'columns.png');
  await page.context().close();
}

async function takePaneIn(language, name, browser, address) {
  const { page, pane } = await openChecked(browser, address, { look: PANE, ...language });
  await pane.getByRole('button', { name: /^8\. / }).click();
  await takePane(page, name);
  await page.context().close();
}

/** 与国家标准比对: the one of the further actions that a reader wants to see. */
async function takeAudit(browser, address) {
  const { page, pane } = await openChecked(browser, address, { look: PANE, ...CHINESE });
  await pane.getByRole('button', { name: '更多', exact: true }).click();
  await pane.getByRole('button', { name: '与国家标准比对' }).click();
  await pane.getByRole('status').getByText('比对完成').waitFor();
  await takePane(page, 'audit.png');
  await page.context().close();
}

/** The browser packed for tests has no Chinese font of its own: its pictures would be of empty cells. */
async function refuseWithoutChinese(browser) {
  const page = await browser.newPage();
  const isShown = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    context.font = '20px sans-serif';
    context.fillText('达标', 0, 20);
    return context.getImageData(0, 0, 60, 30).data.some((part) => part > 0);
  });
  await page.close();
  if (!isShown)
    throw new Error(
      'This browser shows no Chinese. Install one that does (Debian: chromium, fonts-noto-cjk), then run again.',
    );
}

await mkdir(FOLDER, { recursive: true });
const { server, address } = await startWorkbench();
const browser = await launchBrowser();
try {
  await refuseWithoutChinese(browser);
  await takeWorkbench(browser, address);
  await takeRoles(browser, address);
  await takeAudit(browser, address);
  await takePaneIn(CHINESE, 'pane.png', browser, address);
  await takePaneIn(ENGLISH, 'pane-en.png', browser, address);
} finally {
  await browser.close();
  server.kill('SIGINT');
  await once(server, 'exit');
}
