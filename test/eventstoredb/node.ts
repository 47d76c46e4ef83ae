import { Server, ServerCredentials, type Metadata } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { appendHandler } from './append.js';
import { batchAppendHandler } from './batch-append.js';
import { featuresHandler, gossipHandler } from './cluster.js';
import { EventIdCache } from './commit-check.js';
import { deleteHandler, tombstoneHandler } from './delete.js';
import { Door } from './door.js';
import { notLeader, refuse } from './failures.js';
import type { Faults, Method } from './faults.js';
import { LogView } from './log-view.js';
import type { EventLog } from './log.js';
import { GossipService, ServerFeaturesService, StreamsService } from './proto.js';
import { readHandler } from './read.js';
import type { Subscription } from './subscription.js';

/** Large enough for whatever a client may send; the append limit is the server's own. */
const LARGEST_MESSAGE = 16 * 1024 * 1024;

export interface Settings {
  readonly version: string;
  readonly announceBatchAppend: boolean;
  readonly maxAppendSize: number;
  /** Events a page of a read or of a catch-up holds. */
  readonly pageSize: number;
  /** Live events kept for a subscriber who is busy; more are dropped and read again from the log. */
  readonly liveBuffer: number;
}

/** What all nodes of a server have in common. */
export interface Shared {
  readonly log: EventLog;
  readonly faults: Faults;
  readonly settings: Settings;
  readonly calls: Calls;
  readonly nodes: readonly ServerNode[];
  leader(): ServerNode | undefined;
}

/** How many calls came in and how many of them are still open. */
export class Calls {
  private readonly counts = new Map<Method, { begun: number; open: number }>();

  begin(method: Method): () => void {
    const count = this.of(method);
    this.counts.set(method, count);
    count.begun += 1;
    count.open += 1;
    let ended = false;
    return () => {
      if (!ended) count.open -= 1;
      ended = true;
    };
  }

  begun(method: Method): number {
    return this.of(method).begun;
  }

  open(method: Method): number {
    return this.of(method).open;
  }

  private of(method: Method) {
    return this.counts.get(method) ?? { begun: 0, open: 0 };
  }
}

/** One node: a gRPC server of its own behind a door, over the log of all. */
export class ServerNode {
  readonly id = randomUUID();
  readonly ids = new EventIdCache();
  readonly subscriptions = new Set<Subscription>();
  readonly host = '127.0.0.1';
  readonly view: LogView;
  door!: Door;
  private readonly grpc = new Server({ 'grpc.max_receive_message_length': LARGEST_MESSAGE });

  constructor(
    readonly index: number,
    readonly shared: Shared,
  ) {
    this.view = new LogView(shared.log);
  }

  /** Whether the other nodes hear from it. */
  get isAlive(): boolean {
    return this.door.isOpen && !this.door.isHeld;
  }

  get port(): number {
    return this.door.port;
  }

  async start(): Promise<void> {
    this.grpc.addService(StreamsService, {
      append: appendHandler(this),
      batchAppend: batchAppendHandler(this),
      delete: deleteHandler(this),
      tombstone: tombstoneHandler(this),
      read: readHandler(this),
    });
    this.grpc.addService(GossipService, { read: gossipHandler(this) });
    this.grpc.addService(ServerFeaturesService, { getSupportedMethods: featuresHandler(this) });
    const innerPort = await new Promise<number>((resolve, reject) => {
      this.grpc.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port),
      );
    });
    this.door = new Door(innerPort);
    await this.door.open();
  }

  async stop(): Promise<void> {
    await this.door.close();
    this.grpc.forceShutdown();
  }

  /** The process died: connections are gone and what was only in memory is forgotten. */
  async die(): Promise<void> {
    this.ids.forget();
    await this.door.close();
  }

  /** The node that does a write asked of this one: a follower passes it on unless the caller wants the leader itself. */
  writerFor(metadata: Metadata): ServerNode {
    const leader = this.shared.leader();
    if (!leader) throw refuse('not-ready');
    if (leader !== this && requiresLeader(metadata)) throw notLeader(leader.host, leader.port);
    return leader;
  }

  checkMayRead(metadata: Metadata): void {
    if (requiresLeader(metadata)) this.writerFor(metadata);
  }
}

const requiresLeader = (metadata: Metadata): boolean => metadata.get('requires-leader')[0]?.toString().toLowerCase() === 'true';
