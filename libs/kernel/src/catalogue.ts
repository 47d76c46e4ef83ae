/** What is written down once per stored event: its version, and which data field says from what day it is true. */
export type EventCatalogue<Catalogue> = {
  readonly [Name in keyof Catalogue]: {
    readonly version: number;
    readonly effectiveOn: DayField<Catalogue[Name]>;
    /** From version n (index n - 1) to n + 1; pure; as many as `version - 1`. */
    readonly upcasters?: readonly ((data: Readonly<Record<string, unknown>>) => Record<string, unknown>)[];
  };
};

/** Days end in `On` by convention, so only such a field can be named as the effective date. */
type DayField<Data> = keyof Data & `${string}On`;

/** Stored data of any version as today's code reads it. */
export function upcast(
  row: { readonly version: number; readonly upcasters?: readonly ((data: never) => object)[] },
  version: number,
  data: object,
): object {
  const steps = (row.upcasters ?? []).slice(version - 1) as unknown as readonly ((data: object) => object)[];
  return steps.reduce((older, step) => step(older), data);
}
