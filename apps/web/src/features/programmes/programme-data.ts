/** A programme as its list and page hold it. */
export interface ProgrammeData {
  readonly [field: string]: unknown;
  readonly name: string;
  readonly periodFromYear: number;
  readonly periodToYear: number;
  readonly leadAgency?: string;
  readonly legalBasis?: { readonly documentNumber: string; readonly issuer?: string; readonly issuedOn?: string };
}

/** Money of a programme or a budget line, in the order in which offices read it. */
export const MONEY = {
  allocated: 'budget.allocated',
  committed: 'budget.committed',
  disbursed: 'budget.disbursed',
  available: 'budget.available',
  rate: 'budget.disbursementRate',
} as const;

export type MoneyColumn = keyof typeof MONEY;
export const MONEY_COLUMNS = Object.keys(MONEY) as readonly MoneyColumn[];
