import type { Visit } from './visit.js';

/** The machine and the line that the budgets of ux.md 4.7 speak of. */
const SLOWER = 6;
const BYTES_A_SECOND = (10 * 1024 * 1024) / 8;
const LATENCY_MS = 40;

export interface Measured {
  readonly lcpMs: number;
  readonly figureMs: number;
  readonly heapMb: number;
  /** What was asked for until the first figure stood in the page, fonts apart. */
  readonly asked: readonly string[];
}

/** Opens an address on a slow machine and a slow line. Times depend on who else is at work here, so they are told, not asserted. */
export async function openSlowly({ page, context }: Pick<Visit, 'page' | 'context'>, address: string): Promise<Measured> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const asked: { readonly at: number; readonly path: string }[] = [];
  devtools.on('Network.requestWillBeSent', ({ request: { url }, type, wallTime }) => {
    if (type !== 'Font' && !url.startsWith('data:')) asked.push({ at: wallTime * 1_000, path: new URL(url).pathname });
  });
  await page.addInitScript(noteFirstFigure);
  const started = Date.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('[data-figure]').first().waitFor({ timeout: 60_000 });
  const figureAt = await page.evaluate(() => (window as Noting).firstFigureAt!);
  const lcpMs = await page.evaluate(largestPaint);
  const { metrics } = await devtools.send('Performance.enable').then(() => devtools.send('Performance.getMetrics'));
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  return {
    lcpMs: Math.round(lcpMs),
    figureMs: Math.round(figureAt - started),
    heapMb: Math.round(heap / 1024 ** 2),
    asked: asked.filter(({ at }) => at <= figureAt).map(({ path }) => path),
  };
}

type Noting = Window & { firstFigureAt?: number };

/** Notes when it was by the clock: what a page asks for because of a figure comes after it. */
function noteFirstFigure(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-figure]')) return;
    (window as Noting).firstFigureAt = performance.timeOrigin + performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

const largestPaint = () =>
  new Promise<number>((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
    setTimeout(() => done(0), 2_000);
  });
