// Owns `dabiao departments`.
import { editsSentence } from '../../jobs/department-edits';
import { departmentSheets } from '../../jobs/departments';
import type { Sentence } from '../../text/sentence';
import type { Command, Invocation } from '../command';
import { noTableIn } from '../check-text';
import { checkFile, writePlanned } from '../checked-file';
import { OUT, PROFILE, SHEET } from '../options';

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

async function run(invocation: Invocation): Promise<number> {
  const file = await checkFile(invocation);
  const { path, out, result, snapshot } = file;
  const { plan, departments, edits } = departmentSheets(snapshot, result, new Date());
  // Without departments the check's marks are all there is to write.
  await writePlanned(file, departments > 0 ? plan : result.plan);
  const { language } = invocation;
  const kept = editsSentence(edits);
  if (kept) console.error(kept[language]);
  console.log(outcomeText(path, out, result.tables.length, departments)[language]);
  return 0;
}

function outcomeText(file: string, out: string, tables: number, departments: number): Sentence {
  if (tables === 0) return noTableIn(file);
  if (departments > 0) {
    return {
      zh: `${out}：已生成部门汇总和 ${departments} 张部门表。`,
      en: `${out}: summary and ${departments} department sheets made.`,
    };
  }
  return {
    zh: `${out}：表中没有写明责任部门，只写入了检查结果；补上“责任部门”一列后可生成部门表。`,
    en: `${out}: the table names no responsible department, so only the check was written; add a 责任部门 column for department sheets.`,
  };
}
