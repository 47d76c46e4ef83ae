import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { FieldSchema } from '../api/catalogue.js';
import { useForm } from './form-context.js';
import { cellsFor, pastedInto } from './pasted-list.js';
import type { Typed } from './typed.js';

/** A list in a form by keyboard: Enter goes to the next row or begins one, copied rows are pasted as rows. */
export function useListRows(pointer: string, of: FieldSchema, items: readonly Typed[]) {
  const { type } = useForm();
  const element = useRef<HTMLFieldSetElement>(null);
  const begun = useRef<string>(undefined);
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
    begun.current = `${pointer}/${items.length}`;
    type(pointer, [...items, of.properties ? {} : '']);
  };
  return {
    element,
    add,
    onPaste: (event: ClipboardEvent) => {
      const place = placeOf(event.target);
      const cells = place && cellsFor(of, event.clipboardData.getData('text/plain'));
      if (!cells) return;
      event.preventDefault();
      type(pointer, pastedInto(of, items, cells, place, new Date().getFullYear()));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const place = placeOf(event.target);
      const isPlain = event.key === 'Enter' && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (!isPlain || !place || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      if (place.row + 1 >= items.length) return add();
      inputAt(`${pointer}/${place.row + 1}`)?.focus();
    },
  };
}
