import type { Words } from '@soquy/kernel';

/** Why a log cannot be copied or moved to, in a sentence that says what to do. */
export class LogFault extends Error {
  constructor(
    readonly words: Words,
    /** What exactly was found, for whoever looks into it. */
    readonly detail?: string,
    options?: ErrorOptions,
  ) {
    super([words.vi, words.en, detail].filter(Boolean).join('\n'), options);
    this.name = 'LogFault';
  }
}
