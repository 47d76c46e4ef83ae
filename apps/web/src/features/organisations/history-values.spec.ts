import { Catalogue } from '../../shared/api/catalogue.js';
import { isShared, valuesToTell } from './history-values.js';

jest.mock('../../shared/api/client.js', () => ({}));

const catalogue = new Catalogue({ roles: {}, enums: {}, kinds: [], commands: [] } as never);
const told = (data: Readonly<Record<string, unknown>>) =>
  valuesToTell(catalogue, { category: 'loan', effectiveOn: '2026-01-05', data });

it('tells amounts and numbers alone where a fact has some', () => {
  const data = {
    loanId: 'x',
    disbursedOn: '2026-01-05',
    amountVnd: 5,
    budgetYear: 2026,
    visitors: { value: 40, qualifier: 'over' },
    note: 'x',
  };
  expect(told(data)).toEqual([
    ['amountVnd', 5],
    ['visitors', { value: 40, qualifier: 'over' }],
  ]);
});

it('tells the short values of a fact without numbers, not its day, its title or its organisations', () => {
  const data = {
    name: 'HTX Ánh Mai',
    title: 'Lớp',
    renamedOn: '2026-01-05',
    since: '2026-01-01',
    organisations: [{}],
    parts: { a: 1 },
  };
  expect(told(data)).toEqual([
    ['name', 'HTX Ánh Mai'],
    ['since', '2026-01-01'],
  ]);
});

it('knows numbers of a whole activity', () => {
  const together = [{ organisations: [{ organisationId: 'o' }] }, { senders: [{ organisationId: 'o', learners: 5 }] }];
  expect(together.map((data) => isShared({ data }))).toEqual([true, true]);
  const alone = [{ amountVnd: 5, organisation: { organisationId: 'o' } }, { relatedOrganisationIds: ['o'] }];
  expect(alone.map((data) => isShared({ data }))).toEqual([false, false]);
});
