import type { Language } from './command.js';

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-US' };

/** `12.345` as Vietnamese offices write it, `12,345` in English. */
export const numberText = (value: number, language: Language): string => value.toLocaleString(LOCALES[language]);

/** A size for people: `1,2 MB`. */
export function sizeText(bytes: number, language: Language): string {
  const unit = bytes >= 1e6 ? ([1e6, 'MB'] as const) : ([1e3, 'kB'] as const);
  return `${(bytes / unit[0]).toLocaleString(LOCALES[language], { maximumFractionDigits: 1 })} ${unit[1]}`;
}
