import { Readable } from 'node:stream';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { EventStore } from '@soquy/event-store';
import { Gauge } from 'prom-client';
import { FeatureRegistry } from '../feature-registry.js';
import { Problem } from '../http/problem.js';
import { Metrics } from '../operations/metrics.js';
import { Settings } from '../settings/settings.js';
import type { LiveClient } from './live-client.js';
import { LiveFeed } from './live-feed.js';
import { placeAsked } from './last-event-id.js';
import type { LivePage } from './recent-facts.js';
import { Tickets } from './tickets.js';

/** What a browser waits before it comes back. */
const RETRY_MS = 2_000;
/** Proxies cut connections that say nothing for long. */
const HEARTBEAT_MS = 15_000;

/** Tells every client of this process what is recorded, in the order of the log and each fact once. */
@Injectable()
export class LiveFacts implements BeforeApplicationShutdown {
  /** Who takes nothing for longer than this, though there is something, is let go and may resume. */
  patienceMs = 20_000;
  /** How often it is asked who is still signed in. */
  checkMs = 2_000;
  private readonly log = new Logger('LiveFacts');
  private readonly clients = new Map<LiveClient, Promise<void>>();
  private feed: LiveFeed | undefined;
  private check: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly store: EventStore,
    private readonly registry: FeatureRegistry,
    private readonly tickets: Tickets,
    private readonly settings: Settings,
    metrics: Metrics,
  ) {
    const count = () => this.clients.size;
    new Gauge({
      name: 'sse_clients',
      help: 'Clients that follow what is recorded at this moment',
      registers: [metrics.registry],
      collect() {
        this.set(count());
      },
    });
  }

  /** Streams end in good order, so that nobody holds up the stop of the process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const client of this.clients.keys()) client.end();
    await Promise.all(this.clients.values());
  }

  /** What goes wrong before the first byte is thrown: too many clients, an id that is no place in this log. */
  async open(client: LiveClient, lastEventId: string | undefined): Promise<Readable> {
    if (this.stopping) throw Problem.unavailable();
    if (this.clients.size >= this.settings.streamClients) throw tooMany();
    let left = () => {};
    this.clients.set(client, new Promise((resolve) => (left = resolve)));
    const leave = () => {
      this.leave(client);
      left();
    };
    try {
      this.feed ??= this.begin();
      const feed = this.feed;
      await feed.ready;
      const { place, first } = await placeAsked(this.store, feed, lastEventId);
      return this.readable(client, this.frames(client, feed, place, first), leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  private begin(): LiveFeed {
    this.check = setInterval(() => void this.endSpent(), this.checkMs).unref();
    return new LiveFeed({
      store: this.store,
      registry: this.registry,
      onChange: () => {
        for (const client of this.clients.keys()) client.wake();
      },
      onFault: (error) => this.log.warn(`goes on in a moment: ${String(error)}`),
    });
  }

  private leave(client: LiveClient): void {
    this.clients.delete(client);
    if (this.clients.size > 0) return;
    clearInterval(this.check);
    this.feed?.stop();
    this.feed = undefined;
  }

  private async endSpent(): Promise<void> {
    try {
      for (const client of await this.tickets.spent([...this.clients.keys()])) client.end();
    } catch (error) {
      this.log.warn(`sessions are looked at again in a moment: ${String(error)}`);
    }
  }

  /** Nothing is made before it is taken; whoever takes nothing for too long is let go. */
  private readable(client: LiveClient, frames: AsyncGenerator<string>, leave: () => void): Readable {
    const waited = { timer: undefined as NodeJS.Timeout | undefined };
    const { patienceMs } = this;
    const watched = async function* () {
      for await (const frame of frames) {
        waited.timer = setTimeout(() => stream.destroy(new Error('the client takes nothing')), patienceMs).unref();
        yield Buffer.from(frame);
        clearTimeout(waited.timer);
      }
    };
    const stream = Readable.from(watched(), { objectMode: false, highWaterMark: 1 });
    stream.once('close', () => {
      clearTimeout(waited.timer);
      client.end();
      leave();
    });
    return stream;
  }

  /** The id is told at once, so that whoever is cut off before the first fact resumes where he began. */
  private async *frames(client: LiveClient, feed: LiveFeed, from: string, first: LivePage): AsyncGenerator<string> {
    yield `retry: ${RETRY_MS}\n${idLine(from)}\n`;
    let [page, told, toldAt] = [first, from, Date.now()];
    while (!client.ended) {
      const seen = page.facts.filter((fact) => client.sees(fact));
      if (seen.length > 0) {
        yield seen.map(({ frame }) => frame).join('');
        [told, toldAt] = [seen.at(-1)!.position, Date.now()];
      }
      if (!page.more) {
        await client.stir(Math.max(0, toldAt + HEARTBEAT_MS - Date.now()));
        if (!client.ended && Date.now() - toldAt >= HEARTBEAT_MS) {
          yield page.upTo > told ? `:\n${idLine(page.upTo)}\n` : ':\n\n';
          [told, toldAt] = [page.upTo, Date.now()];
        }
      }
      if (!client.ended) page = await feed.after(page.upTo);
    }
  }
}

/** Without data it is no event: it only moves on where a client resumes. */
const idLine = (place: string): string => (place ? `id: ${place}\n` : '');

const tooMany = (): Problem =>
  new Problem(
    503,
    'TooManyStreams',
    {
      vi: 'Đang có quá nhiều người theo dõi trực tiếp; hãy thử lại sau.',
      en: 'Too many clients follow the stream at the moment; try again later.',
    },
    { retryAfter: 10 },
  );
