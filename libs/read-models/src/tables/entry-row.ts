import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from './whole-number.js';

/** One addition of a fact to a metric, or the negation of one (decision 0003). Never changed once written. */
@Entity({ schema: 'rm', name: 'entries', synchronize: false })
export class EntryRow {
  @PrimaryColumn('int') build: number;
  /** The fact that adds; for a negation the fact that takes back. */
  @PrimaryColumn('uuid', { name: 'event_id' }) eventId: string;
  @PrimaryColumn('int', { name: 'entry_no' }) entryNo: number;
  /** Known from this place in the log on; later than the fact's own where later facts changed what it adds. */
  @Column('text') position: string;
  @Column('text') metric: string;
  @Column('bigint', { transformer: wholeNumber }) value: number;
  @Column('bigint', { name: 'value_to', transformer: wholeNumber, nullable: true }) valueTo: number | null;
  @Column('text') qualifier: string;
  @Column('smallint') unknown: number;
  @Column('smallint') weight: number;
  @Column('text') kind: string;
  @Column('text') basis: string;
  @Column('text') category: string;
  @Column('text', { name: 'object_id' }) objectId: string;
  @Column('text', { name: 'agency_id' }) agencyId: string;
  @Column('text', { name: 'programme_id', nullable: true }) programmeId: string | null;
  @Column('text', { name: 'budget_line_id', nullable: true }) budgetLineId: string | null;
  @Column('text', { name: 'fund_id', nullable: true }) fundId: string | null;
  @Column('text', { name: 'organisation_id', nullable: true }) organisationId: string | null;
  @Column('text', { name: 'organisation_type', nullable: true }) organisationType: string | null;
  @Column('text', { nullable: true }) sector: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text', { name: 'activity_kind', nullable: true }) activityKind: string | null;
  @Column('text', { name: 'subject_id', nullable: true }) subjectId: string | null;
  @Column('date', { name: 'effective_on' }) effectiveOn: string;
  @Column('int', { name: 'budget_year' }) budgetYear: number;
  @Column('text', { name: 'posting_period' }) postingPeriod: string;
  @Column('text', { nullable: true }) origin: string | null;
  /** The fact whose addition this one takes back. */
  @Column('uuid', { nullable: true }) negates: string | null;
}
