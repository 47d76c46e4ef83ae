import type { Amount, LoanTerms, Repayment } from './contract.js';
import { levelAmount, principalOfLevel, type LevelDay } from './annuity.js';
import { LendingError } from './errors.js';
import type { GridDay } from './grid.js';
import type { InterestUnits } from './units.js';

/** A loan on the day from which what is not yet due is planned anew. */
export interface Standing {
  readonly drawn: Amount;
  readonly balance: Amount;
  readonly open: InterestUnits;
}

/** A due day that lies ahead, with what one amount of balance earns up to it. */
export type DayAhead = GridDay & LevelDay;

/** What principal falls due on a day, by the interest that does and the balance before it. */
export type Plan = (day: GridDay, interest: Amount, balance: Amount) => Amount;

type Method<Name extends Repayment['method']> = (
  terms: Pick<LoanTerms, 'rounding' | 'residue' | 'multipleOf'> & { readonly repayment: Repayment & { readonly method: Name } },
  ahead: readonly DayAhead[],
  standing: Standing,
) => Plan;

/** Principal by method, for all days but the last, on which everything left falls due. */
const METHODS: { readonly [Name in Repayment['method']]: Method<Name> } = {
  bullet: () => () => 0,
  equalPrincipal: ({ residue, multipleOf = 1 }, ahead, { balance }) => {
    const principalDays = ahead.filter(({ parts }) => parts > 0);
    const all = principalDays.reduce((sum, { parts }) => sum + parts, 0);
    const each = Math.floor(balance / (all * multipleOf)) * multipleOf;
    const firstTakes = residue === 'first' ? balance - each * all : 0;
    return ({ nominalOn, parts }) => each * parts + (nominalOn === principalDays[0]?.nominalOn ? firstTakes : 0);
  },
  annuity: ({ rounding, multipleOf = 1 }, ahead, { balance, open }) => {
    const level = levelAmount({ balance, open, days: ahead, rounding, multipleOf });
    return ({ parts }, interest, rest) => principalOfLevel(level * parts, interest, rest);
  },
  percentOfPrincipal: ({ repayment, rounding, multipleOf = 1 }, _ahead, { drawn }) => {
    const each = roundedPart(drawn, repayment.basisPoints, multipleOf, rounding);
    return ({ parts }, _interest, balance) => Math.min(balance, each * parts);
  },
  fixedInstalment: ({ repayment: { amount } }) => {
    return ({ parts, dueOn }, interest, balance) => {
      if (interest > amount * parts) throw new LendingError('InstalmentBelowInterest', { on: dueOn, amount, interest });
      return principalOfLevel(amount * parts, interest, balance);
    };
  },
  custom: ({ repayment }, _ahead, { drawn }) => {
    return ({ nominalOn }, _interest, balance) => {
      const planned = repayment.instalments.reduce((sum, { on, principal }) => (on <= nominalOn ? sum + principal : sum), 0);
      return Math.max(0, Math.min(planned, drawn) - (drawn - balance));
    };
  },
};

/**
 * Plans what is not yet due, from a standing on. Equal parts and percentages are multiples of the unit, rounded down and by the
 * contract's rounding; what they leave is the last's, or the first's of equal parts where the contract says so. A plan of the
 * customer's own is filled from its beginning as far as was drawn; what it asked back before it was drawn falls due on its
 * next day.
 */
export function planOf(terms: LoanTerms, ahead: readonly DayAhead[], standing: Standing): Plan {
  const repayment = repaymentOf(terms);
  const method = METHODS[repayment.method] as Method<Repayment['method']>;
  const plan = method({ ...terms, repayment }, ahead, standing);
  const last = ahead.at(-1);
  return (day, interest, balance) => {
    if (day.nominalOn === last?.nominalOn) return balance;
    return day.parts === 0 ? 0 : plan(day, interest, balance);
  };
}

/** A plan that was fixed is a plan of the customer's own. */
function repaymentOf({ plan, repayment }: LoanTerms): Repayment {
  if (!plan) return repayment;
  return { method: 'custom', instalments: plan.map(({ nominalOn, principal }) => ({ on: nominalOn, principal })) };
}

function roundedPart(amount: Amount, basisPoints: number, multipleOf: Amount, rounding: LoanTerms['rounding']): Amount {
  const whole = 10_000n * BigInt(multipleOf);
  const product = BigInt(amount) * BigInt(basisPoints);
  const rest = 2n * (product % whole);
  const down = product / whole;
  const up = rounding !== 'down' && (rest > whole || (rest === whole && (rounding === 'halfUp' || down % 2n === 1n)));
  return Number(up ? down + 1n : down) * multipleOf;
}
