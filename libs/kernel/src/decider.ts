import type { Reversible } from './corrections.js';
import type { DomainEvent } from './domain-event.js';
import type { Occasion } from './occasion.js';
import type { Claim, ReservationWish, StockQuestion } from './reservation.js';

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
  /**
   * What a command must know of stocks before it decides, answered in `occasion.stocks`: for a boundary's own command, e.g.
   * capital going back. Answers are not older than the log, and reservations pass through that same stream.
   */
  readonly asks?: {
    readonly [Name in keyof Commands]?: (state: State, command: Commands[Name]) => Readonly<Record<string, StockQuestion>>;
  };
  /** What a command takes from a boundary that can be exhausted, e.g. a fund's free capital. Asked after `decide` agreed. */
  readonly reserves?: {
    readonly [Name in keyof Commands]?: (
      state: State,
      command: Commands[Name],
      occasion: Occasion,
    ) => ReservationWish | undefined;
  };
  /**
   * What taking a fact back takes from a boundary: money that the fact had brought or freed there. A correction is approved
   * only once that is reserved, so it is refused where others have taken it since.
   */
  readonly retakes?: {
    readonly [Name in keyof Catalogue]?: (without: State, data: Readonly<Catalogue[Name]>) => ReservationWish | undefined;
  };
  /** What a fact makes the object's own in the whole province for as long as it stands, e.g. a tax code. */
  readonly claims?: { readonly [Name in keyof Catalogue]?: (data: Readonly<Catalogue[Name]>) => readonly Claim[] };
}
