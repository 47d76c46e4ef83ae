import { queryOptions } from '@tanstack/react-query';
import type { Words } from '@soquy/kernel';
import type { Schemas } from './answers.js';
import { get } from './client.js';

/** JSON schema of a command's body, with the words and units that a form needs. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly 'x-words'?: Words;
  readonly 'x-pattern-words'?: Words;
  readonly 'x-unit'?: string;
  readonly 'x-refers'?: string;
  readonly 'x-enum-words'?: Readonly<Record<string, Words>>;
  readonly 'x-suggested-from'?: Words;
}

/** What can be recorded, by whom, at which address; its body is described for forms. */
export type CommandCard = Omit<Schemas['CommandCard'], 'schema'> & { readonly schema: FieldSchema };

/** A kind of thing the product records. */
export type KindCard = Schemas['Kind'];

export type CatalogueAnswer = Omit<Schemas['ProductCatalogue'], 'commands'> & { readonly commands: readonly CommandCard[] };

/** All kinds of things the product records, with what can be recorded of them: screens are drawn from it. */
export class Catalogue {
  private readonly byNoun: ReadonlyMap<string, KindCard>;
  private readonly byName: ReadonlyMap<string, CommandCard>;

  constructor(readonly answer: CatalogueAnswer) {
    this.byNoun = new Map(answer.kinds.map((kind) => [kind.noun, kind]));
    this.byName = new Map(answer.commands.map((command) => [command.name, command]));
  }

  get kinds(): readonly KindCard[] {
    return this.answer.kinds;
  }

  kind(noun: string): KindCard | undefined {
    return this.byNoun.get(noun);
  }

  kindOf(category: string): KindCard | undefined {
    return this.kinds.find((kind) => kind.category === category);
  }

  command(name: string): CommandCard | undefined {
    return this.byName.get(name);
  }

  /** What begins a new object of a kind. */
  beginnings(category: string): readonly CommandCard[] {
    return this.answer.commands.filter((command) => command.creates && command.category === category);
  }

  /** What may follow a status, whoever may do it. */
  following(kind: KindCard, status: string): readonly CommandCard[] {
    const { next = [] } = kind.statuses.find((each) => each.status === status) ?? {};
    return next.flatMap((name) => this.command(name) ?? []);
  }

  enumWords(field: string, value: string): Words | undefined {
    return this.answer.enums[field]?.[value];
  }
}

/** As it is for who is here. */
export const askCatalogue = async (signal?: AbortSignal): Promise<Catalogue> =>
  new Catalogue(await get<CatalogueAnswer>('/api/v1/catalogue', {}, signal));

/** It differs by role; it changes with a new version of the product alone. */
export const catalogueOptions = (role: string | undefined) =>
  queryOptions({
    queryKey: ['catalogue', role ?? ''],
    queryFn: ({ signal }) => askCatalogue(signal),
    staleTime: Infinity,
    structuralSharing: false,
  });
