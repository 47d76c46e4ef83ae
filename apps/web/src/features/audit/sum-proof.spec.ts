import type { Figure } from '../../shared/api/answers.js';
import { differenceOf, leftOver } from './sum-proof.js';

const figure = (value: number | null, kind: Figure['kind'] = 'sum'): Figure => ({
  metric: 'm',
  kind,
  unit: 'vnd',
  figureId: 'f',
  qualifier: 'exact',
  value,
});

describe('rows of a division', () => {
  it('add up, or tell by how much they do not', () => {
    expect(leftOver(figure(10), [figure(4), figure(6), figure(null)])).toBe(0);
    expect(leftOver(figure(10), [figure(4)])).toBe(6);
  });

  it('of counts and ratios are not added', () => {
    expect(leftOver(figure(10, 'distinct'), [figure(4, 'distinct')])).toBeUndefined();
    expect(leftOver(figure(10, 'ratio'), [])).toBeUndefined();
  });
});

describe('a difference', () => {
  it('is exact to hundredths, and unknown where a number is', () => {
    expect(differenceOf(figure(33.33, 'ratio'), figure(33.34, 'ratio'))).toBe(0.01);
    expect(differenceOf(undefined, figure(1))).toBeUndefined();
    expect(differenceOf(figure(null), figure(1))).toBeUndefined();
  });
});
