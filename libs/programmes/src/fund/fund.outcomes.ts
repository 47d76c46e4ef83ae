import { entry, nothing, type AddableOf, type Outcomes } from '@soquy/kernel';
import type { Fund } from './fund.decider.js';
import { isBorrowed, type CapitalSource, type FundEvents } from './fund.events.js';
import type { fundFigures } from './fund.figures.js';

/** Capital by source; what is reserved counts for the customer it is reserved for. */
export const fundOutcomes: Outcomes<FundEvents, AddableOf<typeof fundFigures>, Fund> = {
  dimensions: (state) => (state.status === 'none' ? {} : { fundId: state.fundId }),
  on: {
    FundOpened: nothing,
    FundBalancesOpened: ({ balances }) => balances.flatMap(({ source, amountVnd }) => capital(source, amountVnd)),
    CapitalReceived: ({ source, amountVnd }) => capital(source, amountVnd),
    CapitalReturned: ({ source, amountVnd }) => capital(source, -amountVnd),
    CharterCapitalDeclared: nothing,
    CapitalReserved: ({ amountVnd, organisation }) => [entry('fund.reserved', amountVnd, { organisation })],
    CapitalReleased: ({ amountVnd, organisation }) => [entry('fund.reserved', -amountVnd, { organisation })],
  },
};

const capital = (source: CapitalSource, amountVnd: number) => [
  entry('fund.capital', amountVnd, { source }),
  ...(isBorrowed(source) ? [entry('fund.borrowedCapital', amountVnd, { source })] : []),
];
