import type { EventStoreName, Position } from '@soquy/event-store';
import type { EventLine } from '../log/event-lines.js';
import type { LogSum } from '../log/log-sum.js';

/** Raised when older releases could no longer read what is written. */
export const BACKUP_FORMAT = 1;
export const PRODUCT = 'so-quy';

/** The first line: what this is, and of which log. */
export interface HeaderLine {
  readonly kind: 'header';
  readonly format: number;
  readonly product: string;
  readonly createdAt: string;
  /** Where the log was kept, and up to where it is in here; null: it was empty. Positions are true of that log only. */
  readonly eventStore: EventStoreName;
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

/** The last line. `logSha256`: of the event lines alone; `sha256`: of every byte before this line. */
export interface TrailerLine extends LogSum {
  readonly kind: 'trailer';
  readonly rows: number;
  readonly sha256: string;
}

/** A backup is these lines, in this order, as gzipped JSON: header, each table with its rows, events, trailer. */
export type BackupLine = HeaderLine | TableLine | RowLine | EventLine | TrailerLine;

export const lineText = (line: BackupLine): string => `${JSON.stringify(line)}\n`;
