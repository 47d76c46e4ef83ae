import { daysBetween, type Day } from '@soquy/kernel';
import type { Classification, OwnRules } from './case.js';
import { classified, worstGroup, type Classified, type DebtStanding } from './debt-group.js';
import { debtRuleSetOn, type DebtRuleSet, type Sourced } from './debt-rule-sets.js';
import type { LoanFact } from './facts.js';
import { generalProvision, offBalance, specificProvision, type AccruedInterest } from './provision.js';
import type { Amount } from './contract.js';
import type { Statement } from './statement.js';

/** A debt's group on a day, what gave it, and what follows from it. */
export interface DebtClass extends Classified {
  readonly specificProvision: Amount;
  /** As if this were the only debt; a lender sums over all debts first. */
  readonly generalProvision: Amount;
  readonly provisionVerified: boolean;
  /** Interest run up or due and not paid, in the two books. */
  readonly accrued: AccruedInterest;
}

/** Classifies a debt as it stands on a statement's day, by the rules of that day. */
export function debtClassOf(classification: Classification, facts: readonly LoanFact[], statement: Statement): DebtClass {
  const ruleSet = ruleSetOf(classification, statement.on);
  const own = classified(ruleSet, standingOf(classification, facts, statement));
  const group = worstGroup([own.group, ...(classification.otherDebts ?? [])]);
  const byOthers = group > own.group ? { group, because: 'otherDebts' as const } : {};
  const { outstanding, due, accruedInterest } = statement;
  const debt = { group, outstanding, collateral: classification.collateral ?? 0 };
  const { specificBasisPoints, generalBasisPoints } = ruleSet.provision;
  return {
    ...own,
    ...byOthers,
    specificProvision: specificProvision(ruleSet.provision, debt),
    generalProvision: generalProvision(ruleSet.provision, [debt]),
    provisionVerified: specificBasisPoints.verified && generalBasisPoints.verified,
    accrued: offBalance(group, accruedInterest + due.interest + due.overdueInterest + due.lateInterest),
  };
}

function ruleSetOf({ lender, ownRules }: Classification, on: Day): DebtRuleSet {
  if (ownRules) return ruleSetOfOwn(ownRules);
  const found = lender && debtRuleSetOn(lender, on);
  if (!found) throw new Error(`assertion: no rules of ${lender} on ${on}; readCase says so before`);
  return found;
}

/** The caller's rules are their own source. */
function ruleSetOfOwn(rules: OwnRules): DebtRuleSet {
  const own = <Value>(value: Value): Sourced<Value> => ({ value, source: 'ownRules', verified: true });
  return {
    lender: 'microfinance',
    words: { vi: 'Quy định riêng', en: 'Own rules' },
    validFrom: '1900-01-01',
    columns: rules.columns.map(own),
    interestWaived: own(rules.interestWaived),
    frozen: own(rules.frozen),
    probation: own(rules.probation),
    provision: {
      specificBasisPoints: own(rules.specificBasisPoints),
      generalBasisPoints: own(rules.generalBasisPoints),
    },
  };
}

const NEW_DATES: readonly LoanFact['kind'][] = ['rescheduled', 'extended', 'holiday'];

/** What the facts up to a day, and the debt's state on it, say to the rules of classification. */
export function standingOf(
  { interestWaived = false }: Classification,
  all: readonly LoanFact[],
  { on, instalments, daysPastDue, waived }: Statement,
): DebtStanding {
  const facts = all.filter((fact) => fact.on <= on);
  const restructures = facts.filter(({ kind }) => NEW_DATES.includes(kind));
  const newDatesFrom = restructures.reduce((latest, fact) => (fact.on > latest ? fact.on : latest), '');
  const late = instalments.filter(
    ({ dueOn, principalOverdue, interestOverdue }) => dueOn >= newDatesFrom && principalOverdue + interestOverdue > 0,
  );
  return {
    daysPastDue,
    restructures: restructures.length,
    newDatesDaysPastDue: Math.max(0, ...late.map(({ dueOn }) => daysBetween(dueOn, on))),
    interestWaived: interestWaived || waived.interest + waived.overdueInterest > 0,
    frozen: facts.some((fact) => fact.kind === 'frozen' && (fact.until === undefined || on < fact.until)),
  };
}
