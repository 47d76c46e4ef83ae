import { hash, verify } from '@node-rs/argon2';
import { randomBytes } from 'node:crypto';
import { newToken } from './tokens.js';

/** argon2id with the parameters OWASP recommends as a minimum: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** 120 bits nobody can guess, short enough to be read out once. */
export const newPassword = (): string => randomBytes(15).toString('base64url');

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), OPTIONS);

let nobody: Promise<string> | undefined;

/** Without a hash (an unknown user) it works as long as with one, so that the time tells nothing. */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(newToken());
  const matches = await verify(passwordHash ?? (await nobody), password.normalize('NFC'));
  return matches && passwordHash !== undefined;
}
