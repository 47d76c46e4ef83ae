import type { Type } from '@nestjs/common';
import type {
  AddableOf,
  CommandsOf,
  Decider,
  EventCatalogue,
  Metric,
  Next,
  OrganisationSnapshot,
  Outcomes,
  Reserve,
  Suggests,
  Summary,
  Texts,
} from '@soquy/kernel';
import type { RecordingCommand } from './commands/recording-command.js';
import type { RecordingGroup } from './http/recording-group.js';

/** What a slice hands over. The parts are checked against each other here, then the types have done their work. */
export interface FeatureParts<
  State,
  Catalogue,
  Module,
  Refusals,
  Figures extends Record<string, Metric>,
  Borrowed extends string = never,
  Status extends string = string,
> {
  /** URL noun in the plural and folder name of the projection: `training-classes`. */
  readonly noun: string;
  /** Prefix of human codes: `LTH`. */
  readonly codePrefix: string;
  /** Raised when outcomes, summary or row change meaning: the slice's read rows are then rebuilt. */
  readonly version: number;
  readonly events: EventCatalogue<Catalogue>;
  readonly commands: Module;
  readonly decider: Decider<State, Catalogue, CommandsOf<Module>>;
  readonly outcomes: Outcomes<Catalogue, AddableOf<Figures> | Borrowed, State>;
  readonly figures: Figures;
  readonly summary: (state: State) => Summary & { readonly status: Status };
  /** What may follow each status that the summary names. */
  readonly next: Next<Status, CommandsOf<Module>>;
  /** What forms of steps begin with. */
  readonly suggests?: Suggests<State, CommandsOf<Module>>;
  /** What the object's page shows; plain JSON, the whole state where absent. Changes only at facts. */
  readonly row?: (state: State) => object;
  /** What of it lists and fold metrics read, where that is less: it is stored for every day and state of knowledge. */
  readonly kept?: (state: State) => object;
  readonly texts: Texts<Catalogue, CommandsOf<Module>, Refusals, Status>;
  /** Only for boundaries: how others reserve here. */
  readonly reserve?: Reserve<State, never>;
  /** Only for the organisation slice. */
  readonly snapshot?: (state: State) => OrganisationSnapshot;
}

/** Of slices that have such fields. */
type SharedWords = Pick<RecordingGroup['texts'], 'choices' | 'parts' | 'suggested'>;

/** The same slice as the generated code sees it: tables from names to functions, whatever their types were. */
export interface Feature {
  readonly noun: string;
  readonly codePrefix: string;
  readonly version: number;
  readonly events: EventCatalogue<Record<string, { readonly [day: `${string}On`]: string }>>;
  readonly commands: Record<string, Type<RecordingCommand>>;
  readonly decider: Decider<unknown, Record<string, object>, Record<string, object>>;
  readonly outcomes: Outcomes<Record<string, object>, string, unknown>;
  readonly figures: Record<string, Metric>;
  readonly summary: (state: unknown) => Summary;
  readonly next: Next<string, Record<string, object>>;
  readonly suggests?: Suggests<unknown, Record<string, object>>;
  readonly row?: (state: unknown) => object;
  readonly kept?: (state: unknown) => object;
  readonly texts: Omit<
    Texts<Record<string, object>, Record<string, Record<string, unknown>>, Record<string, object>>,
    'suggested'
  > &
    SharedWords;
  readonly reserve?: Reserve<unknown, unknown>;
  readonly snapshot?: (state: unknown) => OrganisationSnapshot;
}

/** Whether its facts take from boundaries, when they are recorded or when they are taken back. */
export const passesBoundaries = ({ decider }: Feature): boolean => Boolean(decider.reserves ?? decider.retakes);
