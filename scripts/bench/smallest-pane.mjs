// Owns the yardstick for the pane's first script: the smallest Fluent v9 + React page of the same toolchain, gzip.
// Run `node scripts/bench/smallest-pane.mjs`; the number stands in test/browser/pane-quality.test.ts.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const webpack = require('webpack');
const pages = require('../../webpack.config.js')();

const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'smallest-pane-'));
const entry = path.join(folder, 'pane.tsx');
writeFileSync(
  entry,
  `import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
createRoot(document.body).render(<FluentProvider theme={webLightTheme}><Button>检查</Button></FluentProvider>);`,
);
const compiler = webpack({
  mode: 'production',
  context: root,
  entry,
  output: { path: folder, filename: 'pane.js' },
  resolve: { ...pages.resolve, modules: [path.join(root, 'node_modules')] },
  module: pages.module,
  performance: { hints: false },
});
compiler.run((error, stats) => {
  if (error || stats.hasErrors()) throw error ?? new Error(stats.toString('errors-only'));
  const bytes = readFileSync(path.join(folder, 'pane.js'));
  console.log(`smallest pane: ${bytes.length} bytes, ${gzipSync(bytes).length} gzip`);
  compiler.close(() => undefined);
});
