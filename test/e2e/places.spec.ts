import { agencyId, withPeople } from './own-people.js';
import type { Answer } from './product.js';

const { admin, officer } = withPeople('admin', 'officer');

const htx = { name: 'HTX Xuân Thành', type: 'cooperative', sector: 'agriculture', agencyId };
const told = ({ status, body }: Answer) => (status === 201 ? 201 : [status, body.code]);
const unknown = [422, 'UnknownPlace'];

it.each([
  ['TCTK63:84', '1998-05-04', 201],
  ['TCTK63:84', '2025-06-30', 201],
  ['TCTK63:84', '2025-07-01', unknown],
  ['TCTK63:99', '2025-06-30', unknown],
  ['QD19-2025:86', '2025-06-30', unknown],
  ['QD19-2025:86', '2025-07-01', 201],
  ['QD19-2025:84', '2025-07-01', unknown],
  ['84', '2025-06-30', [400, 'Malformed']],
  ['GSO:84', '2025-06-30', [400, 'Malformed']],
])('a cooperative is at %s on %s: %p', async (place, effectiveOn, answer) => {
  expect(told(await officer.post('organisations', { ...htx, place, effectiveOn }))).toEqual(answer);
});

it('says which list holds on that day, in the language asked, and leaves nothing behind', async () => {
  const wrong = { ...htx, place: 'TCTK63:99', effectiveOn: '2025-03-02' };
  const key = { 'idempotency-key': 'a-place-of-no-list' };
  const { body } = await officer.post('organisations', wrong, key);
  const facts = { field: 'place', place: 'TCTK63:99', effectiveOn: '2025-03-02', codeSystem: 'TCTK63' };
  expect([body.detail, body.facts]).toEqual([
    'Mã địa bàn không có trong danh mục tỉnh, thành phố có hiệu lực vào ngày đó.',
    facts,
  ]);
  const english = await officer.post('organisations', wrong, { ...key, 'accept-language': 'en' });
  expect(english.body.detail).toBe('The place is not in the list of provinces in force on that day.');
  expect(told(await officer.post('organisations', { ...wrong, place: 'TCTK63:84' }, key))).toBe(201);
});

it('holds for a move, for classes, fairs and agencies alike', async () => {
  const { body } = await officer.post('organisations', { ...htx, place: 'TCTK63:84', effectiveOn: '2025-01-06' });
  const move = (place: string) => officer.post(`organisations/${body.objectId}/details`, { place, effectiveOn: '2025-08-01' });
  expect([told(await move('TCTK63:82')), told(await move('QD19-2025:82'))]).toEqual([unknown, 201]);
  const activities = {
    'training-classes': { kind: 'craft', title: 'Lớp đan lục bình' },
    'held-training-classes': { kind: 'craft', title: 'Lớp đan lục bình' },
    'trade-fairs': { kind: 'fair', role: 'organised', title: 'Hội chợ' },
    'held-trade-fairs': { kind: 'fair', role: 'organised', title: 'Hội chợ' },
  };
  for (const [path, activity] of Object.entries(activities)) {
    const at = (place: string) => officer.post(path, { ...activity, agencyId, place, effectiveOn: '2025-08-04' });
    expect([path, told(await at('TCTK63:84')), told(await at('QD19-2025:86'))]).toEqual([path, unknown, 201]);
  }
  const agency = { agencyId: 'vinh-long', name: 'Sở Công Thương Vĩnh Long', kind: 'department', effectiveOn: '2025-07-01' };
  expect(told(await admin.post('agencies', { ...agency, place: 'TCTK63:86' }))).toEqual(unknown);
  expect(told(await admin.post('agencies', { ...agency, place: 'QD19-2025:86' }))).toBe(201);
});
