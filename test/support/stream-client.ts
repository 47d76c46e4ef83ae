import { get, type ClientRequest, type IncomingMessage } from 'node:http';

/** One block of the stream, as it came over the wire. */
export interface Block {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
  readonly retry?: string;
  readonly comment?: true;
}

/** A raw client of server-sent events: what it was told, and how the stream ended. */
export class StreamClient {
  readonly blocks: Block[] = [];
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** `complete`: the server ended it in good order. */
  readonly ended: Promise<'complete' | 'broken'>;
  private rest = '';
  private readonly watchers = new Set<() => void>();

  private constructor(
    private readonly request: ClientRequest,
    private readonly answer: IncomingMessage,
  ) {
    this.status = answer.statusCode!;
    this.headers = answer.headers;
    answer.setEncoding('utf8').on('data', (text: string) => this.take(text));
    answer.on('error', () => undefined);
    this.ended = new Promise((resolve) => answer.once('close', () => resolve(answer.complete ? 'complete' : 'broken')));
  }

  static open(url: string, headers: Record<string, string>): Promise<StreamClient> {
    return new Promise((resolve, reject) => {
      const request = get(url, { headers: { accept: 'text/event-stream', ...headers }, agent: false });
      request.once('response', (answer) => resolve(new StreamClient(request, answer)));
      request.on('error', reject);
    });
  }

  /** What was told of facts, in the order it came. */
  get facts(): { position: string; category: string; objectId: string; type: string }[] {
    return this.blocks.flatMap(({ event, data }) => (event === 'recorded' ? [JSON.parse(data!)] : []));
  }

  /** As a browser keeps it: blocks without data move it on too. */
  get lastEventId(): string | undefined {
    return this.blocks.findLast(({ id }) => id !== undefined)?.id;
  }

  get body(): string {
    return this.rest;
  }

  async until(holds: () => boolean, milliseconds = 15_000): Promise<void> {
    const deadline = Date.now() + milliseconds;
    while (!holds()) {
      if (Date.now() > deadline) throw new Error(`still ${this.blocks.length} blocks: ${JSON.stringify(this.blocks.at(-1))}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, 200);
        const { watchers } = this;
        function done() {
          clearTimeout(timer);
          watchers.delete(done);
          resolve();
        }
        watchers.add(done);
      });
    }
  }

  /** Takes nothing more, though the connection stays. */
  stall(): void {
    this.answer.pause();
  }

  close(): void {
    this.request.destroy();
  }

  private take(text: string): void {
    this.rest += text;
    const parts = this.rest.split('\n\n');
    this.rest = parts.pop()!;
    for (const part of parts) this.blocks.push(blockOf(part));
    for (const watcher of [...this.watchers]) watcher();
  }
}

function blockOf(text: string): Block {
  const fields = text.split('\n').map((line) => {
    const colon = line.indexOf(':');
    return colon === 0 ? ['comment', true] : [line.slice(0, colon), line.slice(colon + 1).trimStart()];
  });
  return Object.fromEntries(fields) as Block;
}
