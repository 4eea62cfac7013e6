#!/usr/bin/env node
// Owns finding the built command line, and building it where an install skipped that. Must not do any job.
const { existsSync } = require('node:fs');
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const built = path.join(root, 'dist/cli/dabiao.js');

if (!existsSync(built)) {
  const webpack = path.join(root, 'node_modules/webpack-cli/bin/cli.js');
  // The build's own lines go to stderr: stdout belongs to the command (it may be JSON).
  const build = spawnSync(process.execPath, [webpack, '--config', 'webpack.cli.config.js'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) process.exit(2);
}

require(built);
