import type { Page } from 'playwright-core';
import type { Visit } from './in-browser.js';

const DRAWER = { name: /Số này từ đâu ra|Where does this number come from/ };
const AGREES = /khớp|matches/i;
const DIFFERS = /lệch|không khớp|differs/i;
const LONGEST_MS = 5_000;

export interface OpenedFigure {
  readonly figure: string;
  readonly verdict: string;
}

/** Every number of a page in turn: opened, and what its recomputation in the browser says. */
export async function figuresOf({ page, rest }: Pick<Visit, 'page' | 'rest'>): Promise<readonly OpenedFigure[]> {
  const opened: OpenedFigure[] = [];
  const count = await page.locator('[data-figure]:visible').count();
  for (let at = 0; at < count; at++) {
    const number = page.locator('[data-figure]:visible').nth(at);
    const figure = (await number.getAttribute('aria-label')) ?? (await number.innerText());
    await number.click();
    opened.push({ figure, verdict: await verdictOf(page, rest) });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', DRAWER).waitFor({ state: 'hidden' });
  }
  return opened;
}

/** All it says of agreeing or not: the browser's own recomputation, and the server's where there is one. */
async function verdictOf(page: Page, rest: () => Promise<void>): Promise<string> {
  const drawer = page.getByRole('dialog', DRAWER);
  await drawer.waitFor();
  const verdict = drawer.getByText(new RegExp(`${AGREES.source}|${DIFFERS.source}`, 'i'));
  await verdict
    .first()
    .waitFor({ timeout: LONGEST_MS })
    .catch(() => undefined);
  await rest();
  return (await verdict.allInnerTexts()).join('; ') || 'no word of agreeing';
}

/** Opens all of them and expects each to agree with its events. */
export async function everyFigureAgrees(visit: Pick<Visit, 'page' | 'rest'>): Promise<number> {
  const opened = await figuresOf(visit);
  expect(opened.filter(({ verdict }) => !AGREES.test(verdict) || DIFFERS.test(verdict))).toEqual([]);
  return opened.length;
}
