// Owns `npm start` until the workbench stands: checks the filled Linzi example, writes out/, prints the result.
import { spawnSync } from 'node:child_process';

const run = (...words) => spawnSync(process.execPath, ['bin/dabiao.js', ...words], { stdio: 'inherit' }).status ?? 2;

process.exitCode =
  run('check', 'examples/linzi-filled.xlsx', '--out', 'out/linzi-checked.xlsx') ||
  run('departments', 'examples/linzi-filled.xlsx', '--out', 'out/linzi-departments.xlsx');
