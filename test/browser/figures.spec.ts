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
      const visit = await here.visit({ as: path === '/inbox' ? 'fund-manager' : whoseWork(path) });
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
