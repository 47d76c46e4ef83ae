import type { Page } from './answers.js';

/** More than any object's life fills; what never ends is a fault. */
const MOST_PAGES = 50;

/** A list to its last page: where facts add up to numbers, or one of them is looked for, none may be missing. */
export async function allPages<Item>(read: (after?: string) => Promise<Page<Item>>): Promise<Page<Item>> {
  const first = await read();
  const items = [...first.items];
  let { next } = first;
  for (let pages = 1; next !== undefined && pages < MOST_PAGES; pages += 1) {
    const page = await read(next);
    items.push(...page.items);
    next = page.next;
  }
  const { next: _, ...rest } = first;
  return { ...rest, items, ...(next !== undefined && { next }) };
}
