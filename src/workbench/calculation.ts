// Owns which formulas read something else after a change, and what they come to. A formula is believed only where the engine
// came to the very result that the file holds; what else depends on the change is stale, never left as it was. No file here.
import type { Cell, Sheet } from '../sheet/sheet';
import { couldDepend, type CellFormula, type CellResult, type WorkbookFormulas } from '../workbook/file';
import type { Engine } from './formula-engine';

/** Half a megabyte that only workbooks with formulas need. */
const loadEngine = () => import('./formula-engine');

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export type PlacedFormula = CellFormula & CellPlace;

/** A workbook at one moment. */
export interface WorkbookState {
  readonly sheets: readonly Sheet[];
  readonly formulas: WorkbookFormulas;
}

export interface Calculated {
  readonly results: readonly (CellResult & CellPlace)[];
  /** All formulas whose results nobody knows any more. */
  readonly stale: readonly CellPlace[];
}

/** Who made a change: a plan writes beside the clerk's table, a person anywhere. */
export type Author = 'person' | 'plan';

/** Of one open workbook. */
export interface Calculation {
  /** Fetches the engine, so that it is there when the page has no server any more. */
  prepare(): Promise<void>;
  /** `changed` are the cells that read differently in `after`. */
  follow(
    before: WorkbookState,
    after: WorkbookState,
    changed: readonly CellPlace[],
    author: Author,
  ): Promise<Calculated>;
}

const UNKNOWN_NAME = '#NAME?';
/** Nothing but a cell of another workbook: no change here reaches it. */
const LINK = /^'?[^'!(]*\[\d+\][^'!(]*'?!\$?[A-Z]{1,3}\$?\d+$/i;

export function calculation(): Calculation {
  let believed: Map<string, boolean> | null = null;
  let engine: Engine | null = null;
  /** Stale by themselves, not by what they read. By `keyOf`. */
  const roots = new Map<string, CellPlace>();
  /** Formulas that the engine cannot read (tables' columns, names it does not know): they may read anything. By `keyOf`. */
  const unread = new Set<string>();
  let lastStale: readonly CellPlace[] = [];

  /** Every formula worked out once over the cells that its stored result was made of. */
  async function calibrate({ sheets, formulas }: WorkbookState): Promise<Map<string, boolean>> {
    const { startEngine } = await loadEngine();
    const all = await startEngine(sheets, formulas).run('all');
    const results = new Map(all.map((result) => [placeOf(result), result]));
    const isBelieved = (formula: PlacedFormula): boolean => {
      const stored = sheetOf(sheets, formula.sheet)?.cell(formula.row, formula.column);
      const result = results.get(placeOf(formula));
      if (result?.isError && stored?.kind !== 'error' && !LINK.test(formula.formula ?? '')) unread.add(keyOf(formula));
      if (!stored || !result || formulas.is1904 || formula.isOfArray) return false;
      return stored.kind === 'blank' ? result.value !== UNKNOWN_NAME : isSameResult(stored, result);
    };
    return new Map(formulas.cells.map((formula) => [keyOf(formula), isBelieved(formula)]));
  }

  /** The engine as the workbook is now. It goes on as long as the formulas are the same. */
  async function engineOf(before: WorkbookState, after: WorkbookState, changed: readonly CellPlace[]): Promise<Engine> {
    if (!engine || shapeOf(before) !== shapeOf(after)) {
      const { startEngine } = await loadEngine();
      return startEngine(after.sheets, after.formulas);
    }
    for (const { sheet, row, column } of changed) {
      const cell = sheetOf(after.sheets, sheet)?.cell(row, column);
      if (cell && !cell.isFormula) engine.set({ sheet, row, column }, cell);
    }
    return engine;
  }

  async function work(
    before: WorkbookState,
    after: WorkbookState,
    changed: readonly CellPlace[],
    author: Author,
  ): Promise<Calculated> {
    const known = (believed ??= await calibrate(before));
    engine = await engineOf(before, after, changed);
    const formulas = new Map(after.formulas.cells.map((formula) => [placeOf(formula), formula]));
    // A check must not unsettle what it has just judged by: no actual value is read from our own columns.
    const isLeft = (formula: PlacedFormula): boolean => author === 'plan' && unread.has(keyOf(formula));
    const results = (await engine.run(changed)).filter((result) => {
      const formula = formulas.get(placeOf(result));
      return formula !== undefined && !isLeft(formula);
    });
    const present = new Set(after.formulas.cells.map(keyOf));
    for (const key of [...roots.keys()]) if (!present.has(key)) roots.delete(key);
    const unsettled = author === 'plan' ? [] : after.formulas.cells;
    for (const formula of unsettled) {
      if (formula.formula === null || unread.has(keyOf(formula))) roots.set(keyOf(formula), formula);
    }
    for (const result of results) {
      const formula = formulas.get(placeOf(result));
      // A formula typed here has no result to be held against.
      const isBelieved = formula && (known.get(keyOf(formula)) ?? result.value !== UNKNOWN_NAME);
      if (formula && !isBelieved) roots.set(keyOf(formula), result);
    }
    const stale = new Map([...roots.values()].map((place) => [placeOf(place), place]));
    if (stale.size > 0) {
      for (const result of await engine.run([...stale.values()])) {
        if (formulas.has(placeOf(result))) stale.set(placeOf(result), result);
      }
    }
    lastStale = [...stale.values()];
    return { results: results.filter((result) => !stale.has(placeOf(result))), stale: lastStale };
  }

  return {
    async prepare() {
      await loadEngine();
    },
    async follow(before, after, changed, author) {
      const { cells, names } = after.formulas;
      const isSame = shapeOf(before) === shapeOf(after);
      if (cells.length === 0 || (isSame && !isReadBy(changed, cells, names))) {
        engine = isSame && engine ? await engineOf(before, after, changed) : null;
        lastStale = cells.length === 0 ? [] : lastStale;
        return { results: [], stale: lastStale };
      }
      try {
        return await work(before, after, changed, author);
      } catch {
        // An engine that gave up has said nothing about any formula.
        engine = null;
        for (const formula of cells) roots.set(keyOf(formula), formula);
        lastStale = cells;
        return { results: [], stale: cells };
      }
    },
  };
}

function placeOf({ sheet, row, column }: CellPlace): string {
  return `${row},${column},${sheet}`;
}

function keyOf(formula: PlacedFormula): string {
  return `${placeOf(formula)}=${formula.formula}`;
}

/** The same sheets with the same formulas: an engine goes on. */
function shapeOf({ sheets, formulas }: WorkbookState): string {
  return JSON.stringify([sheets.map(({ name }) => name), formulas]);
}

function sheetOf(sheets: readonly Sheet[], name: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.name === name);
}

function isReadBy(
  changed: readonly CellPlace[],
  cells: readonly CellFormula[],
  names: WorkbookFormulas['names'],
): boolean {
  const texts = [...cells.map(({ formula }) => formula), ...names.map(({ refersTo }) => refersTo)];
  const formulas = texts.flatMap((formula) => (formula === null ? [] : [{ formula, rows: 0, columns: 0 }]));
  return couldDepend({ areas: strips(changed), sheets: [] }, formulas);
}

/** One area a column over all changed cells in it. */
function strips(changed: readonly CellPlace[]) {
  const found = new Map<number, { top: number; left: number; bottom: number; right: number }>();
  for (const { row, column } of changed) {
    const strip = found.get(column) ?? { top: row, left: column, bottom: row, right: column };
    found.set(column, { ...strip, top: Math.min(strip.top, row), bottom: Math.max(strip.bottom, row) });
  }
  return [...found.values()];
}

/** Numbers may differ where the last digits of sums do. */
const TOLERANCE = 1e-9;

function isSameResult(stored: Cell, { value, isError = false }: CellResult): boolean {
  if ((stored.kind === 'error') !== isError) return false;
  if (typeof stored.value !== 'number' || typeof value !== 'number') return stored.value === value;
  return Math.abs(stored.value - value) <= TOLERANCE * Math.max(Math.abs(stored.value), Math.abs(value));
}
