import { foldText } from '@soquy/kernel';

/** A text without accents, signs and case. */
export const loose = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
