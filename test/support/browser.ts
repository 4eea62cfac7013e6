// Owns how tests get a browser: the machine's own Chromium, Chrome or Edge, else the one that comes with the install.
// Must not know what is shown in it.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

const ROOT = resolve('.');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Where browsers are looked for, after the CHROMIUM environment variable. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser packed with `@sparticuz/chromium`, unpacked on first use; its libraries are unpacked beside it. */
async function packedBrowser(): Promise<string> {
  const hasChinese = machineShowsChinese();
  // Read when the package is loaded: it makes the package bring the shared libraries that a bare machine lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  // The package points at fonts of its own, none of them Chinese.
  if (hasChinese) delete process.env['FONTCONFIG_PATH'];
  return path;
}

/** Path of a browser: CHROMIUM, an installed one, or the packed one. */
export async function findBrowser(): Promise<string> {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  return PLACES.find((place) => existsSync(place)) ?? (await packedBrowser());
}

/** A headless browser that reaches nothing by itself. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: FLAGS, headless: true });
}

function machineShowsChinese(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false; // no fontconfig: a bare machine
  }
}

const FONT_ORIGIN = 'https://fonts.test/';

/**
 * Gives pages of this context a Chinese font where the machine has none, from `@fontsource/noto-sans-sc`.
 * A context whose pages have a content security policy needs `bypassCSP: true` for it; the tests' Excel keeps the pane's
 * policy in force, so there the pane has the machine's fonts or none.
 */
export async function provideChineseFont(context: BrowserContext): Promise<void> {
  if (machineShowsChinese()) return;
  const folder = join(ROOT, 'node_modules', '@fontsource', 'noto-sans-sc');
  await context.route(`${FONT_ORIGIN}**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const contentType = path.endsWith('.css') ? 'text/css' : 'font/woff2';
    const body = await readFile(join(folder, ...path.split('/').filter((part) => part !== '..')));
    await route.fulfill({ body, contentType, headers: { 'access-control-allow-origin': '*' } });
  });
  await context.addInitScript((origin) => {
    addEventListener('DOMContentLoaded', () => {
      for (const weight of ['400', '700']) {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = `${origin}${weight}.css`;
        document.head.append(link);
      }
      const style = document.createElement('style');
      style.textContent = 'body, button, input, select { font-family: "Segoe UI", "Noto Sans SC", sans-serif; }';
      document.head.append(style);
    });
  }, FONT_ORIGIN);
}
