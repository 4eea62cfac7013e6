// Owns reading the settings of sending out and collecting: the year, the members of collectives.
import { readInput, CliError } from './files';
import type { OptionValues } from './command';

const YEAR = /^(?:19|20)\d{2}$/;

/** @throws CliError when it is no year */
export function yearOf({ year }: OptionValues): number | null {
  if (year === undefined) return null;
  if (typeof year === 'string' && YEAR.test(year)) return Number(year);
  throw new CliError('usage', {
    zh: `--year 要写四位数的年份，如 2023，不能是“${String(year)}”。`,
    en: `--year takes a year of four digits such as 2023, not "${String(year)}".`,
  });
}

/**
 * The members of collectives, from a text file with one line a collective: `各街道办事处：闻韶街道、雪宫街道`.
 * Empty without the option. @throws CliError naming the line that cannot be read
 */
export async function readMembers({ members }: OptionValues): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  if (typeof members !== 'string') return found;
  const text = new TextDecoder('utf-8').decode(await readInput(members));
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const [name, list] = line.split(/[：:]/, 2);
    const units = (list ?? '').split(/[、，,；;\s]+/).filter((unit) => unit !== '');
    if (!name?.trim() || units.length === 0) {
      throw new CliError('members', {
        zh: `${members}：第 ${index + 1} 行应写成“各街道办事处：甲街道、乙街道”。`,
        en: `${members}: line ${index + 1} should read "各街道办事处：甲街道、乙街道".`,
      });
    }
    found.set(name.trim(), units);
  });
  return found;
}
