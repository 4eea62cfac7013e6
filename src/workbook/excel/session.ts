// Owns talking to Excel: one request at a time, waited for no longer than `patience`, errors as sentences.
import { HostError, type RunOptions } from '../port';
import { hostErrorOf, REFUSALS } from './errors';

/** The lowest version of Excel's interface that has all we use. */
const FLOOR = '1.14';

export function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

export function refuseOldExcel(): void {
  if (!supports(FLOOR)) throw REFUSALS.tooOld();
}

export type Work<Result> = (context: Excel.RequestContext) => Result;

export class Session {
  private last: Promise<unknown> = Promise.resolve();

  /** `patience` in milliseconds, for one request. */
  constructor(private readonly patience: number) {}

  /** Runs one task after the other: what is read stays true until it is written. Rejects with a `HostError` only. */
  exclusively<Result>(task: () => Promise<Result>): Promise<Result> {
    const run = this.last.then(async () => {
      try {
        refuseOldExcel();
        return await task();
      } catch (error) {
        throw hostErrorOf(error);
      }
    });
    this.last = run.catch(() => undefined);
    return run;
  }

  /**
   * One round trip. A context of our own, not `Excel.run`: ranges are not kept alive afterwards, which would treble the
   * request and send another one to let them go. Throws Excel's own error.
   */
  async request<Result>(work: Work<Result>): Promise<Result> {
    const context = new Excel.RequestContext();
    const result = work(context);
    await this.patiently(context.sync());
    return result;
  }

  /** Several round trips that undo as one, where Excel can. */
  async grouped(works: readonly Work<void>[], between: (done: number) => void): Promise<void> {
    // Excel.run's options lack the newest one in the published typings.
    const options: Excel.RunOptions & { mergeUndoGroup: boolean } = { mergeUndoGroup: true };
    await Excel.run(options, async (context) => {
      for (const [index, work] of works.entries()) {
        between(index);
        work(context);
        await this.patiently(context.sync());
      }
    });
  }

  private async patiently<Result>(answer: Promise<Result>): Promise<Result> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(REFUSALS.silent()), this.patience);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Between two requests: stops when the person cancelled. */
export function stopIfCancelled(options: RunOptions | undefined): void {
  if (options?.signal?.aborted) throw REFUSALS.cancelled();
}

export function isHostError(error: unknown, code: HostError['code']): boolean {
  return error instanceof HostError && error.code === code;
}
