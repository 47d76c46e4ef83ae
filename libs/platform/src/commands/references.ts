import { Injectable, type Type } from '@nestjs/common';
import { fold, type OrganisationSnapshot } from '@soquy/kernel';
import type { Feature } from '../feature.js';
import { FeatureRegistry } from '../feature-registry.js';
import { Problem } from '../http/problem.js';
import type { Intent } from './intent.js';
import { ObjectLoader } from './object-loader.js';
import { referencesOf } from './recording.js';
import type { StoredFact } from './stored-facts.js';

/** What a command refers to, found: snapshots of organisations, folded states of others, and the agencies these belong to. */
export interface References {
  readonly organisations: Readonly<Record<string, OrganisationSnapshot>>;
  readonly states: Readonly<Record<string, unknown>>;
  readonly owners: readonly { readonly field: string; readonly agencyId: string }[];
}

interface Reference {
  readonly field: string;
  readonly category: string;
  readonly id: string;
}

/** Finds every object a command names in a `@RefersTo` field; an unknown one ends the command. */
@Injectable()
export class ReferenceFinder {
  constructor(
    private readonly loader: ObjectLoader,
    private readonly registry: FeatureRegistry,
  ) {}

  async find({ command, subjectField }: Intent): Promise<References> {
    const found = await Promise.all(referencesIn(command, subjectField).map((one) => this.one(one, command.effectiveOn)));
    return {
      organisations: Object.fromEntries(found.flatMap(({ id, snapshot }) => (snapshot ? [[id, snapshot]] : []))),
      states: Object.fromEntries(found.flatMap(({ id, snapshot, state }) => (snapshot ? [] : [[id, state]]))),
      owners: found.flatMap(({ field, agencyId }) => (agencyId === undefined ? [] : [{ field, agencyId }])),
    };
  }

  private async one({ field, category, id }: Reference, day: string) {
    const feature = this.registry.of(category);
    if (feature.snapshot) {
      const { facts, exists } = await this.loader.loadWhole(feature, id);
      if (!exists) throw Problem.unknownObject(field);
      return { field, id, snapshot: feature.snapshot(stateOn(feature, facts, day)), state: undefined, agencyId: undefined };
    }
    const { state, exists, agencyId } = await this.loader.load(feature, id);
    if (!exists) throw Problem.unknownObject(field);
    return { field, id, snapshot: undefined, state, agencyId: this.registry.belongsToAll(feature) ? undefined : agencyId };
  }
}

/** As it was on that day; before its first recorded day it is taken as it first was. */
function stateOn({ decider }: Feature, facts: readonly StoredFact[], day: string): unknown {
  const first = facts.map(({ effectiveOn }) => effectiveOn).sort()[0]!;
  return fold(decider, facts, { until: day < first ? first : day });
}

/** Each object once, in the order of the fields. The subject itself is loaded apart. */
function referencesIn(command: object, subjectField: string | undefined): Reference[] {
  const fields = command as Readonly<Record<string, unknown>>;
  const all = Object.entries(referencesOf(command.constructor as Type))
    .filter(([field]) => field !== subjectField)
    .flatMap(([field, category]) => idsIn(fields[field], category).map((id) => ({ field, category, id })));
  return [...new Map(all.map((one) => [`${one.category} ${one.id}`, one])).values()];
}

/** An id, an object that carries it as `<category>Id`, or a list of either. */
function idsIn(value: unknown, category: string): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item, category));
  if (typeof value !== 'object' || value === null) return [];
  return idsIn((value as Readonly<Record<string, unknown>>)[`${category}Id`], category);
}
