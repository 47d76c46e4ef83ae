import { youngMegabytes } from './share.js';

const GIGABYTE = 1024 ** 3;

it.each([
  ['what it always needs where memory is scarce', 2, 1.4, 96],
  ['a third of what its share has to spare', 2, 3, 278],
  ['no more than pays where there is plenty', 2, 20, 384],
])('a thread is given room for what folding makes: %s', (_, shares, gigabytes, megabytes) => {
  expect(youngMegabytes(shares, gigabytes * GIGABYTE)).toBe(megabytes);
});
