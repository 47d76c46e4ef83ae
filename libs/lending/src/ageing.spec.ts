import { AGE_NAMES, ageOf, AGES, LATE_AGES } from './ageing.js';

describe('ages of arrears', () => {
  it.each([
    [0, 'notLate'],
    [1, 'to30'],
    [30, 'to30'],
    [31, 'to90'],
    [90, 'to90'],
    [91, 'to180'],
    [180, 'to180'],
    [181, 'over180'],
    [4_000, 'over180'],
  ])('%d days are %s', (days, name) => expect(ageOf(days)).toBe(name));

  it('follow one another without a gap', () => {
    for (const [at, name] of LATE_AGES.entries()) expect(AGES[name].from).toBe(AGES[AGE_NAMES[at]!].to + 1);
    expect(AGES[LATE_AGES.at(-1)!].to).toBe(Infinity);
  });
});
