import type { EventLine } from '../../shared/api/answers.js';
import { balancePoints, moneyEvents } from './transactions.js';

const event = (type: string, on: string, data: object, more: Partial<EventLine> = {}): EventLine => ({
  eventId: `${type} ${on}`,
  type,
  words: { vi: type, en: type },
  effectiveOn: on,
  recordedAt: `${on}T02:00:00Z`,
  position: on,
  personId: 'p',
  role: 'finance',
  data: data as Record<string, unknown>,
  ...more,
});

const timeline = [
  event('RepaymentReceived', '2026-04-15', { amountVnd: 35, principalVnd: 30, interestVnd: 5, voucher: 'PT 1' }),
  event('LoanApproved', '2026-01-10', { amountVnd: 100 }),
  event('LoanDisbursed', '2026-01-15', { amountVnd: 100 }),
  event('RepaymentReceived', '2026-05-02', { amountVnd: 20, principalVnd: 20, interestVnd: 0 }, { reversedBy: 'x' }),
];

describe('money of a loan', () => {
  it('is what moved, in the order of days', () => {
    expect(
      moneyEvents(timeline).map(({ on, amountVnd, changeVnd, isReversed }) => [on, amountVnd, changeVnd, isReversed]),
    ).toEqual([
      ['2026-01-15', 100, 100, false],
      ['2026-04-15', 35, -30, false],
      ['2026-05-02', 20, -20, true],
    ]);
  });

  it('makes the balance beside the plan; what was reversed is not in it', () => {
    const schedule = [
      { dueOn: '2026-04-15', principalVnd: 25 },
      { dueOn: '2026-07-15', principalVnd: 75 },
    ];
    expect(balancePoints(moneyEvents(timeline), schedule, '2026-06-01')).toEqual([
      { day: '2026-01-15', planned: 100, actual: 100 },
      { day: '2026-04-15', planned: 75, actual: 70 },
      { day: '2026-06-01', planned: 75, actual: 70 },
      { day: '2026-07-15', planned: 0 },
    ]);
    expect(balancePoints([], schedule, '2026-06-01')).toEqual([]);
  });
});
