import { copiedValues } from './copied-values.js';
import { likeness, nearDuplicates, searchWord } from './near-duplicates.js';

const item = (title: string, effectiveFrom: string, data: object = {}) => ({
  title,
  effectiveFrom,
  data: data as Record<string, unknown>,
});

it('finds nearly the same title within a week, accents or not', () => {
  const items = [
    item('Truyền nghề: Đan lục bình (lớp 1)', '2026-04-18'),
    item('Truyền nghề: Đan lục bình (lớp 1)', '2026-04-10'),
    item('Hội nghị tổng kết', '2026-04-19'),
    item('truyen nghe dan luc binh', '2026-06-01', { plannedOn: '2026-04-26' }),
  ];
  const near = nearDuplicates(items, 'Truyền nghề Đan lục bình', '2026-04-19');
  expect(near).toEqual([items[0], items[3]]);
  expect(likeness('Đan lục bình', 'Hội chợ')).toBe(0);
  expect(searchWord('Tập huấn chuyển đổi số')).toBe('chuyển');
  expect(searchWord('  ')).toBeUndefined();
});

it('copies everything but the days, and finds ids where the object keeps more', () => {
  const schema = {
    properties: {
      title: { type: 'string' },
      effectiveOn: { type: 'string', 'x-unit': 'day' },
      organisationId: { type: 'string' },
      organisationIds: { type: 'array' },
      senders: { type: 'array', items: { properties: { organisationId: { type: 'string' }, learners: { type: 'integer' } } } },
      costVnd: { type: 'integer' },
    },
  };
  const data = {
    title: 'a',
    effectiveOn: '2026-01-01',
    organisation: { organisationId: 'o1' },
    organisations: [{ organisationId: 'o2' }, {}],
    senders: [{ organisationId: 'o3', type: 'cooperative', learners: 5 }],
  };
  expect(copiedValues(schema, data)).toEqual({
    title: 'a',
    organisationId: 'o1',
    organisationIds: ['o2'],
    senders: [{ organisationId: 'o3', learners: 5 }],
  });
});
