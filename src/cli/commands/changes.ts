// Owns `dabiao changes`.
import { basename } from 'node:path';
import { changes } from '../../jobs/changes';
import type { MonthComparison } from '../../report/changes';
import type { JudgedRow } from '../../report/judged';
import { noTableIn } from '../check-text';
import type { Command, Invocation } from '../command';
import { CliError, refuseInputAsOutput, writeOutputs } from '../files';
import { JSON_OUTPUT, OUT, PROFILE } from '../options';
import { sentencesAsText } from '../sentences';
import { checkOpened, named, openWorkbook } from '../workbooks';

export const changesCommand: Command = {
  name: 'changes',
  operands: 'FILE EARLIER',
  least: 2,
  most: 2,
  summary: {
    zh: '与上次的工作簿对比：新达标、新出现的未达标、仍未达标、数值变动，列在“与上次对比”。',
    en: 'Compares with an earlier workbook: newly met, newly lost, still failing, moved values, on a sheet.',
  },
  options: [OUT, JSON_OUTPUT, PROFILE],
  run,
};

async function run({ files, options, language }: Invocation): Promise<number> {
  const [file = '', earlier = ''] = files;
  const out = String(options['out']);
  await refuseInputAsOutput(out, files);
  const now = await openWorkbook(file);
  const before = await openWorkbook(earlier);
  const results = [checkOpened(now, options), checkOpened(before, options)] as const;
  const empty = files.find((_, index) => results[index]?.tables.length === 0);
  if (empty) throw new CliError('no-table', noTableIn(empty));
  const { plan, comparison } = changes(now.snapshot, results[1], results[0], basename(earlier));
  const bytes = named(file, () => {
    now.workbook.apply(plan);
    return now.workbook.save();
  });
  await writeOutputs([{ path: out, bytes }]);
  if (options['json']) console.log(JSON.stringify(asJson(comparison), sentencesAsText, 2));
  else console.log(language === 'zh' ? `${out}：对比结果见“与上次对比”。` : `${out}: see the sheet 与上次对比.`);
  return 0;
}

function asJson({ counts, changes: all }: MonthComparison): object {
  const side = (judged: JudgedRow | null) =>
    judged && { verdict: judged.judgement.verdict, actual: judged.judgement.actual };
  return {
    version: 1,
    counts,
    changes: all.map(({ before, after, ...change }) => ({
      seq: (after ?? before)?.row.seq ?? null,
      ...change,
      before: side(before),
      after: side(after),
    })),
  };
}
