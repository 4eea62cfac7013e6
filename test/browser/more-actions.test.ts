// Owns the further actions of the built pane as a person uses them, in Excel's stand-in, in both languages.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Frame } from 'playwright-core';
import { dump, type ExcelStandIn } from '../excel-host';
import { launchBrowser } from '../support/browser';
import { axeFindings, cutOff } from './looks';
import { openPane } from './open-pane';

jest.setTimeout(120_000);

/** Where pictures are put, to be looked at. */
const PICTURES = process.env['PICTURES'];
const ROOT = path.join(__dirname, '../..');

const NAMES = {
  zh: {
    more: '更多',
    check: '检查达标',
    sheets: '生成部门分表',
    clear: '清除标记',
    audit: '与国家标准比对',
    changes: '与上次对比',
    import: '导入通知',
    notices: '整改通知单',
    ledger: '问题台账',
    close: '关闭',
    paste: '或粘贴在这里',
    importText: '导入粘贴的内容',
    clearAnyway: '仍然清除',
    keep: '不清除',
    results: '检查结果',
    checked: /^已检查/,
    audited: /^比对完成/,
    compared: /^已与“上月.xlsx”对比/,
    imported: /^已导入：表格 1 张/,
    ledgerMade: /^已生成“问题台账”/,
    sheetsMade: /^已生成部门汇总/,
    cleared: /^已清除全部标记/,
    missing: /表中缺少/,
    numbers: '本表 4 · 标准 5',
    lost: '由达标转未达标 1 项',
    pdf: 'PDF 不能导入',
    office: '发文单位',
    write: '生成文书',
    lettersMade: /^已生成整改通知单/,
  },
  en: {
    more: 'More',
    check: 'Check compliance',
    sheets: 'Department sheets',
    clear: 'Clear marks',
    audit: 'Compare with the standard',
    changes: 'Compare with last time',
    import: 'Import a notice',
    notices: 'Rectification notices',
    ledger: 'Problem ledger',
    close: 'Close',
    paste: 'Or paste here',
    importText: 'Import what is pasted',
    clearAnyway: 'Clear anyway',
    keep: 'Keep',
    results: 'Results',
    checked: /^Checked/,
    audited: /^Compared: /,
    compared: /^Compared with “上月.xlsx”/,
    imported: /^Imported 1 tables/,
    ledgerMade: /^Made the sheet 问题台账/,
    sheetsMade: /^Made the summary/,
    cleared: /^All marks are cleared/,
    missing: /Missing in the table/,
    numbers: 'table 4 · standard 5',
    lost: 'Newly lost: 1',
    pdf: 'A PDF cannot be imported',
    office: 'Signed by',
    write: 'Write the letters',
    lettersMade: /^Wrote \d+ letters/,
  },
} as const;
type Language = keyof typeof NAMES;

let browser: Browser;
let excel: ExcelStandIn;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => excel.close());

const button = (frame: Frame, name: string) => frame.getByRole('button', { name, exact: true });
const region = (frame: Frame, name: string) => frame.getByRole('region', { name, exact: true });
const said = (frame: Frame, text: RegExp) => frame.getByRole('status').filter({ hasText: text }).waitFor();
/** The last one that the pane has: the form's, else the further actions'. */
const choose = (frame: Frame, file: { name: string; text?: string; path?: string }) =>
  frame
    .locator('input[type=file]')
    .last()
    .setInputFiles({
      name: file.name,
      mimeType: 'application/octet-stream',
      buffer: file.path ? readFileSync(path.join(ROOT, file.path)) : Buffer.from(file.text ?? ''),
    });

async function openMore(language: Language, example = 'linzi-filled.xlsx'): Promise<Frame> {
  excel = await openPane(example, browser, {
    page: `taskpane.html?lang=${language}`,
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
  });
  await button(excel.frame, NAMES[language].more).click();
  await button(excel.frame, NAMES[language].audit).waitFor();
  return excel.frame;
}

/** As good as the rest of the pane: axe, and nothing cut off at 350 × 378. */
async function isGood(frame: Frame, name: string): Promise<void> {
  await frame.waitForTimeout(200);
  if (PICTURES) await excel.page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  expect(await axeFindings(frame)).toEqual([]);
  expect(await cutOff(frame)).toEqual([]);
}

/** A click is passed on to Excel in its own time. */
const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await new Promise((done) => setTimeout(done, 50));
  expect(holds()).toBe(true);
};
const rowOf = (indicator: string): number => {
  const sheet = excel.workbook.sheets[0]!;
  return Array.from({ length: 70 }, (_, row) => row).find((row) =>
    [0, 1, 2].some((column) => String(sheet.cell(row, column).value ?? '').includes(indicator)),
  )!;
};
const names = (): string[] => excel.workbook.sheets.map(({ name }) => name);

describe.each(['zh', 'en'] as const)('%s', (language) => {
  const text = NAMES[language];

  test('closed at first, and one press of a key away; open and closed again', async () => {
    excel = await openPane('linzi-filled.xlsx', browser, { page: `taskpane.html?lang=${language}` });
    const { frame, page } = excel;
    const more = button(frame, text.more);
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    expect(await button(frame, text.audit).count()).toBe(0);
    await more.focus();
    await page.keyboard.press('Enter');
    await button(frame, text.audit).waitFor();
    expect(await more.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    expect(await frame.evaluate(() => document.activeElement?.textContent)).toBe(text.audit);
    await isGood(frame, `more-${language}`);
    await more.click();
    expect(await button(frame, text.audit).count()).toBe(0);
  });

  test('against the standard: both numbers, a row goes to its cells, nothing is written, and back', async () => {
    const frame = await openMore(language);
    const { workbook } = excel;
    workbook.sheets[0]!.type(rowOf('经常参加体育锻炼'), 2, '>30%');
    const before = dump(workbook);
    await button(frame, text.audit).click();
    await said(frame, text.audited);
    const found = region(frame, text.audit);
    const item = found.getByRole('listitem').filter({ hasText: '经常参加体育锻炼' });
    expect(await item.innerText()).toContain(text.numbers);
    await item.getByRole('button').click();
    await until(() => workbook.selection.top === rowOf('经常参加体育锻炼'));
    await found.getByRole('heading', { name: text.missing }).waitFor();
    await isGood(frame, `audit-${language}`);
    expect(dump(workbook)).toEqual(before);
    await button(frame, text.close).click();
    expect(await found.count()).toBe(0);
    await button(frame, text.check).click();
    await region(frame, text.results).waitFor();
  });

  test('against last time: what was lost is first, and the sheet is there', async () => {
    const frame = await openMore(language);
    excel.workbook.sheets[0]!.type(rowOf('群众对卫生状况满意率'), 7, '50%');
    await choose(frame, { name: '上月.xlsx', path: 'examples/linzi-filled.xlsx' });
    await said(frame, text.compared);
    const found = region(frame, text.changes);
    expect(await found.getByRole('heading', { level: 3 }).first().innerText()).toBe(text.lost);
    expect(await found.getByRole('listitem').first().innerText()).toContain('50.0%');
    expect(names()).toContain('与上次对比');
    await isGood(frame, `changes-${language}`);
  });

  test('a notice by its text and by its file; a PDF is refused with advice', async () => {
    const frame = await openMore(language);
    const before = names();
    await button(frame, text.import).click();
    await region(frame, text.import).waitFor();
    expect(await button(frame, text.audit).count()).toBe(0);
    await isGood(frame, `import-${language}`);
    await choose(frame, { name: '通知.pdf', text: '%PDF-1.7' });
    await frame.getByRole('alert').filter({ hasText: text.pdf }).waitFor();
    expect(names()).toEqual(before);
    await region(frame, text.import)
      .getByRole('textbox', { name: text.paste })
      .fill(readFileSync(path.join(ROOT, 'test/fixtures/notices/linzi.txt'), 'utf8'));
    await button(frame, text.importText).click();
    await said(frame, text.imported);
    expect(names().slice(before.length)).toEqual(['国家卫生城市数据评价指标部门分工表', '任务清单']);
    expect(names().slice(0, before.length)).toEqual(before);
    // The new table is in front and is checked like any other.
    await button(frame, text.check).click();
    await said(frame, text.checked);
  });

  test('the ledger is a sheet of the workbook', async () => {
    const frame = await openMore(language);
    await button(frame, text.ledger).click();
    await said(frame, text.ledgerMade);
    expect(names()).toContain('问题台账');
    await isGood(frame, `ledger-${language}`);
  });

  test('the letters come as one archive, signed as was written', async () => {
    const frame = await openMore(language);
    await button(frame, text.notices).click();
    const form = region(frame, text.notices);
    await form.getByRole('textbox', { name: text.office }).fill('某区爱卫办');
    await isGood(frame, `letters-${language}`);
    const download = excel.page.waitForEvent('download');
    await button(frame, text.write).click();
    const letters = unzipSync(new Uint8Array(readFileSync(await (await download).path())));
    const [first = ''] = Object.keys(letters);
    expect(first).toMatch(/^整改通知单-.*\.docx$/);
    expect(strFromU8(unzipSync(letters[first]!)['word/document.xml']!)).toContain('某区爱卫办');
    await said(frame, text.lettersMade);
    expect(excel.stray).toEqual([]);
  });

  test('what was typed into a department sheet is kept, and asked about before it is cleared', async () => {
    const frame = await openMore(language);
    await button(frame, text.sheets).click();
    await said(frame, text.sheetsMade);
    const sheet = () => excel.workbook.sheets.find(({ name }) => name === '区商务局')!;
    const before = sheet().cell(4, 3).value;
    sheet().type(4, 3, '95.5%');
    await button(frame, text.clear).click();
    await frame.getByRole('alert').filter({ hasText: '95.5%' }).waitFor();
    await isGood(frame, `question-${language}`);
    await button(frame, text.keep).click();
    expect(names()).toContain('区商务局');
    await button(frame, text.sheets).click();
    await frame.getByRole('alert').filter({ hasText: '分表改动' }).waitFor();
    expect(names()).toContain('分表改动');
    expect(sheet().cell(4, 3).value).toEqual(before);
    await button(frame, text.clear).click();
    await button(frame, text.clearAnyway).click();
    await said(frame, text.cleared);
    expect(names()).toHaveLength(1);
  });
});
