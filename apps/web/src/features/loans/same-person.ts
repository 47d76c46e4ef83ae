import type { LoanData } from '../../shared/lending/loan-data.js';

export type EarlierStep = 'tookApplication' | 'appraisedIt' | 'approvedIt';

/** The earlier step of a loan that keeps this very person from a command; the server refuses it by the same rule. */
export function sameStep(
  command: string,
  { appliedBy, appraisal, approval }: Pick<LoanData, 'appliedBy' | 'appraisal' | 'approval'>,
  personId: string | undefined,
): EarlierStep | undefined {
  if (personId === undefined) return undefined;
  const isMine = (by: string | undefined) => by === personId;
  if (command === 'ApproveLoan' && isMine(appliedBy)) return 'tookApplication';
  if ((command === 'ApproveLoan' || command === 'DisburseLoan') && isMine(appraisal?.appraisedBy)) return 'appraisedIt';
  return command === 'DisburseLoan' && isMine(approval?.approvedBy) ? 'approvedIt' : undefined;
}
