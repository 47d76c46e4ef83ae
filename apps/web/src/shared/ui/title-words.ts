import { foldText, type Words } from '@soquy/kernel';
import type { Catalogue } from '../api/catalogue.js';
import { withoutUnit } from '../words/without-unit.js';

export interface Titled {
  readonly noun: string | null;
  readonly code?: string | null | undefined;
  readonly title?: string | null | undefined;
}

/** Words known for an object's code, as with published rules; undefined where its own title is all there is. */
export function titleWords(catalogue: Catalogue, { noun, code }: Titled): Words | undefined {
  const category = noun === null ? undefined : catalogue.kind(noun)?.category;
  const words = category && code ? catalogue.enumWords(`${category}Id`, code) : undefined;
  return words && withoutUnit(words);
}

const bare = (text: string) => foldText(text).replace(/[^a-z0-9]/g, '');

/** A title that begins with its code needs it no second time: "NĐ 45/2021/NĐ-CP – …" of `nd-45-2021-nd-cp`. */
export const tellsCode = (title: string, code: string): boolean => bare(title).startsWith(bare(code));
