import { known, refuse as raise, type CommandsOf, type Decider, type Refuse, type StockQuestion } from '@soquy/kernel';
import type * as commands from './fund.commands.js';
import { isBorrowed, type Capital, type CapitalSource, type FundEvents } from './fund.events.js';

/** Capital that came (above zero) or went back (below). */
interface Movement {
  readonly source: CapitalSource;
  readonly amountVnd: number;
  readonly on: string;
}
type Charter = Pick<
  FundEvents['CharterCapitalDeclared'],
  'bookCharterVnd' | 'undistributedProfitVnd' | 'unhandledLossVnd' | 'declaredOn'
>;
type Reservation = Pick<FundEvents['CapitalReserved'], 'commandId' | 'loanId' | 'organisation' | 'amountVnd' | 'reservedOn'>;

/** An open fund: its money by movement, its declared charter capital, and the reservations a lapse could still free. */
export interface OpenedFund {
  readonly status: 'open';
  readonly fundId: string;
  readonly name: string;
  readonly regulation?: string;
  readonly openedOn: string;
  /** Day of the opening balances, for a fund older than the books. */
  readonly balancedOn?: string;
  readonly movements: readonly Movement[];
  readonly charters: readonly Charter[];
  readonly reservations: readonly Reservation[];
}
export type Fund = { readonly status: 'none' } | OpenedFund;

interface ExceededLimit {
  limitVnd: number;
  exposureVnd: number;
  amountVnd: number;
}

export interface FundRefusals {
  BeforeFundOpened: { openedOn: string };
  BeforeOpeningBalances: { balancedOn: string };
  MoneyRecordedBefore: { firstOn: string };
  MoreThanBorrowed: { source: CapitalSource; borrowedVnd: number; amountVnd: number };
  CapitalPromised: { availableVnd: number; amountVnd: number };
  ReturnedSince: { source: CapitalSource; returnedOn: string };
  FundExhausted: { availableVnd: number; amountVnd: number };
  CustomerLimitExceeded: ExceededLimit;
  RelatedLimitExceeded: ExceededLimit;
}
export type FundCommands = CommandsOf<typeof commands>;

export const refuse: Refuse<FundRefusals> = raise;

/** What is neither lent nor promised, on the day or on any later one: a back-dated wish must not take what is away in between. */
export const freeCapital = (fundId: string): StockQuestion => ({
  metrics: ['fund.capital'],
  minus: ['fund.outstanding', 'fund.reserved'],
  fundId,
  lowest: true,
});

export const fund: Decider<Fund, FundEvents, FundCommands> = {
  category: 'fund',
  initial: { status: 'none' },

  evolve: {
    FundOpened: (_, data) => ({ status: 'open', ...data, movements: [], charters: [], reservations: [] }),
    FundBalancesOpened: (state, { balances, balancedOn }) =>
      whenOpen(state, (open) => ({
        ...open,
        balancedOn,
        movements: [...open.movements, ...balances.map(({ source, amountVnd }) => ({ source, amountVnd, on: balancedOn }))],
      })),
    CapitalReceived: (state, { source, amountVnd, receivedOn }) =>
      whenOpen(state, (open) => moved(open, source, amountVnd, receivedOn)),
    CapitalReturned: (state, { source, amountVnd, returnedOn }) =>
      whenOpen(state, (open) => moved(open, source, -amountVnd, returnedOn)),
    CharterCapitalDeclared: (state, { bookCharterVnd, undistributedProfitVnd, unhandledLossVnd, declaredOn }) =>
      whenOpen(state, (open) => {
        const charter = { bookCharterVnd, undistributedProfitVnd, unhandledLossVnd, declaredOn };
        return { ...open, charters: [...open.charters, charter] };
      }),
    CapitalReserved: (state, { commandId, loanId, organisation, amountVnd, reservedOn }) =>
      whenOpen(state, (open) => {
        const reservation = { commandId, loanId, organisation, amountVnd, reservedOn };
        return { ...open, reservations: [...open.reservations, reservation] };
      }),
    CapitalReleased: (state, { commandId }) =>
      whenOpen(state, (open) => ({ ...open, reservations: open.reservations.filter((one) => one.commandId !== commandId) })),
  },

  decide: {
    OpenFund(state, { name, regulation, effectiveOn }, { objectId }) {
      if (state.status === 'open') return [];
      return [{ type: 'FundOpened', data: { fundId: objectId, name, ...known({ regulation }), openedOn: effectiveOn } }];
    },

    OpenFundBalances(state, { balances, effectiveOn }) {
      const { fundId, openedOn, movements } = opened(state);
      if (effectiveOn < openedOn) refuse('BeforeFundOpened', { openedOn });
      if (movements[0]) refuse('MoneyRecordedBefore', { firstOn: movements[0].on });
      return [{ type: 'FundBalancesOpened', data: { fundId, balances: balances.map(capital), balancedOn: effectiveOn } }];
    },

    ReceiveCapital(state, { source, amountVnd, lender, effectiveOn }) {
      const { fundId } = openedBy(state, effectiveOn);
      return [{ type: 'CapitalReceived', data: { fundId, ...capital({ source, amountVnd, lender }), receivedOn: effectiveOn } }];
    },

    ReturnCapital(state, { source, amountVnd, lender, effectiveOn }, { stocks }) {
      const { fundId, movements } = openedBy(state, effectiveOn);
      const borrowedVnd = leastHeld(movements, source, effectiveOn);
      if (amountVnd > borrowedVnd) refuse('MoreThanBorrowed', { source, borrowedVnd, amountVnd });
      const free = stocks?.free;
      if (free === undefined) throw new Error('assertion: capital is returned only with an answer about what is free');
      if (amountVnd > free) refuse('CapitalPromised', { availableVnd: Math.max(0, free), amountVnd });
      return [{ type: 'CapitalReturned', data: { fundId, source, amountVnd, ...known({ lender }), returnedOn: effectiveOn } }];
    },

    DeclareCharterCapital(state, { bookCharterVnd, undistributedProfitVnd, unhandledLossVnd, effectiveOn }) {
      const { fundId, openedOn } = opened(state);
      if (effectiveOn < openedOn) refuse('BeforeFundOpened', { openedOn });
      const charter = { bookCharterVnd, undistributedProfitVnd, unhandledLossVnd, declaredOn: effectiveOn };
      return [{ type: 'CharterCapitalDeclared', data: { fundId, ...charter } }];
    },
  },

  asks: { ReturnCapital: (_, { fundId }) => ({ free: freeCapital(fundId) }) },

  // A receipt booked by mistake is taken back also when the capital was lent: the books are put right, and the figure of what is
  // available says what the fund is short of (decision 0004).
  reversible: {
    FundOpened: 'never',
    FundBalancesOpened: (without, { balances }) => balances.forEach(({ source }) => notYetReturned(without, source)),
    CapitalReceived: (without, { source }) => notYetReturned(without, source),
    CapitalReturned: 'always',
    CharterCapitalDeclared: 'always',
    CapitalReserved: 'never',
    CapitalReleased: 'never',
  },
};

const whenOpen = (state: Fund, change: (open: OpenedFund) => OpenedFund): Fund =>
  state.status === 'open' ? change(state) : state;

const moved = (open: OpenedFund, source: CapitalSource, amountVnd: number, on: string): OpenedFund => ({
  ...open,
  movements: [...open.movements, { source, amountVnd, on }],
});

function opened(state: Fund): OpenedFund {
  if (state.status === 'none') throw new Error('assertion: the gateway answers for funds that do not exist');
  return state;
}

/** Money is recorded from the opening balances on; what came earlier is in them. */
function openedBy(state: Fund, day: string): OpenedFund {
  const open = opened(state);
  if (day < open.openedOn) refuse('BeforeFundOpened', { openedOn: open.openedOn });
  if (open.balancedOn && day < open.balancedOn) refuse('BeforeOpeningBalances', { balancedOn: open.balancedOn });
  return open;
}

/** As it is stored: the flag follows from the source, and only borrowed capital keeps a lender. */
const capital = ({
  source,
  amountVnd,
  lender,
}: {
  source: CapitalSource;
  amountVnd: number;
  lender?: string | undefined;
}): Capital => ({
  source,
  borrowed: isBorrowed(source),
  amountVnd,
  ...known({ lender: isBorrowed(source) ? lender : undefined }),
});

/** The least that was held of a source at the end of a day or of any later one, so that a back-dated return leaves no day short. */
function leastHeld(movements: readonly Movement[], source: CapitalSource, day: string): number {
  const own = movements.filter((movement) => movement.source === source);
  const heldOn = (end: string) => own.filter(({ on }) => on <= end).reduce((sum, { amountVnd }) => sum + amountVnd, 0);
  return Math.min(...[day, ...own.map(({ on }) => on).filter((on) => on > day)].map(heldOn));
}

function notYetReturned(without: Fund, source: CapitalSource): void {
  const { movements } = opened(without);
  const short = movements.find(({ amountVnd, on }) => amountVnd < 0 && leastHeld(movements, source, on) < 0);
  if (short) refuse('ReturnedSince', { source, returnedOn: short.on });
}
