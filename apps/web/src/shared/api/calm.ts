import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const LOOK_MS = 100;
/** Between what came and what it makes React draw or ask next lie a few tasks: one quiet look proves nothing. */
const CALM_LOOKS = 3;
const ACTS = ['pointerdown', 'keydown'] as const;

/** What says of itself that it is still to come; before its heading all of a page is. */
const STILL_TO_COME = '[aria-busy="true"], .mantine-Loader-root';
let isFirst = true;
/** Whether the first page since the program began is still being drawn: what is seen of it goes before what is not. */
export const isFirstLook = (): boolean => isFirst;

const isDrawn = () => document.querySelector('h1') !== null && document.querySelector(STILL_TO_COME) === null;

/**
 * Whether the first page stands before the reader as it is meant to be: what nobody waits for comes after that, however slow the
 * machine and the line are. Who begins to act waits for no first look any more.
 */
export function useCalm(): boolean {
  const client = useQueryClient();
  const [isCalm, setCalm] = useState(false);
  useEffect(
    () =>
      isCalm
        ? undefined
        : whenCalm(
            () => isDrawn() && client.isFetching() === 0,
            () => {
              isFirst = false;
              setCalm(true);
            },
          ),
    [client, isCalm],
  );
  return isCalm;
}

/** Looks again after each painted frame; a page that nobody sees paints none, and has time. */
function whenCalm(isQuiet: () => boolean, done: () => void): () => void {
  let calm = 0;
  let frame = 0;
  let timer = 0;
  const next = () => {
    frame = requestAnimationFrame(() => {
      timer = window.setTimeout(look, LOOK_MS);
    });
  };
  const look = () => {
    calm = isQuiet() ? calm + 1 : 0;
    if (calm < CALM_LOOKS) next();
    else done();
  };
  ACTS.forEach((act) => window.addEventListener(act, done, { once: true, passive: true }));
  next();
  return () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
    ACTS.forEach((act) => window.removeEventListener(act, done));
  };
}
