// Owns what a terminal shows: columns, colours, a progress bar. Must not decide what is said.
import { styleText } from 'node:util';
import type { Language, Sentence } from '../text/sentence';
import { displayWidth } from '../text/width';
import type { Verdict } from '../verdict/judgement';

/** Cut with `…` or filled with blanks to exactly this many columns. */
export function fit(text: string, width: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (displayWidth(line) <= width) return line + ' '.repeat(width - displayWidth(line));
  let cut = '';
  for (const character of line) {
    if (displayWidth(cut + character) > width - 1) break;
    cut += character;
  }
  return `${cut}…${' '.repeat(width - 1 - displayWidth(cut))}`;
}

type Style = Parameters<typeof styleText>[0];

const VERDICT_STYLES: Readonly<Record<Verdict, Style>> = {
  met: 'green',
  unmet: ['red', 'bold'],
  pending: 'gray',
  missing: 'yellow',
  review: 'magenta',
  notApplicable: 'gray',
};

/** Colours only where a person looks: a terminal, and NO_COLOR not set. */
export function paint(text: string, verdict: Verdict): string {
  const isColoured = process.stdout.isTTY && !process.env['NO_COLOR'];
  return isColoured ? styleText(VERDICT_STYLES[verdict], text) : text;
}

/** The language of the person's locale; Chinese where the locale names none. */
export function localeLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^(zh|C\b|POSIX|$)/i.test(locale) ? 'zh' : 'en';
}

const BAR_WIDTH = 24;
const PATIENCE_MS = 1000;

/** A bar on stderr for work longer than a second; nothing where stderr is not a terminal. */
export function progressBar(language: Language): {
  report: (stage: Sentence, done: number, total: number) => void;
  end: () => void;
} {
  const started = Date.now();
  let isShown = false;
  return {
    report(stage, done, total) {
      if (!process.stderr.isTTY || Date.now() - started < PATIENCE_MS) return;
      const filled = Math.round((BAR_WIDTH * done) / Math.max(total, 1));
      process.stderr.write(
        `\r\u001b[K${stage[language]} ${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total}`,
      );
      isShown = true;
    },
    end() {
      if (isShown) process.stderr.write('\r\u001b[K');
    },
  };
}
