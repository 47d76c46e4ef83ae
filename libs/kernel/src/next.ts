/** Commands that may follow while an object stands at a status. A creating command follows `none`. */
export interface NextSteps<Name extends string = string> {
  /** The office waits for one of these: the object does not stay here. */
  readonly awaits?: readonly Name[];
  /** May also be given; nothing waits for it. */
  readonly allows?: readonly Name[];
}

/**
 * What may follow each status, for pages that offer actions and lists of what waits. The decider has the last word: a command
 * that stands here can still be refused, but not because of the status; one that does not stand here records nothing.
 */
export type Next<Status extends string, Commands> = { readonly [Name in Status]: NextSteps<keyof Commands & string> };
