// Owns the drawing of assets/*.png from assets/svg/*.svg, by the browser that the tests use: node scripts/draw-icons.mjs
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

/** Excel asks for 16, 32 and 80 on the ribbon; the product's own icon also stands in lists at 64 and 128. */
const SIZES = { product: [16, 32, 64, 80, 128] };
const RIBBON_SIZES = [16, 32, 80];
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'];

const assets = path.join(import.meta.dirname, '../assets');
const executablePath = INSTALLED.find(existsSync) ?? (await sparticuz.executablePath());
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const file of readdirSync(path.join(assets, 'svg'))) {
  const name = path.basename(file, '.svg');
  const drawing = readFileSync(path.join(assets, 'svg', file), 'utf8');
  for (const size of SIZES[name] ?? RIBBON_SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
    await page.screenshot({ path: path.join(assets, `${name}-${size}.png`), omitBackground: true });
  }
}
await browser.close();
