import { StoreFault, type EventStore, type NewEvent } from '@soquy/event-store';
import { event, events, replay } from '../contract/samples.js';
import { fill, outcome } from '../support/backup-target.js';
import { around, contents, copy, logsOfEachTest } from '../support/log-copying.js';
import type { AnyStore } from '../support/log-place.js';

const log = logsOfEachTest();

const lost = () => new StoreFault('unavailable', 'no answer');

describe.each<[AnyStore, AnyStore]>([
  ['postgres', 'eventstoredb'],
  ['eventstoredb', 'postgres'],
  ['memory', 'memory'],
])('a log copied from %s to %s', (source, target) => {
  let from: EventStore;
  let to: EventStore;
  beforeEach(async () => {
    [from, to] = [(await log(source)).store, (await log(target)).store];
    await fill(from);
  });

  it('keeps ids, types, data, metadata, revisions and the order of all', async () => {
    const copied = await copy(from, to);
    expect(copied).toMatchObject({ there: 0, copied: 19, since: 0, source: { events: 19 } });
    expect(copied.target).toEqual(copied.source);
    expect(await contents(to)).toEqual(await contents(from));
    const positions = (await replay(to)).map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort());
  });

  it('is copied once: again there is nothing to copy, and the sums are the same', async () => {
    const first = await copy(from, to);
    const before = await replay(to);
    expect(await copy(from, to)).toEqual({ ...first, there: 19, copied: 0 });
    expect(await replay(to)).toEqual(before);
    expect((await copy(to, (await log('memory')).store)).source).toEqual(first.source);
  });

  it('goes on after what came meanwhile', async () => {
    await copy(from, to);
    await from.append('loan-1', 5n, events(2));
    await from.append('loan-9', 'no-stream', [event()]);
    expect(await copy(from, to)).toMatchObject({ there: 19, copied: 3, since: 0 });
    expect(await contents(to)).toEqual(await contents(from));
  });

  it.each([0, 1, 5])('goes on after an end at append %i, written or not', async (most) => {
    for (const written of [false, true]) {
      const place = await log(target);
      const dying = around(place.store, async (append, _, __, nth) => {
        if (nth === most && written) await append();
        if (nth >= most) throw new Error('killed');
        return append();
      });
      expect(await outcome(copy(from, dying))).toBe('Error: killed');
      const there = (await contents(place.store)).length;
      expect(await contents(place.store)).toEqual((await contents(from)).slice(0, there));
      expect(await copy(from, place.store)).toMatchObject({ there, copied: 19 - there });
      expect(await contents(place.store)).toEqual(await contents(from));
    }
  });

  it('outlives answers that are lost, before the append was written or after', async () => {
    let losses = 0;
    const losing = around(to, async (append, _, __, nth) => {
      if (nth % 3 === 0 || losses > 10) return append();
      losses++;
      if (nth % 3 === 1) await append();
      throw lost();
    });
    await copy(from, losing);
    expect(losses).toBeGreaterThan(2);
    expect(await contents(to)).toEqual(await contents(from));
  });

  it('gives up when the target stays away, and then goes on', async () => {
    const away = around(to, async (append, _, __, nth) => {
      if (nth < 2) return append();
      throw lost();
    });
    expect(await outcome(copy(from, away, { patienceMs: 0 }))).toMatch('StoreFault: no answer');
    await copy(from, to);
    expect(await contents(to)).toEqual(await contents(from));
  });

  it('ends when it is asked to, between two appends, and then goes on', async () => {
    const stopping = new AbortController();
    const asked = around(to, async (append, _, __, nth) => {
      if (nth === 1) stopping.abort();
      return append();
    });
    expect(await outcome(copy(from, asked, { signal: stopping.signal }))).toMatch('AbortError');
    const there = (await contents(to)).length;
    expect([there > 0, there < 19]).toEqual([true, true]);
    expect(await copy(from, to)).toMatchObject({ there, copied: 19 - there });
  });
});

describe.each<AnyStore>(['postgres', 'eventstoredb'])('a target in %s that holds something else', (target) => {
  let from: EventStore;
  let to: EventStore;
  beforeEach(async () => {
    [from, to] = [(await log('memory')).store, (await log(target)).store];
  });

  /** Three events of two streams in the source; the target holds what `hold` writes of them. */
  async function refused(hold: (three: readonly [NewEvent, NewEvent, NewEvent]) => Promise<unknown>): Promise<string> {
    const three = [event({ amountVnd: 1 }), event({ amountVnd: 2 }), event({ amountVnd: 3 })] as const;
    await from.append('loan-1', 'no-stream', [three[0]]);
    await from.append('loan-2', 'no-stream', [three[1]]);
    await from.append('loan-1', 0n, [three[2]]);
    await hold(three);
    const before = await replay(to);
    const told = await outcome(copy(from, to));
    expect(await replay(to)).toEqual(before);
    return told;
  }

  it.each<[string, (to: EventStore, three: readonly [NewEvent, NewEvent, NewEvent]) => Promise<unknown>, RegExp]>([
    ['another event', (to) => to.append('loan-1', 'no-stream', [event()]), /first at event 1 [^]*<> id, data$/],
    [
      'other data under the same id',
      (to, [first]) => to.append('loan-1', 'no-stream', [{ ...first, data: { amountVnd: 7 } }]),
      /first at event 1 [^]*<> data$/,
    ],
    [
      'other metadata',
      (to, [first]) => to.append('loan-1', 'no-stream', [{ ...first, metadata: { ...first.metadata, reason: 'khác' } }]),
      /first at event 1 [^]*<> metadata$/,
    ],
    [
      'the same in another order',
      async (to, [first, second, third]) => {
        await to.append('loan-1', 'no-stream', [first, third]);
        await to.append('loan-2', 'no-stream', [second]);
      },
      /first at event 2 [^]*2: loan-2 @0 [^]*2: loan-1 @1 /,
    ],
    [
      'more than the source',
      async (to) => {
        await copy(from, to);
        await to.append('loan-1', 1n, [event()]);
      },
      /first at event 4 [^]*4: –\n4: loan-1 @2 /,
    ],
  ])('%s: refused with the first difference, and nothing is written', async (_, hold, told) => {
    expect(await refused((three) => hold(to, three))).toMatch(told);
  });

  it.each(['loan-1', 'loan-2', 'elsewhere-1'])('is told when another program writes to %s meanwhile', async (taken) => {
    await fill(from);
    let done = false;
    const disturbed = around(to, async (append, stream) => {
      if (!done && stream === 'loan-2') {
        done = true;
        await to.append(taken, 'any', [event()]);
      }
      return append();
    });
    expect(await outcome(copy(from, disturbed))).toMatch(/CopyFault: [^]*(Another program recorded|does not equal the source)/);
  });
});

it('a source that is written meanwhile is copied as it stood, and what came is counted', async () => {
  const [from, to] = [(await log('postgres')).store, (await log('eventstoredb')).store];
  await fill(from);
  const busy = around(to, async (append, _, __, nth) => {
    await from.append(`late-${nth}`, 'no-stream', events(2));
    return append();
  });
  const { copied, since } = await copy(from, busy);
  expect([copied, since]).toEqual([19, 2 * 10]);
  expect(await copy(from, to)).toMatchObject({ there: 19, copied: 20, since: 0 });
  expect(await contents(to)).toEqual(await contents(from));
});
