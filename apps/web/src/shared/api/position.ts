/** The last place in the log that an answer or the live stream told us of; reads wait until they have come that far. */
let seen: string | undefined;

export const seenPosition = () => seen;

let answered: string | undefined;

/** How far the log was in an answer. */
export function answeredAt(position: string | undefined): void {
  answered ??= position;
}

/** How far it was in the first answer of the page, told once: who follows from there misses nothing that was read without. */
export function takeAnswered(): string | undefined {
  const taken = answered;
  answered = '';
  return taken === '' ? undefined : taken;
}

/** Positions are text in the order of the log. */
export function sawPosition(position: string): void {
  if (seen === undefined || position > seen) seen = position;
}
