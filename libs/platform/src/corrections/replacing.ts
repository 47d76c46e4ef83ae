import { Injectable, type Type } from '@nestjs/common';
import { fold, type CorrectionEvents, type Replacement } from '@soquy/kernel';
import { rolesOf, type Role } from '../commands/allowed-to.js';
import { asCommand } from '../commands/as-command.js';
import { CommandContext } from '../commands/command-context.js';
import { CommandGateway } from '../commands/command-gateway.js';
import { ObjectLoader, type LoadedObject } from '../commands/object-loader.js';
import { Recorder } from '../commands/recorder.js';
import type { Receipt, RecordingCommand } from '../commands/recording-command.js';
import { pathIdsOf } from '../commands/recording.js';
import type { StoredFact } from '../commands/stored-facts.js';
import { FeatureRegistry } from '../feature-registry.js';
import type { Feature } from '../feature.js';
import { sentenceOf } from '../http/field-words.js';
import { Problem } from '../http/problem.js';
import type { Actor } from '../http/sign-in.js';
import type { Correction } from './correction-rules.js';

/** The fact that is taken back, where it stands, and what is asked for in its place. */
export interface ToReplace {
  readonly feature: Feature;
  readonly object: LoadedObject & { readonly facts: readonly StoredFact[] };
  readonly event: StoredFact;
  readonly replacement: Replacement | undefined;
}

/**
 * What a correction records instead (decision 0005). It is judged at request and again at approval, on the object as it is
 * without the fact, and recorded after the approval in the name of who asked for it.
 */
@Injectable()
export class Replacing {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly loader: ObjectLoader,
    private readonly registry: FeatureRegistry,
    private readonly recorder: Recorder,
  ) {}

  /** Refuses what could not be recorded, or is a fact of another kind than the one taken back. */
  async check(of: ToReplace, actor: Actor, context: CommandContext): Promise<void> {
    const { feature, object, event, replacement } = of;
    if (!replacement) return;
    const type = typeOf(feature, replacement);
    if (!rolesOf(type)?.includes(actor.role)) throw Problem.of('NotAllowed');
    const command = await asCommand(type, fieldsOf(of, type), this.registry.fieldWords, '/replacement/fields');
    // What is left of a boundary is asked when it is recorded: until then the wrong fact still counts there.
    if (feature.decider.asks?.[replacement.command]) return;
    const as = new CommandContext(actor, context.commandId, { requestId: context.origin.requestId });
    const standing = async (id: string) => (id === object.id ? without(feature, object, event) : this.loader.load(feature, id));
    const facts = await this.gateway.rehearse(feature, replacement.command, command, as, standing);
    if (!facts.some((fact) => fact.type === event.type))
      throw Problem.of('OtherKindOfFact', { facts: { eventType: event.type, command: replacement.command } });
  }

  /**
   * A repeat finds it recorded. Beside its approval, to which it belongs by the request of that; a refusal is told, and what
   * may yet pass is thrown, so that the approval is sent again.
   */
  async record(
    of: ToReplace,
    { request, decision }: Correction,
  ): Promise<Receipt | Required<Pick<Receipt, 'notReplaced'>> | undefined> {
    const { feature, object, replacement } = of;
    if (!replacement || !decision) return undefined;
    const { correctionId } = request.data as CorrectionEvents['CorrectionRequested'];
    const type = typeOf(feature, replacement);
    const { reason } = request.metadata;
    const { requestId } = decision.metadata;
    const given = { actor: requesterOf(request, object), key: `correction-${correctionId}`, requestId };
    try {
      return await this.recorder.record(type, { ...fieldsOf(of, type), ...(reason && { reason }) }, given);
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500 || error.extra.retryAfter !== undefined) throw error;
      const { code, detail } = error;
      return { notReplaced: { code, detail } };
    }
  }
}

/** Whoever asked, as he was then, for the agency of the object alone. */
export const requesterOf = ({ metadata: { actor } }: StoredFact, { agencyId }: LoadedObject): Actor => ({
  personId: actor.personId,
  role: actor.role as Role,
  agencyIds: [agencyId],
});

function typeOf({ commands }: Feature, { command }: Replacement): Type<RecordingCommand> {
  const type = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (type) return type;
  const { vi, en } = sentenceOf('isIn', [Object.keys(commands)]);
  const detail = { vi: `Lệnh ghi: ${vi}.`, en: `Command: ${en}.` };
  throw Problem.malformed([{ pointer: '/replacement/command', code: 'isIn', detail }]);
}

/** The object's own id stands in the path of a command; here it follows from the event. */
function fieldsOf({ feature, object, replacement }: ToReplace, type: Type): Record<string, unknown> {
  const subject = `${feature.decider.category}Id`;
  return { ...replacement!.fields, ...(pathIdsOf(type).includes(subject) && { [subject]: object.id }) };
}

const without = ({ decider }: Feature, object: ToReplace['object'], { id }: StoredFact): LoadedObject => ({
  ...object,
  state: fold(decider, object.facts, { except: id }),
});
