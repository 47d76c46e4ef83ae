import { provenOf } from './proven.js';

it('finds each recorded row as one of its own in the register', () => {
  const recorded = { 1: { objectId: 'a' }, 2: { objectId: 'b' } };
  expect(provenOf({ recorded }, [{ id: 'a' }, { id: 'b' }, { id: 'c' }])).toEqual({ found: 2, of: 2 });
  expect(provenOf({ recorded }, [{ id: 'a' }])).toEqual({ found: 1, of: 2 });
  expect(provenOf({ recorded: { 1: { objectId: 'a' }, 2: { objectId: 'a' } } }, [{ id: 'a' }])).toEqual({ found: 1, of: 2 });
});
