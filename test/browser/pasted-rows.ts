import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '@soquy/platform';
import type { Product } from '../e2e/product.js';
import { paste } from './keys.js';
import type { Visit } from './visit.js';

/** Cells as a spreadsheet copies them. */
export const tableOf = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.join('\t')).join('\r\n');

const HEADINGS = ['Tên HTX', 'Loại hình', 'Ngành nghề', 'Tỉnh', 'Xã', 'MST', 'Số thành viên', 'Ngày đăng ký'];
const KINDS = ['Hợp tác xã', 'HTX', 'Tổ hợp tác', 'THT'];
const SECTORS = ['Nông nghiệp', 'Xây dựng', 'Thương mại', 'Tín dụng'];
const CRAFTS = ['Rau sạch', 'Chăn nuôi', 'Dệt chiếu', 'Thuỷ sản', 'Vận tải', 'May mặc', 'Đan lát', 'Mía đường'];
const PLACES = ['Ánh Mai', 'Suối Trong', 'Gò Dừa', 'Rừng Hồi', 'Đá Bạc', 'Long Đức', 'Hiệp Mỹ', 'Ngũ Lạc', 'Đại Phước'];

const two = (number: number) => String(number).padStart(2, '0');

/** A register in eight columns under its headings, as offices keep it; names tell the rows of one table from another's. */
export function organisationRows(count: number, mark: string, firstCode: number): readonly (readonly string[])[] {
  const rows = Array.from({ length: count }, (_, at) => [
    `HTX ${CRAFTS[at % CRAFTS.length]} ${PLACES[(at * 7) % PLACES.length]} ${mark} ${at + 1}`,
    KINDS[at % KINDS.length]!,
    SECTORS[at % SECTORS.length]!,
    'Trà Vinh',
    `Xã ${PLACES[at % PLACES.length]}`,
    String(firstCode + at),
    String(7 + (at % 40)),
    `${two(1 + (at % 28))}/${two(1 + (at % 12))}/${2015 + (at % 9)}`,
  ]);
  return [HEADINGS, ...rows];
}

interface Item {
  readonly id: string;
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the register holds with a mark in its title, all pages of it. */
export async function recordedWith(product: Product, noun: string, mark: string): Promise<readonly Item[]> {
  await product.level();
  const client = await product.as('officer', DEMO_PASSWORD);
  const items: Item[] = [];
  for (let after = ''; ;) {
    const { body } = await client.get(`${noun}?limit=200&sort=code&q=${encodeURIComponent(mark)}${after && `&after=${after}`}`);
    items.push(...(body.items as readonly Item[]));
    if (body.next === undefined) return items.filter(({ title }) => title.includes(mark));
    after = encodeURIComponent(body.next as string);
  }
}

/** Titles that stand there more than once. */
export const twice = (items: readonly Item[]): readonly string[] => {
  const titles = items.map(({ title }) => title);
  return titles.filter((title, at) => titles.indexOf(title) !== at);
};

/** Milliseconds from the paste until its marks are painted. */
declare global {
  interface Window {
    soquyPasted?: number;
  }
}

/** Measures the next paste on a page: from the event itself to the first frame in which cells of the grid carry their marks. */
const watchPaste = (page: Page): Promise<void> =>
  page.evaluate(() => {
    delete window.soquyPasted;
    const begin = () => {
      const started = performance.now();
      const isMarked = () =>
        [...document.querySelectorAll('[role=grid] [role=gridcell]')].some(({ textContent }) => /[✔⚠✖]/.test(textContent));
      const watching = new MutationObserver(() => {
        if (!isMarked()) return;
        watching.disconnect();
        // What stands there is painted with the next frame; the task after it is the first that is free again.
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => (window.soquyPasted = performance.now() - started);
          painted.port2.postMessage(0);
        });
      });
      watching.observe(document.body, { subtree: true, childList: true, characterData: true });
    };
    addEventListener('paste', begin, { capture: true, once: true });
  });

/** Opens the page and pastes as often as asked; milliseconds from each paste to its marks. */
export async function pasteTimes(visit: Visit, table: string, times: number, slower: number): Promise<readonly number[]> {
  const { page, context, go } = visit;
  const devtools = await context.newCDPSession(page);
  const took: number[] = [];
  for (let run = 0; run < times; run += 1) {
    await page.evaluate(() =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith('soquy-paste'))
        .forEach((key) => localStorage.removeItem(key)),
    );
    await go('/organisations/paste');
    await watchPaste(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await paste(page, table);
    await page.waitForFunction(() => window.soquyPasted !== undefined, undefined, { timeout: 60_000 });
    took.push(Math.round((await page.evaluate(() => window.soquyPasted))!));
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.goto('/sign-in');
  }
  return took.sort((a, b) => a - b);
}
