import { tmpdir } from 'node:os';
import { startApi } from '../../../apps/api/src/start-api.js';

/** The whole product as it runs, with the scenarios of the demo loaded. */
export async function serve(databaseUrl: string): Promise<string> {
  const api = await startApi({ host: '127.0.0.1', port: 0, databaseUrl, demo: true, dataDir: tmpdir() });
  await api.loaded;
  return api.url;
}
