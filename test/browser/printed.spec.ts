import { DEMO_PASSWORD } from '@soquy/platform';
import { addressesOf, whoseWork } from './addresses.js';
import { inBrowser } from './in-browser.js';
import { letters, print } from './paper.js';
import type { Visit } from './visit.js';

const here = inBrowser();

/** What offices lay before others on paper. */
const PAGES = ['/', '/loans/$id', '/programmes/$id', '/overdue', '/audit', '/organisations/$id'] as const;
const PAST = '2026-09-30';
/** A4 between its margins. */
const PAPER_PX = 703;

const DAY = '\\d{2}/\\d{2}/\\d{4}';
const INSTANT = `${DAY}\\d{2}:\\d{2}`;

/** What stands at the foot of a sheet: the day of its figures as a pattern, and who printed it; `now` where it has no figures of a day. */
const FEET = {
  now: (who: string) => new RegExp(letters(`In lúc ${INSTANT} · người in ${who}`)),
  vi: (day: string, who: string) => new RegExp(letters(`Số liệu đến ${day} · in lúc ${INSTANT} · người in ${who}`)),
  en: (day: string, who: string) => new RegExp(letters(`Figures to ${day} · printed at ${INSTANT} · printed by ${who}`)),
};

/** An auditor's page shows nothing before it is asked something. */
const ASKED: Readonly<Record<string, string>> = { '/audit': 'metric=support.total&groupBy=year' };

async function addressOf(path: string, ...asked: readonly string[]): Promise<string> {
  const [address] = await addressesOf(path, here.product);
  return `${address!}?${[ASKED[path], ...asked].filter(Boolean).join('&')}`;
}

/** Every number on the page, in its order. */
const figuresOn = ({ page }: Visit) => page.locator('main [data-figure]').allInnerTexts();

/** The page as it stands at the moment the browser takes it to paper. */
async function onPaper({ page }: Visit, look: () => Promise<void>): Promise<void> {
  await page.setViewportSize({ width: PAPER_PX, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await look();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
}

/** The part that prints comes when nothing else is waited for. */
async function ready({ page }: Visit): Promise<void> {
  await page.waitForFunction(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const isThere = document.querySelector('[data-printed-end]') !== null;
    window.dispatchEvent(new Event('afterprint'));
    return isThere;
  });
}

describe.each(PAGES)('%s on paper', (path) => {
  it('says on every sheet what it is, and leads back to the very numbers', async () => {
    const as = whoseWork(path)!;
    const visit = await here.visit({ as });
    await visit.go(await addressOf(path));
    await ready(visit);
    const figures = await figuresOn(visit);
    expect(figures).not.toEqual([]);
    const { sheets, code } = await print(visit.page);
    sheets.forEach((sheet, index) => {
      expect(sheet).toMatch(FEET.vi(DAY, as));
      expect(sheet).toContain(`trang${index + 1}/${sheets.length}`);
    });
    expect(code).toMatch(/[?&]to=\d{4}-\d\d-\d\d&known=[a-z]-\d+/);
    expect(sheets.at(-1)).toContain(letters(code));
    // Nothing of it stays on the screen, where people look for other words.
    expect(await visit.page.locator('[data-printed-end], [data-printed-choices]').count()).toBe(0);
    await visit.go(code.slice(new URL(code).origin.length));
    expect(await figuresOn(visit)).toEqual(figures);
  });

  it('says the past it shows, in English, without anything to press', async () => {
    const as = whoseWork(path)!;
    const visit = await here.visit({ as, language: 'en', theme: 'dark' });
    await visit.go(await addressOf(path, `to=${PAST}`));
    await ready(visit);
    const { sheets, code } = await print(visit.page);
    for (const sheet of sheets) expect(sheet).toMatch(FEET.en('30/09/2026', as));
    expect(sheets.at(-1)).toContain(`page${sheets.length}/${sheets.length}`);
    expect(code).toContain(`to=${PAST}&known=`);
    await onPaper(visit, async () => {
      const pressed = visit.page
        .locator('button:visible, input:visible, select:visible, nav:visible, summary:visible')
        .and(visit.page.locator(':not([data-figure], th *, [role=tab][aria-selected=true])'));
      expect(await pressed.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML.slice(0, 160)))).toEqual([]);
      expect(await visit.page.evaluate(beyondPaper)).toEqual([]);
      // Light letters of a dark screen would be lost on white paper.
      expect(await visit.page.locator('h1').evaluate((each) => getComputedStyle(each).color)).toBe('rgb(22, 32, 43)');
      expect(
        await visit.page
          .locator('tr:visible')
          .evaluateAll((all) => all.filter((row) => getComputedStyle(row).breakInside !== 'avoid').length),
      ).toBe(0);
    });
  });
});

describe('the foot of a sheet', () => {
  it.each(['/', '/audit'])('tells the last day of a period that is over, on %s', async (path) => {
    const as = whoseWork(path)!;
    const visit = await here.visit({ as });
    await visit.go(await addressOf(path, 'period=2025'));
    await ready(visit);
    const figures = await figuresOn(visit);
    const { sheets, code } = await print(visit.page);
    for (const sheet of sheets) expect(sheet).toMatch(FEET.vi('31/12/2025', as));
    expect(code).toMatch(/[?&]period=2025&.*to=\d{4}-\d\d-\d\d&known=/);
    await visit.go(code.slice(new URL(code).origin.length));
    expect(await figuresOn(visit)).toEqual(figures);
  });

  it('tells no day, and promises none, where a page shows what waits now', async () => {
    const visit = await here.visit({ as: 'officer' });
    await visit.go(`/inbox?to=${PAST}`);
    await ready(visit);
    const { sheets, code } = await print(visit.page);
    for (const sheet of sheets) {
      expect(sheet).toMatch(FEET.now('officer'));
      expect(sheet).not.toMatch(FEET.vi(DAY, 'officer'));
      expect(sheet).not.toContain(letters('mở lại đúng các số liệu này'));
    }
    expect(code).toBe(new URL('/inbox', visit.page.url()).href);
  });
});

/** Drawings and cells that would be cut off at the edge of the sheet. */
const beyondPaper = () =>
  [...document.querySelectorAll('main svg, main td, main th')]
    .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1)
    .map(({ outerHTML }) => outerHTML.slice(0, 120));

describe('a list on paper', () => {
  it('says that it goes on, where a press would bring more of it', async () => {
    const visit = await here.visit({ as: 'finance' });
    await visit.go('/audit?tab=events');
    await ready(visit);
    const rows = await visit.page.locator('main tbody tr').count();
    const { sheets } = await print(visit.page);
    expect(sheets.join(' ')).toContain(letters(`${rows} dòng đầu, còn nữa`));
  });

  it('leaves who came to a heading by keyboard where he was', async () => {
    const visit = await here.visit({ as: 'officer' });
    await visit.go('/organisations');
    await ready(visit);
    // The name: paper is too narrow for the code before it.
    const cell = visit.page.locator('thead th').nth(1);
    const heading = cell.locator('button');
    const name = letters(await heading.innerText());
    await heading.focus();
    await onPaper(visit, async () => expect(letters(await cell.innerText())).toBe(name));
    expect(await heading.evaluate((each) => each === document.activeElement)).toBe(true);
  });

  it('says what it is held to and how many rows there are, and repeats its headings on every sheet', async () => {
    const visit = await here.visit({ as: 'officer' });
    const client = await here.product.as('officer', DEMO_PASSWORD);
    const { total } = (await client.get('organisations?status=active&limit=1&total=true')).body as { total: number };
    await visit.go('/organisations?status=active');
    await ready(visit);
    const { sheets } = await print(visit.page);
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets[0]).toContain(letters('Trạng thái: Đang hoạt động'));
    expect(sheets.join(' ')).toContain(letters(`${total} dòng`));
    const headings = await visit.page.locator('thead th').allInnerTexts();
    const withRows = sheets.filter((sheet) => /TC2\d{7}/.test(sheet));
    expect(withRows.length).toBeGreaterThan(1);
    for (const sheet of withRows)
      expect(headings.map((each) => letters(each.replace(/[▲▼]/, ''))).filter((each) => !sheet.includes(each))).toEqual([]);
  });
});
