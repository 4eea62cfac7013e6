// Owns what the benches share: the middle of some numbers, and a build of a page to measure against. Measures nothing itself.
import { createRequire } from 'node:module';

const webpack = createRequire(import.meta.url)('webpack');

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Builds with a webpack configuration. Rejects with the build's own errors. */
export async function build(config) {
  const stats = await new Promise((done, fail) =>
    webpack(config, (error, stats) => (error ? fail(error) : done(stats))),
  );
  if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
}
