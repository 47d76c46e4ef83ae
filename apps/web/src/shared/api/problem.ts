import type { Words } from '@soquy/kernel';

/** One field that was refused; the pointer is a JSON pointer into the body sent. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** A fact recorded since the revision a form was opened on; comes with 412. */
export interface EventSince {
  readonly eventId: string;
  readonly type: string;
  readonly words: Words;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly personId?: string;
  readonly person?: { readonly username: string; readonly name?: string };
  readonly data?: Readonly<Record<string, unknown>>;
}

/** RFC 9457 as the API answers it. */
export interface ProblemDocument {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly traceId?: string;
  readonly errors?: readonly FieldProblem[];
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly events?: readonly EventSince[];
}

/** An answer that says no. `Offline` when there was none. */
export class ApiProblem extends Error {
  constructor(
    readonly document: ProblemDocument,
    readonly retryAfterSeconds?: number,
  ) {
    super(document.detail);
  }

  get code(): string {
    return this.document.code;
  }

  get status(): number {
    return this.document.status;
  }
}

export const isProblem = (error: unknown, code?: string): error is ApiProblem =>
  error instanceof ApiProblem && (code === undefined || error.code === code);

const unreadable = (status: number): ProblemDocument => ({
  type: 'about:blank',
  status,
  code: status === 0 ? 'Offline' : 'Unreadable',
  title: '',
  detail: '',
});

/** The problem of an answer; one that is no problem document, from a proxy say, still tells its status. */
export function problemOf(status: number, body: unknown, retryAfter?: string | null): ApiProblem {
  const told = typeof body === 'object' && body !== null && 'code' in body ? (body as ProblemDocument) : unreadable(status);
  return new ApiProblem(told, retryAfter ? Number(retryAfter) : undefined);
}

export const offline = () => new ApiProblem(unreadable(0));
