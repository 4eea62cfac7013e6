// Every department's workbook filled in and sent back, once in each of many clerkly ways: nothing may be lost, nothing asked that was not planted.
import ExcelJS from 'exceljs';
import XLSX from '@e965/xlsx';
import { collect } from '../../src/jobs/collect';
import type { CollectResult } from '../../src/jobs/collection';
import type { ReturnedWorkbook } from '../../src/jobs/returns';
import type { DepartmentWorkbook } from '../../src/jobs/split';
import { openFile, type FileWorkbook } from '../../src/workbook/file';
import { booksOf, checkFile, CITY, Clerk, emptied, openExample, truthOf, type Truth } from './round-trip';

type Grid = ExcelJS.CellValue[][];

interface Way {
  readonly name: string;
  /** How a value is typed. */
  readonly write?: (text: string) => ExcelJS.CellValue;
  /** What becomes of the sheet before it is sent. */
  readonly work?: (clerk: Clerk) => void;
  /** Another program, or another name. */
  readonly send?: (clerk: Clerk, department: string) => Promise<ReturnedWorkbook>;
  /** How the match is shown; none where mark and name agree. */
  readonly match?: string;
}

const wide = (text: string): string =>
  text.replace(/[0-9.%]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const isPlain = (text: string): boolean => /^[\d.]+$/.test(text);
const ratio = (text: string): ExcelJS.CellValue => {
  const share = /^([\d.]+)%$/.exec(text);
  if (share && Number(share[1]) <= 100) return Number((Number(share[1]) / 100).toFixed(6));
  return isPlain(text) ? Number(text) : text;
};
const nameOf = (clerk: Clerk, row: Grid[number]): string => String(row[clerk.column('评价指标') - 1]);

function rearrange(clerk: Clerk, move: (row: Grid[number]) => Grid[number]): void {
  for (let row = Clerk.headRow; row <= clerk.sheet.rowCount; row += 1) {
    const values = Array.from({ length: clerk.sheet.columnCount }, (_, at) => clerk.sheet.getCell(row, at + 1).value);
    move(values).forEach((value, at) => (clerk.sheet.getCell(row, at + 1).value = value));
  }
}

async function throughSheetJs(clerk: Clerk, department: string): Promise<ReturnedWorkbook> {
  const book = XLSX.read(Buffer.from(await clerk.book.xlsx.writeBuffer()));
  const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  return { fileName: `${department}.xlsx`, snapshot: openFile(bytes, department).snapshot() };
}

/** Heads and rows typed anew: no cover, no mark, no protection. */
async function retyped(clerk: Clerk, department: string): Promise<ReturnedWorkbook> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  const head = clerk.sheet.getRow(Clerk.headRow).values as ExcelJS.CellValue[];
  for (const row of [head.slice(1), ...clerk.values()]) sheet.addRow(row.filter((_, at) => at !== 1));
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  return { fileName: `${department}回复.xlsx`, snapshot: openFile(bytes, department).snapshot() };
}

const BY_NAME = '没有行标记，按指标名称对应';
const WAYS: readonly Way[] = [
  { name: 'as typed' },
  {
    name: 'renamed so that nothing says whose it is',
    send: (clerk, name) => clerk.send(`新建工作表 (${name.length}).xlsx`),
  },
  { name: 'full-width figures among blanks', write: (text) => `　${wide(text)} ` },
  { name: 'ratios and numbers without a format', write: ratio },
  {
    name: 'whole rows sorted by name',
    work: (clerk) => clerk.rewrite(clerk.values().sort((a, b) => nameOf(clerk, a).localeCompare(nameOf(clerk, b)))),
  },
  {
    name: 'sorted, the hidden column left behind',
    work: (clerk) => {
      const marks = clerk.values().map((row) => row[1]);
      const sorted = clerk.values().reverse();
      clerk.rewrite(sorted.map((row, at) => row.map((value, column) => (column === 1 ? marks[at] : value))));
    },
    match: '行标记与指标名称不符，按指标名称对应',
  },
  {
    name: 'rows inserted before, between and behind',
    work: ({ sheet }) => {
      sheet.insertRow(Clerk.headRow, []);
      sheet.insertRow(Clerk.headRow + 3, []);
      sheet.addRow([]);
      sheet.addRow(['填表人：张三', '', '', '', '审核人：李四']);
    },
  },
  {
    name: 'the value columns moved to the front',
    work: (clerk) => {
      const at = clerk.column('2023年完成值') - 1;
      rearrange(clerk, (row) => [row[at], ...row.slice(0, at), ...row.slice(at + 1)]);
    },
  },
  {
    name: 'a column inserted, the sheet renamed and put among others',
    work: ({ book, sheet }) => {
      sheet.spliceColumns(4, 0, []);
      sheet.name = '填报';
      book.addWorksheet('填报说明').addRow(['我局数据见“填报”表，请查收。']);
    },
  },
  { name: 'the marks deleted', work: ({ sheet }) => sheet.spliceColumns(2, 1), match: BY_NAME },
  { name: 'saved through SheetJS, styles and protection lost', send: throughSheetJs },
  { name: 'retyped into a workbook of its own', send: retyped, match: BY_NAME },
];

/** What the filled example itself leaves a person to look at; the rest of it is sound. */
const PLANTED = ['学校眼保健操普及率', '严重精神障碍患者规范管理率'];
const NOT_REPORTED = ['主城区回收网点覆盖率', '0-6 岁儿童眼保健和视力检查率'];

let truth: Truth;
let books: ReadonlyMap<string, DepartmentWorkbook>;
let wanted: readonly string[];

/** Verdict and sentence of every row: the sentence holds all values that the verdict rests on. */
const verdicts = (file: FileWorkbook): string[] =>
  checkFile(file).tables[0]!.rows.map(
    ({ row, judgement }) =>
      `${row.indicator}: ${judgement.verdict} ${judgement.reason.zh.normalize('NFKC').replace(/\.0(?=%)/g, '')}`,
  );

beforeAll(async () => {
  const filled = openExample('linzi-filled');
  truth = truthOf(filled);
  wanted = verdicts(filled);
  books = booksOf(await emptied('linzi-filled'));
});

async function goRound({ write, work, send }: Way): Promise<{ result: CollectResult; master: FileWorkbook }> {
  const returned: ReturnedWorkbook[] = [];
  for (const [department, book] of books) {
    const clerk = await Clerk.open(book);
    clerk.fillAll(truth, write);
    work?.(clerk);
    returned.push(await (send ?? ((one, name) => one.send(`${name}.xlsx`)))(clerk, department));
  }
  const master = await emptied('linzi-filled');
  const result = collect(master.snapshot(), returned, CITY);
  master.apply(result.plan);
  return { result, master: openFile(master.save(), 'linzi.xlsx') };
}

test.each(WAYS)(
  '$name: every value in its row, every verdict as planted',
  async (way) => {
    const { result, master } = await goRound(way);
    // Words instead of a figure are no value, so the master stays blank there.
    const differs = (line: string): boolean => !NOT_REPORTED.some((name) => line.startsWith(name));
    expect(verdicts(master).filter(differs)).toEqual(wanted.filter(differs));
    expect(result.conflicts).toEqual([]);
    expect(result.unmatched).toEqual([]);
    expect(result.missing.filter(({ kind }) => kind === 'none')).toEqual([]);
    expect(result.unread).toEqual([]);
    expect([...new Set(result.suspicious.map(({ indicator }) => indicator))]).toEqual(PLANTED);
    expect(result.open.map(({ indicator }) => indicator)).toEqual(NOT_REPORTED);
    expect([...new Set(result.looseMatches.map(({ why }) => why.zh))]).toEqual(way.match ? [way.match] : []);
  },
  60_000,
);
