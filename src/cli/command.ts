// Owns what a command of the command line is, and how its words are read. Must not do any job.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Language, Sentence } from '../text/sentence';
import { CliError } from './files';

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

export interface Invocation {
  readonly files: readonly string[];
  readonly options: OptionValues;
  readonly language: Language;
}

export interface OptionSpec {
  readonly name: string;
  /** The word for its value in help; none for a switch. */
  readonly value?: string;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  readonly help: Sentence;
}

export interface Command {
  readonly name: string;
  /** Its file words in help: `FILE…`. */
  readonly operands: string;
  readonly least: number;
  readonly most: number;
  readonly summary: Sentence;
  readonly options: readonly OptionSpec[];
  /** Answers the exit code. */
  run(invocation: Invocation): Promise<number>;
}

function usage(command: Command): string {
  const options = command.options.map(({ name, value, required }) => {
    const text = value ? `--${name} ${value}` : `--${name}`;
    return required ? text : `[${text}]`;
  });
  return ['dabiao', command.name, command.operands, ...options].join(' ');
}

function badUsage(command: Command, zh: string, en: string): CliError {
  return new CliError('usage', {
    zh: `${zh} 用法：${usage(command)}`,
    en: `${en} Usage: ${usage(command)}`,
  });
}

/** Reads the words behind the command's name. @throws CliError naming the wrong word and the right usage */
export function readWords(command: Command, words: readonly string[], language: Language): Invocation {
  const config: ParseArgsConfig['options'] = { help: { type: 'boolean', short: 'h' } };
  for (const { name, value } of command.options) config[name] = { type: value ? 'string' : 'boolean' };
  let parsed;
  try {
    parsed = parseArgs({ args: [...words], options: config, allowPositionals: true, strict: true });
  } catch (error) {
    const word = error instanceof Error ? (/'([^']+)'/.exec(error.message)?.[1] ?? '') : '';
    throw badUsage(command, `参数 ${word} 无法识别或缺少取值。`, `Option ${word} is unknown or lacks its value.`);
  }
  const options = parsed.values as OptionValues; // parseArgs types values by the literal config, which is built from data here
  if (!options['help']) checkWords(command, parsed.positionals, options);
  return { files: parsed.positionals, options, language };
}

function checkWords(command: Command, files: readonly string[], options: OptionValues): void {
  if (files.length < command.least) throw badUsage(command, '没有写明要处理的文件。', 'No file is named.');
  if (files.length > command.most) throw badUsage(command, '写了太多文件。', 'Too many files are named.');
  for (const { name, required, choices } of command.options) {
    const value = options[name];
    if (required && value === undefined) throw badUsage(command, `缺少 --${name}。`, `--${name} is missing.`);
    if (choices && typeof value === 'string' && !choices.includes(value)) {
      const list = choices.join(' / ');
      throw badUsage(command, `--${name} 只能是 ${list}。`, `--${name} takes ${list}.`);
    }
  }
}

export function commandHelp(command: Command, language: Language): string {
  const lines = command.options.map(({ name, value, help }) => {
    const words = value ? `--${name} ${value}` : `--${name}`;
    return `  ${words.padEnd(26)}${help[language]}`;
  });
  return [command.summary[language], '', `  ${usage(command)}`, '', ...lines].join('\n');
}
