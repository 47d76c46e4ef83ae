import { known, type CommandsOf, type Decider, type Occasion, type ReservationWish } from '@soquy/kernel';
import type { FundWish } from '../fund/fund.reserve.js';
import type * as commands from './loan.commands.js';
import type { LoanEvents } from './loan.events.js';
import { isPossible, payableOn, splitByOrder, withRepayment } from './loan.repayment.schedule.js';
import * as rules from './loan.rules.js';
import { anotherPerson, notBefore, open, refuse } from './loan.rules.js';
import { scheduleOfLoan } from './loan.schedule.js';
import { balanceOpened, debtOf, drawnAgain, firstDrawn, moved, startOf, undrawnOf, type Loan } from './loan.state.js';

export type LoanCommands = CommandsOf<typeof commands>;

export const loan: Decider<Loan, LoanEvents, LoanCommands> = {
  category: 'loan',
  initial: { status: 'none' },

  evolve: {
    LoanApplied: (_, data) => ({ ...data, status: 'applied' }),
    LoanAppraised: (state, appraisal) => (state.status === 'applied' ? { ...state, status: 'appraised', appraisal } : state),
    LoanApproved: (state, approval) =>
      state.status === 'appraised' ? { ...state, status: 'approved', approval, releasedVnd: 0 } : state,
    LoanRejected: (state, { rejectedOn }) =>
      state.status === 'applied' || state.status === 'appraised' ? { ...state, status: 'rejected', rejectedOn } : state,
    LoanCancelled: (state, { cancelledOn }) =>
      state.status === 'none' || state.status === 'disbursed' ? state : { ...state, status: 'cancelled', cancelledOn },
    LoanBalanceOpened: (_, data) => balanceOpened(data),
    LoanDisbursed: (state, data) => {
      if (state.status === 'approved') return firstDrawn(state, data);
      return state.status === 'disbursed' ? drawnAgain(state, data) : state;
    },
    UndrawnCapitalReleased: (state, { amountVnd }) =>
      state.status === 'approved' || state.status === 'disbursed'
        ? { ...state, releasedVnd: state.releasedVnd + amountVnd }
        : state,
    RepaymentReceived: (state, { principalVnd, interestVnd, fromAdvanceVnd, voucher, repaidOn: on }) => {
      if (state.status === 'disbursed')
        return moved(state, { on, principalVnd, interestVnd, ...known({ fromAdvanceVnd, voucher }) });
      return state.status === 'none' || state.status === 'approved' ? { ...state, repaidOn: on } : state;
    },
  },

  decide: {
    ApplyForLoan(state, command, occasion) {
      if (state.status !== 'none') return [];
      const { amountVnd, termMonths, totalInvestmentVnd, ownEquityVnd, effectiveOn } = command;
      rules.withinInvestment({ totalInvestmentVnd, ownEquityVnd });
      const wanted = { amountVnd, termMonths, ...known({ totalInvestmentVnd, ownEquityVnd }) };
      const applied = { appliedBy: occasion.personId, appliedOn: effectiveOn };
      return [{ type: 'LoanApplied', data: { ...borrowing(command, occasion), ...wanted, ...applied } }];
    },

    AppraiseLoan(state, { recommendedAmountVnd, recommendedRateBasisPoints, findings, effectiveOn }, { personId }) {
      const { loanId, appliedOn } = open(state, 'applied');
      notBefore(effectiveOn, appliedOn);
      const found = known({ recommendedAmountVnd, recommendedRateBasisPoints, findings });
      return [{ type: 'LoanAppraised', data: { loanId, ...found, appraisedBy: personId, appraisedOn: effectiveOn } }];
    },

    ApproveLoan(state, command, { personId, rules: book, calendar }) {
      const applied = open(state, 'appraised');
      const { amountVnd, effectiveOn } = command;
      notBefore(effectiveOn, applied.appraisal.appraisedOn);
      anotherPerson(personId, 'application', applied.appliedBy);
      anotherPerson(personId, 'appraisal', applied.appraisal.appraisedBy);
      if (amountVnd > applied.amountVnd) refuse('MoreThanRequested', { amountVnd, requestedVnd: applied.amountVnd });
      rules.withinTerm(command.termMonths, command.instalmentEveryMonths, command.interestEveryMonths);
      rules.ofItsMethod(command);
      const rulesUsed = [
        ...rules.equityRule(applied, book, effectiveOn),
        ...rules.overdueRateRule(command.overdueRatePercent, book, effectiveOn),
        ...rules.lateRateRule(command.lateInterestBasisPoints, book, effectiveOn),
      ];
      const agreed = agreedIn(command);
      rules.asLoan(() => scheduleOfLoan(agreed, amountVnd, effectiveOn, calendar));
      const approved = { rulesUsed, approvedBy: personId, approvedOn: effectiveOn };
      return [{ type: 'LoanApproved', data: { loanId: applied.loanId, ...agreed, ...approved } }];
    },

    RejectLoan(state, { effectiveOn }, { personId }) {
      if (state.status === 'rejected') return [];
      const applied = open(state, 'applied', 'appraised');
      notBefore(effectiveOn, lastStepOf(applied));
      return [{ type: 'LoanRejected', data: { loanId: applied.loanId, rejectedBy: personId, rejectedOn: effectiveOn } }];
    },

    CancelLoan(state, { effectiveOn }) {
      if (state.status === 'cancelled') return [];
      const applied = open(state, 'applied', 'appraised', 'approved');
      notBefore(effectiveOn, lastStepOf(applied));
      const freedVnd = applied.status === 'approved' ? applied.approval.amountVnd - applied.releasedVnd : 0;
      return [{ type: 'LoanCancelled', data: { loanId: applied.loanId, freedVnd, cancelledOn: effectiveOn } }];
    },

    DisburseLoan(state, { amountVnd, noBadDebtElsewhere, effectiveOn }, { personId, calendar }) {
      const lent = open(state, 'approved', 'disbursed');
      const { loanId, appraisal, approval } = lent;
      anotherPerson(personId, 'appraisal', appraisal?.appraisedBy);
      anotherPerson(personId, 'approval', approval?.approvedBy);
      const undrawnVnd = lent.status === 'approved' ? lent.approval.amountVnd - lent.releasedVnd : undrawnOf(lent);
      if (amountVnd > undrawnVnd) refuse('MoreThanApproved', { amountVnd, undrawnVnd });
      const drawn = { loanId, amountVnd, ...known({ noBadDebtElsewhere }), disbursedBy: personId, disbursedOn: effectiveOn };
      if (lent.status === 'approved') {
        notBefore(effectiveOn, lent.approval.approvedOn);
        if (noBadDebtElsewhere === false) refuse('BadDebtElsewhere', { checkedOn: effectiveOn });
        const schedule = rules.asLoan(() => scheduleOfLoan(lent.approval, undrawnVnd, effectiveOn, calendar));
        return [{ type: 'LoanDisbursed', data: { ...drawn, schedule } }];
      }
      notBefore(effectiveOn, startOf(lent));
      const lastDueOn = lent.schedule.at(-1)!.dueOn;
      if (effectiveOn >= lastDueOn) refuse('AfterLastDueDay', { lastDueOn });
      return [{ type: 'LoanDisbursed', data: drawn }];
    },

    ReleaseUndrawnCapital(state, { effectiveOn }) {
      const lent = open(state, 'disbursed');
      const amountVnd = undrawnOf(lent);
      if (amountVnd === 0) return [];
      notBefore(effectiveOn, lent.movements.findLast((movement) => 'drawnVnd' in movement)!.on);
      return [{ type: 'UndrawnCapitalReleased', data: { loanId: lent.loanId, amountVnd, releasedOn: effectiveOn } }];
    },

    RecordRepayment(state, { amountVnd, principalVnd, interestVnd, evidence, effectiveOn }) {
      const lent = open(state, 'disbursed');
      const voucher = evidence?.voucher;
      if (rules.booked(lent, voucher, amountVnd, effectiveOn)) return [];
      notBefore(effectiveOn, startOf(lent));
      const debt = debtOf(lent);
      const payable = payableOn(debt, effectiveOn);
      const isStated = principalVnd !== undefined || interestVnd !== undefined;
      const stated = isStated ? rules.statedSplit(amountVnd, payable, { principalVnd, interestVnd }) : undefined;
      if (amountVnd > payable.owedVnd) rules.moreThanOwed(amountVnd, payable);
      const paysOff = amountVnd === payable.owedVnd;
      const split = stated && !paysOff ? stated : splitByOrder(amountVnd, payable, debt, effectiveOn);
      if (!isPossible(withRepayment(debt, effectiveOn, split)))
        refuse('LaterRepaymentAffected', { repaidOn: lent.movements.at(-1)!.on });
      const { fromAdvanceVnd, ...parts } = split;
      const booked = { amountVnd, ...parts, ...known({ fromAdvanceVnd: fromAdvanceVnd || undefined }) };
      const allocation = stated ? 'asStated' : lent.allocation;
      const data = { loanId: lent.loanId, ...booked, allocation, ...known({ voucher }), repaidOn: effectiveOn } as const;
      return [{ type: 'RepaymentReceived', data }];
    },

    OpenLoanBalance(state, command, occasion) {
      if (state.status !== 'none') return [];
      const { principalVnd, lentVnd, lentOn, annualRateBasisPoints, overdueRatePercent, effectiveOn, overdueSince } = command;
      const { allocation = 'overduePrincipalFirst', overdueInterestVnd = 0, accruedInterestVnd = 0 } = command;
      const schedule = rules.remainingDues(command, occasion.calendar);
      rules.overdueSinceIsClear(command, schedule);
      const rates = { annualRateBasisPoints, overdueRatePercent, allocation };
      const interest = { ...known({ overdueSince }), overdueInterestVnd, accruedInterestVnd };
      const lent = { principalVnd, ...known({ lentVnd, lentOn }), schedule, ...interest, openedOn: effectiveOn };
      return [{ type: 'LoanBalanceOpened', data: { ...borrowing(command, occasion), ...rates, ...lent } }];
    },
  },

  reversible: {
    LoanApplied: 'never',
    LoanAppraised: 'never',
    LoanApproved: 'never',
    LoanRejected: 'always',
    LoanCancelled: 'never',
    LoanBalanceOpened: (without) => rules.unlessRepaid(without),
    LoanDisbursed: (without) => {
      rules.unlessRepaid(without);
      rules.unlessDrawnSince(without);
    },
    UndrawnCapitalReleased: 'never',
    RepaymentReceived: (without) => rules.unlessImpossible(without),
  },

  reserves: {
    ApproveLoan: (state, { amountVnd, effectiveOn }): ReservationWish<FundWish> | undefined => {
      if (state.status !== 'appraised') return undefined;
      const { loanId, fundId, organisation, relatedOrganisationIds = [] } = state;
      const wish = { fundId, loanId, organisation, relatedOrganisationIds, amountVnd, decidedOn: effectiveOn };
      return { category: 'fund', boundaryId: fundId, wish };
    },
  },
};

/** What an approval fixes; what it leaves out is left out of the fact as well. */
function agreedIn(command: LoanCommands['ApproveLoan']) {
  const { amountVnd, termMonths, annualRateBasisPoints, overdueRatePercent, method, interestEveryMonths } = command;
  const { instalmentEveryMonths, paymentDay, allocation = 'overduePrincipalFirst' } = command;
  const { principalBasisPoints, instalmentVnd, instalments, graceMonths, multipleOfVnd } = command;
  const { dayCount, prepayment, lateInterestBasisPoints, lateInterestCapPercent } = command;
  const rates = { annualRateBasisPoints, overdueRatePercent, allocation };
  const periods = { method, ...known({ instalmentEveryMonths, paymentDay, graceMonths }), interestEveryMonths };
  const parts = known({ principalBasisPoints, instalmentVnd, instalments, multipleOfVnd });
  const policies = known({ dayCount, prepayment, lateInterestBasisPoints, lateInterestCapPercent });
  return { amountVnd, termMonths, ...rates, ...periods, ...parts, ...policies };
}

type Borrower = Pick<LoanCommands['ApplyForLoan'], 'fundId' | 'organisationId' | 'relatedOrganisationIds' | 'purpose'>;

function borrowing(
  { fundId, organisationId, relatedOrganisationIds = [], purpose }: Borrower,
  { objectId, organisations }: Occasion,
) {
  const organisation = organisations[organisationId];
  if (!organisation) throw new Error('assertion: the gateway hands over every organisation a command refers to');
  const others = relatedOrganisationIds.filter((id) => id !== organisationId);
  return { loanId: objectId, fundId, organisation, ...(others.length > 0 && { relatedOrganisationIds: others }), purpose };
}

/** The day of the last step before any money moved. */
function lastStepOf(applied: Extract<Loan, { status: 'applied' | 'appraised' | 'approved' }>): string {
  if (applied.status === 'approved') return applied.approval.approvedOn;
  return applied.status === 'appraised' ? applied.appraisal.appraisedOn : applied.appliedOn;
}
