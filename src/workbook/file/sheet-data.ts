// Owns the one forward scan over a worksheet's bytes: its top-level children, rows and cells with where they stand.
// Speed matters here and nowhere else: no text is decoded, nothing is kept. Must not know what a value means.
import { XmlError } from './xml';

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const COLON = 58;

/** Steps from tag to tag; names are told apart by their local part. */
export class TagScanner {
  start = 0;
  end: number;
  nameStart = 0;
  nameEnd = 0;
  isClosing = false;
  isSelfClosed = false;

  constructor(
    readonly bytes: Uint8Array,
    from: number,
    private readonly to: number,
  ) {
    this.end = from;
  }

  /** Goes to the next tag; false at the end. Throws `XmlError`. */
  next(): boolean {
    const { bytes, to } = this;
    let at = this.end;
    for (;;) {
      while (at < to && bytes[at] !== LESS) at++;
      if (at >= to) return false;
      const sign = bytes[at + 1];
      if (sign !== 33 && sign !== 63) break;
      at = this.skipMarkup(at);
    }
    this.start = at++;
    this.isClosing = bytes[at] === SLASH;
    if (this.isClosing) at++;
    this.nameStart = at;
    for (; at < to; at++) {
      const code = bytes[at] ?? 0;
      if (code === COLON) this.nameStart = at + 1;
      else if (code <= 32 || code === GREATER || code === SLASH) break;
    }
    this.nameEnd = at;
    for (; at < to; at++) {
      const code = bytes[at];
      if (code === GREATER) break;
      if (code === 34 || code === 39) {
        at = bytes.indexOf(code, at + 1);
        if (at < 0) throw new XmlError('unclosed attribute');
      }
    }
    if (at >= to) throw new XmlError('unclosed tag');
    this.isSelfClosed = !this.isClosing && bytes[at - 1] === SLASH;
    this.end = at + 1;
    return true;
  }

  is(name: string): boolean {
    if (this.nameEnd - this.nameStart !== name.length) return false;
    for (let at = 0; at < name.length; at++) if (this.bytes[this.nameStart + at] !== name.charCodeAt(at)) return false;
    return true;
  }

  /** From an opening tag to just after its closing tag; answers where the closing tag starts. */
  skipElement(): number {
    if (this.isSelfClosed) return this.end;
    for (let depth = 1; depth > 0;) {
      if (!this.next()) throw new XmlError('unclosed element');
      if (this.isClosing) depth--;
      else if (!this.isSelfClosed) depth++;
    }
    return this.start;
  }

  /** As `skipElement` for an element that holds none of its own name: looks only for its closing tag. */
  skipPlain(qualified: string): number {
    if (this.isSelfClosed) return this.end;
    const { bytes, to } = this;
    const name = new TextEncoder().encode(`/${qualified}`);
    for (let at = this.end; at < to; at++) {
      if (bytes[at] !== LESS) continue;
      if (bytes[at + 1] === 33) return this.skipElement();
      if (bytes[at + 1] !== SLASH || bytes[at + 2] !== name[1]) continue;
      if (!name.every((code, index) => bytes[at + 1 + index] === code)) continue;
      this.end = at;
      this.next();
      return this.start;
    }
    throw new XmlError('unclosed element');
  }

  private skipMarkup(at: number): number {
    const { bytes, to } = this;
    const [last, before] =
      bytes[at + 1] === 63 ? [63, 0] : bytes[at + 2] === 45 ? [45, 45] : bytes[at + 2] === 91 ? [93, 93] : [0, 0];
    if (last === 0) throw new XmlError('unexpected markup');
    for (let end = at + (before === 45 ? 6 : 3); end < to; end++) {
      if (bytes[end] === GREATER && bytes[end - 1] === last && (before === 0 || bytes[end - 2] === before))
        return end + 1;
    }
    throw new XmlError('unclosed markup');
  }
}

/** A top-level child of the worksheet, in bytes. */
export interface TopLevelChild {
  readonly name: string;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

export interface WorksheetOutline {
  /** With its colon, as in front of every element of ours: `` or `x:`. */
  readonly prefix: string;
  readonly openEnd: number;
  readonly children: readonly TopLevelChild[];
  readonly data: TopLevelChild | null;
}

/** Where the worksheet's own children stand. Children of other namespaces keep their prefix in the name. */
export function outlineOf(bytes: Uint8Array): WorksheetOutline {
  const text = new TextDecoder();
  const tags = new TagScanner(bytes, 0, bytes.length);
  if (!tags.next() || tags.isClosing) throw new XmlError('no root');
  const prefix = text.decode(bytes.subarray(tags.start + 1, tags.nameStart));
  const openEnd = tags.end;
  const children: TopLevelChild[] = [];
  if (tags.isSelfClosed) return { prefix, openEnd, children, data: null };
  while (tags.next() && !tags.isClosing) {
    const { start, end: childOpenEnd } = tags;
    const qualified = text.decode(bytes.subarray(start + 1, tags.nameEnd));
    const name = qualified.startsWith(prefix) ? qualified.slice(prefix.length) : qualified;
    const closeStart = name === 'sheetData' ? tags.skipPlain(qualified) : tags.skipElement();
    children.push({ name, start, openEnd: childOpenEnd, closeStart, end: tags.end });
  }
  return { prefix, openEnd, children, data: children.find((child) => child.name === 'sheetData') ?? null };
}

/** Whether a worksheet has any `<f>`; a quick look that may say yes too often. */
export function mayHaveFormulas(bytes: Uint8Array): boolean {
  for (let at = 1; at < bytes.length; at++) {
    if (bytes[at] !== 102) continue;
    const [before, after] = [bytes[at - 1], bytes[at + 1] ?? 0];
    if ((before === LESS || before === COLON) && (after === GREATER || after === SLASH || after <= 32)) return true;
  }
  return false;
}

/** What `t` says a cell's `<v>` holds. */
export const CELL_TYPES = { n: 0, s: 1, str: 2, inlineStr: 3, b: 4, e: 5, d: 6 } as const;

/** Steps through rows and the cells of each row; the fields tell where the present row and cell stand. */
export class SheetDataScanner {
  row = -1;
  rowStart = 0;
  rowOpenEnd = 0;
  rowIsSelfClosed = false;
  rowIsHidden = false;
  /** The style for cells that the row does not hold; -1 when it has none. */
  rowStyle = -1;
  rowCloseStart = 0;
  rowEnd = 0;

  column = -1;
  cellStart = 0;
  cellOpenEnd = 0;
  cellEnd = 0;
  style = 0;
  type: number = CELL_TYPES.n;
  /** Bounds of the content of `<v>`, `<is>`; -1 when there is none. */
  valueStart = -1;
  valueEnd = -1;
  inlineStart = -1;
  inlineEnd = -1;
  /** Bounds of the whole `<f>` element; -1 when there is none. */
  formulaStart = -1;
  formulaEnd = -1;

  private readonly tags: TagScanner;
  private isInRow = false;
  private nameLength = 0;
  private valueFrom = 0;
  private valueTo = 0;

  constructor(
    private readonly bytes: Uint8Array,
    data: TopLevelChild,
  ) {
    this.tags = new TagScanner(bytes, data.openEnd, data.closeStart);
  }

  nextRow(): boolean {
    while (this.isInRow) this.nextCell();
    const { tags } = this;
    while (tags.next()) {
      if (tags.isClosing) throw new XmlError('unexpected closing tag');
      if (!tags.is('row')) {
        tags.skipElement();
        continue;
      }
      this.rowStart = tags.start;
      this.rowOpenEnd = tags.end;
      this.rowCloseStart = this.rowEnd = tags.end;
      this.rowIsSelfClosed = tags.isSelfClosed;
      this.isInRow = !tags.isSelfClosed;
      this.readRowAttributes();
      this.column = -1;
      return true;
    }
    return false;
  }

  nextCell(): boolean {
    const { tags } = this;
    while (this.isInRow) {
      if (!tags.next()) throw new XmlError('unclosed row');
      if (tags.isClosing) {
        this.isInRow = false;
        this.rowCloseStart = tags.start;
        this.rowEnd = tags.end;
        return false;
      }
      if (tags.nameEnd - tags.nameStart !== 1 || this.bytes[tags.nameStart] !== 99) {
        tags.skipElement();
        continue;
      }
      this.readCell();
      return true;
    }
    return false;
  }

  private readCell(): void {
    const { tags } = this;
    this.cellStart = tags.start;
    this.cellOpenEnd = tags.end;
    this.valueStart = this.inlineStart = this.formulaStart = -1;
    this.readCellAttributes();
    if (!tags.isSelfClosed) {
      for (;;) {
        if (!tags.next()) throw new XmlError('unclosed cell');
        if (tags.isClosing) break;
        this.readCellChild();
      }
    }
    this.cellEnd = tags.end;
  }

  private readCellChild(): void {
    const { tags } = this;
    const { start, end, isSelfClosed } = tags;
    const isValue = tags.is('v');
    const isFormula = !isValue && tags.is('f');
    const isInline = !isValue && !isFormula && tags.is('is');
    const close = tags.skipElement();
    if (isFormula) {
      this.formulaStart = start;
      this.formulaEnd = tags.end;
    } else if (isValue && !isSelfClosed) {
      this.valueStart = end;
      this.valueEnd = close;
    } else if (isInline && !isSelfClosed) {
      this.inlineStart = end;
      this.inlineEnd = close;
    }
  }

  /** The next attribute at or after `at`: its name starts at the answer; -1 when there is no more. */
  private nextAttribute(at: number, end: number): number {
    const { bytes } = this;
    while (at < end && ((bytes[at] ?? 0) <= 32 || bytes[at] === SLASH)) at++;
    if (at >= end) return -1;
    let quote = at;
    while (quote < end && bytes[quote] !== 61 && (bytes[quote] ?? 0) > 32) quote++;
    this.nameLength = quote - at;
    while (quote < end && bytes[quote] !== 34 && bytes[quote] !== 39) quote++;
    this.valueFrom = quote + 1;
    let close = quote + 1;
    while (close < end && bytes[close] !== bytes[quote]) close++;
    if (close >= end) return -1;
    this.valueTo = close;
    return at;
  }

  private readRowAttributes(): void {
    const { bytes, tags } = this;
    const end = tags.end - 1;
    let row = this.row + 1;
    let style = -1;
    let isFormatted = false;
    this.rowIsHidden = false;
    for (let at = this.nextAttribute(tags.nameEnd, end); at >= 0; at = this.nextAttribute(this.valueTo + 1, end)) {
      const isShort = this.nameLength === 1;
      if (isShort && bytes[at] === 114) row = this.number() - 1;
      else if (isShort && bytes[at] === 115) style = this.number();
      else if (bytes[at] === 104 && bytes[at + 1] === 105) this.rowIsHidden = this.isTrue();
      else if (bytes[at] === 99 && bytes[at + 6] === 70) isFormatted = this.isTrue();
    }
    if (!(row >= 0 && row < 1048576)) throw new XmlError('row number');
    this.row = row;
    this.rowStyle = isFormatted ? style : -1;
  }

  private readCellAttributes(): void {
    const { bytes, tags } = this;
    const end = tags.end - 1;
    let column = this.column + 1;
    this.style = 0;
    this.type = CELL_TYPES.n;
    for (let at = this.nextAttribute(tags.nameEnd, end); at >= 0; at = this.nextAttribute(this.valueTo + 1, end)) {
      if (this.nameLength !== 1) continue;
      const name = bytes[at];
      if (name === 114) column = this.columnOfReference();
      else if (name === 115) this.style = this.number();
      else if (name === 116) this.type = this.cellType();
    }
    if (!(column >= 0 && column < 16384)) throw new XmlError('cell reference');
    this.column = column;
  }

  private number(): number {
    let value = 0;
    for (let at = this.valueFrom; at < this.valueTo; at++) value = value * 10 + (this.bytes[at] ?? 0) - 48;
    return value;
  }

  private isTrue(): boolean {
    const first = this.bytes[this.valueFrom];
    return first === 49 || first === 116;
  }

  private columnOfReference(): number {
    let column = 0;
    for (let at = this.valueFrom; at < this.valueTo; at++) {
      const letter = (this.bytes[at] ?? 0) & ~32;
      if (letter < 65 || letter > 90) break;
      column = column * 26 + letter - 64;
    }
    return column - 1;
  }

  private cellType(): number {
    const { bytes, valueFrom } = this;
    switch (bytes[valueFrom]) {
      case 115:
        return this.valueTo - valueFrom === 1 ? CELL_TYPES.s : CELL_TYPES.str;
      case 105:
        return CELL_TYPES.inlineStr;
      case 98:
        return CELL_TYPES.b;
      case 101:
        return CELL_TYPES.e;
      case 100:
        return CELL_TYPES.d;
      default:
        return CELL_TYPES.n;
    }
  }
}
