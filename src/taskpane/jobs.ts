// Owns which jobs the pane can ask for. Loaded after the first paint, with all the rules of judging behind it.
import { zipSync } from 'fflate';
import type { CheckResult } from '../jobs/check';
import type { ReturnedWorkbook } from '../jobs/returns';
import { split } from '../jobs/split';
import { newWorkbook, openFile } from '../workbook/file';
import type { OutgoingFile } from './environment';

export { check } from '../jobs/check';
export { choose } from '../jobs/choose';
export { collect } from '../jobs/collect';
export { clear } from '../jobs/clear';
export { departmentSheets } from '../jobs/departments';
export { insertExample } from '../jobs/example';
export { ourSheetNames } from '../jobs/marks';
export { prepare } from '../jobs/prepare';

/** One workbook a department, to be filled in and sent back. */
export function departmentFiles(result: CheckResult): OutgoingFile[] {
  return split(result).map(({ fileName, sheets }) => ({ name: fileName, bytes: newWorkbook(sheets) }));
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
