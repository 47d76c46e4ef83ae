import type { Position, StoredEvent } from '@soquy/event-store';

/** Raised when older releases could no longer read what is written. */
export const BACKUP_FORMAT = 1;
export const PRODUCT = 'so-quy';

/** The first line: what this is, and up to where the log is in it. */
export interface HeaderLine {
  readonly kind: 'header';
  readonly format: number;
  readonly product: string;
  readonly createdAt: string;
  /** Null: the log was empty. */
  readonly head: Position | null;
}

/** A table of the schema `app`; its rows follow, in the order of its key. */
export interface TableLine {
  readonly kind: 'table';
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** Values as PostgreSQL writes them in text, in the order of the table's columns: nothing is lost on the way through JSON. */
export interface RowLine {
  readonly kind: 'row';
  readonly values: readonly (string | null)[];
}

export interface EventLine extends Pick<StoredEvent, 'id' | 'type' | 'data' | 'metadata' | 'stream' | 'position'> {
  readonly kind: 'event';
  readonly revision: string;
}

/** The last line. `logSha256`: of the event lines alone; `sha256`: of every byte before this line. */
export interface TrailerLine {
  readonly kind: 'trailer';
  readonly events: number;
  readonly rows: number;
  readonly logSha256: string;
  readonly sha256: string;
}

/** A backup is these lines, in this order, as gzipped JSON: header, each table with its rows, events, trailer. */
export type BackupLine = HeaderLine | TableLine | RowLine | EventLine | TrailerLine;

export const lineText = (line: BackupLine): string => `${JSON.stringify(line)}\n`;

/** The same event gives the same text, from whichever database it was read. */
export const eventLine = ({ position, stream, revision, id, type, data, metadata }: StoredEvent): string =>
  lineText({ kind: 'event', position, stream, revision: String(revision), id, type, data, metadata });
