import { ApiProblem, offline } from '../api/problem.js';
import type { Batch } from './batch.js';
import { sendRows, type SendOne } from './send-rows.js';

const problem = (status: number, detail = 'no') =>
  new ApiProblem({ type: 't', status, code: 'C', title: '', detail, errors: [] }, status === 429 ? 2 : undefined);

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

async function run(send: SendOne, batch = empty) {
  let now = batch;
  const waited: number[] = [];
  const stopped = await sendRows(
    'b1',
    [1, 2, 3].map((id) => ({ id, body: { id } })),
    { send, wait: async (ms) => void waited.push(ms), change: (by) => void (now = by(now)) },
  );
  return { now, stopped, waited };
}

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

  it('stop where somebody stops them, before the next is sent', async () => {
    const asked: unknown[] = [];
    let now = empty;
    const stopped = await sendRows(
      'b1',
      [1, 2, 3].map((id) => ({ id, body: { id } })),
      {
        send: async ({ id }) => (asked.push(id), receipt(String(id))),
        wait: async () => undefined,
        change: (by) => void (now = by(now)),
        goesOn: () => asked.length < 2,
      },
    );
    expect([asked, stopped, Object.keys(now.recorded), now.sent]).toEqual([[1, 2], undefined, ['1', '2'], []]);
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

  it('stop where no answer comes, and that one was sent is remembered', async () => {
    const { now, stopped } = await run(async ({ id }) => {
      if (id === 2) throw offline();
      return receipt(String(id));
    });
    expect([Object.keys(now.recorded), now.sent]).toEqual([['1'], [2]]);
    expect(stopped).toBeInstanceOf(ApiProblem);
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
