import { addDays } from '@soquy/kernel';
import type { DemoScenario } from './demo-scenario.js';

/** A borrower and loan of the demo; borrowers are invented, so no debt is tied to a real cooperative. */
export interface DemoLoan {
  readonly key: string;
  readonly borrower: {
    readonly name: string;
    readonly type: 'cooperative' | 'cooperativeGroup';
    readonly sector: string;
    readonly place: string;
  };
  readonly amountVnd: number;
  readonly appliedOn: string;
  readonly termMonths: number;
  readonly annualRateBasisPoints: number;
  readonly purpose: string;
  readonly method?: 'equalPrincipal' | 'bullet';
  readonly everyMonths?: number;
}

/** From application to disbursement, each act by another person: credit officer, fund manager, finance. */
export function lend(demo: DemoScenario, fundId: string, loan: DemoLoan): { loanId: string; disbursedOn: string } {
  const { key, borrower, amountVnd, appliedOn, termMonths, annualRateBasisPoints, purpose } = loan;
  const as = 'credit-officer';
  const organisationId = demo.create(`borrower-${key}`, 'RegisterOrganisation', appliedOn, borrower, { as });
  const totalInvestmentVnd = Math.ceil((amountVnd * 1.5) / 1_000_000) * 1_000_000;
  const application = {
    fundId,
    organisationId,
    purpose,
    amountVnd,
    termMonths,
    totalInvestmentVnd,
    ownEquityVnd: totalInvestmentVnd - amountVnd,
  };
  const loanId = demo.create(`loan-${key}`, 'ApplyForLoan', appliedOn, application, { as });
  demo.record(
    `loan-${key}-appraisal`,
    'AppraiseLoan',
    addDays(appliedOn, 10),
    { loanId, recommendedAmountVnd: amountVnd },
    { as },
  );
  const terms = {
    amountVnd,
    annualRateBasisPoints,
    termMonths,
    method: loan.method ?? 'bullet',
    ...(loan.method === 'equalPrincipal' && { instalmentEveryMonths: loan.everyMonths ?? termMonths }),
    interestEveryMonths: loan.everyMonths ?? termMonths,
    overdueRatePercent: 150,
  };
  demo.record(`loan-${key}-approval`, 'ApproveLoan', addDays(appliedOn, 17), { loanId, ...terms }, { as: 'fund-manager' });
  const disbursedOn = addDays(appliedOn, 24);
  demo.record(
    `loan-${key}-disbursement`,
    'DisburseLoan',
    disbursedOn,
    { loanId, amountVnd, noBadDebtElsewhere: true },
    { as: 'finance' },
  );
  return { loanId, disbursedOn };
}
