// Owns `dabiao check`.
import { basename, join } from 'node:path';
import type { CheckResult } from '../../jobs/check';
import { summarise } from '../../report/summary';
import type { Language } from '../../text/sentence';
import type { Command, Invocation, OptionValues } from '../command';
import { checkJson } from '../check-json';
import { checkText } from '../check-text';
import { CliError, refuseInputAsOutput, writeOutputs, type OutputFile } from '../files';
import { JSON_OUTPUT, OUT, PROFILE, SHEET } from '../options';
import { progressBar } from '../terminal';
import { checkOpened, named, openWorkbook } from '../workbooks';

export const checkCommand: Command = {
  name: 'check',
  operands: 'FILE…',
  least: 1,
  most: Number.MAX_SAFE_INTEGER,
  summary: {
    zh: '识别指标表，逐行判定是否达标并说明理由；写明 --out 时另存一份标好颜色的工作簿。',
    en: 'Finds the indicator tables and judges every row with a reason; with --out also writes the marked workbook.',
  },
  options: [
    {
      ...OUT,
      required: false,
      help: { zh: '标记后的工作簿（多个文件时为文件夹）', en: 'the marked workbook (a folder for several files)' },
    },
    JSON_OUTPUT,
    PROFILE,
    SHEET,
    { name: 'strict', help: { zh: '有未达标指标时以 1 退出', en: 'exit 1 when a row is not met' } },
  ],
  run,
};

interface Outcome {
  readonly file: string;
  readonly result?: CheckResult;
  readonly output?: OutputFile;
  readonly error?: CliError;
}

async function run({ files, options, language }: Invocation): Promise<number> {
  await refuseOutputs(files, options['out']);
  const bar = progressBar(language);
  const outcomes: Outcome[] = [];
  for (const file of files) {
    bar.report({ zh: '正在检查', en: 'Checking' }, outcomes.length, files.length);
    const outcome = await checkFile(file, options, files.length > 1);
    bar.end();
    print(outcome, options, language, files.length > 1);
    outcomes.push(outcome);
    if (outcome.error && files.length === 1) throw outcome.error;
  }
  const isUnmet = outcomes.some(({ result }) => result && summarise(result.tables).unmet > 0);
  if (outcomes.some(({ error }) => error)) return 2;
  return options['strict'] && isUnmet ? 1 : 0;
}

function outputPath(file: string, out: OptionValues[string], isOneOfMany: boolean): string | null {
  if (typeof out !== 'string') return null;
  return isOneOfMany ? join(out, basename(file)) : out;
}

/** Before any work: no output may be an input, and two inputs must not share one output. */
async function refuseOutputs(files: readonly string[], out: OptionValues[string]): Promise<void> {
  const outputs = files.flatMap((file) => outputPath(file, out, files.length > 1) ?? []);
  for (const output of outputs) await refuseInputAsOutput(output, files);
  const twice = outputs.find((output, index) => outputs.indexOf(output) !== index);
  if (twice) {
    throw new CliError('same-name', {
      zh: `${basename(twice)}：两个输入文件同名，结果会互相覆盖，请分开处理。`,
      en: `${basename(twice)}: two inputs share this name, one result would replace the other; run them apart.`,
    });
  }
}

async function checkFile(file: string, options: OptionValues, isOneOfMany: boolean): Promise<Outcome> {
  try {
    const opened = await openWorkbook(file);
    const result = checkOpened(opened, options);
    const path = outputPath(file, options['out'], isOneOfMany);
    if (!path) return { file, result };
    const bytes = named(file, () => {
      opened.workbook.apply(result.plan);
      return opened.workbook.save();
    });
    await writeOutputs([{ path, bytes }]);
    return { file, result };
  } catch (error) {
    if (error instanceof CliError) return { file, error };
    throw error;
  }
}

function print(
  { file, result, error }: Outcome,
  options: OptionValues,
  language: Language,
  isOneOfMany: boolean,
): void {
  if (options['json']) {
    if (result) console.log(JSON.stringify(checkJson(file, result), null, isOneOfMany ? 0 : 2));
    else if (error && isOneOfMany) {
      console.log(JSON.stringify({ file, error: { code: error.code, message: error.sentence[language] } }));
    }
    return;
  }
  if (result) console.log(checkText(file, result, language));
  else if (error && isOneOfMany) console.error(error.sentence[language]);
}
