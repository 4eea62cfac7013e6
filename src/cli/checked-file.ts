// Owns the way of a command that checks one workbook, adds to it and writes the result: refuse, open, check, apply, save.
// Must not print, nor know what is added.
import type { CheckResult } from '../jobs/check';
import type { Plan } from '../workbook/port';
import type { Invocation } from './command';
import { refuseInputAsOutput, writeOutputs } from './files';
import { checkOpened, named, openWorkbook, type OpenedWorkbook } from './workbooks';

export interface CheckedFile extends OpenedWorkbook {
  readonly result: CheckResult;
  /** Where `--out` says. */
  readonly out: string;
}

/** The one operand, opened and checked as the options say. @throws CliError that names the file */
export async function checkFile({ files, options }: Invocation): Promise<CheckedFile> {
  const [file = ''] = files;
  const out = String(options['out']);
  await refuseInputAsOutput(out, files);
  const opened = await openWorkbook(file);
  return { ...opened, out, result: checkOpened(opened, options) };
}

/** Applies the plan to the workbook and writes it where `--out` says. @throws CliError that names the file */
export async function writePlanned({ path, workbook, out }: CheckedFile, plan: Plan): Promise<void> {
  const bytes = named(path, () => {
    workbook.apply(plan);
    return workbook.save();
  });
  await writeOutputs([{ path: out, bytes }]);
}
