const { randomBytes } = require('node:crypto');
const { chmodSync, existsSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const LAUNCHER = join(__dirname, '../dist/libs/read-models/src/embedded-postgres/embedded-postgres.js');

/** A crash of the test server loses a test run and nothing else, so it need not wait for the disk. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** One PostgreSQL for the whole run; suites make their own databases on it. A server of one's own can be given instead. */
module.exports = async () => {
  // What the specs of one run share on a server says whose it is: another run may have other code.
  process.env.TEST_RUN = randomBytes(6).toString('hex');
  // Nothing is judged by how fast the read side is: on a busy machine it may come late.
  process.env.READ_WAIT_MS ??= '20000';
  if (process.env.TEST_DATABASE_URL) return;
  if (!existsSync(LAUNCHER)) throw new Error('Run "npm run build" first: the tests start PostgreSQL with the built launcher.');
  const { startEmbeddedPostgres } = await import(pathToFileURL(LAUNCHER));
  const dataDir = mkdtempSync(join(tmpdir(), 'soquy-test-'));
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, settings });
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.testServer = { server, dataDir };
};
