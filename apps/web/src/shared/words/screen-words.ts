import type { Language } from '@soquy/kernel';
import { useLanguage } from './language.js';

type Text = string | ((facts: never) => string);
type InBoth<Value extends Text> = Readonly<Record<Language, Value>>;

/** Words of one screen: a key that lacks a language, or takes other facts in it, does not compile. */
export type ScreenWords = Readonly<Record<string, InBoth<Text>>>;

type In<Table extends ScreenWords> = { readonly [Key in keyof Table]: Table[Key]['vi'] };

/** Declares the words of a screen; facts go in through functions, so nothing is joined from pieces. */
export const screenWords = <const Table extends ScreenWords>(
  table: {
    [Key in keyof Table]: Table[Key]['vi'] extends (facts: infer Facts) => string
      ? InBoth<(facts: Facts) => string>
      : InBoth<string>;
  } & Table,
): Table => table;

export function wordsIn<Table extends ScreenWords>(table: Table, language: Language): In<Table> {
  return Object.fromEntries(Object.entries(table).map(([key, words]) => [key, words[language]])) as In<Table>;
}

const cached = new Map<ScreenWords, Partial<Record<Language, unknown>>>();

/** The words of a screen in the language in use. */
export function useScreenWords<Table extends ScreenWords>(table: Table): In<Table> {
  const language = useLanguage();
  const known = cached.get(table) ?? {};
  cached.set(table, known);
  return (known[language] ??= wordsIn(table, language)) as In<Table>;
}
