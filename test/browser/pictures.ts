import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = 'apps/docs/pictures';

/** Keeps the page as a picture of the guide; only when asked by PICTURES=write, so that a test run changes no file. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== 'write') return;
  await page.waitForFunction(isComplete);
  mkdirSync(FOLDER, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

/** Nothing on the page is still to come: a picture of a skeleton shows nothing. */
const isComplete = () => document.querySelector('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root') === null;
