import { Book, idOf } from './boards/book.js';
import { withBoards } from './boards/app.js';
import { agency, course, fund } from './boards/slices.js';

const api = '/api/v1';

const { leader, bound } = withBoards(async () => {
  const book = await Book.open();
  for (const [id, title] of [
    ['tra-vinh', 'Trà Vinh'],
    ['soc-trang', 'Sóc Trăng'],
  ] as const)
    await book.record(agency, id, 'Named', { title, namedOn: '2019-01-01' });
  for (const [owner, title] of [
    ['tra-vinh', 'Quỹ Trà Vinh'],
    ['soc-trang', 'Quỹ Sóc Trăng'],
  ] as const)
    await book.record(fund, idOf(title), 'Named', { title, namedOn: '2019-01-01' }, { agency: owner });
  await book.record(course, idOf('một'), 'CoursePlanned', { title: 'Lớp', kind: 'craft', plannedOn: '2020-01-10' });
  return { book };
});

describe('what was known, asked with rubbish,', () => {
  const asks = ['figures/course.cost?knownAt=', 'courses?knownAt=', 'courses/KH-2026-0001?knownAt=', 'corrections?knownAt='];
  const rubbish = ['x', 'x-foo', 't-0000002x', 't-garbage', '2020-01-01T00:00:00+16:00', '2020-01-01T00:00:00%2B16:00', 'null'];

  it.each(asks)('is refused with its place: %s', async (ask) => {
    for (const value of rubbish) {
      const answer = await leader(`${api}/${ask}${value}`);
      expect([value, answer.statusCode, answer.json().errors]).toEqual([
        value,
        400,
        [expect.objectContaining({ pointer: '/knownAt' })],
      ]);
    }
  });

  it('is refused where changes are asked for, and where the newest recording is named', async () => {
    const { figureId } = (await leader(`${api}/figures/course.cost`)).json();
    const changes = await leader(`${api}/figures/${figureId}/changes?from=t-garbage&to=t-garbage`);
    expect(changes.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/from', '/to']);
    expect((await leader(`${api}/courses?minPosition=t-garbage`)).json().errors[0].pointer).toBe('/minPosition');
  });

  it('is answered for every offset there is', async () => {
    for (const offset of ['Z', '%2B14:00', '-12:00', '%2B07:00'])
      expect((await leader(`${api}/courses?knownAt=2026-01-01T00:00:00${offset}`)).statusCode).toBe(200);
  });
});

describe('a figure id somebody made up', () => {
  const forged = (named: object, knownAt = 't-00000005') =>
    Buffer.from(JSON.stringify(['course.cost', 0, '2026-06-30', knownAt, Object.entries(named), 0])).toString('base64url');

  it("does not tell the name of another agency's fund", async () => {
    const other = forged({ agency: 'tra-vinh', fund: idOf('Quỹ Sóc Trăng') });
    const answer = await bound(`${api}/figures/${other}/evidence`);
    expect([answer.statusCode, answer.payload.includes(idOf('Quỹ Sóc Trăng'))]).toEqual([200, true]);
    expect(answer.payload).not.toContain('Quỹ Sóc Trăng');
    expect((await bound(`${api}/funds/${idOf('Quỹ Sóc Trăng')}`)).statusCode).toBe(403);
  });

  it('is unknown where its place in the log is rubbish', async () => {
    expect((await leader(`${api}/figures/${forged({}, 'rubbish')}/evidence`)).statusCode).toBe(404);
  });
});
