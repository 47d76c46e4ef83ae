import { isNativeError } from 'node:util/types';
import { StoreFault } from '@soquy/event-store';

/** Codes by which Node and PostgreSQL say "not now": refused, reset, starting up, shutting down, too many connections. */
const CODES = /^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08\w{3}|57P0[1-4]|53300|25006)$/;
const MESSAGES = /connection (terminated|timeout)|timeout exceeded when trying to connect|not queryable|client was closed/i;

/** True when a database or the event store did not answer, whatever layer says so: the caller may try again. */
export function isConnectionFault(error: unknown, depth = 0): boolean {
  if (error instanceof StoreFault) return error.kind === 'unavailable';
  if (!isNativeError(error) || depth > 3) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && CODES.test(code)) return true;
  return MESSAGES.test(error.message) || isConnectionFault(driverError, depth + 1) || isConnectionFault(error.cause, depth + 1);
}
