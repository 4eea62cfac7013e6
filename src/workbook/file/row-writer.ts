// Owns the rows of a worksheet being rewritten: cells made, changed and emptied, rows' spans and heights. Rows that nothing
// touches are copied as they stand. Must not know what else is in the sheet.
import { formatCell, type Area } from '../../sheet/address';
import { LOOKS, type Look, type LookName } from '../looks';
import type { CellInput } from '../port';
import type { RowRun } from './before';
import type { ByteWriter } from './byte-writer';
import type { ColumnWidths } from './column-widths';
import { REFUSALS } from './errors';
import { NO_CELL, WITHOUT_STYLE, type CellBefore, type OwnStyles } from './own-styles';
import { readFormula, shiftFormula, type SharedFormula } from './formula';
import { textElement } from './rich-text';
import { wrappedHeight } from './row-height';
import { SheetDataScanner, type TopLevelChild, type WorksheetOutline } from './sheet-data';
import type { Styles } from './styles';
import { attribute, attributesOf, encodeText, isTrue, withAttribute } from './xml';

export interface CellChange {
  readonly value: CellInput;
  /** The look of a cell that is made; null for a value filled into the clerk's cell. */
  readonly look: LookName | null;
  readonly numberFormat?: string | undefined;
  readonly formula?: string | undefined;
}

/** What rows need to know of their sheet. */
export interface RowContext {
  /** The sheet's name, for refusals. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly styles: Styles;
  readonly own: OwnStyles;
}

export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** In the memory of a row, before the height that no person set; nothing follows it when the row stated none. */
const HEIGHT = '|';
/** More different rows than this are not remembered, and so not changed in their opening tags. */
const MOST_RUNS = 2000;

export interface RowMemory {
  readonly runs: readonly RowRun[];
  /** Areas of ours; rows outside them get back what is remembered. */
  readonly areas: readonly Area[];
}

/** Whether a change leaves something to see, so that a cell must stand for it. */
function isShown({ value, look, formula, numberFormat }: CellChange): boolean {
  if (formula !== undefined || numberFormat !== undefined || (value !== null && value !== '')) return true;
  return look !== null && isDrawn(LOOKS[look]);
}

/** Whether an empty cell with this look is seen. */
function isDrawn({ fill, border }: Look): boolean {
  return fill !== undefined || border === true;
}

/** Rewrites the rows that change. */
export class RowWriter {
  hasLostFormula = false;

  private readonly p: string;
  private readonly decoder = new TextDecoder();
  private copied = 0;
  private removedRows = 0;
  private runAt = 0;
  private readonly runs: [number, number, string][] = [];
  private readonly styleCache = new Map<string, number>();

  constructor(
    private readonly context: RowContext,
    outline: WorksheetOutline,
    private readonly out: ByteWriter,
    private readonly columns: ColumnWidths,
    private readonly changes: ReadonlyMap<number, ReadonlyMap<number, CellChange>>,
    private readonly erasures: readonly Area[],
    private readonly isProtected: boolean,
    private readonly memory: RowMemory,
    private readonly broken: ReadonlyMap<string, SharedFormula>,
  ) {
    this.p = outline.prefix;
  }

  rowRuns(): RowRun[] {
    return this.runs;
  }

  write(data: TopLevelChild): void {
    const { bytes } = this.context;
    const pending = [...this.changes.keys()]
      .filter((row) => (this.changes.get(row)?.size ?? 0) > 0)
      .sort((a, b) => a - b);
    const isSelfClosed = data.openEnd === data.end;
    const { position } = this.out;
    let rowCount = 0;
    this.copied = data.start;
    if (isSelfClosed && pending.length > 0) {
      this.out.text(this.decoder.decode(bytes.subarray(data.start, data.openEnd)).replace(/\s*\/>$/, '>'));
      this.copied = data.end;
    }
    let next = 0;
    const scanner = new SheetDataScanner(bytes, data);
    while (!isSelfClosed && scanner.nextRow()) {
      rowCount++;
      const { row } = scanner;
      for (; (pending[next] ?? Infinity) < row; next++) this.newRow(pending[next] ?? 0, scanner.rowStart);
      const changes = this.changes.get(row);
      if (pending[next] === row) next++;
      const erased = this.erasures.filter((area) => row >= area.top && row <= area.bottom);
      const isBroken = [...this.broken.values()].some(({ area }) => row >= area.top && row <= area.bottom);
      if (changes || erased.length > 0 || isBroken || this.remembered(row) !== null)
        this.changeRow(scanner, changes ?? new Map(), erased);
    }
    for (; next < pending.length; next++) this.newRow(pending[next] ?? 0, data.closeStart);
    if (isSelfClosed && pending.length > 0) this.out.text(`</${this.p}sheetData>`);
    this.out.copy(bytes, this.copied, data.end);
    if (this.removedRows === 0 || this.removedRows < rowCount || pending.length > 0) return;
    if (this.out.rewind(position)) this.out.text(`<${this.p}sheetData/>`);
  }

  private replace(start: number, end: number, text: string): void {
    this.out.copy(this.context.bytes, this.copied, start);
    this.out.text(text);
    this.copied = Math.max(this.copied, end);
  }

  private newRow(row: number, at: number): void {
    const cells = [...(this.changes.get(row) ?? [])].sort(([a], [b]) => a - b);
    const xml = cells.map(([column, change]) => this.newCell(row, column, change, -1)).join('');
    if (xml === '') return;
    const [first = 0, last = 0] = [cells[0]?.[0], cells[cells.length - 1]?.[0]];
    const tag = this.rowTag(row, `<${this.p}row r="${row + 1}">`, first, last, this.heightOf(new Map(cells)));
    this.replace(at, at, `${tag}${xml}</${this.p}row>`);
  }

  private changeRow(
    scanner: SheetDataScanner,
    changes: ReadonlyMap<number, CellChange>,
    erased: readonly Area[],
  ): void {
    const { row } = scanner;
    const { rowStart, rowOpenEnd, rowStyle, rowIsSelfClosed } = scanner;
    const edits: Replacement[] = [];
    const columns = [...changes.keys()].sort((a, b) => a - b);
    let next = 0;
    let kept = 0;
    let first = Infinity;
    let last = -1;
    const insert = (below: number, at: number): void => {
      for (; (columns[next] ?? Infinity) < below; next++) {
        const column = columns[next] ?? 0;
        const text = this.newCell(row, column, changes.get(column) ?? { value: null, look: null }, rowStyle);
        if (text === '') continue;
        edits.push({ start: at, end: at, text });
        kept++;
        [first, last] = [Math.min(first, column), Math.max(last, column)];
      }
    };
    while (scanner.nextCell()) {
      const { column, cellStart, cellEnd } = scanner;
      insert(column, cellStart);
      const change = changes.get(column);
      if (columns[next] === column) next++;
      const isErased = !change && erased.some((area) => column >= area.left && column <= area.right);
      if (change) edits.push({ start: cellStart, end: cellEnd, text: this.changedCell(scanner, change) });
      else if (isErased) {
        const text = this.erasedCell(scanner);
        edits.push({ start: cellStart, end: cellEnd, text });
        if (text === '') continue;
      } else {
        const own = this.ownFormula(scanner);
        if (own) edits.push(own);
      }
      kept++;
      [first, last] = [Math.min(first, column), Math.max(last, column)];
    }
    const close = rowIsSelfClosed ? rowOpenEnd : scanner.rowCloseStart;
    insert(Infinity, close);
    const tag = this.slice(rowStart, rowOpenEnd);
    const newTag = this.rowTag(row, tag, first, last, this.heightOf(changes));
    if (edits.length === 0 && newTag === tag) return;
    if (kept === 0 && /^<[^\s]+\s+r="\d+"\s*>$/.test(newTag)) {
      this.replace(rowStart, scanner.rowEnd, '');
      this.removedRows++;
    } else if (kept === 0) this.replace(rowStart, scanner.rowEnd, newTag.replace(/\s*\/?>$/, '/>'));
    else {
      this.replace(rowStart, rowOpenEnd, newTag.replace(/\s*\/>$/, '>'));
      for (const { start, end, text } of edits) this.replace(start, end, text);
      if (rowIsSelfClosed) this.replace(rowOpenEnd, rowOpenEnd, `</${this.p}row>`);
    }
  }

  /** What a row said before us; rows are asked for from the top down. */
  private remembered(row: number): string | null {
    const { runs } = this.memory;
    while ((runs[this.runAt]?.[1] ?? Infinity) < row) this.runAt++;
    const run = runs[this.runAt];
    return run && run[0] <= row ? run[2] : null;
  }

  /**
   * The row's opening tag: its spans cover all cells from `first` to `last`, and a row whose height no person set is as
   * high as our text needs (`height`; null when our text did not change), never lower than before us. What the row said
   * before us is remembered.
   */
  private rowTag(row: number, tag: string, first: number, last: number, height: number | null): string {
    const current = attributesOf(tag);
    const isSet = isTrue(current.get('customHeight') ?? null);
    const stated = isSet ? '' : HEIGHT + (current.get('ht') ?? '');
    const before = this.remembered(row) ?? `${current.get('spans') ?? ''}${stated}`;
    const isOurs = this.memory.areas.some((area) => row >= area.top && row <= area.bottom);
    if (isOurs && this.runs.length >= MOST_RUNS) return tag;
    const [spans = '', free] = before.split(HEIGHT);
    const [from = 1, to = 1] = spans.split(':').map(Number);
    const fits = spans === '' || last < 0 || (first + 1 >= from && last < to);
    const newSpans = fits ? spans : `${Math.min(from, first + 1)}:${Math.max(to, last + 1)}`;
    const spanned = spans === '' ? tag : withAttribute(tag, 'spans', newSpans);
    const fitted = free === undefined || isSet ? spanned : this.fitted(spanned, free, isOurs ? height : 0);
    const isBefore = fits && free !== '' && attribute(fitted, 'ht') === (free ?? current.get('ht') ?? null);
    if (isOurs && !isBefore) this.remember(row, before);
    return fitted;
  }

  /** `free` is the height that the row stated before us, '' for none. */
  private fitted(tag: string, free: string, height: number | null): string {
    if (height === null) return tag;
    const least = free === '' ? this.columns.defaultHeight : Number(free);
    return withAttribute(tag, 'ht', height > least ? String(height) : free === '' ? null : free);
  }

  private remember(row: number, before: string): void {
    const run = this.runs[this.runs.length - 1];
    if (run?.[1] === row - 1 && run[2] === before) run[1] = row;
    else this.runs.push([row, row, before]);
  }

  /** Points that our wrapped text in a row needs; null when none of it changes. */
  private heightOf(changes: ReadonlyMap<number, CellChange>): number | null {
    let height: number | null = null;
    for (const [column, { value, look }] of changes) {
      if (look === null) continue;
      const { wrap }: Look = LOOKS[look];
      const isWrapped = wrap === true && typeof value === 'string';
      const needed = isWrapped ? wrappedHeight(value, this.columns.widthOf(column), this.columns.defaultHeight) : 0;
      height = Math.max(height ?? 0, needed);
    }
    return height;
  }

  /** A cell that the sheet does not hold yet; '' when there is nothing to say. */
  private newCell(row: number, column: number, change: CellChange, rowStyle: number): string {
    if (!isShown(change)) return '';
    const inherited = rowStyle >= 0 ? rowStyle : this.columns.styleOf(column);
    this.refuseIfLocked(inherited);
    const style = this.styleFor(NO_CELL, inherited, change);
    return this.cellXml(`<${this.p}c r="${formatCell(row, column)}"${style === 0 ? '' : ` s="${style}"`}`, change);
  }

  private changedCell(scanner: SheetDataScanner, change: CellChange): string {
    const { style, column, rowStyle } = scanner;
    if (scanner.formulaStart >= 0) this.hasLostFormula = true;
    if (change.look === null && change.value !== null) this.refuseIfLocked(style);
    let tag = this.bareTag(scanner);
    if (isShown(change)) {
      const { own } = this.context;
      const named = attribute(tag, 's') === null ? WITHOUT_STYLE : style;
      const isOurs = own.isOurs(style);
      const before = isOurs ? own.before(style) : named;
      const isMade = isOurs && before === NO_CELL && change.look !== null;
      const base = isMade ? (rowStyle >= 0 ? rowStyle : this.columns.styleOf(column)) : style;
      const wanted = this.styleFor(before, base, change);
      if (wanted !== style) tag = withAttribute(tag, 's', String(wanted));
    }
    return this.cellXml(tag.slice(0, -1), change);
  }

  /** The cell without its value and with the style it had before us; '' when there was no cell. */
  private erasedCell(scanner: SheetDataScanner): string {
    const { style } = scanner;
    const { own } = this.context;
    if (scanner.formulaStart >= 0) this.hasLostFormula = true;
    const tag = this.bareTag(scanner);
    const before = own.isOurs(style) ? own.before(style) : style;
    if (before === NO_CELL) return '';
    const old = before === style ? tag : withAttribute(tag, 's', before === WITHOUT_STYLE ? null : String(before));
    return old.replace(/>$/, '/>');
  }

  /** The cell's opening tag without its type and references to metadata. */
  private bareTag(scanner: SheetDataScanner): string {
    const tag = this.slice(scanner.cellStart, scanner.cellOpenEnd).replace(/\s*\/>$/, '>');
    return ['t', 'cm', 'vm'].reduce((bare, name) => withAttribute(bare, name, null), tag);
  }

  /** `open` is the opening tag without its `>` and without a type. */
  private cellXml(open: string, { value, formula }: CellChange): string {
    const { p } = this;
    if (formula !== undefined) {
      const type = typeof value === 'string' ? ' t="str"' : typeof value === 'boolean' ? ' t="b"' : '';
      const stored = typeof value === 'boolean' ? Number(value) : value;
      const result = stored === null ? '' : `<${p}v>${encodeText(String(stored))}</${p}v>`;
      return `${open}${type}><${p}f>${encodeText(formula)}</${p}f>${result}</${p}c>`;
    }
    if (value === null || value === '') return `${open}/>`;
    if (typeof value === 'string') return `${open} t="inlineStr"><${p}is>${textElement(value, p)}</${p}is></${p}c>`;
    const type = typeof value === 'boolean' ? ' t="b"' : '';
    return `${open}${type}><${p}v>${Number(value)}</${p}v></${p}c>`;
  }

  /**
   * The style for a cell that had `before`: a look over what the cell had, or over `present` (what it has, or inherits)
   * for a cell that we make. A look without fill and border is not worth a change of the clerk's style. Without a look, `present` with the number format that a typed value asks for.
   */
  private styleFor(before: CellBefore, present: number, { look, numberFormat }: CellChange): number {
    if (look === null && numberFormat === undefined) return present;
    const key = `${before} ${present} ${look ?? ''} ${numberFormat ?? ''}`;
    const known = this.styleCache.get(key);
    if (known !== undefined) return known;
    const { styles, own } = this.context;
    if (before > 0 && look !== null && !isDrawn(LOOKS[look])) return before;
    const laidOn = before === NO_CELL ? present : Math.max(before, 0);
    const [base, xml] =
      look === null
        ? [present, styles.xfWithNumberFormat(present, numberFormat ?? 'General')]
        : [laidOn, laidOn === 0 ? styles.xfOf(LOOKS[look]) : styles.xfLike(laidOn, LOOKS[look])];
    const style = base > 0 && xml === styles.itemXml('cellXfs', base) ? base : own.indexOf(xml, before);
    this.styleCache.set(key, style);
    return style;
  }

  private refuseIfLocked(style: number): void {
    if (this.isProtected && !this.context.styles.isUnlocked(style)) throw REFUSALS.protectedSheet(this.context.name);
  }

  /** What a cell's formula reads once the first cell of its group is gone; null when it stays as it is. */
  private ownFormula(scanner: SheetDataScanner): Replacement | null {
    if (scanner.formulaStart < 0 || this.broken.size === 0) return null;
    const { found } = readFormula(this.slice(scanner.formulaStart, scanner.formulaEnd));
    const group = found.get('t') === 'shared' ? this.broken.get(found.get('si') ?? '') : undefined;
    if (!group) return null;
    const formula = shiftFormula(group.formula, scanner.row - group.row, scanner.column - group.column);
    const text = `<${this.p}f>${encodeText(formula)}</${this.p}f>`;
    return { start: scanner.formulaStart, end: scanner.formulaEnd, text };
  }

  private slice(start: number, end: number): string {
    return this.decoder.decode(this.context.bytes.subarray(start, end));
  }
}
