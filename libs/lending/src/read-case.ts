import type { Case } from './case.js';
import { caseFields } from './case-fields.js';
import { crossMistakes } from './case-sense.js';
import type { Mistake } from './checks.js';
import type { Currency, Grid, LoanTerms } from './contract.js';
import type { LoanFact } from './facts.js';

/** Either a case that holds together, or everything that is wrong with it. */
export type ReadCase = { readonly case: Case; readonly mistakes?: undefined } | { readonly mistakes: readonly Mistake[] };

/** Reads a case out of parsed JSON; policies left out get their defaults, facts without an id one by their position. */
export function readCase(json: unknown): ReadCase {
  const mistakes: Mistake[] = [];
  caseFields.look(json, '', mistakes);
  if (mistakes.length > 0) return { mistakes };
  const read = completed(json as GivenCase);
  const crossed = crossMistakes(read);
  return crossed.length > 0 ? { mistakes: crossed } : { case: read };
}

/** What stands where a contract says nothing: whole đồng, 365 days, half-up, principal first on overdue debt. */
const POLICIES = {
  currency: { code: 'VND', decimals: 0 },
  dayCount: 'actual/365',
  rounding: 'halfUp',
  residue: 'last',
  allocation: 'overduePrincipalFirst',
  prepayment: 'cancelLatest',
} as const satisfies Partial<LoanTerms> & { readonly currency: Currency };

type Given<Type, Name extends keyof Type> = Omit<Type, Name> & Partial<Pick<Type, Name>>;
type GivenFact<Fact = LoanFact> = Fact extends LoanFact ? Given<Fact, 'id'> : never;
interface GivenCase extends Omit<Case, 'contract' | 'facts'> {
  readonly contract: Given<Omit<LoanTerms, 'grid'>, keyof typeof POLICIES> & { readonly grid: Given<Grid, 'nonWorkingDays'> };
  readonly facts: readonly GivenFact[];
}

function completed(given: GivenCase): Case {
  const { contract, facts } = given;
  return {
    ...given,
    contract: { ...POLICIES, ...contract, grid: { nonWorkingDays: 'nextWorkingDay', ...contract.grid } },
    facts: facts.map((fact, index) => ({ ...fact, id: fact.id ?? String(index + 1).padStart(4, '0') })),
  };
}
