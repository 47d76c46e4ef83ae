import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.js';

const NONE = '/no/such/browser';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'soquy-chromium-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, exitCode: number): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\nexit ${exitCode}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('the browser of these tests is', () => {
  it('the one named by CHROME_PATH, before all others', () => {
    program('chromium', 0);
    expect(findChromium({ CHROME_PATH: '/opt/mine', PATH: folder })).toEqual({ path: '/opt/mine', env: {} });
  });

  it('the one of the system, before that of Playwright', () => {
    const path = program('google-chrome', 0);
    expect(findChromium({ PATH: folder }, path).path).toBe(path);
  });

  it('not a file that only says how to get one', () => {
    program('chromium-browser', 1);
    const path = program('google-chrome', 0);
    expect(findChromium({ PATH: folder }).path).toBe(path);
  });

  const own = process.platform === 'linux' && process.arch === 'x64' ? it : it.failing;

  own(
    'at last the one npm installed, with its own libraries and font, and it draws',
    async () => {
      const { path, env } = findChromium({ PATH: folder }, NONE);
      expect(existsSync(env.LD_LIBRARY_PATH!)).toBe(true);
      const only = { HOME: folder, PATH: folder, ...env };
      const browser = await chromium.launch({ executablePath: path, args: ['--disable-gpu'], env: only });
      const page = await browser.newPage();
      await page.setContent('<h1 style="display: inline">Quỹ</h1>');
      const width = await page.evaluate(() => document.querySelector('h1')!.getBoundingClientRect().width);
      await browser.close();
      expect(width).toBeGreaterThan(20);
    },
    120_000,
  );
});
