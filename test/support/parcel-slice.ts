import { known, refuse, type Claim, type Decider, type Dimensions, type EventCatalogue, type Outcomes } from '@soquy/kernel';
import {
  AllowedTo,
  FeatureModule,
  IsCount,
  IsQuantity,
  IsText,
  IsVnd,
  QuantityField,
  Recording,
  RecordingCommand,
  RefersTo,
} from '@soquy/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import type { DepotWish } from './depot-slice.js';

class Stop {
  @IsUUID() organisationId: string;
}

@Recording('parcels')
@AllowedTo('officer')
class SendParcel extends RecordingCommand {
  @IsText(3, 100) title: string;
  /** Claimed for ever: two parcels never share one. */
  @IsOptional() @IsText(1, 40) serial?: string;
  @IsOptional() @IsUUID() @RefersTo('depot') depotId?: string;
  @IsOptional() @IsQuantity() weight?: QuantityField;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => Stop)
  @RefersTo('organisation')
  stops?: Stop[];
}

@Recording('parcels/:parcelId/weighings')
@AllowedTo('officer')
class WeighParcel extends RecordingCommand {
  @IsUUID() parcelId: string;
  @IsCount(1_000) kilograms: number;
}

/** Its label is claimed; a weight is there to have two facts of one command. */
@Recording('parcels/:parcelId/labels')
@AllowedTo('officer')
class LabelParcel extends RecordingCommand {
  @IsUUID() parcelId: string;
  @IsText(1, 40) label: string;
  @IsOptional() @IsCount(1_000) kilograms?: number;
}

@Recording('parcels/:parcelId/payments')
@AllowedTo('officer', 'leader')
class PayParcel extends RecordingCommand {
  @IsUUID() parcelId: string;
  @IsVnd() amountVnd: number;
}

@Recording('parcels/:parcelId/deliveries')
@AllowedTo('officer')
class DeliverParcel extends RecordingCommand {
  @IsUUID() parcelId: string;
}

interface ParcelEvents {
  ParcelSent: { title: string; serial?: string; depotId?: string; weight?: object; stops?: object[]; sentOn: string };
  ParcelLabelled: { label: string; labelledOn: string };
  ParcelWeighed: { kilograms: number; weighedOn: string };
  /** Paid out of the budget of the year after. */
  ParcelPaid: { amountVnd: number; budgetYear: number; paidOn: string };
  ParcelDelivered: { deliveredOn: string };
}

interface Parcel {
  readonly status: 'none' | 'sent' | 'delivered';
  readonly depotId?: string;
  readonly kilograms: readonly number[];
  readonly paidVnd: number;
}

const events: EventCatalogue<ParcelEvents> = {
  ParcelSent: { version: 1, effectiveOn: 'sentOn' },
  ParcelLabelled: { version: 1, effectiveOn: 'labelledOn' },
  ParcelWeighed: { version: 1, effectiveOn: 'weighedOn' },
  ParcelPaid: { version: 1, effectiveOn: 'paidOn' },
  ParcelDelivered: { version: 1, effectiveOn: 'deliveredOn' },
};

const commands = { SendParcel, LabelParcel, WeighParcel, PayParcel, DeliverParcel };
type Commands = { [Name in keyof typeof commands]: InstanceType<(typeof commands)[Name]> };

const decider: Decider<Parcel, ParcelEvents, Commands> = {
  category: 'parcel',
  initial: { status: 'none', kilograms: [], paidVnd: 0 },
  evolve: {
    ParcelSent: (state, { depotId }) => ({ ...state, status: 'sent', ...known({ depotId }) }),
    ParcelLabelled: (state) => state,
    ParcelWeighed: (state, { kilograms }) => ({ ...state, kilograms: [...state.kilograms, kilograms] }),
    ParcelPaid: (state, { amountVnd }) => ({ ...state, paidVnd: state.paidVnd + amountVnd }),
    ParcelDelivered: (state) => ({ ...state, status: 'delivered' }),
  },
  decide: {
    SendParcel(state, { title, serial, depotId, weight, stops, effectiveOn }, { organisations }) {
      if (state.status !== 'none') return [];
      const known_ = known({
        serial,
        depotId,
        weight: weight && { ...weight },
        stops: stops?.map((stop) => organisations[stop.organisationId]!),
      });
      return [{ type: 'ParcelSent', data: { title, ...known_, sentOn: effectiveOn } }];
    },
    LabelParcel(_, { label, kilograms, effectiveOn }) {
      const labelled = { type: 'ParcelLabelled', data: { label, labelledOn: effectiveOn } } as const;
      if (kilograms === undefined) return [labelled];
      return [labelled, { type: 'ParcelWeighed', data: { kilograms, weighedOn: effectiveOn } }];
    },
    WeighParcel(state, { kilograms, effectiveOn }) {
      if (kilograms > 500) return refuse('TooHeavy', { kilograms }, 'input');
      return [{ type: 'ParcelWeighed', data: { kilograms, weighedOn: effectiveOn } }];
    },
    PayParcel(_, { amountVnd, effectiveOn }) {
      const budgetYear = Number(effectiveOn.slice(0, 4)) + 1;
      return [{ type: 'ParcelPaid', data: { amountVnd, budgetYear, paidOn: effectiveOn } }];
    },
    DeliverParcel(state, { effectiveOn }) {
      if (state.status === 'delivered') return [];
      if (state.kilograms.length === 0) return refuse('NeverWeighed', {});
      return [{ type: 'ParcelDelivered', data: { deliveredOn: effectiveOn } }];
    },
  },
  reversible: {
    ParcelSent: 'never',
    ParcelLabelled: 'always',
    ParcelWeighed: (without) => {
      if (without.status === 'delivered' && without.kilograms.length === 0) refuse('NeverWeighed', {});
    },
    ParcelPaid: 'always',
    ParcelDelivered: 'always',
  },
  reserves: {
    PayParcel: ({ depotId, kilograms }, { amountVnd, effectiveOn }) => {
      const surchargeVnd = kilograms.reduce((sum, weight) => sum + weight, 0);
      const wish: DepotWish = { amountVnd: amountVnd + surchargeVnd, on: effectiveOn };
      return depotId ? { category: 'depot', boundaryId: depotId, wish } : undefined;
    },
  },
  /** Its packing stays in the depot once it is delivered, and is wanted again if it was not. */
  retakes: {
    ParcelDelivered: ({ depotId }, { deliveredOn }) => {
      const wish: DepotWish = { amountVnd: 10, on: deliveredOn };
      return depotId ? { category: 'depot', boundaryId: depotId, wish } : undefined;
    },
  },
  claims: {
    ParcelSent: ({ serial }): readonly Claim[] => (serial ? [{ kind: 'serial', value: serial }] : []),
    ParcelLabelled: ({ label }): readonly Claim[] => [{ kind: 'label', value: label }],
  },
};

const outcomes: Outcomes<ParcelEvents, never, Parcel> = {
  dimensions: ({ depotId }) => known({ depotId }) as Dimensions,
  on: {
    ParcelSent: () => [],
    ParcelLabelled: () => [],
    ParcelWeighed: () => [],
    ParcelPaid: () => [],
    ParcelDelivered: () => [],
  },
};

export const ParcelModule = FeatureModule.for({
  noun: 'parcels',
  codePrefix: 'BK',
  version: 1,
  events,
  commands,
  decider: decider as never,
  outcomes,
  figures: {},
  summary: ({ status }: Parcel) => ({ title: '', status }),
  next: {
    none: { allows: ['SendParcel'] },
    sent: { awaits: ['DeliverParcel'], allows: ['WeighParcel', 'LabelParcel', 'PayParcel'] },
    delivered: { allows: ['WeighParcel', 'LabelParcel', 'PayParcel'] },
  },
  texts: {
    name: { vi: 'Bưu kiện', en: 'Parcel' },
    plural: { vi: 'Các bưu kiện', en: 'Parcels' },
    events: {
      ParcelSent: { vi: 'Đã gửi', en: 'Sent' },
      ParcelLabelled: { vi: 'Đã dán nhãn', en: 'Labelled' },
      ParcelWeighed: { vi: 'Đã cân', en: 'Weighed' },
      ParcelPaid: { vi: 'Đã trả tiền', en: 'Paid' },
      ParcelDelivered: { vi: 'Đã giao', en: 'Delivered' },
    },
    commands: {
      SendParcel: { vi: 'Gửi bưu kiện', en: 'Send a parcel' },
      LabelParcel: { vi: 'Dán nhãn', en: 'Label a parcel' },
      WeighParcel: { vi: 'Cân bưu kiện', en: 'Weigh a parcel' },
      PayParcel: { vi: 'Trả tiền', en: 'Pay for a parcel' },
      DeliverParcel: { vi: 'Giao bưu kiện', en: 'Deliver a parcel' },
    },
    fields: {
      parcelId: { vi: 'Bưu kiện', en: 'Parcel' },
      title: { vi: 'Tên', en: 'Title' },
      serial: { vi: 'Số hiệu', en: 'Serial' },
      label: { vi: 'Nhãn', en: 'Label' },
      depotId: { vi: 'Kho', en: 'Depot' },
      weight: { vi: 'Khối lượng', en: 'Weight' },
      stops: { vi: 'Điểm dừng', en: 'Stops' },
      kilograms: { vi: 'Số cân', en: 'Kilograms' },
      amountVnd: { vi: 'Số tiền', en: 'Amount' },
    },
    refusals: {
      TooHeavy: {
        vi: ({ kilograms }: { kilograms: number }) => `${kilograms} kg là quá nặng.`,
        en: ({ kilograms }: { kilograms: number }) => `${kilograms} kg are too heavy.`,
      },
      NeverWeighed: { vi: () => 'Bưu kiện chưa được cân.', en: () => 'The parcel was never weighed.' },
    },
    statuses: {
      none: { vi: 'Chưa có', en: 'None' },
      sent: { vi: 'Đã gửi', en: 'Sent' },
      delivered: { vi: 'Đã giao', en: 'Delivered' },
    },
  } as never,
});
