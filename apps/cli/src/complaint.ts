import { StoreFault } from '@soquy/event-store';
import type { Words } from '@soquy/kernel';
import { isConnectionFault, Problem } from '@soquy/platform';
import type { ExitCode, Language } from './command.js';

/** What a person is told of an error, and how the command ends. What they can remedy is a sentence; our bugs keep their stack. */
export function complaintOf(error: unknown, language: Language): { readonly lines: readonly string[]; readonly code: ExitCode } {
  if (error instanceof Problem) {
    const errors = (error.extra.errors ?? []).map(({ detail }) => `  ${detail[language]}`);
    return { lines: [error.detail[language], ...errors], code: errors.length > 0 ? 2 : 1 };
  }
  if (isForPeople(error)) return { lines: [error.words[language], ...(error.detail ? [error.detail] : [])], code: 1 };
  const sentence = sentenceOf(error);
  const { stack, message } = error as Error;
  return { lines: sentence ? [`${sentence[language]} (${message})`] : [stack ?? String(error)], code: 1 };
}

/** Faults of the start, the database, the settings and of backups carry their sentence with them. */
const isForPeople = (error: unknown): error is { readonly words: Words; readonly detail?: string } =>
  error instanceof Error && 'words' in error;

/** SQLSTATE classes: wrong password or account, no such database, no right. */
const NO_ACCESS = /^(28\w{3}|3D000|42501)$/;

/** Where the database itself is what a person can remedy. */
export function sentenceOf(error: unknown): Words | undefined {
  const { code } = error as { code?: unknown };
  if ((error instanceof StoreFault && error.kind === 'access-denied') || (typeof code === 'string' && NO_ACCESS.test(code)))
    return {
      vi: 'Cơ sở dữ liệu từ chối: hãy xem tài khoản, mật khẩu và tên trong DATABASE_URL.',
      en: 'The database refuses: look at account, password and name in DATABASE_URL.',
    };
  if (isConnectionFault(error))
    return {
      vi: 'Không kết nối được cơ sở dữ liệu. Hãy thử lại, hoặc chạy soquy doctor.',
      en: 'The database does not answer. Try again, or run soquy doctor.',
    };
  return undefined;
}
