import { RecentRows } from './recent-rows.js';

it('reads only rows that are not known, and gives the very same ones again', async () => {
  const rows = new RecentRows();
  const asked: (readonly string[])[] = [];
  const read = (missing: readonly string[]) => {
    asked.push(missing);
    return Promise.resolve(new Map(missing.map((key) => [key, { key }])));
  };
  const first = (await rows.of(['a', 'b'], read))('a');
  const again = await rows.of(['a', 'c'], read);
  expect(again('a')).toBe(first);
  expect(again('c')).toEqual({ key: 'c' });
  await rows.of(['a', 'b', 'c'], read);
  expect(asked).toEqual([['a', 'b'], ['c']]);
});

it('lets go what was not asked for lately', async () => {
  const rows = new RecentRows(6);
  const asked: string[] = [];
  const read = (missing: readonly string[]) => {
    asked.push(...missing);
    return Promise.resolve(new Map(missing.map((key) => [key, { key }])));
  };
  await rows.of(['kept', 'gone'], read);
  for (const key of ['b', 'c', 'd', 'e', 'f', 'g']) await rows.of(['kept', key], read);
  asked.length = 0;
  await rows.of(['kept', 'gone'], read);
  expect(asked).toEqual(['gone']);
});
