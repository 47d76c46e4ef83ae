import { refuse, type Occasion, type OrganisationSnapshot, type Quantity, type Summary } from '@soquy/kernel';
import type { BudgetSource } from './budget-line/budget-line.events.js';

// An activity is planned, then held with results, or cancelled. Here is what all kinds of it share; what one kind records, and
// may do, stands in its slice.

/** What the log keeps of every plan. Stored, like the fields a slice adds to it: never rename one, add only optional ones. */
export interface PlannedActivity {
  title: string;
  programmeId?: string;
  budgetLineId?: string;
  /** Of the line, as it stood then. */
  budgetSource?: BudgetSource;
  budgetYear?: number;
  place?: string;
  plannedOn: string;
}

/** And of every result. What was not given is absent: unknown, neither zero nor invented. */
export interface HeldActivity {
  costVnd?: number;
  heldOn: string;
}

/** Also what the object's page shows: the plan, then the result. */
export type Activity<Plan = PlannedActivity, Result = HeldActivity> =
  | { readonly status: 'none' }
  | ({ readonly status: 'planned' } & Plan)
  | ({ readonly status: 'held' } & Plan & Result)
  | ({ readonly status: 'cancelled'; readonly cancelledOn: string } & Plan);

/** Row of `evolve` for a plan. */
export const asPlanned = <Plan>(_: Activity, plan: Plan) => ({ status: 'planned' as const, ...plan });

/** Row of `evolve` for a result, which is laid over the plan. */
export const asHeld = <State extends Activity>(state: State, result: object): State =>
  state.status === 'none' ? state : { ...state, ...result, status: 'held' };

/** Row of `evolve` for a cancellation. */
export const asCancelled = <State extends Activity>(state: State, { cancelledOn }: { readonly cancelledOn: string }): State =>
  state.status === 'none' ? state : { ...state, status: 'cancelled', cancelledOn };

/** What every activity refuses, with its facts. */
export interface ActivityRules {
  notPlanned: object;
  alreadyHeld: { heldOn: string };
  cancelledBefore: { cancelledOn: string };
  beforePlan: { plannedOn: string };
}

/** The codes under which one kind of activity refuses it. */
export type ActivityCodes = { readonly [Rule in keyof ActivityRules]: string };

/** The same as the refusals of a slice. */
export type ActivityRefusals<Codes extends ActivityCodes> = {
  [Rule in keyof ActivityRules as Codes[Rule]]: ActivityRules[Rule];
};

/** Only a plan that still stands is held or cancelled, and not before its own day. */
export function expectPlan(state: Activity, on: string, codes: ActivityCodes): void {
  if (state.status === 'held') refuse(codes.alreadyHeld, { heldOn: state.heldOn });
  if (state.status === 'none') refuse(codes.notPlanned, {});
  if (state.status === 'cancelled') refuse(codes.cancelledBefore, { cancelledOn: state.cancelledOn });
  if (on < state.plannedOn) refuse(codes.beforePlan, { plannedOn: state.plannedOn });
}

/** How an activity shows in lists. */
export function activitySummary(
  state: Activity<PlannedActivity & { kind?: string }>,
): Summary & { readonly status: Activity['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { title, status, programmeId, budgetLineId, place, kind } = state;
  return { title, status, programmeId, budgetLineId, place, activityKind: kind };
}

/** Of those who had a part in it: the organisation as it was on the day of the decision. */
export function asOfThatDay(organisations: Occasion['organisations'], id: string): OrganisationSnapshot {
  const snapshot = organisations[id];
  if (!snapshot) throw new Error(`assertion: organisation ${id} was not handed to the decision`);
  return snapshot;
}

/** What a count says beyond those who are told one by one: of "over 44" with 4 told, "over 40"; nothing once those told have passed it. */
export function beyond({ value, valueTo, qualifier = 'exact' }: Quantity, told: number): Quantity | undefined {
  const left = value - told;
  if (qualifier === 'exact') return left > 0 ? { value: left } : undefined;
  if (qualifier === 'range' && valueTo !== undefined)
    return told < valueTo ? { value: Math.max(left, 0), valueTo: valueTo - told, qualifier } : undefined;
  return left >= 0 ? { value: left, qualifier } : undefined;
}
