// Whatever goes wrong with whichever request: the person is told, nothing of theirs is lost, and the next run succeeds.
// Prints what came of every fault.
import type { Browser } from 'playwright-core';
import { check } from '../../../src/jobs/check';
import { clear } from '../../../src/jobs/clear';
import { departmentSheets } from '../../../src/jobs/departments';
import type { Plan, WorkbookHost, WorkbookSnapshot } from '../../../src/workbook/port';
import { HostError } from '../../../src/workbook/port';
import { dump, workbookFromRows, WorkbookModel, type Fault } from '../../excel-host';
import { styleOf } from '../../excel-host/cells';
import { launchBrowser } from '../../support/browser';
import { remoteHost, type RemoteHost } from './remote';

jest.setTimeout(120_000);

const PATIENCE = 700;
const SHEET = '指标';
const NOW = new Date(2025, 5, 30, 9, 5);

let browser: Browser;
let host: RemoteHost;
beforeAll(async () => {
  browser = await launchBrowser();
  host = await remoteHost(browser, { workbook: new WorkbookModel() });
});
afterAll(() => browser.close());

/** The clerk's workbook: a table with their own colours, note, rule and name; and a sheet of notes. */
function clerksWorkbook(): WorkbookModel {
  const workbook = workbookFromRows({
    [SHEET]: [
      ['序号', '评价指标', '目标值', '责任部门', '实际值'],
      [1, '建成区绿化覆盖率', '≥35%', '城管局', '36%'],
      [2, '生活垃圾无害化处理率', '100%', '城管局、住建局', '99%'],
      [3, '居民健康素养水平', '≥23%', '卫健局', ''],
    ],
    备注: [['=不是公式', '007']],
  });
  const sheet = workbook.sheet(SHEET);
  sheet.set(1, 1, { style: styleOf({ fill: '#FFFF00', bold: true }) });
  sheet.set(4, 4, { value: 5, formula: '=2+3' });
  sheet.columnWidths.set(5, 30);
  sheet.rules.push({
    id: 'own',
    type: 'Custom',
    area: { top: 0, left: 0, bottom: 3, right: 4 },
    formula: '=$A1=3',
    fill: '#00FF00',
    font: '',
    borders: {},
    stopIfTrue: false,
  });
  workbook.names.push({
    name: '我的区域',
    visible: true,
    comment: '',
    place: { sheet: sheet.id, area: { top: 0, left: 0, bottom: 3, right: 4 } },
    formula: '',
  });
  return workbook;
}

type MakePlan = (snapshot: WorkbookSnapshot) => Plan;
const makeCheck: MakePlan = (snapshot) => check(snapshot, { profile: 'city', guarded: true, sheets: [SHEET] }).plan;
const makeDepartments: MakePlan = (snapshot) =>
  departmentSheets(snapshot, check(snapshot, { profile: 'city', guarded: true, sheets: [SHEET] }), NOW).plan;

interface Job {
  readonly sheets: 'active' | 'visible' | 'all';
  readonly make: MakePlan;
  /** Run first, without faults. */
  readonly after: readonly MakePlan[];
}
const JOBS: Readonly<Record<string, Job>> = {
  check: { sheets: 'active', make: makeCheck, after: [] },
  departments: { sheets: 'visible', make: makeDepartments, after: [makeDepartments] },
  clear: { sheets: 'all', make: clear, after: [makeDepartments] },
};

async function run(target: WorkbookHost, sheets: Job['sheets'], make: MakePlan): Promise<void> {
  await target.apply(make(await target.read({ sheets })));
}

async function open(job: Job, patience = 30_000): Promise<WorkbookModel> {
  const workbook = clerksWorkbook();
  host.excel.open(workbook);
  await host.call('restart');
  for (const make of job.after) await run(host, 'all', make);
  await host.call('restart', patience);
  host.excel.requests.length = 0;
  return workbook;
}

/** Only what is the clerk's: their sheets without our columns, colours and marks. */
function clerksOwn(workbook: WorkbookModel): unknown {
  const { sheets, names } = dump(workbook) as {
    sheets: { name: string; cells: Record<string, unknown>; rules: { formula: string }[] }[];
    names: { name: string }[];
  };
  return {
    sheets: sheets
      .filter(({ name }) => [SHEET, '备注'].includes(name))
      .map(({ name, cells, rules }) => ({
        name,
        cells: Object.fromEntries(Object.entries(cells).filter(([address]) => !/^[FG]\d/.test(address))),
        rules: rules.filter(({ formula }) => !formula.includes('dabiao')),
      })),
    names: names.filter(({ name }) => !name.startsWith('_dabiao.')),
  };
}

/** What came of it, in words; '' for the error when it succeeded. */
async function attempt(job: Job): Promise<string> {
  try {
    await run(host, job.sheets, job.make);
    return 'done';
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return `${error.code}: ${error.sentence.zh}`;
  }
}

const WHEN = ['before', 'half', 'after', 'hang', 'lost'] as const;
const CODES = [
  'GeneralException',
  'AccessDenied',
  'InvalidOperationInCellEditMode',
  'RequestPayloadSizeLimitExceeded',
] as const;

/** What a person does in between; `undo` lets the next run pass. */
const MEANWHILE: Readonly<
  Record<string, { readonly act: (workbook: WorkbookModel) => void; readonly undo?: (workbook: WorkbookModel) => void }>
> = {
  'sheet protected': {
    act: (workbook) => void (workbook.sheet(SHEET).isProtected = true),
    undo: (workbook) => void (workbook.sheet(SHEET).isProtected = false),
  },
  'workbook protected': {
    act: (workbook) => void (workbook.isStructureProtected = true),
    undo: (workbook) => void (workbook.isStructureProtected = false),
  },
  'sheet edited': { act: (workbook) => workbook.sheet(SHEET).type(1, 2, '≥40%') },
  'sheet renamed': {
    act: (workbook) => workbook.rename(workbook.sheet(SHEET), '改名'),
    undo: (workbook) => workbook.rename(workbook.sheet('改名'), SHEET),
  },
  'sheet deleted': { act: (workbook) => workbook.removeSheet(workbook.sheet(SHEET)) },
};

const table: string[] = [];
afterAll(() => console.log(table.join('\n')));

describe.each(Object.entries(JOBS))('%s', (title, job) => {
  test('each request fails before, half-way, after, or is never answered', async () => {
    await open(job);
    expect(await attempt(job)).toBe('done');
    const count = host.excel.requests.length;
    const expected = dump(host.excel.workbook);
    for (let request = 1; request <= count; request++) {
      for (const when of WHEN) {
        const codes =
          when === 'hang' || when === 'lost' ? ['GeneralException'] : when === 'before' ? CODES : CODES.slice(0, 2);
        for (const code of codes) await one({ request, when, code }, expected);
      }
    }

    async function one(fault: Fault, end: unknown): Promise<void> {
      const isSilent = fault.when === 'hang' || fault.when === 'lost';
      const workbook = await open(job, isSilent ? PATIENCE : undefined);
      const start = dump(workbook);
      const own = clerksOwn(workbook);
      host.excel.fault(fault);
      const outcome = await attempt(job);
      const now = dump(workbook);
      const isEnd = same(now, end);
      const state = isEnd && outcome === 'done' ? 'carried out' : same(now, start) ? 'as before' : 'in between';
      table.push([title, `request ${fault.request} of ${count}`, fault.when, fault.code, state, outcome].join(' | '));
      expect({ fault, own: clerksOwn(workbook) }).toEqual({ fault, own });
      expect({ fault, state }).toEqual({ fault, state: outcome === 'done' ? 'carried out' : 'as before' });
      host.excel.clearFaults();
      await host.call('restart');
      expect({ fault, next: await attempt(job) }).toEqual({ fault, next: 'done' });
      expect({ fault, state: dump(workbook) }).toEqual({ fault, state: end });
    }
  });

  test.each(Object.entries(MEANWHILE))('%s meanwhile, before each request', async (what, { act, undo }) => {
    await open(job);
    await attempt(job);
    const count = host.excel.requests.length;
    for (let request = 1; request <= count; request++) {
      const workbook = await open(job);
      host.excel.fault({ request, meanwhile: act });
      const outcome = await attempt(job);
      table.push([title, `request ${request} of ${count}`, what, '', '', outcome].join(' | '));
      host.excel.clearFaults();
      undo?.(workbook);
      if (what === 'sheet deleted') continue;
      const fresh = clerksWorkbook();
      act(fresh);
      undo?.(fresh);
      expect({ request, own: clerksOwn(workbook) }).toEqual({ request, own: clerksOwn(fresh) });
      expect({ request, next: await attempt(job) }).toEqual({ request, next: 'done' });
    }
  });
});

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
