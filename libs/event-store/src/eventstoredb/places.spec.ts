import { StoreFault } from '../store-fault.js';
import { commitAndPrepare, placeOf, positions } from './places.js';

const far = { commit: 2n ** 62n + 1n, prepare: 2n ** 62n };
const text = 'e-04611686018427387905-04611686018427387904';

describe('positions of EventStoreDB', () => {
  test('both numbers are kept to the last digit', () => {
    expect(positions.text(placeOf(far))).toBe(text);
    expect(positions.place(text)).toBe(placeOf(far));
    expect(commitAndPrepare(placeOf(far))).toEqual(far);
    expect(positions.place(undefined)).toBe(0n);
  });

  test('byte order is log order', () => {
    const inOrder = [
      { commit: 9n, prepare: 9n },
      { commit: 10n, prepare: 0n },
      { commit: 10n, prepare: 10n },
      { commit: 11n, prepare: 2n },
      far,
      { ...far, prepare: far.commit },
    ];
    const texts = inOrder.map((pair) => positions.text(placeOf(pair)));
    expect([...texts].sort()).toEqual(texts);
    expect(inOrder.map(placeOf).sort((one, other) => (one < other ? -1 : 1))).toEqual(inOrder.map(placeOf));
  });

  test.each([
    '',
    'garbage',
    'p-00000000000000000042',
    text.slice(0, -1),
    `${text}0`,
    text.replace('e-', 'm-'),
    'e-00000000000000000000-00000000000000000000',
    'e-00000000000000000007-00000000000000000008',
    'e-18446744073709551615-18446744073709551615',
  ])('%j is none', (garbage) => {
    expect(() => positions.place(garbage)).toThrow(StoreFault);
  });
});
