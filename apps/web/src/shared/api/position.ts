/** The last place in the log that an answer or the live stream told us of; reads wait until they have come that far. */
let seen: string | undefined;

export const seenPosition = () => seen;

/** Positions are text in the order of the log. */
export function sawPosition(position: string): void {
  if (seen === undefined || position > seen) seen = position;
}
