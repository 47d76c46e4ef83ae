import { setTimeout as wait } from 'node:timers/promises';
import { Faults } from './faults.js';
import { EventLog, proposed, type LogOptions, type PlainEvent, type Written } from './log.js';
import { Calls, ServerNode, type Settings } from './node.js';
import type { LogPosition } from './positions.js';
import type { Subscription } from './subscription.js';

export interface ServerOptions extends LogOptions, Partial<Settings> {
  /** How many nodes stand over the one log; the first leads. */
  readonly nodes?: number;
  /** How long a cluster is without a leader after it lost one. */
  readonly electionMs?: number;
}

/** A stored event with its bytes read as JSON where they are JSON. */
export interface StoredPlainly {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly position: LogPosition;
  readonly data: unknown;
  readonly metadata: unknown;
}

function parsed(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString('utf8');
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return bytes;
  }
}

/** What a server has unless it is configured otherwise. */
const DEFAULTS: Settings = {
  version: '24.2.0',
  announceBatchAppend: true,
  maxAppendSize: 1024 * 1024,
  pageSize: 32,
  liveBuffer: 32,
};

/**
 * EventStoreDB as its clients see it, inside this process: the real protocol over real sockets, one to several nodes
 * over one log in memory, and faults on demand. It is for tests; nothing is kept on disk.
 */
export class EventStoreDbServer {
  readonly faults = new Faults();
  readonly calls = new Calls();
  readonly log: EventLog;
  readonly nodes: readonly ServerNode[];
  private leading: ServerNode | undefined;
  private readonly electionMs: number;

  private constructor(options: ServerOptions) {
    const { nodes = 1, electionMs = 150, systemEventEvery, preparesApart, positionOfRepeats, ...settings } = options;
    this.electionMs = electionMs;
    this.log = new EventLog({ systemEventEvery, preparesApart, positionOfRepeats });
    const members: ServerNode[] = [];
    const { faults, calls, log } = this;
    const leader = () => this.leading;
    const shared = { log, faults, calls, nodes: members, leader, settings: { ...DEFAULTS, ...settings } };
    for (let index = 0; index < nodes; index += 1) members.push(new ServerNode(index, shared));
    this.nodes = members;
    this.leading = members[0];
  }

  static async start(options: ServerOptions = {}): Promise<EventStoreDbServer> {
    const server = new EventStoreDbServer(options);
    for (const node of server.nodes) await node.start();
    return server;
  }

  /** A single node's address, or all members' for a client that asks the members who leads. */
  get url(): string {
    return `esdb://${this.nodes.map(({ host, port }) => `${host}:${String(port)}`).join(',')}?tls=false`;
  }

  /** The address of one node alone; a client given it asks nobody who leads. */
  urlOf(node: number): string {
    const { host, port } = this.nodes[node]!;
    return `esdb://${host}:${String(port)}?tls=false`;
  }

  get leader(): number | undefined {
    return this.leading?.index;
  }

  /** All open subscriptions, those of every node. */
  get subscriptions(): Subscription[] {
    return this.nodes.flatMap(({ subscriptions }) => [...subscriptions]);
  }

  /** Another writer than the clients, straight into the log; it sees no revisions. */
  write(stream: string, ...events: readonly PlainEvent[]): Written {
    return this.log.append(stream, 'any', events.map(proposed));
  }

  /** What stands in the log for good, in its order; system events only when asked for. */
  stored({ system = false } = {}): StoredPlainly[] {
    const shown = this.log.events.filter(({ stream, type }) => system || !(stream.startsWith('$') || type.startsWith('$')));
    return shown.map(({ stream, revision, id, type, data, metadata, position }) => ({
      ...{ stream, revision, id, type, position },
      ...{ data: parsed(data), metadata: parsed(metadata) },
    }));
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }

  /** Nobody listens: new connections are refused, old ones are destroyed. */
  async down(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.die()));
  }

  /** The same ports again, the same log; what was only in memory is gone. */
  async up(): Promise<void> {
    for (const node of this.nodes) await node.door.open();
    if (!this.leading) this.crown(this.electable());
  }

  async restart(): Promise<void> {
    await this.down();
    await this.up();
  }

  /** Every connection is destroyed; new ones are welcome. */
  cutConnections(): void {
    for (const node of this.nodes) node.door.cutAll();
  }

  /** One process of the cluster dies. If it led, another leads after the election; without a majority none does. */
  async kill(node: number): Promise<void> {
    const dying = this.nodes[node]!;
    const dead = dying.die();
    await this.lost(dying);
    await dead;
  }

  async revive(node: number): Promise<void> {
    await this.nodes[node]!.door.open();
    if (!this.leading) await this.elect();
  }

  /** A node stands still as a stopped process does: connections are kept and accepted, and not a byte passes. */
  async pause(node = 0): Promise<void> {
    this.nodes[node]!.door.hold();
    if (this.nodes.length > 1) await this.lost(this.nodes[node]!);
  }

  /** What was held up passes now, requests as well as answers. */
  resume(node = 0): void {
    this.nodes[node]!.door.release();
    if (!this.leading) this.crown(this.electable());
  }

  /** What is written no longer reaches a follower: whoever reads there reads the past. */
  holdReplication(node: number): void {
    this.nodes[node]!.view.hold();
  }

  resumeReplication(node: number): void {
    this.nodes[node]!.view.release();
  }

  /** The members disagree: nobody leads until `lead`. */
  loseLeader(): void {
    this.leading = undefined;
  }

  /** The leader resigns in favour of another node; connections stay. */
  async lead(node: number): Promise<void> {
    this.leading = undefined;
    await wait(this.electionMs);
    this.crown(this.nodes[node]);
  }

  private async lost(node: ServerNode): Promise<void> {
    if (this.leading === node || !this.electable()) this.leading = undefined;
    if (!this.leading) await this.elect();
  }

  private async elect(): Promise<void> {
    await wait(this.electionMs);
    this.crown(this.electable());
  }

  /** The first node that is heard of, if a majority is. */
  private electable(): ServerNode | undefined {
    const alive = this.nodes.filter(({ isAlive }) => isAlive);
    return alive.length * 2 > this.nodes.length ? alive[0] : undefined;
  }

  /** A leader has everything that was confirmed. */
  private crown(node: ServerNode | undefined): void {
    node?.view.release();
    this.leading = node;
  }
}
