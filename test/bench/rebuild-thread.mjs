// A thread of a rebuild of the benchmark, which runs the sources as they are.
import './typescript.mjs';
import 'reflect-metadata';

const { openEventStore } = await import('../../libs/event-store/src/index.ts');
const { serveRebuild } = await import('../../libs/read-models/src/index.ts');
const { programmes } = await import('../../libs/programmes/src/index.ts');

serveRebuild(async (address) => ({ store: await openEventStore(address), slices: programmes.map(({ feature }) => feature) }));
