import { StoreFault, type StoreFaultKind } from '../store-fault.js';

/** The package's own names of errors. Whether an append took effect is open for all that is `unavailable`. */
const KINDS: Readonly<Record<string, StoreFaultKind>> = {
  'access-denied': 'access-denied',
  cancelled: 'unavailable',
  'deadline-exceeded': 'unavailable',
  'maximum-append-size-exceeded': 'too-large',
  'not-leader': 'unavailable',
  'stream-deleted': 'stream-deleted',
  timeout: 'unavailable',
  unavailable: 'unavailable',
};

/** gRPC status codes of errors the package calls unknown. 2 is also what a node says that knows of no leader. */
const CODES: Readonly<Record<number, StoreFaultKind>> = {
  1: 'unavailable', // cancelled
  2: 'unavailable', // unknown
  7: 'access-denied', // permission denied
  8: 'unavailable', // resource exhausted
  13: 'unavailable', // internal: a stream reset among others
  15: 'unavailable', // data loss
};

const INVALID_ARGUMENT = 3;

/** The package's name of an error, if it is one of its own. */
export function errorType(error: unknown): string | undefined {
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  return typeof type === 'string' ? type : undefined;
}

/** What any error of the package means to a caller of the port. */
export function faultOf(error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError)
    return new StoreFault('unexpected', `assertion: ${error.message}`, undefined, { cause: error });
  const { message } = error as { message?: unknown };
  return new StoreFault(kindOf(error), `EventStoreDB: ${String(message)}`, undefined, { cause: error });
}

function kindOf(error: unknown): StoreFaultKind {
  const type = errorType(error);
  if (type === undefined) return 'unavailable'; // a lost socket, or no node found
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === INVALID_ARGUMENT && String(message).includes('invalid position')) return 'bad-position';
  return KINDS[type] ?? (typeof code === 'number' ? CODES[code] : undefined) ?? 'unexpected';
}

/** Errors without a name of the package's come from under it; such a client may never work again. */
export const isFromBelow = (error: unknown): boolean =>
  error instanceof StoreFault && error.cause !== undefined && errorType(error.cause) === undefined;
