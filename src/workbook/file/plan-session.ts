// Owns one plan being applied to a copy of a workbook's parts: step by step, all or nothing. Must not pack or save.
import { parseArea } from '../../sheet/address';
import type { NewSheet, Plan, PlanStep, StackedBarChart } from '../port';
import { chartXml, drawingXml } from './chart';
import { newSheetXml, printTitles } from './new-sheet';
import {
  BEFORE,
  checksum,
  readBookBefore,
  readSheetBefore,
  removeAllBefore,
  writeBefore,
  type ListBefore,
  type BookBefore,
} from './before';
import { usesFormatFrom } from './colour-rules';
import { readContent, type Content } from './content';
import { couldDepend, type FormulaReach, type ValueChange } from './dependence';
import { REFUSALS } from './errors';
import { OwnStyles } from './own-styles';
import type { Package } from './package';
import { mayHaveFormulas, outlineOf, SheetDataScanner } from './sheet-data';
import { SheetDraft } from './sheet-draft';
import { MINIMAL_STYLES, Styles, type StyleList } from './styles';
import { quoteSheet, replaceSheet, WorkbookDraft, type DraftSheet } from './workbook-draft';
import {
  attribute,
  characterData,
  childrenNamed,
  decodeEntities,
  encodeAttribute,
  encodeText,
  openTag,
  parseXml,
  XmlError,
} from './xml';

const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument';
const STYLES_TYPE = `${OFFICE_TYPE}.spreadsheetml.styles+xml`;
const WORKSHEET_TYPE = `${OFFICE_TYPE}.spreadsheetml.worksheet+xml`;
const DRAWING_TYPE = `${OFFICE_TYPE}.drawing+xml`;
const CHART_TYPE = `${OFFICE_TYPE}.drawingml.chart+xml`;
/** Marks of this kind say which sheets are ours. */
const SHEET_MARK = 'sheet.';
const STYLE_LISTS: readonly StyleList[] = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'];

export class PlanSession {
  private readonly content: Content;
  private readonly book: WorkbookDraft;
  private readonly paths: Map<string, string | null>;
  private readonly drafts = new Map<DraftSheet, SheetDraft>();
  private styleParts: { readonly path: string; readonly styles: Styles } | null = null;
  private own: OwnStyles | null = null;
  private bookBefore: BookBefore;
  private readonly newNames: string[] = [];
  private staysCalculated = false;

  constructor(private readonly parts: Package) {
    this.content = readContent(parts);
    this.book = new WorkbookDraft(this.content.workbook.text);
    this.paths = new Map(this.content.sheets.map((sheet) => [sheet.relationship, sheet.path]));
    this.bookBefore = readBookBefore(this.book) ?? { styles: {} };
  }

  /** Throws a `HostError`; the parts are then to be thrown away. */
  apply(plan: Plan): void {
    try {
      for (const step of plan.steps) this.take(step);
      this.finish();
    } catch (error) {
      if (error instanceof XmlError) throw REFUSALS.damaged(this.parts.fileName, this.content.path);
      throw error;
    }
  }

  private take(step: PlanStep): void {
    switch (step.kind) {
      case 'write':
        return this.draftOf(step.sheet).write(step);
      case 'fill':
        return this.draftOf(step.sheet).fill(step.cells);
      case 'erase':
        return this.draftOf(step.sheet).erase(step.area);
      case 'colour':
        return this.draftOf(step.sheet).colour(step.colours);
      case 'mark':
        return step.marks.forEach((mark) => this.book.setMark(mark));
      case 'unmark':
        return step.names.forEach((name) => this.book.removeMark(name));
      case 'addSheets':
        return this.addSheets(step.sheets);
      case 'removeSheets':
        return this.removeSheets(step.names);
      case 'renameSheets':
        return step.names.forEach(({ from, to }) => this.renameSheet(from, to));
    }
  }

  private refuseIfStructureProtected(): void {
    if (this.book.isStructureProtected) throw REFUSALS.protectedStructure();
  }

  private refuseName(name: string): void {
    const isBad =
      name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'");
    if (isBad) throw REFUSALS.badSheetName(name);
    if (this.book.sheetNamed(name)) throw REFUSALS.nameTaken(name);
  }

  private addSheets(sheets: readonly NewSheet[]): void {
    this.refuseIfStructureProtected();
    for (const sheet of sheets) {
      this.refuseName(sheet.name);
      this.newNames.push(sheet.name);
      const isSelected = this.book.sheets.length === 0;
      const path = this.parts.freeName('xl/worksheets/sheet', '.xml');
      const drawing = sheet.chart ? this.addChart(sheet, sheet.chart, path) : null;
      const context = { styles: this.styles(), dialect: this.content.dialect, drawing, isSelected };
      this.addPart(path, WORKSHEET_TYPE, newSheetXml(sheet, context));
      const relationship = this.relate(this.content.path, 'worksheet', path);
      this.paths.set(relationship, path);
      const added = this.book.addSheet(sheet.name, relationship);
      const titles = printTitles(sheet);
      if (titles !== null) this.book.setName('_xlnm.Print_Titles', titles, added, false);
    }
  }

  /** Answers the relationship of the drawing. */
  private addChart(sheet: NewSheet, chart: StackedBarChart, path: string): string {
    const { dialect } = this.content;
    const chartPath = this.parts.freeName('xl/charts/chart', '.xml');
    this.addPart(chartPath, CHART_TYPE, chartXml(chart, sheet, dialect));
    const drawingPath = this.parts.freeName('xl/drawings/drawing', '.xml');
    const relationship = this.relate(drawingPath, 'chart', chartPath);
    this.addPart(drawingPath, DRAWING_TYPE, drawingXml(chart, dialect, relationship));
    return this.relate(path, 'drawing', drawingPath);
  }

  private addPart(path: string, type: string, content: string): void {
    this.parts.set(path, content);
    this.parts.addContentType(path, type);
  }

  private relate(from: string, type: string, to: string): string {
    return this.parts.addRelationship(from, `${this.content.dialect.relationships}/`, type, to);
  }

  private removeSheets(names: readonly string[]): void {
    this.refuseIfStructureProtected();
    const ours = new Set(
      this.book.marks().flatMap(({ name, place }) => (name.startsWith(SHEET_MARK) && place ? place.sheet : [])),
    );
    for (const name of names) {
      const sheet = this.sheetNamed(name);
      if (!ours.has(sheet.name)) throw REFUSALS.notOurs(name);
      const path = this.pathOf(sheet);
      this.book.removeSheet(sheet);
      this.drafts.delete(sheet);
      writeBefore(this.book, String(sheet.id), null);
      this.parts.removeRelationship(this.content.path, sheet.relationship);
      this.parts.removeWithOwn(path);
    }
  }

  private renameSheet(from: string, to: string): void {
    this.refuseIfStructureProtected();
    const sheet = this.sheetNamed(from);
    if (from.toLowerCase() !== to.toLowerCase()) this.refuseName(to);
    this.book.renameSheet(sheet, to);
  }

  /** Formulas, links and charts follow a sheet that was there before and now has another name. */
  private followRenames(): void {
    const renamed = this.content.sheets.flatMap(({ name, relationship }) => {
      const now = this.book.sheets.find((sheet) => sheet.relationship === relationship)?.name;
      return now === undefined || now === name ? [] : { from: name, to: `${quoteSheet(now)}!` };
    });
    if (renamed.length === 0) return;
    const followed = (formula: string): string =>
      renamed.reduce((text, { from, to }) => replaceSheet(text, from, to), formula);
    for (const path of this.parts.names()) {
      if (!/\/(?:worksheets|charts)\/[^/]*\.xml$/i.test(path)) continue;
      const text = this.parts.text(path);
      const changed = text
        .replace(
          /(<(?:[^\s:<>/]+:)?(?:f|formula|formula1|formula2)(?:\s[^<>]*)?>)([^<]+)(?=<)/g,
          (_, tag: string, formula: string) => tag + encodeText(followed(decodeEntities(formula))),
        )
        .replace(
          /(\slocation=")([^"]*)(?=")/g,
          (_, start: string, place: string) => start + encodeAttribute(followed(decodeEntities(place))),
        );
      if (changed !== text) this.parts.set(path, changed);
    }
  }

  private sheetNamed(name: string): DraftSheet {
    const sheet = this.book.sheetNamed(name);
    if (!sheet) throw REFUSALS.missingSheet(name);
    return sheet;
  }

  private pathOf(sheet: DraftSheet): string {
    const path = this.paths.get(sheet.relationship) ?? null;
    if (path === null) throw REFUSALS.missingSheet(sheet.name);
    return path;
  }

  private draftOf(name: string): SheetDraft {
    const sheet = this.sheetNamed(name);
    const known = this.drafts.get(sheet);
    if (known) return known;
    const styles = this.styles();
    this.own ??= this.ownStyles(styles);
    const draft = new SheetDraft({
      name: sheet.name,
      path: this.pathOf(sheet),
      bytes: this.parts.bytes(this.pathOf(sheet)),
      styles,
      own: this.own,
      before: readSheetBefore(this.book, String(sheet.id)),
    });
    this.drafts.set(sheet, draft);
    return draft;
  }

  private styles(): Styles {
    if (this.styleParts) return this.styleParts.styles;
    let path = this.content.styles;
    if (path === null) {
      path = this.parts.freeName('xl/styles', '.xml');
      this.parts.set(path, MINIMAL_STYLES);
      this.parts.addContentType(path, STYLES_TYPE);
      this.parts.addRelationship(this.content.path, `${this.content.dialect.relationships}/`, 'styles', path);
    }
    const styles = this.parts.read(path, (text) => new Styles(text));
    this.styleParts = { path, styles };
    return styles;
  }

  private ownStyles(styles: Styles): OwnStyles {
    const { cellXfs } = this.bookBefore.styles;
    return new OwnStyles(styles, this.bookBefore, cellXfs !== undefined && isIntact(styles, 'cellXfs', cellXfs));
  }

  private finish(): void {
    for (const [sheet, draft] of this.drafts) {
      this.parts.set(this.pathOf(sheet), draft.render());
      writeBefore(this.book, String(sheet.id), draft.before());
      if (draft.hasLostFormula) this.dropCalculationChain();
    }
    this.followRenames();
    this.calculateWhatDepends();
    this.rememberStyles();
    const isClear = this.book.marks().every((mark) => mark.name.startsWith(BEFORE));
    if (isClear) this.putBookBack();
    else if (Object.keys(this.bookBefore.styles).length > 0 || this.bookBefore.calculation !== undefined) {
      writeBefore(this.book, 'book', this.bookBefore);
    }
    if (this.styleParts && !isClear) this.parts.set(this.styleParts.path, this.styleParts.styles.toString());
    this.parts.set(this.content.path, this.book.toString());
  }

  /** Excel builds the chain again by itself. */
  private dropCalculationChain(): void {
    for (const { id, type, target } of this.parts.relationships(this.content.path)) {
      if (type !== 'calcChain') continue;
      this.parts.removeRelationship(this.content.path, id);
      this.parts.removeContentTypes(new Set([target]));
      this.parts.remove(target);
    }
  }

  /**
   * Formulas that read what we wrote are worked out on opening, until our work is taken out; those that read a value
   * that a person filled in, whatever happens to our work.
   */
  private calculateWhatDepends(): void {
    const drafts = [...this.drafts.values()];
    const ours = { areas: drafts.flatMap((draft) => draft.changedAreas), sheets: this.newNames };
    const filled = { areas: drafts.flatMap((draft) => draft.filledAreas), sheets: [] };
    const old = this.book.calculationXml();
    if (this.isReadByFormulas(filled)) {
      this.bookBefore = { styles: this.bookBefore.styles };
      this.staysCalculated = true;
      this.book.calculateOnOpening();
    } else if (this.isReadByFormulas(ours) && !(old !== null && /\sfullCalcOnLoad="(?:1|true)"/.test(old))) {
      if (this.bookBefore.calculation === undefined) this.bookBefore = { ...this.bookBefore, calculation: old };
      this.book.calculateOnOpening();
    }
  }

  private isReadByFormulas(change: ValueChange): boolean {
    if (change.areas.length === 0 && change.sheets.length === 0) return false;
    const names = this.book.otherFormulas().map((formula) => ({ formula, rows: 0, columns: 0 }));
    if (couldDepend(change, names)) return true;
    const drafted = new Map([...this.drafts].map(([sheet, draft]) => [this.pathOf(sheet), draft.source]));
    return this.content.sheets.some(({ path }) => {
      if (path === null || !this.parts.has(path)) return false;
      return couldDepend(change, formulasOf(drafted.get(path) ?? this.parts.bytes(path)));
    });
  }

  /** Notes how long each style list was before our first entry in it. */
  private rememberStyles(): void {
    const styles = this.styleParts?.styles;
    if (!styles) return;
    const lists: Partial<Record<StyleList, ListBefore>> = {};
    for (const list of STYLE_LISTS) {
      const old = this.bookBefore.styles[list];
      const count = styles.originalCount(list);
      if (old && isIntact(styles, list, old)) lists[list] = old;
      else if (styles.count(list) > count) {
        lists[list] = { count, shape: styles.listXml(list), first: checksum(styles.itemXml(list, count)) };
      }
    }
    const origins = this.own && this.own.origins.size > 0 ? { origins: Object.fromEntries(this.own.origins) } : {};
    this.bookBefore = { ...this.bookBefore, ...origins, styles: lists };
  }

  /** Nothing of ours is left to find: styles that nothing uses go, and calculation is set as it was. */
  private putBookBack(): void {
    const { calculation } = this.bookBefore;
    if (calculation !== undefined && !this.staysCalculated) this.book.setCalculation(calculation);
    removeAllBefore(this.book);
    if (Object.keys(this.bookBefore.styles).length > 0) this.styles();
    const { styles } = this.styleParts ?? { styles: null };
    if (!styles || !this.styleParts) return;
    const text = styles.toString();
    const all = new Styles(text);
    const before = this.bookBefore.styles;
    const cut = this.areOurStylesUsed(before) ? text : all.cutBack(before);
    this.parts.set(this.styleParts.path, cut);
  }

  private areOurStylesUsed(before: BookBefore['styles']): boolean {
    const firstStyle = before.cellXfs?.count ?? Infinity;
    const firstFormat = before.dxfs?.count ?? Infinity;
    const isUsed = (path: string): boolean => {
      if (!/\/(?:worksheets|tables|pivotTables)\/[^/]*\.xml$/i.test(path)) return false;
      const bytes = this.parts.bytes(path);
      return (
        usesStyleFrom(bytes, firstStyle) ||
        usesFormatFrom(new TextDecoder('latin1').decode(withoutData(bytes)), firstFormat)
      );
    };
    return this.parts.names().some(isUsed);
  }
}

function isIntact(styles: Styles, list: StyleList, before: ListBefore): boolean {
  return styles.count(list) > before.count && checksum(styles.itemXml(list, before.count)) === before.first;
}

/** A worksheet without its cells; other parts whole. */
function withoutData(bytes: Uint8Array): Uint8Array {
  const { data } = outlineOf(bytes);
  if (!data) return bytes;
  const rest = new Uint8Array(bytes.length - (data.end - data.start));
  rest.set(bytes.subarray(0, data.start));
  rest.set(bytes.subarray(data.end), data.start);
  return rest;
}

function usesStyleFrom(bytes: Uint8Array, first: number): boolean {
  const outline = outlineOf(bytes);
  if (!outline.data || first === Infinity) return false;
  const cols = outline.children.find((child) => child.name === 'cols');
  const xml = cols ? new TextDecoder().decode(bytes.subarray(cols.start, cols.end)) : '';
  const root = xml === '' ? undefined : parseXml(xml);
  if (root && childrenNamed(root, 'col').some((col) => Number(attribute(openTag(xml, col), 'style') ?? 0) >= first))
    return true;
  const scanner = new SheetDataScanner(bytes, outline.data);
  while (scanner.nextRow()) {
    if (scanner.rowStyle >= first) return true;
    while (scanner.nextCell()) if (scanner.style >= first) return true;
  }
  return false;
}

function* formulasOf(bytes: Uint8Array): Generator<FormulaReach> {
  const { data } = mayHaveFormulas(bytes) ? outlineOf(bytes) : { data: null };
  if (!data) return;
  const decoder = new TextDecoder();
  const scanner = new SheetDataScanner(bytes, data);
  while (scanner.nextRow()) {
    while (scanner.nextCell()) {
      if (scanner.formulaStart < 0) continue;
      const xml = decoder.decode(bytes.subarray(scanner.formulaStart, scanner.formulaEnd));
      const root = parseXml(xml);
      const ref = parseArea(attribute(openTag(xml, root), 'ref') ?? '');
      const [rows, columns] = ref ? [ref.bottom - ref.top, ref.right - ref.left] : [0, 0];
      yield { formula: characterData(xml.slice(root.openEnd, root.closeStart)), rows, columns };
    }
  }
}
