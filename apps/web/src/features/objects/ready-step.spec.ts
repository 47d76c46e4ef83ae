import type { Catalogue, CommandCard, KindCard } from '../../shared/api/catalogue.js';
import { meantStep, readyStep } from './ready-step.js';

const command = (name: string, mine: boolean, required: readonly string[]) =>
  ({ name, mine, pathId: 'grantId', schema: { required: ['effectiveOn', 'grantId', ...required] } }) as unknown as CommandCard;
const commands = [command('Pay', true, ['amountVnd']), command('Settle', true, []), command('Stop', false, [])];
const catalogue = { command: (name: string) => commands.find((each) => each.name === name) } as unknown as Catalogue;
const kind = { statuses: [{ status: 'accepted', awaits: ['Stop', 'Pay', 'Settle'] }] } as unknown as KindCard;
const ready = (suggested: Record<string, Record<string, unknown>>) =>
  readyStep(catalogue, kind, { status: 'accepted', suggested })?.name;

it('is what is awaited, may be done and needs nothing more to be said', () => {
  expect(ready({ Pay: { amountVnd: 5 } })).toBe('Pay');
  expect(ready({ Settle: {} })).toBe('Settle');
});

it('is what the inbox meant by the first step of a queue, where the object is past that step', () => {
  const settle = commands[1];
  expect(meantStep('Pay', settle, { suggested: { Settle: {} } })).toBe('Settle');
  expect(meantStep('Pay', commands[0], { suggested: { Pay: { amountVnd: 5 } } })).toBe('Pay');
  expect(meantStep('Pay', undefined, {})).toBe('Pay');
  expect(meantStep(undefined, settle, { suggested: { Settle: {} } })).toBeUndefined();
});

it('is nothing where something must be typed, somebody else decides, or nothing is suggested', () => {
  expect(ready({ Pay: {} })).toBeUndefined();
  expect(ready({ Stop: {} })).toBeUndefined();
  expect(ready({})).toBeUndefined();
  expect(readyStep(catalogue, kind, { status: 'settled' })).toBeUndefined();
});
