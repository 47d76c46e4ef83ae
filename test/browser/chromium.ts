import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** A browser to start, and what its process needs beside our own environment. */
export interface Found {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'chrome.exe'];

/** Where other systems keep what stands in no PATH. */
const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The one asked for by name, the system's, Playwright's own, and last the one npm installed. Nothing is ever fetched. */
export function findChromium(env: NodeJS.ProcessEnv = process.env, playwrights = chromium.executablePath()): Found {
  if (env.CHROME_PATH) return { path: env.CHROME_PATH, env: {} };
  const path = systems(env) ?? (existsSync(playwrights) ? playwrights : undefined);
  return path ? { path, env: {} } : installed();
}

function systems({ PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  const inPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...inPath, ...FIXED_PLACES].find((path) => existsSync(path) && speaks(path));
}

/** Some systems have a file of that name which only says how to install one. */
const speaks = (path: string) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

function installed(): Found {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The browser tests need Chromium or Chrome on this system. Install one, or name it in CHROME_PATH.');
  const place = join(caches(), `chromium-${versionOfPackage()}`);
  if (!existsSync(place)) execFileSync(process.execPath, [join(process.cwd(), 'test/browser/unpack-chromium.mjs'), place]);
  return {
    path: join(place, 'chromium'),
    env: { LD_LIBRARY_PATH: join(place, 'al2023/lib'), FONTCONFIG_PATH: join(place, 'fonts') },
  };
}

const versionOfPackage = () =>
  (JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8')) as { version: string }).version;

/** With the packages, so that it goes when they go; where these are another's, in this user's temporary folder. */
function caches(): string {
  const beside = join(process.cwd(), 'node_modules/.cache');
  try {
    mkdirSync(beside, { recursive: true });
    accessSync(beside, constants.W_OK);
    return beside;
  } catch {
    const own = join(tmpdir(), `soquy-${process.getuid?.() ?? 'user'}`);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    return own;
  }
}
