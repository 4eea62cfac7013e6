// Owns `dabiao ledger`.
import { ledger } from '../../jobs/ledger';
import { noTableIn } from '../check-text';
import type { Command, Invocation } from '../command';
import { CliError, refuseInputAsOutput, writeOutputs } from '../files';
import { OUT, PROFILE, SHEET } from '../options';
import { checkOpened, named, openWorkbook } from '../workbooks';

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

async function run({ files, options, language }: Invocation): Promise<number> {
  const [file = ''] = files;
  const out = String(options['out']);
  await refuseInputAsOutput(out, files);
  const opened = await openWorkbook(file);
  const result = checkOpened(opened, options);
  if (result.tables.length === 0) throw new CliError('no-table', noTableIn(file));
  const { plan, problems, kept } = ledger(opened.snapshot, result);
  const bytes = named(file, () => {
    opened.workbook.apply(plan);
    return opened.workbook.save();
  });
  await writeOutputs([{ path: out, bytes }]);
  console.log(
    language === 'zh'
      ? `${out}：问题台账 ${problems} 项未达标，保留以前的 ${kept} 项。`
      : `${out}: 问题台账 with ${problems} not met, ${kept} earlier rows kept.`,
  );
  return 0;
}
