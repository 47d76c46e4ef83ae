import { all, BOTH_WAYS, event, events, served, UNARY } from './raw-client.js';

describe('a soft-deleted stream', () => {
  const here = served();
  beforeEach(async () => {
    await here.client.appendToStream('class-1', events(3), UNARY);
    await here.client.deleteStream('class-1', { expectedRevision: 2n });
  });

  it('reads as unknown', async () => {
    await expect(all(here.client.readStream('class-1'))).rejects.toMatchObject({ type: 'stream-not-found' });
    const backwards = here.client.readStream('class-1', { direction: 'backwards', fromRevision: 'end' });
    await expect(all(backwards)).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  it.each(['no_stream', 'any', 2n] as const)(
    'is continued at the old revision by an append expecting %s',
    async (expectedRevision) => {
      const written = await here.client.appendToStream('class-1', event(), { expectedRevision, ...UNARY });
      expect(written.nextExpectedRevision).toBe(3n);
      const read = await all(here.client.readStream('class-1'));
      expect(read.map(({ event }) => event!.revision)).toEqual([3n]);
    },
  );

  it('does not exist for an append that expects one', async () => {
    const append = here.client.appendToStream('class-1', event(), { expectedRevision: 'stream_exists', ...UNARY });
    await expect(append).rejects.toMatchObject({ type: 'stream-deleted', streamName: 'class-1' });
  });

  it('stays in the log, beside the metadata that deleted it', async () => {
    const read = (await all(here.client.readAll())).map(({ event }) => event!);
    expect(read.filter(({ streamId }) => streamId === 'class-1')).toHaveLength(3);
    expect(read.find(({ streamId }) => streamId === '$$class-1')).toMatchObject({ type: '$metadata', revision: 0n });
  });

  it('an old append repeated on it is the old result, without a position', async () => {
    const two = events(2);
    await here.client.appendToStream('class-2', two, UNARY);
    await here.client.deleteStream('class-2');
    const again = await here.client.appendToStream('class-2', two, { expectedRevision: 'no_stream', ...UNARY });
    expect(again).toEqual({ success: true, nextExpectedRevision: 1n, position: undefined });
  });
});

describe('a tombstoned stream', () => {
  const here = served();
  beforeEach(async () => {
    await here.client.appendToStream('class-1', events(2), UNARY);
    await here.client.tombstoneStream('class-1');
  });

  it('is gone for readers and says so', async () => {
    await expect(all(here.client.readStream('class-1'))).rejects.toMatchObject({ type: 'stream-deleted', streamName: 'class-1' });
  });

  it.each(BOTH_WAYS)('takes no append, %s', async (_name, way) => {
    for (const expectedRevision of ['no_stream', 'any', 1n, 'stream_exists'] as const) {
      const append = here.client.appendToStream('class-1', event(), { expectedRevision, ...way });
      await expect(append).rejects.toMatchObject({ type: 'stream-deleted', streamName: 'class-1' });
    }
  });

  it('leaves its tombstone in the log: a system event in a stream of the product', async () => {
    const last = (await all(here.client.readAll())).at(-1)!.event!;
    expect(last).toMatchObject({ streamId: 'class-1', type: '$streamDeleted', revision: 2n ** 63n - 1n });
  });
});

describe('deleting', () => {
  const here = served();

  it('expects revisions as an append does', async () => {
    await here.client.appendToStream('class-1', events(2), UNARY);
    const conflict = { type: 'wrong-expected-version', expectedVersion: 0n, actualVersion: 1n };
    await expect(here.client.deleteStream('class-1', { expectedRevision: 0n })).rejects.toMatchObject(conflict);
    await expect(here.client.tombstoneStream('class-1', { expectedRevision: 0n })).rejects.toMatchObject(conflict);
    expect(await all(here.client.readStream('class-1'))).toHaveLength(2);
  });

  it('can be done behind the clients', async () => {
    here.server.write('class-1', { type: 'ClassHeld', data: {} });
    here.server.write('class-2', { type: 'ClassHeld', data: {} });
    here.server.log.softDelete('class-1');
    here.server.log.tombstone('class-2');
    await expect(all(here.client.readStream('class-1'))).rejects.toMatchObject({ type: 'stream-not-found' });
    await expect(all(here.client.readStream('class-2'))).rejects.toMatchObject({ type: 'stream-deleted' });
  });
});
