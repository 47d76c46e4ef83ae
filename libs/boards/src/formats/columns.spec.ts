import type { Feature } from '@soquy/platform';
import type { ObjectState } from '../lists/object-state.js';
import { listColumns } from './columns.js';

const word = { vi: 'x', en: 'x' };
const fields = { amountVnd: word, visitors: word, contractNumber: word, schedule: word, place: word };
const columns = listColumns({ texts: { fields } as unknown as Feature['texts'] });
const cells = (data: unknown) =>
  Object.fromEntries(Object.entries(columns).map(([name, cell]) => [name, cell({ data, place: 'P' } as unknown as ObjectState)]));

it('finds a field in the stage it belongs to, the latest stage where several have it', () => {
  const data = { application: { amountVnd: 300 }, approval: { amountVnd: 250, contract: { contractNumber: '12/HĐ' } } };
  expect(cells(data)).toMatchObject({ amountVnd: 250, contractNumber: '12/HĐ', place: 'P' });
});

it('prefers what stands nearer, takes nothing out of lists, and leaves them as JSON', () => {
  const data = { amountVnd: 0, approval: { amountVnd: 250 }, schedule: [{ contractNumber: 'no' }] };
  expect(cells(data)).toMatchObject({ amountVnd: 0, schedule: '[{"contractNumber":"no"}]', contractNumber: undefined });
});

it('shows a quantity as its number, and says beside it what is not exact', () => {
  const data = {
    visitors: { value: 9_000, qualifier: 'about' },
    result: { stalls: { value: 30, valueTo: 40, qualifier: 'range' } },
  };
  expect(cells(data)).toMatchObject({ visitors: 9_000, qualifiers: 'visitors=about result.stalls=range..40' });
  expect(cells({ visitors: { value: 9_000, qualifier: 'exact' } }).qualifiers).toBeUndefined();
});
