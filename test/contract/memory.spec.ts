import { MemoryEventStore, MemoryLog } from '@soquy/event-store';
import { eventStoreContract } from './event-store.contract.js';
import { event, expectFault, newStream, replay } from './samples.js';

eventStoreContract(
  {
    name: 'memory',
    oldIdsAtTheHead: 'conflict',
    async start() {
      const log = new MemoryLog();
      return { open: async () => new MemoryEventStore(log), stop: async () => {} };
    },
  },
  { network: false },
);

describe('memory', () => {
  test('an empty log has no head, and a feed over it is caught up nowhere', async () => {
    const store = new MemoryEventStore();
    expect(await store.head()).toBeUndefined();
    expect(await replay(store)).toEqual([]);
  });

  test('positions carry its prefix, and one beyond the log is refused', async () => {
    const store = new MemoryEventStore();
    const { position } = await store.append(newStream(), 'no-stream', [event()]);
    expect(position).toBe('m-00000000000000000001');
    await expectFault(replay(store, { after: 'm-00000000000000000002' }), 'bad-position');
  });
});
