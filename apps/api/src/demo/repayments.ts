import { addDays, addMonths } from '@soquy/kernel';
import { measureLoan, type MeasuredRow } from '@soquy/programmes';
import type { DemoScenario } from './demo-scenario.js';

/** Longest shift of a due day over Tết, and then some. */
const SHIFT_DAYS = 15;

/** On each due day what then falls due is paid, up to the last instalment: a loan repaid as agreed. */
export function repayAsAgreed(
  demo: DemoScenario,
  key: string,
  loanId: string,
  firstFrom: string,
  everyMonths: number,
  instalments: number,
): void {
  for (let number = 1; number <= instalments; number++) {
    const nominal = addMonths(firstFrom, everyMonths * number);
    const from = (row: object) => ({ loanId, ...dueFrom(row as MeasuredRow, nominal) });
    const owed = { objectId: loanId, category: 'loan', from };
    demo.recordOwed(`loan-${key}-repayment-${number}`, 'RecordRepayment', addDays(nominal, SHIFT_DAYS), owed, 'finance');
  }
}

/** All that is owed, principal and interest, on one day. */
export function payOff(demo: DemoScenario, key: string, loanId: string, on: string): void {
  const from = (row: object) => {
    const { outstandingVnd, interestAccruedVnd } = measureLoan(row as MeasuredRow, on);
    return { loanId, amountVnd: outstandingVnd + interestAccruedVnd, effectiveOn: on };
  };
  demo.recordOwed(
    `loan-${key}-payoff`,
    'RecordRepayment',
    addDays(on, 1),
    { objectId: loanId, category: 'loan', from },
    'finance',
  );
}

/** The first day from the nominal one on which something is due: the day itself, or the working day it was shifted to. */
function dueFrom(row: MeasuredRow, nominal: string): { amountVnd: number; effectiveOn: string } {
  for (let shift = 0; shift < SHIFT_DAYS; shift++) {
    const effectiveOn = addDays(nominal, shift);
    const principalVnd = measureLoan(row, addDays(effectiveOn, 1)).overduePrincipalVnd;
    const amountVnd = principalVnd + measureLoan(row, effectiveOn).interestDueVnd;
    if (principalVnd > 0) return { amountVnd, effectiveOn };
  }
  throw new Error(`assertion: nothing falls due after ${nominal}`);
}
