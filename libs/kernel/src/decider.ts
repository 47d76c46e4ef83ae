import type { OrganisationSnapshot } from './organisation.js';
import type { Reversible } from './corrections.js';
import type { Claim, ReservationWish } from './reservation.js';
import type { RuleBook } from './rule-book.js';
import type { WorkingDays } from './working-days.js';

/** A fact, already true, never edited. `type` and `data` are what is stored. */
export interface DomainEvent<Type extends string = string, Data = object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}

/** The events of a slice, read off its catalogue: event name -> stored data. */
export type EventsOf<Catalogue> = {
  [Name in keyof Catalogue & string]: DomainEvent<Name, Catalogue[Name]>;
}[keyof Catalogue & string];

/** A command without its framework clothes: its string-keyed fields only. */
export type Fields<Command> = { readonly [Key in keyof Command as Key extends string ? Key : never]: Command[Key] };

/** The commands of a slice, read off the module of its command classes, so that no list of them is kept by hand. */
export type CommandsOf<Module> = {
  [
    Name in keyof Module as Module[Name] extends new (...args: never[]) => object ? Name & string : never
  ]: Module[Name] extends new (...args: never[]) => infer Command ? Fields<Command> : never;
};

/** Everything a rule may know that is neither in the stream nor in the command. Comes in as an argument: tests need no clock. */
export interface Occasion {
  /** The object the stream belongs to; for a creation it is derived from the command id, so a retry names the same one. */
  readonly objectId: string;
  readonly personId: string;
  readonly role: string;
  readonly agencyId: string;
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  readonly today: string;
  /** Rules with validity; a decision asks for the day it decides on and stores what it read. */
  readonly rules: RuleBook;
  readonly calendar: WorkingDays;
  /** Organisations the command refers to, as they are on that day, by id; the gateway refuses unknown ones beforehand. */
  readonly organisations: Readonly<Record<string, OrganisationSnapshot>>;
  /** Folded state of every other object the command refers to, by its id (`programme`, `budgetLine`, `fund`, ...). */
  readonly references: Readonly<Record<string, unknown>>;
}

/** The pure answers a slice owes: where it starts, what happened means, what may happen. A missing row does not compile. */
export interface Decider<State, Catalogue, Commands> {
  /** Stream prefix, camelCase without a dash: `trainingClass` -> `trainingClass-<id>`. */
  readonly category: string;
  readonly initial: State;
  readonly evolve: { readonly [Name in keyof Catalogue]: (state: State, data: Readonly<Catalogue[Name]>) => State };
  /** Returns `[]` when the wish is already true; throws nothing but refusals. */
  readonly decide: {
    readonly [Name in keyof Commands]: (
      state: State,
      command: Commands[Name],
      occasion: Occasion,
    ) => readonly EventsOf<Catalogue>[];
  };
  /** What may be reversed by a correction: never, always, or where a check over the refolded state says nothing against it. */
  readonly reversible: { readonly [Name in keyof Catalogue]: Reversible<State, Catalogue[Name]> };
  /** What a command takes from a boundary that can be exhausted, e.g. a fund's free capital. Asked after `decide` agreed. */
  readonly reserves?: {
    readonly [Name in keyof Commands]?: (state: State, command: Commands[Name], occasion: Occasion) => ReservationWish | undefined;
  };
  /** What a command claims as its own in the whole province, e.g. a tax code. Asked after `decide` agreed. */
  readonly claims?: { readonly [Name in keyof Commands]?: (command: Commands[Name]) => readonly Claim[] };
}
