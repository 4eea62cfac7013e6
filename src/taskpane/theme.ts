// Owns the colours of the pane: Fluent's light and dark, and the four Windows contrast themes. Must not ask the host.
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import type { Surroundings } from './environment';

/** Colours of one Windows contrast theme, as Windows itself defines them. */
interface Contrast {
  readonly background: string;
  readonly text: string;
  readonly link: string;
  readonly disabled: string;
  readonly selection: string;
  readonly selectionText: string;
}

const CONTRASTS: readonly Contrast[] = [
  // Aquatic, Desert, Dusk, Night sky.
  {
    background: '#202020',
    text: '#ffffff',
    link: '#75e9fc',
    disabled: '#a6a6a6',
    selection: '#8ee3f0',
    selectionText: '#263b50',
  },
  {
    background: '#fffaef',
    text: '#3d3d3d',
    link: '#1c5e75',
    disabled: '#676767',
    selection: '#903909',
    selectionText: '#fff5e3',
  },
  {
    background: '#2d3236',
    text: '#ffffff',
    link: '#70ebde',
    disabled: '#a6a6a6',
    selection: '#a1bfde',
    selectionText: '#212d3b',
  },
  {
    background: '#000000',
    text: '#ffffff',
    link: '#8080ff',
    disabled: '#a6a6a6',
    selection: '#d6b4fd',
    selectionText: '#2b2b2b',
  },
];

/**
 * Fluent's theme for these surroundings. Where Windows forces its colours on the page itself (`forced-colors`), they win
 * over all of this; where only Office tells of a contrast theme, its colours are laid over Fluent's.
 */
export function themeFor({ isDark, background, text }: Surroundings): Theme {
  const theme = isDark ? webDarkTheme : webLightTheme;
  const contrast = CONTRASTS.find((one) => one.background === background && one.text === text);
  return contrast
    ? { ...theme, ...contrastTokens(theme, contrast) }
    : { ...theme, ...OWN_TOKENS[isDark ? 'dark' : 'light'] };
}

/** Green is the product's colour; blue stays for links and focus. */
const OWN_TOKENS = {
  light: {
    colorBrandBackground: '#0f6b4a',
    colorBrandBackgroundHover: '#0b5c40',
    colorBrandBackgroundPressed: '#084a33',
    colorBrandBackgroundSelected: '#0b5c40',
    colorBrandForeground1: '#0f6b4a',
    colorCompoundBrandBackground: '#0f6b4a',
    colorCompoundBrandBackgroundHover: '#0b5c40',
    colorCompoundBrandBackgroundPressed: '#084a33',
    colorCompoundBrandStroke: '#0f6b4a',
  },
  dark: {
    colorBrandBackground: '#0f6b4a',
    colorBrandBackgroundHover: '#12805a',
    colorBrandBackgroundPressed: '#0b5c40',
    colorBrandBackgroundSelected: '#12805a',
    colorBrandForeground1: '#5fd0a5',
    colorCompoundBrandBackground: '#5fd0a5',
    colorCompoundBrandBackgroundHover: '#7ddbb8',
    colorCompoundBrandBackgroundPressed: '#45b88b',
    colorCompoundBrandStroke: '#5fd0a5',
  },
} as const satisfies Record<string, Partial<Theme>>;

/** Every colour token of Fluent, by what it is for, in the few colours of a contrast theme. */
function contrastTokens(theme: Theme, colours: Contrast): Partial<Theme> {
  const tokens: Record<string, string> = {};
  for (const name of Object.keys(theme)) {
    if (!name.startsWith('color')) continue;
    if (/Disabled/.test(name) && !/Background/.test(name)) tokens[name] = colours.disabled;
    else if (/OnBrand|Inverted$/.test(name) && /Foreground/.test(name)) tokens[name] = colours.selectionText;
    else if (/Brand.*Background|BackgroundInverted/.test(name)) tokens[name] = colours.selection;
    else if (/Background|Shadow/.test(name)) tokens[name] = colours.background;
    else if (/Link|BrandForeground/.test(name)) tokens[name] = colours.link;
    else tokens[name] = colours.text;
  }
  return tokens;
}
