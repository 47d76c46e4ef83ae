import type { Board, FigureRow, FigureRows } from '@soquy/boards';
import { boardsApp } from './boards/app.js';
import { idOf, type Book } from './boards/book.js';
import { slices } from './boards/slices.js';
import { smallWorld } from './boards/world.js';

let book: Book;
let served: Awaited<ReturnType<typeof boardsApp>>;
let leader: Awaited<ReturnType<typeof served.as>>;

beforeAll(async () => {
  ({ book } = await smallWorld());
  served = await boardsApp(book);
  leader = await served.as('leader');
});
afterAll(async () => {
  await served.close();
  await book.close();
});

async function answered<Answer>(path: string): Promise<Answer> {
  const answer = await leader(`/api/v1/${path}`);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.json();
}

/** All pages of a question, each asked by the cursor of the one before. */
async function pagesOf<Answer extends { readonly next?: string }>(path: string): Promise<Answer[]> {
  const pages = [await answered<Answer>(path)];
  for (let next = pages[0]!.next; next !== undefined; next = pages.at(-1)!.next)
    pages.push(await answered<Answer>(`${path}&after=${next}`));
  return pages;
}

const rowsOf = (pages: readonly FigureRows[]): readonly FigureRow[] => pages.flatMap(({ rows }) => rows);

const QUESTIONS = [
  'course.held?groupBy=object',
  'course.held?groupBy=organisation',
  'course.cost?groupBy=object',
  'course.organisations?groupBy=year',
  'course.costPerClass?groupBy=object',
  'debt.outstanding?groupBy=object&effectiveTo=2021-07-10',
  'debt.overdue?groupBy=object&effectiveTo=2021-07-10',
  'debt.overdueShare?groupBy=organisationType&effectiveTo=2021-07-10',
  'money.moved?groupBy=place',
  'course.held?groupBy=month&period=2020-H1',
];

describe('groups page by page', () => {
  it.each(QUESTIONS)('%s are those that are answered at once, in their order', async (question) => {
    for (const sort of ['name', '-value']) {
      const whole = await answered<FigureRows>(`figures/${question}&sort=${sort}&total=true`);
      for (const limit of [1, 2, 200]) {
        const pages = await pagesOf<FigureRows>(`figures/${question}&sort=${sort}&limit=${limit}`);
        expect(rowsOf(pages)).toEqual(whole.rows);
        expect(pages).toHaveLength(Math.max(1, Math.ceil(whole.rows.length / limit)));
        expect(pages.map(({ total }) => total)).toEqual(pages.map(() => undefined));
      }
      expect(whole).toMatchObject({ total: whole.rows.length });
      expect(whole).not.toHaveProperty('next');
    }
  });

  it('go by their names unless the most are asked for first; of as much by their ids', async () => {
    const valuesOf = async (sort: string) =>
      (await answered<FigureRows>(`figures/course.cost?groupBy=object${sort}`)).rows.map(({ value }) => value);
    const told = await valuesOf('&sort=-value');
    expect(told).toEqual((await valuesOf('')).toSorted((a, b) => (b ?? -1) - (a ?? -1)));
    expect(told.at(-1)).toBeNull();
    const { rows } = await answered<FigureRows>('figures/course.held?groupBy=object&sort=-value');
    expect(rows.map(({ key }) => key)).toEqual(rows.map(({ key }) => key).toSorted());
    const months = await answered<FigureRows>('figures/course.held?groupBy=month&period=2020-H1&sort=-value&limit=5');
    expect(months.rows.map(({ key, value }) => `${key} ${value}`)).toEqual([
      '2020-02 1',
      '2020-03 1',
      '2020-05 1',
      '2020-06 1',
      '2020-01 0',
    ]);
  });

  it('of a board are those of its first figure, and all that the others say of them', async () => {
    const question = 'metrics=course.cost,course.learners,debt.lent,money.moved&groupBy=object';
    const alone = await Promise.all(
      ['course.cost', 'course.learners', 'debt.lent', 'money.moved'].map((metric) =>
        answered<FigureRows>(`figures/${metric}?groupBy=object`),
      ),
    );
    const pages = await pagesOf<Board>(`boards?${question}&sort=-value&limit=2&total=true`);
    const shown = pages.flatMap(({ items }) => (items[0] as FigureRows).rows.map(({ key }) => key));
    expect([...shown].sort()).toEqual(alone[0]!.rows.map(({ key }) => key).sort());
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => shown.length));
    for (const [at, { rows }] of alone.entries()) {
      const paged = pages.flatMap(({ items }) => (items[at] as FigureRows).rows);
      expect(paged).toEqual(shown.flatMap((key) => rows.filter((row) => row.key === key)));
    }
    const set = await answered<{ boards: Board[] }>(`board-sets?board=${encodeURIComponent(`${question}&limit=1`)}`);
    expect(set.boards).toEqual([(await pagesOf<Board>(`boards?${question}&limit=1`))[0]]);
  });

  it('may be some that are named, whether they are there or not', async () => {
    const { rows } = await answered<FigureRows>('figures/course.cost?groupBy=object');
    const [first, , third] = rows;
    const question = `figures/course.cost?groupBy=object&among=${third!.key},nobody,${first!.key}`;
    expect(await answered(`${question}&total=true`)).toMatchObject({ rows: [first, third], total: 2 });
    expect(rowsOf(await pagesOf<FigureRows>(`${question}&limit=1`))).toEqual([first, third]);
    const folded = await answered<FigureRows>('figures/debt.overdue?groupBy=object&effectiveTo=2021-07-10');
    const { rows: one } = await answered<FigureRows>(
      `figures/debt.overdue?groupBy=object&effectiveTo=2021-07-10&among=${folded.rows[0]!.key}`,
    );
    expect(one).toEqual(folded.rows.slice(0, 1));
    const byCode = await answered<FigureRows>(`figures/course.cost?groupBy=object&among=${third!.code},${first!.key},X-1`);
    expect(byCode.rows).toEqual([first, third]);
    const year = await answered<FigureRows>('figures/course.held?groupBy=year&among=2020,2021');
    expect(year.rows.map(({ key, value }) => [key, value])).toEqual([['2020', 4]]);
  });

  it.each([
    ['figures/course.cost?limit=2', '/limit needsGroups'],
    ['figures/course.cost?sort=-value', '/sort needsGroups'],
    ['figures/course.cost?groupBy=object&limit=201', '/limit invalid'],
    ['figures/course.cost?groupBy=object&limit=0', '/limit invalid'],
    ['figures/course.cost?groupBy=object&sort=code', '/sort invalid'],
    ['figures/course.cost?groupBy=object&after=rubbish', '/after isForeign'],
    ['figures/course.cost?groupBy=object&among=a,,b', '/among invalid'],
    ['figures/course.held?groupBy=month&among=2020-01', '/among notForMonths'],
    ['figures/course.held?groupBy=year&among=2020,abc', '/among notAKey'],
    ['figures/course.held?groupBy=year&among=99999999999', '/among notAKey'],
    ['figures/course.cost.csv?groupBy=object&limit=2', '/limit notForFiles'],
    ['boards?metrics=course.cost&total=true', '/total needsGroups'],
  ])('%s is refused: %s', async (path, expected) => {
    const answer = await leader(`/api/v1/${path}`);
    const { errors } = answer.json() as { errors: readonly { pointer: string; code: string }[] };
    expect([answer.statusCode, errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([400, [expected]]);
  });

  it('go on only with the question they came from', async () => {
    const { next } = await answered<FigureRows>('figures/course.cost?groupBy=object&limit=1');
    for (const other of [
      'course.held?groupBy=object',
      'course.cost?groupBy=organisation',
      'course.cost?groupBy=object&year=2020',
      'course.cost?groupBy=object&sort=-value',
    ])
      expect((await leader(`/api/v1/figures/${other}&limit=1&after=${next}`)).statusCode).toBe(400);
    expect((await leader(`/api/v1/figures/course.cost?groupBy=object&limit=2&after=${next}`)).statusCode).toBe(200);
    const [question, , day, key] = JSON.parse(Buffer.from(next!, 'base64url').toString()) as string[];
    for (const position of ["t-1'", '', '2020-01-01T00:00:00Z', 'z-99']) {
      const forged = Buffer.from(JSON.stringify([question, position, day, key])).toString('base64url');
      expect((await leader(`/api/v1/figures/course.cost?groupBy=object&limit=1&after=${forged}`)).statusCode).toBe(400);
    }
  });

  it('are files with all rows, in the order asked', async () => {
    const whole = await answered<FigureRows>('figures/course.held?groupBy=object&sort=-value');
    const lines = (await leader('/api/v1/figures/course.held.ndjson?groupBy=object&sort=-value')).payload.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as FigureRow).figureId)).toEqual(whole.rows.map(({ figureId }) => figureId));
  });

  it('stay as they were known at the first page', async () => {
    const question = 'figures/course.cost?groupBy=object&sort=-value';
    const before = await answered<FigureRows>(question);
    const first = await answered<FigureRows>(`${question}&limit=1`);
    await book.record(slices[0], idOf('dearest of all'), 'CoursePlanned', {
      title: 'Dearest',
      kind: 'craft',
      plannedOn: '2020-01-02',
    });
    await book.record(slices[0], idOf('dearest of all'), 'CourseHeld', { costVnd: 999_000_000_000, heldOn: '2020-01-03' });
    expect((await answered<FigureRows>(`${question}&limit=1`)).rows[0]).toMatchObject({ value: 999_000_000_000 });
    const second = await answered<FigureRows>(`${question}&limit=200&after=${first.next}`);
    expect([...first.rows, ...second.rows]).toEqual(before.rows);
    expect(second.meta.knownAt).toEqual(before.meta.knownAt);
  });
});
