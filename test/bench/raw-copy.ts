import pg from 'pg';
import copyStreams from 'pg-copy-streams';

const TABLES = ['entries', 'objects', 'facts'] as const;

/**
 * The rows of a build, taken out as COPY text beforehand. `copy` copies them over one connection into tables without an
 * index, indexes these as the build is, and answers the seconds that took.
 */
export async function rawCopy(connectionString: string, build: number) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('set synchronous_commit = off');
  const texts = new Map<string, Buffer>();
  for (const table of TABLES) texts.set(table, await copiedOut(client, `rm.${table}_b${build}`));
  const { rows } = await client.query<{ columns: string; table: string }>(
    `select split_part(pg_get_indexdef(indexrelid), ' USING ', 2) as columns, relname as table
      from pg_index join pg_class on pg_class.oid = indrelid where relnamespace = 'rm'::regnamespace and relname = any($1)`,
    [TABLES],
  );
  const copy = async (): Promise<number> => {
    for (const table of TABLES) await client.query(`create table bare_${table} (like rm.${table} including defaults)`);
    const started = performance.now();
    for (const table of TABLES) await copiedIn(client, `bare_${table}`, texts.get(table)!);
    for (const { columns, table } of rows) await client.query(`create index on bare_${table} using ${columns}`);
    for (const table of TABLES) await client.query(`analyze bare_${table}`);
    const seconds = (performance.now() - started) / 1_000;
    await client.query(`drop table ${TABLES.map((table) => `bare_${table}`).join(', ')}`);
    return seconds;
  };
  return { copy, close: () => client.end() };
}

async function copiedOut(client: pg.Client, table: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of client.query(copyStreams.to(`copy ${table} to stdout`))) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function copiedIn(client: pg.Client, table: string, text: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const copy = client.query(copyStreams.from(`copy ${table} from stdin`));
    copy.on('error', reject);
    copy.on('finish', resolve);
    copy.end(text);
  });
}
