import { readFileSync } from 'node:fs';

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

export function blocksOf(page: string): readonly Block[] {
  const found = readFileSync(page, 'utf8').matchAll(/^```(\w*)\n([^]*?)^```$/gm);
  return [...found].map(([, language, text]) => ({ language: language!, text: text! }));
}

/** Commands, and what the page says they print. */
export interface Shown {
  readonly commands: string;
  readonly answer: Block | undefined;
}

/** The commands of a page in their order; an answer stands behind the block it belongs to. */
export function shownOn(page: string): readonly Shown[] {
  const blocks = blocksOf(page);
  return blocks.flatMap(({ language, text }, index) => {
    const next = blocks[index + 1];
    return language === 'sh' ? [{ commands: text, answer: next?.language === 'sh' ? undefined : next }] : [];
  });
}

/** Whatever stands in the place of `…`: what differs from machine to machine. */
const fits = (shown: string, said: string): boolean => new RegExp(`^${shown.split('…').map(escaped).join('[^]*')}$`).test(said);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What was said, with the page's `…` put over what it stands for: equal to what the page shows if the page is right. */
export function laidOver(shown: unknown, said: unknown): unknown {
  if (typeof shown === 'string') return fits(shown, String(said)) && shown.includes('…') ? shown : said;
  if (Array.isArray(shown) && Array.isArray(said)) return itemsLaidOver(shown, said);
  if (!isRecord(shown) || !isRecord(said)) return said;
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, laidOver(shown[name], value)]));
}

/** A page may leave items out, but shows none that is not there. */
function itemsLaidOver(shown: readonly unknown[], said: readonly unknown[]): unknown[] {
  if (shown.length === said.length) return shown.map((item, index) => laidOver(item, said[index]));
  const candidates = (item: unknown) => said.map((other) => laidOver(item, other));
  return shown.map((item) => candidates(item).find((other) => JSON.stringify(other) === JSON.stringify(item)) ?? said);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
