import { GetChanges, GetChangesHandler } from '../../libs/boards/src/evidence/changes.queries.js';
import type { EntryItem, FoldItem, KeyItem } from '../../libs/boards/src/evidence/evidence.js';
import { GetEvidence, GetEvidenceHandler } from '../../libs/boards/src/evidence/evidence.queries.js';
import type { FigureAnswer } from '../../libs/boards/src/figures/answers.js';
import { Catalogue } from '../../libs/boards/src/figures/catalogue.js';
import { GetFigure, GetFigureHandler } from '../../libs/boards/src/figures/figure.queries.js';
import { EVERYONE, type Reader } from '../../libs/boards/src/figures/reader.js';
import { People } from '../../libs/boards/src/people.js';
import { idOf, type Book } from './boards/book.js';
import { course, crossFigures, debt, slices } from './boards/slices.js';
import { clock, nhoTo, smallWorld } from './boards/world.js';

let book: Book;
let wrongCost: string;
let correction: string;
const catalogue = new Catalogue(slices, crossFigures);

beforeAll(async () => {
  ({ book, wrongCost, correction } = await smallWorld());
});
afterAll(() => book.close());

const ask = async (metric: string, asked: GetFigure['asked'] = {}) =>
  (await new GetFigureHandler(book, catalogue, clock).execute(new GetFigure(metric, asked, EVERYONE))) as FigureAnswer;
const open = (figureId: string, page: { limit?: number; after?: string } = {}, reader: Reader = EVERYONE) =>
  new GetEvidenceHandler(book, catalogue, new People()).execute(new GetEvidence(figureId, { limit: 200, ...page }, reader));
const changes = (figureId: string, from: string, to?: string) =>
  new GetChangesHandler(book, catalogue, new People()).execute(new GetChanges(figureId, { from, to }, { limit: 200 }, EVERYONE));

describe('evidence', () => {
  it.each([
    ['course.cost', {}],
    ['course.cost', { kind: 'management' }],
    ['course.cost', { knownAt: 't-00000015' }],
    ['course.learners', { period: '2020' }],
    ['course.organisations', {}],
    ['course.organisations', { agency: 'soc-trang' }],
    ['course.costPerClass', {}],
    ['money.moved', {}],
    ['debt.outstanding', { effectiveTo: '2021-07-01' }],
    ['debt.overdue', { effectiveTo: '2021-07-01' }],
    ['debt.overdue', { effectiveTo: '2021-07-10', organisationType: 'cooperative' }],
    ['debt.overdueShare', { effectiveTo: '2021-07-10' }],
  ] as [string, GetFigure['asked']][])('of %s %j is recomputed from the events and agrees', async (metric, asked) => {
    const { figureId, value } = await ask(metric, asked);
    expect(await open(figureId)).toMatchObject({ figureId, metric, value, recomputed: value, matches: true });
  });

  it('of a sum lists every entry with its event, and they re-add to it', async () => {
    const { figureId, value } = await ask('course.cost');
    const items = (await open(figureId)).items as EntryItem[];
    expect(items.reduce((sum, item) => sum + (item.value ?? 0), 0)).toBe(value);
    expect(items).toHaveLength(6);
    expect(items[0]).toMatchObject({
      type: 'CourseHeld',
      words: { vi: 'Đã tổ chức lớp' },
      effectiveOn: '2020-02-05',
      recordedAt: '2026-01-01T00:08:00.000Z',
      personId: 'officer-1',
      role: 'officer',
      value: 67_175_000,
      object: { noun: 'courses', code: 'KH-2026-0001', title: 'Lớp đan lát mot' },
    });
    const [wrong, negation] = items.filter(({ value: of }) => Math.abs(of ?? 0) === 314_230_000);
    expect(wrong).toMatchObject({ eventId: wrongCost, reversedBy: correction });
    expect(negation).toMatchObject({ eventId: correction, negates: wrongCost, value: -314_230_000 });
    expect(items.find(({ value: of }) => of === null)?.object.code).toBe('KH-2026-0003');
  });

  it('comes in pages that join without gap or repeat', async () => {
    const { figureId } = await ask('course.cost');
    const all: EntryItem[] = [];
    for (let after: string | undefined; ;) {
      const { items, next } = await open(figureId, { limit: 2, ...(after && { after }) });
      all.push(...(items as EntryItem[]));
      if (!next) break;
      after = next;
    }
    expect(all).toEqual((await open(figureId)).items);
  });

  it('of a figure asked earlier stays what it was', async () => {
    const { figureId, value } = await ask('course.cost', { knownAt: 't-00000015' });
    expect(await open(figureId)).toMatchObject({ value, matches: true, meta: { knownAt: { position: 't-00000015' } } });
  });

  it('of a ratio opens both sides', async () => {
    const { figureId } = await ask('debt.overdueShare', { effectiveTo: '2021-07-10' });
    const { parts } = await open(figureId);
    expect(parts).toMatchObject([
      { role: 'numerator', metric: 'debt.overdue', value: 200_000_000 },
      { role: 'denominator', metric: 'debt.outstanding', value: 200_000_000 },
    ]);
    expect(await open(parts![0]!.figureId)).toMatchObject({ value: 200_000_000, matches: true });
  });

  it('of a distinct count gives each key its own question', async () => {
    const { figureId } = await ask('course.organisations');
    const items = (await open(figureId)).items as KeyItem[];
    expect(items.map(({ object, key }) => object?.title ?? key).sort()).toEqual(['HTX Ánh Mai', 'THT Nho Tơ', null].sort());
    const one = items.find(({ key }) => key === nhoTo.organisationId)!;
    expect(await open(one.figureId)).toMatchObject({ metric: 'course.held', value: 1 });
  });

  it('of a fold shows the objects that count and their events', async () => {
    const { figureId } = await ask('debt.overdue', { effectiveTo: '2021-07-20' });
    const items = (await open(figureId)).items as FoldItem[];
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      value: 50_000_000,
      object: { code: 'NO-2026-0001', noun: 'debts' },
      row: { leftVnd: 50_000_000 },
    });
    expect(items[0]!.events.map(({ type }) => type)).toEqual(['DebtLent', 'DebtRepaid']);
  });

  it('is refused to those who may not see all of it', async () => {
    const { figureId } = await ask('debt.lent');
    const bound = { agencyIds: ['soc-trang'] };
    await expect(async () => open(figureId, {}, bound)).rejects.toMatchObject({ status: 403, code: 'OtherAgency' });
    const own = await ask('debt.lent', { agency: 'soc-trang' });
    expect(await open(own.figureId, {}, bound)).toMatchObject({ value: 0, matches: true });
  });

  it.each([
    '',
    'rubbish',
    Buffer.from('["course.cost",0,"2020-02-31","t-1",[],0]').toString('base64url'),
    Buffer.from('["x",0,"2020-02-01","t-1",[],0]').toString('base64url'),
  ])('of an id nobody gave out (%s) is 404', async (figureId) => {
    await expect(async () => open(figureId)).rejects.toMatchObject({ status: 404, code: 'UnknownFigure' });
  });

  it('of an id from before the log moved to another store is refused, not answered as of another moment', async () => {
    const { figureId } = await ask('course.cost', { knownAt: 't-00000015' });
    const parts = JSON.parse(Buffer.from(figureId, 'base64url').toString()) as unknown[];
    const moved = Buffer.from(JSON.stringify(parts.with(3, 'p-00000000000000000015'))).toString('base64url');
    await expect(open(moved)).rejects.toMatchObject({
      status: 400,
      extra: { errors: [{ pointer: '/figureId', code: 'isForeign' }] },
    });
    await expect(changes(moved, 't-00000012')).rejects.toMatchObject({ status: 400 });
  });

  it('of a forged cursor is 400', async () => {
    const { figureId } = await ask('debt.lent');
    for (const values of [['2020-02-31', 't', wrongCost, 0], ['2020-01-01', 't', 'x', 0], ['2020-01-01', 't\0', wrongCost, 0], 7])
      await expect(open(figureId, { after: Buffer.from(JSON.stringify(values)).toString('base64url') })).rejects.toMatchObject({
        status: 400,
      });
  });
});

describe('changes', () => {
  it('of a sum are the entries that became known in between', async () => {
    const { figureId } = await ask('course.cost');
    const found = await changes(figureId, 't-00000015');
    expect(found).toMatchObject({ from: { value: 382_405_000 }, to: { value: 99_598_000 }, difference: -282_807_000 });
    expect((found.items as EntryItem[]).map(({ value, negates }) => [value, negates])).toEqual([
      [-314_230_000, wrongCost],
      [31_423_000, undefined],
    ]);
  });

  it('of a fold are the objects that measure otherwise, with the events between', async () => {
    const { figureId } = await ask('debt.overdue', { effectiveTo: '2021-07-10', knownAt: 't-00000021' });
    await book.record(debt, idOf('no hai'), 'DebtLent', {
      organisation: nhoTo,
      fundId: idOf('quy'),
      amountVnd: 7,
      dueOn: '2021-06-30',
      lentOn: '2021-06-20',
    });
    const { items } = await changes((await ask('debt.overdue', { effectiveTo: '2021-07-10' })).figureId, 't-00000021');
    expect(items).toMatchObject([
      { from: 0, to: 7, object: { code: 'NO-2026-0002' }, events: [{ type: 'DebtLent', effectiveOn: '2021-06-20' }] },
    ]);
    expect(figureId).not.toBe((await ask('debt.overdue', { effectiveTo: '2021-07-10' })).figureId);
  });

  it('need a beginning before their end', async () => {
    const { figureId } = await ask('course.cost', { knownAt: 't-00000010' });
    await expect(async () => changes(figureId, undefined as never)).rejects.toMatchObject({ status: 400 });
    await expect(changes(figureId, 't-00000012')).rejects.toMatchObject({ status: 400 });
  });
});

it('a fact stated anew because of a later back-dated one still agrees', async () => {
  const id = idOf('nam');
  await book.record(course, id, 'CourseHeld', {
    learners: { value: 3, qualifier: 'range', valueTo: 5 },
    costVnd: 5,
    heldOn: '2022-05-05',
  });
  await book.record(course, id, 'CoursePlanned', { title: 'Lớp muộn', kind: 'late', plannedOn: '2022-05-01' });
  const late = await ask('course.learners', { kind: 'late' });
  expect(late).toMatchObject({ value: 3, valueTo: 5, qualifier: 'range' });
  expect(await open(late.figureId)).toMatchObject({ matches: true, recomputed: 3 });
  expect(await ask('course.learners', { object: id })).toMatchObject({ value: 3, valueTo: 5, qualifier: 'range' });
  expect(await open((await ask('course.learners', { object: id })).figureId)).toMatchObject({ matches: true });
});

it('says so when the rows and the events disagree', async () => {
  const { figureId, value } = await ask('course.held');
  const tampered = await Promise.all([
    book.database.query(`update rm.entries set value = value + 5 where metric = 'course.learners' and value = 30`),
    book.database.query(
      `update rm.objects set "row" = jsonb_set("row"::jsonb, '{leftVnd}', '1')::json where category = 'debt' and known_to is null`,
    ),
    book.database
      .query(`insert into rm.entries select build, gen_random_uuid(), entry_no, position, metric, value, value_to, qualifier, unknown, weight, kind,
      basis, category, object_id, agency_id, programme_id, budget_line_id, fund_id, organisation_id, organisation_type, sector, place, source, activity_kind,
      subject_id, effective_on, budget_year, posting_period, origin, negates from rm.entries where metric = 'course.held' and negates is null
      order by position limit 1`),
  ]);
  expect(tampered).toHaveLength(3);
  expect(await open((await ask('debt.overdue', { effectiveTo: '2021-07-01' })).figureId)).toMatchObject({
    matches: false,
    recomputed: 200_000_007,
  });
  expect(await open(figureId)).toMatchObject({ value: value! + 1, recomputed: value, matches: false });
});
