// Owns which jobs the pane can ask for. Loaded after the first paint, with all the rules of judging behind it.
import { zipSync } from 'fflate';
import { check, type CheckResult } from '../jobs/check';
import type { ReturnedWorkbook } from '../jobs/returns';
import { split } from '../jobs/split';
import type { TaskList } from '../jobs/task-lists';
import { readNoticeFile } from '../notice/file';
import { NoticeError, type Notice } from '../notice/notice';
import type { Profile } from '../table/table';
import { newWorkbook, openFile } from '../workbook/file';
import { HostError } from '../workbook/port';
import type { OutgoingFile } from './environment';

export { check };
export { audit } from '../jobs/audit';
export { changes } from '../jobs/changes';
export { choose } from '../jobs/choose';
export { collect } from '../jobs/collect';
export { clear } from '../jobs/clear';
export { editsSentence } from '../jobs/department-edits';
export { departmentSheets } from '../jobs/departments';
export { insertExample } from '../jobs/example';
export { importNotice } from '../jobs/import';
export { ledger } from '../jobs/ledger';
export { ourSheetNames } from '../jobs/marks';
export { noticeDocuments } from '../jobs/notices';
export { peoplesOwn } from '../jobs/peoples-own';
export { prepare } from '../jobs/prepare';
export { readTaskLists } from '../jobs/task-lists';

/** One workbook a department, to be filled in and sent back. */
export function departmentFiles(result: CheckResult, taskLists: readonly TaskList[]): OutgoingFile[] {
  return split(result, { taskLists }).map(({ fileName, sheets }) => ({ name: fileName, bytes: newWorkbook(sheets) }));
}

/** Several files as one: a browser asks before it lets a page save many. */
export function zipped(name: string, files: readonly OutgoingFile[]): OutgoingFile {
  return { name, bytes: zipSync(Object.fromEntries(files.map((file) => [file.name, file.bytes]))) };
}

/** Reads a workbook that was sent back. Rejects with a `HostError` that names the file when it is none. */
export async function readReturned(file: File): Promise<ReturnedWorkbook> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { fileName: file.name, snapshot: openFile(bytes, file.name).snapshot() };
}

/** The check of a workbook that is not the open one. Rejects with a `HostError` that names the file when it is none. */
export async function checkFile(file: File, profile: Profile): Promise<CheckResult> {
  return check((await readReturned(file)).snapshot, { profile });
}

/** What a notice's file holds. Rejects with a `HostError` that says what to do with a file of another kind. */
export async function readNotice(file: File): Promise<Notice> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return readNoticeFile({ name: file.name, bytes }).catch((error: unknown) => {
    if (!(error instanceof NoticeError)) throw error;
    throw new HostError('bad-file', error.sentence, { cause: error });
  });
}
