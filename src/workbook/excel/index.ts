// Owns the port over Excel: reads, applies plans, selects, observes. Holds no rule of the product.
import type { Plan, ReadOptions, RunOptions, SheetChange, WorkbookHost } from '../port';
import { applyPlan } from './apply';
import { hostErrorOf, REFUSALS } from './errors';
import { areasOfAddress } from './places';
import { rangeOf, readWorkbook, type ExcelSnapshot } from './read';
import { refuseOldExcel, Session } from './session';

export interface ExcelHostOptions {
  /** How long one request may take, in milliseconds, before the person is told that Excel does not answer. */
  readonly patience?: number;
}

/** The workbook that this pane belongs to. Needs office.js ready; in an Excel older than 2021 every call rejects. */
export function excelHost({ patience = 60_000 }: ExcelHostOptions = {}): WorkbookHost {
  const session = new Session(patience);
  let last: ExcelSnapshot | null = null;
  return {
    read: (options: ReadOptions) =>
      session.exclusively(async () => {
        last = await readWorkbook(session, options);
        return last;
      }),
    apply: (plan: Plan, options?: RunOptions) =>
      session.exclusively(async () => {
        const known = last ?? (await readWorkbook(session, { sheets: [] }));
        last = null;
        await applyPlan(session, plan, known, options);
      }),
    select: (sheet, area) =>
      session.exclusively(async () => {
        const found = await session.request((context) => {
          const found = context.workbook.worksheets.getItemOrNullObject(sheet);
          found.activate();
          rangeOf(found, area).select();
          return found;
        });
        if (found.isNullObject) throw REFUSALS.missingSheet(sheet);
      }),
    observe: (listener) => session.exclusively(() => observe(session, listener)),
  };
}

/** Tells of every change but our own. An event that came too early or for a sheet that is gone is dropped. */
async function observe(session: Session, listener: (change: SheetChange) => void): Promise<() => Promise<void>> {
  const registration = await session.request((context) =>
    context.workbook.worksheets.onChanged.add(async (event) => {
      if (event.triggerSource === Excel.EventTriggerSource.thisLocalAddin) return;
      const sheet = await session
        .request((own) => own.workbook.worksheets.getItemOrNullObject(event.worksheetId).load('name'))
        .catch(() => null);
      if (!sheet || sheet.isNullObject) return;
      for (const area of areasOfAddress(event.address)) listener({ sheet: sheet.name, area });
    }),
  );
  return () =>
    session.exclusively(async () => {
      registration.remove();
      await registration.context.sync();
    });
}

/** Opens a workbook, given by its file's bytes, in a window of its own. Rejects with a `HostError`. */
export async function openInNewWindow(bytes: Uint8Array): Promise<void> {
  try {
    refuseOldExcel();
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    await Excel.createWorkbook(btoa(binary));
  } catch (error) {
    throw hostErrorOf(error);
  }
}
