import { useEffect, useRef } from 'react';

/** Ticks between the two keys of a pair. */
const PAIR_MS = 1_200;
const OFF = 'soquy-keys-off';

/** Single keys can be turned off (WCAG 2.1.4). */
export const keysAreOff = () => window.localStorage.getItem(OFF) !== null;
export function turnKeys(on: boolean): void {
  if (on) window.localStorage.removeItem(OFF);
  else window.localStorage.setItem(OFF, 'yes');
}

/** What keys do here, by their place on the keyboard: `KeyM`, `Slash`, or two in a row, `KeyG KeyI`. */
export type KeyTable = Readonly<Record<string, () => void>>;

/** Typing belongs to fields; dialogs keep their own keys. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"]') !== null);

/** What a key does, also behind another: pairs win over single keys, and what came to the screen last over what was there. */
export function actOf(tables: readonly KeyTable[], key: string, before: string | undefined): (() => void) | undefined {
  const names = before === undefined ? [key] : [`${before} ${key}`, key];
  const found = names.find((name) => tables.some((table) => table[name]));
  return found === undefined ? undefined : tables.findLast((table) => table[found])?.[found];
}

/** Of all that is on the screen, in the order in which it came. */
const tables = new Set<{ readonly current: KeyTable }>();
let first: { readonly code: string; readonly at: number } | undefined;

function onKey(event: KeyboardEvent): void {
  const { code, ctrlKey, altKey, metaKey, shiftKey, repeat, timeStamp } = event;
  if (ctrlKey || altKey || metaKey || repeat || isTyping(event.target) || keysAreOff()) return;
  const key = shiftKey ? `Shift+${code}` : code;
  const before = first && timeStamp - first.at < PAIR_MS ? first.code : undefined;
  const act = actOf(
    [...tables].map(({ current }) => current),
    key,
    before,
  );
  first = act ? undefined : { code: key, at: timeStamp };
  if (!act) return;
  event.preventDefault();
  act();
}

/**
 * Single keys for a page. They go by the key's place, so that Telex and VNI do not matter, and never with Ctrl, Alt or Meta.
 * Backspace is never a key here: typing aids send it by themselves.
 */
export function useKeys(table: KeyTable): void {
  const latest = useRef(table);
  latest.current = table;
  useEffect(() => {
    tables.add(latest);
    if (tables.size === 1) window.addEventListener('keydown', onKey);
    return () => {
      tables.delete(latest);
      if (tables.size === 0) window.removeEventListener('keydown', onKey);
    };
  }, []);
}
