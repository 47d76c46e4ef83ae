import type { Words } from '@soquy/kernel';

export interface KeyItem {
  readonly id: string;
  readonly label: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string;
}

export interface AccountItem {
  readonly id: string;
  readonly username: string;
  readonly name?: string;
  readonly role: string;
  readonly agencyIds: readonly string[] | 'all';
  readonly locked: boolean;
  readonly createdAt: string;
  readonly lastSignInAt?: string;
  readonly mustChangePassword?: boolean;
  readonly demo?: boolean;
  readonly sessions: number;
  readonly keys: readonly KeyItem[];
}

export interface ProjectionError {
  readonly type?: string;
  readonly stream?: string;
  readonly position?: string;
  readonly message: string;
}

export interface ProjectionItem {
  readonly slice: string;
  readonly version: number;
  readonly codeVersion: number;
  readonly position?: string;
  readonly lagEvents: number;
  readonly lagEventsOrMore?: boolean;
  readonly lagSeconds: number;
  readonly state: 'live' | 'building' | 'stopped';
  readonly error?: ProjectionError;
  readonly skipped: readonly (ProjectionError & { readonly reason: string; readonly by: string })[];
  readonly building?: { readonly since: string; readonly events: number };
}

export interface ProjectionList {
  readonly items: readonly ProjectionItem[];
  readonly log: { readonly position?: string };
}

export interface ProjectionDone {
  readonly words: Words;
}

export interface Ready {
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly checks: Readonly<Record<string, 'ok' | 'degraded' | 'failed'>>;
}
