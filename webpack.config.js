// Owns the build of the add-in's pages into dist/: which address it is served from and which office.js it loads.
const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');

/** The address written in manifest.xml; `--env address=https://…` puts another in its place. */
const DEVELOPMENT_ADDRESS = 'https://localhost:3000/';

/** `--env office=…`: Microsoft's own delivery network, the one operated by 21Vianet in China, or a copy beside the page. */
const OFFICE = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
  local: 'office/office.js',
};

/** What Excel asks of a copy of office.js, on every platform, in the two languages of the pane. */
const OFFICE_FILES = [
  'office.js',
  'excel-*-16.*.js',
  'o15apptofilemappingtable.js',
  'custom-functions-runtime.js',
  '{telemetry,zh-cn,zh-tw,en-us}/{oteljs_agave,office_strings}.js',
];

/** Class names of `*.module.css` belong to their file; they are imported as one object. */
const cssLoader = {
  loader: 'css-loader',
  options: { modules: { auto: true, namedExport: false, exportLocalsConvention: 'as-is' } },
};

/** Fluent fills its style elements through the object model: only empty ones need to be allowed, by the hash of nothing. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

const FUNCTIONS = './src/functions/functions.ts';

module.exports = (env = {}, { mode = 'production' } = {}) => {
  const address = readAddress(env.address ?? DEVELOPMENT_ADDRESS);
  const office = readOffice(env.office ?? 'cdn');
  return {
    name: 'pages',
    mode,
    // No eval in any mode: the pages' content security policy forbids it.
    devtool: mode === 'development' ? 'source-map' : false,
    entry: {
      taskpane: './src/taskpane/index.tsx',
      // Excel may load this file by itself, so it brings its own runtime and keeps its name.
      functions: { import: FUNCTIONS, filename: 'functions.js' },
    },
    output: {
      path: env.out ? path.resolve(env.out) : path.join(__dirname, 'dist'),
      filename: '[name].[contenthash:8].js',
      chunkFilename: '[name].[contenthash:8].js',
      assetModuleFilename: '[name].[contenthash:8][ext]',
      // The command line and the workbench are built beside, each by its own configuration.
      clean: { keep: /^(cli|workbench)[/\\.]/ },
    },
    resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
    module: {
      rules: [
        { test: /\.tsx?$/, exclude: /node_modules/, use: { loader: 'swc-loader', options: swcOptions(mode) } },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, cssLoader] },
      ],
    },
    plugins: [
      new MiniCssExtractPlugin({ filename: '[name].[contenthash:8].css' }),
      new CustomFunctionsMetadataPlugin({ input: FUNCTIONS, output: 'functions.json' }),
      page('taskpane.html', 'src/taskpane/page.html', ['functions', 'taskpane'], office),
      // For an Excel that runs ribbon functions apart from the pane: the same scripts, with nobody looking.
      page('commands.html', 'src/taskpane/page.html', ['functions', 'taskpane'], office),
      // The same pane for the workbench, which gives it its own workbook instead of Excel's.
      page('pane.html', 'src/taskpane/page.html', ['taskpane'], null),
      new CopyWebpackPlugin({
        patterns: [
          { from: 'assets/*.png' },
          // As it is: it must stay readable for the oldest browsers.
          { from: 'src/taskpane/gate.js', to: 'gate.js', info: { minimized: true } },
          { from: 'manifest.xml', transform: (xml) => String(xml).replaceAll(DEVELOPMENT_ADDRESS, address) },
          ...(env.office === 'local' ? OFFICE_FILES.map(officeFile) : []),
        ],
      }),
    ],
    cache: {
      type: 'filesystem',
      name: 'pages',
      buildDependencies: { config: [path.join(__dirname, 'webpack.config.js')] },
    },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
};

function readAddress(text) {
  const address = new URL(text.endsWith('/') ? text : `${text}/`);
  if (address.protocol !== 'https:') throw new Error(`--env address must begin with https://, not ${text}`);
  return address.href;
}

function readOffice(name) {
  if (!(name in OFFICE)) throw new Error(`--env office must be one of ${Object.keys(OFFICE).join(', ')}, not ${name}`);
  return OFFICE[name];
}

function swcOptions(mode) {
  return {
    jsc: {
      target: 'es2021',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic', development: mode === 'development' } },
    },
  };
}

/** One page. `office` is the address of office.js, or null for a page that runs without Office. */
function page(filename, template, chunks, office) {
  return new HtmlWebpackPlugin({
    filename,
    template,
    chunks,
    chunksSortMode: 'manual',
    minify: false,
    templateParameters: { office, policy: contentSecurityPolicy(office) },
  });
}

/**
 * Nothing may be sent anywhere (`connect-src 'none'`); scripts come from the page's own address and from office.js's.
 */
function contentSecurityPolicy(office) {
  const officeOrigin = office?.startsWith('https:') ? [new URL(office).origin] : [];
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...officeOrigin].join(' '),
    `style-src 'self' ${EMPTY_STYLE}`,
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function officeFile(pattern) {
  const root = path.join(__dirname, 'node_modules/@microsoft/office-js/dist');
  return {
    from: pattern,
    context: root,
    to: 'office/[path][name][ext]',
    globOptions: { ignore: ['**/*.debug.js'] },
    info: { minimized: true },
  };
}
