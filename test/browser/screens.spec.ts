import { addressesOf, screenPaths, whoseWork } from './addresses.js';
import { complaints } from './house-rules.js';
import { inBrowser, OFFICE, PHONE } from './in-browser.js';

const here = inBrowser();
const inEachLanguage = screenPaths.flatMap((path) => (['vi', 'en'] as const).map((language) => [path, language] as const));

/** Kinds that share one page are all looked at once; the first of them in every look of both languages. */
const A_FEW = 1;
const FAILED =
  /Không có trang này|There is no such page|Chưa mở được trang này|could not be opened|Không có loại này|There is no such kind/;

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
      const addresses = await addressesOf(path, here.product);
      for (const address of language === 'vi' ? addresses : addresses.slice(0, A_FEW)) {
        const { page, go, rest } = await here.visit({ as: whoseWork(path), language });
        await go(address);
        for (const heading of await page.getByRole('heading', { level: 1, name: FAILED }).allInnerTexts())
          found.push(`${address}: ${heading}`);
        const looks = address === addresses[0] ? LOOKS[language] : LOOKS[language].slice(0, 1);
        for (const [theme, size] of looks) {
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
