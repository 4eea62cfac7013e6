// The page that runs the Excel host under the real office.js in tests: calls come in and answers go out as plain data.
import type { Sheet } from '../../../src/sheet/sheet';
import { excelHost, openInNewWindow } from '../../../src/workbook/excel';
import { HostError, type Plan, type ReadOptions, type SheetChange } from '../../../src/workbook/port';

/** A sheet as data: cells by row, only those that are not blank. */
function plainSheet(sheet: Sheet) {
  const { name, visibility, isProtected, rowCount, columnCount, merges, tables } = sheet;
  const cells = [];
  const hiddenRows = [];
  const hiddenColumns = [];
  for (let row = 0; row < rowCount; row++) {
    if (sheet.isRowHidden(row)) hiddenRows.push(row);
    for (let column = 0; column < columnCount; column++) {
      const cell = sheet.cell(row, column);
      if (cell.kind !== 'blank' || cell.isFormula) cells.push([row, column, cell] as const);
    }
  }
  for (let column = 0; column < columnCount; column++) if (sheet.isColumnHidden(column)) hiddenColumns.push(column);
  return { name, visibility, isProtected, rowCount, columnCount, merges, tables, cells, hiddenRows, hiddenColumns };
}
export type PlainSheet = ReturnType<typeof plainSheet>;

/** What a call came to. */
export type Outcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly code: string; readonly zh: string; readonly en: string; readonly cause: string };

async function outcome<Result>(work: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return {
      ok: false,
      code: error.code,
      ...error.sentence,
      cause: JSON.stringify(error.cause ?? null) + String(error.cause),
    };
  }
}

let host = excelHost();
let controller = new AbortController();
let stop: (() => Promise<void>) | null = null;
const changes: SheetChange[] = [];
const stages: string[] = [];

const calls = {
  /** A host that has read nothing yet. */
  restart: async (patience?: number) => {
    host = excelHost(patience === undefined ? {} : { patience });
  },
  read: (options: ReadOptions) =>
    outcome(async () => {
      controller = new AbortController();
      const { signal } = controller;
      const onProgress: ReadOptions['onProgress'] = ({ stage, done, total }) =>
        void stages.push(`${stage.en} ${done}/${total}`);
      const { sheets, activeSheet, selection, marks, isStructureProtected, isReadOnly } = await host.read({
        ...options,
        signal,
        onProgress,
      });
      return { sheets: sheets.map(plainSheet), activeSheet, selection, marks, isStructureProtected, isReadOnly };
    }),
  /** Reads the active sheet and leaves it in the page. */
  readOnly: () =>
    outcome(async () => {
      const { sheets } = await host.read({
        sheets: 'active',
        onProgress: ({ stage, done, total }) => void stages.push(`${stage.en} ${done}/${total}`),
      });
      return sheets.length;
    }),
  apply: (plan: Plan, cancelAt?: string) =>
    outcome(async () => {
      controller = new AbortController();
      const { signal } = controller;
      await host.apply(plan, {
        signal,
        onProgress: ({ stage, done, total }) => {
          stages.push(`${stage.en} ${done}/${total}`);
          if (cancelAt === 'second' && done > 0) controller.abort();
        },
      });
    }),
  select: (sheet: string, area: Parameters<typeof host.select>[1]) => outcome(() => host.select(sheet, area)),
  observe: () =>
    outcome(async () => {
      stop = await host.observe((change) => changes.push(change));
    }),
  unobserve: () => outcome(async () => stop?.()),
  openInNewWindow: (bytes: readonly number[]) => outcome(() => openInNewWindow(Uint8Array.from(bytes))),
  changes: async () => changes.splice(0),
  stages: async () => stages.splice(0),
};
export type PageCalls = typeof calls;

void Office.onReady().then(() => {
  Object.assign(window, { calls });
});
