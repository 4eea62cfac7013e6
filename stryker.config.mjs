// Owns how `npm run mutation` runs; docs/MUTATION.md says why, and what the last run found.
export default {
  mutate: ['src/value/**/*.ts', 'src/verdict/**/*.ts', 'src/target/**/*.ts', 'src/department/**/*.ts'],
  plugins: ['./scripts/mutation/runner.mjs'],
  testRunner: 'in-process',
  coverageAnalysis: 'perTest',
  // Texts are vocabulary: a changed word is no changed rule.
  mutator: { excludedMutations: ['StringLiteral', 'Regex'] },
  ignoreStatic: true,
  concurrency: 2,
  // A busy machine must not look like an endless loop: loops are ended by their count, not by the clock.
  timeoutMS: 30_000,
  disableTypeChecks: false,
  ignorePatterns: ['dist', 'out', 'docs', 'examples', 'assets', 'reports', 'coverage', 'test/fixtures'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, allowColor: false },
  incremental: process.env.MUTATION_EVERY === undefined,
  incrementalFile: 'reports/mutation/incremental.json',
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
};
