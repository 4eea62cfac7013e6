// Owns changes to one worksheet while a plan is applied, and rewrites the part in one pass: every byte that no change
// touches is copied as it stands. Must not know the workbook's other parts.
import { areaContains, areasOverlap, formatArea, formatCell, parseArea, type Area } from '../../sheet/address';
import { LOOKS, type Look, type LookName } from '../looks';
import type { Block, CellInput, FilledCell, RowColours } from '../port';
import type { SheetBefore, RowRun } from './before';
import { ByteWriter } from './byte-writer';
import { colourRulesXml, lowestPriority, withoutOurRules } from './colour-rules';
import { ColumnWidths } from './column-widths';
import { groupedFormulas, readFormula, shiftFormula, type SharedFormula } from './formula';
import { REFUSALS } from './errors';
import { textElement } from './rich-text';
import { wrappedHeight } from './row-height';
import { mayHaveFormulas, outlineOf, SheetDataScanner, type TopLevelChild, type WorksheetOutline } from './sheet-data';
import type { Styles } from './styles';
import { encodeText, attribute, attributesOf, isTrue, withAttribute, XmlError } from './xml';
import type { ZipEntry } from './zip';

/** The order that the schema asks of a worksheet's children. */
export const WORKSHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
];

/** Room for what a check adds to a row, so that the output seldom has to move. */
const ADDED_BYTES_A_ROW = 300;

interface CellChange {
  readonly value: CellInput;
  /** The look of a cell that is made; null for a value filled into the clerk's cell. */
  readonly look: LookName | null;
  readonly numberFormat?: string | undefined;
  readonly formula?: string | undefined;
}

/** Attributes without effect that say, in a style of ours, that its cell was there before us: without a style, or with `s="0"`. */
const STYLE_NOTES = { none: ' quotePrefix="0"', zero: ' pivotButton="0"' } as const;

/** Says whether a cell style is one that we made. */
export type StyleOwner = (style: number) => boolean;

export interface SheetDraftContext {
  readonly name: string;
  /** The part's name. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly styles: Styles;
  readonly isOurStyle: StyleOwner;
  readonly before: SheetBefore | null;
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export class SheetDraft {
  /** A formula gave way to a value, so the calculation chain no longer holds. */
  hasLostFormula = false;
  /** Areas of ours whose values changed, for formulas that depend on them. */
  readonly changedAreas: Area[] = [];
  /** The same for cells of the clerk's own. */
  readonly filledAreas: Area[] = [];

  private readonly outline: WorksheetOutline;
  private readonly decoder = new TextDecoder();
  private readonly widths: ColumnWidths;
  private readonly originalWidths: string;
  private readonly changes = new Map<number, Map<number, CellChange>>();
  private readonly erasures: Area[] = [];
  private readonly isProtected: boolean;
  private areas: Record<string, string>;
  private colours: readonly RowColours[] | null = null;
  private readonly dimension: string | null;
  private rowRuns: RowRun[] = [];

  /** Throws `XmlError`. */
  constructor(private readonly context: SheetDraftContext) {
    this.outline = outlineOf(context.bytes);
    this.originalWidths = this.xmlOf('cols');
    this.widths = new ColumnWidths(this.originalWidths, this.outline.prefix, this.xmlOf('sheetFormatPr'));
    this.isProtected = isTrue(attribute(this.xmlOf('sheetProtection'), 'sheet'));
    this.areas = { ...context.before?.areas };
    this.dimension = this.dimensionBeforeUs();
  }

  /** The part as it was. */
  get source(): Uint8Array {
    return this.context.bytes;
  }

  write(block: Block, widths: readonly (number | null)[] | undefined): void {
    this.refuseIfProtected();
    const columnCount = Math.max(0, ...block.values.map((row) => row.length), widths?.length ?? 0);
    if (columnCount === 0) return;
    const right = block.left + columnCount - 1;
    const area = { top: block.top, left: block.left, bottom: block.top + Math.max(1, block.values.length) - 1, right };
    this.areas[formatArea(area)] ??= this.widths.xmlOver(area.left, area.right);
    this.changedAreas.push(area);
    block.values.forEach((row, down) => {
      row.forEach((value, across) => {
        const look = typeof block.look === 'string' ? block.look : (block.look[across] ?? 'text');
        this.change(block.top + down, block.left + across, { value, look });
      });
    });
    widths?.forEach((width, across) => {
      if (width !== null) this.widths.setWidth(block.left + across, width);
    });
  }

  fill(cells: readonly FilledCell[]): void {
    for (const { row, column, value, numberFormat, formula } of cells) {
      this.change(row, column, { value, look: null, numberFormat, formula });
      this.filledAreas.push({ top: row, left: column, bottom: row, right: column });
    }
  }

  erase(area: Area): void {
    this.refuseIfProtected();
    const key = formatArea(area);
    const columns = this.areas[key];
    if (columns !== undefined) this.widths.restore(area.left, area.right, columns);
    this.areas = Object.fromEntries(Object.entries(this.areas).filter(([name]) => name !== key));
    for (const [row, cells] of this.changes) {
      for (const column of cells.keys()) if (areaContains(area, row, column)) cells.delete(column);
    }
    this.erasures.push(area);
    this.changedAreas.push(area);
  }

  colour(colours: readonly RowColours[]): void {
    this.refuseIfProtected();
    this.colours = colours;
  }

  /** What is to be remembered about this sheet after `render`; null when nothing of ours is in it. */
  before(): SheetBefore | null {
    if (Object.keys(this.areas).length === 0) return null;
    return { dimension: this.dimension, areas: this.areas, rows: this.rowRuns };
  }

  /** The part with all changes. */
  render(): Uint8Array | ZipEntry {
    const { bytes } = this.context;
    const { data } = this.outline;
    if (!data) throw new XmlError('no sheet data');
    const out = new ByteWriter(this.context.path, bytes.length + this.changes.size * ADDED_BYTES_A_ROW + 64 * 1024);
    const replacements = [...this.widthReplacement(data), ...this.colourReplacements(), ...this.dimensionReplacement()];
    replacements.sort((a, b) => a.start - b.start);
    let at = 0;
    const put = ({ start, end, text }: Replacement): void => {
      out.copy(bytes, at, start);
      out.text(text);
      at = end;
    };
    replacements.filter(({ start }) => start <= data.start).forEach(put);
    out.copy(bytes, at, data.start);
    const rows = new RowWriter(
      this.context,
      this.outline,
      out,
      this.widths,
      this.changes,
      this.erasures,
      this.isProtected,
      this.rowMemory(),
      this.brokenGroups(data),
    );
    rows.write(data);
    at = data.end;
    replacements.filter(({ start }) => start > data.start).forEach(put);
    out.copy(bytes, at, bytes.length);
    this.hasLostFormula = rows.hasLostFormula;
    this.rowRuns = rows.rowRuns();
    return out.finish();
  }

  /** Shared formulas whose first cell gives way. Array formulas are not taken apart. */
  private brokenGroups(data: TopLevelChild): ReadonlyMap<string, SharedFormula> {
    const { bytes, name } = this.context;
    const touched = [...this.changedAreas, ...this.filledAreas];
    if (touched.length === 0 || !mayHaveFormulas(bytes)) return new Map();
    const { arrays, shared } = groupedFormulas(bytes, data);
    for (const array of arrays) {
      const hit = touched.find((area) => areasOverlap(area, array));
      if (hit)
        throw REFUSALS.arrayFormula(name, formatCell(Math.max(hit.top, array.top), Math.max(hit.left, array.left)));
    }
    return new Map(
      [...shared].filter(([, { row, column }]) => touched.some((area) => areaContains(area, row, column))),
    );
  }

  private change(row: number, column: number, change: CellChange): void {
    const cells = this.changes.get(row) ?? new Map<number, CellChange>();
    this.changes.set(row, cells.set(column, change));
  }

  private refuseIfProtected(): void {
    if (this.isProtected) throw REFUSALS.protectedSheet(this.context.name);
  }

  private xmlOf(name: string): string {
    const child = this.outline.children.find((found) => found.name === name);
    return child ? this.slice(child.start, child.end) : '';
  }

  private slice(start: number, end: number): string {
    return this.decoder.decode(this.context.bytes.subarray(start, end));
  }

  /** The extent that the sheet stated without our areas; null when it states none. */
  private dimensionBeforeUs(): string | null {
    const xml = this.xmlOf('dimension');
    const current = xml === '' ? null : attribute(xml, 'ref');
    const { before } = this.context;
    if (!before || current !== extended(before.dimension, areasOf(before.areas))) return current;
    return before.dimension;
  }

  private rowMemory(): RowMemory {
    return { runs: this.context.before?.rows ?? [], areas: areasOf(this.areas) };
  }

  private insertionPoint(name: string): number {
    const rank = WORKSHEET_ORDER.indexOf(name);
    let at = this.outline.openEnd;
    for (const child of this.outline.children) {
      const childRank = WORKSHEET_ORDER.indexOf(child.name);
      if (childRank >= 0 && childRank <= rank) at = child.end;
    }
    return at;
  }

  private widthReplacement(data: TopLevelChild): Replacement[] {
    const text = this.widths.toString();
    const child = this.outline.children.find((found) => found.name === 'cols');
    if (child) return text === this.originalWidths ? [] : [{ start: child.start, end: child.end, text }];
    return text === '' ? [] : [{ start: data.start, end: data.start, text }];
  }

  private colourReplacements(): Replacement[] {
    if (!this.colours) return [];
    const found: Replacement[] = [];
    let lowest = 0;
    for (const { name, start, end } of this.outline.children) {
      if (name !== 'conditionalFormatting' && name !== 'extLst') continue;
      const xml = this.slice(start, end);
      const kept = name === 'extLst' ? xml : withoutOurRules(xml);
      if (kept !== xml) found.push({ start, end, text: kept });
      lowest = Math.max(lowest, lowestPriority(kept));
    }
    const text = colourRulesXml(this.colours, this.context.styles, lowest, this.outline.prefix);
    const at = this.insertionPoint('conditionalFormatting');
    return text === '' ? found : [...found, { start: at, end: at, text }];
  }

  /** The extent that the sheet states: with our areas while they are there, as it was when they are gone. */
  private dimensionReplacement(): Replacement[] {
    const child = this.outline.children.find((found) => found.name === 'dimension');
    if (!child || this.dimension === null) return [];
    const xml = this.slice(child.start, child.end);
    const text = withAttribute(xml, 'ref', extended(this.dimension, [...areasOf(this.areas), ...this.filledCells()]));
    return text === xml ? [] : [{ start: child.start, end: child.end, text }];
  }

  private filledCells(): Area[] {
    return [...this.changes].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { look, value }]) =>
        look === null && value !== null ? { top: row, left: column, bottom: row, right: column } : [],
      ),
    );
  }
}

function areasOf(areas: Readonly<Record<string, string>>): Area[] {
  return Object.keys(areas).flatMap((area) => parseArea(area) ?? []);
}

/** A stated extent with more areas in it; as it stands when it covers them. */
function extended(dimension: string | null, areas: readonly Area[]): string | null {
  const stated = dimension === null ? null : parseArea(dimension);
  if (!stated || areas.every((area) => contains(stated, area))) return dimension;
  return formatArea(areas.reduce(union, stated));
}

function contains(outer: Area, inner: Area): boolean {
  return (
    inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right
  );
}

function union(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** Says in the memory of a row that it had no height of its own. */
const FREE_HEIGHT = '|';
/** More different rows than this are not remembered, and so not changed in their opening tags. */
const MOST_RUNS = 400;

interface RowMemory {
  readonly runs: readonly RowRun[];
  /** Areas of ours; rows outside them get back what is remembered. */
  readonly areas: readonly Area[];
}

/** Rewrites the rows that change. */
class RowWriter {
  hasLostFormula = false;

  private readonly p: string;
  private readonly decoder = new TextDecoder();
  private copied = 0;
  private removedRows = 0;
  private readonly runs: [number, number, string][] = [];
  private readonly styleCache = new Map<string, number>();

  constructor(
    private readonly context: SheetDraftContext,
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

  private remembered(row: number): string | null {
    return this.memory.runs.find(([first, last]) => row >= first && row <= last)?.[2] ?? null;
  }

  /**
   * The row's opening tag: its spans cover all cells from `first` to `last`, and a row without a height of its own is as
   * high as our text needs (`height`; null when our text did not change). What the row said before us is remembered.
   */
  private rowTag(row: number, tag: string, first: number, last: number, height: number | null): string {
    const current = attributesOf(tag);
    const before = this.remembered(row) ?? `${current.get('spans') ?? ''}${current.has('ht') ? '' : FREE_HEIGHT}`;
    const isOurs = this.memory.areas.some((area) => row >= area.top && row <= area.bottom);
    if (isOurs && this.runs.length >= MOST_RUNS) return tag;
    const spans = before.replace(FREE_HEIGHT, '');
    const [from = 1, to = 1] = spans.split(':').map(Number);
    const fits = spans === '' || last < 0 || (first + 1 >= from && last < to);
    const newSpans = fits ? spans : `${Math.min(from, first + 1)}:${Math.max(to, last + 1)}`;
    const isFree = before.endsWith(FREE_HEIGHT) && !isTrue(current.get('customHeight') ?? null);
    if (isOurs && (isFree || !fits)) this.remember(row, before);
    const spanned = spans === '' ? tag : withAttribute(tag, 'spans', newSpans);
    if (!isFree || (isOurs && height === null)) return spanned;
    const needed = isOurs && height !== null && height > this.columns.defaultHeight ? String(height) : null;
    return withAttribute(spanned, 'ht', needed);
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
    if (change.formula === undefined && (change.value === null || change.value === '')) return '';
    const inherited = rowStyle >= 0 ? rowStyle : this.columns.styleOf(column);
    this.refuseIfLocked(inherited);
    const style = change.look === null ? this.typedStyle(inherited, change) : this.styleFor(inherited, change.look);
    return this.cellXml(`<${this.p}c r="${formatCell(row, column)}"${style === 0 ? '' : ` s="${style}"`}`, change);
  }

  private changedCell(scanner: SheetDataScanner, change: CellChange): string {
    const { style } = scanner;
    if (scanner.formulaStart >= 0) this.hasLostFormula = true;
    if (change.look === null && change.value !== null) this.refuseIfLocked(style);
    let tag = this.bareTag(scanner);
    if (change.look !== null && style === 0 && change.value !== null) {
      const note = attribute(tag, 's') === null ? STYLE_NOTES.none : STYLE_NOTES.zero;
      tag = withAttribute(tag, 's', String(this.context.styles.styleOf(LOOKS[change.look], note)));
    }
    if (change.numberFormat !== undefined) tag = withAttribute(tag, 's', String(this.typedStyle(style, change)));
    return this.cellXml(tag.slice(0, -1), change);
  }

  /** The cell without its value and with the style it had before us; '' when there was no cell. */
  private erasedCell(scanner: SheetDataScanner): string {
    const { style } = scanner;
    if (scanner.formulaStart >= 0) this.hasLostFormula = true;
    const tag = this.bareTag(scanner);
    if (!this.context.isOurStyle(style)) return tag.replace(/>$/, '/>');
    const xf = this.context.styles.itemXml('cellXfs', style);
    if (xf.includes(STYLE_NOTES.none)) return withAttribute(tag, 's', null).replace(/>$/, '/>');
    return xf.includes(STYLE_NOTES.zero) ? withAttribute(tag, 's', '0').replace(/>$/, '/>') : '';
  }

  /** The cell's opening tag without its type and references to metadata. */
  private bareTag(scanner: SheetDataScanner): string {
    const tag = this.slice(scanner.cellStart, scanner.cellOpenEnd).replace(/\s*\/>$/, '>');
    return ['t', 'cm', 'vm'].reduce((bare, name) => withAttribute(bare, name, null), tag);
  }

  /** The cell's own style, with the number format that a typed value asks for. */
  private typedStyle(style: number, { numberFormat }: CellChange): number {
    return numberFormat === undefined ? style : this.context.styles.withNumberFormat(style, numberFormat);
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

  private styleFor(inherited: number, look: LookName): number {
    const key = `${inherited} ${look}`;
    const known = this.styleCache.get(key);
    if (known !== undefined) return known;
    const { styles } = this.context;
    const style = inherited === 0 ? styles.styleOf(LOOKS[look]) : styles.styleLike(inherited, LOOKS[look]);
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
