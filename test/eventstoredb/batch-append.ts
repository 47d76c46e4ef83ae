import { status, type handleBidiStreamingCall, type ServerDuplexStream } from '@grpc/grpc-js';
import type { Message } from 'google-protobuf';
import { checked } from './append.js';
import type { Expected } from './commit-check.js';
import { asFailure, Failure, refuse, type Refusal } from './failures.js';

import type { ProposedEvent, Written } from './log.js';
import { meet } from './meet.js';
import type { ServerNode } from './node.js';
import { AccessDenied, AllStreamPosition, Any, BadRequest, BatchAppendResp, MaximumAppendSizeExceeded, Status } from './proto.js';
import { StreamDeleted, Timeout, Unknown, WrongExpectedVersion } from './proto.js';
import type { BatchAppendAnswer, BatchAppendRequest, StatusMessage } from './proto.js';
import { emptyMessage, expectedOf, identifierOf, nameOf, proposedEvent, uuidOf, weight } from './wire.js';

type Call = ServerDuplexStream<BatchAppendRequest, BatchAppendAnswer>;

interface Pending {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: ProposedEvent[];
  size: number;
}

/** One stream of appends. */
interface Batch {
  readonly node: ServerNode;
  readonly call: Call;
  /** Appends whose last part has not come. */
  readonly pending: Map<string, Pending>;
  readonly unanswered: Set<() => void>;
}

/** Codes of google.rpc as the real server puts them into its statuses. */
const CODE = {
  ok: 0,
  unknown: 2,
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  permissionDenied: 7,
} as const;

/**
 * Appends of one connection over one stream. Each is answered under its correlation id; what goes wrong with one is a
 * status beside it and not an error of the call, except that a node which does not lead ends the call.
 */
export function batchAppendHandler(node: ServerNode): handleBidiStreamingCall<BatchAppendRequest, BatchAppendAnswer> {
  return (call) => {
    const batch: Batch = { node, call, pending: new Map(), unanswered: new Set() };
    let open = true;
    let working = Promise.resolve();
    const respond = (response: BatchAppendAnswer | undefined) => {
      if (response && open) call.write(response);
    };
    const fail = (error: unknown) => {
      if (open) call.emit('error', asFailure(error));
      open = false;
    };
    call.on('cancelled', () => {
      open = false;
      for (const ended of batch.unanswered) ended();
    });
    call.on('error', () => (open = false));
    call.on('data', (request: BatchAppendRequest) => {
      const work = answer(batch, request).then(respond, fail);
      working = Promise.all([working, work]).then(() => undefined);
    });
    call.on('end', () => void working.then(() => open && call.end()));
  };
}

async function answer(batch: Batch, request: BatchAppendRequest) {
  const { pending } = batch;
  const id = uuidOf(request.getCorrelationId());
  const identifier = request.getOptions()?.getStreamIdentifier() ?? identifierOf(pending.get(id)?.stream ?? '');
  const response = new BatchAppendResp().setCorrelationId(request.getCorrelationId()).setStreamIdentifier(identifier);
  try {
    const append = collect(batch, request);
    if (!append) return undefined;
    const written = await write(batch, append);
    return written.kind === 'done' ? response.setSuccess(success(written)) : response.setError(refusal(written, append));
  } catch (error) {
    pending.delete(id);
    const answer = statusFor(error);
    if (!answer) throw error;
    return response.setError(answer);
  }
}

/** Nothing for what ends the whole call: a node that does not lead, and failures of the connection. */
function statusFor(error: unknown): StatusMessage | undefined {
  if (error instanceof StatusError) return error.status;
  if (!(error instanceof Failure) || error.code === status.INVALID_ARGUMENT) return badRequest(error);
  return REFUSED[error.refusal as keyof typeof REFUSED]?.();
}

/** Gives an append when its last part has come. */
function collect({ node, pending }: Batch, request: BatchAppendRequest): Pending | undefined {
  const { faults, settings } = node.shared;
  const id = uuidOf(request.getCorrelationId());
  const options = request.getOptions();
  if (options) {
    const stream = nameOf(options.getStreamIdentifier());
    const revision = options.hasStreamPosition() ? options.getStreamPosition() : undefined;
    if (faults.denies(stream)) throw refuse('access-denied');
    const deadline = options.getDeadline()?.toDate().getTime() ?? Infinity;
    if (deadline <= Date.now()) throw refuse('timeout');
    pending.set(id, checked({ stream, expected: expectedOf(options, revision), events: [], size: 0 }));
  }
  const append = pending.get(id);
  if (!append) return undefined;
  for (const message of request.getProposedMessagesList()) {
    const event = proposedEvent(message);
    append.size += weight(event);
    append.events.push(event);
  }
  if (append.size > settings.maxAppendSize) throw new StatusError(tooLarge(settings.maxAppendSize));
  if (!request.getIsFinal()) return undefined;
  pending.delete(id);
  return append;
}

async function write({ node, call, unanswered }: Batch, { stream, expected, events }: Pending): Promise<Written> {
  const { log, faults, calls } = node.shared;
  const ended = calls.begin('batchAppend');
  unanswered.add(ended);
  const work = () => log.append(stream, expected, events, node.writerFor(call.metadata).ids);
  return meet(faults.take('batchAppend', node.index), () => node.door.cut(call.getPeer()), work).finally(() => {
    unanswered.delete(ended);
    ended();
  });
}

/** Carries a status to the answer it belongs into. */
class StatusError extends Error {
  constructor(readonly status: StatusMessage) {
    super(status.getMessage());
  }
}

function success({ revision, position }: Extract<Written, { kind: 'done' }>) {
  const done = new BatchAppendResp.Success();
  if (revision < 0n) done.setNoStream(emptyMessage());
  else done.setCurrentRevision(String(revision));
  if (!position) return done.setNoPosition(emptyMessage());
  return done.setPosition(
    new AllStreamPosition().setCommitPosition(String(position.commit)).setPreparePosition(String(position.prepare)),
  );
}

function refusal(written: Exclude<Written, { kind: 'done' }>, { stream, expected }: Pending): StatusMessage {
  if (written.kind === 'deleted') {
    return withDetails(CODE.notFound, 'StreamDeleted', new StreamDeleted().setStreamIdentifier(identifierOf(stream)));
  }
  const wrong = new WrongExpectedVersion();
  if (written.current < 0n) wrong.setCurrentNoStream(emptyMessage());
  else wrong.setCurrentStreamRevision(String(written.current));
  if (expected === 'any') wrong.setExpectedAny(emptyMessage());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(emptyMessage());
  else if (expected === 'no-stream') wrong.setExpectedNoStream(emptyMessage());
  else wrong.setExpectedStreamPosition(String(expected));
  return withDetails(CODE.alreadyExists, 'WrongExpectedVersion', wrong);
}

const tooLarge = (most: number): StatusMessage => {
  const details = new MaximumAppendSizeExceeded().setMaxappendsize(most);
  return withDetails(CODE.invalidArgument, 'MaximumAppendSizeExceeded', details);
};

const badRequest = (error: unknown): StatusMessage =>
  withDetails(CODE.invalidArgument, 'BadRequest', new BadRequest().setMessage(String(error)));

function withDetails(code: number, type: string, details: Message): StatusMessage {
  const any = new Any();
  any.pack(details.serializeBinary(), `event_store.client.${type}`);
  return new Status().setCode(code).setMessage(type).setDetails(any);
}

/** A node that cannot take an append says so without a code and with nothing in the details. */
function notHandled(message: string): StatusMessage {
  const any = new Any();
  any.pack(emptyMessage().serializeBinary(), 'google.protobuf.Empty');
  return new Status().setCode(CODE.ok).setMessage(message).setDetails(any);
}

const REFUSED = {
  busy: () => notHandled('Server Is Busy'),
  'not-ready': () => notHandled('Server Is Not Ready'),
  'no-leader-info': () => notHandled('No leader info available in response'),
  timeout: () => withDetails(CODE.deadlineExceeded, 'Timeout', new Timeout()),
  'access-denied': () => withDetails(CODE.permissionDenied, 'AccessDenied', new AccessDenied()),
  unknown: () => withDetails(CODE.unknown, 'Unknown', new Unknown()),
} satisfies Partial<Record<Refusal, () => StatusMessage>>;
