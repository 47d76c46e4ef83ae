import { addressesOf, screenPaths, whoseWork } from './addresses.js';
import { complaints } from './house-rules.js';
import { inBrowser, OFFICE, PHONE, type Visit } from './in-browser.js';

const here = inBrowser();

const LANGUAGES = ['vi', 'en'] as const;
/** Of kinds that share one page these are seen in every look, the others in every second one. */
const A_FEW = 3;
const FAILED = /Không có trang này|Page not found|Chưa mở được trang này|could not be opened|Không có loại này|No such kind/;

/**
 * All there are in one language, each a single step from the one before it; the other language sees them in reverse. Every
 * second of both still has each language and each width in both themes.
 */
const LOOKS = [
  ['light', OFFICE],
  ['dark', OFFICE],
  ['dark', PHONE],
  ['light', PHONE],
] as const;

type Language = (typeof LANGUAGES)[number];

/** As a reader does, in the header; what is chosen is kept for the next address. */
async function switchLanguage({ page, rest }: Visit, to: Language): Promise<void> {
  await page.locator(`header button[lang=${to}]`).click();
  await rest();
}

async function* everyLook(visit: Visit, address: string, each: number): AsyncGenerator<string> {
  const { page, go, rest } = visit;
  await go(address);
  const first = (await page.evaluate(() => document.documentElement.lang)) as Language;
  for (const language of LANGUAGES[0] === first ? LANGUAGES : LANGUAGES.toReversed()) {
    if (language !== first) await switchLanguage(visit, language);
    for (const heading of await page.getByRole('heading', { level: 1, name: FAILED }).allInnerTexts()) yield heading;
    const looks = (language === first ? LOOKS : LOOKS.toReversed()).filter((_, nth) => nth % each === 0);
    for (const [theme, size] of looks) {
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
      const visit = await here.visit({ as: whoseWork(path) });
      for (const [nth, address] of (await addressesOf(path, here.product)).entries())
        for await (const complaint of everyLook(visit, address, nth < A_FEW ? 1 : 2)) found.push(`${address}: ${complaint}`);
      expect(found).toEqual([]);
    },
    240_000,
  );
});
