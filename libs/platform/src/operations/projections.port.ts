/** An event a slice's code could not take in, or what else ended a rebuild. */
export interface ProjectionError {
  readonly eventId?: string;
  readonly type?: string;
  readonly stream?: string;
  readonly position?: string;
  readonly message: string;
  /** When it happened; what an earlier release noted does not say. */
  readonly at?: string;
}

/** An event that was passed over: by whom, when and why. */
export interface SkippedItem extends ProjectionError {
  readonly reason: string;
  readonly by: string;
}

/** How a slice's read rows are doing. */
export interface ProjectionItem {
  readonly slice: string;
  /** Of the code that made the rows; 0: not built yet. `codeVersion` is that of the code asked. */
  readonly version: number;
  readonly codeVersion: number;
  /** Up to here the log is in the rows; absent before the first event. */
  readonly position?: string;
  /** Events of the log behind that position, counted up to 10,000. */
  readonly lagEvents: number;
  /** There are more than were counted. */
  readonly lagEventsOrMore?: true;
  readonly lagSeconds: number;
  readonly state: 'live' | 'building' | 'stopped';
  /** Why it has stopped. */
  readonly error?: ProjectionError;
  readonly skipped: readonly SkippedItem[];
  /** A rebuild in the process asked: since when, and how many events it has taken in. The old rows answer meanwhile. */
  readonly building?: { readonly since: string; readonly events: number };
  /** How the last rebuild in the process asked ended; with an error the old rows go on. */
  readonly lastRebuild?: { readonly at: string; readonly error?: ProjectionError };
}

/** All slices, and where the log ends. */
export interface ProjectionList {
  readonly items: readonly ProjectionItem[];
  readonly log: { readonly position?: string };
}

/** The port to the read side, as operators see it. A slice nobody knows is a `Problem`, as is what cannot be done now. */
export abstract class Projections {
  abstract list(): Promise<ProjectionList>;
  /** Answers at once and goes on in the background. */
  abstract rebuild(slice: string): Promise<void>;
  /** Tries the event again that the slice stopped at. */
  abstract resume(slice: string): Promise<void>;
  /** Goes on behind that event; who decided so and why stays on record. */
  abstract skip(slice: string, reason: string, by: string): Promise<SkippedItem>;
}
