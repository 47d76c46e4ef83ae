import type { Day, Words } from '@soquy/kernel';

/** From standard to loss (domain.md D1); 3 to 5 are bad debt. */
export const DEBT_GROUPS = [1, 2, 3, 4, 5] as const;
export type DebtGroup = (typeof DEBT_GROUPS)[number];

/** A value of a rule with the text it comes from; `verified: false` where that text was not at hand. */
export interface Sourced<Value> {
  readonly value: Value;
  readonly source: string;
  readonly verified: boolean;
}

/** From so many days past due on, until the next step. */
export interface GroupStep {
  readonly fromDays: number;
  readonly group: DebtGroup;
}

/** Before a debt may come into a better group again, so many months are paid in full and on time. */
export interface Probation {
  /** Terms of up to a year. */
  readonly shortTermMonths: number;
  readonly longerTermMonths: number;
}

/** How a lender's debts are put into groups and what is set aside for them, on the days these rules are valid. */
export interface DebtRuleSet {
  readonly lender: Lender;
  readonly words: Words;
  readonly validFrom: Day;
  /** The last day; without it until a later set begins. */
  readonly validTo?: Day;
  /** Steps by how often a debt got new dates: never, once, twice; the last column stands for all that follow. */
  readonly columns: readonly Sourced<readonly GroupStep[]>[];
  /** At best these groups, whatever the days. */
  readonly interestWaived: Sourced<DebtGroup>;
  readonly frozen: Sourced<DebtGroup>;
  readonly probation: Sourced<Probation>;
  readonly provision: ProvisionRates;
}

/** Of groups 1 to 5 one by one, and of groups 1 to 4 together. */
export interface ProvisionRates {
  readonly specificBasisPoints: Sourced<readonly [number, number, number, number, number]>;
  readonly generalBasisPoints: Sourced<number>;
}

/** Cooperative development funds go by the rules for microfinance (NĐ 45/2021 A28, domain.md D4), credit funds by the banks'. */
export const LENDERS = ['microfinance', 'bank'] as const;
export type Lender = (typeof LENDERS)[number];

const TT14 = 'TT 14/2024/TT-NHNN';
const TT15 = 'TT 15/2010/TT-NHNN';
const TT31 = 'TT 31/2024/TT-NHNN';

/** `[0, 1], [10, 2]`: group 1 from 0 days, group 2 from 10. */
const steps = (...rows: readonly (readonly [fromDays: number, group: DebtGroup])[]): readonly GroupStep[] =>
  rows.map(([fromDays, group]) => ({ fromDays, group }));

const known = <Value>(value: Value, source: string): Sourced<Value> => ({ value, source, verified: true });
const unsure = <Value>(value: Value, source: string): Sourced<Value> => ({ value, source, verified: false });

const NEVER = steps([0, 1], [10, 2], [30, 3], [90, 4], [180, 5]);
const ONCE = steps([0, 2], [1, 3], [30, 4], [90, 5]);
const TWICE = steps([0, 4], [1, 5]);
const THRICE = steps([0, 5]);

const PROBATION: Probation = { shortTermMonths: 1, longerTermMonths: 3 };
const FUND_PROVISION: ProvisionRates = {
  specificBasisPoints: unsure([0, 200, 2_500, 5_000, 10_000], 'NĐ 86/2024/NĐ-CP'),
  generalBasisPoints: unsure(50, 'NĐ 86/2024/NĐ-CP'),
};

const microfinance: Pick<DebtRuleSet, 'lender' | 'words' | 'provision'> = {
  lender: 'microfinance',
  words: { vi: 'Tổ chức tài chính vi mô; quỹ hỗ trợ phát triển hợp tác xã', en: 'Microfinance; cooperative development funds' },
  provision: FUND_PROVISION,
};

/** Defaults; a fund whose own regulation says otherwise gives a set of its own. */
export const debtRuleSets: readonly DebtRuleSet[] = [
  {
    ...microfinance,
    validFrom: '2010-01-01',
    validTo: '2024-08-11',
    columns: [unsure(NEVER, TT15), unsure(ONCE, TT15), unsure(TWICE, TT15), unsure(THRICE, TT15)],
    interestWaived: unsure(3, TT15),
    frozen: unsure(5, TT15),
    probation: unsure(PROBATION, TT15),
  },
  {
    ...microfinance,
    validFrom: '2024-08-12',
    columns: [known(NEVER, TT14), known(ONCE, TT14), known(TWICE, TT14), unsure(THRICE, TT14)],
    interestWaived: known(3, TT14),
    frozen: unsure(5, TT14),
    probation: unsure(PROBATION, TT14),
  },
  {
    lender: 'bank',
    words: { vi: 'Tổ chức tín dụng; quỹ tín dụng nhân dân', en: "Credit institutions; people's credit funds" },
    validFrom: '2024-01-01',
    columns: [
      unsure(steps([0, 1], [10, 2], [91, 3], [181, 4], [361, 5]), TT31),
      unsure(steps([0, 2], [1, 4], [91, 5]), TT31),
      unsure(TWICE, TT31),
      unsure(THRICE, TT31),
    ],
    interestWaived: unsure(3, TT31),
    frozen: unsure(5, TT31),
    probation: unsure(PROBATION, TT31),
    provision: {
      specificBasisPoints: unsure([0, 500, 2_000, 5_000, 10_000], 'NĐ 86/2024/NĐ-CP'),
      generalBasisPoints: unsure(75, 'NĐ 86/2024/NĐ-CP'),
    },
  },
];

/** Days past due from which a debt that never got new dates is in group 2, 3, 4 and 5. */
export const boundsOf = ({ columns }: DebtRuleSet): readonly number[] =>
  columns[0]!.value.slice(1).map(({ fromDays }) => fromDays);

/** The rules of a lender on a day; undefined before the first that are known. */
export const debtRuleSetOn = (lender: Lender, day: Day): DebtRuleSet | undefined =>
  debtRuleSets.find(
    ({ lender: of, validFrom, validTo }) => of === lender && validFrom <= day && (validTo === undefined || day <= validTo),
  );
