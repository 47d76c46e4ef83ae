import { RecentRows } from './recent-rows.js';

function readingOf(keys: readonly string[], asked: string[]) {
  return (missing: readonly number[]) => {
    const read = missing.map((at) => keys[at]!);
    asked.push(...read);
    return Promise.resolve(new Map(read.map((key) => [key, { key }])));
  };
}

it('reads only rows that are not known, and gives the very same ones again', async () => {
  const rows = new RecentRows<{ key: string }>();
  const asked: string[] = [];
  const ask = (...keys: string[]) => rows.of(keys, readingOf(keys, asked));
  const [first] = await ask('a', 'b');
  const again = await ask('c', 'a');
  expect(again[1]).toBe(first);
  expect(again[0]).toEqual({ key: 'c' });
  await ask('a', 'b', 'c');
  expect(asked).toEqual(['a', 'b', 'c']);
});

it('lets go what was not asked for lately', async () => {
  const rows = new RecentRows<{ key: string }>(6);
  const asked: string[] = [];
  const ask = (...keys: string[]) => rows.of(keys, readingOf(keys, asked));
  await ask('kept', 'gone');
  for (const key of ['b', 'c', 'd', 'e', 'f', 'g']) await ask('kept', key);
  asked.length = 0;
  await ask('kept', 'gone');
  expect(asked).toEqual(['gone']);
});

it('says so when a row is gone', async () => {
  await expect(new RecentRows().of(['a'], () => Promise.resolve(new Map()))).rejects.toThrow('assertion: no row a');
});
