import { Refusal, type Day, type Sentence, type Words } from '@soquy/kernel';
import type { Amount } from './contract.js';
import { FACT_SENTENCES, type FactErrors } from './fact-errors.js';
import { enAmount as en, viAmount as vi, viDay } from './wording.js';

/** Why terms, or facts told under them, make no loan; with what each of them quotes. */
export interface LendingErrors extends FactErrors {
  readonly NumberOutOfRange: {
    readonly field: NumberField;
    readonly value: number;
    readonly least: number;
    readonly most: number;
  };
  readonly NotADay: { readonly day: string };
  readonly GraceNotWithinTerm: { readonly graceMonths: number; readonly termMonths: number };
  readonly InterestNotOnPrincipalDays: { readonly principalEveryMonths: number; readonly interestEveryMonths: number };
  readonly InstalmentBelowInterest: { readonly on: Day; readonly amount: Amount; readonly interest: Amount };
  readonly CustomPlanEmpty: object;
  readonly CustomDaysNotGrowing: { readonly on: Day; readonly after: Day };
  readonly CustomPlanNotThePrincipal: { readonly planned: Amount; readonly principal: Amount };
  readonly InstalmentOutsideTerm: { readonly on: Day; readonly startsOn: Day; readonly maturityOn: Day };
  readonly DrawnBeyondPrincipal: { readonly drawn: Amount; readonly principal: Amount };
  readonly DrawnAfterMaturity: { readonly on: Day; readonly maturityOn: Day };
}

const FIELDS = {
  principal: { vi: 'Số tiền vay', en: 'The principal' },
  amount: { vi: 'Số tiền', en: 'The amount' },
  annualRateBasisPoints: { vi: 'Lãi suất năm (phần vạn)', en: 'The annual rate in basis points' },
  overdueRatePercent: { vi: 'Lãi suất quá hạn (% lãi suất trong hạn)', en: 'The overdue rate in percent of the rate in term' },
  lateInterestBasisPoints: { vi: 'Lãi suất chậm trả lãi (phần vạn)', en: 'The rate on late interest in basis points' },
  lateInterestCapPercent: { vi: 'Mức trần lãi chậm trả (%)', en: 'The cap of late interest in percent' },
  decimals: { vi: 'Số chữ số thập phân của tiền tệ', en: 'The number of decimals of the currency' },
  multipleOf: { vi: 'Bội số của kỳ trả', en: 'The multiple of instalments' },
  basisPoints: { vi: 'Tỷ lệ trả gốc mỗi kỳ (phần vạn)', en: 'The part of the principal in basis points' },
  termMonths: { vi: 'Thời hạn vay (tháng)', en: 'The term in months' },
  principalEveryMonths: { vi: 'Kỳ trả gốc (tháng)', en: 'The months between instalments' },
  interestEveryMonths: { vi: 'Kỳ trả lãi (tháng)', en: 'The months between interest days' },
  paymentDay: { vi: 'Ngày trả nợ trong tháng', en: 'The payment day of the month' },
  graceMonths: { vi: 'Thời gian ân hạn gốc (tháng)', en: 'The grace on principal in months' },
} satisfies Record<string, Words>;

/** Numbers of a contract that have bounds. */
export type NumberField = keyof typeof FIELDS;

const SENTENCES: { readonly [Code in keyof LendingErrors]: Sentence<LendingErrors[Code]> } = {
  ...FACT_SENTENCES,
  NumberOutOfRange: {
    vi: ({ field, value, least, most }) =>
      `${FIELDS[field].vi} phải là số nguyên từ ${vi(least)} đến ${vi(most)}, không phải ${vi(value)}.`,
    en: ({ field, value, least, most }) =>
      `${FIELDS[field].en} must be a whole number from ${en(least)} to ${en(most)}, not ${en(value)}.`,
  },
  NotADay: {
    vi: ({ day }) => `“${day}” không phải là một ngày (năm-tháng-ngày).`,
    en: ({ day }) => `“${day}” is no day (year-month-day).`,
  },
  GraceNotWithinTerm: {
    vi: ({ graceMonths, termMonths }) => `Thời gian ân hạn ${graceMonths} tháng phải ngắn hơn thời hạn vay ${termMonths} tháng.`,
    en: ({ graceMonths, termMonths }) =>
      `A grace of ${graceMonths} months must be shorter than the term of ${termMonths} months.`,
  },
  InterestNotOnPrincipalDays: {
    vi: ({ principalEveryMonths, interestEveryMonths }) =>
      `Trả gốc và lãi cùng kỳ cần lãi đến hạn vào mỗi kỳ trả gốc: ${principalEveryMonths} tháng không chia hết cho ${interestEveryMonths} tháng.`,
    en: ({ principalEveryMonths, interestEveryMonths }) =>
      `Instalments of principal and interest together need interest on every principal day: ${principalEveryMonths} months are no multiple of ${interestEveryMonths} months.`,
  },
  InstalmentBelowInterest: {
    vi: ({ on, amount, interest }) => `Số tiền mỗi kỳ ${vi(amount)} không đủ trả lãi ${vi(interest)} đến hạn ngày ${viDay(on)}.`,
    en: ({ on, amount, interest }) =>
      `An instalment of ${en(amount)} does not cover the interest of ${en(interest)} due on ${on}.`,
  },
  CustomPlanEmpty: { vi: () => 'Kế hoạch trả nợ không có kỳ nào.', en: () => 'The plan has no instalment.' },
  CustomDaysNotGrowing: {
    vi: ({ on, after }) => `Kỳ trả ngày ${viDay(on)} phải đứng sau kỳ ngày ${viDay(after)}.`,
    en: ({ on, after }) => `The instalment of ${on} must come after that of ${after}.`,
  },
  CustomPlanNotThePrincipal: {
    vi: ({ planned, principal }) => `Tổng gốc các kỳ ${vi(planned)} không bằng số tiền vay ${vi(principal)}.`,
    en: ({ planned, principal }) => `The instalments add up to ${en(planned)}, not to the principal of ${en(principal)}.`,
  },
  InstalmentOutsideTerm: {
    vi: ({ on, startsOn, maturityOn }) =>
      `Kỳ trả ngày ${viDay(on)} nằm ngoài thời hạn từ sau ${viDay(startsOn)} đến ${viDay(maturityOn)}.`,
    en: ({ on, startsOn, maturityOn }) => `The instalment of ${on} is outside the term from after ${startsOn} to ${maturityOn}.`,
  },
  DrawnBeyondPrincipal: {
    vi: ({ drawn, principal }) => `Tổng giải ngân ${vi(drawn)} vượt số tiền vay ${vi(principal)}.`,
    en: ({ drawn, principal }) => `Disbursements of ${en(drawn)} exceed the principal of ${en(principal)}.`,
  },
  DrawnAfterMaturity: {
    vi: ({ on, maturityOn }) => `Giải ngân ngày ${viDay(on)} phải trước ngày đến hạn cuối ${viDay(maturityOn)}.`,
    en: ({ on, maturityOn }) => `A disbursement on ${on} must come before the end of the term on ${maturityOn}.`,
  },
};

/** Terms or facts that make no loan, never a bug of ours; worded here, since these modules serve without any slice. */
export class LendingError<Code extends keyof LendingErrors = keyof LendingErrors> extends Refusal {
  readonly words: Words;

  constructor(
    override readonly code: Code,
    override readonly facts: LendingErrors[Code],
  ) {
    super(code, facts, 'input');
    const sentence: Sentence<LendingErrors[Code]> = SENTENCES[code];
    this.words = { vi: sentence.vi(facts), en: sentence.en(facts) };
    this.message = `${code}: ${this.words.en}`;
  }
}

/** A whole number within bounds. */
export function requireWithin(field: NumberField, value: number, least: number, most = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw new LendingError('NumberOutOfRange', { field, value, least, most });
}
