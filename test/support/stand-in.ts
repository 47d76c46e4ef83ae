/** Stands for what the set-up of a file makes, as soon as that is made: so it can be named once, at the top of the file. */
export const standIn = <Thing extends object>(made: () => Thing): Thing =>
  new Proxy({} as Thing, {
    get(_, key) {
      const thing = made();
      const value: unknown = Reflect.get(thing, key);
      return typeof value === 'function' ? (value.bind(thing) as unknown) : value;
    },
  });

/** One for each name. */
export const standIns = <Name extends string, Thing extends object>(
  names: readonly Name[],
  made: (name: Name) => Thing,
): Readonly<Record<Name, Thing>> =>
  Object.fromEntries(names.map((name) => [name, standIn(() => made(name))])) as Record<Name, Thing>;
