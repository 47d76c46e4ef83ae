import type { Words } from '@soquy/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `transfer`: went straight to whoever asked. `job`: is written in the background and kept for a while. */
export type ExportKind = 'transfer' | 'job';
export type ExportState = 'waiting' | 'running' | 'done' | 'failed' | 'expired';

/** How the file is written. */
export interface ExportForm {
  readonly format: string;
  readonly mediaType: string;
  readonly separator?: string | undefined;
  readonly language: keyof Words;
}

/** What the manifest says from the beginning; whoever makes the rows knows it. */
export interface ExportBasis {
  readonly name: string;
  /** Addresses: of the question as it can be asked for ever, and of what a person looks at. */
  readonly address: string;
  readonly evidence: string;
  readonly question: object;
  readonly position: string;
  readonly knownAt: string | null;
  readonly effectiveFrom?: string | undefined;
  readonly effectiveTo: string;
  readonly stale?: boolean | undefined;
}

export interface ExportFailure {
  readonly code: string;
  readonly detail: Words;
}

/** One file that left or will leave, and what became of it. Its bytes, where they are kept, are in `app.export_chunk`. */
@Entity({ schema: 'app', name: 'export' })
export class ExportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: ExportKind;
  @Column('text') state: ExportState;
  /** Who asked; null: an anonymous reader of public boards. */
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  /** Whose data it shows: only who may see all of them may look at it. */
  @Column('json', { name: 'agency_ids' }) agencyIds: readonly string[] | 'all';
  /** Protocol and host by which it was asked for. */
  @Column('text') origin: string;
  @Column('json') form: ExportForm;
  @Column('json') basis: ExportBasis;
  /** Which try is writing it; the bytes of others do not count. */
  @Column('int') attempt: number;
  @Column('bigint') rows: string;
  @Column('bigint') bytes: string;
  /** Texts that did not fit into a cell. */
  @Column('int') cut: number;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('json', { nullable: true }) failure: ExportFailure | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** Last sign of life of whoever writes it. */
  @Column('timestamptz', { name: 'touched_at' }) touchedAt: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  /** The bytes are kept until then. */
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt: Date | null;
}
