// Owns the further actions of the pane: each asks a job, hands on what it makes, and says what is to be shown. Holds no rule.
import type { Audit, AuditFinding } from '../jobs/audit';
import type { IndicatorChange, MonthComparison } from '../report/changes';
import type { JudgedTable } from '../report/judged';
import type { Notice } from '../notice/notice';
import type { Sentence } from '../text/sentence';
import type { FurtherJob } from './controller';
import {
  AUDIT_LABELS,
  audited,
  CHANGE_LABELS,
  compared,
  counted,
  imported,
  ledgerMade,
  LETTERS_NAME,
  lettersMade,
  MORE,
  noTableIn,
  numbers,
  ownNumber,
} from './more-messages';
import type { Detail, Finding, FindingGroup } from './state';

/** 与国家标准比对: shown only, nothing is written. */
export const auditTables: FurtherJob = async ({ jobs, profile, judged }) => {
  const { result } = await judged();
  if (result.tables.length === 0) return { alert: MORE.noTables };
  const found = jobs.audit(result.tables, { profile });
  return { status: audited(found.findings.length), detail: auditDetail(found, result.tables) };
};

/** 与上次对比: shown, and put on a sheet. */
export const compareWith =
  (earlier: File): FurtherJob =>
  async ({ jobs, profile, judged, environment }, options) => {
    const before = await jobs.checkFile(earlier, profile);
    if (before.tables.length === 0) return { alert: noTableIn(earlier.name) };
    const { snapshot, result } = await judged();
    if (result.tables.length === 0) return { alert: MORE.noTables };
    const { plan, comparison } = jobs.changes(snapshot, before, result, earlier.name);
    await environment.host.apply(plan, options);
    return { status: compared(earlier.name), detail: changesDetail(comparison, earlier.name, result.tables) };
  };

/** 导入通知: new sheets behind the person's own. */
export const importNotice =
  (file: File): FurtherJob =>
  async ({ jobs, environment: { host } }, options) => {
    const notice = await jobs.readNotice(file);
    const { plan, sheets } = jobs.importNotice(await host.read({ sheets: 'active', ...options }), notice);
    const [first] = sheets;
    const [remark] = notice.remarks;
    const alert = remark && { alert: remark };
    if (first === undefined) return { ...alert };
    await host.apply(plan, options);
    await host.select(first, { top: 0, left: 0, bottom: 0, right: 0 });
    return { status: importedStatus(notice, sheets), detail: null, ...alert };
  };

const importedStatus = ({ tables, tasks, phases }: Notice, sheets: readonly string[]): Sentence =>
  imported(tables.length, tasks.length, phases.length, sheets);

/** Before anything is asked: a place that cannot save the files says where it can be done. */
export const askForLetters: FurtherJob = ({ environment }) =>
  Promise.resolve(environment.delivery === 'download' ? { detail: { kind: 'notices' } } : { alert: MORE.noDownloads });

/** 整改通知单 and 情况通报, in one archive. What is not filled in stays blank. */
export const writeLetters =
  (office: string, deadline: string): FurtherJob =>
  async ({ jobs, profile, judged, stage, environment }, { signal }) => {
    const { result } = await judged();
    if (result.tables.length === 0) return { alert: MORE.noTables };
    stage(MORE.makingLetters);
    const letters = await jobs.noticeDocuments(result.tables, {
      profile,
      ...(office && { office }),
      ...(deadline && { deadline }),
    });
    signal?.throwIfAborted();
    await environment.deliver(jobs.zipped(LETTERS_NAME, letters));
    return { status: lettersMade(letters.length - 1), detail: null };
  };

/** 问题台账: the sheet, with what people wrote into an earlier one. */
export const makeLedger: FurtherJob = async ({ jobs, judged, environment }, options) => {
  const { snapshot, result } = await judged();
  if (result.tables.length === 0) return { alert: MORE.noTables };
  const { plan, sheet, problems, kept } = jobs.ledger(snapshot, result);
  if (problems + kept === 0) return { status: MORE.nothingMet };
  await environment.host.apply(plan, options);
  await environment.host.select(sheet, { top: 0, left: 0, bottom: 0, right: 0 });
  return { status: ledgerMade(problems, kept) };
};

// ------------------------------------------------------------------------------------------------ what is shown

function auditDetail({ findings, summary }: Audit, tables: readonly JudgedTable[]): Detail {
  const groups = AUDIT_LABELS.map(([kind, label]) => ({
    label,
    findings: findings.filter((one) => one.kind === kind).map((one) => auditFinding(one, tables)),
  }));
  return { kind: 'findings', title: MORE.audit, summary: summary.sentence, groups: groups.flatMap(groupOf) };
}

function auditFinding({ standard, own, sentence }: AuditFinding, tables: readonly JudgedTable[]): Finding {
  const top = (own?.rows[0] ?? 0) - 1;
  const table = tables.find(
    (one) => one.table.sheet === own?.sheet && one.rows.some(({ row }) => row.firstRow === top),
  )?.table;
  return {
    name: own?.indicator ?? standard?.name ?? '',
    label: numbers(own?.seq, standard?.no),
    sentence,
    place: own && table ? { sheet: own.sheet, area: { ...table.area, top, bottom: own.rows[1] - 1 } } : null,
  };
}

function changesDetail({ changes }: MonthComparison, earlier: string, tables: readonly JudgedTable[]): Detail {
  const groups = CHANGE_LABELS.map(([kind, label]) => ({
    label,
    findings: changes
      .filter((one) => one.kind === kind && (kind !== 'stillMet' || one.isMoved || one.isTargetChanged))
      .map((one) => changeFinding(one, tables)),
  })).flatMap(groupOf);
  const summary = groups.length > 0 ? compared(earlier) : MORE.noChanges;
  return { kind: 'findings', title: MORE.changes, summary, groups };
}

function changeFinding(
  { indicator, before, after, sentence }: IndicatorChange,
  tables: readonly JudgedTable[],
): Finding {
  const table = tables.find(({ rows }) => after !== null && rows.includes(after))?.table;
  return {
    name: indicator,
    label: ownNumber((after ?? before)?.row.seq),
    sentence,
    place:
      table && after
        ? { sheet: table.sheet, area: { ...table.area, top: after.row.firstRow, bottom: after.row.lastRow } }
        : null,
  };
}

function groupOf({
  label,
  findings,
}: {
  readonly label: Sentence;
  readonly findings: readonly Finding[];
}): FindingGroup[] {
  return findings.length > 0 ? [{ title: counted(label, findings.length), findings }] : [];
}
