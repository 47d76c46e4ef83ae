// Checked by the type checker: each marked line below must be an error, or the promise "a missing row does not compile" is broken.
import type {
  CommandsOf,
  Decider,
  Entry,
  EventCatalogue,
  Metric,
  Next,
  Outcomes,
  Quantity,
  Refuse,
  Summary,
  Texts,
} from '@soquy/kernel';
import { Recording, RecordingCommand, type FeatureParts } from '@soquy/platform';
import { IsUUID } from 'class-validator';

interface Events {
  FairHeld: { heldOn: string; booths: number };
  FairCancelled: { cancelledOn: string };
}
interface Commands {
  HoldFair: { booths: number };
  CancelFair: { fairId: string };
}
interface Refusals {
  FairHeldBefore: { heldOn: string };
}
type State = { readonly status: 'none' } | { readonly status: 'held' };
type FairDecider = Decider<State, Events, Commands>;
type FairTexts = Texts<Events, Commands, Refusals, State['status']>;
const words = { vi: 'Gian hàng', en: 'Booths' };

// The catalogue: a version and a day for every event.

// @ts-expect-error FairCancelled has no row
export const catalogue: EventCatalogue<Events> = { FairHeld: { version: 1, effectiveOn: 'heldOn' } };

export const noDay: EventCatalogue<Events> = {
  // @ts-expect-error `booths` is no day
  FairHeld: { version: 1, effectiveOn: 'booths' },
  FairCancelled: { version: 1, effectiveOn: 'cancelledOn' },
};

export const unknownField: EventCatalogue<Events> = {
  FairHeld: { version: 1, effectiveOn: 'heldOn' },
  // @ts-expect-error FairCancelled has no `heldOn`
  FairCancelled: { version: 1, effectiveOn: 'heldOn' },
};

// The decider: every event evolves and is reversible or not, every command is decided.

// @ts-expect-error FairCancelled does not evolve
export const evolve: FairDecider['evolve'] = { FairHeld: (state) => state };

// @ts-expect-error CancelFair is not decided
export const decide: FairDecider['decide'] = { HoldFair: () => [] };

// @ts-expect-error nobody says whether FairCancelled may be taken back
export const reversible: FairDecider['reversible'] = { FairHeld: 'always' };

export const foreignEvent: FairDecider['decide'] = {
  // @ts-expect-error FairMoved is no event of the slice
  HoldFair: () => [{ type: 'FairMoved', data: { movedOn: '2026-01-01' } }],
  CancelFair: () => [],
};

export const halfEvent: FairDecider['decide'] = {
  HoldFair: () => [],
  // @ts-expect-error the day of the cancellation is missing
  CancelFair: () => [{ type: 'FairCancelled', data: {} }],
};

export const refuse = (say: Refuse<Refusals>) => {
  // @ts-expect-error no such code
  say('FairMovedBefore', {});
  // @ts-expect-error the sentence needs `heldOn`
  say('FairHeldBefore', {});
};

// Outcomes and figures: every event says what it adds, to figures that exist and can be added to.

const dimensions = () => ({});

// @ts-expect-error no row for FairCancelled
export const outcomes: Outcomes<Events, 'fair.booths', State>['on'] = { FairHeld: () => [] };

export const unknownMetric: Outcomes<Events, 'fair.booths', State> = {
  dimensions,
  // @ts-expect-error there is no figure `fair.stands`
  on: { FairHeld: () => [{ metric: 'fair.stands', amount: { value: 1 } }], FairCancelled: () => [] },
};

// @ts-expect-error an amount is a quantity or said to be unknown, never left out
export const noAmount: Entry<'fair.booths'> = { metric: 'fair.booths' };

// @ts-expect-error a ratio names what it divides by
export const ratio: Metric = { kind: 'ratio', of: 'fair.booths', unit: 'percent', words };

export const figures = {
  'fair.booths': { kind: 'sum', unit: 'stall', words },
  'fair.share': { kind: 'ratio', of: 'fair.booths', per: 'fair.booths', unit: 'percent', words },
} as const satisfies Record<string, Metric>;

export const addsToRatio: FeatureParts<State, Events, object, Refusals, typeof figures>['outcomes'] = {
  dimensions,
  // @ts-expect-error a ratio is computed from its parts, nothing adds to it
  on: { FairHeld: () => [{ metric: 'fair.share', amount: { value: 1 } }], FairCancelled: () => [] },
};

// @ts-expect-error "roughly" is no qualifier
export const quantity: Quantity = { value: 1, qualifier: 'roughly' };

// Texts: every event, command, field, refusal and status has words in both languages.

// @ts-expect-error FairCancelled has no name
export const eventNames: FairTexts['events'] = { FairHeld: words };

// @ts-expect-error CancelFair has no name
export const commandNames: FairTexts['commands'] = { HoldFair: words };

// @ts-expect-error `fairId` has no name
export const fieldNames: FairTexts['fields'] = { booths: words };

// @ts-expect-error the field has no English name
export const halfNames: FairTexts['fields'] = { booths: { vi: 'Gian hàng' }, fairId: words };

// @ts-expect-error FairHeldBefore has no sentence
export const refusals: FairTexts['refusals'] = {};

export const wrongFact: FairTexts['refusals'] = {
  // @ts-expect-error the refusal carries `heldOn`, not `cancelledOn`
  FairHeldBefore: { vi: ({ cancelledOn }) => `${cancelledOn}`, en: ({ heldOn }) => heldOn },
};

// @ts-expect-error the status `held` has no word
export const statuses: FairTexts['statuses'] = { none: words };

// @ts-expect-error a summary has a title and a status
export const summary: Summary = { title: 'Hội chợ' };

interface ChoosingCommands {
  HoldFair: { kind?: 'market' | 'exhibition'; title: string; balances: { source: 'members' | 'grant'; lender?: string }[] };
}
type ChoosingTexts = Texts<Events, ChoosingCommands, Refusals, State['status']>;

export const choices: ChoosingTexts['choices'] = {
  // @ts-expect-error `exhibition` has no word
  kind: { market: words },
};

// @ts-expect-error a slice with a choice owes its words
export const noChoices: ChoosingTexts = {} as FairTexts;

// @ts-expect-error `lender` of a balance has no name
export const parts: ChoosingTexts['parts'] = { source: words };

// What may follow: every status, and commands that are there.

// @ts-expect-error nothing is said of `held`
export const next: Next<State['status'], Commands> = { none: { allows: ['HoldFair'] } };

export const unknownCommand: Next<State['status'], Commands> = {
  none: { allows: ['HoldFair'] },
  // @ts-expect-error there is no command MoveFair
  held: { awaits: ['MoveFair'] },
};

// Commands: the ids of the path are fields.

// @ts-expect-error the path names an id that the command has not
@Recording('fairs/:fairId/booths')
export class RecordBooth extends RecordingCommand {
  @IsUUID() tradeFairId: string;
}

// @ts-expect-error a recording carries the fields that all facts share
@Recording('fairs')
export class BareCommand {
  booths: number;
}

// @ts-expect-error only classes are commands
export const notACommand: keyof CommandsOf<{ RecordBooth: typeof RecordBooth; MOST: number }> = 'MOST';
