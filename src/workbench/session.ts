// Owns the workbook that is open: its file, what was changed, and the host that the pane works on. Must not draw.
import { fileHost, openFile, type FileWorkbook } from '../workbook/file';
import type { SheetChange, WorkbookHost } from '../workbook/port';
import type { Grid, GridEdit } from './grid';
import { gridModel } from './grid-model';

export interface Session {
  readonly name: string;
  readonly host: WorkbookHost;
  readonly workbook: FileWorkbook;
  isDirty(): boolean;
  /** What a person typed in the grid goes into the file, and to those who observe. */
  edit(edit: GridEdit): void;
  /** The file as it is now; from here on there is nothing unsaved. */
  save(): Uint8Array;
  show(): void;
}

/** Opens a file beside the grid. @throws HostError with the sentence to show; what was open stays open. */
export function openSession(bytes: Uint8Array, name: string, grid: Grid, onChange: () => void): Session {
  const workbook = openFile(bytes, name);
  const file = fileHost(workbook);
  const listeners = new Set<(change: SheetChange) => void>();
  let isDirty = false;

  function changed(): void {
    isDirty = true;
    onChange();
  }

  const show = (): void => grid.show(gridModel(workbook, name));
  const host: WorkbookHost = {
    async read(options) {
      const snapshot = await file.read(options);
      return { ...snapshot, activeSheet: grid.activeSheet() ?? snapshot.activeSheet, selection: grid.selection() };
    },
    async apply(plan, options) {
      await file.apply(plan, options);
      show();
      changed();
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
  return {
    name,
    host,
    workbook,
    isDirty: () => isDirty,
    edit({ sheet, area, cells }) {
      workbook.apply({ expectations: [], steps: [{ kind: 'fill', sheet, cells }] });
      changed();
      listeners.forEach((listener) => listener({ sheet, area }));
    },
    save() {
      const saved = workbook.save();
      isDirty = false;
      onChange();
      return saved;
    },
    show,
  };
}
