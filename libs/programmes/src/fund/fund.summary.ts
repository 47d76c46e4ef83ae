import type { Next, Summary } from '@soquy/kernel';
import type { Fund, FundCommands } from './fund.decider.js';
import { isBorrowed } from './fund.events.js';

/** How a fund shows in lists. */
export function fundSummary(state: Fund): Summary & { status: Fund['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  return { title: state.name, status: 'open', fundId: state.fundId };
}

/** What the fund's page shows. Reservations stay out: they grow without end, and each is shown at its loan. */
export function fundRow(state: Fund): object {
  if (state.status === 'none') return {};
  const { fundId, name, regulation, openedOn, balancedOn, movements, charters } = state;
  const held = (of: typeof movements) => of.reduce((sum, { amountVnd }) => sum + amountVnd, 0);
  const sources = [...new Set(movements.map(({ source }) => source))].sort();
  return {
    fundId,
    name,
    regulation,
    openedOn,
    balancedOn,
    capitalVnd: held(movements),
    borrowedCapitalVnd: held(movements.filter(({ source }) => isBorrowed(source))),
    capitalBySource: Object.fromEntries(
      sources.map((source) => [source, held(movements.filter((one) => one.source === source))]),
    ),
    charter: charters.at(-1),
  };
}

/** What may follow each status. */
export const fundNext: Next<Fund['status'], FundCommands> = {
  none: { allows: ['OpenFund'] },
  open: { allows: ['OpenFundBalances', 'ReceiveCapital', 'ReturnCapital', 'DeclareCharterCapital'] },
};
