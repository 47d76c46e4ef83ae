import type { EventLine } from '../../shared/api/answers.js';
import type { CommandCard } from '../../shared/api/catalogue.js';
import { repeatOf } from './repeat-of.js';

const command = (name: string, properties: object, required: readonly string[] = []) =>
  ({
    name,
    schema: { properties: { effectiveOn: {}, ...properties }, required: ['effectiveOn', ...required] },
  }) as unknown as CommandCard;
const event = {
  data: { learners: { value: 28 }, costVnd: 5, heldOn: '2026-01-01' },
  effectiveOn: '2026-01-01',
} as unknown as EventLine;

it('records a fact again by the command its values fill best', () => {
  const hold = command('Hold', { learners: {}, costVnd: {} });
  const pay = command('Pay', { costVnd: {}, payee: {} }, ['payee']);
  expect(repeatOf(event, [command('Cancel', {}), pay, command('Cost', { costVnd: {} }), hold])).toEqual({
    command: hold,
    values: { learners: { value: 28 }, costVnd: 5, effectiveOn: '2026-01-01' },
  });
  expect(repeatOf(event, [pay, command('Cancel', {})])).toBeUndefined();
});
