import type { Words } from '@soquy/kernel';

/** Why a start cannot go on, in a sentence that says what to do; shown without a stack. */
export class StartFault extends Error {
  constructor(readonly words: Words) {
    super(`${words.vi}\n${words.en}`);
    this.name = 'StartFault';
  }
}
