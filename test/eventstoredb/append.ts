import type { handleClientStreamingCall } from '@grpc/grpc-js';
import type { Expected } from './commit-check.js';
import { asFailure, refuse, streamDeleted, tooLarge } from './failures.js';
import type { ProposedEvent, Written } from './log.js';
import { meet } from './meet.js';
import type { ServerNode } from './node.js';
import { AppendResp, Empty, type AppendAnswer, type AppendRequest } from './proto.js';
import { expectedOf, nameOf, proposedEvent, weight } from './wire.js';

/** A call that was given up ends its requests as a whole one does; that it was given up is known a turn later. */
const gone = () => new Promise((resolve) => setImmediate(resolve));

type Answer = Extract<Written, { kind: 'done' }>;
type Conflict = Extract<Written, { kind: 'wrong-version' }>;

/** An append as one request stream with one answer. A wrong revision is no error here but an answer. */
export function appendHandler(node: ServerNode): handleClientStreamingCall<AppendRequest, AppendAnswer> {
  const { faults, calls, settings, log } = node.shared;
  return (call, callback) => {
    const ended = calls.begin('append');
    call.on('cancelled', ended);
    let target: { stream: string; expected: Expected } | undefined;
    const events: ProposedEvent[] = [];
    let size = 0;
    let failed = false;
    const fail = (error: unknown) => {
      if (!failed) callback(asFailure(error));
      failed = true;
      ended();
    };
    const take = (request: AppendRequest) => {
      const options = request.getOptions();
      if (options) {
        const revision = options.hasRevision() ? options.getRevision() : undefined;
        target = { stream: nameOf(options.getStreamIdentifier()), expected: expectedOf(options, revision) };
        if (faults.denies(target.stream)) throw refuse('access-denied');
        return;
      }
      const event = proposedEvent(request.getProposedMessage()!);
      size += weight(event);
      if (size > settings.maxAppendSize) throw tooLarge(settings.maxAppendSize);
      events.push(event);
    };
    const work = () => {
      const { stream, expected } = checked(target);
      const written = log.append(stream, expected, events, node.writerFor(call.metadata).ids);
      if (written.kind === 'deleted') throw streamDeleted(stream);
      return written.kind === 'done' ? success(written) : conflict(written, expected);
    };
    const finish = async () => {
      await gone();
      if (failed || call.cancelled) return;
      const answer = await meet(faults.take('append', node.index), () => node.door.cut(call.getPeer()), work);
      callback(null, answer);
      ended();
    };
    call.on('data', (request: AppendRequest) => {
      try {
        if (!failed) take(request);
      } catch (error) {
        fail(error);
      }
    });
    call.on('end', () => void finish().catch(fail));
    call.on('error', fail);
  };
}

/** No name, and the metadata of no name, are no streams. */
export function checked<T extends { readonly stream: string }>(target: T | undefined): T {
  if (!target?.stream || target.stream === '$$') throw new Error(`Invalid stream name '${target?.stream ?? ''}'`);
  return target;
}

function success({ revision, position }: Answer): AppendAnswer {
  const done = new AppendResp.Success();
  if (revision < 0n) done.setNoStream(new Empty());
  else done.setCurrentRevision(String(revision));
  if (!position) return new AppendResp().setSuccess(done.setNoPosition(new Empty()));
  const place = new AppendResp.Position().setCommitPosition(String(position.commit)).setPreparePosition(String(position.prepare));
  return new AppendResp().setSuccess(done.setPosition(place));
}

/** Both sets of fields are filled, the one older clients read as well. */
function conflict({ current }: Conflict, expected: Expected): AppendAnswer {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (current < 0n) wrong.setCurrentNoStream(new Empty()).setNoStream2060(new Empty());
  else wrong.setCurrentRevision(String(current)).setCurrentRevision2060(Number(current));
  if (expected === 'any') wrong.setExpectedAny(new Empty()).setAny2060(new Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new Empty()).setStreamExists2060(new Empty());
  else if (expected === 'no-stream') wrong.setExpectedNoStream(new Empty());
  else wrong.setExpectedRevision(String(expected)).setExpectedRevision2060(Number(expected));
  return new AppendResp().setWrongExpectedVersion(wrong);
}
