import { valueAt } from '../figures/figure-ids.js';

/** What stands behind an amount: whose wish, finding or decision it is. */
export type AmountStage = 'requested' | 'recommended' | 'approved' | 'accepted' | 'spent' | 'planned' | 'opening' | 'amount';

export interface CaseAmount {
  readonly stage: AmountStage;
  /** Where it stands in the row of the object. */
  readonly path: string;
  readonly value: number;
}

/** The latest decision first: by paths into the row of an object of any kind. */
const PATHS: readonly (readonly [path: string, stage: AmountStage])[] = [
  ['acceptance.acceptedSupportVnd', 'accepted'],
  ['approval.approvedSupportVnd', 'approved'],
  ['approval.amountVnd', 'approved'],
  ['approvedSupportVnd', 'approved'],
  ['appraisal.recommendedSupportVnd', 'recommended'],
  ['appraisal.recommendedAmountVnd', 'recommended'],
  ['requestedSupportVnd', 'requested'],
  ['recommendedAmountVnd', 'recommended'],
  ['amountVnd', 'amount'],
  ['statement.principalVnd', 'opening'],
  ['costVnd', 'spent'],
  ['plannedCostVnd', 'planned'],
];

/** All amounts of a case, the latest first: what is decided, what was proposed, what was asked for. */
export function amountsOf(noun: string, data: Readonly<Record<string, unknown>>): readonly CaseAmount[] {
  return PATHS.flatMap(([path, stage]) => {
    const value = valueAt(data, path);
    const told = stage === 'amount' && noun === 'loans' ? 'requested' : stage;
    return typeof value === 'number' ? [{ stage: told, path, value }] : [];
  });
}

const FIELDS = PATHS.map(([path]) => path.split('.').at(-1)!);
const rankOf = (field: string) => (FIELDS.includes(field) ? FIELDS.indexOf(field) : FIELDS.length);

/** Of several amounts that a fact says the one it is about: the support accepted, not the investment; else the first. */
export const mainAmount = (fields: readonly string[]): string | undefined => [...fields].sort((a, b) => rankOf(a) - rankOf(b))[0];
