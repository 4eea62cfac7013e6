// Owns the bar that the product must clear on the labelled corpus, open and held-out. The figures are printed by `npm run score`.
import type { Part } from './corpus';
import { score, type Measure, type Score } from './scoring';

const PARTS: readonly Part[] = ['open', 'held-out'];

/** Least share of right answers. */
const BAR: readonly (readonly [Measure, number])[] = [
  ['recognition recall', 1],
  ['recognition precision', 1],
  ['column roles', 0.99],
  ['row alignment', 0.99],
  ['row categories', 0.99],
  ['verdicts (cells)', 0.995],
  ['verdicts (sheets)', 0.995],
  ['gaps', 0.99],
  ['caveats', 0.99],
  ['departments (cells)', 0.99],
  ['departments (tables)', 0.99],
  ['decoys left alone', 1],
  ['refusals explained', 1],
];

const rightShare = ({ asked, failures }: Score, measure: Measure): number => {
  const count = asked.get(measure) ?? 0;
  return count === 0 ? 0 : 1 - failures.filter((failure) => failure.measure === measure).length / count;
};

describe.each(PARTS)('corpus, %s part', (part) => {
  const result = score(part);

  test.each(BAR)('%s: at least %d', (measure, bar) => {
    expect(rightShare(result, measure)).toBeGreaterThanOrEqual(bar);
  });

  test('no false met', () => {
    expect(result.falseMet.map(({ id }) => id)).toEqual([]);
  });

  test('no false unmet', () => {
    expect(result.falseUnmet.map(({ id }) => id)).toEqual([]);
  });
});
