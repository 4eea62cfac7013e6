// Owns `dabiao import`.
import { basename } from 'node:path';
import { importSheets } from '../../jobs/import';
import { readNoticeFile } from '../../notice/file';
import { NoticeError } from '../../notice/notice';
import { readWord97 } from '../../notice/word97';
import { newWorkbook } from '../../workbook/file';
import type { Command, Invocation } from '../command';
import { CliError, readInput, refuseInputAsOutput, writeOutputs } from '../files';
import { OUT } from '../options';

export const importCommand: Command = {
  name: 'import',
  operands: 'NOTICE',
  least: 1,
  most: 1,
  summary: {
    zh: '把通知（.docx / .doc / .html / .txt）转成工作簿：指标表、任务清单、进度安排。',
    en: 'Turns a notice (.docx / .doc / .html / .txt) into a workbook: its tables, tasks and phases.',
  },
  options: [OUT],
  run,
};

async function run({ files, options, language }: Invocation): Promise<number> {
  const [file = ''] = files;
  const out = String(options['out']);
  await refuseInputAsOutput(out, files);
  const bytes = await readInput(file);
  const notice = await readNoticeFile({ name: basename(file), bytes }, readWord97).catch((error: unknown) => {
    if (!(error instanceof NoticeError)) throw error;
    throw new CliError(
      'notice',
      { zh: `${file}：${error.sentence.zh}`, en: `${file}: ${error.sentence.en}` },
      { cause: error },
    );
  });
  await writeOutputs([{ path: out, bytes: newWorkbook(importSheets(notice)) }]);
  for (const remark of notice.remarks) console.error(remark[language]);
  const { tables, tasks, phases } = notice;
  console.log(
    language === 'zh'
      ? `${out}：表格 ${tables.length} 张，任务 ${tasks.length} 项，进度 ${phases.length} 条。`
      : `${out}: ${tables.length} tables, ${tasks.length} tasks, ${phases.length} phases.`,
  );
  return 0;
}
