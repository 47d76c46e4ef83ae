import type { EventStore } from '@soquy/event-store';
import { appending } from './cases/appending.js';
import { encoding } from './cases/encoding.js';
import { faults } from './cases/faults.js';
import { feeding } from './cases/feeding.js';
import { ordering } from './cases/ordering.js';
import { reading } from './cases/reading.js';
import { repeating } from './cases/repeating.js';
import type { Cases, FaultSituation, StoreAdapter, StoreUnderTest } from './store-adapter.js';

const GROUPS: Readonly<Record<string, Cases>> = { appending, repeating, encoding, reading, feeding, ordering };

/** What every event store owes, said sentence by sentence; the same function tries them all. */
export function eventStoreContract(adapter: StoreAdapter, options: { readonly network: boolean }): void {
  describe(`${adapter.name} as an event store`, () => {
    for (const [name, cases] of Object.entries(GROUPS)) describe(name, () => onALogOfTheirOwn(adapter, cases));
    if (options.network) describe('faults', () => onALogOfTheirOwn(adapter, faults));
  });
}

/** A case that reads the whole log looks through what its own group has written, and not through everything. */
function onALogOfTheirOwn(adapter: StoreAdapter, cases: Cases<FaultSituation>): void {
  let log: StoreUnderTest;
  let stores: EventStore[];

  const open = async () => {
    const store = await log.open();
    stores.push(store);
    return store;
  };

  beforeAll(async () => {
    log = await adapter.start();
  });
  beforeEach(() => {
    stores = [];
  });
  afterEach(async () => {
    await log.network?.up();
    await Promise.all(stores.map((store) => store.close()));
  });
  afterAll(() => log.stop());

  test.each(Object.entries(cases))('%s', async (_, run) => run({ store: await open(), adapter, open, network: log.network! }));
}
