import {
  refuse,
  type AddableOf,
  type Metric,
  type Outcomes,
  type Reserve,
  type Decider,
  type EventCatalogue,
} from '@soquy/kernel';
import { AllowedTo, FeatureModule, IsText, IsVnd, Recording, RecordingCommand } from '@soquy/platform';

/** A boundary as small as can be: a depot whose stock parcels take from. */
@Recording('depots')
@AllowedTo('officer')
class OpenDepot extends RecordingCommand {
  @IsText(2, 100) name: string;
  @IsVnd() stockVnd: number;
}

interface DepotEvents {
  DepotOpened: { name: string; stockVnd: number; openedOn: string };
  StockTaken: { commandId: string; amountVnd: number; askedVnd: number; takenOn: string };
  StockReturned: { commandId: string; amountVnd: number; returnedOn: string };
}

export interface Depot {
  readonly status: 'none' | 'open';
  readonly stockVnd: number;
  readonly taken: Readonly<Record<string, number>>;
}

export interface DepotWish {
  readonly amountVnd: number;
  readonly on: string;
}

const events: EventCatalogue<DepotEvents> = {
  DepotOpened: { version: 1, effectiveOn: 'openedOn' },
  StockTaken: { version: 1, effectiveOn: 'takenOn' },
  StockReturned: { version: 1, effectiveOn: 'returnedOn' },
};

const commands = { OpenDepot };

const decider: Decider<Depot, DepotEvents, { OpenDepot: Pick<OpenDepot, 'name' | 'stockVnd' | 'effectiveOn'> }> = {
  category: 'depot',
  initial: { status: 'none', stockVnd: 0, taken: {} },
  evolve: {
    DepotOpened: (state, { stockVnd }) => ({ ...state, status: 'open', stockVnd }),
    StockTaken: (state, { commandId, amountVnd }) => ({
      ...state,
      stockVnd: state.stockVnd - amountVnd,
      taken: { ...state.taken, [commandId]: amountVnd },
    }),
    StockReturned: (state, { commandId, amountVnd }) => {
      const { [commandId]: _, ...taken } = state.taken;
      return { ...state, stockVnd: state.stockVnd + amountVnd, taken };
    },
  },
  decide: {
    OpenDepot: (state, { name, stockVnd, effectiveOn }) =>
      state.status === 'none' ? [{ type: 'DepotOpened', data: { name, stockVnd, openedOn: effectiveOn } }] : [],
  },
  reversible: { DepotOpened: 'never', StockTaken: 'never', StockReturned: 'never' },
};

/** Takes no more than its own stock, less what the read side says is blocked. */
const reserve: Reserve<Depot, DepotWish> = {
  asks: () => ({ blocked: { metrics: ['depot.blocked'] } }),
  decide({ stockVnd }, { amountVnd, on }, { blocked = 0 }, { commandId }) {
    if (amountVnd > stockVnd - blocked) return refuse('DepotEmpty', { leftVnd: stockVnd - blocked });
    return [{ type: 'StockTaken', data: { commandId, amountVnd, askedVnd: blocked, takenOn: on } }];
  },
  release: ({ taken }, commandId, day) =>
    commandId in taken ? [{ type: 'StockReturned', data: { commandId, amountVnd: taken[commandId], returnedOn: day } }] : [],
};

const figures = {
  'depot.blocked': { kind: 'stock', unit: 'vnd', words: { vi: 'Bị phong toả', en: 'Blocked' } },
} as const satisfies Record<string, Metric>;

const outcomes: Outcomes<DepotEvents, AddableOf<typeof figures>, Depot> = {
  dimensions: () => ({}),
  on: { DepotOpened: () => [], StockTaken: () => [], StockReturned: () => [] },
};

export const DepotModule = FeatureModule.for({
  noun: 'depots',
  codePrefix: 'KHO',
  version: 1,
  events,
  commands,
  decider,
  outcomes,
  figures,
  reserve: reserve as Reserve<Depot, never>,
  summary: ({ status }: Depot) => ({ title: '', status }),
  next: { none: { allows: ['OpenDepot'] }, open: {} },
  texts: {
    name: { vi: 'Kho', en: 'Depot' },
    plural: { vi: 'Các kho', en: 'Depots' },
    events: {
      DepotOpened: { vi: 'Đã mở kho', en: 'Depot opened' },
      StockTaken: { vi: 'Đã giữ chỗ', en: 'Stock taken' },
      StockReturned: { vi: 'Đã trả lại', en: 'Stock returned' },
    },
    commands: { OpenDepot: { vi: 'Mở kho', en: 'Open a depot' } },
    fields: { name: { vi: 'Tên kho', en: 'Name' }, stockVnd: { vi: 'Tồn kho', en: 'Stock' } },
    refusals: {
      DepotEmpty: {
        vi: ({ leftVnd }: { leftVnd: number }) => `Kho chỉ còn ${leftVnd} đồng.`,
        en: ({ leftVnd }: { leftVnd: number }) => `Only ${leftVnd} dong are left.`,
      },
    },
    statuses: { none: { vi: 'Chưa có', en: 'None' }, open: { vi: 'Đang mở', en: 'Open' } },
  },
});
