// Owns the build of the workbench page. Apart from the add-in's build: the spreadsheet grid is ten times the pane's size.
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const MinimizerPlugin = require('minimizer-webpack-plugin');

/**
 * Nothing may be sent anywhere. The grid writes style attributes while it draws, so styles may be inline; scripts may not.
 * `connect-src 'self'` is for the workbook that `npm start` was given, from this page's own address.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "frame-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const DIST = path.resolve(__dirname, 'dist');
/** What the page and the pane in it are made of; the pane's build runs first. */
const KEPT = /^(?:workbench\.html|pane\.html|gate\.js|[\w.-]+\.(?:js|css)|assets[\\/].+|workbench[\\/].+)$/;
const NOT_KEPT = /^(?:offline\.js|functions\.js|excel\.|.*\.(?:map|LICENSE\.txt))/;

/** Writes the page's offline worker with the list of what it keeps. */
class OfflinePlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('OfflinePlugin', ({ assets }) => {
      const files = readdirSync(DIST, { recursive: true })
        .filter((name) => KEPT.test(name) && !NOT_KEPT.test(name))
        .map((name) => name.split(path.sep).join('/'))
        // Files of earlier builds may lie here too.
        .filter((name) => !name.startsWith('workbench/') || name in assets)
        .sort();
      const version = createHash('sha256');
      for (const name of files) version.update(readFileSync(path.join(DIST, name)));
      const source = readFileSync(path.resolve(__dirname, 'src/workbench/offline.js'), 'utf8');
      const given = `self.VERSION = '${version.digest('hex').slice(0, 16)}';\nself.FILES = ${JSON.stringify(files)};\n`;
      writeFileSync(path.join(DIST, 'offline.js'), given + source);
    });
  }
}

module.exports = (env, { mode = 'production' }) => ({
  name: 'workbench',
  mode,
  devtool: mode === 'development' ? 'source-map' : false,
  entry: { workbench: './src/workbench/index.ts' },
  output: {
    path: DIST,
    filename: 'workbench/[name].[contenthash:8].js',
    chunkFilename: 'workbench/[name].[contenthash:8].js',
    assetModuleFilename: 'workbench/[name].[contenthash:8][ext]',
  },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } } },
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
    ],
  },
  plugins: [
    new MiniCssExtractPlugin({ filename: 'workbench/[name].[contenthash:8].css' }),
    new OfflinePlugin(),
    new HtmlWebpackPlugin({
      filename: 'workbench.html',
      template: 'src/workbench/page.html',
      minify: false,
      templateParameters: { policy: POLICY },
    }),
  ],
  // The grid is six megabytes of scripts; swc makes them small in a fraction of the usual time.
  optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
  cache: { type: 'filesystem', name: 'workbench', buildDependencies: { config: [__filename] } },
  performance: { hints: false },
  stats: 'errors-warnings',
});
