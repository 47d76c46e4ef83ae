import { randomUUID } from 'node:crypto';
import { demoPersonId } from '@soquy/platform';
import { boardsApp } from './boards/app.js';
import { idOf, type Book } from './boards/book.js';
import { course, debt, organisation } from './boards/slices.js';
import { anhMai, nhoTo, smallWorld } from './boards/world.js';

type Json = Record<string, any>;

const OFFICER = demoPersonId('officer');
const REQUEST = 'request-of-two-facts';
const GUEST = idOf('khach');

let book: Book;
let world: Awaited<ReturnType<typeof smallWorld>>;
let boards: Awaited<ReturnType<typeof boardsApp>>;
let paid: string;
let late: string;

beforeAll(async () => {
  world = await smallWorld();
  ({ book } = world);
  await book.record(organisation, GUEST, 'Named', { title: 'HTX Khách', namedOn: '2019-01-01' });
  paid = await book.record(
    debt,
    idOf('no hai'),
    'DebtRepaid',
    { amountVnd: 1, repaidOn: '2026-01-01' },
    { person: OFFICER, request: REQUEST, extra: { evidence: { documentNumber: '12/QĐ-UBND', voucher: 'PT-0042' } } },
  );
  late = await book.record(
    course,
    idOf('nam'),
    'CoursePlanned',
    { title: 'Lớp Đan Đệm', kind: 'craft', programmeId: idOf('khuyen cong'), plannedOn: '2025-12-31' },
    { person: OFFICER, request: REQUEST, recordedAt: '2026-02-01T00:30:00+07:00' },
  );
  boards = await boardsApp(book);
});
afterAll(async () => {
  await boards.close();
  await book.close();
});

const asking = async (username: string) => {
  const get = await boards.as(username);
  return async (query = '', path = '/api/v1/events'): Promise<Json> => {
    const answer = await get(`${path}${query && `?${query}`}`);
    return { status: answer.statusCode, headers: answer.headers, ...(answer.json() as Json) };
  };
};

const idsOf = ({ items }: Json): string[] => (items as Json[]).map(({ eventId }) => eventId as string);

describe('the journal', () => {
  it('tells the newest first, with who, what of, and when', async () => {
    const ask = await asking('officer');
    const { status, items, meta } = await ask('limit=2');
    expect(status).toBe(200);
    expect(idsOf({ items })).toEqual([late, paid]);
    expect(items[1]).toEqual({
      eventId: paid,
      type: 'DebtRepaid',
      words: { vi: expect.any(String), en: expect.any(String) },
      category: 'debt',
      effectiveOn: '2026-01-01',
      recordedAt: expect.any(String),
      position: expect.stringMatching(/^t-/),
      revision: 2,
      personId: OFFICER,
      person: { username: 'officer' },
      role: 'officer',
      agency: 'tra-vinh',
      object: { id: idOf('no hai'), noun: 'debts', code: expect.any(String), title: expect.any(String) },
      evidence: { documentNumber: '12/QĐ-UBND', voucher: 'PT-0042' },
      data: { amountVnd: 1, repaidOn: '2026-01-01' },
    });
    expect(meta.knownAt.position).toBe(items[0].position);
  });

  it('pages by cursor through all of them, each once, and only with the same question', async () => {
    const ask = await asking('officer');
    const all = idsOf(await ask('limit=200'));
    expect(new Set(all).size).toBe(all.length);
    const paged: string[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page = await ask(`limit=3${next && `&after=${next}`}`);
      paged.push(...idsOf(page));
      next = page.next as string | undefined;
      if (next) expect((await ask(`limit=3&category=debt&after=${next}`)).status).toBe(400);
    }
    expect(paged).toEqual(all);
  });

  it.each([
    ['actor=officer', 2],
    [`actor=${OFFICER}`, 2],
    ['category=debt', 5],
    ['category=debts', 5],
    ['category=debt&type=DebtLent', 2],
    ['type=CourseHeld', 5],
    [`object=${idOf('no hai')}`, 3],
    [`organisation=${anhMai.organisationId}`, 4],
    [`fund=${idOf('quy')}`, 5],
    [`programme=${idOf('khuyen cong')}`, 12],
    ['agency=soc-trang', 2],
    ['effectiveFrom=2026-01-01', 1],
    ['effectiveFrom=2021-06-30&effectiveTo=2021-12-31', 1],
    ['recordedFrom=2026-02-01', 1],
    ['recordedTo=2026-01-31&effectiveFrom=2025-12-01', 1],
    ['exceptions=corrections', 2],
    ['exceptions=reversed', 1],
    ['exceptions=late&effectiveFrom=2025-12-31', 1],
    ['q=pt-0042', 1],
    ['q=12/qd-ubnd', 1],
    ['q=dan%20dem', 1],
    ['q=%C4%90AN%20%C4%90%E1%BB%86M', 1],
    ['q=khong-co-gi', 0],
  ])('%s', async (query, count) => {
    const ask = await asking('officer');
    const answer = await ask(`${query}&limit=200`);
    expect([answer.status, idsOf(answer).length]).toEqual([200, count]);
  });

  it('finds an object by its code as by its id', async () => {
    const ask = await asking('officer');
    const { items } = await ask(`object=${idOf('no hai')}`);
    expect(idsOf(await ask(`object=${items[0].object.code}`))).toEqual(idsOf({ items }));
  });

  it('answers as known before', async () => {
    const ask = await asking('officer');
    const [newest, , third] = (await ask('limit=3')).items as Json[];
    expect(idsOf(await ask(`limit=1&knownAt=${third!.position}`))).toEqual([third!.eventId]);
    const corrected = await ask('exceptions=reversed');
    expect(corrected.items[0]).toMatchObject({ eventId: world.wrongCost, reversedBy: world.correction });
    const before = await ask(`exceptions=reversed&knownAt=${corrected.items[0].position}`);
    expect(before.items).toEqual([]);
    expect(newest!.reversedBy).toBeUndefined();
  });

  it('finds what concerns an organisation, also where an object of another names it; taken back, both stay', async () => {
    const guests = [{ ...nhoTo, organisationId: GUEST }];
    const heldOn = '2026-02-01';
    const held = await book.record(course, idOf('nam'), 'CourseHeld', { organisation: anhMai, guests, heldOn });
    const ask = await asking('officer');
    const before = (await ask(`organisation=${anhMai.organisationId}`)).items[0].position as string;
    expect(idsOf(await ask(`organisation=${GUEST}`))).toEqual([held]);
    expect(idsOf(await ask(`organisation=${GUEST}&effectiveTo=2026-01-31`))).toEqual([]);
    const about = { correctionId: 'c-2', eventId: held, eventType: 'CourseHeld', approvedOn: heldOn };
    const extra = { correctionId: 'c-2', reverses: held };
    const correction = await book.record(course, idOf('nam'), 'CorrectionApproved', about, { extra });
    expect(idsOf(await ask(`organisation=${GUEST}`))).toEqual([correction, held]);
    expect(idsOf(await ask(`organisation=${GUEST}&knownAt=${before}`))).toEqual([held]);
    expect(idsOf(await ask(`organisation=${GUEST}&category=debt`))).toEqual([]);
    const paged = await ask(`organisation=${GUEST}&limit=1`);
    expect(idsOf(await ask(`organisation=${GUEST}&limit=1&after=${paged.next}`))).toEqual([held]);
  });

  it('comes by the day things happened where that is asked, page by page', async () => {
    const ask = await asking('officer');
    const about = 'sort=-effectiveOn&category=course';
    const { items } = await ask(`${about}&limit=200`);
    const key = ({ effectiveOn, position }: Json) => `${effectiveOn} ${position}`;
    expect((items as Json[]).map(key)).toEqual((items as Json[]).map(key).sort().reverse());
    const paged: string[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page = await ask(`${about}&limit=2${next && `&after=${next}`}`);
      paged.push(...idsOf(page));
      next = page.next as string | undefined;
    }
    expect(paged).toEqual(idsOf({ items }));
    const file = await (await boards.as('officer'))(`/api/v1/events.ndjson?${about}`);
    const lines = file.payload.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Json).eventId)).toEqual(paged);
  });

  it('shows an account of one agency its own and what belongs to all', async () => {
    const [all, ask] = [await asking('officer'), await asking('officer-tra-vinh')];
    const seen = await ask('limit=200');
    const expected = ((await all('limit=200')).items as Json[]).filter(
      ({ agency, category }) => agency === 'tra-vinh' || ['agency', 'organisation'].includes(category as string),
    );
    expect(idsOf(seen)).toEqual(expected.map(({ eventId }) => eventId));
    expect(seen.items.length).toBeLessThan(((await all('limit=200')).items as Json[]).length);
    expect((await ask('agency=soc-trang')).status).toBe(403);
  });

  it.each([
    'actor=nobody',
    'category=dragons',
    'type=DragonSlain',
    'object=KHONG-2026-0001',
    'limit=201',
    'exceptions=early',
    'effectiveFrom=2026-02-30',
    'recordedFrom=2026-02-01&recordedTo=2026-01-01',
    'effectiveFrom=2026-02-01&effectiveTo=2026-01-01',
    'after=abc',
    'sort=code',
  ])('%s is refused', async (query) => {
    const ask = await asking('officer');
    expect((await ask(query)).status).toBe(400);
  });

  it('is for those who are signed in', async () => {
    expect((await boards.app.inject({ url: '/api/v1/events' })).statusCode).toBe(401);
    expect((await boards.app.inject({ url: `/api/v1/events/${paid}` })).statusCode).toBe(401);
  });

  it('leaves as a file with all rows, and who recorded them', async () => {
    const get = await boards.as('officer');
    const csv = await get('/api/v1/events.csv?actor=officer');
    const lines = csv.payload.trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/eventId;type;words;objectCode;objectTitle;agency;.*;person;/);
    expect(lines[2]).toContain(';officer;');
    expect(csv.headers.link).toContain('describedby');
    const lined = await get('/api/v1/events.ndjson?q=pt-0042');
    expect(JSON.parse(lined.payload)).toMatchObject({ eventId: paid, person: { username: 'officer' } });
    expect((await get('/api/v1/events.xlsx')).payload.slice(0, 2)).toBe('PK');
    expect((await get('/api/v1/events.csv?limit=3')).statusCode).toBe(400);
  });
});

describe('one event', () => {
  it('tells how it came to be recorded, and what else its request led to', async () => {
    const ask = await asking('officer');
    const { caused, metadata, eventId } = await ask('', `/api/v1/events/${paid}`);
    expect([eventId, idsOf({ items: caused })]).toEqual([paid, [late]]);
    expect(metadata).toEqual({
      requestId: REQUEST,
      correlationId: REQUEST,
      causationId: `command-${REQUEST}`,
      commandId: `command-${REQUEST}`,
      schemaVersion: 1,
    });
  });

  it('is 404 where there is none or was none yet, 403 where it is of another agency', async () => {
    const [ask, own] = [await asking('officer'), await asking('officer-tra-vinh')];
    expect((await ask('', `/api/v1/events/${randomUUID()}`)).status).toBe(404);
    expect((await ask('', '/api/v1/events/abc')).status).toBe(404);
    expect((await ask('knownAt=t-00000003', `/api/v1/events/${paid}`)).status).toBe(404);
    const [other] = (await ask('agency=soc-trang')).items as Json[];
    expect((await own('', `/api/v1/events/${other!.eventId}`)).status).toBe(403);
    expect((await own('', `/api/v1/events/${paid}`)).status).toBe(200);
  });
});

describe('who recorded', () => {
  it('stands in timelines, evidence and corrections, by the name of today', async () => {
    const ask = await asking('officer');
    const [line] = ((await ask('', `/api/v1/debts/${idOf('no hai')}/timeline`)).items as Json[]).slice(-1);
    expect(line).toMatchObject({ eventId: paid, personId: OFFICER, person: { username: 'officer' } });
    const { figureId } = await ask('', '/api/v1/figures/debt.outstanding');
    const { items } = await ask('limit=200', `/api/v1/figures/${figureId}/evidence`);
    const events = (items as Json[]).flatMap((item) => (item.events as Json[] | undefined) ?? [item]);
    expect(events.find(({ eventId }) => eventId === paid)?.person).toEqual({ username: 'officer' });
    await boards.dataSource.query(`update app.account set name = 'Nguyễn Thị Lan' where id = $1`, [OFFICER]);
    expect((await ask(`q=pt-0042`)).items[0].person).toEqual({ username: 'officer', name: 'Nguyễn Thị Lan' });
  });

  it('is not told to strangers of public boards', async () => {
    const open = await boardsApp(book, { PUBLIC_BOARDS: 'on' });
    const answer = await open.app.inject({ url: `/api/v1/debts/${idOf('no hai')}/timeline` });
    await open.close();
    const [line] = (answer.json() as { items: Json[] }).items.slice(-1);
    expect([line!.personId, line!.person]).toEqual([OFFICER, undefined]);
  });
});
