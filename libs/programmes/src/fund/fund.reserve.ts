import { known, toVnd, type OrganisationSnapshot, type Reserve, type RuleBook, type StockQuestion } from '@soquy/kernel';
import { freeCapital, refuse, type Fund, type OpenedFund } from './fund.decider.js';
import type { AppliedLimit, FundEvents } from './fund.events.js';

/** What an approved loan takes from a fund's free capital, at once and never twice. */
export interface FundWish {
  readonly fundId: string;
  readonly loanId: string;
  /** The customer as on the day of the application. */
  readonly organisation: OrganisationSnapshot;
  readonly relatedOrganisationIds: readonly string[];
  readonly amountVnd: number;
  readonly decidedOn: string;
}

/** Metrics of funds that facts of loans add to: what was drawn is no longer reserved but lent and outstanding. */
export type FundAddable = 'fund.reserved' | 'fund.outstanding' | 'fund.lent';

type Read = Readonly<Record<string, number>>;

/**
 * Wishes are met in the order of the fund's own stream; what only frees capital (repayments, cancellations) does not pass
 * here. A back-dated approval must not take what was given away for a later day: free capital is the lowest of that day and
 * all later ones; exposure is asked on the day of decision and over everything recorded, and the stricter answer counts.
 */
export const fundReserve: Reserve<Fund, FundWish> = {
  asks({ fundId, organisation: { organisationId }, relatedOrganisationIds }) {
    const exposure = { metrics: ['fund.outstanding', 'fund.reserved'], fundId };
    return {
      free: freeCapital(fundId),
      capital: { metrics: ['fund.capital'], fundId },
      borrowedCapital: { metrics: ['fund.borrowedCapital'], fundId },
      ...twice({
        customer: { ...exposure, organisationIds: [organisationId] },
        related: { ...exposure, organisationIds: [...new Set([organisationId, ...relatedOrganisationIds])] },
      }),
    };
  },

  decide(state, wish, read, { commandId, rules }) {
    if (state.status === 'none') throw new Error('assertion: a wish for a fund that does not exist');
    const { loanId, organisation, relatedOrganisationIds, amountVnd, decidedOn } = wish;
    const availableVnd = Math.max(0, answer(read, 'free'));
    if (amountVnd > availableVnd) refuse('FundExhausted', { availableVnd, amountVnd });

    const charter = actualCharter(state, read, decidedOn);
    const limit = (key: string, exposure: string) =>
      appliedLimit(rules, key, decidedOn, charter.actualCharterVnd, stricter(read, exposure));
    const customerLimit = limit('fund.limit.perCustomer', 'customer');
    if (exceeded(customerLimit, amountVnd)) refuse('CustomerLimitExceeded', facts(customerLimit, amountVnd));
    const relatedLimit = limit('fund.limit.related', 'related');
    if (exceeded(relatedLimit, amountVnd)) refuse('RelatedLimitExceeded', facts(relatedLimit, amountVnd));

    const data: FundEvents['CapitalReserved'] = {
      fundId: state.fundId,
      commandId,
      loanId,
      organisation,
      ...(relatedOrganisationIds.length > 0 && { relatedOrganisationIds: [...relatedOrganisationIds] }),
      amountVnd,
      read: { ...read },
      ...charter,
      ...known({ customerLimit, relatedLimit }),
      reservedOn: decidedOn,
    };
    return [{ type: 'CapitalReserved', data }];
  },

  /** A reservation without its approval never counted: it is freed from the day it was made for. */
  release(state, commandId) {
    if (state.status === 'none') return [];
    return state.reservations
      .filter((reservation) => reservation.commandId === commandId)
      .map(({ reservedOn, ...reservation }) => ({
        type: 'CapitalReleased',
        data: { fundId: state.fundId, ...reservation, releasedOn: reservedOn } satisfies FundEvents['CapitalReleased'],
      }));
  },
};

const twice = (questions: Readonly<Record<string, StockQuestion>>): Record<string, StockQuestion> =>
  Object.fromEntries(
    Object.entries(questions).flatMap(([name, question]) => [
      [name, question],
      [`${name}Ever`, { ...question, ever: true }],
    ]),
  );

const answer = (read: Read, name: string): number => {
  const value = read[name];
  if (value === undefined) throw new Error(`assertion: the reservation asked for ${name} and got no answer`);
  return value;
};

const stricter = (read: Read, exposure: string) => Math.max(answer(read, exposure), answer(read, `${exposure}Ever`));

/** Declared charter capital with its profit and loss; before the first declaration the fund's own capital stands for it (domain.md F4). */
function actualCharter(
  { charters }: OpenedFund,
  read: Read,
  day: string,
): { actualCharterVnd: number; charterDeclaredOn?: string } {
  const charter = charters.filter(({ declaredOn }) => declaredOn <= day).at(-1);
  if (!charter) return { actualCharterVnd: Math.max(0, answer(read, 'capital') - answer(read, 'borrowedCapital')) };
  const { bookCharterVnd, undistributedProfitVnd, unhandledLossVnd, declaredOn } = charter;
  return {
    actualCharterVnd: Math.max(0, bookCharterVnd + undistributedProfitVnd - unhandledLossVnd),
    charterDeclaredOn: declaredOn,
  };
}

/** Undefined on days for which no such rule is known: lending of 2010 had no limits of 2021. A limit is never rounded up. */
function appliedLimit(
  rules: RuleBook,
  key: string,
  day: string,
  actualCharterVnd: number,
  exposureVnd: number,
): AppliedLimit | undefined {
  const rule = rules.at(key, day);
  if (typeof rule?.value !== 'number') return undefined;
  return { rule, limitVnd: toVnd((BigInt(actualCharterVnd) * BigInt(rule.value)) / 10_000n), exposureVnd };
}

const exceeded = (limit: AppliedLimit | undefined, amountVnd: number): limit is AppliedLimit =>
  limit !== undefined && limit.exposureVnd + amountVnd > limit.limitVnd;

const facts = ({ limitVnd, exposureVnd }: AppliedLimit, amountVnd: number) => ({ limitVnd, exposureVnd, amountVnd });
