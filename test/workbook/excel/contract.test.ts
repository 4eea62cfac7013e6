// The Excel host keeps the contract of the port, and does the same as the file host to the same workbook.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { fileHost, openFile } from '../../../src/workbook/file';
import type { WorkbookHost } from '../../../src/workbook/port';
import { dump, WorkbookModel, workbookFromXlsx } from '../../excel-host';
import { launchBrowser } from '../../support/browser';
import { content, DANGEROUS_PLAN, describeHost, runCheck, runClear, runDepartments, runPrepare } from '../contract';
import { remoteHost, type RemoteHost } from './remote';

jest.setTimeout(60_000);

const EXAMPLES = join(__dirname, '..', '..', '..', 'examples');
const EXAMPLE = 'linzi-filled.xlsx';
const bytesOf = async (name: string) => new Uint8Array(await readFile(join(EXAMPLES, name)));

let browser: Browser;
let excel: RemoteHost;
beforeAll(async () => {
  browser = await launchBrowser();
  excel = await remoteHost(browser, { workbook: new WorkbookModel() });
});
afterAll(() => browser.close());

async function openInExcel(bytes: Uint8Array): Promise<WorkbookModel> {
  const workbook = await workbookFromXlsx(bytes);
  excel.excel.open(workbook);
  await excel.call('restart');
  return workbook;
}

describeHost('the Excel host', async () => {
  await openInExcel(await bytesOf(EXAMPLE));
  return { host: excel, close: async () => undefined };
});

type Job = (host: WorkbookHost) => Promise<unknown>;
const JOBS: Readonly<Record<string, readonly Job[]>> = {
  'reading only': [],
  check: [(host) => runCheck(host)],
  'check twice': [(host) => runCheck(host), (host) => runCheck(host)],
  'department sheets': [runDepartments],
  'department sheets twice': [runDepartments, runDepartments],
  'columns to fill in, then check': [runPrepare, (host) => runCheck(host)],
  'dangerous text': [(host) => host.apply(DANGEROUS_PLAN)],
  'everything, then clear': [runPrepare, (host) => runCheck(host), runDepartments, runClear],
};

describe.each(['linzi-filled.xlsx', 'tianjin.xlsx'])('%s through Excel and through the file', (example) => {
  test.each(Object.entries(JOBS))('%s: the same sheets, cell for cell', async (_title, jobs) => {
    const bytes = await bytesOf(example);
    const workbook = await openInExcel(bytes);
    const before = dump(workbook);
    const file = fileHost(openFile(bytes, example));
    for (const job of jobs) {
      await job(file);
      await job(excel);
    }
    expect(await content(excel)).toEqual(await content(file));
    if (jobs.includes(runClear)) expect(dump(workbook)).toEqual(before);
    expect(workbook.warnings).toEqual([]);
    expect(excel.excel.consoleErrors).toEqual([]);
  });
});
