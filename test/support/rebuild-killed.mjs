// A process that rebuilds the grants of a database in threads, one of which kills it in the midst of it.
import '../bench/typescript.mjs';
import 'reflect-metadata';

const { PostgresEventStore } = await import('../../libs/event-store/src/index.ts');
const { createReadModels } = await import('../../libs/read-models/src/index.ts');
const { grantCode } = await import('./grant-code.ts');

const [, , connectionString] = process.argv;
const store = await PostgresEventStore.open({ connectionString });
const codes = [{ version: 2, twice: true, gone: { title: 'Máy số 390', what: 'process' } }];
const sharing = {
  module: new URL('./rebuild-thread.mjs', import.meta.url),
  source: { connectionString, codes },
  threads: 2,
  fromEvents: 1,
};
await createReadModels({ connectionString, store, slices: codes.map(grantCode), sharing }).rebuild();
