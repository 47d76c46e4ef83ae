/** What a command left in a stream, enough to answer its repeat without reading the events again. */
export interface CommandTrace {
  readonly commandHash: string;
  readonly revision: string;
  readonly position: string;
  /** Id of its last event. */
  readonly eventId: string;
  /** In a boundary's stream: the object it reserved for. */
  readonly reservedFor?: string;
  /** The reservation made for it lapsed; nothing else of it stands. */
  readonly lapsed?: true;
}

/** A long stream, folded up to a revision: derived, thrown away at will, never trusted by a revision check. */
export interface StreamSnapshot {
  readonly revision: string;
  readonly position: string;
  /** Id of the event at that revision: a log restored to another past is noticed by it. */
  readonly headId: string;
  readonly agencyId: string;
  readonly code: string;
  readonly state: unknown;
  /** The canonically last fact inside; an earlier one arriving later means folding anew. */
  readonly last: { readonly id: string; readonly type: string; readonly effectiveOn: string };
  readonly commands: Readonly<Record<string, CommandTrace>>;
}

/** Where snapshots of long streams are kept. Both calls may fail; the log is then read in full. */
export abstract class StreamSnapshots {
  /** Only one written by the same code. */
  abstract find(stream: string, codeHash: string): Promise<StreamSnapshot | undefined>;
  abstract save(stream: string, codeHash: string, snapshot: StreamSnapshot): Promise<void>;
}
