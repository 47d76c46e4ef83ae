import type { Catalogue, CommandCard, KindCard } from '../api/catalogue.js';
import { DRAFT_KEYS } from '../session/kept-keys.js';
import type { TypedGroup } from './typed.js';

/** What was typed into a form and not sent yet, kept on this device. */
export interface Draft {
  readonly command: string;
  readonly objectId?: string;
  readonly typed: TypedGroup;
  /** Instant. */
  readonly savedAt: string;
  /** It was meant to be sent, and there was no connection. */
  readonly toSend?: boolean;
}

const keyOf = (username: string, command: string, objectId?: string) => `${DRAFT_KEYS}${username}:${command}:${objectId ?? ''}`;

export function keepDraft(store: Storage, username: string, draft: Draft): void {
  store.setItem(keyOf(username, draft.command, draft.objectId), JSON.stringify(draft));
}

export function dropDraft(store: Storage, username: string, command: string, objectId?: string): void {
  store.removeItem(keyOf(username, command, objectId));
}

export const draftOf = (store: Storage, username: string, command: string, objectId?: string): Draft | undefined =>
  parsed(store.getItem(keyOf(username, command, objectId)));

/** All of one person, the latest first; another's stay his. */
export function draftsOf(store: Storage, username: string): readonly Draft[] {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index)!);
  return keys
    .filter((key) => key.startsWith(`${DRAFT_KEYS}${username}:`))
    .flatMap((key) => parsed(store.getItem(key)) ?? [])
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}

function parsed(text: string | null): Draft | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Draft);
  } catch {
    return undefined;
  }
}

/** What the province gives to others out of programmes. */
export const activityKinds = (catalogue: Catalogue): readonly KindCard[] =>
  catalogue.kinds.filter(({ isActivity }) => isActivity);

/** A payment is recorded while there is a connection, or not at all. */
export const keepsDrafts = (catalogue: Catalogue, { category, schema }: CommandCard): boolean =>
  activityKinds(catalogue).some((kind) => kind.category === category) && !schema.required?.includes('amountVnd');
