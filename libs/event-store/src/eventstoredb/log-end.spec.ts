import type { LogEvent, LogRead } from './log-client.js';
import { LogEnd } from './log-end.js';

const event = (place: number, ours: boolean): LogEvent => ({
  stream: ours ? 'loan-1' : '$stats-0',
  revision: 0n,
  place: BigInt(place),
  id: '',
  type: ours ? 'LoanApplied' : '$statsCollected',
  data: {},
  metadata: {},
  createdMs: 0,
});

/** A log read backwards; `reads` counts what it was asked. Whether `from` itself comes differs between servers. */
function logOf(events: LogEvent[], inclusive: boolean) {
  const reads: number[] = [];
  const read = async ({ from, most }: { from: bigint | undefined; most: number }): Promise<LogRead> => {
    const before = events.filter(({ place }) => from === undefined || place < from || (inclusive && place === from));
    const page = before.slice(-most).reverse();
    reads.push(page.length);
    return { events: page, more: page.length === most };
  };
  return { end: new LogEnd(read), reads };
}

describe.each([true, false])('the end of the log, read backwards (inclusive: %s)', (inclusive) => {
  test('an empty log ends before its first event, and one of the server alone has none of ours', async () => {
    expect(await logOf([], inclusive).end.find()).toEqual({ log: 0n, ours: 0n });
    const foreign = Array.from({ length: 20 }, (_, index) => event(index + 1, false));
    expect(await logOf(foreign, inclusive).end.find()).toEqual({ log: 20n, ours: 0n });
  });

  test('events of others behind ours are looked through once', async () => {
    const events = [event(1, true), ...Array.from({ length: 3_000 }, (_, index) => event(index + 2, false))];
    const { end, reads } = logOf(events, inclusive);
    expect(await end.find()).toEqual({ log: 3_001n, ours: 1n });
    const first = reads.length;
    expect(first).toBeGreaterThan(5);
    events.push(event(3_002, false));
    expect(await end.find()).toEqual({ log: 3_002n, ours: 1n });
    expect(reads.length - first).toBe(1);
    events.push(event(3_003, true), event(3_004, false));
    expect(await end.find()).toEqual({ log: 3_004n, ours: 3_003n });
  });

  test('a log that was replaced by an older copy is looked through anew', async () => {
    const events = [event(1, true), event(2, true), event(3, false)];
    const { end } = logOf(events, inclusive);
    await end.find();
    events.splice(1);
    expect(await end.find()).toEqual({ log: 1n, ours: 1n });
  });
});
