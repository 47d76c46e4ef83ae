import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Stands for the checker's own code where a page has it already: a page is looked at several times. */
const THERE_ALREADY = ';';

/** What stands against accessibility on the page as it is now, a line each: rule, where, and why. */
export async function axeComplaints(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: THERE_ALREADY }) })
    // Describing all that is well takes four times as long as finding what is not.
    .options({ resultTypes: ['violations'] })
    .withTags(STANDARDS)
    // In the page itself: a second page for the evaluation is only needed by frames of other origins, which there are none of.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.split('\n').slice(1).join(' ').trim()}`,
    ),
  );
}
