import { addressesOf, screenPaths, whoseWork } from './addresses.js';
import { complaints } from './house-rules.js';
import { inBrowser, OFFICE, PHONE, type Visit } from './in-browser.js';

const here = inBrowser();

const LANGUAGES = ['vi', 'en'] as const;
const FAILED = /Không có trang này|Page not found|Chưa mở được trang này|could not be opened|Không có loại này|No such kind/;

type Language = (typeof LANGUAGES)[number];

/** Each language in both themes and at both widths, each width in both themes. */
const LOOKS = {
  vi: [
    ['light', OFFICE],
    ['dark', PHONE],
  ],
  en: [
    ['dark', OFFICE],
    ['light', PHONE],
  ],
} as const;

/** As a reader does, in the header; what is chosen is kept for the next address. */
async function switchLanguage({ page, rest }: Visit, to: Language): Promise<void> {
  await page.locator(`header button[lang=${to}]`).click();
  await rest();
}

async function* everyLook(visit: Visit, address: string): AsyncGenerator<string> {
  const { page, go, rest } = visit;
  await go(address);
  const first = (await page.evaluate(() => document.documentElement.lang)) as Language;
  for (const language of LANGUAGES[0] === first ? LANGUAGES : LANGUAGES.toReversed()) {
    if (language !== first) await switchLanguage(visit, language);
    for (const heading of await page.getByRole('heading', { level: 1, name: FAILED }).allInnerTexts()) yield heading;
    for (const [theme, size] of LOOKS[language]) {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize(size);
      await page.locator(`html[data-mantine-color-scheme=${theme}]`).waitFor({ state: 'attached' });
      await rest();
      for (const complaint of await complaints(page, language)) yield `${language}, ${theme}, ${size.width} px: ${complaint}`;
    }
  }
}

it('every page the application knows is looked at', async () => {
  const { page, go } = await here.visit({ as: 'leader' });
  await go('/');
  const known = await page.evaluate(() =>
    Object.keys((window as unknown as { __TSR_ROUTER__: { routesByPath: object } }).__TSR_ROUTER__.routesByPath),
  );
  expect(known.sort()).toEqual(screenPaths);
});

describe('every page is accessible, fits and is silent in both languages, light and dark, at 360 and 1366 px:', () => {
  it.each(screenPaths)(
    '%s',
    async (path) => {
      const found: string[] = [];
      const visit = await here.keptVisit(whoseWork(path));
      for (const address of await addressesOf(path, here.product))
        for await (const complaint of everyLook(visit, address)) found.push(`${address}: ${complaint}`);
      expect(found).toEqual([]);
    },
    240_000,
  );
});
