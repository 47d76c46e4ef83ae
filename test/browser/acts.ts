import type { Page } from 'playwright-core';

/** What a task cost: pointer clicks and keys that do something, and fields typed into. Counted as the task list of ux.md does. */
export interface Acts {
  readonly clicks: number;
  readonly fields: number;
}

export interface Counting {
  readonly so: Acts;
  restart(): void;
}

declare global {
  interface Window {
    soquyActs?: (kind: 'click' | 'field') => Promise<void>;
  }
}

/**
 * Counts from now on. A key that only moves (Tab, arrows) is no act, as moving the pointer is none; typing and choosing within
 * a field is that field, once; pasting is one act. What a script does by itself is not counted.
 */
export async function countActs(page: Page): Promise<Counting> {
  const counted = { click: 0, field: 0 };
  await page.exposeFunction('soquyActs', (kind: keyof typeof counted) => (counted[kind] += 1));
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return {
    get so() {
      return { clicks: counted.click, fields: counted.field };
    },
    restart: () => void Object.assign(counted, { click: 0, field: 0 }),
  };
}

function listen(): void {
  const moves = new Set(['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']);
  const held = new Set(['Shift', 'Control', 'Alt', 'Meta']);
  const typed = new WeakSet<EventTarget>();
  const tell = (kind: 'click' | 'field') => void window.soquyActs?.(kind);
  const takesText = (target: EventTarget | null): target is HTMLElement =>
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLElement && target.isContentEditable) ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type));
  const isChoosing = (target: HTMLElement, key: string) => key === 'Enter' && target.getAttribute('aria-expanded') === 'true';
  const typing = (field: HTMLElement) => {
    if (!typed.has(field)) tell('field');
    typed.add(field);
  };
  addEventListener(
    'pointerdown',
    ({ isTrusted, target }) => {
      // A click into a field is on the way to typing there.
      if (isTrusted && !takesText(target)) tell('click');
    },
    true,
  );
  addEventListener(
    'keydown',
    ({ isTrusted, key, target, ctrlKey, metaKey, altKey }) => {
      if (!isTrusted || moves.has(key) || held.has(key)) return;
      const isShortcut = ctrlKey || metaKey || altKey;
      const writes = !isShortcut && (key.length === 1 || key === 'Backspace' || key === 'Delete');
      if (target instanceof HTMLSelectElement && !isShortcut) return;
      if (takesText(target) && (writes || isChoosing(target, key))) typing(target);
      else tell('click');
    },
    true,
  );
  addEventListener(
    'input',
    ({ isTrusted, target }) => {
      const isField = target instanceof HTMLSelectElement || takesText(target);
      if (isTrusted && isField && !(target instanceof HTMLInputElement && target.type === 'hidden')) typing(target);
    },
    true,
  );
}

/** What the task list of ux.md allows. Less is welcome. */
export function expectAtMost({ so }: Counting, { clicks, fields }: Acts): void {
  const more = { clicks: Math.max(0, so.clicks - clicks), fields: Math.max(0, so.fields - fields) };
  expect({ ...so, more }).toEqual({ ...so, more: { clicks: 0, fields: 0 } });
}
