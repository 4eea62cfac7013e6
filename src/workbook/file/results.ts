// Owns formulas as a calculation needs them, and putting their results into a worksheet: everything else is copied as it
// stands. Must not calculate.
import { ByteWriter } from './byte-writer';
import { groupedFormulas, readFormula, shiftFormula } from './formula';
import { mayHaveFormulas, outlineOf, SheetDataScanner } from './sheet-data';
import { encodeText, withAttribute } from './xml';
import type { ZipEntry } from './zip';

export interface CellFormula {
  readonly row: number;
  readonly column: number;
  /** Without its `=`; null where the file does not say it as a formula (a data table). */
  readonly formula: string | null;
  /** Its result comes from a formula over several cells. */
  readonly isOfArray: boolean;
}

export interface CellResult {
  readonly row: number;
  readonly column: number;
  /** null: no result, so that the next program works it out. */
  readonly value: string | number | boolean | null;
  /** `value` is the text of an error, as `#DIV/0!`. */
  readonly isError?: boolean;
}

/** Each cell with its own formula, shared ones written out. Throws `XmlError`. */
export function cellFormulas(bytes: Uint8Array): CellFormula[] {
  const { data } = outlineOf(bytes);
  if (!data || !mayHaveFormulas(bytes)) return [];
  const { arrays, shared } = groupedFormulas(bytes, data);
  const isInArray = (row: number, column: number): boolean =>
    arrays.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
  const decoder = new TextDecoder();
  const formulas: CellFormula[] = [];
  const arrayTexts: string[] = [];
  const scanner = new SheetDataScanner(bytes, data);
  while (scanner.nextRow()) {
    while (scanner.nextCell()) {
      const { row, column, formulaStart, formulaEnd } = scanner;
      const isOfArray = arrays.length > 0 && isInArray(row, column);
      if (formulaStart < 0) {
        // Below or beside an array's first cell: all arrays before it could be the one.
        if (isOfArray) formulas.push({ row, column, formula: arrayTexts.join('&') || null, isOfArray });
        continue;
      }
      const { found, formula } = readFormula(decoder.decode(bytes.subarray(formulaStart, formulaEnd)));
      if (isOfArray && formula !== '') arrayTexts.push(`(${formula})`);
      const group = found.get('t') === 'shared' ? shared.get(found.get('si') ?? '') : undefined;
      const own =
        formula === '' && group ? shiftFormula(group.formula, row - group.row, column - group.column) : formula;
      formulas.push({ row, column, formula: found.get('t') === 'dataTable' || own === '' ? null : own, isOfArray });
    }
  }
  return formulas;
}

/** The part with these results; cells that it does not hold are left out. `name` is the part's. Throws `XmlError`. */
export function withResults(name: string, bytes: Uint8Array, results: readonly CellResult[]): Uint8Array | ZipEntry {
  const { data, prefix } = outlineOf(bytes);
  if (!data) return bytes;
  const wanted = new Map(results.map((result) => [placeKey(result.row, result.column), result]));
  const decoder = new TextDecoder();
  const out = new ByteWriter(name, bytes.length + results.length * 40 + 1024);
  const scanner = new SheetDataScanner(bytes, data);
  let copied = 0;
  while (scanner.nextRow()) {
    while (scanner.nextCell()) {
      const result = wanted.get(placeKey(scanner.row, scanner.column));
      if (!result) continue;
      const { cellStart, cellOpenEnd, cellEnd, formulaStart, formulaEnd } = scanner;
      const tag = decoder.decode(bytes.subarray(cellStart, cellOpenEnd)).replace(/\s*\/>$/, '>');
      const formula = formulaStart < 0 ? '' : decoder.decode(bytes.subarray(formulaStart, formulaEnd));
      out.copy(bytes, copied, cellStart);
      out.text(`${typed(tag, result)}${formula}${valueXml(prefix, result)}</${prefix}c>`);
      copied = cellEnd;
    }
  }
  out.copy(bytes, copied, bytes.length);
  return out.finish();
}

function placeKey(row: number, column: number): number {
  return row * 16384 + column;
}

function typed(tag: string, { value, isError }: CellResult): string {
  const type = isError ? 'e' : typeof value === 'string' ? 'str' : typeof value === 'boolean' ? 'b' : null;
  return withAttribute(withAttribute(tag, 'vm', null), 't', type);
}

function valueXml(prefix: string, { value }: CellResult): string {
  if (value === null) return '';
  return `<${prefix}v>${encodeText(String(typeof value === 'boolean' ? Number(value) : value))}</${prefix}v>`;
}
