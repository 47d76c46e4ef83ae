import { askedOf, textsOf } from './audit-search.js';

describe('the address of the audit pages', () => {
  it('is read as text, also where it looks like a number', () => {
    expect(textsOf({ year: 2026, q: 'CT 118', tab: '', metric: undefined, odd: {} })).toEqual({ year: '2026', q: 'CT 118' });
  });

  it('gives each form its own names alone', () => {
    expect(askedOf({ q: 'a', tab: 'events', actor: undefined }, ['q', 'actor'])).toEqual({ q: 'a' });
  });
});
