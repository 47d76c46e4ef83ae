import type { Day, Sentence, Words } from '@soquy/kernel';
import type { Amount } from './contract.js';
import type { Bucket } from './facts.js';
import { enAmount, viAmount, viDay } from './wording.js';

/** Why a fact cannot have happened to a loan as it is told. */
export interface FactErrors {
  readonly NothingDrawn: { readonly on: Day };
  readonly UntilNotLater: { readonly on: Day; readonly until: Day };
  readonly SplitNotTheAmount: { readonly split: Amount; readonly amount: Amount };
  readonly InstalmentNotAhead: { readonly on: Day; readonly instalmentOn: Day };
  readonly InstalmentBeyondMaturity: { readonly instalmentOn: Day; readonly maturityOn: Day };
  readonly MaturityNotLater: { readonly maturityOn: Day; readonly before: Day };
  readonly PlanNotTheDebt: { readonly planned: Amount; readonly owed: Amount };
  readonly NothingWrittenOff: object;
  readonly WriteOffAboveOwed: { readonly bucket: Bucket; readonly amount: Amount; readonly owed: Amount };
  readonly RecoveryWithoutWriteOff: { readonly on: Day };
  readonly RecoveryAboveWriteOff: { readonly amount: Amount; readonly left: Amount };
}

const NAMES: Readonly<Record<Bucket, Words>> = {
  principal: { vi: 'gốc', en: 'principal' },
  interest: { vi: 'lãi trong hạn', en: 'interest' },
  overdueInterest: { vi: 'lãi quá hạn', en: 'interest on overdue principal' },
  lateInterest: { vi: 'lãi chậm trả', en: 'late interest' },
};

export const FACT_SENTENCES: { readonly [Code in keyof FactErrors]: Sentence<FactErrors[Code]> } = {
  NothingDrawn: {
    vi: ({ on }) => `Đến ngày ${viDay(on)} khoản vay chưa được giải ngân.`,
    en: ({ on }) => `Nothing of the loan was disbursed by ${on}.`,
  },
  UntilNotLater: {
    vi: ({ on, until }) => `Ngày kết thúc ${viDay(until)} phải sau ngày bắt đầu ${viDay(on)}.`,
    en: ({ on, until }) => `The end on ${until} must come after the beginning on ${on}.`,
  },
  SplitNotTheAmount: {
    vi: ({ split, amount }) => `Các phần cộng lại là ${viAmount(split)}, khác số tiền trả ${viAmount(amount)}.`,
    en: ({ split, amount }) => `The parts add up to ${enAmount(split)}, not to the amount of ${enAmount(amount)}.`,
  },
  InstalmentNotAhead: {
    vi: ({ on, instalmentOn }) => `Kỳ trả ngày ${viDay(instalmentOn)} phải sau ngày cơ cấu nợ ${viDay(on)}.`,
    en: ({ on, instalmentOn }) => `The instalment of ${instalmentOn} must come after the change of ${on}.`,
  },
  InstalmentBeyondMaturity: {
    vi: ({ instalmentOn, maturityOn }) =>
      `Kỳ trả ngày ${viDay(instalmentOn)} vượt ngày đến hạn cuối ${viDay(maturityOn)}; cần gia hạn nợ.`,
    en: ({ instalmentOn, maturityOn }) =>
      `The instalment of ${instalmentOn} is beyond the end of the term on ${maturityOn}; that needs an extension.`,
  },
  MaturityNotLater: {
    vi: ({ maturityOn, before }) => `Gia hạn phải đến sau ngày đến hạn cuối ${viDay(before)}, không phải ${viDay(maturityOn)}.`,
    en: ({ maturityOn, before }) => `An extension must go beyond the end of the term on ${before}, not to ${maturityOn}.`,
  },
  PlanNotTheDebt: {
    vi: ({ planned, owed }) => `Gốc các kỳ mới cộng lại là ${viAmount(planned)}, khác số gốc phải xếp lại ${viAmount(owed)}.`,
    en: ({ planned, owed }) => `The new instalments add up to ${enAmount(planned)}, not to the ${enAmount(owed)} to be planned.`,
  },
  NothingWrittenOff: { vi: () => 'Chưa nêu số tiền nào để xóa.', en: () => 'No amount to write off is named.' },
  WriteOffAboveOwed: {
    vi: ({ bucket, amount, owed }) => `Xóa ${viAmount(amount)} ${NAMES[bucket].vi} là quá số còn nợ ${viAmount(owed)}.`,
    en: ({ bucket, amount, owed }) =>
      `A write-off of ${enAmount(amount)} of ${NAMES[bucket].en} is above the ${enAmount(owed)} owed.`,
  },
  RecoveryWithoutWriteOff: {
    vi: ({ on }) => `Đến ngày ${viDay(on)} khoản vay chưa có khoản xóa nợ nào để thu hồi.`,
    en: ({ on }) => `Nothing of the loan was written off by ${on} that could be recovered.`,
  },
  RecoveryAboveWriteOff: {
    vi: ({ amount, left }) => `Thu hồi ${viAmount(amount)} là quá số đã xóa còn lại ${viAmount(left)}.`,
    en: ({ amount, left }) => `A recovery of ${enAmount(amount)} is above the ${enAmount(left)} left of what was written off.`,
  },
};
