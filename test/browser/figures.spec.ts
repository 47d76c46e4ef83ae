import { addressesOf, screenPaths, whoseWork } from './addresses.js';
import { everyFigureAgrees } from './figures.js';
import { inBrowser } from './in-browser.js';

const here = inBrowser();

/** Pages whose numbers are all opened; those of one kind in a list are shown again by the pages of the single ones. */
const NUMBERED = [
  '/',
  '/programmes',
  '/programmes/$id',
  '/organisations/$id',
  '/inbox',
  '/fund',
  '/funds/$id',
  '/loans/$id',
  '/overdue',
];
const shown = NUMBERED.filter((path) => screenPaths.includes(path));
const seen = new Set<string>();
let opened = 0;

describe('every number drills down to its events, which give the same number again:', () => {
  it.each(shown)(
    '%s',
    async (path) => {
      const visit = await here.keptVisit(path === '/inbox' ? 'fund-manager' : whoseWork(path));
      const [address] = await addressesOf(path, here.product);
      await visit.go(address!);
      expect(await visit.page.locator('[data-figure]').count()).toBeGreaterThan(0);
      const count = await everyFigureAgrees(visit, seen);
      opened += count;
      console.log(`${address}: ${count} numbers opened, ${opened} in all`);
      await visit.rest();
    },
    240_000,
  );
});

it('a number computed from what a page was told wrongly is called wrong by the facts read anew', async () => {
  const { page, go } = await here.visit({ as: 'leader' });
  await page.route(/\/api\/v1\/board-sets\?/, async (route) => {
    const answer = await route.fetch();
    const { boards } = (await answer.json()) as { readonly boards: readonly { readonly items: readonly Answer[] }[] };
    const told = boards.map(({ items }) => ({ items: items.map(doubled) }));
    await route.fulfill({ response: answer, json: { boards: told } });
  });
  await go('/');
  await page.locator('[data-figure^="calc:spent-"]').first().click();
  await page.locator('[data-recomputed="differs"]').waitFor();
});

interface Answer {
  readonly metric: string;
  readonly rows?: readonly { readonly value: number }[];
}

const doubled = (answer: Answer): Answer =>
  answer.metric === 'budget.disbursed' && answer.rows
    ? { ...answer, rows: answer.rows.map((row) => ({ ...row, value: row.value * 2 })) }
    : answer;
