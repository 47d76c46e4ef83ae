import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Noise } from './noise.js';

const LONGEST_MS = 30_000;
const LOOK_EVERY_MS = 50;
const CALM_LOOKS = 3;

/** What the page itself says is still to come. */
const loading = () =>
  document.querySelector('h1') === null
    ? 'no heading'
    : [...document.querySelectorAll('[aria-busy="true"], .mantine-Loader-root')]
        .map(({ outerHTML }) => outerHTML.slice(0, 120))
        .join();

/** Waits until a page has its heading and asks for nothing more. */
export async function settled(page: Page, noise: Noise): Promise<void> {
  const started = performance.now();
  for (let calm = 0; calm < CALM_LOOKS;) {
    const missing = [...noise.pending, await page.evaluate(loading).catch(() => 'a new page')].filter((each) => each !== '');
    calm = missing.length ? 0 : calm + 1;
    if (performance.now() - started > LONGEST_MS) throw new Error(`${page.url()} does not come to rest: ${missing.join('; ')}`);
    await delay(LOOK_EVERY_MS);
  }
}
