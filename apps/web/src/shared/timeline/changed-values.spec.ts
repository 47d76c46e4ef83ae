import { changedValues } from './changed-values.js';

const old = {
  effectiveOn: '2020-10-20',
  data: { learners: { value: 30, qualifier: 'over' }, costVnd: 25_000_000, heldOn: '2020-10-20' },
};
const instead = (fields: Record<string, unknown>) => changedValues(old, { command: 'RecordResult', fields });

it('tells what is otherwise, the day as well, and nothing that stays', () => {
  expect(
    instead({ learners: { qualifier: 'over', value: 30 }, costVnd: 2_500_000, effectiveOn: '2020-10-21', reason: 'nhầm' }),
  ).toEqual([
    { field: 'costVnd', from: 25_000_000, to: 2_500_000 },
    { field: 'effectiveOn', from: '2020-10-20', to: '2020-10-21' },
  ]);
  expect(instead({ learners: old.data.learners, costVnd: 25_000_000, effectiveOn: '2020-10-20' })).toEqual([]);
});

it('tells what was not given before, and a part that is otherwise', () => {
  expect(instead({ place: 'TCTK63:84', learners: { value: 31, qualifier: 'over' } })).toEqual([
    { field: 'place', from: undefined, to: 'TCTK63:84' },
    { field: 'learners', from: { value: 30, qualifier: 'over' }, to: { value: 31, qualifier: 'over' } },
  ]);
});
