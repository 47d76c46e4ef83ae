import type { EventStore, StoredEvent } from '@soquy/event-store';
import { uuidV5 } from '@soquy/platform';
import type { Taken } from './every-route-walk.js';

/** Which step reserved in which boundary. */
const RESERVED = [
  ['grantApproved', 'line'],
  ['loanApproved', 'fund'],
] as const;

/** Leaves the log as a process does that dies between a reservation and the object's own facts. */
export async function abandonReservations(store: EventStore, taken: readonly Taken[]): Promise<void> {
  const streamOf = (name: string) => taken.find(({ step }) => step.name === name)!.answer.body.stream as string;
  for (const [step, boundary] of RESERVED) {
    const { type, stream, data, metadata } = await reservationIn(store, streamOf(boundary), streamOf(step));
    const commandId = uuidV5('abandoned', metadata.commandId);
    const copy = { id: uuidV5(commandId), type, data: { ...data, commandId }, metadata: { ...metadata, commandId } };
    await store.append(stream, 'stream-exists', [copy]);
  }
}

async function reservationIn(store: EventStore, boundary: string, object: string): Promise<StoredEvent> {
  for await (const event of store.readStream(boundary)) if (event.metadata.reservedFor === object) return event;
  throw new Error(`assertion: ${object} reserved nothing in ${boundary}`);
}
