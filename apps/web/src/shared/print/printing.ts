import { useSyncExternalStore } from 'react';

let isPrinting = false;
const listeners = new Set<() => void>();

/** Whoever draws another way on paper draws at once: the browser takes its picture when this returns. */
export function setPrinting(next: boolean): void {
  isPrinting = next;
  listeners.forEach((listener) => listener());
}

export const subscribeToPrinting = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const printingNow = (): boolean => isPrinting;

/** Whether the page is being put on paper. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribeToPrinting, printingNow);
