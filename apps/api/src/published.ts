import { uuidV5, type Actor } from '@soquy/platform';

/** Whoever records what the state publishes; it can sign in nowhere. */
export const SYSTEM: Actor = { personId: uuidV5('system account'), role: 'admin', agencyIds: 'all' };

/** Follows from what a published command says, so that a later start recognises it. */
export const publishedKey = (fields: object): string => `published-${uuidV5(JSON.stringify(fields))}`;
