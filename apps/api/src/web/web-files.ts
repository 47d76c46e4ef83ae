import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside this application once built; from its sources, the last build of them. */
const PLACES = ['../../../web', '../../../../dist/apps/web'];

/** Where the built web application lies; undefined where nobody built it. */
export const webRoot = (): string | undefined =>
  PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((place) =>
    existsSync(join(place, '.vite/manifest.json')),
  );

const NONCE = '__CSP_NONCE__';

/** Its one page, for one answer: the styles it makes while running carry the nonce that the answer's policy names. */
export class WebPage {
  private readonly parts: readonly string[];

  constructor(root: string) {
    this.parts = readFileSync(join(root, 'index.html'), 'utf8').split(NONCE);
    if (this.parts.length < 2) throw new Error('assertion: the page names the place of its nonce');
  }

  with(nonce: string): string {
    return this.parts.join(nonce);
  }
}
