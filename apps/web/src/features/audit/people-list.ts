import { loose } from '../../shared/words/loose.js';

/** Somebody with an account; not everybody's has a name. */
export interface Person {
  readonly username: string;
  readonly name?: string;
}

/** Each once, with the name where one is known. */
export function peopleOf(found: readonly Person[]): readonly Person[] {
  const people = new Map<string, Person>();
  for (const { username, name } of found)
    if (name !== undefined || !people.has(username)) people.set(username, { username, ...(name !== undefined && { name }) });
  return [...people.values()];
}

export const labelOfPerson = ({ username, name }: Person): string => (name === undefined ? username : `${name} (${username})`);

/** The username that was meant: of the person chosen, or as it was typed. */
export const personOfLabel = (people: readonly Person[], typed: string): string =>
  people.find((person) => labelOfPerson(person) === typed)?.username ?? typed;

/** A part of a name or username names it, accents, case and signs or not. */
export const names = (typed: string, label: string): boolean => loose(label).includes(loose(typed));
