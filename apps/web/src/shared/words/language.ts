import { useSyncExternalStore } from 'react';
import type { Language, Words } from '@soquy/kernel';

const KEY = 'soquy-language';
const listeners = new Set<() => void>();
let language: Language = window.localStorage.getItem(KEY) === 'en' ? 'en' : 'vi';
document.documentElement.lang = language;

export const currentLanguage = (): Language => language;

export function setLanguage(next: Language): void {
  language = next;
  window.localStorage.setItem(KEY, next);
  document.documentElement.lang = next;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);

/** Says what the API words in both languages. */
export function useSay(): (words: Words) => string {
  const now = useLanguage();
  return (words) => words[now];
}
