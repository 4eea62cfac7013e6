// Owns `dabiao ledger`.
import { ledger } from '../../jobs/ledger';
import { noTableIn } from '../check-text';
import { checkFile, writePlanned } from '../checked-file';
import type { Command, Invocation } from '../command';
import { CliError } from '../files';
import { OUT, PROFILE, SHEET } from '../options';

export const ledgerCommand: Command = {
  name: 'ledger',
  operands: 'FILE',
  least: 1,
  most: 1,
  summary: {
    zh: '增加“问题台账”：未达标的指标逐项跟踪到销号，以前填写的整改情况保留。',
    en: 'Adds 问题台账: each indicator not met, followed until it is struck off; what people wrote is kept.',
  },
  options: [OUT, PROFILE, SHEET],
  run,
};

async function run(invocation: Invocation): Promise<number> {
  const file = await checkFile(invocation);
  const { path, out, result, snapshot } = file;
  if (result.tables.length === 0) throw new CliError('no-table', noTableIn(path));
  const { plan, problems, kept } = ledger(snapshot, result);
  await writePlanned(file, plan);
  console.log(
    invocation.language === 'zh'
      ? `${out}：问题台账 ${problems} 项未达标，保留以前的 ${kept} 项。`
      : `${out}: 问题台账 with ${problems} not met, ${kept} earlier rows kept.`,
  );
  return 0;
}
