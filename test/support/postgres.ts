import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A fresh database on the suite's server (`TEST_DATABASE_URL`, set by the global set-up), and how to drop it. */
export async function testDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const admin = process.env.TEST_DATABASE_URL;
  if (!admin) throw new Error('assertion: TEST_DATABASE_URL is set by the global set-up');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await run(admin, `create database ${name}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => run(admin, `drop database if exists ${name} with (force)`) };
}

async function run(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
