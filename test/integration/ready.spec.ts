import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

// A clone in miniature. npm, nest and vite are stood in for by scripts that write down how they were called.
const LOCK = {
  packages: {
    '': {},
    'node_modules/needed': { version: '1.0.0' },
    'node_modules/tool': { version: '1.0.0', dev: true },
    'node_modules/for-this': { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
    'node_modules/for-others': { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] },
  },
};
const NPM = `
const fs = require('node:fs');
fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
if (fs.existsSync('npm-fails')) process.exit(7);
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
const { packages } = JSON.parse(fs.readFileSync('package-lock.json'));
const lean = process.argv.includes('--omit=dev');
const installed = Object.entries(packages).filter(([place, { dev }]) => place && !place.endsWith('for-others') && !(lean && dev));
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: Object.fromEntries(installed) }));
`;
const NEST = `
const fs = require('node:fs');
fs.appendFileSync('nest-calls', process.argv.slice(2).join(' ') + '\\n');
console.log('a word of nest');
if (fs.existsSync('nest-fails')) process.exit(1);
fs.mkdirSync('dist/apps/cli/src/start', { recursive: true });
fs.writeFileSync('dist/apps/cli/src/start/start.js', '');
`;
const VITE = `
const fs = require('node:fs');
fs.appendFileSync('vite-calls', process.argv.slice(2).join(' ') + '\\n');
if (fs.existsSync('vite-fails')) process.exit(1);
fs.mkdirSync('dist/apps/web', { recursive: true });
fs.writeFileSync('dist/apps/web/index.html', '');
`;

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'soquy-ready-'));
  cpSync('apps/cli/bin', join(clone, 'apps/cli/bin'), { recursive: true });
  write('npm-cli.js', NPM);
  write('node_modules/@nestjs/cli/bin/nest.js', NEST);
  write('node_modules/vite/bin/vite.js', VITE);
  write('package-lock.json', JSON.stringify(LOCK));
  write('nest-cli.json', '{}');
  write('tsconfig.json', '{}');
  write('libs/kernel/src/index.ts', 'export {};');
  write('libs/kernel/src/index.spec.ts', '');
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(clone, file)), { recursive: true });
  writeFileSync(join(clone, file), text);
}

const calls = (of: 'npm' | 'nest' | 'vite') =>
  existsSync(join(clone, `${of}-calls`))
    ? readFileSync(join(clone, `${of}-calls`), 'utf8')
        .trim()
        .split('\n')
    : [];

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ready(flags: readonly string[] = [], node: readonly string[] = []): Promise<Ran> {
  const args = [...node, join(clone, 'apps/cli/bin/ready.mjs'), ...flags];
  const child = spawn(process.execPath, args, { cwd: '/', env: { ...process.env, npm_execpath: join(clone, 'npm-cli.js') } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => (stdout += String(text)));
  child.stderr.on('data', (text) => (stderr += String(text)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

describe('making a clone ready', () => {
  it('installs what the product needs and builds it, once, from any folder, and leaves stdout alone', async () => {
    expect(await ready(['--build'])).toMatchObject({ code: 0, stdout: '' });
    expect(calls('npm')).toEqual(['ci --omit=dev --no-audit --no-fund --loglevel=error']);
    expect(calls('nest')).toEqual(['build --all']);
    expect(calls('vite')).toEqual(['build apps/web']);
    expect(await ready(['--build'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(calls('npm')).toHaveLength(1);
    expect(calls('nest')).toHaveLength(1);
  });

  it('adds the tools when tests ask for them; a full install also serves a start', async () => {
    await ready();
    await ready(['--tests']);
    await ready();
    expect(calls('npm').map((call) => call.split(' ')[1])).toEqual(['--omit=dev', '--include=dev']);
  });

  it('installs again when the lock file changed or an install broke off', async () => {
    await ready();
    write('package-lock.json', JSON.stringify(LOCK).replace('"version":"1.0.0"', '"version":"1.0.1"'));
    await ready();
    rmSync(join(clone, 'node_modules/.package-lock.json'));
    await ready();
    expect(calls('npm')).toHaveLength(3);
  });

  it('builds again when a source changed, not for a spec', async () => {
    await ready(['--build']);
    write('libs/kernel/src/index.spec.ts', 'it();');
    await ready(['--build']);
    expect(calls('nest')).toHaveLength(1);
    write('libs/kernel/src/index.ts', 'export const a = 1;');
    write('dist/libs/kernel/src/gone.js', 'of a source that is no more');
    await ready(['--build']);
    expect(calls('nest')).toHaveLength(2);
    expect(existsSync(join(clone, 'dist/libs/kernel/src/gone.js'))).toBe(false);
  });

  it('lets the second of two first starts wait for the first', async () => {
    const both = await Promise.all([ready(['--build']), ready(['--build'])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(calls('npm')).toHaveLength(1);
    expect(calls('nest')).toHaveLength(1);
  });

  it('says what failed, and tries again next time', async () => {
    write('npm-fails', '');
    const offline = await ready();
    expect(offline).toMatchObject({ code: 1 });
    expect(offline.stderr).toContain('The first run needs a network');
    rmSync(join(clone, 'npm-fails'));
    write('nest-fails', '');
    const broken = await ready(['--build']);
    expect(broken).toMatchObject({ code: 1 });
    expect(broken.stderr).toContain('a word of nest');
    expect(broken.stderr).toContain('The sources cannot be compiled.');
    expect(calls('vite')).toEqual([]);
    rmSync(join(clone, 'nest-fails'));
    write('vite-fails', '');
    expect(await ready(['--build'])).toMatchObject({ code: 1 });
    rmSync(join(clone, 'vite-fails'));
    expect(await ready(['--build'])).toMatchObject({ code: 0 });
  });

  it('tells an old Node in a sentence', async () => {
    write('old.cjs', `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.3' } });`);
    const { code, stderr } = await ready([], ['--require', join(clone, 'old.cjs')]);
    expect(code).toBe(1);
    expect(stderr).toContain('needs Node.js 20.19 or newer');
    expect(calls('npm')).toEqual([]);
  });
});
