import type { handleUnaryCall, Metadata } from '@grpc/grpc-js';
import { checked } from './append.js';
import type { Expected } from './commit-check.js';
import { asFailure, refuse, streamDeleted, wrongVersion } from './failures.js';
import type { Method } from './faults.js';
import { meet } from './meet.js';
import type { ServerNode } from './node.js';
import type { LogPosition } from './positions.js';
import { DeleteResp, TombstoneResp, type DeleteAnswer, type DeleteRequest } from './proto.js';
import type { TombstoneAnswer, TombstoneRequest } from './proto.js';
import { expectedOf, nameOf } from './wire.js';

/** How the two relative words travel in the trailers. */
const WORDS = { any: -2n, 'no-stream': -1n, 'stream-exists': -4n } as const;

/** The stream reads as unknown afterwards and can be continued. */
export function deleteHandler(node: ServerNode): handleUnaryCall<DeleteRequest, DeleteAnswer> {
  return (call, callback) => {
    const place = ({ commit, prepare }: LogPosition) =>
      new DeleteResp().setPosition(
        new DeleteResp.Position().setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
      );
    remove(node, 'delete', call, call.request.getOptions()!).then(
      (position) => callback(null, place(position)),
      (error: unknown) => callback(asFailure(error)),
    );
  };
}

/** The stream is closed for ever. */
export function tombstoneHandler(node: ServerNode): handleUnaryCall<TombstoneRequest, TombstoneAnswer> {
  return (call, callback) => {
    const place = ({ commit, prepare }: LogPosition) =>
      new TombstoneResp().setPosition(
        new TombstoneResp.Position().setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
      );
    remove(node, 'tombstone', call, call.request.getOptions()!).then(
      (position) => callback(null, place(position)),
      (error: unknown) => callback(asFailure(error)),
    );
  };
}

type Options = NonNullable<ReturnType<DeleteRequest['getOptions']> | ReturnType<TombstoneRequest['getOptions']>>;

async function remove(
  node: ServerNode,
  method: Extract<Method, 'delete' | 'tombstone'>,
  call: { readonly metadata: Metadata; getPeer(): string },
  options: Options,
): Promise<LogPosition> {
  const { log, faults, calls } = node.shared;
  const ended = calls.begin(method);
  const { stream } = checked({ stream: nameOf(options.getStreamIdentifier()) });
  const expected: Expected = expectedOf(options, options.hasRevision() ? options.getRevision() : undefined);
  const work = () => {
    node.writerFor(call.metadata);
    if (faults.denies(stream)) throw refuse('access-denied');
    const written = log.remove(stream, expected, method === 'tombstone');
    if (written.kind === 'deleted') throw streamDeleted(stream);
    if (written.kind === 'done') return written.position!;
    throw wrongVersion(stream, typeof expected === 'bigint' ? expected : WORDS[expected], written.current);
  };
  try {
    return await meet(faults.take(method, node.index), () => node.door.cut(call.getPeer()), work);
  } finally {
    ended();
  }
}
