import { tmpdir } from 'node:os';
import { AccountService, createDemoAccounts, platformEntities, SystemClock } from '@soquy/platform';
import { DataSource } from 'typeorm';
import { startApi } from '../../../apps/api/src/start-api.js';

/** The whole product as it runs, projections and logging included; with accounts, without the scenarios of the demo. */
export async function serve(databaseUrl: string): Promise<string> {
  const api = await startApi({ host: '127.0.0.1', port: 0, databaseUrl, demo: false, dataDir: tmpdir() });
  await api.loaded;
  const dataSource = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: [...platformEntities],
  }).initialize();
  await createDemoAccounts(new AccountService(dataSource, new SystemClock()), { production: false });
  await dataSource.destroy();
  return api.url;
}
