import type { ObjectAnswer } from '../../shared/api/answers.js';
import type { FromAnswer } from '../../shared/figures/recomputed.js';
import type { LoanData } from '../../shared/lending/loan-data.js';

/** A loan as the API answers it. */
export type LoanAnswer = ObjectAnswer<LoanData>;

/** A number computed again from the loan as the API answers it then. */
export const fromLoan = (id: string, from: (data: LoanData) => number): FromAnswer => ({
  path: `/api/v1/loans/${id}`,
  from: ({ data }: LoanAnswer) => from(data),
});
