import { isFiltered, listQuery, listSearch } from './list-search.js';

it('reads filters of an address, and drops what makes no sense', () => {
  expect(listSearch({ q: ' ', year: 2026, status: 'held', programme: 'p' }, ['held'])).toEqual({
    year: '2026',
    status: 'held',
    programme: 'p',
  });
  expect(listSearch({ year: '26', status: 'other', to: '2026-01-01' }, ['held'])).toEqual({});
  expect(isFiltered({})).toBe(false);
});

it('asks the API for words and the year that codes hold', () => {
  expect(listQuery({ q: ' dan lac ', year: '2020' })).toEqual({ q: 'dan lac -2020-' });
  expect(listQuery({ status: 'held' })).toEqual({ status: 'held' });
});
