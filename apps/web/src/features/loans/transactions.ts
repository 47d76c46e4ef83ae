import type { EventLine } from '../../shared/api/answers.js';

/** Money that moved, or a balance taken over. */
export interface MoneyEvent {
  readonly event: EventLine;
  readonly on: string;
  readonly amountVnd: number;
  /** The field of the event that holds it: an opening balance has no amount but its principal. */
  readonly amountField: 'amountVnd' | 'principalVnd';
  readonly principalVnd?: number;
  readonly interestVnd?: number;
  readonly voucher?: string;
  /** By how much outstanding principal rises or falls. */
  readonly changeVnd: number;
  readonly isReversed: boolean;
}

interface MoneyData {
  readonly amountVnd?: number;
  readonly principalVnd?: number;
  readonly interestVnd?: number;
  readonly voucher?: string;
}

const CHANGES: Readonly<Record<string, (data: MoneyData) => number>> = {
  LoanDisbursed: ({ amountVnd = 0 }) => amountVnd,
  LoanBalanceOpened: ({ principalVnd = 0 }) => principalVnd,
  RepaymentReceived: ({ principalVnd = 0 }) => 0 - principalVnd,
  UndrawnCapitalReleased: () => 0,
};

/** The money events of a timeline, by the day on which they happened. */
export function moneyEvents(events: readonly EventLine[]): MoneyEvent[] {
  return events
    .filter(({ type }) => CHANGES[type] !== undefined)
    .map((event): MoneyEvent => {
      const data: MoneyData = event.data ?? {};
      const { amountVnd, principalVnd, interestVnd, voucher } = data;
      const isPayment = event.type === 'RepaymentReceived';
      return {
        event,
        on: event.effectiveOn,
        amountVnd: amountVnd ?? principalVnd ?? 0,
        amountField: amountVnd === undefined ? 'principalVnd' : 'amountVnd',
        ...(isPayment && principalVnd !== undefined && { principalVnd }),
        ...(isPayment && interestVnd !== undefined && { interestVnd }),
        ...(voucher && { voucher }),
        changeVnd: CHANGES[event.type]!(data),
        isReversed: event.reversedBy !== undefined,
      };
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.event.position < b.event.position ? -1 : 1));
}

export interface BalancePoint {
  readonly day: string;
  readonly planned?: number;
  readonly actual?: number;
}

/** Planned and actual principal on every day on which one of them changes; the actual ends with the day looked at. */
export function balancePoints(
  money: readonly Pick<MoneyEvent, 'on' | 'changeVnd' | 'isReversed'>[],
  schedule: readonly { readonly dueOn: string; readonly principalVnd: number }[],
  day: string,
): BalancePoint[] {
  const moved = money.filter(({ isReversed, on, changeVnd }) => !isReversed && on <= day && changeVnd !== 0);
  const begun = moved[0]?.on;
  if (!begun) return [];
  const plannedAll = schedule.reduce((sum, { principalVnd }) => sum + principalVnd, 0);
  const days = [...new Set([...moved.map(({ on }) => on), ...schedule.map(({ dueOn }) => dueOn), day])].filter(
    (on) => on >= begun,
  );
  return days.sort().map((on) => ({
    day: on,
    planned: plannedAll - schedule.reduce((sum, { dueOn, principalVnd }) => (dueOn <= on ? sum + principalVnd : sum), 0),
    ...(on <= day && { actual: moved.reduce((sum, each) => (each.on <= on ? sum + each.changeVnd : sum), 0) }),
  }));
}
