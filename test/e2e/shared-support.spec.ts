import { agencyId, MILLION, recorded, withPeople } from './own-people.js';
import type { Json } from './product.js';

const { product, officer, leader } = withPeople('officer', 'leader');

const place = 'QD19-2025:86';
const names = ['HTX Ánh Mai', 'HTX Bình Minh', 'HTX Ở nhà'] as const;
let anhMai: string;
let binhMinh: string;
let atHome: string;
let fair: Json;
let fairHeld: string;
let course: Json;
/** The head of the log before the fair and the class were recorded. */
let before: string;

const organisation = async (name: string): Promise<Json> =>
  recorded(
    officer.post('organisations', {
      ...{ agencyId, name, type: 'cooperative', sector: 'agriculture', place },
      effectiveOn: '2026-01-08',
    }),
  );

const classOf = (fields: object) =>
  officer.post('held-training-classes', {
    ...{ agencyId, kind: 'craft', title: 'Đan lát', place, effectiveOn: '2026-04-20' },
    ...fields,
  });

const asked = async (path: string): Promise<Json> => {
  const { status, body } = await leader.get(path);
  expect([path, status, body.code]).toEqual([path, 200, undefined]);
  return body;
};
const sharedBy = async (organisationId: string, noun: string, query = ''): Promise<string[]> => {
  const { items } = await asked(`${noun}?participant=${organisationId}${query}`);
  return (items as Json[]).map(({ id }) => id as string);
};

beforeAll(async () => {
  const registered = [];
  for (const name of names) registered.push(await organisation(name));
  [anhMai, binhMinh, atHome] = registered.map(({ objectId }) => objectId as string) as [string, string, string];
  before = registered.at(-1)!.position as string;
  fair = await recorded(
    officer.post('held-trade-fairs', {
      ...{ agencyId, kind: 'fair', role: 'joined', title: 'Hội chợ OCOP', place, effectiveOn: '2026-04-10' },
      ...{ organisationIds: [anhMai, binhMinh], participations: { value: 5 }, costVnd: 30 * MILLION },
    }),
  );
  const senders = [
    { organisationId: anhMai, learners: 12 },
    { organisationId: binhMinh, learners: 5 },
  ];
  course = await recorded(classOf({ learners: { value: 30 }, senders, costVnd: 9 * MILLION }));
  await product.level();
  const { items } = await asked(`events?object=${fair.objectId}&type=TradeFairHeld`);
  fairHeld = items[0].eventId as string;
});

describe('support that several organisations shared', () => {
  it('is in the list of each that took part, and of nobody else', async () => {
    for (const organisationId of [anhMai, binhMinh]) {
      expect(await sharedBy(organisationId, 'trade-fairs')).toEqual([fair.objectId]);
      expect(await sharedBy(organisationId, 'training-classes')).toEqual([course.objectId]);
    }
    for (const noun of ['trade-fairs', 'training-classes', 'machinery-grants', 'loans'])
      expect([noun, await sharedBy(atHome, noun)]).toEqual([noun, []]);
    expect((await asked(`trade-fairs?organisation=${anhMai}`)).items).toEqual([]);
  });

  it('was not known before it was recorded, and had not been before its day', async () => {
    expect(await sharedBy(anhMai, 'trade-fairs', `&knownAt=${before}`)).toEqual([]);
    expect(await sharedBy(anhMai, 'trade-fairs', '&effectiveTo=2026-04-09')).toEqual([]);
    expect(await sharedBy(anhMai, 'trade-fairs', '&effectiveTo=2026-04-10')).toEqual([fair.objectId]);
  });

  it.each([
    ['fair.participations', () => fair.objectId as string, 1],
    ['training.learners', () => course.objectId as string, 12],
    ['training.senders', () => course.objectId as string, 1],
  ])('says what was counted for one of them: %s', async (metric, of, value) => {
    const { rows } = await asked(`figures/${metric}?organisation=${anhMai}&groupBy=object`);
    expect((rows as Json[]).map((row) => [row.key, row.value])).toEqual([[of(), value]]);
    const evidence = await asked(`figures/${rows[0].figureId}/evidence`);
    expect([evidence.matches, evidence.recomputed, evidence.items.length]).toEqual([true, value, 1]);
  });

  it('has its cost and its number of organisations as its own, and adds nothing to what one of them received', async () => {
    const ofFair = `object=${fair.objectId}`;
    expect((await asked(`figures/support.total?${ofFair}`)).value).toBe(30 * MILLION);
    expect(await asked(`figures/fair.organisations?${ofFair}`)).toMatchObject({ value: 2, unknown: 1 });
    expect((await asked(`figures/training.organisations?object=${course.objectId}`)).value).toBe(2);
    expect((await asked(`figures/support.total?organisation=${anhMai}`)).value ?? 0).toBe(0);
    expect((await asked(`figures/training.learners`)).value).toBe(30);
  });

  it("is nobody's any more when it is taken back, but was as known before", async () => {
    const { objectId } = await recorded(officer.post('corrections', { eventId: fairHeld, reason: 'Ghi nhầm hội chợ' }));
    const { position } = await recorded(leader.post(`corrections/${objectId}/approvals`, {}));
    expect(await sharedBy(anhMai, 'trade-fairs', `&minPosition=${position}`)).toEqual([]);
    expect(await sharedBy(anhMai, 'trade-fairs', `&knownAt=${course.position}`)).toEqual([fair.objectId]);
  });
});

describe('who sent the learners of a class', () => {
  it.each([
    ['more than were taught', [12, 19], 422, 'MoreSentThanLearners'],
    ['nobody', [], 400, 'Malformed'],
    ['none of its people', [0], 400, 'Malformed'],
  ])('is not told as %s', async (_, numbers, status, code) => {
    const senders = numbers.map((learners, index) => ({ organisationId: [anhMai, binhMinh][index], learners }));
    const { status: answered, body } = await classOf({ learners: { value: 30 }, senders });
    expect([answered, body.code]).toEqual([status, code]);
  });

  it('is refused in the words that its form has', async () => {
    const { body } = await classOf({ senders: [{ learners: 0 }] });
    const told = (body.errors as Json[]).map(({ pointer, detail }) => [pointer, detail.split(':')[0]]);
    expect(told).toEqual([
      ['/senders/0/organisationId', 'Tổ chức'],
      ['/senders/0/learners', 'Số người học'],
    ]);
  });

  it('is told once for each organisation, and only of those that exist', async () => {
    const twice = await classOf({ senders: [1, 2].map((learners) => ({ organisationId: anhMai, learners })) });
    expect([twice.status, twice.body.errors[0].pointer]).toEqual([400, '/senders']);
    const unknown = await classOf({ senders: [{ organisationId: fairHeld, learners: 1 }] });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'UnknownObject']);
  });
});
