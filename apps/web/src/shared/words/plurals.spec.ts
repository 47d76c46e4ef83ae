import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** English plurals right behind a count that goes into a sentence: "${count} rows" is "1 rows" one day. */
const BY_HAND =
  /\$\{[^}]*\} (?:standing )?(rows|days|months|loans|events|cases|cells|drafts|seconds|characters|elements|entries|objects|requests)\b/g;

const byHand = (text: string) => [...text.matchAll(BY_HAND)].map(([found]) => found);

it('finds a plural that is written by hand', () => {
  expect(byHand('`${count} rows`, `${n} of the ${of} loans`, `${counted(of, "row")} recorded`')).toEqual([
    '${count} rows',
    '${of} loans',
  ]);
});

it('every count before an English noun is told by `counted`', () => {
  const all = readdirSync('apps/web/src', { recursive: true, encoding: 'utf8' }).map((file) => join('apps/web/src', file));
  const sources = all.filter((file) => /\.tsx?$/.test(file) && !/\.(spec|gen)\./.test(file));
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.flatMap((file) => byHand(readFileSync(file, 'utf8')).map((found) => `${file}: ${found}`))).toEqual([]);
});
