// Owns opening and checking a workbook for the commands. Must not print.
import { check, type CheckResult } from '../jobs/check';
import type { Profile } from '../table/table';
import { HostError, type WorkbookSnapshot } from '../workbook/port';
import { openFile, type FileWorkbook } from '../workbook/file';
import type { OptionValues } from './command';
import { CliError, readInput } from './files';

export interface OpenedWorkbook {
  readonly path: string;
  readonly workbook: FileWorkbook;
  readonly snapshot: WorkbookSnapshot;
}

/** Opens a workbook. @throws CliError that names the file */
export async function openWorkbook(path: string): Promise<OpenedWorkbook> {
  const bytes = await readInput(path);
  return named(path, () => {
    const workbook = openFile(bytes, path);
    return { path, workbook, snapshot: workbook.snapshot() };
  });
}

/** Errors of a workbook, with the file's name in front. */
export function named<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { zh, en } = error.sentence;
    const isNamed = zh.includes(path);
    throw new CliError(error.code, isNamed ? { zh, en } : { zh: `${path}：${zh}`, en: `${path}: ${en}` }, {
      cause: error,
    });
  }
}

export function profileOf(options: OptionValues): Profile {
  return options['profile'] === 'county' ? 'county' : 'city';
}

/** Checks an opened workbook as the options say. @throws CliError for a sheet that is not there */
export function checkOpened({ path, snapshot }: OpenedWorkbook, options: OptionValues): CheckResult {
  const sheet = options['sheet'];
  if (typeof sheet !== 'string') return named(path, () => check(snapshot, { profile: profileOf(options) }));
  if (!snapshot.sheets.some(({ name }) => name === sheet)) {
    const names = snapshot.sheets.map(({ name }) => name).join('、');
    throw new CliError('missing-sheet', {
      zh: `${path}：没有名为“${sheet}”的工作表，现有：${names}。`,
      en: `${path}: no sheet named "${sheet}"; there are: ${names}.`,
    });
  }
  return named(path, () => check(snapshot, { profile: profileOf(options), sheets: [sheet] }));
}
