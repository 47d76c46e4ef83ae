import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What stands against accessibility on the page as it is now, a line each: rule, where, and why. */
export async function axeComplaints(page: Page): Promise<readonly string[]> {
  // In the page itself: a second page for the evaluation is only needed by frames of other origins, which there are none of.
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(' ').trim()}`,
    ),
  );
}

/** Asserts that nothing does. */
export async function axeClean(page: Page): Promise<void> {
  expect(await axeComplaints(page)).toEqual([]);
}
