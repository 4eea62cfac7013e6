// Owns how a look is laid on cells of Excel, on our own sheets and, part by part and reversibly, on the clerk's.
// Must not decide where.
import type { Area } from '../../sheet/address';
import { LOOKS, type Look, type LookName } from '../looks';
import { rangeOf } from './read';

type FormatValue = string | boolean;

/** One part of a format that can be read for a whole range (null: not the same everywhere) and set for it. */
interface FormatPart {
  readonly key: string;
  readonly load: string;
  /** undefined: the look says nothing about it. */
  readonly wanted: (look: Look) => FormatValue | undefined;
  readonly read: (range: Excel.Range) => FormatValue | null;
  readonly write: (range: Excel.Range, value: FormatValue) => void;
  /** Where the clerk has set something else, ours gives way. Without it ours may replace any value. */
  readonly plain?: FormatValue;
}

const capital = (word: string | undefined): string | undefined => word && word[0]?.toUpperCase() + word.slice(1);
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
const BORDER_COLOUR = '#BFBFBF';

const text = (value: FormatValue): string => String(value);
const isOn = (value: FormatValue): boolean => value === true;

const PARTS: readonly FormatPart[] = [
  {
    key: 'wrap',
    load: 'format/wrapText',
    wanted: (look) => look.wrap,
    read: (range) => range.format.wrapText,
    write: (range, value) => (range.format.wrapText = isOn(value)),
  },
  {
    key: 'vertical',
    load: 'format/verticalAlignment',
    wanted: (look) => capital(look.vertical),
    read: (range) => range.format.verticalAlignment,
    // Only values that Excel gave or that a look names are written.
    write: (range, value) => (range.format.verticalAlignment = text(value) as Excel.VerticalAlignment),
  },
  {
    key: 'horizontal',
    load: 'format/horizontalAlignment',
    wanted: (look) => capital(look.horizontal),
    read: (range) => range.format.horizontalAlignment,
    write: (range, value) => (range.format.horizontalAlignment = text(value) as Excel.HorizontalAlignment),
  },
  {
    key: 'bold',
    load: 'format/font/bold',
    wanted: (look) => look.bold,
    read: (range) => range.format.font.bold,
    write: (range, value) => (range.format.font.bold = isOn(value)),
    plain: false,
  },
  {
    key: 'fill',
    load: 'format/fill/color,format/fill/pattern',
    wanted: (look) => look.fill && `#${look.fill}`,
    read: ({ format: { fill } }) => (fill.pattern === Excel.FillPattern.none ? '' : (fill.color as string | null)),
    write: (range, value) => {
      if (value === '') range.format.fill.clear();
      else range.format.fill.color = text(value);
    },
    plain: '',
  },
  {
    key: 'border',
    load: 'format/borders/items/sideIndex,format/borders/items/style',
    wanted: (look) => look.border,
    read: ({ format: { borders } }) => {
      const edges = borders.items.filter(({ sideIndex }) => EDGES.some((edge) => edge === sideIndex));
      return edges.every(({ style }) => style === Excel.BorderLineStyle.none) ? false : null;
    },
    write: (range, value) => setBorders(range, 2, 2, isOn(value)),
    plain: false,
  },
  {
    key: 'locked',
    load: 'format/protection/locked',
    wanted: (look) => (look.unlocked ? false : undefined),
    read: (range) => range.format.protection.locked,
    write: (range, value) => (range.format.protection.locked = isOn(value)),
  },
  {
    key: 'numberFormat',
    load: 'numberFormat',
    wanted: (look) => (look.numberFormat === 'General' ? undefined : look.numberFormat),
    read: (range) => {
      const formats: unknown[] = range.numberFormat.flat();
      const [first] = formats;
      return typeof first === 'string' && formats.every((format) => format === first) ? first : null;
    },
    write: (range, value) => setNumberFormat(range, text(value)),
    plain: 'General',
  },
];

/** One format for the whole range; Excel takes a single value for it, the typings ask for a matrix. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}

function setBorders(range: Excel.Range, rows: number, columns: number, isOn = true): void {
  const inside = [...(rows > 1 ? ['InsideHorizontal'] : []), ...(columns > 1 ? ['InsideVertical'] : [])];
  for (const side of [...EDGES, ...inside]) {
    const border = range.format.borders.getItem(side as Excel.BorderIndex);
    border.style = isOn ? Excel.BorderLineStyle.continuous : Excel.BorderLineStyle.none;
    if (isOn) border.color = BORDER_COLOUR;
  }
}

/** Parts of a format by key, as they were or are to be. */
export type FormatRecord = Readonly<Record<string, FormatValue>>;

/** Asks for what a look would change. */
export function loadFormat(range: Excel.Range, look: LookName): Excel.Range {
  const paths = partsOf(look).map((part) => part.load);
  return paths.length > 0 ? range.load(paths.join(',')) : range;
}

function partsOf(look: LookName): FormatPart[] {
  return PARTS.filter((part) => part.wanted(LOOKS[look]) !== undefined);
}

/** What of a look may be laid on a loaded range, and what stood there: never where the clerk's cells differ or are set apart. */
export function changesFor(
  range: Excel.Range,
  look: LookName,
): { readonly old: FormatRecord; readonly wanted: FormatRecord } {
  const old: Record<string, FormatValue> = {};
  const wanted: Record<string, FormatValue> = {};
  for (const part of partsOf(look)) {
    const now = part.read(range);
    const next = part.wanted(LOOKS[look]);
    if (now === null || next === undefined || now === next) continue;
    if (part.plain !== undefined && now !== part.plain) continue;
    old[part.key] = now;
    wanted[part.key] = next;
  }
  return { old, wanted };
}

export function setFormat(range: Excel.Range, record: FormatRecord): void {
  for (const part of PARTS) {
    const value = record[part.key];
    if (value !== undefined) part.write(range, value);
  }
}

/** Characters of the default font, as Excel's dialog counts them, in points. */
export function widthInPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** All of a look on cells of our own; neighbouring columns that agree in a part get it together. */
export function layLooks(sheet: Excel.Worksheet, area: Area, looks: readonly Look[]): void {
  for (const lay of LAYERS) {
    let left = area.left;
    while (left <= area.right) {
      const value = lay.of(looks[left - area.left] ?? {});
      let right = left;
      while (right < area.right && lay.of(looks[right + 1 - area.left] ?? {}) === value) right++;
      if (value !== undefined) {
        const part = { ...area, left, right };
        lay.set(rangeOf(sheet, part), value, area.bottom - area.top + 1, right - left + 1);
      }
      left = right + 1;
    }
  }
}

interface Layer {
  readonly of: (look: Look) => FormatValue | number | undefined;
  readonly set: (range: Excel.Range, value: FormatValue | number, rows: number, columns: number) => void;
}

const LAYERS: readonly Layer[] = [
  ...PARTS.filter(({ key }) => key !== 'border').map((part): Layer => ({
    of: part.wanted,
    set: (range, value) => (typeof value === 'number' ? undefined : part.write(range, value)),
  })),
  { of: (look) => look.border, set: (range, _on, rows, columns) => setBorders(range, rows, columns) },
  { of: (look) => look.size, set: (range, size) => (range.format.font.size = Number(size)) },
  { of: (look) => look.colour, set: (range, colour) => (range.format.font.color = `#${colour}`) },
  {
    of: (look) => look.underline,
    set: (range, isOn) =>
      (range.format.font.underline = isOn === true ? Excel.RangeUnderlineStyle.single : Excel.RangeUnderlineStyle.none),
  },
];
