// Owns `npm run bench`: whole processes side by side, printed as ratios of medians. No test reads it: machines differ.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './bench/measure.mjs';
import { writeBenchTable } from './bench/table.mjs';

const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'dabiao-bench-'));
const usageFile = join(folder, 'usage.json');

function run(words) {
  const result = spawnSync(process.execPath, ['--require', './scripts/bench/report-usage.cjs', ...words], {
    env: { ...process.env, BENCH_USAGE: usageFile },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (result.status !== 0) throw new Error(`${words.join(' ')} ended with ${result.status}`);
  return JSON.parse(readFileSync(usageFile, 'utf8'));
}

const medians = (runs) => ({
  seconds: median(runs.map((one) => one.seconds)),
  megabytes: median(runs.map((one) => one.megabytes)),
});

/** Both commands in turn, so that a machine that drifts drifts for both. */
function sideBySide(ours, peer) {
  const runs = Array.from({ length: RUNS }, () => [run(ours), run(peer)]);
  return [medians(runs.map(([one]) => one)), medians(runs.map(([, other]) => other))];
}

const show = ({ seconds, megabytes }) => `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB`;

async function againstExcelJs(rows) {
  const input = join(folder, `${rows}.xlsx`);
  await writeBenchTable(input, rows);
  const [ours, peer] = sideBySide(
    ['bin/dabiao.js', 'check', input, '--out', join(folder, 'ours.xlsx'), '--json'],
    ['scripts/bench/exceljs-peer.cjs', input, join(folder, 'peer.xlsx')],
  );
  console.log(`${rows} rows x 8: check --out ${show(ours)} | ExcelJS read, one column, save ${show(peer)}`);
  console.log(
    `  time ${(ours.seconds / peer.seconds).toFixed(2)} of ExcelJS, memory ${(ours.megabytes / peer.megabytes).toFixed(2)}`,
  );
  return ours;
}

/** A million targets parsed and judged, beside reading the file they stand in; CPU seconds, since only their ratio counts. */
async function judgingAgainstReading() {
  const webpack = ['node_modules/webpack-cli/bin/cli.js', '--config', 'scripts/bench/webpack.config.js'];
  output([...webpack, '--output-path', folder]);
  for (const [targets, told] of [
    ['repeated', 'targets repeated as tables repeat them'],
    ['own', 'every number in the targets its own'],
  ]) {
    const input = join(folder, `${targets}.xlsx`);
    await writeBenchTable(input, 100_000, targets);
    const { cells, reading, judging } = JSON.parse(output([join(folder, 'judge-cells.js'), input, '10']));
    console.log(
      `${cells} target cells, ${told}: judged in ${judging.toFixed(1)} s, their file read in ${reading.toFixed(1)} s`,
    );
    console.log(`  judging takes ${(judging / reading).toFixed(2)} of reading`);
  }
}

function output(words) {
  const result = spawnSync(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${words.join(' ')} ended with ${result.status}`);
  return result.stdout;
}

try {
  const small = await againstExcelJs(10_000);
  const large = await againstExcelJs(100_000);
  console.log(`growth: 10 times the rows take ${(large.seconds / small.seconds).toFixed(1)} times as long`);
  await judgingAgainstReading();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
