import { Injectable, type Type } from '@nestjs/common';
import { FeatureRegistry } from '../feature-registry.js';
import { sentenceOf } from '../http/field-words.js';
import { Problem } from '../http/problem.js';
import type { Actor } from '../http/sign-in.js';
import type { Intent } from './intent.js';
import { ObjectLoader, type LoadedObject } from './object-loader.js';
import { naturalKeyOf } from './recording.js';
import type { References } from './references.js';

/** Category of the agencies' own slice; absent in an application without reference data. */
const AGENCY = 'agency';

/** Agency of reference data that nobody recorded for an agency of his own. */
const ALL_AGENCIES = 'all';

/** Whose agency a command touches, and whether that is the actor's. */
@Injectable()
export class Scope {
  /** Agencies once seen; they are never taken back. */
  private readonly agencies = new Set<string>();

  constructor(
    private readonly loader: ObjectLoader,
    private readonly registry: FeatureRegistry,
  ) {}

  /** Objects of another agency are out of reach; what belongs to all agencies is not. */
  assertReach({ feature, subjectField, context: { actor } }: Intent, object: LoadedObject): void {
    if (!object.exists || this.registry.belongsToAll(feature)) return;
    if (!acts(actor, object.agencyId)) throw Problem.otherAgency(subjectField ?? 'agencyId');
  }

  /** The agency the facts are recorded for; everything the command refers to must be of the same one. */
  async agencyOf(intent: Intent, object: LoadedObject, { owners }: References): Promise<string> {
    const { feature, command, context } = intent;
    const shared = this.registry.belongsToAll(feature);
    const agencyId = object.exists ? object.agencyId : await this.agencyOfNew(intent, owners[0]?.agencyId);
    if (!shared && command.agencyId !== undefined && command.agencyId !== agencyId) throw Problem.otherAgency('agencyId');
    if (shared) return agencyId;
    const stranger = owners.find((owner) => owner.agencyId !== agencyId);
    if (stranger) throw Problem.otherAgency(stranger.field);
    if (!acts(context.actor, agencyId)) throw Problem.otherAgency('agencyId');
    return agencyId;
  }

  /** Named, else that of a parent, else the account's only one. */
  private async agencyOfNew(intent: Intent, parent: string | undefined): Promise<string> {
    const { feature, command, objectId, context } = intent;
    if (feature.decider.category === AGENCY) return objectId;
    if (command.agencyId !== undefined) return this.known(command.agencyId, context.actor);
    const { agencyIds } = context.actor;
    const only = agencyIds !== 'all' && agencyIds.length === 1 ? agencyIds[0] : undefined;
    const common = naturalKeyOf(command.constructor as Type) === undefined ? undefined : ALL_AGENCIES;
    const agencyId = parent ?? only ?? common;
    if (agencyId === undefined) throw missingAgency();
    return agencyId;
  }

  private async known(agencyId: string, actor: Actor): Promise<string> {
    if (!acts(actor, agencyId)) throw Problem.otherAgency('agencyId');
    if (!this.registry.has(AGENCY) || this.agencies.has(agencyId)) return agencyId;
    const { exists } = await this.loader.load(this.registry.of(AGENCY), agencyId);
    if (!exists) throw Problem.unknownObject('agencyId');
    this.agencies.add(agencyId);
    return agencyId;
  }
}

const acts = ({ agencyIds }: Actor, agencyId: string) => agencyIds === 'all' || agencyIds.includes(agencyId);

function missingAgency(): Problem {
  const { vi, en } = sentenceOf('required');
  const detail = { vi: `Đơn vị: ${vi}.`, en: `Agency: ${en}.` };
  return Problem.malformed([{ pointer: '/agencyId', code: 'required', detail }]);
}
