// Owns the workbook file and what the grid shows of it, away from the page's thread: opening, judging and writing a large
// workbook take seconds in which the page must go on answering. Must not know the worker it runs in, nor the page.
import { check, type CheckOptions, type CheckResult } from '../jobs/check';
import type { JudgedRow, JudgedTable } from '../report/judged';
import { openFile, type FileWorkbook } from '../workbook/file';
import type { Plan, ReadOptions } from '../workbook/port';
import { calculation, type Author, type CellPlace, type WorkbookState } from './calculation';
import type { GridEdit } from './grid';
import { changedCells, gridChanges, sheetChanges, type GridChange, type SheetsChange } from './grid-change';
import { gridModel, type GridModel } from './grid-model';
import { packSnapshot, type PackedSnapshot } from './mirror';

/** What comes before the answer, in portions that the page takes in between two frames. */
export type Portion =
  | { readonly kind: 'model'; readonly model: GridModel }
  | { readonly kind: 'sheets'; readonly change: SheetsChange }
  | { readonly kind: 'change'; readonly change: GridChange }
  /** Rows of the check's table of that number. */
  | { readonly kind: 'rows'; readonly table: number; readonly rows: readonly JudgedRow[] };

export interface Opened {
  readonly hasUnseenParts: boolean;
}

/** One method at a time. All throw or reject with a `HostError` and nothing else; the file is then as it was. */
export interface FileService {
  /** First of all, and once. */
  open(bytes: Uint8Array, name: string): Opened;
  read(sheets: ReadOptions['sheets']): PackedSnapshot;
  /** The rows of its tables go ahead as portions. */
  check(options: CheckOptions): CheckResult;
  /** Answers where formulas stand that could not be worked out again. */
  apply(plan: Plan): Promise<readonly CellPlace[]>;
  /** Cells that a person typed. The grid shows them afterwards as the file has them, also when it refused them. */
  edit(edit: GridEdit): Promise<readonly CellPlace[]>;
  save(): Uint8Array;
}

const ROWS_A_PORTION = 500;
/** In a formula's cell when nobody knows what it comes to: an error, so that no row is judged on it. */
const NO_RESULT = { value: '#待重算', isError: true };

/** Equals no cell of a model. */
const TYPED = { s: 'typed' };

/** A table with these rows: the judged rows hold the table's own. */
export function withRows({ table, ...rest }: JudgedTable, rows: readonly JudgedRow[]): JudgedTable {
  return { ...rest, table: { ...table, rows: rows.map(({ row }) => row) }, rows };
}

export function fileService(send: (portion: Portion) => void): FileService {
  let workbook: FileWorkbook;
  let name: string;
  let shown: GridModel;
  let stale: readonly CellPlace[] = [];
  const formulas = calculation();

  function show(): void {
    const model = gridModel(workbook, name);
    const sheets = sheetChanges(shown, model);
    if (sheets === 'other') {
      send({ kind: 'model', model });
    } else {
      if (sheets) send({ kind: 'sheets', change: sheets });
      for (const change of gridChanges(shown, model)) send({ kind: 'change', change });
    }
    shown = model;
  }

  function state(): WorkbookState {
    return { sheets: workbook.snapshot().sheets, formulas: workbook.formulas() };
  }

  /** Formulas come to what they are after the change, and the grid shows both. */
  async function change(author: Author, work: () => void): Promise<readonly CellPlace[]> {
    const before = state();
    try {
      work();
      const changed = changedCells(shown, gridModel(workbook, name));
      const found = await formulas.follow(before, state(), changed, author);
      stale = found.stale;
      workbook.setResults([...found.results, ...stale.map((place) => ({ ...place, ...NO_RESULT }))]);
      return stale;
    } finally {
      show();
    }
  }

  return {
    open(bytes, fileName) {
      name = fileName;
      workbook = openFile(bytes, name);
      shown = gridModel(workbook, name);
      send({ kind: 'model', model: shown });
      // Without it the first change that a formula reads says so.
      if (workbook.formulas().cells.length > 0) formulas.prepare().catch(() => undefined);
      return { hasUnseenParts: workbook.hasUnseenParts() };
    },
    read: (sheets) => packSnapshot(workbook.snapshot({ sheets })),
    check(options) {
      const result = check(workbook.snapshot({ sheets: options.sheets ?? 'visible' }), options);
      result.tables.forEach(({ rows }, table) => {
        for (let start = 0; start < rows.length; start += ROWS_A_PORTION) {
          send({ kind: 'rows', table, rows: rows.slice(start, start + ROWS_A_PORTION) });
        }
      });
      return { ...result, tables: result.tables.map((one) => withRows(one, [])) };
    },
    apply: (plan) => change('plan', () => workbook.apply(plan)),
    edit({ sheet, cells }) {
      // What was typed stands in the grid already; whatever the file has there now is sent again.
      const known = ((shown.sheets[sheet] ??= {}).cellData ??= {});
      for (const { row, column } of cells) (known[row] ??= {})[column] = TYPED;
      return change('person', () => workbook.apply({ expectations: [], steps: [{ kind: 'fill', sheet, cells }] }));
    },
    save() {
      // Without a result the next program works a formula out by itself.
      workbook.setResults(stale.map((place) => ({ ...place, value: null })));
      const bytes = workbook.save();
      workbook.setResults(stale.map((place) => ({ ...place, ...NO_RESULT })));
      return bytes;
    },
  };
}
