import { actOf, type KeyTable } from './keys.js';

const told: string[] = [];
const says = (name: string) => () => void told.push(name);
const app: KeyTable = { 'KeyG KeyT': says('overview'), KeyN: says('new') };
const loan: KeyTable = { KeyT: says('repayment'), KeyA: says('approve') };

beforeEach(() => told.splice(0));

it.each([
  ['KeyT', undefined, 'repayment'],
  ['KeyT', 'KeyG', 'overview'],
  ['KeyA', 'KeyG', 'approve'],
  ['KeyN', undefined, 'new'],
])('%s behind %s does one thing, wherever on the screen it is known', (key, before, does) => {
  for (const tables of [
    [app, loan],
    [loan, app],
  ])
    actOf(tables, key, before)?.();
  expect(told).toEqual([does, does]);
});

it('does what came to the screen last, and nothing for a key that nobody knows', () => {
  actOf([app, { KeyN: says('of the page') }], 'KeyN', undefined)?.();
  expect(told).toEqual(['of the page']);
  expect(actOf([app, loan], 'KeyG', undefined)).toBeUndefined();
});
