// Owns rows written one a line, for tests only: verdict | indicator | target | actual | options
// (h= earlier years, year=, ty=, profile=, remark=, plan=, reference=, referenceName=, unit=).
import { judge, type Case } from './support';

function number(text: string): string | number {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/** `2021:21.5%;2022:22.4%` as periods with their cells. */
function periods(text: string): Record<string, string | number> {
  return Object.fromEntries(
    text.split(';').map((part) => {
      const at = part.indexOf(':');
      return [part.slice(0, at), number(part.slice(at + 1))];
    }),
  );
}

function optionOf(option: string): Partial<Case> {
  const at = option.indexOf('=');
  const [key, value] = [option.slice(0, at), option.slice(at + 1)];
  switch (key) {
    case 'h':
      return { history: periods(value) };
    case 'year':
      return { year: value === 'null' ? null : Number(value) };
    case 'ty':
      return { targetYear: Number(value) };
    default:
      return { [key]: value };
  }
}

/** Each line of each group, judged: the verdict is one of those before the first bar. */
export function describeRows(groups: Readonly<Record<string, string>>): void {
  describe.each(Object.entries(groups))('%s', (_, text) => {
    const rows = text
      .trim()
      .split('\n')
      .map((line) => line.split('|').map((part) => part.trim()));
    it.each(rows.map((row) => [row.slice(1).join(' | '), row] as const))('%s', (_name, row) => {
      const [expected = '', name = '', target = '', actual = '', ...options] = row;
      const given = options.filter((option) => option !== '').map(optionOf);
      const { verdict } = judge({ name, target, actual: number(actual), ...Object.assign({}, ...given) });
      expect(expected.split('/')).toContain(verdict);
    });
  });
}
