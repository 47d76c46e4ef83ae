import { DEMO_PASSWORD } from '@soquy/platform';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startProduct, type Product } from '../e2e/product.js';
import { findChromium } from './chromium.js';
import { Noise } from './noise.js';
import { settled } from './settled.js';

export const PHONE = { width: 360, height: 740 };
export const OFFICE = { width: 1366, height: 768 };
export type Size = typeof PHONE;

export interface Look {
  /** An account of the demo, each named after its role; absent: nobody is signed in. */
  readonly as?: string | undefined;
  readonly language?: 'vi' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly size?: Size;
}

/** A page of the product in a browser that knows nothing of another test. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly noise: Noise;
  /** Opens an address of the product and waits until all of it is there. */
  readonly go: (address: string) => Promise<void>;
  /** Waits until what was set off has come to rest. */
  readonly rest: () => Promise<void>;
}

export interface InBrowser {
  readonly product: Product;
  visit(look?: Look): Promise<Visit>;
}

const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

export async function openBrowser(): Promise<Browser> {
  const { path, env } = findChromium();
  return chromium.launch({ executablePath: path, args: FLAGS, env: { ...process.env, ...env } as Record<string, string> });
}

interface Asked {
  readonly product: Product;
  readonly browser: Browser;
  readonly visits: Visit[];
}

/** One product with the demo and one browser for the tests of a file. After each test its pages must have been silent. */
export function inBrowser(): InBrowser {
  const asked = { visits: [] as Visit[] } as { -readonly [Key in keyof Asked]: Asked[Key] };
  beforeAll(async () => {
    asked.product = await startProduct({ demo: true });
    asked.browser = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await asked.browser?.close();
    await asked.product?.stop();
  });
  afterEach(async () => {
    const heard = asked.visits.flatMap(({ noise }) => noise.heard);
    await Promise.all(asked.visits.splice(0).map(({ context }) => context.close()));
    expect(heard).toEqual([]);
  });
  return {
    get product() {
      return asked.product;
    },
    visit: (look = {}) => open(asked, look),
  };
}

async function open({ browser, product: { url }, visits }: Asked, look: Look): Promise<Visit> {
  const { as, language = 'vi', theme = 'light', size = OFFICE } = look;
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    colorScheme: theme,
    // A machine in Vietnam, whichever language its user reads.
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // What fades in has no contrast while it does.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript((chosen) => {
    if (location.protocol === 'about:') return;
    const { localStorage } = window;
    localStorage.setItem('soquy-language', localStorage.getItem('soquy-language') ?? chosen);
  }, language);
  if (as) await signIn(context, url, as);
  const noise = new Noise(context, url);
  const page = await context.newPage();
  const rest = () => settled(page, noise);
  const go = async (address: string) => {
    await page.goto(address);
    await rest();
  };
  const visit = { page, context, noise, go, rest };
  visits.push(visit);
  return visit;
}

const cookies = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** Signs an account of the demo in once and gives its session to further pages; the form has a test of its own. */
async function signIn(context: BrowserContext, url: string, username: string): Promise<void> {
  const known = cookies.get(`${url} ${username}`);
  if (known) return context.addCookies(known);
  const answer = await context.request.post(`${url}/api/v1/sessions`, { data: { username, password: DEMO_PASSWORD } });
  if (answer.status() !== 201) throw new Error(`${username} cannot sign in: ${answer.status()} ${await answer.text()}`);
  cookies.set(`${url} ${username}`, await context.cookies());
}
