import type { EventStoreDBClient, SubscribeToAllOptions } from '@eventstore/db-client';
import type { LogPosition } from './positions.js';
import { until } from './raw-client.js';

type FilterWish = Omit<NonNullable<SubscribeToAllOptions['filter']>, 'checkpointInterval' | 'checkpointReached'> & {
  readonly checkpointInterval?: number;
};

/** What a subscription said, in the order the client package heard it. */
export class Followed {
  readonly said: string[] = [];
  readonly checkpoints: LogPosition[] = [];
  readonly positions: LogPosition[] = [];
  error: (Error & { type?: string }) | undefined;
  ended = false;
  private readonly subscription;

  constructor(
    client: EventStoreDBClient,
    { filter, ...options }: Omit<SubscribeToAllOptions, 'filter'> & { filter?: FilterWish } = {},
  ) {
    const checkpointReached = async (_: unknown, position: LogPosition) => {
      this.checkpoints.push(position);
      this.said.push('checkpoint');
    };
    const wish = filter && { checkpointInterval: 1, ...filter, checkpointReached };
    this.subscription = client.subscribeToAll({ ...options, filter: wish as SubscribeToAllOptions['filter'] });
    this.subscription
      .on('confirmation', () => this.said.push('confirmation'))
      .on('caughtUp' as 'confirmation', () => this.said.push('caughtUp'))
      .on('fellBehind' as 'confirmation', () => this.said.push('fellBehind'))
      .on('error', (error: Error) => (this.error = error))
      .on('end', () => (this.ended = true))
      .on('data', ({ event }) => {
        if (!event) return;
        this.said.push(`${event.streamId}@${String(event.revision)}`);
        this.positions.push(event.position!);
      });
  }

  get events(): string[] {
    return this.said.filter((one) => one.includes('@'));
  }

  count(word: string): number {
    return this.said.filter((one) => one === word).length;
  }

  saw(count: number): Promise<void> {
    return until(() => this.events.length >= count);
  }

  heard(word: string, times = 1): Promise<void> {
    return until(() => this.count(word) >= times);
  }

  stopTaking(): void {
    this.subscription.pause();
  }

  goOnTaking(): void {
    this.subscription.resume();
  }

  leave(): Promise<void> {
    return this.subscription.unsubscribe();
  }
}
