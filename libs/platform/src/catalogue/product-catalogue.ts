import type { Type } from '@nestjs/common';
import type { Words } from '@soquy/kernel';
import { rolesOf, type Role } from '../commands/allowed-to.js';
import { pathIdsOf, pathOf, referencesOf } from '../commands/recording.js';
import { corrections } from '../corrections/correction-group.js';
import type { Feature } from '../feature.js';
import type { FeatureRegistry } from '../feature-registry.js';
import { commonChoices, commonFields, type Choices } from '../http/field-words.js';
import type { RecordingGroup } from '../http/recording-group.js';
import { requestSchemas } from '../http/schemas.js';
import { formSchema, type FormSchema } from './form-schema.js';
import { roleWords } from './role-words.js';

/** A command as a page offers it. */
export interface CommandCard {
  readonly name: string;
  readonly words: Words;
  readonly category: string;
  /** With its id in braces: `/api/v1/loans/{loanId}/approvals`. */
  readonly path: string;
  readonly pathId?: string;
  /** The list of the object whose id stands in the path. */
  readonly pathRefers?: string;
  readonly creates: boolean;
  readonly roles: readonly Role[];
  /** The role of whoever asks may send it. */
  readonly mine: boolean;
  readonly schema: FormSchema;
}

export interface StatusCard {
  readonly status: string;
  readonly words: Words;
  /** Commands that may follow, those awaited first. */
  readonly next: readonly string[];
  /** Those of them that the office waits for. */
  readonly awaits: readonly string[];
}

/** A kind of thing that is recorded. */
export interface KindCard {
  readonly category: string;
  readonly noun: string;
  readonly words: Words;
  readonly one: Words;
  /** Support given to others; not what it is recorded under, nor what belongs to all, nor what a fund lends. */
  readonly isActivity: boolean;
  readonly statuses: readonly StatusCard[];
  readonly events: readonly { readonly type: string; readonly words: Words }[];
  readonly fields: Readonly<Record<string, Words>>;
  readonly enums: Choices;
}

/** Everything a client needs to show and to record any kind of thing, without knowing one. */
export interface ProductCatalogue {
  readonly roles: Readonly<Record<Role, Words>>;
  readonly enums: Choices;
  readonly kinds: readonly KindCard[];
  readonly commands: readonly CommandCard[];
}

/** Derived from what the slices and the platform say once; `role` is that of whoever asks. */
export function productCatalogue(registry: FeatureRegistry, role?: Role): ProductCatalogue {
  const groups = [...registry.all.map((feature) => ({ ...feature, category: feature.decider.category })), correctionGroup];
  const schemas = requestSchemas(groups);
  const kinds = registry.all.map((feature) => kindOf(feature, registry));
  return {
    roles: roleWords,
    enums: merged([commonChoices, ...kinds.map(({ enums }) => enums), ofOrganisations(registry)]),
    kinds,
    commands: groups.flatMap((group) => commandsOf(group, schemas, registry, role)),
  };
}

const correctionGroup = { ...corrections, category: 'correction' };

function kindOf(feature: Feature, registry: FeatureRegistry): KindCard {
  const { noun, decider, texts, next } = feature;
  return {
    category: decider.category,
    noun,
    words: texts.plural,
    one: texts.name,
    isActivity: !registry.belongsToAll(feature) && !isReferredTo(decider.category, registry) && !isOfFund(feature),
    statuses: Object.entries(texts.statuses).map(([status, words]) => {
      const { awaits = [], allows = [] } = next[status]!;
      return { status, words, next: [...awaits, ...allows], awaits };
    }),
    events: Object.entries(texts.events).map(([type, words]) => ({ type, words })),
    fields: { ...daysOf(feature), ...commonFields, ...texts.parts, ...texts.fields },
    enums: { ...texts.knownValues, ...texts.choices },
  };
}

/** An object's page shows under the name of each event's day when that happened: "Đã tổ chức lớp ngày", "Training class held on". */
const daysOf = ({ events, texts }: Feature): Readonly<Record<string, Words>> =>
  Object.fromEntries(
    Object.entries(texts.events).map(([type, { vi, en }]) => [events[type]!.effectiveOn, { vi: `${vi} ngày`, en: `${en} on` }]),
  );

/** Lists are filtered by the type of an organisation under a longer name than it has in the organisation itself. */
function ofOrganisations({ all }: FeatureRegistry): Choices {
  const { type } = all.find(({ snapshot }) => snapshot !== undefined)?.texts.choices ?? {};
  return type ? { organisationType: type } : {};
}

const isReferredTo = (category: string, { all }: FeatureRegistry): boolean =>
  all.some(({ commands }) => Object.values(commands).some((command) => Object.values(referencesOf(command)).includes(category)));

/** Lent out of a fund, which gets it back; not given. */
const isOfFund = ({ commands }: Feature): boolean =>
  Object.values(commands).some((command) => Object.values(referencesOf(command)).includes('fund'));

/** By field, whatever slice has it. */
function merged(all: readonly Choices[]): Choices {
  const fields = new Map<string, Record<string, Words>>();
  for (const [field, words] of all.flatMap((choices) => Object.entries(choices)))
    fields.set(field, { ...fields.get(field), ...words });
  return Object.fromEntries(fields);
}

type Group = RecordingGroup & { readonly category: string };

function commandsOf(
  group: Group,
  schemas: Readonly<Record<string, object>>,
  registry: FeatureRegistry,
  role: Role | undefined,
): CommandCard[] {
  const listOf = (category: string) => (registry.has(category) ? registry.of(category).noun : `${category}s`);
  return Object.entries(group.texts.commands).map(([name, words]) => {
    const command = group.commands[name]!;
    const roles = rolesOf(command)!;
    return {
      name,
      words,
      category: group.category,
      ...addressOf(group, command, listOf),
      roles,
      mine: role !== undefined && roles.includes(role),
      schema: formSchema(group, command, schemas[name]!, schemas, listOf),
    };
  });
}

function addressOf({ category, noun }: Group, command: Type, listOf: (category: string) => string) {
  const path = `/api/v1/${pathOf(command)!.replace(/:(\w+)/g, '{$1}')}`;
  const subject = `${category}Id`;
  const pathId = pathIdsOf(command)[0];
  const creates = pathId !== subject;
  if (pathId === undefined) return { path, creates };
  return { path, pathId, pathRefers: creates ? listOf(referencesOf(command)[pathId]!) : noun, creates };
}
