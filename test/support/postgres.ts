import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A fresh database on the suite's server (`TEST_DATABASE_URL`, set by the global set-up), and how to drop it. */
export async function testDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin) throw new Error('assertion: TEST_DATABASE_URL is set by the global set-up');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await ask(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const drop = async () => {
    await ask(admin, `drop database if exists ${name} with (force)`);
  };
  return { url: url.toString(), drop };
}

/** The rows of one statement, over a connection of its own. */
export async function ask<Row extends object>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
