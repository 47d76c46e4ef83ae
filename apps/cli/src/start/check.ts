import type { Words } from '@soquy/kernel';

/** One thing looked at: what was found, and whether the product can run with it. */
export interface Check {
  readonly name: Words;
  readonly ok: boolean;
  readonly found: string | Words;
}
