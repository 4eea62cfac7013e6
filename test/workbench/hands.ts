// Owns what a person does with hands on the workbench's page: typing into a cell, saving. Checks nothing.
import type { Page } from 'playwright-core';

/** Types into a cell of the grid, by its name (`H50`); '' only goes there. */
export async function type(page: Page, cell: string, text: string): Promise<void> {
  const nameBox = page.locator('#grid input').first();
  await nameBox.fill(cell);
  await nameBox.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('contenteditable') === 'true');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Presses 保存工作簿 and keeps the download at `path`. */
export async function saveTo(page: Page, path: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存工作簿' }).click(),
  ]);
  await download.saveAs(path);
  return path;
}
