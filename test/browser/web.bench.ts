import type { Browser } from 'playwright-core';
import { whoseWork } from './addresses.js';
import { paste } from './keys.js';
import { organisationRows, pasteTimes, tableOf } from './pasted-rows.js';
import { openSlowly, type Measured } from './throttled.js';
import { openBrowser, openVisit, type Visit } from './visit.js';
import { percentile } from '../bench/rounds.js';
import type { BenchRow } from '../bench/row.js';
import { withScratchDatabase } from '../bench/scratch-database.js';
import { withServer } from '../bench/serving.js';

const PLACES = ['/', '/programmes', '/fund', '/loans', '/overdue'];
const ROUNDS = 3;
const ROWS = 1_000;
const PASTES = 5;
const PASTER = 'officer-tra-vinh';

/** What people wait for in the browser: a page's first figure, and a pasted table that is checked and recorded. */
export async function rows(databaseUrl: string): Promise<BenchRow[]> {
  const browser = await openBrowser();
  try {
    return await withScratchDatabase(databaseUrl, (database) =>
      withServer('demo', database, (product) => measured(browser, product.origin)),
    );
  } finally {
    await browser.close();
  }
}

async function measured(browser: Browser, url: string): Promise<BenchRow[]> {
  const looks = new Map(PLACES.map((place) => [place, [] as Measured[]]));
  // In turn, so that a noisy minute hits all places.
  for (let round = 0; round < ROUNDS; round++)
    for (const place of PLACES)
      looks.get(place)!.push(await visited(browser, url, whoseWork(place), (visit) => openSlowly(visit, place)));
  const checks = [];
  for (const slower of [1, 6]) checks.push(await visited(browser, url, PASTER, (visit) => checkRow(visit, slower)));
  return [...[...looks].map(lookRow), ...checks, await visited(browser, url, PASTER, recordRow)];
}

async function visited<Result>(
  browser: Browser,
  url: string,
  as: string | undefined,
  use: (visit: Visit) => Promise<Result>,
): Promise<Result> {
  const visit = await openVisit(browser, url, { as });
  try {
    return await use(visit);
  } finally {
    await visit.context.close();
  }
}

const middle = (took: readonly number[]) => percentile(took, 0.5);

function lookRow([place, looks]: readonly [string, readonly Measured[]]): BenchRow {
  const [figure, paint] = [middle(looks.map(({ figureMs }) => figureMs)), middle(looks.map(({ lcpMs }) => lcpMs))];
  const asked = Math.max(...looks.map(({ asked: { length } }) => length));
  return {
    goal: `${place}, cold, machine 6x slower, 10 Mbit/s, 40 ms: largest paint <= 2.5 s within 8 requests`,
    ours: `first figure ${figure} ms, largest paint ${paint} ms, ${asked} requests`,
    note: `medians of ${looks.length}, this process and the product on the same machine`,
  };
}

async function checkRow(visit: Visit, slower: number): Promise<BenchRow> {
  await visit.go('/sign-in');
  const took = await pasteTimes(visit, tableOf(organisationRows(ROWS, 'đo', 2_100_000_000)), PASTES, slower);
  return {
    goal: `${ROWS} pasted rows of 8 columns checked, machine ${slower}x slower: <= 300 ms`,
    ours: `${middle(took)} ms (median), ${Math.max(...took)} ms (longest of ${took.length})`,
  };
}

const LONGEST_MS = 300_000;

async function recordRow({ page, go }: Visit): Promise<BenchRow> {
  await go('/organisations/paste');
  await paste(page, tableOf(organisationRows(ROWS, 'ghi', 2_200_000_000)));
  const button = page.getByRole('button', { name: `Ghi ${ROWS} dòng` });
  await button.waitFor();
  const start = performance.now();
  await button.click();
  await page.getByText(`${ROWS} dòng dán = ${ROWS} đã ghi`).first().waitFor({ timeout: LONGEST_MS });
  const took = performance.now() - start;
  return {
    goal: `${ROWS} pasted rows recorded, a request each`,
    ours: `${(took / 1_000).toFixed(1)} s, ${Math.round((ROWS / took) * 1_000)} rows/s`,
    note: 'four on their way at a time, durable, the grid drawn meanwhile',
  };
}
