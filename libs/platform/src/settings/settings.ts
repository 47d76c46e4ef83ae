import { EVENT_STORES, type EventStoreName } from '@soquy/event-store';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateIf } from 'class-validator';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything that can be set from outside, checked once at start. Which variable a field comes from: `setting-rows.ts`. */
export class Settings {
  /** Absent: the first free port from 3000 on. */
  @IsOptional() @Max(65_535) @Min(0) @IsInt() port?: number;
  @Length(1, 255) @IsString() host: string;
  @Length(1, 1_000) @IsString() dataDir: string;
  /** Absent: the embedded PostgreSQL under `dataDir`. */
  @IsOptional() @Matches(/^postgres(ql)?:\/\/./) databaseUrl?: string;
  @IsIn(EVENT_STORES) eventStore: EventStoreName;
  /** Where a log that is not kept in PostgreSQL is. */
  @ValidateIf(({ eventStore, eventStoreUrl }: Settings) => eventStore !== 'postgres' || eventStoreUrl !== undefined)
  @Matches(/^(esdb|kurrentdb)(\+discover)?:\/\/./)
  eventStoreUrl?: string;
  /** This process projects, beside any other that does. */
  @IsBoolean() projector: boolean;
  @IsBoolean() production: boolean;
  /** Sample accounts and the scenarios of the real reports. */
  @IsBoolean() demo: boolean;
  /** Boards may be read without signing in. */
  @IsBoolean() publicBoards: boolean;
  @IsIn(LOG_LEVELS) logLevel: LogLevel;
  /** Behind a proxy: the caller's address and protocol are taken from its headers. */
  @IsBoolean() trustProxy: boolean;
  @Max(10_240) @Min(1) @IsInt() bodyLimitKiB: number;
  @Max(10_080) @Min(1) @IsInt() sessionIdleMinutes: number;
  @Max(720) @Min(1) @IsInt() sessionMaxHours: number;
  /** Failed sign-ins of one account from one address before it has to wait. */
  @Max(1_000) @Min(1) @IsInt() signInAttempts: number;
  @Max(1_440) @Min(1) @IsInt() signInWindowMinutes: number;
  /** How long a question that names a position, or a decision, waits for the read side to come as far. */
  @Max(60_000) @Min(0) @IsInt() readWaitMs: number;
  /** How long a reservation may wait for its object before it lapses (decision 0004). */
  @Max(3_600) @Min(1) @IsInt() reservationPatienceSeconds: number;
  /** Files of more rows are made in the background (decision 0009). */
  @Max(1_000_000_000) @Min(1) @IsInt() exportRows: number;
  /** So many at a time in one process. */
  @Max(16) @Min(1) @IsInt() exportJobs: number;
  @Max(8_760) @Min(1) @IsInt() exportHours: number;
  /** So many may follow the stream at the same time in one process. */
  @Max(100_000) @Min(0) @IsInt() streamClients: number;
}
