/** The numbers opened one out of another, so that the drawer can go back. */
export interface Walk {
  readonly at: string;
  readonly before: readonly string[];
}

export const walkFrom = (at: string): Walk => ({ at, before: [] });

/** Opening the number before again is going back; any other is a step further. */
export function step({ at, before }: Walk, next: string): Walk {
  if (next === at) return { at, before };
  if (before.at(-1) === next) return { at: next, before: before.slice(0, -1) };
  return { at: next, before: [...before, at] };
}
