import type { ObjectLink } from '@soquy/boards';
import { markup, type Markup } from './markup.js';
import { link, type View } from './view.js';

/** An object by its code and title, leading to its own page. */
export function objectName(view: View, { id, noun, code, title }: ObjectLink): Markup {
  const text = [code, title].filter(Boolean).join(' · ') || id;
  return noun ? markup`<a href="${link(view, `/objects/${noun}/${id}`)}">${text}</a>` : markup`${text}`;
}
