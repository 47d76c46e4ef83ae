import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from './whole-number.js';

/** How an event came to be recorded, as its metadata says (decision 0002). */
export interface FactTrace {
  readonly requestId: string;
  readonly causationId: string;
  readonly commandId: string;
  /** As it was stored; `version` of the row is that of today's code. */
  readonly schemaVersion: number;
}

/** The timeline: every event of an object with who, when, on which paper, and its data as today's code reads it. */
@Entity({ schema: 'rm', name: 'facts', synchronize: false })
export class FactRow {
  @PrimaryColumn('int') build: number;
  @PrimaryColumn('uuid', { name: 'event_id' }) eventId: string;
  @Column('text') stream: string;
  @Column('text') category: string;
  @Column('text', { name: 'object_id' }) objectId: string;
  @Column('bigint', { transformer: wholeNumber }) revision: number;
  @Column('text') position: string;
  @Column('text') type: string;
  /** Version of `data`; older stored versions have been raised to it. */
  @Column('int') version: number;
  @Column('date', { name: 'effective_on' }) effectiveOn: string;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt: string;
  @Column('text', { name: 'person_id' }) personId: string;
  @Column('text') role: string;
  @Column('text', { name: 'on_behalf_of', nullable: true }) onBehalfOf: string | null;
  @Column('text', { name: 'agency_id' }) agencyId: string;
  @Column('json', { nullable: true }) evidence: object | null;
  @Column('text', { nullable: true }) reason: string | null;
  /** On an approved correction: the event taken back. */
  @Column('uuid', { nullable: true }) reverses: string | null;
  @Column('text', { name: 'correction_id', nullable: true }) correctionId: string | null;
  @Column('text', { nullable: true }) origin: string | null;
  @Column('json') data: object;
  /** What the object belonged to when this was recorded. */
  @Column('text', { name: 'programme_id', nullable: true }) programmeId: string | null;
  @Column('text', { name: 'fund_id', nullable: true }) fundId: string | null;
  @Column('text', { name: 'organisation_id', nullable: true }) organisationId: string | null;
  /** The request that led to this and to what else carries it. */
  @Column('text', { name: 'correlation_id', nullable: true }) correlationId: string | null;
  @Column('json', { nullable: true }) trace: FactTrace | null;
  /** The object's code and title and the papers named, folded by the kernel's `foldText`. */
  @Column('text', { nullable: true }) search: string | null;
}
