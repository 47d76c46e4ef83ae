import { writtenQuantity } from './written-quantity.js';

it.each<[string, object]>([
  ['hơn 44', { qualifier: 'over', value: '44' }],
  ['Trên 1.200', { qualifier: 'over', value: '1.200' }],
  ['gan 30', { qualifier: 'almost', value: '30' }],
  ['khoảng 30', { qualifier: 'about', value: '30' }],
  ['3-5', { qualifier: 'range', value: '3', valueTo: '5' }],
  ['600 – 800', { qualifier: 'range', value: '600', valueTo: '800' }],
  ['hơn', {}],
  ['44', {}],
])('%s', (text, read) => {
  expect(writtenQuantity(text)).toEqual(read);
});
