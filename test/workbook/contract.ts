// Owns what every host of a workbook must do alike: the same plan gives the same sheets, and taking back leaves no trace.
// Called with each host by the tests of that host.
import { check } from '../../src/jobs/check';
import { clear } from '../../src/jobs/clear';
import { departmentSheets } from '../../src/jobs/departments';
import { prepare } from '../../src/jobs/prepare';
import type { Sheet } from '../../src/sheet/sheet';
import type { Plan, WorkbookHost } from '../../src/workbook/port';

/** A host over the workbook in these bytes; closed by the suite. */
export interface OpenHost {
  readonly host: WorkbookHost;
  readonly close: () => Promise<void>;
}

const NOW = new Date(2025, 5, 30, 9, 5);

/** A sheet as compared between hosts: cells by address with value, shown text, kind and format; merges. */
export function sheetContent(sheet: Sheet): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (let row = 0; row < sheet.rowCount; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const { kind, value, text, format, isFormula } = sheet.cell(row, column);
      if (kind !== 'blank') cells[`${row},${column}`] = { kind, value, text, format, isFormula };
    }
  }
  const merges = sheet.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right].join()).sort();
  const { name, visibility, rowCount, columnCount } = sheet;
  return { name, visibility, rowCount, columnCount, merges, cells };
}

export async function content(host: WorkbookHost): Promise<Record<string, unknown>> {
  const { sheets, marks } = await host.read({ sheets: 'all' });
  const named = marks.filter(({ name }) => !name.startsWith('before.'));
  return { sheets: sheets.map(sheetContent), marks: named.sort((a, b) => a.name.localeCompare(b.name)) };
}

export async function runCheck(host: WorkbookHost, sheets: 'active' | 'visible' = 'visible'): Promise<void> {
  const snapshot = await host.read({ sheets });
  const names = sheets === 'active' && snapshot.activeSheet !== null ? { sheets: [snapshot.activeSheet] } : {};
  await host.apply(check(snapshot, { profile: 'city', guarded: true, ...names }).plan);
}

export async function runDepartments(host: WorkbookHost): Promise<number> {
  const snapshot = await host.read({ sheets: 'visible' });
  const { plan, departments } = departmentSheets(snapshot, check(snapshot, { profile: 'city', guarded: true }), NOW);
  await host.apply(plan);
  return departments;
}

export async function runPrepare(host: WorkbookHost): Promise<void> {
  const snapshot = await host.read({ sheets: 'visible' });
  await host.apply(prepare(snapshot, check(snapshot, { profile: 'city' })).plan);
}

export async function runClear(host: WorkbookHost): Promise<void> {
  await host.apply(clear(await host.read({ sheets: 'all' })));
}

/** Texts that a spreadsheet program would turn into something else. */
export const DANGEROUS = [
  '=HYPERLINK("https://example.com","x")',
  '=1+1',
  '+1',
  '-5元',
  '-5',
  '@x',
  "'quoted",
  '007',
  '3-5',
  '2025-1-2',
  '5月3日',
  '50%',
  'TRUE',
  '1e5',
  '123456789012345678',
  '\t=1',
  '一行\n两行 "引号"',
  '#N/A x',
];

export const DANGEROUS_PLAN: Plan = {
  expectations: [],
  steps: [
    {
      kind: 'addSheets',
      sheets: [
        {
          name: '文字',
          blocks: [
            { top: 0, left: 0, values: DANGEROUS.map((text) => [text, text]), look: ['text', 'head'] },
            { top: 30, left: 0, values: [[7, 0.5, true, null]], look: ['count', 'percent', 'input', 'title'] },
          ],
          columnWidths: [30, 20],
          frozenRows: 1,
          print: { orientation: 'landscape', titleRows: [0, 0] },
        },
      ],
    },
    {
      kind: 'mark',
      marks: [
        { name: 'sheet.1', place: { sheet: '文字', area: { top: 0, left: 0, bottom: 0, right: 0 } }, text: null },
      ],
    },
  ],
};

/** The promises of the port, on the workbook of an example with values. */
export function describeHost(title: string, open: () => Promise<OpenHost>): void {
  describe(title, () => {
    let opened: OpenHost;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    test('a second check leaves what the first did', async () => {
      await runCheck(opened.host);
      const once = await content(opened.host);
      await runCheck(opened.host);
      expect(await content(opened.host)).toEqual(once);
    });

    test('department sheets twice are the sheets made once', async () => {
      await runDepartments(opened.host);
      const once = await content(opened.host);
      await runDepartments(opened.host);
      expect(await content(opened.host)).toEqual(once);
    });

    test('clear leaves what was there before', async () => {
      const before = await content(opened.host);
      await runCheck(opened.host);
      await runDepartments(opened.host);
      expect(await content(opened.host)).not.toEqual(before);
      await runClear(opened.host);
      expect(await content(opened.host)).toEqual(before);
    });

    test('text stays the text it was', async () => {
      await opened.host.apply(DANGEROUS_PLAN);
      const { sheets } = await opened.host.read({ sheets: ['文字'] });
      const sheet = sheets.find(({ name }) => name === '文字');
      const written = DANGEROUS.map((_, row) => [0, 1].map((column) => sheet?.cell(row, column)));
      expect(written.map((row) => row.map((cell) => cell?.value))).toEqual(DANGEROUS.map((text) => [text, text]));
      expect(written.flat().every((cell) => cell?.kind === 'text' && !cell.isFormula)).toBe(true);
      expect([0, 1, 2, 3].map((column) => sheet?.cell(30, column).text)).toEqual(['7', '50.0%', 'TRUE', '']);
    });

    test('a cell that reads otherwise by now refuses the whole plan', async () => {
      const before = await content(opened.host);
      const [sheet] = (await opened.host.read({ sheets: 'all' })).sheets;
      const plan: Plan = {
        expectations: [{ sheet: sheet?.name ?? '', row: 0, column: 0, text: '不是这个' }],
        steps: DANGEROUS_PLAN.steps,
      };
      await expect(opened.host.apply(plan)).rejects.toMatchObject({ code: 'changed' });
      expect(await content(opened.host)).toEqual(before);
    });

    test('a plan for a sheet that is not there is refused by its name', async () => {
      const block = { top: 0, left: 0, values: [['x']], look: 'result' as const };
      const plan: Plan = { expectations: [], steps: [{ kind: 'write', sheet: '没有', block }] };
      await expect(opened.host.apply(plan)).rejects.toMatchObject({ code: 'missing-sheet' });
    });

    test('a name that is taken is refused', async () => {
      const before = await content(opened.host);
      const [sheet] = (await opened.host.read({ sheets: 'all' })).sheets;
      const steps = DANGEROUS_PLAN.steps.map((step) =>
        step.kind === 'addSheets'
          ? { ...step, sheets: step.sheets.map((one) => ({ ...one, name: sheet?.name ?? '' })) }
          : step,
      );
      await expect(opened.host.apply({ expectations: [], steps })).rejects.toMatchObject({ code: 'name-taken' });
      expect(await content(opened.host)).toEqual(before);
    });
  });
}
