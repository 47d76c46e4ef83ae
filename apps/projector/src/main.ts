import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { newLog, PinoLogger, readSettings, SettingsError } from '@soquy/platform';
import { openParts, productModule } from '@soquy/product';

/** The log's own readers without HTTP: read tables and reactors, beside any number of others (then the api has PROJECTOR=off). */
async function main(): Promise<void> {
  const settings = readSettings();
  const { databaseUrl } = settings;
  if (!databaseUrl) throw new SettingsError({ vi: 'Cần đặt DATABASE_URL.', en: 'DATABASE_URL must be set.' });
  const log = newLog(settings.logLevel);
  const parts = await openParts({ ...settings, databaseUrl, projector: true }, log);
  const context = await NestFactory.createApplicationContext(productModule(parts), { logger: new PinoLogger(log) });
  log.info('projecting');
  const stop = async () => {
    await context.close();
    await parts.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
});
