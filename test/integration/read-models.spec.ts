import { PostgresEventStore } from '@soquy/event-store';
import { grantEvent, grantLife, grantSlice, uuid } from '../support/grant-slice.js';
import { logOf, ReadSideBench, rowsOf, sumOf } from '../support/read-side.js';

describe('the read side', () => {
  let bench: ReadSideBench;
  beforeEach(async () => (bench = await ReadSideBench.open()));
  afterEach(() => bench.close());

  it('keeps level with a log that goes on, and lets a reader wait for its own write', async () => {
    const side = await bench.start(await bench.side());
    for (let round = 0; round < 5; round += 1) {
      const position = await bench.record(20, { first: round * 20 });
      expect(await sumOf(side, 'grant.paid', position)).toBe((round + 1) * 20_000_000);
    }
    const [status] = await side.status();
    expect(status).toMatchObject({ slice: 'grants', state: 'running', lagSeconds: 0, position: await bench.store.head() });
    expect(await side.verify()).toEqual([expect.objectContaining({ objects: 100, differing: 0, differences: [] })]);
  });

  it('says so when the rows do not get there in time', async () => {
    const side = await bench.side(undefined, undefined, { waitMs: 50 });
    const position = await bench.record(1);
    expect(await side.models.waitFor(position)).toBe(false);
    const meta = await side.models.read(async (session) => session.meta, { minPosition: position });
    expect(meta.stale).toBe(true);
    expect(meta.lagSeconds).toBeGreaterThan(0);
  });

  it('writes one fact row an event and closes rows that are known otherwise', async () => {
    const side = await bench.start(await bench.side());
    const position = await bench.record(1);
    await side.models.waitFor(position);
    const facts = await rowsOf(side, 'facts');
    expect(facts).toHaveLength(4);
    expect(facts[0]).toMatchObject({
      stream: 'grant-0',
      category: 'grant',
      object_id: '0',
      revision: 0,
      type: 'GrantRequested',
      version: 2,
      effective_on: '2026-01-10',
      person_id: 'p-1',
      role: 'officer',
      data: { title: 'Máy 0', kind: 'machinery', requestedOn: '2026-01-10' },
    });
    const spans = (await rowsOf(side, 'objects')).map((row) => {
      const { effective_from: from, effective_to: to, known_to: knownTo, title, code } = row as Record<string, string>;
      return [from, to, title, code, knownTo === null ? 'now' : 'then'].join(' ');
    });
    expect(spans.filter((span) => span.endsWith('now'))).toEqual([
      '2026-01-10 2026-01-11 Máy 0 MM-0 now',
      '2026-01-11 2026-01-12 Máy 0 MM-0 now',
      '2026-01-12 2026-01-13 Máy 0 MM-0 now',
      '2026-01-13 infinity Máy số 0 MM-0 now',
    ]);
    expect(spans.filter((span) => span.endsWith('then'))).toHaveLength(3);
  });

  it('negates what an approved correction takes back, with the day of the mistake and the place of the approval', async () => {
    const side = await bench.start(await bench.side());
    await bench.record(1);
    const about = { correctionId: uuid(900), eventId: uuid(2), eventType: 'GrantPaid' };
    const requested = grantEvent(901, {
      type: 'CorrectionRequested',
      data: { ...about, requestedBy: 'p-1', requestedOn: '2026-01-12' },
    });
    const { position: before } = await bench.store.append('grant-0', 3n, [requested]);
    expect(await sumOf(side, 'grant.paid', before)).toBe(1_000_000);
    const over = { reverses: uuid(2), postingPeriod: '2026-06' };
    const approved = grantEvent(902, { type: 'CorrectionApproved', data: { ...about, approvedOn: '2026-01-12' } }, over);
    const { position } = await bench.store.append('grant-0', 4n, [approved]);
    expect(await sumOf(side, 'grant.paid', position)).toBe(0);
    const negations = (await rowsOf(side, 'entries')).filter((row) => (row as { negates: string | null }).negates);
    expect(negations).toEqual([
      expect.objectContaining({
        event_id: uuid(902),
        negates: uuid(2),
        metric: 'grant.paid',
        value: -1_000_000,
        weight: -1,
        unknown: 0,
        effective_on: '2026-01-12',
        posting_period: '2026-06',
        position,
      }),
    ]);
    const facts = (await rowsOf(side, 'facts')).slice(-2);
    expect(facts).toEqual([
      expect.objectContaining({ type: 'CorrectionRequested', correction_id: uuid(900), reverses: null }),
      expect.objectContaining({ type: 'CorrectionApproved', correction_id: uuid(900), reverses: uuid(2) }),
    ]);
    const [now] = await side.models.read(({ manager }) =>
      manager.query('select revision, status from rm.objects where known_to is null order by effective_from desc limit 1'),
    );
    expect(now).toEqual({ revision: 5, status: 'approved' });
    expect(await side.verify()).toEqual([expect.objectContaining({ differing: 0 })]);
  });

  it('passes over streams of unknown categories, but moves along with them', async () => {
    const side = await bench.start(await bench.side());
    const { position } = await bench.store.append('numbering-LH.2026', 'any', [grantEvent(1, { type: 'NumberTaken', data: {} })]);
    expect(await side.models.waitFor(position)).toBe(true);
    expect(await rowsOf(side, 'facts')).toEqual([]);
  });

  it('knows what was known at an instant, also where clocks ran backwards', async () => {
    const side = await bench.start(await bench.side());
    const recorded = ['10:00', '10:05', '10:02', '10:05', '10:09'];
    const positions: string[] = [];
    for (const [index, time] of recorded.entries()) {
      const [event] = grantLife(index * 10, () => '2026-01-10');
      const metadata = { ...event!.metadata, recordedAt: `2026-02-01T${time}:00Z` };
      positions.push((await bench.store.append(`grant-${index}`, 'no-stream', [{ ...event!, metadata }])).position);
    }
    await side.models.waitFor(positions[4]!);
    const known = (asked?: string) => side.models.read(({ knownAt }) => knownAt(asked));
    expect(await known('2026-02-01T09:59:00Z')).toBeUndefined();
    expect(await known('2026-02-01T17:00:00+07:00')).toBe(positions[0]);
    expect(await known('2026-02-01T10:03:00Z')).toBe(positions[0]);
    expect(await known('2026-02-01T10:05:00Z')).toBe(positions[3]);
    expect(await known('2026-02-01T10:08:59.999Z')).toBe(positions[3]);
    expect(await known('2030-01-01T00:00:00Z')).toBe(positions[4]);
    expect(await known(positions[1])).toBe(positions[1]);
    expect(await known()).toBe(positions[4]);
    expect(await known('m-9999')).toBe(positions[4]);
  });

  it('lets a process without a runner wait for what another one writes', async () => {
    await bench.start(await bench.side());
    const reader = await bench.side();
    const position = await bench.record(3);
    expect(await sumOf(reader, 'grant.paid', position)).toBe(3_000_000);
    expect(await reader.models.waitFor(`${position}1`, 40)).toBe(false);
  });

  it('keeps any text as it was given, written in small pages and in large ones', async () => {
    const title = `tab\t, line\n, return\r, \\N, \\\\, "quoted", 'single', {curly}, ${'Đào tạo'.normalize('NFD')}, 🌾, \u0001`;
    const side = await bench.start(await bench.side());
    const event = grantEvent(1, { type: 'GrantRequested', data: { title, kind: title, requestedOn: '2026-01-01' } });
    const { position } = await bench.store.append('grant-1', 'no-stream', [event]);
    expect(await side.models.waitFor(position)).toBe(true);
    const told = async () => {
      const [object] = await rowsOf(side, 'objects');
      const [fact] = await rowsOf(side, 'facts');
      return [object, fact];
    };
    const expected = [
      expect.objectContaining({ title, activity_kind: title, row: expect.objectContaining({ title }) }),
      expect.objectContaining({ data: { title, kind: title, requestedOn: '2026-01-01' } }),
    ];
    expect(await told()).toEqual(expected);
    await side.rebuild();
    expect(await told()).toEqual(expected);
  });

  it('follows a log that is kept in the same PostgreSQL', async () => {
    const store = await PostgresEventStore.open({ connectionString: bench.url });
    const logged = await ReadSideBench.open(store);
    const side = await logged.start(await logged.side());
    for (let round = 0; round < 5; round += 1)
      expect(await sumOf(side, 'grant.paid', await logged.record(10, { first: round * 10 }))).toBe((round + 1) * 10_000_000);
    await side.rebuild();
    expect(await side.verify()).toEqual([expect.objectContaining({ objects: 50, differing: 0 })]);
    expect((await side.status())[0]).toMatchObject({ lagSeconds: 0, position: await store.head() });
    await logged.close();
  });

  it('gives the same rows whether the log came event by event or in pages', async () => {
    const slices = [grantSlice('grant'), grantSlice('fair')];
    const slow = await bench.start(await bench.side(slices));
    for (let index = 0; index < 40; index += 1) await slow.models.waitFor(await bench.record(1, { first: index }));
    await bench.record(60, { category: 'fair', first: 100 });
    await slow.models.waitFor((await bench.store.head())!);
    const inPages = await ReadSideBench.open(bench.store);
    const fast = await inPages.side(slices);
    await fast.rebuild();
    for (const table of ['entries', 'facts'] as const) expect(await rowsOf(fast, table)).toEqual(await rowsOf(slow, table));
    expect(withStates(await rowsOf(fast, 'objects'))).toEqual(withStates(await rowsOf(slow, 'objects')));
    expect(await rowsOf(slow, 'facts')).toHaveLength((await logOf(bench.store)).length);
    await fast.close();
  });
});

/** Rows of one page leave a state to the row that took their place. */
function withStates(rows: readonly object[]): object[] {
  const all = rows as readonly Readonly<Record<'object_id' | 'effective_from' | 'known_from' | 'known_to' | 'row', unknown>>[];
  const key = (id: unknown, from: unknown, known: unknown) => [id, from, known].join(' ');
  const states = new Map(all.map((row) => [key(row.object_id, row.effective_from, row.known_from), row.row]));
  return all.map((row) => ({ ...row, row: row.row ?? states.get(key(row.object_id, row.effective_from, row.known_to)) }));
}
