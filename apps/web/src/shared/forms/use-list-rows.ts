import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { FieldSchema } from '../api/catalogue.js';
import { itemSchema } from './field-kind.js';
import { useForm } from './form-context.js';
import { pastedInto, roomFor, type NoRoom } from './pasted-list.js';
import type { Typed } from './typed.js';

/**
 * A list in a form by keyboard: Enter goes to the next row or begins one, copied rows are pasted as rows. What it has no room for is
 * told until the list changes.
 */
export function useListRows(pointer: string, list: FieldSchema, items: readonly Typed[]) {
  const { type } = useForm();
  const element = useRef<HTMLFieldSetElement>(null);
  const begun = useRef<string>(undefined);
  const [refused, setRefused] = useState<{ readonly items: readonly Typed[]; readonly noRoom: NoRoom }>();
  useEffect(() => {
    if (begun.current === undefined) return;
    inputAt(begun.current)?.focus();
    begun.current = undefined;
  });

  const inputAt = (start: string) =>
    [...(element.current?.querySelectorAll<HTMLElement>('[data-pointer]') ?? [])].find(
      ({ dataset }) => dataset.pointer === start || dataset.pointer?.startsWith(`${start}/`),
    );
  const placeOf = (target: EventTarget) => {
    const at = target instanceof HTMLElement ? target.dataset.pointer : undefined;
    if (!at?.startsWith(`${pointer}/`)) return undefined;
    const [row = '0', part = ''] = at.slice(pointer.length + 1).split('/');
    return { row: Number(row), part };
  };

  const add = () => {
    const noRoom = roomFor(list, items.length + 1);
    if (noRoom) return setRefused({ items, noRoom });
    begun.current = `${pointer}/${items.length}`;
    type(pointer, [...items, itemSchema(list).properties ? {} : '']);
  };
  return {
    element,
    add,
    noRoom: refused?.items === items ? refused.noRoom : undefined,
    onPaste: (event: ClipboardEvent) => {
      // A list within this one has taken it.
      if (event.defaultPrevented) return;
      const place = placeOf(event.target);
      const text = event.clipboardData.getData('text/plain');
      const pasted = place && pastedInto(list, items, text, place, new Date().getFullYear());
      if (!pasted) return;
      event.preventDefault();
      if (pasted.noRoom) setRefused({ items, noRoom: pasted.noRoom });
      if (pasted.rows) type(pointer, pasted.rows);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const place = placeOf(event.target);
      if (!place || event.defaultPrevented || !isPlainEnter(event) || !(event.target instanceof HTMLInputElement)) return;
      // Options are open: the key is theirs, and what was typed to find one is not left behind.
      if (event.target.getAttribute('aria-expanded') === 'true') return;
      event.preventDefault();
      if (place.row + 1 >= items.length) return add();
      inputAt(`${pointer}/${place.row + 1}`)?.focus();
    },
  };
}

/** Pressed once and alone, and not to finish a letter that is put together from several keys. */
const isPlainEnter = ({ key, ctrlKey, metaKey, shiftKey, altKey, repeat, nativeEvent }: KeyboardEvent): boolean =>
  key === 'Enter' && !(ctrlKey || metaKey || shiftKey || altKey || repeat || nativeEvent.isComposing);
