// Owns finding the place the pane runs in: Excel, or the page of ours that embeds it. Must not draw anything.
import { browserSurroundings, download, type PaneEnvironment, type Surroundings } from './environment';

/** null when there is nothing to work on: opened in a plain browser, or in an Excel the gate has already refused. */
export async function connect(): Promise<PaneEnvironment | null> {
  if (typeof Office === 'undefined') return window.parent.dabiaoEnvironment ?? null;
  // Fetched while Excel answers.
  const adapter = import(/* webpackChunkName: "excel" */ '../workbook/excel');
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return null;
  const { excelHost, openInNewWindow } = await adapter;
  const inBrowser = Office.context.platform === Office.PlatformType.OfficeOnline;
  return {
    host: excelHost(),
    displayLanguage: Office.context.displayLanguage,
    surroundings: officeSurroundings,
    delivery: inBrowser ? 'download' : 'window',
    deliver: inBrowser ? download : ({ bytes }) => openInNewWindow(bytes),
  };
}

function officeSurroundings(): Surroundings {
  // Old builds and Excel for iPad have no theme, whatever the typings say.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (!theme?.bodyBackgroundColor) return browserSurroundings();
  const background = theme.bodyBackgroundColor.toLowerCase();
  return {
    isDark: theme.isDarkTheme ?? isDarkColour(background),
    background,
    text: theme.bodyForegroundColor.toLowerCase(),
  };
}

/** Rec. 709 luma below one half. */
function isDarkColour(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (colour.match(/[0-9a-f]{2}/gi) ?? []).map((part) => parseInt(part, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
