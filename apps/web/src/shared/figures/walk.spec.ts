import { step, walkFrom } from './walk.js';

describe('the way through the numbers', () => {
  it('goes further and back', () => {
    const third = step(step(walkFrom('a'), 'b'), 'c');
    expect(third).toEqual({ at: 'c', before: ['a', 'b'] });
    expect(step(third, 'b')).toEqual({ at: 'b', before: ['a'] });
    expect(step(step(third, 'b'), 'a')).toEqual(walkFrom('a'));
  });

  it('stays where it is when nothing else is opened', () => {
    expect(step({ at: 'b', before: ['a'] }, 'b')).toEqual({ at: 'b', before: ['a'] });
  });
});
