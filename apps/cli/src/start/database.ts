import type { Settings } from '@soquy/platform';
import { hasEmbeddedPostgres, startEmbeddedPostgres } from '@soquy/read-models';
import { StartFault } from './start-fault.js';
import type { Terminal } from './terminal.js';

/** The database of a start or of one command. */
export interface Database {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

type Where = Pick<Settings, 'databaseUrl' | 'dataDir'>;

/** That of DATABASE_URL, or the one that comes with the product: started, or adopted where it runs already. */
export async function openDatabase({ databaseUrl, dataDir }: Where): Promise<Database> {
  return databaseUrl ? { url: databaseUrl, stop: () => Promise.resolve() } : startEmbeddedPostgres({ dataDir });
}

/** The same where it is there; a folder that no start has used is told and not made. */
export async function existingDatabase(where: Where): Promise<Database> {
  const { databaseUrl, dataDir } = where;
  if (!databaseUrl && !hasEmbeddedPostgres(dataDir))
    throw new StartFault({
      vi: `Chưa có dữ liệu trong ${dataDir}. Hãy xem lại DATA_DIR, hoặc chạy npm start trước.`,
      en: `There are no data in ${dataDir}. Look at DATA_DIR, or run npm start first.`,
    });
  return openDatabase(where);
}

const MOST_RESTARTS = 5;
const WITHIN_MS = 60_000;

/**
 * The same for as long as the application runs: a server that ends on its own, or with the other start it was adopted from,
 * is started again on its port, where the application's connections find it. `onLost` is told when that no longer helps.
 */
export async function keepDatabase(
  where: Where,
  terminal: Pick<Terminal, 'say' | 'explain'>,
  onLost: (error: unknown) => void,
): Promise<Database> {
  if (where.databaseUrl) return openDatabase(where);
  let server = await startEmbeddedPostgres({ dataDir: where.dataDir, log: (line) => terminal.say(line) });
  let isStopping = false;
  const restarts: number[] = [];

  const watch = async () => {
    for (;;) {
      await server.ended;
      if (isStopping) return;
      restarts.push(Date.now());
      if (restarts.filter((at) => at > Date.now() - WITHIN_MS).length > MOST_RESTARTS)
        throw new Error(`PostgreSQL ended ${restarts.length} times; see ${where.dataDir}/postgres/postgres.log`);
      terminal.explain('PostgreSQL dừng bất ngờ, khởi động lại / ended unexpectedly, starting it again');
      server = await startEmbeddedPostgres({ dataDir: where.dataDir, port: server.port });
    }
  };
  const watching = watch().catch(onLost);

  const stop = async () => {
    isStopping = true;
    await server.stop();
    await watching;
  };
  return { url: server.url, stop };
}
