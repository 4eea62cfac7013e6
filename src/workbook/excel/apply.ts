// Owns carrying a plan out in Excel: checked first, sent in few requests, and taken back or carried through when one fails.
import type { Plan, RunOptions } from '../port';
import { Changes, APPLYING } from './changes';
import { codeOf, hostErrorOf, REFUSALS } from './errors';
import { inspect, readState } from './inspect';
import { packed, type Operation } from './operations';
import type { ExcelSnapshot } from './read';
import { stopIfCancelled, supports, type Session, type Work } from './session';

/** Excel on the web takes 5 MB a request; the sizes of operations are estimates. */
const BYTES_AT_ONCE = 3_500_000;
const FEWEST_BYTES = 100_000;

/** With these codes nothing of a request was carried out. */
const NOTHING_DONE: ReadonlySet<string> = new Set([
  'InvalidOperationInCellEditMode',
  'WriteNotSupportedWhenModalDialogOpen',
  'RequestPayloadSizeLimitExceeded',
  'ActivityLimitReached',
]);

/** All of the plan or nothing of it. `known` is what the plan was made from. Throws a `HostError`. */
export async function applyPlan(
  session: Session,
  plan: Plan,
  known: ExcelSnapshot,
  options: RunOptions = {},
): Promise<void> {
  stopIfCancelled(options);
  const before = await inspect(session, plan, known);
  const changes = new Changes(plan, before);
  if (changes.isEmpty) return;
  const sender = new Sender(session, options);
  try {
    await sender.send(changes.build(), changes.commit(changes.afterBuild()), changes.isUndoable);
  } catch (error) {
    const first = hostErrorOf(error);
    if (!sender.hasSent && NOTHING_DONE.has(codeOf(error))) throw first;
    if (!(await recover(session, sender, changes))) throw first;
  }
}

/** true: the plan is carried out after all; false: everything is as it was. */
async function recover(session: Session, sender: Sender, changes: Changes): Promise<boolean> {
  try {
    const now = await readState(session, changes.ruledSheets);
    const phase = now.marks.find(({ name }) => name === APPLYING)?.text ?? null;
    if (phase === 'commit') {
      await sender.sendAll(changes.commit(now));
      return true;
    }
    if (phase === 'build') await sender.sendAll(changes.rollback(now));
    return phase === null && changes.isDone(now);
  } catch (error) {
    throw REFUSALS.unfinished(hostErrorOf(error));
  }
}

class Sender {
  /** At least one request has been answered. */
  hasSent = false;

  constructor(
    private readonly session: Session,
    private readonly options: RunOptions,
  ) {}

  /** The commit goes with the last request of the build where there is room; it cannot be cancelled. */
  async send(build: readonly Operation[], commit: readonly Operation[], isUndoable: boolean): Promise<void> {
    let limit = BYTES_AT_ONCE;
    let rest: readonly Operation[] = [...build, ...commit];
    const total = rest.length;
    while (rest.length > 0) {
      const requests = packed(rest, limit);
      if (isUndoable && requests.length > 1 && !this.hasSent && supports('1.20') && (await this.sentGrouped(requests)))
        return;
      const [first = []] = requests;
      if (rest.length > commit.length) stopIfCancelled(this.options);
      this.report(total - rest.length, total);
      try {
        await this.session.request((context) => runAll(context, first));
      } catch (error) {
        if (codeOf(error) !== 'RequestPayloadSizeLimitExceeded' || limit <= FEWEST_BYTES) throw error;
        limit = Math.floor(limit / 2);
        continue;
      }
      this.hasSent = true;
      rest = rest.slice(first.length);
    }
    this.report(total, total);
  }

  async sendAll(operations: readonly Operation[]): Promise<void> {
    for (const request of packed(operations, BYTES_AT_ONCE)) {
      await this.session.request((context) => runAll(context, request));
    }
  }

  /** One step back undoes all of it, in an Excel that can. false: this Excel cannot after all, and nothing was done. */
  private async sentGrouped(requests: readonly (readonly Operation[])[]): Promise<boolean> {
    const works = requests.map(
      (request): Work<void> =>
        (context) =>
          runAll(context, request),
    );
    try {
      await this.session.grouped(works, (done) => {
        stopIfCancelled(this.options);
        this.report(done, works.length);
        this.hasSent = done > 0;
      });
      return true;
    } catch (error) {
      if (codeOf(error) !== 'UndoNotSupported' || this.hasSent) throw error;
      return false;
    }
  }

  private report(done: number, total: number): void {
    this.options.onProgress?.({ stage: { zh: '正在写入工作簿', en: 'Writing to the workbook' }, done, total });
  }
}

/** Neither calculates nor draws until all of it is done. */
function runAll(context: Excel.RequestContext, operations: readonly Operation[]): void {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  for (const operation of operations) operation.run(context);
}
