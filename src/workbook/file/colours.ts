// Owns colours as a workbook names them: by value, theme or old palette, to RRGGBB. Read only.
import { attributesOf, childNamed, openTag, parseXml, type XmlElement } from './xml';

/** The palette that `indexed` counts in (ECMA-376, 18.8.27); 0–7 repeat as 8–15. */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** Excel counts light before dark, the theme part the other way. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 5B9BD5 ED7D31 A5A5A5 FFC000 4472C4 70AD47 0563C1 954F72'.split(' ');

/** The theme's colours in Excel's order; Office's own when the workbook has no theme. Throws `XmlError`. */
export function themeColours(text: string | null): readonly string[] {
  if (text === null) return OFFICE_THEME;
  const scheme = childNamed(childNamed(parseXml(text, 4), 'themeElements'), 'clrScheme');
  return THEME_ORDER.map((name, at) => {
    const colour = childNamed(scheme, name)?.children[0];
    const found = colour ? attributesOf(openTag(text, colour)) : new Map<string, string>();
    return found.get('lastClr') ?? found.get('val') ?? OFFICE_THEME[at] ?? '000000';
  });
}

/** RRGGBB of a `<color>`-like element; null for none or automatic. */
export function colourOf(text: string, element: XmlElement | undefined, theme: readonly string[]): string | null {
  if (!element) return null;
  const found = attributesOf(openTag(text, element));
  const [rgb, themed, indexed] = [found.get('rgb'), found.get('theme'), found.get('indexed')];
  const base =
    rgb !== undefined
      ? rgb.slice(-6).toUpperCase()
      : themed !== undefined
        ? theme[Number(themed)]
        : indexed !== undefined
          ? PALETTE[Number(indexed) < 8 ? Number(indexed) : Number(indexed) - 8]
          : undefined;
  return base === undefined ? null : tinted(base.toUpperCase(), Number(found.get('tint') ?? 0));
}

/** Lighter (tint > 0) or darker, as Excel does: only the lightness changes. */
function tinted(colour: string, tint: number): string {
  if (tint === 0) return colour;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const old = (high + low) / 2;
  const lightness = tint < 0 ? old * (1 + tint) : old * (1 - tint) + tint;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * old - 1));
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const hue =
    spread === 0
      ? 0
      : high === red
        ? (green - blue) / spread
        : high === green
          ? 2 + (blue - red) / spread
          : 4 + (red - green) / spread;
  const channel = (shift: number): string => {
    const turn = (((hue * 2 + shift) % 12) + 12) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
      .toUpperCase();
  };
  return channel(0) + channel(8) + channel(4);
}
