import { newClaim, newPrincipalDue, principalAhead, type Account } from './account.js';
import { draw, setInterestDays } from './dues.js';
import type { LedgerFact } from './facts.js';
import { endOf, gridOf } from './grid.js';
import { claimInterest } from './run.js';
import { UNITS_PER_AMOUNT } from './units.js';

type Opened = Extract<LedgerFact, { kind: 'opened' }>;

/** Takes over a debt as it stood: what was due and unpaid with its own day, what is still to come by the contract. */
export function open(account: Account, opened: Opened): void {
  const { principal, overduePrincipal } = opened;
  const ahead = principal - overduePrincipal;
  if (ahead > 0) draw(account, ahead);
  else planInterestOnly(account);
  takeOverArrears(account, opened);
  takeOverRunning(account, opened);
}

/** All principal is overdue: interest days may still come. */
function planInterestOnly(account: Account): void {
  const { terms, on, calendar } = account;
  account.maturityOn = endOf(terms, on);
  setInterestDays(
    account,
    gridOf(terms, on, calendar).filter((day) => day.bearsInterest && day.dueOn > on),
  );
}

function takeOverArrears(account: Account, { on, overduePrincipal, overdueInterest, overdueSince = on }: Opened): void {
  if (overduePrincipal > 0) {
    account.drawn += overduePrincipal;
    account.principal.push(newPrincipalDue(principalAhead(overdueSince, overdueSince, overduePrincipal), account.index.overdue));
  }
  if (overdueInterest === 0) return;
  const claim = newClaim({ nominalOn: overdueSince, dueOn: overdueSince }, 'interest', overdueInterest);
  claim.late.since = account.index.late;
  account.claims.push(claim);
}

function takeOverRunning(account: Account, { on, accruedInterest }: Opened): void {
  account.inTerm.units += BigInt(accruedInterest) * UNITS_PER_AMOUNT;
  if (account.interestAhead.length === 0) claimInterest(account, { nominalOn: on, dueOn: on });
}
