// Owns how a drawn pane is examined: accessible by axe's rules, and nothing cut off. Must not open one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

/** What axe finds in the pane, every rule of WCAG 2.2 AA and its best practices. */
export async function axeFindings(frame: Frame): Promise<string[]> {
  const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

/** Controls whose text does not fit, and whatever reaches beyond the pane's right edge. */
export const cutOff = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, select, input, textarea, h2, h3, p, dd, [role=status]')]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 ||
          element.getBoundingClientRect().right > window.innerWidth + 1,
      )
      .filter((element) => element.clientWidth > 1)
      .map((element) => element.textContent ?? ''),
  );
