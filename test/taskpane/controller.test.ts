// Owns what the pane does, without a screen: jobs on a real workbook file, their progress, their end and their failures.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as jobs from '../../src/taskpane/jobs';
import { PaneController } from '../../src/taskpane/controller';
import type { OutgoingFile, PaneEnvironment } from '../../src/taskpane/environment';
import { MESSAGES } from '../../src/taskpane/messages';
import { fileHost, openFile, type FileWorkbook } from '../../src/workbook/file';
import { HostError, type HostErrorCode, type Plan, type SheetChange, type WorkbookHost } from '../../src/workbook/port';

const bytesOf = (name: string): Uint8Array => readFileSync(path.join(__dirname, '../../examples', name));

interface Bench {
  readonly controller: PaneController;
  readonly workbook: FileWorkbook;
  readonly applied: Plan[];
  readonly delivered: OutgoingFile[];
  /** What the person does in the sheet: writes a cell, and the host tells of it. */
  type(row: number, column: number, value: string): void;
  /** Replaces a method of the host for the next calls. */
  host: WorkbookHost;
}

function bench(file = 'linzi-filled.xlsx', delivery: PaneEnvironment['delivery'] = 'download'): Bench {
  const workbook = openFile(bytesOf(file), file);
  const real = fileHost(workbook);
  const applied: Plan[] = [];
  const delivered: OutgoingFile[] = [];
  const listeners = new Set<(change: SheetChange) => void>();
  const sheet = workbook.snapshot().sheets[0]!.name;
  const host: WorkbookHost = {
    ...real,
    apply: async (plan, options) => {
      await real.apply(plan, options);
      applied.push(plan);
    },
    observe: async (listener) => {
      listeners.add(listener);
      return async () => void listeners.delete(listener);
    },
  };
  const bench = { host } as { host: WorkbookHost };
  const environment: PaneEnvironment = {
    host: {
      read: (options) => bench.host.read(options),
      apply: (plan, options) => bench.host.apply(plan, options),
      select: (name, area) => bench.host.select(name, area),
      observe: (listener) => bench.host.observe(listener),
    },
    displayLanguage: 'zh-CN',
    surroundings: () => ({ isDark: false, background: '#ffffff', text: '#000000' }),
    delivery,
    deliver: async (outgoing) => void delivered.push(outgoing),
  };
  const controller = new PaneController(environment, () => Promise.resolve(jobs));
  return Object.assign(bench, {
    controller,
    workbook,
    applied,
    delivered,
    type: (row: number, column: number, value: string) => {
      workbook.apply({ expectations: [], steps: [{ kind: 'fill', sheet, cells: [{ row, column, value }] }] });
      for (const listener of listeners)
        listener({ sheet, area: { top: row, bottom: row, left: column, right: column } });
    },
  });
}

const failure = (code: HostErrorCode): HostError => new HostError(code, { zh: `出错：${code}`, en: `failed: ${code}` });
const never = new Promise<never>(() => undefined);
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

describe('检查达标', () => {
  test('reads once, writes once, and says how many', async () => {
    const { controller, applied } = bench();
    await controller.check();
    const { result, status, alert, work } = controller.getState();
    expect(result?.tables[0]?.rows.length).toBe(55);
    expect(status?.zh).toMatch(/^已检查 55 项：未达标 \d+，缺数据 \d+，需人工判定 \d+。$/);
    expect([alert, work, applied.length]).toEqual([null, null, 1]);
  });

  test('a second check leaves the same workbook', async () => {
    const { controller, workbook } = bench();
    await controller.check();
    const once = workbook.save();
    await controller.check();
    expect(Buffer.compare(Buffer.from(workbook.save()), Buffer.from(once))).toBe(0);
  });

  test('clearing gives back the file that was opened', async () => {
    const { controller, workbook } = bench();
    const before = workbook.snapshot();
    await controller.check();
    await controller.buildDepartmentSheets();
    expect(workbook.snapshot().sheets.length).toBeGreaterThan(5);
    await controller.clear();
    const after = workbook.snapshot();
    expect(after.sheets.map(({ name, rowCount, columnCount }) => [name, rowCount, columnCount])).toEqual(
      before.sheets.map(({ name, rowCount, columnCount }) => [name, rowCount, columnCount]),
    );
    expect(after.marks).toEqual([]);
    expect(controller.getState()).toMatchObject({ result: null, status: MESSAGES.cleared });
  });

  test('an edit between reading and writing: it says so and checks again', async () => {
    const one = bench();
    const { apply } = one.host;
    let calls = 0;
    one.host = {
      ...one.host,
      apply: (plan, options) => (++calls === 1 ? Promise.reject(failure('changed')) : apply(plan, options)),
    };
    await one.controller.check();
    expect(calls).toBe(2);
    expect(one.controller.getState()).toMatchObject({ alert: MESSAGES.changedMeanwhile, result: { profile: 'city' } });
  });

  test('no table: the alert says what to look for', async () => {
    const one = bench();
    const blank = one.workbook.snapshot();
    one.host = { ...one.host, read: async () => ({ ...blank, sheets: [] }) };
    await one.controller.check();
    expect(one.controller.getState().alert).toBe(MESSAGES.noTables);
  });
});

describe('what goes wrong', () => {
  test.each<HostErrorCode>([
    'protected',
    'read-only',
    'editing-cell',
    'missing-sheet',
    'too-large',
    'connection',
    'unknown',
  ])('the host refuses to write (%s): its sentence is the alert, and the next run succeeds', async (code) => {
    const one = bench();
    const { host } = one;
    one.host = { ...host, apply: () => Promise.reject(failure(code)) };
    await one.controller.check();
    expect(one.controller.getState()).toMatchObject({ alert: { zh: `出错：${code}` }, work: null, result: null });
    one.host = host;
    await one.controller.check();
    expect(one.controller.getState()).toMatchObject({ alert: null, result: { profile: 'city' } });
  });

  test('an error of another frame is known by its fields, not its class', async () => {
    const one = bench();
    const foreign = { name: 'HostError', code: 'protected', sentence: { zh: '受保护', en: 'protected' } };
    one.host = { ...one.host, read: () => Promise.reject(foreign) };
    await one.controller.check();
    expect(one.controller.getState().alert?.zh).toBe('受保护');
  });

  test('something unforeseen is told too', async () => {
    const one = bench();
    one.host = { ...one.host, read: () => Promise.reject(new TypeError('x')) };
    await one.controller.check();
    expect(one.controller.getState().alert).toBe(MESSAGES.unexpected);
  });

  test('a part of the pane that does not load is told, and the workbook is untouched', async () => {
    const { environment } = bench().controller;
    const controller = new PaneController(environment, () => Promise.reject(new Error('ChunkLoadError')));
    await controller.check();
    expect(controller.getState().alert).toBe(MESSAGES.loadFailed);
  });

  test('a host that never answers: cancelling ends the wait, and the next run succeeds', async () => {
    jest.useFakeTimers();
    const one = bench();
    const { host } = one;
    one.host = { ...host, apply: () => never };
    const run = one.controller.check();
    await jest.advanceTimersByTimeAsync(600);
    expect(one.controller.getState().work).toMatchObject({ isLong: true });
    one.controller.cancel();
    await jest.advanceTimersByTimeAsync(3100);
    await run;
    expect(one.controller.getState()).toMatchObject({ alert: MESSAGES.noAnswer, work: null });
    jest.useRealTimers();
    one.host = host;
    await one.controller.check();
    expect(one.controller.getState().alert).toBeNull();
  });

  test('a host that stops when cancelled: nothing was changed, and it says so', async () => {
    const one = bench();
    one.host = {
      ...one.host,
      read: ({ signal }) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(failure('cancelled')))),
    };
    const run = one.controller.check();
    await settled();
    one.controller.cancel();
    await run;
    expect(one.controller.getState()).toMatchObject({ status: MESSAGES.cancelled, alert: null });
  });

  test('two jobs asked for at once run one after the other', async () => {
    const one = bench();
    const { read, apply } = one.host;
    let open = 0;
    let most = 0;
    const counted = async <T>(call: () => Promise<T>): Promise<T> => {
      most = Math.max(most, ++open);
      try {
        return await call();
      } finally {
        open -= 1;
      }
    };
    one.host = { ...one.host, read: (o) => counted(() => read(o)), apply: (p, o) => counted(() => apply(p, o)) };
    await Promise.all([one.controller.check(), one.controller.buildDepartmentSheets()]);
    expect(most).toBe(1);
    expect(one.controller.getState().status?.zh).toMatch(/^已生成部门汇总和 \d+ 张部门分表。$/);
  });
});

describe('live judging', () => {
  const row = 3; // 居民健康素养水平, in the filled Linzi table

  async function edited(change: (one: Bench) => void, wait = 450): Promise<Bench> {
    const one = bench();
    await one.controller.check();
    one.applied.length = 0;
    jest.useFakeTimers();
    change(one);
    await jest.advanceTimersByTimeAsync(wait);
    jest.useRealTimers();
    await settled();
    return one;
  }

  const actualColumn = (one: Bench): number =>
    one.controller.getState().result!.tables[0]!.table.columns.find(({ role }) => role === 'actual')!.column;
  const firstRow = (one: Bench): number => one.controller.getState().result!.tables[0]!.rows[0]!.row.firstRow;

  test('an edited value turns its row within half a second, and only its cells are written', async () => {
    const one = await edited((bench) => bench.type(firstRow(bench), actualColumn(bench), '12%'));
    expect(one.controller.getState().result!.tables[0]!.rows[0]!.judgement.verdict).toBe('unmet');
    expect(one.applied.map(({ steps }) => steps)).toEqual([
      [
        {
          kind: 'fill',
          sheet: expect.any(String),
          cells: [
            expect.objectContaining({ value: '未达标' }),
            expect.objectContaining({ value: expect.stringContaining('12%') }),
          ],
        },
      ],
    ]);
    expect(one.applied[0]!.expectations.every(({ row: at }) => at === firstRow(one))).toBe(true);
    expect(one.controller.getState().status?.zh).toBe('已重新判定 1 项。');
  });

  test('switched off, or a cell elsewhere: nothing is read or written', async () => {
    const off = await edited((bench) => {
      bench.controller.setLive(false);
      bench.type(firstRow(bench), actualColumn(bench), '12%');
    });
    const elsewhere = await edited((bench) => bench.type(200, 0, 'x'));
    expect([off.applied, elsewhere.applied]).toEqual([[], []]);
  });

  test('an edit that changes no verdict writes nothing: the undo list of old Excel stays', async () => {
    const one = await edited((bench) => {
      const remark = bench.controller.getState().result!.tables[0]!.table.columns.find(({ role }) => role === 'seq')!;
      bench.type(firstRow(bench), remark.column, '1');
    });
    expect(one.applied).toEqual([]);
  });

  test('Excel busy with a cell: it tries again, without an alert', async () => {
    let refusals = 0;
    const one = await edited((bench) => {
      const { read } = bench.host;
      bench.host = {
        ...bench.host,
        read: (options) => (++refusals === 1 ? Promise.reject(failure('editing-cell')) : read(options)),
      };
      bench.type(firstRow(bench), actualColumn(bench), '12%');
    }, 1200);
    expect(one.controller.getState().alert).toBeNull();
    expect(refusals).toBe(2);
    expect(one.controller.getState().result!.tables[0]!.rows[0]!.judgement.verdict).toBe('unmet');
  });

  test('after clearing nothing is judged any more', async () => {
    const one = bench();
    await one.controller.check();
    await one.controller.clear();
    one.applied.length = 0;
    one.type(row, 7, '1%');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(one.applied).toEqual([]);
  });
});

describe('the person decides', () => {
  test('a column role of their own wins, and is kept for the next check', async () => {
    const { controller } = bench();
    await controller.check();
    const { table } = controller.getState().result!.tables[0]!;
    const actual = table.columns.find(({ role }) => role === 'actual')!;
    await controller.setRole(table, actual.column, null);
    const roleNow = (): unknown =>
      controller.getState().result!.tables[0]!.table.columns.find(({ column }) => column === actual.column)?.role;
    expect(roleNow()).toBeNull();
    await controller.check();
    expect(roleNow()).toBeNull();
  });

  test('the profile is judged at once when a result is shown', async () => {
    const { controller } = bench();
    await controller.setProfile('county');
    expect(controller.getState().result).toBeNull();
    await controller.check();
    await controller.setProfile('city');
    expect(controller.getState().result?.profile).toBe('city');
  });

  test('an accepted merge is remembered in the workbook and makes one department of two', async () => {
    const { controller, workbook } = bench();
    await controller.check();
    const [suggestion] = controller.getState().result!.tables[0]!.suggestions;
    expect(suggestion?.names).toEqual(expect.arrayContaining(['区教育和体育局']));
    await controller.decide(suggestion!, true);
    expect(
      workbook.snapshot().marks.some(({ name, text }) => name.startsWith('choice.') && text?.startsWith('=')),
    ).toBe(true);
    expect(controller.getState().result!.tables[0]!.suggestions).not.toContainEqual(suggestion);
    await controller.decide(suggestion!, false);
    expect(
      workbook
        .snapshot()
        .marks.filter(({ name }) => name.startsWith('choice.'))
        .map(({ text }) => text?.[0]),
    ).toEqual(['≠']);
  });

  test('an example goes into a sheet of its own and is the person’s from then on', async () => {
    const { controller, workbook } = bench();
    await controller.insertExample();
    const { sheets, marks } = workbook.snapshot();
    expect(sheets.at(-1)?.name).toBe('示例指标表');
    expect(marks).toEqual([]);
    await controller.insertExample();
    expect(workbook.snapshot().sheets.length).toBe(sheets.length + 1);
  });
});

describe('workbooks that go out and come back', () => {
  test('a browser gets one archive, Excel a window for each', async () => {
    const web = bench('linzi.xlsx');
    await web.controller.exportDepartments();
    expect(web.delivered.map(({ name }) => name)).toEqual(['部门工作簿.zip']);
    const desktop = bench('linzi.xlsx', 'window');
    await desktop.controller.exportDepartments();
    expect(desktop.delivered.length).toBeGreaterThan(10);
    expect(desktop.delivered.map(({ name }) => name)).toContain('区商务局.xlsx');
    expect(desktop.applied).toEqual([]);
  });

  test('what comes back is put together; a file that is none is named, the others count', async () => {
    const out = bench('linzi.xlsx', 'window');
    await out.controller.exportDepartments();
    const files = out.delivered.map(({ name, bytes }) => new File([Uint8Array.from(bytes)], name));
    const home = bench('linzi.xlsx');
    await home.controller.collect([...files, new File(['x'], '坏文件.xlsx')]);
    const { status, alert } = home.controller.getState();
    expect(status?.zh).toMatch(/^已填入 0 个数，/);
    expect(alert?.zh).toContain('坏文件.xlsx');
  });

  test('columns to fill in are added where a table has none, once', async () => {
    const { controller } = bench('linzi.xlsx');
    await controller.prepare();
    expect(controller.getState().status).toBe(MESSAGES.prepared);
    expect(controller.getState().result!.tables[0]!.table.columns.some(({ role }) => role === 'actual')).toBe(true);
    await controller.prepare();
    expect(controller.getState().status).toBe(MESSAGES.nothingToPrepare);
  });
});
