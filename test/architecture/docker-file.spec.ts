import { readFileSync, statSync } from 'node:fs';
import { execForm, reachesBuild, stagesOf } from '../support/dockerfile.js';
import { dockerfileComplaints } from '../support/dockerfile-rules.js';

const dockerfile = readFileSync('docker/Dockerfile', 'utf8');
const dockerignore = readFileSync('.dockerignore', 'utf8');

describe('the Dockerfile', () => {
  it('keeps our rules', () => {
    expect(dockerfileComplaints(dockerfile, dockerignore)).toEqual([]);
  });

  it.each([
    ['node:24.19.0-bookworm-slim', 'node:lts', 'every image is pinned to a version'],
    ['node:24.19.0-bookworm-slim', 'node:18.20.8-bookworm-slim', 'every stage has the same Node'],
    ['node:24.19.0-bookworm-slim', 'node:25.1.0-bookworm-slim', 'every stage has the same Node'],
    ['USER 1000:1000', 'USER 1000:1000\nUSER root', 'it ends as an account that is not root'],
    ['USER 1000:1000', '', 'it ends as an account that is not root'],
    ['CMD ["node", "dist', 'CMD ["npm", "start", "dist', 'it runs node, not npm'],
    ['CMD ["node", "dist/apps/api/src/main.js"]', 'CMD node dist/apps/api/src/main.js', 'it runs node, not npm'],
    ['CMD ["node", "docker/health.mjs"]', 'CMD curl --fail http://localhost:3000/health/live', 'node asks for its health'],
    ['STOPSIGNAL SIGTERM', 'STOPSIGNAL SIGKILL', 'SIGTERM ends it'],
    ['COPY libs ./libs', 'COPY libs lib ./libs', 'what is copied is there and reaches the build'],
    ['COPY libs ./libs', 'COPY libs test ./libs', 'what is copied is there and reaches the build'],
    ['COPY libs ./libs', 'COPY . .', 'it copies named files'],
    ['COPY libs ./libs', 'ADD https://example.org/libs.tgz ./libs', 'it copies named files'],
    ['npm ci --omit=dev', 'npm install', 'packages come from the lock file'],
    [' --ignore-scripts --no-audit --no-fund\nCOPY', '\nCOPY', 'packages come from the lock file'],
    ['@swc/core chokidar', '@swc/gone chokidar', 'what only builds is named as package.json names it'],
    ['DATA_DIR=/var', 'DATA_FOLDER=/var', 'its settings are settings of the product'],
    ['NODE_ENV=production', 'NODE_ENV=development', 'it is for production'],
    ['image.version="0.1.0"', 'image.version="0.0.9"', 'its labels say what it is'],
  ])('%s -> %s is found out', (search, replacement, complaint) => {
    expect(dockerfile).toContain(search);
    const complaints = dockerfileComplaints(dockerfile.replaceAll(search, replacement), dockerignore);
    expect(complaints.filter((rule) => rule.startsWith(complaint))).toHaveLength(1);
  });

  it('is read as Docker reads it', () => {
    const [build, last] = stagesOf(
      'FROM a:1 AS build\n# why\nRUN one \\\n  && two\nFROM b:2\nCOPY --from=build --chmod=755 x y /z/\nCMD ["n", "m"]\n',
    );
    expect(build).toEqual({ name: 'build', from: 'a:1', instructions: [{ word: 'RUN', flags: {}, text: 'one && two' }] });
    const [copy, command] = last!.instructions;
    expect(copy).toEqual({ word: 'COPY', flags: { from: 'build', chmod: '755' }, text: 'x y /z/' });
    expect(execForm(command!.text)).toEqual(['n', 'm']);
  });
});

describe('.dockerignore', () => {
  const reaches = reachesBuild(dockerignore);

  it.each([
    'package-lock.json',
    'apps/api/src/main.ts',
    'apps/cli/bin/soquy.mjs',
    'libs/kernel/src/index.ts',
    'docker/bin/soquy',
    'docker/health.mjs',
  ])('lets %s reach the build', (path) => {
    expect(reaches(path)).toBe(true);
  });

  it.each([
    '.git/config',
    '.data/postgres/password',
    'docker/secrets/database_url',
    'docker/compose.yml',
    'node_modules/pg/package.json',
    'libs/kernel/node_modules/a/index.js',
    'dist/apps/api/src/main.js',
    'libs/kernel/src/money.spec.ts',
    'test/support/postgres.ts',
    'apps/docs/operating.md',
    'monday.backup',
  ])('keeps %s from it', (path) => {
    expect(reaches(path)).toBe(false);
  });

  it('reads patterns as Docker does: the last one counts, and a folder takes what is in it along', () => {
    const some = reachesBuild('*\n!a\na/b\n!a/b/kept.ts\n**/*.log\n');
    expect(['x', 'a/1', 'a/b/1', 'a/b/kept.ts', 'a/c/d.log', 'a.ts'].filter(some)).toEqual(['a/1', 'a/b/kept.ts']);
  });
});

it.each(['docker/bin/soquy', 'docker/make-secrets.sh'])('%s can be called', (file) => {
  expect(statSync(file).mode & 0o111).toBe(0o111);
});
