import { comparable, NameIndex, Names, NEARLY } from './likeness.js';

const threesOf = (name: string) => {
  const padded = `  ${comparable(name)} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
};

/** The definition itself, each name against each. */
function likenessOf(one: string, other: string): number {
  const [a, b] = [threesOf(one), threesOf(other)];
  return (2 * [...a].filter((three) => b.has(three)).length) / (a.size + b.size);
}

const numbersOf = (name: string) => (comparable(name).match(/\d+/g) ?? []).join(' ');

/** Names of a register with slips of the hand in them, the same at each run. */
function namesOf(count: number): readonly string[] {
  const words = ['Ánh Mai', 'Suối Trong', 'Gò Dừa', 'Rừng Hồi', 'Đá Bạc', 'Long Đức', 'Hiệp Mỹ', 'rau sạch', 'dệt chiếu', 'NN'];
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  return Array.from({ length: count }, (_, at) => {
    const name = ['HTX', ...Array.from({ length: 1 + next(4) }, () => words[next(words.length)]!)].join(' ');
    const slip = next(name.length);
    return at % 3 === 0 ? name.slice(0, slip) + name.slice(slip + 1) : at % 11 === 0 ? `${name} ${next(3)}` : name;
  });
}

it('finds the nearest name as by comparing each with each', () => {
  const names = namesOf(240);
  const items = names.map((name, id) => ({ id, name }));
  const index = new NameIndex(items, ({ name }) => name);
  let near = 0;
  for (const { id, name } of items) {
    const others = items.filter((other) => other.id < id && numbersOf(other.name) === numbersOf(name));
    const best = Math.max(0, ...others.map((other) => likenessOf(name, other.name)));
    const found = index.near(name, (other) => other.id < id);
    expect([name, found?.likeness ?? 0]).toEqual([name, best >= NEARLY ? best : 0]);
    if (found && found.likeness < 1) near += 1;
  }
  expect(near).toBeGreaterThan(5);
});

it('takes the first of several with the same name that fits', () => {
  const index = new NameIndex([1, 2, 3], () => 'Truyền nghề đan lát');
  expect(index.near('truyen nghe dan lat', (id) => id > 1)).toEqual({ item: 2, likeness: 1 });
  expect(index.near('Hội chợ')).toBeUndefined();
});

it('makes each name ready once, in however many lists it stands and however it is written', () => {
  const names = new Names();
  const register = new NameIndex(['HTX Ánh Mai', 'HTX Suối Trong'], (name) => name, names);
  const pasted = new NameIndex(['htx anh mai', 'HTX Ánh Mai', 'HTX Gò Dừa'], (name) => name, names);
  for (const name of ['HTX Ánh Mai', 'Hợp tác xã Ánh Mai', 'HTX Gò Dừa']) {
    register.near(name);
    pasted.near(name);
  }
  expect(names.size).toBe(3);
  expect(names.of('HTX Ánh Mai')).toBe(names.of('HTX ánh mai'));
});
