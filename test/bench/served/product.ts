import { tmpdir } from 'node:os';
import { startApi } from '../../../apps/api/src/start-api.js';
import { makePeople } from '../../support/people.js';

/** The whole product as it runs, projections and logging included; with accounts, without the scenarios of the demo. */
export async function serve(databaseUrl: string): Promise<string> {
  const api = await startApi({ host: '127.0.0.1', port: 0, databaseUrl, demo: false, dataDir: tmpdir() });
  await api.loaded;
  await makePeople(databaseUrl);
  return api.url;
}
