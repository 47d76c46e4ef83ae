import { useEffect, useRef, type RefObject } from 'react';

const DIALOG = '[role="dialog"]';
/** What takes text or does something by Enter keeps its keys; on a link the browser has a meaning of its own for Ctrl+Enter. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), a[href], button, summary, tr[tabindex], ' +
  '[role="button"], [role^="menuitem"]';

type Place = Pick<Element, 'closest'>;

interface Pressed {
  readonly target: Place;
  /** The dialog that lies over the page, if one does. */
  readonly onTop: Place | null;
}

/** The form that Ctrl+Enter records where none has the focus: the only one on the page, or in the dialog that is open. */
export function formFor<Form extends Place>(forms: readonly Form[], { target, onTop }: Pressed): Form | undefined {
  if (target.closest(OWN_KEYS)) return undefined;
  const within = target.closest(DIALOG) ?? onTop;
  const there = forms.filter((form) => form.closest(DIALOG) === within);
  return there.length === 1 ? there[0] : undefined;
}

type Record = (goesOn: boolean) => void;
/** Forms that had the focus: one that opened by itself is not recorded by a key pressed elsewhere. */
const open = new Map<HTMLFormElement, { readonly current: Record }>();

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.repeat || event.defaultPrevented)
    return;
  const target = event.target instanceof Element ? event.target : document.body;
  const onTop = [...document.querySelectorAll(`${DIALOG}[aria-modal="true"]`)].at(-1) ?? null;
  const seen = [...open.keys()].filter((form) => form.getClientRects().length > 0);
  const form = formFor(seen, { target, onTop });
  if (!form) return;
  event.preventDefault();
  open.get(form)!.current(event.shiftKey);
}

/** Ctrl+Enter (with Shift: and begins the next) records a form that had the focus also while the focus is beside it. */
export function useRecordKey(record: Record): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const latest = useRef(record);
  latest.current = record;
  useEffect(() => {
    const here = form.current;
    if (!here) return undefined;
    const touched = () => {
      open.set(here, latest);
      window.addEventListener('keydown', onKey);
    };
    if (here.contains(document.activeElement)) touched();
    here.addEventListener('focusin', touched);
    return () => {
      here.removeEventListener('focusin', touched);
      open.delete(here);
      if (open.size === 0) window.removeEventListener('keydown', onKey);
    };
  }, []);
  return form;
}
