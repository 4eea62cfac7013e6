// Owns what the pane does: one job at a time on one workbook, with its progress, its end and its failure. Holds no rule of
// judging (jobs do) and draws nothing (the components do).
import type { SameDepartmentSuggestion } from '../department/department';
import type { CheckResult } from '../jobs/check';
import { summarise } from '../report/summary';
import { areasOverlap, type Area } from '../sheet/address';
import type { ColumnRole, IndicatorTable, Profile } from '../table/table';
import type { Sentence } from '../text/sentence';
import type { Verdict } from '../verdict/judgement';
import type {
  HostErrorCode,
  Progress,
  RunOptions,
  SheetChange,
  WorkbookHost,
  WorkbookSnapshot,
} from '../workbook/port';
import type { PaneEnvironment } from './environment';
import type * as jobsModule from './jobs';
import { codeOf, LoadError, NoAnswerError, sentenceFor } from './failure';
import { difference, partOn, renewed } from './live';
import * as messages from './messages';
import { MESSAGES } from './messages';
import { FIRST_STATE, type Detail, type PaneState, type Question } from './state';

/** The jobs, loaded when first needed: the pane is on the screen before the rules of judging are. */
export type Jobs = typeof jobsModule;

/** Milliseconds. */
const TIMES = {
  /** A bar is shown when a job takes longer. */
  longJob: 500,
  /** Rest after the last change before its row is judged again; with the work itself well under half a second. */
  liveRest: 150,
  /** The person was in the middle of something: the next try. */
  liveRetry: 600,
  /** How long a host may take to undo what was cancelled, before we stop waiting for it. */
  cancelGrace: 3000,
};
const LIVE_TRIES = 10;
const PASSING: ReadonlySet<HostErrorCode | null> = new Set<HostErrorCode>(['editing-cell', 'busy', 'changed']);

/** What a job says and shows at its end. */
export interface JobEnd {
  readonly status?: Sentence;
  readonly alert?: Sentence;
  readonly question?: Question;
  readonly detail?: Detail | null;
}

type Job = (jobs: Jobs, options: RunOptions) => Promise<JobEnd>;

/** What a job that is not of the pane's first script works with. */
export interface Desk {
  readonly jobs: Jobs;
  readonly environment: PaneEnvironment;
  readonly profile: Profile;
  stage(stage: Sentence): void;
  /** The tables of the sheet in front, or of all sheets when it has none, judged as they are now. */
  judged(): Promise<{ readonly snapshot: WorkbookSnapshot; readonly result: CheckResult }>;
}

export type FurtherJob = (desk: Desk, options: RunOptions) => Promise<JobEnd>;

export class PaneController {
  private state: PaneState = FIRST_STATE;
  private readonly listeners = new Set<() => void>();
  private readonly host: WorkbookHost;
  /** Jobs queue here: the ribbon may ask for one while the pane does another. */
  private queue: Promise<void> = Promise.resolve();
  private abort: AbortController | null = null;
  /** A person's own column roles, by sheet and column. */
  private readonly roles = new Map<string, Map<number, ColumnRole | null>>();
  /** What a question asks about. */
  private asked: (() => Promise<void>) | null = null;
  private stopWatching: (() => Promise<void>) | null = null;
  private readonly changedSheets = new Set<string>();
  private liveTimer: ReturnType<typeof setTimeout> | undefined;
  private liveTries = 0;
  private reviewAbort: AbortController | null = null;

  constructor(
    readonly environment: PaneEnvironment,
    private readonly loadJobs: () => Promise<Jobs>,
  ) {
    this.host = environment.host;
  }

  /** For React's useSyncExternalStore. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): PaneState => this.state;

  check(): Promise<void> {
    return this.run(MESSAGES.reading, async (jobs, options) => {
      const result = await this.checkNow(jobs, options);
      await this.watch();
      return endOf(result);
    });
  }

  buildDepartmentSheets(): Promise<void> {
    return this.run(MESSAGES.reading, async (jobs, options) => {
      // All: a department sheet that was hidden is replaced too, and what people wrote into it must be seen.
      const { snapshot, result, isChanged } = await this.judgeForDepartments(jobs, options, 'all');
      if (result.tables.length === 0) {
        return { alert: jobs.readTaskLists(snapshot).length > 0 ? MESSAGES.tasksOnly : MESSAGES.checkFirst };
      }
      this.stage(MESSAGES.makingSheets);
      const { plan, departments, edits } = jobs.departmentSheets(snapshot, result, new Date());
      if (departments === 0) return { alert: MESSAGES.noDepartments };
      await this.host.apply(plan, options);
      this.show({ result, detail: null });
      await this.watch();
      const alert = jobs.editsSentence(edits) ?? (isChanged ? MESSAGES.changedMeanwhile : null);
      return { status: messages.sheetsMade(departments), ...(alert && { alert }) };
    });
  }

  /** One workbook a department, handed to the person. */
  exportDepartments(): Promise<void> {
    return this.run(MESSAGES.reading, async (jobs, options) => {
      const { snapshot, result } = await this.judgeForDepartments(jobs, options);
      const taskLists = jobs.readTaskLists(snapshot);
      if (result.tables.length === 0 && taskLists.length === 0) return { alert: MESSAGES.checkFirst };
      this.stage(MESSAGES.makingFiles);
      const files = jobs.departmentFiles(result, taskLists);
      if (files.length === 0) return { alert: MESSAGES.noDepartments };
      const { delivery, deliver } = this.environment;
      const isOneFile = delivery === 'download' && files.length > 1;
      const outgoing = isOneFile ? [jobs.zipped(messages.ARCHIVE_NAME, files)] : files;
      for (const [index, file] of outgoing.entries()) {
        options.signal?.throwIfAborted();
        options.onProgress?.({ stage: MESSAGES.makingFiles, done: index, total: outgoing.length });
        await deliver(file);
      }
      return { status: messages.filesMade(files.length, delivery) };
    });
  }

  /** Puts workbooks that were sent back together with the table; files that cannot be read are named, the others count. */
  collect(files: readonly File[]): Promise<void> {
    return this.run(MESSAGES.collecting, async (jobs, options) => {
      const read = await Promise.allSettled(files.map((file) => jobs.readReturned(file)));
      const returned = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const unread = read.find((one) => one.status === 'rejected');
      const alert = unread && { alert: sentenceFor(unread.reason) };
      if (returned.length === 0) return { ...alert };
      const snapshot = await this.host.read({ sheets: 'visible', ...options });
      const collection = jobs.collect(snapshot, returned, { profile: this.state.profile });
      await this.host.apply(collection.plan, options);
      await this.checkNow(jobs, options);
      await this.watch();
      return { status: messages.collected(collection), ...alert };
    });
  }

  prepare(): Promise<void> {
    return this.run(MESSAGES.preparing, async (jobs, options) => {
      const snapshot = await this.readActive(jobs, options);
      const result = await this.judge(jobs, snapshot, options);
      const { plan, added, remarks } = jobs.prepare(snapshot, result);
      const [alert] = remarks;
      if (added.length === 0) return alert ? { alert } : { status: MESSAGES.nothingToPrepare };
      await this.host.apply(plan, options);
      await this.checkNow(jobs, options);
      await this.watch();
      return { status: MESSAGES.prepared, ...(alert && { alert }) };
    });
  }

  /** What people wrote into sheets of ours would go too: asked first, unless they have just said so. */
  clear(isConfirmed = false): Promise<void> {
    return this.run(MESSAGES.clearing, async (jobs, options) => {
      const snapshot = await this.host.read({ sheets: 'all', ...options });
      const lost = isConfirmed ? null : jobs.peoplesOwn(snapshot);
      if (lost) {
        this.asked = () => this.clear(true);
        return { question: { sentence: lost, label: MESSAGES.clearAnyway } };
      }
      const plan = jobs.clear(snapshot);
      await this.unwatch();
      if (plan.steps.length > 0) await this.host.apply(plan, options);
      this.roles.clear();
      this.show({ result: null, verdicts: new Set(), department: null, detail: null });
      return { status: plan.steps.length > 0 ? MESSAGES.cleared : MESSAGES.nothingToClear };
    });
  }

  insertExample(): Promise<void> {
    return this.run(MESSAGES.insertingExample, async (jobs, options) => {
      const snapshot = await this.host.read({ sheets: 'active', ...options });
      const { plan, sheet } = jobs.insertExample(snapshot);
      await this.host.apply(plan, options);
      await this.host.select(sheet, { top: 0, left: 0, bottom: 0, right: 0 });
      return { status: MESSAGES.exampleInserted };
    });
  }

  /** Chooses which targets hold; what is shown is judged again. */
  setProfile(profile: Profile): Promise<void> {
    this.show({ profile, detail: null });
    return this.state.result ? this.check() : Promise.resolve();
  }

  /** A person's own reading of a column wins over ours; null leaves the column out. */
  setRole(table: IndicatorTable, column: number, role: ColumnRole | null): Promise<void> {
    const roles = this.roles.get(table.sheet) ?? new Map<number, ColumnRole | null>();
    this.roles.set(table.sheet, roles.set(column, role));
    return this.check();
  }

  /** Remembers in the workbook whether names are one department. */
  decide(suggestion: SameDepartmentSuggestion, same: boolean): Promise<void> {
    return this.run(MESSAGES.remembering, async (jobs, options) => {
      const snapshot = await this.host.read({ sheets: 'active', ...options });
      await this.host.apply(jobs.choose(snapshot, { names: suggestion.names, same }), options);
      return endOf(await this.checkNow(jobs, options));
    });
  }

  /** A job that is fetched when it is asked for. */
  perform(stage: Sentence, job: FurtherJob): Promise<void> {
    return this.run(stage, (jobs, options) =>
      job(
        {
          jobs,
          environment: this.environment,
          profile: this.state.profile,
          stage: (next) => this.stage(next),
          judged: () => this.judgeForDepartments(jobs, options),
        },
        options,
      ),
    );
  }

  /** A small pane has no room for the further actions and what one of them shows. */
  showDetail(detail: Detail | null): void {
    this.show({ detail, isMoreOpen: false });
  }

  toggleMore(): void {
    this.show({ isMoreOpen: !this.state.isMoreOpen });
  }

  /** Yes or no to what was asked. */
  answer(isYes: boolean): Promise<void> {
    const { asked } = this;
    this.asked = null;
    this.show({ question: null });
    return isYes && asked ? asked() : Promise.resolve();
  }

  /** Goes to cells. */
  async select(sheet: string, area: Area): Promise<void> {
    try {
      await this.host.select(sheet, area);
    } catch (error) {
      this.show({ alert: sentenceFor(error) });
    }
  }

  setLive(isLive: boolean): void {
    this.show({ isLive });
  }

  toggleVerdict(verdict: Verdict): void {
    const verdicts = new Set(this.state.verdicts);
    if (!verdicts.delete(verdict)) verdicts.add(verdict);
    this.show({ verdicts });
  }

  showDepartment(id: string | null): void {
    this.show({ department: id });
  }

  dismissAlert(): void {
    this.show({ alert: null });
  }

  cancel(): void {
    this.abort?.abort();
  }

  private show(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private stage(stage: Sentence): void {
    if (this.state.work) this.show({ work: { ...this.state.work, stage, done: 0, total: 0 } });
  }

  private run(stage: Sentence, job: Job): Promise<void> {
    this.reviewAbort?.abort();
    this.queue = this.queue.then(() => this.runNow(stage, job));
    return this.queue;
  }

  /** Ends in any case, and with a sentence: done, cancelled, or what went wrong and what to do. */
  private async runNow(stage: Sentence, job: Job): Promise<void> {
    const abort = new AbortController();
    this.abort = abort;
    this.show({ work: { stage, done: 0, total: 0, isLong: false }, alert: null, status: null, question: null });
    const timer = setTimeout(() => {
      if (this.state.work) this.show({ work: { ...this.state.work, isLong: true } });
    }, TIMES.longJob);
    const onProgress = (progress: Progress): void => {
      if (this.abort === abort && this.state.work) this.show({ work: { ...this.state.work, ...progress } });
    };
    try {
      const jobs = await this.load();
      const end = await Promise.race([job(jobs, { onProgress, signal: abort.signal }), noAnswerAfter(abort.signal)]);
      this.show({ work: null, ...end, ...((end.detail ?? end.question) && { isMoreOpen: false }) });
    } catch (error) {
      const isCancelled = codeOf(error) === 'cancelled' || error === abort.signal.reason;
      this.show({ work: null, ...(isCancelled ? { status: MESSAGES.cancelled } : { alert: sentenceFor(error) }) });
    } finally {
      clearTimeout(timer);
      this.abort = null;
    }
  }

  private load(): Promise<Jobs> {
    return this.loadJobs().catch((error: unknown) => {
      throw new LoadError('jobs', { cause: error });
    });
  }

  /** Reads, judges, marks and shows; when the sheet changed between reading and writing, once more. */
  private async checkNow(jobs: Jobs, options: RunOptions, isAgain = false): Promise<CheckResult> {
    this.stage(MESSAGES.reading);
    const snapshot = await this.readActive(jobs, options);
    this.stage(MESSAGES.judging);
    const result = await this.judge(jobs, snapshot, options);
    this.stage(MESSAGES.marking);
    try {
      if (result.plan.steps.length > 0) await this.host.apply(result.plan, options);
    } catch (error) {
      if (codeOf(error) !== 'changed' || isAgain) throw error;
      this.show({ alert: MESSAGES.changedMeanwhile });
      return this.checkNow(jobs, options, true);
    }
    this.show({ result, detail: null });
    return result;
  }

  /** The sheet in front; when that is one of ours, all the person's own that can be seen. */
  private async readActive(jobs: Jobs, options: RunOptions): Promise<WorkbookSnapshot> {
    const snapshot = await this.host.read({ sheets: 'active', ...options });
    return isOurs(jobs, snapshot) ? this.host.read({ sheets: 'visible', ...options }) : snapshot;
  }

  private async judge(
    jobs: Jobs,
    snapshot: WorkbookSnapshot,
    options: RunOptions,
    only?: readonly string[],
  ): Promise<CheckResult> {
    const { activeSheet } = snapshot;
    const sheets = only ?? (activeSheet === null || isOurs(jobs, snapshot) ? undefined : [activeSheet]);
    return this.judgeSheets(jobs, snapshot, options, sheets);
  }

  /** Every visible sheet without `sheets`. */
  private async judgeSheets(
    jobs: Jobs,
    snapshot: WorkbookSnapshot,
    run: RunOptions,
    sheets?: readonly string[],
  ): Promise<CheckResult> {
    const { environment, roles } = this;
    const options = { profile: this.state.profile, roles, guarded: true, ...(sheets && { sheets }) };
    return environment.check ? environment.check(options, run) : jobs.check(snapshot, options);
  }

  /** The tables of the sheet in front, or of all sheets when it has none; and whether they read differently than shown. */
  private async judgeForDepartments(jobs: Jobs, options: RunOptions, sheets: 'visible' | 'all' = 'visible') {
    const snapshot = await this.host.read({ sheets, ...options });
    this.stage(MESSAGES.judging);
    const here = await this.judge(jobs, snapshot, options);
    const result = here.tables.length > 0 ? here : await this.judgeSheets(jobs, snapshot, options);
    const shown = this.state.result;
    const isChanged = shown !== null && difference(shown, result).kind !== 'same';
    return { snapshot, result, isChanged };
  }

  private async watch(): Promise<void> {
    this.stopWatching ??= await this.host.observe((change) => this.noteChange(change));
  }

  private async unwatch(): Promise<void> {
    const stop = this.stopWatching;
    this.stopWatching = null;
    clearTimeout(this.liveTimer);
    this.changedSheets.clear();
    await stop?.();
  }

  private noteChange({ sheet, area }: SheetChange): void {
    const tables = this.state.result?.tables ?? [];
    const isTouched = tables.some(({ table }) => table.sheet === sheet && areasOverlap(table.area, area));
    if (!this.state.isLive || !isTouched) return;
    this.changedSheets.add(sheet);
    this.liveTries = 0;
    this.reviewAfter(TIMES.liveRest);
  }

  private reviewAfter(rest: number): void {
    clearTimeout(this.liveTimer);
    this.liveTimer = setTimeout(() => {
      this.queue = this.queue.then(() => this.review());
    }, rest);
  }

  /** Judges the changed sheets again and rewrites the result cells that differ. Quiet: no progress, nothing selected. */
  private async review(): Promise<void> {
    const sheets = new Set(this.changedSheets);
    this.changedSheets.clear();
    const abort = new AbortController();
    this.reviewAbort = abort;
    try {
      await Promise.race([this.reviewNow(sheets, abort.signal), rejectOn(abort.signal)]);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.liveTries += 1;
      if (!PASSING.has(codeOf(error)) || this.liveTries > LIVE_TRIES) return this.show({ alert: sentenceFor(error) });
      for (const sheet of sheets) this.changedSheets.add(sheet);
      this.reviewAfter(TIMES.liveRetry);
    } finally {
      this.reviewAbort = null;
    }
  }

  private async reviewNow(sheets: ReadonlySet<string>, signal: AbortSignal): Promise<void> {
    const shown = this.state.result;
    if (!shown || sheets.size === 0) return;
    const jobs = await this.load();
    const snapshot = await this.host.read({ sheets: [...sheets], signal });
    const result = await this.judge(jobs, snapshot, { signal }, [...sheets]);
    const changes = difference(partOn(shown, sheets), result);
    if (changes.kind === 'layout') return this.show({ alert: MESSAGES.layoutChanged });
    if (changes.kind === 'rows') await this.host.apply(changes.plan, { signal });
    const status = changes.kind === 'rows' ? { status: messages.rejudged(changes.rows) } : {};
    this.show({ result: renewed(shown, result, sheets), ...status });
  }
}

function isOurs(jobs: Jobs, snapshot: WorkbookSnapshot): boolean {
  return snapshot.activeSheet !== null && jobs.ourSheetNames(snapshot).has(snapshot.activeSheet);
}

function endOf({ tables }: CheckResult): JobEnd {
  if (tables.length === 0) return { alert: MESSAGES.noTables };
  return { status: messages.checked(summarise(tables)) };
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new NoAnswerError())));
}

/** Rejects when a cancelled job has not ended by itself: the host does not answer. */
function noAnswerAfter(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      setTimeout(() => reject(new NoAnswerError()), TIMES.cancelGrace);
    });
  });
}
