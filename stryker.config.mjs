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
  timeoutMS: 5000,
  disableTypeChecks: false,
  ignorePatterns: ['dist', 'out', 'docs', 'examples', 'assets', 'reports', 'coverage', 'test/fixtures'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, allowColor: false },
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
};
