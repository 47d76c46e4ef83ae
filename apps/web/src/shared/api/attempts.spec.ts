import { Attempts } from './attempts.js';

const counting = () => {
  let made = 0;
  return new Attempts(() => `key-${(made += 1)}`);
};

it('repeats an attempt under its key until it is recorded', () => {
  const attempts = counting();
  expect([attempts.keyOf('pay 5'), attempts.keyOf('pay 5')]).toEqual(['key-1', 'key-1']);
  attempts.recorded('pay 5');
  expect(attempts.keyOf('pay 5')).toBe('key-2');
});

it('gives another wish another key, and forgets none for it', () => {
  const attempts = counting();
  expect(['pay 5', 'pay 6', 'pay 5'].map((wish) => attempts.keyOf(wish))).toEqual(['key-1', 'key-2', 'key-1']);
});
