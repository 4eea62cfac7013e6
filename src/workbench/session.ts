// Owns the workbook that is open: its file's worker, what is unsaved, and the host that the pane works on. Must not draw.
import type { CheckOptions, CheckResult } from '../jobs/check';
import type { JudgedRow } from '../report/judged';
import type { RunOptions, SheetChange, WorkbookHost } from '../workbook/port';
import type { CellPlace } from './calculation';
import { startFileClient } from './file-client';
import { withRows, type Portion } from './file-service';
import type { Grid, GridEdit } from './grid';
import { unpackSnapshot } from './mirror';

export interface Session {
  readonly name: string;
  readonly host: WorkbookHost;
  readonly hasUnseenParts: boolean;
  /** The job `check` over the file as it is now. */
  check(options: CheckOptions, run: RunOptions): Promise<CheckResult>;
  isDirty(): boolean;
  /** What a person typed in the grid goes into the file, and to those who observe. Rejects when the file refuses it. */
  edit(edit: GridEdit): Promise<void>;
  /** The file as it is now; from here on there is nothing unsaved. */
  save(): Promise<Uint8Array>;
  /** Lets go of the file. */
  close(): void;
}

export interface SessionListener {
  /** What is unsaved may have changed. */
  onChange(): void;
  /** Formulas whose results nobody knows after a change; none when all is well. */
  onStale(places: readonly CellPlace[]): void;
}

/** What comes next on the page's thread is a task of its own: taking ten thousand rows in and sending them on would be one long one. */
function anotherTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Opens a file beside the grid. Rejects with a `HostError`, its sentence to be shown; what was open stays open. */
export async function openSession(
  bytes: Uint8Array,
  name: string,
  grid: Grid,
  { onChange, onStale }: SessionListener,
): Promise<Session> {
  const listeners = new Set<(change: SheetChange) => void>();
  /** Changes are numbered as they are asked for; answers come in that order, a save's among them. */
  let asked = 0;
  let pending = 0;
  let made = 0;
  let saved = 0;
  /** Rows of the check under way, by table. */
  let rows: JudgedRow[][] = [];

  const file = startFileClient((portion: Portion) => {
    if (portion.kind === 'model') grid.show(portion.model);
    else if (portion.kind === 'sheets') grid.changeSheets(portion.change);
    else if (portion.kind === 'change') grid.change(portion.change);
    else (rows[portion.table] ??= []).push(...portion.rows);
  });

  /** Unsaved from the moment it is asked for, so that closing the page meanwhile asks too. */
  async function change(work: Promise<readonly CellPlace[]>): Promise<void> {
    const number = (asked += 1);
    pending += 1;
    onChange();
    try {
      onStale(await work);
      made = number;
    } finally {
      grid.redraw();
      await anotherTask();
      pending -= 1;
      onChange();
    }
  }

  const host: WorkbookHost = {
    async read({ sheets, signal }) {
      signal?.throwIfAborted();
      const active = grid.activeSheet();
      // The file's own active sheet is the one it was opened with.
      const snapshot = unpackSnapshot(
        await file.ask('read', sheets === 'active' && active !== null ? [active] : sheets),
      );
      return { ...snapshot, activeSheet: active ?? snapshot.activeSheet, selection: grid.selection() };
    },
    async apply(plan, options) {
      options?.signal?.throwIfAborted();
      await change(file.ask('apply', plan));
    },
    select(sheet, area) {
      grid.select(sheet, area);
      return Promise.resolve();
    },
    observe(listener) {
      listeners.add(listener);
      return Promise.resolve(() => {
        listeners.delete(listener);
        return Promise.resolve();
      });
    },
  };

  const { hasUnseenParts } = await file.ask('open', bytes, name).catch((error: unknown) => {
    file.end();
    throw error;
  });
  return {
    name,
    host,
    hasUnseenParts,
    async check(options, { signal }) {
      const result = await file.ask('check', options);
      const taken = rows;
      rows = [];
      await anotherTask();
      signal?.throwIfAborted();
      return { ...result, tables: result.tables.map((table, index) => withRows(table, taken[index] ?? [])) };
    },
    isDirty: () => pending > 0 || made > saved,
    async edit(edit) {
      await change(file.ask('edit', edit));
      listeners.forEach((listener) => listener({ sheet: edit.sheet, area: edit.area }));
    },
    async save() {
      const upTo = asked;
      const bytes = await file.ask('save');
      saved = upTo;
      onChange();
      return bytes;
    },
    close: () => file.end(),
  };
}
