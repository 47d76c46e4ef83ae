import { randomUUID } from 'node:crypto';
import {
  StoreFault,
  type EventMetadata,
  type EventStore,
  type FeedItem,
  type NewEvent,
  type StoredEvent,
} from '@soquy/event-store';

/** How late a call may notice that its time is over: on a busy machine seconds, where it would otherwise take for ever. */
export const GRACE_MS = 10_000;

/** A stream nobody has written to; the category is letters only. */
export const newStream = (category = 'contractLoan') => `${category}-${randomUUID()}`;

/** A category nobody uses, for filters by prefix. */
export const newCategory = () => `case${randomUUID().replaceAll('-', '')}`;

export const sampleMetadata: EventMetadata = {
  commandId: 'a5f5a1f0-7d0b-5b5c-8f43-2f2b0a4d7c11',
  commandHash: '1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014',
  requestId: 'request-1',
  $correlationId: 'request-1',
  $causationId: 'a5f5a1f0-7d0b-5b5c-8f43-2f2b0a4d7c11',
  actor: { personId: 'person-1', role: 'officer' },
  agencyId: 'tra-vinh',
  recordedAt: '2026-11-21T03:00:00.000Z',
  effectiveOn: '2026-11-20',
  postingPeriod: '2026-11',
  budgetYear: 2026,
  schemaVersion: 1,
};

export function event(data: object = { amountVnd: 1_000_000 }, over: Partial<NewEvent> = {}): NewEvent {
  return { id: randomUUID(), type: 'RepaymentReceived', data, metadata: sampleMetadata, ...over };
}

export const events = (count: number, over: Partial<NewEvent> = {}): NewEvent[] =>
  Array.from({ length: count }, (_, index) => event({ index }, over));

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** The events of a feed that ends. */
export async function replay(
  store: EventStore,
  options: Omit<Parameters<EventStore['feed']>[0], 'follow'> = {},
): Promise<StoredEvent[]> {
  return eventsOf(await all(store.feed({ ...options, follow: false })));
}

export const eventsOf = (items: readonly FeedItem[]): StoredEvent[] =>
  items.flatMap((item) => (item.kind === 'events' ? item.events : []));

/** Reads a feed until enough has come, then leaves it. */
export async function until(feed: AsyncIterable<FeedItem>, enough: (items: readonly FeedItem[]) => boolean): Promise<FeedItem[]> {
  const items: FeedItem[] = [];
  for await (const item of feed) {
    items.push(item);
    if (enough(items)) break;
  }
  return items;
}

export const idsOf = (stored: readonly { readonly id: string }[]): string[] => stored.map(({ id }) => id);

/** What a promise was refused with. */
export async function faultOf(promise: Promise<unknown>): Promise<StoreFault> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(StoreFault);
  return outcome as StoreFault;
}

export async function expectFault(promise: Promise<unknown>, kind: StoreFault['kind'], facts: Partial<StoreFault> = {}) {
  expect(await faultOf(promise)).toMatchObject({ kind, ...facts });
}
