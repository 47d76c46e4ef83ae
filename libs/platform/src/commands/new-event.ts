import type { EventActor, EventMetadata, NewEvent } from '@soquy/event-store';
import { dayInVietnam, known, type DomainEvent } from '@soquy/kernel';
import type { Intent } from './intent.js';

/** By whom, when and why something is recorded: what all events of one command share. */
export interface EventSource {
  readonly commandId: string;
  readonly commandHash: string;
  readonly requestId: string;
  readonly actor: EventActor;
  readonly agencyId: string;
  readonly now: Date;
  readonly evidence?: object | undefined;
  readonly reason?: string | undefined;
  readonly origin?: EventMetadata['origin'] | undefined;
}

export function sourceOf({ command, context, commandHash, now }: Intent, agencyId: string): EventSource {
  const { actor, commandId, origin } = context;
  const { evidence, reason } = command;
  return {
    commandId,
    commandHash,
    requestId: origin.requestId,
    actor: { personId: actor.personId, role: actor.role, ...known({ onBehalfOf: actor.onBehalfOf }) },
    agencyId,
    now,
    evidence: evidence && known({ ...evidence }),
    reason,
    origin: origin.replay?.origin,
  };
}

/** A fact with all that is known about its recording (decision 0002). The effective day is read from the fact, never typed twice. */
export function newEvent(
  id: string,
  { type, data }: DomainEvent,
  row: { readonly version: number; readonly effectiveOn: string } | undefined,
  source: EventSource,
  extra: Partial<EventMetadata> = {},
): NewEvent {
  const fields = data as Readonly<Record<string, unknown>>;
  const effectiveOn = row && fields[row.effectiveOn];
  if (!row || typeof effectiveOn !== 'string') throw new Error(`assertion: ${type} has no effective day`);
  const { commandId, commandHash, requestId, actor, agencyId, now, evidence, reason, origin } = source;
  const metadata: EventMetadata = {
    commandId,
    commandHash,
    requestId,
    $correlationId: requestId,
    $causationId: commandId,
    actor,
    agencyId,
    recordedAt: now.toISOString(),
    effectiveOn,
    postingPeriod: dayInVietnam(now).slice(0, 7),
    budgetYear: typeof fields.budgetYear === 'number' ? fields.budgetYear : Number(effectiveOn.slice(0, 4)),
    schemaVersion: row.version,
    ...known({ evidence, reason, origin }),
    ...extra,
  };
  return { id, type, data, metadata };
}
