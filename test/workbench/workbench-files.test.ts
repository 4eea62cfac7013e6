// Owns what the workbench does with files, in a real browser: dropped ones, formulas, parts it cannot show, no server, LibreOffice.
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { dabiao, example, ROOT } from '../support/dabiao';
import { partsOf, sheetNames } from '../support/parts';
import { saveTo, type } from './hands';

let folder: string;
let browser: Browser;
const servers: ChildProcess[] = [];

interface Start {
  readonly server: ChildProcess;
  readonly address: string;
  readonly said: string;
}

/** `npm start` as a person starts it. */
function start(...words: string[]): Promise<Start> {
  const server = spawn(process.execPath, ['scripts/start.mjs', ...words], { cwd: ROOT });
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.stdout.on('data', (data: Buffer) => {
      const address = /http:\/\/localhost:\d+\//.exec(String(data))?.[0];
      if (address) resolve({ server, address, said: String(data) });
    });
    server.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
}

const ended = (server: ChildProcess): Promise<number | null> => new Promise((resolve) => server.once('exit', resolve));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dabiao-workbench-files-'));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  servers.forEach((server) => server.kill());
  rmSync(folder, { recursive: true, force: true });
});

interface Desk {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Breaches of the page's policy, errors, and addresses beyond this machine. */
  readonly wrong: readonly string[];
}

/** With the page's own policy in force. */
async function openDesk(address: string): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => wrong.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) wrong.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:http:\/\/localhost:|data:|blob:)/.test(request.url())) wrong.push(request.url());
  });
  await page.goto(address);
  const pane = page.frameLocator('#pane');
  await pane.getByRole('button', { name: '检查达标' }).waitFor();
  return { page, pane, wrong };
}

async function check({ pane }: Desk): Promise<void> {
  await pane.getByRole('button', { name: '检查达标' }).click();
  await pane.getByRole('status').getByText('已检查').waitFor();
}

const save = (page: Page, name: string): Promise<string> => saveTo(page, join(folder, name));

function unmet({ pane }: Desk, count: number) {
  return pane.getByRole('button', { name: new RegExp(`未达标\\D*${count}(?!\\d)`) }).first();
}

it('starts with a given file, takes the next port, and says when there is no such file', async () => {
  const first = await start();
  const second = await start('examples/linzi.xlsx');
  expect(second.address).not.toBe(first.address);
  expect(second.said).toContain('linzi.xlsx');
  const { page } = await openDesk(second.address);
  await page.getByText('linzi.xlsx').waitFor();
  first.server.kill('SIGINT');
  await expect(ended(first.server)).resolves.toBe(0);
  const { server } = await start('没有.xlsx').catch(() => ({ server: null }));
  expect(server).toBeNull();
  expect(servers.at(-1)?.exitCode).toBe(2);
});

it('opens a dropped file, and takes an edit back with its verdict', async () => {
  const { address } = await start();
  const desk = await openDesk(address);
  const { page } = desk;
  const bytes = readFileSync(example('linzi-filled')).toString('base64');
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    const content = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    data.items.add(new File([content], '拖进来的.xlsx'));
    return data;
  }, bytes);
  await page.dispatchEvent('#desk', 'dragover', { dataTransfer: dropped });
  await page.getByText('松开鼠标').waitFor();
  await page.dispatchEvent('#desk', 'drop', { dataTransfer: dropped });
  await page.getByText('拖进来的.xlsx').waitFor();
  await check(desk);
  await unmet(desk, 10).waitFor();
  await type(page, 'H8', '39%');
  await unmet(desk, 9).waitFor();
  await page.keyboard.press('Control+z');
  await unmet(desk, 10).waitFor();
  expect(desk.wrong).toEqual([]);
});

it('works on without its server: check, department sheets in place, save, the next file', async () => {
  const { address, server } = await start();
  const desk = await openDesk(address);
  const { page, pane } = desk;
  page.on('dialog', (dialog) => void dialog.accept());
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  server.kill('SIGINT');
  await ended(server);
  await check(desk);
  await type(page, 'H50', '');
  await pane.getByRole('button', { name: '生成部门分表' }).click();
  await pane.getByRole('status').getByText('部门分表').waitFor();
  await page.getByText('部门汇总', { exact: true }).first().waitFor();
  // Where the person was: the sheet, and the cell in it.
  await expect(page.locator('#grid input').first().inputValue()).resolves.toBe('H51');
  expect(sheetNames(await save(page, 'offline.xlsx')).slice(0, 2)).toEqual(['附件2', '部门汇总']);
  await page.locator('#file').setInputFiles(example('linzi'));
  await page.getByText('linzi.xlsx').waitFor();
  await pane.getByRole('button', { name: '检查达标' }).waitFor();
  expect(desk.wrong).toEqual([]);
});

it('the grid takes keys however late its hidden editor is made ready: it is never without a line for the caret', async () => {
  const { address } = await start();
  const { page } = await openDesk(address);
  const nameBox = page.locator('#grid input').first();
  await nameBox.fill('B2');
  await nameBox.press('Enter');
  const editor = page.locator('#grid [contenteditable=true]:focus');
  await editor.waitFor({ state: 'attached' });
  // As a browser lays it out that has given it no line of its own.
  const height = await editor.evaluate((element) => {
    element.style.lineHeight = '0';
    return element.getBoundingClientRect().height;
  });
  expect(height).toBeGreaterThan(0);
});

it('judges a row on what its formula comes to, and says which formulas it cannot work out', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRow(['序号', '评价指标', '目标值', '责任部门', '分子', '分母', '2023年完成值']);
  sheet.addRow([1, '道路装灯率', '≥90', '城管局', 95, 100, { formula: 'ROUND(E2/F2*100,1)', result: 95 }]);
  sheet.addRow([2, '道路保洁率', '≥90', '城管局', 95, 100, { formula: 'NOSUCH(E3)', result: 95 }]);
  const source = join(folder, 'formulas.xlsx');
  await book.xlsx.writeFile(source);
  const { address } = await start(source);
  const desk = await openDesk(address);
  await check(desk);
  await unmet(desk, 0).waitFor();
  await type(desk.page, 'E2', '80');
  await unmet(desk, 1).waitFor();
  await type(desk.page, 'E3', '10');
  await desk.page.getByText('表!G3').waitFor();
  await desk.pane
    .getByRole('button', { name: /需人工判定\D*1/ })
    .first()
    .waitFor();
  const saved = new TextDecoder().decode(
    unzipSync(readFileSync(await save(desk.page, 'formulas-saved.xlsx')))['xl/worksheets/sheet1.xml'],
  );
  expect(saved).toMatch(/<f>ROUND\(E2\/F2\*100,1\)<\/f><v>80<\/v>/);
  expect(saved).toMatch(/<f>NOSUCH\(E3\)<\/f><\/c>/);
  expect(desk.wrong).toEqual([]);
});

/** A workbook with a chart, a picture and a macro project, as far as their parts go. */
async function withParts(): Promise<string> {
  const charted = join(folder, 'charted.xlsx');
  expect(dabiao(['departments', example('linzi-filled'), '--out', charted]).code).toBe(0);
  const parts = unzipSync(readFileSync(charted));
  parts['xl/media/image1.png'] = readFileSync(join(ROOT, 'assets', 'product-32.png'));
  parts['xl/vbaProject.bin'] = strToU8('made up: only its bytes matter here');
  const types = new TextDecoder().decode(parts['[Content_Types].xml']);
  parts['[Content_Types].xml'] = strToU8(
    types.replace(
      /(<Types[^>]*>)/,
      '$1<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
    ),
  );
  const relations = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']);
  parts['xl/_rels/workbook.xml.rels'] = strToU8(
    relations.replace(
      '</Relationships>',
      '<Relationship Id="rId900" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>',
    ),
  );
  const path = join(folder, '各样.xlsm');
  writeFileSync(path, zipSync(parts));
  return path;
}

it('keeps charts, pictures and macros byte for byte through check, edit and save', async () => {
  const source = await withParts();
  const { address } = await start(source);
  const desk = await openDesk(address);
  await desk.page.getByText('保存时原样保留').waitFor();
  await check(desk);
  await type(desk.page, 'H8', '39%');
  await unmet(desk, 9).waitFor();
  const before = partsOf(source);
  const after = partsOf(await save(desk.page, 'kept.xlsm'));
  const kept = Object.keys(before).filter((name) => /chart|drawing|media|vbaProject/.test(name));
  expect(kept.length).toBeGreaterThanOrEqual(4);
  expect(kept.filter((name) => before[name] !== after[name])).toEqual([]);
  expect(desk.wrong).toEqual([]);
});

function hasProgram(name: string): boolean {
  return spawnSync(name, ['-v'], { stdio: 'ignore' }).error === undefined;
}

/** Share of a page's pixels in a colour, from a picture without alpha (PPM). */
function share(picture: Buffer, colour: readonly number[]): number {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1'));
  const start = head?.[0].length ?? 0;
  let count = 0;
  for (let at = start; at < picture.length; at += 3) {
    if (colour.every((part, index) => Math.abs((picture[at + index] ?? 0) - part) < 4)) count += 1;
  }
  return count / ((picture.length - start) / 3);
}

const canDraw = hasProgram('soffice') && hasProgram('pdftoppm');
(canDraw ? it : it.skip)('LibreOffice shows the saved file in the same colours', async () => {
  const { address } = await start();
  const desk = await openDesk(address);
  await check(desk);
  const saved = await save(desk.page, 'coloured.xlsx');
  execFileSync('soffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}/office`,
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    saved,
  ]);
  execFileSync('pdftoppm', ['-r', '50', join(folder, 'coloured.pdf'), join(folder, 'page')]);
  const pages = readdirSync(folder).filter((name) => /^page.*\.ppm$/.test(name));
  const most = (colour: readonly number[]) =>
    Math.max(...pages.map((name) => share(readFileSync(join(folder, name)), colour)));
  expect(most([248, 203, 203])).toBeGreaterThan(0.01);
  expect(most([226, 240, 217])).toBeGreaterThan(0.05);
  expect(most([255, 230, 153])).toBeGreaterThan(0.001);
});
