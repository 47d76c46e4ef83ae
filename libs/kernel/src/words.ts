/** What a person reads, in both languages. Vietnamese is the default. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** A sentence that quotes facts. */
export interface Sentence<Facts> {
  readonly vi: (facts: Facts) => string;
  readonly en: (facts: Facts) => string;
}

/** All words a slice owes. The type checker derives the keys from the slice itself, so a missing text fails the build. */
export interface Texts<Catalogue, Commands, Refusals, Status extends string = string> {
  /** One object, and the list of all. */
  readonly name: Words;
  readonly plural: Words;
  readonly events: { readonly [Name in keyof Catalogue]: Words };
  readonly commands: { readonly [Name in keyof Commands]: Words };
  readonly fields: { readonly [Field in FieldOf<Commands[keyof Commands]>]: Words };
  readonly refusals: { readonly [Code in keyof Refusals]: Sentence<Refusals[Code]> };
  readonly statuses: { readonly [Name in Status]: Words };
}

/** The fields of all commands in a union (a plain `keyof` of a union would give the common ones only), less those every command has. */
type FieldOf<Command> = Command extends unknown ? Exclude<keyof Command & string, CommonField> : never;

/** Worded once, by platform. */
export type CommonField = 'effectiveOn' | 'evidence' | 'reason' | 'agencyId';
