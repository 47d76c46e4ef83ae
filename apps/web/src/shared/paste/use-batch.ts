import { useEffect, useRef, useState } from 'react';
import { useAccount } from '../api/session-store.js';
import { isSignedInHere } from '../api/sessions.js';
import { withOutcomes, type Batch } from './batch.js';
import { gathered } from './gathered.js';
import { storeBatch, storedBatch } from './stored-batch.js';

const REST_MS = 400;
/** What is learnt row by row is shown and kept so often while rows are recorded. */
const LEARN_MS = 200;
const STEPS = 50;

const hasOutcomes = ({ recorded, sent }: Batch) => sent.length > 0 || Object.keys(recorded).length > 0;

interface History {
  readonly now: Batch | undefined;
  readonly before: readonly (Batch | undefined)[];
}

/** The table being worked on, with the way back to what it was; it outlives a reload. */
export function useBatch(command: string) {
  const username = useAccount()?.username ?? '';
  const [shown, show] = useState<History>(() => ({ now: storedBatch(window.localStorage, username, command), before: [] }));
  const [isKept, setKept] = useState(true);
  /** What is known by now; the screen may be a moment behind. */
  const held = useRef(shown);
  const store = () => !isSignedInHere(username) || storeBatch(window.localStorage, username, command, held.current.now);
  const [learning] = useState(() =>
    gathered(() => {
      show(held.current);
      setKept(store());
    }, LEARN_MS),
  );
  const change = (by: (history: History) => History) => {
    held.current = by(held.current);
    show(held.current);
  };
  useEffect(() => {
    const timer = window.setTimeout(() => setKept(store()), REST_MS);
    return () => window.clearTimeout(timer);
  }, [shown.now]);
  useEffect(() => {
    const leave = () => void store();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      learning.drop();
      leave();
    };
  }, []);
  return {
    batch: shown.now,
    isKept,
    canUndo: canUndo(shown),
    /** A step that can be taken back. */
    edit: (next: Batch | undefined) => change(({ now, before }) => ({ now: next, before: [...before.slice(-STEPS), now] })),
    undo: () =>
      change((history) => {
        const { now, before } = history;
        return canUndo(history) ? { now: withOutcomes(before.at(-1), now), before: before.slice(0, -1) } : history;
      }),
    /** What the API answered: no step back undoes that. */
    learn: (by: (batch: Batch) => Batch) => {
      const { now, before } = held.current;
      if (!now) return;
      held.current = { now: by(now), before };
      learning.soon();
    },
    /** Shows and keeps all that was learnt. */
    settle: () => learning.now(),
  };
}

/** A step back never loses sight of what was sent: neither the table it stood in nor how it was sent. */
function canUndo({ now, before }: History): boolean {
  if (before.length === 0) return false;
  return now === undefined || !hasOutcomes(now) || (before.at(-1)?.id === now.id && now.sent.length === 0);
}
