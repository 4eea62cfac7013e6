// Owns `dabiao split`.
import { join } from 'node:path';
import { split, type DepartmentWorkbook } from '../../jobs/split';
import { readTaskLists } from '../../jobs/task-lists';
import type { Language } from '../../text/sentence';
import { newWorkbook } from '../../workbook/file';
import { noTableIn } from '../check-text';
import type { Command, Invocation } from '../command';
import { CliError, writeOutputs } from '../files';
import { MEMBERS, PROFILE, SHEET, TO, YEAR } from '../options';
import { readMembers, yearOf } from '../settings';
import { checkOpened, openWorkbook } from '../workbooks';

export const splitCommand: Command = {
  name: 'split',
  operands: 'FILE',
  least: 1,
  most: 1,
  summary: {
    zh: '每个责任部门生成一本工作簿，供下发填报。',
    en: 'Makes one workbook a department, to be sent out and filled in.',
  },
  options: [
    TO,
    PROFILE,
    SHEET,
    YEAR,
    MEMBERS,
    {
      name: 'deadline',
      value: 'TEXT',
      help: { zh: '报送截止，如 2023年12月25日', en: 'deadline as it is to be shown' },
    },
    { name: 'contact', value: 'TEXT', help: { zh: '报送至（单位、联系人、电话）', en: 'whom to send it back to' } },
  ],
  run,
};

async function run({ files, options, language }: Invocation): Promise<number> {
  const [file = ''] = files;
  const folder = String(options['to']);
  const opened = await openWorkbook(file);
  const result = checkOpened(opened, options);
  const taskLists = readTaskLists(opened.snapshot);
  if (result.tables.length === 0 && taskLists.length === 0) {
    throw new CliError('no-table', noTableIn(file));
  }
  const { deadline, contact } = options;
  const year = yearOf(options);
  const workbooks = split(result, {
    members: await readMembers(options),
    taskLists,
    ...(typeof deadline === 'string' && { deadline }),
    ...(typeof contact === 'string' && { returnTo: contact }),
    ...(year !== null && { year }),
  });
  if (workbooks.length === 0) {
    throw new CliError('no-departments', {
      zh: `${file}：表中没有写明责任部门，无法拆分；请先补上“责任部门”一列。`,
      en: `${file}: the table names no responsible department; add a 责任部门 column first.`,
    });
  }
  await writeOutputs(
    workbooks.map(({ fileName, sheets }) => ({ path: join(folder, fileName), bytes: newWorkbook(sheets) })),
  );
  for (const workbook of workbooks) console.log(`${workbook.fileName}　${contentText(workbook, language)}`);
  console.log(
    language === 'zh'
      ? `${folder}：已生成 ${workbooks.length} 本部门工作簿。`
      : `${folder}: ${workbooks.length} workbooks made.`,
  );
  return 0;
}

function contentText({ indicators, tasks }: DepartmentWorkbook, language: Language): string {
  const parts =
    language === 'zh'
      ? [`指标 ${indicators} 项`, ...(tasks > 0 ? [`任务 ${tasks} 项`] : [])]
      : [`${indicators} indicators`, ...(tasks > 0 ? [`${tasks} tasks`] : [])];
  return parts.join(language === 'zh' ? '，' : ', ');
}
