// Owns `dabiao prepare`.
import { prepare } from '../../jobs/prepare';
import { noTableIn } from '../check-text';
import { checkFile, writePlanned } from '../checked-file';
import type { Command, Invocation } from '../command';
import { CliError } from '../files';
import { OUT, PROFILE, SHEET, YEAR } from '../options';
import { yearOf } from '../settings';

export const prepareCommand: Command = {
  name: 'prepare',
  operands: 'FILE',
  least: 1,
  most: 1,
  summary: {
    zh: '准备填报列：在表的右侧增加实际值，以及目标需要的往年值、规划值。',
    en: 'Adds the columns to fill in: actual values, and earlier years or plan values where a target needs them.',
  },
  options: [OUT, PROFILE, SHEET, YEAR],
  run,
};

async function run(invocation: Invocation): Promise<number> {
  const file = await checkFile(invocation);
  const { path, out, result, snapshot } = file;
  if (result.tables.length === 0) throw new CliError('no-table', noTableIn(path));
  const { language, options } = invocation;
  const year = yearOf(options);
  const { plan, added, remarks } = prepare(snapshot, result, year === null ? {} : { year });
  await writePlanned(file, plan);
  for (const remark of remarks) console.log(remark[language]);
  const headings = [...new Set(added.flatMap((one) => one.headings))].join('、');
  console.log(language === 'zh' ? `${out}：已增加 ${headings || '0 列'}。` : `${out}: added ${headings || 'nothing'}.`);
  return 0;
}
