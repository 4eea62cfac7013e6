// Owns what Excel makes of something typed into a cell, and how a value is shown. Must not know sheets or the protocol.
import { format as formatNumber } from 'numfmt';

export type Border = 'top' | 'bottom' | 'left' | 'right';

/** How a cell is drawn. Equal styles are one object, so they can be compared with `===`. */
export interface Style {
  readonly numberFormat: string;
  readonly wrap: boolean;
  readonly horizontal: string;
  readonly vertical: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly size: number;
  readonly fontName: string;
  readonly colour: string;
  /** `#RRGGBB`, or '' for none. */
  readonly fill: string;
  readonly locked: boolean;
  readonly borders: Readonly<Partial<Record<Border, string>>>;
}

const PLAIN: Style = {
  numberFormat: 'General',
  wrap: false,
  horizontal: 'General',
  vertical: 'Bottom',
  bold: false,
  italic: false,
  underline: 'None',
  size: 11,
  fontName: '宋体',
  colour: '#000000',
  fill: '',
  locked: true,
  borders: {},
};

const known = new Map<string, Style>();

/** The one object for a style. */
export function styleOf(change: Partial<Style>, base: Style = PLAIN): Style {
  const style = { ...base, ...change };
  const key = JSON.stringify([style, Object.entries(style.borders).sort()]);
  const found = known.get(key);
  if (found) return found;
  known.set(key, style);
  return style;
}

export const PLAIN_STYLE = styleOf({});

export type CellValue = string | number | boolean;

/** '' is blank. `formula` begins with `=`. A quote is the apostrophe that Excel hides. */
export interface HostCell {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly isQuoted: boolean;
  readonly style: Style;
  readonly hyperlink: Hyperlink | null;
}

export interface Hyperlink {
  readonly documentReference?: string;
  readonly address?: string;
  readonly screenTip?: string;
}

export const BLANK: HostCell = { value: '', formula: null, isQuoted: false, style: PLAIN_STYLE, hyperlink: null };

export const ERROR_TEXTS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!'];

/** Thrown for what Excel refuses as InvalidArgument. */
export class InvalidEntry extends Error {}

type Entry = Pick<HostCell, 'value' | 'formula' | 'isQuoted'> & { readonly numberFormat?: string };

const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][-+]?\d+)?%?$/;

/** Texts that a Chinese Excel turns into a date or time. */
const DATES: readonly (readonly [RegExp, string])[] = [
  [/^(\d{1,2})[-/](\d{1,2})$/, 'm"月"d"日"'],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, 'yyyy/m/d'],
  [/^(\d{1,2})月(\d{1,2})日$/, 'm"月"d"日"'],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日$/, 'yyyy"年"m"月"d"日"'],
  [/^(\d{1,2}):(\d{2})$/, 'h:mm'],
];

/**
 * What stands in a cell after `typed` was set through `values` or `formulas`: Excel turns text that looks like a number,
 * date or formula into one unless the cell's format is Text or an apostrophe stands before it.
 */
export function enter(typed: CellValue, numberFormat: string): Entry {
  const text = (value: string, isQuoted: boolean): Entry => ({ value, formula: null, isQuoted });
  if (typeof typed !== 'string') {
    return numberFormat === '@'
      ? text(String(typed).toUpperCase(), false)
      : { value: typed, formula: null, isQuoted: false };
  }
  if (typed.length > 32767) throw new InvalidEntry('A cell holds at most 32767 characters.');
  if (typed.startsWith("'")) return text(typed.slice(1), true);
  if (numberFormat === '@' || typed === '') return text(typed, false);
  const trimmed = typed.trim();
  if (trimmed !== '' && /\d/.test(trimmed) && NUMBER.test(trimmed)) return numberEntry(trimmed);
  if (/^[=+-]./s.test(typed)) return formulaEntry(typed);
  if (/^(true|false)$/i.test(trimmed)) return { value: /^t/i.test(trimmed), formula: null, isQuoted: false };
  for (const [pattern, format] of DATES) {
    const match = pattern.exec(trimmed);
    if (match)
      return { value: serialOf(match.slice(1).map(Number)), formula: null, isQuoted: false, numberFormat: format };
  }
  return text(typed, false);
}

function numberEntry(text: string): Entry {
  const isPercent = text.endsWith('%');
  const plain = Number(text.replace(/[,%]/g, ''));
  const value = Number((isPercent ? plain / 100 : plain).toPrecision(15));
  const entry = { value, formula: null, isQuoted: false };
  return isPercent ? { ...entry, numberFormat: text.includes('.') ? '0.00%' : '0%' } : entry;
}

function formulaEntry(text: string): Entry {
  const formula = text.startsWith('=') ? text : `=${text}`;
  // A guess at Excel's parser: names, numbers, operators and balanced brackets; Chinese outside quotes is refused.
  const bare = formula.replace(/"[^"]*"/g, '""');
  const isBalanced = (bare.match(/\(/g) ?? []).length === (bare.match(/\)/g) ?? []).length;
  if (!isBalanced || /[\u4e00-\u9fff]/.test(bare) || /[=+\-*/]$/.test(bare)) {
    throw new InvalidEntry(`Not a formula: ${text}`);
  }
  return { value: '#NAME?', formula, isQuoted: false };
}

function serialOf(parts: readonly number[]): number {
  const [year, month, day] = parts.length === 3 ? parts : [new Date().getFullYear(), ...parts];
  return Math.round(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / 86_400_000 + 25569);
}

/** What the person sees. */
export function shown(cell: HostCell): string {
  const { value, style } = cell;
  if (typeof value === 'boolean') return String(value).toUpperCase();
  if (typeof value === 'string') return value;
  try {
    return formatNumber(style.numberFormat, value, { locale: 'zh-CN', nbsp: false });
  } catch {
    return String(value);
  }
}

export function valueType(cell: HostCell): string {
  const { value } = cell;
  if (value === '' && cell.formula === null) return 'Empty';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  return ERROR_TEXTS.includes(value) && !cell.isQuoted && cell.style.numberFormat !== '@' ? 'Error' : 'String';
}
