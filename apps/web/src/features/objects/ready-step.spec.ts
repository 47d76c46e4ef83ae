import type { Catalogue, CommandCard, KindCard } from '../../shared/api/catalogue.js';
import { meantStep, readyStep } from './ready-step.js';

const command = (name: string, mine: boolean, required: readonly string[]) =>
  ({ name, mine, pathId: 'grantId', schema: { required: ['effectiveOn', 'grantId', ...required] } }) as unknown as CommandCard;
const commands = [command('Pay', true, ['amountVnd']), command('Settle', true, []), command('Stop', false, [])];
const catalogue = { command: (name: string) => commands.find((each) => each.name === name) } as unknown as Catalogue;
const kind = { statuses: [{ status: 'accepted', awaits: ['Pay', 'Stop', 'Settle'] }] } as unknown as KindCard;
const ready = (suggested: Record<string, Record<string, unknown>>) =>
  readyStep(catalogue, kind, { status: 'accepted', suggested })?.name;

it('is what is awaited, may be done and needs nothing more to be said', () => {
  expect(ready({ Pay: { amountVnd: 5 } })).toBe('Pay');
  expect(ready({ Settle: {} })).toBe('Settle');
});

it('is what the inbox meant by the first step of a queue, where the object is past that step', () => {
  const [pay, settle] = commands;
  const meant = (asked: string | undefined, of: CommandCard | undefined, suggested: Record<string, Record<string, unknown>>) =>
    meantStep(kind, { status: 'accepted', suggested }, asked, of);
  expect(meant('Pay', settle, { Settle: {} })).toBe('Settle');
  expect(meant('Pay', pay, { Pay: { amountVnd: 5 } })).toBe('Pay');
  expect(meant('Pay', undefined, {})).toBe('Pay');
  expect(meant(undefined, settle, { Settle: {} })).toBeUndefined();
  // Who asks for another step by its address gets that one.
  expect(meant('Stop', settle, { Settle: {} })).toBe('Stop');
});

it('is nothing where something must be typed, somebody else decides, or nothing is suggested', () => {
  expect(ready({ Pay: {} })).toBeUndefined();
  expect(ready({ Stop: {} })).toBeUndefined();
  expect(ready({})).toBeUndefined();
  expect(readyStep(catalogue, kind, { status: 'settled' })).toBeUndefined();
});
