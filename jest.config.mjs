// Owns how tests run: TypeScript through swc, Node by default (a suite that needs a DOM says so in its first comment).
const transform = {
  '^.+\\.(t|j)sx?$|^.+\\.mjs$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
};
export default {
  testEnvironment: 'node',
  maxWorkers: 2,
  // Many tests start other programs; a busy machine must not make them fail.
  testTimeout: 120_000,
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform,
  transformIgnorePatterns: ['/node_modules/(?!(?:numfmt|lodash-es|nanoid|rbush|quickselect|kdbush|@univerjs)/)'],
  moduleNameMapper: {
    // Its package.json names a CommonJS file that is not in the package.
    '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js',
    '\\.css$': '<rootDir>/test/support/empty.ts',
  },
};
