import { amountsOf, mainAmount } from './case-amounts.js';

it('tells what a loan was asked for, what is proposed and what is agreed apart, the latest first', () => {
  const data = { amountVnd: 350, appraisal: { recommendedAmountVnd: 320 }, approval: { amountVnd: 300 } };
  expect(amountsOf('loans', data)).toEqual([
    { stage: 'approved', path: 'approval.amountVnd', value: 300 },
    { stage: 'recommended', path: 'appraisal.recommendedAmountVnd', value: 320 },
    { stage: 'requested', path: 'amountVnd', value: 350 },
  ]);
});

it('tells of an accepted grant what was accepted, before what had been approved', () => {
  const data = { requestedSupportVnd: 80, approval: { approvedSupportVnd: 60 }, acceptance: { acceptedSupportVnd: 20 } };
  expect(amountsOf('machinery-grants', data)[0]).toEqual({
    stage: 'accepted',
    path: 'acceptance.acceptedSupportVnd',
    value: 20,
  });
});

it('knows which of several amounts a fact is about, in whatever order they are asked for', () => {
  expect(mainAmount(['actualInvestmentVnd', 'acceptedSupportVnd'])).toBe('acceptedSupportVnd');
  expect(mainAmount(['totalInvestmentVnd', 'requestedSupportVnd'])).toBe('requestedSupportVnd');
  expect(mainAmount(['approvedSupportVnd'])).toBe('approvedSupportVnd');
  expect(mainAmount(['feeVnd', 'otherVnd'])).toBe('feeVnd');
  expect(mainAmount([])).toBeUndefined();
});

it('finds the amounts of other kinds, and none where there is none', () => {
  expect(amountsOf('machinery-grants', { requestedSupportVnd: 12, approvedSupportVnd: 10 }).map(({ stage }) => stage)).toEqual([
    'approved',
    'requested',
  ]);
  expect(amountsOf('training-classes', { costVnd: 5, approval: null })).toEqual([{ stage: 'spent', path: 'costVnd', value: 5 }]);
  expect(amountsOf('budget-lines', { amountVnd: 7 })[0]!.stage).toBe('amount');
  expect(amountsOf('organisations', {})).toEqual([]);
});
