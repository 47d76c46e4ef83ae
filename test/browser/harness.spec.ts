import type { Browser, BrowserContext, Page } from 'playwright-core';
import { countActs } from './acts.js';
import { axeComplaints } from './axe.js';
import { everyFigureAgrees } from './figures.js';
import { complaints } from './house-rules.js';
import { openBrowser } from './in-browser.js';
import { pressOn, tabTo, typeInto } from './keys.js';
import { Noise } from './noise.js';
import { settled } from './settled.js';

// The means of the other tests, tried on planted pages: what they are to find must be found.
const ORIGIN = 'http://planted.test';
let browser: Browser;
let context: BrowserContext;
let page: Page;
let noise: Noise;

beforeAll(async () => {
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser.close());

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  context.setDefaultTimeout(5_000);
  noise = new Noise(context, ORIGIN);
  page = await context.newPage();
});
afterEach(() => context.close());

const headers = { 'content-security-policy': "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'" };

async function planted(body: string): Promise<void> {
  const html = `<!doctype html><html lang="vi"><head><title>Trang · Sổ Quỹ</title></head><body><main>${body}</main></body></html>`;
  await context.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin === ORIGIN && pathname === '/')
      return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers });
    return origin === ORIGIN && pathname === '/gone'
      ? route.fulfill({ status: 404, body: '' })
      : route.abort('connectionrefused');
  });
  await page.goto(`${ORIGIN}/`);
  await settled(page, noise);
}

describe('noise is', () => {
  it.each([
    ['an error on the console', `<script>console.error('aloud')</script>`, /^console error: aloud/],
    ['a warning on the console', `<script>console.warn('aloud')</script>`, /^console warning: aloud/],
    ['an exception', `<script>setTimeout(() => { throw new Error('thrown') })</script>`, /^error: Error: thrown/],
    ['a promise nobody waits for', `<script>Promise.reject(new Error('lost'))</script>`, /^error: Error: lost/],
    ['what the content policy forbids', `<style>h1 { color: red }</style>`, /^console error: .*Content Security Policy/],
    ['a refused request', `<script>fetch('/gone')</script>`, /^404 GET http:\/\/planted\.test\/gone/],
    ['a failed request', `<script>fetch('/away').catch(() => 0)</script>`, /^net::ERR_CONNECTION_REFUSED: GET/],
    ['a request elsewhere', `<img alt="" src="http://elsewhere.test/a.png">`, /^request elsewhere: /],
  ])('%s', async (_, body, expected) => {
    await planted(`<h1>Trang</h1>${body}`);
    expect(noise.heard.filter((line) => expected.test(line))).toHaveLength(1);
  });

  it('not what a test provokes, nor a page that behaves', async () => {
    noise.expect(/^404 GET/);
    await planted(`<h1>Trang</h1><script>fetch('/gone'); console.log('quietly')</script>`);
    expect(noise.heard).toEqual([]);
  });
});

describe('a page is complained of', () => {
  it.each([
    ['without a heading', '<h1>Một</h1><h1>Hai</h1>', '2 headings of the first level'],
    ['scrolling sideways', '<h1>Trang</h1><pre>' + 'rộng '.repeat(200) + '</pre>', 'scrolls sideways'],
    ['a field without a name', '<h1>Trang</h1><input>', 'label: '],
    ['a value nobody gave', '<h1>Trang</h1><p>Tổng: NaN đồng</p>', 'shows NaN'],
  ])('%s', async (_, body, expected) => {
    await planted(body);
    expect((await complaints(page, 'vi')).join('\n')).toContain(expected);
  });

  it('for too little contrast', async () => {
    await planted('<h1>Trang</h1><p>Mờ</p>');
    await page.evaluate(() => void (document.querySelector('p')!.style.color = '#bbb'));
    expect((await axeComplaints(page)).join('\n')).toContain('color-contrast: p');
  });

  it('not when it keeps the rules', async () => {
    await planted('<h1>Trang</h1><label>Tên <input></label>');
    expect(await complaints(page, 'vi')).toEqual([]);
  });
});

describe('a task costs', () => {
  const FORM = `<h1>Ghi</h1><label>Tên <input id="a"></label><label>Số <input id="b"></label><button>Ghi</button>`;

  it('a click for each press, by pointer or key, and a field for each typed into', async () => {
    await planted(FORM);
    const acts = await countActs(page);
    await page.getByLabel('Tên').click();
    await page.keyboard.type('Chè');
    await typeInto(page, page.getByLabel('Số'), '12');
    await typeInto(page, page.getByLabel('Số'), '3');
    await pressOn(page, page.getByRole('button'));
    await page.getByRole('button').click();
    // Selecting all before typing anew is a key that does something.
    expect(acts.so).toEqual({ clicks: 3, fields: 2 });
  });

  it('nothing for moving about, nor for what scripts do', async () => {
    await planted(FORM);
    const acts = await countActs(page);
    await tabTo(page, page.getByRole('button'));
    await page.keyboard.press('ArrowDown');
    await page.evaluate(() => document.querySelector('button')!.click());
    expect(acts.so).toEqual({ clicks: 0, fields: 0 });
  });
});

describe('by keyboard', () => {
  it('what cannot be reached is said', async () => {
    await planted('<h1>Trang</h1><button tabindex="-1">Ghi</button>');
    await expect(tabTo(page, page.getByRole('button'))).rejects.toThrow('do not lead to');
  });

  it('what hides its focus is said', async () => {
    await planted('<h1>Trang</h1><button>Ghi</button>');
    await page.evaluate(() => void (document.querySelector('button')!.style.outline = 'none'));
    await expect(tabTo(page, page.getByRole('button'))).rejects.toThrow('does not show it');
  });
});

describe('figures', () => {
  const figure = (verdict: string) => `<h1>Trang</h1>
    <button data-figure="f">12</button>
    <div role="dialog" aria-label="Số này từ đâu ra?" hidden>${verdict}</div>
    <script>
      const drawer = document.querySelector('[role=dialog]');
      document.querySelector('button').onclick = () => (drawer.hidden = false);
      addEventListener('keydown', ({ key }) => key === 'Escape' && (drawer.hidden = true));
    </script>`;
  const verdict = (is: string, text: string) => figure(`<p data-recomputed="${is}">${text}</p>`);

  it('agree with their events', async () => {
    await planted(verdict('match', 'Tính lại tại máy: khớp (3/3)'));
    expect(await everyFigureAgrees({ page })).toBe(1);
  });

  it('are opened once, on however many pages they stand', async () => {
    await planted(verdict('match', 'Tính lại tại máy: khớp (3/3)'));
    const seen = new Set<string>();
    expect([await everyFigureAgrees({ page }, seen), await everyFigureAgrees({ page }, seen)]).toEqual([1, 0]);
  });

  it.each([
    [verdict('differs', 'Lệch: máy tính ra 3 (khớp 2/3)'), 'differs: L'],
    [verdict('unknown', 'Trang này chưa có công thức'), 'unknown: Trang'],
    [figure('<p>Đang mở</p>'), 'no word of agreeing'],
  ])(
    'are found out (%#)',
    async (body, said) => {
      await planted(body);
      await expect(everyFigureAgrees({ page })).rejects.toThrow(said);
    },
    60_000,
  );
});
