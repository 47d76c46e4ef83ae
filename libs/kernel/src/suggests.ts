/**
 * What a step's form begins with, where the object itself says it: the rest to be paid, say. Undefined while there is nothing
 * to suggest. Whoever records it sees it and may change it; the decider has the last word.
 */
export type Suggests<State, Commands> = {
  readonly [Name in keyof Commands]?: (state: State) => Partial<Commands[Name]> | undefined;
};
