import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** The suite's server, by its administrator's database (`TEST_DATABASE_URL`, set by the global set-up). */
function server(): string {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin) throw new Error('assertion: TEST_DATABASE_URL is set by the global set-up');
  return admin;
}

function named(name: string): string {
  const url = new URL(server());
  url.pathname = `/${name}`;
  return url.toString();
}

/** A fresh database on the suite's server, and how to drop it. */
export async function testDatabase(): Promise<TestDatabase> {
  return await created('');
}

/**
 * A copy of what `fill` leaves in a database. It is filled once for the whole run, by the first that asks, in whichever
 * worker, and never touched again; `what` names it.
 */
export async function copiedDatabase(what: string, fill: (url: string) => Promise<void>): Promise<TestDatabase> {
  const run = process.env.TEST_RUN;
  if (!run) throw new Error('assertion: TEST_RUN is set by the global set-up');
  const original = `t_${run}_${what}`;
  const client = new pg.Client({ connectionString: server() });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [original]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [original]);
    if (!rowCount) await fillWhole(client, original, fill);
  } finally {
    await client.end();
  }
  return await created(`template ${original}`);
}

/** Under its name only once it is whole: what came to nothing is no original. */
async function fillWhole(client: pg.Client, name: string, fill: (url: string) => Promise<void>): Promise<void> {
  const { url, drop } = await testDatabase();
  try {
    await fill(url);
    await client.query(`alter database ${new URL(url).pathname.slice(1)} rename to ${name}`);
  } finally {
    await drop();
  }
}

async function created(from: string): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await ask(server(), `create database ${name} ${from}`);
  const drop = async () => {
    await ask(server(), `drop database if exists ${name} with (force)`);
  };
  return { url: named(name), drop };
}

/** The rows of one statement, over a connection of its own. */
export async function ask<Row extends object>(
  connectionString: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
