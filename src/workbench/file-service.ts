// Owns the workbook file and what the grid shows of it, away from the page's thread: opening, judging and writing a large
// workbook take seconds in which the page must go on answering. Must not know the worker it runs in, nor the page.
import { check, type CheckOptions, type CheckResult } from '../jobs/check';
import type { JudgedRow, JudgedTable } from '../report/judged';
import { openFile, type FileWorkbook } from '../workbook/file';
import type { Plan, ReadOptions } from '../workbook/port';
import type { GridEdit } from './grid';
import { gridChanges, hasSameFrame, type GridChange } from './grid-change';
import { gridModel, type GridModel } from './grid-model';
import { packSnapshot, type PackedSnapshot } from './mirror';

/** What comes before the answer, in portions that the page takes in between two frames. */
export type Portion =
  | { readonly kind: 'model'; readonly model: GridModel }
  | { readonly kind: 'change'; readonly change: GridChange }
  /** Rows of the check's table of that number. */
  | { readonly kind: 'rows'; readonly table: number; readonly rows: readonly JudgedRow[] };

export interface Opened {
  readonly hasUnseenParts: boolean;
}

/** All methods throw a `HostError` and nothing else; the file is then as it was. */
export interface FileService {
  /** First of all, and once. */
  open(bytes: Uint8Array, name: string): Opened;
  read(sheets: ReadOptions['sheets']): PackedSnapshot;
  /** The rows of its tables go ahead as portions. */
  check(options: CheckOptions): CheckResult;
  apply(plan: Plan): void;
  /** Cells that a person typed. The grid shows them afterwards as the file has them, also when it refused them. */
  edit(edit: GridEdit): void;
  save(): Uint8Array;
}

const ROWS_A_PORTION = 500;

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

  function show(): void {
    const model = gridModel(workbook, name);
    if (hasSameFrame(shown, model)) {
      for (const change of gridChanges(shown, model)) send({ kind: 'change', change });
    } else {
      send({ kind: 'model', model });
    }
    shown = model;
  }

  return {
    open(bytes, fileName) {
      name = fileName;
      workbook = openFile(bytes, name);
      shown = gridModel(workbook, name);
      send({ kind: 'model', model: shown });
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
    apply(plan) {
      workbook.apply(plan);
      show();
    },
    edit({ sheet, cells }) {
      // What was typed stands in the grid already; whatever the file has there now is sent again.
      const known = ((shown.sheets[sheet] ??= {}).cellData ??= {});
      for (const { row, column } of cells) (known[row] ??= {})[column] = TYPED;
      try {
        workbook.apply({ expectations: [], steps: [{ kind: 'fill', sheet, cells }] });
      } finally {
        show();
      }
    },
    save: () => workbook.save(),
  };
}
