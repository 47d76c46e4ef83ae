import { openEventStore, type EventStore } from '@soquy/event-store';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { event, replay } from '../contract/samples.js';
import { logPlace, withoutPositions, type LogPlace } from '../support/log-place.js';

const MAIN = join(process.cwd(), 'dist/apps/cli/src/main.js');
const EVENTS = 3_000;
/** A copy that has written so many is killed. */
const KILLED_AFTER = 600;

const places: LogPlace[] = [];
const stores: EventStore[] = [];

afterAll(async () => {
  for (const store of stores) await store.close();
  for (const { stop } of places) await stop();
});

async function opened(kind: Parameters<typeof logPlace>[0]): Promise<{ place: LogPlace; store: EventStore }> {
  const place = await logPlace(kind);
  places.push(place);
  const store = await openEventStore(place.address);
  stores.push(store);
  return { place, store };
}

/** Streams in turns, and streams with many events one after the other. */
async function record(store: EventStore): Promise<void> {
  const half = EVENTS / 2;
  for (let from = 0; from < half; from += 250)
    await Promise.all(Array.from({ length: 250 }, (_, nth) => store.append(`loan-${from + nth}`, 'no-stream', [event()])));
  for (let nth = 0; nth < half; nth += 30)
    await store.append(
      'grant-1',
      nth ? BigInt(nth) - 1n : 'no-stream',
      Array.from({ length: 30 }, () => event()),
    );
}

/** The built command line as a process of its own, killed once the target holds so many events; its exit code, null if killed. */
async function copied(from: LogPlace, to: LogPlace, held: () => Promise<number>, most: number): Promise<number | null> {
  const args = [MAIN, 'log', 'copy', '--from', from.address.connectionString, '--to', to.address.connectionString];
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: { PATH: process.env.PATH } });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  for (; child.exitCode === null && child.signalCode === null; await delay(1)) if ((await held()) >= most) child.kill('SIGKILL');
  return await ended;
}

it.each(['postgres', 'eventstoredb'] as const)(
  'a copy into %s that is killed again and again comes to its end',
  async (kind) => {
    if (!existsSync(MAIN)) throw new Error('Run "npm run build" first: a process of its own is started from what was built.');
    const from = await opened('postgres');
    await record(from.store);
    const whole = withoutPositions(await replay(from.store));
    // A copy that comes to its end before it can be killed says nothing: another target has its turn.
    for (let kills = 0; kills < 2;) {
      const to = await opened(kind);
      const held = async () => to.place.server?.log.events.length ?? (await count(to.store));
      for (let code: number | null = null; code !== 0;) {
        // Looked at once: what was on its way when the copy was killed may still arrive.
        const there = withoutPositions(await replay(to.store));
        expect(there).toEqual(whole.slice(0, there.length));
        code = await copied(from.place, to.place, held, (await held()) + KILLED_AFTER);
        expect(code ?? 0).toBe(0);
        kills += Number(code === null);
      }
      expect(withoutPositions(await replay(to.store))).toEqual(whole);
    }
  },
  600_000,
);

/** PostgreSQL numbers its events. */
const count = async (store: EventStore): Promise<number> => Number((await store.head())?.slice(2) ?? 0);
