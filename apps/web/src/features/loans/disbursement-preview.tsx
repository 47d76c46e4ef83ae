import { Stack, Text } from '@mantine/core';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { Proposal } from '../../shared/lending/proposal.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { actionFormWords } from './action.words.js';
import { fromLoan, type LoanAnswer } from './loan-answer.js';
import { Effect, Told, ToldList } from './told-list.js';

interface Props {
  readonly loan: LoanAnswer;
  readonly amountVnd: number | undefined;
  readonly on: string;
}

const undrawnOf = ({ approval, releasedVnd = 0, drawnVnd = 0 }: LoanAnswer['data']) =>
  (approval?.amountVnd ?? 0) - releasedVnd - drawnVnd;

/** What is left to draw, and for the first disbursement the schedule that it fixes. */
export function DisbursementPreview({ loan, amountVnd = 0, on }: Props) {
  const words = useScreenWords(actionFormWords);
  const { approval, schedule } = loan.data;
  if (!approval) return null;
  const undrawn = undrawnOf(loan.data);
  const fact = { noun: 'loans', id: loan.id, path: 'approval.amountVnd', value: approval.amountVnd, unit: 'vnd' } as const;
  const inputs = [{ label: words.undrawn, fact }];
  return (
    <Stack gap="md">
      <ToldList>
        <Told label={words.undrawn}>
          <ComputedNumber
            name="undrawn-now"
            value={undrawn}
            unit="vnd"
            label={words.undrawn}
            formula={actionFormWords.undrawnFormula}
            inputs={inputs}
            again={fromLoan(loan.id, undrawnOf)}
          />
        </Told>
        <Told label={words.undrawnAfter}>
          <ComputedNumber
            name="undrawn-after"
            value={undrawn - amountVnd}
            unit="vnd"
            label={words.undrawnAfter}
            formula={actionFormWords.undrawnFormula}
            inputs={[...inputs, { label: words.amountTyped, value: amountVnd, unit: 'vnd' }]}
            again={fromLoan(loan.id, (data) => undrawnOf(data) - amountVnd)}
          />
        </Told>
      </ToldList>
      {amountVnd > undrawn && (
        <Text size="sm" c="var(--soquy-danger)" fw={600} role="status">
          {words.overUndrawn}
        </Text>
      )}
      {!schedule && (
        <Effect title={words.fixes}>
          <Proposal name="disbursement" typed={{ ...approval, amountVnd: undrawn }} startsOn={on} />
        </Effect>
      )}
    </Stack>
  );
}
