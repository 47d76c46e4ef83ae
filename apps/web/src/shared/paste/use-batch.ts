import { useEffect, useRef, useState } from 'react';
import { useAccount } from '../api/session-store.js';
import type { Batch } from './batch.js';
import { storeBatch, storedBatch } from './stored-batch.js';

const REST_MS = 400;
const STEPS = 50;

interface History {
  readonly now: Batch | undefined;
  readonly before: readonly (Batch | undefined)[];
}

/** The table being worked on, with the way back to what it was; it outlives a reload. */
export function useBatch(command: string) {
  const username = useAccount()?.username ?? '';
  const [history, setHistory] = useState<History>(() => ({
    now: storedBatch(window.localStorage, username, command),
    before: [],
  }));
  const [isKept, setKept] = useState(true);
  const latest = useRef(history.now);
  latest.current = history.now;
  const keep = () => setKept(storeBatch(window.localStorage, username, command, latest.current));
  useEffect(() => {
    const timer = window.setTimeout(keep, REST_MS);
    return () => window.clearTimeout(timer);
  }, [history.now]);
  useEffect(() => {
    const leave = () => void storeBatch(window.localStorage, username, command, latest.current);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  return {
    batch: history.now,
    isKept,
    canUndo: history.before.length > 0,
    /** A step that can be taken back. */
    edit: (next: Batch | undefined) => setHistory(({ now, before }) => ({ now: next, before: [...before.slice(-STEPS), now] })),
    undo: () =>
      setHistory(({ now, before }) =>
        before.length === 0 ? { now, before } : { now: withOutcomes(before.at(-1), now), before: before.slice(0, -1) },
      ),
    /** What the API answered: no step back undoes that, and it is kept at once. */
    learn: (by: (batch: Batch) => Batch) => {
      if (!latest.current) return;
      latest.current = by(latest.current);
      const now = latest.current;
      setHistory(({ before }) => ({ now, before }));
    },
    keep,
  };
}

/** An earlier state of the same batch, with what has been recorded of it since. */
const withOutcomes = (earlier: Batch | undefined, now: Batch | undefined): Batch | undefined =>
  earlier && now && earlier.id === now.id
    ? { ...earlier, recorded: now.recorded, refused: now.refused, sent: now.sent }
    : earlier;
