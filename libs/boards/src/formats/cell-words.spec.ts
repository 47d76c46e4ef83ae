import { spoken } from './cell-words.js';

const fields = { visitors: { vi: 'Khách tham quan', en: 'Visitors' } };
const cells = { status: { held: { vi: 'Đã tổ chức', en: 'Held' } } };
const vi = (name: string, cell: string | number | boolean) => spoken(name, cell, { cells, fields, language: 'vi' });

it('calls codes by their words, in the language asked, and leaves what has none', () => {
  expect([vi('status', 'held'), spoken('status', 'held', { cells, fields, language: 'en' })]).toEqual(['Đã tổ chức', 'Held']);
  expect([vi('status', 'gone'), vi('title', 'held'), vi('value', 5), vi('noBadDebtElsewhere', true)]).toEqual([
    'gone',
    'held',
    5,
    'Có',
  ]);
});

it('says of inexact numbers how they are inexact', () => {
  expect(vi('qualifiers', 'visitors=about result.stalls=range..40')).toBe('Khách tham quan: khoảng; stalls: đến 40');
});
