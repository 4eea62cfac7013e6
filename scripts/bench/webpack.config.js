// Owns the build of the bench's own program, by the rules of the command line's; it goes where `--output-path` says.
const path = require('node:path');
const cli = require('../../webpack.cli.config.js');

module.exports = {
  ...cli,
  name: 'bench',
  entry: { 'judge-cells': path.join(__dirname, 'judge-cells.ts') },
  output: { filename: '[name].js' },
};
