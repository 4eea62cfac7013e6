// Owns a worksheet as read: compact columns of numbers, from which cells are made when asked for. Read only.
import { parseArea, type Area } from '../../sheet/address';
import { BLANK_CELL, type Cell, type Sheet, type SheetTable, type SheetVisibility } from '../../sheet/sheet';
import { showNumber } from './number-format';
import { decodeEscapes, richText } from './rich-text';
import type { SharedStrings } from './shared-strings';
import { CELL_TYPES, outlineOf, SheetDataScanner, type TopLevelChild, type WorksheetOutline } from './sheet-data';
import type { Styles } from './styles';
import { attribute, attributesOf, characterData, childrenNamed, isTrue, openTag, parseXml } from './xml';

const KINDS = { blank: 0, number: 1, shared: 2, text: 3, boolean: 4, error: 5 } as const;
const FORMULA = 8;
const EPOCH_1904 = 1462;

/** What cells need from the rest of the workbook. */
export interface ReadingContext {
  readonly strings: SharedStrings;
  readonly styles: Styles;
  readonly is1904: boolean;
}

export interface SheetFacts {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly tables: readonly SheetTable[];
}

/** A typed array that grows. */
class Growing<Store extends Uint8Array | Uint16Array | Int32Array | Float64Array> {
  length = 0;
  constructor(
    private readonly make: (length: number) => Store,
    public store: Store = make(1024),
  ) {}

  push(value: number): void {
    if (this.length === this.store.length) {
      const larger = this.make(this.length * 2);
      larger.set(this.store);
      this.store = larger;
    }
    this.store[this.length++] = value;
  }

  at(index: number): number {
    return this.store[index] ?? 0;
  }
}

/** Cells that hold something, in file order, one typed array a field; rows point into them. */
export class SheetCells {
  rowCount = 0;
  columnCount = 0;
  readonly merges: readonly Area[];
  readonly isProtected: boolean;

  private readonly columns = new Growing((length) => new Uint16Array(length));
  private readonly kinds = new Growing((length) => new Uint8Array(length));
  private readonly styleIndexes = new Growing((length) => new Int32Array(length));
  /** The number itself, or an index into the shared strings or `texts`. */
  private readonly values = new Growing((length) => new Float64Array(length));
  private readonly texts: string[] = [];
  /** For row r: its first cell at 2r, just after its last at 2r + 1. */
  private readonly rowBounds = new Growing((length) => new Int32Array(length));
  private readonly hiddenRows = new Set<number>();
  private readonly shownRows = new Set<number>();
  private readonly hiddenColumns: readonly (readonly [number, number])[];
  private readonly areRowsHidden: boolean;

  /** Throws `XmlError`. */
  constructor(
    bytes: Uint8Array,
    private readonly context: ReadingContext,
  ) {
    const outline = outlineOf(bytes);
    const xml = sliceReader(bytes, outline);
    this.areRowsHidden = isTrue(attribute(xml('sheetFormatPr'), 'zeroHeight'));
    this.isProtected = isTrue(attribute(xml('sheetProtection'), 'sheet'));
    this.hiddenColumns = hiddenColumnsOf(xml('cols'));
    this.merges = mergesOf(xml('mergeCells'));
    if (outline.data) this.readCells(bytes, outline.data);
    for (const merge of this.merges) this.blankUnder(merge);
  }

  cell(row: number, column: number): Cell {
    const index = this.find(row, column);
    return index < 0 ? BLANK_CELL : this.cellAt(index);
  }

  /** The style of a cell that holds something; -1 for others. */
  styleOf(row: number, column: number): number {
    const index = this.find(row, column);
    return index < 0 ? -1 : this.styleIndexes.at(index);
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row) || (this.areRowsHidden && !this.shownRows.has(row));
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.some(([first, last]) => column >= first && column <= last);
  }

  private readCells(bytes: Uint8Array, data: TopLevelChild): void {
    const scanner = new SheetDataScanner(bytes, data);
    const decoder = new TextDecoder();
    while (scanner.nextRow()) {
      const { row } = scanner;
      if (scanner.rowIsHidden) this.hiddenRows.add(row);
      else if (this.areRowsHidden) this.shownRows.add(row);
      const first = this.kinds.length;
      while (scanner.nextCell()) this.readCell(bytes, scanner, decoder);
      if (this.kinds.length === first) continue;
      while (this.rowBounds.length < 2 * row + 2) this.rowBounds.push(0);
      this.rowBounds.store[2 * row] = first;
      this.rowBounds.store[2 * row + 1] = this.kinds.length;
      if (row >= this.rowCount) this.rowCount = row + 1;
    }
  }

  private readCell(bytes: Uint8Array, scanner: SheetDataScanner, decoder: TextDecoder): void {
    const { valueStart, valueEnd, inlineStart, type } = scanner;
    let kind: number = KINDS.blank;
    let value = 0;
    if (type === CELL_TYPES.inlineStr) {
      if (inlineStart >= 0) {
        kind = KINDS.text;
        value = this.texts.push(richText(decoder.decode(bytes.subarray(inlineStart, scanner.inlineEnd)))) - 1;
      }
    } else if (valueStart >= 0 && valueEnd > valueStart) {
      const plain = plainNumber(bytes, valueStart, valueEnd);
      const text = Number.isNaN(plain) ? characterData(decoder.decode(bytes.subarray(valueStart, valueEnd))) : '';
      const number = Number.isNaN(plain) ? Number(text) : plain;
      if (type === CELL_TYPES.s) [kind, value] = [KINDS.shared, number];
      else if (type === CELL_TYPES.b) [kind, value] = [KINDS.boolean, number === 1 || text === 'true' ? 1 : 0];
      else if (type === CELL_TYPES.n && !Number.isNaN(number)) [kind, value] = [KINDS.number, number];
      else {
        const serial = type === CELL_TYPES.d ? isoSerial(text, this.context.is1904) : NaN;
        if (!Number.isNaN(serial)) [kind, value] = [KINDS.number, serial];
        else {
          kind = type === CELL_TYPES.e ? KINDS.error : KINDS.text;
          const whole = text === '' ? decoder.decode(bytes.subarray(valueStart, valueEnd)) : text;
          value = this.texts.push(decodeEscapes(whole)) - 1;
        }
      }
    }
    const isFormula = scanner.formulaStart >= 0;
    if (kind === KINDS.blank && !isFormula) return;
    this.columns.push(scanner.column);
    this.kinds.push(kind | (isFormula ? FORMULA : 0));
    this.styleIndexes.push(scanner.style);
    this.values.push(value);
    if (scanner.column >= this.columnCount) this.columnCount = scanner.column + 1;
  }

  private find(row: number, column: number): number {
    if (row < 0 || row >= this.rowCount) return -1;
    const first = this.rowBounds.at(2 * row);
    const end = this.rowBounds.at(2 * row + 1);
    const { store } = this.columns;
    for (let index = first; index < end; index++) if (store[index] === column) return index;
    return -1;
  }

  private cellAt(index: number): Cell {
    const kind = this.kinds.at(index) & ~FORMULA;
    const isFormula = (this.kinds.at(index) & FORMULA) !== 0;
    const format = this.context.styles.formatOf(this.styleIndexes.at(index));
    const value = this.values.at(index);
    switch (kind) {
      case KINDS.number: {
        const serial = this.context.is1904 && format.hasDay ? value + EPOCH_1904 : value;
        const text = showNumber(serial, format);
        return { kind: format.isDate ? 'date' : 'number', value: serial, text, format: format.code, isFormula };
      }
      case KINDS.boolean:
        return {
          kind: 'boolean',
          value: value === 1,
          text: value === 1 ? 'TRUE' : 'FALSE',
          format: format.code,
          isFormula,
        };
      case KINDS.blank:
        return isFormula ? { ...BLANK_CELL, format: format.code, isFormula } : BLANK_CELL;
      default: {
        const text = kind === KINDS.shared ? this.context.strings.at(value) : (this.texts[value] ?? '');
        if (text === '') return isFormula ? { ...BLANK_CELL, format: format.code, isFormula } : BLANK_CELL;
        return { kind: kind === KINDS.error ? 'error' : 'text', value: text, text, format: format.code, isFormula };
      }
    }
  }

  /** What lies under a merge is not seen. */
  private blankUnder(merge: Area): void {
    for (let row = merge.top; row <= Math.min(merge.bottom, this.rowCount - 1); row++) {
      for (let index = this.rowBounds.at(2 * row); index < this.rowBounds.at(2 * row + 1); index++) {
        const column = this.columns.at(index);
        if (column < merge.left || column > merge.right || (row === merge.top && column === merge.left)) continue;
        this.kinds.store[index] = KINDS.blank;
      }
    }
  }
}

export function sheetOf(facts: SheetFacts, cells: () => SheetCells): Sheet {
  return {
    ...facts,
    get isProtected() {
      return cells().isProtected;
    },
    get rowCount() {
      return cells().rowCount;
    },
    get columnCount() {
      return cells().columnCount;
    },
    get merges() {
      return cells().merges;
    },
    cell: (row, column) => cells().cell(row, column),
    isRowHidden: (row) => cells().isRowHidden(row),
    isColumnHidden: (column) => cells().isColumnHidden(column),
  };
}

/** A sheet whose cells were not asked for. */
export function unreadSheet(facts: SheetFacts): Sheet {
  return {
    ...facts,
    isProtected: false,
    rowCount: 0,
    columnCount: 0,
    merges: [],
    cell: () => BLANK_CELL,
    isRowHidden: () => false,
    isColumnHidden: () => false,
  };
}

/** The XML of the worksheet's own child of that name, '' when it has none. */
function sliceReader(bytes: Uint8Array, outline: WorksheetOutline): (name: string) => string {
  const decoder = new TextDecoder();
  return (name) => {
    const child = outline.children.find((found) => found.name === name);
    return child ? decoder.decode(bytes.subarray(child.start, child.end)) : '';
  };
}

function hiddenColumnsOf(cols: string): (readonly [number, number])[] {
  if (!cols.includes('hidden')) return [];
  return childrenNamed(parseXml(cols), 'col').flatMap((element) => {
    const found = attributesOf(openTag(cols, element));
    const range = [Number(found.get('min')) - 1, Number(found.get('max')) - 1] as const;
    return isTrue(found.get('hidden') ?? null) ? [range] : [];
  });
}

function mergesOf(xml: string): Area[] {
  if (xml === '') return [];
  return childrenNamed(parseXml(xml), 'mergeCell').flatMap((element) => {
    const area = parseArea(attribute(openTag(xml, element), 'ref') ?? '');
    return area ?? [];
  });
}

/** Digits, a point and a sign read without making a string; NaN for anything else. */
function plainNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 15) return NaN;
  let at = start;
  const isNegative = bytes[at] === 45;
  if (isNegative) at++;
  let digits = 0;
  let scale = 0;
  let isFraction = false;
  if (at === end) return NaN;
  for (; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (code === 46 && !isFraction) isFraction = true;
    else if (code < 48 || code > 57) return NaN;
    else {
      digits = digits * 10 + code - 48;
      if (isFraction) scale++;
    }
  }
  const value = digits / 10 ** scale;
  return isNegative ? -value : value;
}

const ISO_DATE = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d):(\d\d(?:\.\d{1,9})?))?Z?$/;

/** A Strict workbook's `2024-01-31T12:00:00` as the serial number that other workbooks store. */
function isoSerial(text: string, is1904: boolean): number {
  const match = ISO_DATE.exec(text);
  if (!match || text === '') return NaN;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86400000 + 25569;
  return (days < 61 ? days - 1 : days) - (is1904 ? EPOCH_1904 : 0) + time;
}
