import { Alert, Text } from '@mantine/core';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { showDay } from '../../shared/format/days.js';
import { previewRepayment, type RepaymentPreview as Preview } from '../../shared/lending/repayment.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { actionFormWords } from './action.words.js';
import { useLedgerInputs } from './ledger-inputs.js';
import { fromLoan, type LoanAnswer } from './loan-answer.js';
import { Effect, Told, ToldList } from './told-list.js';

interface Props {
  readonly loan: LoanAnswer;
  readonly values: Readonly<Record<string, unknown>>;
  readonly on: string;
}

const NUMBERS = {
  principal: ({ principalVnd }: Preview) => principalVnd,
  overduePart: ({ overduePrincipalVnd }: Preview) => overduePrincipalVnd,
  interest: ({ interestVnd }: Preview) => interestVnd,
  after: ({ outstandingAfterVnd }: Preview) => outstandingAfterVnd,
  owed: ({ owedVnd }: Preview) => owedVnd,
};
const NAMES = Object.keys(NUMBERS) as (keyof typeof NUMBERS)[];
const whole = (value: unknown) => (typeof value === 'number' ? value : undefined);

/** How a payment would be split, before it is recorded: by the server's own function. */
export function RepaymentPreview({ loan, values, on }: Props) {
  const words = useScreenWords(actionFormWords);
  const given = useLedgerInputs(loan);
  const amountVnd = whole(values.amountVnd) ?? 0;
  const stated = { amountVnd, principalVnd: whole(values.principalVnd), interestVnd: whole(values.interestVnd) };
  const preview = previewRepayment(loan.data, stated, on);
  if (!preview) return <Alert color="info">{words.splitLater}</Alert>;
  const inputs = [
    { label: words.amountTyped, value: amountVnd, unit: 'vnd' as const },
    ...given.slice(0, -1),
    { label: words.touched, text: showDay(on) },
  ];
  return (
    <Effect title={words.split}>
      <div aria-live="polite">
        <ToldList>
          {NAMES.map((name) => (
            <Told key={name} label={words[name]}>
              <ComputedNumber
                name={`split-${name}`}
                value={NUMBERS[name](preview)}
                unit="vnd"
                label={words[name]}
                formula={actionFormWords.splitFormula}
                inputs={inputs}
                again={fromLoan(loan.id, (data) => NUMBERS[name](previewRepayment(data, stated, on)!))}
              />
            </Told>
          ))}
        </ToldList>
        <After preview={preview} isTyped={amountVnd > 0} />
      </div>
    </Effect>
  );
}

function After({ preview, isTyped }: { readonly preview: Preview; readonly isTyped: boolean }) {
  const words = useScreenWords(actionFormWords);
  const { touched, isMoreThanOwed, paysOff, daysOverdueAfter } = preview;
  if (!isTyped)
    return (
      <Text size="sm" c="dimmed">
        {words.typeAmount}
      </Text>
    );
  if (isMoreThanOwed) return <Alert color="warn">{words.tooMuch}</Alert>;
  return (
    <>
      {touched.length > 0 && (
        <Text size="sm">
          {words.touched}: {touched.map(({ number, dueOn }) => words.touchedLine({ number, day: showDay(dueOn) })).join(', ')}
        </Text>
      )}
      {paysOff && <Text size="sm">{words.paysOff}</Text>}
      {daysOverdueAfter > 0 && (
        <Text size="sm" c="var(--soquy-warn)">
          {words.stillLate({ days: daysOverdueAfter })}
        </Text>
      )}
    </>
  );
}
