// Owns opening the built pane in the Excel stand-in, on one of the examples. Must not check anything.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startExcel, workbookFromXlsx, type ExcelOptions, type ExcelStandIn } from '../excel-host';

const ROOT = path.join(__dirname, '../..');

/** What `npm run build` makes. */
export const DIST = path.join(ROOT, 'dist');

export const PANE_SIZE = { width: 350, height: 378 };

export async function openPane(
  example: string,
  browser: Browser,
  options: Partial<ExcelOptions> = {},
): Promise<ExcelStandIn> {
  const workbook = await workbookFromXlsx(await readFile(path.join(ROOT, 'examples', example)));
  return startExcel({ workbook, addinDir: DIST, browser, size: PANE_SIZE, ...options });
}
