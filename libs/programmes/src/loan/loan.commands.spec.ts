import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { ApplyForLoan, ApproveLoan, DisburseLoan, OpenLoanBalance, RecordRepayment } from './loan.commands.js';

const id = '5f0c2f0e-6f3a-4b0e-9d59-0a6a3f1b7c11';
const failing = (errors: ValidationError[]): string[] =>
  errors.flatMap(({ property, children = [] }) => [property, ...failing(children)]);
const wrong = (command: new () => object, fields: object) =>
  failing(validateSync(plainToInstance(command, { loanId: id, effectiveOn: '2026-03-05', ...fields })));

describe('loan commands', () => {
  it('name the fund, the borrower and related persons by id, each once', () => {
    const application = { fundId: id, organisationId: id, purpose: 'Nhà lưới', amountVnd: 5, termMonths: 12 };
    expect(wrong(ApplyForLoan, application)).toEqual([]);
    expect(wrong(ApplyForLoan, { ...application, relatedOrganisationIds: [id] })).toEqual([]);
    expect(wrong(ApplyForLoan, { ...application, relatedOrganisationIds: [id, id] })).toEqual(['relatedOrganisationIds']);
    expect(wrong(ApplyForLoan, { ...application, relatedOrganisationIds: ['all'] })).toEqual(['relatedOrganisationIds']);
    expect(wrong(ApplyForLoan, { ...application, amountVnd: 0, termMonths: 361 })).toEqual(['amountVnd', 'termMonths']);
  });

  it('want instalment periods of every loan but a bullet one', () => {
    const approval = {
      amountVnd: 5,
      annualRateBasisPoints: 600,
      termMonths: 12,
      interestEveryMonths: 1,
      overdueRatePercent: 150,
    };
    expect(wrong(ApproveLoan, { ...approval, method: 'bullet' })).toEqual([]);
    expect(wrong(ApproveLoan, { ...approval, method: 'bullet', instalmentEveryMonths: 0 })).toEqual(['instalmentEveryMonths']);
    expect(wrong(ApproveLoan, { ...approval, method: 'equalPrincipal' })).toEqual(['instalmentEveryMonths']);
    expect(wrong(ApproveLoan, { ...approval, method: 'bullet', overdueRatePercent: 99, paymentDay: 32 })).toEqual([
      'paymentDay',
      'overdueRatePercent',
    ]);
  });

  it('want what only one way of repayment knows of that one, and look at it wherever it is given', () => {
    const rates = { amountVnd: 5, annualRateBasisPoints: 600, termMonths: 12, interestEveryMonths: 1, overdueRatePercent: 150 };
    const approval = { ...rates, instalmentEveryMonths: 1 };
    expect(wrong(ApproveLoan, { ...approval, method: 'annuity' })).toEqual([]);
    expect(wrong(ApproveLoan, { ...approval, method: 'percentOfPrincipal' })).toEqual(['principalBasisPoints']);
    expect(wrong(ApproveLoan, { ...approval, method: 'fixedInstalment' })).toEqual(['instalmentVnd']);
    expect(wrong(ApproveLoan, { ...rates, method: 'custom' })).toEqual(['instalments']);
    expect(wrong(ApproveLoan, { ...rates, method: 'custom', instalments: [] })).toEqual(['instalments']);
    const plan = [{ dueOn: '2026-09-05', principalVnd: 5 }];
    expect(wrong(ApproveLoan, { ...rates, method: 'custom', instalments: plan })).toEqual([]);
    expect(wrong(ApproveLoan, { ...rates, method: 'bullet', instalmentVnd: 0.5 })).toEqual(['instalmentVnd']);
    const policies = { graceMonths: -1, dayCount: 'actual/360', prepayment: 'none', lateInterestBasisPoints: 10_001 };
    expect(wrong(ApproveLoan, { ...rates, method: 'bullet', ...policies })).toEqual(Object.keys(policies));
  });

  it('look into every due day of an opening balance', () => {
    const balance = { fundId: id, organisationId: id, purpose: 'Nhà lưới', principalVnd: 5, annualRateBasisPoints: 0 };
    const opening = { ...balance, overdueRatePercent: 100 };
    expect(wrong(OpenLoanBalance, { ...opening, remainingSchedule: [] })).toEqual([]);
    expect(wrong(OpenLoanBalance, { ...opening, remainingSchedule: [{ dueOn: '2026-02-30', principalVnd: 0.5 }] })).toEqual([
      'remainingSchedule',
      '0',
      'dueOn',
      'principalVnd',
    ]);
  });

  it('move whole đồng within what adds up exactly', () => {
    expect(wrong(DisburseLoan, { amountVnd: 10 ** 13 })).toEqual([]);
    expect(wrong(DisburseLoan, { amountVnd: 10 ** 13 + 1 })).toEqual(['amountVnd']);
    expect(wrong(RecordRepayment, { amountVnd: 1.5, principalVnd: -1 })).toEqual(['amountVnd', 'principalVnd']);
  });
});
