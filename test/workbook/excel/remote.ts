// Owns driving the Excel host in its page from Node, as if it were here. Must not know what is tested.
import { join } from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { arraySheet, type ArrayCell } from '../../../src/sheet/array-sheet';
import type { Sheet } from '../../../src/sheet/sheet';
import {
  HostError,
  type HostErrorCode,
  type Plan,
  type ReadOptions,
  type WorkbookHost,
} from '../../../src/workbook/port';
import { startExcel, type ExcelOptions, type ExcelStandIn } from '../../excel-host';
import { bundle } from '../../excel-host/bundle';
import type { Outcome, PageCalls, PlainSheet } from './page';

let script: Promise<string> | null = null;

const HTML = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script><script src="bundle.js"></script></head><body></body></html>`;

export interface RemoteHost extends WorkbookHost {
  readonly excel: ExcelStandIn;
  call<Name extends keyof PageCalls>(name: Name, ...args: Parameters<PageCalls[Name]>): ReturnType<PageCalls[Name]>;
}

/** The Excel host over a workbook of the stand-in. */
export async function remoteHost(
  browser: Browser,
  options: Omit<ExcelOptions, 'browser' | 'files'>,
): Promise<RemoteHost> {
  script ??= bundle(join(__dirname, 'page.ts'));
  const files = { 'page.html': HTML, 'bundle.js': await script };
  const excel = await startExcel({ ...options, browser, files, page: 'page.html', doesNotWait: true });
  await excel.frame.waitForFunction('window.calls !== undefined');
  const call: RemoteHost['call'] = (name, ...args) =>
    callIn(excel.frame, name, args) as ReturnType<PageCalls[typeof name]>;
  return {
    excel,
    call,
    read: async (wanted: ReadOptions) => {
      const { sheets: plain, ...rest } = resultOf(await call('read', { sheets: wanted.sheets }));
      return { ...rest, sheets: plain.map(sheetOf) };
    },
    apply: async (plan: Plan) => resultOf(await call('apply', plan)),
    select: async (sheet, area) => resultOf(await call('select', sheet, area)),
    observe: () => Promise.reject(new Error(`Use call('observe'), then call('changes')`)),
  };
}

/** As text both ways: the browser's own transport takes a minute for 10,000 rows of objects. */
async function callIn(frame: Frame, name: string, args: readonly unknown[]): Promise<unknown> {
  const call = `window.calls[${JSON.stringify(name)}](...${JSON.stringify(args)})`;
  const answer = await frame.evaluate<string>(`${call}.then((answer) => JSON.stringify(answer ?? null))`);
  return JSON.parse(answer);
}

export function resultOf<Result>(outcome: Outcome<Result>): Result {
  if (outcome.ok) return outcome.result;
  throw new HostError(outcome.code as HostErrorCode, { zh: outcome.zh, en: outcome.en }, { cause: outcome.cause });
}

function sheetOf(plain: PlainSheet): Sheet {
  const rows: ArrayCell[][] = Array.from({ length: plain.rowCount }, () => []);
  for (const [row, column, cell] of plain.cells) (rows[row] ??= [])[column] = cell;
  const { name, visibility, isProtected, merges, tables, hiddenRows, hiddenColumns, rowCount, columnCount } = plain;
  const sheet = arraySheet(rows, { name, visibility, isProtected, merges, tables, hiddenRows, hiddenColumns });
  return { ...sheet, rowCount, columnCount };
}
