// Owns `dabiao notices`.
import { join } from 'node:path';
import { noticeDocuments } from '../../jobs/notices';
import { noTableIn } from '../check-text';
import type { Command, Invocation } from '../command';
import { CliError, writeOutputs } from '../files';
import { PROFILE, SHEET, TO } from '../options';
import { checkOpened, openWorkbook, profileOf } from '../workbooks';

export const noticesCommand: Command = {
  name: 'notices',
  operands: 'FILE',
  least: 1,
  most: 1,
  summary: {
    zh: '给有未达标指标的部门各写一份整改通知单，并写一份情况通报（.docx）。',
    en: 'Writes a rectification notice to each department with failures, and the circular (.docx).',
  },
  options: [
    TO,
    PROFILE,
    SHEET,
    { name: 'office', value: 'TEXT', help: { zh: '落款的发文单位', en: 'the office that signs' } },
    {
      name: 'deadline',
      value: 'TEXT',
      help: { zh: '整改时限，如 2024年6月30日', en: 'deadline as it is to be printed' },
    },
  ],
  run,
};

async function run({ files, options, language }: Invocation): Promise<number> {
  const [file = ''] = files;
  const folder = String(options['to']);
  const { tables } = checkOpened(await openWorkbook(file), options);
  if (tables.length === 0) throw new CliError('no-table', noTableIn(file));
  const { office, deadline } = options;
  const documents = await noticeDocuments(tables, {
    profile: profileOf(options),
    ...(typeof office === 'string' && { office }),
    ...(typeof deadline === 'string' && { deadline }),
  });
  await writeOutputs(documents.map(({ name, bytes }) => ({ path: join(folder, name), bytes })));
  for (const { name } of documents) console.log(name);
  console.log(
    language === 'zh' ? `${folder}：共 ${documents.length} 份文书。` : `${folder}: ${documents.length} documents.`,
  );
  return 0;
}
