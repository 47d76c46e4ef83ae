import { withBoards } from './boards/app.js';
import { Book, idOf } from './boards/book.js';
import { course, debt, organisation } from './boards/slices.js';
import { anhMai, nhoTo } from './boards/world.js';

type Json = Record<string, any>;

const api = '/api/v1';
const GUEST = idOf('khach');
const guest = { ...nhoTo, organisationId: GUEST };

/** A course of everybody with two guests, of which one is taken back later; a course of Ánh Mai's own that one guest came to. */
async function sharedCourses(): Promise<{ book: Book }> {
  const book = await Book.open();
  for (const [id, title] of [
    [anhMai.organisationId, 'HTX Ánh Mai'],
    [nhoTo.organisationId, 'THT Nho Tơ'],
    [GUEST, 'HTX Khách'],
  ] as const)
    await book.record(organisation, id, 'Named', { title, namedOn: '2019-01-01' });
  const plan = (word: string, title: string, agency = 'tra-vinh') =>
    book.record(course, idOf(word), 'CoursePlanned', { title, kind: 'craft', plannedOn: '2020-01-10' }, { agency });
  await plan('chung', 'Lớp chung', 'soc-trang');
  await book.record(course, idOf('chung'), 'CourseHeld', {
    guests: [anhMai, guest],
    learners: { value: 9 },
    heldOn: '2020-02-05',
  });
  await plan('rieng', 'Lớp riêng');
  await book.record(course, idOf('rieng'), 'CourseHeld', { organisation: anhMai, guests: [guest], heldOn: '2020-03-05' });
  await plan('nham', 'Lớp ghi nhầm');
  const wrong = await book.record(course, idOf('nham'), 'CourseHeld', { guests: [guest], heldOn: '2020-04-05' });
  const lent = { organisation: anhMai, fundId: idOf('quy'), amountVnd: 5, dueOn: '2021-06-30', lentOn: '2021-01-05' };
  await book.record(debt, idOf('no'), 'DebtLent', lent);
  const about = { correctionId: 'c-1', eventId: wrong, eventType: 'CourseHeld' };
  const extra = { correctionId: 'c-1', reverses: wrong };
  await book.record(course, idOf('nham'), 'CorrectionApproved', { ...about, approvedOn: '2020-04-05' }, { extra });
  return { book };
}

/** Positions: the last before the shared course was held, and the last before the mistake was taken back. */
const BEFORE_HELD = 't-00000004';
const BEFORE_CORRECTION = 't-00000010';

const { leader, bound } = withBoards(sharedCourses);

const titles = async (ask: typeof leader, query: string, noun = 'courses'): Promise<string[]> => {
  const answer = await ask(`${api}/${noun}?${query}`);
  expect([query, answer.statusCode]).toEqual([query, 200]);
  return ((answer.json() as Json).items as Json[]).map(({ title }) => title as string).sort();
};

describe('what an organisation shared with others', () => {
  it('is listed for each who took part, beside what is its own, and for nobody else', async () => {
    expect(await titles(leader, `participant=${anhMai.organisationId}`)).toEqual(['Lớp chung']);
    expect(await titles(leader, `participant=${GUEST}`)).toEqual(['Lớp chung', 'Lớp riêng']);
    expect(await titles(leader, `participant=${nhoTo.organisationId}`)).toEqual([]);
    expect(await titles(leader, `organisation=${anhMai.organisationId}`)).toEqual(['Lớp riêng']);
    expect(await titles(leader, `participant=${anhMai.organisationId}`, 'debts')).toEqual([]);
  });

  it('is found by the code of the organisation, with the other filters, and counted', async () => {
    const { items } = (await leader(`${api}/organisations?q=khach`)).json() as Json;
    const answer = (await leader(`${api}/courses?participant=${items[0].code}&q=chung&total=true`)).json() as Json;
    expect([answer.items.map(({ id }: Json) => id), answer.total]).toEqual([[idOf('chung')], 1]);
    const refused = await leader(`${api}/courses?participant=HTX-2026-9999`);
    expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([400, '/participant']);
  });

  it('is what stood on the day and was known then', async () => {
    const of = (query: string) => titles(leader, `participant=${GUEST}&${query}`);
    expect(await of('effectiveTo=2020-02-04')).toEqual([]);
    expect(await of('effectiveTo=2020-02-05')).toEqual(['Lớp chung']);
    expect(await of(`knownAt=${BEFORE_CORRECTION}`)).toEqual(['Lớp chung', 'Lớp ghi nhầm', 'Lớp riêng']);
    expect(await of(`knownAt=${BEFORE_HELD}`)).toEqual([]);
  });

  it('is seen by those who may see it', async () => {
    expect(await titles(bound, `participant=${GUEST}`)).toEqual(['Lớp riêng']);
  });

  it('goes into a file', async () => {
    const { body } = await leader(`${api}/courses.csv?participant=${anhMai.organisationId}`);
    expect([body.includes('Lớp chung'), body.includes('Lớp riêng')]).toEqual([true, false]);
  });
});
