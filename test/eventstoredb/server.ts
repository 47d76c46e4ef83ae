import { setTimeout as wait } from 'node:timers/promises';
import { Faults } from './faults.js';
import { EventLog, type LogOptions } from './log.js';
import { Calls, ServerNode, type Settings } from './node.js';
import type { Subscription } from './subscription.js';

export interface ServerOptions extends LogOptions, Partial<Settings> {
  /** How many nodes stand over the one log; the first leads. */
  readonly nodes?: number;
  /** How long a cluster is without a leader after it lost one. */
  readonly electionMs?: number;
}

/** What the user's server would have unless told otherwise. */
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
    this.leading ??= this.nodes[0];
  }

  async restart(): Promise<void> {
    await this.down();
    await this.up();
  }

  /** Every connection is destroyed; new ones are welcome. */
  cutConnections(): void {
    for (const node of this.nodes) node.door.cutAll();
  }

  /** One process of the cluster dies. If it led, another leads after the election, as long as a majority is up. */
  async kill(node: number): Promise<void> {
    const dying = this.nodes[node]!;
    if (this.leading === dying) this.leading = undefined;
    await dying.die();
    if (!this.leading) await this.elect();
  }

  async revive(node: number): Promise<void> {
    await this.nodes[node]!.door.open();
    if (!this.leading) await this.elect();
  }

  /** A node stands still as a stopped process does: connections are kept and accepted, and not a byte passes. */
  async pause(node = 0): Promise<void> {
    this.nodes[node]!.door.hold();
    if (this.nodes.length === 1 || this.leading !== this.nodes[node]) return;
    this.leading = undefined;
    await this.elect(node);
  }

  /** What was held up passes now, requests as well as answers. */
  resume(node = 0): void {
    this.nodes[node]!.door.release();
  }

  /** The leader resigns in favour of another node; connections stay. */
  async lead(node: number): Promise<void> {
    this.leading = undefined;
    await wait(this.electionMs);
    this.leading = this.nodes[node];
  }

  private async elect(except?: number): Promise<void> {
    await wait(this.electionMs);
    const electable = this.nodes.filter(({ isUp, index }) => isUp && index !== except);
    if (electable.length * 2 > this.nodes.length || this.nodes.length === 1) this.leading = electable[0];
  }
}
