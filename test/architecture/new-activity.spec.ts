import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceFiles } from '../support/source-files.js';

const SETUP = [
  'tsconfig.json',
  'nest-cli.json',
  'package.json',
  '.prettierrc.json',
  '.dependency-cruiser.cjs',
  'jest.config.cjs',
];
const SLICE = 'libs/programmes/src/advice-session';

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'soquy-activity-'));
  for (const file of SETUP) cpSync(file, join(copy, file));
  for (const file of sourceFiles(['apps', 'libs'], /^(?!apps\/docs).*$/)) cpSync(file, join(copy, file), { recursive: true });
  mkdirSync(join(copy, 'test'));
  for (const file of ['jest-order.cjs', 'jest-setup.cjs', 'jest-teardown.cjs'])
    cpSync(join('test', file), join(copy, 'test', file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(command: string, ...args: string[]): { code: number | null; output: string } {
  const place = command.startsWith('apps/') ? command : join('node_modules', command);
  const { status, stdout, stderr } = spawnSync(process.execPath, [place, ...args], { cwd: copy, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

const make = (...args: string[]) => run('apps/cli/bin/new-activity.mjs', ...args);

describe('npm run new:activity', () => {
  it('makes a kind of support that is whole: typed, formatted, within the fences, its spec passing, and built', () => {
    expect(make('advice-session', '--vi', 'Buổi tư vấn')).toMatchObject({ code: 0 });
    expect(readdirSync(join(copy, SLICE))).toHaveLength(10);
    const seen = `["${SLICE}", "libs/programmes/src/index.ts", "libs/**/*.d.ts"]`;
    writeFileSync(join(copy, 'tsconfig.slice.json'), `{ "extends": "./tsconfig.json", "include": ${seen} }`);

    expect(run('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.slice.json')).toEqual({ code: 0, output: '' });
    expect(run('prettier/bin/prettier.cjs', '--check', SLICE, 'libs/programmes/src/index.ts')).toMatchObject({ code: 0 });
    const fences = ['--config', '.dependency-cruiser.cjs', '--preserve-symlinks', '--focus', SLICE];
    expect(run('dependency-cruiser/bin/dependency-cruise.mjs', 'libs/programmes', ...fences)).toMatchObject({ code: 0 });
    const spec = run('jest/bin/jest.js', '--ci', SLICE);
    expect(spec.output).toMatch(/Tests: +5 passed, 5 total/);

    expect(run('@nestjs/cli/bin/nest.js', 'build', '--all')).toMatchObject({ code: 0 });
    writeFileSync(
      join(copy, 'listed.mjs'),
      `import { programmes } from './dist/libs/programmes/src/index.js';
       const { feature } = programmes.find(({ feature }) => feature.noun === 'advice-sessions');
       console.log(feature.codePrefix, Object.keys(feature.commands).join(), feature.texts.name.vi);`,
    );
    const listed = spawnSync(process.execPath, ['listed.mjs'], { cwd: copy, encoding: 'utf8' });
    expect(listed.stdout.trim()).toBe('AS CancelAdviceSession,HoldAdviceSession,PlanAdviceSession Buổi tư vấn');
  });

  it('keeps its templates within the limits of any other file', () => {
    const templates = sourceFiles(['apps/cli/bin/new-activity'], /\.txt$/);
    expect(templates.filter((file) => readFileSync(file, 'utf8').split('\n').length > 60)).toEqual([]);
  });

  it.each([
    [['Advice Session'], 'in small letters with dashes'],
    [[], 'npm run new:activity'],
    [['loan'], 'is there already'],
    [['market-visit', '--code', 'lower'], 'capital letters'],
    [['market-visit', '--code', 'LH'], 'Another slice numbers its objects LH'],
    [['market-visit', '--colour', 'red'], 'npm run new:activity'],
  ])('refuses %j and writes nothing', (args, sentence) => {
    const before = readdirSync(join(copy, 'libs/programmes/src'));
    const { code, output } = make(...args);
    expect(code).toBe(1);
    expect(output).toContain(sentence);
    expect(readdirSync(join(copy, 'libs/programmes/src'))).toEqual(before);
  });
});
