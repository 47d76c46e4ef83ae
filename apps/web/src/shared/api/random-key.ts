const BYTES = 16;

/** A key nobody guesses or gives twice; browsers offer UUIDs over https alone, and offices start on their own network without. */
export const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(BYTES))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
