// Owns the styles part: number formats of cell styles, and styles of ours added at the end of its lists.
// Existing entries never change or move. Must not know which cell uses which style.
import type { Look } from '../looks';
import { builtInFormat, numberFormat, type NumberFormat } from './number-format';
import {
  attribute,
  attributesOf,
  childNamed,
  encodeAttribute,
  insertionPoint,
  isSelfClosed,
  isTrue,
  openTag,
  outerXml,
  parseXml,
  withAttribute,
  XmlEdits,
  type XmlElement,
} from './xml';

const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const;
export type StyleList = (typeof LISTS)[number];

export const MINIMAL_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="2"/><charset val="134"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

interface Items {
  /** Outer XML of an existing item by index. */
  readonly count: number;
  readonly list: XmlElement | undefined;
  readonly items: readonly XmlElement[];
}

/** Styles as read, and those that are being added. */
export class Styles {
  private readonly root: XmlElement;
  private readonly formats: (NumberFormat | undefined)[] = [];
  private readonly codes = new Map<number, string>();
  private readonly lists = new Map<StyleList, Items>();
  private readonly added = new Map<StyleList, string[]>(LISTS.map((list) => [list, []]));

  /** Throws `XmlError`. */
  constructor(private readonly text: string) {
    this.root = parseXml(text, 2);
    for (const name of LISTS) {
      const list = childNamed(this.root, name);
      const items = list?.children ?? [];
      this.lists.set(name, { count: items.length, list, items });
    }
    for (const element of this.items('numFmts')) {
      const found = attributesOf(openTag(text, element));
      this.codes.set(Number(found.get('numFmtId')), found.get('formatCode') ?? 'General');
    }
  }

  /** The number format of a cell style. */
  formatOf(style: number): NumberFormat {
    const known = this.formats[style];
    if (known) return known;
    const id = Number(this.styleAttribute(style, 'numFmtId') ?? 0);
    return (this.formats[style] = numberFormat(this.codes.get(id) ?? builtInFormat(id)));
  }

  /** Cells are locked unless their style says otherwise. */
  isUnlocked(style: number): boolean {
    const xml = this.itemXml('cellXfs', style);
    const tag = /<(?:[^\s:>]+:)?protection\b[^>]*>/.exec(xml)?.[0];
    return tag !== undefined && attribute(tag, 'locked') !== null && !isTrue(attribute(tag, 'locked'));
  }

  count(list: StyleList): number {
    return (this.lists.get(list)?.count ?? 0) + (this.added.get(list)?.length ?? 0);
  }

  /** How many there were when the part was read. */
  originalCount(list: StyleList): number {
    return this.lists.get(list)?.count ?? 0;
  }

  itemXml(list: StyleList, index: number): string {
    const element = this.items(list)[index];
    if (element) return outerXml(this.text, element);
    return this.added.get(list)?.[index - this.originalCount(list)] ?? '';
  }

  /** The index of an item that reads exactly so, at or after `from` and `isUsable`; added at the end when there is none. */
  indexOf(list: StyleList, xml: string, from = 0, isUsable: (index: number) => boolean = () => true): number {
    for (let index = this.count(list) - 1; index >= from; index--)
      if (this.itemXml(list, index) === xml && isUsable(index)) return index;
    this.added.get(list)?.push(xml);
    return this.count(list) - 1;
  }

  /** The cell style for a look on the workbook's own default font. */
  styleOf(look: Look): number {
    return this.indexOf('cellXfs', this.xfOf(look));
  }

  /** The same, as it reads. */
  xfOf(look: Look): string {
    const p = this.prefix;
    const font = this.fontOf(look, 0);
    const fill = look.fill === undefined ? 0 : this.indexOf('fills', solidFill(look.fill, p));
    const border = look.border === true ? this.indexOf('borders', thinBorder(p, BORDER_COLOUR)) : 0;
    const format = this.formatIdOf(look.numberFormat ?? 'General');
    const alignment = alignmentOf(look, p);
    const protection = look.unlocked === true ? `<${p}protection locked="0"/>` : '';
    const applied = [
      [format !== 0, 'applyNumberFormat'],
      [font !== 0, 'applyFont'],
      [fill !== 0, 'applyFill'],
      [border !== 0, 'applyBorder'],
      [alignment !== '', 'applyAlignment'],
      [protection !== '', 'applyProtection'],
    ].map(([isApplied, name]) => (isApplied === true ? ` ${String(name)}="1"` : ''));
    const xf = `<${p}xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied.join('')}`;
    const inner = alignment + protection;
    return inner === '' ? `${xf}/>` : `${xf}>${inner}</${p}xf>`;
  }

  /**
   * A style of the clerk's with a look laid over it, as it reads: its alignment and protection give way; fill, border,
   * weight and number format are ours only where the clerk set none. The style's own XML when nothing changes.
   */
  xfLike(style: number, look: Look): string {
    const xml = this.itemXml('cellXfs', style);
    if (xml === '') return this.xfOf(look);
    const p = this.prefix;
    const element = parseXml(xml);
    const child = (name: string): string => {
      const found = childNamed(element, name);
      return found ? openTag(xml, found).replace(/\s*\/?>$/, '/>') : '';
    };
    const extensions = childNamed(element, 'extLst');
    let tag = openTag(xml, element);
    const set = (id: string, value: number, applied: string): void => {
      if (attribute(tag, id) === String(value)) return;
      tag = withAttribute(withAttribute(tag, id, String(value)), applied, '1');
    };
    const idOf = (name: string): number => Number(attribute(tag, name) ?? 0);
    if (look.numberFormat !== undefined && this.formatOf(style).code === 'General')
      set('numFmtId', this.formatIdOf(look.numberFormat), 'applyNumberFormat');
    if (look.bold === true) set('fontId', this.fontOf({ bold: true }, idOf('fontId')), 'applyFont');
    if (look.fill !== undefined && idOf('fillId') === 0)
      set('fillId', this.indexOf('fills', solidFill(look.fill, p)), 'applyFill');
    if (look.border === true && !/\sstyle=/.test(this.itemXml('borders', idOf('borderId'))))
      set('borderId', this.indexOf('borders', thinBorder(p, BORDER_COLOUR)), 'applyBorder');
    const alignment = withAttributes(child('alignment'), `<${p}alignment/>`, {
      horizontal: look.horizontal,
      vertical: look.vertical,
      wrapText: look.wrap === true ? '1' : undefined,
    });
    const protection = withAttributes(child('protection'), `<${p}protection/>`, {
      locked: look.unlocked === true ? '0' : undefined,
    });
    if (alignment !== child('alignment')) tag = withAttribute(tag, 'applyAlignment', '1');
    if (protection !== child('protection')) tag = withAttribute(tag, 'applyProtection', '1');
    const inner = alignment + protection + (extensions ? outerXml(xml, extensions) : '');
    if (inner === '') return tag;
    return `${tag.replace(/\s*\/>$/, '>')}${inner}</${p}xf>`;
  }

  /** A cell style with another number format and all else as it is, as it reads. */
  xfWithNumberFormat(style: number, code: string): string {
    const xml = this.itemXml('cellXfs', style);
    if (xml === '') return this.xfOf({ numberFormat: code });
    const tag = openTag(xml, parseXml(xml));
    const numbered = withAttribute(tag, 'numFmtId', String(this.formatIdOf(code)));
    return withAttribute(numbered, 'applyNumberFormat', '1') + xml.slice(tag.length);
  }

  /** The differential format of a colour rule. */
  colourFormatOf(fill: string, font: string): number {
    const p = this.prefix;
    return this.indexOf(
      'dxfs',
      `<${p}dxf><${p}font><${p}color rgb="FF${font}"/></${p}font>` +
        `<${p}fill><${p}patternFill><${p}bgColor rgb="FF${fill}"/></${p}patternFill></${p}fill>` +
        `${thinBorder(p, BORDER_COLOUR, false)}</${p}dxf>`,
    );
  }

  /** The list's opening tag and, when it holds nothing, the whole list; null when there is no list. */
  listXml(list: StyleList): string | null {
    const found = this.lists.get(list);
    if (!found?.list) return null;
    return found.count === 0 ? outerXml(this.text, found.list) : openTag(this.text, found.list);
  }

  /** The part with everything added. */
  toString(): string {
    const edits = new XmlEdits(this.text);
    for (const name of LISTS) {
      const added = this.added.get(name) ?? [];
      if (added.length > 0) this.extend(edits, name, added);
    }
    return edits.toString();
  }

  /** The part with lists cut back to `counts`; a list that is empty then reads `empty` (`null`: no list). */
  cutBack(counts: Partial<Record<StyleList, { readonly count: number; readonly shape: string | null }>>): string {
    const edits = new XmlEdits(this.text);
    for (const name of LISTS) {
      const found = this.lists.get(name);
      const target = counts[name];
      if (!found?.list || !target || target.count >= found.count) continue;
      const { list, items } = found;
      const last = items[target.count - 1];
      if (target.count === 0 || !last) edits.replace(list.start, list.end, target.shape ?? '');
      else {
        edits.replace(list.start, list.openEnd, target.shape ?? openTag(this.text, list));
        edits.replace(last.end, items[items.length - 1]?.end ?? last.end, '');
      }
    }
    return edits.toString();
  }

  private get prefix(): string {
    return this.root.prefix === '' ? '' : `${this.root.prefix}:`;
  }

  private items(list: StyleList): readonly XmlElement[] {
    return this.lists.get(list)?.items ?? [];
  }

  private styleAttribute(style: number, name: string): string | null {
    const xml = this.itemXml('cellXfs', style);
    return xml === '' ? null : attribute(xml.slice(0, xml.indexOf('>') + 1), name);
  }

  private extend(edits: XmlEdits, name: StyleList, added: readonly string[]): void {
    const list = this.lists.get(name)?.list;
    const p = this.prefix;
    const count = String(this.count(name));
    if (!list) {
      const at = insertionPoint(this.root, ORDER, name);
      edits.insert(at, `<${p}${name} count="${count}">${added.join('')}</${p}${name}>`);
      return;
    }
    const tag = withAttribute(openTag(this.text, list), 'count', count);
    if (isSelfClosed(this.text, list)) {
      edits.replace(list.start, list.end, `${tag.slice(0, -2).trimEnd()}>${added.join('')}</${p}${name}>`);
    } else {
      edits.replace(list.start, list.openEnd, tag);
      const last = list.children[list.children.length - 1];
      edits.insert(last?.end ?? list.openEnd, added.join(''));
    }
  }

  private formatIdOf(code: string): number {
    for (let id = 0; id < 50; id++) if (id !== 14 && builtInFormat(id) === code) return id;
    for (const [id, known] of this.codes) if (known === code) return id;
    const id = Math.max(163, ...this.codes.keys()) + 1;
    this.codes.set(id, code);
    this.indexOf('numFmts', `<${this.prefix}numFmt numFmtId="${id}" formatCode="${encodeAttribute(code)}"/>`);
    return id;
  }

  /** A font with the look's weight, size, colour; the order of its children is Excel's. */
  private fontOf(look: Look, font: number): number {
    if (look.bold !== true && look.size === undefined && look.colour === undefined && look.underline !== true)
      return font;
    const p = this.prefix;
    const base = this.itemXml('fonts', font) || `<${p}font/>`;
    const element = parseXml(base);
    const kept = new Map(element.children.map((child) => [child.name, outerXml(base, child)]));
    const changes: readonly (readonly [string, string | undefined])[] = [
      ['b', look.bold === true ? `<${p}b/>` : undefined],
      ['u', look.underline === true ? `<${p}u/>` : undefined],
      ['sz', look.size === undefined ? undefined : `<${p}sz val="${look.size}"/>`],
      ['color', look.colour === undefined ? undefined : `<${p}color rgb="FF${look.colour}"/>`],
    ];
    for (const [name, xml] of changes) if (xml !== undefined) kept.set(name, xml);
    const ordered = FONT_ORDER.map((name) => kept.get(name) ?? '').join('');
    return this.indexOf('fonts', `<${p}font>${ordered}</${p}font>`);
  }
}

/** AARRGGBB. */
const BORDER_COLOUR = 'FFBFBFBF';

const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

function solidFill(colour: string, p: string): string {
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${colour}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

function thinBorder(p: string, colour: string, hasDiagonal = true): string {
  const sides = ['left', 'right', 'top', 'bottom'].map(
    (side) => `<${p}${side} style="thin"><${p}color rgb="${colour}"/></${p}${side}>`,
  );
  return `<${p}border>${sides.join('')}${hasDiagonal ? `<${p}diagonal/>` : ''}</${p}border>`;
}

/** An element (or `empty`) with attributes set where there is something to set; '' when it then says nothing. */
function withAttributes(xml: string, empty: string, values: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined);
  if (set.length === 0) return xml;
  return set.reduce((tag, [name, value]) => withAttribute(tag, name, value ?? null), xml === '' ? empty : xml);
}

function alignmentOf(look: Look, p: string): string {
  const horizontal = look.horizontal === undefined ? '' : ` horizontal="${look.horizontal}"`;
  const vertical = look.vertical === undefined ? '' : ` vertical="${look.vertical}"`;
  const wrap = look.wrap === true ? ' wrapText="1"' : '';
  return horizontal + vertical + wrap === '' ? '' : `<${p}alignment${horizontal}${vertical}${wrap}/>`;
}
