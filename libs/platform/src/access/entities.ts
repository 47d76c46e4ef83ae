import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ExportRow } from '../exports/export-row.js';
import type { Role } from '../commands/allowed-to.js';

/** Who may sign in. Its id is the `personId` of events; the name stays here. */
@Entity({ schema: 'app', name: 'account' })
export class Account {
  @PrimaryColumn('uuid') id: string;
  @Column('text') username: string;
  /** What people call the person; optional. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  @Column('text') role: Role;
  @Column('json', { name: 'agency_ids' }) agencyIds: readonly string[] | 'all';
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  /** Of a demo account: since when it belongs to a person, who gave it a password of its own. */
  @Column('timestamptz', { name: 'owned_since', nullable: true }) ownedSince: Date | null;
  /** Since when its password is one that somebody else knows too: its owner must change it before anything else. */
  @Column('timestamptz', { name: 'one_time_since', nullable: true }) oneTimeSince: Date | null;
  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true }) lastSignInAt: Date | null;
}

/** A signed-in browser. The table holds only the hash of its token: a copy of the table signs nobody in. */
@Entity({ schema: 'app', name: 'session' })
export class Session {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'seen_at' }) seenAt: Date;
  /** The end at the latest, however busy it is. */
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}

/** A machine's way in; it acts as its account. */
@Entity({ schema: 'app', name: 'api_key' })
export class ApiKey {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'key_hash' }) keyHash: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') label: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  /** Written at most once a minute. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt: Date | null;
}

/** To be named among the entities of the application's data source. */
export const platformEntities = [Account, Session, ApiKey, ExportRow];
