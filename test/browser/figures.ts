import type { Locator, Page } from 'playwright-core';
import type { Visit } from './in-browser.js';

const DRAWER = { name: /Số này từ đâu ra|Where does this number come from/ };
const LONGEST_MS = 15_000;
/**
 * What the drawer may say in the end: the recomputation agrees; no event holds the number and the row shows what it follows from;
 * or the number is one of an event that was taken back, and is told as such.
 */
const PROVEN = new Set(['match', 'derived', 'takenBack']);

export interface OpenedFigure {
  readonly figure: string;
  readonly verdict: string;
}

/** Every number of a page in turn, those of `seen` apart: opened, and what its recomputation in the browser says. */
export async function figuresOf({ page }: Pick<Visit, 'page'>, seen = new Set<string>()): Promise<readonly OpenedFigure[]> {
  const opened: OpenedFigure[] = [];
  const ids = await page
    .locator('[data-figure]:visible')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-figure')!));
  for (const id of new Set(ids)) {
    if (seen.has(id)) continue;
    seen.add(id);
    const number = page.locator(`[data-figure=${JSON.stringify(id)}]:visible`).first();
    const figure = (await number.getAttribute('aria-label')) ?? (await number.textContent()) ?? id;
    await number.click();
    opened.push({ figure, verdict: await verdictOf(page) });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', DRAWER).waitFor({ state: 'hidden' });
  }
  return opened;
}

/** All it says of agreeing or not, once it has said so. */
async function verdictOf(page: Page): Promise<string> {
  const drawer = page.getByRole('dialog', DRAWER);
  await drawer.waitFor();
  const verdict = drawer.locator('[data-recomputed]:not([data-recomputed="pending"])');
  await verdict
    .first()
    .waitFor({ timeout: LONGEST_MS })
    .catch(() => undefined);
  const readAll = drawer.getByRole('button', { name: /Đọc hết và tính lại|Read all and recompute/ });
  if (await readAll.count()) {
    await readAll.click();
    await drawer.locator('[data-recomputed="match"], [data-recomputed="differs"]').first().waitFor({ timeout: LONGEST_MS });
  }
  return said(verdict);
}

const said = async (verdict: Locator): Promise<string> => {
  const all = await verdict.evaluateAll((each) =>
    each.map((one) => `${one.getAttribute('data-recomputed')}: ${one.textContent.replace(/\s+/g, ' ')}`),
  );
  return all.join('\n') || 'no word of agreeing';
};

const isProven = ({ verdict }: OpenedFigure) => verdict.split('\n').every((each) => PROVEN.has(each.split(':')[0]!));

/** Opens all of them and expects each to agree with its events; how many there were. */
export async function everyFigureAgrees(visit: Pick<Visit, 'page'>, seen?: Set<string>): Promise<number> {
  const opened = await figuresOf(visit, seen);
  expect(opened.filter((each) => !isProven(each))).toEqual([]);
  return opened.length;
}
