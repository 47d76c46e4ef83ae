import type { Clients } from './clients.js';
import { Counters } from './counters.js';
import type { LogEvent, LogItem, LogSubscription } from './log-client.js';
import { SubscriptionTail, type FedLog } from './subscription-tail.js';

const placeOf = (nth: number): bigint => BigInt(nth) << 64n;
const eventAt = (nth: number): LogItem => {
  const event = { stream: 'loan-1', revision: BigInt(nth - 1), place: placeOf(nth), id: `id-${nth}`, type: 'LoanApproved' };
  return { kind: 'event', event: { ...event, data: {}, metadata: {}, createdMs: Date.now() } as LogEvent };
};

/** A log of three events whose subscription gives one batch after the other. */
function tailOf(batches: (readonly LogItem[])[]): SubscriptionTail {
  const subscription: LogSubscription = {
    take: () => batches.shift() ?? [],
    changed: () => new Promise((resolve) => setTimeout(resolve, 5)),
    ended: undefined,
    waiting: { events: 0, bytes: 0 },
    close() {},
  };
  const ends = { log: placeOf(3), ours: placeOf(3) };
  const log = {
    clients: { current: { subscribe: () => subscription } } as unknown as Clients,
    counters: new Counters(),
    ends: async () => ends,
    knownEnds: () => ends,
    ...{ answerWithinMs: 1_000, callWithinMs: 400, probeEveryMs: 1_000 },
  } satisfies FedLog;
  return new SubscriptionTail(log, undefined, {}, false);
}

const pageOf = async (tail: SubscriptionTail) => {
  const { events, more } = await tail.page();
  return [events.map(({ id }) => id), more];
};

describe('a subscription', () => {
  test('that says it has caught up before it has come to where the log ended is not believed', async () => {
    const tail = tailOf([[{ kind: 'confirmed' }, { kind: 'caught-up' }, eventAt(1)], [], [eventAt(2), eventAt(3)]]);
    expect(await pageOf(tail)).toEqual([['id-1'], true]);
    expect(await pageOf(tail)).toEqual([['id-2', 'id-3'], false]);
    tail.close();
  });

  test('that falls behind has more to give until it has caught up again', async () => {
    const caughtUp: LogItem = { kind: 'caught-up' };
    const tail = tailOf([[eventAt(1), eventAt(2), eventAt(3), caughtUp], [{ kind: 'fell-behind' }, eventAt(4)], [caughtUp]]);
    expect(await pageOf(tail)).toEqual([['id-1', 'id-2', 'id-3'], false]);
    expect(await pageOf(tail)).toEqual([['id-4'], true]);
    expect(await pageOf(tail)).toEqual([[], false]);
    tail.close();
  });
});
