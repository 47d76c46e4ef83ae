import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { KnowledgeFromReadModels } from '@soquy/boards';
import { PostgresEventStore } from '@soquy/event-store';
import { newLog, PinoLogger, platformEntities, PlatformModule, readSettings, SettingsError } from '@soquy/platform';
import { programmes } from '@soquy/programmes';
import { createReadModels } from '@soquy/read-models';
import { ReferenceBookFromLog, referenceSlices } from '@soquy/reference';
import { DataSource } from 'typeorm';

/** The log's own readers without HTTP: read tables and reactors, beside any number of others (then the api has PROJECTOR=off). */
async function main(): Promise<void> {
  const settings = readSettings();
  const { databaseUrl: connectionString } = settings;
  if (!connectionString) throw new SettingsError({ vi: 'Cần đặt DATABASE_URL.', en: 'DATABASE_URL must be set.' });
  const log = newLog(settings.logLevel);
  const slices = [...referenceSlices, ...programmes];
  const store = await PostgresEventStore.open({ connectionString });
  const dataSource = await new DataSource({
    type: 'postgres',
    url: connectionString,
    entities: [...platformEntities],
  }).initialize();
  const readSide = createReadModels({ connectionString, store, slices: slices.map(({ feature }) => feature), log });
  await readSide.migrate();
  readSide.runner.start();
  const referenceBook = new ReferenceBookFromLog(store);
  const ports = {
    eventStore: { useValue: store },
    knowledge: { useValue: new KnowledgeFromReadModels(readSide.models) },
    referenceBook: { useValue: referenceBook },
    dataSource: { useValue: dataSource },
  };
  const context = await NestFactory.createApplicationContext(PlatformModule.with({ settings, slices, ports }), {
    logger: new PinoLogger(log),
  });
  log.info('projecting');
  const stop = async () => {
    await context.close();
    await referenceBook.close();
    await readSide.close();
    await dataSource.destroy();
    await store.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exitCode = 1;
});
