import { status } from '@grpc/grpc-js';
import type { Expected } from './commit-check.js';
import { Failure, propertyMissing } from './failures.js';
import type { LoggedEvent, ProposedEvent } from './log.js';
import { EmptyMessage, ReadResp, StreamIdentifier, UUID, type StreamName, type UuidMessage } from './proto.js';

/** Ticks of 100 nanoseconds, counted from 1970. */
const TICKS_PER_MILLISECOND = 10_000n;

export const nameOf = (identifier: StreamName | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export const identifierOf = (stream: string): StreamName =>
  new StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(stream)));

export function uuidOf(message: UuidMessage | undefined): string {
  const structured = message?.getStructured();
  if (!structured) return (message?.getString() ?? '').toLowerCase();
  const bits = [structured.getMostSignificantBits(), structured.getLeastSignificantBits()];
  const hex = bits.map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export function structuredUuid(id: string): UuidMessage {
  const hex = id.replaceAll('-', '');
  const half = (from: number) => String(BigInt.asIntN(64, BigInt(`0x${hex.slice(from, from + 16)}`)));
  return new UUID().setStructured(new UUID.Structured().setMostSignificantBits(half(0)).setLeastSignificantBits(half(16)));
}

interface ProposedMessage {
  getId(): UuidMessage | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

export function proposedEvent(message: ProposedMessage): ProposedEvent {
  const properties = message.getMetadataMap();
  const [type, contentType] = ['type', 'content-type'].map((key) => {
    const value = properties.get(key);
    if (value === undefined) throw propertyMissing(key);
    return value;
  }) as [string, string];
  const id = uuidOf(message.getId());
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Failure(status.INVALID_ARGUMENT, `'${id}' is not an id`);
  const bytes = { data: message.getData_asU8(), metadata: message.getCustomMetadata_asU8() };
  return { id, type, json: contentType === 'application/json', ...bytes };
}

/** What an event weighs against the largest append: two bytes a character of its type, as stored. */
export const weight = ({ type, data, metadata }: ProposedEvent): number => data.length + metadata.length + type.length * 2;

interface ExpectedMessage {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

/** The revision stands in a field whose name differs from message to message. */
export function expectedOf(options: ExpectedMessage, revision: string | undefined): Expected {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  if (options.hasAny()) return 'any';
  if (revision === undefined) throw new Failure(status.INVALID_ARGUMENT, 'No expected revision was given');
  return BigInt(revision);
}

export const emptyMessage = () => new EmptyMessage();

/** An event as a reader gets it. */
export function readEvent(event: LoggedEvent, structuredIds: boolean) {
  const { commit, prepare } = event.position;
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(structuredIds ? structuredUuid(event.id) : new UUID().setString(event.id))
    .setStreamIdentifier(identifierOf(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(String(commit))
    .setPreparePosition(String(prepare))
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('created', String(BigInt(event.created.getTime()) * TICKS_PER_MILLISECOND))
    .set('content-type', event.json ? 'application/json' : 'application/octet-stream');
  return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(commit)));
}
