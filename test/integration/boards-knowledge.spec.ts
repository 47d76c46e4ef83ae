import { KnowledgeFromReadModels } from '@soquy/boards';
import { idOf, type Book } from './boards/book.js';
import { anhMai, nhoTo, smallWorld } from './boards/world.js';

let book: Book;
let wrongCost: string;
let knowledge: KnowledgeFromReadModels;

beforeAll(async () => {
  ({ book, wrongCost } = await smallWorld());
  knowledge = new KnowledgeFromReadModels(book);
});
afterAll(() => book.close());

const HEAD = 't-00000021';
const fundId = idOf('quy');

it('sums stocks up to a day, by fund and by organisations', async () => {
  const questions = {
    lent: { metrics: ['debt.lent'], fundId },
    left: { metrics: ['debt.outstanding'], fundId },
    both: { metrics: ['debt.lent', 'debt.outstanding'], fundId },
    one: { metrics: ['debt.lent'], organisationIds: [nhoTo.organisationId] },
    related: { metrics: ['debt.lent'], organisationIds: [nhoTo.organisationId, anhMai.organisationId] },
    ever: { metrics: ['debt.outstanding'], fundId, ever: true as const },
    elsewhere: { metrics: ['debt.lent'], fundId: 'nowhere' },
    line: { metrics: ['debt.lent'], budgetLineId: 'nowhere' },
  };
  expect(await knowledge.stocks(questions, { on: '2021-06-15', notBefore: HEAD })).toEqual({
    lent: 300_000_000,
    left: 200_000_000,
    both: 500_000_000,
    one: 100_000_000,
    related: 300_000_000,
    ever: 50_000_000,
    elsewhere: 0,
    line: 0,
  });
});

it('answers the lowest that something is from a day on, also between that day and the last one', async () => {
  const owed = { metrics: ['debt.outstanding'], fundId, lowest: true as const };
  const paid = { metrics: ['debt.lent'], minus: ['debt.outstanding'], fundId };
  const questions = {
    owed,
    paid,
    paidAtLeast: { ...paid, lowest: true as const },
    less: { metrics: [], minus: ['debt.outstanding'], fundId, lowest: true as const },
    elsewhere: { ...owed, fundId: 'nowhere' },
  };
  const on = async (day: string) => Object.values(await knowledge.stocks(questions, { on: day, notBefore: HEAD }));
  expect(await on('2020-12-31')).toEqual([0, 0, 0, -300_000_000, 0]);
  expect(await on('2021-01-05')).toEqual([50_000_000, 0, 0, -300_000_000, 0]);
  expect(await on('2021-06-15')).toEqual([50_000_000, 100_000_000, 100_000_000, -200_000_000, 0]);
  expect(await on('2021-07-15')).toEqual([50_000_000, 250_000_000, 250_000_000, -50_000_000, 0]);
  expect(await on('2026-01-01')).toEqual([50_000_000, 250_000_000, 250_000_000, -50_000_000, 0]);
});

it('counts nothing that was taken back', async () => {
  expect(await knowledge.stocks({ cost: { metrics: ['course.cost'] } }, { on: '2026-01-01', notBefore: undefined })).toEqual({
    cost: 99_598_000,
  });
});

it('finds the stream of an event and of a correction', async () => {
  expect(await knowledge.streamOfEvent(wrongCost, HEAD)).toBe(`course-${idOf('hai')}`);
  expect(await knowledge.streamOfCorrection('c-1', HEAD)).toBe(`course-${idOf('hai')}`);
  expect(await knowledge.streamOfEvent(idOf('nothing'), HEAD)).toBeUndefined();
  expect(await knowledge.streamOfEvent('rubbish', HEAD)).toBeUndefined();
});

it('answers nothing rather than something older than asked', async () => {
  const ask = (notBefore: string) => knowledge.stocks({ lent: { metrics: ['debt.lent'] } }, { on: '2026-01-01', notBefore });
  await expect(ask('t-99999999')).rejects.toMatchObject({ status: 503, extra: { retryAfter: 2 } });
  await book.database.query(`update rm.projection set position = 't-00000005' where slice = 'debts'`);
  await expect(ask(HEAD)).rejects.toMatchObject({ status: 503 });
  await expect(ask('t-00000005')).resolves.toEqual({ lent: 300_000_000 });
});
