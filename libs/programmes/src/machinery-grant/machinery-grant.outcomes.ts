import { entry, nothing, type AddableOf, type Entry, type Outcomes } from '@soquy/kernel';
import { moneyDimensions, type BudgetAddable } from '../budget-line/budget-line.reserve.js';
import type { MachineryGrantEvents } from './machinery-grant.events.js';
import type { machineryGrantFigures } from './machinery-grant.figures.js';
import type { MachineryGrant } from './machinery-grant.state.js';

type Addable = AddableOf<typeof machineryGrantFigures> | BudgetAddable;

/**
 * The budget line has spent what left it and did not come back before settlement, advances included (domain.md B2, B5).
 * The approval's commitment is entered by the line itself; closing the grant frees what it did not use.
 */
export const machineryGrantOutcomes: Outcomes<MachineryGrantEvents, Addable, MachineryGrant> = {
  dimensions: (state) =>
    state.status === 'none'
      ? {}
      : {
          programmeId: state.programmeId,
          budgetLineId: state.budgetLineId,
          ...moneyDimensions(state),
          organisation: state.organisation,
          activityKind: state.tier,
        },
  on: {
    MachineryGrantRequested: nothing,
    MachineryGrantAppraised: nothing,
    MachineryGrantRejected: nothing,
    MachineryGrantApproved: ({ approvedSupportVnd }) => [entry('grant.approved', approvedSupportVnd)],
    MachineryGrantContractSigned: nothing,
    MachineryGrantAdvancePaid: ({ amountVnd }, grant) => [
      entry('grant.paid', amountVnd),
      ...onLine(grant, 'budget.disbursed', amountVnd),
    ],
    MachineryGrantAccepted: ({ acceptedSupportVnd, actualInvestmentVnd }) => [
      entry('grant.projects', 1),
      entry('grant.support', acceptedSupportVnd),
      entry('grant.investment', actualInvestmentVnd),
    ],
    MachineryGrantPaid: ({ amountVnd }, grant) => [
      entry('grant.paid', amountVnd),
      ...onLine(grant, 'budget.disbursed', amountVnd),
    ],
    MachineryGrantSettled: ({ releasedVnd }, grant) => onLine(grant, 'budget.committed', -releasedVnd),
    MachineryGrantStopped: ({ releasedVnd }, grant) => onLine(grant, 'budget.committed', -releasedVnd),
    MachineryGrantRecovered: ({ amountVnd, fromSupportVnd, afterSettlement }, grant) => [
      entry('grant.recovered', amountVnd),
      ...(fromSupportVnd > 0 ? [entry<Addable>('grant.support', -fromSupportVnd)] : []),
      ...(afterSettlement ? [] : onLine(grant, 'budget.disbursed', -amountVnd)),
    ],
  },
};

function onLine(grant: MachineryGrant, metric: BudgetAddable, amountVnd: number): Entry<Addable>[] {
  return grant.status !== 'none' && grant.budgetLineId && amountVnd !== 0 ? [entry(metric, amountVnd)] : [];
}
