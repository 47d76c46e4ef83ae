import { randomUUID } from 'node:crypto';
import { checkAppend } from '../checked-append.js';
import type { EventMetadata, Expected } from '../event-store.js';
import { StoreFault } from '../store-fault.js';
import { Doubts, PendingAppend } from './appends.js';
import type { LogClient, LogEvent } from './log-client.js';

const STREAM = 'numbering-LTH.2026';
const request = (expected: Expected, ids: readonly string[]) =>
  checkAppend(
    STREAM,
    expected,
    ids.map((id) => ({ id, type: 'NumberTaken', data: {}, metadata: {} as EventMetadata })),
  );
const newIds = (count: number): string[] => Array.from({ length: count }, () => randomUUID());

/** One stream of a server that compares ids behind exact revisions only: one that has just been started again. */
class ForgetfulServer {
  readonly ids: string[] = [];
  /** Appends sent with their expected revision. */
  readonly sent: Expected[] = [];
  /** What happens to the next append: its answer is lost, or it is lost itself and may arrive later. */
  next: ('answer-lost' | 'late')[] = [];
  private readonly late: (() => void)[] = [];

  readonly client = {
    append: async ({ expected, events }: Parameters<LogClient['append']>[0]) => {
      this.sent.push(expected);
      const fate = this.next.shift();
      const ids = events.map(({ id }) => id);
      if (fate === 'late') this.late.push(() => this.write(expected, ids));
      const answer = fate === 'late' ? undefined : this.write(expected, ids);
      if (fate) throw new StoreFault('unavailable', 'No answer');
      return answer!;
    },
    readStream: async (_: string, { from, most, backwards }: Parameters<LogClient['readStream']>[1]) => {
      const events = this.ids.map((id, index) => ({ id, revision: BigInt(index), place: BigInt(index + 1) }) as LogEvent);
      const wanted = backwards
        ? events.filter(({ revision }) => revision <= (from ?? revision)).reverse()
        : events.filter(({ revision }) => revision >= from!);
      return { events: wanted.slice(0, most), more: wanted.length >= most };
    },
  } as unknown as LogClient;

  arriveLate(): void {
    for (const write of this.late.splice(0)) {
      try {
        write();
      } catch {
        // Nobody waits for its answer.
      }
    }
  }

  private write(expected: Expected, ids: readonly string[]) {
    const head = this.ids.length - 1;
    const behind = expected === 'no-stream' ? -1 : typeof expected === 'bigint' ? Number(expected) : head;
    const last = behind + ids.length;
    if (behind < head && ids.every((id, index) => this.ids[behind + 1 + index] === id))
      return { revision: BigInt(last), place: undefined };
    if (behind !== head || (expected === 'stream-exists' && head < 0))
      throw StoreFault.conflict(STREAM, expected, head < 0 ? undefined : BigInt(head));
    this.ids.push(...ids);
    return { revision: BigInt(last), place: BigInt(last + 1) };
  }
}

function world() {
  const server = new ForgetfulServer();
  const doubts = new Doubts();
  let recovered = 0;
  const pending = (expected: Expected, ids: readonly string[]) =>
    new PendingAppend(
      request(expected, ids),
      (work) => work(server.client),
      doubts,
      () => recovered++,
    );
  return { server, pending, recovered: () => recovered };
}

const attempts = async (pending: PendingAppend, between = () => {}) => {
  await expect(pending.attempt()).rejects.toMatchObject({ kind: 'unavailable' });
  between();
  return await pending.attempt();
};

describe.each<Expected>(['any', 'stream-exists', 0n])('an append with %s whose answer was lost', (expected) => {
  test('is found and not written again', async () => {
    const { server, pending, recovered } = world();
    const ids = newIds(3);
    server.ids.push(...newIds(1));
    server.next = ['answer-lost'];
    expect(await attempts(pending(expected, ids), () => server.ids.push(...newIds(400)))).toEqual({ revision: 3n, place: 4n });
    expect(server.ids.filter((id) => ids.includes(id))).toEqual(ids);
    expect([server.sent.length, recovered()]).toEqual([1, 1]);
  });

  test('is found too when its caller gives up and comes again', async () => {
    const { server, pending } = world();
    const ids = newIds(2);
    server.ids.push(...newIds(1));
    server.next = ['answer-lost'];
    await expect(pending(expected, ids).attempt()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await pending(expected, ids).attempt()).toEqual({ revision: 2n, place: 3n });
    expect(server.ids).toHaveLength(3);
  });

  test('that never arrived is written once, also if it arrives behind its repeat', async () => {
    const { server, pending } = world();
    const ids = newIds(2);
    server.ids.push(...newIds(1));
    server.next = ['late'];
    expect(await attempts(pending(expected, ids))).toMatchObject({ revision: 2n });
    if (typeof expected === 'bigint') server.arriveLate();
    expect(server.ids).toHaveLength(3);
  });

  test('that arrives between the search and the repeat is written once', async () => {
    const { server, pending } = world();
    const ids = newIds(2);
    server.ids.push(...newIds(1));
    server.next = ['late', 'late'];
    const append = pending(expected, ids);
    await expect(append.attempt()).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(append.attempt()).rejects.toMatchObject({ kind: 'unavailable' });
    server.arriveLate();
    expect(await append.attempt()).toMatchObject({ revision: 2n });
    expect(server.ids).toHaveLength(3);
  });
});

describe('an append', () => {
  test('repeated with any names the revision up to which it was not found, and goes on behind others', async () => {
    const { server, pending } = world();
    const ids = newIds(1);
    server.ids.push(...newIds(2));
    server.next = ['late', 'late'];
    const append = pending('any', ids);
    await expect(append.attempt()).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(append.attempt()).rejects.toMatchObject({ kind: 'unavailable' });
    server.ids.push(...newIds(300));
    expect(await append.attempt()).toMatchObject({ revision: 302n });
    expect(server.sent).toEqual(['any', 1n, 301n]);
  });

  test('of a new stream is repeated as one', async () => {
    const { server, pending } = world();
    server.next = ['late'];
    expect(await attempts(pending('any', newIds(1)))).toMatchObject({ revision: 0n });
    expect(server.sent).toEqual(['any', 'no-stream']);
  });

  test('that is half old is a conflict when its answer was lost as well', async () => {
    const { server, pending } = world();
    const old = newIds(2);
    server.ids.push(...old, ...newIds(1));
    server.next = ['late'];
    await expect(attempts(pending('any', [old[1]!, ...newIds(1)]))).rejects.toMatchObject({ kind: 'conflict', actual: 2n });
    expect(server.ids).toHaveLength(3);
  });

  test('is a conflict at once where nothing is in doubt, with the actual revision', async () => {
    const { server, pending } = world();
    server.ids.push(...newIds(4));
    await expect(pending(1n, newIds(1)).attempt()).rejects.toMatchObject({ kind: 'conflict', actual: 3n });
    await expect(pending('no-stream', newIds(1)).attempt()).rejects.toMatchObject({ kind: 'conflict', actual: 3n });
  });

  test('whose answer names no position is looked up', async () => {
    const { server, pending } = world();
    const ids = newIds(2);
    expect(await pending('no-stream', ids).attempt()).toEqual({ revision: 1n, place: 2n });
    server.ids.push(...newIds(1));
    expect(await pending('no-stream', ids).attempt()).toEqual({ revision: 1n, place: 2n });
  });
});
