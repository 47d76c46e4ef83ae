import { StoreFault, type StoreFaultKind } from '../store-fault.js';

/** SQLSTATE classes and codes; a longer prefix wins. Everything transient is `unavailable`, and is retried by whoever may. */
const KINDS: readonly (readonly [prefix: string, kind: StoreFaultKind])[] = [
  ['08', 'unavailable'], // connection lost
  ['25006', 'unavailable'], // a standby took the call
  ['28', 'access-denied'],
  ['3D', 'access-denied'], // no such database
  ['40', 'unavailable'], // serialisation, deadlock
  ['42501', 'access-denied'],
  ['53', 'unavailable'], // disk full, too many connections
  ['55P03', 'unavailable'], // lock not available
  ['57', 'unavailable'], // cancelled, shutting down, starting up
  ['58', 'unavailable'], // input/output
];

/** What any error of the driver or the server means to a caller of the port. Without an SQLSTATE it is the network, or a bug. */
export function faultOf(error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError)
    return new StoreFault('unexpected', `assertion: ${error.message}`, undefined, { cause: error });
  const { code, message } = error as { code?: unknown; message?: unknown };
  const sqlState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !NETWORK_CODES.has(code) ? code : undefined;
  const kind = sqlState ? (KINDS.find(([prefix]) => sqlState.startsWith(prefix))?.[1] ?? 'unexpected') : 'unavailable';
  return new StoreFault(kind, `PostgreSQL: ${String(message)}`, undefined, { cause: error });
}

/** Node's own five-letter codes. */
const NETWORK_CODES = new Set(['EPIPE', 'EBUSY', 'EPERM', 'EINTR']);
