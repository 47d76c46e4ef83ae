import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why a slice stands still: the event its code could not take in. */
export interface ProjectionFailure {
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly position: string;
  readonly message: string;
  /** When it stopped; rows of earlier releases do not say. */
  readonly at?: string;
}

/** An event an operator passed over. */
export interface SkippedEvent extends ProjectionFailure {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** One row a slice: which build answers, made by which version of the code, and how far it has come (decision 0008). */
@Entity({ schema: 'rm', name: 'projection', synchronize: false })
export class ProjectionRow {
  @PrimaryColumn('text') slice: string;
  /** 0: never built. */
  @Column('int') version: number;
  @Column('int') build: number;
  @Column('text', { nullable: true }) position: string | null;
  @Column('text') state: 'running' | 'stopped';
  @Column('json', { nullable: true }) failure: ProjectionFailure | null;
  @Column('json') skipped: readonly SkippedEvent[];
}
