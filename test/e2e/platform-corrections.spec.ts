import { eventsOf, withPlatform, type Json, type Person } from '../support/platform.js';

const { platform, officer, finance, leader } = withPlatform(['officer', 'finance', 'leader']);

const day = { effectiveOn: '2026-03-02' };
const stored = (stream: string) => eventsOf(platform.store, stream);
const reason = 'Ghi nhầm số tiền';

async function paidParcel(agencyId = 'tra-vinh') {
  const { objectId, stream } = (await officer.post('parcels', { title: 'Máy ép', agencyId, ...day })).body;
  await officer.post(`parcels/${objectId}/payments`, { amountVnd: 70, effectiveOn: '2025-12-30' });
  const payment = (await stored(stream)).at(-1)!;
  return { objectId, stream, eventId: payment.id };
}
const request = (person: Person, eventId: string, more: object = {}, headers = {}) =>
  person.post('corrections', { eventId, reason, ...more }, headers);
const decide = (person: Person, { body }: { body: Json }, how: 'approvals' | 'rejections', more: object = {}) =>
  person.post(`corrections/${body.objectId}/${how}`, more);
const codeOf = ({ status, body }: { status: number; body: Json }) => [status, body.code];

it('is asked for by one person and approved by another, in the object’s own stream and on the day of the event', async () => {
  const { stream, eventId, objectId } = await paidParcel();
  const asked = await request(officer, eventId);
  expect([asked.status, asked.headers.location, asked.body.stream, asked.body.revision]).toEqual([
    201,
    `/api/v1/corrections/${asked.body.objectId}`,
    stream,
    2,
  ]);
  expect(asked.body.code).toMatch(/^BK-2026-/);
  const approved = await decide(leader, asked, 'approvals');
  expect([approved.status, approved.body.objectId, approved.body.revision]).toEqual([201, asked.body.objectId, 3]);

  const [requested, approval] = (await stored(stream)).slice(2);
  const correctionId = asked.body.objectId;
  expect(requested).toMatchObject({
    type: 'CorrectionRequested',
    data: { correctionId, eventId, eventType: 'ParcelPaid', requestedOn: '2025-12-30' },
    metadata: { effectiveOn: '2025-12-30', postingPeriod: '2026-11', budgetYear: 2026, reason, agencyId: 'tra-vinh' },
  });
  expect(approval).toMatchObject({
    type: 'CorrectionApproved',
    data: { correctionId, eventId, approvedOn: '2025-12-30' },
    metadata: { reverses: eventId, actor: { role: 'leader' } },
  });
  const shown = await officer.get(asked.headers.location as string);
  expect(shown.body).toMatchObject({ status: 'approved', eventId, reason, object: `/api/v1/parcels/${objectId}`, revision: 3 });
});

it('is read at its own address, not older than a recording that is named', async () => {
  const { eventId } = await paidParcel();
  const asked = await request(officer, eventId);
  const address = asked.headers.location as string;
  const shown = await officer.get(`${address}?minPosition=${asked.body.position}`);
  expect([shown.status, shown.body.status]).toEqual([200, 'requested']);
  const approved = await decide(leader, asked, 'approvals');
  expect((await officer.get(`${address}?minPosition=${approved.body.position}`)).body.status).toBe('approved');
  const wrong = await officer.get(`${address}?minPosition=7&knownAt=p-1&minPosition=p-1`);
  expect([wrong.status, wrong.body.errors.map(({ pointer, code }: Json) => [pointer, code])]).toEqual([
    400,
    [
      ['/minPosition', 'repeated'],
      ['/knownAt', 'unknownParameter'],
    ],
  ]);
  const malformed = await officer.get(`${address}?minPosition=7`);
  expect([malformed.status, malformed.body.errors[0].code]).toEqual([400, 'invalid']);
});

it('is repeated under its key, and told from another body', async () => {
  const { stream, eventId } = await paidParcel();
  const key = { 'idempotency-key': 'one-correction-only' };
  const first = await request(officer, eventId, {}, key);
  expect((await request(officer, eventId, {}, key)).body).toEqual(first.body);
  expect(codeOf(await request(officer, eventId, { reason: 'Khác' }, key))).toEqual([422, 'IdempotencyKeyReused']);
  expect(await stored(stream)).toHaveLength(3);
});

it('is never approved by who asked for it', async () => {
  const { stream, eventId } = await paidParcel();
  const asked = await request(finance, eventId);
  const own = await decide(finance, asked, 'approvals');
  expect(codeOf(own)).toEqual([409, 'SamePerson']);
  expect(own.body.detail).toBe('Người đề nghị không được tự duyệt; cần một người khác.');
  expect(codeOf(await decide(finance, asked, 'rejections'))).toEqual([409, 'SamePerson']);
  expect(await stored(stream)).toHaveLength(3);
});

it('belongs to roles: an officer does not decide, a leader does not ask', async () => {
  const { eventId } = await paidParcel();
  const asked = await request(officer, eventId);
  expect(codeOf(await decide(officer, asked, 'approvals'))).toEqual([403, 'NotAllowed']);
  expect(codeOf(await request(leader, eventId))).toEqual([403, 'NotAllowed']);
});

it('can be asked for once at a time, again after a rejection, and never after an approval', async () => {
  const { eventId } = await paidParcel();
  const asked = await request(officer, eventId);
  const twice = await request(officer, eventId);
  expect([codeOf(twice), twice.body.facts]).toEqual([[409, 'AlreadyRequested'], { correctionId: asked.body.objectId }]);
  await decide(leader, asked, 'rejections', { reason: 'Không có căn cứ' });
  expect(codeOf(await decide(leader, asked, 'approvals'))).toEqual([409, 'CorrectionDecided']);
  const anew = await request(officer, eventId);
  expect((await decide(leader, anew, 'approvals')).status).toBe(201);
  expect(codeOf(await request(officer, eventId))).toEqual([409, 'AlreadyReversed']);
});

it('is refused for kinds that are never taken back, and for corrections themselves', async () => {
  const { stream, eventId } = await paidParcel();
  const [sent] = await stored(stream);
  expect(codeOf(await request(officer, sent!.id))).toEqual([422, 'NeverReversible']);
  await request(officer, eventId);
  const asked = (await stored(stream)).at(-1)!;
  expect(codeOf(await request(officer, asked.id))).toEqual([422, 'NeverReversible']);
});

it("is refused while another fact rests on the event, in the slice's words, at the request and again at the approval", async () => {
  const { objectId, stream } = await paidParcel();
  await officer.post(`parcels/${objectId}/weighings`, { kilograms: 4, ...day });
  const weighing = (await stored(stream)).at(-1)!;
  const asked = await request(officer, weighing.id);
  await officer.post(`parcels/${objectId}/deliveries`, day);
  const late = await decide(leader, asked, 'approvals');
  expect([codeOf(late), late.body.detail]).toEqual([[409, 'NeverWeighed'], 'Bưu kiện chưa được cân.']);
  await decide(leader, asked, 'rejections');
  expect(codeOf(await request(officer, weighing.id))).toEqual([409, 'NeverWeighed']);
});

it('takes back what the decision then no longer sees', async () => {
  const { objectId, stream } = await paidParcel();
  await officer.post(`parcels/${objectId}/weighings`, { kilograms: 4, ...day });
  const weighing = (await stored(stream)).at(-1)!;
  await decide(leader, await request(officer, weighing.id), 'approvals');
  expect(codeOf(await officer.post(`parcels/${objectId}/deliveries`, day))).toEqual([409, 'NeverWeighed']);
});

it('has no day of its own', async () => {
  const { eventId } = await paidParcel();
  const other = await request(officer, eventId, { effectiveOn: '2026-01-05' });
  expect([codeOf(other), other.body.facts]).toEqual([[422, 'CorrectionDay'], { effectiveOn: '2025-12-30' }]);
  expect((await request(officer, eventId, { effectiveOn: '2025-12-30' })).status).toBe(201);
});

it('needs a reason, an event that exists, and the agency of its object', async () => {
  const nobody = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
  const { eventId } = await paidParcel('soc-trang');
  const silent = await officer.post('corrections', { eventId });
  expect([codeOf(silent), silent.body.errors]).toEqual([
    [400, 'Malformed'],
    [{ pointer: '/reason', code: 'required', detail: 'Lý do: chưa có.' }],
  ]);
  expect(codeOf(await request(officer, nobody))).toEqual([404, 'UnknownEvent']);
  expect(codeOf(await leader.post(`corrections/${nobody}/approvals`, {}))).toEqual([404, 'UnknownCorrection']);
  const bound = await platform.as('officer-tra-vinh');
  expect(codeOf(await request(bound, eventId))).toEqual([403, 'OtherAgency']);
  const asked = await request(officer, eventId);
  expect(codeOf(await bound.get(asked.headers.location as string))).toEqual([403, 'OtherAgency']);
  expect(codeOf(await officer.get('/api/v1/corrections/abc'))).toEqual([404, 'UnknownCorrection']);
});

it('of two approvals at the same moment one stands', async () => {
  const { stream, eventId } = await paidParcel();
  const asked = await request(officer, eventId);
  const both = await Promise.all([
    decide(leader, asked, 'approvals'),
    decide(await platform.as('fund-manager'), asked, 'approvals'),
  ]);
  expect(both.map(codeOf).sort()).toEqual([
    [201, both.find(({ status }) => status === 201)!.body.code],
    [409, 'CorrectionDecided'],
  ]);
  expect((await stored(stream)).filter(({ type }) => type === 'CorrectionApproved')).toHaveLength(1);
});
