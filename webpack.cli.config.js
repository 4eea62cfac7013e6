// Owns the command line's build: one file for Node, with documents' libraries beside it, loaded only when asked for.
const path = require('node:path');

module.exports = {
  name: 'cli',
  mode: 'production',
  target: 'node20',
  entry: { dabiao: './src/cli/index.ts' },
  output: { path: path.resolve(__dirname, 'dist/cli'), filename: '[name].js', clean: true },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: 'swc-loader',
        options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } },
      },
    ],
  },
  // Names stay readable in a person's error report; size does not matter here.
  optimization: { minimize: false },
  performance: false,
  stats: 'errors-warnings',
};
