import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { settingRows } from '../../libs/platform/src/settings/setting-rows.js';
import { sourceFiles } from '../support/source-files.js';

const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...sourceFiles(['apps/docs'], /\.md$/)];

/** Links of a page to other files of this repository. */
const linksOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^([a-z]+:|#)/.test(target));

describe('the pages', () => {
  it('tell of every setting, in the table of the README', () => {
    const table = readFileSync('README.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const told = table.flatMap((line) => [...line.split('|')[1]!.matchAll(/`([A-Z_]+)`/g)].map(([, variable]) => variable));
    expect([...told].sort()).toEqual(
      Object.values(settingRows)
        .map(({ variable }) => variable)
        .sort(),
    );
  });

  it.each(PAGES)('%s links to what is there', (page) => {
    const places = linksOf(page).map((target) => join(dirname(page), target.replace(/#.*/, '')));
    expect(places.filter((place) => !existsSync(place))).toEqual([]);
  });
});
