// Owns the corpus as tests for the mutation runs: one a section, failed by a single wrong answer, where the suite's own bar is a share.
import type { Part } from '../../test/corpus/corpus';
import { scoreSections } from '../../test/corpus/scoring';

const PARTS: readonly Part[] = ['open', 'held-out'];

describe.each(PARTS)('corpus, %s part', (part) => {
  test.each(scoreSections(part))('%s', (_section, score) => {
    expect(score().failures).toEqual([]);
  });
});
