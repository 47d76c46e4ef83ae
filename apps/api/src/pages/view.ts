import { type Language, type Words } from '@soquy/kernel';
import { address } from './markup.js';
import { pageWords } from './words.js';

/** What every page needs to write itself: the language, and what its links carry on. */
export interface View {
  readonly language: Language;
  /** The page's own address with its query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Undefined: nobody is signed in. */
  readonly person?: string | undefined;
  /** Account names, for those who are signed in. */
  readonly people?: ReadonlyMap<string, string> | undefined;
}

export const word = (view: Pick<View, 'language'>, name: keyof typeof pageWords): string => pageWords[name][view.language];
export const told = (view: Pick<View, 'language'>, words: Words): string => words[view.language];

/** Both dates and the language follow from page to page. */
export function link(
  { query: { lang, effectiveTo, knownAt } }: View,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  return address(path, { lang, effectiveTo, knownAt, ...query });
}

/** The same page asked otherwise. */
export const here = ({ path, query }: View, changed: Readonly<Record<string, string | undefined>>): string =>
  address(path, { ...query, ...changed });
