import type { Browser } from 'playwright-core';
import { startProduct, type Product } from '../e2e/product.js';
import { OFFICE, openBrowser, openVisit, type Look, type Visit } from './visit.js';

export { OFFICE, openBrowser, PHONE, type Visit } from './visit.js';

export interface InBrowser {
  readonly product: Product;
  visit(look?: Look): Promise<Visit>;
  /** The account's one page that stays open for the tests of the file, as it does for who works with the product. */
  keptVisit(as: string | undefined): Promise<Visit>;
}

interface Asked {
  readonly product: Product;
  readonly browser: Browser;
  readonly visits: Visit[];
  readonly kept: Map<string, Visit>;
}

/** One product with the demo and one browser for the tests of a file. After each test its pages must have been silent. */
export function inBrowser(): InBrowser {
  const asked = { visits: [] as Visit[], kept: new Map<string, Visit>() } as { -readonly [Key in keyof Asked]: Asked[Key] };
  beforeAll(async () => {
    asked.product = await startProduct({ demo: true });
    asked.browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await asked.browser?.close();
    await asked.product?.stop();
  });
  afterEach(async () => {
    const heard = [...asked.visits, ...asked.kept.values()].flatMap(({ noise }) => noise.taken());
    await Promise.all(asked.visits.splice(0).map(({ context }) => context.close()));
    expect(heard).toEqual([]);
  });
  return {
    get product() {
      return asked.product;
    },
    visit: (look = {}) => open(asked, look),
    keptVisit: (as) => stayed(asked, as),
  };
}

async function open({ browser, product: { url }, visits }: Asked, look: Look): Promise<Visit> {
  const visit = await openVisit(browser, url, look);
  visits.push(visit);
  return visit;
}

/** In the light and at a desk again, whatever the last test has made of it. */
async function stayed({ browser, product: { url }, kept }: Asked, as: string | undefined): Promise<Visit> {
  const visit = kept.get(as ?? '') ?? (await openVisit(browser, url, { as }));
  kept.set(as ?? '', visit);
  await visit.page.emulateMedia({ colorScheme: 'light' });
  await visit.page.setViewportSize(OFFICE);
  return visit;
}
