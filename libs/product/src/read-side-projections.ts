import type { EventStore } from '@soquy/event-store';
import { Problem, Projections, type ProjectionItem, type ProjectionList, type SkippedItem } from '@soquy/platform';
import { OperationRefused, type ReadSide, type SliceStatus, type Waiting } from '@soquy/read-models';
import { features } from './slices.js';

const STATES = { running: 'live', rebuilding: 'building', stopped: 'stopped' } as const;

/** The read side as operators see it over HTTP; what is done is what the command line does. */
export class ReadSideProjections extends Projections {
  constructor(
    private readonly readSide: ReadSide,
    private readonly eventStore: EventStore,
  ) {
    super();
  }

  async list(): Promise<ProjectionList> {
    const statuses = await this.readSide.status();
    const position = await this.eventStore.head();
    const places = features.map(({ noun }) => statuses.find(({ slice }) => slice === noun)?.position);
    const waiting = await this.readSide.waiting(places);
    const items = features.map(({ noun, version }, index) => {
      const status = statuses.find(({ slice }) => slice === noun) ?? notBuilt(noun, version);
      return itemOf(status, waiting[index]!);
    });
    return { items, log: { ...(position !== undefined && { position }) } };
  }

  async rebuild(slice: string): Promise<void> {
    if ((await this.statusOf(slice))?.isUnderWay) throw Problem.of('ProjectionBuilding');
    this.readSide.beginRebuild(slice);
  }

  async resume(slice: string): Promise<void> {
    await this.statusOf(slice);
    await ifStopped(this.readSide.resume(slice));
  }

  async skip(slice: string, reason: string, by: string): Promise<SkippedItem> {
    await this.statusOf(slice);
    return await ifStopped(this.readSide.skip(slice, reason, by));
  }

  private async statusOf(slice: string): Promise<SliceStatus | undefined> {
    if (!features.some(({ noun }) => noun === slice)) throw Problem.unknownObject('slice');
    return (await this.readSide.status()).find((status) => status.slice === slice);
  }
}

async function ifStopped<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof OperationRefused ? Problem.of('ProjectionNotStopped') : error;
  }
}

/** Before the first program that keeps rows has looked at it. */
const notBuilt = (slice: string, codeVersion: number): SliceStatus => ({
  slice,
  version: 0,
  codeVersion,
  build: 0,
  position: undefined,
  state: 'rebuilding',
  lagSeconds: 0,
  failure: undefined,
  skipped: [],
  isUnderWay: false,
  progress: undefined,
  lastRebuild: undefined,
});

function itemOf(status: SliceStatus, { events, orMore }: Waiting): ProjectionItem {
  const { slice, version, codeVersion, position, state, lagSeconds, failure, skipped, progress, lastRebuild } = status;
  const ended = lastRebuild && { at: lastRebuild.at.toISOString() };
  return {
    slice,
    version,
    codeVersion,
    ...(position !== undefined && { position }),
    lagEvents: events,
    ...(orMore && { lagEventsOrMore: true }),
    lagSeconds,
    state: STATES[state],
    ...(failure && { error: failure }),
    skipped,
    ...(progress && { building: { since: progress.since.toISOString(), events: progress.events } }),
    ...(ended && { lastRebuild: { ...ended, ...(lastRebuild.failure && { error: lastRebuild.failure }) } }),
  };
}
