import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of its own on the server of a URL, dropped afterwards. */
export async function withScratchDatabase<Result>(serverUrl: string, use: (url: string) => Promise<Result>): Promise<Result> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  const name = `bench_${randomBytes(6).toString('hex')}`;
  try {
    await admin.query(`create database ${name}`);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return await use(url.toString());
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

/** Undefined where an acknowledged commit is on disk; otherwise what a row must say. */
export async function notDurable(serverUrl: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ lax: boolean }>(
      `select current_setting('fsync') = 'off' or current_setting('synchronous_commit') = 'off' as lax`,
    );
    return rows[0]!.lax ? 'NOT DURABLE: the server does not wait for its disk' : undefined;
  } finally {
    await client.end();
  }
}
