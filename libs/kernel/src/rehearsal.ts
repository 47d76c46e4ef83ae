import type { Decider } from './decider.js';
import type { DomainEvent } from './domain-event.js';
import { fold, type Fact } from './facts.js';
import type { Next } from './next.js';
import type { Occasion } from './occasion.js';
import type { Dimensions, Outcomes } from './outcomes.js';
import { mergeQualifiers, type Qualifier } from './quantity.js';
import { Refusal } from './refusal.js';
import { occasion } from './scenario.js';

type Days = Readonly<Record<string, { readonly effectiveOn: string }>>;

/** A command of a slice with its fields and what is special about the occasion. */
export type Step<Commands> = {
  [Name in keyof Commands]: readonly [name: Name, command: Commands[Name], over?: Partial<Occasion>];
}[keyof Commands];

/** For specs: one object that is given commands one after the other, as the gateway would, without a store. */
export class Rehearsal<State, Catalogue, Commands> {
  private readonly recorded: Fact[] = [];

  constructor(
    private readonly decider: Decider<State, Catalogue, Commands>,
    private readonly events: Days,
    private readonly base: Occasion = occasion(),
  ) {}

  get facts(): readonly Fact[] {
    return this.recorded;
  }

  get state(): State {
    return fold(this.decider, this.recorded);
  }

  /** Records what the command leads to; a refusal is thrown and leaves nothing behind. */
  record(...[name, command, over]: Step<Commands>): readonly Fact[] {
    const decided: readonly DomainEvent[] = this.decider.decide[name](this.state, command, { ...this.base, ...over });
    const facts = decided.map((event, index) => this.factOf(event, this.recorded.length + index));
    this.recorded.push(...facts);
    return facts;
  }

  /** The same, but a refusal is answered by its code. */
  attempt(...step: Step<Commands>): readonly Fact[] | string {
    try {
      return this.record(...step);
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  private factOf(event: DomainEvent, index: number): Fact {
    const day = (event.data as Record<string, string>)[this.events[event.type]!.effectiveOn]!;
    return { ...event, id: `event-${String(index).padStart(4, '0')}`, effectiveOn: day };
  }
}

/** A figure as its definition says, straight from the facts. */
export interface Tallied {
  readonly value: number;
  readonly qualifier: Qualifier;
  /** How many facts did not say the number. */
  readonly unknown: number;
}

/** For specs: adds up what the facts of some objects say about a metric; `keep` narrows by dimensions. */
export function tally<State, Catalogue, Name extends string>(
  decider: Pick<Decider<State, Catalogue, unknown>, 'initial' | 'evolve'>,
  outcomes: Outcomes<Catalogue, Name, State>,
  objects: readonly (readonly Fact[])[],
) {
  const entries = objects.flatMap((facts) =>
    facts.flatMap((fact, index) => {
      const after = fold(decider, facts.slice(0, index + 1));
      return outcomes.on[fact.type as keyof Catalogue](fact.data as never, after).map((one) => ({
        ...one,
        dimensions: { ...outcomes.dimensions(after), ...one.dimensions },
      }));
    }),
  );
  return (metric: Name, keep: (dimensions: Dimensions) => boolean = () => true): Tallied => {
    const amounts = entries.filter((one) => one.metric === metric && keep(one.dimensions)).map(({ amount }) => amount);
    const known = amounts.filter((amount) => amount !== 'unknown');
    return {
      value: known.reduce((sum, { value }) => sum + value, 0),
      qualifier: mergeQualifiers(known.map(({ qualifier = 'exact' }) => qualifier)),
      unknown: amounts.length - known.length,
    };
  };
}

/**
 * For specs: gives each command twice running, and those that were recorded once more at the end. Answers the names of
 * commands that recorded something again; a slice owes an empty list, whatever the commands.
 */
export function recordedAgain<State, Catalogue, Commands>(
  rehearsal: Rehearsal<State, Catalogue, Commands>,
  steps: readonly Step<Commands>[],
): (keyof Commands)[] {
  const recorded = (step: Step<Commands>) => {
    const answer = rehearsal.attempt(...step);
    return typeof answer !== 'string' && answer.length > 0;
  };
  const again: (keyof Commands)[] = [];
  const done = steps.filter((step) => {
    if (!recorded(step)) return false;
    if (recorded(step)) again.push(step[0]);
    return true;
  });
  for (const step of done) if (recorded(step)) again.push(step[0]);
  return again;
}

/** For specs: how the statuses of a slice are reached, and a well-formed wish for each of its commands. */
export interface Tries<Status extends string, Commands> {
  /** Each status in one way, or in several: what may follow can also depend on what else is true. */
  readonly reach: { readonly [Name in Status]: readonly (readonly Step<Commands>[])[] };
  readonly wishes: { readonly [Name in keyof Commands]: readonly [command: Commands[Name], over?: Partial<Occasion>] };
}

/**
 * For specs: where the table of what may follow and the decider disagree. A command that is named records something in one way
 * at least, one that is not named records nothing in any. A slice owes an empty list.
 */
export function misnamed<State, Catalogue, Commands, Status extends string>(
  slice: {
    readonly decider: Decider<State, Catalogue, Commands>;
    readonly events: Days;
    readonly summary: (state: State) => { readonly status: Status };
    readonly next: Next<Status, Commands>;
  },
  { reach, wishes }: Tries<Status, Commands>,
  base: Occasion = occasion(),
): string[] {
  const { decider, events, summary, next } = slice;
  const at = (status: Status, walk: readonly Step<Commands>[]) => {
    const one = new Rehearsal(decider, events, base);
    for (const step of walk) one.record(...step);
    const reached = summary(one.state).status;
    if (reached !== status) throw new Error(`assertion: the way to ${status} leads to ${reached}`);
    return one;
  };
  const records = (status: Status, name: keyof Commands & string) =>
    reach[status].some((walk) => recordsAt(at(status, walk), [name, ...wishes[name]] as Step<Commands>, status === 'none'));
  return (Object.keys(next) as Status[]).flatMap((status) => {
    const { awaits = [], allows = [] } = next[status];
    const named: readonly string[] = [...awaits, ...allows];
    return (Object.keys(decider.decide) as (keyof Commands & string)[])
      .filter((name) => named.includes(name) !== records(status, name))
      .map(
        (name) => `${status}: ${name} ${named.includes(name) ? 'is named, but records nothing' : 'records, but is not named'}`,
      );
  });
}

/** What is not there is never decided on: the gateway answers before, so that some deciders only assert it. */
function recordsAt<State, Catalogue, Commands>(
  one: Rehearsal<State, Catalogue, Commands>,
  step: Step<Commands>,
  isNew: boolean,
): boolean {
  try {
    const answer = one.attempt(...step);
    return typeof answer !== 'string' && answer.length > 0;
  } catch (error) {
    if (isNew && (error as Error).message.startsWith('assertion:')) return false;
    throw error;
  }
}
