// Owns the test runner of the mutation runs: one process, tests and product loaded once, mutants switched while it runs.
// Only a mutant that acts while modules load gets them loaded again. Holds no test and no rule of the product.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { registry } from './loader.mjs';
import { collect } from './suite.mjs';

const FOLDERS = ['test/value', 'test/target', 'test/department', 'test/verdict'];
/**
 * Thousands of rows made by chance: seconds for each mutant that survives, and answers that only say "no crash". And the
 * reasons of all rows, read again: judged once while the file loads, when no mutant acts.
 */
const LEFT_OUT = ['test/verdict/properties.test.ts', 'test/verdict/reasons.test.ts'];

const testFiles = () =>
  FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.includes(file))
    .concat('scripts/mutation/corpus.ts')
    .map((file) => resolve(file));

/** What measures time says nothing of a mutant on a busy machine. */
const TIMED = /linear time|milliseconds/;

/**
 * Stryker lets a loop turn a hundred times as often as all tests together need: seconds where thousands of rows are
 * judged. Counted anew for each test, twice as often is enough.
 */
const PATIENCE = 2 / 100;

/** MUTATION_EVERY=3 tries every third mutant; the others are reported as errors, which no score counts. */
const EVERY = Number(process.env.MUTATION_EVERY ?? 1);

/** What the instrumented code looks at. */
const shared = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
let tests = null;

function load() {
  tests = collect(registry(), testFiles()).filter(({ name }) => !TIMED.test(name));
}

function run({ name, run: body }) {
  const start = performance.now();
  const told = { id: name, name };
  try {
    body();
    return { ...told, status: TestStatus.Success, timeSpentMs: performance.now() - start };
  } catch (error) {
    const failureMessage = String(error?.message ?? error);
    return { ...told, status: TestStatus.Failed, timeSpentMs: performance.now() - start, failureMessage };
  }
}

function dryRun() {
  shared.mutantCoverage = { static: {}, perTest: {} };
  load();
  const results = tests.map((test) => {
    shared.currentTestId = test.name;
    return run(test);
  });
  shared.currentTestId = undefined;
  return { status: DryRunStatus.Complete, tests: results, mutantCoverage: shared.mutantCoverage };
}

/** The tests asked for, up to the first that fails. */
function untilFailure(filter, disableBail) {
  const wanted = filter && new Set(filter);
  const results = [];
  for (const test of tests) {
    if (wanted && !wanted.has(test.name)) continue;
    if (shared.hitLimit !== undefined) shared.hitCount = 0;
    const result = run(test);
    results.push(result);
    if (result.status === TestStatus.Failed && !disableBail) break;
  }
  return results;
}

function mutantRun({ activeMutant, testFilter, disableBail, hitLimit, mutantActivation, reloadEnvironment }) {
  if (Number(activeMutant.id) % EVERY !== 0)
    return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: 'not in the sample' });
  const isCounted = hitLimit !== undefined;
  shared.hitLimit = isCounted ? hitLimit * PATIENCE : undefined;
  shared.hitCount = undefined;
  try {
    if (mutantActivation === 'static') shared.activeMutant = activeMutant.id;
    if (reloadEnvironment || tests === null) load();
    shared.activeMutant = activeMutant.id;
    const results = untilFailure(testFilter, disableBail);
    const tooOften = determineHitLimitReached(shared.hitCount, shared.hitLimit);
    return toMutantRunResult(tooOften ?? { status: DryRunStatus.Complete, tests: results }, disableBail);
  } catch (error) {
    return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error?.stack ?? error) });
  } finally {
    shared.activeMutant = undefined;
    // A registry that was loaded under a mutant is of no use to the next one.
    if (mutantActivation === 'static') tests = null;
  }
}

const runner = {
  capabilities: () => ({ reloadEnvironment: true }),
  init: async () => {
    const fastCheck = createRequire(resolve('package.json'))('fast-check');
    fastCheck.configureGlobal({ seed: 20210901, endOnFailure: true });
  },
  dryRun: async () => dryRun(),
  mutantRun: async (options) => mutantRun(options),
};

export const strykerPlugins = [declareValuePlugin(PluginKind.TestRunner, 'in-process', runner)];
