// Owns formulas after an edit in the workbench: worked out again where the engine can be believed, stale where it cannot.
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { fileService, type FileService } from '../../src/workbench/file-service';
import { unpackSnapshot } from '../../src/workbench/mirror';

type Value =
  string | number | boolean | { readonly formula: string; readonly result?: string | number | boolean } | null;

const HEAD = ['序号', '评价指标', '目标值', '责任部门', '分子', '分母', '2023年完成值', '备注'];

async function workbook(
  rows: readonly (readonly Value[])[],
  others: Record<string, readonly (readonly Value[])[]> = {},
) {
  const book = new ExcelJS.Workbook();
  for (const [name, lines] of Object.entries({ 表: [HEAD, ...rows], ...others })) {
    const sheet = book.addWorksheet(name);
    lines.forEach((line) => sheet.addRow([...line]));
  }
  return book;
}

async function open(book: ExcelJS.Workbook): Promise<FileService> {
  const service = fileService(() => undefined);
  service.open(new Uint8Array(await book.xlsx.writeBuffer()), 'a.xlsx');
  return service;
}

function cellOf(service: FileService, row: number, column: number, sheet = '表') {
  return unpackSnapshot(service.read('all'))
    .sheets.find(({ name }) => name === sheet)
    ?.cell(row, column);
}

async function type(service: FileService, row: number, column: number, value: string | number, formula?: string) {
  const area = { top: row, left: column, bottom: row, right: column };
  const cell = { row, column, value, ...(formula !== undefined && { formula }) };
  return service.edit({ sheet: '表', area, cells: [cell] });
}

function verdicts(service: FileService): Record<string, string> {
  // Judged rows go ahead as portions; the plan's block holds the same words.
  const { plan } = service.check({ profile: 'city' });
  const block = plan.steps.flatMap((step) => (step.kind === 'write' ? [step.block] : []))[0];
  return Object.fromEntries(block?.values.slice(1).map(([verdict], index) => [index + 1, String(verdict)]) ?? []);
}

const partOf = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(bytes)[name]);

const rate = (row: number, result: number) => ({ formula: `ROUND(E${row}/F${row}*100,1)`, result });

const ROWS: readonly (readonly Value[])[] = [
  [1, '建成区绿地率', '≥38', '园林局', 40, 100, rate(2, 40), null],
  [2, '道路装灯率', '≥90', '城管局', 95, 100, rate(3, 95), null],
];

test('a row is judged on what its formula comes to after the edit', async () => {
  const service = await open(await workbook(ROWS));
  expect(verdicts(service)).toMatchObject({ 1: '达标', 2: '达标' });
  await expect(type(service, 1, 4, 30)).resolves.toEqual([]);
  expect(cellOf(service, 1, 6)?.value).toBe(30);
  expect(verdicts(service)).toMatchObject({ 1: '未达标', 2: '达标' });
  await type(service, 1, 4, 39);
  expect(verdicts(service)).toMatchObject({ 1: '达标' });
});

test.each([
  { what: 'a chain', formula: 'H2*2', H2: { formula: 'E2+F2', result: 140 }, result: 280, after: 260 },
  { what: 'another sheet', formula: '别表!A1+1', H2: null, result: 81, after: 61 },
  { what: 'a defined name', formula: 'SUM(两数)', H2: null, result: 140, after: 130 },
  { what: 'a condition in words', formula: 'IF(E2>=40,"有","无")', H2: null, result: '有', after: '无' },
  { what: 'a look-up', formula: 'VLOOKUP(1,A2:F3,5,FALSE)', H2: null, result: 40, after: 30 },
  { what: 'an error', formula: '1/(E2-30)', H2: null, result: 0.1, after: '#DIV/0!' },
  { what: 'a newer function', formula: '_xlfn.IFS(E2>35,1,TRUE,2)', H2: null, result: 1, after: 2 },
  { what: 'a criterion', formula: 'COUNTIF(E2:E3,">35")', H2: null, result: 2, after: 1 },
])('follows $what', async ({ formula, H2, result, after }) => {
  const rows: readonly (readonly Value[])[] = [
    [1, '甲率', '≥38', '园林局', 40, 100, { formula, result }, H2],
    [2, '乙率', '≥90', '城管局', 95, 100, 95, null],
  ];
  const book = await workbook(rows, { 别表: [[{ formula: '表!E2*2', result: 80 }]] });
  book.definedNames.add('表!$E$2:$F$2', '两数');
  const service = await open(book);
  await expect(type(service, 1, 4, 30)).resolves.toEqual([]);
  expect(cellOf(service, 1, 6)?.value).toBe(after);
});

test('a shared formula is followed in each of its cells and stays shared in the file', async () => {
  const book = await workbook([
    [1, '甲率', '≥38', '园林局', 40, 100, null, null],
    [2, '乙率', '≥90', '城管局', 95, 100, null, null],
  ]);
  const sheet = book.getWorksheet('表');
  sheet?.fillFormula('G2:G3', 'E2/F2*100', [40, 95]);
  const service = await open(book);
  await type(service, 2, 4, 50);
  expect([cellOf(service, 1, 6)?.value, cellOf(service, 2, 6)?.value]).toEqual([40, 50]);
  expect(partOf(service.save(), 'xl/worksheets/sheet1.xml')).toMatch(
    /<f t="shared"[^>]*si="0"[^>]*\/?>(?:<\/f>)?<v>50<\/v>/,
  );
});

test.each([
  { what: 'a function that the engine lacks', formula: 'UNKNOWNFUNCTION(E2)', known: '达标' },
  { what: 'a result that the engine does not come to', formula: 'E2*3', known: '需人工判定' },
  { what: 'another workbook', formula: '[1]表!A1+E2', known: '达标' },
])(
  '$what: the row and all that reads it are for a person, and the file keeps no old result',
  async ({ formula, known }) => {
    const rows: readonly (readonly Value[])[] = [
      [1, '甲率', '≥38', '园林局', 40, 100, { formula, result: 99 }, null],
      [2, '乙率', '≥90', '城管局', 95, 100, { formula: 'IFERROR(G2,99)', result: 99 }, null],
      [3, '丙率', '≥90', '城管局', 95, 100, rate(4, 95), null],
    ];
    const service = await open(await workbook(rows));
    expect(verdicts(service)).toMatchObject({ 1: '达标', 2: '达标', 3: '达标' });
    const stale = await type(service, 1, 4, 1);
    expect(stale.map(({ row, column }) => [row, column]).sort()).toEqual([
      [1, 6],
      [2, 6],
    ]);
    expect(verdicts(service)).toMatchObject({ 1: '需人工判定', 2: '需人工判定', 3: '达标' });

    const xml = partOf(service.save(), 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<c r="G3"[^>]*><f>IFERROR\(G2,99\)<\/f><\/c>/);
    expect(xml).not.toContain('待重算');
    expect(partOf(service.save(), 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(cellOf(service, 1, 6)).toMatchObject({ kind: 'error', text: '#待重算' });

    // A value in its place: what reads it is known again, unless its own result was never confirmed.
    await type(service, 1, 6, 95);
    expect(verdicts(service)).toMatchObject({ 1: '达标', 2: known, 3: '达标' });
  },
);

test('what nothing reads leaves every result as it was', async () => {
  const rows: readonly (readonly Value[])[] = [
    [1, '甲率', '≥38', '园林局', 40, 100, { formula: 'NOSUCH(1)', result: 99 }, null],
  ];
  const service = await open(await workbook(rows));
  await expect(type(service, 1, 7, '备注')).resolves.toEqual([]);
  expect(cellOf(service, 1, 6)?.value).toBe(99);
});

test('a typed formula is worked out, and followed', async () => {
  const service = await open(await workbook([[1, '甲率', '≥38', '园林局', 40, 100, 1, null]]));
  await type(service, 1, 6, 0, 'E2/F2*100');
  expect(cellOf(service, 1, 6)?.value).toBe(40);
  await type(service, 1, 4, 50);
  expect(cellOf(service, 1, 6)?.value).toBe(50);
});

test('a check leaves what it has judged by as it is, a formula that the engine cannot read too', async () => {
  const service = await open(
    await workbook([[1, '道路保洁率', '≥90', '城管局', 95, 100, { formula: 'NOSUCH(E2)', result: 95 }, null]]),
  );
  const { plan } = service.check({ profile: 'city' });
  expect(await service.apply(plan)).toEqual([]);
  expect(cellOf(service, 1, 6)?.text).toBe('95');
  expect(await type(service, 1, 4, 94)).toHaveLength(1);
  expect(cellOf(service, 1, 6)?.text).toBe('#待重算');
});

test('a formula that the engine cannot read is never left as it was', async () => {
  const book = await workbook(ROWS);
  book.getWorksheet('表')?.addTable({
    name: '数据',
    ref: 'J1',
    columns: [{ name: '值' }],
    rows: [[95], [5]],
  });
  const sheet = book.getWorksheet('表');
  if (sheet) sheet.getCell('G3').value = { formula: 'SUM(数据[值])', result: 100 };
  const service = await open(book);
  const stale = await type(service, 1, 9, 1);
  expect(stale).toMatchObject([{ row: 2, column: 6 }]);
  expect(verdicts(service)).toMatchObject({ 1: '达标', 2: '需人工判定' });
});
