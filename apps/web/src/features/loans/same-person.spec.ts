import type { LoanData } from '../../shared/lending/loan-data.js';
import { sameStep } from './same-person.js';

const loan = {
  appliedBy: 'lan',
  appraisal: { appraisedBy: 'minh', appraisedOn: '2026-01-02' },
  approval: { approvedBy: 'hoa', approvedOn: '2026-01-03' } as NonNullable<LoanData['approval']>,
};

describe('maker and checker of a loan', () => {
  it.each([
    ['ApproveLoan', 'lan', 'tookApplication'],
    ['ApproveLoan', 'minh', 'appraisedIt'],
    ['ApproveLoan', 'hoa', undefined],
    ['DisburseLoan', 'minh', 'appraisedIt'],
    ['DisburseLoan', 'hoa', 'approvedIt'],
    ['DisburseLoan', 'lan', undefined],
    ['RejectLoan', 'lan', undefined],
    ['RecordRepayment', 'hoa', undefined],
    ['ApproveLoan', undefined, undefined],
  ])('%s by %s: %s', (command, person, step) => expect(sameStep(command, loan, person)).toBe(step));
});
