import type { Quantity } from './quantity.js';

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
export type Texts<Catalogue, Commands, Refusals, Status extends string = string> = SliceTexts<
  Catalogue,
  Commands,
  Refusals,
  Status
> &
  Owed<'choices', ChoiceWords<Commands[keyof Commands]>> &
  Owed<'parts', { readonly [Part in PartOf<Commands[keyof Commands]>]: Words }>;

interface SliceTexts<Catalogue, Commands, Refusals, Status extends string> {
  /** One object, and the list of all. */
  readonly name: Words;
  readonly plural: Words;
  /** Where the fields that a step's form begins with come from (`suggests`). */
  readonly suggested?: { readonly [Name in keyof Commands]?: { readonly [Field in keyof Commands[Name]]?: Words } };
  readonly events: { readonly [Name in keyof Catalogue]: Words };
  readonly commands: { readonly [Name in keyof Commands]: Words };
  readonly fields: { readonly [Field in FieldOf<Commands[keyof Commands]>]: Words };
  readonly refusals: { readonly [Code in keyof Refusals]: Sentence<Refusals[Code]> };
  readonly statuses: { readonly [Name in Status]: Words };
  /** Field, value, words: values that are no fixed choice, but of which some are known to everyone under a name. */
  readonly knownValues?: Readonly<Record<string, Readonly<Record<string, Words>>>>;
}

/** Owed only by slices that have something of the kind. */
type Owed<Name extends string, Table> = [keyof Table] extends [never] ? unknown : { readonly [Key in Name]: Table };

/** The fields of all commands in a union (a plain `keyof` of a union would give the common ones only), less those every command has. */
type FieldOf<Command> = Command extends unknown ? Exclude<keyof Command & string, CommonField> : never;

/** What a field holds, or each of what it holds. */
type Held<Value> = NonNullable<Value> extends readonly (infer Item)[] ? Item : NonNullable<Value>;

/** `choices`: what the values of a field are called that are one of few words, e.g. `kind: { craft: … }`. */
type ChoiceWords<Command> = {
  readonly [Field in ChoiceOf<Command>]: { readonly [Value in ValueOf<Command, Field>]: Words };
};

type ChoiceOf<Command> = Command extends unknown
  ? { [Field in keyof Command & string]-?: IsChoice<Held<Command[Field]>> extends true ? Field : never }[keyof Command & string]
  : never;

type IsChoice<Value> = [Value] extends [string] ? (string extends Value ? false : true) : false;

type ValueOf<Command, Field extends string> = Command extends { readonly [Key in Field]?: unknown }
  ? Extract<Held<Command[Field]>, string>
  : never;

/** `parts`: fields of objects nested in commands, where no command has a field of that name. */
type PartOf<Command> = Exclude<PartField<Command>, FieldOf<Command> | CommonPart>;

type PartField<Command> = Command extends unknown
  ? { [Field in Exclude<keyof Command & string, CommonField>]-?: FieldIn<Held<Command[Field]>> }[Exclude<
      keyof Command & string,
      CommonField
    >]
  : never;

type FieldIn<Value> = Value extends object ? (Value extends Quantity ? never : keyof Value & string) : never;

/** Worded once, by platform. */
export type CommonField = 'effectiveOn' | 'evidence' | 'reason' | 'agencyId';
type CommonPart = 'documentNumber' | 'issuedOn' | 'issuer' | 'voucher' | 'fileSha256';
