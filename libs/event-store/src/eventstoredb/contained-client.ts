import { convertToCommandError, EventStoreDBClient } from '@eventstore/db-client';
import { connectionStringOf, refused } from './connection-string.js';
import type { Intake } from './intake.js';

/** What a call is given beyond the package's own options. */
export interface Terms {
  /** Counts and holds back what comes in. */
  readonly intake?: Intake;
  /** The package gives reads no time limit at all. */
  readonly withinMs?: number;
}

/** gRPC's own numbers. */
const OK = 0;
const UNAVAILABLE = 14;

interface Metadata {
  remove(key: string): void;
  clone(): Metadata;
}

interface Status {
  readonly code: number;
  readonly details: string;
  readonly metadata: Metadata;
}

interface Listener {
  onReceiveMetadata(metadata: unknown): void;
  onReceiveMessage(message: unknown): void;
  onReceiveStatus(status: Status): void;
}

/** A call of gRPC as its interceptors see it. */
interface Call {
  start(metadata: Metadata, listener: Listener): void;
  startRead(): void;
  sendMessageWithContext(context: { callback?(): void }, message: unknown): void;
  sendMessage(message: unknown): void;
  halfClose(): void;
  cancelWithStatus(status: number, details: string): void;
  getPeer(): string;
  getAuthContext(): unknown;
}

interface CallBase {
  readonly credentials?: unknown;
  readonly terms?: Terms;
}

interface Channel {
  close(): void;
}

/** Members of the package's client it does not publish; the package is pinned, and a spec sees to it that they are there. */
interface Inside {
  callArguments: (base: CallBase, options?: object) => [metadata: unknown, options: object];
  handleError: (client: unknown, error: unknown) => Promise<void>;
  createChannel: () => Promise<Channel>;
}

/** Selects the append whose call has a time limit. The other way shares one call, and what hangs there hangs for all. */
export const ONE_CALL_EACH = { username: '', password: '' };

/** A client of the package that cannot end the process, keeps to what each call is given, and can be thrown away. */
export interface ContainedClient {
  readonly client: EventStoreDBClient;
  /** Cancels what streams, closes the connections, and makes no more of them. */
  dispose(): void;
}

export function containedClient(connectionString: string): ContainedClient {
  const client = clientOf(connectionStringOf(connectionString));
  const inside = client as unknown as Inside;
  const channels = new Set<Channel>();
  let disposed = false;
  const { callArguments, handleError, createChannel } = inside;
  if (!callArguments || !handleError || !createChannel) throw new Error('assertion: another version of the client package');

  inside.callArguments = (base, options) => {
    const { credentials, terms } = base;
    const [metadata, given] = callArguments(credentials === ONE_CALL_EACH ? { ...base, credentials: undefined } : base, options);
    const deadline = terms?.withinMs === undefined ? {} : { deadline: Date.now() + terms.withinMs };
    const interceptor = (own: object, next: (options: object) => Call) =>
      harmless(
        begun(() => next(own)),
        terms?.intake,
      );
    return [metadata, { ...given, ...deadline, interceptors: [interceptor] }];
  };

  // It is called without being waited for, and waits itself for a new connection, which may have failed meanwhile.
  inside.handleError = (failed, error) => handleError(failed, error).catch(() => undefined);

  inside.createChannel = async () => {
    const channel = await createChannel();
    if (disposed) channel.close();
    else channels.add(channel);
    return channel;
  };

  const dispose = () => {
    disposed = true;
    void client.dispose().catch(() => undefined);
    for (const channel of channels) channel.close();
    channels.clear();
  };
  return { client, dispose };
}

function clientOf(connectionString: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(connectionString);
  } catch {
    throw refused('host, port, credentials and settings must be written as its manual says, and files it names must exist');
  }
}

/**
 * A call on a connection that was closed a moment ago throws, and in an append of the package nobody catches that. Such a
 * call begins all the same and ends as one does whose server is away.
 */
function begun(begin: () => Call): Call {
  try {
    return begin();
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error);
    return {
      start: (metadata, listener) =>
        process.nextTick(() => listener.onReceiveStatus({ code: UNAVAILABLE, details, metadata: metadata.clone() })),
      sendMessageWithContext: (context) => context.callback?.(),
      startRead() {},
      sendMessage() {},
      halfClose() {},
      cancelWithStatus() {},
      getPeer: () => 'nobody',
      getAuthContext: () => null,
    };
  }
}

function harmless(call: Call, intake: Intake | undefined): Call {
  return {
    start: (metadata, listener) =>
      call.start(metadata, {
        onReceiveMetadata: (received) => listener.onReceiveMetadata(received),
        onReceiveMessage(message) {
          const bytes = eventBytes(message);
          if (bytes !== undefined) intake?.add(bytes);
          listener.onReceiveMessage(message);
        },
        onReceiveStatus(status) {
          makeReadable(status);
          if (intake) intake.complete = status.code === OK;
          listener.onReceiveStatus(status);
        },
      }),
    startRead() {
      if (intake) intake.whenRoom(() => call.startRead());
      else call.startRead();
    },
    sendMessageWithContext: (context, message) => call.sendMessageWithContext(context, message),
    sendMessage: (message) => call.sendMessage(message),
    halfClose: () => call.halfClose(),
    cancelWithStatus: (status, details) => call.cancelWithStatus(status, details),
    getPeer: () => call.getPeer(),
    getAuthContext: () => call.getAuthContext(),
  };
}

/**
 * The package reads trailers while it makes an error of a status, and throws where nobody can catch it when one is missing
 * ("not the leader" from a node that knows of none). Without the name of the error it goes by the status code.
 */
function makeReadable(status: Status): void {
  try {
    convertToCommandError(Object.assign(new Error(status.details), status));
  } catch {
    status.metadata.remove('exception');
  }
}

interface Message {
  getEvent?(): { getEvent?(): { getData_asU8(): Uint8Array; getCustomMetadata_asU8(): Uint8Array } | undefined } | undefined;
}

/** Of a message that carries an event. */
function eventBytes(message: unknown): number | undefined {
  const carried = (message as Message | null)?.getEvent?.();
  if (!carried) return undefined;
  const event = carried.getEvent?.();
  return event ? event.getData_asU8().length + event.getCustomMetadata_asU8().length : 0;
}
