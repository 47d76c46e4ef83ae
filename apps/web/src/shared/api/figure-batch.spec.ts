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

const items = (query: object) => (query as { metrics: string }).metrics.split(',');
const board = (path: string, query: object) => {
  if (path === '/api/v1/boards') return { items: items(query) };
  if (path !== '/api/v1/board-sets') return `alone ${path}`;
  const boards = (query as { board: readonly string[] }).board.map((text) => Object.fromEntries(new URLSearchParams(text)));
  return { boards: boards.map((each) => ({ items: items(each).map((metric) => `${metric} of ${each.x}`) })) };
};

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

it('asks a single figure by its own address', async () => {
  const { asked, batch, pass } = world(board);
  const answers = Promise.all([batch('a.b', { x: 1 }), batch('a.b', { x: 1 })]);
  pass();
  await answers;
  expect(asked).toEqual(['/api/v1/figures/a.b {"x":1}']);
});

it('asks frames together and keeps them apart, waiting for the latest of what they wait for', async () => {
  const { asked, batch, pass } = world(board);
  const answers = Promise.all([
    batch('a.b', { x: 1, minPosition: 'p-3' }),
    batch('c.d', { x: 2, minPosition: 'p-4', y: undefined }),
    batch('a.b', { x: 2, minPosition: 'p-4', y: undefined }),
  ]);
  pass();
  expect(await answers).toEqual(['a.b of 1', 'c.d of 2', 'a.b of 2']);
  expect(asked).toEqual(['/api/v1/board-sets {"board":["x=1&metrics=a.b","x=2&metrics=c.d%2Ca.b"],"minPosition":"p-4"}']);
});

it('asks for no more at once than the API takes, and again for what comes after', async () => {
  const { asked, batch, pass } = world(board);
  const many = Promise.all(Array.from({ length: 21 }, (_, x) => batch('a.b', { x })));
  pass();
  const after = batch('c.d', { x: 1 });
  pass();
  await Promise.all([many, after]);
  expect(asked.map((each) => each.split(' ')[0])).toEqual(['/api/v1/board-sets', '/api/v1/figures/a.b', '/api/v1/figures/c.d']);
});

it('refuses only what is wrong by itself', async () => {
  const { batch, pass } = world((path) => {
    if (path.startsWith('/api/v1/board') || path.endsWith('no.such')) throw refusal(path);
    return 'fine';
  });
  const [good, other, bad] = [batch('a.b', {}), batch('a.b', { x: 1 }), batch('no.such', {})];
  pass();
  await expect(good).resolves.toBe('fine');
  await expect(other).resolves.toBe('fine');
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
