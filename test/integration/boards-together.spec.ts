import type { Book } from './boards/book.js';
import { boardsApp } from './boards/app.js';
import { smallWorld } from './boards/world.js';

let book: Book;
let served: Awaited<ReturnType<typeof boardsApp>>;
let leader: Awaited<ReturnType<typeof served.as>>;
let bound: typeof leader;

beforeAll(async () => {
  ({ book } = await smallWorld());
  served = await boardsApp(book);
  leader = await served.as('leader');
  bound = await served.as('officer-tra-vinh');
});
afterAll(async () => {
  await served.close();
  await book.close();
});

const api = '/api/v1';
const setOf = (...boards: readonly string[]) =>
  `board-sets?${boards.map((each) => `board=${encodeURIComponent(each)}`).join('&')}`;

describe('figures asked together', () => {
  it('of one frame or of several, are each as they are answered alone', async () => {
    const alone = async (query: string) => (await leader(`${api}/figures/${query}`)).json();
    const [cost, byYear, past] = await Promise.all(
      ['course.cost', 'course.cost?groupBy=year', 'course.cost?effectiveTo=2019-12-31'].map(alone),
    );
    expect((await leader(`${api}/boards?metrics=course.cost`)).json()).toEqual({ items: [cost] });
    const asked = setOf('metrics=course.cost', 'metrics=course.cost&groupBy=year', 'metrics=course.cost&effectiveTo=2019-12-31');
    expect((await leader(`${api}/${asked}`)).json()).toEqual({
      boards: [{ items: [cost] }, { items: [byYear] }, { items: [past] }],
    });
  });

  it('are limited to the agencies of the account, each of them', async () => {
    const answer = await bound(`${api}/${setOf('metrics=course.cost', 'metrics=course.cost&agency=tra-vinh')}`);
    expect(answer.json().boards.map(({ items }: { items: { value: number }[] }) => items[0]!.value)).toEqual([
      98_598_000, 98_598_000,
    ]);
    expect((await bound(`${api}/${setOf('metrics=course.cost', 'metrics=course.cost&agency=soc-trang')}`)).statusCode).toBe(403);
    expect((await served.app.inject({ url: `${api}/${setOf('metrics=course.cost')}` })).statusCode).toBe(401);
  });

  it.each([
    ['boards', 400, undefined],
    ['boards?metrics=course.cost;course.learners', 400, ['/metrics']],
    ['board-sets', 400, undefined],
    ['board-sets?board=groupBy%3Dyear', 400, undefined],
    ['board-sets?board=', 400, ['/board']],
    ['board-sets?board=metrics%3Dcourse.cost%26groupBy%3Dcolour', 400, ['/groupBy']],
    ['board-sets?board=metrics%3Dnothing.here', 404, undefined],
    [`board-sets?${'board=metrics%3Dcourse.cost&'.repeat(21)}`, 400, ['/board']],
  ])('%s is %d %j', async (path, status, expected) => {
    const answer = await leader(`${api}/${path}`);
    const pointers = answer.json().errors?.map(({ pointer }: { pointer: string }) => pointer);
    expect([answer.statusCode, pointers]).toEqual([status, expected]);
  });
});
