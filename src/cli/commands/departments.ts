// Owns `dabiao departments`.
import { departmentSheets } from '../../jobs/departments';
import type { Command, Invocation } from '../command';
import { NO_TABLE } from '../check-text';
import { CliError, refuseInputAsOutput, writeOutputs } from '../files';
import { OUT, PROFILE, SHEET } from '../options';
import { checkOpened, named, openWorkbook } from '../workbooks';

export const departmentsCommand: Command = {
  name: 'departments',
  operands: 'FILE',
  least: 1,
  most: 1,
  summary: {
    zh: '检查后增加“部门汇总”和每个责任部门一张工作表。',
    en: 'Checks, then adds 部门汇总 and one sheet for each department.',
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
  if (result.tables.length === 0) {
    throw new CliError('no-table', { zh: `${file}：${NO_TABLE.zh}`, en: `${file}: ${NO_TABLE.en}` });
  }
  const plan = departmentSheets(opened.snapshot, result, new Date());
  if (plan.departments === 0) {
    throw new CliError('no-departments', {
      zh: `${file}：表中没有写明责任部门，无法生成部门表；请先补上“责任部门”一列。`,
      en: `${file}: the table names no responsible department; add a 责任部门 column first.`,
    });
  }
  const bytes = named(file, () => {
    opened.workbook.apply(plan.plan);
    return opened.workbook.save();
  });
  await writeOutputs([{ path: out, bytes }]);
  const count = plan.departments;
  console.log(
    language === 'zh'
      ? `${out}：已生成部门汇总和 ${count} 张部门表。`
      : `${out}: summary and ${count} department sheets made.`,
  );
  return 0;
}
