import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import { canonical, evolveAll, fold, standing, type Fact } from '@soquy/kernel';
import type { Feature } from '../feature.js';
import { StreamSnapshots, type CommandTrace, type StreamSnapshot } from '../storage/stream-snapshots.js';
import { readFacts, streamOf, type StoredFact } from './stored-facts.js';

/** Streams from this length on are kept folded, and kept again after as many further facts as the second number says. */
const SNAPSHOT_FROM = 200;
const SNAPSHOT_EVERY = 50;
const LONG_REMEMBERED = 10_000;

/** An object as the command side needs it: where it stands, what it amounts to, and which commands it has seen. */
export interface LoadedObject {
  readonly stream: string;
  readonly id: string;
  readonly state: unknown;
  readonly head: { readonly revision: bigint; readonly position: string } | undefined;
  /** At least one fact of its own was recorded; a lapsed reservation alone makes no object. */
  readonly exists: boolean;
  /** Both from the first event; empty while nothing is recorded. */
  readonly agencyId: string;
  readonly code: string;
  readonly commands: Readonly<Record<string, CommandTrace>>;
}

/** Loads objects from the log; long streams from their last snapshot and the tail behind it. */
@Injectable()
export class ObjectLoader {
  private readonly log = new Logger('ObjectLoader');
  /** Streams seen to be long: their first facts need not be read to find that out again. */
  private readonly long = new Set<string>();

  constructor(
    private readonly store: EventStore,
    private readonly snapshots: StreamSnapshots,
  ) {}

  async load(feature: Feature, id: string): Promise<LoadedObject> {
    const stream = streamOf(feature, id);
    const known = this.long.has(stream);
    const first = known ? [] : await readFacts(this.store, feature, stream, { limit: SNAPSHOT_FROM });
    if (!known && first.length === 0) return blank(feature, stream, id);
    if (!known && first.length < SNAPSHOT_FROM) return loaded(feature, stream, id, first);
    this.remember(stream);
    const base = await this.snapshots.find(stream, codeHashOf(feature)).catch(() => undefined);
    const further = base && (await this.extend(feature, stream, base));
    if (further) return { stream, id, exists: true, ...fromSnapshot(further) };
    const facts = await readFacts(this.store, feature, stream);
    this.keep(feature, stream, folded(feature, facts));
    return loaded(feature, stream, id, facts);
  }

  /** An object with all its facts, for what a folded state cannot answer: a past day, or the state without one fact. */
  async loadWhole(feature: Feature, id: string): Promise<LoadedObject & { readonly facts: readonly StoredFact[] }> {
    const stream = streamOf(feature, id);
    const facts = await readFacts(this.store, feature, stream);
    return { ...(facts.length > 0 ? loaded(feature, stream, id, facts) : blank(feature, stream, id)), facts };
  }

  /** The snapshot and what came after it, unless that reaches back: a correction, or a fact with an earlier day. */
  private async extend(feature: Feature, stream: string, base: StreamSnapshot): Promise<StreamSnapshot | undefined> {
    const [head, ...tail] = await readFacts(this.store, feature, stream, { from: BigInt(base.revision) });
    if (head?.id !== base.headId) return undefined;
    if (tail.length === 0) return base;
    if (tail.some(({ type }) => type === 'CorrectionApproved')) return undefined;
    const own = standing(feature.decider, tail);
    const inOrder = canonical(feature.decider);
    if (own.some((fact) => inOrder(base.last as Fact, fact) > 0)) return undefined;
    const snapshot: StreamSnapshot = {
      ...base,
      ...placeOf(tail.at(-1)!),
      state: evolveAll(feature.decider, own, base.state),
      last: lastOf(own.at(-1) ?? base.last),
      commands: { ...base.commands, ...tracesOf(tail) },
    };
    if (tail.length >= SNAPSHOT_EVERY) this.keep(feature, stream, snapshot);
    return snapshot;
  }

  private remember(stream: string): void {
    if (this.long.size >= LONG_REMEMBERED) this.long.clear();
    this.long.add(stream);
  }

  /** In the background, and only what survives JSON; a failure costs nothing but time later. */
  private keep(feature: Feature, stream: string, snapshot: StreamSnapshot): void {
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(snapshot.state)), snapshot.state)) return;
    this.snapshots
      .save(stream, codeHashOf(feature), snapshot)
      .catch((error: unknown) => this.log.warn(`snapshot of ${stream} not kept: ${String(error)}`));
  }
}

const blank = ({ decider }: Feature, stream: string, id: string): LoadedObject => {
  return { stream, id, state: decider.initial, head: undefined, exists: false, agencyId: '', code: '', commands: {} };
};

const isOwn = (feature: Feature) => (fact: StoredFact) => fact.type in feature.events;

function loaded(feature: Feature, stream: string, id: string, facts: readonly StoredFact[]): LoadedObject {
  return { stream, id, exists: facts.some(isOwn(feature)), ...fromSnapshot(folded(feature, facts)) };
}

function fromSnapshot({ state, revision, position, agencyId, code, commands }: StreamSnapshot) {
  return { state, head: { revision: BigInt(revision), position }, agencyId, code, commands };
}

function folded(feature: Feature, facts: readonly StoredFact[]): StreamSnapshot {
  const own = standing(feature.decider, facts) as readonly StoredFact[];
  const first = facts.find(isOwn(feature)) ?? facts[0]!;
  return {
    ...placeOf(facts.at(-1)!),
    agencyId: first.metadata.agencyId,
    code: first.metadata.objectCode ?? '',
    state: fold(feature.decider, facts),
    last: lastOf(own.at(-1) ?? first),
    commands: tracesOf(facts),
  };
}

const placeOf = ({ id, revision, position }: StoredFact) => ({ revision: String(revision), position, headId: id });

const lastOf = ({ id, type, effectiveOn }: { id: string; type: string; effectiveOn: string }) => ({ id, type, effectiveOn });

/** The last event of each command stands for its receipt. */
function tracesOf(facts: readonly StoredFact[]): Record<string, CommandTrace> {
  return Object.fromEntries(facts.map((fact) => [fact.metadata.commandId, traceOf(fact)]));
}

function traceOf({ id, type, revision, position, metadata: { commandHash, reservedFor } }: StoredFact): CommandTrace {
  return {
    commandHash,
    revision: String(revision),
    position,
    eventId: id,
    ...(reservedFor !== undefined && { reservedFor }),
    ...(type === 'ReservationLapsed' && { lapsed: true }),
  };
}

const hashes = new WeakMap<Feature, string>();

/** Changes with the slice's declared version and with the text of its `evolve` table. */
function codeHashOf(feature: Feature): string {
  const known = hashes.get(feature);
  if (known) return known;
  const { version, decider, events } = feature;
  const text = [version, JSON.stringify(events), ...Object.values(decider.evolve).map(String)].join('\n');
  const hash = createHash('sha256').update(text).digest('hex');
  hashes.set(feature, hash);
  return hash;
}
