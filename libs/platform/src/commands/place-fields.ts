const PLACES = Symbol('places');

/** The field names a place: the gateway refuses one that is not in the list in force on the command's day. */
export const NamesPlace = (): PropertyDecorator => (target, field) =>
  Reflect.defineMetadata(PLACES, [...placeFieldsOf(target), String(field)], target);

/** Own and inherited ones of a command. */
export const placeFieldsOf = (command: object): readonly string[] =>
  (Reflect.getMetadata(PLACES, command) as readonly string[] | undefined) ?? [];
