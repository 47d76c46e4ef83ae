import type { Occasion, OrganisationSnapshot, Quantity } from '@soquy/kernel';

// What belongs to nobody alone: those who had a part in it are told one by one, and what a count says beyond them stays theirs
// together.

/** An organisation as it was on the day of the decision. */
export function asOfThatDay(organisations: Occasion['organisations'], id: string): OrganisationSnapshot {
  const snapshot = organisations[id];
  if (!snapshot) throw new Error(`assertion: organisation ${id} was not handed to the decision`);
  return snapshot;
}

/** What a count says beyond a part that is told: of "over 44" with 4 told, "over 40"; nothing once those told have passed it. */
export function beyond({ value, valueTo, qualifier = 'exact' }: Quantity, told: number): Quantity | undefined {
  const left = value - told;
  if (qualifier === 'exact') return left > 0 ? { value: left } : undefined;
  if (qualifier === 'range' && valueTo !== undefined)
    return told < valueTo ? { value: Math.max(left, 0), valueTo: valueTo - told, qualifier } : undefined;
  return left >= 0 ? { value: left, qualifier } : undefined;
}
