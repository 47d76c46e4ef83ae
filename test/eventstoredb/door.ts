import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  readonly outer: Socket;
  readonly inner: Socket;
}

/**
 * The way into one node. Clients connect to the door, the door to the node's own port, so that connections can be
 * destroyed, held up or refused without the node noticing. The outer port stays the same over closing and opening.
 */
export class Door {
  private readonly pairs = new Set<Pair>();
  private readonly waiting = new Set<Socket>();
  private server: Server | undefined;
  private held = false;
  private outerPort = 0;

  constructor(private readonly innerPort: number) {}

  get port(): number {
    return this.outerPort;
  }

  get isOpen(): boolean {
    return this.server !== undefined;
  }

  get isHeld(): boolean {
    return this.held;
  }

  async open(): Promise<void> {
    if (this.server) return;
    const server = createServer((socket) => this.enter(socket));
    this.server = server;
    server.listen(this.outerPort, '127.0.0.1');
    await once(server, 'listening');
    this.outerPort = (server.address() as AddressInfo).port;
  }

  /** Nobody listens any more and every connection is destroyed. */
  async close(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    server.close();
    this.cutAll();
    await once(server, 'close');
  }

  cutAll(): void {
    for (const { outer, inner } of this.pairs) for (const socket of [outer, inner]) socket.destroy();
    for (const socket of this.waiting) socket.destroy();
  }

  /** Destroys the connection a call came in by; `peer` is what the node takes for the caller's address. */
  cut(peer: string): void {
    const pair = this.pairOf(peer);
    pair?.outer.destroy();
    pair?.inner.destroy();
  }

  /** Closes it once the client has taken what the node said before. */
  hangUp(peer: string): void {
    const pair = this.pairOf(peer);
    if (!pair) return;
    pair.inner.unpipe(pair.outer).pause();
    pair.outer.end(() => pair.outer.destroy());
  }

  private pairOf(peer: string): Pair | undefined {
    return [...this.pairs].find(({ inner }) => peer.endsWith(`:${String(inner.localPort)}`));
  }

  /** Connections stay and new ones are accepted, but not a byte passes until `release`. */
  hold(): void {
    this.held = true;
    for (const { outer, inner } of this.pairs) {
      outer.unpipe(inner).pause();
      inner.unpipe(outer).pause();
    }
  }

  release(): void {
    this.held = false;
    for (const { outer, inner } of this.pairs) {
      outer.pipe(inner);
      inner.pipe(outer);
    }
    for (const socket of this.waiting) this.join(socket);
    this.waiting.clear();
  }

  private enter(socket: Socket): void {
    socket.on('error', () => undefined);
    if (!this.held) return this.join(socket);
    this.waiting.add(socket);
    socket.once('close', () => this.waiting.delete(socket));
  }

  private join(outer: Socket): void {
    const inner = connect(this.innerPort, '127.0.0.1');
    const pair = { outer, inner };
    this.pairs.add(pair);
    for (const socket of [outer, inner]) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.pairs.delete(pair);
        outer.destroy();
        inner.destroy();
      });
    }
    outer.pipe(inner);
    inner.pipe(outer);
  }
}
