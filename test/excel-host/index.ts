/**
 * An Excel for tests. Microsoft's own office.js (served unchanged from node_modules) runs in a headless Chromium and talks,
 * as it does to Excel on the web, over postMessage to this host, which holds a workbook in memory.
 *
 *   const excel = await startExcel({ workbook, addinDir: 'dist' });   // page: 'taskpane.html' unless said otherwise
 *   await excel.frame.getByRole('button', { name: '检查达标' }).click();
 *   excel.workbook.sheet('Sheet1').cell(1, 7).value;                  // look, or `dump(excel.workbook)` before and after
 *   excel.workbook.sheet('Sheet1').type(2, 3, '95%');                 // what a person types; onChanged fires
 *   excel.requests.length;                                            // round trips so far (housekeeping left out)
 *   excel.fault({ request: 2, when: 'half', code: 'AccessDenied' });  // the second request from now fails half-way
 *   await excel.command('checkCompliance');                           // a ribbon button
 *   await excel.close();
 *
 * `workbook` is made by `workbookFromRows`, `workbookFromXlsx` (load.ts) or by hand. What Excel would refuse is refused with
 * its error code; what the stand-in does not have answers NotImplemented. The add-in's files come from `addinDir` or, path
 * by path, from `files`; office.js from wherever the page asks for it; every other address is refused and listed in `stray`.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core';
import { formatArea } from '../../src/sheet/address';
import { launchBrowser } from '../support/browser';
import { OFFICE_ERRORS, type Fault } from './faults';
import type { WorkbookModel } from './model';
import { excelObjects } from './objects';
import { BatchRunner, type Batch, type BatchAnswer } from './richapi';

export { dump } from './dump';
export { workbookFromRows, workbookFromXlsx } from './load';
export { WorkbookModel, SheetModel } from './model';
export type { Fault } from './faults';

const ROOT = resolve('.');
const OFFICE_JS = join(ROOT, 'node_modules', '@microsoft', 'office-js', 'dist');
const EXCEL_ORIGIN = 'https://localhost:3999';
const ADDIN_ORIGIN = 'https://localhost:3000';
const CONVERSATION = 'conversation-1';
const CONTROL = 'control-1';
const LIMIT = 5 * 1024 * 1024;
/** Waits for a cell to be left, where the add-in asked for it. */
const DELAY_FOR_CELL_EDIT = 64;

export interface ExcelOptions {
  readonly workbook: WorkbookModel;
  /** A folder with the built add-in. */
  readonly addinDir?: string;
  /** Files beside or in place of the folder, by path: `{ 'page.html': '…' }`. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The page to open; `taskpane.html` unless said otherwise. May have a query: `taskpane.html?lang=en`. */
  readonly page?: string;
  /** Office's display language; `zh-CN` unless said otherwise. */
  readonly locale?: string;
  /** ExcelApi version; 1.14 unless said otherwise. */
  readonly supportedApi?: string;
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly size?: { readonly width: number; readonly height: number };
  readonly faults?: readonly Fault[];
  /** A browser that is already running; it is left running. */
  readonly browser?: Browser;
  /** Does not wait until office.js is ready (for pages that show why they cannot run). */
  readonly doesNotWait?: boolean;
}

/** One round trip. */
export interface RequestRecord {
  readonly actions: number;
  readonly names: readonly string[];
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly error: string | null;
  readonly milliseconds: number;
}

export interface ExcelStandIn {
  /** The workbook that is open now. */
  readonly workbook: WorkbookModel;
  readonly context: BrowserContext;
  readonly page: Page;
  /** The add-in's page. */
  readonly frame: Frame;
  readonly requests: RequestRecord[];
  /** Addresses outside the add-in and office.js that the page asked for. */
  readonly stray: string[];
  /** What the page wrote to the console as an error, and uncaught errors. */
  readonly consoleErrors: string[];
  /** Adds a fault, counted from now. */
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Puts another workbook in place of the one that is open, without the add-in being loaded again; counts anew. */
  open(workbook: WorkbookModel): void;
  /** Presses a ribbon button; answers when the add-in says it is done. */
  command(functionName: string): Promise<void>;
  close(): Promise<void>;
}

/** What office.js posts to its host; the answer has the same names. */
interface XdmMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin: string;
  readonly _data: unknown;
  readonly _actionType: number;
}

interface MethodCall {
  readonly ArrayData?: readonly unknown[];
  readonly DdaMethod?: { readonly DispatchId: number };
}

interface ArmedFault extends Fault {
  readonly at: number;
}

const NEVER = Symbol('no answer');

export async function startExcel(options: ExcelOptions): Promise<ExcelStandIn> {
  const browser = options.browser ?? (await launchBrowser());
  const context = await browser.newContext({
    bypassCSP: false,
    viewport: options.size ?? { width: 350, height: 600 },
    colorScheme: options.theme === 'dark' ? 'dark' : 'light',
    forcedColors: options.theme === 'contrast' ? 'active' : 'none',
    locale: options.locale ?? 'zh-CN',
  });
  const stand = new StandIn(options, context);
  try {
    await stand.open();
  } catch (error) {
    await context.close();
    if (!options.browser) await browser.close();
    throw error;
  }
  return {
    get workbook() {
      return stand.workbook;
    },
    context,
    page: stand.page,
    get frame() {
      return stand.frame;
    },
    requests: stand.requests,
    stray: stand.stray,
    consoleErrors: stand.consoleErrors,
    fault: (fault) => stand.arm(fault),
    clearFaults: () => stand.disarm(),
    open: (workbook) => stand.use(workbook),
    command: (name) => stand.command(name),
    close: async () => {
      await context.close();
      if (!options.browser) await browser.close();
    },
  };
}

class StandIn {
  workbook: WorkbookModel;
  readonly requests: RequestRecord[] = [];
  readonly stray: string[] = [];
  readonly consoleErrors: string[] = [];
  private openPage: Page | null = null;
  private faults: ArmedFault[] = [];
  private runner: BatchRunner;
  private readonly registered = new Set<string>();
  private readonly commands = new Map<string, () => void>();
  private nextCommand = 0;
  private ready: () => void = () => undefined;

  constructor(
    private readonly options: ExcelOptions,
    private readonly context: BrowserContext,
  ) {
    this.workbook = options.workbook;
    this.runner = this.runnerFor(options.workbook);
    for (const fault of options.faults ?? []) this.arm(fault);
  }

  use(workbook: WorkbookModel): void {
    this.workbook = workbook;
    this.runner = this.runnerFor(workbook);
    this.requests.length = 0;
    this.disarm();
  }

  private runnerFor(workbook: WorkbookModel): BatchRunner {
    const { root, services } = excelObjects(workbook);
    workbook.onChange(({ sheet, area, trigger }) => {
      if (workbook !== this.workbook) return;
      this.sendRichApiEvent(10, 'Workbook', {
        changeType: 'RangeEdited',
        source: 'Local',
        worksheetId: sheet.id,
        address: formatArea(area),
        shiftDirection: 'None',
        triggerSource: trigger ?? 'Unknown',
      });
    });
    return new BatchRunner(root, services);
  }

  get page(): Page {
    if (!this.openPage) throw new Error('Excel is not open yet.');
    return this.openPage;
  }

  get frame(): Frame {
    const found = this.page.frames().find((frame) => frame.url().startsWith(ADDIN_ORIGIN));
    if (!found) throw new Error('The add-in is not in the page.');
    return found;
  }

  arm(fault: Fault): void {
    this.faults.push({ ...fault, at: this.requests.length + fault.request });
  }

  disarm(): void {
    this.faults = [];
  }

  async open(): Promise<void> {
    await this.context.route('**/*', (route) => this.serve(route));
    await this.context.exposeBinding('excelReceives', (_source, message: string) => this.receive(message));
    const page = await this.context.newPage();
    this.openPage = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => this.consoleErrors.push(error.stack ?? String(error)));
    const isReady = new Promise<void>((resolve) => (this.ready = resolve));
    await page.goto(`${EXCEL_ORIGIN}/excel.html`);
    await page.waitForSelector('iframe');
    if (!this.options.doesNotWait) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(new Error(`office.js did not get ready: ${this.consoleErrors.join(' | ')}`)),
          20_000,
        );
      });
      await Promise.race([isReady, late]);
      clearTimeout(timer);
    }
  }

  async command(functionName: string): Promise<void> {
    const id = `command-${++this.nextCommand}`;
    const done = new Promise<void>((resolve) => this.commands.set(id, resolve));
    this.sendEvent('appCommandInvoked', [id, functionName, JSON.stringify({ source: { id: functionName } })]);
    await done;
  }

  // --- files ---

  private async serve(route: Route): Promise<void> {
    const url = new URL(route.request().url());
    const office = officeFile(url);
    if (url.origin === EXCEL_ORIGIN) return route.fulfill({ contentType: 'text/html', body: this.hostPage() });
    if (office) return fulfil(route, office);
    if (url.origin !== ADDIN_ORIGIN) {
      this.stray.push(url.href);
      return route.abort();
    }
    const path = decodeURIComponent(url.pathname).slice(1);
    const own = this.options.files?.[path];
    if (own !== undefined) {
      return route.fulfill({ contentType: typeOf(path), body: typeof own === 'string' ? own : Buffer.from(own) });
    }
    const file = this.options.addinDir && join(this.options.addinDir, normalize(path));
    return file ? fulfil(route, file) : route.fulfill({ status: 404, body: '' });
  }

  /** The window of Excel: nothing but the frame of the pane and a wire from it to the workbook. */
  private hostPage(): string {
    const locale = this.options.locale ?? 'zh-CN';
    const info = `Excel$Web$16.01$${locale}$test$$$0`;
    const page = this.options.page ?? 'taskpane.html';
    const join = page.includes('?') ? '&' : '?';
    const xdm = `${CONVERSATION}|${CONTROL}|${EXCEL_ORIGIN}`;
    const address = `${ADDIN_ORIGIN}/${page}${join}_host_Info=${info}#&_serializer_version=1&_xdm_Info=${xdm}`;
    const name = JSON.stringify({ hostInfo: info, xdmInfo: xdm, serializerVersion: '1', flights: '[]' });
    return `<!doctype html><html><head><title>Excel</title><link rel="icon" href="data:,">
<style>body{margin:0}iframe{border:0;width:100vw;height:100vh;display:block}</style></head><body><script>
const frame = document.createElement('iframe');
frame.name = ${JSON.stringify(name)};
frame.src = ${JSON.stringify(address)};
frame.title = 'add-in';
window.sendToAddin = (text) => frame.contentWindow.postMessage(text, '*');
addEventListener('message', async (event) => {
  if (event.source !== frame.contentWindow || typeof event.data !== 'string') return;
  const answer = await window.excelReceives(event.data);
  if (answer) window.sendToAddin(answer);
});
document.body.append(frame);
</script></body></html>`;
  }

  // --- messages ---

  private async receive(text: string): Promise<string | null> {
    let message: XdmMessage;
    try {
      message = JSON.parse(text) as XdmMessage;
    } catch {
      return null;
    }
    if (message._messageType !== 0) return null;
    const data = await this.answer(message);
    if (data === NEVER) return null;
    return JSON.stringify({
      _messageType: 1,
      _actionName: message._actionName,
      _conversationId: message._conversationId,
      _correlationId: message._correlationId,
      _origin: EXCEL_ORIGIN,
      _errorCode: 0,
      _responseType: 0,
      _data: data,
    });
  }

  private async answer(message: XdmMessage): Promise<unknown> {
    if (message._actionType !== 0) {
      this.registered[message._actionType === 1 ? 'add' : 'delete'](message._actionName);
      if (message._actionName === 'appCommandInvoked') this.ready();
      return { Error: 0 };
    }
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') return this.appContext();
    if (message._actionName === 'executeMethod') return this.execute(message._data as MethodCall);
    return null;
  }

  private appContext(): unknown {
    const locale = this.options.locale ?? 'zh-CN';
    const sets = {
      ExcelApi: this.options.supportedApi ?? '1.14',
      SharedRuntime: '1.2',
      RibbonApi: '1.1',
      DialogApi: '1.2',
      AddinCommands: '1.3',
      DelayForCellEdit: '1.1',
    };
    return {
      _id: CONTROL,
      _appName: 16,
      _appVersion: '16.01',
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: `https://example.test/${this.workbook.name}`,
      _clientMode: this.workbook.isReadOnly ? 0 : 1,
      _settings: [],
      _reason: 'inserted',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: 'test',
      _requirementMatrix: JSON.stringify({ ...sets }),
      _hostFullVersion: '16.0.19000.20000',
      _initialDisplayMode: 0,
    };
  }

  private async execute({ ArrayData = [], DdaMethod }: MethodCall): Promise<unknown> {
    switch (DdaMethod?.DispatchId) {
      case 93:
        return this.richApi(ArrayData);
      case 94: {
        const id = String(ArrayData[0]);
        this.commands.get(id)?.();
        this.commands.delete(id);
        return { Version: 1, Error: 0, Data: [] };
      }
      default:
        return { Version: 1, Error: 0, Data: [] };
    }
  }

  private async richApi(data: readonly unknown[]): Promise<unknown> {
    const body = String(data[4]);
    const flags = Number(data[6] ?? 0);
    const batch = JSON.parse(body) as Batch;
    if (isHousekeeping(batch)) return success(this.runner.run(batch));
    const started = performance.now();
    const at = this.requests.length + 1;
    const record = { actions: batch.Actions.length, names: summary(batch), requestBytes: Buffer.byteLength(body) };
    const due = this.faults.filter((fault) => fault.at === at);
    const note = (error: string | null, responseBytes: number) =>
      this.requests.push({ ...record, error, responseBytes, milliseconds: performance.now() - started });
    for (const fault of due) fault.meanwhile?.(this.workbook);
    const failing = due.find((fault) => fault.when !== undefined);
    const refused = await this.refusalAround(record.requestBytes, flags);
    if (refused) {
      note(refused, 0);
      return failure(refused);
    }
    if (failing?.when === 'lost') {
      note('(no answer)', 0);
      return NEVER;
    }
    const code = failing?.code ?? 'GeneralException';
    if (failing?.when === 'before') {
      note(code, 0);
      return code in OFFICE_ERRORS ? failure(code) : success({ Results: [], TraceIds: [], Error: injected(code, 0) });
    }
    const answer = this.runner.run(batch, failing?.when === 'half' ? Math.floor(batch.Actions.length / 2) : Infinity);
    if (failing?.when === 'hang') {
      note('(no answer)', 0);
      return NEVER;
    }
    if (failing?.when) {
      note(code, 0);
      return code in OFFICE_ERRORS
        ? failure(code)
        : success({ ...answer, Error: injected(code, answer.Results.length) });
    }
    const bytes = Buffer.byteLength(JSON.stringify(answer));
    if (bytes > LIMIT) {
      note('ResponsePayloadSizeLimitExceeded', bytes);
      return failure('ResponsePayloadSizeLimitExceeded');
    }
    note(answer.Error ? `${answer.Error.Code}: ${answer.Error.Message}` : null, bytes);
    return success(answer);
  }

  private async refusalAround(bytes: number, flags: number): Promise<string | null> {
    if (bytes > LIMIT) return 'RequestPayloadSizeLimitExceeded';
    const { workbook } = this;
    while (workbook.isEditingCell) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return 'InvalidOperationInCellEditMode';
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return null;
  }

  private sendRichApiEvent(type: number, target: string, content: unknown): void {
    this.sendEvent('richApiMessage', { ArrayData: [[65536, type, target, JSON.stringify(content), 0, false]] });
  }

  /** Lost when nobody registered for it, as in life. */
  private sendEvent(name: string, data: unknown): void {
    const key = [...this.registered].find((one) => one.startsWith(name));
    if (!key || !this.openPage) return;
    const text = JSON.stringify({
      _messageType: 1,
      _actionName: key,
      _conversationId: CONVERSATION,
      _correlationId: -1,
      _origin: EXCEL_ORIGIN,
      _errorCode: 0,
      _responseType: 1,
      _data: data,
    });
    void this.openPage.evaluate(`window.sendToAddin(${JSON.stringify(text)})`).catch(() => undefined);
  }
}

function success(answer: BatchAnswer): unknown {
  return { Version: 1, Error: 0, Data: [200, [], JSON.stringify(answer)] };
}

function failure(code: string): unknown {
  return { Version: 1, Error: OFFICE_ERRORS[code] ?? 5001, Data: [] };
}

function injected(code: string, index: number): NonNullable<BatchAnswer['Error']> {
  return { Code: code, Message: `Injected: ${code}`, Location: '', HttpStatusCode: 500, ActionIndex: index };
}

/** What office.js sends of its own accord: start-up notices and the release of references. */
function isHousekeeping(batch: Batch): boolean {
  return batch.Actions.every(
    ({ Name: name, ActionType: type }) =>
      type === 1 || name === '_RemoveReference' || name === 'NotifyActionHandlerReady' || /^_(Unr|R)egister/.test(name),
  );
}

function summary(batch: Batch): string[] {
  return [...new Set(batch.Actions.filter(({ ActionType: type }) => type > 2).map(({ Name: name }) => name))];
}

/** office.js and what it loads, wherever the page takes it from: Microsoft's network, 21Vianet's, or beside the page. */
function officeFile(url: URL): string | null {
  const match = /(?:\/lib\/1(?:\.1)?\/hosted|\/office-js|\/office|\/vendor\/office(?:-js)?)\/([\w./-]+)$/.exec(
    url.pathname,
  );
  const isCloud = /(?:^|\.)(?:appsforoffice\.microsoft\.com|appsforoffice\.cdn\.partner\.office365\.cn)$/.test(
    url.hostname,
  );
  if (!match || !(isCloud || url.origin === ADDIN_ORIGIN)) return null;
  const file = join(OFFICE_JS, normalize(match[1] ?? '').replaceAll('..', ''));
  return existsSync(file) ? file : null;
}

async function fulfil(route: Route, file: string): Promise<void> {
  if (!existsSync(file)) return route.fulfill({ status: 404, body: '' });
  return route.fulfill({ contentType: typeOf(file), body: await readFile(file) });
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

function typeOf(path: string): string {
  return TYPES[extname(path)] ?? 'application/octet-stream';
}
