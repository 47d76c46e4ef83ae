import { StoreFault } from '@soquy/event-store';
import { eventsOf, testPlatform, type Json, type Person, type TestPlatform } from '../support/platform.js';

let platform: TestPlatform;
let officer: Person;
let finance: Person;
let leader: Person;

beforeAll(async () => {
  platform = await testPlatform();
  [officer, finance, leader] = await Promise.all([platform.as('officer'), platform.as('finance'), platform.as('leader')]);
});
afterAll(() => platform.close());

const reason = 'Gõ thừa một số 0';
const stored = (stream: string) => eventsOf(platform.store, stream);
const codeOf = ({ status, body }: { status: number; body: Json }) => [status, body.code];

async function weighedParcel() {
  const { objectId, stream } = (
    await officer.post('parcels', { title: 'Máy ép', agencyId: 'tra-vinh', effectiveOn: '2026-03-02' })
  ).body;
  await officer.post(`parcels/${objectId}/weighings`, { kilograms: 250, effectiveOn: '2026-03-03' });
  return { objectId, stream, eventId: (await stored(stream)).at(-1)!.id };
}
const weigh = (kilograms: number, more: object = {}) => ({
  command: 'WeighParcel',
  fields: { kilograms, effectiveOn: '2026-03-03', ...more },
});
const request = (eventId: string, replacement: object, person = officer) =>
  person.post('corrections', { eventId, reason, replacement });
const approve = ({ body }: { body: Json }, headers = {}, person = leader) =>
  person.post(`corrections/${body.objectId}/approvals`, {}, headers);

it('is recorded with the approval: the old fact is taken back, the right one stands, in one request, by who asked for it', async () => {
  const { stream, eventId } = await weighedParcel();
  const asked = await request(eventId, weigh(25));
  expect(asked.status).toBe(201);
  const approved = await approve(asked);
  const [requested, approval, instead] = (await stored(stream)).slice(2);
  expect(requested!.data).toMatchObject({ eventId, replacement: weigh(25) });
  expect(instead).toMatchObject({
    type: 'ParcelWeighed',
    data: { kilograms: 25, weighedOn: '2026-03-03' },
    metadata: { reason, actor: { personId: requested!.metadata.actor.personId, role: 'officer' }, agencyId: 'tra-vinh' },
  });
  expect(instead!.metadata.$correlationId).toBe(approval!.metadata.$correlationId);
  expect([approved.status, approved.body.revision, approved.body.position]).toEqual([201, 4, instead!.position]);
  const shown = await officer.get(`${asked.headers.location as string}?minPosition=${approved.body.position}`);
  expect(shown.body).toMatchObject({ status: 'approved', replacement: weigh(25) });
});

it('is recorded once, however often the approval is sent', async () => {
  const { stream, eventId } = await weighedParcel();
  const asked = await request(eventId, weigh(26));
  const key = { 'idempotency-key': 'approve-and-replace-once' };
  const first = await approve(asked, key);
  expect((await approve(asked, key)).body).toEqual(first.body);
  expect(await stored(stream)).toHaveLength(5);
});

it('is checked when it is asked for: fields, rules, rights, and that it is a fact of the same kind', async () => {
  const { eventId, stream } = await weighedParcel();
  const wrong = await request(eventId, { command: 'WeighParcel', fields: { effectiveOn: '2026-03-03' } });
  expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/replacement/fields/kilograms']);
  const unknown = await request(eventId, { command: 'BurnParcel', fields: {} });
  expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([400, '/replacement/command']);
  expect(codeOf(await request(eventId, weigh(501)))).toEqual([422, 'TooHeavy']);
  expect(codeOf(await request(eventId, weigh(5, { effectiveOn: '2199-01-01' })))).toEqual([422, 'FutureDay']);
  expect(codeOf(await request(eventId, weigh(5), finance))).toEqual([403, 'NotAllowed']);
  const payment = { command: 'PayParcel', fields: { amountVnd: 5, effectiveOn: '2026-03-03' } };
  expect(codeOf(await request(eventId, payment))).toEqual([422, 'OtherKindOfFact']);
  expect(await stored(stream)).toHaveLength(2);
});

it('is told where it can no longer be recorded', async () => {
  const { objectId, stream } = (
    await officer.post('parcels', { title: 'Máy ép', agencyId: 'tra-vinh', effectiveOn: '2026-03-02' })
  ).body;
  await officer.post(`parcels/${objectId}/labels`, { label: 'first', effectiveOn: '2026-03-03' });
  const eventId = (await stored(stream)).at(-1)!.id;
  const label = { command: 'LabelParcel', fields: { label: 'wanted', effectiveOn: '2026-03-03' } };
  const asked = await request(eventId, label);
  const other = await officer.post('parcels', { title: 'Máy gặt', agencyId: 'tra-vinh', effectiveOn: '2026-03-02' });
  await officer.post(`parcels/${other.body.objectId}/labels`, { label: 'wanted', effectiveOn: '2026-03-03' });
  const approved = await approve(asked);
  expect([approved.status, approved.body.notReplaced?.code]).toEqual([201, expect.any(String)]);
  expect((await stored(stream)).map(({ type }) => type).slice(-2)).toEqual(['CorrectionRequested', 'CorrectionApproved']);
});

it('that the store could not take is recorded when the approval is sent again, in the same request as the first', async () => {
  const { stream, eventId } = await weighedParcel();
  const asked = await request(eventId, weigh(28));
  const key = { 'idempotency-key': 'approve-then-lose-the-store' };
  const append = platform.store.append.bind(platform.store);
  const lost = jest.spyOn(platform.store, 'append').mockImplementation(async (...call) => {
    if (call[2].some(({ type }) => type === 'ParcelWeighed')) throw new StoreFault('unavailable', 'cut');
    return append(...call);
  });
  expect((await approve(asked, key)).status).toBe(503);
  lost.mockRestore();
  expect((await stored(stream)).at(-1)!.type).toBe('CorrectionApproved');
  expect((await approve(asked, key)).status).toBe(201);
  const [approval, instead] = (await stored(stream)).slice(-2);
  expect([instead!.type, instead!.data]).toEqual(['ParcelWeighed', { kilograms: 28, weighedOn: '2026-03-03' }]);
  expect(instead!.metadata.$correlationId).toBe(approval!.metadata.$correlationId);
});

it('never is what is asked for and approved by one person', async () => {
  const { eventId, stream } = await weighedParcel();
  const asked = await request(eventId, weigh(27));
  expect(codeOf(await approve(asked, {}, officer))).toEqual([403, 'NotAllowed']);
  await leader.post(`corrections/${asked.body.objectId}/rejections`, {});
  expect((await stored(stream)).map(({ type }) => type)).not.toContain('CorrectionApproved');
  expect(await stored(stream)).toHaveLength(4);
});
