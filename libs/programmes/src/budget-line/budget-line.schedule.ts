import type { CommitmentShare } from './budget-line.events.js';

/** What a day changed in a standing amount; one step a day, in the order of days. */
export interface Step {
  readonly on: string;
  readonly vnd: number;
}

/** Of one day only the amount at its end counts, so it has one step; facts may come in any order of days. */
export function withStep(steps: readonly Step[], on: string, vnd: number): readonly Step[] {
  const before = steps.filter((step) => step.on < on);
  const sameDay = steps.find((step) => step.on === on)?.vnd ?? 0;
  return [...before, { on, vnd: sameDay + vnd }, ...steps.filter((step) => step.on > on)];
}

/** The amount that stands at the end of a day. */
const amountOn = (steps: readonly Step[], on: string): number =>
  steps.filter((step) => step.on <= on).reduce((sum, { vnd }) => sum + vnd, 0);

/**
 * The least amount that stands at the end of that day or of any later one. What is taken on a day is missing on all later
 * days too, so a back-dated wish may take no more than this.
 */
export function lowestFrom(steps: readonly Step[], on: string): number {
  const until = amountOn(steps, on);
  let amount = until;
  let lowest = until;
  for (const { on: day, vnd } of steps) {
    if (day <= on) continue;
    amount += vnd;
    lowest = Math.min(lowest, amount);
  }
  return lowest;
}

/** Fills the places in their order; the shares fall short of the amount where there is not room enough. */
export function share(
  amountVnd: number,
  room: readonly { readonly commitmentNumber: number; readonly vnd: number }[],
): readonly CommitmentShare[] {
  let left = amountVnd;
  return room.flatMap(({ commitmentNumber, vnd }) => {
    const taken = Math.min(left, Math.max(vnd, 0));
    left -= taken;
    return taken > 0 ? [{ commitmentNumber, amountVnd: taken }] : [];
  });
}
