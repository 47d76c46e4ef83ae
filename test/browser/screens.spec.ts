import { addressesOf, screenPaths, whoseWork } from './addresses.js';
import { complaints } from './house-rules.js';
import { inBrowser, OFFICE, PHONE } from './in-browser.js';

const here = inBrowser();
const inEachLanguage = screenPaths.flatMap((path) => (['vi', 'en'] as const).map((language) => [path, language] as const));

/** Each language is seen in both themes and at both widths; each theme at both widths. */
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

describe('every page is accessible, fits and is silent, light and dark, at 360 and 1366 px:', () => {
  it.each(inEachLanguage)(
    '%s in %s',
    async (path, language) => {
      const found: string[] = [];
      for (const address of await addressesOf(path, here.product)) {
        const { page, go, rest } = await here.visit({ as: whoseWork(path), language });
        await go(address);
        for (const [theme, size] of LOOKS[language]) {
          await page.emulateMedia({ colorScheme: theme });
          await page.setViewportSize(size);
          await rest();
          for (const complaint of await complaints(page, language))
            found.push(`${address} ${theme} ${size.width} px: ${complaint}`);
        }
      }
      expect(found).toEqual([]);
    },
    240_000,
  );
});
