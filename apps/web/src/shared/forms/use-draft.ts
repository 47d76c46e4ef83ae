import { useEffect, useRef, useState } from 'react';
import { useAccount } from '../api/session-store.js';
import { isSignedInHere } from '../api/sessions.js';
import { draftOf, dropDraft, keepDraft, type Draft } from './drafts.js';
import type { TypedGroup } from './typed.js';

const REST_MS = 400;

export interface KeptDraft {
  /** What was found on this device when the form was opened. */
  readonly found: Draft | undefined;
  readonly savedAt: string | undefined;
  readonly keep: (typed: TypedGroup, toSend?: boolean) => void;
  readonly drop: () => void;
}

/** The draft of one form on this device; nothing is kept where `kept` is false. */
export function useDraft(kept: boolean, command: string, objectId: string | undefined): KeptDraft {
  const username = useAccount()?.username ?? '';
  const [found] = useState(() => (kept ? draftOf(window.localStorage, username, command, objectId) : undefined));
  const [savedAt, setSavedAt] = useState<string>();
  const waits = useRef(found?.toSend ?? false);
  const keep = (typed: TypedGroup, toSend = false) => {
    if (!kept || !isSignedInHere(username)) return;
    waits.current ||= toSend;
    const now = new Date().toISOString();
    keepDraft(window.localStorage, username, {
      command,
      typed,
      savedAt: now,
      ...(objectId && { objectId }),
      ...(waits.current && { toSend: true }),
    });
    setSavedAt(now);
  };
  const drop = () => {
    waits.current = false;
    dropDraft(window.localStorage, username, command, objectId);
    setSavedAt(undefined);
  };
  return { found, savedAt, keep, drop };
}

/** Keeps what was typed once the typing rests. */
export function useKeeping(draft: KeptDraft, typed: TypedGroup, isTouched: boolean): void {
  useEffect(() => {
    if (!isTouched) return undefined;
    const timer = window.setTimeout(() => draft.keep(typed), REST_MS);
    return () => window.clearTimeout(timer);
  }, [typed, isTouched]);
}
