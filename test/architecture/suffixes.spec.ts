import { sourceFiles } from '../support/source-files.js';

/** What a file in a slice may be. A new kind of file is a decision about the house, not about one slice. */
const SUFFIXES = [
  'events',
  'commands',
  'decider',
  'state',
  'rules',
  'schedule',
  'policy',
  'reserve',
  'outcomes',
  'figures',
  'summary',
  'view',
  'queries',
  'texts',
  'module',
  'scenario',
  'spec',
];

/** Folders beside the slices: tables as published, and their reading. */
const NOT_SLICES = ['places', 'published'];

const files = sourceFiles(['libs/programmes/src', 'libs/reference/src'], /\/src\/[^/]+\/.*$/);

describe('files of a slice', () => {
  const slices = files.filter((file) => !NOT_SLICES.includes(file.split('/')[3]!));

  it('are named after their folder, and their suffix tells what they hold', () => {
    const named = (file: string) => {
      const [, , , folder, name, ...deeper] = file.split('/');
      const [stem, ...suffixes] = name!.replace(/\.ts$/, '').split('.');
      return !deeper.length && name!.endsWith('.ts') && stem === folder && SUFFIXES.includes(suffixes.at(-1) ?? '');
    };
    expect(slices.length).toBeGreaterThan(0);
    expect(slices.filter((file) => !named(file))).toEqual([]);
  });

  it('are whole: what every kind of thing owes is there', () => {
    const owed = ['events', 'commands', 'decider', 'summary', 'texts', 'module'];
    const folders = new Set(slices.map((file) => file.split('/').slice(0, 4).join('/')));
    const withModule = [...folders].filter((folder) =>
      files.some((file) => file.startsWith(folder) && file.endsWith('.module.ts')),
    );
    const missing = withModule.flatMap((folder) =>
      owed.map((suffix) => `${folder}/${folder.split('/')[3]!}.${suffix}.ts`).filter((file) => !files.includes(file)),
    );
    expect(withModule.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });
});
