import { Paper, Text } from '@mantine/core';
import { daysBetween } from '@soquy/kernel';
import type { InstalmentState } from '@soquy/lending';
import type { ReactNode } from 'react';
import type { FigureRow } from '../../shared/api/answers.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { FactNumber } from '../../shared/figures/fact-number.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { showDay } from '../../shared/format/days.js';
import { DebtGroupNumber } from '../../shared/lending/debt-group-number.js';
import { debtGroupWords } from '../../shared/lending/debt-group.words.js';
import { loanOn, nextDue } from '../../shared/lending/loan-day.js';
import { useFundRules } from '../../shared/lending/use-fund-rules.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { amountOf } from './loan-amount.js';
import { useLedgerInputs } from './ledger-inputs.js';
import { fromLoan, type LoanAnswer } from './loan-answer.js';
import { useByLoan } from './loan-rows.js';
import { loanWords } from './loans.words.js';
import { Told, ToldList } from './told-list.js';

/** What everybody asks of a loan first, as of the page's day. */
export function LoanKeyFigures({ loan }: { readonly loan: LoanAnswer }) {
  const words = useScreenWords(loanWords);
  const amount = amountOf(loan.data);
  const { approval, statement, undrawnVnd } = loan.data;
  const label = approval ? words.approved : statement ? words.opened : words.requested;
  return (
    <Paper withBorder p="sm">
      <ToldList>
        {amount && (
          <Told label={label}>
            <FactNumber noun="loans" id={loan.id} {...amount} unit="vnd" label={label} size="large" />
          </Told>
        )}
        {loan.data.account && <Owed loan={loan} />}
        {undrawnVnd !== undefined && undrawnVnd > 0 && <Undrawn loan={loan} />}
      </ToldList>
    </Paper>
  );
}

function Undrawn({ loan }: { readonly loan: LoanAnswer }) {
  const words = useScreenWords(loanWords);
  const { approval, drawnVnd = 0, undrawnVnd = 0 } = loan.data;
  const fact = (path: string, value: number) => ({ noun: 'loans', id: loan.id, path, value, unit: 'vnd' as const });
  return (
    <Told label={words.undrawn}>
      <ComputedNumber
        name="undrawn"
        value={undrawnVnd}
        unit="vnd"
        label={words.undrawn}
        formula={{ vi: 'Số tiền duyệt − đã giải ngân − đã bỏ', en: 'Approved − drawn − released' }}
        inputs={[
          { label: words.approved, fact: fact('approval.amountVnd', approval?.amountVnd ?? 0) },
          { label: words.drawn, value: drawnVnd, unit: 'vnd' },
        ]}
        again={fromLoan(loan.id, (now) => (now.approval?.amountVnd ?? 0) - (now.drawnVnd ?? 0) - (now.releasedVnd ?? 0))}
        size="large"
      />
    </Told>
  );
}

function Owed({ loan }: { readonly loan: LoanAnswer }) {
  const words = useScreenWords(loanWords);
  const { day } = useAsOf();
  const inputs = useLedgerInputs(loan);
  const { organisationId } = loan.data.organisation;
  const query = { organisation: organisationId };
  const late = useByLoan('loan.overdueDays', query);
  const rows = {
    outstanding: useByLoan('loan.outstanding', query).get(loan.id),
    overdue: useByLoan('loan.overduePrincipal', query).get(loan.id),
    days: late.get(loan.id),
    interestOwed: useByLoan('loan.interestOwed', query).get(loan.id),
    interestCollected: useByLoan('loan.interestCollected', query).get(loan.id),
  };
  const statement = loanOn(loan.data, day);
  const next = statement && nextDue(statement.instalments, day);
  const toPay = (line: InstalmentState | undefined) =>
    line ? line.principal - line.principalPaid + Math.max(0, line.interest - line.interestPaid) : 0;
  return (
    <>
      <Figure label={words.outstanding} row={rows.outstanding} />
      <Told label={words.nextDue}>
        {next ? (
          <>
            <ComputedNumber
              name="next-due"
              value={toPay(next)}
              unit="vnd"
              label={words.nextDue}
              formula={loanWords.ledgerFormula}
              inputs={inputs}
              again={fromLoan(loan.id, (data) => toPay(nextDue(loanOn(data, day)!.instalments, day)))}
              size="large"
            />
            <Text size="sm">{words.nextOn({ day: showDay(next.dueOn), days: daysBetween(day, next.dueOn) })}</Text>
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {words.noNext}
          </Text>
        )}
      </Told>
      <Figure label={words.overdue} row={rows.overdue} none={words.notOverdue}>
        {rows.days && <FigureNumber figure={rows.days} label={words.overdue} />}
      </Figure>
      {statement && statement.outstanding > 0 && <Group loan={loan} late={[...late.values()]} />}
      <Figure label={words.interestOwed} row={rows.interestOwed} />
      <Figure label={words.interestCollected} row={rows.interestCollected} />
      {statement && statement.payoff > 0 && (
        <Told label={words.payoff}>
          <ComputedNumber
            name="payoff"
            value={statement.payoff}
            unit="vnd"
            label={words.payoff}
            formula={loanWords.payoffFormula}
            inputs={inputs}
            again={fromLoan(loan.id, (data) => loanOn(data, day)!.payoff)}
            size="large"
          />
        </Told>
      )}
    </>
  );
}

interface GroupProps {
  readonly loan: LoanAnswer;
  readonly late: readonly FigureRow[];
}

function Group({ loan, late }: GroupProps) {
  const words = useScreenWords(debtGroupWords);
  const rules = useFundRules();
  if (!rules) return null;
  return (
    <Told label={words.debtGroup}>
      <DebtGroupNumber loan={loan} customerId={loan.data.organisation.organisationId} late={late} rules={rules} size="large" />
    </Told>
  );
}

interface FigureProps {
  readonly label: string;
  readonly row: FigureRow | undefined;
  readonly none?: string;
  readonly children?: ReactNode;
}

/** A loan without a row of a figure has nothing of it. */
const Figure = ({ label, row, none = '–', children }: FigureProps) => (
  <Told label={label}>
    {row ? <FigureNumber figure={row} label={label} size="large" /> : <Text c="dimmed">{none}</Text>}
    {children && <div>{children}</div>}
  </Told>
);
