import { endIn, knownIn, printedAddress } from './printed-address.js';

const dates = { day: '2026-11-22', known: 'p-00000000000000000952' };

describe('the address on paper', () => {
  it('holds both dates beside what the page was asked for, and no evidence that stood open', () => {
    expect(printedAddress('https://so.example/loans?status=active&figure=abc&unit=ty#main', dates)).toBe(
      'https://so.example/loans?status=active&unit=ty&to=2026-11-22&known=p-00000000000000000952',
    );
    expect(printedAddress('https://so.example/?to=2020-01-01&known=p-1', { day: '2020-01-01', known: 'p-1' })).toBe(
      'https://so.example/?to=2020-01-01&known=p-1',
    );
  });

  it('holds no dates where the page has none', () => {
    expect(printedAddress('https://so.example/inbox?to=2020-01-01&known=p-1&figure=abc', undefined)).toBe(
      'https://so.example/inbox',
    );
  });

  it('ends at the furthest day of the answers shown, not at the year before that stands beside them', () => {
    const [before, end] = ['2024-12-31', '2025-12-31'].map((effectiveTo) => ({ meta: { effectiveTo } }));
    expect(endIn([before, { pages: [end] }, { pages: [{}] }, undefined])).toBe('2025-12-31');
    expect(endIn([undefined, {}])).toBeUndefined();
  });

  it('is known as of the furthest answer shown, single or page by page', () => {
    const answers = [
      { meta: { position: 'p-0007', knownAt: { position: 'p-0003' } } },
      { pages: [{ meta: { position: 'p-0008' } }, { meta: {} }] },
      { meta: { knownAt: { position: 'p-0005' } } },
      undefined,
      { items: [] },
    ];
    expect(knownIn(answers)).toBe('p-0008');
    expect(knownIn([{ meta: { position: '' } }, {}])).toBeUndefined();
  });
});
