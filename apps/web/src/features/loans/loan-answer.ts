import type { ObjectAnswer } from '../../shared/api/answers.js';
import type { LoanData } from '../../shared/lending/loan-data.js';

/** A loan as the API answers it. */
export type LoanAnswer = ObjectAnswer<LoanData>;
