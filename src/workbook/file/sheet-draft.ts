// Owns changes to one worksheet while a plan is applied, and rewrites the part in one pass: every byte that no change
// touches is copied as it stands. Must not know the workbook's other parts.
import {
  areaContains,
  areasOverlap,
  columnIndex,
  columnLetters,
  formatArea,
  formatCell,
  parseArea,
  type Area,
} from '../../sheet/address';
import type { FilledCell, PlanStep, RowColours, Validation } from '../port';
import type { SheetBefore, RowRun } from './before';
import { ByteWriter } from './byte-writer';
import { colourRulesXml, lowestPriority, withoutOurRules } from './colour-rules';
import { ColumnWidths } from './column-widths';
import { groupedFormulas, type SharedFormula } from './formula';
import { REFUSALS } from './errors';
import { RowWriter, type CellChange, type Replacement, type RowContext, type RowMemory } from './row-writer';
import { mayHaveFormulas, outlineOf, type TopLevelChild, type WorksheetOutline } from './sheet-data';
import { changedValidations, extendedAreas } from './validations';
import { attribute, isTrue, withAttribute, XmlError } from './xml';
import type { ZipEntry } from './zip';

/** The order that the schema asks of a worksheet's children. */
const WORKSHEET_ORDER = [
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
  'dataValidations',
];

/** Room for what a check adds to a row, so that the output seldom has to move. */
const ADDED_BYTES_A_ROW = 300;

export interface SheetDraftContext extends RowContext {
  /** The part's name. */
  readonly path: string;
  readonly before: SheetBefore | null;
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
  private readonly laid: Validation[] = [];
  /** What we wrote, a column each: strips of one column that touch are one. */
  private areas: readonly Area[];
  /** By column: the definitions that stood there before us. */
  private readonly columns: Map<number, string>;
  private colours: readonly RowColours[] | null = null;
  private readonly dimension: string | null;
  private rowRuns: RowRun[] = [];

  /** Throws `XmlError`. */
  constructor(private readonly context: SheetDraftContext) {
    this.outline = outlineOf(context.bytes);
    this.originalWidths = this.xmlOf('cols');
    this.widths = new ColumnWidths(this.originalWidths, this.outline.prefix, this.xmlOf('sheetFormatPr'));
    this.isProtected = isTrue(attribute(this.xmlOf('sheetProtection'), 'sheet'));
    this.areas = areasNamed(context.before?.areas ?? []);
    const columns = Object.entries(context.before?.columns ?? {});
    this.columns = new Map(columns.map(([letters, xml]) => [columnIndex(letters), xml]));
    this.dimension = this.dimensionBeforeUs();
  }

  /** The part as it was. */
  get source(): Uint8Array {
    return this.context.bytes;
  }

  write({ block, widths, validations = [] }: Extract<PlanStep, { kind: 'write' }>): void {
    this.refuseIfProtected();
    const columnCount = Math.max(0, ...block.values.map((row) => row.length), widths?.length ?? 0);
    if (columnCount === 0) return;
    const bottom = block.top + Math.max(1, block.values.length) - 1;
    for (let column = block.left; column < block.left + columnCount; column++)
      this.own({ top: block.top, left: column, bottom, right: column });
    block.values.forEach((row, down) => {
      row.forEach((value, across) => {
        const look = typeof block.look === 'string' ? block.look : (block.look[across] ?? 'text');
        this.change(block.top + down, block.left + across, { value, look });
      });
    });
    widths?.forEach((width, across) => {
      if (width !== null) this.widths.setWidth(block.left + across, width);
    });
    this.laid.push(...validations);
  }

  /** Notes a strip of one column as ours, and what its column was like. */
  private own(strip: Area): void {
    const { left } = strip;
    if (!this.columns.has(left)) this.columns.set(left, this.widths.xmlOver(left, this.columns.values()));
    const touches = (area: Area): boolean =>
      area.left === left && area.top <= strip.bottom + 1 && area.bottom >= strip.top - 1;
    const whole = this.areas.filter(touches).reduce(union, strip);
    this.areas = [...this.areas.filter((area) => !touches(area)), whole];
    this.changedAreas.push(strip);
  }

  fill(cells: readonly FilledCell[]): void {
    for (const { row, column, value, numberFormat, formula } of cells) {
      this.change(row, column, { value, look: null, numberFormat, formula });
      this.filledAreas.push({ top: row, left: column, bottom: row, right: column });
    }
  }

  erase(area: Area): void {
    this.refuseIfProtected();
    this.areas = this.areas.filter((strip) => !areasOverlap(strip, area));
    for (const [column, xml] of this.columns) {
      if (column < area.left || column > area.right || this.areas.some(({ left }) => left === column)) continue;
      this.columns.delete(column);
      this.widths.restore(column, xml, [...this.columns.keys()]);
    }
    this.laid.splice(0, this.laid.length, ...this.laid.filter((one) => !areasOverlap(one.area, area)));
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
    if (this.areas.length === 0) return null;
    const columns = [...this.columns].map(([column, xml]) => [columnLetters(column), xml]);
    return {
      dimension: this.dimension,
      areas: this.areas.map(formatArea),
      columns: Object.fromEntries(columns) as Record<string, string>,
      rows: this.rowRuns,
    };
  }

  /** The part with all changes. */
  render(): Uint8Array | ZipEntry {
    const { bytes } = this.context;
    const { data } = this.outline;
    if (!data) throw new XmlError('no sheet data');
    const out = new ByteWriter(this.context.path, bytes.length + this.changes.size * ADDED_BYTES_A_ROW + 64 * 1024);
    const replacements = [
      ...this.widthReplacement(data),
      ...this.colourReplacements(),
      ...this.validationReplacement(),
      ...this.dimensionReplacement(),
    ];
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
    if (!before || current !== extended(before.dimension, areasNamed(before.areas))) return current;
    return before.dimension;
  }

  private rowMemory(): RowMemory {
    return { runs: this.context.before?.rows ?? [], areas: this.areas };
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

  private validationReplacement(): Replacement[] {
    if (this.laid.length + this.erasures.length === 0) return [];
    const child = this.outline.children.find((found) => found.name === 'dataValidations');
    const xml = child ? this.slice(child.start, child.end) : '';
    const occupied = this.laid.length === 0 ? [] : extendedAreas(this.xmlOf('extLst'));
    const text = changedValidations(xml, { erased: this.erasures, laid: this.laid, occupied }, this.outline.prefix);
    if (text === xml) return [];
    const at = this.insertionPoint('dataValidations');
    return [{ start: child?.start ?? at, end: child?.end ?? at, text }];
  }

  /** The extent that the sheet states: with our areas while they are there, as it was when they are gone. */
  private dimensionReplacement(): Replacement[] {
    const child = this.outline.children.find((found) => found.name === 'dimension');
    if (!child || this.dimension === null) return [];
    const xml = this.slice(child.start, child.end);
    const text = withAttribute(xml, 'ref', extended(this.dimension, [...this.areas, ...this.filledCells()]));
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

function areasNamed(names: readonly string[]): Area[] {
  return names.flatMap((area) => parseArea(area) ?? []);
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
