import { withAgency } from './agency.js';

const schema = {
  properties: {
    title: { type: 'string' },
    programmeId: { type: 'string', 'x-refers': 'programmes' },
    organisationId: { type: 'string', 'x-refers': 'organisations' },
    agencyId: { type: 'string', 'x-refers': 'agencies' },
  },
  required: ['title'],
};
const command = { category: 'trainingClass' };
const requiredOf = (typed: Record<string, string>, of: { category: string; pathId?: string } = command) =>
  withAgency(schema, of, typed).required;

it('requires the agency until something chosen belongs to one', () => {
  expect(requiredOf({})).toEqual(['title', 'agencyId']);
  expect(requiredOf({ organisationId: 'o' })).toEqual(['title', 'agencyId']);
  expect(requiredOf({ programmeId: 'p' })).toEqual(['title']);
});

it('requires none for what belongs to all, or stands under something else', () => {
  expect(requiredOf({}, { category: 'rule' })).toEqual(['title']);
  expect(requiredOf({}, { category: 'budgetLine', pathId: 'programmeId' })).toEqual(['title']);
  expect(withAgency({ properties: {} }, command, {}).required).toBeUndefined();
});
