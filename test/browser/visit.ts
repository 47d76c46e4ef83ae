import { DEMO_PASSWORD } from '@soquy/platform';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
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

/** A page of the product for somebody, signed in where one is named. */
export async function openVisit(browser: Browser, url: string, look: Look = {}): Promise<Visit> {
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
    ...(as && { storageState: await signedIn(browser, url, as) }),
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript((chosen) => {
    if (location.protocol === 'about:') return;
    const { localStorage } = window;
    localStorage.setItem('soquy-language', localStorage.getItem('soquy-language') ?? chosen);
  }, language);
  const noise = new Noise(context, url);
  const page = await context.newPage();
  const rest = () => settled(page, noise);
  const go = async (address: string) => {
    await page.goto(address);
    await rest();
  };
  return { page, context, noise, go, rest };
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;
const states = new Map<string, Promise<State>>();

/** What a browser keeps of an account that signed in by the form: done once, then given to each further page. */
function signedIn(browser: Browser, url: string, username: string): Promise<State> {
  const key = `${url} ${username}`;
  const known = states.get(key) ?? signIn(browser, url, username);
  states.set(key, known);
  return known;
}

async function signIn(browser: Browser, url: string, username: string): Promise<State> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(DEMO_PASSWORD);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
  const state = await context.storageState();
  await context.close();
  return state;
}
