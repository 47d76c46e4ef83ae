// The built start with the smallest application that answers, writes down what it was told, logs what it cannot do, and says
// when it is closed.
import { createServer } from 'node:http';
import pg from 'pg';
import { start } from '../../dist/apps/cli/src/start/start.js';
import { newLog } from '../../dist/libs/platform/src/index.js';

async function startApi({ host, port, databaseUrl, demo }) {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  pool.on('error', () => undefined);
  await pool.query('create table if not exists visit (at timestamptz)');
  const log = newLog('warn');
  const server = createServer(({ url }, response) => {
    pool
      .query(url === '/broken' ? 'select nowhere' : 'insert into visit values (now())')
      .then(() => pool.query('select count(*)::int as visits from visit'))
      .then(
        ({ rows }) => response.end(JSON.stringify({ visits: rows[0].visits, demo })),
        (err) => {
          log.error({ err }, 'request');
          response.writeHead(503).end();
        },
      );
  });
  await new Promise((listening, failed) => server.once('error', failed).listen(port, host, listening));
  const close = async () => {
    await new Promise((closed) => (server.close(closed), server.closeAllConnections()));
    await pool.query('select 1'); // The database is stopped after the application, not before.
    await pool.end();
    console.log('closed');
  };
  return { url: `http://${host}:${port}`, close };
}

const isTerminal = process.env.TERMINAL === 'on';
process.exit(await start({ env: process.env, root: process.cwd(), startApi, isTerminal }));
