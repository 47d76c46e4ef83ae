import { randomUUID } from 'node:crypto';
import type { EventMetadata, EventStore, NewEvent } from '@soquy/event-store';
import { ms, percentile, rate, type Round } from './rounds.js';

/** A stream of a trial ends after so many events; another begins. */
export const STREAM_LENGTH = 8;

export const DATA = {
  trainingClassId: '6f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11',
  kind: 'craft',
  title: 'Lớp đan lát thủ công mỹ nghệ xã Đại An',
  place: 'TCTK63:84',
  plannedLearners: 35,
  budgetVnd: 45_000_000,
  plannedOn: '2026-01-05',
};

export const METADATA: EventMetadata = {
  commandId: 'a5f5a1f0-7d0b-5b5c-8f43-2f2b0a4d7c11',
  commandHash: '1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014',
  requestId: 'c9d1c7f5-90a2-4a9b-b9ad-51a4b6f57a10',
  $correlationId: 'c9d1c7f5-90a2-4a9b-b9ad-51a4b6f57a10',
  $causationId: 'a5f5a1f0-7d0b-5b5c-8f43-2f2b0a4d7c11',
  actor: { personId: '0b8d2d53-6c1c-4a57-8a6b-1d5c1f1f6a01', role: 'officer' },
  agencyId: 'tra-vinh',
  recordedAt: '2026-01-05T03:00:00.000Z',
  effectiveOn: '2026-01-05',
  postingPeriod: '2026-01',
  budgetYear: 2026,
  schemaVersion: 1,
};

export const newEvent = (metadata = METADATA): NewEvent => ({
  id: randomUUID(),
  type: 'TrainingClassPlanned',
  data: DATA,
  metadata,
});

/** One client of a store: single events at the exact revision, one after the other. */
export function appendingTo(store: EventStore): () => Promise<void> {
  let stream = '';
  let revision = BigInt(STREAM_LENGTH);
  return async () => {
    if (revision + 1n >= STREAM_LENGTH) {
      stream = `trainingClass-${randomUUID()}`;
      ({ revision } = await store.append(stream, 'no-stream', [newEvent()]));
    } else ({ revision } = await store.append(stream, revision, [newEvent()]));
  };
}

export async function counted(pages: AsyncIterable<number>): Promise<Round> {
  const start = performance.now();
  let events = 0;
  for await (const page of pages) events += page;
  return { perSecond: (events / (performance.now() - start)) * 1_000, times: [] };
}

/** The whole log, decoded. */
export async function* feedAll(store: EventStore): AsyncGenerator<number> {
  for await (const item of store.feed({ follow: false })) if (item.kind === 'events') yield item.events.length;
}

export const told = (round: Round) =>
  `${rate(round.perSecond)}, p50 ${ms(percentile(round.times, 0.5))}, p99 ${ms(percentile(round.times, 0.99))}`;
