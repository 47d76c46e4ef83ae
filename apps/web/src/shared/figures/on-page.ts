import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Words } from '@soquy/kernel';
import type { ComputedInput } from './computed-input.js';
import type { NumberUnit } from './number-units.js';
import type { Again } from './recomputed.js';

interface Shown {
  readonly value: number;
  readonly unit: NumberUnit;
  readonly label: string;
}

export interface FactShown extends Shown {
  readonly kind: 'fact';
}

export interface ComputedShown extends Shown {
  readonly kind: 'calc';
  readonly formula: Words;
  readonly inputs: readonly ComputedInput[];
  readonly again?: Again | undefined;
}

export type NumberShown = FactShown | ComputedShown;

/** Numbers of the page that no address can describe: how they are computed is known only where they stand. */
const shown = new Map<string, Map<symbol, NumberShown>>();
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Keeps what is behind a number while it stands on the page, be it in several places. */
export function useOnPage(id: string, number: NumberShown): void {
  const [place] = useState(() => Symbol(id));
  useEffect(() => {
    shown.set(id, (shown.get(id) ?? new Map<symbol, NumberShown>()).set(place, number));
    tell();
  });
  useEffect(
    () => () => {
      shown.get(id)?.delete(place);
      tell();
    },
    [id, place],
  );
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const last = (id: string) => [...(shown.get(id)?.values() ?? [])].at(-1);

/** What a page shows under an id, also when the page comes after the drawer. */
export const useShownNumber = (id: string): NumberShown | undefined => useSyncExternalStore(subscribe, () => last(id));
