import { Column, Entity, PrimaryColumn } from 'typeorm';
import { wholeNumber } from './whole-number.js';

/** An object's state over a range of days, as known over a range of the log; both ranges are half-open (decision 0003). */
@Entity({ schema: 'rm', name: 'objects', synchronize: false })
export class ObjectRow {
  @PrimaryColumn('int') build: number;
  @Column('text') category: string;
  @PrimaryColumn('text', { name: 'object_id' }) objectId: string;
  @Column('text') code: string;
  @Column('text', { name: 'agency_id' }) agencyId: string;
  @Column('text') title: string;
  /** Code, title and keywords, folded by the kernel's `foldText`. */
  @Column('text') search: string;
  @Column('text') status: string;
  @Column('text', { name: 'programme_id', nullable: true }) programmeId: string | null;
  @Column('text', { name: 'budget_line_id', nullable: true }) budgetLineId: string | null;
  @Column('text', { name: 'fund_id', nullable: true }) fundId: string | null;
  @Column('text', { name: 'organisation_id', nullable: true }) organisationId: string | null;
  @Column('text', { name: 'organisation_type', nullable: true }) organisationType: string | null;
  @Column('text', { nullable: true }) sector: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('text', { nullable: true }) source: string | null;
  @Column('text', { name: 'activity_kind', nullable: true }) activityKind: string | null;
  @Column('int', { name: 'budget_year', nullable: true }) budgetYear: number | null;
  @Column('text', { nullable: true }) origin: string | null;
  /** Null: as that of the row of the same days' beginning that is known from where this one ends to be. */
  @Column('json', { nullable: true }) row: object | null;
  /** The stream's revision when this row was written; that of the newest open row is the stream's last. */
  @Column('bigint', { transformer: wholeNumber }) revision: number;
  @Column('text', { name: 'created_position' }) createdPosition: string;
  @PrimaryColumn('date', { name: 'effective_from' }) effectiveFrom: string;
  /** Exclusive; `infinity` where no later state is known. */
  @Column('date', { name: 'effective_to' }) effectiveTo: string;
  @PrimaryColumn('text', { name: 'known_from' }) knownFrom: string;
  /** Exclusive; null: this is what is known now. */
  @Column('text', { name: 'known_to', nullable: true }) knownTo: string | null;
  /** The slice's `quiet` figures are 0 before this day; null where it has none. */
  @Column('date', { name: 'quiet_until', nullable: true }) quietUntil: string | null;
}
