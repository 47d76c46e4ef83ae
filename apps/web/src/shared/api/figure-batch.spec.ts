import { figureBatch, metricOf } from './figure-batch.js';
import { offline, problemOf } from './problem.js';

const refusal = (code: string) => problemOf(404, { status: 404, code, detail: code });

const world = (answer: (path: string, query: object) => unknown = (path) => path) => {
  const asked: string[] = [];
  const due: (() => void)[] = [];
  const ask = async (path: string, query: object) => {
    asked.push(`${path} ${JSON.stringify(query)}`);
    return answer(path, query);
  };
  const batch = figureBatch(ask, (work) => due.push(work));
  return { asked, batch, pass: () => due.splice(0).forEach((work) => work()) };
};

const board = (path: string, query: object) =>
  path === '/api/v1/boards' ? { items: (query as { metrics: string }).metrics.split(',') } : `alone ${path}`;

it('knows figures from what else stands below their address', () => {
  expect(metricOf('/api/v1/figures/fund.capital')).toBe('fund.capital');
  expect(metricOf('/api/v1/figures/abc/evidence')).toBeUndefined();
  expect(metricOf('/api/v1/figures')).toBeUndefined();
});

it('asks figures of one moment and frame together, each metric once', async () => {
  const { asked, batch, pass } = world(board);
  const answers = Promise.all([batch('a.b', { x: 1, y: 2 }), batch('c.d', { y: 2, x: 1 }), batch('a.b', { x: 1, y: 2 })]);
  pass();
  expect(await answers).toEqual(['a.b', 'c.d', 'a.b']);
  expect(asked).toEqual(['/api/v1/boards {"x":1,"y":2,"metrics":"a.b,c.d"}']);
});

it('keeps frames apart, and asks a single figure by its own address', async () => {
  const { asked, batch, pass } = world(board);
  const answers = Promise.all([batch('a.b', { x: 1 }), batch('a.b', { x: 2 })]);
  pass();
  await answers;
  expect(asked).toEqual(['/api/v1/figures/a.b {"x":1}', '/api/v1/figures/a.b {"x":2}']);
});

it('refuses only what is wrong by itself', async () => {
  const { batch, pass } = world((path) => {
    if (path === '/api/v1/boards' || path.endsWith('no.such')) throw refusal(path);
    return 'fine';
  });
  const [good, bad] = [batch('a.b', {}), batch('no.such', {})];
  pass();
  await expect(good).resolves.toBe('fine');
  await expect(bad).rejects.toThrow('no.such');
});

it.each([
  ['a busy server', problemOf(503, undefined)],
  ['no connection', offline()],
  ['an ended session', problemOf(401, undefined)],
])('asks for nothing more after %s', async (_, error) => {
  const { asked, batch, pass } = world(() => {
    throw error;
  });
  const answers = Promise.allSettled([batch('a.b', {}), batch('c.d', {})]);
  pass();
  expect(await answers).toEqual([1, 2].map(() => ({ status: 'rejected', reason: error })));
  expect(asked).toHaveLength(1);
});
