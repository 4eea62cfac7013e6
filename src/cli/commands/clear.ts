// Owns `dabiao clear`.
import { clear } from '../../jobs/clear';
import { peoplesOwn } from '../../jobs/peoples-own';
import type { Command, Invocation } from '../command';
import { refuseInputAsOutput, writeOutputs } from '../files';
import { OUT } from '../options';
import { named, openWorkbook } from '../workbooks';

export const clearCommand: Command = {
  name: 'clear',
  operands: 'FILE',
  least: 1,
  most: 1,
  summary: {
    zh: '去掉本工具写入的全部内容，恢复成用户原来的工作簿。',
    en: 'Removes everything this tool wrote; what the user had is as it was.',
  },
  options: [OUT],
  run,
};

async function run({ files, options, language }: Invocation): Promise<number> {
  const [file = ''] = files;
  const out = String(options['out']);
  await refuseInputAsOutput(out, files);
  const { workbook, snapshot } = await openWorkbook(file);
  const bytes = named(file, () => {
    workbook.apply(clear(snapshot));
    return workbook.save();
  });
  await writeOutputs([{ path: out, bytes }]);
  // The input still has it: nothing is lost, but a person must know.
  const gone = peoplesOwn(snapshot);
  if (gone) console.error(gone[language]);
  console.log(language === 'zh' ? `${out}：已清除全部标记。` : `${out}: all marks removed.`);
  return 0;
}
