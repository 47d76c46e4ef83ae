import type { Catalogue } from '../figures/catalogue.js';
import type { Label } from '../figures/labels.js';
import type { ObjectLink } from './evidence.js';

export interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
}

export interface Items<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** A page's cursor, where there is one. */
export const nextOf = ({ next }: { readonly next?: string }): { next?: string } => (next === undefined ? {} : { next });

export const objectLink = (catalogue: Catalogue, id: string, category: string, label: Label | undefined): ObjectLink => ({
  id,
  noun: catalogue.feature(category)?.noun ?? null,
  code: label?.code ?? null,
  title: label?.title ?? null,
});
