import { ApiProblem, offline } from '../api/problem.js';
import type { Batch } from './batch.js';
import { sendRows, type SendOne } from './send-rows.js';

const problem = (status: number, detail = 'no', code = 'C') =>
  new ApiProblem({ type: 't', status, code, title: '', detail, errors: [] }, status === 429 ? 2 : undefined);

const empty: Batch = {
  id: 'b1',
  above: 0,
  headings: [],
  mapping: [],
  rows: [1, 2, 3].map((id) => ({ id, cells: [] })),
  common: {},
  left: {},
  recorded: {},
  refused: {},
  sent: [],
};

const rowsOf = (count: number) => Array.from({ length: count }, (_, at) => ({ id: at + 1, body: { id: at + 1 } }));

async function run(send: SendOne, batch = empty, count = 3) {
  let now = batch;
  const waited: number[] = [];
  const stopped = await sendRows('b1', rowsOf(count), {
    send,
    wait: async (ms) => void waited.push(ms),
    change: (by) => void (now = by(now)),
  });
  return { now, stopped, waited };
}

/** Lets everything that can go on go on. */
const turn = () => new Promise((done) => setTimeout(done, 0));

const receipt = (objectId: string) => ({ stream: 's', revision: 0, position: 'p', objectId, code: `TC-${objectId}` });

describe('rows that are sent', () => {
  it('have a key of their own, the same whenever they are sent', async () => {
    const keys: string[] = [];
    const send: SendOne = async ({ id }, key) => {
      keys.push(key);
      return receipt(String(id));
    };
    const first = await run(send);
    await run(send, first.now);
    expect(keys).toEqual(['b1:1', 'b1:2', 'b1:3', 'b1:1', 'b1:2', 'b1:3']);
    expect(first.now.recorded).toEqual({
      1: { objectId: '1', code: 'TC-1' },
      2: { objectId: '2', code: 'TC-2' },
      3: { objectId: '3', code: 'TC-3' },
    });
    expect([first.now.sent, first.stopped]).toEqual([[], undefined]);
  });

  it('are on their way four at a time, the next as soon as one is answered', async () => {
    const answers: (() => void)[] = [];
    const sending = run(({ id }) => new Promise((resolve) => answers.push(() => resolve(receipt(String(id))))), empty, 6);
    expect(answers.length).toBe(4);
    answers[2]!();
    await turn();
    expect(answers.length).toBe(5);
    for (let next = 0; next < 6; next += 1) {
      answers[next]!();
      await turn();
    }
    const { now } = await sending;
    expect([Object.keys(now.recorded), now.sent]).toEqual([['1', '2', '3', '4', '5', '6'], []]);
  });

  it('stop where somebody stops them, before the next is sent; those on their way are waited for', async () => {
    const asked: unknown[] = [];
    let now = empty;
    const stopped = await sendRows('b1', rowsOf(9), {
      send: async ({ id }) => (asked.push(id), receipt(String(id))),
      wait: async () => undefined,
      change: (by) => void (now = by(now)),
      goesOn: () => asked.length < 4,
    });
    expect([asked, stopped, Object.keys(now.recorded), now.sent]).toEqual([[1, 2, 3, 4], undefined, ['1', '2', '3', '4'], []]);
  });

  it('stay with the reason of a refusal while the next go on', async () => {
    const { now, stopped } = await run(async ({ id }) => {
      if (id === 2) throw problem(409, 'exists');
      return receipt(String(id));
    });
    expect(now.refused).toEqual({ 2: 'exists' });
    expect(Object.keys(now.recorded)).toEqual(['1', '3']);
    expect([now.sent, stopped]).toEqual([[], undefined]);
  });

  it('stop where no answer comes, and which were sent without one is remembered', async () => {
    const asked: unknown[] = [];
    const { now, stopped } = await run(
      async ({ id }) => {
        asked.push(id);
        if (id === 2) throw offline();
        // Answered after the connection of the second was lost.
        await turn();
        return receipt(String(id));
      },
      empty,
      9,
    );
    expect([asked, Object.keys(now.recorded), now.sent]).toEqual([[1, 2, 3, 4], ['1', '3', '4'], [2]]);
    expect(stopped).toBeInstanceOf(ApiProblem);
  });

  it('are sent again where others recorded on the same thing at that moment', async () => {
    const keys: string[] = [];
    const { now } = await run(async ({ id }, key) => {
      keys.push(key);
      if (keys.length === 1) throw problem(409, 'again', 'LostRace');
      return receipt(String(id));
    });
    expect([keys.filter((key) => key === 'b1:1').length, Object.keys(now.recorded), now.refused]).toEqual([
      2,
      ['1', '2', '3'],
      {},
    ]);
  });

  it('are not remembered as sent where the session had ended', async () => {
    const { now, stopped } = await run(async () => {
      throw problem(401);
    });
    expect([now.sent, now.refused]).toEqual([[], {}]);
    expect(stopped).toMatchObject({ status: 401 });
  });

  it('wait as long as a busy server asks to', async () => {
    let asked = 0;
    const { now, waited } = await run(async ({ id }) => {
      asked += 1;
      if (asked === 1) throw problem(429);
      return receipt(String(id));
    });
    expect([waited, Object.keys(now.recorded).length]).toEqual([[2_000], 3]);
  });
});
