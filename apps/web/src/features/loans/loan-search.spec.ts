import { loanQuery, loanSearch } from './loan-search.js';

describe('filters of loans', () => {
  it('reads what makes sense of an address', () => {
    expect(loanSearch({ q: '  ', status: 'applied', fund: '', tab: 'x', to: '2026-01-01' })).toEqual({ status: 'applied' });
    expect(loanSearch({ q: 2026 })).toEqual({ q: '2026' });
  });

  it('asks the API by it', () => {
    expect(loanQuery({ q: ' máy sấy ', fund: 'f' })).toEqual({ q: 'máy sấy', fund: 'f' });
    expect(loanQuery({})).toEqual({});
  });
});
