import { useAsOf } from '../../shared/as-of/as-of.js';
import type { ComputedInput } from '../../shared/figures/computed-input.js';
import { showDay } from '../../shared/format/days.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { amountOf } from './loan-amount.js';
import type { LoanAnswer } from './loan-answer.js';
import { loanWords } from './loans.words.js';

/** What a number of a loan's ledger was computed from: facts of the loan that open further, and the day. */
export function useLedgerInputs({ id, data }: LoanAnswer): readonly ComputedInput[] {
  const words = useScreenWords(loanWords);
  const { day } = useAsOf();
  const amount = amountOf(data);
  const { approval, drawnVnd } = data;
  const fact = { noun: 'loans', id };
  return [
    ...(amount ? [{ label: words.amount, fact: { ...fact, ...amount, unit: 'vnd' as const } }] : []),
    ...(approval
      ? [
          {
            label: words.rate,
            fact: {
              ...fact,
              path: 'approval.annualRateBasisPoints',
              value: approval.annualRateBasisPoints,
              unit: 'basisPoints' as const,
            },
          },
        ]
      : []),
    ...(drawnVnd ? [{ label: words.drawn, value: drawnVnd, unit: 'vnd' as const }] : []),
    { label: words.dayLooked, text: showDay(day) },
  ];
}
