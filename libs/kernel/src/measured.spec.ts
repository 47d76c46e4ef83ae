import { measuredExactly, minusMeasured, NOTHING_MEASURED, numbersOf, plusMeasured, type Measured } from './measured.js';

const told = (low: number, qualifier?: Measured['qualifiers'][number], high = low): Measured => ({
  low: BigInt(low),
  high: BigInt(high),
  known: 1,
  unknown: 0,
  qualifiers: qualifier ? [qualifier] : [],
});
const untold: Measured = { ...NOTHING_MEASURED, unknown: 1 };

describe('a sum', () => {
  it.each([
    ['exact and over stay over', plusMeasured(told(5), told(44, 'over')), { value: 49, qualifier: 'over' }],
    ['over and almost are about', plusMeasured(told(5, 'almost'), told(44, 'over')), { value: 49, qualifier: 'about' }],
    [
      'a range beside exact ones stays one',
      plusMeasured(told(1), told(3, 'range', 5)),
      { value: 4, valueTo: 6, qualifier: 'range' },
    ],
    [
      'what is subtracted as over leaves almost',
      plusMeasured(told(9), minusMeasured(told(4, 'over'))),
      { value: 5, qualifier: 'almost' },
    ],
    [
      'a subtracted range turns round',
      plusMeasured(told(9), minusMeasured(told(3, 'range', 5))),
      { value: 4, valueTo: 6, qualifier: 'range' },
    ],
    ['nothing is zero', NOTHING_MEASURED, { value: 0, qualifier: 'exact' }],
    ['only unknown is no number', untold, { value: null, qualifier: 'exact', unknown: 1 }],
    ['unknown beside known is counted', plusMeasured(untold, told(7)), { value: 7, qualifier: 'exact', unknown: 1 }],
  ])('%s', (_, sum, numbers) => {
    expect(numbersOf(sum)).toEqual(numbers);
  });

  it('beyond a safe integer is not told', () => {
    expect(() => numbersOf(measuredExactly(2n ** 53n, 1))).toThrow('safe integer');
    expect(numbersOf(measuredExactly(2n ** 53n - 1n, 1)).value).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('a share', () => {
  it.each([
    ['is rounded half-up', told(45), told(121), { value: 37.19, qualifier: 'exact', numerator: 45, denominator: 121 }],
    ['has none over zero', told(45), NOTHING_MEASURED, { value: null, qualifier: 'exact', numerator: 45, denominator: 0 }],
    [
      'of over an exact whole is over',
      told(45, 'over'),
      told(90),
      { value: 50, qualifier: 'over', numerator: 45, denominator: 90 },
    ],
    [
      'of a doubtful whole is about',
      told(45),
      told(90, 'over'),
      { value: 50, qualifier: 'about', numerator: 45, denominator: 90 },
    ],
    [
      'of a range is a range',
      told(45, 'range', 90),
      told(90),
      { value: 50, valueTo: 100, qualifier: 'range', numerator: 45, denominator: 90 },
    ],
    [
      'of the unknown is unknown',
      untold,
      told(90),
      { value: null, qualifier: 'exact', numerator: null, denominator: 90, unknown: 1 },
    ],
  ])('%s', (_, of, per, numbers) => {
    expect(numbersOf({ of, per })).toEqual(numbers);
  });
});
