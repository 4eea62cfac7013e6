// Owns the lint rules, among them the direction of imports: pure folders never see a host, React or Node.
import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Folder → what it may import besides itself. Read downwards: a later line may use earlier ones. */
const PURE = {
  text: [],
  sheet: ['text'],
  standard: ['text'],
  target: ['text', 'standard'],
  value: ['text', 'sheet'],
  department: ['text'],
  table: ['text', 'sheet'],
  verdict: ['text', 'sheet', 'standard', 'target', 'value', 'table'],
  report: ['text', 'sheet', 'standard', 'target', 'value', 'department', 'table', 'verdict'],
};
const pure = Object.keys(PURE);
const IMPORTS = {
  ...PURE,
  port: ['text', 'sheet', 'verdict'],
  notice: ['text', 'sheet', 'department', 'table'],
  jobs: [...pure, 'port', 'notice'],
  file: ['text', 'sheet', 'port'],
  excel: ['text', 'sheet', 'port'],
  taskpane: [...pure, 'port', 'jobs', 'excel', 'notice'],
  commands: ['text', 'port', 'jobs', 'excel', 'taskpane'],
  functions: ['text', 'sheet', 'target', 'value', 'verdict', 'table'],
  workbench: [...pure, 'port', 'jobs', 'file', 'taskpane', 'notice'],
  cli: [...pure, 'port', 'jobs', 'file', 'notice'],
};

export default tseslint.config(
  { ignores: ['dist', 'out', 'coverage', 'reports', 'node_modules', '.stryker-tmp'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  prettier,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries, 'react-hooks': reactHooks },
    settings: {
      'boundaries/include': ['src/**/*'],
      'boundaries/elements': [
        { type: 'file', pattern: 'src/workbook/file' },
        { type: 'excel', pattern: 'src/workbook/excel' },
        { type: 'port', pattern: 'src/workbook/*.ts', mode: 'file' },
        { type: 'element', pattern: 'src/*', capture: ['folder'] },
      ],
      'import/resolver': { typescript: { project: './tsconfig.json' } },
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
    },
  },
  {
    files: pure.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      'no-restricted-imports': ['error', { patterns: ['node:*', 'react', 'react-dom', '@fluentui/*', 'fs', 'path'] }],
      'no-restricted-globals': ['error', 'window', 'document', 'Office', 'Excel', 'process', 'Buffer', 'fetch'],
    },
  },
  { files: ['src/cli/**/*.ts', 'scripts/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-console': 'off' } },
);
export { IMPORTS };
