import { figureIdOf, figureIdsBy, questionOf, type Question } from './question.js';

const question: Question = {
  metric: 'training.cost',
  filters: { programme: 'CT-2026-0001', year: '2020', source: null },
  agencies: ['tra-vinh', 'soc-trang'],
  effectiveFrom: '2020-01-01',
  effectiveTo: '2020-12-31',
  knownAt: 'p-0000000042',
};
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

it('an id holds its whole question', () => {
  expect(questionOf(figureIdOf(question))).toEqual({ ...question, agencies: ['soc-trang', 'tra-vinh'] });
  const { agencies: _, effectiveFrom: __, ...plain } = { ...question, filters: {} };
  expect(questionOf(figureIdOf(plain))).toEqual(plain);
});

it('the id of a group is that of the question about it', () => {
  for (const groupBy of ['object', 'source', 'year'] as const) {
    const idOf = figureIdsBy(question, groupBy);
    for (const key of ['2020', 'loan "1"', '\\', null])
      expect(idOf(key)).toBe(figureIdOf({ ...question, filters: { ...question.filters, [groupBy]: key } }));
  }
});

it('the same question has the same id, however it was put together', () => {
  const { filters, agencies, ...rest } = question;
  const same = {
    agencies: [...agencies!].reverse(),
    filters: { source: filters.source!, year: filters.year!, programme: filters.programme! },
    ...rest,
  };
  expect(figureIdOf(same)).toBe(figureIdOf(question));
});

it.each([
  'x',
  encoded({}),
  encoded(['m', 0, '2020-02-30', 'p-1', [], 0]),
  encoded(['m', 0, '0000-01-01', 'p-1', [], 0]),
  encoded(['m', 0, '2020-02-01', 'p-1', [['rubbish', 'x']], 0]),
  encoded(['m', 0, '2020-02-01', 'p-1', [['programme', "x'\0"]], 0]),
  encoded(['m', 0, '2020-02-01', 'p-1', [['year', 'abcd']], 0]),
  encoded(['m', 0, '2020-02-01', 'p-1', [], ['a\0']]),
  encoded(['m', 0, '2020-02-01', 7, [], 0]),
  encoded([
    'm',
    0,
    '2020-02-01',
    'p-1',
    [
      ['year', '2020'],
      ['agency', 'x'],
    ],
    0,
  ]),
])('%s was never given out', (figureId) => {
  expect(questionOf(figureId)).toBeUndefined();
});
