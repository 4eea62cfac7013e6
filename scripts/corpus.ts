// Owns the check of the file editor on a folder of workbooks made by other programs: nothing of theirs is lost or changed,
// what is written is valid, and taking our work out gives the same file back. Prints counts; ends with 1 if anything failed.
//   node --import ./scripts/run-typescript.mjs scripts/corpus.ts FOLDER [FOLDER_WITH_ECMA_376_XSD]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as sheetjs from '@e965/xlsx';
import { validateXML } from 'xmllint-wasm';
import { check } from '../src/jobs/check';
import { clear } from '../src/jobs/clear';
import { departmentSheets as departmentJob } from '../src/jobs/departments';
import { prepare } from '../src/jobs/prepare';
import { openFile, type FileWorkbook } from '../src/workbook/file/index';
import { readZip, unpack } from '../src/workbook/file/zip';
import { HostError, type NewSheet, type Plan, type WorkbookSnapshot } from '../src/workbook/port';

type Parts = Map<string, Uint8Array>;

const RULES = [
  { equals: '达标', fill: 'E2F0D9', font: '1E5B1E' },
  { equals: '未达标', fill: 'F8CBCB', font: '9C0006' },
];

function partsOf(bytes: Uint8Array): Parts {
  return new Map(readZip(bytes).map((entry) => [entry.name, unpack(entry, 2 ** 30)]));
}

function equal(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0;
}

/** Two columns right of everything on the first visible sheet, colour rules over it, marks. */
function checkLike(workbook: FileWorkbook): { readonly plan: Plan; readonly sheet: string } | null {
  const sheet = workbook.snapshot().sheets.find(({ visibility }) => visibility === 'visible');
  if (!sheet) return null;
  const right = Math.max(
    sheet.columnCount,
    ...[...sheet.merges, ...sheet.tables.map(({ area }) => area)].map((area) => area.right + 1),
  );
  const left = Math.min(right, 16381);
  const bottom = Math.min(Math.max(sheet.rowCount, 3), 60) - 1;
  const values = Array.from({ length: bottom + 1 }, (_, row) => [
    row % 2 ? '达标' : '未达标',
    `=实际值 ${row} & “达标” <1`,
  ]);
  const area = { top: 0, left, bottom, right: left + 1 };
  return {
    sheet: sheet.name,
    plan: {
      expectations: [],
      steps: [
        { kind: 'write', sheet: sheet.name, block: { top: 0, left, values, look: 'result' }, widths: [12, 46] },
        { kind: 'colour', sheet: sheet.name, colours: [{ area: { ...area, left: 0 }, keyColumn: left, rules: RULES }] },
        { kind: 'mark', marks: [{ name: 'result.1', place: { sheet: sheet.name, area }, text: null }] },
      ],
    },
  };
}

function departmentSheets(taken: ReadonlySet<string>): NewSheet[] {
  const free = (name: string): string => (taken.has(name) ? free(`${name}~`) : name);
  const [summary, department] = [free('部门汇总'), free('区卫生健康局')];
  const names = [department, '区教育局'];
  return [
    {
      name: summary,
      blocks: [
        { top: 0, left: 0, values: [['部门汇总']], look: 'title' },
        { top: 1, left: 0, values: [['责任部门', '达标', '未达标', '达标率']], look: 'head' },
        {
          top: 2,
          left: 0,
          values: names.map((name, at) => [name, 3 + at, 2, 0.6]),
          look: ['link', 'count', 'count', 'percent'],
        },
        { top: 4, left: 0, values: [['合计', 7, 4, 0.6]], look: ['total', 'total', 'total', 'totalPercent'] },
      ],
      columnWidths: [30, 10, 10, 10],
      rowHeights: [{ row: 0, points: 30 }],
      merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
      frozenRows: 2,
      links: [{ row: 2, column: 0, toSheet: department }],
      chart: {
        title: '各部门指标达标情况（项）',
        categories: { top: 2, left: 0, bottom: 3, right: 0 },
        series: [
          { name: '达标', values: { top: 2, left: 1, bottom: 3, right: 1 }, colour: '548235' },
          { name: '未达标', values: { top: 2, left: 2, bottom: 3, right: 2 }, colour: 'C00000' },
        ],
        anchor: { top: 6, left: 0, bottom: 20, right: 3 },
      },
      print: { orientation: 'landscape', titleRows: [1, 1] },
    },
    {
      name: department,
      blocks: [
        { top: 0, left: 0, values: [['序号', '评价指标', '达标情况', '填报']], look: 'head' },
        {
          top: 1,
          left: 0,
          values: [
            [1, '-5元', '达标', null],
            [2, '@x', '未达标', null],
          ],
          look: ['centre', 'text', 'centre', 'input'],
        },
      ],
      columnWidths: [6, 30, 12, 12],
      hiddenColumns: [5],
      frozenRows: 1,
      colours: [{ area: { top: 1, left: 0, bottom: 2, right: 3 }, keyColumn: 2, rules: RULES }],
      validations: [
        {
          area: { top: 1, left: 3, bottom: 2, right: 3 },
          list: ['是', '否'],
          promptTitle: '填报',
          prompt: '选“是”或“否”',
        },
      ],
      print: { orientation: 'landscape', titleRows: [0, 0] },
      isLocked: true,
    },
  ];
}

function departmentsLike(workbook: FileWorkbook): Plan {
  const sheets = departmentSheets(new Set(workbook.snapshot().sheets.map(({ name }) => name)));
  const marks = sheets.map(({ name }, at) => ({
    name: `sheet.${at + 1}`,
    place: { sheet: name, area: { top: 0, left: 0, bottom: 0, right: 0 } },
    text: null,
  }));
  return {
    expectations: [],
    steps: [
      { kind: 'addSheets', sheets },
      { kind: 'mark', marks },
    ],
  };
}

const TABLE = [
  ['序号', '评价指标', '目标值', '责任部门', '实际值'],
  [1, '城乡居民达到《国民体质测定标准》合格以上的人数比例', '≥92%', '区教育和体育局', 0.93],
  [2, '每万人口全科医生数', '≥3人', '区卫生健康局', 2],
  [3, '生活垃圾无害化处理率', '100%', '区综合行政执法局、区卫生健康局', null],
];

/** An indicator table below everything on the first visible sheet, as a person would type it; null when there is no room. */
function typedTable(workbook: FileWorkbook): Plan | null {
  const sheet = workbook.snapshot().sheets.find(({ visibility }) => visibility === 'visible');
  const top = Math.max(sheet?.rowCount ?? 0, ...(sheet?.merges ?? []).map(({ bottom }) => bottom + 1)) + 2;
  if (!sheet || top > 1_000_000) return null;
  const cells = TABLE.flatMap((row, down) => row.map((value, column) => ({ row: top + down, column, value })));
  return { expectations: [], steps: [{ kind: 'fill', sheet: sheet.name, cells }] };
}

/** The jobs themselves on a table of ours: prepared; checked and given sheets twice; then cleared. */
function runJobs(file: string, original: Uint8Array, fail: (what: string) => void): void {
  const workbook = openFile(original, file);
  const table = typedTable(workbook);
  if (!table) return;
  workbook.apply(table);
  const before = workbook.save();
  const run = (job: (snapshot: WorkbookSnapshot) => Plan): Uint8Array => {
    workbook.apply(job(workbook.snapshot()));
    return workbook.save();
  };
  const judged = (snapshot: WorkbookSnapshot) => check(snapshot, { profile: 'city' });
  if (judged(workbook.snapshot()).tables.length === 0) return void counts.withoutTable++;
  run((snapshot) => prepare(snapshot, judged(snapshot)).plan);
  const checked = run((snapshot) => judged(snapshot).plan);
  if (
    !equal(
      run((snapshot) => judged(snapshot).plan),
      checked,
    )
  )
    fail('jobs: a second check changed the file');
  const sheets = (): Uint8Array => run((snapshot) => departmentJob(snapshot, judged(snapshot), new Date(0)).plan);
  const first = openFile(sheets(), file).snapshot().sheets.length;
  const done = sheets();
  if (openFile(done, file).snapshot().sheets.length !== first) fail('jobs: sheets made again stand twice');
  compare(`jobs~${file}`, before, done, fail);
  const back = partsOf(run(clear));
  const different = [...partsOf(before)].filter(([name, bytes]) => !equal(back.get(name), bytes)).map(([name]) => name);
  if (different.length > 0 || back.size !== partsOf(before).size) fail(`jobs: not the same: ${different.join(', ')}`);
  counts.jobs++;
}

/** Everything taken out again. */
function clearAll(workbook: FileWorkbook): Plan {
  const { marks, sheets } = workbook.snapshot();
  const ours = marks.flatMap(({ name, place }) => (name.startsWith('sheet.') && place ? [place.sheet] : []));
  const erased = marks.flatMap(({ name, place }) =>
    name.startsWith('result.') && place ? [{ kind: 'erase' as const, ...place }] : [],
  );
  const others = sheets.filter(({ name, isProtected }) => !ours.includes(name) && !isProtected);
  return {
    expectations: [],
    steps: [
      ...others.map(({ name }) => ({ kind: 'colour' as const, sheet: name, colours: [] })),
      ...erased,
      { kind: 'removeSheets', names: ours },
      { kind: 'unmark', names: marks.map(({ name }) => name) },
    ],
  };
}

/** How often each element stands in a part. */
function elementCounts(bytes: Uint8Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, name = ''] of Buffer.from(bytes)
    .toString('utf8')
    .matchAll(/<([A-Za-z_][^\s/>]*)/g)) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function lostElements(before: Uint8Array, after: Uint8Array): string[] {
  const counts = elementCounts(after);
  return [...elementCounts(before)].flatMap(([name, count]) => ((counts.get(name) ?? 0) < count ? [name] : []));
}

/** Cells as another reader sees them: kind, value, formula, shown text. */
function cellsOf(bytes: Uint8Array): Map<string, string> {
  const book = sheetjs.read(bytes, { type: 'array', cellNF: true, cellFormula: true });
  const cells = new Map<string, string>();
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name] ?? {};
    for (const [address, cell] of Object.entries(sheet)) {
      if (address.startsWith('!')) continue;
      const { t, v, f, w } = cell as sheetjs.CellObject;
      cells.set(`${name}!${address}`, JSON.stringify([t, v, f, w]));
    }
  }
  return cells;
}

const SCHEMAS: readonly (readonly [pattern: RegExp, schema: string])[] = [
  [/worksheets\/[^/]*\.xml$|(?:workbook|styles)\.xml$/i, 'sml.xsd'],
  [/charts\/chart\d*\.xml$/i, 'dml-chart.xsd'],
  [/drawings\/drawing\d*\.xml$/i, 'dml-spreadsheetDrawing.xsd'],
];

/** Without what the schema lets a reader ignore, and without `xml:space`, which Excel writes and the schema forgets. */
function schemaText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/<([\w]+:)?extLst\b[^>]*>[\s\S]*<\/\1?extLst>/g, '')
    .replace(/<mc:AlternateContent\b[\s\S]*?<\/mc:AlternateContent>/g, '')
    .replaceAll(' xml:space="preserve"', '')
    .replace(/\s(?:mc|x14ac|xr\d*|x15ac|xcalcf|mx|mv|x14|x15):\w+="[^"]*"/g, '');
}

class Validator {
  count = 0;
  private readonly schemas: { fileName: string; contents: string }[];
  private readonly waiting = new Map<string, { fileName: string; contents: string }[]>();

  constructor(folder: string) {
    const names = readdirSync(folder).filter((name) => name.endsWith('.xsd'));
    this.schemas = names.map((fileName) => ({ fileName, contents: readFileSync(join(folder, fileName), 'utf8') }));
  }

  add(label: string, name: string, bytes: Uint8Array): void {
    const schema = SCHEMAS.find(([pattern]) => pattern.test(name))?.[1];
    if (schema === undefined) return;
    const list = this.waiting.get(schema) ?? [];
    this.waiting.set(schema, list);
    this.count++;
    list.push({ fileName: `${label}~${name.replaceAll('/', '~')}`, contents: schemaText(bytes) });
  }

  /** Label~part of every part that does not hold to its schema, with the first message. */
  async failures(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const [schema, list] of this.waiting) {
      const main = this.schemas.find(({ fileName }) => fileName === schema);
      if (!main) throw new Error(`${schema} is missing`);
      for (let at = 0; at < list.length; at += 60) {
        const xml = list.slice(at, at + 60);
        const preload = this.schemas.filter(({ fileName }) => fileName !== schema);
        const { errors } = await validateXML({ xml, schema: [main], preload, maxMemoryPages: 8192 });
        for (const { rawMessage, loc } of errors)
          if (loc && !found.has(loc.fileName)) found.set(loc.fileName, rawMessage);
      }
    }
    return found;
  }
}

interface Failure {
  readonly file: string;
  readonly what: string;
}

const [folder, schemaFolder] = process.argv.slice(2);
if (folder === undefined) throw new Error('corpus.ts FOLDER [XSD_FOLDER]');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.xls[xm]$/i.test(name))
  .sort();
const failures: Failure[] = [];
const refused: Failure[] = [];
const counts = {
  files: 0,
  written: 0,
  withoutSheet: 0,
  parts: 0,
  untouched: 0,
  cells: 0,
  cleared: 0,
  jobs: 0,
  withoutTable: 0,
  differentAgain: 0,
};
const validator = schemaFolder === undefined ? null : new Validator(schemaFolder);

function examine(file: string, original: Uint8Array): void {
  const fail = (what: string): void => void failures.push({ file, what });
  const workbook = openFile(original, file);
  if (!equal(workbook.save(), original)) fail('opening and saving changed the file');
  const check = checkLike(workbook);
  if (!check) return void counts.withoutSheet++;
  workbook.apply(check.plan);
  const checked = workbook.save();
  const again = openFile(checked, file);
  again.apply(check.plan);
  if (!equal(again.save(), checked)) fail('a second check changed the file');
  again.apply(departmentsLike(again));
  const done = again.save();
  compare(file, original, done, fail);
  const cleared = openFile(done, file);
  cleared.apply(clearAll(cleared));
  const back = partsOf(cleared.save());
  const before = partsOf(original);
  const different = [...new Set([...before.keys(), ...back.keys()])].filter(
    (name) => !equal(before.get(name), back.get(name)),
  );
  if (different.length > 0) fail(`not the same after clearing: ${different.join(', ')}`);
  else counts.cleared++;
  counts.written++;
  runJobs(file, original, fail);
}

function compare(file: string, original: Uint8Array, done: Uint8Array, fail: (what: string) => void): void {
  const before = partsOf(original);
  const after = partsOf(done);
  for (const [name, bytes] of before) {
    counts.parts++;
    const now = after.get(name);
    if (!now) fail(`part lost: ${name}`);
    else if (equal(bytes, now)) counts.untouched++;
    else {
      const lost = lostElements(bytes, now);
      if (lost.length > 0) fail(`elements lost in ${name}: ${lost.join(', ')}`);
    }
  }
  if (validator) {
    for (const [name, bytes] of after) {
      const old = before.get(name);
      if (equal(old, bytes)) continue;
      validator.add(`after~${file}`, name, bytes);
      if (old) validator.add(`before~${file}`, name, old);
    }
  }
  const now = cellsOf(done);
  for (const [cell, value] of cellsOf(original)) {
    if (value.startsWith('["z"')) continue;
    counts.cells++;
    if (now.get(cell) !== value) return fail(`cell ${cell}: ${value} became ${String(now.get(cell))}`);
  }
}

for (const file of files) {
  counts.files++;
  try {
    examine(file, new Uint8Array(readFileSync(join(folder, file))));
  } catch (error) {
    if (error instanceof HostError) refused.push({ file, what: `${error.code}: ${error.sentence.zh}` });
    else failures.push({ file, what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
if (validator) {
  const isolated = new TextEncoder().encode(
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/><cols/></worksheet>',
  );
  validator.add('known to be wrong', 'worksheets/sheet1.xml', isolated);
  const found = await validator.failures();
  if (![...found.keys()].some((part) => part.startsWith('known to be wrong')))
    throw new Error('the validator finds nothing');
  console.log(`${validator.count} parts held against the schemas`);
  for (const [part, message] of found) {
    if (part.startsWith('after~') && !found.has(part.replace('after~', 'before~')))
      failures.push({ file: part, what: message });
  }
}
for (const { file, what } of refused) console.log(`refused  ${file}: ${what}`);
for (const { file, what } of failures) console.log(`FAILED   ${file}: ${what}`);
console.log(
  `${counts.files} files: ${counts.written} checked and given sheets, ${refused.length} refused, ${counts.withoutSheet} without a visible sheet; ` +
    `${counts.parts} parts, ${counts.untouched} untouched byte for byte; ${counts.cells} cells compared; ` +
    `${counts.cleared} equal to the original after clearing; ` +
    `${counts.jobs} through the jobs themselves (${counts.withoutTable} where no table was seen); ` +
    `${failures.length} failures`,
);
if (failures.length > 0) process.exitCode = 1;
