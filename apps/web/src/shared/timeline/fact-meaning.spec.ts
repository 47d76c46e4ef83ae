import { Catalogue } from '../api/catalogue.js';
import { factsToShow, fieldWords, meaningOf, unitBeside } from './fact-meaning.js';

jest.mock('../api/client.js', () => ({}));

const words = (text: string) => ({ vi: text, en: text });
const catalogue = new Catalogue({
  roles: {},
  enums: {
    source: { budget: words('Ngân sách') },
    kind: { fair: words('Hội chợ') },
    key: {
      'fund.equity.min': {
        vi: 'Vốn tự có tối thiểu (điểm cơ bản tổng vốn)',
        en: 'Least own equity (basis points of the investment)',
      },
      'ocop.bands': { vi: 'Mức điểm (điểm)', en: 'Scores (points)' },
    },
  },
  kinds: [
    {
      category: 'class',
      noun: 'classes',
      words: words('Lớp'),
      one: words('Lớp'),
      isActivity: true,
      statuses: [],
      events: [],
      fields: {
        costVnd: { vi: 'Kinh phí (đồng)', en: 'Cost (VND)' },
        rateBasisPoints: { vi: 'Lãi (điểm cơ bản/năm)', en: 'Rate' },
      },
      enums: { kind: { craft: words('Truyền nghề') } },
    },
  ],
  commands: [
    {
      name: 'Plan',
      words: words('Lập'),
      category: 'class',
      path: '/x',
      creates: true,
      roles: [],
      mine: true,
      schema: { properties: { organisationIds: { items: {}, 'x-refers': 'organisations' }, place: { 'x-refers': 'places' } } },
    },
  ],
});

it.each<[string, unknown, object]>([
  ['costVnd', 5, { is: 'number', unit: 'vnd' }],
  ['budgetYear', 2026, { is: 'number', unit: 'year' }],
  ['termMonths', 12, { is: 'number', unit: 'months' }],
  ['women', 3, { is: 'number', unit: 'count' }],
  ['learners', { value: 3, qualifier: 'over' }, { is: 'quantity', unit: 'count' }],
  ['revenue', { value: 3 }, { is: 'quantity', unit: 'vnd' }],
  ['rule', { value: 3, key: 'x' }, { is: 'group' }],
  ['heldOn', '2026-01-31', { is: 'day' }],
  ['kind', 'craft', { is: 'words', value: words('Truyền nghề') }],
  ['kind', 'fair', { is: 'words', value: words('Hội chợ') }],
  ['budgetSource', 'budget', { is: 'words', value: words('Ngân sách') }],
  ['organisationId', 'o1', { is: 'reference', noun: 'organisations', id: 'o1' }],
  ['place', 'TCTK63:84', { is: 'place' }],
  ['title', 'Đan', { is: 'text', value: 'Đan' }],
  ['flag', false, { is: 'flag' }],
  ['movements', [1], { is: 'list' }],
])('%s %j', (field, value, meaning) => {
  expect(meaningOf(catalogue, 'class', field, value)).toMatchObject(meaning);
});

it('calls fields by their kind, else by what follows, without the unit that stands at the value', () => {
  expect(fieldWords(catalogue, 'class', 'costVnd').vi).toBe('Kinh phí');
  expect(fieldWords(catalogue, 'class', 'rateBasisPoints').vi).toBe('Lãi (%/năm)');
  expect(fieldWords(catalogue, 'class', 'heldOn').vi).toBe('Ngày tổ chức');
  expect(fieldWords(catalogue, 'other', 'costVnd').en).toBe('Cost');
  expect(fieldWords(catalogue, 'class', 'somethingNewOn').en).toBe('something new on');
});

it('leaves out ids of its own, what is empty, and who did it', () => {
  const data = { classId: 'x', status: 'held', rules: [], title: 'a', approvedBy: '76d1f04d-cb74-5206-b32c-41b41a2cae6d' };
  expect(factsToShow('class', data)).toEqual([['title', 'a']]);
});

it('calls a rule by its name and shows its number in the unit that the name tells', () => {
  expect(meaningOf(catalogue, 'loan', 'key', 'fund.equity.min')).toEqual({
    is: 'words',
    value: { vi: 'Vốn tự có tối thiểu (% tổng vốn)', en: 'Least own equity (% of the investment)' },
  });
  const unit = unitBeside(catalogue, { key: 'fund.equity.min', value: 2_000 });
  expect(meaningOf(catalogue, 'loan', 'value', 2_000, unit)).toEqual({ is: 'number', value: 2_000, unit: 'basisPoints' });
  expect([
    unitBeside(catalogue, { key: 'ocop.bands' }),
    unitBeside(catalogue, { key: 'own.rule' }),
    unitBeside(catalogue, {}),
  ]).toEqual(['count', undefined, undefined]);
});
