import { Injectable, type Type } from '@nestjs/common';
import { EventStore, StoreFault, type NewEvent, type StoredEvent } from '@soquy/event-store';
import { fold, Refusal, type DomainEvent } from '@soquy/kernel';
import type { Feature } from '../feature.js';
import { Problem } from '../http/problem.js';
import type { CommandContext } from './command-context.js';
import { hashOf, uuidV5 } from './ids.js';
import type { Receipt, RecordingCommand } from './recording-command.js';
import { pathIdsOf } from './recording.js';

/** A race lost more often than this is not a race: the caller is told. */
const ATTEMPTS = 3;

/** The one way into the log: load, recognise a repeat, fold, decide, append at the exact revision. */
@Injectable()
export class CommandGateway {
  constructor(private readonly store: EventStore) {}

  async record(feature: Feature, name: string, command: RecordingCommand, context: CommandContext): Promise<Receipt> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(feature, name, command, context);
      } catch (error) {
        if (error instanceof Refusal) throw Problem.refused(error, feature.texts.refusals[error.code]!);
        if (!(error instanceof StoreFault && error.kind === 'conflict')) throw error;
        if (attempt === ATTEMPTS) throw Problem.lostRace();
      }
    }
  }

  private async attempt(feature: Feature, name: string, command: RecordingCommand, context: CommandContext): Promise<Receipt> {
    const { decider } = feature;
    const subjectField = pathIdsOf(command.constructor as Type)[0];
    const objectId = subjectField ? String(command[subjectField as keyof RecordingCommand]) : uuidV5(context.commandId, 'object');
    const stream = `${decider.category}-${objectId}`;
    const past = await collect(this.store.readStream(stream));
    const commandHash = hashOf(name, command);

    const repeat = past.findLast(({ metadata }) => metadata.commandId === context.commandId);
    if (repeat && repeat.metadata.commandHash !== commandHash) throw Problem.keyReused();
    if (repeat) return receiptOf(repeat, objectId);
    const head = past.at(-1);
    if (subjectField && !head) throw Problem.unknownObject(subjectField);

    const now = new Date();
    const facts = decider.decide[name]!(fold(decider, past), command, {
      objectId,
      personId: context.actor.personId,
      today: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now),
    });
    if (facts.length === 0 && head) return receiptOf(head, objectId);
    const events = facts.map((fact, index) =>
      describe(feature, fact, uuidV5(context.commandId, stream, String(index)), { command, commandHash, context, now }),
    );
    return receiptOf({ stream, ...(await this.store.append(stream, head?.revision ?? 'no-stream', events)) }, objectId);
  }
}

/** A fact with all that is known about its recording. The effective day is read from the fact itself, never typed twice. */
function describe(
  { events }: Feature,
  { type, data }: DomainEvent,
  id: string,
  { command, commandHash, context, now }: { command: RecordingCommand; commandHash: string; context: CommandContext; now: Date },
): NewEvent {
  const { version, effectiveOn } = events[type]!;
  const { actor, commandId } = context;
  return {
    id,
    type,
    data,
    metadata: {
      commandId,
      commandHash,
      requestId,
      $correlationId: requestId,
      $causationId: commandId,
      actor: { personId: actor.personId, role: actor.role },
      agencyId: actor.agencyId,
      recordedAt: now.toISOString(),
      effectiveOn: (data as Record<string, string>)[effectiveOn]!,
      schemaVersion: version,
      ...(command.evidence && { evidence: command.evidence }),
      ...(command.reason && { reason: command.reason }),
    },
  };
}

function receiptOf(
  { stream, revision, position }: Pick<StoredEvent, 'stream' | 'revision' | 'position'>,
  objectId: string,
): Receipt {
  return { stream, revision: Number(revision), position, objectId };
}

async function collect(events: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
