// Owns the built pane and ribbon as a person uses them: by role and name, under Microsoft's office.js, on the two examples.
import type { Browser, Frame } from 'playwright-core';
import { dump, type ExcelStandIn } from '../excel-host';
import { launchBrowser } from '../support/browser';
import { openPane } from './open-pane';

jest.setTimeout(120_000);

/** office.js reads an empty token as XML; the browser's error page for it has inline styles, which the policy refuses. */
const MICROSOFTS_OWN = /^Applying inline style/;

let browser: Browser;
let excel: ExcelStandIn;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => excel.close());

const button = (frame: Frame, name: string | RegExp) =>
  frame.getByRole('button', { name, exact: typeof name === 'string' });
const region = (frame: Frame, name: string) => frame.getByRole('region', { name });
const status = (frame: Frame) => frame.getByRole('status');

async function check(frame: Frame): Promise<void> {
  await button(frame, '检查达标').click();
  await status(frame)
    .filter({ hasText: /^已检查/ })
    .waitFor();
}

/** Text of the sheet's cells, row by row. */
const sheetTexts = (): string[][] => {
  const sheet = excel.workbook.sheets[0]!;
  const { rows, columns } = { rows: 70, columns: 14 };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => String(sheet.cell(row, column).value ?? '')),
  );
};
const findRow = (indicator: string): number =>
  sheetTexts().findIndex((cells) => cells.some((text) => text.includes(indicator)));
const findColumn = (heading: string): number => {
  for (const cells of sheetTexts()) if (cells.includes(heading)) return cells.indexOf(heading);
  return -1;
};

test('a table without departments gets no department sheets, and a sentence that says so', async () => {
  excel = await openPane('tianjin-filled.xlsx', browser);
  const { frame, workbook } = excel;
  const before = dump(workbook);
  await check(frame);
  const names = workbook.sheets.map(({ name }) => name);
  await button(frame, '生成部门分表').click();
  await frame.getByRole('alert').filter({ hasText: '责任部门' }).waitFor();
  expect(workbook.sheets.map(({ name }) => name)).toEqual(names);
  await button(frame, '清除标记').click();
  await status(frame).filter({ hasText: '已清除全部标记' }).waitFor();
  expect(dump(workbook)).toEqual(before);
});

describe.each(['linzi-filled.xlsx'])('%s', (example) => {
  test('check, departments twice, clear: the workbook is as it was', async () => {
    excel = await openPane(example, browser);
    const { frame, workbook } = excel;
    const before = dump(workbook);
    await check(frame);
    await region(frame, '检查结果').waitFor();
    expect(findColumn('达标情况')).toBeGreaterThan(0);

    await button(frame, '生成部门分表').click();
    await status(frame)
      .filter({ hasText: /^已生成部门汇总和 \d+ 张部门分表。$/ })
      .waitFor();
    const names = workbook.sheets.map(({ name }) => name);
    expect(names).toContain('部门汇总');
    await button(frame, '生成部门分表').click();
    await status(frame)
      .filter({ hasText: /^正在/ })
      .waitFor()
      .catch(() => undefined);
    await status(frame)
      .filter({ hasText: /^已生成/ })
      .waitFor();
    expect(workbook.sheets.map(({ name }) => name)).toEqual(names);

    await button(frame, '清除标记').click();
    await status(frame).filter({ hasText: '已清除全部标记' }).waitFor();
    expect(dump(workbook)).toEqual(before);
    expect(excel.stray).toEqual([]);
    expect(excel.consoleErrors.filter((text) => !MICROSOFTS_OWN.test(text))).toEqual([]);
  });
});

describe('the pane on the filled Linzi table', () => {
  beforeEach(async () => {
    excel = await openPane('linzi-filled.xlsx', browser);
    await check(excel.frame);
  });

  test('an edited value turns its row by itself', async () => {
    const { frame, workbook } = excel;
    const row = findRow('群众对卫生状况满意率');
    const result = findColumn('达标情况');
    expect(workbook.sheets[0]!.cell(row, result).value).toBe('达标');
    workbook.sheets[0]!.type(row, findColumn('2023年完成值'), '50%');
    await status(frame).filter({ hasText: '已重新判定 1 项' }).waitFor();
    expect(workbook.sheets[0]!.cell(row, result).value).toBe('未达标');
  });

  test('a row goes to its cells and opens its reason and what belongs to it', async () => {
    const { frame, workbook } = excel;
    const item = region(frame, '检查结果').getByRole('listitem').filter({ hasText: '吸烟率' });
    await item.getByRole('button').click();
    await item.getByText('目标值').waitFor();
    expect(await item.innerText()).toContain('高于目标 <20%');
    const row = findRow('吸烟率');
    expect(JSON.stringify(workbook.selection)).toContain(String(row));
  });

  test('counts are filters', async () => {
    const { frame } = excel;
    const items = region(frame, '检查结果').getByRole('listitem');
    await items.first().waitFor();
    const all = await items.count();
    const unmet = button(frame, /^未达标 \d+$/);
    const count = Number(/\d+/.exec(await unmet.innerText())?.[0]);
    await unmet.click();
    expect(await unmet.getAttribute('aria-pressed')).toBe('true');
    expect([all, await items.count()]).toEqual([55, count]);
  });

  test('a column’s use can be changed, and the table is judged again', async () => {
    const { frame } = excel;
    const use = region(frame, '识别结果').getByRole('combobox', { name: /“2023年完成值”的用途/ });
    expect(await use.inputValue()).toBe('actual');
    await use.selectOption({ label: '（不使用）' });
    await status(frame)
      .filter({ hasText: /^已检查 55 项：未达标 1，缺数据 43/ })
      .waitFor();
  });

  test('an accepted merge makes one department of two, and stays accepted', async () => {
    const { frame } = excel;
    const suggestion = region(frame, '部门').getByRole('listitem').filter({ hasText: '可能是同一部门' });
    await suggestion.first().waitFor();
    const before = await suggestion.count();
    await suggestion.first().getByRole('button', { name: '合并', exact: true }).click();
    await suggestion.nth(before - 1).waitFor({ state: 'detached' });
    await check(frame);
    expect(await suggestion.count()).toBe(before - 1);
  });
});

/** Presses a ribbon button and waits until Excel has heard that it is done (message 94 of office.js to its host). */
async function press(command: string): Promise<void> {
  const done = excel.page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        window.addEventListener('message', ({ data }) => {
          if (String(data).includes('"DispatchId":94')) resolve();
        });
      }),
  );
  void excel.command(command);
  await done;
}

test('the ribbon does the same without the pane being used, and the pane shows what came of it', async () => {
  excel = await openPane('linzi-filled.xlsx', browser);
  const before = dump(excel.workbook);
  await press('checkCompliance');
  expect(findColumn('达标情况')).toBeGreaterThan(0);
  await region(excel.frame, '检查结果').waitFor();
  await press('buildDepartmentSheets');
  expect(excel.workbook.sheets.length).toBeGreaterThan(10);
  await press('clearMarks');
  expect(dump(excel.workbook)).toEqual(before);
});

test('a request that fails half-way: the alert says so, nothing is left, and the next run succeeds', async () => {
  excel = await openPane('linzi-filled.xlsx', browser);
  const { frame, workbook } = excel;
  const before = dump(workbook);
  await check(frame);
  await button(frame, '清除标记').click();
  await status(frame).filter({ hasText: '已清除全部标记' }).waitFor();
  excel.fault({ request: 3, when: 'half', code: 'GeneralException' });
  await button(frame, '检查达标').click();
  await frame.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
  excel.clearFaults();
  await check(frame);
  await button(frame, '清除标记').click();
  await status(frame).filter({ hasText: '已清除全部标记' }).waitFor();
  expect(dump(workbook)).toEqual(before);
});

test('everything by keyboard alone; the primary action is first', async () => {
  excel = await openPane('linzi-filled.xlsx', browser);
  const { frame, page } = excel;
  const focused = (): Promise<string> =>
    frame.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  await frame.locator('body').focus();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('检查达标');
  await page.keyboard.press('Enter');
  await status(frame)
    .filter({ hasText: /^已检查/ })
    .waitFor();
  const met: string[] = [];
  for (let step = 0; step < 25 && !met.at(-1)?.startsWith('1 '); step += 1) {
    await page.keyboard.press('Tab');
    met.push(await focused());
  }
  expect(met).toEqual(expect.arrayContaining(['生成部门分表', '导出部门工作簿', '汇总回收', '清除标记']));
  await page.keyboard.press('Enter');
  await region(frame, '检查结果').getByText('位置').waitFor();
});

test('a notice’s table without values: the pane offers the columns to fill in', async () => {
  excel = await openPane('linzi.xlsx', browser);
  const { frame } = excel;
  await check(frame);
  await button(frame, '准备填报列').click();
  await status(frame).filter({ hasText: '已添加填报列' }).waitFor();
  expect(findColumn('实际值')).toBeGreaterThan(0);
  await expect(button(frame, '准备填报列').count()).resolves.toBe(0);
});

test('an Excel without ExcelApi 1.14 shows one plain sentence', async () => {
  excel = await openPane('linzi.xlsx', browser, { supportedApi: '1.13', doesNotWait: true });
  const alert = excel.frame.getByRole('alert');
  await alert.filter({ hasText: '需要 Excel 2021' }).waitFor();
  expect(await excel.frame.getByRole('button').count()).toBe(0);
});
