import { Injectable } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import { correctionEvents, type CorrectionEvents } from '@soquy/kernel';
import { BOUNDARY_ATTEMPTS, decidingAnew } from '../commands/attempts.js';
import type { CommandContext } from '../commands/command-context.js';
import { uuidV5 } from '../commands/ids.js';
import { InTurn } from '../commands/in-turn.js';
import { intentOf, type Intent } from '../commands/intent.js';
import { newEvent, sourceOf } from '../commands/new-event.js';
import { ObjectLoader, type LoadedObject } from '../commands/object-loader.js';
import { Precondition } from '../commands/precondition.js';
import { receiptOf, repeatOf } from '../commands/receipt.js';
import type { Receipt, RecordingCommand } from '../commands/recording-command.js';
import { Scope } from '../commands/scope.js';
import { idOf, type StoredFact } from '../commands/stored-facts.js';
import { FeatureRegistry } from '../feature-registry.js';
import type { Feature } from '../feature.js';
import { Problem } from '../http/problem.js';
import { Metrics } from '../operations/metrics.js';
import { Clock } from '../ports/clock.js';
import type { ApproveCorrection, RejectCorrection, RequestCorrection } from './correction.commands.js';
import { assertReversible, assertSameDay, correctionsIn, type Correction } from './correction-rules.js';
import { CorrectionFinder } from './correction-finder.js';
import { Replacing, requesterOf } from './replacing.js';
import { Retaking } from './retaking.js';

type Loaded = LoadedObject & { readonly facts: readonly StoredFact[] };

/** What a rule agreed to append to the corrected object's stream; undefined where it is true already. */
interface Decided<Type extends keyof CorrectionEvents = keyof CorrectionEvents> {
  readonly correctionId: string;
  readonly event: StoredFact;
  readonly fact: { readonly type: Type; readonly data: CorrectionEvents[Type] };
}

/** The gateway's way for corrections (decision 0005): they stand in the stream of the event they are about. */
@Injectable()
export class CorrectionGateway {
  constructor(
    private readonly store: EventStore,
    private readonly loader: ObjectLoader,
    private readonly registry: FeatureRegistry,
    private readonly precondition: Precondition,
    private readonly scope: Scope,
    private readonly finder: CorrectionFinder,
    private readonly retaking: Retaking,
    private readonly replacing: Replacing,
    private readonly turns: InTurn,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async request(command: RequestCorrection, context: CommandContext): Promise<Receipt> {
    const { eventId, effectiveOn, replacement } = command;
    const correctionId = uuidV5(context.commandId, 'object');
    const stream = await this.finder.streamOfEvent(eventId);
    return this.record('RequestCorrection', stream, correctionId, command, context, async (feature, object) => {
      const { facts } = object;
      const event = eventIn(facts, eventId);
      assertSameDay(effectiveOn, event);
      assertReversible(feature, facts, event);
      const pending = correctionsIn(facts).find(({ asked, decision }) => asked.eventId === eventId && !decision);
      if (pending) throw Problem.of('AlreadyRequested', { facts: { correctionId: pending.asked.correctionId } });
      const requestedBy = context.actor.personId;
      await this.replacing.check({ feature, object, event, replacement }, context.actor, context);
      const asked = { eventId, eventType: event.type, ...(replacement && { replacement: { ...replacement } }) };
      const data = { correctionId, ...asked, requestedBy, requestedOn: event.effectiveOn };
      return { correctionId, event, fact: { type: 'CorrectionRequested', data } };
    });
  }

  async approve(command: ApproveCorrection, context: CommandContext): Promise<Receipt> {
    const receipt = await this.decide(
      'ApproveCorrection',
      command,
      context,
      async ({ feature, object, event, request, shared }) => {
        assertReversible(feature, object.facts, event);
        const { replacement } = request.data as CorrectionEvents['CorrectionRequested'];
        await this.replacing.check({ feature, object, event, replacement }, requesterOf(request, object), context);
        return { type: 'CorrectionApproved', data: { ...shared, approvedOn: event.effectiveOn } };
      },
    );
    return this.replace(receipt, command);
  }

  /** What was asked for instead follows the approval, also when only the approval was recorded at the first try. */
  private async replace(receipt: Receipt, { correctionId }: ApproveCorrection): Promise<Receipt> {
    const feature = this.registry.ofStream(receipt.stream)!;
    const object = await this.loader.loadWhole(feature, idOf(receipt.stream));
    const correction = correctionIn(object.facts, correctionId);
    const { eventId, replacement } = correction.asked;
    const instead = await this.replacing.record(
      { feature, object, event: eventIn(object.facts, eventId), replacement },
      correction,
    );
    if (!instead) return receipt;
    if (!('position' in instead)) return { ...receipt, ...instead };
    return { ...receipt, position: instead.position, ...(instead.stream === receipt.stream && { revision: instead.revision }) };
  }

  async reject(command: RejectCorrection, context: CommandContext): Promise<Receipt> {
    return this.decide('RejectCorrection', command, context, ({ event: { effectiveOn }, shared }) => ({
      type: 'CorrectionRejected',
      data: { ...shared, rejectedOn: effectiveOn },
    }));
  }

  private async decide(
    name: string,
    command: ApproveCorrection | RejectCorrection,
    context: CommandContext,
    verdict: (found: Found) => Decided['fact'] | Promise<Decided['fact']>,
  ): Promise<Receipt> {
    const { correctionId, effectiveOn } = command;
    const stream = await this.finder.streamOfCorrection(correctionId);
    return this.record(name, stream, correctionId, command, context, async (feature, object) => {
      const { asked, request, decision } = correctionIn(object.facts, correctionId);
      const event = eventIn(object.facts, asked.eventId);
      assertSameDay(effectiveOn, event);
      if (asked.requestedBy === context.actor.personId) throw Problem.of('SamePerson', { facts: { correctionId } });
      if (decision) throw Problem.of('CorrectionDecided', { facts: { correctionId, type: decision.type } });
      const shared = { correctionId, eventId: event.id, eventType: event.type };
      return { correctionId, event, fact: await verdict({ feature, object, event, request, shared }) };
    });
  }

  /** The steps of decision 0001 that a correction shares with every command. */
  private async record(
    name: string,
    stream: string,
    correctionId: string,
    command: RecordingCommand,
    context: CommandContext,
    rule: (feature: Feature, object: Loaded) => Promise<Decided>,
  ): Promise<Receipt> {
    const feature = this.registry.ofStream(stream);
    if (!feature) throw Problem.of('UnknownEvent');
    const attempt = async (): Promise<Receipt> => {
      const intent = intentOf(feature, name, command, context, this.clock.now());
      const object = await this.loader.loadWhole(feature, idOf(stream));
      const repeat = repeatOf({ ...object, id: correctionId }, context.commandId, intent.commandHash);
      if (repeat) return this.metrics.told(name, 'repeated', repeat);
      this.scope.assertReach(intent, object);
      await this.precondition.check(feature, object, context.origin.ifMatch);
      const decided = await rule(feature, object);
      const correcting = { intent, object, event: decided.event };
      if (decided.fact.type === 'CorrectionRequested') await this.retaking.check(correcting);
      if (decided.fact.type === 'CorrectionApproved') await this.retaking.take(correcting);
      return this.append(intent, object, decided);
    };
    const lost = () => this.metrics.conflicts.inc({ command: name });
    const deciding = (attempts?: number) => decidingAnew(attempt, lost, attempts);
    return this.metrics.counting(name, () =>
      feature.reserve ? this.turns.run(stream, () => deciding(BOUNDARY_ATTEMPTS)) : deciding(),
    );
  }

  private async append(intent: Intent, object: Loaded, { correctionId, event, fact }: Decided): Promise<Receipt> {
    const { name, context } = intent;
    const extra = {
      budgetYear: event.metadata.budgetYear,
      ...(fact.type === 'CorrectionApproved' && { reverses: event.id }),
    };
    const id = uuidV5(context.commandId, object.stream, '0');
    const stored = newEvent(id, fact, correctionEvents[fact.type], sourceOf(intent, object.agencyId), extra);
    const { stream } = object;
    const appended = await this.store.append(stream, object.head!.revision, [stored]);
    if (fact.type === 'CorrectionApproved') await this.retaking.letGo({ ...stored, ...appended, stream });
    return this.metrics.told(name, 'recorded', receiptOf({ ...object, id: correctionId }, appended));
  }
}

/** What is decided about: the request, the fact it wants taken back, and the object both stand in. */
interface Found {
  readonly feature: Feature;
  readonly object: Loaded;
  readonly event: StoredFact;
  readonly request: StoredFact;
  readonly shared: Shared;
}

type Shared = Pick<CorrectionEvents['CorrectionApproved'], 'correctionId' | 'eventId' | 'eventType'>;

function eventIn(facts: readonly StoredFact[], eventId: string): StoredFact {
  const event = facts.find(({ id }) => id === eventId);
  if (!event) throw Problem.of('UnknownEvent', { facts: { eventId } });
  return event;
}

function correctionIn(facts: readonly StoredFact[], correctionId: string): Correction {
  const found = correctionsIn(facts).find(({ asked }) => asked.correctionId === correctionId);
  if (!found) throw Problem.of('UnknownCorrection', { facts: { correctionId } });
  return found;
}
