// Owns what a sheet looks like, for a grid that draws it: fonts, fills, borders, sizes, frozen panes, conditional formats.
// Read only, and never called on the way of a check.
import { parseArea, type Area } from '../../sheet/address';
import { colourOf } from './colours';
import { outlineOf, SheetDataScanner } from './sheet-data';
import type { Styles } from './styles';
import {
  attribute,
  attributesOf,
  characterData,
  childNamed,
  childrenNamed,
  isTrue,
  openTag,
  parseXml,
  type XmlElement,
} from './xml';

export interface FontAppearance {
  readonly name: string | null;
  readonly size: number | null;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly isStruck: boolean;
  /** RRGGBB; null for the automatic colour. All colours here are so. */
  readonly colour: string | null;
}

export interface EdgeAppearance {
  /** As in the file: `thin`, `medium`, `dashed`, `double`, … */
  readonly style: string;
  readonly colour: string | null;
}

export type Edge = 'left' | 'right' | 'top' | 'bottom';

export interface CellAppearance {
  readonly font: FontAppearance;
  readonly fill: string | null;
  readonly edges: Readonly<Partial<Record<Edge, EdgeAppearance>>>;
  /** As in the file: `left`, `center`, `right`, `general`, `fill`, `justify`, …; null when not said. */
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly isWrapped: boolean;
  /** Degrees anticlockwise, -90 to 90; 0 when not turned. */
  readonly rotation: number;
  readonly indent: number;
  readonly numberFormat: string;
}

export interface ColumnAppearance {
  readonly first: number;
  readonly last: number;
  /** In characters, as stored. */
  readonly width: number | null;
  readonly isHidden: boolean;
}

export interface RowAppearance {
  readonly row: number;
  readonly points: number | null;
  readonly isHidden: boolean;
}

/** A rule whose kind needs more than formulas (colour scales, data bars, icons) has no format. */
export interface ConditionalFormat {
  readonly areas: readonly Area[];
  /** As in the file: `expression`, `cellIs`, `containsText`, … */
  readonly type: string;
  readonly operator: string | null;
  readonly formulas: readonly string[];
  /** 1 wins over 2. */
  readonly priority: number;
  readonly stopsIfTrue: boolean;
  readonly format: {
    readonly fill: string | null;
    readonly font: string | null;
    readonly isBold: boolean;
    readonly border: string | null;
  } | null;
}

export interface SheetAppearance {
  /** The look of cells that `cells` does not name. */
  readonly plain: CellAppearance;
  /** Cell styles by the index that `cells` names. */
  readonly styles: readonly CellAppearance[];
  /** Formatted cells, blank ones too, row by row; stray formats far from the content are left out. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly style: number }[];
  readonly columns: readonly ColumnAppearance[];
  readonly rows: readonly RowAppearance[];
  readonly defaultWidth: number;
  readonly defaultPoints: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly hasGridLines: boolean;
  readonly conditionalFormats: readonly ConditionalFormat[];
}

/** How far past the content formats still count. */
const MARGIN = 40;

export interface AppearanceSource {
  readonly bytes: Uint8Array;
  readonly styles: Styles;
  readonly theme: readonly string[];
  /** Rows and columns that hold something. */
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Throws `XmlError`. */
export function appearanceOf(source: AppearanceSource): SheetAppearance {
  const { bytes } = source;
  const outline = outlineOf(bytes);
  const decoder = new TextDecoder();
  const all = (name: string): string[] =>
    outline.children
      .filter((child) => child.name === name)
      .map((child) => decoder.decode(bytes.subarray(child.start, child.end)));
  const format = attributesOf(all('sheetFormatPr')[0] ?? '');
  const found: { row: number; column: number; style: number }[] = [];
  const rows: RowAppearance[] = [];
  const used = new StyleNumbers();
  const scanner = outline.data && new SheetDataScanner(bytes, outline.data);
  while (scanner?.nextRow() === true && scanner.row < source.rowCount + MARGIN) {
    const { row } = scanner;
    const tag = decoder.decode(bytes.subarray(scanner.rowStart, scanner.rowOpenEnd));
    const points = attribute(tag, 'ht');
    if (points !== null || scanner.rowIsHidden)
      rows.push({ row, points: points === null ? null : Number(points), isHidden: scanner.rowIsHidden });
    while (scanner.nextCell()) {
      const { column, style } = scanner;
      if (column < source.columnCount + MARGIN && style > 0) found.push({ row, column, style: used.of(style) });
    }
  }
  const views = all('sheetViews')[0] ?? '';
  return {
    plain: cellAppearance(source, 0),
    styles: used.list.map((style) => cellAppearance(source, style)),
    cells: found,
    columns: all('cols').flatMap(columnsOf),
    rows,
    defaultWidth: Number(format.get('defaultColWidth') ?? Number(format.get('baseColWidth') ?? 8) + 0.43),
    defaultPoints: Number(format.get('defaultRowHeight') ?? 15),
    ...frozen(views),
    hasGridLines: !/\sshowGridLines="(?:0|false)"/.test(views),
    conditionalFormats: all('conditionalFormatting').flatMap((xml) => conditionalFormats(xml, source)),
  };
}

/** Style indexes of the file, numbered anew from 0 in the order they are met. */
class StyleNumbers {
  readonly list: number[] = [];
  private readonly numbers = new Map<number, number>();

  of(style: number): number {
    const known = this.numbers.get(style);
    if (known !== undefined) return known;
    this.numbers.set(style, this.list.length);
    return this.list.push(style) - 1;
  }
}

function columnsOf(xml: string): ColumnAppearance[] {
  return childrenNamed(parseXml(xml), 'col').map((element) => {
    const found = attributesOf(openTag(xml, element));
    const width = found.get('width');
    return {
      first: Number(found.get('min')) - 1,
      last: Number(found.get('max')) - 1,
      width: width === undefined ? null : Number(width),
      isHidden: isTrue(found.get('hidden') ?? null),
    };
  });
}

function frozen(views: string): { frozenRows: number; frozenColumns: number } {
  const pane = attributesOf(/<(?:[\w]+:)?pane\b[^>]*>/.exec(views)?.[0] ?? '');
  const isFrozen = pane.get('state')?.startsWith('frozen') === true;
  return {
    frozenRows: isFrozen ? Number(pane.get('ySplit') ?? 0) : 0,
    frozenColumns: isFrozen ? Number(pane.get('xSplit') ?? 0) : 0,
  };
}

function cellAppearance({ styles, theme }: AppearanceSource, style: number): CellAppearance {
  const xf = styles.itemXml('cellXfs', style) || '<xf/>';
  const element = parseXml(xf);
  const found = attributesOf(openTag(xf, element));
  const part = (list: 'fonts' | 'fills' | 'borders', id: string): string =>
    styles.itemXml(list, Number(found.get(id) ?? 0));
  const alignment = childNamed(element, 'alignment');
  const aligned = attributesOf(alignment ? openTag(xf, alignment) : '');
  const turned = Number(aligned.get('textRotation') ?? 0);
  return {
    font: fontAppearance(part('fonts', 'fontId'), theme),
    fill: fillColour(part('fills', 'fillId'), theme, 'fgColor'),
    edges: edgesOf(part('borders', 'borderId'), theme),
    horizontal: aligned.get('horizontal') ?? null,
    vertical: aligned.get('vertical') ?? null,
    isWrapped: isTrue(aligned.get('wrapText') ?? null),
    rotation: turned > 90 ? (turned === 255 ? 90 : 90 - turned) : turned,
    indent: Number(aligned.get('indent') ?? 0),
    numberFormat: styles.formatOf(style).code,
  };
}

function fontAppearance(xml: string, theme: readonly string[]): FontAppearance {
  const root = xml === '' ? undefined : parseXml(xml);
  const value = (name: string): string | null => {
    const element = childNamed(root, name);
    return element ? attribute(openTag(xml, element), 'val') : null;
  };
  const isSet = (name: string): boolean =>
    childNamed(root, name) !== undefined && !['0', 'false', 'none'].includes(value(name) ?? '');
  const size = value('sz');
  return {
    name: value('name'),
    size: size === null ? null : Number(size),
    isBold: isSet('b'),
    isItalic: isSet('i'),
    isUnderlined: isSet('u'),
    isStruck: isSet('strike'),
    colour: colourOf(xml, childNamed(root, 'color'), theme),
  };
}

/** Cells keep a solid fill's colour in `fgColor`, differential formats in `bgColor`. */
function fillColour(xml: string, theme: readonly string[], name: 'fgColor' | 'bgColor'): string | null {
  const pattern = xml === '' ? undefined : childNamed(parseXml(xml), 'patternFill');
  if (!pattern || attribute(openTag(xml, pattern), 'patternType') === 'none') return null;
  return colourOf(xml, childNamed(pattern, name), theme);
}

const EDGES: readonly Edge[] = ['left', 'right', 'top', 'bottom'];

function edgesOf(xml: string, theme: readonly string[]): Partial<Record<Edge, EdgeAppearance>> {
  const edges: Partial<Record<Edge, EdgeAppearance>> = {};
  const root = xml === '' ? undefined : parseXml(xml);
  for (const edge of EDGES) {
    const element = childNamed(root, edge);
    const style = element ? attribute(openTag(xml, element), 'style') : null;
    if (style !== null && style !== 'none')
      edges[edge] = { style, colour: colourOf(xml, childNamed(element, 'color'), theme) };
  }
  return edges;
}

function conditionalFormats(xml: string, source: AppearanceSource): ConditionalFormat[] {
  const root = parseXml(xml);
  const areas = (attribute(openTag(xml, root), 'sqref') ?? '').split(/\s+/).flatMap((text) => parseArea(text) ?? []);
  return childrenNamed(root, 'cfRule').map((rule) => {
    const found = attributesOf(openTag(xml, rule));
    return {
      areas,
      type: found.get('type') ?? '',
      operator: found.get('operator') ?? null,
      formulas: childrenNamed(rule, 'formula').map((element: XmlElement) =>
        characterData(xml.slice(element.openEnd, element.closeStart)),
      ),
      priority: Number(found.get('priority') ?? 0),
      stopsIfTrue: isTrue(found.get('stopIfTrue') ?? null),
      format: differentialFormat(source, found.get('dxfId')),
    };
  });
}

function differentialFormat({ styles, theme }: AppearanceSource, id: string | undefined): ConditionalFormat['format'] {
  const xml = id === undefined ? '' : styles.itemXml('dxfs', Number(id));
  if (xml === '') return null;
  const root = parseXml(xml);
  const partOf = (name: string): string => {
    const element = childNamed(root, name);
    return element ? xml.slice(element.start, element.end) : '';
  };
  const font = fontAppearance(partOf('font'), theme);
  return {
    fill: fillColour(partOf('fill'), theme, 'bgColor'),
    font: font.colour,
    isBold: font.isBold,
    border: edgesOf(partOf('border'), theme).bottom?.colour ?? null,
  };
}
