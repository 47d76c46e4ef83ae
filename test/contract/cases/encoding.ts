import { STORE_LIMITS, type Expected, type NewEvent } from '@soquy/event-store';
import type { Cases } from '../store-adapter.js';
import { all, event, events, expectFault, newStream, sampleMetadata } from '../samples.js';

const cycle: Record<string, unknown> = {};
cycle.again = { cycle };

const UNSTORABLE: Readonly<Record<string, unknown>> = {
  BigInt: 1n,
  undefined,
  NaN,
  Infinity,
  'a function': () => 1,
  'a symbol': Symbol('x'),
  'a Date': new Date(0),
  'a Map': new Map(),
  'a cycle': cycle,
  'a hole in a list': Array(1),
  'a lone high surrogate': 'Qu\ud800',
  'a lone low surrogate': '\udc00',
  'U+0000': 'a\u0000b',
  'an unstorable name': { ['a\u0000b']: 1 },
  'something that throws': {
    get amountVnd() {
      throw new RangeError('no amount');
    },
  },
};

const NOT_STREAMS = [
  '',
  'loan',
  'loan-',
  '-1',
  'Loan-1',
  '$all',
  '$ce-loan',
  'loan 1-2',
  'loan-a b',
  'loan-a\u0000',
  'loan-\ud800',
  'lo_an-1',
  'loan-a\n',
];
const NOT_TYPES = ['', '$metadata', 'loanDisbursed', 'Loan Disbursed', 'Loan\u0000'];
const NOT_IDS = ['', '1', 'a5f5a1f0-7d0b-5b5c-8f43', 'A5F5A1F0-7D0B-5B5C-8F43-2F2B0A4D7C11', 'a5f5a1f07d0b5b5c8f432f2b0a4d7c11'];

const STORABLE = {
  nfc: 'Quỹ Hỗ trợ hợp tác xã Đồng Tháp'.normalize('NFC'),
  nfd: 'Quỹ Hỗ trợ hợp tác xã Đồng Tháp'.normalize('NFD'),
  quotes: `"{\\}", 'x', \\u0000 as six letters, {a,b}, NULL`,
  lines: 'a\r\n\tb\u2028c\u007f\u0001',
  astral: '𠀋 👩🏽‍🌾',
  empty: '',
  '': 'an empty name',
  numbers: [0, -1, 0.1, 1e21, Number.MAX_SAFE_INTEGER, Number.MIN_VALUE],
  nothing: null,
  flags: [true, false],
  nested: { list: [[], {}, [{ deep: { deeper: [null, 'x'] } }]] },
};

/** What goes in comes out, or is refused before anything is sent. */
export const encoding: Cases = {
  async 'data and metadata come back deeply equal, in the order they were written'({ store }) {
    const stream = newStream();
    const metadata = { ...sampleMetadata, evidence: STORABLE };
    const written = event(STORABLE, { metadata });
    const { position, revision } = await store.append(stream, 'no-stream', [written]);
    const [read] = await all(store.readStream(stream));
    expect(read).toStrictEqual({ ...written, stream, revision, position });
    expect(JSON.stringify([read!.data, read!.metadata])).toBe(JSON.stringify([STORABLE, metadata]));
  },

  async 'what a reader does to an event stays with the reader'({ store }) {
    const stream = newStream();
    await store.append(stream, 'no-stream', [event({ amountVnd: 1 })]);
    const [read] = await all(store.readStream(stream));
    (read!.data as { amountVnd: number }).amountVnd = 2;
    expect((await all(store.readStream(stream)))[0]!.data).toEqual({ amountVnd: 1 });
  },

  async 'an append without events is invalid'({ store }) {
    await expectFault(store.append(newStream(), 'any', []), 'invalid');
  },

  async 'an append of more than 1 MiB is too large; one just below is taken'({ store }) {
    const stream = newStream();
    const half = STORE_LIMITS.appendBytes / 2;
    const filled = (bytes: number) => event({ text: 'ế'.repeat(Math.floor(bytes / 3)) });
    await expectFault(store.append(stream, 'no-stream', [filled(half), filled(half)]), 'too-large');
    const { revision } = await store.append(stream, 'no-stream', [filled(half - 2_000), filled(half - 2_000)]);
    expect(revision).toBe(1n);
    expect((await all(store.readStream(stream))).map(({ data }) => JSON.stringify(data).length)).toEqual(
      Array(2).fill(Math.floor((half - 2_000) / 3) + '{"text":""}'.length),
    );
  },

  async 'what JSON or the store cannot hold is invalid, and the process lives on'({ store }) {
    const stream = newStream();
    for (const value of Object.values(UNSTORABLE))
      for (const inside of [{ amountVnd: value }, { list: [{ value }] }]) {
        await expectFault(store.append(stream, 'any', [event(inside)]), 'invalid');
        const metadata = { ...sampleMetadata, evidence: inside };
        await expectFault(store.append(stream, 'any', [event({}, { metadata })]), 'invalid');
      }
    for (const data of [null, undefined, [], 'text', 1] as unknown as object[])
      await expectFault(store.append(stream, 'any', [event(data, { data } as Partial<NewEvent>)]), 'invalid');
    expect((await store.append(stream, 'no-stream', [event()])).revision).toBe(0n);
  },

  async 'bad stream names, event types, ids and revisions are invalid'({ store }) {
    const stream = newStream();
    for (const name of [...NOT_STREAMS, `loan-${'x'.repeat(201)}`])
      await expectFault(store.append(name, 'any', [event()]), 'invalid');
    for (const type of NOT_TYPES) await expectFault(store.append(stream, 'any', [event({}, { type })]), 'invalid');
    for (const id of NOT_IDS) await expectFault(store.append(stream, 'any', [event({}, { id })]), 'invalid');
    for (const expected of [-1n, 2n ** 63n, 3, 'none'] as unknown as Expected[])
      await expectFault(store.append(stream, expected, [event()]), 'invalid');
    expect(await store.lastRevision(stream)).toBeUndefined();
  },

  async 'an append that names an id twice is invalid'({ store }) {
    const [twice] = events(1);
    await expectFault(store.append(newStream(), 'any', [twice!, event(), twice!]), 'invalid');
  },

  async 'names of every permitted kind are kept'({ store }) {
    const marks = [
      'claim-organisationCode-1\'80;"0',
      'numbering-LTH.2026',
      'legalDocument-45/2021/NĐ-CP',
      `loan-%_\\${newStream()}`,
    ];
    for (const name of marks) {
      const { revision } = await store.append(name, 'any', [event()]);
      const [last] = await all(store.readStream(name, { from: revision }));
      expect(last).toMatchObject({ stream: name, revision });
    }
  },
};
