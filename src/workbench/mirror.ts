// Owns how a snapshot crosses from the worker to the page: each sheet as a few long lists, read there as a sheet again.
// Must not know files: only what a snapshot holds.
import { BLANK_CELL, type Cell, type CellKind, type Sheet } from '../sheet/sheet';
import type { WorkbookSnapshot } from '../workbook/port';

/** One sheet. Lists run row by row over all its cells: tens of thousands of objects or strings would take the page long. */
interface PackedSheet {
  readonly facts: Pick<Sheet, 'name' | 'visibility' | 'isProtected' | 'rowCount' | 'columnCount' | 'merges' | 'tables'>;
  readonly kinds: Uint8Array;
  /** Values that are no texts: numbers, dates, 0 and 1 for no and yes. */
  readonly numbers: Float64Array;
  /** All that is seen, one cell after the other, and where each ends. */
  readonly text: string;
  readonly ends: Uint32Array;
  /** Texts that are shown otherwise than they are stored. */
  readonly storedTexts: ReadonlyMap<number, string>;
  /** Places in `formatNames`. */
  readonly formats: Uint32Array;
  readonly formatNames: readonly string[];
  readonly formulas: Uint8Array;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

export type PackedSnapshot = Omit<WorkbookSnapshot, 'sheets'> & { readonly sheets: readonly PackedSheet[] };

const KINDS: readonly CellKind[] = ['blank', 'text', 'number', 'date', 'boolean', 'error'];

export function packSnapshot(snapshot: WorkbookSnapshot): PackedSnapshot {
  return { ...snapshot, sheets: snapshot.sheets.map(packSheet) };
}

export function unpackSnapshot(packed: PackedSnapshot): WorkbookSnapshot {
  return { ...packed, sheets: packed.sheets.map(unpackSheet) };
}

function packSheet(sheet: Sheet): PackedSheet {
  const { name, visibility, isProtected, rowCount, columnCount, merges, tables } = sheet;
  const size = rowCount * columnCount;
  const kinds = new Uint8Array(size);
  const formats = new Uint32Array(size);
  const formulas = new Uint8Array(size);
  const numbers = new Float64Array(size);
  const ends = new Uint32Array(size);
  const storedTexts = new Map<number, string>();
  let text = '';
  const formatPlaces = new Map<string, number>();
  for (let at = 0; at < size; at += 1) {
    const cell = sheet.cell(Math.floor(at / columnCount), at % columnCount);
    kinds[at] = KINDS.indexOf(cell.kind);
    if (typeof cell.value !== 'string') numbers[at] = Number(cell.value);
    else if (cell.value !== cell.text) storedTexts.set(at, cell.value);
    text += cell.text;
    ends[at] = text.length;
    formats[at] = formatPlaces.get(cell.format) ?? formatPlaces.size;
    formatPlaces.set(cell.format, formats[at] ?? 0);
    formulas[at] = Number(cell.isFormula);
  }
  return {
    facts: { name, visibility, isProtected, rowCount, columnCount, merges, tables },
    kinds,
    numbers,
    text,
    ends,
    storedTexts,
    formats,
    formatNames: [...formatPlaces.keys()],
    formulas,
    hiddenRows: where(rowCount, (row) => sheet.isRowHidden(row)),
    hiddenColumns: where(columnCount, (column) => sheet.isColumnHidden(column)),
  };
}

function where(count: number, holds: (index: number) => boolean): Set<number> {
  return new Set(Array.from({ length: count }, (_, index) => index).filter(holds));
}

function unpackSheet(packed: PackedSheet): Sheet {
  const { facts, hiddenRows, hiddenColumns } = packed;
  return {
    ...facts,
    cell: (row, column) =>
      row < 0 || column < 0 || row >= facts.rowCount || column >= facts.columnCount
        ? BLANK_CELL
        : cellAt(packed, row * facts.columnCount + column),
    isRowHidden: (row) => hiddenRows.has(row),
    isColumnHidden: (column) => hiddenColumns.has(column),
  };
}

function cellAt(
  { kinds, numbers, text, ends, storedTexts, formats, formatNames, formulas }: PackedSheet,
  at: number,
): Cell {
  const kind = KINDS[kinds[at] ?? 0] ?? 'blank';
  const shown = text.slice(ends[at - 1] ?? 0, ends[at]);
  const number = numbers[at] ?? 0;
  const values = { blank: null, boolean: number === 1, number, date: number };
  return {
    kind,
    value: kind === 'text' || kind === 'error' ? (storedTexts.get(at) ?? shown) : values[kind],
    text: shown,
    format: formatNames[formats[at] ?? 0] ?? 'General',
    isFormula: formulas[at] === 1,
  };
}
