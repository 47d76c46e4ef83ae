import { Injectable } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import type { DomainEvent, Occasion } from '@soquy/kernel';
import type { Feature } from '../feature.js';
import { Problem } from '../http/problem.js';
import { Metrics } from '../operations/metrics.js';
import { Clock } from '../ports/clock.js';
import { ReferenceBook } from '../ports/reference-book.js';
import { askRule, BOUNDARY_ATTEMPTS, decidingAnew } from './attempts.js';
import { Claims } from './claims.js';
import type { CommandContext } from './command-context.js';
import { uuidV5 } from './ids.js';
import { InTurn } from './in-turn.js';
import { intentOf, type Intent } from './intent.js';
import { newEvent, sourceOf } from './new-event.js';
import { Numbering } from './numbering.js';
import { ObjectLoader, type LoadedObject } from './object-loader.js';
import { Precondition } from './precondition.js';
import { receiptOf, repeatOf } from './receipt.js';
import type { Receipt, RecordingCommand } from './recording-command.js';
import { naturalKeyOf } from './recording.js';
import { assertPlaces } from './places.js';
import { ReferenceFinder, type References } from './references.js';
import { Reservation } from './reservation.js';
import { Scope } from './scope.js';
import { Stocks } from './stocks.js';

/** The one way into the log (decision 0001): load, recognise a repeat, check, ask, decide, claim, reserve, number, append. */
@Injectable()
export class CommandGateway {
  constructor(
    private readonly store: EventStore,
    private readonly loader: ObjectLoader,
    private readonly precondition: Precondition,
    private readonly references: ReferenceFinder,
    private readonly scope: Scope,
    private readonly claims: Claims,
    private readonly reservation: Reservation,
    private readonly numbering: Numbering,
    private readonly turns: InTurn,
    private readonly stocks: Stocks,
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async record(feature: Feature, name: string, command: RecordingCommand, context: CommandContext): Promise<Receipt> {
    const intent = () => intentOf(feature, name, command, context, this.clock.now());
    const { stream, subjectField } = intent();
    const lost = () => this.metrics.conflicts.inc({ command: name });
    const deciding = (attempts?: number) => decidingAnew(() => this.attempt(intent()), lost, attempts);
    const isBoundarys = feature.reserve && subjectField; // it stands in line with those who reserve there
    return this.metrics.counting(name, () =>
      isBoundarys ? this.turns.run(stream, () => deciding(BOUNDARY_ATTEMPTS)) : deciding(),
    );
  }

  /** What would be decided on an object that stands so, refused as recording would be. Nothing is claimed, reserved or appended. */
  async rehearse(
    feature: Feature,
    name: string,
    command: RecordingCommand,
    context: CommandContext,
    standing: (id: string) => Promise<LoadedObject>,
  ): Promise<readonly DomainEvent[]> {
    const intent = intentOf(feature, name, command, context, this.clock.now());
    const object = await standing(intent.objectId);
    if (intent.subjectField && !object.exists) throw Problem.unknownObject(intent.subjectField);
    this.scope.assertReach(intent, object);
    return (await this.decided(intent, object)).facts;
  }

  private async attempt(intent: Intent): Promise<Receipt> {
    const { feature, name, command, commandHash, subjectField, objectId, context } = intent;
    const object = await this.loader.load(feature, objectId);
    const repeat = repeatOf(object, context.commandId, commandHash);
    if (repeat) return this.metrics.told(name, 'repeated', repeat);
    if (subjectField && !object.exists) throw Problem.unknownObject(subjectField);
    this.scope.assertReach(intent, object);
    await this.precondition.check(feature, object, context.origin.ifMatch);

    const { agencyId, occasion, facts } = await this.decided(intent, object);
    if (facts.length === 0) return this.metrics.told(name, 'nothing', headOf(object));
    await this.claims.take(intent, agencyId, facts);
    const wish = feature.decider.reserves?.[name]?.(object.state, command, occasion);
    if (wish) await this.reservation.make({ intent, agencyId, occasion, on: command.effectiveOn }, wish);

    const code = object.exists ? object.code : await this.codeOf(intent, agencyId);
    const source = sourceOf(intent, agencyId);
    const events = facts.map((fact, index) => {
      const id = uuidV5(context.commandId, object.stream, String(index));
      const extra = index === 0 && !object.exists ? { objectCode: code } : {};
      return newEvent(id, fact, feature.events[fact.type], source, extra);
    });
    const appended = await this.store.append(object.stream, object.head?.revision ?? 'no-stream', events);
    return this.metrics.told(name, 'recorded', receiptOf({ ...object, code }, appended));
  }

  private async decided(intent: Intent, object: LoadedObject) {
    const { feature, name, command, today } = intent;
    const references = await this.references.find(intent);
    const agencyId = await this.scope.agencyOf(intent, object, references);
    if (command.effectiveOn > today) throw Problem.of('FutureDay', { facts: { today } });
    assertPlaces(command, this.book.places);
    const stocks = await this.stocksFor(intent, object);
    const occasion = { ...this.occasionOf(intent, agencyId, references), stocks };
    return { agencyId, occasion, facts: askRule(feature, () => feature.decider.decide[name]!(object.state, command, occasion)) };
  }

  /** Reference data is called by its natural key; everything else gets a number. */
  private async codeOf(intent: Intent, agencyId: string): Promise<string> {
    const natural = naturalKeyOf(intent.command.constructor as new () => RecordingCommand);
    return natural === undefined ? this.numbering.next(intent, agencyId) : intent.objectId;
  }

  /** Asked once the object is loaded: whoever reserves here in the meantime makes it decide anew. */
  private stocksFor({ feature, name, command }: Intent, { state }: LoadedObject): Promise<Readonly<Record<string, number>>> {
    return this.stocks.answer(feature.decider.asks?.[name]?.(state, command) ?? {}, command.effectiveOn);
  }

  private occasionOf({ objectId, context, today }: Intent, agencyId: string, references: References): Occasion {
    const { personId, role } = context.actor;
    const { rules, calendar } = this.book;
    const { organisations, states } = references;
    return { objectId, personId, role, agencyId, today, rules, calendar, organisations, references: states };
  }
}

/** The wish was true already: where the object stands is all there is to tell. */
function headOf(object: LoadedObject): Receipt {
  if (!object.head) throw new Error(`assertion: ${object.stream} is new and its creation decided nothing`);
  return receiptOf(object, object.head);
}
