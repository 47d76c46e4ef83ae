import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to a server that can be cut, frozen, closed and opened again; it counts what comes back. */
export class TcpWay {
  received = 0;
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private server: Server | undefined;
  private ownPort = 0;

  constructor(private readonly target: { readonly host: string; readonly port: number }) {}

  get port(): number {
    return this.ownPort;
  }

  get connections(): number {
    return this.pairs.size;
  }

  async up(): Promise<void> {
    if (this.server) return;
    this.server = createServer((near) => this.join(near));
    this.server.listen(this.ownPort, '127.0.0.1');
    await once(this.server, 'listening');
    this.ownPort = (this.server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    server.close();
    this.cut();
    await once(server, 'close');
  }

  cut(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }

  /** Nothing passes any more, and both ends keep their socket. */
  freeze(): void {
    for (const [near, far] of this.pairs) {
      for (const socket of [near, far]) socket.removeAllListeners('data').removeAllListeners('end').pause();
    }
  }

  private join(near: Socket): void {
    const far = connect(this.target);
    const pair = [near, far] as const;
    this.pairs.add(pair);
    pass(near, far, () => {});
    pass(far, near, (bytes) => (this.received += bytes));
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.pairs.delete(pair);
        for (const other of pair) other.destroy();
      });
    }
  }
}

/** Like a pipe: a full receiver holds the sender back. */
function pass(from: Socket, to: Socket, count: (bytes: number) => void): void {
  from.on('data', (chunk: Buffer) => {
    count(chunk.length);
    if (!to.write(chunk)) from.pause();
  });
  from.on('end', () => to.end());
  to.on('drain', () => from.resume());
}
