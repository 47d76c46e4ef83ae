import type { EventCatalogue, EventsOf } from '@soquy/kernel';
import type { Status } from '../status.js';

/** One value of a rule and the days it is valid on, both included; without `validTo` until a later version begins. */
export interface RuleVersion {
  readonly value: number | readonly number[];
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  /** Number and article of the legal text. */
  readonly source: string;
  readonly status: Status;
}

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface RuleEvents {
  RuleVersionRecorded: { ruleId: string; recordedOn: string } & RuleVersion;
  /** The version that began on `validFrom` ends without a successor. */
  RuleVersionEnded: { ruleId: string; validFrom: string; validTo: string; endedOn: string };
}
export type RuleEvent = EventsOf<RuleEvents>;

export const ruleEvents: EventCatalogue<RuleEvents> = {
  RuleVersionRecorded: { version: 1, effectiveOn: 'recordedOn' },
  RuleVersionEnded: { version: 1, effectiveOn: 'endedOn' },
};
