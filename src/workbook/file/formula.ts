// Owns formulas that belong to several cells: which they are, and how one reads in another cell. Must not calculate.
import { columnIndex, columnLetters, parseArea, type Area } from '../../sheet/address';
import { SheetDataScanner, type TopLevelChild } from './sheet-data';
import { attributesOf, characterData } from './xml';

/** The formula of a shared group, as it stands in its first cell. */
export interface SharedFormula {
  readonly area: Area;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

export interface GroupedFormulas {
  /** Areas of array formulas and data tables of more than one cell. */
  readonly arrays: readonly Area[];
  readonly shared: ReadonlyMap<string, SharedFormula>;
}

export function groupedFormulas(bytes: Uint8Array, data: TopLevelChild): GroupedFormulas {
  const decoder = new TextDecoder();
  const arrays: Area[] = [];
  const shared = new Map<string, SharedFormula>();
  const scanner = new SheetDataScanner(bytes, data);
  while (scanner.nextRow()) {
    while (scanner.nextCell()) {
      if (scanner.formulaStart < 0) continue;
      const { row, column } = scanner;
      const { found, formula } = readFormula(decoder.decode(bytes.subarray(scanner.formulaStart, scanner.formulaEnd)));
      const area = parseArea(found.get('ref') ?? '');
      if (!area) continue;
      if (found.get('t') === 'shared') shared.set(found.get('si') ?? '', { area, row, column, formula });
      else if (area.top !== area.bottom || area.left !== area.right) arrays.push(area);
    }
  }
  return { arrays, shared };
}

/** Attributes and text of an `<f>` element. */
export function readFormula(xml: string): { readonly found: ReadonlyMap<string, string>; readonly formula: string } {
  const openEnd = xml.indexOf('>') + 1;
  const close = xml.lastIndexOf('</');
  return {
    found: attributesOf(xml.slice(0, openEnd)),
    formula: characterData(close < openEnd ? '' : xml.slice(openEnd, close)),
  };
}

const PARTS =
  /"[^"]*"|'[^']*'|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])|(?<![\w.$])(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w(.])|(?<![\w.$:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.])/gi;

/** The formula as it reads `rows` further down and `columns` further right: relative references move with it. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const column = (fixed: string, letters: string): string =>
    fixed + (fixed === '' ? columnLetters(columnIndex(letters) + columns) : letters);
  const row = (fixed: string, number: string): string =>
    fixed + (fixed === '' ? String(Number(number) + rows) : number);
  return formula.replace(PARTS, (whole: string, ...groups: (string | undefined)[]) => {
    const [a, letters, b, number, c, first, d, last, e, top, f, bottom] = groups;
    if (letters !== undefined) return column(a ?? '', letters) + row(b ?? '', number ?? '');
    if (first !== undefined) return `${column(c ?? '', first)}:${column(d ?? '', last ?? '')}`;
    if (top !== undefined) return `${row(e ?? '', top)}:${row(f ?? '', bottom ?? '')}`;
    return whole;
  });
}
