import { publishedRules } from './published/rules.js';
import { ruleNames } from './rule-names.js';

it('names every published rule with the unit of its numbers, and no other', () => {
  expect(Object.keys(ruleNames).sort()).toEqual([...new Set(publishedRules.map(({ ruleId }) => ruleId))].sort());
  expect(Object.values(ruleNames).filter(({ vi, en }) => !/\(.+\)$/.test(vi) || !/\(.+\)$/.test(en))).toEqual([]);
});
