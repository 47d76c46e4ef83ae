import type { EventLine } from '../api/answers.js';
import type { CommandCard } from '../api/catalogue.js';
import { repeatOf } from './repeat-of.js';

const command = (name: string, properties: object, required: readonly string[] = []) =>
  ({
    name,
    schema: { properties: { effectiveOn: {}, ...properties }, required: ['effectiveOn', ...required] },
  }) as unknown as CommandCard;
const event = {
  type: 'ClassHeld',
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

it('tells commands of the same fields apart by their names', () => {
  const amount = (name: string) => command(name, { amountVnd: {} }, ['amountVnd']);
  const all = ['RecordRepayment', 'PayGrantAdvance', 'PayGrant', 'RecoverGrant', 'DisburseLoan'].map(amount);
  const chosen = (type: string) => repeatOf({ ...event, type, data: { amountVnd: 1 } }, all)?.command.name;
  expect(chosen('LoanDisbursed')).toBe('DisburseLoan');
  expect(chosen('MachineryGrantPaid')).toBe('PayGrant');
  expect(chosen('MachineryGrantAdvancePaid')).toBe('PayGrantAdvance');
  expect(chosen('MachineryGrantRecovered')).toBe('RecoverGrant');
  expect(chosen('RepaymentReceived')).toBe('RecordRepayment');
});

it('begins with those who took part, whom the fact keeps as they were then', () => {
  const hold = command('HoldFair', {
    organisationIds: {},
    senders: { items: { properties: { organisationId: {}, learners: {} } } },
  });
  const snapshot = { organisationId: 'o', type: 'cooperative' };
  const data = { organisations: [snapshot], senders: [{ ...snapshot, learners: 5 }] };
  expect(repeatOf({ ...event, data }, [hold])?.values).toEqual({
    organisationIds: ['o'],
    senders: [{ organisationId: 'o', learners: 5 }],
    effectiveOn: '2026-01-01',
  });
});

it('leaves the split of a payment to the agreed order, unless the payer stated it', () => {
  const repay = command('RecordRepayment', { amountVnd: {}, principalVnd: {}, interestVnd: {} }, ['amountVnd']);
  const split = { amountVnd: 10, principalVnd: 8, interestVnd: 2 };
  const again = (allocation: string) =>
    repeatOf({ ...event, type: 'RepaymentReceived', data: { ...split, allocation } }, [repay])?.values;
  expect(again('overduePrincipalFirst')).toEqual({ amountVnd: 10, effectiveOn: '2026-01-01' });
  expect(again('asStated')).toEqual({ ...split, effectiveOn: '2026-01-01' });
});
