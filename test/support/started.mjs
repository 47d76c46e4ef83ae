// The built start with the smallest application that answers, writes down what it was told, and says when it is closed.
import { createServer } from 'node:http';
import pg from 'pg';
import { start } from '../../dist/apps/cli/src/start/start.js';

async function startApi({ host, port, databaseUrl, demo }) {
  const pool = new pg.Pool({ connectionString: databaseUrl });
  pool.on('error', () => undefined);
  await pool.query('create table if not exists visit (at timestamptz)');
  const server = createServer((_, response) => {
    pool
      .query('insert into visit values (now())')
      .then(() => pool.query('select count(*)::int as visits from visit'))
      .then(
        ({ rows }) => response.end(JSON.stringify({ visits: rows[0].visits, demo })),
        () => response.writeHead(503).end(),
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

process.exit(await start({ env: process.env, root: process.cwd(), startApi }));
