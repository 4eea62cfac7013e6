// Owns the lint rules, among them the direction of imports: pure folders never see a host, React or Node.
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const JUDGING = ['text', 'sheet', 'standard', 'target', 'value', 'department', 'table', 'verdict', 'report'];

/** Folder of src → the folders it may import besides itself. A later line may use earlier ones, never the other way. */
const MAY_IMPORT = {
  text: [],
  sheet: ['text'],
  standard: ['text'],
  target: ['text', 'standard'],
  value: ['text', 'sheet', 'standard', 'target'],
  department: ['text'],
  table: ['text', 'sheet'],
  verdict: ['text', 'sheet', 'standard', 'target', 'value', 'table'],
  report: JUDGING,
  port: ['text', 'sheet', 'verdict'],
  notice: ['text', 'sheet', 'department', 'table'],
  jobs: [...JUDGING, 'port', 'notice'],
  file: ['text', 'sheet', 'port'],
  excel: ['text', 'sheet', 'port'],
  // The pane's page is the ribbon's too: Excel runs both in one shared runtime.
  taskpane: [...JUDGING, 'port', 'jobs', 'excel', 'file', 'notice', 'commands'],
  commands: ['text', 'port', 'jobs', 'excel', 'taskpane'],
  functions: ['text', 'sheet', 'target', 'value', 'verdict', 'table'],
  workbench: [...JUDGING, 'port', 'jobs', 'file', 'taskpane', 'notice'],
  cli: [...JUDGING, 'port', 'jobs', 'file', 'notice'],
};

/** Where a folder's files are, when that is not `src/<name>`. */
const FILES = { port: 'src/workbook/*.ts', file: 'src/workbook/file/**', excel: 'src/workbook/excel/**' };

/** How a folder is written in an import. */
const WRITTEN = {
  port: ['**/workbook/port', '**/workbook/looks'],
  file: ['**/workbook/file', '**/workbook/file/**', '../file', '../file/**'],
  excel: ['**/workbook/excel', '**/workbook/excel/**', '../excel', '../excel/**'],
};

const PURE = new Set(JUDGING);
const OUTSIDE_OF_PURE = ['node:*', 'fs', 'path', 'react', 'react-dom', '@fluentui/*', '@univerjs/*', 'docx', 'mammoth'];

const importDirection = Object.entries(MAY_IMPORT).map(([folder, may]) => {
  const others = Object.keys(MAY_IMPORT).filter((other) => other !== folder && !may.includes(other));
  const patterns = others.map((other) => ({
    group: WRITTEN[other] ?? [`../${other}/**`, `../../${other}/**`],
    message: `src/${folder} must not import src/${other} (the direction of imports stands in eslint.config.mjs).`,
  }));
  if (PURE.has(folder)) {
    patterns.push({ group: OUTSIDE_OF_PURE, message: `src/${folder} is pure: no host, no Node, no React.` });
  }
  return {
    files: [FILES[folder] ?? `src/${folder}/**`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
});

const NODE_GLOBALS = [
  'process',
  'console',
  'module',
  'require',
  '__dirname',
  '__filename',
  'URL',
  'setTimeout',
  'Buffer',
];

const PAGE_GLOBALS = [
  'window',
  'document',
  'performance',
  'requestAnimationFrame',
  'PerformanceObserver',
  'URLSearchParams',
];

export default tseslint.config(
  { ignores: ['dist', 'out', 'coverage', 'reports', 'node_modules', '.stryker-tmp'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  prettier,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Chinese text has ideographic spaces in it.
      'no-irregular-whitespace': ['error', { skipTemplates: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules, 'no-console': 'error' },
  },
  ...importDirection,
  {
    files: [...PURE].map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'Office', 'Excel', 'process', 'Buffer', 'fetch'],
    },
  },
  { files: ['src/cli/**/*.ts', 'scripts/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Parts of these run inside a page that they drive.
    files: ['scripts/**/*.{js,mjs}'],
    languageOptions: { globals: Object.fromEntries(PAGE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
  {
    // The page's offline worker is no module: the build writes it out as it stands.
    files: ['src/workbench/offline.js'],
    languageOptions: { globals: { self: 'readonly', caches: 'readonly', fetch: 'readonly' } },
  },
  {
    files: ['test/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-console': 'off' },
  },
);
