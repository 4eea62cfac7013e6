// Owns how a snapshot crosses from the worker to the page: each sheet as a few long lists, read there as a sheet again.
// Must not know files: only what a snapshot holds.
import { BLANK_CELL, type Cell, type CellKind, type Sheet } from '../sheet/sheet';
import type { WorkbookSnapshot } from '../workbook/port';

/** One sheet. Lists of cells run row by row over the whole sheet: tens of thousands of objects would take the page long. */
interface PackedSheet {
  readonly facts: Pick<Sheet, 'name' | 'visibility' | 'isProtected' | 'rowCount' | 'columnCount' | 'merges' | 'tables'>;
  readonly kinds: Uint8Array;
  readonly values: readonly Cell['value'][];
  readonly texts: readonly string[];
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
  const values: Cell['value'][] = [];
  const texts: string[] = [];
  const formatPlaces = new Map<string, number>();
  for (let at = 0; at < size; at += 1) {
    const cell = sheet.cell(Math.floor(at / columnCount), at % columnCount);
    kinds[at] = KINDS.indexOf(cell.kind);
    values.push(cell.value);
    texts.push(cell.text);
    formats[at] = formatPlaces.get(cell.format) ?? formatPlaces.size;
    formatPlaces.set(cell.format, formats[at] ?? 0);
    formulas[at] = Number(cell.isFormula);
  }
  return {
    facts: { name, visibility, isProtected, rowCount, columnCount, merges, tables },
    kinds,
    values,
    texts,
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
  const { facts, kinds, values, texts, formats, formatNames, formulas, hiddenRows, hiddenColumns } = packed;
  return {
    ...facts,
    cell(row, column) {
      if (row < 0 || column < 0 || row >= facts.rowCount || column >= facts.columnCount) return BLANK_CELL;
      const at = row * facts.columnCount + column;
      return {
        kind: KINDS[kinds[at] ?? 0] ?? 'blank',
        value: values[at] ?? null,
        text: texts[at] ?? '',
        format: formatNames[formats[at] ?? 0] ?? 'General',
        isFormula: formulas[at] === 1,
      };
    },
    isRowHidden: (row) => hiddenRows.has(row),
    isColumnHidden: (column) => hiddenColumns.has(column),
  };
}
