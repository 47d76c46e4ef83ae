import { all, BOTH_WAYS, event, events, served, UNARY } from './raw-client.js';

type Expected = bigint | 'any' | 'no_stream' | 'stream_exists';

describe.each(BOTH_WAYS)('a repeated append, %s', (_name, way) => {
  const here = served();
  const append = (stream: string, what: ReturnType<typeof events>, expectedRevision: Expected) =>
    here.client.appendToStream(stream, what, { expectedRevision, ...way });
  const revisions = () => here.server.stored().map(({ stream, revision }) => `${stream}@${String(revision)}`);

  it.each([0n, 'no_stream'] as const)('behind the head, expecting %s: the first result, nothing written', async (expected) => {
    if (expected === 0n) await append('class-1', events(1), 'no_stream');
    const both = events(2);
    const first = await append('class-1', both, expected);
    await append('class-1', events(3), first.nextExpectedRevision);
    const before = here.server.stored();
    expect(await append('class-1', both, expected)).toEqual(first);
    expect(here.server.stored()).toEqual(before);
  });

  it('behind the head: also after a restart', async () => {
    const both = events(2);
    const first = await append('class-1', both, 'no_stream');
    await here.server.restart();
    await append('class-1', events(1), 1n).catch(() => append('class-1', events(1), 1n));
    expect(await append('class-1', both, 'no_stream')).toEqual(first);
    expect(here.server.stored()).toHaveLength(3);
  });

  it('at the head: written again under the same ids', async () => {
    const one = events(1);
    await append('class-1', one, 'no_stream');
    expect(await append('class-1', one, 0n)).toMatchObject({ nextExpectedRevision: 1n });
    expect(here.server.stored().map(({ id }) => id)).toEqual([one[0]!.id, one[0]!.id]);
  });

  it('shorter than the first: the revision it reaches', async () => {
    const three = events(3);
    await append('class-1', three, 'no_stream');
    expect(await append('class-1', three.slice(0, 2), 'no_stream')).toMatchObject({ nextExpectedRevision: 1n });
    expect(here.server.stored()).toHaveLength(3);
  });

  it('longer than the first: a conflict, although all stored ids are equal', async () => {
    const three = events(3);
    await append('class-1', three, 'no_stream');
    await expect(append('class-1', [...three, event()], 'no_stream')).rejects.toMatchObject({ actualVersion: 2n });
    expect(here.server.stored()).toHaveLength(3);
  });

  it.each(['no_stream', 'any', 'stream_exists'] as const)('half of it new, expecting %s: a conflict', async (expected) => {
    const three = events(3);
    await append('class-1', three, 'no_stream');
    const mixed = [three[0]!, event(), three[2]!];
    await expect(append('class-1', mixed, expected)).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 2n });
    expect(here.server.stored()).toHaveLength(3);
  });

  it('with a new first id and old ones behind, expecting any: written', async () => {
    const three = events(3);
    await append('class-1', three, 'no_stream');
    await append('class-1', [event(), three[1]!], 'any');
    expect(here.server.stored()).toHaveLength(5);
  });

  it.each(['any', 'stream_exists'] as const)('expecting %s: found, until a restart forgets', async (expected) => {
    const two = events(2);
    const first = await append('class-1', two, 'any');
    await append('class-1', events(1), 'any');
    expect(await append('class-1', two, expected)).toEqual(first);
    expect(here.server.stored()).toHaveLength(3);
    await here.server.restart();
    const again = () => append('class-1', two, expected);
    expect(await again().catch(again)).toMatchObject({ nextExpectedRevision: 4n });
    expect(here.server.stored()).toHaveLength(5);
  });

  it('of the same id in another stream: a new event', async () => {
    const one = events(1);
    for (const expected of ['no_stream', 'any'] as const) await append(`class-${expected}`, one, expected);
    await append('class-3', one, 'any');
    expect(revisions()).toEqual(['class-no_stream@0', 'class-any@0', 'class-3@0']);
  });
});

describe('a repeat on a server that answers no position', () => {
  const here = served({ positionOfRepeats: false });

  it.each(BOTH_WAYS)('%s: has a revision only', async (_name, way) => {
    const two = events(2);
    const first = await here.client.appendToStream('class-1', two, { expectedRevision: 'no_stream', ...way });
    expect(first.position).toBeDefined();
    const second = await here.client.appendToStream('class-1', two, { expectedRevision: 'no_stream', ...way });
    expect(second).toEqual({ success: true, nextExpectedRevision: 1n, position: undefined });
  });
});

describe('a repeat of what readers no longer see', () => {
  const here = served();

  it('is found, without a position', async () => {
    const two = events(2);
    await here.client.appendToStream('class-1', two, UNARY);
    await here.client.setStreamMetadata('class-1', { truncateBefore: 2 });
    await here.client.appendToStream('class-1', events(1), UNARY);
    const again = await here.client.appendToStream('class-1', two, { expectedRevision: 'no_stream', ...UNARY });
    expect(again).toEqual({ success: true, nextExpectedRevision: 1n, position: undefined });
    expect((await all(here.client.readStream('class-1'))).map(({ event }) => event?.revision)).toEqual([2n]);
  });
});
