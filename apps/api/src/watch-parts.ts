import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EventStore } from '@soquy/event-store';
import { Degraded, Metrics, Readiness } from '@soquy/platform';
import type { ReadSide } from '@soquy/read-models';
import { Gauge } from 'prom-client';

/**
 * Lets health and metrics speak of the log and the read side as well. A slice that has stopped takes nothing away from the
 * others: its rows are as old as they are, and what reserves by them is refused.
 */
export function watchParts(app: NestFastifyApplication, eventStore: EventStore, readSide: ReadSide): void {
  app.get(Readiness).add('read side', async () => {
    const stopped = (await readSide.status()).filter(({ state }) => state === 'stopped').map(({ slice }) => slice);
    return stopped.length > 0 ? new Degraded(stopped) : undefined;
  });
  const registers = [app.get(Metrics).registry];
  new Gauge({
    name: 'soquy_read_side_lag_seconds',
    help: 'Seconds between the last recorded event and the last projected one, by slice',
    labelNames: ['slice', 'state'],
    registers,
    async collect() {
      this.reset();
      for (const { slice, state, lagSeconds } of await readSide.status()) this.set({ slice, state }, lagSeconds);
    },
  });
  new Gauge({
    name: 'soquy_store_appends',
    help: 'What the writer of the log has done since the start, and how many appends wait now',
    labelNames: ['what'],
    registers,
    collect() {
      for (const [what, count] of Object.entries(eventStore.stats())) this.set({ what }, count);
    },
  });
}
