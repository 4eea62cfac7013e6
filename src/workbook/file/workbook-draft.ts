// Owns changes to the workbook part while a plan is applied: sheets, defined names, our marks, calculation on opening.
import { formatArea, parseArea, type Area } from '../../sheet/address';
import type { Mark } from '../port';
import {
  childNamed,
  encodeAttribute,
  encodeText,
  insertionPoint,
  isSelfClosed,
  openTag,
  outerXml,
  withAttribute,
  XmlEdits,
  type XmlElement,
} from './xml';
import { readWorkbook, WORKBOOK_ORDER, type DefinedName, type WorkbookPart } from './workbook-part';

export const MARK_PREFIX = '_dabiao.';

export interface DraftSheet {
  name: string;
  readonly id: number;
  readonly relationship: string;
  /** Where it stood when the draft began; null for a new one. */
  readonly originalIndex: number | null;
  readonly element: XmlElement | null;
}

interface DraftName {
  readonly name: string;
  refersTo: string;
  readonly sheet: DraftSheet | null;
  readonly isHidden: boolean;
  readonly source: DefinedName | null;
}

/** A sheet's name as it must stand in a formula. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** `Sheet!$A$1:$B$2`, as a defined name refers to a place. */
export function placeFormula(sheet: string, area: Area): string {
  const absolute = formatArea(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `${quoteSheet(sheet)}!${absolute}`;
}

const PLACE = /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)$/i;

export function readPlace(formula: string): { readonly sheet: string; readonly area: Area } | null {
  const match = PLACE.exec(formula);
  const area = match && parseArea(match[3] ?? '');
  if (!area) return null;
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? '', area };
}

function readMark(name: string, refersTo: string): Mark {
  const text = /^"(.*)"$/s.exec(refersTo);
  if (text) return { name, place: null, text: (text[1] ?? '').replaceAll('""', '"') };
  return { name, place: readPlace(refersTo), text: null };
}

function markFormula(mark: Mark): string {
  if (mark.place) return placeFormula(mark.place.sheet, mark.place.area);
  return `"${(mark.text ?? '').replaceAll('"', '""')}"`;
}

export class WorkbookDraft {
  readonly sheets: DraftSheet[];
  private names: DraftName[];
  private readonly part: WorkbookPart;
  private calculation: string | null | undefined;

  /** Throws `XmlError`. */
  constructor(text: string) {
    this.part = readWorkbook(text);
    this.sheets = this.part.sheets.map((sheet, originalIndex) => ({ ...sheet, originalIndex }));
    this.names = this.part.names.map((source) => ({
      name: source.name,
      refersTo: source.refersTo,
      sheet: source.localSheet === null ? null : (this.sheets[source.localSheet] ?? null),
      isHidden: source.isHidden,
      source,
    }));
  }

  get isStructureProtected(): boolean {
    return this.part.isStructureProtected;
  }

  /** Excel compares sheet names without case. */
  sheetNamed(name: string): DraftSheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  }

  marks(): Mark[] {
    return this.names.flatMap(({ name, refersTo, sheet }) =>
      sheet === null && name.startsWith(MARK_PREFIX) ? readMark(name.slice(MARK_PREFIX.length), refersTo) : [],
    );
  }

  setMark(mark: Mark): void {
    this.setName(`${MARK_PREFIX}${mark.name}`, markFormula(mark), null, true);
  }

  removeMark(name: string): void {
    this.names = this.names.filter((found) => found.name !== `${MARK_PREFIX}${name}` || found.sheet !== null);
  }

  setName(name: string, refersTo: string, sheet: DraftSheet | null, isHidden: boolean): void {
    const found = this.names.find((known) => known.name === name && known.sheet === sheet);
    if (found) found.refersTo = refersTo;
    else this.names.push({ name, refersTo, sheet, isHidden, source: null });
  }

  /** Formulas of names other than our marks, for questions of who depends on what. */
  otherFormulas(): string[] {
    return this.names.flatMap(({ name, refersTo }) => (name.startsWith(MARK_PREFIX) ? [] : refersTo));
  }

  addSheet(name: string, relationship: string): DraftSheet {
    const id = Math.max(0, ...this.sheets.map((sheet) => sheet.id)) + 1;
    const sheet = { name, id, relationship, originalIndex: null, element: null };
    this.sheets.push(sheet);
    return sheet;
  }

  /** Names of the sheet's own go with it; other names that lead there lead nowhere. */
  removeSheet(sheet: DraftSheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.names = this.names.filter((name) => name.sheet !== sheet);
    for (const name of this.names) name.refersTo = replaceSheet(name.refersTo, sheet.name, '#REF!');
  }

  renameSheet(sheet: DraftSheet, name: string): void {
    const old = sheet.name;
    sheet.name = name;
    for (const found of this.names) found.refersTo = replaceSheet(found.refersTo, old, `${quoteSheet(name)}!`);
  }

  /** The calculation settings as they stand (`null`: none). */
  calculationXml(): string | null {
    if (this.calculation !== undefined) return this.calculation;
    const element = childNamed(this.part.root, 'calcPr');
    return element ? outerXml(this.part.text, element) : null;
  }

  setCalculation(xml: string | null): void {
    this.calculation = xml;
  }

  /** Every formula is to be worked out anew when the workbook is opened. */
  calculateOnOpening(): void {
    const old = this.calculationXml() ?? `<${this.part.prefix}calcPr/>`;
    const tag = old.slice(0, old.indexOf('>') + 1);
    this.calculation = withAttribute(tag, 'fullCalcOnLoad', '1') + old.slice(tag.length);
  }

  toString(): string {
    const { text, root } = this.part;
    const edits = new XmlEdits(text);
    this.editSheets(edits);
    this.editNames(edits);
    if (this.calculation !== undefined) {
      const element = childNamed(root, 'calcPr');
      if (element) edits.replace(element.start, element.end, this.calculation ?? '');
      else if (this.calculation !== null)
        edits.insert(insertionPoint(root, WORKBOOK_ORDER, 'calcPr'), this.calculation);
    }
    return edits.toString();
  }

  private editSheets(edits: XmlEdits): void {
    const { text, root, prefix: p } = this.part;
    const kept = new Set(this.sheets.map((sheet) => sheet.element));
    for (const { element } of this.part.sheets) if (!kept.has(element)) edits.remove(element);
    const added: string[] = [];
    for (const { name, id, relationship, element } of this.sheets) {
      if (!element) {
        added.push(
          `<${p}sheet name="${encodeAttribute(name)}" sheetId="${id}" ${this.relationshipAttribute}="${relationship}"/>`,
        );
      } else if (this.part.sheets.find((sheet) => sheet.element === element)?.name !== name) {
        edits.replace(element.start, element.openEnd, withAttribute(openTag(text, element), 'name', name));
      }
    }
    const list = childNamed(root, 'sheets');
    if (list && isSelfClosed(text, list)) {
      edits.replace(list.start, list.end, `<${p}sheets>${added.join('')}</${p}sheets>`);
    } else if (list && added.length > 0)
      edits.insert(list.children[list.children.length - 1]?.end ?? list.openEnd, added.join(''));
    if (this.sheets.length !== this.part.sheets.length || added.length > 0) this.editViews(edits);
  }

  /** The tab in front stays in front; when it goes, the first sheet takes its place. */
  private editViews(edits: XmlEdits): void {
    const { text, root } = this.part;
    for (const view of childNamed(root, 'bookViews')?.children ?? []) {
      let tag = openTag(text, view);
      for (const name of ['activeTab', 'firstSheet']) {
        const old = new RegExp(`\\s${name}="(\\d+)"`).exec(tag)?.[1];
        if (old === undefined) continue;
        const now = Math.max(
          0,
          this.sheets.findIndex((sheet) => sheet.originalIndex === Number(old)),
        );
        if (now !== Number(old)) tag = withAttribute(tag, name, String(now));
      }
      edits.replace(view.start, view.openEnd, tag);
    }
  }

  private editNames(edits: XmlEdits): void {
    const { text, root, prefix: p } = this.part;
    const list = childNamed(root, 'definedNames');
    const kept = new Map(this.names.flatMap((name) => (name.source ? [[name.source, name] as const] : [])));
    if (list && this.names.length === 0) {
      edits.remove(list);
      return;
    }
    for (const source of this.part.names) {
      const now = kept.get(source);
      if (!now) edits.remove(source.element);
      else this.editName(edits, source, now);
    }
    const added = this.names
      .filter((name) => name.source === null)
      .map(({ name, refersTo, sheet, isHidden }) => {
        const local = sheet ? ` localSheetId="${this.sheets.indexOf(sheet)}"` : '';
        const hidden = isHidden ? ' hidden="1"' : '';
        return `<${p}definedName name="${encodeAttribute(name)}"${local}${hidden}>${encodeText(refersTo)}</${p}definedName>`;
      })
      .join('');
    if (added === '') return;
    if (!list) {
      edits.insert(
        insertionPoint(root, WORKBOOK_ORDER, 'definedNames'),
        `<${p}definedNames>${added}</${p}definedNames>`,
      );
    } else if (list.openEnd === list.end) {
      const tag = openTag(text, list).replace(/\s*\/>$/, '>');
      edits.replace(list.start, list.end, `${tag}${added}</${p}definedNames>`);
    } else {
      edits.insert(list.children[list.children.length - 1]?.end ?? list.openEnd, added);
    }
  }

  private editName(edits: XmlEdits, source: DefinedName, now: DraftName): void {
    const { element } = source;
    const local = now.sheet ? this.sheets.indexOf(now.sheet) : null;
    if (local !== source.localSheet && local !== null) {
      const tag = withAttribute(openTag(this.part.text, element), 'localSheetId', String(local));
      edits.replace(element.start, element.openEnd, tag);
    }
    if (now.refersTo !== source.refersTo) edits.replace(element.openEnd, element.closeStart, encodeText(now.refersTo));
  }

  /** The relationship attribute as this file writes it (`r:id`). */
  private get relationshipAttribute(): string {
    const { text, sheets } = this.part;
    const tag = sheets[0] ? openTag(text, sheets[0].element) : '';
    return /\s([^\s=:]+:id)\s*=/.exec(tag)?.[1] ?? 'r:id';
  }
}

/** The formula with references to one sheet put in other words (`replacement` ends with `!`). */
export function replaceSheet(formula: string, sheet: string, replacement: string): string {
  if (formula.startsWith('"')) return formula;
  const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const quoted = escaped(quoteSheet(sheet));
  const bare = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? `|(?<![\\p{L}\\p{N}_.'\\]])${escaped(sheet)}` : '';
  return formula.replace(new RegExp(`(?:${quoted}${bare})!`, 'giu'), () => replacement);
}
