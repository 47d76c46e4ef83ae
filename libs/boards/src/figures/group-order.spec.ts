import { inOrder, mostFirst } from './group-order.js';

const group = (key: string | null, title?: string) => ({ key, label: title === undefined ? undefined : { title } });
const ordered = (...groups: ReturnType<typeof group>[]) => inOrder(groups).map(({ key }) => key);

it('puts groups in the Vietnamese order of their names, numbers by size', () => {
  expect(ordered(group('a', 'Quỹ 10'), group('b', 'Quỹ 9'), group('c', 'Đê'), group('d', 'Dừa'), group('e', 'Ê đê'))).toEqual([
    ...['d', 'c', 'e'],
    ...['b', 'a'],
  ]);
});

it('takes those of one name by their ids, also where the names differ in how they are written', () => {
  expect(ordered(group('c', 'Sấy'), group('b', 'Sấy'), group('a', 'Sấy'.normalize('NFD')))).toEqual(['a', 'b', 'c']);
});

it('takes a group without a name by its key, and the one without a key last', () => {
  expect(ordered(group(null), group('2025'), group('999'), group('x', 'An'))).toEqual(['999', '2025', 'x', null]);
});

it('puts the most first, of as much by the key, and last what tells nothing', () => {
  const of = (key: string | null, value: number | null) => ({ key, value });
  const groups = [of(null, 3), of('b', null), of('d', -1), of('c', 3), of('a', 3), of('e', 12), of('f', null)];
  const keys = mostFirst(groups).map(({ key }) => key);
  expect(keys).toEqual(['e', 'a', 'c', null, 'd', 'b', 'f']);
  expect(mostFirst(groups.toReversed()).map(({ key }) => key)).toEqual(keys);
});
