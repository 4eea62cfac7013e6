// Owns `dabiao audit`.
import { audit, type Audit } from '../../jobs/audit';
import type { Language } from '../../text/sentence';
import { noTableIn } from '../check-text';
import type { Command, Invocation } from '../command';
import { CliError } from '../files';
import { JSON_OUTPUT, PROFILE, SHEET } from '../options';
import { sentencesAsText } from '../sentences';
import { checkOpened, openWorkbook, profileOf } from '../workbooks';

export const auditCommand: Command = {
  name: 'audit',
  operands: 'FILE',
  least: 1,
  most: 1,
  summary: {
    zh: '与国家标准（2021 版）比对：缺少、多出、改名的指标，改动的目标值。',
    en: 'Compares the table with the national standard (2021): missing, extra, renamed rows, changed targets.',
  },
  options: [JSON_OUTPUT, PROFILE, SHEET],
  run,
};

async function run({ files, options, language }: Invocation): Promise<number> {
  const [file = ''] = files;
  const { tables } = checkOpened(await openWorkbook(file), options);
  if (tables.length === 0) throw new CliError('no-table', noTableIn(file));
  const result = audit(tables, { profile: profileOf(options) });
  console.log(
    options['json']
      ? JSON.stringify({ version: 1, file, ...result }, sentencesAsText, 2)
      : auditText(file, result, language),
  );
  return 0;
}

function auditText(file: string, { findings, summary, edition }: Audit, language: Language): string {
  const lines = findings.map(({ sentence }) => `  ${sentence[language]}`);
  const { standard, own, matched } = summary;
  const end =
    language === 'zh'
      ? `${file}：与${edition}比对，标准 ${standard} 项，表中 ${own} 项，对上 ${matched} 项，发现 ${findings.length} 处不同。`
      : `${file}: against ${edition}: standard ${standard}, table ${own}, matched ${matched}, ${findings.length} findings.`;
  return [...lines, end].join('\n');
}
