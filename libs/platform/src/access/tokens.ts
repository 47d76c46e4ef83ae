import { createHash, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits nobody can guess, in characters that need no escaping. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. A fast hash is enough: the token has no pattern to guess. */
export const hashOfToken = (token: string): string => hash('sha256', token, 'hex');

/** Follows from the session's token, which only the browser has; so it need not be kept anywhere. */
export const csrfTokenOf = (token: string): string => hash('sha256', `csrf ${token}`, 'base64url');

/** Takes the same time wherever two texts differ. */
export function sameText(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(first!, second!);
}
