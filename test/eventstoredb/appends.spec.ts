import { binaryEvent } from '@eventstore/db-client';
import { all, BOTH_WAYS, event, events, rawClient, served, UNARY } from './raw-client.js';

describe.each(BOTH_WAYS)('an append, %s', (_name, way) => {
  const here = served();
  const append = (stream: string, count: number, expectedRevision: bigint | 'any' | 'no_stream' | 'stream_exists') =>
    here.client.appendToStream(stream, events(count), { expectedRevision, ...way });

  it('starts a stream that is not there and answers its last revision and position', async () => {
    const written = await append('class-1', 3, 'no_stream');
    expect(written).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(here.server.stored().at(-1)).toMatchObject({ stream: 'class-1', revision: 2n, position: written.position });
  });

  it('continues at the exact revision', async () => {
    await append('class-1', 1, 'no_stream');
    expect(await append('class-1', 2, 0n)).toMatchObject({ nextExpectedRevision: 2n });
  });

  it.each([
    ['no_stream', 1n],
    [0n, 1n],
    [7n, 1n],
  ] as const)('expecting %s, is refused with the actual revision and writes nothing', async (expected, actual) => {
    await append('class-1', 2, 'any');
    const before = here.server.stored();
    const refusal = { type: 'wrong-expected-version', streamName: 'class-1', actualVersion: actual, expectedVersion: expected };
    await expect(append('class-1', 1, expected)).rejects.toMatchObject(refusal);
    expect(here.server.stored()).toEqual(before);
  });

  it.each(['stream_exists', 0n] as const)('expecting %s of an unknown stream, is told there is none', async (expected) => {
    await expect(append('class-9', 1, expected)).rejects.toMatchObject({ actualVersion: 'no_stream', expectedVersion: expected });
    expect(here.server.stored()).toEqual([]);
  });

  it('expecting that a stream exists, continues it', async () => {
    await append('class-1', 1, 'any');
    expect(await append('class-1', 1, 'stream_exists')).toMatchObject({ nextExpectedRevision: 1n });
  });

  it('of fifty racing creators lets exactly one win', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => append('class-1', 2, 'no_stream')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(here.server.stored()).toHaveLength(2);
  });

  it('keeps data and metadata as they were sent', async () => {
    const data = { name: 'Lớp tập huấn', parts: [1, null, { a: 'nfd: é' }] };
    const sent = { ...event('ClassHeld', data), metadata: { commandId: 'x', note: 'ghi chú' } };
    const bytes = binaryEvent({ type: 'Scan', data: Buffer.from([0, 1, 2, 255]), metadata: Buffer.from([7, 8, 255]) });
    await here.client.appendToStream('class-1', [sent, bytes], way);
    const [one, two] = await all(here.client.readStream('class-1'));
    expect(one?.event).toMatchObject({ id: sent.id, type: 'ClassHeld', data, metadata: sent.metadata, isJson: true });
    expect(Buffer.from(two!.event!.data as Uint8Array)).toEqual(Buffer.from([0, 1, 2, 255]));
    expect(two?.event).toMatchObject({ isJson: false });
    expect(Math.abs(one!.event!.created.getTime() - Date.now())).toBeLessThan(10_000);
  });

  it('of more than a MiB is refused, one just below is written', async () => {
    const text = (bytes: number) => event('T', { t: 'x'.repeat(bytes) });
    const most = 1024 * 1024 - Buffer.byteLength('{"t":""}') - 2;
    await here.client.appendToStream('class-1', text(most), way);
    const refusal = { type: 'maximum-append-size-exceeded', maxAppendSize: 1024 * 1024 };
    await expect(here.client.appendToStream('class-1', text(most + 1), way)).rejects.toMatchObject(refusal);
    const halves = [text(most / 2), text(most / 2 + 20)];
    await expect(here.client.appendToStream('class-1', halves, way)).rejects.toMatchObject(refusal);
    expect(here.server.stored()).toHaveLength(1);
  });

  it('of more than 4 MiB is refused the same way', async () => {
    const huge = event('T', { t: 'x'.repeat(5 * 1024 * 1024) });
    await expect(here.client.appendToStream('class-1', huge, way)).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
    await append('class-1', 1, 'no_stream');
  });

  it('to a stream nobody may write is denied', async () => {
    here.server.faults.deny('secret-');
    await expect(append('secret-1', 1, 'any')).rejects.toMatchObject({ type: 'access-denied' });
    await expect(all(here.client.readStream('secret-1'))).rejects.toMatchObject({ type: 'access-denied' });
    await append('class-1', 1, 'any');
  });

  it('to a stream without a name fails and the next one passes', async () => {
    await expect(append('', 1, 'any')).rejects.toMatchObject({ type: 'unknown' });
    await append('class-1', 1, 'any');
  });
});

describe('a wrong revision', () => {
  const here = served({}, '&throwOnAppendFailure=false');

  it('is an answer of the single call and no error', async () => {
    await here.client.appendToStream('class-1', events(3), UNARY);
    const refused = await here.client.appendToStream('class-1', event(), { expectedRevision: 'no_stream', ...UNARY });
    expect(refused).toEqual({ success: false, nextExpectedRevision: 2n, position: undefined });
  });
});

describe('positions', () => {
  const here = served({ systemEventEvery: 3 });

  it('are sparse, above 2^60, and grow; commit and prepare are equal', async () => {
    for (let n = 0; n < 30; n += 1) await here.client.appendToStream(`class-${String(n % 4)}`, events(2), UNARY);
    const read = (await all(here.client.readAll())).map(({ event }) => event!.position!);
    const gaps = read.slice(1).map(({ commit }, index) => commit - read[index]!.commit);
    expect(read.every(({ commit, prepare }) => commit > 2n ** 60n && commit === prepare)).toBe(true);
    expect(gaps.every((gap) => gap > 90n)).toBe(true);
    expect(new Set(gaps).size).toBeGreaterThan(10);
    expect(read.map(({ commit }) => BigInt(Number(commit)))).not.toEqual(read.map(({ commit }) => commit));
  });

  it('of one append differ, and the answer carries the last', async () => {
    const { position } = await here.client.appendToStream('class-1', events(4), UNARY);
    const read = (await all(here.client.readStream('class-1'))).map(({ event }) => event!.position!);
    expect(new Set(read.map(({ commit }) => commit)).size).toBe(4);
    expect(read.at(-1)).toEqual(position);
  });
});

describe('a log with old transactions', () => {
  const here = served({ preparesApart: true });

  it('has prepare positions of its own', async () => {
    const { position } = await here.client.appendToStream('class-1', events(2), UNARY);
    expect(position!.prepare).toBeLessThan(position!.commit);
    const [, last] = await all(here.client.readStream('class-1'));
    expect(last?.event?.position).toEqual(position);
  });
});

describe('the ways to append', () => {
  const plain = served({ announceBatchAppend: false });
  const both = served();

  it('a client that is not told of batches sends single calls', async () => {
    await plain.client.appendToStream('class-1', events(2));
    expect([plain.server.calls.begun('append'), plain.server.calls.begun('batchAppend')]).toEqual([1, 0]);
  });

  it('a client sends batches unless credentials come with the call', async () => {
    await both.client.appendToStream('class-1', events(2));
    await both.client.appendToStream('class-1', events(2), UNARY);
    expect([both.server.calls.begun('append'), both.server.calls.begun('batchAppend')]).toEqual([1, 1]);
  });

  it('an append sent in several parts is written whole', async () => {
    const parted = rawClient(both.server.url);
    await parted.appendToStream('class-1', events(60), { batchAppendSize: 200 });
    await parted.dispose();
    expect(both.server.stored()).toHaveLength(60);
    expect(both.server.calls.begun('batchAppend')).toBe(1);
  });
});
