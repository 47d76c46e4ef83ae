import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import { asFailure, invalidPosition, refuse, streamDeleted } from './failures.js';
import type { Fault, Method } from './faults.js';
import { filterOf, type Filter } from './filter.js';
import type { LoggedEvent } from './log.js';
import { meet } from './meet.js';
import type { ServerNode } from './node.js';
import { Outlet } from './outlet.js';
import { BEFORE_LOG, START_OF_LOG, type LogPosition } from './positions.js';
import { ReadReq, ReadResp, type ReadAnswer, type ReadRequest } from './proto.js';
import { Subscription } from './subscription.js';
import { identifierOf, nameOf, readEvent, weight } from './wire.js';

type Options = NonNullable<ReturnType<ReadRequest['getOptions']>>;
type Call = ServerWritableStream<ReadRequest, ReadAnswer>;

/** Reads and subscriptions are one method of the protocol. */
export function readHandler(node: ServerNode): handleServerStreamingCall<ReadRequest, ReadAnswer> {
  return (call) => {
    const options = call.request.getOptions()!;
    const method: Method = options.hasSubscription() ? 'subscribe' : options.hasAll() ? 'readAll' : 'read';
    const fault = node.shared.faults.take(method, node.index);
    const ended = node.shared.calls.begin(method);
    const peer = call.getPeer();
    const cut = () => node.door.cut(peer);
    const connection = { cut, hangUp: () => node.door.hangUp(peer) };
    const outlet = new Outlet(call, connection, ended, typeof fault === 'object' && 'after' in fault ? fault : undefined);
    serve(node, call, options, outlet, fault, cut).then(
      () => outlet.end(),
      (error: unknown) => outlet.fail(asFailure(error)),
    );
  };
}

async function serve(node: ServerNode, call: Call, options: Options, outlet: Outlet, fault: Fault | undefined, cut: () => void) {
  await meet(fault, cut, () => node.checkMayRead(call.metadata));
  const stream = options.hasAll() ? '$all' : nameOf(options.getStream()?.getStreamIdentifier());
  if (node.shared.faults.denies(stream)) throw refuse('access-denied');
  if (options.hasSubscription()) return subscribe(node, options, outlet, stream);
  await outlet.interrupt();
  const events = options.hasAll() ? wholeLog(node, options) : oneStream(node, options, stream);
  const structured = hasStructuredIds(options);
  let left = BigInt(options.getCount());
  for (const event of events) {
    if (left <= 0n) return;
    left -= 1n;
    const message = event ? readEvent(event, structured) : notFound(stream);
    if (!(await outlet.send(message, event ? weight(event) : 0))) return;
  }
}

/** Forwards from the given position, it included; backwards from the one before it. */
function* wholeLog(node: ServerNode, options: Options): Generator<LoggedEvent> {
  const { view } = node;
  const all = options.getAll()!;
  const backwards = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
  const position = positionOf(all);
  if (position && !node.shared.log.canReadFrom(position)) throw invalidPosition();
  const start = all.hasEnd() ? view.length : position ? view.indexAt(position) : 0;
  const step = backwards ? -1 : 1;
  for (let index = backwards ? start - 1 : start; view.at(index); index += step) yield view.at(index)!;
}

/** Nothing instead of an event says that the stream is unknown. */
function* oneStream(node: ServerNode, options: Options, stream: string): Generator<LoggedEvent | undefined> {
  const record = node.shared.log.stream(stream);
  const from = options.getStream()!;
  if (record.tombstoned) throw streamDeleted(stream);
  if (node.view.headOf(record) < 0n || record.softDeleted) return yield undefined;
  const given = from.hasRevision() ? BigInt(from.getRevision()) : undefined;
  if (options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS) {
    const head = node.view.headOf(record);
    let revision = from.hasStart() ? 0n : (given ?? head);
    if (revision > head) revision = head;
    for (; revision >= record.firstVisible; revision -= 1n) yield record.at(revision)!;
    return;
  }
  let revision = from.hasEnd() ? node.view.headOf(record) : (given ?? 0n);
  if (revision < record.firstVisible) revision = record.firstVisible;
  for (; revision <= node.view.headOf(record); revision += 1n) yield record.at(revision)!;
}

async function subscribe(node: ServerNode, options: Options, outlet: Outlet, stream: string): Promise<void> {
  const { log, settings } = node.shared;
  const everything: Filter = { matches: () => true, window: settings.pageSize, checkpointEvery: Infinity };
  const filtered = options.hasFilter() ? filterOf(options.getFilter()!, settings.pageSize) : everything;
  const filter = options.hasAll() ? filtered : { ...everything, matches: (event: LoggedEvent) => event.stream === stream };
  if (!options.hasAll() && log.stream(stream).tombstoned) throw streamDeleted(stream);
  const after = options.hasAll() ? afterInLog(options) : afterInStream(node, options, stream);
  if (after && after.commit >= 0n && !log.canReadFrom(after)) throw invalidPosition();
  const subscription = new Subscription(node, outlet, filter, options.hasFilter(), hasStructuredIds(options));
  node.subscriptions.add(subscription);
  await subscription.run(after).finally(() => node.subscriptions.delete(subscription));
}

function afterInLog(options: Options): LogPosition | undefined {
  const all = options.getAll()!;
  return all.hasEnd() ? undefined : (positionOf(all) ?? BEFORE_LOG);
}

function afterInStream(node: ServerNode, options: Options, stream: string): LogPosition | undefined {
  const from = options.getStream()!;
  if (from.hasEnd()) return undefined;
  if (!from.hasRevision()) return BEFORE_LOG;
  const record = node.shared.log.stream(stream);
  return (record.at(BigInt(from.getRevision())) ?? record.events.at(-1))?.position ?? START_OF_LOG;
}

function positionOf(all: NonNullable<ReturnType<Options['getAll']>>): LogPosition | undefined {
  const position = all.getPosition();
  return position && { commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) };
}

const notFound = (stream: string) =>
  new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)));

const hasStructuredIds = (options: Options): boolean => options.getUuidOption()?.hasStructured() ?? false;
