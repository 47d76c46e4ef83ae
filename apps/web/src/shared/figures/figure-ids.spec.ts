import { calcId, factId, targetOf, unitOfField, valueAt } from './figure-ids.js';

describe('ids of numbers', () => {
  it('name the field that holds a value, or the value itself', () => {
    expect(factId({ noun: 'loans', id: 'a1', path: 'principalVnd', value: 5, unit: 'vnd' })).toBe('fact:loans/a1/principalVnd');
    expect(factId({ noun: 'loans', id: 'a1', event: 'e2', path: 'amountVnd', value: 5 })).toBe('fact:loans/a1/@e2/amountVnd');
    expect(factId({ noun: 'loans', id: 'a1', value: 200_000_000, unit: 'vnd' })).toBe('fact:loans/a1/vnd=200000000');
  });

  it('are read back', () => {
    expect(targetOf('fact:loans/a1/terms.0.principalVnd')).toEqual({
      kind: 'fact',
      fact: { noun: 'loans', id: 'a1', path: 'terms.0.principalVnd' },
    });
    expect(targetOf('fact:loans/a1/@e2/lines.0.amountVnd')).toEqual({
      kind: 'fact',
      fact: { noun: 'loans', id: 'a1', event: 'e2', path: 'lines.0.amountVnd' },
    });
    expect(targetOf('fact:loans/a1/vnd=-12')).toEqual({
      kind: 'fact',
      fact: { noun: 'loans', id: 'a1', unit: 'vnd', value: -12 },
    });
    expect(targetOf(calcId('interest'))).toEqual({ kind: 'calc', key: 'interest' });
    expect(targetOf('WyJmdW5k')).toEqual({ kind: 'figure', figureId: 'WyJmdW5k' });
  });

  it('that name nothing are questions to the API, which refuses them', () => {
    expect(targetOf('fact:loans')).toEqual({ kind: 'figure', figureId: 'fact:loans' });
  });
});

describe('a field', () => {
  it('is found by its path', () => {
    expect(valueAt({ a: [{ b: 3 }] }, 'a.0.b')).toBe(3);
    expect(valueAt({ a: null }, 'a.0.b')).toBeUndefined();
  });

  it('tells its unit by its name', () => {
    expect(unitOfField('terms.amountVnd')).toBe('vnd');
    expect(unitOfField('rateBasisPointsPerMonth')).toBe('basisPoints');
    expect(unitOfField('termMonths')).toBe('months');
    expect(unitOfField('overdueRatePercent')).toBe('percent');
    expect(unitOfField('budgetYear')).toBe('year');
    expect(unitOfField('learners')).toBe('count');
  });
});
