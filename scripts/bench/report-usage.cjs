// Owns telling the bench what a process cost: on exit one JSON line goes to the file named by BENCH_USAGE.
const { writeFileSync } = require('node:fs');

const started = process.hrtime.bigint();
process.on('exit', () => {
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
});
