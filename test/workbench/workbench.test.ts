// Owns the workbench in a real browser, started as a person starts it: open, check, edit, department sheets, save.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser, provideChineseFont } from '../support/browser';
import { dabiao, example, ROOT } from '../support/dabiao';
import { partsOf, sheetNames } from '../support/parts';
import { saveTo, type } from './hands';

const UNMET_FILL = [248, 203, 203] as const;

let folder: string;
let browser: Browser;
let server: ChildProcess;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dabiao-workbench-'));
  server = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT });
  address = await new Promise((resolve) => {
    server.stdout?.on('data', (data: Buffer) => {
      const found = /http:\/\/localhost:\d+\//.exec(String(data))?.[0];
      if (found) resolve(found);
    });
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  expect(await ended).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

interface Desk {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Addresses beyond this machine that the page asked for. */
  readonly outside: readonly string[];
  readonly errors: readonly string[];
}

async function openDesk(): Promise<Desk> {
  const context = await browser.newContext({
    viewport: { width: 1600, height: 900 },
    locale: 'zh-CN',
    acceptDownloads: true,
    bypassCSP: true,
  });
  await provideChineseFont(context);
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (!['localhost', 'fonts.test', ''].includes(hostname)) outside.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
  return { page, pane: page.frameLocator('#pane'), outside, errors };
}

async function check({ pane }: Desk): Promise<void> {
  await pane.getByRole('button', { name: '检查达标' }).click();
  await pane.getByRole('status').getByText('已检查').waitFor();
}

/** Pixels of a colour over the grid's canvases. */
function pixels(page: Page, colour: readonly number[]): Promise<number> {
  return page.evaluate((wanted) => {
    let count = 0;
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('#grid canvas')) {
      const context = canvas.getContext('2d');
      if (!context || canvas.width * canvas.height === 0) continue;
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      for (let at = 0; at < data.length; at += 4) {
        if (wanted.every((part, index) => data[at + index] === part)) count += 1;
      }
    }
    return count;
  }, colour);
}

/** Looks again until it holds: the grid draws when the browser comes to it. */
async function until<Seen>(look: () => Promise<Seen>, holds: (seen: Seen) => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (holds(await look())) return;
  }
  throw new Error(`still ${String(await look())} after ten seconds`);
}

const save = (page: Page, name: string): Promise<string> => saveTo(page, join(folder, name));

it('checks, colours the grid, judges an edited row again, makes department sheets, and saves what was done', async () => {
  const desk = await openDesk();
  const { page, pane } = desk;
  await check(desk);
  await expect(pixels(page, UNMET_FILL)).resolves.toBeGreaterThan(10_000);
  const unmet = pane.getByRole('button', { name: /未达标/ });
  await expect(unmet.first().textContent()).resolves.toContain('10');

  const red = await pixels(page, UNMET_FILL);
  await type(page, 'H8', '39%');
  await pane.getByRole('status').getByText('重新判定').waitFor();
  await expect(unmet.first().textContent()).resolves.toContain('9');
  await until(
    () => pixels(page, UNMET_FILL),
    (count) => count < red,
  );

  await pane.getByRole('button', { name: '生成部门分表' }).click();
  await pane.getByRole('status').getByText('部门分表').waitFor();
  const saved = await save(page, 'saved.xlsx');
  expect(sheetNames(saved).slice(0, 2)).toEqual(['附件2', '部门汇总']);
  const { out } = dabiao(['check', saved, '--json']);
  const result = JSON.parse(out) as {
    summary: { unmet: number };
    tables: { rows: { seq: string; verdict: string }[] }[];
  };
  expect(result.summary.unmet).toBe(9);
  expect(result.tables[0]?.rows.find(({ seq }) => seq === '4')?.verdict).toBe('met');
  expect({ outside: desk.outside, errors: desk.errors }).toEqual({ outside: [], errors: [] });
});

it('compares, imports, writes letters and keeps the ledger in the grid’s own workbook', async () => {
  const { page, pane, outside, errors } = await openDesk();
  const more = async (name: string): Promise<void> => {
    const action = pane.getByRole('button', { name, exact: true });
    if ((await action.count()) === 0) await pane.getByRole('button', { name: '更多', exact: true }).click();
    await action.click();
  };
  const said = (text: string | RegExp): Promise<void> => pane.getByRole('status').getByText(text).waitFor();

  await pane.getByRole('button', { name: '检查达标' }).waitFor();
  await more('与国家标准比对');
  await said('比对完成');
  const audit = pane.getByRole('region', { name: '与国家标准比对' });
  expect(await audit.getByRole('listitem').first().innerText()).toMatch(/本表 \d+ · 标准 \d+/);

  await more('导入通知');
  await pane
    .getByRole('region', { name: '导入通知' })
    .locator('input[type=file]')
    .setInputFiles(join(ROOT, 'test/fixtures/notices/linzi.txt'));
  await said('已导入：表格 1 张');
  await page.getByRole('tab', { name: '任务清单' }).waitFor();
  await page.getByRole('tab', { name: '附件2' }).click();

  await more('整改通知单');
  const [letters] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('button', { name: '生成文书' }).click(),
  ]);
  expect(letters.suggestedFilename()).toBe('整改文书.zip');
  const path = join(folder, 'letters.zip');
  await letters.saveAs(path);
  expect(Object.keys(partsOf(path)).filter((name) => /^整改通知单-.*\.docx$/.test(name)).length).toBeGreaterThan(2);

  // A Word file is read in the page too: one of the letters has a table.
  const [name = '', letter] = Object.entries(unzipSync(new Uint8Array(readFileSync(path))))[0] ?? [];
  await more('导入通知');
  await pane
    .getByRole('region', { name: '导入通知' })
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(letter ?? []) });
  await said(/^已导入：表格 [1-9]/);
  await page.getByRole('tab', { name: '附件2' }).click();

  await more('问题台账');
  await said('已生成“问题台账”');
  const saved = await save(page, 'further.xlsx');
  expect(sheetNames(saved)).toEqual(expect.arrayContaining(['附件2', '任务清单', '问题台账']));
  expect({ outside, errors }).toEqual({ outside: [], errors: [] });
});

it('keeps what it cannot show: the chart of a workbook outlives an edit and a save', async () => {
  const source = join(folder, 'with-chart.xlsx');
  expect(dabiao(['departments', example('linzi-filled'), '--out', source]).code).toBe(0);
  const { page, pane } = await openDesk();
  await pane.getByRole('button', { name: '检查达标' }).waitFor();
  await page.locator('#file').setInputFiles(source);
  await page.getByText('with-chart.xlsx').waitFor();
  await page.getByText('保存时原样保留').waitFor();
  // The pane is loaded anew for the new workbook; what is typed meanwhile could go to it.
  await pane.getByRole('button', { name: '检查达标' }).waitFor();
  await type(page, 'H8', '39%');
  await page.getByText('未保存').waitFor();
  const before = partsOf(source);
  const after = partsOf(await save(page, 'with-chart-saved.xlsx'));
  const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  expect(changed.filter((name) => /chart|drawing|sheet[2-9]/.test(name))).toEqual([]);
});

it('colours by a rule of the clerk’s own, which hears what a check writes, after a workbook that had no rules', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRow(['序号', '评价指标', '目标值', '责任部门', '2023年完成值']);
  sheet.addRow([1, '道路装灯率', '≥90%', '城管局', '80%']);
  const style = { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FF00FF00' } } } as const;
  const rule = { type: 'expression' as const, formulae: ['$F2="未达标"'], priority: 1, style };
  sheet.addConditionalFormatting({ ref: 'B2:B9', rules: [rule] });
  const desk = await openDesk();
  const { page, pane } = desk;
  const green = () => pixels(page, [0, 255, 0]);
  await page.locator('#file').setInputFiles({
    name: '规则.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await book.xlsx.writeBuffer()),
  });
  await page.getByText('规则.xlsx').waitFor();
  await expect(green()).resolves.toBe(0);
  await check(desk);
  await until(green, (count) => count > 0);
  await type(page, 'E2', '95%');
  await pane.getByRole('status').getByText('重新判定').waitFor();
  await until(green, (count) => count === 0);
  expect(desk.errors).toEqual([]);
});

it('the formula bar tells what the chosen cell holds now, after a check and after a clear', async () => {
  const desk = await openDesk();
  const { page, pane } = desk;
  await desk.pane.getByRole('button', { name: '检查达标' }).waitFor();
  // A reason: its figures are drawn even where there is no Chinese font.
  await type(page, 'J7', '');
  const ink = () =>
    page.locator('#grid [data-u-comp=formula-bar] canvas').evaluateAll(
      (canvases: HTMLCanvasElement[]) =>
        canvases
          .filter(({ width, height }) => width * height > 0)
          .flatMap((one) => [...(one.getContext('2d')?.getImageData(0, 0, one.width, one.height).data ?? [])])
          .filter((part, at, data) => at % 4 === 0 && part < 128 && (data[at + 3] ?? 0) > 128).length,
    );
  await until(ink, (count) => count === 0);
  await check(desk);
  await until(ink, (count) => count > 0);
  await pane.getByRole('button', { name: '清除标记' }).first().click();
  await until(ink, (count) => count === 0);
});

it('says what is wrong with a broken file and keeps the one that was open', async () => {
  const broken = join(folder, '坏的.xlsx');
  writeFileSync(broken, readFileSync(example('linzi')).subarray(0, 5000));
  const desk = await openDesk();
  await desk.pane.getByRole('button', { name: '检查达标' }).waitFor();
  await desk.page.locator('#file').setInputFiles(broken);
  await desk.page.getByRole('alert').getByText('坏的.xlsx').waitFor();
  await desk.page.getByText('linzi-filled.xlsx').waitFor();
  await check(desk);
});

it('asks before unsaved work is left', async () => {
  const desk = await openDesk();
  await check(desk);
  const asked = new Promise<string>((resolve) => {
    desk.page.on('dialog', (dialog) => {
      resolve(dialog.type());
      void dialog.accept();
    });
  });
  await desk.page.close({ runBeforeUnload: true });
  expect(await asked).toBe('beforeunload');
});

it('refuses what a save would not keep, and says where to do it', async () => {
  const { page, pane } = await openDesk();
  await pane.getByRole('button', { name: '检查达标' }).waitFor();
  const nameBox = page.locator('#grid input').first();
  await nameBox.fill('B6');
  await nameBox.press('Enter');
  await page.keyboard.press('Control+B');
  await page.getByRole('alert').getByText('Excel').waitFor();
});
