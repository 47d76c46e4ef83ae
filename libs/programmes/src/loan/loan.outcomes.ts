import { entry, nothing, type AddableOf, type Outcomes } from '@soquy/kernel';
import type { FundAddable } from '../fund/fund.reserve.js';
import type { LoanEvents } from './loan.events.js';
import type { loanFigures } from './loan.figures.js';
import type { Loan } from './loan.state.js';

/** Drawing turns reserved capital into lent; repaying and giving back free it. A loan older than the books was not lent in them. */
export const loanOutcomes: Outcomes<LoanEvents, AddableOf<typeof loanFigures> | FundAddable, Loan> = {
  dimensions: (state) => (state.status === 'none' ? {} : { fundId: state.fundId, organisation: state.organisation }),
  on: {
    LoanApplied: nothing,
    LoanAppraised: nothing,
    LoanApproved: nothing,
    LoanRejected: nothing,
    LoanCancelled: ({ freedVnd }) => some('fund.reserved', -freedVnd),
    LoanBalanceOpened: ({ principalVnd }) => [entry('fund.outstanding', principalVnd)],
    LoanDisbursed: ({ amountVnd, schedule }) => [
      entry('fund.reserved', -amountVnd),
      entry('fund.outstanding', amountVnd),
      entry('fund.lent', amountVnd),
      ...(schedule ? [entry('loan.disbursed', 1)] : []),
    ],
    UndrawnCapitalReleased: ({ amountVnd }) => [entry('fund.reserved', -amountVnd)],
    RepaymentReceived: ({ principalVnd, interestVnd, fromAdvanceVnd = 0 }) => [
      ...some('fund.outstanding', -principalVnd),
      ...some('loan.principalCollected', principalVnd),
      ...some('loan.interestCollected', interestVnd - fromAdvanceVnd),
    ],
  },
};

const some = <Name extends string>(metric: Name, amountVnd: number) => (amountVnd === 0 ? [] : [entry(metric, amountVnd)]);
