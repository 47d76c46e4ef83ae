import { Metadata, status } from '@grpc/grpc-js';

/** An answer that is an error: status, text and trailers as the real server words them. */
export class Failure extends Error {
  readonly metadata = new Metadata();
  readonly details: string;
  /** Set where a test could have asked for it by this name. */
  refusal?: Refusal;

  constructor(
    readonly code: status,
    details: string,
    trailers: Readonly<Record<string, string>> = {},
  ) {
    super(details);
    this.details = details;
    for (const [key, value] of Object.entries(trailers)) this.metadata.set(key, value);
  }
}

/** Anything thrown that is no failure of ours surfaces as the real server's framework would put it. */
export const asFailure = (error: unknown): Failure =>
  error instanceof Failure ? error : new Failure(status.UNKNOWN, `Exception was thrown by handler. ${String(error)}`);

export const streamDeleted = (stream: string): Failure =>
  new Failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const tooLarge = (most: number): Failure =>
  new Failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${most} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(most),
  });

export const propertyMissing = (property: string): Failure =>
  new Failure(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });

export const notLeader = (host: string, port: number): Failure =>
  new Failure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const invalidPosition = (): Failure => new Failure(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');

/** Deleting answers a conflict in the trailers; appending answers it in its message. */
export const wrongVersion = (stream: string, expected: bigint, actual: bigint): Failure =>
  new Failure(status.FAILED_PRECONDITION, `Delete failed due to WrongExpectedVersion. Stream: ${stream}`, {
    exception: 'wrong-expected-version',
    'stream-name': stream,
    'expected-version': String(expected),
    'actual-version': String(actual),
  });

/** Failures a test can ask for by name. */
const REFUSALS = {
  busy: () => new Failure(status.UNAVAILABLE, 'Server Is Too Busy'),
  'not-ready': () => new Failure(status.UNAVAILABLE, 'Server Is Not Ready'),
  unavailable: () => new Failure(status.UNAVAILABLE, 'Connection dropped'),
  timeout: () => new Failure(status.ABORTED, 'Operation timed out: CommitTimeout'),
  deadline: () => new Failure(status.DEADLINE_EXCEEDED, 'Deadline exceeded'),
  cancelled: () => new Failure(status.CANCELLED, 'Call cancelled by the server'),
  'access-denied': () => new Failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' }),
  unauthenticated: () => new Failure(status.UNAUTHENTICATED, 'Unauthenticated'),
  'no-leader-info': () => new Failure(status.UNKNOWN, 'No leader info available in response'),
  unknown: () => new Failure(status.UNKNOWN, 'Unexpected OperationResult: 17'),
} as const;

export type Refusal = keyof typeof REFUSALS;

export const isRefusal = (name: string): name is Refusal => name in REFUSALS;

export const refuse = (refusal: Refusal): Failure => Object.assign(REFUSALS[refusal](), { refusal });
