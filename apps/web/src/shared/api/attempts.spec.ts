import { Attempts } from './attempts.js';
import { randomKey } from './random-key.js';

function device() {
  const kept = new Map<string, string>();
  let made = 0;
  const store = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  };
  return { kept, open: () => new Attempts(() => `key-${(made += 1)}`, store) };
}

it('repeats an attempt under its key until it is recorded', () => {
  const attempts = device().open();
  expect([attempts.keyOf('pay 5'), attempts.keyOf('pay 5')]).toEqual(['key-1', 'key-1']);
  attempts.recorded('pay 5');
  expect(attempts.keyOf('pay 5')).toBe('key-2');
});

it('gives another wish another key, and forgets none for it', () => {
  const attempts = device().open();
  expect(['pay 5', 'pay 6', 'pay 5'].map((wish) => attempts.keyOf(wish))).toEqual(['key-1', 'key-2', 'key-1']);
});

it('knows the key after the page was loaded again, and keeps nothing of what the wish said', () => {
  const { kept, open } = device();
  open().keyOf('pay 5 to HTX Ánh Mai');
  expect(open().keyOf('pay 5 to HTX Ánh Mai')).toBe('key-1');
  expect([...kept.values()].join()).not.toContain('Mai');
});

it('starts anew where somebody has spoilt what was kept', () => {
  const { kept, open } = device();
  kept.set('soquy-attempts', '{no');
  expect(open().keyOf('pay 5')).toBe('key-1');
});

it('forgets the oldest of very many, never the latest', () => {
  const attempts = device().open();
  const keys = Array.from({ length: 600 }, (_, index) => attempts.keyOf(`pay ${index}`));
  expect(attempts.keyOf('pay 599')).toBe(keys[599]);
  expect(attempts.keyOf('pay 0')).not.toBe(keys[0]);
});

it('makes keys the API takes', () => {
  expect(randomKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(randomKey()).not.toBe(randomKey());
});
