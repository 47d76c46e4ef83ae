import type { Type } from '@nestjs/common';
import type { RecordingCommand } from './recording-command.js';

const PATH = Symbol('recording path');
const REFERENCES = Symbol('references');
const NATURAL_KEY = Symbol('natural key');

/** The ids named in a path: `'a/:aId/b'` -> `'aId'`. */
type PathIds<Path extends string> = Path extends `${string}:${infer Id}/${infer Rest}`
  ? Id | PathIds<Rest>
  : Path extends `${string}:${infer Id}`
    ? Id
    : never;

/** Where a command is recorded: a noun under its subject. Every `:id` in the path must be a field of the command, or it does not compile. */
export function Recording<Path extends string>(path: Path) {
  return (command: new () => RecordingCommand & Record<PathIds<Path>, string>) => Reflect.defineMetadata(PATH, path, command);
}

export function pathOf(command: Type): string | undefined {
  return Reflect.getOwnMetadata(PATH, command) as string | undefined;
}

export function pathIdsOf(command: Type): string[] {
  return [...(pathOf(command) ?? '').matchAll(/:(\w+)/g)].map(([, id]) => id!);
}

/**
 * The field holds the id (or ids) of an object of that category. The gateway refuses an unknown one and one of another
 * agency, and hands the decision what it found: organisations as snapshots, others as folded state. Path ids that are not
 * the command's own subject need it too.
 */
export function RefersTo(category: string): PropertyDecorator {
  return (target, field) => {
    const known = (Reflect.getOwnMetadata(REFERENCES, target) as Record<string, string> | undefined) ?? {};
    Reflect.defineMetadata(REFERENCES, { ...known, [String(field)]: category }, target);
  };
}

/** Field name -> category, own and inherited. */
export function referencesOf(command: Type): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (let target = command.prototype as object | null; target; target = Object.getPrototypeOf(target) as object | null)
    Object.assign(found, Reflect.getOwnMetadata(REFERENCES, target) ?? {});
  return found;
}

/** The new object's id is this field's value (an agency's slug, a calendar's year) instead of one derived from the command id. */
export const NaturalKey = (): PropertyDecorator => (target, field) => Reflect.defineMetadata(NATURAL_KEY, String(field), target);

export function naturalKeyOf(command: Type): string | undefined {
  return Reflect.getMetadata(NATURAL_KEY, command.prototype as object) as string | undefined;
}
