// A thread of a rebuild in specs: the log of a database, and grants by the words of their code.
import '../bench/typescript.mjs';
import 'reflect-metadata';

const { PostgresEventStore } = await import('../../libs/event-store/src/index.ts');
const { serveRebuild } = await import('../../libs/read-models/src/index.ts');
const { grantCode } = await import('./grant-code.ts');

serveRebuild(async ({ connectionString, codes }) => ({
  store: await PostgresEventStore.open({ connectionString }),
  slices: codes.map(grantCode),
}));
