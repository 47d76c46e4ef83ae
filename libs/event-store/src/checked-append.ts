import { STORE_LIMITS, type Expected, type NewEvent } from './event-store.js';
import { jsonText } from './json-text.js';
import { StoreFault } from './store-fault.js';

/** `<camelCaseCategory>-<id>`: the first dash ends the category. The id has no blanks and no invisible characters. */
const STREAM_NAME = /^[a-z][A-Za-z0-9]{0,59}-[^\s\p{Cc}\p{Cf}\p{Cs}]{1,200}$/u;
const EVENT_TYPE = /^[A-Z][A-Za-z0-9]{0,119}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LARGEST_REVISION = 9_223_372_036_854_775_807n;

export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
  /** UTF-8 bytes of data, metadata, type and id. */
  readonly bytes: number;
}

/** An append that any store can take: nothing in it can fail on the way any more. */
export interface CheckedAppend {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly EncodedEvent[];
  readonly bytes: number;
}

/** No append can have written to a stream with another name, so reading one yields nothing. */
export const isStreamName = (name: string): boolean => STREAM_NAME.test(name);

export const isEventType = (name: string): boolean => EVENT_TYPE.test(name);

/** Every adapter's first step, before anything is sent: throws `invalid` or `too-large`. */
export function checkAppend(stream: string, expected: Expected, events: readonly NewEvent[]): CheckedAppend {
  if (!isStreamName(stream)) throw invalid(`Not a stream name: ${JSON.stringify(stream)}`);
  if (!isExpected(expected)) throw invalid(`Not an expected revision: ${String(expected)}`);
  if (events.length === 0) throw invalid(`An append to ${stream} without events`);
  if (new Set(events.map(({ id }) => id)).size < events.length) throw invalid(`An append to ${stream} that names an id twice`);
  const encoded = events.map(encode);
  const bytes = encoded.reduce((sum, event) => sum + event.bytes, 0);
  if (bytes > STORE_LIMITS.appendBytes)
    throw new StoreFault('too-large', `An append to ${stream} of ${bytes} bytes; the limit is ${STORE_LIMITS.appendBytes}`);
  return { stream, expected, events: encoded, bytes };
}

function encode({ id, type, data, metadata }: NewEvent): EncodedEvent {
  if (!UUID.test(id)) throw invalid(`Not an event id (a uuid in lower case): ${JSON.stringify(id)}`);
  if (!isEventType(type)) throw invalid(`Not an event type: ${JSON.stringify(type)}`);
  const texts = { data: objectText(data, `${type}.data`), metadata: objectText(metadata, `${type}.metadata`) };
  const bytes = Buffer.byteLength(texts.data) + Buffer.byteLength(texts.metadata) + type.length + id.length;
  return { id, type, ...texts, bytes };
}

function objectText(value: object, name: string): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`${name} is not an object`);
  return jsonText(value, name);
}

function isExpected(expected: Expected): boolean {
  if (typeof expected === 'bigint') return expected >= 0n && expected <= LARGEST_REVISION;
  return expected === 'no-stream' || expected === 'stream-exists' || expected === 'any';
}

function invalid(message: string): StoreFault {
  return new StoreFault('invalid', message);
}
