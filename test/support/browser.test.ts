import { launchBrowser } from './browser';

test('a browser starts and shows a page', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<p>达标</p>');
    expect(await page.textContent('p')).toBe('达标');
  } finally {
    await browser.close();
  }
}, 30_000);
