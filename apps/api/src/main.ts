import 'reflect-metadata';
import { readSettings, SettingsError } from '@soquy/platform';
import { startApi } from './start-api.js';

/** The api alone, on an existing PostgreSQL: for containers and services. `npm start` brings a database along. */
async function main(): Promise<void> {
  const { host, port = 3000, databaseUrl, demo, dataDir } = readSettings();
  if (!databaseUrl) throw new SettingsError({ vi: 'Cần đặt DATABASE_URL.', en: 'DATABASE_URL must be set.' });
  const api = await startApi({ host, port, databaseUrl, demo, dataDir });
  console.log(`Sổ Quỹ: ${api.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void api.close());
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
});
