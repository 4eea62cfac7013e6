// Owns the start of the command line: which command, its help, exit codes. Must not do any job.
import type { Language } from '../text/sentence';
import { commandHelp, readWords, type Command } from './command';
import { auditCommand } from './commands/audit';
import { changesCommand } from './commands/changes';
import { checkCommand } from './commands/check';
import { clearCommand } from './commands/clear';
import { collectCommand } from './commands/collect';
import { departmentsCommand } from './commands/departments';
import { importCommand } from './commands/import';
import { ledgerCommand } from './commands/ledger';
import { noticesCommand } from './commands/notices';
import { prepareCommand } from './commands/prepare';
import { splitCommand } from './commands/split';
import { CliError } from './files';
import { localeLanguage } from './terminal';

const COMMANDS: readonly Command[] = [
  checkCommand,
  departmentsCommand,
  prepareCommand,
  splitCommand,
  collectCommand,
  importCommand,
  auditCommand,
  noticesCommand,
  ledgerCommand,
  changesCommand,
  clearCommand,
];

function overview(language: Language): string {
  const title =
    language === 'zh'
      ? '达标：读懂、判定并标记国家卫生城市指标表（.xlsx / .xlsm）。'
      : 'Dabiao: reads, judges and marks National Hygienic City indicator tables (.xlsx / .xlsm).';
  const lines = COMMANDS.map(({ name, summary }) => `  dabiao ${name.padEnd(12)} ${summary[language]}`);
  const more = language === 'zh' ? '每个命令加 --help 看用法。' : 'Add --help to a command for its options.';
  return [title, '', ...lines, '', more].join('\n');
}

/** Runs one command. Answers the exit code: 0 ran, 1 unmet with --strict, 2 bad usage or input. */
export async function main(words: readonly string[]): Promise<number> {
  const language = localeLanguage();
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview(language));
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((one) => one.name === name);
  try {
    if (!command) {
      const names = COMMANDS.map((one) => one.name).join('、');
      throw new CliError('usage', {
        zh: `没有“${name}”这个命令，可用：${names}。`,
        en: `No command "${name}"; there are: ${names}.`,
      });
    }
    const invocation = readWords(command, rest, language);
    if (invocation.options['help']) {
      console.log(commandHelp(command, language));
      return 0;
    }
    return await command.run(invocation);
  } catch (error) {
    console.error(error instanceof CliError ? error.sentence[language] : unexpected(error, language));
    return 2;
  }
}

/** A defect of ours still gets one sentence; the details stay out of the clerk's sight unless asked for. */
function unexpected(error: unknown, language: Language): string {
  const detail = error instanceof Error ? error.message : String(error);
  if (process.env['DABIAO_DEBUG'] && error instanceof Error) return error.stack ?? detail;
  return language === 'zh'
    ? `程序内部出错（${detail}），没有写入任何文件；请把文件和这句话反馈给维护者。`
    : `Internal error (${detail}); nothing was written. Please report the file and this sentence.`;
}
