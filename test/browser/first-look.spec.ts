import { DEMO_PASSWORD } from '@soquy/platform';
import { inBrowser, PHONE } from './in-browser.js';
import { countActs } from './acts.js';
import { whoseWork } from './addresses.js';
import { pressOn, typeInto } from './keys.js';
import { openSlowly } from './throttled.js';

/** Requests until the first figure of a page stands there, with nothing kept from before and fonts apart (ux.md 4.7). */
const MOST = 8;
const PLACES = ['/', '/programmes', '/fund', '/loans', '/overdue'] as const;

const here = inBrowser();

describe('signing in', () => {
  it('works by keyboard alone, with two fields and one key', async () => {
    const { page, go, rest } = await here.visit();
    await go('/sign-in');
    const acts = await countActs(page);
    await typeInto(page, page.getByLabel('Tên đăng nhập'), 'leader');
    await typeInto(page, page.locator('input[type=password]'), DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    await rest();
    expect(acts.so).toEqual({ clicks: 1, fields: 2 });
  });

  it('keeps what was typed when it is refused', async () => {
    const { page, go, noise } = await here.visit({ size: PHONE });
    noise.expect(/^401 POST \S+\/api\/v1\/sessions$/);
    await go('/sign-in');
    await typeInto(page, page.getByLabel('Tên đăng nhập'), 'leader');
    await typeInto(page, page.locator('input[type=password]'), 'not-the-password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('leader');
  });

  it('can be left again', async () => {
    const { page, go, rest } = await here.visit({ as: 'fund-manager' });
    await go('/');
    await pressOn(page, page.getByRole('banner').getByRole('button', { name: 'Đăng xuất' }));
    await page.waitForURL((url) => url.pathname === '/sign-in');
    await rest();
  });
});

describe('the overview', () => {
  it('prints to A4: figures, and nothing to press', async () => {
    const { page, go } = await here.visit({ as: 'leader' });
    await go('/');
    await page.emulateMedia({ media: 'print' });
    const controls = page
      .locator('button:visible, input:visible, select:visible, nav:visible')
      .and(page.locator(':not([data-figure])'))
      // What a column can be sorted by is its heading, which is read.
      .and(page.locator(':not(th *)'));
    expect(await controls.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML.slice(0, 160)))).toEqual([]);
    expect(await page.locator('[data-figure]:visible').count()).toBeGreaterThan(0);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // 595 by 842 points: the paper was not overruled by the page.
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]\S* 84[12]/);
    expect(pdf.length).toBeGreaterThan(10_000);
  });
});

describe('on a slow machine and line', () => {
  it.each(PLACES)(
    '%s shows its first figure within its requests; how fast is told',
    async (address) => {
      const visit = await here.visit({ as: whoseWork(address) });
      const { lcpMs, figureMs, heapMb, asked } = await openSlowly(visit, address);
      const counted = `${asked.length} requests`;
      console.log(`${address}: ${counted}, largest paint ${lcpMs} ms, first figure ${figureMs} ms, heap ${heapMb} MB`);
      await visit.rest();
      expect({ asked, more: Math.max(0, asked.length - MOST) }).toEqual({ asked, more: 0 });
    },
    120_000,
  );
});
