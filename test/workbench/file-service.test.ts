// Owns what goes from the worker to the page: snapshots that read alike, and changes of the grid.
import { readFileSync } from 'node:fs';
import { check } from '../../src/jobs/check';
import { arraySheet, cellOf } from '../../src/sheet/array-sheet';
import { fileService, withRows, type FileService, type Portion } from '../../src/workbench/file-service';
import { packSnapshot, unpackSnapshot } from '../../src/workbench/mirror';
import { newWorkbook, openFile } from '../../src/workbook/file';
import { HostError, type WorkbookSnapshot } from '../../src/workbook/port';
import { example } from '../support/dabiao';

const BYTES = new Uint8Array(readFileSync(example('linzi-filled')));
const SHEET = '附件2';

/** As the page gets it: everything is cloned on its way. */
function open(bytes: Uint8Array = BYTES): { service: FileService; take: () => Portion[] } {
  let portions: Portion[] = [];
  const service = fileService((portion) => portions.push(structuredClone(portion)));
  service.open(bytes, 'a.xlsx');
  return {
    service,
    take: () => {
      const taken = portions;
      portions = [];
      return taken;
    },
  };
}

function cells({ sheets }: WorkbookSnapshot) {
  return sheets.map((sheet) => [
    { ...sheet, cell: null, isRowHidden: null, isColumnHidden: null },
    Array.from({ length: sheet.rowCount + 1 }, (_, row) => [
      sheet.isRowHidden(row),
      Array.from({ length: sheet.columnCount + 1 }, (_, column) => sheet.cell(row, column)),
    ]),
  ]);
}

const ODD = arraySheet(
  [
    ['甲', null, 12.5, true],
    [false, { ...cellOf('1月'), text: '一月' }, cellOf(45000, '2023-03-15', 'yyyy-mm-dd'), ''],
    [{ kind: 'error', value: '#DIV/0!', text: '#DIV/0!', format: 'General', isFormula: true }, '😀', 0],
  ],
  { hiddenRows: [1], hiddenColumns: [2], merges: [{ top: 0, left: 0, bottom: 0, right: 1 }] },
);

test('a snapshot reads the same on the other side', () => {
  const file = openFile(BYTES, 'a.xlsx').snapshot();
  const odd = { ...file, sheets: [ODD, arraySheet([])] };
  for (const snapshot of [file, odd]) {
    const arrived = unpackSnapshot(structuredClone(packSnapshot(snapshot)));
    expect(cells(arrived)).toEqual(cells(snapshot));
    expect({ ...arrived, sheets: [] }).toEqual({ ...snapshot, sheets: [] });
  }
});

test('a check arrives whole', () => {
  const { service, take } = open();
  take();
  const options = { profile: 'city', guarded: true } as const;
  const { tables, ...rest } = structuredClone(service.check(options));
  const rows = take().flatMap((portion) => (portion.kind === 'rows' ? portion.rows : []));
  const arrived = { ...rest, tables: tables.map((table) => withRows(table, rows)) };
  expect(arrived).toEqual(check(openFile(BYTES, 'a.xlsx').snapshot({ sheets: 'visible' }), options));
});

test('a plan is shown as changes of the grid, not as a new workbook', async () => {
  const { service, take } = open();
  expect(take().map(({ kind }) => kind)).toEqual(['model']);
  const result = service.check({ profile: 'city' });
  take();
  await service.apply(result.plan);
  const changes = take();
  expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(['change']));
  await service.apply({ expectations: [], steps: [] });
  expect(take()).toEqual([]);
});

const LOCKED = newWorkbook([
  {
    name: '表',
    blocks: [{ top: 0, left: 0, values: [['甲']], look: 'result' }],
    columnWidths: [10],
    frozenRows: 0,
    print: { orientation: 'portrait', titleRows: null },
    isLocked: true,
  },
]);

test.each([
  { bytes: BYTES, sheet: SHEET, row: 7, refused: false, shown: 0.5 },
  { bytes: LOCKED, sheet: '表', row: 0, refused: true, shown: '甲' },
])(
  'what a person typed is shown as the file has it; refused: $refused',
  async ({ bytes, sheet, row, refused, shown }) => {
    const { service, take } = open(bytes);
    take();
    const column = refused ? 0 : 7;
    const area = { top: row, left: column, bottom: row, right: column };
    const typed = service.edit({ sheet, area, cells: [{ row, column, value: 0.5 }] });
    if (refused) await expect(typed).rejects.toThrow(HostError);
    else await typed;
    expect(take()).toMatchObject([{ change: { sheet, cells: { [row]: { [column]: { v: shown } } } } }]);
  },
);
