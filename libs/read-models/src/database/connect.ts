import pg from 'pg';

/** How long a connection may take, so that an unreachable server is noticed. */
const CONNECT_MS = 5_000;

/** A connection of one's own whose loss is told, not thrown. Its commits do not wait for the disk: read rows are derived. */
export async function connect(
  connectionString: string,
  {
    name = 'soquy-read-models',
    onLost = () => undefined,
  }: { readonly name?: string; readonly onLost?: (error: Error) => void } = {},
): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: name,
  });
  client.on('error', onLost);
  await client.connect();
  await client.query('set synchronous_commit = off');
  return client;
}

/** Runs some work over a connection of its own. */
export async function withConnection<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(connectionString);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** All or nothing. */
export async function transaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
