import { Stack, Text } from '@mantine/core';
import type { InstalmentState } from '@soquy/lending';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { lendingWords } from '../../shared/lending/lending.words.js';
import { loanOn, markOf, type InstalmentMark } from '../../shared/lending/loan-day.js';
import { Proposal } from '../../shared/lending/proposal.js';
import { DueDay } from '../../shared/lending/schedule-table.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { Empty } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useLedgerInputs } from './ledger-inputs.js';
import { fromLoan, type LoanAnswer } from './loan-answer.js';
import { loanWords } from './loans.words.js';

/** What falls due and what was paid of it, instalment by instalment, on the page's day. */
export function LoanSchedule({ loan }: { readonly loan: LoanAnswer }) {
  const words = useScreenWords(loanWords);
  const { day } = useAsOf();
  const statement = loanOn(loan.data, day);
  if (statement) return <Instalments loan={loan} lines={statement.instalments} />;
  const { approval } = loan.data;
  if (!approval) return <Empty>{words.noTerms}</Empty>;
  return (
    <Stack>
      <Text c="dimmed">{words.noSchedule}</Text>
      <Proposal name="agreed" typed={approval} startsOn={day < approval.approvedOn ? approval.approvedOn : day} />
    </Stack>
  );
}

/** Interest that has fallen due is what it came to; that to come is as foreseen. */
const interestOf = ({ interest, interestDue }: InstalmentState) => (interestDue > 0 ? interestDue : interest);

const PARTS = {
  principal: ({ principal }: InstalmentState) => principal,
  interest: interestOf,
  total: (line: InstalmentState) => line.principal + interestOf(line),
  paidOf: ({ principalPaid, interestPaid }: InstalmentState) => principalPaid + interestPaid,
};
type Part = keyof typeof PARTS;
const PART_NAMES = Object.keys(PARTS) as Part[];
const sum = (lines: readonly InstalmentState[], part: Part) => lines.reduce((all, line) => all + PARTS[part](line), 0);

interface InstalmentsProps {
  readonly loan: LoanAnswer;
  readonly lines: readonly InstalmentState[];
}

function Instalments({ loan, lines }: InstalmentsProps) {
  const words = useScreenWords(loanWords);
  const shared = useScreenWords(lendingWords);
  const { day } = useAsOf();
  const inputs = useLedgerInputs(loan);
  const heading = { principal: shared.principal, interest: shared.interest, total: shared.total, paidOf: words.paidOf };
  const again = (of: (lines: readonly InstalmentState[]) => number) =>
    fromLoan(loan.id, (data) => of(loanOn(data, day)!.instalments));
  const part = (name: Part): Column<InstalmentState> => ({
    id: name,
    heading: heading[name],
    isNumber: true,
    cell: (line) => (
      <ComputedNumber
        name={`due-${name}-${line.number}`}
        value={PARTS[name](line)}
        unit="vnd"
        label={shared.cell({ number: line.number, what: heading[name] })}
        formula={loanWords.ledgerFormula}
        inputs={inputs}
        again={again((now) => PARTS[name](now.find(({ number }) => number === line.number)!))}
      />
    ),
  });
  const total = (name: Part) => (
    <ComputedNumber
      key={name}
      name={`due-${name}-all`}
      value={sum(lines, name)}
      unit="vnd"
      label={`${shared.all}: ${heading[name]}`}
      formula={loanWords.ledgerFormula}
      inputs={inputs}
      again={again((now) => sum(now, name))}
    />
  );
  const columns: Column<InstalmentState>[] = [
    { id: 'number', heading: shared.number, cell: ({ number }) => number, isShort: true },
    { id: 'dueOn', heading: shared.dueOn, cell: (line) => <DueDay line={line} />, isShort: true },
    ...PART_NAMES.map(part),
    { id: 'mark', heading: words.status, cell: (line) => <Mark line={line} mark={markOf(line, day)} /> },
  ];
  return (
    <DataTable
      caption={words.schedule}
      columns={columns}
      rows={lines}
      keyOf={({ number }) => String(number)}
      footer={[shared.all, '', ...PART_NAMES.map(total), '']}
    />
  );
}

const SIGNS: Readonly<Record<InstalmentMark, string>> = { paid: '✔', overdue: '!', partly: '◐', due: '●', ahead: '◌' };
const COLOURS: Partial<Record<InstalmentMark, string>> = { paid: 'var(--soquy-ok)', overdue: 'var(--soquy-danger)' };

function Mark({ line, mark }: { readonly line: InstalmentState; readonly mark: InstalmentMark }) {
  const words = useScreenWords(loanWords);
  return (
    <Text span size="sm" c={COLOURS[mark] ?? 'var(--soquy-ink)'}>
      {SIGNS[mark]} {words[`mark${mark}`]}
      {mark === 'overdue' && line.daysPastDue > 0 && `, ${words.late({ days: line.daysPastDue })}`}
    </Text>
  );
}
