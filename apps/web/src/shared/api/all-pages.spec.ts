import type { AnswerMeta } from './answers.js';
import { allPages } from './all-pages.js';

const meta: AnswerMeta = {
  position: 'p-3',
  lagSeconds: 0,
  effectiveTo: '2026-11-21',
  knownAt: { position: 'p-3', instant: null },
};

it('reads on until nothing follows', async () => {
  const pages = [
    { items: [1, 2], next: 'b', meta },
    { items: [3], next: 'c', meta },
    { items: [4, 5], meta },
  ];
  const asked: (string | undefined)[] = [];
  const read = (after?: string) => Promise.resolve(pages[asked.push(after) - 1]!);
  expect(await allPages(read)).toEqual({ items: [1, 2, 3, 4, 5], meta });
  expect(asked).toEqual([undefined, 'b', 'c']);
});

it('ends with what goes on for ever, and says that more follows', async () => {
  const { items, next } = await allPages(() => Promise.resolve({ items: [0], next: 'on', meta }));
  expect(items).toHaveLength(50);
  expect(next).toBe('on');
});
