import type { components } from './schema.gen.js';

/** Every shape the API answers with, as its own document states it. */
export type Schemas = components['schemas'];

/** What all reads of the log tell beside their answer. */
export type AnswerMeta = Schemas['AnswerMeta'];

/** One number with its id: from the id its evidence is asked. */
export type Figure = Schemas['Figure'];
export type FigureRow = Schemas['FigureRow'];
export type FigureRows = Schemas['FigureRows'];
export type FigureAnswer = Schemas['FigureAnswer'];
/** Several figures of one frame; a page of groups is one for all of them. */
export type Board = Schemas['Board'];
export type MetricCard = Schemas['MetricCard'];

type Fields = Schemas['ObjectState']['data'];

/** An object as its list shows it. `data` is the slice's own row. */
export type ListItem<Data = Fields> = Omit<Schemas['ObjectState'], 'data'> & { readonly data: Data };
export type ListAnswer<Data = Fields> = Omit<Schemas['ObjectList'], 'items'> & { readonly items: readonly ListItem<Data>[] };
export type ObjectAnswer<Data = Fields> = Omit<Schemas['ObjectAnswer'], 'data'> & { readonly data: Data };
export type ObjectLink = Schemas['ObjectLink'];

/** One recorded fact as timelines, evidence and the audit list tell it; what only some of them tell may be missing. */
export type EventLine = Schemas['EventLine'] &
  Partial<Pick<Schemas['TimelineItem'], 'revision' | 'reverses' | 'reversedBy' | 'data'>>;
export type EventItem = Schemas['EventItem'];
/** One event, how it came to be recorded, and what else the same request led to. */
export type EventAnswer = Schemas['Event'];
/** A wish to take a fact back that a second person has yet to decide on. */
export type OpenCorrection = Schemas['OpenCorrection'];

/** A part of a list that is read on from `next`. */
export interface Page<Item> extends Omit<Schemas['Events'], 'items'> {
  readonly items: readonly Item[];
}

/** What recording answers. */
export type Receipt = Schemas['Receipt'];
