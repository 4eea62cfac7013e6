// Owns the build of the workbench page. Apart from the add-in's build: the spreadsheet grid is ten times the pane's size.
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

module.exports = (env, { mode = 'production' }) => ({
  name: 'workbench',
  mode,
  devtool: mode === 'development' ? 'source-map' : false,
  entry: { workbench: './src/workbench/index.ts' },
  output: {
    path: path.resolve(__dirname, 'dist'),
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
